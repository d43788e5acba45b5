"""What every part of Kring means by now, and by waiting: one clock is made at start and passed around."""

import asyncio
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Tells the time and lets time pass; a rehearsal puts simulated time in its place."""

    def now(self) -> float:
        """Seconds since 1970, UTC. It may jump: whoever measures with it allows for that."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Come back after so many seconds, or a little later; zero or less still gives others a turn."""
        ...


class WallClock:
    """Real time. It is given the function that tells it, so that only `bot/__main__.py` names that one."""

    def __init__(self, time: Callable[[], float]) -> None:
        self._time = time

    def now(self) -> float:
        return self._time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(seconds, 0))


class FastClock:
    """Time that runs `times` as fast as the wall's since a moment on which both agree: for tests with a stand-in.

    The moment is given, so that after a restart, and in another process, it is as late as it would have been.
    """

    def __init__(self, wall: Clock, times: float, since: float) -> None:
        self._wall = wall
        self._times = times
        self._since = since

    def now(self) -> float:
        return self._since + (self._wall.now() - self._since) * self._times

    async def sleep(self, seconds: float) -> None:
        await self._wall.sleep(seconds / self._times)
