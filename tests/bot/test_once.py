"""What may be made only once is not made again by discord.py itself when Discord fails; everything else is."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.once import Unknown, once, watched


@dataclass
class Failing:
    """A server that does what it is asked, and then says that it failed."""

    status: int = 502
    asked: list[str] = field(default_factory=list)
    address: str = ""

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.method)
        return web.Response(status=self.status)


@pytest.fixture
async def failing() -> AsyncIterator[Failing]:
    server = Failing()
    app = web.Application()
    app.router.add_route("*", "/", server.answer)
    async with TestServer(app) as running:
        server.address = str(running.make_url("/"))
        yield server


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(trace_configs=[watched()]) as one:
        yield one


async def test_a_fault_of_discord_is_noticed_before_discord_py_repeats_the_request(
    failing: Failing, session: aiohttp.ClientSession
) -> None:
    with once(), pytest.raises(Unknown):
        await session.post(failing.address)
    assert failing.asked == ["POST"]


async def test_elsewhere_it_comes_back_as_an_answer_that_discord_py_may_repeat(
    failing: Failing, session: aiohttp.ClientSession
) -> None:
    with once():
        pass
    async with session.post(failing.address) as came:
        assert came.status == 502


@pytest.mark.parametrize("status", [200, 403, 429])
async def test_a_clear_answer_is_let_through(
    failing: Failing, session: aiohttp.ClientSession, status: int
) -> None:
    failing.status = status
    with once():
        async with session.post(failing.address) as came:
            assert came.status == status
