"""A case stops before its end: its case bringer stops, or is gone."""

from dataclasses import replace

from methods.engine.course import dropped
from methods.engine.draft import Draft
from methods.engine.standstill import freeze, thaw
from methods.engine.state import EndedBy, Part, Session, Status
from methods.engine.steps import advance


def stop_case(draft: Draft, by: EndedBy) -> None:
    """The case bringer stops: the rest of the round is passed over, after a closing round."""
    if draft.session.step.round is None:
        return
    if draft.session.status is not Status.RUNNING:
        thaw(draft)
    _round_off(draft)
    advance(draft, by)
    draft.set(floor=draft.session.at)


def lose_case(draft: Draft) -> None:
    """The case bringer is gone after the telling: a pause to finish writing in, then a closing round."""
    _round_off(draft)
    if draft.stage.turn not in draft.session.members:
        draft.mark(turn=None, turn_ends=None)
    freeze(draft, Status.PAUSED, draft.now)


def lost(session: Session) -> bool:
    """Whether the clock stands still because this case has lost its case bringer."""
    here = session.under_way and session.status is Status.PAUSED and session.step.round is not None
    return here and dropped(session, session.at)


def end_lost_case(draft: Draft, by: EndedBy) -> None:
    """The pause after a case bringer has gone is over."""
    thaw(draft)
    advance(draft, by)
    draft.set(floor=draft.session.at)


def _round_off(draft: Draft) -> None:
    """The round of the current step is over; a closing round follows it."""
    number, after = draft.session.step.round or 1, draft.session.at + 1
    spare = tuple(replace(step, round=number) for step in draft.session.spare)
    draft.set(script=(*draft.session.script[:after], *spare, *draft.session.script[after:]))
    drop_round(draft, number - 1)


def drop_round(draft: Draft, index: int) -> None:
    """What is left of this round is passed over; nobody needs to be found to lead it."""
    rounds = list(draft.session.rounds)
    rounds[index] = replace(rounds[index], over=True)
    draft.set(rounds=tuple(rounds))
    stop_seeking(draft)


def stop_seeking(draft: Draft) -> None:
    """No leader is sought any more for a case that is gone."""
    if draft.stage.part is Part.LEADING:
        draft.mark(part=Part.MAIN, timer=None)
