"""Plays: lets simulated time pass, and lets one robot after another look at its screen and act."""

from collections.abc import Awaitable, Callable, Sequence

from bot.rehearsal.robots.participant import Participant
from bot.rehearsal.robots.person import Robot
from bot.rehearsal.world import World

STEP = 5
"""Simulated seconds that pass at a time while nobody does anything."""
AT_ONCE = 20
"""With so many robots one thing happens each second; with more, more."""
LONGEST = 8 * 3600
"""Simulated seconds after which something must have got stuck."""


Hook = Callable[[], Awaitable[None]]


async def nothing() -> None:
    """What follows on an event, where nobody wants more."""


class Stuck(Exception):
    """The rehearsal does not come to its end."""


class Play:
    """One evening being played."""

    def __init__(self, world: World, robots: Sequence[Robot], after: Hook = nothing) -> None:
        """`after` follows on each act, and on whatever Kring does of its own accord."""
        self._world = world
        self._robots = robots
        self._after = after
        self._began = world.clock.now()
        self._beat = min(1.0, AT_ONCE / max(1, len(robots)))

    async def until(self, over: Callable[[], bool]) -> None:
        """Play until it is over."""
        while not over():
            robot = min(self._robots, key=lambda one: one.wake)
            pause = robot.wake - self._world.clock.now()
            if pause > 0:
                await self._pass(min(pause, STEP))
                continue
            await robot.act()
            await self._after()
            await self._pass(self._beat)

    async def _pass(self, seconds: float) -> None:
        before = len(self._world.recorder.requests)
        await self._world.pass_time(seconds)
        if len(self._world.recorder.requests) > before:
            await self._after()
        news = self._world.recorder.news
        for robot in self._robots:
            if robot.channel in news:
                robot.hear()
        news.clear()
        if self._world.clock.now() - self._began > LONGEST:
            raise Stuck(self._where())

    def _where(self) -> str:
        people = [robot for robot in self._robots if isinstance(robot, Participant)]
        seen = {robot.notes.phases[-1] for robot in people if robot.notes.phases}
        return f"the rehearsal came no further than {', '.join(sorted(seen)) or 'the lobby'}"
