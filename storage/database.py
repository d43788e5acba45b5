"""How a database is reached: its address, its folder, and connections that keep their promises."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.keys import make_folder
from storage.problems import StorageProblem

READERS = 3
"""Reading connections of one process; more would wait for the one interpreter anyway."""

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}

_WRITER = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # what was acknowledged is on disk, also after a power cut
    "busy_timeout": "5000",
    "foreign_keys": "ON",
    "secure_delete": "ON",  # a deleted word is overwritten, not only forgotten
}
_READER = {"busy_timeout": "5000", "query_only": "ON"}


def address(url: str) -> URL:
    """The address with the driver that Kring uses. Raises StorageProblem."""
    try:
        found = make_url(url)
    except ArgumentError:
        raise StorageProblem("The address of the database (KRING_DATABASE_URL) is no address.") from None
    driver = _DRIVERS.get(found.get_backend_name())
    if driver is None:
        raise StorageProblem(
            "The database must be SQLite or PostgreSQL: «sqlite+aiosqlite:///data/kring.db»."
        )
    if found.get_backend_name() == "sqlite" and found.database in {None, "", ":memory:"}:
        raise StorageProblem("The database must be a file: «sqlite+aiosqlite:///data/kring.db».")
    return found.set(drivername=driver)


def file_of(url: str) -> Path | None:
    """The file of an SQLite database; None for another kind. Its parent is the data folder."""
    place = address(url)
    if place.get_backend_name() != "sqlite" or place.database is None:
        return None
    return Path(place.database.removeprefix("file:"))


def prepare(url: str) -> None:
    """Makes the data folder (0700) and an empty file (0600) where there are none. Raises StorageProblem."""
    file = file_of(url)
    if file is None:
        return
    try:
        make_folder(file.parent)
        # SQLite would make it readable for everybody; its two companions take over the mode of this file.
        # What cannot be opened is noticed here, because the driver leaves a thread behind when it fails.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StorageProblem(f"The database {file} cannot be opened: {error.strerror}.") from error


def writer(url: str, *, foreign_keys: bool = True) -> AsyncEngine:
    """One connection, for one transaction at a time; each begins by taking the database's write lock.

    `foreign_keys=False` is for migrations: they make tables anew, and would take the rows of others along.
    """
    pragmas = _WRITER if foreign_keys else {**_WRITER, "foreign_keys": "OFF"}
    engine = _engine(url, pragmas, pool_size=1)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def reader(url: str) -> AsyncEngine:
    """A few connections that only read; every query sees all that was committed before it."""
    return _engine(
        url,
        _READER,
        pool_size=READERS,
        isolation_level="AUTOCOMMIT",
        # One query is one snapshot: there is no transaction, and nothing to roll back afterwards.
        skip_autocommit_rollback=True,
        pool_reset_on_return=None,
    )


def snapshot(url: str) -> AsyncEngine:
    """One connection that only reads, and within one transaction sees the database as it was at its beginning."""
    engine = _engine(url, _READER, pool_size=1)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "begin", _begin)
    else:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


def _engine(url: str, pragmas: dict[str, str], **options: Any) -> AsyncEngine:  # noqa: ANN401 - SQLAlchemy's own
    engine = _with_driver(
        url,
        poolclass=AsyncAdaptedQueuePool,
        max_overflow=0,
        # No timer: in a rehearsal's virtual time it could run out at once.
        pool_timeout=None,
        hide_parameters=True,  # no ids, no ciphertext in an exception
        **options,
    )
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine.sync_engine, "connect")
        def promise(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
            # The driver must not begin by itself: its own BEGIN takes the lock too late.
            connection.isolation_level = None
            cursor = connection.cursor()
            for name, value in pragmas.items():
                cursor.execute(f"PRAGMA {name} = {value}")
            cursor.close()

    return engine


def _with_driver(url: str, **options: Any) -> AsyncEngine:  # noqa: ANN401 - SQLAlchemy's own
    try:
        return create_async_engine(address(url), **options)
    except ModuleNotFoundError as error:
        raise StorageProblem(f"This database needs the Python package {error.name}: install it.") from error


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    """Without this, of 20 that read and then write at once, one survives."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
