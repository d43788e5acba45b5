"""What Kring may do in a server: the one list behind the invite link, setup, the doctor and every room.

Discord's rules that shape it:

* Making a channel with its overwrites asks for Manage Channels; changing them asks for Manage Roles as well.
* An overwrite may name only what the bot itself may do in the server, whether it allows or denies it.
* One that names Manage Roles is refused to all but administrators. So Kring has it and never names it.
"""

from collections.abc import Collection, Mapping

import discord

from methods.engine.text import Text

Target = discord.Role | discord.Member | discord.Object
"""Whom an overwrite is about. Roles as roles: making a channel, discord.py takes an object for a person."""

Overwrites = dict[Target, discord.PermissionOverwrite]

# Each with its name in Discord's own settings, in the order in which they stand there.
WORDS = {
    "view_channel": Text(nl="Kanalen bekijken", en="View Channels"),
    # Rooms are opened and deleted; their overwrites are changed when others may write.
    "manage_channels": Text(nl="Kanalen beheren", en="Manage Channels"),
    "manage_roles": Text(nl="Rollen beheren", en="Manage Roles"),
    # Also the bot's own way into the text of a voice room: without Connect Discord hides it.
    "connect": Text(nl="Verbinden", en="Connect"),
    "send_messages": Text(nl="Berichten verzenden", en="Send Messages"),
    "add_reactions": Text(nl="Reacties toevoegen", en="Add Reactions"),
    # After a restart Kring looks which of its messages have been sent.
    "read_message_history": Text(nl="Berichtgeschiedenis lezen", en="Read Message History"),
    # What is said in a step that is not kept is deleted when it ends.
    "manage_messages": Text(nl="Berichten beheren", en="Manage Messages"),
    # Whoever asks for it is brought to the own voice room; nobody else is moved.
    "move_members": Text(nl="Leden verplaatsen", en="Move Members"),
    "send_polls": Text(nl="Polls maken", en="Create Polls"),
    # The rest Kring never does itself: it may deny to others only what it may do.
    "send_messages_in_threads": Text(nl="Berichten verzenden in threads", en="Send Messages in Threads"),
    "create_public_threads": Text(nl="Openbare threads maken", en="Create Public Threads"),
    "create_private_threads": Text(nl="Privéthreads maken", en="Create Private Threads"),
    "send_voice_messages": Text(nl="Spraakberichten verzenden", en="Send Voice Messages"),
    "use_external_apps": Text(nl="Externe apps gebruiken", en="Use External Apps"),
}

NEEDED = discord.Permissions(**dict.fromkeys(WORDS, True))
"""What Kring asks of a server, and no more: it moderates nobody, moves nobody unasked and mentions no crowd."""

# What a locked room takes from everybody, and an open one gives back as the server has it.
WRITING = ("send_messages", "add_reactions", "send_polls")

# What a room never allows: side rooms that no phase governs, recordings, and apps that carry texts elsewhere.
NEVER = (
    "create_public_threads",
    "create_private_threads",
    "send_messages_in_threads",
    "send_voice_messages",
    "use_external_apps",
)


def missing(held: discord.Permissions) -> list[Text]:
    """The names, as Discord's settings show them, of what Kring still needs."""
    if held.administrator:
        return []
    return [words for name, words in WORDS.items() if not getattr(held, name)]


def invite_link(application_id: int) -> str:
    """The address at which somebody adds Kring to a server, with exactly what it needs."""
    return discord.utils.oauth_url(
        application_id, permissions=NEEDED, scopes=("bot", "applications.commands")
    )


def room_overwrites(
    *,
    everyone: discord.Role,
    me: int,
    members: Collection[int],
    writers: Collection[int],
    voice: bool = False,
) -> Overwrites:
    """The whole list for a room: `members` see and read it, of them the `writers` write, others see nothing.

    `me` is the bot. Nobody is muted in a voice room: who may write and who may speak are different things.
    Bits that a list does not name stay as the server has them.
    """
    enter: tuple[str, ...] = ("view_channel", "connect") if voice else ("view_channel",)
    present = (*enter, "read_message_history")
    overwrites: Overwrites = {
        everyone: _overwrite(deny=(*enter, "send_messages", *NEVER)),
        _person(me): _overwrite(allow=(*present, "send_messages")),
    }
    for member in members:
        # A person's own overwrite beats those of roles, so it says no as clearly as yes.
        overwrites[_person(member)] = (
            _overwrite(allow=(*present, "send_messages"), deny=NEVER)
            if member in writers
            else _overwrite(allow=present, deny=(*WRITING, *NEVER))
        )
    return overwrites


def keep_foreign(
    existing: Mapping[Target, discord.PermissionOverwrite],
    ours: Overwrites,
    *,
    left: Collection[int] = (),
) -> Overwrites:
    """`ours`, with what others set by hand for anybody else; people who `left` the room lose theirs."""
    known = {target.id for target in ours} | set(left)
    return ours | {target: overwrite for target, overwrite in existing.items() if target.id not in known}


def _person(person: int) -> discord.Object:
    # By number, because Kring does not ask Discord for lists of members.
    return discord.Object(person, type=discord.Member)


def _overwrite(*, allow: Collection[str] = (), deny: Collection[str] = ()) -> discord.PermissionOverwrite:
    return discord.PermissionOverwrite.from_pair(
        discord.Permissions(**dict.fromkeys(allow, True)), discord.Permissions(**dict.fromkeys(deny, True))
    )
