"""Requests about the people of a server."""

from tests.standin import payloads
from tests.standin.hub import Hub, Routes
from tests.standin.permissions import MANAGE_ROLES, on_server
from tests.standin.rest import NO_MEMBER, NO_PERMISSION, Asked, Given, Refused
from tests.standin.world import Guild, Person


def _member(hub: Hub, asked: Asked) -> tuple[Guild, Person]:
    guild = hub.guild(asked.id("guild_id"))
    who = asked.id("user_id")
    if who not in guild.members:
        raise Refused(*NO_MEMBER)
    return guild, hub.world.people[who]


def show(hub: Hub, asked: Asked) -> Given:
    return Given(payloads.member(*_member(hub, asked)))


def change(hub: Hub, asked: Asked) -> Given:
    """Give and take roles, the whole list at once: the one thing here that needs no member in a voice channel."""
    guild, person = _member(hub, asked)
    if not on_server(guild, hub.world.bot.id) & MANAGE_ROLES:
        raise Refused(*NO_PERMISSION)
    guild.members[person.id] = {int(role) for role in asked.body.get("roles") or guild.members[person.id]}
    return Given(payloads.member(guild, person))


ROUTES: Routes = {
    ("GET", "/guilds/{guild_id}/members/{user_id}"): show,
    ("PATCH", "/guilds/{guild_id}/members/{user_id}"): change,
}
