"""One evening in the lab: a stand-in, a Kring that can be killed, a clock turned by hand, and waiting until all is still."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.alarm import SWEEP
from bot.outbox import SURE
from tests.standin.doing import Act, Happened
from tests.standin.evening import NAMES
from tests.standin.kept import Kept
from tests.standin.kring import MEMORY, in_the_lab, settings
from tests.standin.lab import Tally
from tests.standin.people import Answer, Scene, scene, stand_in
from tests.standin.timing import Dial

BEGINS = 1_800_000_000.0
"""The moment at which every evening begins: the same numbers, seeds and names each time."""
STILL = 0.015
"""Real seconds without anything new after which all is still."""
PATIENCE = 60.0
"""Real seconds within which all must come to be still."""
GIVEN_UP = 3.0
"""Real seconds without anything new after which what is still to be said waits for nothing but another moment."""
BETWEEN = 4.0
"""Seconds from one act to the next."""
SLICE = 10.0
"""Seconds that pass at a time while nobody does anything: shorter than Kring's own sweep lets it miss none."""
LONG, LONGER_SLICE = 600.0, 50.0
"""Seconds that pass at a time where so many pass: shorter than what Kring takes for a gap."""
LEAP = 86_400.0
"""Days pass at once."""
LOOKS = 3.0
"""Real seconds in which somebody looks whether something has happened."""
TRIES = 5
"""How often somebody presses again who gets no answer."""


class Unfinished(Exception):
    """Something does not come to its end."""


@dataclass
class Lab:
    """All that takes part."""

    scene: Scene
    kept: Kept
    dial: Dial
    tally: Tally
    planned: float = BEGINS
    sure_from: float = 0.0
    """Until then Kring does nothing that cannot be undone: there was a gap."""

    async def still(self) -> None:
        """Return when nothing is going on any more: no answer due, nothing to be said, nothing asked or written."""
        loop = asyncio.get_running_loop()
        began = news = loop.time()
        while loop.time() < began + PATIENCE:
            steps = self.tally.steps
            await asyncio.sleep(STILL)
            now = await self.scene.standin.do("quiet")
            busy = now["under_way"] or now["waiting"] or self.tally.writing or self.tally.steps != steps
            if busy or not now["sockets"] or not self.awake():
                news = loop.time()
            elif not self.waiting():
                return
            elif loop.time() > news + GIVEN_UP:
                self.dial.turn(1)  # What waits was given up for now: Kring's next sweep takes it up.
        raise Unfinished(f"still waiting: {', '.join(self.waiting())}")

    def awake(self) -> bool:
        """Whether Kring is there and has noticed how late it is; a slow machine must not make a gap of it."""
        return self.tally.ready and self.dial.now() - self.kept.last_beat() <= SWEEP + 1

    def waiting(self) -> list[str]:
        """What should have happened by now."""
        now = self.dial.now()
        return self.kept.waiting(now, held=now < self.sure_from)

    async def insist(self, act: Act, happened: Happened | None = None) -> Answer:
        """Do it, and once more as somebody would who got no answer; not where one sees that it has happened."""
        for _ in range(TRIES):
            answer = await act()
            if answer.answered:
                return answer
            await self.still()
            if happened is not None and await self.comes(happened):
                return answer
        raise Unfinished("no answer, however often it was pressed")

    async def comes(self, so: Happened) -> bool:
        """Whether it is so, or becomes so while somebody looks."""
        loop = asyncio.get_running_loop()
        until = loop.time() + LOOKS
        while not await so():
            if loop.time() > until:
                return False
            await asyncio.sleep(STILL)
        return True

    async def move_on(self, seconds: float = BETWEEN) -> None:
        """Let the time come to where it is at this point of every evening, with all that happens in it."""
        self.planned += seconds
        self.dial.turn(max(0.0, self.planned - self.dial.now()))
        await self.still()

    async def pass_by(self, seconds: float) -> None:
        """Let time pass in which nobody acts; after days at once a little more, in which all catches up."""
        if seconds >= LEAP:
            self.sure_from = self.planned + seconds + SURE + SLICE
        await self.move_on(seconds)
        if seconds >= LEAP:
            await self.move_on(SLICE)


def slices(seconds: float) -> list[float]:
    """These seconds as they pass, one slice after another."""
    if seconds >= LEAP:
        return [LEAP]
    longest = LONGER_SLICE if seconds >= LONG else SLICE
    whole, rest = divmod(seconds, longest)
    return [longest] * int(whole) + [rest] * (rest > 0)


@asynccontextmanager
async def lab(fatal: int = 0, **more: str) -> AsyncIterator[Lab]:
    """A lab in which Kring is about to start; `fatal`: it is killed right after so many steps. `more`: its settings."""
    with TemporaryDirectory(prefix="kring-lab-", dir=MEMORY) as name:
        folder = Path(name)
        dial, tally = Dial.made(folder / "dial", BEGINS), Tally.made(folder / "tally")
        tally.fatal = fatal
        async with stand_in(f"dial:{folder / 'dial'}") as standin:
            there = await scene(standin, NAMES)
            async with in_the_lab(settings(standin, folder, **more), folder / "dial", folder / "tally"):
                await standin.here()
                made = Lab(there, Kept(folder), dial, tally)
                await made.still()
                yield made
