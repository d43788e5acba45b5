"""`tempo = gelijk`: when a step's time is up, the groups go on together."""

from pathlib import Path

import pytest

from bot.saving import Done
from methods.engine.events import Act
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.text import PersonId
from tests.stories.world import World, open_world

UNTIL = "bm.uitleg"


async def two_led_groups(world: World, tempo: str) -> None:
    """Two groups, each with a leader, in their first step."""
    await world.call(tempo=tempo, minutes=150)
    await world.check_in()
    await world.command(world.moderator, "moderator groups")
    for group in (await world.meeting()).groups:
        who = world.actor(group.members[0])
        await world.command(world.moderator, "moderator groups", person=who, leads=True)
    await world.command(world.moderator, "moderator open")
    await world.wait()


async def leads_on(world: World, number: int, act: Act = Act.NEXT) -> None:
    """The leader of a group presses, sure of it."""
    session = await world.session(number)
    leader = session.leads or PersonId(0)
    move = next(one for one in legal(session, leader, world.kring.host.now()) if one.act is act)
    event = made(act, leader, session.visit, ordinal=move.ordinal, sure=True)
    assert isinstance(await world.kring.host.handle(session.id, event), Done)


async def time_is_up(world: World) -> None:
    """Ten seconds past the end of the first step."""
    session = await world.session(1)
    assert session.stage is not None
    await world.wait(session.stage.ends - world.kring.host.now() + 10)


@pytest.mark.parametrize(("tempo", "second"), [("together", UNTIL), ("own", "fr.kennismaken")])
async def test_a_group_whose_time_is_up_goes_with_the_first_only_in_one_tempo(
    tmp_path: Path, tempo: str, second: str
) -> None:
    async with open_world(tmp_path, 10) as world:
        await two_led_groups(world, tempo)
        await time_is_up(world)
        await leads_on(world, 1)
        await world.wait()
        assert await world.phase(1) == UNTIL
        assert await world.phase(2) == second


async def test_before_its_time_a_group_goes_on_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 10) as world:
        await two_led_groups(world, "together")
        await leads_on(world, 1)
        await world.wait()
        assert [await world.phase(number) for number in (1, 2)] == [UNTIL, "fr.kennismaken"]


async def test_a_group_that_got_two_minutes_more_keeps_them(tmp_path: Path) -> None:
    async with open_world(tmp_path, 10) as world:
        await two_led_groups(world, "together")
        await leads_on(world, 2, Act.EXTEND)
        await time_is_up(world)
        await leads_on(world, 1)
        await world.wait()
        assert await world.phase(2) == "fr.kennismaken"


async def test_a_silent_group_is_passed_by(tmp_path: Path) -> None:
    async with open_world(tmp_path, 10) as world:
        await two_led_groups(world, "together")
        await time_is_up(world)
        session = await world.session(2)
        still = made(Act.STILL, session.members[1], session.visit, ordinal=session.pauses)
        assert isinstance(await world.kring.host.handle(session.id, still), Done)
        await leads_on(world, 1)
        await world.wait()
        assert await world.phase(2) == "fr.kennismaken"
