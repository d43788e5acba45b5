"""The bot's answers to interactions: they are free of the global limit, and bound to three seconds."""

from tests.standin import payloads
from tests.standin.hub import Hub, Routes
from tests.standin.interactions import Interaction, Kind
from tests.standin.messages import edit, post, take_away
from tests.standin.rest import (
    ANSWERED,
    INVALID,
    NO_INTERACTION,
    NO_MESSAGE,
    NO_WEBHOOK,
    OLD_TOKEN,
    Asked,
    Given,
    Refused,
)
from tests.standin.world import EPHEMERAL, LOADING, Json, Message

MESSAGE, LATER, LATER_UPDATE, UPDATE, FORM = 4, 5, 6, 7, 9


def callback(hub: Hub, asked: Asked) -> Given:
    """The first answer."""
    one = hub.interactions.find(asked.id("interaction_id"))
    if one is None or one.token != asked.names["interaction_token"]:
        raise Refused(*NO_INTERACTION)
    if one.answered:
        raise Refused(*ANSWERED)
    if not hub.interactions.in_time(one):
        raise Refused(*NO_INTERACTION)
    kind, data = asked.body["type"], asked.body.get("data") or {}
    _carry_out(hub, one, kind, data)
    one.answer = kind
    one.first.set()
    return Given(_resource(hub, one)) if asked.query.get("with_response") == "1" else Given()


def _carry_out(hub: Hub, one: Interaction, kind: int, data: Json) -> None:
    match kind:
        case 4:
            one.original = _post(hub, one, data)
        case 5:
            one.original = _post(hub, one, {"flags": (data.get("flags") or 0) | LOADING})
        case 6 | 7 if one.message is not None:
            one.original = one.message
            if kind == UPDATE and _stands(hub, one.message):
                edit(hub, one.message, data)
        case 9 if one.kind is not Kind.FORM:
            one.form = data
        case _:
            raise Refused(*INVALID, errors={"type": f"{kind} is no answer to an interaction of {one.kind}"})


def _post(hub: Hub, one: Interaction, body: Json) -> Message:
    only_for = one.person.id if (body.get("flags") or 0) & EPHEMERAL else None
    channel = hub.world.channels.get(one.channel)
    if channel is None:
        raise Refused(*NO_WEBHOOK)
    return post(hub, channel, body, only_for=only_for)


def _stands(hub: Hub, message: Message) -> bool:
    """Whether the message is still there."""
    channel = hub.world.channels.get(message.channel)
    return channel is not None and message.id in channel.messages


def _resource(hub: Hub, one: Interaction) -> Json:
    about: Json = {"id": str(one.id), "type": int(one.kind), "channel_id": str(one.channel)}
    if one.original is None:
        return {"interaction": about}
    about |= {
        "response_message_id": str(one.original.id),
        "response_message_loading": bool(one.original.flags & LOADING),
        "response_message_ephemeral": payloads.is_private(one.original),
    }
    if one.answer not in {MESSAGE, UPDATE}:
        return {"interaction": about}
    shown = payloads.message(hub.world, one.original)
    return {"interaction": about, "resource": {"type": one.answer, "message": shown}}


# --- What follows -----------------------------------------------------------------------------------------


def _of_token(hub: Hub, asked: Asked) -> Interaction:
    one = hub.interactions.with_token(asked.names["webhook_token"])
    if one is None or not one.answered:
        raise Refused(*NO_WEBHOOK)
    if not hub.interactions.in_life(one):
        raise Refused(*OLD_TOKEN)
    return one


def follow_up(hub: Hub, asked: Asked) -> Given:
    """One more message. The first one after a promise takes its place."""
    one = _of_token(hub, asked)
    promised = one.original
    if promised is not None and promised.flags & LOADING and _stands(hub, promised):
        edit(hub, promised, asked.body)
        return Given(payloads.message(hub.world, promised))
    return Given(payloads.message(hub.world, _post(hub, one, asked.body)))


def _its(hub: Hub, asked: Asked) -> Message:
    one = _of_token(hub, asked)
    wanted = asked.names.get("message_id")
    found = hub.world.channels[one.channel].messages.get(int(wanted)) if wanted else one.original
    if found is None or not _stands(hub, found):
        raise Refused(*NO_MESSAGE)
    return found


def show(hub: Hub, asked: Asked) -> Given:
    return Given(payloads.message(hub.world, _its(hub, asked)))


def change(hub: Hub, asked: Asked) -> Given:
    """Change what was answered."""
    message = _its(hub, asked)
    edit(hub, message, asked.body)
    return Given(payloads.message(hub.world, message))


def delete(hub: Hub, asked: Asked) -> Given:
    take_away(hub, _its(hub, asked))
    return Given()


ROUTES: Routes = {
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback"): callback,
    ("POST", "/webhooks/{webhook_id}/{webhook_token}"): follow_up,
    ("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"): show,
    ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"): change,
    ("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"): delete,
    ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"): change,
    ("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"): delete,
}
