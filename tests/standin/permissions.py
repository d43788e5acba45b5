"""Who may do what where, computed as Discord's documentation has it (topics/permissions)."""

from functools import reduce
from operator import or_

from discord import Permissions

from tests.standin.world import VOICE, Channel, Guild, World

ADMINISTRATOR = Permissions(administrator=True).value
VIEW = Permissions(view_channel=True).value
CONNECT = Permissions(connect=True).value
SEND = Permissions(send_messages=True).value
HISTORY = Permissions(read_message_history=True).value
MANAGE_CHANNELS = Permissions(manage_channels=True).value
MANAGE_ROLES = Permissions(manage_roles=True).value
MANAGE_MESSAGES = Permissions(manage_messages=True).value
COMMANDS = Permissions(use_application_commands=True).value
ALL = Permissions.all().value

EVERYONE = Permissions(
    view_channel=True,
    read_message_history=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    create_private_threads=True,
    add_reactions=True,
    send_polls=True,
    send_voice_messages=True,
    use_external_apps=True,
    use_application_commands=True,
    connect=True,
    speak=True,
).value
"""What everybody may do on a new server, as far as it matters here."""


def on_server(guild: Guild, person: int) -> int:
    """What somebody may do on the server as a whole; nothing for who is not there."""
    if person == guild.owner:
        return ALL
    if person not in guild.members:
        return 0
    roles = (guild.roles[one].permissions for one in guild.members[person] if one in guild.roles)
    base = reduce(or_, roles, guild.roles[guild.id].permissions)
    return ALL if base & ADMINISTRATOR else base


def in_channel(world: World, channel: Channel, person: int) -> int:
    """What somebody may do in a channel."""
    if channel.guild is None:
        return ALL if person in {channel.with_person, world.bot.id} else 0
    guild = world.guilds[channel.guild]
    base = on_server(guild, person)
    if base & ADMINISTRATOR or not base:
        return base
    mine = guild.members.get(person, set())
    everyone = channel.overwrites.get(guild.id)
    if everyone is not None:
        base = base & ~everyone.deny | everyone.allow
    roles = [one for one in channel.overwrites.values() if one.kind == 0 and one.id in mine]
    base &= ~reduce(or_, (one.deny for one in roles), 0)
    base |= reduce(or_, (one.allow for one in roles), 0)
    own = channel.overwrites.get(person)
    if own is not None and own.kind == 1:
        base = base & ~own.deny | own.allow
    enters = VIEW | CONNECT if channel.kind == VOICE else VIEW
    return base if base & enters == enters else 0


def may(world: World, channel: Channel, person: int, wanted: int) -> bool:
    """Whether somebody may do all of this in a channel."""
    return in_channel(world, channel, person) & wanted == wanted


def grantable(guild: Guild, person: int, named: int) -> bool:
    """Whether somebody may name these permissions in an overwrite, to allow or to deny them.

    One may name what one has oneself; Manage Roles only an administrator.
    """
    held = on_server(guild, person)
    if held & ADMINISTRATOR:
        return True
    return not named & ~held and not named & MANAGE_ROLES
