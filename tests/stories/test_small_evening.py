"""A moderator practises the planned meeting in private: the robots' board changes, and nothing real does."""

from pathlib import Path

import pytest

from bot import sayings as say
from bot.small_evening import MOST_TAPS
from methods.engine.text import Text
from tests.stories.world import Shown, World, open_world, walk

BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])


async def begun(world: World) -> Shown:
    await world.call(language=world.language)
    panel = (await world.command(world.moderator, "moderator panel")).card
    return (await world.press(world.moderator, panel, "evening-start")).card


async def press(world: World, card: Shown, label: Text) -> Shown:
    """Press the button with this on it."""
    raw = [one if isinstance(one, dict) else one.to_dict() for one in card.message.components]
    custom_id = next(one["custom_id"] for one in walk(raw) if one.get("label") == world.words(label))
    return (await world.forge(world.moderator, card, custom_id)).card


@BOTH
async def test_a_moderator_plays_the_planned_meeting_with_robots(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        card = await begun(world)
        assert world.words(say.SMALL_TITLE) in card.text
        assert all(f"{world.words(say.GROUP)} {number} · " in card.text for number in (1, 2, 3))
        assert card.message.flags.ephemeral
        before = await world.meeting()
        for _ in range(30):
            if world.words(say.SMALL_OVER) in card.text:
                break
            card = await press(world, card, say.SMALL_WATCH)
        assert world.words(say.SMALL_OVER) in card.text
        assert list(card.labels) == [world.words(say.SMALL_AGAIN)]
        assert await world.meeting() == before
        assert set(world.guild.channels) == {"algemeen", "moderatoren", "lobby"}


async def test_it_goes_on_after_a_restart_and_takes_no_more_than_fits(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        card = await begun(world)
        await world.restart()
        card = await press(world, card, say.SMALL_WATCH)
        assert "Hint:" in card.text
        begins = card.buttons["evening-on"].rpartition(":")[2].partition(".")[0]
        for extra in (f"{begins}.{'p' * (MOST_TAPS + 1)}", f"{begins}.xyz", "soon.w", f"{'9' * 18}.w"):
            answer = await world.forge(world.moderator, card, f"k1:evening-on:{world.meeting_id}:0:0:{extra}")
            assert answer.text == say.FORGED.nl


async def test_a_participant_does_not_practise_moderating(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        where = world.with_button(world.lobby, "lobby-here")
        answer = await world.forge(world.people[0], where, f"k1:evening-start:{world.meeting_id}:0:0:")
        assert answer.text == say.MODERATORS_ONLY.nl
