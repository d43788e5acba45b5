"""Practising in Discord: private from the first press to the last, and nothing of it kept."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.practice import NOTHING, PAGES
from storage.transaction import Transaction
from tests.stories.world import Answer, World, open_world

WORDS = "Ik zou *even* wachten.\nEn dan vragen: hoe gaat het?"


async def begins(world: World) -> Answer:
    await world.call()
    await world.check_in()
    return await world.press(world.people[0], world.lobby, "practice-start")


async def goes(world: World, answer: Answer, *pages: str) -> Answer:
    for page in pages:
        answer = await world.press(world.people[0], answer.card, f"practice-{page}")
    return answer


async def test_what_somebody_writes_comes_back_as_written_and_only_on_their_own_screen(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        first = await begins(world)
        before = world.text(world.lobby)
        form = await goes(world, first, "writing", "write")
        written = await world.hand_in(world.people[0], form, antwoord=WORDS)
        assert "\\*even\\*" in written.card.text
        again = await goes(world, written, "write")
        assert again.questions[-1]["value"] == " ".join(WORDS.split())
        shown = await goes(world, written, "shown")
        assert "3. Jij: Ik zou" in shown.card.text
        assert world.text(world.lobby) == before


async def test_passing_hides_what_was_written(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        form = await goes(world, await begins(world), "writing", "write")
        written = await world.hand_in(world.people[0], form, antwoord=WORDS)
        shown = await goes(world, written, "passed", "shown")
        assert NOTHING.nl in shown.card.text
        assert "wachten" not in shown.card.text


async def test_nothing_that_is_written_in_practice_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []

    async def watched(*what: object) -> None:
        kept.append(what)

    monkeypatch.setattr(Transaction, "keep", watched)
    async with open_world(tmp_path) as world:
        form = await goes(world, await begins(world), "writing", "write")
        written = await world.hand_in(world.people[0], form, antwoord=WORDS)
        await goes(world, written, "shown", "asked", "question", "help", "helped", "done")
        assert kept == []


async def test_the_moderator_sees_who_practised_and_not_how(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        first = await begins(world)
        end = await goes(
            world, first, "writing", "passed", "shown", "asked", "declined", "help", "helped", "done"
        )
        await goes(world, end, "lead", "sure", "handing", "led")
        await world.wait(10)
        line = say.HAVE_PRACTISED.nl.format(people=world.people[0].name)
        assert world.look(world.board)[-1].text.endswith(line)
        assert (await world.meeting()).practised == (world.people[0].id,)


async def test_it_works_again_after_a_restart_in_the_middle(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await goes(world, await begins(world), "writing", "passed")
        await world.restart()
        shown = await goes(world, answer, "shown")
        assert PAGES["shown"].text.nl.split("\n")[0] in shown.card.text


async def test_in_english_it_is_english(tmp_path: Path) -> None:
    async with open_world(tmp_path, 6, "en") as world:
        first = await begins(world)
        assert first.card.text.startswith("**Practice**")
