"""Requests go out at Discord's pace, most urgent first, and none is lost."""

import asyncio
from collections import Counter
from contextlib import suppress

import discord
import pytest
import simcord
from discord.http import HTTPClient, Route

from bot.pacer import Pacer, Urgency, install, pacing
from tests.bot.virtual_clock import VirtualClock

RATE, BURST = 45, 4


class Sent:
    """A desk from which requests are sent; remembers which went, and when."""

    def __init__(self, clock: VirtualClock) -> None:
        self.clock = clock
        self.pacer = Pacer(clock, rate=RATE, burst=BURST)
        self.names: list[str] = []
        self.moments: list[float] = []

    def ask(self, name: str, guild: int = 1, urgency: Urgency = Urgency.ANNOUNCING) -> asyncio.Task[None]:
        async def send() -> None:
            await self.pacer.turn(guild, urgency)
            self.names.append(name)
            self.moments.append(self.clock.now())

        return asyncio.create_task(send())


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def sent(clock: VirtualClock) -> Sent:
    return Sent(clock)


def crowd(sent: Sent, count: int) -> list[asyncio.Task[None]]:
    return [sent.ask(str(number)) for number in range(count)]


def busiest_second(moments: list[float]) -> int:
    return max(sum(1 for other in moments if start <= other < start + 1) for start in moments)


async def test_a_few_requests_after_a_quiet_time_go_at_once(clock: VirtualClock, sent: Sent) -> None:
    tasks = crowd(sent, BURST + 1)
    await asyncio.gather(*tasks)
    assert clock.naps == []


async def test_no_second_ever_sees_fifty_requests(clock: VirtualClock, sent: Sent) -> None:
    tasks = crowd(sent, 300)
    await clock.advance(10)
    await asyncio.gather(*tasks)
    assert busiest_second(sent.moments) <= RATE + BURST < 50


async def test_a_thousand_requests_take_no_longer_than_the_rate_asks(clock: VirtualClock, sent: Sent) -> None:
    start = clock.now()
    tasks = crowd(sent, 1000)
    await clock.advance(30)
    await asyncio.gather(*tasks)
    assert max(sent.moments) - start == pytest.approx((1000 - BURST - 1) / RATE, abs=0.1)


async def test_everybody_gets_a_turn_in_the_order_of_arrival(clock: VirtualClock, sent: Sent) -> None:
    tasks = crowd(sent, 100)
    await clock.advance(5)
    await asyncio.gather(*tasks)
    assert sent.names == [str(number) for number in range(100)]


async def test_a_waiter_sleeps_about_once(clock: VirtualClock, sent: Sent) -> None:
    tasks = crowd(sent, 1000)
    await clock.advance(30)
    await asyncio.gather(*tasks)
    assert len(clock.naps) < 1100


async def test_what_closes_overtakes_what_is_only_looks(clock: VirtualClock, sent: Sent) -> None:
    crowd(sent, BURST + 1)
    tasks = [sent.ask("looks", urgency=Urgency.COSMETIC) for _ in range(20)]
    await clock.advance(0.05)
    tasks += [sent.ask("says", urgency=Urgency.ANNOUNCING), sent.ask("closes", urgency=Urgency.CLOSING)]
    await clock.advance(5)
    await asyncio.gather(*tasks)
    after = [name for name in sent.names if not name.isdigit()]
    assert after.index("closes") < after.index("says") < 6
    assert Counter(after) == {"looks": 20, "says": 1, "closes": 1}


async def test_a_small_server_does_not_wait_for_a_large_one(clock: VirtualClock, sent: Sent) -> None:
    tasks = [sent.ask("large", guild=1) for _ in range(200)]
    tasks += [sent.ask("small", guild=2) for _ in range(5)]
    await clock.advance(10)
    await asyncio.gather(*tasks)
    last = max(place for place, name in enumerate(sent.names) if name == "small")
    assert last < BURST + 1 + 2 * 5 + 1


async def test_a_server_that_keeps_coming_back_does_not_starve_another(
    clock: VirtualClock, sent: Sent
) -> None:
    crowd(sent, BURST + 1)
    tasks = [sent.ask("waiting", guild=1) for _ in range(10)]

    async def insist() -> None:
        for _ in range(30):
            await sent.ask("insisting", guild=2)

    tasks.append(asyncio.create_task(insist()))
    await clock.advance(10)
    await asyncio.gather(*tasks)
    after = [name for name in sent.names if not name.isdigit()]
    assert after[:20].count("waiting") >= 9


async def test_who_is_cancelled_costs_the_others_at_most_a_turn(clock: VirtualClock, sent: Sent) -> None:
    start = clock.now()
    tasks = crowd(sent, 50)
    await clock.advance(0.1)
    cancelled = [tasks[20], tasks[30], tasks[49]]
    for task in cancelled:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await asyncio.gather(task, clock.advance(1))
    assert [int(name) for name in sent.names] == [n for n in range(50) if n not in {20, 30, 49}]
    assert max(sent.moments) - start <= 50 / RATE


async def test_a_clock_that_is_set_back_keeps_nobody_waiting(clock: VirtualClock, sent: Sent) -> None:
    await asyncio.gather(*crowd(sent, BURST + 1))
    clock.jump(-3600)
    task = sent.ask("late")
    await clock.advance(0.2)
    assert task.done()


async def test_answers_to_clicks_do_not_wait(clock: VirtualClock) -> None:
    passed: list[str] = []

    class Client(HTTPClient):
        async def request(self, route: Route, **_: object) -> None:
            passed.append(route.path)

    http = Client(asyncio.get_running_loop())
    install(http, Pacer(clock, rate=1, burst=0))
    answer = Route("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
    message = Route("POST", "/channels/{channel_id}/messages", channel_id=1)
    waiting = [asyncio.ensure_future(http.request(message)) for _ in range(3)]
    await asyncio.sleep(0)
    for _ in range(3):
        await http.request(answer)
    assert passed == [message.path, *[answer.path] * 3]
    await clock.advance(3)
    await asyncio.gather(*waiting)


async def test_the_caller_tells_whose_and_how_urgent_a_request_is(clock: VirtualClock) -> None:
    asked: list[tuple[int, Urgency]] = []

    class Watched(Pacer):
        async def turn(self, guild: int, urgency: Urgency) -> None:
            asked.append((guild, urgency))

    class Bot(discord.Client):
        async def setup_hook(self) -> None:
            install(self.http, Watched(clock))

    bot = Bot(intents=discord.Intents(guilds=True))
    async with simcord.run(bot) as env:
        channel = env.create_guild().create_text_channel("room")
        sendable = bot.get_channel(channel.id)
        assert isinstance(sendable, discord.TextChannel)
        await sendable.send("one")
        with pacing(7, Urgency.LOCKING):
            await asyncio.create_task(sendable.send("two"))
        await sendable.send("three")
    assert asked == [(0, Urgency.ANNOUNCING), (7, Urgency.CLOSING), (0, Urgency.ANNOUNCING)]
