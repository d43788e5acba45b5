"""The bot: least intents, its parts joined, its clock; commands are synced only when they changed."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress

import discord
import structlog
from discord.ext import commands

from bot import cogs
from bot.acts import Acts
from bot.alarm import Alarm
from bot.articles import Articles
from bot.attendance import Attendance
from bot.backups import Backups
from bot.board import Boards
from bot.bringing import Bringing
from bot.cards import Cards
from bot.choosing import Choosing
from bot.clock import Clock
from bot.conduct import Conduct
from bot.door import Door
from bot.erasing import Erasing
from bot.heard import Heard
from bot.heartbeat import Heartbeat
from bot.host import Host
from bot.leaders import Leaders
from bot.led import Led
from bot.lobby import Lobby
from bot.logs import wordless
from bot.mending import Mending
from bot.next_steps import NextSteps
from bot.once import watched
from bot.outbox import Outbox
from bot.pacer import Pacer, install
from bot.panel import Panel
from bot.performing import Performer
from bot.practice import Practice
from bot.quadrants import Quadrants
from bot.refusals import Refusals
from bot.replies import Reply
from bot.room import Rooms
from bot.server_methods import ServerMethods
from bot.small_evening import SmallEvening
from bot.staging import Staging
from bot.tempo import Together
from bot.words import Translator
from bot.workshop import Workshop
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import Moment
from methods.meeting import ServerId
from storage.problems import StorageProblem
from storage.store import Store

log = structlog.get_logger()

HOUR = 3600
JUST_NOW = 60
"""Seconds before the last sign of life of whoever ran before, in which a meeting was closed just now."""
COMMANDS = "commands"
"""Under which name the fingerprint of the synced commands is kept."""


def intents() -> discord.Intents:
    """Servers, and that somebody posts; never what. Nothing privileged."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    return wanted


