"""Sessions as they come up in random play of all methods."""

from functools import cache
from random import Random

from methods.engine.events import AnyEvent
from methods.engine.messages import Decision
from methods.engine.model import Rule, Talk
from methods.engine.state import Session, Status
from methods.engine.text import Moment
from methods.playing import random_game
from tests.engine.play import TABLES, seated

State = tuple[Session, Moment]


@cache
def states(talk: Talk) -> tuple[State, ...]:
    """Sessions as they come up in random play of all methods, with the moment: one of each sort."""
    return _met(talk)[0]


@cache
def first_states(talk: Talk) -> tuple[State, ...]:
    """A session in each phase of each method, and in each part of a choice."""
    return _met(talk)[1]


@cache
def _met(talk: Talk) -> tuple[tuple[State, ...], tuple[State, ...]]:
    sorts: dict[object, State] = {}
    phases: dict[object, State] = {}

    def watch(_before: Session, _event: AnyEvent, decision: Decision, now: Moment) -> None:
        session = decision.session
        sorts.setdefault(sort_of(session), (session, now))
        if session.stage is not None:
            phases.setdefault((session.step.phase.id, session.stage.part), (session, now))

    for method_id, played in TABLES:
        for seed in range(9 if method_id in WHOLE else 4) if played is talk else ():
            table = seated(method_id, number=4, talk=talk, leader=seed % 3 or None, seed=seed)
            random_game(table, Random(seed), watch)
    return tuple(sorts.values()), tuple(phases.values())


WHOLE = ("bumpy", "probleemoplossend")
"""Methods that between them have nearly every way in which a step can go."""


def sort_of(session: Session) -> object:
    """What makes a difference for what may happen."""
    stage = session.stage
    if stage is None:
        return session.status
    phase, led = session.step.phase, session.leads is None and session.status is Status.RUNNING
    here = session.flow, session.status, stage.part, stage.over, stage.turn is None, led
    asked = phase.form.by if phase.form else None, type(phase.ballot), phase.after is None
    return *here, *asked, phase.has(Rule.I_LISTENS), phase.who
