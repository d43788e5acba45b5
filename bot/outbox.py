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
from bot.logs import wordless
from bot.performing import Performer
from bot.refusals import Refusals
from bot.room import Voice
from bot.staging import NotYet
from methods.engine.state import MeetingId, SessionId
from methods.meeting import DeleteRoom, ForgetWords, ServerId
from storage.outbox import OutboxRow
from storage.problems import Conflict, StorageProblem

log = structlog.get_logger()

Stream = tuple[MeetingId, SessionId | None]
FOR_GOOD = DeleteRoom | ForgetWords
SURE = 900
"""Seconds that what cannot be undone waits after a gap: a clock that is wrong for a moment deletes nothing."""
HELD = "held"
"""Under which name it is kept until when that is."""


class Outbox:
    """Delivers. One delivery per stream at a time; each is a task that ends."""

    def __init__(self, host: Host, performer: Performer, refusals: Refusals) -> None:
        self._host = host
        self._performer = performer
        self._refusals = refusals
        self._busy: dict[Stream, bool] = {}
        self.open = False
        """Whether Discord can be reached yet; until then everything waits in the store."""
        self._sure_from = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, meeting: MeetingId, session: SessionId | None, voice: Voice | None = None) -> None:
        """Begin to deliver what this stream holds; a delivery that is under way looks once more."""
        stream = (meeting, session)
        if not self.open or (voice is None and self._refusals.rests(stream)):
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

    async def hold(self) -> None:
        """Kring was away, or its clock was wrong: nothing is deleted for a while, also not after a restart."""
        self._sure_from = self._host.now() + SURE
        await self._host.store.note(HELD, str(self._sure_from))

    async def remember(self) -> None:
        """Hold what whoever ran before held."""
        self._sure_from = int(await self._host.store.noted(HELD) or 0)

    @property
    def sure(self) -> bool:
        """Whether the clock can be trusted with what cannot be undone."""
        return self._host.now() >= self._sure_from

    async def try_again(self) -> None:
        """Something changed at Discord: what was refused may be allowed now."""
        if self._refusals.forget():
            await self.sweep()

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
        """What this stream has to deliver now, as far as it can be."""
        now = self._host.now()
        rows = await self._host.store.undelivered(now, session=session, meeting=meeting)
        return [row for row in rows if self._possible(row)]

    def _possible(self, row: OutboxRow) -> bool:
        """Whether the clock can be trusted with it, and Kring is on the server: else it waits until it is invited again."""
        if isinstance(row.effect, FOR_GOOD) and not self.sure:
            return False
        return isinstance(row.effect, ForgetWords) or self._performer.is_on(ServerId(row.server))

    async def _carry_out(self, row: OutboxRow, voice: Voice | None) -> bool:
        """Carry out one row. Returns whether the stream may go on."""
        try:
            await self._once(row, voice)
        except Conflict:
            return True  # Somebody else carried it out.
        except NotYet:
            return await self._refusals.wait(row)
        except (aiohttp.ClientError, TimeoutError, OSError, discord.RateLimited):
            return False
        except discord.HTTPException as error:
            if error.status >= 500 or error.status == 429:  # noqa: PLR2004 - as HTTP has it
                return False
            return await self._refusals.refused(row, error)
        except StorageProblem:
            raise
        except Exception as error:
            await self._host.store.fail(row.id, type(error).__name__)
            kind = type(row.effect).__name__
            log.error("cannot be carried out", row=row.id, kind=kind, exc_info=wordless(error))  # noqa: TRY400
        return True

    async def _once(self, row: OutboxRow, voice: Voice | None) -> None:
        store = self._host.store
        if row.claimed_at is not None and await self._performer.was_done(row):
            await store.settle(row.id)
            return
        await store.claim(row.id, voice.id if voice else None)
        message = await self._performer.perform(row, voice)
        await store.settle(row.id, message)
        self._refusals.carried_out(row)
