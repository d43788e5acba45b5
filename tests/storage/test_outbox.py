"""What must happen once, until it has happened."""

import pytest
from sqlalchemy.exc import IntegrityError

from methods.engine.messages import Announce, Permit, Say
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import Person, Text, line
from methods.meeting import DeleteRoom, OpenRoom
from storage.codec import AnyEffect
from storage.problems import Conflict
from storage.store import Store
from tests.storage.examples import ANNA, SERVER, Begun, Clock, begin


async def send(
    store: Store,
    begun: Begun,
    effect: AnyEffect,
    key: tuple[int, int] = (1, 0),
    *,
    session: SessionId | None = None,
    not_before: int = 0,
) -> int:
    async with store.transaction() as change:
        return await change.send(SERVER, begun.meeting, session, *key, effect, not_before)


async def ids(store: Store, now: int) -> list[int]:
    return [row.id for row in await store.undelivered(now)]


async def test_rows_come_in_the_order_they_were_decided_with_all_that_was_said(
    store: Store, begun: Begun, clock: Clock
) -> None:
    say = Say(line(Text("Nu {who}", "Now {who}"), who=Person(ANNA)))
    first = await send(store, begun, say, (3, 1), session=begun.session)
    second = await send(store, begun, OpenRoom(1), (2, 0))

    rows = await store.undelivered(clock.now)

    assert [row.id for row in rows] == [first, second]
    assert (rows[0].effect, rows[0].session, rows[0].version, rows[0].ordinal) == (say, begun.session, 3, 1)
    assert (rows[1].effect, rows[1].session, rows[1].server) == (OpenRoom(1), None, SERVER)
    assert (rows[0].claimed_at, rows[0].via, rows[0].meeting) == (None, None, begun.meeting)


@pytest.mark.parametrize("of_session", [True, False])
async def test_the_same_decision_cannot_be_sent_twice(
    store: Store, begun: Begun, *, of_session: bool
) -> None:
    session = begun.session if of_session else None
    await send(store, begun, Announce(1), (1, 0), session=session)

    with pytest.raises(IntegrityError):
        await send(store, begun, Announce(2), (1, 0), session=session)

    assert len(await store.undelivered(2_000_000_000)) == 1


async def test_a_session_and_its_meeting_may_decide_under_the_same_version(
    store: Store, begun: Begun
) -> None:
    await send(store, begun, Announce(1), (1, 0), session=begun.session)
    await send(store, begun, OpenRoom(1), (1, 0))

    assert await ids(store, 0) == [1, 2]


async def test_a_number_is_never_given_out_twice_also_not_after_a_deletion(
    store: Store, begun: Begun
) -> None:
    first = await send(store, begun, Permit())
    async with store._writer.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM outbox")

    assert await send(store, begun, Permit()) > first


async def test_each_stream_has_its_own_rows(store: Store, begun: Begun) -> None:
    other = await begin(store)
    rows = {
        begun.session: await send(store, begun, Announce(1), session=begun.session),
        None: await send(store, begun, OpenRoom(1)),
        other.session: await send(store, other, Announce(1), session=other.session),
    }

    async def stream(session: SessionId | None = None, meeting: MeetingId | None = None) -> list[int]:
        return [row.id for row in await store.undelivered(0, session=session, meeting=meeting)]

    assert await stream(session=begun.session) == [rows[begun.session]]
    assert await stream(begun.session, begun.meeting) == [rows[begun.session]]
    assert await stream(meeting=begun.meeting) == [rows[None]]
    assert await stream(meeting=other.meeting) == []
    assert await stream() == list(rows.values())
    assert await store.streams_with_undelivered(0) == [
        (begun.meeting, begun.session),
        (begun.meeting, None),
        (other.meeting, other.session),
    ]


async def test_a_row_waits_until_its_moment(store: Store, begun: Begun, clock: Clock) -> None:
    later = clock.now + 60
    row = await send(store, begun, DeleteRoom(0), not_before=later)

    assert await ids(store, later - 1) == []
    assert await store.streams_with_undelivered(later - 1) == []
    assert await store.next_due() == later
    assert await ids(store, later) == [row]


async def test_the_next_moment_is_the_earliest_of_deadlines_and_rows_that_wait(
    store: Store, clock: Clock
) -> None:
    begun = await begin(store, due=clock.now + 30)
    row = await send(store, begun, DeleteRoom(0), not_before=clock.now + 20)
    assert await store.next_due() == clock.now + 20

    await store.settle(row)
    assert await store.next_due() == clock.now + 30


async def test_a_row_that_may_go_out_already_is_no_moment_to_wait_for(
    store: Store, begun: Begun, clock: Clock
) -> None:
    await send(store, begun, Permit(), not_before=clock.now)

    assert await store.next_due() is None


async def test_a_claimed_row_stays_undelivered_and_says_when_and_through_what(
    store: Store, begun: Begun, clock: Clock
) -> None:
    row = await send(store, begun, Permit())
    await store.claim(row, via=77)

    (claimed,) = await store.undelivered(clock.now)
    assert (claimed.claimed_at, claimed.via) == (clock.now, 77)

    clock.now += 5
    await store.claim(row)
    (again,) = await store.undelivered(clock.now)
    assert (again.claimed_at, again.via) == (clock.now, None)


async def test_a_settled_row_is_done_and_cannot_be_claimed_or_failed_any_more(
    store: Store, begun: Begun, clock: Clock
) -> None:
    row = await send(store, begun, Permit())
    await store.claim(row)
    await store.settle(row, 123)
    await store.settle(row, 456)
    await store.fail(row, "forbidden")

    assert await ids(store, clock.now) == []
    with pytest.raises(Conflict, match=f"outbox row {row} "):
        await store.claim(row)
    async with store._reader.connect() as connection:
        kept = (await connection.exec_driver_sql("SELECT message, failed FROM outbox")).all()
    assert [tuple(one) for one in kept] == [(123, None)]


async def test_a_failed_row_is_set_aside(store: Store, begun: Begun, clock: Clock) -> None:
    failed = await send(store, begun, Permit(), (1, 0))
    next_one = await send(store, begun, Permit(), (1, 1))
    await store.fail(failed, "missing_channel")

    assert await ids(store, clock.now) == [next_one]
    with pytest.raises(Conflict):
        await store.claim(failed)


async def test_a_room_and_the_end_of_its_making_are_kept_in_one_transaction(
    store: Store, begun: Begun
) -> None:
    row = await send(store, begun, OpenRoom(1))
    async with store.transaction() as change:
        await change.settle(row)

    assert await ids(store, 0) == []


async def test_a_postponed_row_waits_for_its_new_moment(store: Store, begun: Begun, clock: Clock) -> None:
    row = await send(store, begun, DeleteRoom(1))
    await store.postpone(row, clock.now + 60)
    assert await ids(store, clock.now + 59) == []
    assert await ids(store, clock.now + 60) == [row]
