"""Sorting answer by answer, and what comes of a procedure that was sharpened."""

from methods.engine import sentences as s
from methods.engine.events import Act
from methods.engine.harvest import harvest
from methods.engine.messages import Reveal
from methods.engine.text import PersonId
from tests.engine.play import Table, at_table


def valuing() -> Table:
    """Two people wrote two questions each, and person 2 sorts them."""
    table = at_table("ts.2", "ts.3", "ts.4", number=4)
    for who in (3, 4):
        table.writes(who, vraag1=f"eerste van {who}?", vraag2=f"tweede van {who}?")
    table.does(1, Act.PASS)
    table.does(1, Act.NEXT)
    assert table.at == "ts.3"
    return table


def test_every_question_is_offered_by_itself() -> None:
    offered = [choice.value for choice in valuing().may(2)[Act.SORT].choices]
    assert sorted(offered) == ["3.vraag1", "3.vraag2", "4.vraag1", "4.vraag2"]


def test_the_warm_ones_are_shown_together_before_they_are_answered() -> None:
    table = valuing()
    table.does(2, Act.SORT, "3.vraag2", "4.vraag1", also=("3.vraag1",))
    table.clear()
    table.does(2, Act.DONE)
    (shown,) = (effect for effect in table.shown if isinstance(effect, Reveal))
    assert set(shown.answers) == {(PersonId(3), "vraag2"), (PersonId(4), "vraag1")}
    assert table.at == "ts.4"


def test_what_was_chosen_is_marked_and_choosing_less_takes_it_back() -> None:
    table = valuing()
    table.does(2, Act.SORT, "3.vraag2", "4.vraag1")
    marked = {choice.value for choice in table.may(2)[Act.SORT].choices if choice.on}
    assert marked == {"3.vraag2", "4.vraag1"}
    table.does(2, Act.SORT, "4.vraag1")
    assert {choice.value for choice in table.may(2)[Act.SORT].choices if choice.on} == {"4.vraag1"}


def test_one_question_is_not_both_warm_and_cold_but_two_of_one_person_may_be() -> None:
    table = valuing()
    table.does(2, Act.SORT, "3.vraag1", also=("3.vraag1", "3.vraag2"))
    assert table.session.taken["1:ts.2.vraag1"] == (3,)
    assert table.session.maybe["1:ts.2.vraag1"] == ()
    assert table.session.maybe["1:ts.2.vraag2"] == (3,)


def test_a_whole_text_or_somebody_elses_is_no_piece_here() -> None:
    for wrong in ("3", "3.vraag3", "2.vraag1", "vraag1"):
        assert valuing().refused(2, Act.SORT, wrong).reason is s.BAD_CHOICE


def test_warm_and_cold_stand_in_the_harvest_in_those_words() -> None:
    table = valuing()
    table.does(2, Act.SORT, "3.vraag2", also=("4.vraag1",))
    warm, cold = harvest(table.session, PersonId(2))[:2]
    assert (warm.heading.text.en, warm.people, warm.fields) == ("Warm: touches me", (3,), ("vraag2",))
    assert (cold.heading.text.en, cold.people, cold.fields) == ("Cold", (4,), ("vraag1",))


# --- The sharpened procedure -----------------------------------------------------------------------------


def sharpened(*, alone: bool) -> Table:
    table = at_table("to.inbreng", "to.aanscherpen", "to.oogst")
    table.writes(2, naam="Stage", doel="x", stappen="1. x", toetsvraag="x?")
    table.does(2, Act.DONE)
    words = {"houd": "a", "scherper": "b", "eerste_stap": "c"} | ({"alleen_ik": "ja"} if alone else {})
    table.writes(2, **words)
    return table


def test_everybody_finds_the_sharpened_procedure_in_the_harvest() -> None:
    gathered = harvest(sharpened(alone=False).session, PersonId(4))
    assert [(one.slot, one.people) for one in gathered] == [
        ("1:to.inbreng", (2,)),
        ("1:to.aanscherpen", (2,)),
    ]
    assert {one.heading.text.nl for one in gathered} == {"De aangescherpte procedure"}


def test_unless_the_case_bringer_keeps_it() -> None:
    table = sharpened(alone=True)
    assert harvest(table.session, PersonId(4)) == ()
    assert {one.slot for one in harvest(table.session, PersonId(2))} == {"1:to.inbreng", "1:to.aanscherpen"}


def test_unless_it_was_taken_back() -> None:
    table = sharpened(alone=False)
    table.does(2, Act.WITHDRAW)
    assert harvest(table.session, PersonId(4)) == ()
