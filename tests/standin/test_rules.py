"""The stand-in is as strict as Discord, also where Discord is strict in silence. Without Kring: one process, one loop."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.permissions import NEEDED
from tests.bot.virtual_clock import VirtualClock
from tests.standin.app import API, application
from tests.standin.control import HUB
from tests.standin.hub import TOKEN, Hub
from tests.standin.interactions import Interaction, Kind
from tests.standin.permissions import ADMINISTRATOR, MANAGE_ROLES, SEND, VIEW
from tests.standin.world import Channel, Json, Overwrite

V2 = 1 << 15


class Bot:
    """A bot that asks by hand."""

    def __init__(self, hub: Hub, client: Any, clock: VirtualClock, scene: Mapping[str, Any]) -> None:  # noqa: ANN401 - aiohttp's own generic
        self.hub = hub
        self.clock = clock
        self.guild = hub.world.guilds[scene["guild"]]
        self.lounge = hub.world.channels[scene["lounge"]]
        self.people = {name: hub.world.people[number] for name, number in scene["people"].items()}
        self._client = client

    async def ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        """Ask something; the status and what came back."""
        came = await self.raw(method, path, body)
        return came.status, (await came.json() if came.content_type == "application/json" else None)

    async def raw(self, method: str, path: str, body: object = None) -> ClientResponse:
        headers = {"Authorization": f"Bot {TOKEN}"}
        found: ClientResponse = await self._client.request(method, API + path, json=body, headers=headers)
        return found

    async def control(self, what: str, **with_: object) -> Any:  # noqa: ANN401 - whatever it says
        return await (await self._client.post(f"/control/{what}", json=with_)).json()

    async def make(self, **more: object) -> tuple[int, Any]:
        """Make a channel."""
        return await self.ask("POST", f"/guilds/{self.guild.id}/channels", {"name": "kamer", **more})

    async def say(self, channel: Channel, text: str = "Hallo", **more: object) -> tuple[int, Any]:
        return await self.ask("POST", f"/channels/{channel.id}/messages", {"content": text, **more})

    def pressed(self) -> Interaction:
        """Somebody pressed a button under the bot's newest message."""
        message = self.hub.world.message(self.lounge, self.hub.world.bot.id, content="Kies")
        who = self.people["Sanne"]
        return self.hub.interactions.begin(Kind.COMPONENT, who, self.lounge.id, {"custom_id": "x"}, message)

    async def answer(self, one: Interaction, kind: int, **data: object) -> tuple[int, Any]:
        return await self.ask(
            "POST", f"/interactions/{one.id}/{one.token}/callback", {"type": kind, "data": data}
        )


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    clock = VirtualClock()
    app = application(clock)
    async with TestClient(TestServer(app)) as client:
        wanted = {"name": "School", "locale": "nl", "people": ["Sanne"], "moderators": ["Marieke"]}
        scene = await (await client.post("/control/server", json=wanted)).json()
        yield Bot(app[HUB], client, clock, scene)


def overwrite(who: int, kind: int = 1, allow: int = 0, deny: int = 0) -> Json:
    return {"id": str(who), "type": kind, "allow": str(allow), "deny": str(deny)}


# --- What a bot may do --------------------------------------------------------------------------------------


async def test_without_the_token_nothing_is_told(bot: Bot) -> None:
    came = await bot._client.get(f"{API}/users/@me", headers={"Authorization": "Bot somebody.else"})
    assert came.status == 401


async def test_answers_are_of_exactly_discords_content_type(bot: Bot) -> None:
    came = await bot.raw("GET", "/users/@me")
    assert came.headers["Content-Type"] == "application/json"


async def test_a_bot_may_name_in_an_overwrite_only_what_it_may_do_itself(bot: Bot) -> None:
    who = bot.people["Sanne"].id
    mine = overwrite(who, allow=NEEDED.value & ~MANAGE_ROLES)
    assert (await bot.make(permission_overwrites=[mine]))[0] == 201
    mute = overwrite(who, deny=1 << 22)
    assert (await bot.make(permission_overwrites=[mute]))[1]["code"] == 50013


async def test_manage_roles_may_be_named_only_by_an_administrator(bot: Bot) -> None:
    asked = [overwrite(bot.people["Sanne"].id, allow=MANAGE_ROLES)]
    assert (await bot.make(permission_overwrites=asked))[1]["code"] == 50013
    own = next(iter(bot.guild.members[bot.hub.world.bot.id]))
    bot.guild.roles[own].permissions |= ADMINISTRATOR
    assert (await bot.make(permission_overwrites=asked))[0] == 201


async def test_where_a_bot_sees_nothing_it_has_no_access_and_where_it_may_not_write_no_permission(
    bot: Bot,
) -> None:
    everyone = bot.guild.id
    bot.lounge.overwrites[everyone] = Overwrite(everyone, 0, 0, SEND)
    assert (await bot.say(bot.lounge))[1]["code"] == 50013
    bot.lounge.overwrites[everyone] = Overwrite(everyone, 0, 0, VIEW)
    assert (await bot.say(bot.lounge))[1]["code"] == 50001


