"""Two hosts, each with a store of its own on one file, know nothing of each other's locks, as two processes do."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.host import Host
from bot.saving import Done
from methods import gathering
from methods.engine.events import Act, AnyEvent, Started
from methods.engine.making import made
from methods.engine.state import Session, SessionId
from methods.engine.text import PersonId
from methods.engine.timing import due
from methods.meeting import Meeting
from storage.check import check
from storage.store import Store
from storage.words import Cipher
from tests.bot.on_disk import MODERATOR, PEOPLE, SECOND, Evening, Outcome, open_evening, open_now
from tests.stories.world import KEY

TIMES = 5
"""How often the same instant is tried."""
CANVAS = {"titel": "De stilte", "situatie": "Het werd stil.", "vervolg": "Ik liep weg.", "effect": "Rust."}
T = TypeVar("T")


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    """The one process; what is kept at its end is whole."""
    async with open_evening(tmp_path) as opened:
        yield opened
    assert (await check(f"sqlite:///{tmp_path / 'kring.db'}", Cipher(KEY))).findings == ()


@pytest.fixture
async def other(evening: Evening, tmp_path: Path) -> AsyncIterator[Host]:
    """The other one."""
    clock = evening.clock
    store = await Store.open(f"sqlite:///{tmp_path / 'kring.db'}", Cipher(KEY), lambda: int(clock.now()))
    yield Host(store, clock)
    await store.close()


async def both(*works: Awaitable[T]) -> list[T]:
    return list(await asyncio.gather(*works))


async def happen(evening: Evening, other: Host, number: SessionId, *events: AnyEvent) -> list[Outcome]:
    """These events at the same instant, in the one process and the other by turns."""
    hosts = [evening.host, other]
    return await both(*(hosts[n % 2].handle(number, event) for n, event in enumerate(events)))


def won(outcomes: list[Outcome]) -> int:
    return sum(isinstance(one, Done) for one in outcomes)


async def again(evening: Evening, number: SessionId) -> AsyncIterator[Session]:
    times = 0
    async for before in evening.again(number):
        yield before
        times += 1
        if times == TIMES:
            return


async def test_two_who_press_next_move_the_group_one_step(evening: Evening, other: Host) -> None:
    number = await evening.session("bm.canvas")
    async for before in again(evening, number):
        presses = [made(Act.NEXT, who, before.visit, sure=True) for who in (MODERATOR, SECOND)]
        assert won(await happen(evening, other, number, *presses)) == 1
        assert (await evening.now(number)).visit == before.visit + 1


async def test_the_same_form_is_kept_as_one_text(evening: Evening, other: Host) -> None:
    number = await evening.session("bm.canvas")
    async for before in again(evening, number):
        form = made(Act.WRITE, PEOPLE[0], before.visit, words=CANVAS)
        await happen(evening, other, number, form, form)
        assert await evening.store.words(number, "1:bm.canvas") == {PEOPLE[0]: CANVAS}


async def test_six_who_hand_in_are_all_kept(evening: Evening, other: Host) -> None:
    number = await evening.session("bm.canvas")
    session = await evening.now(number)
    forms = [made(Act.WRITE, who, session.visit, words=CANVAS) for who in PEOPLE]
    assert won(await happen(evening, other, number, *forms)) == len(PEOPLE)
    assert await evening.store.words(number, "1:bm.canvas") == dict.fromkeys(PEOPLE, CANVAS)


@pytest.mark.parametrize("act", [Act.OFFER_CASE, Act.OFFER_NOTES])
async def test_of_two_who_offer_one_is_taken(evening: Evening, other: Host, act: Act) -> None:
    number = await evening.session("bm.keuze" if act is Act.OFFER_CASE else "bm.canvas")
    async for before in again(evening, number):
        offers = [made(act, who, before.visit) for who in PEOPLE[:2]]
        assert won(await happen(evening, other, number, *offers)) == 1


async def test_an_alarm_in_each_does_what_is_due_once(evening: Evening, other: Host) -> None:
    number = await evening.session("bm.canvas")
    evening.clock.jump(int(due(await evening.now(number)) or 0) - evening.host.now())
    async for _ in again(evening, number):
        rounds = await both(evening.host.time_up(number), other.time_up(number))
        assert sum(len(one) for one in rounds) == 1


async def test_ten_who_check_in_are_all_there(evening: Evening, other: Host) -> None:
    meeting = await evening.gathered()
    hosts, many = [evening.host, other], [PersonId(n) for n in range(100, 110)]

    def coming(who: PersonId) -> Callable[[Meeting], gathering.MeetingChange]:
        return lambda now: gathering.check_in(now, who)  # type: ignore[return-value]

    await both(*(hosts[n % 2].change_meeting(meeting.id, coming(who)) for n, who in enumerate(many)))
    after = await other.store.meeting(meeting.id)
    assert after is not None
    assert set(after.present) == {*PEOPLE, *many}


async def test_groups_are_opened_once_and_each_begins_once(evening: Evening, other: Host) -> None:
    for _ in range(TIMES):
        meeting = await evening.gathered()
        outcomes = await both(*(host.change_meeting(meeting.id, open_now) for host in (evening.host, other)))
        (opened,) = [one for one in outcomes if isinstance(one, Meeting)]
        number = opened.groups[0].session
        assert number is not None
        starts = await both(*(host.start(number, Started(), "1:bm.canvas") for host in (evening.host, other)))
        assert won(starts) == 1


async def test_what_the_one_has_kept_the_other_reads_at_once(evening: Evening, other: Host) -> None:
    number = await evening.session("bm.canvas")
    for times in range(TIMES):
        words = {**CANVAS, "titel": f"Nummer {times}"}
        await evening.act(number, PEOPLE[0], Act.WRITE, words=words)
        assert await other.store.word_of(number, "1:bm.canvas", PEOPLE[0]) == words
