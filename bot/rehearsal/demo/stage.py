"""The stage: a rehearsal's world that people in a browser, robots and time share, one at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import Literal

from bot.rehearsal.clients import Client
from bot.rehearsal.demo.cast import Cast, lines_for
from bot.rehearsal.demo.looks import everybody, step_in
from bot.rehearsal.words import Language
from bot.rehearsal.world import World, open_world

SPEEDS = (0, 1, 5, 20, 60)
TICK = 0.1
"""Real seconds between two moments at which time goes on."""
LARGEST_TICK = 0.5
"""However long the machine slept, time goes on by no more than this at once."""
STRIDE = 2
"""Simulated seconds that pass in one piece, so that a click never waits long."""
HURRY = 30
"""Simulated seconds that pass in one tick on the way to the end of a step."""
GRACE = 240
"""Simulated seconds after the end of a step in which it may still move on by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What is played."""

    method: str = "bumpy"
    people: int = 6
    language: Language = "nl"
    talk: Literal["spoken", "written"] = "written"
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Goal:
    """How far time runs by itself: until this step of the room is over, or Kring calls this person."""

    person: Client
    room: int
    card: str | None
    until: float
    since: int
    """What had been posted by then."""


class Stage:
    """One world at a time. All that acts in it, a person, a robot or time, does so within `turn`."""

    def __init__(self, programme: Programme, changed: Callable[[], None]) -> None:
        """`changed` is called when there is something new to see."""
        self.humans: frozenset[int] = frozenset()
        """Who is somebody in a browser."""
        self.programme = programme
        self.world: World
        self.cast: Cast
        self.epoch = ""
        """Which world this is: another with each fresh start."""
        self.speed = 1
        self.goal: Goal | None = None
        self.stuck = False
        """Whether a step did not end by itself: it waits for somebody on this page."""
        self.watched: Callable[[], bool] = lambda: True
        self._changed = changed
        self._lock = asyncio.Lock()
        self._debt = 0.0
        self._told: tuple[int, Goal | None] = 0, None
        self._end = asyncio.Event()
        self._life: asyncio.Task[None] | None = None

    # --- A world, and another one -------------------------------------------------------------------------

    async def open(self, programme: Programme | None = None) -> None:
        """Begin anew: another world, with the same people in it and nothing of what was."""
        async with self._lock:
            await self._end_world()
            self.programme = programme or self.programme
            ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._end = asyncio.Event()
            self._life = asyncio.create_task(self._live(ready, self._end))
            await asyncio.wait({self._life, ready}, return_when=asyncio.FIRST_COMPLETED)
            if not ready.done():
                await self._life
            self.epoch = token_hex(4)
            self.speed, self.goal, self.stuck, self._debt = 1, None, False, 0.0
        self._changed()

    async def close(self) -> None:
        """Take the world down."""
        async with self._lock:
            await self._end_world()

    async def _end_world(self) -> None:
        if self._life is not None:
            self._end.set()
            await self._life
            self._life = None

    async def _live(self, ready: asyncio.Future[None], end: asyncio.Event) -> None:
        """A world is opened and taken down by one and the same task; the simulation asks for that."""
        with TemporaryDirectory(prefix="kring-demo-") as folder:
            async with open_world(Path(folder), self.programme.language, self.programme.people) as world:
                self.world = world
                now = self.programme
                lines = lines_for(now.language, now.talk, now.seed, now.method)
                self.cast = Cast(world, lines, lambda: self.humans)
                await self.cast.call_meeting(now.method)
                ready.set_result(None)
                await end.wait()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[World]:
        """The right to act: the simulation takes one act at a time, and its clock is the one that counts."""
        async with self._lock:
            with self.world.env.time_context():
                yield self.world

    def person(self, number: str) -> Client | None:
        """Who this is."""
        return next((one for one in everybody(self.world) if str(one.id) == number), None)

    @property
    def revision(self) -> int:
        """Grows with every message that appeared or changed."""
        return len(self.world.recorder.heard)

    def arrived(self, humans: frozenset[int]) -> None:
        """These people are somebody in a browser now."""
        self.humans = humans
        self._changed()

    # --- Time ---------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Let time go on, for as long as somebody watches."""
        loop = asyncio.get_running_loop()
        before = loop.time()
        while True:
            await asyncio.sleep(TICK)
            now = loop.time()
            real, before = min(now - before, LARGEST_TICK), now
            if not self.watched():
                continue
            await self._tick(real)

    async def _tick(self, real: float) -> None:
        if self.goal is not None:
            await self.pass_time(HURRY, lambda: self.goal is None)
            return
        self._debt += real * self.speed
        whole, self._debt = divmod(self._debt, 1)
        await self.pass_time(int(whole))

    async def pass_time(self, seconds: int, enough: Callable[[], bool] = lambda: False) -> None:
        """Let so much time pass; robots act in between, and so may people."""
        epoch = self.epoch
        while seconds > 0 and not enough() and epoch == self.epoch:
            stride = min(seconds, STRIDE)
            seconds -= stride
            async with self.turn() as world:
                await world.pass_time(stride)
            await self.cast.act(self.turn)
            self._look_at_goal()
            self._tell()
            await asyncio.sleep(0)

    def _tell(self) -> None:
        seen = self.revision, self.goal
        if seen != self._told:
            self._told = seen
            self._changed()

    @property
    def now(self) -> float:
        """The time in this world, with what has passed of the second that is going on."""
        return self.world.clock.now() + (self._debt if self.speed else 0)

    def go(self, speed: int) -> None:
        """Let time run so many times as fast; 0: stand still."""
        self.speed, self.goal, self.stuck = speed, None, False

    def hurry(self, person: Client, room: int) -> None:
        """Let time run until the step in this room is over; a step that waits for a person stays."""
        step = step_in(self.world, person, room)
        now = self.world.clock.now()
        ends = float((step or {}).get("ends") or now)
        self.stuck = False
        self.goal = Goal(
            person, room, step["message"] if step else None, max(now, ends) + GRACE, self.revision
        )

    def _look_at_goal(self) -> None:
        goal = self.goal
        if goal is None:
            return
        step = step_in(self.world, goal.person, goal.room)
        new = self.world.recorder.heard[goal.since :]
        called = any(f"<@{goal.person.id}>" in heard.message.text for heard in new if heard.to is None)
        if called or (step is not None and step["message"] != goal.card):
            self.goal = None
        elif self.world.clock.now() >= goal.until:
            self.goal, self.stuck = None, True
