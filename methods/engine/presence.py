"""Who comes in late, and what becomes of turns, roles and cases when somebody is gone."""

from dataclasses import replace

from methods.engine import sentences as s
from methods.engine.choosing import gone
from methods.engine.draft import Draft
from methods.engine.leading import say_who_leads
from methods.engine.roles import case_slot, typed_questions, was_told
from methods.engine.state import EndedBy, Flow, Part
from methods.engine.steps import advance, begin_again
from methods.engine.stopping import drop_round, lose_case, stop_seeking
from methods.engine.succession import chosen_before, take_free, vacate
from methods.engine.text import Person, PersonId
from methods.engine.turns import check_complete, free_floor, next_turn


def join(draft: Draft, who: PersonId, fields: tuple[str, ...]) -> None:
    """Came in late: listens now, takes part from the next step on; waits at the door while somebody tells or reacts."""
    where = case_slot(draft.session)
    if where is not None and fields:
        kept = draft.session.gave(where)
        both = tuple(dict.fromkeys((*kept.get(who, ()), *fields)))
        draft.set(given={**draft.session.given, where: {**kept, who: both}})
    if draft.session.under_way:
        draft.set(came=(*draft.session.came, who))
        if take_free(draft, who):
            draft.say(s.TAKES_ROUND, person=Person(who))
    if draft.session.under_way and draft.session.flow in {Flow.TELL, Flow.REACT}:
        draft.set(door=(*draft.session.door, who))
        return
    if draft.session.under_way:
        _come_in(draft, who)
    else:
        draft.set(members=(*draft.session.members, who))


def _come_in(draft: Draft, who: PersonId) -> None:
    """Into the room, and called there: nobody finds it by chance."""
    draft.set(members=(*draft.session.members, who), late=(*draft.session.late, who))
    if draft.session.group:
        draft.say(s.COMES_IN, person=Person(who, ping=True))


def admit(draft: Draft) -> None:
    """The leader lets in whoever waits at the door."""
    for who in draft.session.door:
        _come_in(draft, who)
    draft.set(door=())


def depart(draft: Draft, who: PersonId, to: int = 0) -> None:
    """Is gone, or on `to` another group: the turn moves on, another or Kring leads, no case goes on without its owner."""
    before = draft.session
    if who in before.door:
        draft.set(door=tuple(p for p in before.door if p != who))
        return
    asked = before.ranking[:1] == (who,) and before.stage is not None and before.stage.part is Part.ASKING
    draft.set(
        members=tuple(p for p in before.members if p != who),
        late=tuple(p for p in before.late if p != who),
        ranking=tuple(p for p in before.ranking if p != who),
        rounds=tuple(replace(r, leader=None) if r.leader == who else r for r in before.rounds),
        leader=None if before.leader == who else before.leader,
        note_taker=None if before.note_taker == who else before.note_taker,
        slip=None,
    )
    if not before.under_way:
        return
    if before.case_bringer == who and before.flow is not Flow.CHOOSE:
        _without_case_bringer(draft, who)
        return
    if to:
        draft.say(s.MOVED, person=Person(who), group=to)
    elif before.flow is not Flow.CHOOSE:  # There it might tell who was asked.
        draft.say(s.LEFT, person=Person(who))
    if before.leads == who:
        say_who_leads(draft, draft.session.leads)
    if before.flow is Flow.CHOOSE:
        if gone(draft, who, asked=asked):
            advance(draft, EndedBy.ALL_IN)
    else:
        _without_next_case(draft, who)
        _go_on_without(draft, who)


def _without_case_bringer(draft: Draft, who: PersonId) -> None:
    """Not told yet: the runner-up is asked. Told: never swapped, but rounded off after a pause."""
    if chosen_before(draft.session, draft.session.at) and vacate(draft, who):
        draft.say(s.LEFT_UNTOLD, person=Person(who))
        begin_again(draft)
    else:
        draft.say(s.LEFT_CASE, person=Person(who))
        lose_case(draft)


def _without_next_case(draft: Draft, who: PersonId) -> None:
    """The case of a round that is interrupted by a break, or still to come, is gone."""
    for index, round_ in enumerate(draft.session.rounds):
        if round_.case_bringer != who or round_.over:
            continue
        if was_told(draft.session, index + 1):
            draft.say(s.LEFT_IN_BREAK, person=Person(who))
        elif chosen_before(draft.session, draft.session.at):
            draft.say(s.CASE_VACANT)
            vacate(draft, who)
            stop_seeking(draft)
            return
        else:
            draft.say(s.CASE_DROPPED)
        drop_round(draft, index)


def _go_on_without(draft: Draft, who: PersonId) -> None:
    """The others are not kept waiting for somebody who is gone."""
    if draft.stage.turn != who:
        check_complete(draft)
    elif typed_questions(draft.session):
        free_floor(draft)
    else:
        next_turn(draft)
