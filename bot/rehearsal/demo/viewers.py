"""Who has the page open, and as whom: the robots leave those people to them."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LINGER = 6.0
"""Real seconds after which a page that went away is gone: reloading takes less."""


class Viewers:
    """Every open page has an event, set when there is news. Somebody who reloads is not gone yet."""

    def __init__(self) -> None:
        self._events: set[asyncio.Event] = set()
        self._being: Counter[int] = Counter()
        self._lingering = 0
        self.changed: Callable[[frozenset[int]], None] = lambda _: None

    @property
    def any(self) -> bool:
        """Whether anybody watches: else time stands still, a night long if need be."""
        return bool(self._events) or self._lingering > 0

    def people(self) -> frozenset[int]:
        """Who is somebody on a page now."""
        return frozenset(one for one, count in self._being.items() if count > 0 and one)

    def tell(self) -> None:
        """There is news."""
        for event in self._events:
            event.set()

    @contextmanager
    def viewer(self, person: int) -> Iterator[asyncio.Event]:
        """One open page, whose viewer is this person (0: only watches)."""
        event = asyncio.Event()
        self._events.add(event)
        self._count(person, 1)
        try:
            yield event
        finally:
            self._events.discard(event)
            self._lingering += 1
            asyncio.get_running_loop().call_later(LINGER, self._gone, person)

    def _gone(self, person: int) -> None:
        self._lingering -= 1
        self._count(person, -1)

    def _count(self, person: int, more: int) -> None:
        self._being[person] += more
        self.changed(self.people())
