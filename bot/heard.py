"""Which interactions have come in: the gateway may bring one twice, and twice handled could be twice done."""

from collections import deque

REMEMBERED = 5000
"""Interactions; the last quarter of an hour of a thousand groups, in which their tokens live."""


class Heard:
    """Remembers the newest interactions by number. A cache of this process: Discord tells nobody of old ones."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._order: deque[int] = deque()
        self._known: set[int] = set()
        self._most = most

    def first_time(self, interaction: int) -> bool:
        """Whether this one comes in for the first time."""
        if interaction in self._known:
            return False
        self._known.add(interaction)
        self._order.append(interaction)
        if len(self._order) > self._most:
            self._known.discard(self._order.popleft())
        return True
