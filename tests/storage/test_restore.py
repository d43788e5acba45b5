"""Putting a backup back loses nothing in silence, happens at a stroke, and goes on in a world that went on."""

import sqlite3
from pathlib import Path

import pytest

from methods.engine.messages import Announce
from methods.engine.text import PersonId
from storage.backup import back_up
from storage.problems import StorageProblem
from storage.restore import COMPANIONS, Restored, _aside, look_through, restore
from storage.shelf import Shelf
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import (
    ANNA,
    SERVER,
    SLOT,
    STORY,
    Begun,
    Clock,
    begin,
    is_one_sentence,
    write,
)
from tests.storage.test_backup import apart, files_in

LATER = 3600


@pytest.fixture
async def backup(store: Store, begun: Begun, url: str, tmp_path: Path, cipher: Cipher, clock: Clock) -> Path:
    """A backup of a meeting with somebody's words and a row that waits; the store is still open."""
    await write(store, begun.session, ANNA, wat=STORY)
    async with store.transaction() as change:
        await change.send(SERVER, begun.meeting, begun.session, 1, 0, Announce(1))
        await change.send(SERVER, begun.meeting, begun.session, 1, 1, Announce(1), clock.now + 2 * LATER)
    await store.beat()
    made = await apart(back_up, url, Shelf(tmp_path / "backups", cipher), clock.now)
    assert made.checkup.findings == ()
    return made.backup.file


@pytest.fixture
async def moved_on(backup: Path, store: Store, begun: Begun, clock: Clock) -> Path:
    """The same backup; meanwhile the evening went on for an hour, and Kring stopped."""
    clock.now += LATER
    await write(store, begun.session, ANNA, wat="later geschreven")
    await store.beat()
    await store.close()
    return backup


async def put_back(url: str, backup: Path, cipher: Cipher, clock: Clock, *, force: bool = False) -> Restored:
    return await apart(restore, url, backup, cipher, clock.now, force=force)


async def refused(url: str, backup: Path, cipher: Cipher, clock: Clock, *, force: bool = False) -> str:
    with pytest.raises(StorageProblem) as caught:
        await put_back(url, backup, cipher, clock, force=force)
    assert is_one_sentence(caught.value)
    return str(caught.value)


async def words(url: str, cipher: Cipher, clock: Clock, begun: Begun) -> dict[PersonId, dict[str, str]]:
    """What somebody wrote, as a Kring that starts on this database reads it."""
    store = await Store.open(url, cipher, clock)
    try:
        return await store.words(begun.session, SLOT)
    finally:
        await store.close()


# --- Put back ----------------------------------------------------------------------------------------------


async def test_the_database_is_as_it_was_and_what_stood_there_is_kept_aside(
    moved_on: Path, begun: Begun, url: str, cipher: Cipher, clock: Clock, folder: Path
) -> None:
    restored = await put_back(url, moved_on, cipher, clock, force=True)
    assert restored.aside is not None
    assert await words(url, cipher, clock, begun) == {ANNA: {"wat": STORY}}
    aside = f"sqlite:///{restored.aside}"
    assert await words(aside, cipher, clock, begun) == {ANNA: {"wat": "later geschreven"}}
    assert files_in(folder) == {"kring.db", restored.aside.name}
    assert {file.stat().st_mode & 0o777 for file in (folder / "kring.db", restored.aside)} == {0o600}


