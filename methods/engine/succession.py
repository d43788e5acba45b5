"""A case bringer who is gone before the case was told: the seat is free again, and the choice goes on."""

from dataclasses import replace

from methods.engine.draft import Draft
from methods.engine.model import CaseBallot
from methods.engine.roles import was_told
from methods.engine.state import Round, Session, Step
from methods.engine.text import PersonId

CHOICE_MINUTES = 2
"""Minutes planned for asking the runner-up."""


def vacate(draft: Draft, person: PersonId) -> bool:
    """Take somebody who is gone out of the rounds that are still to be told; who comes after moves up.

    Returns whether anything changed. A case that was told keeps its case bringer's name.
    """
    rounds = draft.session.rounds
    told = [r for number, r in enumerate(rounds, start=1) if was_told(draft.session, number)]
    open_ = rounds[len(told) :]
    if all(r.over or r.case_bringer != person for r in open_):
        return False
    staying = [Round(case_bringer=r.case_bringer) for r in open_ if r.case_bringer not in (None, person)]
    over = [r for r in open_ if r.over and r.case_bringer is None]
    chosen = any(_chooses(step) for step in draft.session.script)
    free = [Round(over=not chosen)] * (len(open_) - len(staying) - len(over))
    draft.set(rounds=(*told, *staying, *free, *over))
    return True


def vacant(session: Session, index: int) -> bool:
    """Whether a round would go on here whose case bringer is gone since the choice was made."""
    step = session.script[index]
    round_ = session.rounds[step.round - 1] if step.round else None
    if round_ is None or round_.over or round_.case_bringer is not None:
        return False
    return not _chooses(step) and chosen_before(session, index)


def choose_again(draft: Draft, index: int) -> None:
    """Before this step the choice goes on: whoever was next in the vote is asked."""
    script = draft.session.script
    choice = next(step for step in script if _chooses(step))
    again = replace(choice, round=script[index].round, minutes=CHOICE_MINUTES)
    draft.set(script=(*script[:index], again, *script[index:]))


def take_free(draft: Draft, who: PersonId) -> bool:
    """Where everybody brings something, whoever comes in late gets a round that somebody else left."""
    session = draft.session
    if any(_chooses(step) for step in session.script):
        return False
    for index, round_ in enumerate(session.rounds):
        begins = next((at for at, step in enumerate(session.script) if step.round == index + 1), 0)
        if round_.over and begins > session.at:
            rounds = [*session.rounds]
            rounds[index] = Round(case_bringer=who)
            draft.set(rounds=tuple(rounds))
            return True
    return False


def chosen_before(session: Session, index: int) -> bool:
    """Whether a case was chosen before this step: then it can be chosen once more."""
    return any(_chooses(step) for step in session.script[:index])


def _chooses(step: Step) -> bool:
    return isinstance(step.phase.ballot, CaseBallot) and step.phase.ballot.seats
