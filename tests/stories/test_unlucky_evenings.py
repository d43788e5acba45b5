"""Unlucky evenings: each goes wrong in its own way, in both languages, and goes on."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.state import Status
from tests.stories.world import Actor, Answer, Shown, World, open_world

both = pytest.mark.parametrize("locale", ["nl", "en-US"])


async def help_card(world: World, who: Actor, number: int = 1) -> Shown:
    """«Hulp of pauze», as this person opens it on the room's card."""
    return (await world.press(who, world.room(number), "care")).card


async def stops(world: World, who: Actor) -> Answer:
    """The case bringer stops, and is sure."""
    asked = await world.press(who, await help_card(world, who), "stop")
    return await world.press(who, asked.card, "sure")


@both
async def test_two_moderators_who_press_next_in_the_same_second_move_a_group_one_step(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.uitleg")
        await world.wait()
        role = world.guild.roles["moderator"]
        other = world.guild.add_member(world.env.create_user("Machteld"), roles=[role])
        before = (await world.session()).visit
        await world.command(world.moderator, "moderator next", groups="g1")
        answer = await world.command(other, "moderator next", groups="g1")
        assert world.words(say.JUST_MOVED) in answer.text
        assert (await world.session()).visit == before + 1


@both
async def test_three_groups_without_a_leader_are_led_by_kring_and_the_panel_offers_more(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 15, locale) as world:
        await world.evening(language=world.language)
        panel = (await world.command(world.moderator, "moderator panel")).card
        assert panel.text.count("leiding: Kring" if world.language == "nl" else "led by Kring") == 3
        assert world.words(say.WITHOUT_LEADERS) in panel.labels
        for number in (1, 2, 3):
            await world.goes_on(number)


@both
async def test_when_everybody_leaves_but_two_they_are_offered_another_group(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 8, locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        staying, leaving = (await world.session()).members[:2], (await world.session()).members[2:]
        for who in leaving:
            await world.leave(world.actor(who))
        stage = (await world.session()).stage
        assert stage is not None
        await world.wait(stage.ends - world.clock.now() + 10)
        assert (await world.session()).members == staying
        panel = (await world.command(world.moderator, "moderator panel")).card
        assert world.words(say.ONLY_TWO) in panel.text
        await world.press(world.moderator, panel, "conduct-merge")
        await world.wait()
        assert (await world.session()).status is Status.ENDED
        assert set(staying) <= set((await world.session(2)).members)
        assert all(world.heard(s.COMES_IN, 2, person=f"<@{who}>") for who in staying)


@both
async def test_a_case_bringer_who_stops_while_texts_are_shown_is_followed_at_once(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        bringer = world.people[0]
        await world.chosen(bringer)
        await world.until("bm.alternatief_schrijven")
        for who in world.people[1:]:
            await world.writes(who, f"idee van {who.name}")
        await world.until("bm.alternatief_ronde")
        shown = world.text(world.room()).count("idee van ")
        await stops(world, bringer)
        await world.wait()
        session = await world.session()
        assert world.heard(s.STOPPED)
        assert session.step.phase.id == "fr.afronden"
        assert session.case_bringer is None
        assert world.text(world.room()).count("idee van ") == shown, "what was hidden stays hidden"
        await world.goes_on()


@both
async def test_help_that_is_asked_twice_is_one_call(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        who = world.people[0]
        card, other = await help_card(world, who), await help_card(world, who)
        await world.press(who, card, "help")
        again = await world.press(who, other, "help")
        assert world.words(s.HELP_ASKED) in again.text
        assert len((await world.session()).calls) == 1
        assert world.words(w.HELP_CALLED) in (await help_card(world, who)).text


@both
async def test_a_leader_never_leads_the_own_round_and_may_stop_in_it(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 3, locale) as world:
        await world.call(method="troika", talk="spoken", language=world.language)
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        leader = world.people[1]
        await world.command(world.moderator, "moderator groups", person=leader, leads=True)
        await world.command(world.moderator, "moderator open")
        for _ in range(30):
            session = await world.session()
            if session.case_bringer == leader.id:
                break
            assert session.round is None or session.leads == leader.id
            await world.next()
        assert session.leads != leader.id
        await world.wait()
        await stops(world, leader)
        after = await world.session()
        assert after.visit > session.visit
        assert after.case_bringer is None
        assert world.heard(s.STOPPED)
        await world.goes_on()


@both
async def test_a_moderator_who_also_takes_part_does_both(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 11, locale) as world:
        await world.call(language=world.language)
        await world.check_in(*world.people, world.moderator)
        await world.open()
        meeting = await world.meeting()
        own = next(group.number for group in meeting.groups if world.moderator.id in group.members)
        other = 3 - own
        await world.until("bm.canvas", own)
        assert world.words(say.SAVED) in await world.writes(world.moderator, "mijn tekst", own)
        called = world.actor((await world.session(other)).members[0])
        await world.press(called, await help_card(world, called, other), "help")
        panel = (await world.command(world.moderator, "moderator panel")).card
        await world.press(world.moderator, panel, "conduct-guide")
        await world.goes_on(other)
        assert world.moderator.id in (await world.session(own)).members
        await world.goes_on(own)
