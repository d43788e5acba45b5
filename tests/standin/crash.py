"""`make crash`: kills Kring right after every durable step of a whole meeting, and compares with the meeting undisturbed.

A durable step is a commit, or a request that changed something at Discord. An evening is a row of acts; after each
all comes to rest, and what there is then is compared. So one evening can hold a kill in each of its acts: the first
evening kills after the first step of every act, the second after the second, until no act has so many.
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from tests.standin.doing import Act, Happened
from tests.standin.evening import Evening
from tests.standin.kill_points import Moment, Point, Report, evenings, points
from tests.standin.laboratory import Lab, Unfinished, lab, slices
from tests.standin.people import Answer
from tests.standin.traces import Harm, Trace, compared, trace

WAIT_FOR_LIKENESS = 3.0
"""Real seconds after which what is different stays different."""
AT_ONCE = 2
"""Evenings that are played at the same time, each with its own Discord and its own database."""
CHANCES = 3
"""How often a kill is planned whose evening does not come as far."""
ENOUGH = 40
"""Harmful kills after which no more are tried."""


class Over(Exception):
    """Nothing more is to be tried in this evening."""


@dataclass
class Calm:
    """Watches the undisturbed evening."""

    lab: Lab
    last: int | None = None
    """The number of the act after which it is over; None: when it is over by itself."""
    moments: list[Moment] = field(default_factory=list)

    async def act(self, name: str, act: Act, happened: Happened | None = None) -> Answer:
        before = self.lab.tally.steps
        await self.lab.move_on()
        answer = await self.lab.insist(act, happened)
        await self.lab.still()
        await self.note(name, before)
        return answer

    async def rest(self, seconds: float) -> None:
        for now in slices(seconds):
            before = self.lab.tally.steps
            await self.lab.pass_by(now)
            await self.note(f"{now:.0f} s pass", before)

    async def note(self, name: str, before: int) -> None:
        steps = self.lab.tally.steps - before
        if self.last is not None and len(self.moments) > self.last:
            raise Over
        self.moments.append(Moment(name, steps, await trace(self.lab.scene, self.lab.kept)))


@dataclass
class Rough:
    """Watches an evening in which Kring is killed, once in each of these acts."""

    lab: Lab
    calm: Sequence[Moment]
    kills: Mapping[int, int]
    """By the number of the act, after which of its steps."""
    report: Report
    number: int = 0
    armed: Point | None = None
    """The kill that is still to come."""
    tried: set[Point] = field(default_factory=set)

    async def act(self, name: str, act: Act, happened: Happened | None = None) -> Answer:
        self.arm()
        await self.lab.move_on()
        answer = await self.lab.insist(act, happened)
        await self.judge(name)
        return answer

    async def rest(self, seconds: float) -> None:
        for now in slices(seconds):
            self.arm()
            await self.lab.pass_by(now)
            await self.judge(f"{now:.0f} s pass")

    def arm(self) -> None:
        """Have Kring killed in this act, where that is wanted.

        A step that the clock brings may fall into the act beside: then the kill waits for it.
        """
        step = self.kills.get(self.number, 0)
        if step:
            self.armed = Point(self.number, step)
            self.lab.tally.fatal = self.lab.tally.steps + step

    async def judge(self, name: str) -> None:
        """Let all come to rest, and look what there is."""
        await self.lab.still()
        killed = self.armed if not self.lab.tally.fatal else None
        before = self.calm[self.number]
        if before.name != name:
            raise Unfinished(f"act {self.number} was «{before.name}» and now is «{name}»")
        if killed is not None:
            self.armed = None
            self.tried.add(killed)
            self.report.tried += 1
            harm = await self.different(before.trace)
            self.report.add(f"killed after step {killed.step} of act {killed.act} ({name})", harm)
            if harm:
                raise Over  # From here on all would be different.
        self.number += 1
        if self.number > max(self.kills) and self.armed is None:
            raise Over

    async def different(self, before: Trace) -> Harm:
        """What is different from the undisturbed evening, and stays so."""
        loop = asyncio.get_running_loop()
        until = loop.time() + WAIT_FOR_LIKENESS
        while True:
            harm = compared(before, await trace(self.lab.scene, self.lab.kept))
            if not harm or loop.time() > until:
                return harm
            await self.lab.still()


async def calm_evening(last: int | None = None) -> list[Moment]:
    """The evening as it is when nothing goes wrong, up to this act."""
    async with lab() as undisturbed:
        watch = Calm(undisturbed, last)
        with suppress(Over):
            await watch.note("start", 0)
            await Evening(undisturbed.scene, watch).play()
        return watch.moments


async def rough_evening(
    calm: Sequence[Moment], kills: Mapping[int, int], report: Report
) -> tuple[set[Point], int]:
    """An evening with these kills, as far as the last of them: those that took place, and which acts had their chance."""
    async with lab(kills.get(0, 0)) as disturbed:
        watch = Rough(disturbed, calm, {0: 0, **kills}, report)
        watch.armed = Point(0, kills[0]) if kills.get(0) else None
        try:
            await watch.judge("start")
            await Evening(disturbed.scene, watch).play()
        except Over:
            pass
        except Exception as reason:  # noqa: BLE001 - whatever went wrong is what this looks for
            report.stuck(f"act {watch.number}", reason)
            return watch.tried, len(calm)
        return watch.tried, watch.number


class Crash:
    """Tries kill points, evening after evening, until each has had its chance."""

    def __init__(self, calm: Sequence[Moment], wanted: Sequence[Point]) -> None:
        self.report = Report(len(wanted))
        self._calm = calm
        self._left = list(wanted)
        self._came_by: Counter[Point] = Counter()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def run(self) -> Report:
        """Try them all; those behind a harm, or whose step did not come, in another evening."""
        while self._left and self.report.harmful < ENOUGH:
            rarest_first = reversed(evenings(self._left))
            await asyncio.gather(*(self._evening(kills) for kills in rarest_first))
            self._left = [one for one in self._left if self._came_by[one] < CHANCES]
        return self.report

    async def _evening(self, kills: Mapping[int, int]) -> None:
        async with self._turns:
            tried, number = await rough_evening(self._calm, kills, self.report)
        self._left = [one for one in self._left if one not in tried]
        self._came_by.update(Point(act, step) for act, step in kills.items() if act <= number)
        sys.stderr.write(f"{self.report.tried} of {self.report.planned} tried\n")


async def crash(every: int = 1, offset: int = 0, last: int | None = None) -> Report:
    """Try every so many-th kill point, of the whole evening or of its acts up to `last`."""
    calm = await calm_evening(last)
    return await Crash(calm, points(calm, every, offset)).run()


def main() -> int:
    """Try them, and print what came of it."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--every", type=int, default=1, help="try only every so many-th kill point")
    wanted.add_argument("--offset", type=int, default=0, help="beginning with this one")
    wanted.add_argument("--last", type=int, help="only up to the act with this number")
    chosen = wanted.parse_args()
    report = asyncio.run(crash(chosen.every, chosen.offset, chosen.last))
    sys.stdout.write(str(report))
    return 0 if report.clean else 1


if __name__ == "__main__":
    sys.exit(main())
