"""A new plan, for whatever session comes up in play: it keeps what was written and every minimum."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methods.engine.model import Kind, Talk
from methods.engine.refitting import SWITCH, Refit
from methods.engine.replanning import replan, soonest
from methods.engine.roles import reveals
from methods.engine.state import Session, Step
from methods.engine.text import Moment
from methods.library import all_methods
from methods.playing import START
from tests.engine.play import seated, started
from tests.games.met import first_states, states

MINUTE = 60


@pytest.mark.parametrize("talk", Talk)
def test_a_new_plan_keeps_every_minimum_and_everything_that_was_written(talk: Talk) -> None:
    dice = Random(3)
    for session, now in (*states(talk), *first_states(talk)):
        if not session.under_way:
            continue
        until = Moment(soonest(session, now) + dice.choice((0, 3, 9, 20)) * MINUTE)
        found = replan(session, until, now)
        assert isinstance(found, Refit) or until <= now
        if isinstance(found, Refit):
            holds(session, found)


def holds(session: Session, found: Refit) -> None:
    people, written = len(session.members), {where for where, given_ in session.given.items() if given_}
    assert found.script[: session.at + 1] == session.script[: session.at + 1]
    assert found.buffer >= 0
    left = {step.slot for step in found.script}
    assert written & {step.slot for step in session.script} <= left
    for at, step in enumerate(session.script):
        if reveals(step) and step.slot not in left:
            sources = [one for one in session.script[:at] if one.phase.id == step.phase.after]
            assert not sources or sources[-1].slot not in left
        if step.phase.kind in {Kind.REACTION, Kind.EVALUATION} or step.round is None:
            assert step.slot in left or step.round in found.rounds or step.phase.id == SWITCH
    for step in found.script[session.at + 1 :]:
        assert step.minutes >= min(fewest(step, people), planned(session, step))


def fewest(step: Step, people: int) -> int:
    """What the specification lets nothing go below; a method's own short column may."""
    columns = [column.of(people) for column in (step.phase.minutes, step.phase.short) if column]
    least = {Kind.WRITE: 2, Kind.REACTION: 3, Kind.EVALUATION: 5, Kind.OPEN: 4}.get(step.phase.kind, 1)
    return min(least, *columns)


def planned(session: Session, step: Step) -> int:
    """What it had; a step that may not be needed has nothing."""
    return next(one.minutes for one in session.script if one.slot == step.slot)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([one.id for one in all_methods()]),
    st.integers(4, 8),
    st.sampled_from(Talk),
    st.integers(0, 60),
)
def test_more_time_never_gives_less(method_id: str, number: int, talk: Talk, extra: int) -> None:
    session, now = started(seated(method_id, number=number, talk=talk)), START
    first = soonest(session, now)
    less, more = (replan(session, Moment(first + MINUTE * minutes), now) for minutes in (extra, extra + 5))
    assert isinstance(less, Refit)
    assert isinstance(more, Refit)
    assert len(less.script) <= len(more.script)
