"""«Terug om 16:40», as a moderator says it and a group hears it."""

from pathlib import Path

import pytest

from bot import sayings as say
from bot.times import clock, zone_of
from methods.engine import sentences as s
from methods.engine.replanning import expected, soonest
from methods.engine.text import Language, Moment
from tests.stories.world import World, open_world, press

HERE = zone_of("Europe/Amsterdam")


async def end_of(world: World, number: int = 1) -> Moment:
    """When a group will be back as it goes now."""
    return expected(await world.session(number), world.kring.host.now())


def minutes_sooner(end: Moment, minutes: int) -> str:
    """A time of day as somebody types it."""
    return clock(Moment(end - 60 * minutes), HERE)


@pytest.mark.parametrize(
    ("language", "said", "shorter"),
    [("nl", "We zijn om", "Korter: "), ("en", "We are back at", "Shorter: ")],
)
async def test_every_group_hears_when_it_is_back_and_what_gets_shorter(
    tmp_path: Path, language: Language, said: str, shorter: str
) -> None:
    async with open_world(tmp_path, 10) as world:
        await world.evening(language=language, minutes=150)
        wanted = minutes_sooner(await end_of(world), 3)
        answer = await world.command(world.moderator, "moderator return", time=wanted)
        assert say.RETURN_SET.nl.format(time=wanted) in answer.text
        assert "Gedaan in groep 1, 2." in answer.text
        for number in (1, 2):
            told = world.text(world.room(number))
            assert said in told
            assert shorter in told
            session = await world.session(number)
            assert session.returns == session.latest
            assert clock(session.returns or Moment(0), HERE) == wanted


async def test_the_panel_asks_for_a_time_and_plans_only_the_group_that_is_meant(tmp_path: Path) -> None:
    async with open_world(tmp_path, 10) as world:
        await world.evening(minutes=150)
        before = (await world.session(2)).script
        panel = (await world.command(world.moderator, "moderator panel")).card
        chosen = await world.choose(world.moderator, panel, "conduct-target", "g1")
        form = await world.press(world.moderator, chosen.card, "conduct-return")
        wanted = minutes_sooner(await end_of(world), 6)
        answer = await world.hand_in(world.moderator, form, time=wanted)
        assert "Gedaan in groep 1." in answer.text
        assert clock((await world.session(1)).returns or Moment(0), HERE) == wanted
        assert (await world.session(2)).script == before


