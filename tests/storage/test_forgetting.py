"""Somebody is forgotten: their words, but for those that a conversation which is going on still needs."""

from dataclasses import replace
from pathlib import Path

import pytest

from methods.engine.state import Status
from methods.engine.text import PersonId
from methods.meeting import MeetingStage, ServerId
from storage.store import Store
from tests.storage.examples import (
    ANNA,
    BRAM,
    MEETING,
    SERVER,
    SLOT,
    STORY,
    Begun,
    Clock,
    begin,
    bytes_of,
    loaded,
    write,
)


async def end(store: Store, begun: Begun) -> None:
    async with store.transaction() as change:
        session = await loaded(store, begun.session)
        await change.put_session(replace(session, status=Status.ENDED), None)


async def forget(store: Store, who: PersonId = ANNA, server: ServerId = SERVER) -> None:
    async with store.transaction() as change:
        await change.forget_words(server, who)


@pytest.fixture
async def written(store: Store, begun: Begun) -> Begun:
    """Anna and Bram prepared a case and handed something in."""
    async with store.transaction() as change:
        for who in (ANNA, BRAM):
            await change.keep_case(begun.meeting, who, {"wat": STORY})
    for who in (ANNA, BRAM):
        await write(store, begun.session, who, wat=STORY)
    return begun


async def test_what_a_group_that_is_talking_was_given_stays(store: Store, written: Begun) -> None:
    await forget(store)
    assert await store.word_of(written.session, SLOT, ANNA) == {"wat": STORY}
    assert await store.case(written.meeting, ANNA) == {"wat": STORY}


async def test_after_the_end_the_words_of_this_person_go_and_no_others(store: Store, written: Begun) -> None:
    await end(store, written)
    await forget(store)
    assert set(await store.words(written.session, SLOT)) == {BRAM}
    assert set(await store.prepared(written.meeting)) == {BRAM}


async def test_a_case_for_groups_that_are_still_to_be_made_goes(store: Store) -> None:
    async with store.transaction() as change:
        meeting = await change.add_meeting(MEETING)
        await change.keep_case(meeting, ANNA, {"wat": STORY})
    await forget(store)
    assert await store.case(meeting, ANNA) is None


async def test_a_group_that_never_began_needs_nothing_once_its_meeting_is_closed(
    store: Store, written: Begun
) -> None:
    meeting = await store.meeting(written.meeting)
    assert meeting is not None
    async with store.transaction() as change:
        await change.put_meeting(replace(meeting, stage=MeetingStage.CLOSED))
    await forget(store)
    assert await store.word_of(written.session, SLOT, ANNA) is None
    assert await store.case(written.meeting, ANNA) is None


async def test_another_server_forgets_nothing(store: Store, written: Begun) -> None:
    await end(store, written)
    await forget(store, server=ServerId(5))
    assert await store.word_of(written.session, SLOT, ANNA) == {"wat": STORY}


async def test_a_name_and_a_language_are_forgotten_for_one_person_here(store: Store) -> None:
    async with store.transaction() as change:
        for who in (ANNA, BRAM):
            await change.put_person(SERVER, who, name="Naam", language="en")
        await change.put_person(ServerId(5), ANNA, name="Naam")
        await change.forget_person(SERVER, ANNA)
    assert set(await store.people(SERVER, (ANNA, BRAM))) == {BRAM}
    assert set(await store.people(ServerId(5), (ANNA,))) == {ANNA}


async def test_nothing_sealed_stays_in_the_files(store: Store, folder: Path) -> None:
    begun = await begin(store)
    await write(store, begun.session, ANNA, wat=STORY)
    async with store.transaction() as change:
        rows = await change._connection.exec_driver_sql("SELECT words FROM contributions")
        sealed = rows.scalar_one()
    await end(store, begun)
    await forget(store)
    assert sealed not in bytes_of(folder)


async def test_what_somebody_wrote_for_themselves_goes_when_its_time_is_over(
    store: Store, folder: Path, clock: Clock
) -> None:
    async with store.transaction() as change:
        await change.keep_own(SERVER, ANNA, "kwadranten", {"doel": STORY}, clock.now + 60)
        await change.keep_own(SERVER, BRAM, "kwadranten", {"doel": STORY}, clock.now + 120)
        rows = await change._connection.exec_driver_sql("SELECT words FROM own_texts ORDER BY until")
        sealed = rows.scalars().all()[0]
    clock.now += 60
    assert await store.own_text(SERVER, ANNA, "kwadranten") is None
    async with store.transaction() as change:
        await change.drop_overdue()
    assert await store.own_text(SERVER, BRAM, "kwadranten") == {"doel": STORY}
    assert sealed not in bytes_of(folder)


async def test_what_somebody_wrote_for_themselves_is_forgotten_with_the_rest(
    store: Store, clock: Clock
) -> None:
    async with store.transaction() as change:
        for who in (ANNA, BRAM):
            await change.keep_own(SERVER, who, "kwadranten", {"doel": STORY}, clock.now + 60)
    await forget(store)
    assert await store.own_text(SERVER, ANNA, "kwadranten") is None
    assert await store.own_text(SERVER, BRAM, "kwadranten") == {"doel": STORY}