async def test_a_fifty_first_channel_in_a_category_is_refused(bot: Bot) -> None:
    made = [await bot.make(type=4, name="Kring")]
    made += [await bot.make(parent_id=made[0][1]["id"]) for _ in range(51)]
    assert [status for status, _ in made] == [201] * 51 + [400]


async def test_somebody_who_takes_no_direct_messages_gets_none(bot: Bot) -> None:
    who = bot.people["Sanne"]
    _, opened = await bot.ask("POST", "/users/@me/channels", {"recipient_id": str(who.id)})
    direct = bot.hub.world.channels[int(opened["id"])]
    assert (await bot.say(direct))[0] == 200
    await bot.control("person", id=who.id, takes_direct=False)
    assert (await bot.say(direct))[1]["code"] == 50007


async def test_the_chat_of_others_is_not_shown_to_a_bot_without_the_right_intent(bot: Bot) -> None:
    gateway = await _listening(bot)
    await bot.control("say", person=bot.people["Sanne"].id, channel=bot.lounge.id, text="Een geheim")
    told = await _next(gateway, "MESSAGE_CREATE")
    assert told["author"]["id"] == str(bot.people["Sanne"].id)
    assert told["content"] == ""


# --- Messages -----------------------------------------------------------------------------------------------


async def test_the_same_nonce_gives_the_same_message_for_some_minutes(bot: Bot) -> None:
    said = [await bot.say(bot.lounge, nonce="7", enforce_nonce=True) for _ in range(2)]
    assert said[0][1]["id"] == said[1][1]["id"]
    assert (await bot.say(bot.lounge, nonce="7"))[1]["id"] != said[0][1]["id"]
    bot.clock.jump(600)
    assert (await bot.say(bot.lounge, nonce="7", enforce_nonce=True))[1]["id"] != said[0][1]["id"]


async def test_a_message_calls_only_whom_it_may_call(bot: Bot) -> None:
    who = bot.people["Sanne"].id
    _, quiet = await bot.say(bot.lounge, f"<@{who}>", allowed_mentions={"parse": []})
    _, loud = await bot.say(bot.lounge, f"<@{who}>", allowed_mentions={"users": [str(who)]})
    assert [len(one["mentions"]) for one in (quiet, loud)] == [0, 1]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"content": "x" * 2001}, "2000 characters"),
        ({"contents": "x"}, "contents is nothing Discord knows"),
        ({"flags": V2, "content": "x", "components": [{"type": 10, "content": "y"}]}, "content or embeds"),
        ({"flags": V2, "components": [{"type": 10, "content": "y" * 2001}] * 2}, "4002 characters of text"),
        ({"flags": V2, "components": [{"type": 10, "content": "y"}] * 41}, "41 parts"),
        (
            {
                "components": [
                    {"type": 1, "components": [{"type": 2, "style": 1, "label": "a", "custom_id": "a"}] * 2}
                ]
            },
            "two parts with custom_id a",
        ),
    ],
)
async def test_what_discords_document_misses_is_refused_all_the_same(
    bot: Bot, body: Json, wrong: str
) -> None:
    status, told = await bot.ask("POST", f"/channels/{bot.lounge.id}/messages", body)
    assert status == 400
    assert any(wrong in one for one in told["errors"]), told["errors"]


# --- Interactions -------------------------------------------------------------------------------------------


async def test_an_interaction_is_answered_once(bot: Bot) -> None:
    one = bot.pressed()
    assert (await bot.answer(one, 6))[0] == 204
    assert (await bot.answer(one, 6))[1]["code"] == 40060


async def test_after_three_seconds_an_interaction_is_unknown(bot: Bot) -> None:
    one = bot.pressed()
    one.began -= 3.1
    assert (await bot.answer(one, 6))[1]["code"] == 10062


async def test_after_fifteen_minutes_its_token_works_no_more(bot: Bot) -> None:
    one = bot.pressed()
    await bot.answer(one, 6)
    path = f"/webhooks/{bot.hub.world.bot.id}/{one.token}"
    assert (await bot.ask("POST", path, {"content": "Nog iets"}))[0] == 200
    bot.clock.jump(901)
    assert (await bot.ask("POST", path, {"content": "Nog iets"}))[1]["code"] == 50027


async def test_a_form_is_no_answer_to_a_form(bot: Bot) -> None:
    one = bot.pressed()
    one.kind = Kind.FORM
    assert (await bot.answer(one, 9, custom_id="f", title="F", components=[]))[0] == 400


async def test_the_first_message_after_a_promise_takes_its_place(bot: Bot) -> None:
    one = bot.pressed()
    await bot.answer(one, 5, flags=64)
    _, came = await bot.ask("POST", f"/webhooks/{bot.hub.world.bot.id}/{one.token}", {"content": "Klaar"})
    assert one.original is not None
    assert int(came["id"]) == one.original.id
    assert one.original.only_for == bot.people["Sanne"].id


# --- Limits -------------------------------------------------------------------------------------------------


