"""From a plan to sessions that wait to start: a group's own, and everybody's in the lobby."""

from collections.abc import Sequence
from dataclasses import replace

from methods.engine.model import Content
from methods.engine.roles import drawn
from methods.engine.rules import hinted
from methods.engine.state import Round, Session, SessionId, Step
from methods.engine.text import PersonId
from methods.frame import ROUND_OFF
from methods.library import recipe_of
from methods.meeting import Group, Meeting
from methods.planning import Plan

NO_ID = SessionId(0)
"""A session that has not been kept yet."""


def group_session(meeting: Meeting, group: Group, plan: Plan) -> Session:
    """The session of one group."""
    recipe = recipe_of(meeting)
    minutes = ROUND_OFF.minutes.of(len(group.members))
    script, rounds = plan.script, tuple(Round() for _ in range(plan.rounds))
    if recipe.everybody_brings:
        rounds = in_turn(group, meeting.seed)[: plan.rounds]
        script = tuple(step for step in script if (step.round or 0) <= len(rounds))
    return replace(
        _session(meeting, group.number, script, group.members),
        leader=group.leader,
        case=recipe.case,
        spare=(Step(ROUND_OFF, None, minutes),),
        rounds=rounds,
        buffer=plan.buffer,
    )


def in_turn(group: Group, seed: int) -> tuple[Round, ...]:
    """A round for each member, in an order that is drawn; whoever leads hands over for the own round."""
    members = sorted(group.members, key=lambda who: drawn(seed, group.number, who))
    after = dict(zip(members, [*members[1:], *members[:1]], strict=True))
    return tuple(
        Round(case_bringer=who, leader=after[who] if group.leader == who else None) for who in members
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
        content=meeting.content,
        seed=meeting.seed + number,
        script=tuple(_as_asked(meeting, step) for step in script),
        members=members,
        moderators=meeting.moderators,
    )


def _as_asked(meeting: Meeting, step: Step) -> Step:
    """The step with the questions that fit how people talk here; none where all writing is on paper."""
    form = step.phase.form
    if form is None:
        return step
    asked = None if meeting.content is Content.NONE else hinted(form.asked(meeting.talk), step.phase)
    return replace(step, phase=replace(step.phase, form=asked))
