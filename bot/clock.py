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
