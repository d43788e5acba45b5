"""Kring in a process of its own, pointed at the stand-in: as it is started anywhere, and as it can be killed."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.standin.people import ROOT, StandIn

TOKEN = "stand.in.token"  # noqa: S105 - it opens nothing
MEMORY = next((one for one in ("/dev/shm",) if Path(one).is_dir()), None)  # noqa: S108 - it is the point
"""Where the data lies, if there is such a place: who is killed loses nothing there either, and no disk is waited for."""
KEY = "c3RhbmQtaW5zdGFuZC1pbnN0YW5kLWluc3RhbmQtaW4="


def settings(standin: StandIn, folder: Path, **more: str) -> dict[str, str]:
    """The environment of a Kring at this stand-in, with its data in this folder."""
    ours = {
        "KRING_DISCORD_TOKEN": TOKEN,
        "KRING_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'kring.db'}",
        "KRING_KEY": KEY,
        "KRING_DISCORD_API_URL": standin.api,
        "KRING_DISCORD_GATEWAY_URL": standin.gateway,
        "KRING_LOG_LEVEL": "WARNING",
        "KRING_BACKUP_HOURS": "0",
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
    return {**others, **ours, **more}


@asynccontextmanager
async def running(environment: Mapping[str, str]) -> AsyncIterator[Process]:
    """`kring run`, until the end of this block."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", env=environment, cwd=ROOT)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


@asynccontextmanager
async def in_the_lab(environment: Mapping[str, str], dial: Path, tally: Path) -> AsyncIterator[Process]:
    """Kring under a clock that is turned by hand; it comes back whenever it was killed."""
    arguments = ("-m", "tests.standin.lab", str(dial), str(tally))
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=environment, cwd=ROOT, stdin=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    try:
        yield process
    finally:
        process.stdin.close()
        await process.wait()
