"""The glossary has every word of the engine, and no word that the engine has lost."""

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest

from methods.engine import events
from methods.engine.events import Act, AnyEvent, Event
from methods.engine.making import made
from methods.engine.messages import Effect
from methods.engine.model import Kind, Place, Rule, Talk, Who
from methods.engine.state import EndedBy, Flow, Part, Status
from methods.engine.text import PersonId
from methods.engine.wording import LABELS
from methods.meeting import MeetingEffect, MeetingStage

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")
SECTIONS: dict[str, str] = dict(re.findall(r"^## (.+?)\n(.+?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def section(about: str) -> str:
    return next(text for heading, text in SECTIONS.items() if about in heading)


def rows(about: str) -> list[list[str]]:
    """The cells of a section's table, without its head."""
    lines = [line for line in section(about).splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`«»") for cell in line.strip("|").split("|")] for line in lines[2:]]


def names(classes: Iterable[type]) -> list[str]:
    return sorted(one.__name__ for one in classes)


@pytest.mark.parametrize("words", [Kind, Who, Rule, Flow, Status])
def test_each_word_has_its_own_row(words: type[StrEnum]) -> None:
    assert [row[0] for row in rows(f"`{words.__name__}`")] == [word.value for word in words]


@pytest.mark.parametrize("words", [Talk, Place, Part, EndedBy, MeetingStage])
def test_each_word_of_a_few_is_told(words: type[StrEnum]) -> None:
    told = section(f"`{words.__name__}`")
    assert [word for word in words if f"`{word.value}`" not in told] == []


def test_each_act_has_its_event_and_its_button() -> None:
    told = {row[0]: (row[1], row[2]) for row in rows("`Act`")}
    true = {act.value: (type(made(act, PersonId(1), 1)).__name__, LABELS[act].nl) for act in Act}
    assert told == true


def test_each_event_is_named() -> None:
    pressed = {row[1] for row in rows("`Act`")}
    others = {row[0] for row in rows("Events that nobody presses")}
    known = {one for one in vars(events).values() if isinstance(one, type) and issubclass(one, Event)}
    assert pressed == {one.__name__ for one in known if "act" in vars(one)}
    assert others == {one.__name__ for one in get_args(AnyEvent) if one is not Event}


def test_each_effect_is_named_with_whose_it_is() -> None:
    told = rows("Effects")
    assert sorted(name for name, whose, _ in told if whose == "session") == names(get_args(Effect))
    assert sorted(name for name, whose, _ in told if whose == "meeting") == names(get_args(MeetingEffect))
