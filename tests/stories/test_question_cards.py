"""«Vraaghulp»: three question cards on somebody's own card, for that person alone."""

from pathlib import Path

import pytest

from methods.question_cards import ABOUT
from tests.stories.world import open_world


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_who_asks_gets_three_ideas_and_three_others(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 4, locale) as world:
        await world.evening()
        await world.chosen(world.people[0])
        await world.until("bm.vragen1")
        bringer = world.actor((await world.session()).case_bringer)
        who = next(one for one in world.people if one is not bringer)
        before = world.text(world.room())
        card = await world.mine(who)
        hand = await world.press(who, card, "deal")
        first = hand.text
        assert world.words(ABOUT) in first
        assert [row[:2] for row in first.splitlines()[2:]] == ["1.", "2.", "3."]
        await world.restart()
        other = await world.press(who, hand.card, "deal")
        assert other.text != first
        assert world.text(world.room()) == before
        assert "deal" not in (await world.mine(bringer)).buttons
