"""Who accepted the code of conduct: per server, person and version, until it is forgotten."""

from methods.meeting import ServerId
from storage.store import Store
from tests.storage.examples import ANNA, BRAM, CLEO, SERVER, Clock

OTHER = ServerId(5)


async def accept(store: Store, *versions: int) -> None:
    async with store.transaction() as change:
        for version in versions:
            await change.accept(SERVER, ANNA, version)


async def test_an_acceptance_counts_for_its_person_server_and_version_only(store: Store) -> None:
    await accept(store, 1)

    assert await store.accepted(SERVER, (BRAM, ANNA, CLEO), 1) == (ANNA,)
    assert await store.accepted(SERVER, (ANNA,), 2) == ()
    assert await store.accepted(OTHER, (ANNA,), 1) == ()


async def test_accepting_twice_keeps_the_first_moment(store: Store, clock: Clock) -> None:
    first = clock.now
    await accept(store, 1)
    clock.now += 60
    await accept(store, 1, 2)

    async with store.transaction() as change:
        rows = await change._connection.exec_driver_sql("SELECT version, accepted_at FROM acceptances")
        assert [tuple(row) for row in rows] == [(1, first), (2, first + 60)]


async def test_all_versions_are_forgotten_together(store: Store) -> None:
    await accept(store, 1, 2)
    async with store.transaction() as change:
        await change.accept(SERVER, BRAM, 1)
        await change.forget_acceptances(SERVER, ANNA)

    assert await store.accepted(SERVER, (ANNA, BRAM), 1) == (BRAM,)
    assert await store.accepted(SERVER, (ANNA,), 2) == ()
