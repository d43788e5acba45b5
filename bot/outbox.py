"""What must be said once, until it is said: takes outbox rows in order and carries them out.

A delivery belongs to one stream (a session, or the meeting itself), begins with a save and ends when the stream is
empty. A row of which nobody knows whether it was carried out is looked for before it is tried again.
"""

import asyncio
from collections.abc import Coroutine

import aiohttp
import discord
import structlog

from bot.host import Host
from bot.performing import Performer
from bot.room import Voice
from methods.engine.state import MeetingId, SessionId
from storage.outbox import OutboxRow
from storage.problems import Conflict, StorageProblem

log = structlog.get_logger()

Stream = tuple[MeetingId, SessionId | None]


class Outbox:
    """Delivers. One delivery per stream at a time; each is a task that ends."""

    def __init__(self, host: Host, performer: Performer) -> None:
        self._host = host
        self._performer = performer
        self._busy: dict[Stream, bool] = {}
        self.open = False
        """Whether Discord can be reached yet; until then everything waits in the store."""
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

    async def settled(self) -> None:
        """Return when no delivery is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _deliver(self, stream: Stream, voice: Voice | None) -> None:
        meeting, session = stream
        try:
            while True:
                self._busy[stream] = False
                rows = await self._host.store.undelivered(self._host.now(), session=session, meeting=meeting)
                for row in rows:
                    if not await self._carry_out(row, voice):
                        return  # The next sweep tries again.
                if not rows and not self._busy[stream]:
                    return
        except StorageProblem:
            log.exception("delivery stopped", meeting=meeting, session=session)
        finally:
            del self._busy[stream]

    async def _carry_out(self, row: OutboxRow, voice: Voice | None) -> bool:
        """Carry out one row. Returns whether the stream may go on."""
        store = self._host.store
        try:
            if row.claimed_at is not None and await self._performer.was_done(row):
                await store.settle(row.id)
                return True
            await store.claim(row.id, voice.id if voice else None)
            message = await self._performer.perform(row, voice)
            await store.settle(row.id, message)
        except Conflict:
            return True  # Somebody else carried it out.
        except (discord.Forbidden, discord.NotFound) as error:
            await store.fail(row.id, f"{error.status}/{error.code}")
            log.warning("not allowed", row=row.id, kind=type(row.effect).__name__, code=error.code)
        except discord.HTTPException as error:
            if error.status >= 500 or error.status == 429:  # noqa: PLR2004 - as HTTP has it
                return False
            await store.fail(row.id, f"{error.status}/{error.code}")
            log.error("refused", row=row.id, kind=type(row.effect).__name__, code=error.code)  # noqa: TRY400 - no words
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False
        return True
