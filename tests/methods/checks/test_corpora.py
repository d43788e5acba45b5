"""The checks against natural sentences: some that the rules were tuned on, and some that they never were.

`held_out` was written before there was a rule; `later` when the rules stood. Neither is looked into while tuning, and
together they are `untuned`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from methods.checks.privacy import find_details
from methods.checks.questions import check_question
from methods.engine.text import Language

HERE = Path(__file__).parent
LANGUAGES: tuple[Language, ...] = ("nl", "en")
ADVICE = {"advice", "advice_as_question"}


@cache
def rows(check: str, language: Language, part: str) -> tuple[Any, ...]:
    parts = ("held_out", "later") if part == "untuned" else (part,)
    texts = [(HERE / f"{check}.{language}.{one}.jsonl").read_text("utf-8") for one in parts]
    return tuple(json.loads(line) for text in texts for line in text.splitlines())


@cache
def labelled(language: Language, part: str) -> tuple[tuple[str, str], ...]:
    """What each sentence is, and what the check takes it for."""
    return tuple(
        (row["label"], check_question(row["text"], language).label.value)
        for row in rows("questions", language, part)
    )


@pytest.mark.parametrize("part", ["tuning", "untuned"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_of_ten_pieces_of_advice_are_found(language: Language, part: str) -> None:
    advice = [found for label, found in labelled(language, part) if label in ADVICE]
    assert sum(found in ADVICE for found in advice) >= 0.9 * len(advice)


@pytest.mark.parametrize("part", ["tuning", "untuned"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_fewer_than_one_in_twenty_good_questions_is_disturbed(language: Language, part: str) -> None:
    good = [found for label, found in labelled(language, part) if label == "question"]
    assert sum(found != "question" for found in good) < 0.05 * len(good)


@cache
def details(language: Language, part: str) -> tuple[int, int, int]:
    """Details found, missed, and alarms about nothing."""
    found = missed = wrong = 0
    for row in rows("privacy", language, part):
        there = {(one["start"], one["end"], one["kind"]) for one in row["spans"]}
        told = {(one.start, one.end, one.kind.value) for one in find_details(row["text"], language)}
        found, missed, wrong = (
            found + len(there & told),
            missed + len(there - told),
            wrong + len(told - there),
        )
    return found, missed, wrong


@pytest.mark.parametrize("part", ["tuning", "untuned"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_of_ten_identifying_details_are_found(language: Language, part: str) -> None:
    found, missed, _ = details(language, part)
    assert found >= 0.9 * (found + missed)


@pytest.mark.parametrize("part", ["tuning", "untuned"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_of_ten_alarms_are_right(language: Language, part: str) -> None:
    found, _, wrong = details(language, part)
    assert found >= 0.9 * (found + wrong)


@pytest.mark.parametrize("check", ["questions", "privacy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_both_tuned_on_and_held_out(check: str, language: Language) -> None:
    tuned = {row["text"].casefold() for row in rows(check, language, "tuning")}
    assert not tuned & {row["text"].casefold() for row in rows(check, language, "untuned")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_hundreds_of_sentences_for_each_check(language: Language) -> None:
    assert sum(len(rows("questions", language, part)) for part in ("tuning", "untuned")) >= 300
    assert sum(len(rows("privacy", language, part)) for part in ("tuning", "untuned")) >= 300


@pytest.mark.parametrize("part", ["tuning", "untuned"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marked_details_lie_within_their_text(language: Language, part: str) -> None:
    for row in rows("privacy", language, part):
        assert all(0 <= one["start"] < one["end"] <= len(row["text"]) for one in row["spans"])
