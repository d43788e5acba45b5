"""Where people's words stand: in the room, only on everybody's own screen, or nowhere in Kring."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine.state import Status
from storage.transaction import Transaction
from tests.stories.world import Answer, World, open_world, press

CASE = {
    "titel": "De dichte deur",
    "situatie": "Een leerling liep weg.",
    "effect": "De klas viel stil.",
    "vervolg": "Ik liep erachteraan.",
    "binnenkant": "Ik schrok.",
}


async def shown(world: World) -> Answer:
    """Somebody else reads the newest text that was shown."""
    return await world.press(world.people[3], world.with_button(world.room(), "shown"), "shown")


async def test_on_ones_own_screen_the_room_has_the_heading_and_the_words_come_by_a_press(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(content="own")
        await world.until("bm.canvas")
        form = await world.press(world.people[0], world.room(), "write")
        await world.hand_in(world.people[0], form, **CASE)
        await world.until("bm.titels")
        await world.wait()
        assert "titels" in world.text(world.room()).lower()
        assert CASE["titel"] not in world.text(world.room())
        assert CASE["titel"] in (await shown(world)).text
        assert CASE["situatie"] not in (await shown(world)).text


async def test_who_is_not_in_the_group_reads_nothing_by_such_a_button(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening(content="own")
        await world.until("bm.canvas")
        form = await world.press(world.actor((await world.session()).members[0]), world.room(), "write")
        await world.hand_in(world.actor((await world.session()).members[0]), form, **CASE)
        await world.until("bm.titels")
        await world.wait()
        button = world.with_button(world.room(), "shown").buttons["shown"]
        stranger = world.actor((await world.session(2)).members[0])
        where = world.with_button(world.room(2), "mine")
        assert (await world.forge(stranger, where, button)).text == say.NOT_YOUR_GROUP.nl


async def test_a_button_that_names_another_row_shows_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(content="own")
        session = await world.session()
        where = world.with_button(world.room(), "mine")
        for extra in ("1", "999999", ""):
            forged = press("shown", session.id, session.visit, extra=extra)
            assert (await world.forge(world.people[0], where, forged)).text == say.NOTHING_SHOWN.nl


async def test_where_nothing_is_written_nobody_is_asked_to_and_no_word_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    keep = Transaction.keep

    async def watched(self: Transaction, *what: object) -> None:
        kept.append(what)
        await keep(self, *what)  # type: ignore[arg-type]

    monkeypatch.setattr(Transaction, "keep", watched)
    async with open_world(tmp_path) as world:
        await world.evening(content="none")
        await world.until("bm.canvas")
        for who in world.people[:2]:
            await world.press(who, world.room(), "done")
        await world.until("bm.keuze")
        await world.wait()
        vote = await world.press(world.people[3], world.room(), "vote")
        assert any(world.people[0].name in label for label in vote.card.choices["vote"].options.values())
        session = await world.session()
        while session.status is not Status.ENDED:
            await world.wait(600)
            if await still(world):
                await world.command(world.moderator, "moderator next")
            session = await world.session()
        assert kept == []


async def still(world: World) -> bool:
    return (await world.session()).status is not Status.ENDED


async def test_where_nothing_is_written_a_case_is_not_asked_at_home_either(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call(content="none")
        await world.check_in()
        answer = await world.press(world.people[0], world.lobby, "lobby-case")
        assert answer.text == say.ON_PAPER_HERE.nl
