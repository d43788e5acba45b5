"""A method file becomes the same value as a method in Python, or a list of plain sentences, each with its place."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.engine.model import Kind, Minutes, Rule
from methods.engine.text import Text
from methods.toml.mistakes import Mistake
from methods.toml.places import Place
from methods.toml.reading import MOST_BYTES, MOST_MISTAKES, read
from tests.toml.example import SMALL


def mistakes(text: str) -> list[tuple[int, str, str]]:
    """Line, path and English words of every mistake."""
    return [(one.place.line if one.place else 0, one.path, one.text.to("en")) for one in read(text).mistakes]


def only(text: str) -> tuple[int, str, str]:
    found = mistakes(text)
    assert len(found) == 1, found
    return found[0]


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


# --- What is right ----------------------------------------------------------------------------------------


def test_a_file_becomes_a_method_like_any_other() -> None:
    reading = read(SMALL)
    assert reading.mistakes == ()
    assert reading.method is not None
    telling, writing, *_ = reading.method.phases
    assert (telling.kind, telling.minutes) == (Kind.BRIEFING, Minutes(5))
    assert writing.rules == (Rule.SILENT, Rule.HIDDEN)
    assert writing.prompt == Text(nl="Wat zou jij doen?", en="What would you do?")


def test_minutes_may_be_a_number() -> None:
    assert read(changed("minutes = 5", "minutes = { base = 5 }")).method == read(SMALL).method


def test_a_file_from_windows_with_a_mark_at_its_beginning_is_read() -> None:
    assert read(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()).method == read(SMALL).method


# --- What does not belong there ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "path", "words"),
    [
        ('kind = "briefing"', 'kind = "breifing"', "phases[0].kind", "Do you mean ‘briefing’?"),
        ('"briefing"\nwho = "case_bringer"', '"briefing"\nwho = "him"', "phases[0].who", "Choose from: case_bringer"),
        ('    "silent",', '    "silence",', "phases[1].rules[0]", "Do you mean ‘silent’?"),
        ("max_length = 300", 'max_length = "300"', "phases[1].form.fields[0].max_length", "a whole number; it says ‘300’"),
        ("max_length = 300", "max_length = 300.5", "phases[1].form.fields[0].max_length", "a whole number; it says 300.5"),
        ("required = true", 'required = "yes"', "phases[1].form.fields[0].required", "true or false, without quotes"),
        ("required = true", "requird = true", "phases[1].form.fields[0].requird", "Do you mean ‘required’?"),
        ("required = true", "colour = 3", "phases[1].form.fields[0].colour", "Possible here: id, label, kind"),
        ("minutes = 5", 'minutes = "5"', "phases[0].minutes", "a number of minutes, such as 5"),
        ("per_person = 0.5", 'per_person = "half"', "phases[1].minutes.per_person", "a number; it says ‘half’"),
        ("per_person = 0.5", "per_person = inf", "phases[1].minutes.per_person", "a number"),
        ("per_person = 0.5", "per_person = nan", "phases[1].minutes.per_person", "a number"),
        ('prompt.en = "{inbrenger}, tell us: what is going on?"\n', "", "phases[0].prompt.en", "The English text is missing"),
        ('name = { nl = "Delen", en = "Sharing" }', 'name = "Delen"', "phases[2].name", "a text in two languages"),
        ('id = "advies"', "id = 1979-05-27", "phases[1].form.fields[0].id", "text between quotes; it says a date"),
        ('after = "kg.schrijven"', 'after = ["kg.schrijven"]', "phases[2].after", "text between quotes; it says a list"),
        ("minutes = 1\n", "", "phases[3].minutes", "‘minutes’ is missing"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nrounds = true', "rounds", "a whole number; it says true"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nsources = "a book"', "sources", "a list between [ and ]"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_once_with_its_line_its_path_and_what_was_expected(
    old: str, new: str, path: str, words: str
) -> None:
    line, where, said = only(changed(old, new))
    assert where == path
    assert words in said
    assert line == (line_of_change(old, new) or line_of_table(path))


def line_of_change(old: str, new: str) -> int:
    """Where the new words end; 0 when something was only left out."""
    return (SMALL[: SMALL.index(old)] + new).count("\n") + 1 if new else 0


def line_of_table(path: str) -> int:
    """Where the step begins that this path names; of a text in two languages the first of them."""
    number = int(path[len("phases[")])
    start = [n for n, line in enumerate(SMALL.split("\n"), start=1) if line == "[[phases]]"][number]
    return start + 6 if path.endswith(".en") else start


def test_a_step_that_is_missing_much_is_told_each_thing_that_it_misses() -> None:
    found = mistakes(f'{SMALL}\n[[phases]]\nid = "kg.leeg"\n')
    assert {path for _, path, _ in found} == {
        f"phases[4].{name}" for name in ("name", "kind", "who", "minutes", "prompt")
    }
    assert {line for line, _, _ in found} == {SMALL.count("\n") + 2}


def test_a_list_of_steps_in_single_brackets_is_told_how_to_make_one() -> None:
    found = mistakes(SMALL.replace("[[phases]]", "[phases]"))
    assert any("[[phases]]" in words for _, _, words in found)


def test_what_cannot_be_read_is_not_told_to_be_missing_as_well() -> None:
    assert only(changed('kind = "briefing"', "kind = briefing"))[1] == "phases[0].kind"


def test_two_sorts_of_ballot_are_not_mixed_up() -> None:
    found = only(changed('label = { nl = "Nee", en = "No" }\n', ""))
    assert found[1] == "phases[3].ballot.options[1].label"
    wrong = SMALL.replace("[[phases.ballot.options]]", "[[phases.ballot.answers]]")
    assert any("options" in words for _, _, words in mistakes(wrong))


def test_all_mistakes_come_in_the_order_of_the_file() -> None:
    text = (
        SMALL.replace("minutes = 1\n", "minutes = 'x'\n")
        .replace('id = "gesprek"', "id = gesprek")
        .replace("300", "x")
    )
    lines = [line for line, _, _ in mistakes(text)]
    assert len(lines) == 3
    assert lines == sorted(lines)


# --- Files that are none ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty"),
        (b"\n# nothing but a comment\n", "This file is empty"),
        (b"\x7fELF\x02\x01\x00\x00\xff\xfe", "no text file"),
        (b"a = 1\n\x00", "no text file"),
        ("id = 'x'".encode("utf-16"), "Save the file as UTF-8"),
        (b"a = 1\nname = '\xe9\xe9n'\n", "Save the file as UTF-8"),
        (b"a" * (MOST_BYTES + 1), "larger than 64 kB"),
    ],
)
def test_what_is_no_text_is_one_sentence(content: bytes, words: str) -> None:
    reading = read(content)
    assert reading.method is None
    assert [words in one.text.to("en") for one in reading.mistakes] == [True]


def test_an_unreadable_letter_is_told_with_its_line() -> None:
    assert read(b"a = 1\nname = '\xe9\xe9n'\n").mistakes[0].place == Place(2)


def test_a_mistake_is_told_with_its_place_in_both_languages() -> None:
    told = Mistake(Text(nl="Fout.", en="Wrong."), "phases[3].who", Place(41, 7)).told
    assert told.nl == "regel 41, kolom 7 · phases[3].who: Fout."
    assert told.en == "line 41, column 7 · phases[3].who: Wrong."


def test_a_text_of_nothing_but_mistakes_comes_to_an_end() -> None:
    assert len(read("nonsense\n" * 7_000).mistakes) <= MOST_MISTAKES
    assert len(read("".join(f"x{n} = 1\n" for n in range(6_000))).mistakes) <= MOST_MISTAKES


# --- Whatever one does to a file --------------------------------------------------------------------------

LINES = SMALL.split("\n")
PIECES = (
    "",
    "=",
    '"',
    "[",
    "]",
    "[[phases]]",
    "[phases]",
    '"""',
    "{",
    "minutes = -1",
    "'",
    "😀",
    "kind = 3",
    ",",
    "nl",
    "0",
)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """The example with some lines lost, doubled, swapped, cut, or with something else in them."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("lose", "double", "swap", "cut", "insert", "replace"))):
            case "lose" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "insert":
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(st.sampled_from(PIECES)) + lines[at][column:]
            case _:
                lines[at] = draw(st.sampled_from(PIECES))
    return "\n".join(lines)


@given(spoiled())
def test_a_spoiled_file_is_a_method_still_or_names_a_place(text: str) -> None:
    reading = read(text)
    assert (reading.method is None) == bool(reading.mistakes)
    for one in reading.mistakes:
        assert one.place is None or 1 <= one.place.line <= text.count("\n") + 1
        assert one.place is not None or "empty" in one.text.to("en")
        assert one.text.to("nl")
        assert is_plain([one.text.to("nl"), one.text.to("en")]), one.text


def is_plain(sentences: Sequence[str]) -> bool:
    """Whether a sentence speaks to somebody who writes a method, not to a programmer."""
    return not any(
        word in said for said in sentences for word in ("Input should", "NoneType", "dict", "tuple", "Error")
    )


@given(st.binary(max_size=40))
def test_any_bytes_get_an_answer(content: bytes) -> None:
    assert read(content).mistakes
