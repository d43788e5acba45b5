"""Channels: opens, locks, writes in, looks in and deletes them, with the fewest requests.

What it is told to do may have been done before Kring went down: a room carries its session in its topic, a
message its outbox row in its block, and both are looked for before anything is done twice.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeGuard

import discord
from discord import ui

from bot import plain
from bot.once import once
from bot.pacer import Urgency, pacing
from bot.permissions import Overwrites, keep_foreign, room_overwrites
from methods.engine.model import Place
from methods.engine.text import PersonId
from methods.meeting import ChannelId, ServerId

PARTS = 2**24
"""A text in several messages: part p is marked with the row's number plus p times this; an int32 at Discord."""
BULK = 100
"""Messages that are deleted by one request; Discord's limit."""
LOOK_BACK = 100
"""How many messages back a mark is looked for."""

RoomChannel = discord.TextChannel | discord.VoiceChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPlan:
    """A room to be made: its name, who is in it, and who may type.

    `topic` is its mark; a voice channel has no topic, so its name must be one of a kind.
    """

    name: str
    topic: str
    place: Place
    members: Collection[PersonId]
    writers: Collection[PersonId]
    category: ChannelId | None = None


class Voice(Protocol):
    """Something that can post in a room outside Discord's global limit: the answer to a click."""

    id: int
    """The interaction's number."""

    def hears(self, channel: int) -> bool:
        """Whether what it says appears in this channel, and it may still speak."""

    async def say(self, view: ui.LayoutView, calls: Sequence[PersonId], *, quiet: bool) -> int:
        """Post, calling these people; the message's number. `quiet`: without ringing for them."""


