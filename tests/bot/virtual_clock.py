"""A clock for tests: time passes only when the test says so."""

import asyncio
import heapq


class VirtualClock:
    """Starts at an ordinary moment; `advance` wakes sleepers one by one, in order."""

    def __init__(self, now: float = 1_790_000_000) -> None:
        self._now = now
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0
        self.naps: list[float] = []

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._count += 1
        self.naps.append(seconds)
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + seconds, self._count, woken))
        await woken

    async def advance(self, seconds: float) -> None:
        """Let so many seconds pass, with everything that happens in them."""
        end = self._now + seconds
        await self._calm()
        while self._sleepers and self._sleepers[0][0] <= end:
            self._now, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)
            await self._calm()
        self._now = end

    def jump(self, seconds: float) -> None:
        """Set the clock forward or back, without time passing."""
        self._now += seconds
        self._sleepers = [(when + seconds, number, woken) for when, number, woken in self._sleepers]

    async def _calm(self) -> None:
        for _ in range(10):
            await asyncio.sleep(0)
