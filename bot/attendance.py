"""Who is still on the server. Kring keeps no list of members: it looks when a group waits for somebody."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence

import aiohttp
import discord
import structlog

from bot.host import Host
from bot.logs import wordless
from bot.pacer import Urgency, pacing
from bot.room import Rooms
from bot.saving import Done
from methods.engine import sentences as s
from methods.engine.events import Left
from methods.engine.messages import Say
from methods.engine.roles import stage_of, waiting
from methods.engine.state import MeetingId, Part, Session, SessionId
from methods.engine.text import PersonId
from methods.gathering import without
from methods.meeting import ServerId

log = structlog.get_logger()

AT_ONCE = 100
"""So many people can be asked about in one question."""
UNKNOWN_MEMBER = 10007
"""Discord's code: this person is not on the server."""
NO_ANSWER = (TimeoutError, discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError)
"""Then nobody is taken to be gone."""


class Attendance:
    """Lets a group go on without whoever left the server."""

    def __init__(
        self, host: Host, rooms: Rooms, began: Callable[[MeetingId, SessionId | None], None]
    ) -> None:
        """`began` is told of a stream in which something waits to be delivered."""
        self._host = host
        self._rooms = rooms
        self._began = began
        self._looks: dict[SessionId, asyncio.Task[None]] = {}

    def waited(self, done: Sequence[Done]) -> None:
        """The clock rang in a session: look at those for whom it was, unless it was only the notice."""
        for one in done:
            people = needed(one.before)
            if one.before.group and people and not _only_notice(one):
                self.look(one.before, people)

    def look(self, session: Session, people: Collection[PersonId]) -> None:
        """Look, beside everything else, whether these people are still there."""
        if session.id not in self._looks:
            task = asyncio.get_running_loop().create_task(self._look(session, people))
            self._looks[session.id] = task
            task.add_done_callback(lambda _: self._looks.pop(session.id, None))

    async def settled(self) -> None:
        """Return when nothing is being looked up."""
        await asyncio.gather(*self._looks.values(), return_exceptions=True)

    async def _look(self, session: Session, people: Collection[PersonId]) -> None:
        try:
            server = await self._host.store.server_of(session.id)
            gone = await self.absent(server, people) if server is not None else ()
            for who in gone:
                await self._leaves(session, who)
        except Exception as error:
            log.error("could not look who is there", session=session.id, exc_info=wordless(error))  # noqa: TRY400

    async def _leaves(self, session: Session, who: PersonId) -> None:
        await self._host.change_meeting(session.meeting, lambda now: without(now, {who}))
        done = await self._host.handle(session.id, Left(who))
        if isinstance(done, Done):
            self._began(session.meeting, session.id)

    async def absent(self, server: ServerId, people: Iterable[PersonId]) -> tuple[PersonId, ...]:
        """Who of these is not on the server. Whoever cannot be asked about is there.

        The question goes over the gateway, where it costs nothing of the global limit; only who is missing from its
        answer is asked for by a request, because what follows for them cannot be undone.
        """
        guild = self._rooms.guild(server)
        if guild is None:
            return ()
        asked = tuple(dict.fromkeys(people))
        missing: list[PersonId] = []
        for start in range(0, len(asked), AT_ONCE):
            some = asked[start : start + AT_ONCE]
            found = await _answer(guild.query_members(user_ids=list(some), limit=AT_ONCE, cache=False))
            here = {member.id for member in found} if found is not None else set(some)
            missing += [who for who in some if who not in here]
        return tuple([who for who in missing if await self._is_gone(guild, who)])

    async def _is_gone(self, guild: discord.Guild, who: PersonId) -> bool:
        try:
            with pacing(guild.id, Urgency.COSMETIC):
                await guild.fetch_member(who)
        except discord.NotFound as error:
            return error.code == UNKNOWN_MEMBER
        except NO_ANSWER:
            return False
        return False


async def _answer(asked: Awaitable[list[discord.Member]]) -> list[discord.Member] | None:
    try:
        return await asked
    except NO_ANSWER as error:
        log.info("no answer who is there", error=type(error).__name__)
        return None


def needed(session: Session) -> frozenset[PersonId]:
    """For whom the others wait: whoever leads, tells, has the turn, is asked, or is not done yet."""
    if not session.under_way:
        return frozenset()
    stage = stage_of(session)
    asked = session.ranking[:1] if stage.part is Part.ASKING else ()
    people = {session.leads, session.case_bringer, stage.turn, *asked, *waiting(session)}
    return frozenset(who for who in people if who in session.members)


def _only_notice(done: Done) -> bool:
    effects = done.decision.effects
    return len(effects) == 1 and isinstance(effects[0], Say) and effects[0].line.text is s.ONE_MINUTE
