"""The quadrant model: filled in privately, scored in the answer to its form, and then the beginning of a case."""

from pathlib import Path

import pytest

from bot.quadrants import GONE, NO_LOBBY
from methods import quadrants as q
from methods.engine.text import PersonId
from methods.meeting import ServerId
from tests.stories.world import Actor, Answer, World, open_world, press

FILLED = {
    "onderwerp": "Toetsen",
    "probleem": "Te *veel*",
    "oorzaak": "Rooster",
    "doel": "Rust",
    "middel": "Minder",
}
DAY = 86_400


async def fill(world: World, who: Actor, **words: str) -> Answer:
    form = await world.press(who, await world.mine(who), "quad-open")
    return await world.hand_in(who, form, **(words or FILLED))


async def kept(world: World, who: Actor) -> dict[str, str] | None:
    return await world.store.own_text(ServerId(world.guild.id), PersonId(who.id), q.ID)


async def score(world: World, who: Actor, answer: Answer, **scores: str) -> Answer:
    for quadrant, given in scores.items():
        wanted = press("quad-score", extra=quadrant)
        answer = await world.forge(who, answer.card, wanted, given)
    return answer


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_it_becomes_a_question_and_then_a_case(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.call("probleemoplossend")
        who = world.people[0]
        await world.check_in(who)
        answer = await fill(world, who)
        assert world.words(q.MEANS.question) not in answer.text
        answer = await score(world, who, answer, probleem="5", oorzaak="4", doel="5")
        await world.restart()
        answer = await score(world, who, answer, middel="2")
        assert world.words(q.MEANS.question) in answer.text
        form = await world.press(who, answer.card, "quad-case")
        begun = {one["custom_id"]: one.get("value") for one in form.questions}
        assert begun["titel"] == "Toetsen"
        assert begun["situatie"] == "Te *veel*\nRooster"
        assert begun["vraag"] == world.words(q.MEANS.question)
        await world.hand_in(who, form, **{k: v for k, v in begun.items() if v})
        case = await world.store.case(world.meeting_id, PersonId(who.id))
        assert case is not None
        assert case["titel"] == "Toetsen"
        assert "Toetsen" not in world.text(world.lobby)


async def test_without_a_meeting_it_is_kept_and_says_when_a_case_can_be_made(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        answer = await fill(world, world.people[0])
        assert NO_LOBBY.nl in answer.text
        assert "quad-case" not in answer.card.buttons
        form = await world.press(world.people[0], answer.card, "quad-open")
        assert {one["custom_id"]: one["value"] for one in form.questions} == FILLED


async def test_after_sixty_days_it_is_gone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        answer = await fill(world, world.people[0])
        world.clock.offset += 60 * DAY
        assert await kept(world, world.people[0]) is None
        assert (await score(world, world.people[0], answer, doel="3")).text == GONE.nl


async def test_a_form_without_what_is_needed_is_given_back(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        who = world.people[0]
        target = press("quad-form", person=who.id)
        empty = await world.forge_form(who, world.lounge, target, onderwerp="Toetsen", probleem="Te veel")
        assert "Te veel" in empty.text
        long = await world.forge_form(who, world.lounge, target, **(FILLED | {"doel": "x" * 501}))
        assert "te lang" in long.text
        assert await kept(world, who) is None


async def test_a_score_that_no_list_offers_changes_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        who = world.people[0]
        answer = await fill(world, who)
        before = await kept(world, who)
        await score(world, who, answer, doel="7")
        await score(world, who, answer, geen="3")
        assert await kept(world, who) == before


async def test_one_that_was_erased_is_gone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        who = world.people[0]
        await fill(world, who)
        asked = await world.press(who, await world.mine(who), "erase-ask")
        await world.press(who, asked.card, "erase-do")
        assert await kept(world, who) is None


async def test_it_is_offered_where_nobody_has_a_case(tmp_path: Path) -> None:
    async with open_world(tmp_path, 3) as world:
        await world.evening()
        await world.until("bm.keuze")
        who = world.people[0]
        card = await world.mine(who)
        assert "‘Kwadrantenmodel’" in card.text
        form = await world.press(who, card, "quad-open")
        answer = await world.hand_in(who, form, **FILLED)
        assert "quad-case" not in answer.card.buttons
        assert "Toetsen" not in world.text(world.room())
