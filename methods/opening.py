"""From a plan to sessions that wait to start: a group's own, and everybody's in the lobby."""

from collections.abc import Sequence
from dataclasses import replace

from methods.engine.state import Round, Session, SessionId, Step
from methods.engine.text import PersonId
from methods.frame import ROUND_OFF
from methods.meeting import Group, Meeting
from methods.planning import Plan

NO_ID = SessionId(0)
"""A session that has not been kept yet."""


def group_session(meeting: Meeting, group: Group, plan: Plan) -> Session:
    """The session of one group."""
    minutes = ROUND_OFF.minutes.of(len(group.members))
    return replace(
        _session(meeting, group.number, plan.script, group.members),
        leader=group.leader,
        spare=(Step(ROUND_OFF, None, minutes),),
        rounds=tuple(Round() for _ in range(plan.rounds)),
        buffer=plan.buffer,
    )


def plenary_session(meeting: Meeting, plan: Plan) -> Session:
    """The session of everybody together; the moderator who called the meeting leads it."""
    session = _session(meeting, 0, plan.plenary, meeting.present)
    return replace(session, leader=meeting.moderators[0], rounds=())


def _session(meeting: Meeting, number: int, script: Sequence[Step], members: tuple[PersonId, ...]) -> Session:
    return Session(
        id=NO_ID,
        meeting=meeting.id,
        group=number,
        method=meeting.method,
        language=meeting.language,
        talk=meeting.talk,
        place=meeting.place,
        seed=meeting.seed + number,
        script=tuple(_as_asked(meeting, step) for step in script),
        members=members,
        moderators=meeting.moderators,
    )


def _as_asked(meeting: Meeting, step: Step) -> Step:
    """The step with the questions that fit how people talk here."""
    form = step.phase.form
    return replace(step, phase=replace(step.phase, form=form.asked(meeting.talk))) if form else step
