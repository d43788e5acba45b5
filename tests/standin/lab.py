"""`python -m tests.standin.lab DIAL TALLY`: Kring as it is, under a clock that a test turns, to be killed at any step.

Kring itself knows nothing of this: the clock and the count are put around it here, in a process that forks a Kring
with everything imported, so that it is back in a blink, and forks the next one whenever one was killed.
"""

import asyncio
import mmap
import os
import select
import signal
import struct
import sys
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

import aiohttp
from discord import client as discord_client
from discord import http, shard
from discord.state import ConnectionState
from discord.webhook import async_
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection

import bot.__main__ as kring
from bot import client
from bot.alarm import Alarm
from methods.library import all_methods
from tests.standin.timing import Dial

HURRY = 20
"""How much faster than it would be discord.py is to try again."""
READY_AFTER = 0.05
"""Real seconds after the last server until discord.py calls itself ready; by itself it waits two."""


class Tally:
    """How many durable steps have been made, and at which one Kring is killed; a file of five numbers."""

    def __init__(self, file: Path) -> None:
        handle = os.open(file, os.O_RDWR)
        self._bytes = mmap.mmap(handle, 40)
        os.close(handle)

    @classmethod
    def made(cls, file: Path) -> "Tally":
        """A new one, at none."""
        file.write_bytes(bytes(40))
        return cls(file)

    @property
    def steps(self) -> int:
        return self._read(0)

    @property
    def fatal(self) -> int:
        """The number of the step right after which Kring is killed; 0: it lives."""
        return self._read(1)

    @fatal.setter
    def fatal(self, number: int) -> None:
        self._write(1, number)

    @property
    def writing(self) -> int:
        """How many commits are on their way to the disk."""
        return self._read(2)

    @writing.setter
    def writing(self, number: int) -> None:
        self._write(2, number)

    @property
    def process(self) -> int:
        """The number of the process that is Kring now."""
        return self._read(3)

    @process.setter
    def process(self, number: int) -> None:
        self._write(3, number)

    @property
    def ready(self) -> bool:
        """Whether Kring is there, and has begun with what its last life left undone."""
        return bool(self._read(4))

    @ready.setter
    def ready(self, now: bool) -> None:
        self._write(4, now)

    def step(self) -> None:
        """Something has become durable: a commit, or what a request did at Discord. This may be the last of it."""
        self._write(0, self.steps + 1)
        if self.steps == self.fatal:
            self.fatal = self.writing = 0
            self.ready = False
            os.kill(os.getpid(), signal.SIGKILL)

    def _read(self, place: int) -> int:
        number: int = struct.unpack_from("q", self._bytes, 8 * place)[0]
        return number

    def _write(self, place: int, number: int) -> None:
        struct.pack_into("q", self._bytes, 8 * place, number)


def count_into(tally: Tally) -> None:
    """From now on every commit and every request that changes something is counted, right when it has happened."""
    commit = AsyncAdapt_aiosqlite_connection.commit

    def committed(self: AsyncAdapt_aiosqlite_connection) -> None:
        tally.writing += 1
        try:
            commit(self)
        finally:
            tally.writing -= 1
        tally.step()

    AsyncAdapt_aiosqlite_connection.commit = committed  # type: ignore[method-assign]
    request = aiohttp.ClientSession._request

    @wraps(request)
    async def requested(self: aiohttp.ClientSession, method: str, *args: Any, **options: Any) -> object:  # noqa: ANN401 - passed on
        came = await request(self, method, *args, **options)
        if method != "GET":
            tally.step()
        return came

    aiohttp.ClientSession._request = requested  # type: ignore[method-assign, assignment]


def ready_soon() -> None:
    """Let discord.py not wait for servers that do not come."""
    begin = ConnectionState.__init__

    def quick(self: Any, **options: Any) -> None:  # noqa: ANN401 - as discord.py has it
        begin(self, **options)
        self.guild_ready_timeout = READY_AFTER

    ConnectionState.__init__ = quick  # type: ignore[method-assign]


class _Hurried:
    """The module asyncio for a part of discord.py that waits by the wall's clock between two tries."""

    def __getattr__(self, name: str) -> object:
        return getattr(asyncio, name)

    @staticmethod
    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / HURRY)


def hurry() -> None:
    """Let discord.py not wait long before it repeats a request, or comes back to the gateway."""
    for part in (http, async_, shard, discord_client):
        setattr(part, "asyncio", _Hurried())  # noqa: B010 - of what it imported itself


def tell_ready(tally: Tally) -> None:
    """From now on it is noted when Kring is ready."""
    on_ready = client.Kring.on_ready

    async def ready(self: client.Kring) -> None:
        await on_ready(self)
        tally.ready = True

    client.Kring.on_ready = ready  # type: ignore[method-assign]


def sweep_often(seconds: float) -> None:
    """Let Kring take up what was given up within so many seconds, so that the clock need not be turned far for it."""
    setattr(client, "Alarm", partial(Alarm, sweep=seconds))  # noqa: B010 - of what it imported itself


def run(dial: Dial) -> int:
    """Kring, from its composition root on, by this clock. Nobody counts its requests here, so it need not spread them."""
    kring.clock_of = lambda settings: dial  # noqa: ARG005 - it is called by name nowhere
    setattr(client, "install", lambda *_: None)  # noqa: B010 - of what it imported itself
    return kring.run()


def keep_alive(work: Callable[[], int], tally: Tally) -> int:
    """Fork to do the work, and again each time it was killed; ends with it, or when standard input is closed."""
    ended, signalled = os.pipe()
    os.set_blocking(signalled, False)
    signal.set_wakeup_fd(signalled)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        tally.ready = False
        child = os.fork()
        if child == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os._exit(work())
        tally.process = child
        ready, _, _ = select.select([sys.stdin, ended], [], [])
        if sys.stdin in ready:
            os.kill(child, signal.SIGKILL)
        os.read(ended, 1)
        _, status = os.waitpid(child, 0)
        if sys.stdin in ready or not os.WIFSIGNALED(status):
            return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    hands, tally = Dial(Path(sys.argv[1])), Tally(Path(sys.argv[2]))
    count_into(tally)
    ready_soon()
    tell_ready(tally)
    hurry()
    if "LAB_SWEEP" in os.environ:
        sweep_often(float(os.environ["LAB_SWEEP"]))
    all_methods()  # read once: every Kring that is forked from here has them
    sys.exit(keep_alive(lambda: run(hands), tally))
