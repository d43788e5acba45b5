"""A whole evening is heard without a screen: in order, as text, and nothing of it is missing."""

import re
from pathlib import Path

import pytest

from bot.rehearsal.rehearsal import Script
from tests.stories.evenings import evening
from tests.stories.heard import PAGES

pytestmark = pytest.mark.slow

pages = pytest.mark.parametrize(("page", "script"), PAGES.items(), ids=lambda one: getattr(one, "stem", ""))
scripts = pytest.mark.parametrize("script", PAGES.values(), ids=lambda one: one.language)
STEP = re.compile(r"(?:Stap|Step) (\d+) (?:van|of) \d+ · (.+?)(?: ✓)? *$", re.MULTILINE)


def group_of(script: Script) -> str:
    """What stood in the room of group 1, as the transcript has it."""
    text = evening(script).files["transcript.md"]
    return re.split(r"^## ", text, flags=re.MULTILINE)[2]


def listener(script: Script) -> str:
    """The name of whose evening it is."""
    found = re.search(r"(?:alles wat|all that) (\S+) (?:hoort|hears)", evening(script).files["heard.md"])
    assert found is not None
    return found[1]


@pages
def test_the_page_is_fresh(page: Path, script: Script) -> None:
    told = "Run `make heard`, and read what changed."
    assert page.read_text("utf-8") == evening(script).files["heard.md"], told


@scripts
def test_every_step_of_the_group_is_heard_in_its_order(script: Script) -> None:
    there = [(number, name) for number, name in STEP.findall(group_of(script)) if number]
    heard = STEP.findall(evening(script).files["heard.md"])
    assert len(set(there)) > 15
    places = [heard.index(step) for step in dict.fromkeys(there)]
    assert places == sorted(places)


@scripts
def test_every_turn_of_the_listener_is_a_message_that_names_them(script: Script) -> None:
    mine = re.compile(
        rf"^.*(?:{listener(script)}, jij bent|{listener(script)}, it is your turn).*$", re.MULTILINE
    )
    turns = [one.partition("** ")[2] for one in mine.findall(group_of(script))]
    assert turns
    lines = evening(script).files["heard.md"].splitlines()
    assert all(lines.count(turn) >= turns.count(turn) for turn in turns)


@scripts
def test_every_text_that_was_shown_to_all_is_heard(script: Script) -> None:
    quoted = [
        one.removeprefix("> ").rstrip() for one in group_of(script).splitlines() if one.startswith("> ")
    ]
    words = " ".join(evening(script).files["heard.md"].replace("*", "").split())
    told = [" ".join(one.replace("*", "").split()) for one in quoted if not one.startswith("**[")]
    missing = [one for one in told if one and one not in words]
    assert len(told) > 60
    assert missing == []


@scripts
def test_it_is_text_without_marks_columns_or_nameless_buttons(script: Script) -> None:
    text = evening(script).files["heard.md"]
    assert not re.search(r"<[@#t:]|k1:|\\\\|\t|\||‘’|\bNone\b", text)
    cards = re.split(r"\n\n(?=\*\*)", text)
    steps = [card for card in cards if STEP.search(card)]
    assert all(re.search(r"^(?:Knoppen|Buttons|Lijst|List): ", card, re.MULTILINE) for card in steps)
