"""`legal` is the one list: what is in it is accepted, what is not is refused, and a second click does nothing more."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from methods.engine.decide import decide
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.messages import Act, Counted, Decision, Event, Move, Refusal
from methods.engine.model import Talk
from methods.engine.state import Session, Status
from methods.engine.text import Moment, PersonId
from tests.engine.play import TABLES, event_of, states

STRANGER = PersonId(77)
ASKED_FIRST = {Act.NEXT, Act.STOP, Act.CLOSE}
SAME_AGAIN = {Act.WRITE, Act.VOTE, Act.SORT}
"""Forms and choices: handing in the same twice leaves the same."""


def people_of(session: Session) -> tuple[PersonId, ...]:
    return (*session.members, *session.moderators, STRANGER)


def moves(method_id: str, talk: Talk) -> Iterator[tuple[Session, Moment, PersonId, Move]]:
    """Every legal move in each of these states."""
    for session, now in states(method_id, talk):
        for who in people_of(session):
            for move in legal(session, who, now):
                yield session, now, who, move


def event(session: Session, who: PersonId, move: Move, *, sure: bool = True) -> Event:
    """The same event for the same move, each time."""
    return replace_sure(event_of(session, who, move, Random(3)), sure=sure)


def replace_sure(one: Event, *, sure: bool) -> Event:
    return replace(one, sure=sure) if one.act in ASKED_FIRST else one  # type: ignore[call-arg]


def plain(act: Act, who: PersonId, visit: int) -> Event:
    return made(act, who, visit, values=("1",), words={"titel": "a", "vraag": "b"}, sure=True)


def refused(session: Session, one: Event, now: Moment) -> bool:
    return isinstance(decide(session, one, now), Refusal)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_what_is_not_legal_is_refused(method_id: str, talk: Talk) -> None:
    for session, now in states(method_id, talk):
        for who in people_of(session):
            allowed = {move.act for move in legal(session, who, now)}
            for act in set(Act) - allowed:
                assert refused(session, plain(act, who, session.visit), now), (act, who)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_what_is_legal_is_accepted(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        outcome = decide(session, event(session, who, move), now)
        assert isinstance(outcome, Decision), (move, who, outcome)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_only_what_cannot_be_undone_or_cuts_people_short_is_asked_first(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        outcome = decide(session, event(session, who, move, sure=False), now)
        asked = isinstance(outcome, Refusal) and outcome.ask
        assert isinstance(outcome, Decision) or (asked and move.act in ASKED_FIRST), (move, who)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_what_was_meant_for_another_visit_is_refused(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        for visit in (session.visit - 1, session.visit + 1):
            if session.status is not Status.ENDED:
                assert refused(session, replace(event(session, who, move), visit=visit), now), (move, who)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_what_counts_differently_is_refused(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        one = event(session, who, move)
        if isinstance(one, Counted):
            for ordinal in (one.ordinal - 1, one.ordinal + 1):
                assert refused(session, replace(one, ordinal=ordinal), now), (move, who)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_a_choice_that_was_not_offered_is_refused(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        if move.choices:
            for values in (("nonsense",), ("1234567",)):
                if move.act is not Act.SORT or values[0].isdecimal():
                    assert refused(session, made(move.act, who, session.visit, values=values), now), move


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_nobody_acts_for_somebody_whose_turn_it_is_not(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        if move.act not in {Act.PASS, Act.DONE}:
            continue
        for other in {*people_of(session)} - {move.whose, who}:
            assert refused(session, made(move.act, who, session.visit, whose=other), now), (move, who, other)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_a_stranger_may_do_nothing(method_id: str, talk: Talk) -> None:
    for session, now in states(method_id, talk):
        assert legal(session, STRANGER, now) == ()


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_deciding_leaves_the_session_itself_as_it_was(method_id: str, talk: Talk) -> None:
    for session, now in states(method_id, talk):
        before = repr(session)
        for who in people_of(session):
            for move in legal(session, who, now):
                decide(session, event(session, who, move), now)
        assert repr(session) == before


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_a_double_click_does_nothing_more(method_id: str, talk: Talk) -> None:
    for session, now, who, move in moves(method_id, talk):
        one = event(session, who, move)
        first = decide(session, one, now)
        assert isinstance(first, Decision)
        second = decide(first.session, one, now)
        if isinstance(second, Decision):
            assert move.act in SAME_AGAIN, (move, who)
            assert second.session == first.session, (move, who)
