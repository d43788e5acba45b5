"""The way in for tests: people to add, things to do as one of them, what they see, faults to set. Plain HTTP."""

import re
from collections.abc import Awaitable, Callable, Mapping
from itertools import islice
from typing import Any, TypeAlias

from aiohttp import web

from bot.permissions import NEEDED
from tests.standin import acts
from tests.standin.hub import Hub
from tests.standin.interactions import Interaction
from tests.standin.permissions import EVERYONE, VIEW, may
from tests.standin.rest import Refused
from tests.standin.world import CATEGORY, TEXT, Channel, Json, Message, Overwrite, parts

HUB = web.AppKey("hub", Hub)
Work: TypeAlias = Callable[[Hub, Mapping[str, Any]], Awaitable[object]]


def add_to(app: web.Application, hub: Hub) -> None:
    """Let tests in at `/control/…`."""
    for name, work in WORKS.items():
        app.router.add_post(f"/control/{name}", _handler(hub, work))


def _handler(hub: Hub, work: Work) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(await work(hub, await request.json()))
        except Refused as refused:
            return web.json_response({"refused": refused.body["code"]})

    return handle


# --- Setting the scene ------------------------------------------------------------------------------------


async def server(hub: Hub, wanted: Mapping[str, Any]) -> Json:
    """A server: `people` by name, `moderators` among others, and where Kring is to work."""
    owner = hub.world.person(wanted.get("owner", "Hester"), locale=wanted["locale"])
    guild = hub.world.guild(wanted["name"], owner.id, EVERYONE, NEEDED.value)
    role = hub.world.role(guild, "moderatoren", 1 << 5)
    kring = next(iter(guild.members[hub.world.bot.id]))
    hidden = [Overwrite(guild.id, 0, 0, VIEW), Overwrite(role.id, 0, VIEW, 0), Overwrite(kring, 0, VIEW, 0)]
    lounge = hub.world.channel(TEXT, "algemeen", guild.id)
    board = hub.world.channel(TEXT, "moderatoren", guild.id, overwrites={one.id: one for one in hidden})
    category = hub.world.channel(CATEGORY, "Kring", guild.id)
    people = {name: hub.world.person(name, locale=wanted["locale"]) for name in wanted["people"]}
    moderators = {name: hub.world.person(name, locale=wanted["locale"]) for name in wanted["moderators"]}
    guild.members |= {one.id: set() for one in people.values()}
    guild.members |= {one.id: {role.id} for one in moderators.values()}
    return {
        "guild": guild.id,
        "role": role.id,
        "lounge": lounge.id,
        "board": board.id,
        "category": category.id,
        "people": {name: one.id for name, one in (people | moderators).items()},
    }


async def person(hub: Hub, wanted: Mapping[str, Any]) -> Json:
    """Somebody more; or, with a number, somebody who is different from now on."""
    if "id" in wanted:
        hub.world.people[wanted["id"]].takes_direct = wanted["takes_direct"]
        return {"id": wanted["id"]}
    one = hub.world.person(wanted["name"], locale=wanted["locale"])
    hub.world.guilds[wanted["guild"]].members[one.id] = set(wanted.get("roles", []))
    return {"id": one.id}


# --- Acting as a person -----------------------------------------------------------------------------------


async def press(hub: Hub, act: Mapping[str, Any]) -> Json:
    who = hub.world.people[act["person"]]
    return outcome(
        await acts.press(hub, who, act["channel"], act["message"], act["custom_id"], act.get("values"))
    )


async def hand_in(hub: Hub, act: Mapping[str, Any]) -> Json:
    opened = hub.interactions.find(act["form"])
    assert opened is not None, "a form that came up"
    return outcome(await acts.hand_in(hub, opened.person, opened, act["words"]))


async def command(hub: Hub, act: Mapping[str, Any]) -> Json:
    who = hub.world.people[act["person"]]
    return outcome(await acts.command(hub, who, act["channel"], act["name"], act["options"]))


async def say(hub: Hub, act: Mapping[str, Any]) -> Json:
    return shown(acts.say(hub, hub.world.people[act["person"]], act["channel"], act["text"]))


async def remove(hub: Hub, act: Mapping[str, Any]) -> Json:
    acts.remove(hub, act["channel"], act["message"])
    return {}


async def came_of(hub: Hub, asked: Mapping[str, Any]) -> Json:
    """What has come of an act by now; its answer may have been promised at first."""
    one = hub.interactions.find(asked["interaction"])
    assert one is not None, "an act that was done"
    return outcome(one)


def outcome(one: Interaction) -> Json:
    """What the person sees of the answer."""
    return {
        "interaction": one.id,
        "answered": one.answered,
        "form": one.form,
        "message": shown(one.original) if one.original is not None else None,
    }


# --- Looking ----------------------------------------------------------------------------------------------


