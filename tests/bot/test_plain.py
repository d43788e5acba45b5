"""What people wrote is shown as they wrote it, whole, and does nothing."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.plain import GUARD, MOST_NEWLINES, cleaned, fit, length, shown, split

# Everything that Discord could take for something else, to be thrown together at random.
TRAPS = (
    "* ** _ __ ~~ || ` ``` > >>> # - + 1. \\ < [ ]( ) @everyone @here <@1> <@!1> <@&1> <#1> </a:1> <:e:1> "
    "<t:1:R> [a](https://x.nl) https://x.nl/a_b http://x.nl* a 7 é 🙂 👩\u200d💻 \u202e \u200b \u2800 \u3164"
)
SPACES = st.sampled_from(["", "", " ", "  ", "\n", "\n\n", "\n\n\n\n\n", "\t", "\r\n", "\u2028"])
texts = st.one_of(
    st.text(),
    st.lists(st.tuples(st.sampled_from(TRAPS.split()), SPACES).map("".join), max_size=40).map("".join),
)


def unguarded(text: str) -> str:
    """What Discord shows of it: the signs without their backslashes, nothing for what takes no room."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text.replace(GUARD, ""))


@given(texts)
def test_no_word_is_lost(text: str) -> None:
    assert unguarded(shown(text)) == cleaned(text)


@given(texts)
def test_nobody_is_called(text: str) -> None:
    result = shown(text)
    assert not re.search(r"@(everyone|here)", result)
    assert not re.search(r"<@[!&]?\d", result)


@given(texts)
def test_no_sign_outside_an_address_is_left_to_mean_something(text: str) -> None:
    bare = re.sub(r"\\.", "x", re.sub(r"(?<!\w)https?://[^\s<>|*`~\\\[\]()]+", "", shown(text)))
    assert not re.search(r"[\\*_~`|<\[]", bare)
    assert not re.search(r"^\s*([>#+-]|\d+\.\s)", bare, re.MULTILINE)


@given(texts)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not re.search(
        "[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\u2800\u3164\x00-\x08]", cleaned(text)
    )


@given(texts)
def test_cleaning_once_is_enough(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(texts)
def test_there_are_at_most_two_empty_lines_in_a_row(text: str) -> None:
    assert not re.search(rf"\n([^\S\n]*\n){{{MOST_NEWLINES}}}", cleaned(text))


@pytest.mark.parametrize(
    "text", ["Ik vroeg: «Hoe gaat het?» – en toen…", "12.30 uur, 5 + 3 = 8 (ok)", "a\n\nb  c\td"]
)
def test_an_ordinary_text_stays_readable(text: str) -> None:
    assert shown(text).replace("\\", "") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*nee*", r"\*nee\*"),
        ("# Kop\n> citaat\n- punt\n1. een", "\\# Kop\n\\> citaat\n\\- punt\n1\\. een"),
        ("<@12> en <#3>", f"\\<@{GUARD}12> en \\<#3>"),
        ("@everyone!", f"@{GUARD}everyone!"),
        ("[klik](https://x.nl/a_b)", r"\[klik](https://x.nl/a_b)"),
        ("C:\\map", r"C:\\map"),
        ("zie https://x.nl/a_b_c?d=e nu", "zie https://x.nl/a_b_c?d=e nu"),
        ("van rechts\u202e naar links", "van rechts naar links"),
        ("half \ud83d teken", "half \N{REPLACEMENT CHARACTER} teken"),
        ("👩‍💻 ❤️ 👍🏽", "👩‍💻 ❤️ 👍🏽"),
        ("a\n\n\n\n\n\n\nb", "a\n\n\nb"),
        ("a\n \u2800\n\u200b\n\t\nb", "a\n\n\nb"),
    ],
)
def test_it_is_shown_like_this(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(texts, st.integers(min_value=2, max_value=60))
@example("\\\\\\*" * 9, 2)
@example("e\u0301\u0301\u0301\u0301", 2)
def test_the_parts_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert "".join(parts) == text
    assert all(0 < length(part) <= limit for part in parts)


@given(texts, st.integers(min_value=2, max_value=60))
def test_no_backslash_is_parted_from_its_sign(text: str, limit: int) -> None:
    for part in split(shown(text), limit):
        assert (len(part) - len(part.rstrip("\\"))) % 2 == 0


@given(texts, st.integers(min_value=2, max_value=60))
def test_no_part_that_follows_a_space_begins_a_quote_heading_or_list(text: str, limit: int) -> None:
    parts = split(shown(text), limit)
    for before, part in pairwise(parts):
        if before[-1].isspace():
            assert not re.match(r"\s*([>#+-]|\d+\.\s)", part)


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("Een.\n\nTwee is langer.", 15, ["Een.\n\nTwee is ", "langer."]),
        ("Een zin.\n\nTwee is langer.", 15, ["Een zin.\n\n", "Twee is langer."]),
        ("Een regel.\nNog een regel.", 16, ["Een regel.\n", "Nog een regel."]),
        ("Een zin. En de tweede.", 16, ["Een zin. ", "En de tweede."]),
        ("zomaar wat woorden", 16, ["zomaar wat ", "woorden"]),
        ("a" * 20, 16, ["a" * 16, "a" * 4]),
        ("a" * 15 + "👍🏽b", 16, ["a" * 15, "👍🏽b"]),
        ("past precies", 12, ["past precies"]),
        ("", 16, []),
    ],
)
def test_it_is_divided_where_it_reads_best(text: str, limit: int, parts: list[str]) -> None:
    assert split(text, limit) == parts


def test_a_part_must_have_room_for_a_guarded_sign() -> None:
    with pytest.raises(ValueError, match="no part"):
        split("text", 1)


def test_an_emoji_counts_as_discord_counts_it() -> None:
    assert length("🙂") == 1


@pytest.mark.parametrize(
    ("text", "expected"), [("kort", "kort"), ("te lange titel", "te lange…"), ("1234567890", "1234567890")]
)
def test_what_is_cut_says_so(text: str, expected: str) -> None:
    assert fit(text, 10) == expected
