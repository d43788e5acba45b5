"""Plays: lets simulated time pass, and lets one robot after another look at its screen and act."""

from collections.abc import Callable, Sequence

from bot.rehearsal.robots.participant import Participant
from bot.rehearsal.robots.person import Robot
from bot.rehearsal.world import World

STEP = 5
"""Simulated seconds that pass at a time while nobody does anything."""
LONGEST = 8 * 3600
"""Simulated seconds after which something must have got stuck."""


class Stuck(Exception):
    """The rehearsal does not come to its end."""


class Play:
    """One evening being played."""

    def __init__(self, world: World, robots: Sequence[Robot], after_act: Callable[[], None]) -> None:
        self._world = world
        self._robots = robots
        self._after_act = after_act
        self._began = world.clock.now()

    async def until(self, over: Callable[[], bool]) -> None:
        """Play until it is over."""
        while not over():
            robot = min(self._robots, key=lambda one: one.wake)
            pause = robot.wake - self._world.clock.now()
            if pause > 0:
                await self._pass(min(pause, STEP))
                continue
            await robot.act()
            await self._pass(1)
            self._after_act()

    async def _pass(self, seconds: float) -> None:
        await self._world.pass_time(seconds)
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
