"""Voice rooms: nobody is moved by force, whoever asks for it is taken to the own room, and nobody waits."""

from pathlib import Path

import discord
import pytest

from bot import sayings as say
from bot.bringing import MOST, SECONDS
from bot.permissions import NEEDED
from methods.engine.text import Text
from tests.stories.world import Actor, Answer, Channel, World, open_world

BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])


async def aloud(world: World, place: str = "voice") -> None:
    await world.evening(talk="spoken", place=place, language=world.language)


def where(world: World, who: Actor) -> int | None:
    """The voice channel in which somebody is."""
    state = world.guild.voice_states().get(who.id)
    return state.channel_id if state else None


def hall(world: World) -> Channel:
    return world.guild.create_voice_channel("hal")


async def asks(world: World, who: Actor) -> Answer:
    return await world.press(who, world.lobby, "bring")


def said(world: World, text: Text, number: int = 1) -> str:
    return world.words(text, room=f"<#{world.room(number).id}>")


@BOTH
async def test_who_is_in_a_voice_channel_and_asks_is_taken_to_the_own_room_and_nobody_else(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 11, locale) as world:
        entrance = hall(world)
        for who in world.people:
            await who.join_voice(entrance)
        await aloud(world)
        assert {where(world, who) for who in world.people} == {entrance.id}
        asking = world.actor((await world.session(2)).members[0])
        answer = await asks(world, asking)
        assert answer.text == said(world, say.BROUGHT, 2)
        assert where(world, asking) == world.room(2).id
        assert {where(world, who) for who in world.people if who is not asking} == {entrance.id}


@BOTH
async def test_who_is_in_no_voice_channel_gets_the_link(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await aloud(world)
        answer = await asks(world, world.people[0])
        assert answer.text == said(world, say.BRING_FIRST)
        assert where(world, world.people[0]) is None


async def test_beyond_what_discord_takes_at_once_people_get_the_link_and_may_ask_again(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 11) as world:
        entrance = hall(world)
        await aloud(world)
        for who in world.people:
            await who.join_voice(entrance)
        answers = []
        for who in world.people:
            await world.wait(0.2)  # ten people within ten seconds, at the pace of Kring's own requests
            answers.append((await asks(world, who)).text)
        assert sum(text.startswith("Je bent in je ruimte") for text in answers) == MOST
        assert "Er gaan er net veel tegelijk" in answers[-1]
        await world.wait(SECONDS)
        assert (await asks(world, world.people[-1])).text.startswith("Je bent in je ruimte")


async def test_without_the_right_to_move_the_link_is_there(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.people[0].join_voice(hall(world))
        await aloud(world)
        without = NEEDED.value & ~discord.Permissions(move_members=True).value
        kring = world.guild.roles["Kring"]
        world.env.backend.edit_role(world.guild.id, kring.id, {"permissions": without})
        assert (await asks(world, world.people[0])).text == said(world, say.BRING_FAILED)


async def test_who_has_no_group_is_told_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await aloud(world)
        guest = world.guild.add_member(world.env.create_user("gast"))
        assert (await asks(world, guest)).text == say.NO_ROOM_OF_YOURS.nl


async def test_text_rooms_have_no_such_button(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await aloud(world, place="text")
        assert not any("bring" in one.buttons for one in world.look(world.lobby))
