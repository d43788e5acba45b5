"""`legal` is the one list: what is in it is accepted, what is not is refused, and a second click does nothing more."""

from dataclasses import replace
from functools import cache
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methods.engine.decide import decide
from methods.engine.events import (
    Act,
    AnyEvent,
    Appointed,
    Counted,
    Event,
    Interrupted,
    Joined,
    Left,
    Started,
    TimeUp,
)
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.messages import Decision, Move, Refusal
from methods.engine.model import Talk
from methods.engine.state import Session, Status
from methods.engine.text import Moment, PersonId
from methods.playing import MODERATOR, event_of
from tests.games.met import states

STRANGER = PersonId(77)
ASKED_FIRST = {Act.NEXT, Act.STOP, Act.CLOSE}
SAME_AGAIN = {Act.WRITE, Act.VOTE, Act.SORT, Act.LINK}
"""Forms and choices: handing in the same twice leaves the same."""


def people_of(session: Session) -> tuple[PersonId, ...]:
    return (*session.members, *session.moderators, STRANGER)


class Chance(NamedTuple):
    """A legal move of somebody, and the event that makes it."""

    session: Session
    now: Moment
    who: PersonId
    move: Move
    event: Event


@cache
def chances(talk: Talk) -> tuple[Chance, ...]:
    """Every legal move in each of these states."""
    dice = Random(3)
    return tuple(
        Chance(session, now, who, move, event_of(session, who, move, dice))
        for session, now in states(talk)
        for who in people_of(session)
        for move in legal(session, who, now)
    )


def plain(act: Act, who: PersonId, visit: int) -> Event:
    return made(act, who, visit, values=("1",), words={"titel": "a", "vraag": "b"}, sure=True)


def refused(session: Session, one: Event, now: Moment) -> bool:
    return isinstance(decide(session, one, now), Refusal)


@pytest.mark.parametrize("talk", Talk)
def test_what_is_not_legal_is_refused(talk: Talk) -> None:
    allowed = {(id(one.session), one.who, one.move.act) for one in chances(talk)}
    for session, now in states(talk):
        for who in people_of(session):
            for act in Act:
                if (id(session), who, act) not in allowed:
                    assert refused(session, plain(act, who, session.visit), now), (act, who)


@pytest.mark.parametrize("talk", Talk)
def test_what_is_legal_is_accepted(talk: Talk) -> None:
    for session, now, who, move, event in chances(talk):
        outcome = decide(session, event, now)
        assert isinstance(outcome, Decision), (move, who, outcome)


@pytest.mark.parametrize("talk", Talk)
def test_only_what_cannot_be_undone_or_cuts_people_short_is_asked_first(talk: Talk) -> None:
    for session, now, who, move, event in chances(talk):
        if move.act in ASKED_FIRST:
            outcome = decide(session, made(move.act, who, event.visit, sure=False), now)
            assert isinstance(outcome, Decision) or outcome.ask, (move, who)


@pytest.mark.parametrize("talk", Talk)
def test_what_was_meant_for_another_visit_is_refused(talk: Talk) -> None:
    for session, now, who, move, event in chances(talk):
        if session.status is not Status.ENDED:
            assert refused(session, replace(event, visit=session.visit - 1), now), (move, who)


@pytest.mark.parametrize("talk", Talk)
def test_what_counts_differently_is_refused(talk: Talk) -> None:
    for session, now, who, move, event in chances(talk):
        if isinstance(event, Counted):
            for ordinal in (event.ordinal - 1, event.ordinal + 1):
                assert refused(session, replace(event, ordinal=ordinal), now), (move, who)


@pytest.mark.parametrize("talk", Talk)
def test_a_choice_that_was_not_offered_is_refused(talk: Talk) -> None:
    for session, now, who, move, _ in chances(talk):
        if move.choices:
            assert refused(session, made(move.act, who, session.visit, values=("1234567",)), now), move


@pytest.mark.parametrize("talk", Talk)
def test_nobody_acts_for_somebody_whose_turn_it_is_not(talk: Talk) -> None:
    for session, now, who, move, _ in chances(talk):
        if move.act in {Act.PASS, Act.DONE}:
            for other in {*people_of(session)} - {move.whose, who}:
                event = made(move.act, who, session.visit, whose=other)
                assert refused(session, event, now), (move, who, other)


ANYBODY = st.integers(-1, 8).map(PersonId) | st.just(MODERATOR)
WORDS = st.text(max_size=5) | st.sampled_from(["titel", "vraag", "doorvragen", "1", "2", "ja", "a" * 5000])
EVENTS = st.one_of(
    st.builds(
        made,
        st.sampled_from(Act),
        ANYBODY,
        st.none(),  # the visit, filled in for the session
        ordinal=st.integers(-1, 3),
        whose=st.none() | ANYBODY,
        values=st.lists(WORDS, max_size=3).map(tuple),
        also=st.lists(WORDS, max_size=3).map(tuple),
        words=st.dictionaries(WORDS, WORDS, max_size=3),
        sure=st.booleans(),
    ),
    st.builds(Joined, ANYBODY, st.lists(WORDS, max_size=2).map(tuple)),
    st.builds(Left, ANYBODY),
    st.builds(Appointed, st.lists(ANYBODY, max_size=2).map(tuple)),
    st.builds(Interrupted, st.integers(0, 2_000_000_000).map(Moment)),
    st.builds(TimeUp, st.none()),
    st.builds(Started, st.dictionaries(ANYBODY, st.just(("titel",)), max_size=2)),
)


@settings(max_examples=100)
@given(talk=st.sampled_from(Talk), number=st.integers(0, 10**6), event=EVENTS, later=st.integers(0, 10**5))
def test_no_event_whatever_makes_it_fail(talk: Talk, number: int, event: AnyEvent, later: int) -> None:
    known = states(talk)
    session, now = known[number % len(known)]
    if isinstance(event, Event | TimeUp):
        event = replace(event, visit=session.visit)
    assert isinstance(decide(session, event, Moment(now + later)), Decision | Refusal)


@pytest.mark.parametrize("talk", Talk)
def test_a_stranger_may_do_nothing(talk: Talk) -> None:
    assert not any(one.who == STRANGER for one in chances(talk))


@pytest.mark.parametrize("talk", Talk)
def test_deciding_leaves_the_session_itself_as_it_was(talk: Talk) -> None:
    before = [repr(session) for session, _ in states(talk)]
    for one in chances(talk):
        decide(one.session, one.event, one.now)
    assert [repr(session) for session, _ in states(talk)] == before


@pytest.mark.parametrize("talk", Talk)
def test_a_double_click_does_nothing_more(talk: Talk) -> None:
    for session, now, who, move, event in chances(talk):
        first = decide(session, event, now)
        assert isinstance(first, Decision)
        second = decide(first.session, event, now)
        if isinstance(second, Decision):
            assert move.act in SAME_AGAIN, (move, who)
            assert second.session == first.session, (move, who)
