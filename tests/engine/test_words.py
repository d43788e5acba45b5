"""Kring's own sentences: both languages say the same, and each of them is used."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from string import Formatter

from methods import engine
from methods.engine import rules, sentences, turns, wording
from methods.engine.events import Act
from methods.engine.text import Text

BEGINNINGS = {sentences.REMINDER}
"""What another text is put behind."""
ENGINE = Path(engine.__file__).parent


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(texts_in(one) for one in value.values())


def every_text() -> list[Text]:
    found = [
        text
        for module in (sentences, wording, rules)
        for one in vars(module).values()
        for text in texts_in(one)
    ]
    return [*found, *(field.label for field in turns.FOLLOW_UP_FORM.fields)]


def holes(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def used(module: str) -> set[str]:
    code = "\n".join(path.read_text() for path in ENGINE.glob("*.py"))
    return set(re.findall(rf"\b{module}\.(\w+)", code))


def test_both_languages_have_the_same_holes() -> None:
    assert [text for text in every_text() if holes(text.nl) != holes(text.en)] == []


def test_no_sentence_has_a_space_too_many() -> None:
    for text in every_text():
        for said in (text.nl, text.en):
            assert "  " not in said
            assert said == (said.strip() + " " if text in BEGINNINGS else said.strip())


def test_there_is_a_label_for_every_act() -> None:
    assert set(wording.LABELS) == set(Act)


def test_every_sentence_is_used() -> None:
    names = {name for name, value in vars(sentences).items() if isinstance(value, Text)}
    assert names - used("s") == set()


def test_every_wording_is_used() -> None:
    names = {name for name, value in vars(wording).items() if isinstance(value, Text)}
    assert names - used("w") == set()
