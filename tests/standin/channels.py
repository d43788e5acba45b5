"""Requests about channels: making them, who may do what in them, deleting them."""

from tests.standin import payloads
from tests.standin.hub import Hub, Routes
from tests.standin.permissions import MANAGE_CHANNELS, MANAGE_ROLES, grantable, may, on_server
from tests.standin.rest import FULL_GUILD, INVALID, NO_PERMISSION, Asked, Given, Refused
from tests.standin.world import CATEGORY, TEXT, Guild, Json, Overwrite

MOST_IN_GUILD, MOST_IN_CATEGORY = 500, 50


def create(hub: Hub, asked: Asked) -> Given:
    """Make a channel."""
    guild, body = hub.guild(asked.id("guild_id")), asked.body
    world, me = hub.world, hub.world.bot.id
    if not on_server(guild, me) & MANAGE_CHANNELS:
        raise Refused(*NO_PERMISSION)
    siblings = world.channels_of(guild.id)
    if len(siblings) >= MOST_IN_GUILD:
        raise Refused(*FULL_GUILD)
    parent = world.channels.get(int(body["parent_id"])) if body.get("parent_id") else None
    if parent is not None:
        if not may(world, parent, me, MANAGE_CHANNELS):
            raise Refused(*NO_PERMISSION)
        if sum(one.parent == parent.id for one in siblings) >= MOST_IN_CATEGORY:
            raise Refused(*INVALID, errors={"parent_id": "CHANNEL_PARENT_MAX_CHANNELS"})
    named = body.get("permission_overwrites")
    wanted = _overwrites(body) if named is not None else dict(parent.overwrites) if parent else {}
    _demand_grantable(guild, me, [*wanted.values()] if named is not None else [])
    kind = body.get("type", TEXT)
    name = body["name"].lower().replace(" ", "-") if kind == TEXT else body["name"]
    channel = world.channel(
        kind,
        name,
        guild.id,
        topic=body.get("topic"),
        parent=parent.id if parent else None,
        overwrites=wanted,
    )
    hub.tell_channel("CHANNEL_CREATE", channel)
    return Given(payloads.channel(world, channel), 201)


def change(hub: Hub, asked: Asked) -> Given:
    """Change a channel; its overwrites as a whole list."""
    channel, body = hub.channel(asked.id("channel_id"), MANAGE_CHANNELS), asked.body
    assert channel.guild is not None
    guild, me = hub.guild(channel.guild), hub.world.bot.id
    if body.get("permission_overwrites") is not None:
        if not may(hub.world, channel, me, MANAGE_ROLES):
            raise Refused(*NO_PERMISSION)
        wanted = _overwrites(body)
        changed = [one for one in wanted.values() if channel.overwrites.get(one.id) != one]
        left = [one for number, one in channel.overwrites.items() if number not in wanted]
        _demand_grantable(guild, me, [*changed, *left])
        channel.overwrites = wanted
    if {"name", "topic"} & body.keys():
        hub.limits.hidden(channel.edits)
        channel.name = body.get("name") or channel.name
        channel.topic = body.get("topic", channel.topic)
    if "parent_id" in body:
        channel.parent = int(body["parent_id"]) if body["parent_id"] else None
    hub.tell_channel("CHANNEL_UPDATE", channel)
    return Given(payloads.channel(hub.world, channel))


def delete(hub: Hub, asked: Asked) -> Given:
    """Delete a channel with all that is in it."""
    channel = hub.channel(asked.id("channel_id"), MANAGE_CHANNELS)
    gone = payloads.channel(hub.world, channel)
    hub.world.delete_channel(channel)
    hub.gateway.emit("CHANNEL_DELETE", gone)
    return Given(gone)


def show(hub: Hub, asked: Asked) -> Given:
    return Given(payloads.channel(hub.world, hub.channel(asked.id("channel_id"))))


def show_guild(hub: Hub, asked: Asked) -> Given:
    return Given(payloads.guild(hub.guild(asked.id("guild_id"))))


def list_channels(hub: Hub, asked: Asked) -> Given:
    guild = hub.guild(asked.id("guild_id"))
    found = [one for one in hub.world.channels_of(guild.id) if one.kind == CATEGORY or hub.sees(one)]
    return Given([payloads.channel(hub.world, one) for one in found])


def _overwrites(body: Json) -> dict[int, Overwrite]:
    wanted = [
        Overwrite(int(one["id"]), int(one["type"]), int(one.get("allow") or 0), int(one.get("deny") or 0))
        for one in body["permission_overwrites"]
    ]
    return {one.id: one for one in wanted}


def _demand_grantable(guild: Guild, person: int, named: list[Overwrite]) -> None:
    """One may only name in an overwrite what one may do oneself."""
    if not all(grantable(guild, person, one.allow | one.deny) for one in named):
        raise Refused(*NO_PERMISSION)


ROUTES: Routes = {
    ("GET", "/guilds/{guild_id}"): show_guild,
    ("GET", "/guilds/{guild_id}/channels"): list_channels,
    ("POST", "/guilds/{guild_id}/channels"): create,
    ("GET", "/channels/{channel_id}"): show,
    ("PATCH", "/channels/{channel_id}"): change,
    ("DELETE", "/channels/{channel_id}"): delete,
}
