"""Care comes before the clock: each thing that Kring promises about it, at Discord, in both languages."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import cues
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.events import Act
from methods.engine.state import Status
from methods.engine.text import PersonId
from tests.stories.world import Answer, World, open_world

BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])


async def help_of(world: World, who: int) -> Answer:
    """«Hulp of pauze» as this person opens it."""
    return await world.press(world.people[who], world.room(), "care")


async def told(world: World) -> None:
    """Sanne's case was chosen, and she tells."""
    await world.evening(language=world.language)
    await world.chosen(world.people[0])
    await world.until("bm.inbreng")


@BOTH
async def test_help_or_pause_offers_everything_privately_and_names_the_contact(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await told(world)
        await world.command(world.moderator, "moderator setup", contact=world.moderator)
        menu = await help_of(world, 0)
        wanted = {Act.STILL, Act.STOP, Act.HELP, Act.TROUBLE, Act.UNWELL}
        assert {act.value for act in wanted} <= set(menu.card.buttons)
        assert world.words(say.CONTACT, person=f"<@{world.moderator.id}>") in menu.text
        other = await help_of(world, 1)
        assert Act.STOP.value not in other.card.buttons
        step = await world.press(world.people[1], other.card, "explain")
        session = await world.session()
        assert world.words(cues.EXPLAINED[session.flow]) in step.text


@BOTH
async def test_a_moment_of_silence_stops_the_clock_and_the_case_bringer_says_how_to_go_on(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await told(world)
        await world.press(world.people[3], (await help_of(world, 3)).card, Act.STILL.value)
        await world.wait(70)
        assert world.heard(s.STILLED)
        assert world.heard(s.HOW_ON, person=f"<@{world.people[0].id}>")
        assert (await world.session()).status is Status.STILL
        assert Act.RESUME.value not in (await help_of(world, 3)).card.buttons
        await world.press(world.people[0], await world.mine(world.people[0]), Act.RESUME.value)
        assert (await world.session()).status is Status.RUNNING


@BOTH
async def test_after_a_stop_hidden_texts_stay_hidden_and_the_group_rounds_off(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await told(world)
        await world.until("bm.alternatief_schrijven")
        await world.writes(world.people[2], "dit bleef verborgen")
        stop = await world.press(world.people[0], (await help_of(world, 0)).card, Act.STOP.value)
        assert world.words(s.STOP_SURE) in stop.text
        await world.press(world.people[0], stop.card, "sure")
        await world.wait()
        assert world.heard(s.STOPPED)
        assert await world.phase() == "fr.afronden"
        await world.to_the_end()
        assert "dit bleef verborgen" not in world.text(world.room())
        board = world.look(world.board)[-1].text
        assert "Sanne" not in board
        kept = await world.store.word_of(
            (await world.session()).id, "1:bm.alternatief_schrijven", PersonId(world.people[2].id)
        )
        assert kept is not None  # it is in its author's harvest


@BOTH
async def test_who_needs_more_time_gets_a_minute_without_being_named(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        await world.press(world.people[4], await world.mine(world.people[4]), Act.LINGER.value)
        await world.wait()
        assert world.heard(s.LINGERED)
        assert not any("Lieke" in one.text for one in world.look(world.room())[-1:])
        hold = (await world.session()).stage.hold  # type: ignore[union-attr]
        assert hold is not None


@BOTH
async def test_members_read_that_most_are_done_and_never_how_many_or_who(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        for who in world.people[:4]:
            await world.writes(who, "iets")
        card = world.with_button(world.room(), "write").text
        assert world.words(w.MOST_DONE) in card
        assert "4" not in card.split(world.words(w.MOST_DONE))[1].splitlines()[0]
        assert not any(one.name in card.split(world.words(w.MOST_DONE))[1] for one in world.people[4:])


@BOTH
async def test_next_for_all_passes_a_group_by_in_which_somebody_tells(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 12, locale) as world:
        await world.evening(language=world.language)
        owner = world.actor((await world.session(1)).members[0])
        await world.chosen(owner)
        await world.until("bm.inbreng")
        await world.wait()
        before = await world.session(1)
        answer = await world.command(world.moderator, "moderator next")
        assert world.words(say.PASSED_BY) in answer.text
        assert (await world.session(1)).visit == before.visit


@BOTH
async def test_what_hurts_stays_private_the_votes_and_who_said_no(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        for who in world.people[:2]:
            await world.writes(who, f"casus van {who.name}")
        await world.until("bm.keuze")
        before = len(world.look(world.room()))
        for who in world.people[2:]:
            await world.choose(who, await world.mine(who), Act.VOTE.value, str(world.people[0].id))
        await world.next()
        await world.wait()
        await world.press(world.people[0], await world.mine(world.people[0]), Act.DECLINE.value)
        await world.wait()
        since = "\n".join(one.text for one in world.look(world.room())[before:])
        assert world.words(s.ASKING) in since
        assert not any(f"{one.name}" in since for one in world.people)


@BOTH
async def test_a_call_because_it_does_not_feel_right_reaches_moderators_only(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await told(world)
        before = world.text(world.room())
        await world.press(world.people[2], (await help_of(world, 2)).card, Act.UNWELL.value)
        await world.wait(10)
        assert world.text(world.room()) == before
        board = world.look(world.board)[-1].text
        assert world.words(say.NEEDS[(await world.session()).calls[0].need]) in board
        assert "Fatma" not in board