async def test_where_there_is_no_database_it_is_made(
    moved_on: Path, begun: Begun, tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    url = f"sqlite:///{tmp_path / 'another machine' / 'kring.db'}"
    restored = await put_back(url, moved_on, cipher, clock)
    assert restored.aside is None
    assert await words(url, cipher, clock, begun) == {ANNA: {"wat": STORY}}


async def test_a_damaged_database_is_replaced_without_asking(
    moved_on: Path, begun: Begun, url: str, cipher: Cipher, clock: Clock, folder: Path
) -> None:
    (folder / "kring.db").write_bytes(b"No database at all. " * 500)
    restored = await put_back(url, moved_on, cipher, clock)
    assert await words(url, cipher, clock, begun) == {ANNA: {"wat": STORY}}
    assert restored.aside is not None
    assert files_in(folder) == {"kring.db", restored.aside.name}
    assert restored.aside.read_bytes().startswith(b"No database")


def test_a_log_that_was_left_goes_aside_with_its_database(tmp_path: Path) -> None:
    """It would be taken for the log of the database that comes in its place."""
    for companion in ("", *COMPANIONS):
        (tmp_path / f"kring.db{companion}").write_text(companion)
    aside = _aside(tmp_path / "kring.db", 0)
    assert aside is not None
    assert {file.name: file.read_text() for file in tmp_path.iterdir() if file.name != "kring.db"} == {
        aside.name + companion: companion for companion in ("", *COMPANIONS)
    }


async def test_putting_back_twice_in_one_second_keeps_both_aside(
    moved_on: Path, url: str, cipher: Cipher, clock: Clock, folder: Path
) -> None:
    for _ in range(2):
        await put_back(url, moved_on, cipher, clock, force=True)
    assert len(files_in(folder)) == 3


# --- Refused -----------------------------------------------------------------------------------------------


async def test_while_kring_runs_nothing_is_put_back_however_hard_one_insists(
    backup: Path, store: Store, begun: Begun, url: str, cipher: Cipher, clock: Clock
) -> None:
    for force in (False, True):
        assert "stop it and try again" in await refused(url, backup, cipher, clock, force=force)
    await write(store, begun.session, ANNA, wat="gaat gewoon door")
    assert await store.words(begun.session, SLOT) == {ANNA: {"wat": "gaat gewoon door"}}


async def test_a_database_that_goes_on_after_the_backup_is_replaced_only_when_told_so(
    moved_on: Path, begun: Begun, url: str, cipher: Cipher, clock: Clock
) -> None:
    sentence = await refused(url, moved_on, cipher, clock)
    assert "goes on until 2027-01-15 09:00 UTC, this backup is of 2027-01-15 08:00 UTC" in sentence
    assert "--force" in sentence
    assert await words(url, cipher, clock, begun) == {ANNA: {"wat": "later geschreven"}}


async def test_a_backup_in_which_something_is_found_is_put_back_only_when_told_so(
    store: Store, begun: Begun, url: str, tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    made = await apart(back_up, url, Shelf(tmp_path / "backups", cipher), clock.now)
    await store.close()
    assert made.backup.file.suffix == ".doubtful"
    assert f"the words of {ANNA} in {SLOT} are gone" in await refused(url, made.backup.file, cipher, clock)
    restored = await put_back(url, made.backup.file, cipher, clock, force=True)
    assert len(restored.checkup.findings) == 1
    assert await words(url, cipher, clock, begun) == {}


@pytest.mark.usefixtures("moved_on")
async def test_a_backup_of_a_newer_kring_is_refused(
    url: str, cipher: Cipher, clock: Clock, tmp_path: Path, folder: Path
) -> None:
    connection = sqlite3.connect(folder / "kring.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    newer = await apart(back_up, url, Shelf(tmp_path / "newer", cipher), clock.now)
    assert "newer version of Kring" in await refused(url, newer.backup.file, cipher, clock, force=True)


async def test_with_another_key_it_is_refused_and_the_database_stays(
    moved_on: Path, begun: Begun, url: str, cipher: Cipher, clock: Clock, folder: Path
) -> None:
    assert "with another key" in await refused(url, moved_on, Cipher(b"x" * 32), clock, force=True)
    assert files_in(folder) == {"kring.db"}
    assert await words(url, cipher, clock, begun) == {ANNA: {"wat": "later geschreven"}}


@pytest.mark.parametrize(
    ("name", "told"), [("none.backup", "There is no backup at"), ("", "There is no backup at")]
)
async def test_what_is_not_there_is_called_so(
    url: str, cipher: Cipher, clock: Clock, tmp_path: Path, name: str, told: str
) -> None:
    assert told in await refused(url, tmp_path / name, cipher, clock)


async def test_for_postgresql_there_is_another_tool(tmp_path: Path, cipher: Cipher, clock: Clock) -> None:
    assert "use pg_restore" in await refused("postgresql://host/kring", tmp_path, cipher, clock)


async def test_a_backup_is_looked_through_without_putting_it_back(
    moved_on: Path, begun: Begun, url: str, cipher: Cipher, clock: Clock
) -> None:
    assert (await apart(look_through, url, moved_on, cipher)).findings == ()
    assert await words(url, cipher, clock, begun) == {ANNA: {"wat": "later geschreven"}}


# --- In a world that went on -------------------------------------------------------------------------------


async def test_what_waited_to_be_said_is_looked_for_first_because_it_may_have_been_said_since(
    moved_on: Path, url: str, cipher: Cipher, clock: Clock
) -> None:
    await put_back(url, moved_on, cipher, clock, force=True)
    store = await Store.open(url, cipher, clock)
    try:
        now, later = await store.undelivered(clock.now + 2 * LATER)
    finally:
        await store.close()
    assert now.claimed_at == clock.now
    assert later.claimed_at is None


async def test_no_number_that_was_given_out_after_the_backup_is_given_out_again(
    moved_on: Path, begun: Begun, url: str, cipher: Cipher, clock: Clock
) -> None:
    """Rooms, buttons and messages of the lost hour still carry those numbers."""
    await put_back(url, moved_on, cipher, clock, force=True)
    store = await Store.open(url, cipher, clock)
    try:
        again = await begin(store)
        async with store.transaction() as change:
            row = await change.send(SERVER, again.meeting, again.session, 1, 0, Announce(1))
    finally:
        await store.close()
    assert again.meeting > begun.meeting + 999
    assert again.session > begun.session + 999
    assert 100_002 < row < 2**24


async def test_a_backup_from_before_the_first_meeting_passes_over_numbers_too(
    store: Store, url: str, tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    made = await apart(back_up, url, Shelf(tmp_path / "backups", cipher), clock.now)
    await store.close()
    await put_back(url, made.backup.file, cipher, clock)
    again = await Store.open(url, cipher, clock)
    try:
        assert (await begin(again)).meeting > 999
    finally:
        await again.close()