async def channels(hub: Hub, asked: Mapping[str, Any]) -> list[Json]:
    """The channels somebody sees."""
    return [described(one) for one in acts.channels_of(hub, hub.world.people[asked["person"]])]


async def sees(hub: Hub, asked: Mapping[str, Any]) -> list[Json]:
    """The messages somebody sees in a channel; with `pressed` only the newest that has this to press."""
    who = hub.world.people[asked["person"]]
    found = acts.sees(hub, who, asked["channel"], asked.get("after", 0))
    if "pressed" in asked:
        start = f"k1:{asked['pressed']}:"
        has = (
            one
            for one in reversed(found)
            if any(part.get("custom_id", "").startswith(start) for part in parts(one.components))
        )
        found = [*islice(has, 1)]
    return [shown(one) for one in found]


async def everything(hub: Hub, _: Mapping[str, Any]) -> list[Json]:
    """All channels, also deleted ones, with all that was posted in them and who may write there now."""
    people = [one for one in hub.world.people.values() if not one.bot]
    standing = [
        {
            **described(one),
            "deleted": False,
            "messages": _public(one),
            "readers": [who.id for who in people if may(hub.world, one, who.id, VIEW)],
            "writers": [who.id for who in people if acts.writes(hub, who, one.id)],
        }
        for one in hub.world.channels.values()
    ]
    gone = [{**described(one), "deleted": True, "messages": _public(one)} for one in hub.world.gone.values()]
    return standing + [{**one, "readers": [], "writers": []} for one in gone]


def _public(one: Channel) -> list[Json]:
    return [
        {"first": message.first, "content": message.content}
        for message in one.messages.values()
        if message.only_for is None
    ]


def described(one: Channel) -> Json:
    return {"id": one.id, "kind": one.kind, "name": one.name, "guild": one.guild, "with": one.with_person}


def shown(one: Message) -> Json:
    """A message with everything about it."""
    return {name: value for name, value in vars(one).items() if name != "first"}


async def heard_in(hub: Hub, asked: Mapping[str, Any]) -> Json:
    """How often this was said in each room; `guild`: of one server."""
    rooms = [
        one
        for one in hub.world.channels.values()
        if (one.topic or "").startswith("kring:session:") and asked.get("guild") in {None, one.guild}
    ]
    return {
        str(one.id): sum(acts.reads(message, asked["text"]) for message in one.messages.values())
        for one in rooms
    }


async def sights(hub: Hub, asked: Mapping[str, Any]) -> Json:
    """What each person can see that looks like this pattern, and what they were told in private since a moment."""
    people = [one for one in hub.world.people.values() if not one.bot]
    found = re.compile(asked["pattern"])
    return {
        str(one.id): {
            "seen": sorted(acts.glimpses(hub, one, found)),
            "told": acts.told(hub, one, asked["since"]),
        }
        for one in people
    }


async def listened_to(hub: Hub, wanted: Mapping[str, Any]) -> Json:
    """Return when so many sessions of the bot listen."""
    await hub.gateway.listened_to(wanted["sockets"])
    return {}


async def quiet(hub: Hub, _: Mapping[str, Any]) -> Json:
    """Whether something is going on, and how much has been asked so far."""
    return {
        "sockets": len(hub.gateway.live),
        "under_way": hub.under_way,
        "waiting": hub.interactions.unsettled,
        "requests": len(hub.log),
    }


async def report(hub: Hub, asked: Mapping[str, Any]) -> Json:
    """What was asked since a number of requests, and what was wrong with it."""
    return {
        "log": hub.log[asked.get("since", 0) :],
        "wrong": hub.wrong,
        "limited": hub.limits.refused,
        "busiest": hub.limits.busiest,
        "struck": hub.faults.struck,
        "sockets": hub.gateway.opened,
    }


async def trouble(hub: Hub, wanted: Mapping[str, Any]) -> Json:
    """From now on these misbehaviours, and these limits."""
    hub.faults.become(wanted.get("faults", []))
    hub.limits.on = set(wanted.get("limits", []))
    return {}


async def cut(hub: Hub, wanted: Mapping[str, Any]) -> Json:
    """Cut the bot's sockets now."""
    hub.gateway.refuse_resuming = wanted.get("refuse", False)
    await hub.gateway.drop(wanted.get("code", 0))
    return {}


WORKS: Mapping[str, Work] = {
    "server": server,
    "person": person,
    "press": press,
    "hand_in": hand_in,
    "command": command,
    "say": say,
    "remove": remove,
    "came_of": came_of,
    "channels": channels,
    "sees": sees,
    "everything": everything,
    "heard_in": heard_in,
    "sights": sights,
    "listened_to": listened_to,
    "quiet": quiet,
    "report": report,
    "trouble": trouble,
    "cut": cut,
}
