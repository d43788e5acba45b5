"""The leaders' room: who leads which group, who is missing, and who takes over when a leader is ill at ten to three."""

import asyncio
from pathlib import Path

import pytest

from bot import sayings as say
from bot.leading import Leading
from bot.outbox import SURE
from methods import conferring
from methods.engine import sentences as s
from methods.engine.events import Act
from methods.engine.messages import Refusal
from tests.stories.world import Actor, Answer, Channel, Shown, World, open_world

DAY = 86_400
BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])


def kamer(world: World) -> Channel:
    return world.guild.channels[world.words(say.LEADERS_ROOM)]


def is_there(world: World) -> bool:
    return world.words(say.LEADERS_ROOM) in world.guild.channels


def sees(world: World, who: Actor) -> bool:
    """Whether this person is let into the leaders' room."""
    mine = [
        one for one in world.env.backend.get_channel(kamer(world).id).overwrites if one.target_id == who.id
    ]
    return bool(mine)


async def panel(world: World) -> Shown:
    return (await world.command(world.moderator, "moderator panel")).card


async def name(world: World, *who: Actor) -> Answer:
    """The moderator says who lead today."""
    answer = await world.choose(world.moderator, await panel(world), "leaders-named", *who)
    await world.wait()
    return answer


async def named(world: World, **options: str) -> None:
    """Sanne and Pieter lead today; all but Pieter have checked in."""
    await world.call(language=world.language, **options)
    await world.check_in(*(one for one in world.people if one.name != "Pieter"))
    await name(world, *world.people[:2])


@BOTH
async def test_it_opens_with_the_first_leader_for_leaders_and_moderators_alone(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 11, locale) as world:
        await world.call(language=world.language)
        assert not is_there(world)
        await name(world, *world.people[:2])
        assert [sees(world, one) for one in (*world.people[:2], world.moderator)] == [True] * 3
        assert not any(sees(world, one) for one in world.people[2:])


@BOTH
async def test_the_roster_tells_who_leads_who_is_missing_and_who_practised(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 11, locale) as world:
        await named(world)
        first = world.look(kamer(world))[0].text
        assert f"<@{world.people[0].id}>" in first
        assert "Sanne · " + world.words(say.IS_HERE) in first
        assert "Pieter · " + world.words(say.IS_MISSING) in first
        await world.press(world.people[1], world.lobby, "lobby-here")
        await world.press(world.people[1], world.lobby, "practice-start")
        await world.command(world.moderator, "moderator groups")
        await world.press(world.moderator, kamer(world), "leaders-roster")
        renewed = world.look(kamer(world))[0].text
        leaders = {group.number: world.actor(group.leader).name for group in (await world.meeting()).groups}
        assert set(leaders.values()) == {"Sanne", "Pieter"}
        for number, who in leaders.items():
            here = f"{world.words(say.IS_HERE)} · {world.words(say.DID_NOT_PRACTISE)}"
            assert world.words(say.ROSTER_GROUP, group=str(number), person=who, state=here) in renewed


@BOTH
async def test_a_leader_who_is_ill_asks_who_takes_over_and_a_member_does(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 11, locale) as world:
        await named(world)
        await world.check_in(world.people[1])
        await world.command(world.moderator, "moderator groups")
        group = next(g for g in (await world.meeting()).groups if g.leader == world.people[0].id)
        sure = await world.press(world.people[0], kamer(world), "leaders-seek")
        assert world.words(say.GIVE_UP_SURE) in sure.text
        told = await world.press(world.people[0], sure.card, "leaders-sure")
        assert world.words(say.GAVE_UP) in told.text
        await world.wait()
        assert not sees(world, world.people[0])
        assert world.words(conferring.CANNOT_LEAD, person="Sanne") in world.text(kamer(world))
        asked = world.with_button(world.lobby, "leaders-take")
        assert all(f"<@{who}>" in asked.text for who in group.members)
        stranger = next(one for one in world.people if one.id not in group.members)
        refused = await world.press(stranger, asked, "leaders-take")
        assert world.words(say.NOT_YOUR_GROUP) in refused.text
        helper = world.actor(next(who for who in group.members if who != world.people[0].id))
        taken = await world.press(helper, asked, "leaders-take")
        assert world.words(say.YOU_LEAD) in taken.text
        late = await world.press(world.people[0], asked, "leaders-take")
        assert world.words(say.LED_ALREADY, person=helper.name) in late.text
        await world.wait()
        assert sees(world, helper)
        assert f"<@{helper.id}>" in world.look(kamer(world))[-1].text
        await world.command(world.moderator, "moderator open")
        await world.wait()
        assert (await world.session(group.number)).leader == helper.id


@BOTH
async def test_before_there_are_groups_the_whole_lobby_is_asked(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 11, locale) as world:
        await named(world)
        sure = await world.press(world.people[0], kamer(world), "leaders-seek")
        await world.press(world.people[0], sure.card, "leaders-sure")
        await world.wait()
        assert world.words(say.SEEK_ANYBODY) in world.text(world.lobby)
        await world.press(world.people[4], world.lobby, "leaders-take")
        assert (await world.meeting()).leaders == (world.people[1].id, world.people[4].id)


