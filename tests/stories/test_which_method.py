"""«Welke methode past?», and what Kring asks before a meeting is opened with a method."""

from pathlib import Path
from typing import Any

import pytest

from bot import sayings as say
from bot.choosing import FIELDS, OPTIONS, Answers, answers_of
from methods.engine.text import Language
from tests.stories.world import open_world, press


def test_answers_come_back_from_an_id_as_they_went_in() -> None:
    chosen = Answers("vast", "settled", "90", "5", "written")
    assert answers_of(str(chosen)) == chosen
    assert answers_of(str(Answers())) == Answers()


@pytest.mark.parametrize("text", ["", "vast", "geluk.new.120.6.spoken", "vast.-.120.6.spoken", "a.b.c.d.e.f"])
def test_what_no_list_can_have_made_is_none(text: str) -> None:
    assert answers_of(text) is None


def test_every_list_fits_in_discord() -> None:
    assert all(1 <= len(OPTIONS[field]) <= 25 for field in FIELDS)


@pytest.mark.parametrize(
    ("locale", "first", "reason", "left"),
    [
        ("nl", "1. **Roddelmethode**", "Past bij ‘Ik zit vast", "Niet nu:"),
        ("en-GB", "1. **Respectful gossip**", "Suits ‘I am stuck", "Not now:"),
    ],
)
async def test_a_moderator_chooses_from_lists_and_reads_what_fits_and_why(
    tmp_path: Path, locale: str, first: str, reason: str, left: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        asked = await world.command(world.moderator, "moderator which")
        wished = await world.choose(world.moderator, asked.card, "which-wish", "vast")
        assert left in wished.text
        assert first not in wished.text
        settled = await world.choose(world.moderator, wished.card, "which-group", "settled")
        assert first in settled.text
        assert reason in settled.text


async def test_it_is_offered_on_the_panel_before_the_groups_open(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        panel = (await world.command(world.moderator, "moderator panel")).card
        answer = await world.press(world.moderator, panel, "which")
        assert say.WHICH_FIRST.nl in answer.text


async def test_who_does_not_moderate_is_not_asked(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        raw = press("which-wish", extra=str(Answers()))
        answer = await world.forge(world.people[0], world.with_button(world.lobby, "lobby-here"), raw, "vast")
        assert answer.text == say.MODERATORS_ONLY.nl


@pytest.mark.parametrize(("language", "doubt"), [("nl", "vraagt vertrouwen"), ("en", "needs trust")])
async def test_a_method_that_needs_trust_is_asked_about_and_not_blocked(
    tmp_path: Path, language: Language, doubt: str
) -> None:
    locale = "nl" if language == "nl" else "en-GB"
    async with open_world(tmp_path, locale=locale) as world:
        options: dict[str, Any] = {"method": "roddel", "theme": "Samenwerken", "talk": "spoken"}
        asked = await world.command(world.moderator, "moderator meeting", **options)
        assert doubt in asked.text
        assert await world.store.meetings_of(world.guild.id) == []  # type: ignore[arg-type]
        sure = await world.command(world.moderator, "moderator meeting", **options, sure=True)
        assert doubt not in sure.text
        assert len(await world.store.meetings_of(world.guild.id)) == 1  # type: ignore[arg-type]


async def test_a_method_for_voices_is_refused_where_people_type_however_sure(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        options: dict[str, Any] = {
            "method": "clinic",
            "theme": "Oudergesprek",
            "talk": "written",
            "sure": True,
        }
        refused = await world.command(world.moderator, "moderator meeting", **options)
        assert "‘Clinic’ gaat alleen hardop" in refused.text
        assert await world.store.meetings_of(world.guild.id) == []  # type: ignore[arg-type]


async def test_an_ordinary_method_is_asked_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.call("toetsing", "spoken")
        assert "zeker" not in answer.text


async def test_time_that_is_left_over_comes_with_a_proposal(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.call("incident", "spoken", minutes=120)
        assert "Voorstel: geef ‘Analyse’ de ruimte" in answer.text
