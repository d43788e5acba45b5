"""A server's own methods are kept as they were written, apart from those of other servers."""

from dataclasses import replace

from methods.library import method, recipe_of
from methods.meeting import ServerId
from storage.store import Store
from tests.storage.examples import MEETING, SERVER, Clock

OTHER = ServerId(5)


async def test_a_method_is_kept_letter_by_letter_for_its_server_only(store: Store) -> None:
    async with store.transaction() as change:
        await change.put_method(SERVER, "roddel", "# Roddelen – ‘samen’\nid = 'roddel'\n")
        await change.put_method(OTHER, "roddel", "another")

    assert await store.own_methods(SERVER) == {"roddel": "# Roddelen – ‘samen’\nid = 'roddel'\n"}


async def test_putting_a_method_again_replaces_it(store: Store, clock: Clock) -> None:
    for text in ("old", "new"):
        clock.now += 1
        async with store.transaction() as change:
            await change.put_method(SERVER, "b", text)
            await change.put_method(SERVER, "a", text)

    assert list((await store.own_methods(SERVER)).items()) == [("a", "new"), ("b", "new")]


async def test_a_removed_method_is_gone_from_its_own_server_only(store: Store) -> None:
    async with store.transaction() as change:
        for server in (SERVER, OTHER):
            await change.put_method(server, "a", "text")
        await change.drop_method(SERVER, "a")

    assert await store.own_methods(SERVER) == {}
    assert await store.own_methods(OTHER) == {"a": "text"}


async def test_a_meeting_keeps_the_method_that_it_was_called_with(store: Store) -> None:
    own = replace(method("bumpy"), id="ours")
    async with store.transaction() as change:
        number = await change.add_meeting(replace(MEETING, method="ours", own=own))

    meeting = await store.meeting(number)
    assert meeting is not None
    assert recipe_of(meeting) == own
    assert recipe_of(MEETING) == method("bumpy")
