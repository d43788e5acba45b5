"""Which steps of the script still come, and to which one may go back."""

from methods.engine.refitting import SWITCH
from methods.engine.state import Session, slot


def ahead(session: Session, index: int) -> tuple[int, ...]:
    """The steps from `index` on that are going to be done, as far as that is known now."""
    return tuple(at for at in range(index, len(session.script)) if not _passed_over(session, at))


def next_from(session: Session, index: int) -> int | None:
    """The first step from `index` on that has something to do; None: only the end is left."""
    later = range(index, len(session.script))
    return next((one for one in later if not _passed_over(session, one)), None)


def dropped(session: Session, index: int) -> bool:
    """Whether this step went with the case it belongs to; the closing round after a stop stays."""
    step = session.script[index]
    number = step.round
    if step.phase.id == SWITCH:
        number = next((later.round for later in session.script[index:] if later.round), None)
    if number is None or not session.rounds[number - 1].over:
        return False
    return all(step.phase.id != one.phase.id for one in session.spare)


def _passed_over(session: Session, index: int) -> bool:
    step = session.script[index]
    if dropped(session, index):
        return True
    wanted = step.phase.only_if
    if wanted is None:
        return False
    chosen = session.answers.get(slot(step.round, wanted.phase))
    return chosen != wanted.option or session.buffer < wanted.spare


def earlier(session: Session) -> int | None:
    """The step one may go back to; None where something has been shown since."""
    for index in range(session.at - 1, session.floor - 1, -1):
        if session.script[index].phase.only_if is None and not dropped(session, index):
            return index
    return None
