"""What must be said once, until it is said: takes outbox rows in order and carries them out.

A delivery belongs to one stream (a session, or the meeting itself), begins with a save and ends when the stream is
empty. A row of which nobody knows whether it was carried out is looked for before it is tried again.
"""

import asyncio
from collections.abc import Callable, Coroutine

import aiohttp
import discord
import structlog

from bot.host import Host
from bot.logs import wordless
from bot.performing import Performer
from bot.room import Voice
from methods.engine.state import MeetingId, SessionId
from methods.meeting import DeleteRoom, ForgetWords, OpenLobby, OpenRoom
from storage.outbox import OutboxRow
from storage.problems import Conflict, StorageProblem

log = structlog.get_logger()

Stream = tuple[MeetingId, SessionId | None]
OPENING = OpenLobby | OpenRoom
FOR_GOOD = DeleteRoom | ForgetWords
SURE = 900
"""Seconds that what cannot be undone waits after a gap: a clock that is wrong for a moment deletes nothing."""
AGAIN = 3600
"""Seconds after which a room that could not be deleted is tried again: it was promised to go."""
MENDABLE = {30013, 50001, 50013}
"""Too many channels, no access, no permission: what an administrator of the server can do something about."""


class Outbox:
    """Delivers. One delivery per stream at a time; each is a task that ends."""

    def __init__(
        self, host: Host, performer: Performer, trouble: Callable[[MeetingId, str | None], None]
    ) -> None:
        """`trouble` is told with which code a room of a meeting could not be opened; None: it is open."""
        self._trouble = trouble
        self._host = host
        self._performer = performer
        self._busy: dict[Stream, bool] = {}
        self.open = False
        """Whether Discord can be reached yet; until then everything waits in the store."""
        self._sure_from = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, meeting: MeetingId, session: SessionId | None, voice: Voice | None = None) -> None:
        """Begin to deliver what this stream holds; a delivery that is under way looks once more."""
        stream = (meeting, session)
        if not self.open:
            return
        if stream in self._busy:
            self._busy[stream] = True
            return
        self._busy[stream] = False
        self._spawn(self._deliver(stream, voice))

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def sweep(self) -> None:
        """Begin to deliver whatever waits anywhere."""
        for meeting, session in await self._host.store.streams_with_undelivered(self._host.now()):
            self.start(meeting, session)

    def hold(self) -> None:
        """Kring was away, or its clock was wrong: nothing is deleted for a while."""
        self._sure_from = self._host.now() + SURE

    async def settled(self) -> None:
        """Return when no delivery is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _deliver(self, stream: Stream, voice: Voice | None) -> None:
        meeting, session = stream
        try:
            while True:
                self._busy[stream] = False
                rows = await self._rows(meeting, session)
                for row in rows:
                    if not await self._carry_out(row, voice):
                        return  # The next sweep tries again.
                if not rows and not self._busy[stream]:
                    return
        except StorageProblem:
            log.exception("delivery stopped", meeting=meeting, session=session)
        finally:
            del self._busy[stream]

    async def _rows(self, meeting: MeetingId, session: SessionId | None) -> list[OutboxRow]:
        """What this stream has to deliver now."""
        now = self._host.now()
        rows = await self._host.store.undelivered(now, session=session, meeting=meeting)
        return [row for row in rows if now >= self._sure_from or not isinstance(row.effect, FOR_GOOD)]

    async def _carry_out(self, row: OutboxRow, voice: Voice | None) -> bool:
        """Carry out one row. Returns whether the stream may go on."""
        try:
            await self._once(row, voice)
        except Conflict:
            return True  # Somebody else carried it out.
        except (aiohttp.ClientError, TimeoutError, OSError, discord.RateLimited):
            return False
        except discord.HTTPException as error:
            if error.status >= 500 or error.status == 429:  # noqa: PLR2004 - as HTTP has it
                return False
            return await self._refused(row, error)
        except StorageProblem:
            raise
        except Exception as error:
            await self._host.store.fail(row.id, type(error).__name__)
            log.error("cannot be carried out", row=row.id, kind=_kind(row), exc_info=wordless(error))  # noqa: TRY400
        return True

    async def _once(self, row: OutboxRow, voice: Voice | None) -> None:
        store = self._host.store
        if row.claimed_at is not None and await self._performer.was_done(row):
            await store.settle(row.id)
            return
        await store.claim(row.id, voice.id if voice else None)
        message = await self._performer.perform(row, voice)
        await store.settle(row.id, message)
        if isinstance(row.effect, OPENING):
            self._trouble(row.meeting, None)

    async def _refused(self, row: OutboxRow, error: discord.HTTPException) -> bool:
        """Discord will not have it. Opening and deleting rooms is tried again, for both were promised; the rest is not."""
        code = f"{error.status}/{error.code}"
        log.warning("refused", row=row.id, kind=_kind(row), code=code)
        if isinstance(row.effect, OPENING) and error.code in MENDABLE:
            self._trouble(row.meeting, code)
            return False
        if isinstance(row.effect, DeleteRoom) and error.code in MENDABLE:
            self._trouble(row.meeting, code)
            await self._host.store.postpone(row.id, self._host.now() + AGAIN)
            return True
        await self._host.store.fail(row.id, code)
        return True


def _kind(row: OutboxRow) -> str:
    return type(row.effect).__name__
