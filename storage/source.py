"""What every reading is made from: a way to ask, a cipher and a clock."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, Select

from storage.words import Cipher

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
Query: TypeAlias = Select[*tuple[Any, ...]]


class Source(ABC):
    """Asks the database: the store through its reading connections, a transaction through its own."""

    def __init__(self, cipher: Cipher, clock: Callable[[], int]) -> None:
        """`clock` gives the moment it is, in whole seconds since 1970 (UTC)."""
        self._cipher = cipher
        self._clock = clock

    @abstractmethod
    async def _rows(self, query: Query) -> Sequence[AnyRow]:
        """All rows, from one snapshot."""

    def _held(self, query: Query) -> Query:
        """The query for a row that is about to be changed: a transaction holds it until its end."""
        return query

    async def _first(self, query: Query) -> AnyRow | None:
        """The first row, if there is one."""
        rows = await self._rows(query.limit(1))
        return rows[0] if rows else None

    async def _value(self, query: Query) -> Any:  # noqa: ANN401 - whatever the column holds
        """The first column of the first row; None when there is no row."""
        row = await self._first(query)
        return None if row is None else row[0]
