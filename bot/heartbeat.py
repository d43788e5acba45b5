"""A sign of life every few seconds; after a gap, running sessions stand still at the moment of the last one.

A gap is a stop of Kring, a machine that slept, a clock that was set forward or back, or a database that could not be
written to: in each of them nobody could go on.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.host import Host
from bot.logs import wordless
from bot.saving import Done
from methods.engine.events import Interrupted
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import Moment
from storage.problems import StorageProblem, Unreadable

log = structlog.get_logger()

AWAY = 60
"""Seconds without a sign of life that are a gap."""


class Heartbeat:
    """Beats, and knows when it missed some."""

    def __init__(
        self,
        host: Host,
        began: Callable[[MeetingId, SessionId | None], None],
        was_away: Callable[[], Awaitable[None]],
    ) -> None:
        """`began` is told where something waits to be delivered, `was_away` of each gap."""
        self._host = host
        self._began = began
        self._was_away = was_away
        self._kept: Moment | None = None
        """The last one that is on disk."""
        self.before = Moment(0)
        """The last sign of life of whoever ran before."""
        self._looked: Moment | None = None
        """When it last beat, also where that could not be kept."""
        self._one = asyncio.Lock()

    async def start(self) -> None:
        """Go on from the last sign of life of whoever ran before."""
        last = await self._host.store.last_beat()
        self._kept = None if last is None else Moment(last)
        self.before = self._host.now() if last is None else Moment(last)
        await self.beat()

    @property
    def missed(self) -> bool:
        """Whether the machine slept, or its clock was set: then nothing should happen before the next beat."""
        return _apart(self._looked, self._host.now())

    async def beat(self) -> None:
        """A sign of life. What cannot be kept, StorageProblem, is no sign: the gap goes on."""
        async with self._one:  # Who comes in meanwhile waits until everything stands still.
            try:
                await self._beat(self._host.now())
            finally:
                self._looked = self._host.now()

    async def _beat(self, now: Moment) -> None:
        last = self._kept
        if last is not None and _apart(last, now):
            log.warning("was away", since=last)
            await self._was_away()
            for meeting, session in await self._host.store.unended():
                await self.pause(meeting, session, last)
        await self._host.store.beat()
        self._kept = now

    async def pause(self, meeting: MeetingId, session: SessionId, last: Moment) -> None:
        """Let one session stand still at this moment; a fault in it must not keep the others going."""
        try:
            outcome = await self._host.handle(session, Interrupted(last))
        except Unreadable as problem:
            log.error("cannot be paused", session=session, reason=str(problem))  # noqa: TRY400 - it says it all
        except StorageProblem:
            raise  # Whoever asked does it all again; what stands still by then stays so.
        except Exception as error:
            log.error("cannot be paused", session=session, exc_info=wordless(error))  # noqa: TRY400 - no words
        else:
            if isinstance(outcome, Done):
                self._began(meeting, session)


def _apart(last: Moment | None, now: Moment) -> bool:
    """Whether there is a gap between these; a clock that is corrected by some seconds makes none."""
    return last is not None and abs(now - last) > AWAY
