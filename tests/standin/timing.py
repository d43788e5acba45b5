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
    """A clock that stands still until somebody turns it, also from another process: it is a file of eight bytes."""

    def __init__(self, file: Path) -> None:
        handle = os.open(file, os.O_RDWR)
        self._bytes = mmap.mmap(handle, 8)
        os.close(handle)

    @classmethod
    def made(cls, file: Path, now: float) -> "Dial":
        """A new one that stands at this moment."""
        file.write_bytes(struct.pack("d", now))
        return cls(file)

    def now(self) -> float:
        found: float = struct.unpack("d", self._bytes[:])[0]
        return found

    def turn(self, seconds: float) -> None:
        """Let so many seconds have passed."""
        self._bytes[:] = struct.pack("d", self.now() + seconds)

    async def sleep(self, seconds: float) -> None:
        until = self.now() + seconds
        await asyncio.sleep(0)
        while self.now() < until:  # noqa: ASYNC110 - another process turns it
            await asyncio.sleep(POLL)


def clock_of(name: str) -> Clock:
    """The clock that is called so: `dial:FILE`, or nothing for the wall's."""
    if name.startswith("dial:"):
        return Dial(Path(name.removeprefix("dial:")))
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
