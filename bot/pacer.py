"""Spreads requests over time so that Discord's global limit is never met: urgent ones first, servers in turn.

Discord allows a bot 50 requests a second. discord.py slows down only after a refusal, and a thousand rooms
that change phase at once would then lose messages. So every request that counts waits here for its turn.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from discord import File
from discord.http import HTTPClient, Route

from bot.clock import Clock

# Sums of moments and timers are not exact; a turn that opens within this many seconds is open.
TICK = 0.001

# The answers to clicks and forms: Discord leaves them out of the global limit, and people wait for them.
FREE = ("/interactions/", "/webhooks/{webhook_id}/{webhook_token}")


class Urgency(IntEnum):
    """What goes first when there is a queue: the smaller number."""

    CLOSING = 0
    LOCKING = CLOSING
    """Another name for the same urgency: who may write is as pressing as the end of a step."""
    ANNOUNCING = 1
    COSMETIC = 2


@dataclass(order=True, frozen=True, slots=True)
class _Place:
    """A place in the queue. It is fixed on arrival, so later arrivals can only push somebody back."""

    urgency: Urgency
    round: int
    arrival: int


@dataclass(slots=True)
class _Lane:
    """The servers that take turns within one urgency: each has at most one request in a round."""

    round: int = 0
    waiting: int = 0
    last: dict[int, int] = field(default_factory=dict)

    def enter(self, guild: int) -> int:
        """The first round in which this server has no request yet."""
        self.last[guild] = max(self.round, self.last.get(guild, -1) + 1)
        self.waiting += 1
        return self.last[guild]

    def leave(self) -> None:
        self.waiting -= 1
        if not self.waiting:
            self.last.clear()


class Pacer:
    """Gives turns at `rate` a second; after a quiet time `burst` of them come at once (rate + burst < 50).

    There is no task behind it and nobody waits for a signal: each waiter sleeps until its own turn as far as
    it can be foreseen, looks, and sleeps on when somebody more urgent came in between. A waiter that is
    cancelled leaves at most one turn unused.
    """

    def __init__(self, clock: Clock, rate: float = 45, burst: int = 4) -> None:
        self._clock = clock
        self._gap = 1 / rate
        self._burst = burst
        # The moment at which the turns given so far would be used up at an even pace.
        self._used_until = 0.0
        self._arrivals = 0
        self._queue: list[_Place] = []
        self._lanes = {urgency: _Lane() for urgency in Urgency}

    async def turn(self, guild: int, urgency: Urgency) -> None:
        """Come back when the next request may be sent; `guild` is 0 for what belongs to no server."""
        lane = self._lanes[urgency]
        self._arrivals += 1
        place = _Place(urgency, lane.enter(guild), self._arrivals)
        insort(self._queue, place)
        try:
            while (pause := self._pause(place)) > 0:
                await self._clock.sleep(pause)
            lane.round = place.round
            self._used_until = max(self._used_until, self._clock.now()) + self._gap
        finally:
            del self._queue[bisect_left(self._queue, place)]
            lane.leave()

    def _pause(self, place: _Place) -> float:
        """Seconds to sleep before this place can have its turn; 0 when it is now."""
        now = self._clock.now()
        # A clock that was set back must not keep everybody waiting for the time that it lost.
        self._used_until = min(self._used_until, now + (self._burst + 1) * self._gap)
        ahead = bisect_left(self._queue, place)
        opens = max(self._used_until, now) + (ahead - self._burst) * self._gap
        if opens - now > TICK:
            return opens - now
        # Those ahead were woken in this same moment and are about to go.
        return self._gap if ahead else 0


_pace: ContextVar[tuple[int, Urgency]] = ContextVar("pace", default=(0, Urgency.ANNOUNCING))


@contextmanager
def pacing(guild: int, urgency: Urgency) -> Iterator[None]:
    """Requests made in here, and in tasks started in here, are this server's and this urgent."""
    before = _pace.set((guild, urgency))
    try:
        yield
    finally:
        _pace.reset(before)


def install(http: HTTPClient, pacer: Pacer) -> None:
    """Make every request of this client that counts wait for its turn.

    Call it in `setup_hook`: a simulated Discord has put its own client in place by then. What discord.py
    repeats by itself after a refusal or a fault is not paced again.
    """
    send = http.request

    async def request(
        route: Route,
        *,
        files: Sequence[File] | None = None,
        form: Iterable[dict[str, Any]] | None = None,
        **options: Any,  # noqa: ANN401 - passed on as it came
    ) -> Any:  # noqa: ANN401 - as discord.py has it
        if not route.path.startswith(FREE):
            await pacer.turn(*_pace.get())
        return await send(route, files=files, form=form, **options)

    http.request = request  # type: ignore[method-assign]
