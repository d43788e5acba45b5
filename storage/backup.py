"""Making a backup: a copy of the database as it is at one moment, sealed as a whole, and looked through.

All of this waits for the disk, so whoever has an event loop calls it from a thread. SQLite only: a PostgreSQL server
has its own tools.
"""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import database, migrate
from storage.check import Checkup, check
from storage.keys import make_folder
from storage.problems import Damaged, StorageProblem, told
from storage.schema import FINGERPRINT
from storage.sealed import Label, label, seal, unseal
from storage.shelf import PARTIAL, Backup, Shelf, in_words
from storage.words import Cipher

_ROOM = ".backup-"
PATIENCE = 5.0
"""Seconds to wait for who holds the database."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was just made, and what was found in it."""

    backup: Backup
    checkup: Checkup


def back_up(url: str, shelf: Shelf, now: int, note: str = "") -> Made:
    """Makes a backup and puts it on the shelf; its name has this moment and the note.

    Kring may go on writing meanwhile. What was written is read back, decrypted and checked; where something is found
    in the database, the name says so. Raises StorageProblem.
    """
    file = demand_file(url)
    with in_words(shelf.folder):
        make_folder(shelf.folder)
        shelf.demand_space(2 * _size(file), file.parent)  # copy and check are a file each
        with workroom(file.parent) as room:
            mark = label(shelf.cipher, now, copy(file, room / "copy.db"))
            partial = shelf.folder / f"{room.name}{PARTIAL}"
            try:
                _seal(room / "copy.db", partial, shelf.cipher, mark)
                (room / "copy.db").unlink()
                unpack(partial, room / "back.db", shelf.cipher)
                checkup = asyncio.run(check(f"sqlite:///{room / 'back.db'}", shelf.cipher))
                kept = shelf.put(partial, now, note, good=not checkup.findings)
            finally:
                partial.unlink(missing_ok=True)
    return Made(Backup(kept, mark), checkup)


def demand_file(url: str) -> Path:
    """The file of the database. Raises StorageProblem where there is none."""
    file = database.file_of(url)
    if file is None:
        raise StorageProblem("Kring makes backups of SQLite alone: use pg_dump for this database.")
    if not file.is_file():
        raise StorageProblem(f"There is no database at {file}.")
    return file


def copy(file: Path, target: Path) -> str:
    """Copies the database with all that is committed by now; its revision. Raises StorageProblem."""
    with told(sqlite3.Error), closing(opened(file)) as source, closing(sqlite3.connect(target)) as copied:
        source.execute("PRAGMA query_only = ON")
        # From here on it sees one moment; without this, each write meanwhile would make it begin anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copied.execute("PRAGMA synchronous = OFF")  # it is gone again in a moment
        source.backup(copied)
        revision = revision_of(source)
    if revision is None:
        raise StorageProblem("There is nothing in the database yet: run `kring db upgrade` first.")
    return revision


def opened(file: Path) -> sqlite3.Connection:
    """A connection to a file that is there; a transaction begins only by saying so."""
    address = f"{file.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def revision_of(connection: sqlite3.Connection) -> str | None:
    """The shape of a database; None before the first."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def unpack(backup: Path, plain: Path, cipher: Cipher) -> Label:
    """Decrypts a backup into a file of its own. Raises StorageProblem."""
    with backup.open("rb") as source, os.fdopen(_own(plain), "wb") as target:
        mark = unseal(source, target, cipher)
        target.flush()
        os.fsync(target.fileno())
    return mark


def _seal(plain: Path, sealed: Path, cipher: Cipher, mark: Label) -> None:
    with plain.open("rb") as source, os.fdopen(_own(sealed), "wb") as target:
        seal(source, target, cipher, mark)
        target.flush()
        os.fsync(target.fileno())


def _own(file: Path) -> int:
    """A new file for its owner alone."""
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _size(file: Path) -> int:
    both = (file, file.with_name(f"{file.name}-wal"))
    return sum(one.stat().st_size for one in both if one.exists())


@contextmanager
def workroom(data_folder: Path) -> Iterator[Path]:
    """A folder for what is in the clear for a moment: beside the database, which is as much in the clear."""
    with TemporaryDirectory(prefix=_ROOM, dir=data_folder) as room:
        yield Path(room)


def clear(data_folder: Path, shelf: Shelf) -> None:
    """Removes what a backup that was broken off has left; only where none can be under way."""
    for room in data_folder.glob(f"{_ROOM}*"):
        shutil.rmtree(room, ignore_errors=True)
    for partial in shelf.folder.glob(f"{_ROOM}*{PARTIAL}"):
        partial.unlink(missing_ok=True)


# --- Before a migration -----------------------------------------------------------------------------------------


def behind(url: str) -> bool:
    """Whether there is a database that lacks a step; not for PostgreSQL, nor for one of a newer Kring."""
    file = database.file_of(url)
    if file is None or not file.is_file():
        return False
    with told(sqlite3.Error), closing(opened(file)) as connection:
        return revision_of(connection) in migrate.earlier()


def has_a_key(url: str) -> bool:
    """Whether a database was written with a key already, as far as that can be seen; not for PostgreSQL."""
    file = database.file_of(url)
    if file is None or not file.is_file():
        return False
    try:
        with closing(opened(file)) as connection:
            query = "SELECT 1 FROM meta WHERE name = ?"
            return connection.execute(query, (FINGERPRINT,)).fetchone() is not None
    except sqlite3.OperationalError:
        return False  # without that table nobody has written yet
    except sqlite3.DatabaseError:
        return True


def before_upgrade(url: str, shelf: Shelf, now: int) -> Made | None:
    """A backup of a database that is about to get a newer shape. One that is not whole must not: Damaged."""
    if not behind(url):
        return None
    made = back_up(url, shelf, now, f"before-{migrate.newest()}")
    if made.checkup.findings:
        raise Damaged(made.checkup.findings[0].rstrip("."))
    return made
