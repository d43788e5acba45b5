"""What people do with Discord in front of them, and what they see there. Nobody can do what a client does not offer."""

import asyncio
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from tests.standin import payloads
from tests.standin.faults import GATEWAY, Rule
from tests.standin.hub import Hub
from tests.standin.interactions import Interaction, Kind
from tests.standin.messages import take_away
from tests.standin.permissions import COMMANDS, HISTORY, SEND, VIEW, in_channel, may, on_server
from tests.standin.rest import NO_ACCESS, NO_CHANNEL, NO_MESSAGE, NO_PERMISSION, Refused
from tests.standin.world import Channel, Guild, Json, Message, Person, parts

SUBCOMMAND, USER, CHANNEL, ROLE = 1, 6, 7, 8
LABEL = 18
BUTTON, STRING_SELECT, USER_SELECT, CHECKBOX = 2, 3, 5, 23


# --- Acting -----------------------------------------------------------------------------------------------


async def press(
    hub: Hub, person: Person, channel: int, message: int, custom_id: str, values: list[str] | None
) -> Interaction:
    """Press a button or choose from a list that stands in a message this person sees."""
    seen = _message(person, _channel(hub, person, channel), message)
    part = next((one for one in parts(seen.components) if one.get("custom_id") == custom_id), None)
    if part is None or part.get("disabled"):
        raise Refused(*NO_MESSAGE)
    data: Json = {"custom_id": custom_id, "component_type": part["type"], "id": part["id"]}
    if part["type"] != BUTTON:
        data["values"] = values or []
        if part["type"] == USER_SELECT:
            data["resolved"] = _resolved_people(hub, channel, values or [])
    return await _act(hub, Kind.COMPONENT, person, channel, data, seen)


async def hand_in(hub: Hub, person: Person, opened: Interaction, words: Mapping[str, Any]) -> Interaction:
    """Hand in the form that came up; as often as somebody presses «Submit»."""
    assert opened.form is not None, "only where a form came up"
    labels = [part for part in parts(opened.form["components"]) if part.get("type") == LABEL]
    components = [
        {"type": LABEL, "id": number, "component": _filled(label["component"], number, words)}
        for number, label in enumerate(labels, start=1)
    ]
    data = {"custom_id": opened.form["custom_id"], "components": components}
    return await _act(hub, Kind.FORM, person, opened.channel, data, opened.message)


async def command(
    hub: Hub, person: Person, channel: int, name: str, options: Mapping[str, Any]
) -> Interaction:
    """Use a slash command, where this person is offered it."""
    where = _channel(hub, person, channel)
    assert where.guild is not None
    guild = hub.world.guilds[where.guild]
    found = hub.world.command(name.split(maxsplit=1)[0])
    wanted = int(found["default_member_permissions"] or 0) if found else 0
    allowed = (
        may(hub.world, where, person.id, SEND | COMMANDS) and on_server(guild, person.id) & wanted == wanted
    )
    if found is None or not allowed:
        raise Refused(*NO_PERMISSION)
    resolved: Json = {}
    given = _options(hub, guild, _chosen(found, name), options, resolved)
    for word in reversed(name.split()[1:]):
        given = [{"name": word, "type": SUBCOMMAND, "options": given}]
    data: Json = {
        "id": found["id"],
        "name": found["name"],
        "type": 1,
        "options": given,
        "guild_id": str(guild.id),
    }
    return await _act(
        hub, Kind.COMMAND, person, channel, {**data, "resolved": resolved} if resolved else data
    )


def say(hub: Hub, person: Person, channel: int, text: str) -> Message:
    """Type something, where this person may."""
    where = _channel(hub, person, channel, SEND)
    message = hub.world.message(where, person.id, content=text)
    hub.tell_message("MESSAGE_CREATE", message)
    return message


def remove(hub: Hub, channel: int, message: int) -> None:
    """Somebody with the right to do so deletes a message by hand."""
    found = hub.world.channels[channel].messages.get(message)
    if found is not None:
        take_away(hub, found)


async def _act(
    hub: Hub, kind: Kind, person: Person, channel: int, data: Json, message: Message | None = None
) -> Interaction:
    one = hub.interactions.begin(kind, person, channel, data, message)
    where = hub.world.channels[channel]
    base = payloads.interaction_base(hub.world, where, person)
    payload = {**base, "id": str(one.id), "token": one.token, "type": int(kind), "data": data}
    if message is not None:
        payload["message"] = payloads.message(hub.world, message)
    await _deliver(hub, payload, hub.faults.met_by(f"interaction {int(kind)}", GATEWAY))
    if hub.gateway.sessions:
        await hub.interactions.outcome(one)
    return one


async def _deliver(hub: Hub, payload: Json, rule: Rule | None) -> None:
    """Bring it to the bot, or let it meet trouble on the way."""
    held, hub.faults.held = hub.faults.held, None
    match rule.kind if rule else None:
        case "drop":
            await hub.gateway.drop()
        case "close":
            await hub.gateway.drop(4000)
        case "invalid":
            hub.gateway.refuse_resuming = True
            await hub.gateway.drop(4000)
        case "ask_back":
            await hub.gateway.ask_back()
        case "late" | "too_late" if rule:
            await asyncio.sleep(rule.seconds)
        case "twice":
            hub.gateway.emit("INTERACTION_CREATE", payload)
        case "swapped" if rule:
            hub.faults.hold(lambda: hub.gateway.emit("INTERACTION_CREATE", payload), rule.seconds)
            return
    hub.gateway.emit("INTERACTION_CREATE", payload)
    if held is not None:
        held()


