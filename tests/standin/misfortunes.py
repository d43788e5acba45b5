"""Everything that can go wrong around Kring while people meet: at Discord, on the way, on its disk, with its clock."""

import asyncio
import os
import resource
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass
from typing import Any

from bot.outbox import SURE
from tests.standin.laboratory import SLICE, Lab

Rule = Mapping[str, Any]
MINUTE = 60
SOON = 6
"""Seconds in which Kring looks at its clock."""


@dataclass
class ByHand:
    """What happens around an act, besides what the stand-in does by itself. `struck`: how often it did."""

    lab: Lab
    struck: int = 0


Around = Callable[[ByHand, int], AbstractAsyncContextManager[None]]
"""Around the act with this number."""


@dataclass(frozen=True)
class Misfortune:
    """One line of the table."""

    name: str
    rules: Sequence[Rule] = ()
    """What the stand-in does at every so many-th time."""
    around: Sequence[Around] = ()
    twice: bool = False
    """People press twice at once."""
    gap: bool = False
    """Kring was away for so long that conversations stand still: rule 3 of the design."""
    sorry: bool = False
    """Kring may say that it could not do it, for it could not."""
    anew: bool = False
    """What was posted may have been posted anew, in the place of what somebody deleted."""


def at(every: int, kind: str, **more: object) -> Rule:
    """A rule that strikes at every so many-th time."""
    return {"kind": kind, "every": every, **more}


# --- By hand --------------------------------------------------------------------------------------------------


