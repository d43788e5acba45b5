"""The quadrant model: the lowest score proposes the question, and a case begins with what was written."""

import json
from pathlib import Path

import pytest

from methods import quadrants as q
from methods.frame import CASE_CARD
from methods.library import all_methods

SPECIFICATION = Path(__file__).resolve().parents[3] / "shared" / "domain" / "forms.json"
WORDS = {q.TOPIC: "Toetsen", "probleem": "Te veel", "oorzaak": "Rooster", "doel": "Rust", "middel": "Minder"}


def scored(*scores: str) -> dict[str, str]:
    """All four parts, scored in the order in which they are filled in."""
    return WORDS | {q.score_field(one): score for one, score in zip(q.QUADRANTS, scores, strict=True)}


@pytest.mark.parametrize(
    ("scores", "weakest"),
    [("2345", q.PROBLEM), ("5255", q.CAUSE), ("4434", q.GOAL), ("5553", q.MEANS), ("2222", q.PROBLEM)],
)
def test_the_lowest_score_proposes_the_question_the_first_of_equals(scores: str, weakest: q.Quadrant) -> None:
    found = q.proposal(scored(*scores))
    assert found == q.Proposal(weakest.question, weakest.methods)


def test_where_all_is_sharp_the_way_of_working_may_be_looked_at() -> None:
    assert q.proposal(scored(*"4454")) == q.PROCEDURE


def test_nothing_is_proposed_before_every_part_has_its_score() -> None:
    words = scored(*"1111")
    del words[q.score_field(q.GOAL)]
    assert q.proposal(words) is None


def test_a_part_that_was_left_empty_is_the_weakest_and_needs_no_score() -> None:
    words = scored(*"5555") | {"middel": ""}
    del words[q.score_field(q.MEANS)]
    found = q.proposal(words)
    assert found is not None
    assert found.question == q.MEANS.question


def test_a_score_that_no_list_offers_is_none() -> None:
    assert q.proposal(scored("9", "5", "5", "5")) is None


def test_a_case_begins_with_topic_problem_and_cause_and_the_question() -> None:
    begun = q.case_from(WORDS, "Wat nu?")
    assert begun == {"titel": "Toetsen", "situatie": "Te veel\nRooster", "vraag": "Wat nu?"}
    assert begun.keys() <= {field.id for field in CASE_CARD.fields}


def test_the_proposed_methods_are_there() -> None:
    proposed = {one for quadrant in q.QUADRANTS for one in quadrant.methods} | set(q.PROCEDURE.methods)
    assert proposed <= {one.id for one in all_methods()}


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not beside this checkout")
def test_the_form_is_that_of_the_specification() -> None:
    forms = json.loads(SPECIFICATION.read_text("utf-8"))["forms"]
    wanted = next(one for one in forms if one["id"] == q.ID)
    asked = [
        (one["id"], one["label"]["nl"], one["label"]["en"], one["max_length"], one["required"])
        for one in wanted["modals"][0]["fields"]
    ]
    mine = [(f.id, f.label.nl, f.label.en, f.max_length, f.required) for f in q.FORM.fields]
    assert mine == asked
    drafts = [
        (one["draft"]["nl"], one["draft"]["en"], tuple(one["methods"]))
        for one in wanted["proposals"]["items"]
    ]
    found = [(one.question.nl, one.question.en, one.methods) for one in (*q.QUADRANTS, q.PROCEDURE)]
    assert found == drafts
    sliders = [(one["id"], one["label"]["nl"], one["label"]["en"]) for one in wanted["sliders"]["items"]]
    assert [(one.id, one.statement.nl, one.statement.en) for one in q.QUADRANTS] == sliders
