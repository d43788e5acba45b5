"""A text is read as TOML has it, each value with its line, also where something is wrong."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.toml.places import Place, place_of
from methods.toml.source import taken_apart

KEYS = st.text("abc-_1", min_size=1, max_size=4)
SCALARS = (
    st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.sampled_from("aé€😀\"'\\ #=,[]{}"), max_size=12)
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)
DOCUMENTS = st.tuples(TABLES, st.lists(TABLES, max_size=3))


def as_toml(value: Any) -> str:  # noqa: ANN401 - any TOML value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\x7f", "\\u007f") + '"'
    if isinstance(value, list):
        return "[" + "".join(f"\n  {as_toml(one)}, # a comment with a ] in it" for one in value) + "\n]"
    return repr(value)


def document(top: dict[str, Any], items: list[dict[str, Any]]) -> str:
    def pairs(table: dict[str, Any]) -> str:
        return "".join(f"{key} = {as_toml(value)}\n" for key, value in table.items())

    return pairs(top) + "".join(f"\n[[list.of]]\n{pairs(item)}" for item in items)


@given(DOCUMENTS)
def test_what_is_right_is_read_as_tomllib_reads_it(
    parts: tuple[dict[str, Any], list[dict[str, Any]]],
) -> None:
    text = document(*parts)
    source = taken_apart(text)
    assert source.problems == ()
    assert source.data == tomllib.loads(text)


@given(DOCUMENTS)
def test_the_line_of_a_value_is_the_one_in_which_its_key_stands(
    parts: tuple[dict[str, Any], list[dict[str, Any]]],
) -> None:
    text = document(*parts)
    lines = text.split("\n")
    for path, place in taken_apart(text).places.items():
        key = path[-1]
        if isinstance(key, str) and key not in {"list", "of"}:
            assert lines[place.line - 1].startswith(f"{key} = "), path


def test_each_item_of_a_list_has_its_own_line() -> None:
    places = taken_apart('a = [\n  "x", # one, two\n  ["y", 2],\n\n  { b = [3] },\n]\n').places
    assert [places["a", n].line for n in range(3)] == [2, 3, 5]


def test_what_does_not_stand_there_is_placed_where_it_should_have_been() -> None:
    places = taken_apart("[[steps]]\na = 1\n[[steps]]\nb = 2\n").places
    assert place_of(("steps", 1, "a", "deep"), places) == Place(3)


def test_windows_line_ends_are_as_good_as_others() -> None:
    source = taken_apart("a = 1\r\nb = [\r\n2,\r\n]\r\n")
    assert source.data == {"a": 1, "b": [2]}
    assert source.places["b", 0] == Place(3)


def told(text: str) -> list[tuple[int, int, str]]:
    return [(one.place.line, one.place.column, one.text.to("en")) for one in taken_apart(text).problems]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("who = nobody", 7, "I do not understand this value"),
        ('name = "open', 13, "a quote is missing"),
        ("rules = [1, 2", 14, "This list is not closed"),
        ("text = { nl = 1", 16, "A } or a comma is missing"),
        ("[[steps]", 8, "This heading is not closed"),
        ("a = 1 b = 2", 7, "Put what follows on a new line"),
        ("just words", 6, "followed by ="),
        ("= 3", 1, "A name with a value belongs here"),
        ("name = “Foo”", 8, "straight quotes"),
        ('path = "c:\\d"', 13, "write \\\\"),
        ("x = { a = 1, a = 2 }", 19, "a name stands twice"),
    ],
)
def test_each_mistake_has_its_line_and_column_and_hides_no_other(line: str, column: int, words: str) -> None:
    found = told(f"before = 1\n{line}\nwrong = nothing\n")
    assert found[0][:2] == (2, column)
    assert words in found[0][2]
    assert found[1][0] == 3


def test_a_key_that_stands_twice_is_told_with_the_other_line() -> None:
    assert told("a = 1\nb = 2\na = 3\n") == [
        (3, 0, "‘a’ stands here twice: also on line 1. Remove one of them.")
    ]
    assert "also on line 1" in told("a = 1\na.b = 2\n")[0][2]


def test_a_heading_that_stands_twice_is_told_how_to_make_a_list() -> None:
    assert "[[a]]" in told("[a]\nb = 1\n[a]\nb = 2\n")[0][2]
    assert "on line 1" in told("[[a]]\nb = 1\n[a]\nb = 2\n")[0][2]


def test_a_broken_heading_still_is_one() -> None:
    source = taken_apart("[[steps]\na = 1\n[[steps]]\na = 2\n")
    assert source.data == {"steps": [{"a": 1}, {"a": 2}]}


def test_a_value_that_cannot_be_read_is_remembered_as_being_there() -> None:
    source = taken_apart("[[steps]]\nwho = nobody\n")
    assert source.broken == {("steps", 0, "who")}
    assert source.data == {"steps": [{}]}


def test_a_text_that_is_never_closed_hides_the_rest_and_is_told_where_it_begins() -> None:
    source = taken_apart('a = 1\nb = """\nc = nonsense\n')
    assert [(one.place.line, source.whole) for one in source.problems] == [(2, False)]


def test_a_million_brackets_are_told_to_be_too_many() -> None:
    assert "too many brackets" in told("a = " + "[" * 10_000)[0][2]
    assert "too many brackets" in told("a = " + "[" * 10_000 + "]" * 10_000)[0][2]


@given(st.text(st.sampled_from("[]{}=\"'#.,ab1 \n\\"), max_size=60))
def test_nothing_that_one_can_type_makes_it_fall_over(text: str) -> None:
    source = taken_apart(text)
    try:
        assert source.data == tomllib.loads(text)
    except ValueError:
        assert source.problems
    for problem in source.problems:
        assert 1 <= problem.place.line <= text.count("\n") + 1
