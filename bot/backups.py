"""Backups while Kring runs: every so many hours one is made, and the oldest is thrown away.

The alarm's ring looks whether it is time; the work is done in a thread, so nobody waits for it.
"""

import asyncio

import structlog

from bot.clock import Clock
from bot.logs import wordless
from storage.backup import Made, back_up
from storage.problems import StorageProblem
from storage.shelf import Shelf

log = structlog.get_logger()

HOUR = 3600
AGAIN = HOUR // 4
"""Seconds after which a backup that failed is tried again."""


class Backups:
    """Makes a backup when it is time. What it remembers is when the last one was."""

    def __init__(self, url: str, shelf: Shelf, clock: Clock, *, hours: int, keep: int) -> None:
        self._url = url
        self._shelf = shelf
        self._clock = clock
        self._every = hours * HOUR
        self._keep = keep
        now = int(clock.now())
        # One from the future was made while the clock was wrong, and is no reason to wait.
        made = (one.label.made for one in shelf.backups() if one.label.made <= now)
        self._next = max(made, default=now - self._every) + self._every
        self._looked = now
        self._task: asyncio.Task[None] | None = None

    def look(self) -> None:
        """Begin to make one if it is time; a clock that was set back is a reason too."""
        now, before = int(self._clock.now()), self._looked
        self._looked = now
        busy = self._task is not None and not self._task.done()
        if not busy and (now >= self._next or now < before):
            self._task = asyncio.get_running_loop().create_task(self._try(now), name="backup")

    async def stop(self) -> None:
        """Come back when one that is under way has been made."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def _try(self, now: int) -> None:
        self._next = now + AGAIN
        try:
            made = await asyncio.to_thread(self._make, now)
        except StorageProblem as problem:
            log.error("no backup", reason=str(problem))  # noqa: TRY400 - the sentence says it all
        except Exception as error:
            log.error("no backup", exc_info=wordless(error))  # noqa: TRY400 - the log shows no words
        else:
            self._next = now + self._every
            _tell(made)

    def _make(self, now: int) -> Made:
        made = back_up(self._url, self._shelf, now)
        if not made.checkup.findings:
            self._shelf.rotate(self._keep)
        return made


def _tell(made: Made) -> None:
    found = made.checkup.findings
    if found:
        log.error(
            "something is wrong with what is kept",
            file=str(made.backup.file),
            found=len(found),
            first=found[0],
        )
    else:
        log.info("backup made", file=str(made.backup.file))
