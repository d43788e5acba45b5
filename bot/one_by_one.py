"""Changes to one session or meeting come one by one, and each is saved on what it saw.

A hundred people check in at once: in one process they stand in line, and nobody has to decide again and again.
Other processes stand in no line with them, so a save compares versions all the same, and is tried once more.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from weakref import WeakValueDictionary

from storage.problems import Conflict

TRIES = 20
"""Tries of one change when others keep coming in between; each of them makes progress, so this suffices."""

Result = TypeVar("Result")
Key = tuple[str, int]
"""What is changed, a «session» or a «meeting», and its number."""


class OneByOne:
    """A line of changes for each thing that is changed, for as long as anybody stands in it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()

    async def change(self, key: Key, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Make this change when its turn comes; Conflict when others came in between every time."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        async with lock:
            return await tried(attempt)


async def tried(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """Make a change that reads before it writes, anew as long as others come in between."""
    for _ in range(TRIES - 1):
        try:
            return await attempt()
        except Conflict:
            continue
    return await attempt()
