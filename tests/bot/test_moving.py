"""People come and go while groups are talking: moved, waiting at the door, handed the lead, merged when two are left."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods import gathering
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.state import Status
from tests.stories.world import Actor, Shown, World, open_world


async def panel(world: World) -> Shown:
    return (await world.command(world.moderator, "moderator panel")).card


async def moves(world: World, who: Actor, to: int) -> str:
    """The moderator puts somebody in another group from the panel: the answer."""
    asked = await world.choose(world.moderator, await panel(world), "conduct-who", who)
    return (await world.choose(world.moderator, asked.card, "conduct-to", str(to))).text


async def test_somebody_is_moved_while_the_groups_talk_and_the_others_are_not_disturbed(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        who = world.actor((await world.session(1)).members[2])
        at = [(await world.session(n)).at for n in (1, 2)]
        await moves(world, who, 2)
        await world.wait()
        assert s.MOVED.to("nl", person=who.name, group="2") in world.text(world.room(1))
        assert who.id not in (await world.session(1)).members
        assert who.id in (await world.session(2)).members
        assert [(await world.session(n)).at for n in (1, 2)] == at
        assert (await world.mine(who)).text.startswith("**Stap")


@pytest.mark.parametrize("locale", ["nl", "en"])
async def test_whoever_comes_in_is_called_in_the_new_room_by_name(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 12, locale) as world:
        await world.evening(language=world.language)
        who = world.actor((await world.session(1)).members[2])
        await moves(world, who, 2)
        await world.wait()
        last = world.room(2).history()[-1]
        assert world.heard(s.COMES_IN, 2, person=f"<@{who.id}>")
        assert [one.id for one in last.mentions] == [who.id]


async def test_moving_the_same_person_twice_changes_nothing_more(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        who = world.actor((await world.session(1)).members[2])
        await moves(world, who, 2)
        await world.command(world.moderator, "moderator groups", person=who, group=2)
        assert (await world.session(2)).members.count(who.id) == 1


async def test_a_move_that_was_interrupted_is_finished_by_asking_again(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        who = world.actor((await world.session(1)).members[2])
        await world.kring.conduct.change(  # only the half that had been done
            world.meeting_id,
            lambda now: gathering.move_person(now, who.id, 2),  # type: ignore[arg-type]
        )
        assert who.id in (await world.session(1)).members
        await world.command(world.moderator, "moderator groups", person=who, group=2)
        assert who.id not in (await world.session(1)).members
        assert who.id in (await world.session(2)).members


async def test_who_comes_during_a_telling_waits_at_the_door_and_hears_so(tmp_path: Path) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        await world.check_in(*world.people[:6])
        await world.open()
        await world.chosen(world.people[0])
        await world.until("bm.inbreng")
        late = world.people[6]
        await world.check_in(late)
        await world.command(world.moderator, "moderator groups", person=late, group=1)
        await world.wait()
        assert (await world.mine(late)).text.endswith(w.YOU_ARE_AT_THE_DOOR.nl)
        assert late.id not in (await world.session()).members
        await world.until("bm.vragen1")
        await world.wait()
        assert world.heard(s.COMES_IN_NOW, person=f"<@{late.id}>")
        card = await world.mine(late)
        answer = await world.press(late, card, "missed")
        assert w.MISSED.nl in answer.text
        assert world.people[0].name in answer.text


async def test_a_moderator_names_another_leader_while_the_group_talks(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.choose(world.moderator, await panel(world), "conduct-leads", world.people[3])
        await world.wait()
        assert (await world.session()).leads == world.people[3].id
        assert (await world.meeting()).groups[0].leader == world.people[3].id
        assert "leidt" in world.text(world.room())


@pytest.mark.parametrize("locale", ["nl", "en"])
async def test_a_leader_hands_over_with_two_presses_of_two_people(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening()
        leader, other = world.people[1], world.people[4]
        await world.choose(world.moderator, await panel(world), "conduct-leads", leader)
        await world.press(leader, await world.mine(leader), "hand-over")
        await world.press(other, await world.mine(other), "offer-lead")
        assert (await world.session()).leads == other.id


async def test_a_group_of_two_is_offered_to_another_and_nobody_is_lost(tmp_path: Path) -> None:
    async with open_world(tmp_path, 8) as world:
        await world.evening()
        first = await world.session(1)
        for who in first.members[2:]:
            await moves(world, world.actor(who), 2)
        await world.wait(10)
        assert "nog maar met twee" in world.look(world.board)[-1].text
        answer = await world.press(world.moderator, await panel(world), "conduct-merge")
        await world.wait()
        assert say.DONE.nl in answer.text
        assert (await world.session(1)).status is Status.ENDED
        assert {one.id for one in world.people} == set((await world.session(2)).members)


async def test_a_group_that_is_alone_has_nowhere_to_merge(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        assert not [name for name in (await panel(world)).buttons if name == "conduct-merge"]
