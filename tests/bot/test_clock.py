"""Clocks: the one that runs faster, for tests with a stand-in."""

from bot.clock import FastClock
from tests.bot.virtual_clock import VirtualClock


def test_a_fast_clock_agrees_with_the_wall_at_one_moment_and_runs_ahead_from_there() -> None:
    wall = VirtualClock(1000)
    fast = FastClock(wall, 60, since=1000)
    assert fast.now() == 1000
    wall.jump(2)
    assert fast.now() == 1120


def test_after_a_restart_it_is_as_late_as_it_would_have_been() -> None:
    wall = VirtualClock(1000)
    before = FastClock(wall, 60, since=990)
    assert FastClock(wall, 60, since=990).now() == before.now()


async def test_its_seconds_take_less_time() -> None:
    wall = VirtualClock()
    fast = FastClock(wall, 60, since=wall.now())
    wall.naps.clear()
    sleeping = fast.sleep(30)
    sleeping.send(None)
    assert wall.naps == [0.5]
    sleeping.close()
