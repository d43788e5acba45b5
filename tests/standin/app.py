"""The stand-in as a web server: one way in for every request, where it is counted, checked, troubled and answered."""

import asyncio
import json
import re
from collections.abc import Mapping
from functools import cache

from aiohttp import web

from bot.clock import Clock
from tests.standin import accounts, answers, channels, control, members, messages
from tests.standin.checking import wrong_answer, wrong_request
from tests.standin.faults import AFTER, BEFORE, Rule
from tests.standin.hub import TOKEN, Handler, Hub
from tests.standin.limits import Headers, Limited
from tests.standin.rest import INVALID, NO_ROUTE, UNAUTHORIZED, Asked, Given, Refused

API = "/api/v10"
ROUTES: Mapping[tuple[str, str], Handler] = {
    **accounts.ROUTES,
    **channels.ROUTES,
    **members.ROUTES,
    **messages.ROUTES,
    **answers.ROUTES,
}
OPEN = ("/interactions/", "/webhooks/")
"""What is opened by the token in its path."""


class Cut(Exception):
    """The connection is cut off here."""


def application(clock: Clock) -> web.Application:
    """The whole stand-in."""
    hub = Hub(clock)
    app = web.Application()

    async def ask(request: web.Request) -> web.StreamResponse:
        return await answer(hub, request)

    app.router.add_get("/gateway", hub.gateway.connect)
    control.add_to(app, hub)
    app.router.add_route("*", API + "/{tail:.*}", ask)
    app[control.HUB] = hub
    return app


async def answer(hub: Hub, request: web.Request) -> web.StreamResponse:
    """Answer one request of the bot's."""
    asked = await _read(request)
    what, headers = f"{asked.method} {asked.path}", Headers()
    hub.under_way += 1
    try:
        await _trouble(hub, hub.faults.met_by(what, BEFORE))
        headers = hub.limits.check(asked)
        given = _carried_out(hub, asked)
        await _trouble(hub, hub.faults.met_by(what, AFTER))
        status, body = given.shown, given.body
    except Cut:
        _note(hub, asked, 0)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    except Limited as limited:
        status, body, headers = 429, limited.body, limited.headers
    except Refused as refused:
        status, body = refused.status, refused.body
    finally:
        hub.under_way -= 1
    _note(hub, asked, status)
    if status == 429 and not headers:
        return web.Response(status=429, text="<html>Cloudflare: error 1015</html>", content_type="text/html")
    # Discord's own content type has no charset, and discord.py reads the body as text when there is one.
    headers["Content-Type"] = "application/json"
    content = None if body is None else json.dumps(body).encode()
    return web.Response(status=status, body=content, headers=headers)


async def _read(request: web.Request) -> Asked:
    path = request.path.removeprefix(API)
    template, names = _routed(request.method, path)
    body, token = await _body(request), request.headers.get("Authorization")
    return Asked(request.method, path, template, names, dict(request.query), body, token)


async def _body(request: web.Request) -> object:
    """What was sent; of a form with files the part that tells what they are for."""
    if request.content_type == "multipart/form-data":
        return json.loads(str((await request.post())["payload_json"]))
    content = await request.read()
    return json.loads(content) if content else None


def _carried_out(hub: Hub, asked: Asked) -> Given:
    handler = ROUTES.get((asked.method, asked.template))
    if handler is None:
        hub.wrong.append(f"{asked.method} {asked.path}: the stand-in does not know this")
        raise Refused(*NO_ROUTE)
    if asked.token != f"Bot {TOKEN}" and not asked.path.startswith(OPEN):
        raise Refused(*UNAUTHORIZED)
    wrong = wrong_request(asked)
    if wrong:
        hub.wrong.extend(wrong)
        raise Refused(*INVALID, errors=wrong)
    given = handler(hub, asked)
    hub.wrong.extend(wrong_answer(asked, given))
    return given


async def _trouble(hub: Hub, rule: Rule | None) -> None:
    """What a rule does to a request."""
    if rule is None:
        return
    match rule.kind:
        case "limited":
            raise Limited(rule.seconds, "shared")
        case "banned":
            raise Refused(429, 0, "")
        case "error" | "error_after":
            raise Refused(hub.faults.error(rule), 0, "")
        case "reset" | "reset_after":
            raise Cut
        case _:
            await asyncio.sleep(rule.seconds)


def _note(hub: Hub, asked: Asked, status: int) -> None:
    hub.log.append(
        {
            "at": hub.clock.now(),
            "method": asked.method,
            "path": asked.path,
            "status": status,
            "body": asked.body,
        }
    )


@cache
def _patterns(method: str) -> list[tuple[str, re.Pattern[str]]]:
    """The routes of a method, those with most literal parts first: `@original` is no message's number."""

    def literals(template: str) -> int:
        return sum(not part.startswith("{") for part in template.split("/"))

    templates = sorted((one for known, one in ROUTES if known == method), key=literals, reverse=True)
    return [(one, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", one))) for one in templates]


def _routed(method: str, path: str) -> tuple[str, Mapping[str, str]]:
    """The route of a path, and the numbers in it."""
    for template, pattern in _patterns(method):
        found = pattern.fullmatch(path)
        if found is not None:
            return template, found.groupdict()
    return "", {}
