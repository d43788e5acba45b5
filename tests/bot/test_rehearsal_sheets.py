"""The robots have words for every form of every method, in both languages, within the limits of the forms."""

from collections.abc import Iterator
from itertools import chain, product
from typing import get_args

import pytest

from bot.rehearsal.borrowed import ASKED
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.person import shortened
from bot.rehearsal.sheets import cases_of, sheets
from bot.rehearsal.words import Language, people
from methods.engine.model import Kind, Method, Phase, Rule, Talk, Who
from methods.engine.state import Flow, flow_of
from methods.library import all_methods

LANGUAGES: tuple[Language, ...] = get_args(Language)
GROUP = tuple(persona.name for persona in people()[:8])
BRINGER = GROUP[0]
every_method = pytest.mark.parametrize(
    ("recipe", "language"), list(product(all_methods(), LANGUAGES)), ids=lambda one: getattr(one, "id", one)
)


def lines_of(recipe: Method, language: Language, seed: int = 7) -> Lines:
    return Lines(language, seed, written=True, topics={}, method=recipe.id, case=recipe.case)


def forms_of(recipe: Method) -> Iterator[Phase]:
    """Phases with a form that the robots fill in by heart; evaluations have words of their own."""
    for phase in recipe.phases:
        if phase.form and phase.kind is not Kind.EVALUATION and not phase.only_if:
            yield phase


def authors(phase: Phase) -> tuple[str, ...]:
    by_case_bringer = phase.who is Who.CASE_BRINGER or (phase.form and phase.form.by == "case_bringer")
    if by_case_bringer:
        return (BRINGER,)
    return GROUP if phase.who is Who.EVERYBODY else GROUP[1:]


@every_method
def test_every_form_gets_its_required_answers_within_their_limits(recipe: Method, language: Language) -> None:
    lines = lines_of(recipe, language)
    for phase in forms_of(recipe):
        assert phase.form
        for name in authors(phase):
            given = lines.filled(phase.id, name, GROUP, BRINGER)
            assert phase.form.required <= given.keys() <= {f.id for f in phase.form.fields}, (phase.id, name)
            for field in phase.form.fields:
                text = shortened(given.get(field.id, ""), field.max_length)
                assert text or not field.required, (phase.id, field.id)
                assert field.max_length is None or len(text) <= field.max_length


@every_method
def test_no_two_people_write_the_same(recipe: Method, language: Language) -> None:
    lines = lines_of(recipe, language)
    for phase in forms_of(recipe):
        people_ = authors(phase)
        if len(people_) > 1 and phase.form and phase.form.by == "acting":
            given = [tuple(lines.filled(phase.id, name, GROUP, BRINGER).items()) for name in people_]
            assert len(set(given)) == len(people_), phase.id


@every_method
def test_typed_talk_has_something_in_it(recipe: Method, language: Language) -> None:
    lines = lines_of(recipe, language)
    if recipe.spoken_only:
        return
    for phase in recipe.phases:
        if flow_of(phase, Talk.WRITTEN) is Flow.OPEN and not phase.form:
            said = [lines.talk(phase.id, name, GROUP) for name in GROUP]
            assert len({text for text in said if text}) > len(GROUP) // 2, phase.id


@every_method
def test_whoever_notes_for_the_group_or_alone_has_a_note(recipe: Method, language: Language) -> None:
    lines = lines_of(recipe, language)
    for phase in recipe.phases:
        if phase.kind is Kind.OPEN and not phase.form:
            assert lines.note(phase.id, GROUP[1], GROUP, own=False), phase.id
        if phase.has(Rule.I_LISTENS):
            assert lines.note(phase.id, BRINGER, GROUP, own=True), phase.id


@every_method
def test_every_typed_question_has_an_answer(recipe: Method, language: Language) -> None:
    lines = lines_of(recipe, language)
    case = lines.case_of(BRINGER, GROUP)
    for phase in recipe.phases:
        if phase.kind is Kind.QA and not phase.only_if:
            for name in GROUP[1:]:
                asked = lines.filled(phase.id, name, GROUP, BRINGER)["vraag"]
                assert lines.answer(case, phase.id, asked), (phase.id, asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_noted_in_silence_is_the_one_that_is_asked(language: Language) -> None:
    for recipe in all_methods():
        lines = lines_of(recipe, language)
        for phase in recipe.phases:
            if phase.kind is Kind.QA and phase.after:
                noted = lines.filled(phase.after, GROUP[1], GROUP, BRINGER)
                assert noted["vraag1"] == lines.filled(phase.id, GROUP[1], GROUP, BRINGER)["vraag"]


def test_both_languages_have_the_same_words() -> None:
    dutch, english = (sheets(language) for language in LANGUAGES)
    assert [(phase, [*map(set, rows)]) for phase, rows in dutch.forms.items()] == [
        (phase, [*map(set, rows)]) for phase, rows in english.forms.items()
    ]
    for ours, theirs in ((dutch.talk, english.talk), (dutch.notes, english.notes)):
        assert {phase: len(rows) for phase, rows in ours.items()} == {p: len(r) for p, r in theirs.items()}
    for recipe in all_methods():
        nl, en = (cases_of(language, recipe.id) for language in LANGUAGES)
        assert [case.id for case in nl] == [case.id for case in en]


def test_every_phase_that_has_words_is_a_phase_of_some_method() -> None:
    known = {phase.id for recipe in all_methods() for phase in recipe.phases}
    read = sheets("nl")
    assert {*read.forms, *read.talk, *read.notes, *ASKED} <= known


@pytest.mark.parametrize("method_id", ["toetsing", "waarderend"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_method_about_something_else_has_a_case_for_each_of_eight(
    method_id: str, language: Language
) -> None:
    cases = cases_of(language, method_id)
    assert len({case.title for case in cases}) == len(GROUP)
    assert all(case.telling and case.most() >= len(GROUP) - 1 for case in cases)
    assert len(set(chain.from_iterable(case.telling for case in cases))) == sum(len(c.telling) for c in cases)


def test_a_long_text_loses_whole_sentences() -> None:
    assert shortened("Eén. Twee. Drie.", 12) == "Eén. Twee."
    assert shortened("Eén.", 12) == "Eén."
    assert shortened("Eindeloos lang woord", 9) == "Eindeloos"
    assert shortened("Zonder einde", None) == "Zonder einde"
