"""Choosing a case: a secret vote, its owner asked first and in private, then a leader who is not that owner.

After methods.md §A3: at most two votes, not for one's own case; ties by lot; the owner may say no without a
reason and the next in line is asked; whoever brings the case in never leads that round.
"""

from dataclasses import replace
from itertools import pairwise

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.leading import say_who_leads
from methods.engine.messages import Alert, Reveal
from methods.engine.model import CaseBallot, Content, RoleBallot
from methods.engine.roles import (
    candidates,
    chosen_from,
    drawn,
    gathers,
    present,
    stage_of,
    ungathered,
    upcoming_round,
    was_told,
)
from methods.engine.state import Part, Round, Session, leader_of
from methods.engine.succession import chosen_before, vacate
from methods.engine.text import Moment, Person, PersonId, Said, Text, line

ASK_SECONDS = 60
OFFER_SECONDS = 90
LEAD_SECONDS = 45
CHOICE = 2
"""Fewest that one can choose between."""


def begin_choice(draft: Draft) -> bool:
    """Start choosing, or go on with it. Returns whether the choice is complete already."""
    if chosen_before(draft.session, draft.session.at):
        return _ask(draft, s.ASKING_NEXT)
    step = draft.session.step
    if isinstance(step.phase.ballot, RoleBallot):
        draft.mark(part=Part.LEADING, timer=draft.stage.ends)
        return False
    if gathers(step) and ungathered(draft.session):
        draft.mark(part=Part.GATHERING, timer=Moment(draft.now + max(60, step.minutes * 30)))
        return False
    return begin_vote(draft)


def gathered(draft: Draft) -> bool:
    """Somebody wrote something to choose from, or passed. Returns whether the whole choice is complete."""
    return not ungathered(draft.session) and gathering_over(draft)


def gathering_over(draft: Draft) -> bool:
    """What there is to choose from is shown, numbered, and the vote begins."""
    people, (where, title) = candidates(draft.session), chosen_from(draft.session)
    if people:
        heading = line(s.TITLES, phase=draft.session.step.phase.name)
        draft.effects.append(Reveal(where, people, (title,), named=True, heading=heading))
        draft.seen(where, people)
        draft.set(floor=draft.session.at, slip=None)
    complete = begin_vote(draft)
    if draft.stage.part is Part.VOTING:
        draft.mark(since=draft.clock)
    return complete


def begin_vote(draft: Draft) -> bool:
    """Vote where there is something to choose. Returns whether the choice is complete already."""
    number = len(candidates(draft.session))
    if not _seats(draft.session) and number < CHOICE:
        return _settle_text(draft)
    if number == 0:
        return _offer(draft)
    if number == 1:
        draft.set(ranking=candidates(draft.session))
        return _ask(draft, s.ASKING_ONE)
    seconds = max(60, draft.session.step.minutes * 60 - 120)
    draft.mark(part=Part.VOTING, timer=Moment(draft.clock + seconds))
    return False


def _seats(session: Session) -> bool:
    ballot = session.step.phase.ballot
    return not isinstance(ballot, CaseBallot) or ballot.seats


def _settle_text(draft: Draft) -> bool:
    """Only a text was to be chosen: the first of the ranking, the only one there is, or none."""
    where, title = chosen_from(draft.session)
    winner = next(iter(draft.session.ranking or candidates(draft.session)), None)
    draft.mark(part=Part.MAIN, timer=None)
    draft.set(ranking=())
    if winner is None:
        draft.say(s.NOTHING_TO_CHOOSE)
    else:
        draft.set(answers={**draft.session.answers, where: str(winner)})
        draft.tell(where, winner, (title,), line(s.CHOSEN_TEXT))
    return True


def voters(session: Session) -> tuple[PersonId, ...]:
    """Everybody who has a case of somebody else to vote for."""
    choices = set(candidates(session))
    return tuple(p for p in present(session) if choices - {p})


def tally(draft: Draft) -> bool:
    """Close the vote and ask the owner of the case with most votes; ties are drawn by lot."""
    votes = [int(owner) for ballot in draft.stage.votes.values() for owner in ballot]
    ranking = sorted(
        candidates(draft.session),
        key=lambda owner: (-votes.count(owner), drawn(draft.session.seed, draft.session.visit, owner)),
    )
    seats = len(_free(draft.session))
    counts = [votes.count(owner) for owner in ranking]
    if any(a == b for a, b in pairwise(counts[: seats + 1])):
        draft.say(s.LOT)
    draft.set(ranking=tuple(ranking))
    return _ask(draft, s.ASKING) if _seats(draft.session) else _settle_text(draft)


def answer(draft: Draft, *, consents: bool) -> bool:
    """The owner who was asked answers, or let the minute pass."""
    owner, *rest = draft.session.ranking
    draft.set(ranking=tuple(rest))
    if consents:
        _seat(draft, owner)
    return _ask(draft, s.ASKING_NEXT)


def offer(draft: Draft, person: PersonId) -> bool:
    """Somebody brings in a case that nobody had prepared."""
    _seat(draft, person)
    return not _free(draft.session) and _conclude(draft)


def offers_over(draft: Draft) -> bool:
    """Nobody else comes forward."""
    return _conclude(draft)


def all_voted(session: Session) -> bool:
    """Whether everybody has voted who can."""
    return set(voters(session)) <= set(stage_of(session).votes)


