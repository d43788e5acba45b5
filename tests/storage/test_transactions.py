"""All of a transaction is kept, or nothing; and no two undo one another."""

import asyncio
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from methods.engine.messages import Announce, Keep
from methods.engine.state import MeetingId
from storage.database import address
from storage.keys import make_folder
from storage.problems import Conflict, StorageProblem
from storage.schema import sessions
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import ANNA, SERVER, SLOT, STORY, Begun, Clock, begin, loaded, write


class Mishap(Exception):
    """Something goes wrong in the middle."""


async def test_a_save_against_an_old_version_is_refused_and_changes_nothing(
    store: Store, begun: Begun
) -> None:
    before = await loaded(store, begun.session)
    async with store.transaction() as change:
        assert await change.put_session(replace(before, pauses=1), due=5) == 1

    with pytest.raises(Conflict):
        async with store.transaction() as change:
            await change.put_session(replace(before, pauses=2), due=6)

    after = await loaded(store, begun.session)
    assert (after.version, after.pauses) == (1, 1)
    assert await store.due(5) == [begun.session]


async def test_a_meeting_saved_against_an_old_version_is_refused(store: Store, begun: Begun) -> None:
    before = await store.meeting(begun.meeting)
    assert before is not None
    async with store.transaction() as change:
        assert await change.put_meeting(replace(before, present=(ANNA,))) == 1

    with pytest.raises(Conflict, match="meeting 1 was changed meanwhile"):
        async with store.transaction() as change:
            await change.put_meeting(before)

    assert await store.meeting(begun.meeting) == replace(before, version=1, present=(ANNA,))


async def test_two_transactions_at_once_do_not_undo_one_another_in_30_of_30_runs(
    store: Store, begun: Begun
) -> None:
    other = await begin(store, meeting=begun.meeting)

    async def saves() -> None:
        async with store.transaction() as change:
            session = await change.session(begun.session)
            assert session is not None
            await change.put_session(replace(session, pauses=session.pauses + 1), due=None)

    async def fails() -> None:
        async with store.transaction() as change:
            session = await change.session(other.session)
            assert session is not None
            await change.put_session(replace(session, pauses=99), due=None)
            raise Mishap

    for _ in range(15):
        outcomes = await asyncio.gather(saves(), fails(), fails(), saves(), return_exceptions=True)
        assert [type(one) for one in outcomes] == [type(None), Mishap, Mishap, type(None)]

    assert (await loaded(store, begun.session)).pauses == 30
    assert (await loaded(store, other.session)).pauses == 0


async def test_twenty_who_read_and_then_write_at_once_all_survive_also_from_two_processes(
    store: Store, begun: Begun, url: str, cipher: Cipher, clock: Clock
) -> None:
    # A second store knows nothing of the first one's lock, like a second process.
    second = await Store.open(url, cipher, clock)

    async def adds_one(to: Store) -> None:
        async with to.transaction() as change:
            session = await change.session(begun.session)
            assert session is not None
            await change.put_session(replace(session, pauses=session.pauses + 1), due=None)

    try:
        await asyncio.gather(*(adds_one(to) for to in [store, second] * 10))
    finally:
        await second.close()

    assert (await loaded(store, begun.session)).pauses == 20


async def test_the_writing_connection_keeps_its_promises(store: Store) -> None:
    found = {}
    async with store._writer.connect() as connection:
        for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete"):
            found[name] = (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()

    full, on = 2, 1
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "busy_timeout": 5000,
        "foreign_keys": on,
        "secure_delete": on,
    }


async def test_a_transaction_takes_the_write_lock_before_it_has_written_anything(
    store: Store, folder: Path
) -> None:
    other = sqlite3.connect(folder / "kring.db", timeout=0, isolation_level=None)
    try:
        async with store.transaction():
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
    finally:
        other.close()


async def test_reading_does_not_wait_for_a_change_in_progress_and_sees_it_once_it_is_kept(
    store: Store, begun: Begun
) -> None:
    before = await loaded(store, begun.session)
    async with store.transaction() as change:
        await change.put_session(replace(before, pauses=4), due=None)
        assert await loaded(store, begun.session) == before

    assert (await loaded(store, begun.session)).pauses == 4


