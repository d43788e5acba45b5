"""The page's own server, for this machine alone: who may ask, what is sent, and news as it happens."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files
from typing import Final

from aiohttp import web

from bot.rehearsal.demo.desk import Desk, Wrong
from bot.rehearsal.demo.stage import Programme, Stage
from bot.rehearsal.demo.viewers import Viewers

HOST: Final = "127.0.0.1"
"""Only this machine: what happens in a rehearsal is nobody else's business."""
TOKEN: Final = "X-Kring-Page"  # noqa: S105 - the name of a header
BEAT: Final = 1.0
"""Real seconds between two signs of life to a page; each tells the time."""
LEAST: Final = 0.08
"""Real seconds between two bits of news at least."""
LARGEST: Final = 64 * 1024
"""Bytes that a request may have: a form of five long answers has less."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Serves one stage. Make the application with `app`."""

    def __init__(self, stage: Stage, viewers: Viewers) -> None:
        self._stage = stage
        self._viewers = viewers
        self._desk = Desk(stage)
        self._token = secrets.token_urlsafe(24)
        self._page = (files(__package__) / "page.html").read_text("utf-8")
        self.closing = False

    def app(self) -> web.Application:
        """The application, with everything that it answers."""
        app = web.Application(middlewares=[self._guarded], client_max_size=LARGEST)
        app.router.add_get("/", self._show)
        app.router.add_get("/events", self._news)
        app.router.add_get("/look", self._look)
        for name, work in self._desk.works.items():
            app.router.add_post(f"/{name}", self._worked(work))
        return app

    # --- Who may ask ----------------------------------------------------------------------------------------

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Only the page itself. Another site may lead a browser here, under a name of its own; it gets nothing."""
        if not _is_ours(request.host):
            return web.Response(
                status=HTTPStatus.MISDIRECTED_REQUEST, text="This page answers to 127.0.0.1 only."
            )
        origin = request.headers.get("Origin", f"http://{request.host}")
        site = request.headers.get("Sec-Fetch-Site", "none")
        stranger = origin != f"http://{request.host}" or (request.path != "/" and site == "cross-site")
        given = request.headers.get(TOKEN, "")
        if stranger or (request.method == "POST" and not secrets.compare_digest(given, self._token)):
            return web.json_response({"wrong": "stranger"}, status=HTTPStatus.FORBIDDEN)
        try:
            return await handler(request)
        except Wrong as wrong:
            return web.json_response({"wrong": wrong.what}, status=wrong.status)

    # --- What is sent ---------------------------------------------------------------------------------------

    async def _show(self, _: web.Request) -> web.Response:
        """The page. Its one script may run, and nothing else; it speaks to nobody but this server."""
        nonce = secrets.token_urlsafe(16)
        text = self._page.replace("__NONCE__", nonce).replace("__TOKEN__", self._token)
        text = text.replace("__LANGUAGE__", self._stage.programme.language)
        policy = (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
            "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        headers = {
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def _look(self, request: web.Request) -> web.Response:
        seen = await self._desk.look(request.query)
        return web.json_response(seen, headers={"Cache-Control": "no-store"})

    def _worked(self, work: Callable[[dict[str, object]], Awaitable[dict[str, object]]]) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            try:
                asked = await request.json()
            except ValueError as error:
                raise Wrong("unreadable") from error
            if not isinstance(asked, dict):
                raise Wrong("unreadable")
            answer = await work(asked)
            self._viewers.tell()
            return web.json_response(answer)

        return handle

    # --- News -----------------------------------------------------------------------------------------------

    async def _news(self, request: web.Request) -> web.StreamResponse:
        """Tells the page that there is something new, and what time it is, for as long as it is open."""
        person = request.query.get("person", "")
        number = int(person) if person.isdecimal() and request.query.get("mode") != "watch" else 0
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        await response.write(b"retry: 800\n\n")
        with self._viewers.viewer(number) as woken:
            while not self.closing:
                state = json.dumps(self._desk.state())
                try:
                    await response.write(f"data: {state}\n\n".encode())
                except ConnectionError:
                    break
                await asyncio.sleep(LEAST)
                await _woken(woken)
        return response


@asynccontextmanager
async def serving(programme: Programme, port: int) -> AsyncIterator[tuple[Stage, str]]:
    """A stage and its page, at this port (0: any); time begins with the stage's `run`. OSError: port in use."""
    viewers = Viewers()
    stage = Stage(programme, viewers.tell)
    stage.watched = lambda: viewers.any
    viewers.changed = stage.arrived
    server = Server(stage, viewers)
    runner = web.AppRunner(server.app(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
        await stage.open()
        yield stage, f"http://{HOST}:{runner.addresses[0][1]}"
    finally:
        server.closing = True
        viewers.tell()
        await runner.cleanup()
        await stage.close()


async def _woken(event: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(event.wait(), BEAT)
    except TimeoutError:
        return
    event.clear()


def _is_ours(host: str) -> bool:
    """Whether the browser was asked for this machine by its own name."""
    return host.rpartition(":")[0] in {HOST, "localhost"} or host in {HOST, "localhost"}
