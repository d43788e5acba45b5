"""«Terug om 16:40»: when a group will be back, and its steps still to come planned so that it is."""

from math import ceil

from methods.engine import sentences as s
from methods.engine.course import ahead
from methods.engine.draft import Draft
from methods.engine.events import ReturnSet
from methods.engine.messages import Refusal
from methods.engine.refitting import Refit, refit
from methods.engine.roles import protected, stage_of
from methods.engine.state import Session
from methods.engine.steps import replanned
from methods.engine.text import At, Moment, Text

NO_ROOM = -1
"""Minutes in which nothing fits."""


def replan(session: Session, until: Moment, now: Moment) -> Refit | Refusal:
    """The steps after the current one, shorter or with more room, so that the group ends at `until`.

    The step that is going on keeps its time. Refused when `until` has passed or is too soon.
    """
    if until <= now:
        return Refusal(s.IN_THE_PAST)
    begins = free_at(session, now)
    coming = ahead(session, session.at + 1)
    found = refit(session, coming, (until - begins) // 60, roomy=True)
    if isinstance(found, Refit):
        return found
    minutes = found + ceil((begins - now) / 60)
    return Refusal(s.TOO_SOON.filled(minutes=str(minutes)))


def soonest(session: Session, now: Moment) -> Moment:
    """The first moment for which the rest could be planned."""
    least = refit(session, ahead(session, session.at + 1), NO_ROOM, roomy=True)
    return Moment(free_at(session, now) + 60 * (least if isinstance(least, int) else 0))


def expected(session: Session, now: Moment) -> Moment:
    """When the group will be back as it goes now."""
    return Moment(free_at(session, now) + _rest(session))


def planned_end(session: Session) -> Moment:
    """When the group will be back if the current step ends on time."""
    return Moment(stage_of(session).ends + _rest(session))


def _rest(session: Session) -> int:
    """Seconds of the steps after the current one."""
    return 60 * sum(session.script[at].minutes for at in ahead(session, session.at + 1))


def free_at(session: Session, now: Moment) -> Moment:
    """When the current step should be over: at its end, later by as long as the clock stands still."""
    stage = stage_of(session)
    frozen = now - session.stopped_at if session.stopped_at is not None else 0
    return Moment(max(now, stage.ends + frozen))


def wrong_return(session: Session, event: ReturnSet, now: Moment) -> Text | None:
    """Why the group cannot be back at this moment."""
    if event.until > now and session.returns == session.latest == event.until:
        return s.RETURNS_ALREADY
    if session.group == 0:
        return None if event.until > now else s.IN_THE_PAST
    found = replan(session, event.until, now)
    return found.reason if isinstance(found, Refusal) else None


def set_return(draft: Draft, until: Moment) -> None:
    """Plan the rest for this moment; in a protected moment not before the next step, and nothing is said yet."""
    session = draft.session
    draft.set(returns=until, latest=until)
    if session.group == 0:
        draft.mark(ends=until)
        draft.say(s.RETURN, at=At(until))
        return
    if protected(session):
        draft.set(replans=True)
        return
    found = replan(session, until, draft.now)
    if isinstance(found, Refit):
        draft.set(replans=False)
        replanned(draft, found, until, announced=False)


def promise_return(draft: Draft) -> None:
    """At the start: the group comes back as planned, and at the latest when its buffer is used."""
    if draft.session.group == 0 or draft.session.returns is not None:
        return
    planned = draft.now + 60 * sum(draft.session.script[at].minutes for at in ahead(draft.session, 0))
    draft.set(returns=Moment(planned), latest=Moment(planned + 60 * draft.session.buffer))
