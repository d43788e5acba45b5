"""Question cards: three of different kinds, the same for the same person, where a question is being thought of."""

from dataclasses import replace

import pytest

from methods.engine.model import Talk
from methods.engine.text import PersonId
from methods.question_cards import SUITS, dealt, wanted
from tests.engine.play import at_table, seated

ME = PersonId(3)


@pytest.mark.parametrize("hand", range(4))
def test_a_hand_has_three_kinds_and_is_dealt_the_same_again(hand: int) -> None:
    session = at_table("bm.vragen1").session
    cards = dealt(session, ME, hand)
    assert len({kind.nl for kind, _ in cards}) == 3
    assert cards == dealt(session, ME, hand)


def test_two_hands_have_every_kind_and_the_third_brings_other_cards() -> None:
    session = at_table("bm.vragen1").session
    first, second, third = (dealt(session, ME, hand) for hand in range(3))
    assert {kind.nl for kind, _ in (*first, *second)} == {suit.name.nl for suit in SUITS}
    several = {suit.name.nl for suit in SUITS if len(suit.questions) > 1}
    assert all(old != new for (kind, old), (_, new) in zip(first, third, strict=True) if kind.nl in several)


def test_people_and_steps_differ_in_what_they_get() -> None:
    session = at_table("bm.vragen1").session
    people = {dealt(session, PersonId(who), 0) for who in range(1, 7)}
    visits = {dealt(replace(session, visit=visit), ME, 0) for visit in range(6)}
    assert len(people) > 2
    assert len(visits) > 2


@pytest.mark.parametrize("talk", Talk)
def test_they_are_for_who_asks_and_not_for_the_case_bringer(talk: Talk) -> None:
    session = at_table("bm.vragen1", talk=talk).session
    assert wanted(session, ME)
    assert not wanted(session, PersonId(2))


def test_they_are_there_where_questions_are_noted_in_silence() -> None:
    table = at_table("lo.vragen_noteren", "lo.vragen")
    assert wanted(table.session, ME)


def test_they_are_not_there_where_nobody_asks() -> None:
    assert not wanted(at_table("bm.canvas").session, ME)
    assert not wanted(seated(), ME)
