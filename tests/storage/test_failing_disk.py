"""When the disk fails nothing is half kept, it is told in one sentence, and afterwards all goes on."""

from pathlib import Path

import pytest

from methods.engine.messages import Announce, Keep
from storage.check import check
from storage.problems import StorageProblem
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import ANNA, SERVER, SLOT, STORY, Begun, is_one_sentence, write
from tests.storage.failing_disk import FAILING

LONG = "woord " * 3000
"""More than fits in what is free on any page."""


async def save(store: Store, begun: Begun) -> None:
    """As a host saves an act: words and what must be said, at a stroke."""
    async with store.transaction() as change:
        await change.send(SERVER, begun.meeting, begun.session, 1, 0, Announce(1))
        await change.keep(begun.session, Keep(SLOT, ANNA, {"wat": LONG}))


@pytest.mark.parametrize("how", FAILING)
async def test_nothing_is_half_kept_and_it_is_told_in_one_sentence(
    store: Store, begun: Begun, folder: Path, how: str
) -> None:
    failing, sentence = FAILING[how]
    await write(store, begun.session, ANNA, wat=STORY)
    async with failing(store, folder / "kring.db"):
        with pytest.raises(StorageProblem) as caught:
            await save(store, begun)
    assert is_one_sentence(caught.value)
    assert str(caught.value).startswith(sentence)
    assert await store.words(begun.session, SLOT) == {ANNA: {"wat": STORY}}
    assert await store.undelivered(2_000_000_000) == []


@pytest.mark.parametrize("how", FAILING)
async def test_afterwards_the_same_is_kept_and_the_database_is_whole(
    store: Store, begun: Begun, folder: Path, url: str, cipher: Cipher, how: str
) -> None:
    failing, _ = FAILING[how]
    async with failing(store, folder / "kring.db"):
        for _ in range(3):
            with pytest.raises(StorageProblem):
                await save(store, begun)
    await save(store, begun)
    assert await store.words(begun.session, SLOT) == {ANNA: {"wat": LONG}}
    assert len(await store.undelivered(2_000_000_000)) == 1
    assert (await check(url, cipher)).findings == ()


@pytest.mark.parametrize("how", FAILING)
async def test_meanwhile_everything_can_be_read(store: Store, begun: Begun, folder: Path, how: str) -> None:
    failing, _ = FAILING[how]
    await write(store, begun.session, ANNA, wat=STORY)
    async with failing(store, folder / "kring.db"):
        with pytest.raises(StorageProblem):
            await save(store, begun)
        assert await store.words(begun.session, SLOT) == {ANNA: {"wat": STORY}}
        assert await store.session(begun.session) is not None
