"""A group without a leader: a volunteer, Kring, the moderator, or the group divided; never a group that stands still."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine.events import Act
from methods.engine.state import Status
from tests.stories.world import Answer, World, open_world

BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])


async def offers(world: World) -> Answer:
    """What the panel offers for the groups without a leader."""
    panel = (await world.command(world.moderator, "moderator panel")).card
    return await world.press(world.moderator, panel, "leaders-without")


async def decides(world: World, what: str, number: int) -> Answer:
    """The moderator chooses one of the four for this group."""
    card = (await offers(world)).card
    custom_id = card.buttons["leaders-do"].rpartition(":")[0] + f":{what}.{number}"
    answer = await world.forge(world.moderator, card, custom_id)
    await world.wait()
    return answer


@BOTH
async def test_the_panel_offers_four_ways_for_each_group_without_a_leader(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 15, locale) as world:
        await world.evening(language=world.language)
        card = (await offers(world)).card
        labels = [world.words(one) for one in (say.ASK_VOLUNTEER, say.KRING_DOES, say.I_DO_IT, say.DIVIDE)]
        assert list(card.labels[:4]) == labels
        assert list(card.choices["leaders-without"].options) == ["1", "2", "3"]
        assert card.labels[4] == world.words(say.PANEL)
        back = await world.press(world.moderator, card, "conduct-panel")
        assert "conduct-do" in back.card.buttons
        card = (await offers(world)).card
        other = await world.choose(world.moderator, card, "leaders-without", "3")
        assert world.words(say.WITHOUT_LEADER, group="3") in other.text


@BOTH
async def test_a_volunteer_is_asked_in_the_room_and_leads(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        answer = await decides(world, "ask", 1)
        assert world.words(say.OFFER_DONE["ask"], group="1") in answer.text
        assert world.heard(s.WHO_TAKES_OVER)
        twice = await decides(world, "ask", 1)
        assert world.words(s.DONE_ALREADY) in twice.text
        who = world.people[2]
        await world.press(who, await world.mine(who), Act.OFFER_LEAD.value)
        await world.wait()
        assert (await world.session()).leads == who.id
        assert (await world.meeting()).groups[0].leader == who.id
        assert world.words(say.ALL_LED) in (await world.press(world.moderator, twice.card, "leaders-do")).text


@BOTH
async def test_before_the_groups_open_a_volunteer_is_asked_in_the_lobby(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.call(language=world.language)
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await decides(world, "ask", 1)
        assert "leaders-take" in world.with_button(world.lobby, "leaders-take").buttons
        await world.press(world.people[2], world.lobby, "leaders-take")
        assert (await world.meeting()).groups[0].leader == world.people[2].id


@BOTH
async def test_kring_leads_where_the_moderator_says_so(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        await decides(world, "ask", 1)
        answer = await decides(world, "kring", 1)
        assert world.words(say.OFFER_DONE["kring"], group="1") in answer.text
        assert world.heard(s.KRING_LEADS)
        assert (await world.session()).handing is False


@BOTH
async def test_the_moderator_who_does_it_is_in_the_group_and_leads(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        answer = await decides(world, "me", 1)
        assert world.words(say.OFFER_DONE["me"], group="1") in answer.text
        session = await world.session()
        assert session.leads == world.moderator.id
        assert world.moderator.id in session.members
        assert f"<@{world.moderator.id}>" in world.text(world.room())


async def test_while_somebody_tells_the_moderator_waits_at_the_door_like_anybody(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.chosen(world.people[0])
        answer = await decides(world, "me", 1)
        assert say.AT_THE_DOOR.nl in answer.text
        assert (await world.session()).leads is None


@BOTH
async def test_a_group_that_is_divided_goes_on_in_the_others_and_its_own_talk_ends(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 15, locale) as world:
        await world.evening(language=world.language)
        people = set((await world.session(2)).members)
        answer = await decides(world, "divide", 2)
        assert world.words(say.OFFER_DONE["divide"], group="2") in answer.text
        await world.wait()
        assert (await world.session(2)).status is Status.ENDED
        first, third = (await world.session(1)).members, (await world.session(3)).members
        assert people <= {*first, *third}
        assert sorted((len(first), len(third))) == [7, 8]


async def test_before_the_rooms_open_a_divided_group_is_simply_gone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 15) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await decides(world, "divide", 3)
        groups = (await world.meeting()).groups
        assert sorted(len(group.members) for group in groups) == [7, 8]
        assert {who for group in groups for who in group.members} == {one.id for one in world.people}


async def test_a_group_for_which_there_are_no_seats_stays_whole(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        answer = await decides(world, "divide", 2)
        assert say.NO_SEATS.nl in answer.text
        assert [len((await world.session(number)).members) for number in (1, 2)] == [6, 6]


async def test_three_groups_without_a_leader_all_go_on_by_the_clock(tmp_path: Path) -> None:
    async with open_world(tmp_path, 15) as world:
        await world.evening()
        await world.until("bm.canvas", 1)
        begun = await world.session(2)
        await world.wait(60 * 60)
        assert [(await world.session(number)).visit > begun.visit for number in (1, 2, 3)] == [True] * 3
