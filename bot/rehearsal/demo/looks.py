"""What one person sees, as plain values that the page can draw. Reads only; nothing here acts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import discord
from simcord.backend.models import Message as Stored

from bot.rehearsal.clients import Client, seen
from bot.rehearsal.robots.sight import Message
from bot.rehearsal.world import World

Json = dict[str, Any]

CATEGORY_TYPE, VOICE_TYPE = 4, 2
"""Discord's numbers for kinds of channels."""
WRITE = discord.Permissions.send_messages.flag


def everybody(world: World) -> list[Client]:
    """All whom one can be, in the order in which they are shown."""
    return [*world.people.values(), world.moderator, world.coordinator]


def rooms(world: World, person: Client) -> list[Json]:
    """The rooms that this person sees, each with its newest message."""
    channels = world.env.backend.channels
    return [
        {
            "id": str(channel),
            "name": name,
            "voice": int(channels[channel].type) == VOICE_TYPE,
            "last": str(max((message.id for message in _visible(world, person, channel)), default=0)),
            "write": _may_write(world, person, channel),
        }
        for channel, name in person.rooms().items()
        if int(channels[channel].type) != CATEGORY_TYPE
    ]


def _may_write(world: World, person: Client, channel: int) -> bool:
    rights = world.env.backend.compute_permissions(person.actor.guild.id, person.id, channel)
    return bool(rights & WRITE)


def messages(world: World, person: Client, channel: int, since: int) -> Json:
    """The room as this person sees it: which messages stand there, and those that are new or changed."""
    standing = _visible(world, person, channel)
    changed = {heard.message.id for heard in world.recorder.heard[since:]} if since else None
    wanted = [one for one in standing if changed is None or one.id in changed]
    return {
        "ids": [str(one.id) for one in standing],
        "messages": [_drawn(world, one) for one in wanted],
        "step": newest_step(world, standing),
    }


def _visible(world: World, person: Client, channel: int) -> Sequence[Stored]:
    if channel not in person.rooms():
        return ()
    stored = world.env.backend.messages.get(channel, {}).values()
    return [one for one in stored if one.visible_to(person.id)]


def _drawn(world: World, stored: Stored) -> Json:
    """A message as the page draws it. The components are Kring's own; people's words are only ever text."""
    message = seen(world.env.backend, stored)
    return {
        "id": str(stored.id),
        "author": str(stored.author_id),
        "by": message.by,
        "at": message.at,
        "content": stored.content,
        "components": stored.components,
        "private": message.private,
    }


def newest_step(world: World, standing: Iterable[Stored]) -> Json | None:
    """The newest step that a card in this room tells of."""
    card: Message | None = None
    for stored in standing:
        message = seen(world.env.backend, stored)
        if message.step is not None and not message.private:
            card = message
    if card is None or card.step is None:
        return None
    number, title = card.step
    return {"message": str(card.id), "number": number, "title": title, "ends": card.ends}


def step_in(world: World, person: Client, channel: int) -> Json | None:
    """The newest step in this room."""
    return newest_step(world, _visible(world, person, channel))


def form(number: str, modal: Mapping[str, Any]) -> Json:
    """A form as the page draws it."""
    return {
        "id": number,
        "kept": modal["custom_id"],
        "title": modal["title"],
        "components": modal["components"],
    }