async def test_two_minutes_is_too_soon_and_a_time_that_works_is_one_press(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        before = await world.session()
        answer = await world.command(world.moderator, "moderator return", time="+2")
        assert "Dat is te snel: ook met alles op zijn kortst duurt dit nog" in answer.text
        assert await world.session() == before
        first = soonest(before, world.kring.host.now())
        offered = next(one for one in answer.card.ids if ":conduct-return-at:" in one)  # the last of three
        moment = int(offered.rsplit(":", 1)[1].partition(".")[0])
        assert 10 * 60 <= moment - first < 15 * 60
        done = await world.forge(world.moderator, answer.card, offered)
        assert "Gedaan in groep 1." in done.text
        assert (await world.session()).returns == moment


@pytest.mark.parametrize(
    ("locale", "sentence"), [("nl", "Dat moment is al geweest."), ("en-GB", "That moment has passed.")]
)
async def test_a_time_in_the_past_gets_one_sentence_and_choices(
    tmp_path: Path, locale: str, sentence: str
) -> None:
    async with open_world(tmp_path, 10, locale) as world:
        await world.evening(minutes=150)
        before = [await world.session(number) for number in (1, 2)]
        past = clock(Moment(world.kring.host.now() - 600), HERE)
        answer = await world.command(world.moderator, "moderator return", time=past)
        assert answer.text.count(sentence) == 1
        assert "conduct-return-at" in answer.card.buttons
        assert [await world.session(number) for number in (1, 2)] == before


async def test_a_time_that_is_none_is_asked_again(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        answer = await world.command(world.moderator, "moderator return", time="kwart voor vijf")
        assert say.NO_SUCH_TIME.nl in answer.text
        form = await world.press(world.moderator, answer.card, "conduct-return")
        assert [one["custom_id"] for one in form.questions] == ["time"]


@pytest.mark.parametrize("extra", ["99999999999999999999.g1", "straks.g1", ".g1", "1800000000.iedereen", ""])
async def test_a_forged_time_gets_a_sentence_and_changes_nothing(tmp_path: Path, extra: str) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        before = await world.session()
        panel = (await world.command(world.moderator, "moderator panel")).card
        custom_id = press("conduct-return-at", world.meeting_id, extra=extra)
        answer = await world.forge(world.moderator, panel, custom_id)
        assert any(text.nl in answer.text for text in (say.NO_SUCH_TIME, say.NO_SUCH_GROUP))
        assert await world.session() == before


async def test_before_the_groups_open_there_is_nobody_to_bring_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        answer = await world.command(world.moderator, "moderator return", time="+60")
        assert say.NO_GROUP.nl in answer.text


async def test_a_double_click_sets_it_once_and_says_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        end = await end_of(world)
        custom_id = press("conduct-return-at", world.meeting_id, extra=f"{end - 300}.g1")
        panel = (await world.command(world.moderator, "moderator panel")).card
        first = await world.forge(world.moderator, panel, custom_id)
        assert "Gedaan in groep 1." in first.text
        again = await world.forge(world.moderator, panel, custom_id)
        assert s.RETURNS_ALREADY.nl in again.text
        assert world.text(world.room()).count("We zijn om") == 1


async def test_a_group_in_which_somebody_tells_is_planned_anew_when_that_is_over(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        await world.chosen(world.people[2])
        await world.until("bm.inbreng")
        script = (await world.session()).script
        answer = await world.command(
            world.moderator, "moderator return", time=minutes_sooner(await end_of(world), 6)
        )
        assert say.RETURN_LATER.nl in answer.text
        assert (await world.session()).script == script
        assert "We zijn om" not in world.text(world.room())
        await world.restart()
        await world.press(world.people[2], await world.mine(world.people[2]), "done")
        await world.wait()
        assert await world.phase() == "bm.vragen1"
        assert "We zijn om" in world.text(world.room())
        assert not (await world.session()).replans


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "We lopen uit; zo zijn we toch om"), ("en", "We are running late; this way")],
)
async def test_a_group_whose_story_takes_longer_than_the_meeting_has_is_told_what_changes(
    tmp_path: Path, language: Language, said: str
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(language=language)
        await world.chosen(world.people[2])
        await world.until("bm.inbreng")
        latest = (await world.session()).latest
        assert latest is not None
        late = await end_of(world) - latest
        await world.wait(12 * 60 - late)
        await world.press(world.people[2], await world.mine(world.people[2]), "done")
        await world.wait()
        assert said in world.text(world.room())
        assert await end_of(world) <= latest


async def test_the_lobby_hears_it_too_when_all_groups_are_meant(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call(minutes=150)
        await world.check_in()
        await world.command(world.moderator, "moderator begin")
        await world.open()
        await world.command(world.moderator, "moderator next", groups="g0")
        assert await world.phase(0) == "fr.groepen"
        end = await end_of(world)
        await world.command(world.moderator, "moderator return", time=minutes_sooner(end, 5))
        lobby = await world.session(0)
        assert lobby.stage is not None
        assert lobby.stage.ends == (await world.session()).returns
        assert "We zijn om" in world.text(world.lobby)


async def test_a_participant_cannot_set_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        before = await world.session()
        custom_id = press("conduct-return-at", world.meeting_id, extra=f"{world.kring.host.now() + 9000}.all")
        answer = await world.forge(world.people[0], world.with_button(world.lobby, "lobby-here"), custom_id)
        assert answer.text == say.MODERATORS_ONLY.nl
        assert await world.session() == before


async def test_the_board_tells_how_late_a_group_will_be_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        await world.command(world.moderator, "moderator extend", groups="g1")
        panel = await world.command(world.moderator, "moderator panel")
        assert "2 min later dan gepland" in panel.text


async def test_a_time_is_read_in_the_zone_of_the_server(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(minutes=150)
        refused = await world.command(world.moderator, "moderator setup", timezone="Mars/Noord")
        assert "De tijdzone ‘Mars/Noord’ ken ik niet." in refused.text
        kept = await world.command(world.moderator, "moderator setup", timezone="Europe/Lisbon")
        assert "7. Tijdzone: Europe/Lisbon" in kept.text
        end = await end_of(world)
        there = clock(Moment(end - 300), zone_of("Europe/Lisbon"))
        answer = await world.command(world.moderator, "moderator return", time=there)
        assert "Gedaan in groep 1." in answer.text
