"""The clock: which moment comes next, and what it brings.

A notice at one minute left (steps of four minutes or more); at zero a soft stop; a minute of grace; then the
leader chooses, and after two silent minutes Kring moves on, but never out of a telling, a reaction or a
question of consent.
"""

from methods.engine import sentences as s
from methods.engine.choosing import answer, gathering_over, offers_over, roles_over, take_lead, tally
from methods.engine.draft import Draft
from methods.engine.events import Act
from methods.engine.leading import leader_was_silent
from methods.engine.model import RoleBallot
from methods.engine.nudging import weighed
from methods.engine.roles import people_end, stage_of, upcoming_round
from methods.engine.state import EndedBy, Flow, Part, Session, Stage, Status
from methods.engine.steps import advance, end
from methods.engine.stopping import end_lost_case, lost
from methods.engine.text import Moment, Person
from methods.engine.turns import READY_PAUSE, end_turn, put_question

NOTICE = 60
GRACE = 60
LEADER_SILENT = 120
STILL_SECONDS = 60
PAUSED_TOO_LONG = 3 * 3600
LOST_CASE = 180
"""Seconds of pause when a case bringer is gone: whoever is still writing may finish."""
EXPIRED = (Act.NEXT, Act.EXTEND, Act.HELP)
"""What a group may choose between when the time of a step is up."""
AT_TIME = frozenset({Flow.READ, Flow.REVEAL, Flow.EVALUATE})
"""Flows that simply end with their time: nobody is cut short (an evaluation stays open)."""


def due(session: Session) -> Moment | None:
    """The next moment at which the clock itself does something; None when it waits for people."""
    if not session.under_way:
        return None
    stage, stopped = stage_of(session), session.stopped_at or Moment(0)
    match session.status:
        case Status.PAUSED if lost(session):
            return Moment(stopped + LOST_CASE)
        case Status.PAUSED:
            return Moment(stopped + PAUSED_TOO_LONG)
        case Status.STILL:
            return Moment(stopped + (PAUSED_TOO_LONG if stage.calm else STILL_SECONDS))
        case Status.RUNNING:
            moments = [m for m in _moments(session, stage) if m is not None]
            return Moment(min(moments)) if moments else None
        case Status.WAITING | Status.ENDED:
            return None


def _moments(session: Session, stage: Stage) -> tuple[int | None, ...]:
    if session.flow is Flow.CHOOSE or session.step.phase.waits:
        return (stage.timer,)
    return (
        stage.timer,
        stage.turn_ends,
        None if stage.noticed or stage.over else stage.ends - NOTICE,
        None if stage.over else stage.ends,
        _moves_on(session, stage),
        weighed(session, stage),
    )


def _moves_on(session: Session, stage: Stage) -> int | None:
    """When the step ends by itself; for a step at its own pace, when somebody is asked to end it.

    Such a step does not wait for ever either: when nobody is there any more, the session ends as after a pause.
    """
    if people_end(session):
        return stage.ends + (PAUSED_TOO_LONG if stage.called else GRACE + LEADER_SILENT)
    if session.leads is None and stage.ready is not None:
        return stage.ready + READY_PAUSE
    if session.flow in AT_TIME:
        return stage.ends
    patience = GRACE if session.leads is None else GRACE + LEADER_SILENT
    return max(stage.ends + patience, stage.hold or 0)


def time_up(draft: Draft) -> None:
    """Do the one thing that is due; the caller asks again until nothing is."""
    session, stage, now = draft.session, draft.stage, draft.now
    if lost(session):
        end_lost_case(draft, EndedBy.TIME)
    elif session.status is Status.PAUSED or (session.status is Status.STILL and stage.calm):
        end(draft)
    elif session.status is Status.STILL:
        _ask_how_on(draft)
    elif stage.timer is not None and now >= stage.timer:
        part_over(draft)
    elif _is_due(_moves_on(session, stage), now) and (stage.over or stage.ready is not None):
        _move_on(draft)
    elif _is_due(weighed(session, stage), now):
        put_question(draft)
    elif stage.turn is not None and _is_due(stage.turn_ends, now):
        end_turn(draft, stage.turn)
    elif not stage.over and now >= stage.ends and session.flow in AT_TIME and not people_end(session):
        _move_on(draft)
    elif not stage.over and now >= stage.ends:
        _soft_stop(draft)
    else:
        draft.mark(noticed=True)
        draft.say(s.ONE_MINUTE)


def _is_due(moment: int | None, now: Moment) -> bool:
    return moment is not None and now >= moment


def _ask_how_on(draft: Draft) -> None:
    draft.mark(calm=True)
    person = draft.session.case_bringer
    if person is None:
        draft.say(s.HOW_ON_ALL)
    else:
        draft.say(s.HOW_ON, person=Person(person, ping=True))


def part_over(draft: Draft) -> None:
    """This part of a choice is over, as far as it has come; on to the next one, or out of the step."""
    if _part_concluded(draft):
        advance(draft, EndedBy.ALL_IN)


def _part_concluded(draft: Draft) -> bool:
    match draft.stage.part:
        case Part.GATHERING:
            return gathering_over(draft)
        case Part.VOTING:
            return tally(draft)
        case Part.ASKING:
            return answer(draft, consents=False)
        case Part.OFFERING:
            return offers_over(draft)
        case Part.LEADING | Part.MAIN:
            return _led(draft)


def _led(draft: Draft) -> bool:
    """Nobody offered to lead: the next in order does. Returns whether the choice is complete with it."""
    if isinstance(draft.session.step.phase.ballot, RoleBallot):
        return roles_over(draft)
    take_lead(draft, upcoming_round(draft.session), None)
    return draft.session.flow is Flow.CHOOSE


def _soft_stop(draft: Draft) -> None:
    draft.mark(over=True, noticed=True)
    session = draft.session
    if session.flow in {Flow.TELL, Flow.REACT} and session.case_bringer is not None:
        draft.say(s.STILL_YOURS, person=Person(session.case_bringer, ping=True))
    elif session.leads is not None:
        draft.offer(EXPIRED, s.SOFT_STOP_LEADER, leader=Person(session.leads, ping=True))
    else:
        draft.offer(EXPIRED, s.SOFT_STOP)


def _move_on(draft: Draft) -> None:
    if people_end(draft.session) and draft.stage.called:
        end(draft)
    elif people_end(draft.session):
        draft.mark(called=True)
        leader = draft.session.leads
        if leader is None:
            draft.say(s.ANYBODY_NEXT)
        else:
            draft.offer(EXPIRED, s.SOFT_STOP_LEADER, leader=Person(leader, ping=True))
    else:
        _advance_unasked(draft)


def _advance_unasked(draft: Draft) -> None:
    """The clock moves the group on; a leader who let it do so may want to be relieved."""
    silent = draft.stage.over and draft.session.leads is not None
    advance(draft, EndedBy.TIME if draft.stage.ready is None else EndedBy.ALL_IN)
    if silent:
        leader_was_silent(draft)


USUAL_PEOPLE = 6
"""For so many at most a source fixes the minutes of its steps."""


def longer_than_usual(session: Session) -> int:
    """Minutes that a script with fixed minutes takes longer for a group as big as this one."""
    people = len(session.members)
    fixed = (step for step in session.script if step.phase.minutes.table and people > USUAL_PEOPLE)
    return sum(max(0, step.minutes - step.phase.minutes.of(USUAL_PEOPLE)) for step in fixed)
