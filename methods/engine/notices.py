"""What nobody presses, and what becomes of a session by it: the start, time, a stop of Kring, who comes and goes."""

from collections.abc import Mapping

from methods.engine import events as e
from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.events import AnyEvent
from methods.engine.leading import take_over
from methods.engine.messages import Announce, Decision, Refusal
from methods.engine.presence import depart, join
from methods.engine.replanning import promise_return
from methods.engine.roles import case_slot
from methods.engine.standstill import freeze, set_back
from methods.engine.state import Session, Status
from methods.engine.steps import enter
from methods.engine.text import Moment, Person, PersonId, Text
from methods.engine.timing import due, time_up


def notice(session: Session, event: AnyEvent, now: Moment) -> Decision | Refusal:
    """What becomes of `session` when this happens to it at `now`. A refusal changes nothing."""
    reason = _amiss(session, event, now)
    if reason is not None:
        return Refusal(reason)
    draft = Draft(session, now)
    _happen(draft, event)
    return draft.decided()


def _amiss(session: Session, event: AnyEvent, now: Moment) -> Text | None:
    """Why this cannot have happened, or is no longer news; None when it is."""
    here, ended = (*session.members, *session.door), session.status is Status.ENDED
    match event:
        case e.Started():
            return None if session.status is Status.WAITING else s.STARTED_ALREADY
        case e.TimeUp(visit=visit):
            moment = due(session)
            return s.EARLY if visit != session.visit or moment is None or now < moment else None
        case e.Interrupted(last=last):
            stood_still = session.status is not Status.RUNNING and last <= now
            return s.NOT_NOW if not session.under_way or stood_still else None
        case e.Joined(who=who):
            return s.DONE_ALREADY if who in here or ended else None
        case e.Left(who=who):
            return None if who in here else s.STRANGER
        case e.Moved(who=who):
            return s.STRANGER if who not in here or ended else None
        case e.LeaderSet(who=who):
            return _no_leader(session, who)
        case e.Removed(visit=visit):
            return None if session.under_way and visit == session.visit else s.STALE
        case _:
            return None


def _no_leader(session: Session, who: PersonId | None) -> Text | None:
    """Why this person cannot lead from now on; nobody can always: then Kring leads."""
    if session.status is Status.ENDED or (who is not None and who not in session.members):
        return s.STRANGER
    return s.NEVER_OWN_CASE if who is not None and who == session.case_bringer else None


def _happen(draft: Draft, event: AnyEvent) -> None:
    match event:
        case e.Started(prepared=prepared, agreed=agreed):
            _start(draft, prepared, agreed)
        case e.TimeUp():
            time_up(draft)
        case e.Interrupted(last=last):
            _interrupt(draft, last)
        case e.Joined(who=who, prepared=fields, agreed=before):
            if before:
                draft.set(agreed=(*draft.session.agreed, who))
            join(draft, who, fields)
        case e.Left(who=who):
            depart(draft, who)
        case e.Moved(who=who, group=group):
            depart(draft, who, to=group)
        case e.LeaderSet(who=who):
            take_over(draft, who)
        case e.Removed(visit=visit, room=moved):
            draft.effects.append(Announce(visit, moved=moved))
        case e.Appointed(moderators=moderators):
            draft.set(moderators=moderators)
        case e.Event():
            raise AssertionError(event)


def _start(draft: Draft, prepared: Mapping[PersonId, tuple[str, ...]], agreed: tuple[PersonId, ...]) -> None:
    where = case_slot(draft.session)
    if where is not None and prepared:
        draft.set(given={**draft.session.given, where: dict(prepared)})
    draft.set(status=Status.RUNNING, agreed=agreed)
    promise_return(draft)
    enter(draft, 0)


def _interrupt(draft: Draft, last: Moment) -> None:
    """Kring was away: the clock stopped at its last heartbeat, and people say when they go on."""
    if last > draft.now:
        set_back(draft, last - draft.now)
    if draft.session.status is not Status.RUNNING:
        return
    freeze(draft, Status.PAUSED, Moment(min(max(last, draft.stage.entered), draft.now)))
    leader = draft.session.leads
    if leader is None:
        draft.say(s.AWAY_ALL)
    else:
        draft.say(s.AWAY, leader=Person(leader, ping=True))
