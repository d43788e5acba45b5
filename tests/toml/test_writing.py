"""Every built-in method is a file to start from: pleasant to read, and the same method when it is read back."""

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.engine.model import Method
from methods.engine.text import Text
from methods.faults import faults
from methods.library import all_methods, method
from methods.toml.explained import EXPLAINED
from methods.toml.mending import mended
from methods.toml.reading import read
from methods.toml.shape import Kind, arms, is_table, items_of, keys
from methods.toml.source import taken_apart
from methods.toml.writing import WIDTH, written

# Nobody plans minutes without end, and NaN is not even equal to itself.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize("recipe", all_methods(), ids=lambda one: one.id)
def test_reading_back_what_was_written_gives_the_same_method(recipe: Method) -> None:
    for language in ("nl", "en"):
        reading = read(written(recipe, language))
        assert reading.mistakes == ()
        assert reading.method == recipe


def test_both_languages_stand_together_on_one_line_or_on_two() -> None:
    lines = written(method("bumpy")).splitlines()
    assert 'name = { nl = "Uitleg", en = "Briefing" }' in lines
    long = next(i for i, line in enumerate(lines) if line.startswith("prompt.nl = "))
    assert lines[long + 1].startswith("prompt.en = ")


def test_what_has_its_usual_value_is_left_out() -> None:
    told = tomllib.loads(written(method("bumpy")))
    assert told.keys() == {
        "id",
        "name",
        "goal",
        "fits",
        "phases",
        "case",
        "skips",
        "suits",
        "command",
        "sources",
    }
    assert told["phases"][0].keys() == {"id", "name", "kind", "who", "minutes", "short", "prompt"}
    assert told["phases"][0]["minutes"] == 2


def test_a_key_is_explained_where_it_first_stands_and_not_again() -> None:
    text = written(method("bumpy"), "en")
    assert text.count("# Rules of conduct in this step") == 1
    before, _, after = text.partition("# Rules of conduct in this step")
    assert "rules =" not in before
    assert after.splitlines()[1].startswith("rules = ")


def test_comments_are_in_the_language_that_was_asked_for() -> None:
    assert "# Hoe de methode heet." in written(method("bumpy"), "nl")
    assert "# What the method is called." in written(method("bumpy"), "en")


@pytest.mark.parametrize("recipe", all_methods(), ids=lambda one: one.id)
def test_only_a_text_makes_a_line_long(recipe: Method) -> None:
    for line in written(recipe).splitlines():
        assert len(line) <= WIDTH or '.nl = "' in line or '.en = "' in line


def test_every_field_is_explained_and_nothing_else() -> None:
    told = "Say in methods/toml/explained.py what a new field is for."
    assert set(EXPLAINED) == {(owner, name) for owner in tables(Method) for name in keys(owner)}, told


def tables(kind: Kind) -> Iterator[Kind]:
    """All the model's tables in one; of a text everybody sees what it is."""
    for arm in arms(kind):
        if is_table(arm) and arm is not Text:
            yield arm
            for inner in keys(arm).values():
                yield from tables(inner)
        for item in items_of(arm):
            if item is not Ellipsis:
                yield from tables(item)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Method))
def test_any_method_at_all_comes_back_as_it_was_and_can_be_judged(recipe: Method) -> None:
    source = taken_apart(written(recipe))
    assert source.problems == ()
    mend = mended(source)
    assert mend.mistakes == []
    assert mend.method == recipe
    for fault in faults(recipe):
        assert fault.text.to("nl")
        assert fault.text.to("en")
