"""A database that cannot be used is told in one sentence."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from methods.engine.messages import Keep
from storage import database
from storage.migrate import upgrade
from storage.problems import StorageProblem
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import ANNA, Clock, begin, is_one_sentence


async def refusal(url: str, cipher: Cipher, clock: Clock) -> str:
    """Why a database does not open."""
    with pytest.raises(StorageProblem) as caught:
        await Store.open(url, cipher, clock)
    assert is_one_sentence(caught.value)
    return str(caught.value)


@pytest.mark.usefixtures("begun")
def test_the_data_folder_and_the_database_are_made_for_their_owner_alone(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    assert {file.name for file in folder.iterdir()} >= {"kring.db", "kring.db-wal"}


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, cipher: Cipher, clock: Clock) -> None:
    (tmp_path / "file").touch()
    url = f"sqlite:///{tmp_path / 'file' / 'data' / 'kring.db'}"

    assert "cannot be opened" in await refusal(url, cipher, clock)
    with pytest.raises(StorageProblem, match="cannot be opened"):
        await upgrade(url)


async def test_a_folder_in_the_place_of_the_database_is_told(
    tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    assert "cannot be opened" in await refusal(f"sqlite:///{tmp_path}", cipher, clock)


@pytest.mark.usefixtures("store")
async def test_a_database_that_may_only_be_read_is_told(folder: Path, cipher: Cipher, clock: Clock) -> None:
    url = f"sqlite:///file:{folder / 'kring.db'}?mode=ro&uri=true"

    assert "may not write" in await refusal(url, cipher, clock)


async def test_a_file_that_is_no_database_is_told_and_left_as_it_is(
    tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    file = tmp_path / "kring.db"
    file.write_bytes(b"No database at all. " * 500)
    before = file.read_bytes()

    assert "is no database" in await refusal(f"sqlite:///{file}", cipher, clock)
    with pytest.raises(StorageProblem, match="is no database"):
        await upgrade(f"sqlite:///{file}")
    assert file.read_bytes() == before


async def test_a_damaged_database_is_told(url: str, folder: Path, cipher: Cipher, clock: Clock) -> None:
    await upgrade(url)
    store = await Store.open(url, cipher, clock)
    begun = await begin(store)
    async with store.transaction() as change:
        for slot in range(40):
            await change.keep(begun.session, Keep(f"1:{slot}", ANNA, {"wat": "woord " * 100}))
    await store.close()
    file = folder / "kring.db"
    content = bytearray(file.read_bytes())
    content[-20_000:-4_000] = b"\x5a" * 16_000
    file.write_bytes(content)

    assert "is damaged" in await refusal(url, cipher, clock)


async def test_a_database_that_lacks_a_step_asks_for_the_upgrade(
    url: str, cipher: Cipher, clock: Clock
) -> None:
    assert "kring db upgrade" in await refusal(url, cipher, clock)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "is no address"),
        ("mysql://host/kring", "must be SQLite or PostgreSQL"),
        ("sqlite+aiosqlite://", "must be a file"),
        ("sqlite+aiosqlite:///:memory:", "must be a file"),
    ],
)
async def test_an_address_that_is_of_no_use_is_told(
    url: str, told: str, cipher: Cipher, clock: Clock
) -> None:
    assert told in await refusal(url, cipher, clock)


def test_plain_addresses_get_the_driver_that_kring_uses() -> None:
    assert database.address("sqlite:///a.db").drivername == "sqlite+aiosqlite"
    assert database.address("postgresql://host/kring").drivername == "postgresql+asyncpg"
    assert database.file_of("postgresql://host/kring") is None
    assert database.file_of("sqlite:///data/kring.db") == Path("data/kring.db")


async def test_a_database_held_by_another_program_is_told(store: Store, folder: Path) -> None:
    async with store._writer.connect() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(folder / "kring.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StorageProblem, match="Another program holds the database") as caught:
            await store.beat()
    finally:
        other.close()
    assert is_one_sentence(caught.value)
    await store.beat()


async def test_what_does_not_open_leaves_no_thread_behind(
    tmp_path: Path, cipher: Cipher, clock: Clock
) -> None:
    before = threading.active_count()
    (tmp_path / "kring.db").write_bytes(b"No database at all. " * 500)
    for url in (f"sqlite:///{tmp_path / 'kring.db'}", f"sqlite:///{tmp_path / 'other.db'}"):
        await refusal(url, cipher, clock)
    await asyncio.sleep(0.01)

    assert threading.active_count() == before
