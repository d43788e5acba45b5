"""The page's server by itself: it serves this machine's page and nobody else, and says when it cannot."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.rehearsal.demo.server import TOKEN
from bot.rehearsal.demo.stage import STRIDE
from tests.demo.conftest import Opener
from tests.demo.guest import Show

Ask = Callable[..., Awaitable[tuple[int, Any]]]


@asynccontextmanager
async def asking(show: Show) -> AsyncIterator[Ask]:
    """Ask as the page does; with other headers when a test says so."""
    async with aiohttp.ClientSession(show.address) as http:
        async with http.get("/") as answer:
            found = re.search(r'kring-token" content="([^"]+)"', await answer.text())
        assert found is not None
        token = found[1]

        async def ask(path: str, what: object = None, **headers: str) -> tuple[int, Any]:
            method = "GET" if what is None else "POST"
            sent = {TOKEN: token, **{name.replace("_", "-"): text for name, text in headers.items()}}
            async with http.request(method, path, json=what, headers=sent) as answer:
                text = await answer.text()
                return answer.status, await answer.json() if text.startswith("{") else text

        yield ask


async def test_only_this_machine_by_its_own_name_is_answered(opened: Opener) -> None:
    show = await opened()
    async with asking(show) as ask:
        assert (await ask("/", Host="kring.example"))[0] == 421
        assert (await ask("/look", Host="127.0.0.1.kring.example:80"))[0] == 421
        assert (await ask("/look", Host="localhost"))[0] == 200


async def test_another_site_can_press_nothing(opened: Opener) -> None:
    show = await opened()
    before = show.stage.speed
    async with asking(show) as ask:
        for headers in ({TOKEN: "guess"}, {"Origin": "http://kring.example"}, {"Origin": "null"}):
            assert await ask("/time", {"speed": 60}, **headers) == (403, {"wrong": "stranger"})
        assert (await ask("/look", Sec_Fetch_Site="cross-site"))[0] == 403
        assert show.stage.speed == before
        assert (await ask("/time", {"speed": 60}))[0] == 200
    assert show.stage.speed == 60


async def test_the_page_lets_nothing_in_from_elsewhere(opened: Opener) -> None:
    show = await opened()
    async with aiohttp.ClientSession(show.address) as http, http.get("/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        text = await answer.text()
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", text)
    assert "__" not in re.sub(r"__\w+__", "", text) or "__NONCE__" not in text


async def test_an_unknown_person_or_room_is_refused(opened: Opener) -> None:
    show = await opened()
    async with asking(show) as ask:
        _, seen = await ask("/look")
        sanne, lobby = seen["me"], seen["lobby"][0]
        nobody = {"person": "12345", "room": lobby, "text": "Hallo"}
        assert await ask("/say", nobody) == (404, {"wrong": "person"})
        hidden = show.stage.world.env.guild.channels["moderatoren"].id
        assert await ask("/say", {**nobody, "person": sanne, "room": str(hidden)}) == (404, {"wrong": "room"})
        assert await ask("/command", {"person": sanne, "room": lobby, "name": "moderator setup"}) == (
            400,
            {"wrong": "command"},
        )
        assert (await ask("/say", "nonsense"))[0] == 400
        assert (await ask("/say", {"person": sanne, "room": lobby, "text": "x" * 2001}))[1] == {
            "wrong": "length"
        }
        assert (await ask("/time", {"speed": 1000}))[1] == {"wrong": "speed"}


async def test_what_is_for_one_person_is_not_there_for_another(opened: Opener) -> None:
    show = await opened()
    sanne, pieter = (show.stage.world.people[name] for name in ("Sanne", "Pieter"))
    async with asking(show) as ask:
        _, seen = await ask("/look")
        lobby = seen["lobby"][0]
        _, seen = await ask(f"/look?person={sanne.id}&room={lobby}")
        panel = seen["messages"][0]
        button = panel["components"][0]["components"][1]["components"]
        press = {"person": str(sanne.id), "room": lobby, "message": panel["id"]}
        assert await ask("/press", {**press, "custom": button[0]["custom_id"]}) == (200, {})
        _, seen = await ask(f"/look?person={sanne.id}&room={lobby}")
        private = seen["messages"][-1]
        assert private["private"]
        _, seen = await ask(f"/look?person={pieter.id}&room={lobby}")
        assert private["id"] not in seen["ids"]
        as_pieter = {
            **press,
            "person": str(pieter.id),
            "message": private["id"],
            "custom": button[2]["custom_id"],
        }
        assert await ask("/press", as_pieter) == (404, {"wrong": "message"})
        # A form belongs to who opened it.
        _, opened_form = await ask("/press", {**press, "custom": button[1]["custom_id"]})
        stolen = {
            "person": str(pieter.id),
            "form": opened_form["form"]["id"],
            "fields": {"titel": "Van een ander"},
        }
        assert await ask("/form", stolen) == (404, {"wrong": "form"})


async def test_a_press_that_no_button_offers_is_refused(opened: Opener) -> None:
    show = await opened()
    async with asking(show) as ask:
        _, seen = await ask("/look")
        _, seen = await ask(f"/look?room={seen['lobby'][0]}")
        press = {"person": seen["me"], "room": seen["room"], "message": seen["ids"][0]}
        assert await ask("/press", {**press, "custom": "k1:conduct-close:1:0:0:sure"}) == (
            200,
            {"refused": 0},
        )


async def test_time_stands_still_while_nobody_watches(opened: Opener) -> None:
    show = await opened()
    show.stage.go(60)
    before = show.stage.world.clock.now()
    task = asyncio.create_task(show.stage.run())
    await asyncio.sleep(0.5)
    assert show.stage.world.clock.now() == before
    async with aiohttp.ClientSession(show.address) as http, http.get("/events?person=0") as answer:
        await answer.content.readline()
        while show.stage.world.clock.now() == before:  # noqa: ASYNC110 - a clock has no event for it
            await asyncio.sleep(0.01)
    task.cancel()


async def test_a_click_waits_only_a_moment_also_when_much_time_passes(opened: Opener) -> None:
    show = await opened()
    stage = show.stage
    passing = asyncio.create_task(stage.pass_time(600))
    await asyncio.sleep(0)
    assert stage._lock.locked()
    for _ in range(10):
        before = stage.world.clock.now()
        async with stage.turn() as world:
            assert world.clock.now() - before <= STRIDE
    stage.epoch = "over"
    await passing


def test_a_port_in_use_is_told_in_one_sentence_that_names_a_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["demo", "--no-open", "--port", str(port)])
    assert result.exit_code == 1
    assert re.fullmatch(
        rf"Port {port} is in use on this machine\. Port \d+ is free: kring demo --port \d+\n", result.stderr
    )


def test_an_unknown_method_is_told_in_one_sentence() -> None:
    result = CliRunner().invoke(app, ["demo", "--method", "yoga"])
    assert result.exit_code == 2
    assert "bumpy" in result.stderr


@pytest.mark.parametrize("path", ["/etc/passwd", "/page.html", "/../server.py"])
async def test_nothing_else_is_served(opened: Opener, path: str) -> None:
    show = await opened()
    async with asking(show) as ask:
        assert (await ask(path))[0] == 404
