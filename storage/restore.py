"""Putting a backup back in the place of the database; what stood there is kept aside."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from methods.engine.messages import Announce
from storage import database, migrate
from storage.backup import opened, unpack, workroom
from storage.check import Checkup, check
from storage.keys import make_folder, sync_folder
from storage.problems import StorageProblem, told
from storage.sealed import Label
from storage.shelf import in_words, when
from storage.words import Cipher

AHEAD = {"outbox": 100_000, "meetings": 1_000, "sessions": 1_000}
"""Numbers to pass over, by table: what was given out after the backup is still at Discord, on messages, buttons and
rooms, and must not be taken for something new. No backup is so old that more were given out since."""
VISITS = 1_000
"""As many visits of a step are passed over: the buttons of steps that came after the backup mean nothing any more."""
COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the database that stood there is now (None: there was none)."""

    label: Label
    checkup: Checkup
    aside: Path | None


def restore(url: str, backup: Path, cipher: Cipher, now: int, *, force: bool = False) -> Restored:
    """Puts this backup in the place of the database, at a stroke.

    Refused while somebody has the database open. Without `force` it is also refused when the database goes on after
    the backup, or when something is found in the backup. Raises StorageProblem.
    """
    target = _target(url)
    with _unpacked(target, backup, cipher) as (plain, mark, checkup):
        _demand_usable(checkup, force=force)
        if target.exists() and not _closed(target) and not force:
            _demand_older(target, mark.made)
        _go_on_from(plain, now)
        aside = _aside(target, now)
        plain.replace(target)
        sync_folder(target.parent)
    return Restored(mark, checkup, aside)


def look_through(url: str, backup: Path, cipher: Cipher) -> Checkup:
    """What is found in a backup, which is unpacked beside the database for a moment. Raises StorageProblem."""
    with _unpacked(_target(url), backup, cipher) as (_, _, checkup):
        return checkup


def _target(url: str) -> Path:
    target = database.file_of(url)
    if target is None:
        raise StorageProblem("Kring puts back backups of SQLite alone: use pg_restore for this database.")
    return target


@contextmanager
def _unpacked(target: Path, backup: Path, cipher: Cipher) -> Iterator[tuple[Path, Label, Checkup]]:
    """The database in a backup, as a file that may be moved."""
    if not backup.is_file():
        raise StorageProblem(f"There is no backup at {backup}.")
    with in_words(target.parent):
        make_folder(target.parent)
        with workroom(target.parent) as room:
            plain = room / "unpacked.db"
            mark = unpack(backup, plain, cipher)
            yield plain, mark, asyncio.run(check(f"sqlite:///{plain}", cipher))


def _demand_usable(checkup: Checkup, *, force: bool) -> None:
    if not checkup.up_to_date and checkup.revision not in migrate.earlier():
        raise StorageProblem("This backup was made by a newer version of Kring: run that one.")
    if checkup.findings and not force:
        first = checkup.findings[0].rstrip(".")
        raise StorageProblem(f"This backup is not sound ({first}): put it back all the same with --force.")


def _closed(target: Path) -> bool:
    """Takes the database for itself, its log written back into it. Returns whether it is past reading.

    Only who is alone can change how a database keeps its log, so this refuses while Kring runs.
    """
    try:
        with closing(opened(target)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StorageProblem(
                "Kring, or another program, has the database open: stop it and try again."
            ) from None
        return True
    except sqlite3.DatabaseError:
        return True
    return False


def _demand_older(target: Path, made: int) -> None:
    """Whether nothing is lost: the last sign of life in the database is not after the backup."""
    last = None
    with suppress(sqlite3.Error), closing(opened(target)) as connection:
        last = connection.execute("SELECT max(last) FROM beats").fetchone()[0]
    if last is not None and last > made:
        raise StorageProblem(
            f"The database goes on until {when(last)}, this backup is of {when(made)}: what came in between is kept "
            "aside with the database when you put the backup back with --force."
        )


_LOOKED_FOR_FIRST = """
    UPDATE outbox SET claimed_at = :now
    WHERE claimed_at IS NULL AND done_at IS NULL AND failed IS NULL AND not_before <= :now
"""
_ENTERED_ANEW = """
    UPDATE sessions
    SET version = version + 1, state = json_set(state, '$.visit', json_extract(state, '$.visit') + :visits)
    WHERE ended_at IS NULL AND json_extract(state, '$.stage') IS NOT NULL
"""
_ANNOUNCED_ANEW = """
    INSERT INTO outbox (server, meeting, session, version, ordinal, kind, payload, not_before)
    SELECT server, meeting, id, version, 0, :kind, json_object('visit', json_extract(state, '$.visit')), 0
    FROM sessions
    WHERE ended_at IS NULL AND json_extract(state, '$.stage') IS NOT NULL
"""
_NUMBERED_FURTHER = "UPDATE sqlite_sequence SET seq = seq + :numbers WHERE name = :table"
_NUMBERED_FIRST = "INSERT INTO sqlite_sequence VALUES (:table, :numbers)"


def _go_on_from(plain: Path, now: int) -> None:
    """Readies a database for a world that went on after it.

    What waits to be delivered may have been delivered since, so it is looked for before it is sent, as after a crash.
    Each room gets its card anew: the newest one there may be of a step that is still to come.
    """
    with told(sqlite3.Error), closing(opened(plain)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_LOOKED_FOR_FIRST, {"now": now})
        for table, numbers in AHEAD.items():
            mine = {"table": table, "numbers": numbers}
            if not connection.execute(_NUMBERED_FURTHER, mine).rowcount:
                connection.execute(_NUMBERED_FIRST, mine)
        connection.execute(_ENTERED_ANEW, {"visits": VISITS})
        connection.execute(_ANNOUNCED_ANEW, {"kind": Announce.__name__})
        connection.execute("COMMIT")


def _aside(target: Path, now: int) -> Path | None:
    """Gives the database that stands there a second name; it loses the first when the backup takes it."""
    if not target.exists():
        return None
    moment = f"{datetime.fromtimestamp(now, UTC):%Y-%m-%d-%H%M%S}"
    aside, number = target.with_name(f"{target.name}.replaced-{moment}"), 1
    while aside.exists():
        number += 1
        aside = target.with_name(f"{target.name}.replaced-{moment}-{number}")
    # First: a log that stayed behind would be taken for the new database's own.
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            target.with_name(target.name + companion).replace(aside.with_name(aside.name + companion))
    try:
        os.link(target, aside)
    except OSError:  # not every kind of disk has second names
        shutil.copyfile(target, aside)
        aside.chmod(0o600)
    return aside