# --- Looking ----------------------------------------------------------------------------------------------


def channels_of(hub: Hub, person: Person) -> list[Channel]:
    """The channels this person sees."""
    return [one for one in hub.world.channels.values() if may(hub.world, one, person.id, VIEW)]


def sees(hub: Hub, person: Person, channel: int, after: int = 0) -> list[Message]:
    """The messages in a channel that this person sees."""
    where = _channel(hub, person, channel, HISTORY)
    return [one for one in where.messages.values() if one.id > after and one.only_for in {None, person.id}]


def writes(hub: Hub, person: Person, channel: int) -> bool:
    """Whether this person may type there."""
    return bool(in_channel(hub.world, hub.world.channels[channel], person.id) & SEND)


def glimpses(hub: Hub, person: Person, pattern: re.Pattern[str]) -> set[str]:
    """All that looks like this on this person's screen: in messages, and filled in on forms that came up."""
    seen = {
        text
        for channel in channels_of(hub, person)
        for message in channel.messages.values()
        if message.only_for in {None, person.id}
        for text in _found(hub, pattern, message)
    }
    forms = (_written("", one.form) for one in hub.interactions.of(person) if one.form)
    return seen.union(*(pattern.findall(form) for form in forms))


def _found(hub: Hub, pattern: re.Pattern[str], message: Message) -> tuple[str, ...]:
    """What looks like this in a message; remembered until it is edited, for all look at all of them after every act."""
    components, content, found = hub.glimpses.get(message.id, (None, "", ()))
    if components is not message.components or content != message.content:
        found = tuple(pattern.findall(_written(message.content, message.components)))
        hub.glimpses[message.id] = (message.components, message.content, found)
    return found


def told(hub: Hub, person: Person, since: float) -> list[Json]:
    """What this person alone was told, or told otherwise, from this moment on."""
    return [
        {"content": message.content, "components": message.components}
        for channel in hub.world.channels.values()
        for message in channel.messages.values()
        if message.only_for == person.id and max(message.at, message.edited or 0) >= since
    ]


def reads(message: Message, text: str) -> bool:
    """Whether a message said this when it was posted."""
    return text in _written(message.content, message.first)


def _written(content: str, components: object) -> str:
    return content + json.dumps(components, ensure_ascii=False).replace("\\n", "\n")


def _channel(hub: Hub, person: Person, number: int, wanted: int = VIEW) -> Channel:
    found = hub.world.channels.get(number)
    if found is None:
        raise Refused(*NO_CHANNEL)
    if not may(hub.world, found, person.id, VIEW):
        raise Refused(*NO_ACCESS)
    if not may(hub.world, found, person.id, wanted):
        raise Refused(*NO_PERMISSION)
    return found


def _message(person: Person, channel: Channel, number: int) -> Message:
    found = channel.messages.get(number)
    if found is None or found.only_for not in {None, person.id}:
        raise Refused(*NO_MESSAGE)
    return found


# --- How an act is written down ---------------------------------------------------------------------------


def _filled(part: Json, number: int, words: Mapping[str, Any]) -> Json:
    """A question with its answer: what is typed, else what stood there already."""
    name = part["custom_id"]
    filled: Json = {"type": part["type"], "id": 100 + number, "custom_id": name}
    if part["type"] == STRING_SELECT:
        chosen = words.get(name)
        return {**filled, "values": [str(chosen)] if chosen is not None else []}
    if part["type"] == CHECKBOX:
        return {**filled, "value": bool(words.get(name, part.get("default", False)))}
    return {**filled, "value": str(words.get(name, part.get("value") or ""))}


def _chosen(found: Json, name: str) -> list[Json]:
    """The options of a command, or of the part of it that is named."""
    options: list[Json] = found.get("options") or []
    for word in name.split()[1:]:
        part = next((one for one in options if one["name"] == word), None)
        if part is None:
            raise Refused(*NO_PERMISSION)
        options = part.get("options") or []
    return options


def _options(
    hub: Hub, guild: Guild, known: list[Json], wanted: Mapping[str, Any], resolved: Json
) -> list[Json]:
    kinds = {one["name"]: one["type"] for one in known}
    given = []
    for name, value in wanted.items():
        kind = kinds[name]
        if kind == USER:
            with suppress(KeyError):
                _add_person(guild, resolved, hub.world.people[int(value)])
        elif kind == CHANNEL:
            shown = payloads.channel(hub.world, hub.world.channels[int(value)])
            resolved.setdefault("channels", {})[str(value)] = {**shown, "permissions": "0"}
        elif kind == ROLE:
            resolved.setdefault("roles", {})[str(value)] = payloads.role(guild.roles[int(value)])
        given.append(
            {"name": name, "type": kind, "value": str(value) if kind in {USER, CHANNEL, ROLE} else value}
        )
    return given


def _resolved_people(hub: Hub, channel: int, values: list[str]) -> Json:
    guild = hub.world.channels[channel].guild
    assert guild is not None
    resolved: Json = {}
    for value in values:
        _add_person(hub.world.guilds[guild], resolved, hub.world.people[int(value)])
    return resolved


def _add_person(guild: Guild, resolved: Json, person: Person) -> None:
    member = payloads.member(guild, person, permissions=on_server(guild, person.id))
    del member["user"], member["deaf"], member["mute"]
    resolved.setdefault("users", {})[str(person.id)] = payloads.user(person)
    resolved.setdefault("members", {})[str(person.id)] = member
