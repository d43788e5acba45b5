"""The words of the robot people: complete, within the limits of the forms, and fit to be read aloud."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from random import Random
from typing import get_args

import pytest

from bot.rehearsal import words
from bot.rehearsal.words import FORM_PHASES, QUESTION_PHASES, Case, Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
PARTICIPANTS = 7  # a group of eight without its case bringer

LIMITS = {
    "fr.pitch": {"titel": 80, "situatie": 500, "eigen_rol": 300, "vraag": 200, "herkenning": 150},
    "bm.canvas": {"titel": 80, "situatie": 700, "effect": 500, "vervolg": 500, "binnenkant": 500},
    "bm.vragen1": {"vraag": 200},
    "bm.vragen2": {"vraag": 200},
    "bm.vragen3": {"vraag": 200},
    "bm.alternatief_schrijven": {"alternatief": 400, "verwachte_reactie": 300},
    "bm.effect_schrijven": {"reactie": 300, "bij_mij": 200},
    "bm.reflectie": {"raakt": 400, "zie_nu": 400, "volgende_keer": 250},
    "po.inbreng": {"vraag": 200, "context": 600, "geprobeerd": 300},
    "po.vragen": {"vraag": 200},
    "po.vraag_scherp": {"vraag": 200},
    "po.advies_schrijven": {"advies": 500, "waarom": 300},
    "po.lus": {"vraag": 200, "advies": 500},
    "po.reactie": {"aanspreekt": 500, "niet": 300, "eerste_stap": 200},
    "fr.evaluatie": {"cijfer": 2, "ervaring": 400, "meenemen": 400, "leerpunt": 400, "groep": 300},
}
ANSWER_LIMIT = 400
MESSAGE_LIMIT = 500

# What a facilitator would call advice in disguise, a verdict, or two questions at once.
NOT_OPEN = re.compile(
    r"^(heb|had) je\b.{0,30}\b(geprobeerd|overwogen|gedacht|gepraat|gevraagd)|(zou|kun|moet) je niet|wat als je"
    r"|^waarom\b|is het g?een idee|misschien (moet|kun|kan) je|ik zou|je moet|je kunt (beter|ook)|\btip\b"
    r"|^(have|did) you (ever )?(tr(y|ied)|consider|think|thought)|^why\b|why don|couldn't you|^could you"
    r"|shouldn't you|^should you|what if you|maybe you|i would|you should|you could (also|better)|\?.*\?",
    re.IGNORECASE,
)

EVERY_CASE = [
    pytest.param(lang, case, id=f"{lang}-{case.id}") for lang in LANGUAGES for case in words.cases(lang)
]
every_case = pytest.mark.parametrize(("language", "case"), EVERY_CASE)
every_language = pytest.mark.parametrize("language", LANGUAGES)

GENERAL: tuple[Callable[[Language], tuple[str, ...]], ...] = (
    words.check_ins,
    words.waiting,
    words.additions,
    words.harvest,
)


def filled_forms(case: Case) -> Iterator[tuple[str, dict[str, str]]]:
    """Every form that anybody can fill in with the words of this case."""
    for phase in FORM_PHASES:
        yield phase, case.fields(phase)
    for phase, questions in case.questions.items():
        for question in questions:
            yield phase, question.fields()
            if question.follow_up:
                yield phase, question.follow_up.fields()
    for alternative in case.alternatives:
        yield "bm.alternatief_schrijven", alternative.fields("bm.alternatief_schrijven")
        yield "bm.effect_schrijven", alternative.fields("bm.effect_schrijven")
    for advice in case.advice:
        yield "po.advies_schrijven", advice.fields("po.advies_schrijven")
    for again in case.again:
        yield "po.lus", again.fields("po.lus")


def answers(case: Case) -> list[str]:
    """Everything that the case bringer answers."""
    asked = (*chain(*case.questions.values()), *case.follow_ups())
    return [question.answer for question in asked] + [again.answer for again in case.again]


def sentences(case: Case) -> list[str]:
    """Every text of a case, once."""
    forms = chain.from_iterable(form.values() for _, form in filled_forms(case))
    return [*dict.fromkeys(forms), *answers(case), *case.telling, case.missing]


def test_both_languages_tell_the_same_cases() -> None:
    dutch, english = ({case.id: case for case in words.cases(language)} for language in LANGUAGES)
    assert list(dutch) == list(english)
    for case_id, case in dutch.items():
        twin = english[case_id]
        assert len(sentences(case)) == len(sentences(twin)), case_id
        assert [bool(q.follow_up) for q in chain(*case.questions.values())] == [
            bool(q.follow_up) for q in chain(*twin.questions.values())
        ], case_id


@every_case
def test_every_form_is_complete_and_within_its_limits(language: Language, case: Case) -> None:
    for phase, form in filled_forms(case):
        assert form.keys() == LIMITS[phase].keys(), (language, phase)
        for field_id, text in form.items():
            assert text.strip() == text, (phase, field_id)
            assert 0 < len(text) <= LIMITS[phase][field_id], (phase, field_id, text)


@every_case
def test_what_is_typed_in_the_room_is_short_enough_to_read(language: Language, case: Case) -> None:
    assert all(0 < len(text) <= ANSWER_LIMIT for text in answers(case)), language
    assert len(case.telling) == len(("what it is about", "what happened", "where it left me"))
    assert all(0 < len(text) <= MESSAGE_LIMIT for text in (*case.telling, case.missing))


@every_case
def test_a_case_has_words_for_a_group_of_eight(language: Language, case: Case) -> None:
    assert case.most() >= PARTICIPANTS, language
    assert case.follow_ups()
    assert len(case.follow_ups()) > 1
    assert case.again


@every_case
def test_nobody_says_the_same_as_somebody_else(language: Language, case: Case) -> None:
    doubles = [text for text, times in Counter(sentences(case)).items() if times > 1]
    assert not doubles, language


@every_case
def test_questions_are_open_and_hold_no_advice(language: Language, case: Case) -> None:
    asked = [q.text for q in (*chain(*case.questions.values()), *case.follow_ups())]
    asked += [again.question for again in case.again]
    assert not [text for text in asked if NOT_OPEN.search(text)], language


@every_case
def test_the_sharpened_question_is_not_the_first_one(language: Language, case: Case) -> None:
    opening = {"nl": "Hoe", "en": "How"}[language]
    assert case.fields("po.vraag_scherp")["vraag"].startswith(opening)
    assert case.fields("po.vraag_scherp") != {"vraag": case.fields("po.inbreng")["vraag"]}


@every_case
def test_no_name_address_or_number_stands_in_a_case(language: Language, case: Case) -> None:
    text = " ".join(sentences(case))
    mentioned = set(re.findall(r"\w+", text)) & {person.name for person in words.people()}
    assert not mentioned, language
    assert not re.search(r"@|https?:|www\.|\d{5}", text)
    assert '"' not in text


def test_forty_people_have_forty_names() -> None:
    names = [person.name for person in words.people()]
    assert len(names) == len(set(names)) == len(range(40))
    assert all(person.role("nl") and person.role("en") for person in words.people())


def test_a_crowd_begins_with_the_forty_and_nobody_shares_a_name() -> None:
    names = [person.name for person in words.crowd()]
    assert names[:40] == [person.name for person in words.people()]
    assert len(set(names)) == len(names) > 600
    assert all(name.isalpha() for name in names), "a name is one word, so that robots find their own"


@every_language
def test_everybody_gets_something_else_to_say_about_a_case(language: Language) -> None:
    for case in words.cases(language):
        shares = case.shares(PARTICIPANTS, Random(3))
        for phase in (
            *QUESTION_PHASES,
            "bm.alternatief_schrijven",
            "bm.effect_schrijven",
            "po.advies_schrijven",
        ):
            assert len({tuple(share.fields(phase).values()) for share in shares}) == PARTICIPANTS
        assert len([share for share in shares if share.fields("po.lus")]) == len(case.again)


@every_language
def test_the_same_seed_gives_the_same_words(language: Language) -> None:
    case = words.cases(language)[0]
    assert case.shares(5, Random(1)) == case.shares(5, Random(1))
    assert case.shares(5, Random(1)) != case.shares(5, Random(2))
    assert words.evaluations(language, 6, Random(1)) == words.evaluations(language, 6, Random(1))


@every_language
def test_a_small_group_hears_the_ideas_the_case_bringer_answers_to(language: Language) -> None:
    for case in words.cases(language):
        shares = case.shares(4, Random(5))
        assert {share.alternative for share in shares} == set(case.alternatives[:4])
        assert {share.advice for share in shares} == set(case.advice[:4])
        assert {share.again for share in shares} == {*case.again, None}


def test_more_people_than_words_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="not for 99"):
        words.cases("nl")[0].shares(99, Random(1))


def test_a_phase_without_a_form_is_a_mistake_of_the_caller() -> None:
    case = words.cases("en")[0]
    with pytest.raises(ValueError, match=r"bm\.oogst"):
        case.fields("bm.oogst")
    with pytest.raises(ValueError, match=r"bm\.oogst"):
        case.shares(1, Random(1))[0].fields("bm.oogst")


@every_language
@pytest.mark.parametrize("lines", GENERAL)
def test_small_talk_is_there_and_never_twice(
    lines: Callable[[Language], tuple[str, ...]], language: Language
) -> None:
    said = lines(language)
    assert len(said) == len(set(said)) == len(lines("nl"))
    assert all(text.strip() == text and text for text in said)


@every_language
def test_enough_is_harvested_for_a_full_evening(language: Language) -> None:
    enough = 20
    assert len(words.harvest(language)) >= enough
    assert len({form["meenemen"] for form in words.evaluations(language, enough, Random(1))}) == enough


@every_language
def test_an_evaluation_has_a_mark_and_something_to_take_along(language: Language) -> None:
    for form in words.evaluations(language, 48, Random(4)):
        assert {"cijfer", "meenemen"} <= form.keys() <= LIMITS["fr.evaluatie"].keys()
        assert form["cijfer"] in {"6", "7", "8", "9", "10"}
        assert all(0 < len(text) <= LIMITS["fr.evaluatie"][field_id] for field_id, text in form.items())


@every_language
def test_people_introduce_themselves_with_name_and_work(language: Language) -> None:
    group = words.people()[:6]
    said = words.introductions(group, language, Random(2))
    for text, person in zip(said, group, strict=True):
        assert person.name in text
        assert person.role(language) in text


def test_a_line_returns_only_after_all_others() -> None:
    said = words.spread(("a", "b", "c"), 5, Random(7))
    assert sorted(said[:3]) == ["a", "b", "c"]
    assert len(set(said[3:])) == 2
    assert words.spread(("a",), 0, Random(7)) == ()