class Commands(discord.app_commands.CommandTree["Kring"]):
    """The slash commands. They come in beside the door, and by the same rules."""

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Whether to handle it."""
        return await self.client.lets_in(interaction)


class Kring(commands.AutoShardedBot):
    """Kring at Discord. It holds its parts; the state is in the store."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        rate: float = 45,
        shard_count: int | None = None,
        backups: Backups | None = None,
    ) -> None:
        """`rate`: requests a second that count under Discord's global limit."""
        super().__init__(
            command_prefix=[],
            help_command=None,
            tree_cls=Commands,
            http_trace=watched(),
            intents=intents(),
            shard_count=shard_count,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=60,
        )
        self.store = store
        self.clock = clock
        self._pacer = Pacer(clock, rate)
        self.host = Host(store, clock)
        self.methods = ServerMethods(store)
        self.rooms = Rooms(self)
        self.boards = Boards(self.host, self.rooms, clock)
        staging = Staging(self.host, self.rooms, self._began)
        performer = Performer(self.host, self.rooms, staging)
        self.attendance = Attendance(self.host, self.rooms, self._began)
        self.mending = Mending(self.host, self.rooms, self.boards, self._began)
        refusals = Refusals(self.host, self.boards, self.mending, self.attendance)
        self.outbox = Outbox(self.host, performer, refusals)
        self.cards = Cards(self.host, self.rooms, self.boards.changed)
        self.conduct = Conduct(self.host, self.outbox, self.boards, self.attendance)
        self.panel = Panel(self.host, self.conduct, self.cards, self.boards)
        self.lobby = Lobby(self.host, self.cards, self.rooms)
        self.acts = Acts(self.host, self.outbox, self.cards)
        self.host.followers = [
            Led(self.host, self._began).follow,
            Together(self.host, self._began).follow,
        ]
        self.choosing = Choosing(self.cards, self.methods)
        self.articles = Articles(self.host, self.cards)
        self.workshop = Workshop(self.cards, self.methods)
        self.door = Door(
            clock,
            self.cards,
            self.acts,
            {
                "lobby": self.lobby,
                "bring": Bringing(self.host, self.rooms, self.cards, clock),
                "conduct": self.panel,
                "leaders": Leaders(self.host, self.conduct, self.cards, self.panel),
                "evening": SmallEvening(self.host, self.cards),
                "practice": Practice(self.host, self.cards),
                "which": self.choosing,
                "method": self.workshop,
                "quad": Quadrants(self.host, self.cards, self.lobby),
                "after": NextSteps(self.host, self.cards, self.outbox),
                "rules": self.articles,
                "erase": Erasing(self.host, self.cards),
            },
        )
        self.heartbeat = Heartbeat(self.host, self._began, self.outbox.hold)
        self.alarm = Alarm(clock, self._ring)
        self._backups = backups
        self._looked_over = Moment(0)
        self._boards_are_shown = False
        """Whether the boards have been brought up to date once: whoever ran before may have stopped before it could."""
        self._heard = Heard()

    def _began(self, meeting: MeetingId, session: SessionId | None) -> None:
        self.outbox.start(meeting, session)
        self.boards.changed(meeting)

    # --- Starting -----------------------------------------------------------------------------------------

    async def setup_hook(self) -> None:
        """Before the first event: the pacer, the commands, and what the clock owes to the past."""
        install(self.http, self._pacer)
        await self.tree.set_translator(Translator())
        self.tree.error(self._command_failed)
        await cogs.load(self)
        await self._sync()
        await self.outbox.remember()
        await self.heartbeat.start()
        self.alarm.start()
        await self._set_alarm()

    async def _sync(self) -> None:
        """Tell Discord the commands when they are not what it was told last; it takes 200 a day."""
        translator = self.tree.translator
        payload = [
            await command.get_translated_payload(self.tree, translator)
            if translator
            else command.to_dict(self.tree)
            for command in self.tree.get_commands()
        ]
        print_ = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
        mine = f"{self.application_id}:{print_}"
        if await self.store.noted(COMMANDS) != mine:
            await self.tree.sync()
            await self.store.note(COMMANDS, mine)

    async def on_ready(self) -> None:
        """Connected, again perhaps: from now on what waits can be delivered."""
        await self._pause_where(lambda server: self.get_guild(server) is None)
        self.outbox.open = True
        await self.outbox.sweep()
        if not self._boards_are_shown:
            self._boards_are_shown = True
            for guild in self.guilds:
                await self._show_boards(ServerId(guild.id), self.heartbeat.before - JUST_NOW)

    async def _show_boards(self, server: ServerId, closed_since: int | None = None) -> None:
        """Bring the board of every meeting that goes on here up to date, or post it."""
        going_on = await self.store.meetings_of(server, open_only=True, closed_since=closed_since)
        for meeting in going_on:
            self.boards.changed(meeting.id)

    # --- The clock ----------------------------------------------------------------------------------------

    async def _ring(self) -> None:
        """Do all that is due, say all that waits, and set the alarm anew."""
        try:
            await self.heartbeat.beat()
        except StorageProblem as problem:
            log.error("nothing can be kept", reason=str(problem))  # noqa: TRY400 - the sentence says it all
            return  # The next sweep tries again; until then people get their texts back.
        await self._all_that_is_due()
        await self.outbox.sweep()
        await self._forget_overdue()
        moment = await self.store.next_due()
        # What is due still could not be done; at once it would be tried for ever, so the next sweep tries it.
        self.alarm.set(None if moment is not None and moment <= self.host.now() else moment)
        if self._backups is not None:
            self._backups.look()

    async def _forget_overdue(self) -> None:
        """What people wrote for themselves is kept for a while; looked at once an hour, by a clock that can be trusted."""
        now = self.host.now()
        if not self.outbox.sure or now < self._looked_over + HOUR:
            return
        self._looked_over = now
        with suppress(StorageProblem):  # The next hour tries again; what is overdue is not shown meanwhile.
            async with self.store.transaction() as change:
                await change.drop_overdue()

    async def _all_that_is_due(self) -> None:
        tried: set[SessionId] = set()
        while due := [one for one in await self.store.due(self.host.now()) if one not in tried]:
            for session in due:
                await self._time_up(session)
            tried.update(due)

    async def _time_up(self, session: SessionId) -> None:
        """What is due in one session; a fault in it must not keep the others waiting."""
        try:
            rung = await self.host.time_up(session)
            for done in rung:
                self._began(done.after.meeting, session)
            self.attendance.waited(rung)
        except Exception as error:
            log.error("time is not up", session=session, exc_info=wordless(error))  # noqa: TRY400

    async def _set_alarm(self) -> None:
        self.alarm.set(await self.store.next_due())

    async def removed_from(self, server: ServerId) -> None:
        """Kring was taken off a server: its conversations stand still, and whatever is to be said waits."""
        log.warning("removed from a server", server=server)
        await self._pause_where(lambda one: one == server)

    async def _pause_where(self, is_away: Callable[[ServerId], bool]) -> None:
        """On servers that cannot be reached conversations stand still."""
        for meeting, session in await self.store.unended():
            server = await self.store.server_of(session)
            if server is not None and is_away(server):
                await self.heartbeat.pause(meeting, session, self.host.now())

    async def invited_to(self, server: ServerId) -> None:
        """Kring is on a server, perhaps once more: what waited is said, and boards are posted."""
        await self.outbox.sweep()
        await self._show_boards(server)

    # --- What comes in ------------------------------------------------------------------------------------

    async def lets_in(self, interaction: discord.Interaction) -> bool:
        """Whether this is to be handled: once, and not before what a gap brings about has happened."""
        if not self._heard.first_time(interaction.id):
            log.info("came in twice", interaction=interaction.id)
            return False
        if self.heartbeat.missed:
            await self._ring()
        return True

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Clicks and forms; the command tree takes the commands by itself."""
        if interaction.type not in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            return
        if await self.lets_in(interaction):
            await self.door.knock(interaction)
            await self._heed_deadlines()

    async def on_app_command_completion(self, _: discord.Interaction, __: object) -> None:
        """A command may have changed when something is due, as a click may."""
        await self._heed_deadlines()

    async def _heed_deadlines(self) -> None:
        with suppress(StorageProblem):  # Who pressed has heard of it; the next sweep sets the alarm.
            await self._set_alarm()

    async def _command_failed(
        self, interaction: discord.Interaction, error: discord.app_commands.AppCommandError
    ) -> None:
        """A command that never came as far as its own answer."""
        await self.door.failed(Reply(interaction, self.clock), error)

    async def on_message(self, message: discord.Message, /) -> None:
        """That somebody posts in a room; what, Kring cannot read."""
        if not message.author.bot and message.guild is not None and not self.heartbeat.missed:
            session = await self.acts.typed(message.channel.id, message.author.id)
            if session is not None:
                self.boards.heard(session)

    async def close(self) -> None:
        """Stop: no more rings, what is being delivered is finished, the database is let go."""
        await self.alarm.stop()
        await self.attendance.settled()
        await self.outbox.settled()
        await self.boards.stop()
        await super().close()
        if self._backups is not None:
            await self._backups.stop()
        await self.store.close()