async def test_naming_leaders_leaves_the_panel_where_it_was(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await world.call()
        answer = await name(world, *world.people[:2])
        assert say.LEADERS_NAMED.nl in answer.text
        assert {"conduct-groups", "conduct-open"} <= set(answer.card.buttons)


async def test_a_leader_found_in_the_room_itself_is_let_in_and_the_old_one_is_not_any_more(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        await world.open()
        number = next(g.number for g in (await world.meeting()).groups if g.leader == world.people[0].id)
        sure = await world.press(world.people[0], kamer(world), "leaders-seek")
        await world.press(world.people[0], sure.card, "leaders-sure")
        await world.wait()
        assert world.heard(s.WHO_TAKES_OVER, number)
        session = await world.session(number)
        helper = world.actor(next(who for who in session.members if who != world.people[0].id))
        await world.press(helper, await world.mine(helper), Act.OFFER_LEAD.value)
        await world.wait()
        assert (sees(world, world.people[0]), sees(world, helper)) == (False, True)
        assert (await world.meeting()).group(number).leader == helper.id  # type: ignore[union-attr]


async def test_a_leaders_room_that_somebody_deletes_opens_again_with_its_roster(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        old = kamer(world)
        await world.delete(old)
        assert kamer(world).id != old.id
        assert say.ROSTER_HEAD.nl in world.text(kamer(world))
        roster = world.look(kamer(world))[0]
        world.env.backend.delete_message(kamer(world).id, roster.message.id)
        await world.wait()
        assert world.text(kamer(world)).count(say.ROSTER_HEAD.nl) == 1


async def test_one_that_was_deleted_unheard_is_made_anew_with_the_next_message(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        old = kamer(world)
        await world.delete(old, heard=False)
        await name(world, *world.people[:3])
        await world.wait(10)
        assert kamer(world).id != old.id
        assert sees(world, world.people[2])
        assert len([one for one in world.guild.channels if one == "lobby"]) == 1


async def test_it_goes_with_the_lobby(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        await world.open()
        await world.command(world.moderator, "moderator close", sure=True)
        world.env.backend.advance_clock(DAY)
        await world.wait(20)
        assert is_there(world)
        world.env.backend.advance_clock(2 * DAY)
        await world.wait(SURE + 30)
        assert not is_there(world)
        assert "lobby" not in world.guild.channels


async def test_after_a_restart_it_is_the_same_room_and_its_buttons_work(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        before = kamer(world).id
        await world.restart()
        await world.press(world.people[0], kamer(world), "leaders-roster")
        assert kamer(world).id == before
        assert len(world.look(kamer(world))) == 1


async def test_outside_discord_leaders_can_be_named_and_no_room_is_made(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await world.call(talk="spoken", place="elsewhere")
        answer = await name(world, *world.people[:2])
        assert say.LEADERS_NOTED.nl in answer.text
        assert not is_there(world)
        assert (await world.meeting()).leaders == tuple(one.id for one in world.people[:2])


async def test_a_participant_cannot_name_leaders_or_press_the_roster(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        where = world.with_button(world.lobby, "lobby-here")
        for action in ("leaders-named", "leaders-do", "leaders-without"):
            answer = await world.forge(world.people[5], where, f"k1:{action}:{world.meeting_id}:0:0:")
            assert answer.text == say.MODERATORS_ONLY.nl
        for action in ("leaders-roster", "leaders-seek"):
            answer = await world.forge(world.people[5], where, f"k1:{action}:{world.meeting_id}:0:0:")
            assert answer.text == say.FOR_LEADERS.nl


async def test_a_moderator_who_joins_in_is_let_in(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        karel = world.guild.add_member(world.env.create_user("Karel"), roles=[world.guild.roles["moderator"]])
        assert not sees(world, karel)
        await world.command(karel, "moderator panel")
        await world.wait()
        assert sees(world, karel)


async def test_of_two_who_press_i_lead_at_once_one_does_and_the_other_hears_who(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await named(world)
        await world.check_in(world.people[1])
        await world.command(world.moderator, "moderator groups")
        group = next(g for g in (await world.meeting()).groups if g.leader == world.people[0].id)
        leading, meeting = Leading(world.kring.host, world.kring.conduct), await world.meeting()
        gone = await asyncio.gather(*(leading.give_up(meeting, group.members[0]) for _ in range(2)))
        assert [isinstance(outcome, Refusal) for outcome in gone] == [False, True]
        meeting, (one, other) = await world.meeting(), group.members[1:3]
        outcomes = await asyncio.gather(
            *(leading.volunteer(meeting, group.number, who) for who in (one, other))
        )
        assert [isinstance(outcome, Refusal) for outcome in outcomes] == [False, True]
        assert (await world.meeting()).group(group.number).leader == one  # type: ignore[union-attr]
