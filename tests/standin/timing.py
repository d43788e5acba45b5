"""Clocks that several processes share: the wall's, one that runs faster, one that a test turns by hand."""

import asyncio
import mmap
import os
import struct
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.clock import Clock, WallClock

LOOK = 0.05
"""Real seconds between two looks of a person."""
POLL = 0.004
"""Real seconds between two looks of a sleeper at a clock that is turned by hand."""


class Dial:
    """A clock that stands still until somebody turns it, also from another process: it is a file of two numbers.

    The second tells how wrong the clock of Kring's machine is. Who sleeps does not sleep longer for that.
    """

    def __init__(self, file: Path, *, right: bool = False) -> None:
        """`right`: it tells the true time, whatever Kring's machine takes it for."""
        handle = os.open(file, os.O_RDWR)
        self._bytes = mmap.mmap(handle, 16)
        self._right = right
        os.close(handle)

    @classmethod
    def made(cls, file: Path, now: float) -> "Dial":
        """A new one that stands at this moment."""
        file.write_bytes(struct.pack("2d", now, 0))
        return cls(file)

    @property
    def true(self) -> float:
        """The true moment."""
        return self._numbers[0]

    @property
    def _numbers(self) -> tuple[float, float]:
        true, wrong = struct.unpack("2d", self._bytes[:])
        return true, wrong

    def now(self) -> float:
        true, wrong = self._numbers
        return true if self._right else true + wrong

    def turn(self, seconds: float) -> None:
        """Let so many seconds have passed."""
        true, wrong = self._numbers
        self._bytes[:] = struct.pack("2d", true + seconds, wrong)

    def set_wrong(self, seconds: float) -> None:
        """Somebody sets the clock of Kring's machine forward, or back."""
        true, wrong = self._numbers
        self._bytes[:] = struct.pack("2d", true, wrong + seconds)

    async def sleep(self, seconds: float) -> None:
        until = self.true + seconds
        await asyncio.sleep(0)
        while self.true < until:  # noqa: ASYNC110 - another process turns it
            await asyncio.sleep(POLL)


def clock_of(name: str) -> Clock:
    """The clock that is called so: `dial:FILE`, or nothing for the wall's. Discord's own is never wrong."""
    if name.startswith("dial:"):
        return Dial(Path(name.removeprefix("dial:")), right=True)
    return WallClock(time.time)


async def until(so: Callable[[], Awaitable[bool]], seconds: float = 30) -> None:
    """Return when it is so; for what another process does by itself."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not await so():
        if loop.time() > end:
            raise TimeoutError
        await asyncio.sleep(LOOK)


def wall() -> float:
    """The moment it is, for what has to agree with other programs."""
    return time.time()
