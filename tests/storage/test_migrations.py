"""A database gets its newest shape step by step: all steps, or none."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from storage import database, migrate
from storage.problems import StorageProblem
from storage.schema import metadata
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import (
    ANNA,
    BRAM,
    CLEO,
    ROOM,
    SERVER,
    SLOT,
    Clock,
    begin,
    is_one_sentence,
    write,
)

NEWEST = ScriptDirectory.from_config(migrate.settings()).get_current_head()
OLD = Path(__file__).parent / "old"
"""Databases as earlier versions of Kring left them, as SQL: each with a meeting under way."""


def ask(folder: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "kring.db")
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the steps, to which a test may add."""
    copy = tmp_path / "100% steps"
    shutil.copytree(migrate._STEPS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "_STEPS", copy)
    return copy / "versions"


def add_step(steps: Path, body: str) -> None:
    head = f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "9999"\ndown_revision = "{NEWEST}"\n'
    (steps / "9999_test.py").write_text(f"{head}def upgrade():\n    {body}\n")


def test_there_is_one_newest_step() -> None:
    assert len(ScriptDirectory.from_config(migrate.settings()).get_heads()) == 1


async def test_the_steps_make_the_tables_that_the_code_uses(url: str) -> None:
    await migrate.upgrade(url)

    def check(connection: Connection) -> None:
        config = migrate.settings()
        config.attributes["connection"] = connection
        command.check(config)

    engine = database.writer(url)
    async with engine.connect() as connection:
        await connection.run_sync(check)
    await engine.dispose()


@pytest.fixture(params=sorted(OLD.glob("*.sql")), ids=lambda file: file.stem)
def old(request: pytest.FixtureRequest, folder: Path) -> Path:
    """A database of an earlier version, in its place."""
    file: Path = request.param
    folder.mkdir()
    connection = sqlite3.connect(folder / "kring.db")
    connection.executescript(file.read_text("utf-8"))
    connection.close()
    return file


async def test_a_database_of_an_earlier_kring_keeps_all_that_is_in_it(
    old: Path, url: str, folder: Path, cipher: Cipher, clock: Clock
) -> None:
    assert ask(folder, "SELECT version_num FROM alembic_version") == [(old.stem,)]

    await migrate.upgrade(url)

    store = await Store.open(url, cipher, clock)
    (meeting,) = await store.meetings_of(SERVER)
    (session,) = await store.sessions_of(meeting.id)
    assert (meeting.theme, session.members, len(session.script)) == ("Grenzen", (ANNA, BRAM, CLEO), 2)
    assert await store.channel_of(session.id) == ROOM
    assert await store.words(session.id, SLOT) == {ANNA: {"wat": "bewaard"}}
    await store.close()


async def test_upgrading_twice_changes_nothing(url: str, folder: Path) -> None:
    await migrate.upgrade(url)
    before = ask(folder, "SELECT sql FROM sqlite_master")
    await migrate.upgrade(url)

    assert ask(folder, "SELECT sql FROM sqlite_master") == before
    assert ask(folder, "SELECT version_num FROM alembic_version") == [(migrate.newest(),)]


async def test_a_step_that_fails_leaves_the_database_as_it_was(url: str, folder: Path, steps: Path) -> None:
    await migrate.upgrade(url)
    add_step(steps, 'op.add_column("beats", sa.Column("x", sa.Integer)); op.execute("nonsense")')

    with pytest.raises(StorageProblem) as caught:
        await migrate.upgrade(url)

    assert is_one_sentence(caught.value)
    assert ask(folder, "SELECT version_num FROM alembic_version") == [(NEWEST,)]
    assert "x" not in [row[1] for row in ask(folder, "PRAGMA table_info(beats)")]


async def test_a_first_upgrade_that_fails_leaves_nothing(url: str, folder: Path, steps: Path) -> None:
    add_step(steps, 'op.execute("nonsense")')

    with pytest.raises(StorageProblem):
        await migrate.upgrade(url)

    assert ask(folder, "SELECT name FROM sqlite_master") == []


async def test_a_step_that_makes_a_table_anew_keeps_the_rows_that_belong_to_it(
    url: str, steps: Path, cipher: Cipher, clock: Clock
) -> None:
    await migrate.upgrade(url)
    store = await Store.open(url, cipher, clock)
    begun = await begin(store)
    await write(store, begun.session, ANNA, wat="bewaard")
    await store.close()
    add_step(
        steps,
        'with op.batch_alter_table("sessions", recreate="always") as table: '
        'table.add_column(sa.Column("x", sa.Integer))',
    )

    await migrate.upgrade(url)

    store = await Store.open(url, cipher, clock)
    assert await store.words(begun.session, SLOT) == {ANNA: {"wat": "bewaard"}}
    # A new session must not get the number of an old one: its numbering survives too.
    assert (await begin(store)).session == begun.session + 1
    await store.close()


async def test_a_step_that_loses_what_rows_belong_to_is_undone(
    url: str, folder: Path, steps: Path, cipher: Cipher, clock: Clock
) -> None:
    await migrate.upgrade(url)
    store = await Store.open(url, cipher, clock)
    await begin(store)
    await store.close()
    add_step(steps, 'op.execute("DELETE FROM meetings")')

    with pytest.raises(StorageProblem, match="the database stays as it was") as caught:
        await migrate.upgrade(url)

    assert is_one_sentence(caught.value)
    assert ask(folder, "SELECT count(*) FROM meetings") == [(1,)]


async def test_a_database_of_a_newer_kring_is_left_alone(url: str, folder: Path) -> None:
    await migrate.upgrade(url)
    connection = sqlite3.connect(folder / "kring.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(StorageProblem, match="newer version of Kring") as caught:
        await migrate.upgrade(url)
    assert is_one_sentence(caught.value)


def test_the_same_tables_can_be_made_on_postgresql() -> None:
    dialect = database.address("postgresql://host/kring").get_dialect()()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    indexes = [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in metadata.sorted_tables
        for index in sorted(table.indexes, key=str)
    ]

    assert sum("id BIGSERIAL" in table for table in made) == 3
    assert any("WHERE done_at IS NULL AND failed IS NULL" in index for index in indexes)
