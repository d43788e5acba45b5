"""While Kring runs, a backup is made every so many hours and the oldest is thrown away."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.backups import AGAIN, HOUR, Backups
from storage.shelf import Shelf
from storage.store import Store
from storage.words import Cipher
from tests.bot.virtual_clock import VirtualClock
from tests.stories.world import KEY, empty_database

Anew = Callable[[], Backups]


@pytest.fixture
def clock() -> VirtualClock:
    """A clock that stands still."""
    return VirtualClock()


@pytest.fixture
async def url(tmp_path: Path, clock: VirtualClock) -> AsyncIterator[str]:
    """A database that a Kring has open."""
    address = await empty_database(tmp_path)
    store = await Store.open(address, Cipher(KEY), lambda: int(clock.now()))
    yield address
    await store.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Where they are kept."""
    return Shelf(tmp_path / "backups", Cipher(KEY))


@pytest.fixture
def anew(url: str, shelf: Shelf, clock: VirtualClock) -> Anew:
    """Kring comes up: every six hours, and three are kept."""
    return lambda: Backups(url, shelf, clock, hours=6, keep=3)


async def ring(backups: Backups) -> None:
    """The alarm rings, and whatever it began is finished."""
    backups.look()
    await backups.stop()


def moments(shelf: Shelf, clock: VirtualClock) -> list[float]:
    """How many hours ago each was made, the oldest first."""
    return [(clock.now() - one.label.made) / HOUR for one in reversed(shelf.backups())]


async def test_the_first_is_made_at_once_and_the_next_after_six_hours(
    anew: Anew, shelf: Shelf, clock: VirtualClock
) -> None:
    backups = anew()
    for _ in range(3):
        await ring(backups)
        clock.jump(3 * HOUR)
    assert moments(shelf, clock) == [9, 3]


async def test_after_a_restart_it_goes_on_counting_from_the_last_one(
    anew: Anew, shelf: Shelf, clock: VirtualClock
) -> None:
    await ring(anew())
    clock.jump(5 * HOUR)
    await ring(anew())
    assert moments(shelf, clock) == [5]
    clock.jump(HOUR)
    await ring(anew())
    assert moments(shelf, clock) == [6, 0]


async def test_only_the_newest_three_stay(anew: Anew, shelf: Shelf, clock: VirtualClock) -> None:
    backups = anew()
    for _ in range(5):
        await ring(backups)
        clock.jump(6 * HOUR)
    assert moments(shelf, clock) == [18, 12, 6]


async def test_two_rings_at_once_make_one(anew: Anew, shelf: Shelf) -> None:
    backups = anew()
    backups.look()
    backups.look()
    await backups.stop()
    assert len(shelf.backups()) == 1


async def test_a_clock_that_was_set_back_does_not_keep_it_waiting(
    anew: Anew, shelf: Shelf, clock: VirtualClock
) -> None:
    backups = anew()
    await ring(backups)
    clock.jump(-1000 * HOUR)
    await ring(backups)
    await ring(backups)
    assert moments(shelf, clock) == [0, -1000]
    clock.jump(HOUR)
    again = anew()
    await ring(again)
    assert len(moments(shelf, clock)) == 2


async def test_one_that_fails_is_told_in_the_log_and_tried_again_after_a_quarter(
    anew: Anew, shelf: Shelf, clock: VirtualClock
) -> None:
    shelf.folder.touch()  # a file where the folder should be
    backups = anew()
    with capture_logs() as logs:
        await ring(backups)
    assert [(one["event"], one["log_level"]) for one in logs] == [("no backup", "error")]
    assert str(shelf.folder) in logs[0]["reason"]
    shelf.folder.unlink()
    clock.jump(AGAIN - 1)
    await ring(backups)
    assert moments(shelf, clock) == []
    clock.jump(1)
    await ring(backups)
    assert moments(shelf, clock) == [0]


async def test_a_database_in_which_something_is_wrong_throws_no_good_backup_away(
    anew: Anew, shelf: Shelf, clock: VirtualClock, tmp_path: Path
) -> None:
    backups = anew()
    await ring(backups)
    connection = sqlite3.connect(tmp_path / "kring.db")
    with connection:
        connection.execute("INSERT INTO servers VALUES (1, 'nonsense')")
    connection.close()
    with capture_logs() as logs:
        for _ in range(4):
            clock.jump(6 * HOUR)
            await ring(backups)
    assert moments(shelf, clock) == [24]
    assert {one["event"] for one in logs} == {"something is wrong with what is kept"}
    assert "Row 1 of server cannot be read" in logs[0]["first"]


async def test_a_fault_of_our_own_is_told_without_words_and_ends_nothing(
    anew: Anew, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("geheim")

    backups = anew()
    monkeypatch.setattr("bot.backups.back_up", fails)
    with capture_logs() as logs:
        await ring(backups)
    assert "geheim" not in str(logs)
    clock.jump(AGAIN)
    monkeypatch.undo()
    with capture_logs() as logs:
        await ring(backups)
    assert [one["event"] for one in logs] == ["backup made"]
