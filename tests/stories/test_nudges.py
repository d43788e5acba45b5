"""A private remark on a question, as its author meets it: change it, ask it anyway, keep it for the advice round."""

from pathlib import Path

import pytest

from bot import remarks
from bot import sayings as say
from methods.checks.model import Detail, Label
from methods.checks.questions import REASONS
from methods.engine import wording as w
from methods.engine.events import Act
from tests.stories.test_specials import BOTH, at, until, write
from tests.stories.world import Actor, World, open_world

DRESSED = {
    "nl": "Heb je al eens overwogen om met de ouders te praten?",
    "en": "Have you considered talking to the parents?",
}
OPEN = {"nl": "Wat heb je al geprobeerd?", "en": "What have you tried?"}


async def asked(world: World, phase: str = "bm.vragen1") -> tuple[Actor, Actor, list[Actor]]:
    return await at(world, "bumpy", phase)


def room_text(world: World) -> str:
    return world.text(world.room())


@BOTH
async def test_the_question_is_safe_before_the_remark_and_goes_anyway_at_a_press(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        _, _, (author, *_) = await asked(world)
        question = DRESSED[world.language]
        card = await write(world, author, vraag=question)
        assert say.SAVED.to(world.language) in card.text
        assert REASONS[Label.ADVICE_AS_QUESTION].to(world.language) in card.text
        assert {"write", "as-is", "for-advice"} <= set(card.buttons)
        assert question not in room_text(world)
        await world.restart()
        card = await world.mine(author)
        assert REASONS[Label.ADVICE_AS_QUESTION].to(world.language) in card.text
        await world.press(author, card, "as-is")
        await world.wait()
        assert question in room_text(world)
        again = await world.forge(author, await world.mine(author), card.buttons["as-is"])
        assert again.text
        assert room_text(world).count(question) == 1


@BOTH
async def test_a_question_that_was_changed_goes_as_it_became(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        _, _, (author, *_) = await asked(world)
        await write(world, author, vraag=DRESSED[world.language])
        card = await write(world, author, vraag=OPEN[world.language])
        await world.wait()
        assert "as-is" not in card.buttons
        assert OPEN[world.language] in room_text(world)
        assert DRESSED[world.language] not in room_text(world)


@BOTH
async def test_what_is_kept_for_the_advice_round_stands_in_its_form(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        _, bringer, (author, *_) = await asked(world)
        await write(world, author, vraag=DRESSED[world.language])
        await world.press(author, await world.mine(author), "for-advice")
        await until(world, "bm.alternatief_schrijven", bringer)
        assert DRESSED[world.language] not in room_text(world)
        form = await world.press(author, await world.mine(author), "write")
        assert DRESSED[world.language] in str(form.form)


async def test_a_good_question_meets_no_remark(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        _, _, (author, *_) = await asked(world)
        card = await write(world, author, vraag=OPEN["nl"])
        assert not any(reason.nl in card.text for reason in REASONS.values())
        assert remarks.YOURS.nl not in card.text


async def test_the_leader_switches_remarks_off(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, _, (author, *_) = await asked(world)
        await world.press(leader, await world.mine(leader), Act.HUSH.value)
        assert w.REMARKS_ON.nl in (await world.mine(leader)).labels
        await write(world, author, vraag=DRESSED["nl"])
        await world.wait()
        assert DRESSED["nl"] in room_text(world)


@pytest.mark.parametrize(
    ("story", "remarked"), [("Toen zei Fatima dat ze ging.", True), ("Toen zei ze dat ze ging.", False)]
)
async def test_a_name_in_a_case_is_remarked_before_the_group_reads_it(
    tmp_path: Path,
    story: str,
    remarked: bool,  # noqa: FBT001 - the case that is tried
) -> None:
    async with open_world(tmp_path) as world:
        _, _, (author, *_) = await asked(world, "bm.canvas")
        card = await write(
            world,
            author,
            titel="De deur",
            situatie=story,
            effect="Ik schrok.",
            vervolg="Ik wachtte.",
            binnenkant="Ik schrok.",
        )
        assert (remarks.DETAILS[Detail.PERSON].nl in card.text) is remarked
