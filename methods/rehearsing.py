"""A planned meeting played in small, for a moderator who practises: three groups of robots, the meeting's own script.

Pure and without memory: what the moderator did is a row of letters, and the whole evening is played again from it.
The robots follow the same rule book as people; nobody's words are in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from methods.engine.decide import decide
from methods.engine.events import Act, AnyEvent, Event, Started, TimeUp
from methods.engine.making import made
from methods.engine.messages import Decision, Refusal
from methods.engine.replanning import planned_end
from methods.engine.roles import OWN_PACE, case_slot, protected, stage_of
from methods.engine.state import Flow, Part, Session, SessionId, Status
from methods.engine.text import Moment, PersonId, Text
from methods.engine.timing import due
from methods.gathering import plan_of
from methods.library import recipe_of
from methods.meeting import Group, Meeting
from methods.opening import group_session

MODERATOR: Final = PersonId(1)
NAMES: Final = ("Noor", "Sem", "Yara", "Bo", "Kim", "Daan", "Ravi", "Lot", "Jip", "Fay", "Ids", "Zoë", "Tess", "Mo", "Eef", "Pim", "Siem", "Roos", "Guus", "Lou", "Nina", "Abel", "Vera", "Otis")  # fmt: skip
"""The robots; they can be told apart from anybody who takes part."""
GROUPS: Final = 3
STRIDE: Final = 6 * 60
"""Seconds that pass when the moderator watches: an evening takes some fifteen presses."""
LAST_EVENT: Final = 400
"""A group in which more happens in one stride is not played on."""
SOONER: Final = 10 * 60
"""Seconds before the planned end for which «Terug om» asks here."""
CALLS_AT: Final = 2
"""After so many looks somebody in the second group calls a moderator."""


class Tap(StrEnum):
    """What the moderator did."""

    WATCH = "w"
    NEXT = "n"
    COME = "c"
    GO = "g"
    SOONER = "s"
    PAUSE = "p"
    RESUME = "r"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an act in one group; without a reason it was done."""

    group: int
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Evening:
    """The groups as they are now, and what the last act came to."""

    now: Moment
    sessions: tuple[Session, ...]
    outcomes: tuple[Outcome, ...] = ()

    @property
    def over(self) -> bool:
        """Whether every group is done."""
        return all(session.status is Status.ENDED for session in self.sessions)


