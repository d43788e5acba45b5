"""What people fill in, type and note in each method, whatever the case is: `texts/<language>/methods/`.

A file has up to five tables. `forms`: filled forms by phase. `talk`: what is typed there. `notes`: what somebody
writes down for the group. `questions`: with their answers, where a method has cases of its own kind. `cases`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.rehearsal.words import Case, Language, Question


@dataclass(frozen=True, slots=True)
class Sheets:
    """The words of all methods, by phase."""

    forms: Mapping[str, tuple[Mapping[str, str], ...]]
    talk: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[str, ...]]


@cache
def sheets(language: Language) -> Sheets:
    """Of every method together: a phase belongs to one method only."""
    read = _read(language).values()
    return Sheets(
        forms={phase: tuple(rows) for one in read for phase, rows in one.get("forms", {}).items()},
        talk={phase: tuple(rows) for one in read for phase, rows in one.get("talk", {}).items()},
        notes={phase: tuple(rows) for one in read for phase, rows in one.get("notes", {}).items()},
    )


@cache
def cases_of(language: Language, method: str) -> tuple[Case, ...]:
    """The cases of a method that is about something else than a problem: a procedure, or a success."""
    text = _read(language).get(method, {})
    questions = {
        phase: tuple(Question(text=asked, answer=answer) for asked, answer in rows)
        for phase, rows in text.get("questions", {}).items()
    }
    return tuple(_case(row, questions) for row in text.get("cases", ()))


def _case(row: Mapping[str, Any], questions: Mapping[str, tuple[Question, ...]]) -> Case:
    form: Mapping[str, str] = row["form"]
    return Case(
        id=row["id"],
        title=row["title"],
        telling=tuple(row["telling"]),
        missing=row["telling"][-1],
        questions=questions,
        forms={"to.inbreng" if "naam" in form else "fr.pitch": form},
    )


@cache
def _read(language: Language) -> Mapping[str, Mapping[str, Any]]:
    folder = files(__package__) / "texts" / language / "methods"
    found = sorted((entry for entry in folder.iterdir()), key=lambda entry: entry.name)
    return {e.name.removesuffix(".toml"): tomllib.loads(e.read_text("utf-8")) for e in found}
