"""What every change is made with: one connection, on which one transaction is open."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Table, Update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.problems import Conflict
from storage.reading import Reading
from storage.source import AnyRow, Query
from storage.words import Cipher


class Changing(Reading):
    """Reads and writes inside one transaction: what it reads nobody else changes before it ends."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher, clock: Callable[[], int]) -> None:
        """`connection` has a transaction open; whoever opened it ends it."""
        super().__init__(cipher, clock)
        self._connection = connection

    def _held(self, query: Query) -> Query:
        # SQLite leaves this out: there the transaction holds the whole database from its beginning.
        return query.with_for_update()

    async def _rows(self, query: Query) -> Sequence[AnyRow]:
        return (await self._connection.execute(query)).all()

    async def _add(self, table: Table, **values: object) -> int:
        """Adds a row and gives its new number."""
        result = await self._connection.execute(table.insert().values(values))
        return cast("tuple[int]", result.inserted_primary_key)[0]

    async def _put(self, table: Table, key: Mapping[str, Any], **values: object) -> None:
        """Changes the row with this key, or adds it."""
        mine = [table.c[name] == value for name, value in key.items()]
        result = await self._connection.execute(table.update().where(*mine).values(values))
        if not result.rowcount:
            await self._connection.execute(table.insert().values({**key, **values}))

    async def _change_one(self, change: Update, what: str) -> None:
        """Changes exactly one row; raises Conflict when it is not there (any more) in the state expected."""
        if (await self._connection.execute(change)).rowcount != 1:
            raise Conflict(f"{what} was changed meanwhile")