def names() -> Mapping[PersonId, str]:
    """What the robots are called."""
    return {PersonId(100 + n): name for n, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is said of a protected group: why it stays where it is, and why it is planned anew later."""

    passed_by: Text
    later: Text


def evening(meeting: Meeting, begins: Moment, taps: Sequence[Tap], reasons: Reasons) -> Evening:
    """The evening after these acts, each at its own moment."""
    now = Evening(begins, tuple(_begun(one, begins) for one in _groups(meeting)))
    for number, tap in enumerate(taps):
        looks = taps[: number + 1].count(Tap.WATCH)
        now = _watched(now, looks) if tap is Tap.WATCH else _acted(now, tap, reasons)
    return now


# --- The robots ---------------------------------------------------------------------------------------------


def _groups(meeting: Meeting) -> list[Session]:
    recipe = recipe_of(meeting)
    size = min(recipe.well, len(NAMES) // GROUPS)
    alone = replace(meeting, groups=(), present=(), moderators=(MODERATOR,))
    planned = plan_of(alone)
    found = []
    for number in range(1, GROUPS + 1):
        first = 100 + (number - 1) * size
        members = tuple(PersonId(first + n) for n in range(size))
        leader = members[-1] if number != GROUPS else None  # one of them is led by Kring
        group = Group(number=number, members=members, leader=leader, session=SessionId(number))
        found.append(replace(group_session(alone, group, planned), id=SessionId(number)))
    return found


def _begun(session: Session, now: Moment) -> Session:
    """Everybody has a case ready, so that each evening has one."""
    where = case_slot(session)
    forms = [step.phase.form for step in session.script if step.slot == where and step.phase.form]
    fields = tuple(field.id for field in forms[0].fields) if forms else ()
    ready = dict.fromkeys(session.members, fields) if fields else {}
    return _happens(session, Started(ready, session.members), now)


def _happens(session: Session, event: AnyEvent, now: Moment) -> Session:
    outcome = decide(session, event, now)
    return outcome.session if isinstance(outcome, Decision) else session


def _watched(evening_: Evening, looks: int) -> Evening:
    until = Moment(evening_.now + STRIDE)
    sessions = tuple(_played(session, evening_.now, until, looks) for session in evening_.sessions)
    return Evening(until, sessions)


def _played(session: Session, now: Moment, until: Moment, looks: int) -> Session:
    """Let one group go on by itself: the clock, whoever leads, and the case bringer."""
    for _ in range(LAST_EVENT):
        moment, event = _next_event(session, now)
        if event is None or moment > until:
            break
        now = moment
        session = _happens(session, event, now)
    if session.group == GROUPS - 1 and looks == CALLS_AT and session.under_way:
        caller = session.members[0]
        session = _happens(session, made(Act.TROUBLE, caller, session.visit), until)
    return session


def _next_event(session: Session, now: Moment) -> tuple[Moment, AnyEvent | None]:
    """What comes first: what a robot does, or what the clock does."""
    if not session.under_way:
        return now, None
    choices: list[tuple[Moment, AnyEvent | None]] = []
    clock = due(session)
    if clock is not None:
        choices.append((max(now, clock), TimeUp(session.visit)))
    robot = _robot(session)
    if robot is not None and session.status is Status.RUNNING:
        choices.append((max(now, robot[0]), robot[1]))
    return min(choices, key=lambda one: one[0]) if choices else (now, None)


def _robot(session: Session) -> tuple[Moment, Event] | None:
    """Whoever leads goes on when the time is up; who tells or reacts ends it; who is asked says yes."""
    stage = stage_of(session)
    if session.flow is Flow.CHOOSE:
        asked = session.ranking[0] if stage.part is Part.ASKING and session.ranking else None
        return None if asked is None else (stage.entered, made(Act.CONSENT, asked, session.visit))
    slow = 3 if session.group == GROUPS - 1 else 2  # one group takes its time
    ends = (
        Moment(stage.entered + (stage.ends - stage.entered) * slow // 2)
        if session.flow in OWN_PACE
        else stage.ends
    )
    if session.flow in OWN_PACE and session.case_bringer is not None:
        return ends, made(Act.DONE, session.case_bringer, session.visit)
    if session.leads is not None:
        return ends, made(Act.NEXT, session.leads, session.visit, sure=True)
    return None


# --- The moderator ------------------------------------------------------------------------------------------


def _acted(evening_: Evening, tap: Tap, reasons: Reasons) -> Evening:
    """One act in all groups that are talking, as the panel does it."""
    sessions, outcomes = list(evening_.sessions), []
    for at, session in enumerate(sessions):
        if not session.under_way:
            continue
        if tap is Tap.NEXT and protected(session):
            outcomes.append(Outcome(session.group, reasons.passed_by))
            continue
        event = EVENTS[tap](session)
        if event is None:
            continue
        outcome = decide(session, event, evening_.now)
        if isinstance(outcome, Refusal):
            outcomes.append(Outcome(session.group, outcome.reason))
        else:
            sessions[at] = outcome.session
            waits = tap is Tap.SOONER and outcome.session.replans
            outcomes.append(Outcome(session.group, reasons.later if waits else None))
    return Evening(evening_.now, tuple(sessions), tuple(outcomes))


def _come(session: Session) -> Event | None:
    return made(Act.HELPED, MODERATOR, session.visit) if session.unanswered else None


def _go(session: Session) -> Event | None:
    here = MODERATOR in session.visitors
    return made(Act.SETTLED, MODERATOR, session.visit) if here else None


def _sooner(session: Session) -> Event:
    until = (session.returns or planned_end(session)) - SOONER
    return made(Act.RETURN, MODERATOR, session.visit, values=(str(until),))


def _counted(act: Act) -> Callable[[Session], Event]:
    return lambda session: made(act, MODERATOR, session.visit, ordinal=session.pauses)


EVENTS: Final[Mapping[Tap, Callable[[Session], Event | None]]] = {
    Tap.NEXT: lambda session: made(Act.NEXT, MODERATOR, session.visit, sure=True),
    Tap.COME: _come,
    Tap.GO: _go,
    Tap.SOONER: _sooner,
    Tap.PAUSE: _counted(Act.PAUSE),
    Tap.RESUME: _counted(Act.RESUME),
}
