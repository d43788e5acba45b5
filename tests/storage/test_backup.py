"""A backup is of one moment, sealed as a whole, looked through before it counts, and in nobody's way."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from methods.engine.messages import Announce
from storage import shelf as shelves
from storage.backup import Made, back_up, before_upgrade, behind, clear, unpack
from storage.check import check
from storage.migrate import newest
from storage.problems import Damaged, StorageProblem
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
    bytes_of,
    is_one_sentence,
    write,
)

NOW = 1_800_000_000
P = ParamSpec("P")
T = TypeVar("T")


@pytest.fixture
def shelf(tmp_path: Path, cipher: Cipher) -> Shelf:
    """A folder for backups that nothing has made yet."""
    return Shelf(tmp_path / "backups", cipher)


@pytest.fixture
async def kept(store: Store, begun: Begun) -> Begun:
    """A meeting with somebody's words in it."""
    await write(store, begun.session, ANNA, wat=STORY)
    return begun


async def apart(work: Callable[P, T], *what: P.args, **named: P.kwargs) -> T:
    """In a thread, as Kring itself does it."""
    return await asyncio.to_thread(work, *what, **named)


async def made(url: str, shelf: Shelf, now: int = NOW, note: str = "") -> Made:
    return await apart(back_up, url, shelf, now, note)


def names(shelf: Shelf) -> list[str]:
    return sorted(files_in(shelf.folder))


def files_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


# --- What is in it -----------------------------------------------------------------------------------------


