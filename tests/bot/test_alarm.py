"""The alarm rings when something is due: late rather than never, and never twice at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime

import discord
import pytest
import simcord
from apscheduler.schedulers import base

from bot.alarm import Alarm, bind_clock
from tests.bot.virtual_clock import VirtualClock


class SimulatedClock:
    """The time of a simulated Discord; an alarm in it starts when the bot does."""

    env: simcord.Env

    def now(self) -> float:
        return self.env.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class Sleeper(discord.Client):
    """A bot that does nothing but own an alarm."""

    def __init__(self, clock: SimulatedClock) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.clock = clock
        self.rings: list[float] = []
        self.busy = 0.0
        self.at_once = 0
        self.most_at_once = 0
        self.after_ring: Callable[[], Awaitable[None]] | None = None
        self.alarm = Alarm(clock, self.ring)

    async def setup_hook(self) -> None:
        self.alarm.start()

    async def ring(self) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.rings.append(self.clock.now())
        if self.busy:
            await self.clock.sleep(self.busy)
        self.at_once -= 1
        if self.after_ring is not None:
            await self.after_ring()


class World:
    def __init__(self, bot: Sleeper, env: simcord.Env) -> None:
        self.bot, self.env = bot, env
        self.start = bot.clock.now()

    def set(self, moment: float | None) -> None:
        """Set the alarm as the bot itself would: timers of anybody else run in real time."""
        with self.env._bot_scope():
            self.bot.alarm.set(moment)

    @property
    def rings(self) -> list[float]:
        """Seconds after the start at which it rang."""
        return [round(moment - self.start, 3) for moment in self.bot.rings]


@pytest.fixture
async def world() -> AsyncIterator[World]:
    clock = SimulatedClock()
    bot = Sleeper(clock)
    clock.env = simcord.Env(bot)
    with bind_clock(clock):
        await clock.env.start()
        try:
            yield World(bot, clock.env)
        finally:
            await clock.env.shutdown()
            clock.env.raise_errors()


async def test_it_sweeps_every_ten_seconds(world: World) -> None:
    await world.env.advance_time(35)
    assert world.rings == [10, 20, 30]


async def test_it_rings_once_at_the_moment_that_was_set(world: World) -> None:
    world.set(world.start + 303.5)
    await world.env.advance_time(303)
    assert 303.5 not in world.rings
    await world.env.advance_time(600)
    assert world.rings.count(303.5) == 1
    assert len(world.rings) == 91


async def test_only_the_last_moment_that_was_set_counts(world: World) -> None:
    for late in (33, 5, 17):
        world.set(world.start + late)
    await world.env.advance_time(39)
    assert world.rings == [10, 17, 20, 30]


async def test_no_moment_leaves_only_the_sweep(world: World) -> None:
    world.set(world.start + 5)
    world.set(None)
    world.set(None)
    await world.env.advance_time(9)
    assert world.rings == []


async def test_a_moment_that_has_passed_rings_at_once(world: World) -> None:
    await world.env.advance_time(5)
    world.set(world.start - 3600)
    await world.env.advance_time(0.01)
    assert len(world.rings) == 1
    assert world.rings[0] == pytest.approx(5, abs=0.02)


async def test_a_moment_is_never_rung_too_early(world: World) -> None:
    moment = world.start + 3 + 1 / 3
    world.set(moment)
    await world.env.advance_time(9)
    assert world.bot.rings[0] >= moment


async def test_two_rings_are_never_under_way_at_once(world: World) -> None:
    world.bot.busy = 25
    for _ in range(20):
        world.set(world.bot.clock.now() + 1)
        await world.env.advance_time(7)
    assert world.bot.most_at_once == 1
    assert len(world.rings) >= 5


async def test_what_came_due_during_a_ring_is_not_left_to_the_sweep(world: World) -> None:
    world.bot.busy = 4
    world.set(world.start + 11)
    await world.env.advance_time(15)
    assert world.rings[:2] == [10, 14]


async def test_a_ring_may_set_the_next_moment_itself(world: World) -> None:
    async def again() -> None:
        world.bot.alarm.set(world.bot.clock.now() + 2)

    world.bot.after_ring = again
    world.set(world.start + 1)
    await world.env.advance_time(9)
    assert world.rings == [1, 3, 5, 7, 9]


async def test_a_ring_that_fails_is_reported_and_does_not_stop_the_sweep(world: World) -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    world.bot.after_ring = fail
    await world.env.advance_time(35)
    assert world.rings == [10, 20, 30]
    assert [type(error) for error in world.env.errors] == [ZeroDivisionError] * 3
    world.env._errors.clear()


async def test_once_stopped_it_rings_no_more(world: World) -> None:
    world.set(world.start + 5)
    await world.env.advance_time(1)
    await world.bot.alarm.stop()
    await world.env.advance_time(60)
    assert world.rings == []


@pytest.fixture
def lent() -> Iterator[VirtualClock]:
    clock = VirtualClock()
    with bind_clock(clock):
        yield clock


def test_the_clock_is_lent_and_given_back(lent: VirtualClock) -> None:
    assert base.datetime.now(UTC).timestamp() == lent.now()
    with bind_clock(VirtualClock(0)):
        assert base.datetime.now(UTC).timestamp() == 0
    assert base.datetime.now(UTC).timestamp() == lent.now()


def test_without_a_lent_clock_the_scheduler_asks_the_wall() -> None:
    assert base.datetime is datetime


async def test_a_moment_more_than_a_second_late_still_rings() -> None:
    rung = asyncio.Event()
    clock = VirtualClock()
    with bind_clock(clock):

        async def ring() -> None:
            rung.set()

        alarm = Alarm(clock, ring)
        alarm.start()
        alarm.set(clock.now() + 0.005)
        clock.jump(30)  # the loop was busy: the timer goes off long after the moment
        await asyncio.wait_for(rung.wait(), 1)
        await alarm.stop()


async def test_it_sleeps_by_its_clock_and_not_by_the_loop(lent: VirtualClock) -> None:
    rings: list[float] = []

    async def ring() -> None:
        rings.append(lent.now())

    alarm = Alarm(lent, ring, sweep=10_000)
    alarm.start()
    moment = lent.now() + 600
    alarm.set(moment)
    await lent.advance(599)
    assert rings == []
    await lent.advance(1)
    await alarm.stop()
    assert rings == [moment]


async def test_stopping_waits_for_the_ring_that_is_under_way() -> None:
    clock = VirtualClock()
    ended: list[str] = []

    async def ring() -> None:
        await asyncio.sleep(0.005)
        ended.append("ring")

    with bind_clock(clock):
        alarm = Alarm(clock, ring)
        alarm.start()
        alarm.set(clock.now())
        await asyncio.sleep(0.002)
        await alarm.stop()
        await alarm.stop()
    assert ended == ["ring"]
