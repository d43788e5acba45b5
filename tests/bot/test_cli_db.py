"""`kring db`: back up, check, put back; each ends in a result or in one sentence and an exit code."""

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from storage.migrate import newest
from storage.store import Store
from storage.words import Cipher

KEY = "s" * 43 + "="


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation: a folder with a database and a key."""
    monkeypatch.chdir(tmp_path)
    for name in ("KRING_KEY", "KRING_BACKUP_FOLDER", "KRING_DISCORD_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KRING_DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'data' / 'kring.db'}")
    monkeypatch.setenv("KRING_KEY_FILE", str(tmp_path / "key" / "kring.key"))
    return tmp_path


@pytest.fixture
def installed(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a database in its newest shape."""
    monkeypatch.setenv("KRING_KEY", KEY)
    assert kring("upgrade").exit_code == 0
    return home / "data" / "kring.db"


def kring(*words: str) -> Result:
    return CliRunner().invoke(app, ["db", *words])


def told(*words: str, code: int = 0) -> Any:  # noqa: ANN401 - whatever the JSON holds
    result = kring(*words, "--json")
    assert result.exit_code == code, result.stderr
    return json.loads(result.stdout)


def failed(*words: str, code: int = 69) -> str:
    """The one sentence on standard error."""
    result = kring(*words)
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    return result.stderr.strip()


def by_hand(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(statement)
    connection.close()


async def written(file: Path, cipher: Cipher) -> None:
    """A Kring with this key has been here."""
    store = await Store.open(f"sqlite:///{file}", cipher, lambda: 0)
    await store.close()


def damage(file: Path) -> None:
    file.write_bytes(b"No database at all. " * 500)


# --- Backing up --------------------------------------------------------------------------------------------


def test_a_backup_is_made_beside_the_database_and_found_sound(installed: Path) -> None:
    made = told("backup")
    file = Path(made["file"])
    assert file.parent == installed.parent / "backups"
    assert (made["sound"], made["revision"], made["findings"]) == (True, newest(), [])
    assert made["bytes"] == file.stat().st_size
    assert kring("backup").stdout.splitlines()[1].startswith("All is well: ")


def test_a_backup_goes_where_it_is_told_to(
    installed: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installed.exists()
    monkeypatch.setenv("KRING_BACKUP_FOLDER", str(home / "as set"))
    assert Path(told("backup")["file"]).parent == home / "as set"
    assert Path(told("backup", str(home / "asked"))["file"]).parent == home / "asked"


def test_a_backup_in_which_something_is_found_is_made_but_ends_with_a_code(installed: Path) -> None:
    by_hand(installed, "INSERT INTO servers VALUES (1, 'nonsense')")
    made = told("backup", code=1)
    assert made["file"].endswith(".doubtful")
    assert len(made["findings"]) == 1


def test_without_a_database_or_a_key_nothing_is_made(home: Path) -> None:
    assert "There is no database at" in failed("backup")
    assert kring("upgrade").exit_code == 0
    asyncio.run(written(home / "data" / "kring.db", Cipher(b"x" * 32)))
    (home / "key" / "kring.key").unlink()
    for command in ("backup", "check", "restore"):
        assert "The key is not there" in failed(command)
    assert not (home / "key" / "kring.key").exists()


def test_for_postgresql_another_tool_is_named(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed.exists()
    monkeypatch.setenv("KRING_DATABASE_URL", "postgresql+asyncpg://kring:geheim@db/kring")
    assert failed("backup") == "Kring makes backups of SQLite alone: use pg_dump for this database."
    assert "pg_restore" in failed("restore", "x.backup")


# --- Checking ----------------------------------------------------------------------------------------------


def test_a_database_that_is_whole_passes_the_check(installed: Path) -> None:
    assert installed.exists()
    found = told("check")
    assert (found["sound"], found["up_to_date"], found["findings"]) == (True, True, [])
    assert kring("check").stdout.strip() == "All is well: 0 rows looked at."


def test_each_finding_is_a_sentence_and_there_is_a_code(installed: Path) -> None:
    by_hand(installed, "INSERT INTO servers VALUES (1, 'nonsense')")
    assert "Row 1 of server cannot be read" in failed("check", code=1)
    assert told("check", code=1)["findings"] == [failed("check", code=1)]


def test_a_database_that_is_not_up_to_date_is_no_damage_but_does_not_pass(installed: Path) -> None:
    by_hand(installed, "DELETE FROM alembic_version")
    assert "after `kring db upgrade`" in failed("check", code=1)
    assert told("check", code=1)["up_to_date"] is False


def test_a_backup_can_be_checked_too(installed: Path) -> None:
    file = told("backup")["file"]
    damage(installed)
    assert told("check", file)["sound"]
    Path(file).write_bytes(Path(file).read_bytes()[:-1])
    assert failed("check", file) == "This backup is damaged or not whole."


# --- Putting back ------------------------------------------------------------------------------------------


def test_a_damaged_database_is_told_with_the_backup_and_the_command_that_puts_it_back(
    installed: Path,
) -> None:
    file = told("backup")["file"]
    damage(installed)
    sentence = failed("upgrade")
    assert "is no database: the newest good backup is of 2" in sentence
    assert f"`kring db restore {file}` puts it back." in sentence
    restored = kring("restore", file)
    assert restored.exit_code == 0, restored.stderr
    assert "What stood there is now" in restored.stdout
    assert told("check")["sound"]


def test_without_a_good_backup_that_is_said(installed: Path) -> None:
    file = Path(told("backup")["file"])
    file.write_bytes(file.read_bytes()[:-1])
    damage(installed)
    assert failed("upgrade").endswith(f"and there is no good backup in {file.parent}.")
    assert failed("restore") == f"There is no good backup in {file.parent}."


def test_without_a_name_the_newest_good_one_is_put_back(installed: Path) -> None:
    made = told("backup")
    damage(installed)
    restored = told("restore")
    assert restored["made"] == made["made"]
    assert Path(restored["aside"]).read_bytes().startswith(b"No database")


def test_a_database_that_goes_on_is_replaced_only_by_force(installed: Path) -> None:
    file = told("backup")["file"]
    by_hand(installed, "INSERT INTO beats VALUES (1, 4000000000)")
    assert "--force" in failed("restore", file)
    assert told("restore", file, "--force")["sound"]


def test_while_kring_has_it_open_nothing_is_put_back(installed: Path) -> None:
    file = told("backup")["file"]
    other = sqlite3.connect(installed)
    other.execute("SELECT count(*) FROM meta").fetchone()
    try:
        assert "has the database open: stop it" in failed("restore", file, "--force")
    finally:
        other.close()


# --- Upgrading ---------------------------------------------------------------------------------------------


def test_before_a_database_is_migrated_it_is_backed_up(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a Kring that calls this shape an earlier one; what it then does to it is tried elsewhere."""
    monkeypatch.setattr("storage.migrate.earlier", lambda: {newest()})
    upgraded = told("upgrade")
    assert Path(upgraded["backup"]).parent == installed.parent / "backups"
    assert "Backed up first, in " in kring("upgrade").stdout


def test_a_wrong_key_is_told_and_not_the_ruin_of_every_row(installed: Path) -> None:
    asyncio.run(written(installed, Cipher(b"x" * 32)))
    assert failed("check", code=1) == "The database was written with another key than this one."
