"""`python -m tests.standin`: the stand-in in a process of its own, until its standard input is closed."""

import asyncio
import json
import sys
from contextlib import suppress

from aiohttp import web

from tests.standin.app import API, application
from tests.standin.control import HUB
from tests.standin.timing import clock_of

GOODBYE = 2
"""Real seconds that it takes to close all connections, at most."""


async def serve(clock: str) -> None:
    """Serve on a free port; one line on standard output tells where."""
    app = application(clock_of(clock))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    hub = app[HUB]
    hub.gateway.address = f"ws://{host}:{port}/gateway"
    said = {
        "api": f"http://{host}:{port}{API}",
        "gateway": hub.gateway.address,
        "control": f"http://{host}:{port}/control",
    }
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    await _until_closed()
    with suppress(TimeoutError):  # Who has gone without a word keeps nobody here.
        async with asyncio.timeout(GOODBYE):
            await hub.gateway.drop()
            await runner.cleanup()


async def _until_closed() -> None:
    """Whoever started it has gone, or wants it to end: no stand-in is left behind."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, ended.set)
    await ended.wait()
    loop.remove_reader(sys.stdin)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1] if len(sys.argv) > 1 else ""))
