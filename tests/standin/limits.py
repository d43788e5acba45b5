"""Discord's rate limits, counted when a test wants them to be: in real seconds, and stricter than need be."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Mapping

from bot.clock import Clock
from tests.standin.rest import Asked, Refused

GLOBAL, SECOND = 50, 1.0
"""Requests within any second; Discord only says «per second», so the strictest reading counts."""
FREE = ("/interactions/", "/webhooks/")
"""What Discord does not count under the global limit."""
HIDDEN, TEN_MINUTES = 2, 600
"""Changes of a channel's name or topic in ten minutes; no header tells of it."""
OLD, OLD_PER = 3, 60
"""Edits of messages older than an hour, in so many seconds."""

BUCKETS: Mapping[tuple[str, str], tuple[int, float]] = {
    ("POST", "/channels/{channel_id}/messages"): (5, 5),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): (5, 5),
    ("GET", "/channels/{channel_id}/messages"): (5, 1),
    ("PATCH", "/channels/{channel_id}"): (5, 5),
    ("PATCH", "/guilds/{guild_id}/members/{user_id}"): (10, 10),
    ("POST", "/webhooks/{webhook_id}/{webhook_token}"): (5, 5),
}
"""How many requests in how many seconds, for each channel, server or interaction."""
MAJOR = ("guild_id", "channel_id", "webhook_token")

Headers = dict[str, str]


class Limited(Refused):
    """A 429, with what it says."""

    def __init__(self, after: float, scope: str, code: int = 0) -> None:
        super().__init__(
            429,
            code,
            "You are being rate limited.",
            retry_after=round(after, 3),
            **{"global": scope == "global"},
        )
        self.headers: Headers = {
            "Via": "1.1 google",
            "Retry-After": str(max(1, round(after))),
            "X-RateLimit-Scope": "shared" if scope == "shared" else "user",
        }
        if scope == "global":
            self.headers["X-RateLimit-Global"] = "true"


class Limits:
    """Counts. `on` names what is enforced: `global`, `routes`, `hidden`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.on: set[str] = set()
        self.refused = 0
        """How many requests were one too many."""
        self.busiest = 0
        """The most requests that count within any second."""
        self._all: deque[float] = deque()
        self._buckets: dict[str, deque[float]] = defaultdict(deque)
        self._old: dict[int, deque[float]] = defaultdict(deque)

    def check(self, asked: Asked) -> Headers:
        """Count a request; its headers. Limited where it is one too many."""
        if not asked.path.startswith(FREE):
            self._count_global()
        return self._count_route(asked) if "routes" in self.on else {}

    def _count_global(self) -> None:
        now = asyncio.get_running_loop().time()
        while self._all and self._all[0] <= now - SECOND:
            self._all.popleft()
        if "global" in self.on and len(self._all) >= GLOBAL:
            self._refuse(self._all[0] + SECOND - now, "global")
        self._all.append(now)
        self.busiest = max(self.busiest, len(self._all))

    def _count_route(self, asked: Asked) -> Headers:
        found = BUCKETS.get((asked.method, asked.template))
        if found is None:
            return {}
        most, per = found
        major = next((asked.names[one] for one in MAJOR if one in asked.names), "")
        key = f"{asked.method} {asked.template} {major}"
        now, used = asyncio.get_running_loop().time(), self._buckets[key]
        while used and used[0] <= now - per:
            used.popleft()
        if len(used) >= most:
            self._refuse(used[0] + per - now, "user")
        used.append(now)
        return {
            "X-RateLimit-Bucket": str(abs(hash((asked.method, asked.template)))),
            "X-RateLimit-Limit": str(most),
            "X-RateLimit-Remaining": str(most - len(used)),
            "X-RateLimit-Reset-After": f"{used[0] + per - now:.3f}",
            "X-RateLimit-Reset": f"{self._clock.now() + used[0] + per - now:.3f}",
        }

    def hidden(self, edits: list[float]) -> None:
        """A change of a channel's name or topic."""
        if "hidden" not in self.on:
            return
        now = self._clock.now()
        edits[:] = [one for one in edits if one > now - TEN_MINUTES]
        if len(edits) >= HIDDEN:
            self._refuse(edits[0] + TEN_MINUTES - now, "shared")
        edits.append(now)

    def old_edit(self, channel: int) -> None:
        """An edit of a message that is older than an hour."""
        if "hidden" not in self.on:
            return
        now, used = self._clock.now(), self._old[channel]
        while used and used[0] <= now - OLD_PER:
            used.popleft()
        if len(used) >= OLD:
            self._refuse(used[0] + OLD_PER - now, "user", 30046)
        used.append(now)

    def _refuse(self, after: float, scope: str, code: int = 0) -> None:
        self.refused += 1
        raise Limited(after, scope, code)
