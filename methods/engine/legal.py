"""What may happen now, and why not: the one list that buttons, robots, tests and `decide` share.

`why_not` answers for one act of one person; `legal` lists the acts that have no objection.
"""

from collections.abc import Mapping

from methods.engine import sentences as s
from methods.engine.authority import OF_CONDUCTING
from methods.engine.events import Act
from methods.engine.forms import EVALUATION_OPEN, evaluation_of
from methods.engine.messages import Move
from methods.engine.moves import move_of
from methods.engine.objections import OF_MEMBERS, Objection
from methods.engine.state import Session, Status
from methods.engine.text import Moment, PersonId, Text


def why_not(session: Session, who: PersonId, act: Act, now: Moment) -> Text | None:
    """Why this person may not do this now; None when nothing stands in the way."""
    if session.status is Status.ENDED:
        return _after_the_end(session, who, act, now)
    if session.status is Status.WAITING:
        return s.WAITING
    if who not in session.members and who not in session.moderators:
        return s.STRANGER
    if session.status is not Status.RUNNING and act not in WHILE_FROZEN:
        return s.FROZEN
    return OBJECTIONS[act](session, who, now)


def legal(session: Session, who: PersonId, now: Moment) -> tuple[Move, ...]:
    """Everything that this person may do now, with what each act needs."""
    return tuple(move_of(session, who, act) for act in Act if why_not(session, who, act, now) is None)


def _after_the_end(session: Session, who: PersonId, act: Act, now: Moment) -> Text | None:
    open_until = (session.stopped_at or 0) + EVALUATION_OPEN
    asked = act is Act.WRITE and who in session.members and now < open_until
    return None if asked and evaluation_of(session) is not None else s.ENDED


WHILE_FROZEN = frozenset(
    {
        Act.RESUME,
        Act.STILL,
        Act.STOP,
        Act.HELP,
        Act.TROUBLE,
        Act.UNWELL,
        Act.HELPED,
        Act.SETTLED,
        Act.RETURN,
        Act.CLOSE,
        Act.WRITE,
        Act.WITHDRAW,
        Act.PAUSE,
    }
)
OBJECTIONS: Mapping[Act, Objection] = {**OF_MEMBERS, **OF_CONDUCTING}
