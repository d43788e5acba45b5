"""Requests that make something of which there must be one: discord.py may not repeat them by itself.

After a fault of Discord's own (5xx) nobody knows whether a request had its effect, and discord.py simply makes it again. A
message has a nonce for that; a channel, and what is said as the answer to a click, have none. Within `once()` such a fault
comes back at once, and whoever asked looks first whether it has happened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp

SERVER_ERROR = 500

_once: ContextVar[bool] = ContextVar("once", default=False)


class Unknown(aiohttp.ClientError):
    """Discord failed, and nobody knows whether it did what it was asked to."""


@contextmanager
def once() -> Iterator[None]:
    """What is asked in here is asked once."""
    before = _once.set(True)
    try:
        yield
    finally:
        _once.reset(before)


def watched() -> aiohttp.TraceConfig:
    """For discord.py's session: notices the fault before discord.py does."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_look)
    return trace


async def _look(_: aiohttp.ClientSession, __: SimpleNamespace, params: aiohttp.TraceRequestEndParams) -> None:
    if _once.get() and params.response.status >= SERVER_ERROR:
        params.response.close()
        raise Unknown(f"{params.method} {params.response.status}")
