"""«Nog één zin» at Discord: a form with one field, and the sentence in the room under its author's name."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.events import Act
from tests.stories.world import World, open_world

BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])
ADD = Act.ADD.value


async def closed(world: World) -> None:
    """Everybody typed; now all read in silence."""
    await world.evening(language=world.language)
    await world.until("bm.uitleg")


@BOTH
async def test_who_was_still_typing_says_one_more_sentence(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await closed(world)
        assert world.heard(w.ONE_MORE_OPEN)
        form = await world.press(world.people[2], await world.mine(world.people[2]), ADD)
        assert len(form.questions) == 1
        said = await world.hand_in(world.people[2], form, zin="en *toen* was het stil")
        assert world.words(say.SAVED) in said.text
        await world.wait()
        newest = world.look(world.room())[-1].text
        assert world.words(s.ONE_MORE, person="Fatma") in newest
        assert "en \\*toen\\* was het stil" in newest
        assert ADD not in (await world.mine(world.people[2])).buttons


@BOTH
async def test_a_form_that_stood_open_too_long_gives_the_sentence_back(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await closed(world)
        form = await world.press(world.people[2], await world.mine(world.people[2]), ADD)
        await world.wait(130)
        answer = await world.hand_in(world.people[2], form, zin="te laat getypt")
        assert world.words(s.STALE) in answer.text
        assert "te laat getypt" in answer.text


async def test_after_a_restart_an_open_form_still_counts(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await closed(world)
        form = await world.press(world.people[2], await world.mine(world.people[2]), ADD)
        await world.restart()
        await world.hand_in(world.people[2], form, zin="nog net op tijd")
        await world.wait()
        assert "nog net op tijd" in world.text(world.room())


async def test_nobody_of_another_group_adds_anything_here(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await closed(world)
        session = await world.session(1)
        stranger = world.actor((await world.session(2)).members[0])
        custom_id = f"k1:add:{session.id}:{session.visit}:{stranger.id}:form"
        answer = await world.forge_form(stranger, world.lounge, custom_id, zin="van buiten")
        assert "van buiten" in answer.text
        assert "van buiten" not in world.text(world.room(1))
