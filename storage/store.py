"""The store: opens a database, answers questions and runs one transaction at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Self

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import database, migrate
from storage.problems import Damaged, StorageProblem, told
from storage.reading import Reading
from storage.schema import FINGERPRINT, NOTE, beats, meta
from storage.source import AnyRow, Query
from storage.transaction import Transaction
from storage.words import Cipher


class Store(Reading):
    """What is kept. Make it with `open`; it raises StorageProblem when the database fails.

    Reading goes over its own connections and never waits for a change in progress.
    """

    def __init__(
        self, writer: AsyncEngine, reader: AsyncEngine, cipher: Cipher, clock: Callable[[], int]
    ) -> None:
        """Use `open`."""
        super().__init__(cipher, clock)
        self._writer = writer
        self._reader = reader
        # Two transactions on one connection undo one another; in Kring they stand in line here.
        self._turn = asyncio.Lock()
        self._reads = asyncio.Semaphore(database.READERS)
        self._closed = False
        self._holder: asyncio.Task[object] | None = None

    @classmethod
    async def open(cls, url: str, cipher: Cipher, clock: Callable[[], int]) -> Self:
        """Opens an up-to-date database (see `storage.migrate.upgrade`).

        `clock` gives the moment it is, in whole seconds since 1970 (UTC). Raises StorageProblem when the
        database cannot be used: unreachable, damaged, not up to date, or written with another key.
        """
        database.prepare(url)
        store = cls(database.writer(url), database.reader(url), cipher, clock)
        try:
            with told(OSError):
                await store._check()
        except BaseException:
            await store.close()
            raise
        return store

    async def close(self) -> None:
        """Lets go of the database, after what is in progress. Whoever comes later gets a StorageProblem.

        A connection left open keeps its thread, and with it the process, alive.
        """
        self._closed = True
        async with self._turn, AsyncExitStack() as reads:
            for _ in range(database.READERS):
                await reads.enter_async_context(self._reads)
            await self._reader.dispose()
            await self._writer.dispose()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A transaction, when it is its turn: committed on the way out, rolled back by any exception.

        It holds the database's write lock, so no request to Discord belongs inside. Who cancels it while it
        commits does not know whether it did: shield what must be answered. Raises StorageProblem.
        """
        task = asyncio.current_task()
        if self._holder is not None and self._holder is task:
            raise RuntimeError("a transaction inside a transaction would wait for itself")
        async with self._turn:
            self._demand_open()
            self._holder = task
            try:
                with told():
                    async with self._writer.begin() as connection:
                        change = Transaction(connection, self._cipher, self._clock)
                        yield change
                    if change.purged:
                        await self._forget()
            finally:
                self._holder = None

    async def claim(self, row_id: int, via: int | None = None) -> None:
        """As `Transaction.claim`, in a transaction of its own."""
        async with self.transaction() as change:
            await change.claim(row_id, via)

    async def settle(self, row_id: int, message: int | None = None) -> None:
        """As `Transaction.settle`, in a transaction of its own."""
        async with self.transaction() as change:
            await change.settle(row_id, message)

    async def fail(self, row_id: int, code: str) -> None:
        """As `Transaction.fail`, in a transaction of its own."""
        async with self.transaction() as change:
            await change.fail(row_id, code)

    async def postpone(self, row_id: int, moment: int) -> None:
        """As `Transaction.postpone`, in a transaction of its own."""
        async with self.transaction() as change:
            await change.postpone(row_id, moment)

    async def beat(self) -> None:
        """Kring is alive now."""
        async with self.transaction() as change:
            await change.beat()

    async def last_beat(self) -> int | None:
        """When Kring was last known to be alive, in seconds since 1970 (UTC)."""
        last: int | None = await self._value(select(beats.c.last))
        return last

    async def note(self, name: str, value: str) -> None:
        """Remembers a small fact about this installation, such as which commands Discord was told."""
        async with self.transaction() as change:
            await change.note(name, value)

    async def noted(self, name: str) -> str | None:
        """What was noted last under this name."""
        value: str | None = await self._value(select(meta.c.value).where(meta.c.name == NOTE + name))
        return value

    async def _rows(self, query: Query) -> Sequence[AnyRow]:
        async with self._reads:
            self._demand_open()
            with told():
                async with self._reader.connect() as connection:
                    return (await connection.execute(query)).all()

    def _demand_open(self) -> None:
        if self._closed:
            raise StorageProblem("The database is closed.")

    async def _check(self) -> None:
        """Whether this database is whole, up to date and ours."""
        async with self._writer.begin() as connection:
            await connection.run_sync(migrate.demand_newest)
            if connection.dialect.name == "sqlite":
                found = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar_one()
                if found != "ok":
                    raise Damaged
            kept = await connection.scalar(select(meta.c.value).where(meta.c.name == FINGERPRINT))
            if kept not in {None, self._cipher.fingerprint}:
                raise StorageProblem(
                    "The database was written with another key: put it back (KRING_KEY or KRING_KEY_FILE)."
                )
            # Written each time: a database that may only be read is noticed now, not at somebody's first word.
            await connection.execute(meta.delete().where(meta.c.name == FINGERPRINT))
            mine = {"name": FINGERPRINT, "value": self._cipher.fingerprint}
            await connection.execute(meta.insert().values(mine))

    async def _forget(self) -> None:
        """Empties SQLite's log, in which old pages with words would stay for a while."""
        if self._writer.dialect.name == "sqlite":
            # On a reading connection, because it is in no transaction.
            async with self._reader.connect() as connection:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