async def test_a_reading_connection_cannot_write(store: Store) -> None:
    async with store._reader.connect() as connection:
        with pytest.raises(Exception, match="readonly"):
            await connection.execute(text("DELETE FROM meta"))


async def test_a_rollback_leaves_no_trace_of_words_or_of_the_outbox(store: Store, begun: Begun) -> None:
    async def fails() -> None:
        async with store.transaction() as change:
            await change.keep(begun.session, Keep(SLOT, ANNA, {"wat": STORY}))
            await change.keep_case(begun.meeting, ANNA, {"titel": STORY})
            await change.send(SERVER, begun.meeting, begun.session, 1, 0, Announce(1))
            assert await change.word_of(begun.session, SLOT, ANNA) == {"wat": STORY}
            raise Mishap

    with pytest.raises(Mishap):
        await fails()

    assert await store.words(begun.session, SLOT) == {}
    assert await store.prepared(begun.meeting) == {}
    assert await store.undelivered(2_000_000_000) == []


async def test_a_crash_in_the_middle_leaves_no_trace_and_what_was_kept_before_is_there(
    store: Store, begun: Begun, folder: Path, cipher: Cipher, clock: Clock
) -> None:
    await write(store, begun.session, ANNA, wat="bewaard")
    crashed = folder / "crashed"
    make_folder(crashed)
    async with store.transaction() as change:
        await change.send(SERVER, begun.meeting, begun.session, 1, 0, Announce(1))
        # What lies on the disk now is what a machine without power would find.
        for name in ("kring.db", "kring.db-wal"):
            shutil.copy(folder / name, crashed / name)

    found = await Store.open(f"sqlite:///{crashed / 'kring.db'}", cipher, clock)
    try:
        assert await found.word_of(begun.session, SLOT, ANNA) == {"wat": "bewaard"}
        assert await found.undelivered(clock.now) == []
    finally:
        await found.close()


async def test_whoever_is_cancelled_at_any_moment_leaves_all_or_nothing(store: Store, begun: Begun) -> None:
    async def sends_two(version: int) -> None:
        async with store.transaction() as change:
            for ordinal in range(2):
                await change.send(SERVER, begun.meeting, begun.session, version, ordinal, Announce(1))

    for turns in range(30):
        task = asyncio.create_task(sends_two(turns))
        for _ in range(turns):
            await asyncio.sleep(0)
            if turns % 2:
                await asyncio.sleep(0.0001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await sends_two(1000)

    versions = [row.version for row in await store.undelivered(2_000_000_000)]
    assert all(versions.count(version) == 2 for version in versions)
    assert versions[-1] == 1000


async def test_a_transaction_inside_a_transaction_is_refused_because_it_would_wait_for_itself(
    store: Store,
) -> None:
    async with store.transaction():
        with pytest.raises(RuntimeError, match="wait for itself"):
            await store.beat()
    await store.beat()


async def test_a_row_that_will_be_changed_is_held_where_the_database_can_hold_one(store: Store) -> None:
    postgresql = address("postgresql://host/kring").get_dialect()()
    async with store.transaction() as change:
        held = change._held(select(sessions.c.id))

    assert "FOR UPDATE" in str(held.compile(dialect=postgresql))
    assert "FOR UPDATE" not in str(store._held(select(sessions.c.id)).compile(dialect=postgresql))


async def test_a_session_must_belong_to_a_meeting(store: Store) -> None:
    with pytest.raises(IntegrityError):
        await begin(store, meeting=MeetingId(404))


async def test_a_closed_store_refuses_instead_of_opening_a_connection_again(store: Store) -> None:
    waiting = [asyncio.create_task(store.last_beat()) for _ in range(20)]
    await asyncio.sleep(0)
    await store.close()

    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert {type(one) for one in outcomes} <= {type(None), StorageProblem}
    for call in (store.last_beat, store.beat):
        with pytest.raises(StorageProblem, match="closed"):
            await call()
    await store.close()
