"""Requests about messages: posting each once, looking back, changing one's own."""

import re

from tests.standin import payloads
from tests.standin.hub import Hub, Routes
from tests.standin.permissions import HISTORY, MANAGE_MESSAGES, SEND, VIEW, may
from tests.standin.rest import NO_DIRECT, NO_MESSAGE, NOT_YOURS, TOO_OLD, Asked, Given, Refused
from tests.standin.world import COMPONENTS_V2, LOADING, Channel, Json, Message, numbered, parts

SAME = 5 * 60
"""Seconds in which a second message with the same nonce is the first one again."""
SILENT = 1 << 12
CALL = re.compile(r"<@!?(\d+)>")
MOST = 100
OLD = 3600
TWO_WEEKS = 14 * 86_400


def create(hub: Hub, asked: Asked) -> Given:
    """Post a message, unless it was posted a moment ago."""
    channel = hub.channel(asked.id("channel_id"), SEND)
    if channel.with_person is not None and not hub.world.people[channel.with_person].takes_direct:
        raise Refused(*NO_DIRECT)
    nonce = asked.body.get("nonce")
    before = _same(hub, str(nonce)) if nonce is not None and asked.body.get("enforce_nonce") else None
    if before is not None:
        return Given(payloads.message(hub.world, before))
    message = post(hub, channel, asked.body, nonce=None if nonce is None else str(nonce))
    return Given(payloads.message(hub.world, message))


def post(
    hub: Hub, channel: Channel, body: Json, *, nonce: str | None = None, only_for: int | None = None
) -> Message:
    """Put a message of the bot's in a channel, and tell who listens."""
    components = numbered(body.get("components") or [])
    called = _called(hub, body, components)
    flags = body.get("flags") or 0
    message = hub.world.message(
        channel,
        hub.world.bot.id,
        content=body.get("content") or "",
        components=components,
        flags=flags,
        mentions=called,
        nonce=nonce,
        only_for=only_for,
        rings=bool(called) and not flags & SILENT,
    )
    hub.tell_message("MESSAGE_CREATE", message)
    return message


def edit(hub: Hub, message: Message, body: Json) -> None:
    """Change what a message says; it rings for nobody."""
    if body.get("components") is not None:
        message.components = numbered(body["components"])
    if body.get("content") is not None:
        message.content = body["content"]
    message.flags = (message.flags | (body.get("flags") or 0) & COMPONENTS_V2) & ~LOADING
    message.mentions = _called(hub, body, message.components)
    message.edited = hub.clock.now()
    hub.tell_message("MESSAGE_UPDATE", message)


def _same(hub: Hub, nonce: str) -> Message | None:
    found = hub.world.nonces.get(nonce)
    return found if found is not None and hub.clock.now() - found.at < SAME else None


def _called(hub: Hub, body: Json, components: list[Json]) -> tuple[int, ...]:
    """Whom a message calls: those it names, as far as it is allowed to."""
    texts = [body.get("content") or "", *(part.get("content", "") for part in parts(components))]
    named = {int(who) for text in texts for who in CALL.findall(text)} & hub.world.people.keys()
    allowed = body.get("allowed_mentions")
    if allowed is not None and "users" not in (allowed.get("parse") or []):
        named &= {int(who) for who in allowed.get("users") or []}
    return tuple(sorted(named))


def look_back(hub: Hub, asked: Asked) -> Given:
    """The newest messages of a channel; none without the right to look back."""
    channel = hub.channel(asked.id("channel_id"))
    if not may(hub.world, channel, hub.world.bot.id, HISTORY):
        return Given([])
    before, after = (asked.query.get(one) for one in ("before", "after"))
    found = [
        one
        for one in channel.messages.values()
        if one.only_for is None
        and (before is None or one.id < int(before))
        and (after is None or one.id > int(after))
    ]
    limit = int(asked.query.get("limit", 50))
    chosen = found[:limit] if after is not None else found[-limit:]
    return Given([payloads.message(hub.world, one) for one in reversed(chosen)])


def _mine(hub: Hub, asked: Asked) -> Message:
    channel = hub.channel(asked.id("channel_id"), VIEW)
    message = channel.messages.get(asked.id("message_id"))
    if message is None or message.only_for is not None:
        raise Refused(*NO_MESSAGE)
    return message


def show(hub: Hub, asked: Asked) -> Given:
    return Given(payloads.message(hub.world, _mine(hub, asked)))


def change(hub: Hub, asked: Asked) -> Given:
    """Change a message of the bot's own."""
    message = _mine(hub, asked)
    if message.author != hub.world.bot.id:
        raise Refused(*NOT_YOURS)
    if hub.clock.now() - message.at > OLD:
        hub.limits.old_edit(message.channel)
    edit(hub, message, asked.body)
    return Given(payloads.message(hub.world, message))


def delete(hub: Hub, asked: Asked) -> Given:
    take_away(hub, _mine(hub, asked))
    return Given()


def delete_many(hub: Hub, asked: Asked) -> Given:
    """Delete up to a hundred at once, none of them older than two weeks."""
    channel = hub.channel(asked.id("channel_id"), MANAGE_MESSAGES)
    wanted = [int(number) for number in asked.body["messages"]]
    found = [channel.messages[number] for number in wanted if number in channel.messages]
    if any(hub.clock.now() - one.at > TWO_WEEKS for one in found):
        raise Refused(*TOO_OLD)
    for one in found:
        take_away(hub, one)
    return Given()


def take_away(hub: Hub, message: Message) -> None:
    """Delete a message, and tell who listens."""
    channel = hub.world.channels[message.channel]
    del channel.messages[message.id]
    if message.only_for is None and channel.guild is not None:
        gone = {"id": str(message.id), "channel_id": str(channel.id), "guild_id": str(channel.guild)}
        hub.gateway.emit("MESSAGE_DELETE", gone)


ROUTES: Routes = {
    ("GET", "/channels/{channel_id}/messages"): look_back,
    ("POST", "/channels/{channel_id}/messages"): create,
    ("GET", "/channels/{channel_id}/messages/{message_id}"): show,
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): change,
    ("DELETE", "/channels/{channel_id}/messages/{message_id}"): delete,
    ("POST", "/channels/{channel_id}/messages/bulk-delete"): delete_many,
}
