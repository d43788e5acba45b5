"""A disk that fails, for a while: each with the real file and SQLite's own refusal."""

import asyncio
import resource
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

from storage.store import Store

Failing = Callable[[Store, Path], AbstractAsyncContextManager[None]]


async def pragma(store: Store, setting: str) -> int:
    """Set something on the writing connection, or ask it; the number that comes back."""
    async with store._writer.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        row = await (await raw.execute(f"PRAGMA {setting}")).fetchone()
    return int(row[0]) if row and isinstance(row[0], int) else 0


@asynccontextmanager
async def full(store: Store, _: Path) -> AsyncIterator[None]:
    """The database may not grow by one page: SQLITE_FULL, as when the disk has no room."""
    await pragma(store, f"max_page_count = {await pragma(store, 'page_count')}")
    try:
        yield
    finally:
        await pragma(store, "max_page_count = 1000000")


@asynccontextmanager
async def refusing(_: Store, file: Path) -> AsyncIterator[None]:
    """The system refuses each write: SQLITE_IOERR, as when the disk breaks or is taken away."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit = (await asyncio.to_thread(file.stat)).st_size // 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@asynccontextmanager
async def held(store: Store, file: Path) -> AsyncIterator[None]:
    """Another program has begun to write, and does not end: SQLITE_BUSY."""
    await pragma(store, "busy_timeout = 20")
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
    finally:
        await pragma(store, "busy_timeout = 5000")


@asynccontextmanager
async def read_only(store: Store, _: Path) -> AsyncIterator[None]:
    """Kring may read and not write: SQLITE_READONLY, as when the file changed hands."""
    await pragma(store, "query_only = ON")
    try:
        yield
    finally:
        await pragma(store, "query_only = OFF")


FAILING: dict[str, tuple[Failing, str]] = {
    "a full disk": (full, "There is no room left on the disk for the database."),
    "a disk that refuses": (refusing, "The disk of the database gives errors"),
    "a database that is held": (held, "Another program holds the database"),
    "a database that may only be read": (read_only, "Kring may not write to the database"),
}
"""Each with the beginning of the sentence that tells it."""
