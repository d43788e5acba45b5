"""One order of things: inside a rehearsal nothing waits for a real clock or another thread.

The same seed must give the same evening, on a slow machine too. So timers fire only when the rehearsal lets
time pass, and the database answers in the order in which it was asked.
"""

import asyncio
import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import aiosqlite
import discord
import simcord

IDLE = 0.001
"""Real seconds between two looks whether the bot has come to rest; the library's own 0.05 costs a minute."""


class SimulatedClock:
    """The clock of the simulated server. It exists before the server does: `env` comes later."""

    env: simcord.Env

    def now(self) -> float:
        return self.env.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        """Come back when so much simulated time has passed; the rehearsal does not wait for it."""
        await self.env.external_wait(asyncio.sleep(max(seconds, 0)), reason="simulated time")


def hold_still(env: simcord.Env) -> None:
    """Let this world's timers fire by simulated time alone, and let it come to rest quickly."""
    settle = env._settle_internal  # noqa: SLF001 - the library has no setting for it
    env._settle_internal = functools.partial(settle, idle=IDLE)  # type: ignore[method-assign]  # noqa: SLF001
    # Without this a timer also rings when as much real time has passed, and shorter ones are waited for.
    env._schedule_timer = lambda *_: None  # type: ignore[method-assign]  # noqa: SLF001


class _AtOnce:
    """Stands where a connection's queue to its thread was: does each thing at once."""

    def __init__(self) -> None:
        self.thread = _NoThread()

    def put_nowait(self, item: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        future, work = item
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - it is handed to whoever asked
            if future is not None and not future.done():
                future.set_exception(error)
        else:
            if future is not None and not future.done():
                future.set_result(result)


class _NoThread:
    """Stands where a connection's thread was."""

    daemon = True

    def start(self) -> None:
        """Nothing runs beside the rehearsal."""


class _Drawn:
    """Stands where discord.py draws a number for a message that has none: here they are counted."""

    def __init__(self) -> None:
        self._numbers = count(2**40)

    def randbits(self, _: int) -> int:
        """The next number."""
        return next(self._numbers)


@contextmanager
def in_one_order() -> Iterator[None]:
    """Until the end of this block nothing is left to chance: no threads in the database, no drawn numbers."""
    with _without_threads():
        drawn, discord.abc.secrets = discord.abc.secrets, _Drawn()  # type: ignore[attr-defined, assignment]
        try:
            yield
        finally:
            discord.abc.secrets = drawn  # type: ignore[attr-defined]


@contextmanager
def _without_threads() -> Iterator[None]:
    """Until the end of this block, new SQLite connections work without a thread of their own."""
    original = aiosqlite.Connection.__init__

    def without_thread(self: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401 - whatever it takes
        original(self, *args, **options)
        self._tx = _AtOnce()
        self._thread = self._tx.thread

    aiosqlite.Connection.__init__ = without_thread  # type: ignore[method-assign]
    try:
        yield
    finally:
        aiosqlite.Connection.__init__ = original  # type: ignore[method-assign]
