"""An answer that was cut off is given once more, and one that Discord has had is as good as given."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.cards import Cards
from bot.door import Door, Handler
from bot.replies import Reply
from bot.screen import note
from methods.engine.text import Text
from tests.bot.virtual_clock import VirtualClock

CUT = aiohttp.ServerDisconnectedError()


def refusal(status: int, code: int = 0) -> discord.HTTPException:
    """As discord.py raises it."""
    return discord.HTTPException(cast("Any", SimpleNamespace(status=status, reason="")), {"code": code})


@dataclass
class Wire:
    """A line to Discord on which the first requests fail in these ways."""

    faults: Iterator[Exception]
    said: list[str] = field(default_factory=list)
    first: bool = False
    """Whether discord.py knows of a first answer."""

    async def carry(self, what: str) -> None:
        self.said.append(what)
        for fault in self.faults:
            raise fault

    async def send_message(self, **_: object) -> None:
        await self.carry("first")
        self.first = True

    async def edit_message(self, **_: object) -> None:
        await self.send_message()

    async def edit_original_response(self, **_: object) -> None:
        await self.carry("edited")

    async def send(self, **_: object) -> None:
        await self.carry("more")

    def is_done(self) -> bool:
        return self.first


def replying(*faults: Exception) -> tuple[Reply, Wire]:
    """The reply to a press under a message, on such a line."""
    wire = Wire(iter(faults))
    pressed = SimpleNamespace(
        id=1, user=SimpleNamespace(id=2), data={}, message=SimpleNamespace(), response=wire, followup=wire
    )
    pressed.edit_original_response = wire.edit_original_response
    return Reply(cast("discord.Interaction", pressed), VirtualClock()), wire


async def test_an_answer_that_was_cut_off_is_given_again() -> None:
    reply, wire = replying(CUT)
    await reply.private(note("Bewaard. ✓"))
    assert wire.said == ["first", "first"]


async def test_an_answer_that_came_through_although_it_was_cut_off_is_followed_by_the_others() -> None:
    reply, wire = replying(CUT, refusal(400, 40060))
    await reply.update(note("De kaart"))
    await reply.private(note("Bewaard. ✓"))
    assert wire.said == ["first", "first", "more"]


async def test_an_answer_that_discord_py_repeated_by_itself_is_followed_by_the_others() -> None:
    reply, wire = replying(refusal(400, 40060))
    await reply.update(note("De kaart"))
    await reply.update(note("De kaart, anders"))
    assert wire.said == ["first", "edited"]


async def test_what_follows_is_said_again_when_it_was_cut_off() -> None:
    reply, wire = replying()
    await reply.update(note("De kaart"))
    wire.faults = iter([CUT])
    await reply.private(note("Bewaard. ✓"))
    assert wire.said == ["first", "more", "more"]


async def test_a_refusal_by_cloudflare_is_asked_once_more() -> None:
    reply, wire = replying(refusal(429))
    await reply.private(note("Bewaard. ✓"))
    assert wire.said == ["first", "first"]


@pytest.mark.parametrize("fault", [refusal(404, 10062), refusal(403, 50013)])
async def test_what_discord_will_not_have_is_not_said_again(fault: discord.HTTPException) -> None:
    reply, wire = replying(fault)
    with pytest.raises(discord.HTTPException):
        await reply.private(note("Bewaard. ✓"))
    assert wire.said == ["first"]


async def test_a_line_that_is_down_is_tried_no_more_than_twice() -> None:
    reply, wire = replying(CUT, CUT, CUT)
    with pytest.raises(aiohttp.ClientError):
        await reply.private(note("Bewaard. ✓"))
    assert wire.said == ["first", "first"]


async def test_who_cannot_be_reached_at_all_leaves_nothing_but_a_line_in_the_log() -> None:
    reply, wire = replying(CUT, CUT)
    door = Door(VirtualClock(), cast("Cards", Mute()), cast("Handler", None), {})
    await door.failed(reply, ValueError())
    assert wire.said == ["first", "first"]


class Mute:
    """Cards for somebody who writes nothing."""

    async def give_back(self, reply: Reply, reason: Text, _: object) -> None:
        await reply.private(note(reason.nl))
