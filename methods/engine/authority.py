"""What stands in the way of conducting and of calling for help; None where nothing does."""

from collections.abc import Mapping

from methods.engine import sentences as s
from methods.engine.course import earlier
from methods.engine.events import Act
from methods.engine.model import Talk
from methods.engine.nudging import ABOUT_QUESTIONS
from methods.engine.objections import TWICE, Objection
from methods.engine.roles import (
    in_order,
    leads,
    people_end,
    present,
    protected,
    stage_of,
)
from methods.engine.state import Flow, Part, Session, Status
from methods.engine.text import Moment, PersonId, Text

DOUBLE_CLICK = 2
"""Seconds in which a second click was still meant for what has just passed."""


def _next(session: Session, who: PersonId, now: Moment) -> Text | None:
    stage = stage_of(session)
    if stage.part is Part.ASKING:
        return s.CONSENT_FIRST
    if not in_order(session) and stage.since is not None and now < stage.since + DOUBLE_CLICK:
        return s.STALE
    stuck = session.leads is None and (stage.called if people_end(session) else stage.over)
    return None if leads(session, who) or (stuck and who in session.members) else s.LEADER_ONLY


def _back(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    if stage_of(session).part is Part.ASKING:
        return s.CONSENT_FIRST
    return s.NO_WAY_BACK if earlier(session) is None else None


def _extend(session: Session, who: PersonId, _: Moment) -> Text | None:
    stage = stage_of(session)
    if not leads(session, who):
        if session.leads is not None or who not in present(session):
            return s.LEADER_ONLY
        if who in stage.wishes:
            return s.DONE_ALREADY
    return s.TWICE_EXTENDED if stage.extended >= TWICE else None


def _lead(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if leads(session, who) else s.LEADER_ONLY


def _pause(session: Session, who: PersonId, _: Moment) -> Text | None:
    return _lead(session, who, _) if session.status is not Status.PAUSED else s.FROZEN


def _resume(session: Session, who: PersonId, now: Moment) -> Text | None:
    if session.status is Status.RUNNING:
        return s.NOT_RUNNING
    if session.status is Status.STILL:
        return _after_still(session, who, now)
    anyone = session.leads is None and who in session.members
    return None if leads(session, who) or anyone else s.LEADER_ONLY


def _after_still(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not stage_of(session).calm and who not in session.moderators:
        return s.STILL_FIRST
    anyone = session.case_bringer is None
    return None if anyone or who == session.case_bringer or leads(session, who) else s.CASE_BRINGER_ONLY


def _undo(session: Session, who: PersonId, now: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if session.slip is not None and now < session.slip.until else s.TOO_LATE_TO_UNDO


def _remind(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if session.step.phase.rules else s.NOT_NOW


def _still(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.status is Status.PAUSED:
        return s.FROZEN
    again = session.status is Status.RUNNING or stage_of(session).calm
    return None if again and who in session.members else s.STILL_FIRST


def _stop(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if who == session.case_bringer else s.CASE_BRINGER_ONLY


def _help(session: Session, who: PersonId, _: Moment) -> Text | None:
    return s.HELP_ASKED if any(call.by == who for call in session.calls) else None


def _helped(session: Session, who: PersonId, _: Moment) -> Text | None:
    if who not in session.moderators:
        return s.MODERATOR_ONLY
    if session.unanswered:
        return None
    if who in (*session.members, *session.visitors):
        return s.HERE_ALREADY
    return s.NOT_DURING_THIS if protected(session) else None


def _settled(session: Session, who: PersonId, _: Moment) -> Text | None:
    here = who in session.visitors or any(call.taken == who for call in session.calls)
    return None if here else s.NOT_NOW


def _hand_over(session: Session, who: PersonId, _: Moment) -> Text | None:
    asks_for_a_group = who in session.moderators and session.group != 0
    if not asks_for_a_group and (who != session.leads or who not in session.members):
        return s.LEADER_ONLY
    return s.DONE_ALREADY if session.handing else None


def _admit(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if session.door else s.NOT_NOW


def _free(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    quiet = session.flow in {Flow.CHOOSE, Flow.ANSWER, Flow.EVALUATE}
    return s.NOT_NOW if quiet or session.talk is Talk.SPOKEN else None


def _hush(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if ABOUT_QUESTIONS & set(session.step.phase.rules) and session.step.phase.form else s.NOT_NOW


def _return(session: Session, who: PersonId, _: Moment) -> Text | None:
    if who not in session.moderators:
        return s.MODERATOR_ONLY
    together = session.group == 0 and not session.step.phase.waits
    return s.NOT_NOW if together else None


def _close(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if who in session.moderators else s.MODERATOR_ONLY


OF_CONDUCTING: Mapping[Act, Objection] = {
    Act.NEXT: _next,
    Act.BACK: _back,
    Act.EXTEND: _extend,
    Act.PAUSE: _pause,
    Act.RESUME: _resume,
    Act.UNDO: _undo,
    Act.REMIND: _remind,
    Act.STILL: _still,
    Act.STOP: _stop,
    Act.HELP: _help,
    Act.TROUBLE: _help,
    Act.UNWELL: _help,
    Act.HELPED: _helped,
    Act.SETTLED: _settled,
    Act.FREE: _free,
    Act.HAND_OVER: _hand_over,
    Act.ADMIT: _admit,
    Act.HUSH: _hush,
    Act.RETURN: _return,
    Act.CLOSE: _close,
}
