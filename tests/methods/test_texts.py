"""What people read: both languages, the same holes, and short enough for Discord."""

from collections.abc import Iterator
from string import Formatter

from methods import frame, grouping
from methods.engine.model import (
    CaseBallot,
    Field,
    Form,
    Kind,
    LinkBallot,
    Minutes,
    OptionBallot,
    Phase,
    Rule,
    Who,
)
from methods.engine.rules import ALWAYS_ON, SHOWN
from methods.engine.text import Text
from methods.library import all_methods, method

KNOWN_HOLES = frozenset({"inbrenger", "moderator", "notulist", "thema", "minuten", "eindtijd"})
LABEL, DESCRIPTION, MODAL_TITLE, CHOICE, FIELDS, COMMAND = 45, 100, 45, 100, 5, 32


def every_phase() -> Iterator[Phase]:
    yield from frame.BLOCKS
    for one in all_methods():
        yield from one.phases


def every_form() -> Iterator[tuple[str, Form]]:
    yield from ((phase.id, phase.form) for phase in every_phase() if phase.form)


def every_field() -> Iterator[tuple[str, Field]]:
    yield from ((f"{where}.{field.id}", field) for where, form in every_form() for field in form.fields)


def every_text() -> Iterator[tuple[str, Text]]:
    for phase in every_phase():
        yield f"{phase.id}.name", phase.name
        yield f"{phase.id}.prompt", phase.prompt
        if isinstance(phase.ballot, OptionBallot):
            yield from ((f"{phase.id}.{option.id}", option.label) for option in phase.ballot.options)
    for where, field in every_field():
        yield where, field.label
        yield from ((where, text) for text in (field.description, field.placeholder) if text)
    for one in all_methods():
        yield from ((one.id, text) for text in (one.name, one.goal, one.fits))
    yield from SHOWN.items()
    yield from ((name, value) for name, value in vars(grouping).items() if isinstance(value, Text))


def holes(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def both(text: Text) -> tuple[str, str]:
    return text.nl, text.en


def test_every_text_stands_in_both_languages_with_the_same_known_holes() -> None:
    for where, text in every_text():
        assert all(said.strip() == said and said for said in both(text)), where
        assert holes(text.nl) == holes(text.en), where
        assert set(holes(text.nl)) <= KNOWN_HOLES, where


def test_labels_descriptions_titles_and_choices_are_short_enough() -> None:
    for where, field in every_field():
        assert all(len(said) <= LABEL for said in both(field.label)), where
        for text in (field.description, field.placeholder):
            assert text is None or all(len(said) <= DESCRIPTION for said in both(text)), where
    for phase in every_phase():
        assert all(len(said) <= MODAL_TITLE for said in both(phase.name)), phase.id
        if isinstance(phase.ballot, OptionBallot):
            assert all(len(said) <= CHOICE for option in phase.ballot.options for said in both(option.label))
    for one in all_methods():
        assert all(len(said) <= DESCRIPTION for said in both(one.goal)), one.id
        assert one.command is None or one.command == one.command.lower()
        assert len(one.command or "") <= COMMAND


def test_no_text_says_begeleider_alone_or_your_acting() -> None:
    for where, text in every_text():
        assert "begeleider " not in f"{text.nl} ".lower(), where
        assert "sessie" not in text.nl.lower(), where
        assert "your acting" not in text.en.lower(), where


def test_a_form_fits_one_window_or_asks_two_questions_first() -> None:
    for where, form in every_form():
        first = [field for field in form.fields if field.required]
        rest = [field for field in form.fields if not field.required]
        if form.whole:
            assert len(form.fields) <= FIELDS, where
        else:
            assert max(len(first), len(rest)) <= FIELDS, where
        assert first or len(form.fields) <= FIELDS, where
        ids = [field.id for field in form.fields]
        assert len(set(ids)) == len(ids), where
        assert all(field.max_length for field in form.fields if field.kind == "text"), where
        assert all(field.max_length is None for field in form.fields if field.kind != "text"), where


def test_the_canvas_asks_its_four_questions_in_the_order_of_the_source() -> None:
    canvas = next(phase for phase in method("bumpy").phases if phase.id == "bm.canvas").form
    assert canvas is not None
    assert [field.id for field in canvas.fields] == ["titel", "situatie", "effect", "vervolg", "binnenkant"]
    assert canvas.whole
    assert canvas.required == {field.id for field in canvas.fields}
    assert [field.id for field in canvas.fields if field.kept_back] == ["binnenkant"]


def test_what_a_phase_shows_or_asks_about_was_asked_before_it() -> None:
    for one in all_methods():
        opening = frame.FRAMES[one.frame].opening
        seen: dict[str, Phase] = {block.id: block for block in opening if block.id not in one.skips}
        for phase in one.phases:
            if phase.after is not None:
                form = seen[phase.after].form
                assert form is not None, phase.id
                assert set(phase.shows) <= {field.id for field in form.fields}, phase.id
            if phase.only_if is not None:
                ballot = seen[phase.only_if.phase].ballot
                assert isinstance(ballot, OptionBallot), phase.id
                assert phase.only_if.option in {option.id for option in ballot.options}, phase.id
            if isinstance(phase.ballot, CaseBallot):
                cases = (seen | {phase.id: phase})[phase.ballot.cases].form
                assert cases is not None, phase.id
                assert phase.ballot.title in cases.required, phase.id
            seen[phase.id] = phase
        assert one.case in seen, one.id


def test_a_case_that_is_hidden_is_first_shown_without_its_name() -> None:
    titles = next(phase for phase in method("bumpy").phases if phase.id == "bm.titels")
    assert (titles.after, titles.shows, titles.named) == ("bm.canvas", ("titel",), False)


def test_every_kind_that_needs_words_or_a_choice_has_its_form_or_ballot() -> None:
    for phase in every_phase():
        needs_form = phase.kind in {Kind.WRITE, Kind.QA, Kind.EVALUATION}
        assert phase.form is not None or not needs_form, phase.id
        chooses = phase.ballot is not None and not isinstance(phase.ballot, LinkBallot)
        assert chooses == (phase.kind is Kind.VOTE), phase.id
        assert not isinstance(phase.ballot, LinkBallot) or phase.kind is Kind.OPEN, phase.id


def test_everybody_together_are_the_blocks_of_the_lobby_only() -> None:
    together = {phase.id for phase in every_phase() if phase.plenary}
    assert together == {"fr.welkom", "fr.thema", "fr.naar_ruimte", "fr.groepen", "fr.slot"}


def test_rounding_off_is_a_short_reflection_in_which_everybody_may_pass() -> None:
    block = frame.ROUND_OFF
    assert (block.kind, block.who, block.minutes) == (Kind.REFLECTION, Who.EVERYBODY, Minutes(3))
    assert "Overslaan mag" in block.prompt.nl


def test_every_rule_has_a_line_and_names_nobody_but_the_case_bringer() -> None:
    assert set(SHOWN) == set(Rule)
    assert set(SHOWN) >= ALWAYS_ON
    assert all(set(holes(text.nl)) <= {"inbrenger"} for text in SHOWN.values())
