"""Calls for a moderator: on the board, in the room, and for whoever comes; what a group may choose at the end of its time."""

from pathlib import Path

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.events import Act
from methods.engine.state import Need
from tests.stories.world import Actor, Answer, Shown, World, _raw, open_world, walk


def board(world: World) -> str:
    return world.look(world.board)[-1].text


async def calls(world: World, act: Act, number: int = 1) -> Actor:
    """Somebody of this group calls a moderator."""
    who = world.actor((await world.session(number)).members[0])
    card = (await world.press(who, world.room(number), "care")).card
    await world.press(who, card, act.value)
    await world.wait(10)
    return who


async def panel(world: World) -> Shown:
    return (await world.command(world.moderator, "moderator panel")).card


async def does(world: World, card: Shown, act: Act) -> Answer:
    """Press one of the panel's acts, which share the name of their action."""
    found = (part.get("custom_id", "") for part in walk([_raw(one) for one in card.message.components]))
    pressed = next(name for name in found if f":{act.value}." in name)
    return Answer(await world.moderator.click(card.message, custom_id=pressed))


async def comes(world: World, number: int) -> Answer:
    """The moderator is shown where to go, and goes there."""
    guided = await world.press(world.moderator, await panel(world), "conduct-guide")
    assert f"Groep {number}" in guided.text
    return await does(world, guided.card, Act.HELPED)


async def test_the_board_says_what_a_call_is_about_and_since_when_but_not_whose(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        who = await calls(world, Act.UNWELL, 2)
        lines = [line for line in board(world).splitlines() if line.startswith("↳")]
        assert len(lines) == 1
        assert say.NEEDS[Need.UNWELL].nl in lines[0]
        assert who.name not in board(world)


async def test_the_room_and_its_leader_hear_nothing_of_a_call(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = world.text(world.room())
        await calls(world, Act.UNWELL)
        assert world.text(world.room()) == before
        assert "hulp" not in (await world.mine(world.people[5])).text


async def test_the_moderator_is_taken_to_the_group_that_calls_and_may_go_in(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await calls(world, Act.HELP, 2)
        answer = await comes(world, 2)
        assert say.YOUR_WAY.nl.split(":")[0] in answer.text
        await world.wait(10)
        assert s.HELP_COMES.nl.split("}")[1] in world.text(world.room(2))
        assert world.look(world.room(2), world.moderator)
        assert "is onderweg" in board(world)


async def test_the_visit_ends_by_itself_at_the_next_step(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await calls(world, Act.HELP)
        await comes(world, 1)
        assert world.moderator.id in (await world.session()).visitors
        await world.next()
        await world.wait()
        assert (await world.session()).visitors == ()
        assert "↳" not in board(world)


async def test_next_from_an_old_panel_leaves_a_group_that_has_gone_on(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        old = await panel(world)
        await world.wait(5)
        await world.next(2)
        await world.wait(5)
        at = (await world.session(2)).at
        answer = await does(world, old, Act.NEXT)
        assert f"Groep 2: {say.AHEAD_ALREADY.nl}" in answer.text
        await world.press(world.moderator, answer.card, "conduct-sure")
        assert (await world.session(2)).at == at
        assert (await world.session(1)).at == 1


async def test_groups_that_are_behind_are_moved_on_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await world.next(2)
        await world.wait(5)
        behind = await world.choose(world.moderator, await panel(world), "conduct-target", "behind")
        answer = await does(world, behind.card, Act.NEXT)
        await world.press(world.moderator, answer.card, "conduct-sure")
        assert [(await world.session(n)).at for n in (1, 2)] == [1, 1]


async def test_when_time_is_up_the_group_reads_what_it_can_choose_and_how_often(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        for left in (2, 1):
            session = await world.session()
            assert session.stage is not None
            await world.wait(session.stage.ends - int(world.kring.clock.now()) + 1)
            prompt = world.look(world.room())[-1]
            assert w.MORE_TIME[left].nl in prompt.labels
            for who in world.people[:2]:  # where Kring leads, two members must want it
                await world.press(who, prompt, "extend")
        session = await world.session()
        assert session.stage is not None
        await world.wait(session.stage.ends - int(world.kring.clock.now()) + 1)
        assert not set(world.look(world.room())[-1].labels) & {text.nl for text in w.MORE_TIME.values()}