async def test_what_was_kept_is_in_the_backup_and_passes_the_check(
    kept: Begun, url: str, shelf: Shelf, tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    backup = await made(url, shelf)
    unpack(backup.backup.file, tmp_path / "back.db", cipher)
    assert backup.checkup.findings == ()
    assert (await check(f"sqlite:///{tmp_path / 'back.db'}", cipher)).findings == ()
    back = await Store.open(f"sqlite:///{tmp_path / 'back.db'}", cipher, clock)
    try:
        assert await back.words(kept.session, SLOT) == {ANNA: {"wat": STORY}}
    finally:
        await back.close()


async def test_whoever_has_only_the_backup_reads_neither_words_nor_themes_nor_tables(
    kept: Begun, url: str, shelf: Shelf
) -> None:
    assert kept.session
    await made(url, shelf)
    sealed = bytes_of(shelf.folder)
    for told in (STORY, "Grenzen", "contributions", "SQLite", str(ANNA)):
        assert told.encode() not in sealed


@pytest.mark.usefixtures("kept")
async def test_it_is_for_its_owner_alone_and_leaves_nothing_beside_it(
    url: str, shelf: Shelf, folder: Path
) -> None:
    before = files_in(folder)
    backup = (await made(url, shelf, note="before-0002")).backup
    assert names(shelf) == ["kring-2027-01-15-080000-before-0002.backup"]
    assert backup.when == "2027-01-15 08:00 UTC"
    assert backup.file.stat().st_mode & 0o777 == 0o600
    assert shelf.folder.stat().st_mode & 0o777 == 0o700
    assert files_in(folder) == before


async def test_what_is_written_meanwhile_is_in_it_wholly_or_not_at_all(
    store: Store, kept: Begun, url: str, shelf: Shelf, tmp_path: Path, cipher: Cipher
) -> None:
    """Each transaction raises a counter in the session and adds a row; in a copy of one moment the two agree."""
    going = True

    async def writing() -> int:
        number = 0
        while going:
            number += 1
            async with store.transaction() as change:
                session = await change.session(kept.session)
                assert session is not None
                version = await change.put_session(replace(session, pauses=number), due=None)
                await change.send(SERVER, kept.meeting, kept.session, version, 0, Announce(1))
        return number

    writer = asyncio.create_task(writing())
    await asyncio.sleep(0.02)
    backups = [await made(url, shelf, NOW + n) for n in range(3)]
    going = False
    written = await writer
    seen = [rows_and_pauses(one.backup.file, tmp_path / f"{n}.db", cipher) for n, one in enumerate(backups)]
    assert all(rows == pauses for rows, pauses in seen)
    assert 0 < seen[0][0] < seen[-1][0] <= written


def rows_and_pauses(backup: Path, plain: Path, cipher: Cipher) -> tuple[int, int]:
    unpack(backup, plain, cipher)
    connection = sqlite3.connect(plain)
    (rows,) = connection.execute("SELECT count(*) FROM outbox").fetchone()
    (pauses,) = connection.execute("SELECT json_extract(state, '$.pauses') FROM sessions").fetchone()
    connection.close()
    return rows, pauses


async def test_making_one_does_not_hold_up_whoever_writes(
    store: Store, kept: Begun, monkeypatch: pytest.MonkeyPatch, url: str, shelf: Shelf
) -> None:
    """A save in the middle of the copy is done before the copy is."""
    copying, saved = threading.Event(), threading.Event()

    class Slow(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection) -> None:  # type: ignore[override]
            copying.set()
            assert saved.wait(10)
            super().backup(target)

    connect = sqlite3.connect
    monkeypatch.setattr(
        "storage.backup.sqlite3.connect", lambda *what, **named: connect(*what, **{**named, "factory": Slow})
    )
    making = asyncio.create_task(made(url, shelf))
    assert await apart(copying.wait, 10)
    await write(store, kept.session, ANNA, wat="anders")
    saved.set()
    await making
    assert await store.words(kept.session, SLOT) == {ANNA: {"wat": "anders"}}


# --- When something is wrong -------------------------------------------------------------------------------


async def test_where_something_is_found_the_name_says_so_and_only_the_last_of_those_is_kept(
    store: Store, kept: Begun, url: str, shelf: Shelf
) -> None:
    assert kept.session
    await made(url, shelf)
    async with store._writer.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM contributions")
    for later in (1, 2):
        found = await made(url, shelf, NOW + later)
        assert len(found.checkup.findings) == 1
    assert names(shelf) == ["kring-2027-01-15-080000.backup", "kring-2027-01-15-080002.doubtful"]


async def refused(url: str, shelf: Shelf) -> str:
    with pytest.raises(StorageProblem) as caught:
        await made(url, shelf)
    assert is_one_sentence(caught.value)
    return str(caught.value)


async def test_where_there_is_no_database_that_is_said(url: str, shelf: Shelf) -> None:
    assert "There is no database at" in await refused(url, shelf)


async def test_for_postgresql_there_is_another_tool(shelf: Shelf) -> None:
    assert "use pg_dump" in await refused("postgresql://host/kring", shelf)


@pytest.mark.usefixtures("kept")
async def test_a_folder_that_cannot_be_made_is_named(url: str, tmp_path: Path, cipher: Cipher) -> None:
    (tmp_path / "file").touch()
    assert "file" in await refused(url, Shelf(tmp_path / "file" / "backups", cipher))


@pytest.mark.usefixtures("kept")
async def test_a_backup_does_not_take_the_last_room_on_the_disk(
    url: str, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "SPARE", shutil.disk_usage("/").total)
    assert "too little room" in await refused(url, shelf)
    assert names(shelf) == []


@pytest.mark.usefixtures("kept")
async def test_a_backup_that_is_broken_off_leaves_no_file_that_looks_like_one(
    url: str, shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = files_in(folder)
    monkeypatch.setattr("storage.backup.unpack", full)
    assert "No space left" in await refused(url, shelf)
    assert names(shelf) == []
    assert files_in(folder) == before


def test_what_a_kill_left_behind_is_cleared_and_nothing_else(shelf: Shelf, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / ".backup-abc").mkdir(parents=True)
    (data / ".backup-abc" / "copy.db").touch()
    shelf.folder.mkdir()
    for name in (".backup-abc.partial", "kring-1.backup", "kring-2.doubtful", "other.partial"):
        (shelf.folder / name).touch()
    clear(data, shelf)
    assert list(data.iterdir()) == []
    assert names(shelf) == ["kring-1.backup", "kring-2.doubtful", "other.partial"]


async def test_a_database_held_by_another_program_is_told(
    store: Store, url: str, shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.close()
    monkeypatch.setattr("storage.backup.PATIENCE", 0.01)
    other = sqlite3.connect(folder / "kring.db", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert "Another program holds the database" in await refused(url, shelf)
    finally:
        other.close()
    assert names(shelf) == []


# --- The shelf ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("kept")
async def test_the_newest_that_is_whole_is_offered(url: str, shelf: Shelf) -> None:
    first, second, third = [(await made(url, shelf, NOW + n)).backup.file for n in range(3)]
    third.write_bytes(third.read_bytes()[:-1])
    assert [one.file for one in shelf.backups()] == [third, second, first]
    newest = shelf.newest()
    assert newest is not None
    assert newest.file == second


@pytest.mark.usefixtures("kept")
async def test_all_but_the_newest_are_thrown_away_and_those_of_another_key_stay(
    url: str, shelf: Shelf, tmp_path: Path
) -> None:
    for later in (2, 0, 1, 1):
        await made(url, shelf, NOW + later)
    other = Shelf(shelf.folder, Cipher(b"x" * 32))
    (tmp_path / "elsewhere.txt").touch()
    (shelf.folder / "note.backup").write_text("mine")
    other.rotate(0)
    assert len(names(shelf)) == 5
    shelf.rotate(2)
    assert names(shelf) == [
        "kring-2027-01-15-080001-2.backup",
        "kring-2027-01-15-080002.backup",
        "note.backup",
    ]


def test_without_a_folder_there_is_no_backup(shelf: Shelf) -> None:
    assert shelf.newest() is None
    shelf.rotate(1)


# --- Before a migration ------------------------------------------------------------------------------------


async def at_an_older_step(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of an earlier Kring, for which today's is the one after it."""
    await store.close()
    monkeypatch.setattr("storage.migrate.earlier", lambda: {"0000"})
    connection = sqlite3.connect(folder / "kring.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()


async def test_before_a_step_the_whole_database_is_kept(
    store: Store, begun: Begun, url: str, folder: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(store, begun.session, ANNA, wat=STORY)
    await at_an_older_step(store, folder, monkeypatch)
    kept = await apart(before_upgrade, url, shelf, NOW)
    assert kept is not None
    assert kept.backup.label.revision == "0000"
    assert names(shelf) == [f"kring-2027-01-15-080000-before-{newest()}.backup"]


async def test_a_damaged_database_gets_no_new_shape(
    store: Store, begun: Begun, url: str, folder: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for slot in range(40):
        await write(store, begun.session, ANNA, f"1:{slot}", wat="woord " * 100)
    await at_an_older_step(store, folder, monkeypatch)
    content = bytearray((folder / "kring.db").read_bytes())
    content[-20_000:-4_000] = b"\x5a" * 16_000
    (folder / "kring.db").write_bytes(content)
    with pytest.raises(Damaged):
        await apart(before_upgrade, url, shelf, NOW)


async def test_a_database_that_is_new_or_up_to_date_needs_no_backup_first(
    store: Store, url: str, shelf: Shelf, tmp_path: Path
) -> None:
    await begin(store)
    assert not behind(url)
    assert not behind(f"sqlite:///{tmp_path / 'none.db'}")
    assert not behind("postgresql://host/kring")
    assert await apart(before_upgrade, url, shelf, NOW) is None
    assert not shelf.folder.exists()
