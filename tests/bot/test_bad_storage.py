"""When something cannot be kept, whoever wrote it has it back; when it can again, the evening goes on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.storage.failing_disk import FAILING
from tests.stories.world import Actor, Answer, World, open_world, press

SILENCE = "Het werd stil en niemand zei iets. "


@asynccontextmanager
async def failing(world: World, how: str) -> AsyncIterator[None]:
    """The disk fails in this way; the rest of the world knows nothing of it."""
    async with FAILING[how][0](world.store, world.folder / "kring.db"):
        yield


def filled(form: Answer) -> dict[str, str]:
    """As much in every question as it takes: a page of the database holds one such form, and not two."""
    return {one["custom_id"]: (SILENCE * 30)[: one.get("max_length", 4000)].strip() for one in form.questions}


async def hand_in(world: World, who: Actor) -> tuple[Answer, list[str]]:
    """Somebody fills in the form of this step; the answer, and what was filled in."""
    form = await world.press(who, world.room(), "write")
    words = filled(form)
    return await world.hand_in(who, form, **words), list(words.values())


@pytest.mark.parametrize("how", FAILING)
async def test_what_somebody_wrote_comes_back_whole_and_can_be_handed_in_afterwards(
    tmp_path: Path, how: str
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        await hand_in(world, world.people[1])
        before, who = await world.session(), world.people[0]
        async with failing(world, how):
            answer, words = await hand_in(world, who)
        assert "Dit kon ik net niet bewaren." in answer.text
        assert all(text in answer.text for text in words)
        assert await world.session() == before
        answer, _ = await hand_in(world, who)
        assert "Bewaard. ✓" in answer.text


async def test_so_does_a_case_in_the_lobby(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        form = await world.press(who, world.lobby, "lobby-case")
        async with failing(world, "a database that may only be read"):
            answer = await world.hand_in(who, form, **filled(form))
        assert all(text in answer.text for text in filled(form).values())
        form = await world.press(who, world.lobby, "lobby-case")
        assert "Je casus staat klaar" in (await world.hand_in(who, form, **filled(form))).text


async def test_so_does_a_message_of_a_moderator(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        form = await world.command(world.moderator, "moderator message")
        async with failing(world, "a database that is held"):
            answer = await world.hand_in(world.moderator, form, text="Nog tien minuten, dan zien we elkaar.")
        assert "Nog tien minuten, dan zien we elkaar." in answer.text
        assert "Nog tien minuten" not in world.text(world.room())


@pytest.mark.parametrize("how", ["a database that is held", "a database that may only be read"])
async def test_who_presses_hears_that_it_did_not_work_and_presses_again(tmp_path: Path, how: str) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        who, card = world.people[0], world.with_button(world.room(), "done")
        async with failing(world, how):
            answer = await world.press(who, card, "done")
            assert (await world.press(who, card, "mine")).card.buttons
        assert answer.text == "Dat lukte me net niet. Probeer het zo nog eens; er is niets kwijt."
        await world.press(who, card, "done")
        stage = (await world.session()).stage
        assert stage is not None
        assert stage.done == (who.id,)


async def test_what_cannot_even_be_looked_up_is_given_back_as_well(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        async with world.store._writer.begin() as connection:
            await connection.execute(text("UPDATE sessions SET state = '{}'"))
        answer = await world.hand_in(who, form, **filled(form))
        assert "Er ging iets mis bij mij" in answer.text
        assert all(words in answer.text for words in filled(form).values())


async def test_also_where_nothing_can_be_read_at_all(tmp_path: Path) -> None:
    async with open_world(tmp_path, locale="en-GB") as world:
        await world.evening(language="en")
        session, who = await world.session(), world.people[0]
        async with world.store._writer.begin() as connection:
            for table in ("sessions", "people"):
                await connection.execute(text(f"ALTER TABLE {table} RENAME TO {table}_lost"))
        custom_id = press("form", session.id, session.visit, who.id, extra="first")
        answer = await world.forge_form(who, world.room(), custom_id, titel="The silence", situatie=SILENCE)
        assert "Something went wrong on my side." in answer.text
        assert SILENCE.strip() in answer.text


@pytest.mark.parametrize("action", ["form", "lobby-caseform", "conduct-send", "nonsense"])
async def test_a_form_of_something_that_is_not_there_any_more_gives_its_text_back(
    tmp_path: Path, action: str
) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.moderator if action == "conduct-send" else world.people[0]
        answer = await world.forge_form(who, world.lobby, press(action, 777, 1, who.id), titel="De stilte")
        assert "De stilte" in answer.text


async def test_a_form_of_somebody_who_does_not_moderate_any_more_gives_its_text_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        custom_id = press("conduct-send", world.meeting_id, extra="all")
        answer = await world.forge_form(who, world.lobby, custom_id, text="Nog tien minuten.")
        assert "Nog tien minuten." in answer.text


async def test_what_waits_to_be_said_while_the_disk_fails_is_said_once_afterwards(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.next()
        world.kring.outbox.open = False
        await world.next()
        world.kring.outbox.open = True
        before = world.text(world.room())
        async with failing(world, "a database that is held"):
            await world.wait(25)
        assert world.text(world.room()) == before
        await world.wait(25)
        session = await world.session()
        title = f"· {session.step.phase.name.nl}**"
        assert world.text(world.room()).count(title) == 1
