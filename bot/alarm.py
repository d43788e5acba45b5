"""Wakes the host: at the earliest deadline, and every few seconds anyway. APScheduler behind one method.

A deadline is a row in the database; the alarm knows one moment and forgets it on a restart. Nothing depends
on its being punctual, or on its ringing only once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, tzinfo
from math import ceil

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers import base
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock

SWEEP = 10
"""Seconds between two rings that come whether or not anything is due."""

MICROSECONDS = 1_000_000


class _Scheduler(AsyncIOScheduler):  # type: ignore[misc] # it ships no types
    """Sleeps by Kring's own clock, which need not run as the event loop's does."""

    def __init__(self, clock: Clock) -> None:
        # Without a grace time a job that is a second late would be dropped, and with it the deadline.
        lasting = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        super().__init__(timezone=UTC, job_defaults=lasting)
        self._clock = clock

    def _start_timer(self, wait_seconds: float | None) -> None:
        self._stop_timer()
        if wait_seconds is not None:
            self._timeout = self._eventloop.create_task(self._wake_after(wait_seconds), name="timer")

    async def _wake_after(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self.wakeup()


class Alarm:
    """Calls `ring` when something is due: never twice at once, and once more if that was missed meanwhile.

    A ring that fails ends its task with that fault; the next sweep rings again.
    """

    def __init__(self, clock: Clock, ring: Callable[[], Awaitable[None]], sweep: float = SWEEP) -> None:
        self._clock = clock
        self._ring = ring
        self._sweep = sweep
        self._ringing: asyncio.Task[None] | None = None
        self._sweeping: asyncio.Task[None] | None = None
        self._again = False
        self._scheduler = _Scheduler(clock)

    def start(self) -> None:
        """Begin to sweep, the first time after one sweep's length. Needs a running event loop."""
        self._scheduler.start()
        self._sweep_later()

    def set(self, moment: float | None) -> None:
        """Ring at this moment (seconds since 1970, UTC) instead of the one set before; None: only sweep.

        A moment that has passed rings at once.
        """
        if moment is None:
            with suppress(JobLookupError):
                self._scheduler.remove_job("due")
            return
        self._scheduler.add_job(
            self._knock, "date", run_date=_as_date(moment), id="due", replace_existing=True
        )

    async def stop(self) -> None:
        """Ring no more; come back when a ring that is under way has ended."""
        self._again = False
        if self._sweeping is not None:
            self._sweeping.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # the scheduler ends itself in the loop's next turn
        if self._ringing is not None:
            await asyncio.wait([self._ringing])

    def _sweep_later(self) -> None:
        self._sweeping = asyncio.create_task(self._sweep_once(), name="sweep")

    async def _sweep_once(self) -> None:
        """Without the scheduler: a clock that is set back would keep it waiting for the time it lost."""
        await self._clock.sleep(self._sweep)
        self._sweep_later()
        await self._knock()

    async def _knock(self) -> None:
        """Start a ring, or ask the one under way to go round once more.

        A job has to be over at once: APScheduler skips and then forgets a one-time job that comes up while an
        earlier one of the same name is still running.
        """
        if self._ringing is not None and not self._ringing.done():
            self._again = True
            return
        self._ringing = asyncio.create_task(self._ring_until_quiet(), name="alarm")

    async def _ring_until_quiet(self) -> None:
        while True:
            self._again = False
            await self._ring()
            if not self._again:
                return


@contextmanager
def bind_clock(clock: Clock) -> Iterator[None]:
    """Let every scheduler in this process follow this clock.

    APScheduler takes no clock: its module asks its own name `datetime` for the time, so that name is lent to
    it.
    """

    class Bound(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Bound":
            return cls.fromtimestamp(clock.now(), tz)

    wall = base.datetime
    base.datetime = Bound
    try:
        yield
    finally:
        base.datetime = wall


def _as_date(moment: float) -> datetime:
    # Upwards: a ring that comes a microsecond early finds nothing due yet.
    return datetime.fromtimestamp(ceil(moment * MICROSECONDS) / MICROSECONDS, UTC)