class Rooms:
    """The channels of all servers, through one client."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._gone: set[int] = set()
        """Channels that are no longer there, whatever discord.py remembers; their numbers are never used again."""

        self._closed: set[int] = set()
        """Channels that Kring itself deletes."""

    def gone(self, channel_id: ChannelId) -> bool:
        """This channel was deleted; whether by somebody else's hand."""
        self._gone.add(channel_id)
        return channel_id not in self._closed

    def channel(self, channel_id: ChannelId | None) -> RoomChannel | None:
        """The channel, if Kring can still see it."""
        found = self._client.get_channel(channel_id) if channel_id else None
        return found if isinstance(found, RoomChannel) and found.id not in self._gone else None

    async def reach(self, channel_id: ChannelId | None) -> RoomChannel | None:
        """The channel, asked of Discord when the cache does not have it. NotFound when it has been deleted."""
        found = self.channel(channel_id)
        if found is not None or not channel_id:
            return found
        fetched = await self._client.fetch_channel(channel_id)
        return fetched if isinstance(fetched, RoomChannel) else None

    def guild(self, server: ServerId) -> discord.Guild | None:
        """The server, if Kring is still in it."""
        return self._client.get_guild(server)

    async def _channels(self, server: ServerId, *, sure: bool) -> list[discord.abc.GuildChannel]:
        """The channels that are still there; none where Kring does not know the server."""
        guild = self.guild(server)
        if guild is None:
            return []
        if not sure:
            return [one for one in guild.channels if one.id not in self._gone]
        with pacing(server, Urgency.ANNOUNCING):
            return [one for one in await guild.fetch_channels() if one.id not in self._gone]

    async def open(self, server: ServerId, plan: RoomPlan, *, sure: bool = False) -> RoomChannel:
        """Make a room with all its overwrites in one request, unless it has been made before.

        `sure`: look for it as Discord itself has it now; what it told of channels may have been lost on its way.
        NotFound when the server is gone.
        """
        for channel in await self._channels(server, sure=sure):
            if _is(channel, plan):
                return channel
        guild = self._client.get_guild(server)
        if guild is None:
            guild = await self._client.fetch_guild(server)
        overwrites = self._overwrites(guild, plan)
        category = guild.get_channel(plan.category) if plan.category else None
        parent = category if isinstance(category, discord.CategoryChannel) else None
        with once(), pacing(server, Urgency.ANNOUNCING):
            if plan.place is Place.VOICE:
                return await guild.create_voice_channel(plan.name, overwrites=overwrites, category=parent)
            return await guild.create_text_channel(
                plan.name, topic=plan.topic, overwrites=overwrites, category=parent
            )

    async def open_lobby(
        self, server: ServerId, name: str, topic: str, category: ChannelId | None, *, sure: bool = False
    ) -> discord.TextChannel:
        """Make a lobby that everybody on the server sees, unless it has been made before; `sure` as for a room."""
        for channel in await self._channels(server, sure=sure):
            if isinstance(channel, discord.TextChannel) and channel.topic == topic:
                return channel
        guild = self._client.get_guild(server) or await self._client.fetch_guild(server)
        parent = guild.get_channel(category) if category else None
        with once(), pacing(server, Urgency.ANNOUNCING):
            return await guild.create_text_channel(
                name, topic=topic, category=parent if isinstance(parent, discord.CategoryChannel) else None
            )

    def _overwrites(self, guild: discord.Guild, plan: RoomPlan) -> Overwrites:
        return room_overwrites(
            everyone=guild.default_role,
            me=self.me,
            members=plan.members,
            writers=plan.writers,
            voice=plan.place is Place.VOICE,
        )

    def readers(self, server: ServerId) -> list[str]:
        """Who can read every channel of a server: its owner's name where it is known, and roles of administrators."""
        guild = self.guild(server)
        if guild is None:
            return []
        owner = [plain.shown(guild.owner.display_name)] if guild.owner else []
        return [*owner, *administrators(guild)]

    @property
    def me(self) -> int:
        """Kring's own id."""
        return self._client.user.id if self._client.user else 0

    async def permit(
        self,
        channel: RoomChannel,
        members: Collection[PersonId],
        writers: Collection[PersonId],
        gone: Collection[PersonId] = (),
    ) -> None:
        """Let exactly these members type, and `gone` in no more; what others set by hand for anybody else stays."""
        ours = room_overwrites(
            everyone=channel.guild.default_role,
            me=self.me,
            members=members,
            writers=writers,
            voice=isinstance(channel, discord.VoiceChannel),
        )
        wanted = keep_foreign(dict(channel.overwrites), ours, left=gone)
        if wanted == dict(channel.overwrites):
            return
        with pacing(channel.guild.id, Urgency.LOCKING):
            await channel.edit(overwrites=wanted)

    async def post(
        self,
        channel: discord.abc.Messageable,
        server: ServerId,
        view: ui.LayoutView,
        row: int,
        calls: Sequence[PersonId],
        *,
        quiet: bool = False,
    ) -> discord.Message:
        """Send a message once: the row's number is its nonce. It calls `calls` and nobody else.

        `quiet`: it rings for nobody, not even for them. Somebody's words never light up a locked screen.
        """
        with pacing(server, Urgency.ANNOUNCING):
            return await channel.send(
                view=view, nonce=row, silent=quiet or not calls, allowed_mentions=only(calls)
            )

    async def posted(self, channel: RoomChannel, mark: int) -> discord.Message | None:
        """The message with this mark, if it has been sent."""
        with pacing(channel.guild.id, Urgency.ANNOUNCING):
            async for message in channel.history(limit=LOOK_BACK):
                if mark_of(message) == mark:
                    return message
        return None

    async def clear(self, channel: RoomChannel, since: int, until: int) -> None:
        """Delete what people posted here between these moments, in bulk; Kring's own cards stay.

        Discord deletes in bulk what is younger than two weeks, which a step that has just ended always is. Doing it
        again deletes nothing more: what is gone is not found any more.
        """
        before = datetime.fromtimestamp(until + 1, UTC)
        after = datetime.fromtimestamp(since, UTC) - timedelta(milliseconds=1)  # moments are whole seconds
        with pacing(channel.guild.id, Urgency.CLOSING):
            posted = channel.history(limit=None, before=before, after=after)
            theirs = [message async for message in posted if message.author.id != self.me]
            for start in range(0, len(theirs), BULK):
                with suppress(discord.NotFound):  # by hand, in the meantime
                    await channel.delete_messages(theirs[start : start + BULK])

    async def delete(self, channel: RoomChannel) -> None:
        """Delete a room with everything in it."""
        self._closed.add(channel.id)
        with pacing(channel.guild.id, Urgency.CLOSING):
            await channel.delete()

    async def bring(self, server: ServerId, who: PersonId, room: ChannelId) -> None:
        """Move somebody who is in a voice channel to this one."""
        with pacing(server, Urgency.COSMETIC):
            await self._client.http.edit_member(server, who, channel_id=room)

    async def whisper(self, server: ServerId, who: PersonId, view: ui.LayoutView, row: int) -> None:
        """A direct message, once: the row's number is its nonce. Forbidden when this person takes none."""
        with pacing(server, Urgency.COSMETIC):
            channel = await self._client.create_dm(discord.Object(who))
            await channel.send(view=view, nonce=row)


def _is(channel: discord.abc.GuildChannel, plan: RoomPlan) -> TypeGuard[RoomChannel]:
    """Whether this is the room of the plan: a text channel by its topic, a voice channel by its name."""
    if plan.place is Place.VOICE:
        return isinstance(channel, discord.VoiceChannel) and channel.name == plan.name
    return isinstance(channel, discord.TextChannel) and channel.topic == plan.topic


def administrators(guild: discord.Guild) -> list[str]:
    """The roles that may read everything, those of other bots too; not Kring's own."""
    mine = guild.self_role
    return [plain.shown(r.name) for r in guild.roles if r.permissions.administrator and r != mine]


def only(calls: Sequence[PersonId]) -> discord.AllowedMentions:
    """These people may be called by a message, and nobody else."""
    people = [discord.Object(who) for who in calls]
    return discord.AllowedMentions(everyone=False, roles=False, replied_user=False, users=people or False)


def mark(row: int, part: int = 0) -> int:
    """The number by which a message of this row is found again."""
    return row + part * PARTS


def mark_of(message: discord.Message) -> int | None:
    """The outbox row that a message of Kring's delivers."""
    block = message.components[0] if message.components else None
    return block.id if isinstance(block, discord.Container) else None
