"""Lines as words: names, times and people's texts in their holes, with nothing in them that works."""

from bot.render import Facts, mentioned, pinged, said
from bot.texts import given_back
from bot.texts import parts as messages
from methods.engine.text import At, Fact, Line, Moment, People, Person, PersonId, Said, Text, Value, line

ANNA, BRAM, CLEO = PersonId(1), PersonId(2), PersonId(3)
FACTS = Facts(
    language="nl",
    names={ANNA: "Anna", BRAM: "**Bram**", CLEO: "@everyone"},
    words={("1:bm.canvas", ANNA): {"titel": "[klik](https://x.example) @here"}},
    theme="_Grenzen_",
)
HOLE = Text(nl="<{x}>", en="<{x}>")


def filled(value: Value, facts: Facts = FACTS) -> str:
    """The value as it stands in a line."""
    return said(line(HOLE, x=value), facts)[1:-1]


def test_a_person_is_a_name_and_only_called_when_meant() -> None:
    assert filled(Person(ANNA)) == "Anna"
    assert filled(Person(ANNA, ping=True)) == "<@1>"


def test_a_name_is_only_a_name() -> None:
    assert filled(Person(BRAM)) == r"\*\*Bram\*\*"
    assert filled(Person(CLEO)) == "@\N{ZERO WIDTH SPACE}everyone"


def test_whoever_has_no_name_here_is_somebody() -> None:
    assert filled(Person(PersonId(9))) == "iemand"


def test_several_people_are_listed_as_one_speaks() -> None:
    assert filled(People((ANNA, PersonId(9), ANNA))) == "Anna, iemand en Anna"
    assert filled(People((ANNA,))) == "Anna"
    assert filled(People(())) == "iemand"


def test_a_moment_is_a_timestamp_that_discord_shows_in_everybody_s_own_time() -> None:
    moments = [At(Moment(5)), At(Moment(5), left=True), At(Moment(5), day=True)]
    assert [filled(one) for one in moments] == ["<t:5:t>", "<t:5:R>", "<t:5:F>"]


def test_words_are_shown_as_text_and_missing_ones_as_dots() -> None:
    assert filled(Said("1:bm.canvas", ANNA, "titel")) == (
        "\\[klik](https://x.example) @\N{ZERO WIDTH SPACE}here"
    )
    assert filled(Said("1:bm.canvas", BRAM, "titel")) == "…"


def test_theme_and_moderator_are_facts_of_the_meeting() -> None:
    assert filled(Fact("thema")) == r"\_Grenzen\_"
    assert filled(Fact("moderator")) == "iemand"


def test_braces_in_a_text_are_no_holes() -> None:
    facts = Facts(language="nl", theme="{x} {0} {}")
    assert filled(Fact("thema"), facts) == "{x} {0} {}"


def test_only_who_is_meant_is_called_each_once() -> None:
    lines = (
        line(HOLE, x=Person(ANNA, ping=True)),
        line(HOLE, x=Person(BRAM)),
        line(HOLE, x=Person(ANNA, ping=True)),
    )
    assert pinged(lines) == (ANNA,)


def test_what_must_be_fetched_is_known_before_anything_is_rendered() -> None:
    values: tuple[tuple[str, Value], ...] = (("a", People((ANNA, BRAM))), ("b", Said("s", CLEO, "f")))
    assert mentioned((Line(HOLE, values),)) == (frozenset({ANNA, BRAM}), frozenset({("s", CLEO)}))


def test_facts_show_nobody_s_words_when_they_are_printed() -> None:
    assert "klik" not in repr(FACTS)
    assert "Anna" not in repr(FACTS)


# --- Long texts --------------------------------------------------------------------------------------------


def test_one_message_bears_no_number() -> None:
    assert messages("Kort.") == ["Kort."]


def test_several_messages_are_numbered_and_lose_nothing() -> None:
    text = "\n".join(f"Regel {n} van een lang verhaal." for n in range(400))
    told = messages(text)
    assert all(len(one) <= 4000 for one in told)
    assert [one.split(" ", 1)[0] for one in told] == [f"({n}/{len(told)})" for n in range(1, len(told) + 1)]
    assert "".join(one.split(" ", 1)[1] for one in told) == text


def test_a_text_without_anything_in_it_is_still_a_message() -> None:
    assert messages(" \n ") == ["…"]


def test_what_is_given_back_is_all_that_was_written() -> None:
    told = given_back("Dat kan niet.", "Jouw tekst:", ["a" * 4000, "", "*" * 4000])
    assert told[0].startswith("(1/")
    assert "".join(told).count("a") >= 4000
    assert "".join(told).count("*") >= 4000
    assert all(len(one) <= 4000 for one in told)


def test_without_a_text_there_is_only_the_reason() -> None:
    assert given_back("Dat kan niet.", "Jouw tekst:", []) == ["Dat kan niet."]