async def test_the_fifty_first_request_within_a_second_is_one_too_many(bot: Bot) -> None:
    await bot.control("trouble", limits=["global"])
    statuses = [(await bot.ask("GET", "/users/@me"))[0] for _ in range(51)]
    assert statuses == [200] * 50 + [429]


async def test_answers_to_interactions_are_not_counted_among_them(bot: Bot) -> None:
    await bot.control("trouble", limits=["global"])
    for _ in range(50):
        await bot.answer(bot.pressed(), 6)
    assert (await bot.ask("GET", "/users/@me"))[0] == 200


async def test_a_bucket_says_in_its_headers_how_much_is_left(bot: Bot) -> None:
    await bot.control("trouble", limits=["routes"])
    came = [await bot.raw("POST", f"/channels/{bot.lounge.id}/messages", {"content": "x"}) for _ in range(6)]
    assert [one.headers.get("X-RateLimit-Remaining") for one in came] == ["4", "3", "2", "1", "0", None]
    assert came[5].status == 429
    assert came[5].headers["Via"]


async def test_a_topic_can_be_changed_twice_in_ten_minutes_and_no_header_says_so(bot: Bot) -> None:
    await bot.control("trouble", limits=["hidden"])
    path = f"/channels/{bot.lounge.id}"
    came = [await bot.raw("PATCH", path, {"topic": f"Over {n}"}) for n in range(3)]
    assert [one.status for one in came] == [200, 200, 429]
    assert "X-RateLimit-Remaining" not in came[0].headers
    bot.clock.jump(601)
    assert (await bot.ask("PATCH", path, {"topic": "Verder"}))[0] == 200


# --- Misbehaviour -------------------------------------------------------------------------------------------


async def test_an_error_before_the_effect_leaves_nothing_and_one_after_it_leaves_a_message(bot: Bot) -> None:
    posts = "POST /channels"
    await bot.control("trouble", faults=[{"kind": "error", "every": 1, "on": posts}])
    assert (await bot.say(bot.lounge))[0] >= 500
    assert not bot.lounge.messages
    await bot.control("trouble", faults=[{"kind": "error_after", "every": 1, "on": posts}])
    assert (await bot.say(bot.lounge))[0] >= 500
    assert len(bot.lounge.messages) == 1


async def test_a_refusal_of_cloudflare_has_no_via_and_is_no_json(bot: Bot) -> None:
    await bot.control("trouble", faults=[{"kind": "banned", "every": 1}])
    came = await bot.raw("GET", "/users/@me")
    assert came.status == 429
    assert "Via" not in came.headers
    assert came.content_type == "text/html"


async def test_a_rule_strikes_at_every_so_many_th_time(bot: Bot) -> None:
    await bot.control("trouble", faults=[{"kind": "limited", "every": 3}])
    assert [(await bot.ask("GET", "/users/@me"))[0] for _ in range(6)] == [200, 200, 429, 200, 200, 429]


# --- The gateway --------------------------------------------------------------------------------------------


async def test_what_was_missed_is_told_after_resuming(bot: Bot) -> None:
    first = await _listening(bot)
    session = bot.hub.gateway.sessions[-1]
    await first.close()
    await bot.control("say", person=bot.people["Sanne"].id, channel=bot.lounge.id, text="Intussen")
    again = await bot._client.ws_connect("/gateway")
    await again.receive_json()
    await again.send_json({"op": 6, "d": {"token": TOKEN, "session_id": session.id, "seq": 2}})
    assert [(await again.receive_json())["t"] for _ in range(2)] == ["MESSAGE_CREATE", "RESUMED"]


async def test_a_session_that_is_forgotten_has_to_begin_anew(bot: Bot) -> None:
    socket = await bot._client.ws_connect("/gateway")
    await socket.receive_json()
    await socket.send_json({"op": 6, "d": {"token": TOKEN, "session_id": "long ago", "seq": 2}})
    assert await socket.receive_json() == {"op": 9, "d": False}


async def test_intents_that_need_a_permission_of_discord_are_refused(bot: Bot) -> None:
    socket = await bot._client.ws_connect("/gateway")
    await socket.receive_json()
    await socket.send_json({"op": 2, "d": {"token": TOKEN, "intents": 1 << 15}})
    await socket.receive()
    assert socket.close_code == 4014


async def _listening(bot: Bot) -> Any:  # noqa: ANN401 - aiohttp's socket
    """A socket that has heard READY and the server."""
    socket = await bot._client.ws_connect("/gateway")
    assert (await socket.receive_json())["op"] == 10
    await socket.send_json({"op": 2, "d": {"token": TOKEN, "intents": 513, "shard": [0, 1]}})
    assert [(await socket.receive_json())["t"] for _ in range(2)] == ["READY", "GUILD_CREATE"]
    return socket


async def _next(socket: Any, event: str) -> Json:  # noqa: ANN401 - aiohttp's socket
    while (came := await socket.receive_json())["t"] != event:
        pass
    told: Json = came["d"]
    return told
