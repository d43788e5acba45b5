"""Another leader on the way: the leader asks for it or is silent, a member offers, or a moderator names one."""

from dataclasses import replace

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.state import Part, Session
from methods.engine.text import Person, PersonId


def ask_to_take_over(draft: Draft) -> None:
    """The leader would rather hand over; until somebody offers, nothing changes."""
    draft.set(handing=True)
    draft.say(s.WHO_TAKES_OVER)


def leader_was_silent(draft: Draft) -> None:
    """The clock moved the group on although it has a leader: said once, until the leader is there again."""
    leader = draft.session.leads
    if leader is None or draft.session.handing or not draft.session.under_way:
        return
    draft.set(handing=True)
    draft.say(s.LEADER_SILENT, leader=Person(leader))


def may_take_over(session: Session, who: PersonId) -> bool:
    """Whether this member may lead from now on: never the case bringer of this round."""
    choosing = session.stage is not None and session.stage.part is Part.LEADING
    return (
        session.handing
        and not choosing
        and who in session.members
        and who not in (session.leads, session.case_bringer)
    )


def take_over(draft: Draft, who: PersonId | None) -> None:
    """This person leads from now on, in the rounds to come as well; nobody: Kring."""
    rounds = tuple(replace(round_, leader=None) for round_ in draft.session.rounds)
    draft.set(leader=who, rounds=rounds, handing=False)
    if who is not None and draft.session.note_taker == who:
        draft.set(note_taker=None)
    say_who_leads(draft, draft.session.leads)


def say_who_leads(draft: Draft, leader: PersonId | None) -> None:
    """Tell the group who leads; nobody: Kring."""
    if leader is None:
        draft.say(s.KRING_LEADS)
    else:
        draft.say(s.LEADS, person=Person(leader, ping=True))