def each(times: int, first: int, do: Callable[[ByHand, int], AbstractAsyncContextManager[None]]) -> Around:
    """Do it around every so many-th act, beginning with this one."""

    @asynccontextmanager
    async def around(hand: ByHand, number: int) -> AsyncIterator[None]:
        if number < first or (number - first) % times:
            yield
            return
        hand.struck += 1
        async with do(hand, (number - first) // times):
            yield

    return around


@asynccontextmanager
async def deleted(hand: ByHand, _: int) -> AsyncIterator[None]:
    """Afterwards somebody deletes what others press: the newest card of each room, and the lobby's panel."""
    yield
    await hand.lab.still()
    standin, torn = hand.lab.scene.standin, set[int]()
    for who in hand.lab.scene.everybody:
        for channel in (await who.channels()).values():
            for action in () if channel in torn else ("mine", "lobby-here"):
                found = await who.newest(channel, action)
                over = action == "mine" and found is not None and not found.button("next")
                if found is not None and not found.private and not over:
                    torn.add(channel)
                    await standin.do("remove", channel=channel, message=found.id)
    await hand.lab.still()


@asynccontextmanager
async def locked(hand: ByHand, count: int) -> AsyncIterator[None]:
    """Another program writes to the database: for a moment, or for longer than Kring waits."""
    freed = asyncio.create_task(_hold(hand, (0.7, 6.0)[count % 2]))
    await asyncio.sleep(0.05)
    yield
    await freed


async def _hold(hand: ByHand, seconds: float) -> None:
    with closing(sqlite3.connect(hand.lab.kept._file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(seconds)


@asynccontextmanager
async def full(hand: ByHand, _: int) -> AsyncIterator[None]:
    """The disk takes nothing more for a while: each write of Kring's is refused by the system."""
    freed = asyncio.create_task(_fill(hand.lab.tally.process, 2.0))
    await asyncio.sleep(0)
    yield
    await freed


async def _fill(process: int, seconds: float) -> None:
    before = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        await asyncio.sleep(seconds)
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, before)


def jumped(seconds: float) -> Callable[[ByHand, int], AbstractAsyncContextManager[None]]:
    """The machine's clock is set."""

    @asynccontextmanager
    async def around(hand: ByHand, _: int) -> AsyncIterator[None]:
        hand.lab.dial.set_wrong(seconds)
        hand.lab.dial.turn(SOON)
        await hand.lab.still()
        await resumed(hand)
        yield

    return around


def stopped(seconds: float) -> Callable[[ByHand, int], AbstractAsyncContextManager[None]]:
    """The machine stands still, and wakes so much later; Discord has given it up by then."""

    @asynccontextmanager
    async def around(hand: ByHand, _: int) -> AsyncIterator[None]:
        process = hand.lab.tally.process
        os.kill(process, signal.SIGSTOP)
        await hand.lab.scene.standin.do("cut", code=0)
        hand.lab.dial.turn(seconds)
        await asyncio.sleep(0.2)
        os.kill(process, signal.SIGCONT)
        await hand.lab.scene.standin.here()
        await hand.lab.still()
        await resumed(hand)
        yield

    return around


async def resumed(hand: ByHand) -> None:
    """The moderator lets the clocks run again: those of the groups, and of the plenary."""
    scene = hand.lab.scene
    hand.lab.sure_from = hand.lab.dial.now() + SURE + SLICE
    for groups in ("all", "g0"):
        await hand.lab.insist(
            lambda groups=groups: scene.moderator.command(scene.board, "moderator resume", groups=groups)  # type: ignore[misc]
        )
        await hand.lab.still()


# --- The table ------------------------------------------------------------------------------------------------

AT_DISCORD = (
    Misfortune("429 with Via", [at(5, "limited", seconds=0.4)]),
    Misfortune("429 without Via", [at(11, "banned")]),
    Misfortune("5xx before the effect", [at(7, "error")]),
    Misfortune("5xx after the effect", [at(7, "error_after")]),
    Misfortune("connection reset before", [at(7, "reset")]),
    Misfortune("connection reset after", [at(7, "reset_after")]),
    Misfortune("slow answers", [at(9, "slow", seconds=0.4), at(13, "slow_after", seconds=0.8)]),
    Misfortune("answers slower than 3 s", [at(41, "slow", on="/callback", seconds=3.2)]),
)
ON_THE_WAY = (
    Misfortune("gateway socket cut", [at(13, "drop")]),
    Misfortune("gateway closed, RESUME", [at(11, "close")]),
    Misfortune("gateway asks to reconnect", [at(12, "ask_back")]),
    Misfortune("INVALID_SESSION", [at(31, "invalid")]),
    Misfortune("interactions late", [at(3, "late", seconds=0.3)]),
    Misfortune("interactions too late", [at(31, "too_late", seconds=3.2)]),
    Misfortune("interactions twice", [at(1, "twice")]),
    Misfortune("pressed twice, out of order", [at(2, "swapped", seconds=0.2)], twice=True),
    Misfortune("messages deleted by hand", around=[each(17, 20, deleted)], anew=True),
)
AT_HOME = (
    Misfortune("database locked", around=[each(37, 5, locked)], sorry=True),
    Misfortune("disk takes nothing more", around=[each(29, 7, full)], sorry=True),
    Misfortune("clock forward five minutes", around=[each(150, 30, jumped(5 * MINUTE))], gap=True),
    Misfortune("clock back ten minutes", around=[each(10_000, 30, jumped(-10 * MINUTE))], gap=True),
    Misfortune("stopped, wakes 5 min later", around=[each(150, 40, stopped(5 * MINUTE))], gap=True),
    # While people arrive: groups that stood still for so long would rightly be planned anew, and play another evening.
    Misfortune("stopped, wakes 2 h later", around=[each(10_000, 8, stopped(120 * MINUTE))], gap=True),
)
TOGETHER = Misfortune(
    "all together",
    [
        at(23, "limited", seconds=0.4),
        at(67, "banned"),
        at(29, "error"),
        at(31, "error_after"),
        at(37, "reset"),
        at(41, "reset_after"),
        at(43, "slow", seconds=0.4),
        at(97, "slow", on="/callback", seconds=3.2),
        at(47, "drop"),
        at(53, "close"),
        at(59, "ask_back"),
        at(101, "invalid"),
        at(13, "late", seconds=0.3),
        at(103, "too_late", seconds=3.2),
        at(5, "twice"),
    ],
    around=[
        each(71, 23, deleted),
        each(79, 5, locked),
        each(83, 17, full),
        each(300, 60, jumped(2 * MINUTE)),
        each(10_000, 90, jumped(-10 * MINUTE)),
        each(300, 120, stopped(2 * MINUTE)),
    ],
    gap=True,
    sorry=True,
    anew=True,
)
MISFORTUNES = (*AT_DISCORD, *ON_THE_WAY, *AT_HOME, TOGETHER)
