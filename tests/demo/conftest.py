"""A page that is served, and a browser that looks at it."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest

from bot.rehearsal.demo.server import serving
from bot.rehearsal.demo.stage import Programme
from tests.demo.browser import Browser, browser, chromium
from tests.demo.guest import Guest, Show

Opener = Callable[..., Awaitable[Show]]
Come = Callable[[Show], Awaitable[Guest]]


@pytest.fixture
async def opened() -> AsyncIterator[Opener]:
    """Serve a page, as `opened(language="en")` wants it; time stands still until a test lets it pass."""
    async with AsyncExitStack() as stack:

        async def open_one(**programme: object) -> Show:
            served = serving(Programme(**programme), 0)  # type: ignore[arg-type]  # as the test says
            stage, address = await stack.enter_async_context(served)
            stage.go(0)
            return Show(stage, address)

        yield open_one


@pytest.fixture
async def chrome() -> AsyncIterator[Browser]:
    """A browser; without one a test is passed over, but not where all checks must run."""
    binary = chromium()
    if binary is None:
        if os.environ.get("CI"):
            pytest.fail("There is no Chromium: `make setup-browser` installs it.")
        pytest.skip("There is no Chromium on this machine: `make setup-browser` installs it.")
    async with browser(binary) as found:
        yield found


@pytest.fixture
async def guest(chrome: Browser) -> Come:
    """Lets somebody come to a page that is served."""

    async def come(show: Show) -> Guest:
        page = await chrome.page()
        await page.size(1280, 800)
        await page.open(show.address)
        somebody = Guest(page, show)
        await page.until("page.rooms && $('log').children.length > 0 && stream && stream.readyState === 1")
        return somebody

    return come