def gone(draft: Draft, person: PersonId, *, asked: bool) -> bool:
    """Somebody is gone who had a vote, a case that was chosen, or the question whether to bring it in."""
    unseated = vacate(draft, person)
    part = draft.stage.part
    if asked or (unseated and part is Part.LEADING):
        return _ask(draft, s.ASKING_NEXT)
    if part is Part.GATHERING:
        return gathered(draft)
    return part is Part.VOTING and all_voted(draft.session) and tally(draft)


def _ask(draft: Draft, how: Text) -> bool:
    if not _free(draft.session):
        return _conclude(draft)
    if not draft.session.ranking:
        return _conclude(draft) if _coming(draft.session) else _offer(draft)
    draft.mark(part=Part.ASKING, timer=Moment(draft.clock + ASK_SECONDS), since=draft.clock)
    draft.say(how)
    draft.effects.append(Alert(draft.session.ranking[0]))
    return False


def _offer(draft: Draft) -> bool:
    draft.mark(part=Part.OFFERING, timer=Moment(draft.clock + OFFER_SECONDS), since=draft.clock)
    draft.say(s.OFFERING)
    return False


def _free(session: Session) -> tuple[int, ...]:
    """Which rounds still want a case bringer."""
    return tuple(i for i, r in enumerate(session.rounds) if r.case_bringer is None and not r.over)


def _coming(session: Session) -> tuple[PersonId, ...]:
    """Who will bring a case in that has not been told yet."""
    return tuple(
        r.case_bringer
        for number, r in enumerate(session.rounds, start=1)
        if r.case_bringer is not None and not r.over and not was_told(session, number)
    )


def _seat(draft: Draft, person: PersonId) -> None:
    """A consent holds: from here there is no way back to before it."""
    number = _free(draft.session)[0]
    draft.set(floor=draft.session.at, slip=None)
    _set_round(draft, number, replace(draft.session.rounds[number], case_bringer=person))


def _set_round(draft: Draft, index: int, round_: Round) -> None:
    rounds = draft.session.rounds
    draft.set(rounds=(*rounds[:index], round_, *rounds[index + 1 :]))


def _conclude(draft: Draft) -> bool:
    """All seats are filled or will stay empty: say who brings in, and see to the leader of the next round."""
    free, coming = _free(draft.session), _coming(draft.session)
    for index in free:
        _set_round(draft, index, replace(draft.session.rounds[index], over=True))
    for person in coming:
        _name(draft, person)
    if all(round_.case_bringer is None for round_ in draft.session.rounds):
        draft.say(s.NO_CASE)
    elif free:
        draft.say(s.ONE_CASE)
    draft.mark(part=Part.MAIN, timer=None)
    return not (coming and seek_leader(draft, upcoming_round(draft.session)))


def _name(draft: Draft, person: PersonId) -> None:
    where, title = chosen_from(draft.session)
    said = draft.session.content is Content.ROOM  # elsewhere words do not stand in the room
    if said and title in draft.session.gave(where).get(person, ()):
        draft.say(s.CHOSEN, person=Person(person), title=Said(where, person, title))
    else:
        draft.say(s.CHOSEN_PLAIN, person=Person(person))


# --- Roles before there is a case ------------------------------------------------------------------


def roles_filled(session: Session) -> bool:
    """Whether there is a leader and somebody who keeps the notes."""
    return session.leader is not None and session.note_taker is not None


def lead_group(draft: Draft, person: PersonId) -> bool:
    """This person leads the group. Returns whether all roles are filled."""
    draft.set(leader=person)
    if draft.session.note_taker == person:
        draft.set(note_taker=None)
    draft.say(s.LEADS, person=Person(person, ping=True))
    return roles_filled(draft.session)


def roles_over(draft: Draft) -> bool:
    """Whoever leads by now leads; nobody: Kring."""
    draft.mark(part=Part.MAIN, timer=None)
    if draft.session.leader is None:
        draft.say(s.KRING_LEADS)
    return True


# --- The leader is never the case bringer ----------------------------------------------------------


def seek_leader(draft: Draft, index: int) -> bool:
    """Ask for another leader where the usual one brings in the case. Returns whether one is needed."""
    round_ = draft.session.rounds[index]
    if round_.over or draft.session.leader is None or leader_of(round_, draft.session.leader) is not None:
        return False
    draft.mark(part=Part.LEADING, timer=Moment(draft.clock + LEAD_SECONDS), since=draft.clock)
    draft.say(s.NEW_LEADER, person=Person(draft.session.leader))
    return True


def take_lead(draft: Draft, index: int, person: PersonId | None) -> None:
    """This person leads the round; nobody: the next in the group's order, else Kring."""
    round_ = draft.session.rounds[index]
    chosen = person or _next_leader(draft.session, round_)
    _set_round(draft, index, replace(round_, leader=chosen))
    sought = draft.stage.part is Part.LEADING
    draft.set(handing=False)
    draft.mark(part=Part.MAIN, timer=None, since=draft.clock if sought else None)
    say_who_leads(draft, chosen)


def _next_leader(session: Session, round_: Round) -> PersonId | None:
    people = present(session)
    start = people.index(session.leader) + 1 if session.leader in people else 0
    in_order = people[start:] + people[:start]
    return next((p for p in in_order if p not in (round_.case_bringer, session.leader)), None)
