"""What stands in the way of one event beyond its act: an old button, a wrong choice, a question to ask first."""

from methods.engine import events as e
from methods.engine import sentences as s
from methods.engine.afterword import FORM
from methods.engine.authority import DOUBLE_CLICK
from methods.engine.choosing import all_voted
from methods.engine.course import next_from
from methods.engine.events import Act
from methods.engine.handing_in import faulty
from methods.engine.moves import move_of
from methods.engine.replanning import wrong_return
from methods.engine.roles import in_order, reveals, stage_of, waiting
from methods.engine.sorting import pieces
from methods.engine.state import Flow, Part, Session, Status
from methods.engine.text import Moment, PersonId, Text
from methods.engine.turns import whose_turn


def stale(session: Session, event: e.Event) -> Text | None:
    """An old button, or the second half of a double click."""
    if session.status is Status.ENDED or session.stage is None:
        return None
    if event.visit != session.visit:
        known = event.by in session.members or event.by in session.moderators
        return s.STALE if known else s.STRANGER
    return None


def wrong(session: Session, event: e.Event, now: Moment) -> Text | None:
    """What is wrong with what the event carries; the act itself is allowed."""
    match event:
        case e.Contributed():
            return faulty(session, event.by, event.words)
        case e.Added(text=text):
            return _wrong_sentence(text)
        case e.Voted():
            return _wrong_vote(session, event)
        case e.Shared():
            return _not_among(event.fields, session, event)
        case e.Linked():
            return _not_among(event.choices, session, event)
        case e.Sorted():
            mine = set(event.taken) | set(event.maybe)
            return None if mine <= {piece.id for piece in pieces(session)} else s.BAD_CHOICE
        case e.Passed() | e.Finished():
            return _wrong_turn(session, event, now)
        case e.ReturnSet():
            return wrong_return(session, event, now)
        case e.Counted():
            return None if event.ordinal == move_of(session, event.by, event.act).ordinal else s.STALE
        case _:
            return None


def _wrong_sentence(text: str) -> Text | None:
    longest = FORM.fields[0].max_length
    if not text.strip():
        return s.EMPTY
    return s.TOO_LONG if longest is not None and len(text) > longest else None


def _wrong_turn(session: Session, event: e.Passed | e.Finished, now: Moment) -> Text | None:
    """Whether this is not about somebody whose turn the person may end."""
    if not in_order(session):
        return None if event.whose in (None, event.by) else s.NOT_YOUR_TURN
    whose = meant(session, event)
    own = whose == event.by and event.act is Act.PASS
    if whose not in waiting(session) or not (own or whose == whose_turn(session, event.by)):
        return s.NOT_YOUR_TURN
    since = stage_of(session).since
    unsaid = event.whose is None and whose != event.by
    return s.STALE if unsaid and since is not None and now < since + DOUBLE_CLICK else None


def meant(session: Session, event: e.Passed | e.Finished) -> PersonId:
    """Whose turn it is about: as said, else the own one, else the current one."""
    return event.whose or whose_turn(session, event.by) or event.by


def _wrong_vote(session: Session, event: e.Voted) -> Text | None:
    if str(event.by) in event.choices and session.flow is Flow.CHOOSE:
        return s.OWN_CASE
    return _not_among(event.choices, session, event)


def _not_among(chosen: tuple[str, ...], session: Session, event: e.Event) -> Text | None:
    move = move_of(session, event.by, event.act)
    offered = {choice.value for choice in move.choices}
    some = 1 <= len(set(chosen)) == len(chosen) <= move.at_most
    return None if some and set(chosen) <= offered else s.BAD_CHOICE


def ask_first(session: Session, event: e.Event) -> Text | None:
    """What is asked before something is done that cannot be undone, or that cuts people short."""
    match event:
        case e.Advanced(sure=False) if _reveal_ahead(session):
            return s.REVEAL_NEXT
        case e.Advanced(sure=False) if _busy(session):
            return s.STILL_BUSY
        case e.Stopped(sure=False):
            return s.STOP_SURE
        case e.Closed(sure=False):
            return s.CLOSE_SURE
        case _:
            return None


def _busy(session: Session) -> bool:
    if stage_of(session).part is Part.VOTING:
        return not all_voted(session)
    return bool(waiting(session)) and session.flow is not Flow.READ


def _reveal_ahead(session: Session) -> bool:
    if stage_of(session).part is not Part.MAIN:
        return False  # only a part of this step ends
    ahead = next_from(session, session.at + 1)
    return ahead is not None and reveals(session.script[ahead])
