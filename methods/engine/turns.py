"""Turns and questions: an order that Kring shows and keeps fair; nobody is cut off."""

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.draft import Draft
from methods.engine.messages import Reveal
from methods.engine.model import Field, Form
from methods.engine.roles import (
    case_slot,
    complete,
    fair_order,
    leads,
    offered,
    stage_of,
    typed_questions,
    waiting,
)
from methods.engine.state import Flow, Session, Status, Step
from methods.engine.text import Moment, Person, PersonId, line

SHORTEST_TURN = 20
READY_PAUSE = 15
"""Seconds that Kring, when it leads, waits after the last person: enough to mend a slip."""
FOLLOW_UP = "doorvragen"
FOLLOW_UP_FORM = Form((Field(id=FOLLOW_UP, label=w.FOLLOW_UP, max_length=200, required=True),))


def begin_turns(draft: Draft) -> None:
    """Set the order of a step in which people go one after another, and give the first one the turn."""
    draft.mark(order=fair_order(draft.session))
    next_turn(draft, first=True)


def begin_together(draft: Draft) -> None:
    """Everybody at once; what was prepared at home is shown right away and counts."""
    step = draft.session.step
    kept, open_ = draft.session.gave(step.slot), offered(draft.session, step.slot)
    required = step.phase.form.required if step.phase.form else frozenset()
    prepared = [p for p in fair_order(draft.session) if p in open_ and required <= set(kept[p])]
    new = tuple(p for p in prepared if p not in draft.session.shown.get(step.slot, ()))
    if new:
        heading = line(s.TITLES, phase=step.phase.name)
        draft.effects.append(Reveal(step.slot, new, step.phase.shows, step.phase.named, heading))
        draft.seen(step.slot, new)
    for person in prepared:
        draft.settle(person)
    check_complete(draft)


def begin_questions(draft: Draft) -> None:
    """Aloud: in the order shown. Typed: whoever is ready first, and questions of an earlier visit."""
    if not typed_questions(draft.session):
        begin_turns(draft)
        return
    where = draft.session.step.slot
    open_, asked = offered(draft.session, where), draft.session.shown.get(where, ())
    mine = [p for p in fair_order(draft.session) if p in open_]
    draft.mark(order=tuple(p for p in mine if p not in asked))
    for person in mine:
        if person in asked:
            draft.settle(person)
    put_question(draft)


def next_turn(draft: Draft, *, first: bool = False) -> None:
    """The turn goes to the next who still waits in the order; at the end everybody is done."""
    todo = set(waiting(draft.session))
    queue = [person for person in draft.stage.order if person in todo]
    if not queue:
        draft.mark(turn=None, turn_ends=None, since=None)
        check_complete(draft)
        return
    person, *rest = queue
    draft.mark(turn=person, turn_ends=_turn_ends(draft, len(queue)), since=None if first else draft.clock)
    _call(draft, person, rest, first=first)


def _turn_ends(draft: Draft, people: int) -> Moment:
    share = (draft.stage.ends - draft.clock) // people
    return Moment(draft.clock + max(SHORTEST_TURN, share))


def _call(draft: Draft, person: PersonId, rest: list[PersonId], *, first: bool) -> None:
    """Name who has the turn: above their text where there is one, else in a message of its own."""
    session, phase = draft.session, draft.session.step.phase
    source = session.source() or (session.step if phase.form and session.flow is Flow.TURNS else None)
    open_ = offered(session, source.slot) if source else ()
    wrote = source and session.gave(source.slot).get(person)  # not who told it aloud the last time
    new = wrote and person in open_ and person not in draft.stage.later
    if source and new and session.flow is Flow.TURNS:
        if not first:
            draft.say(s.TURN, person=Person(person, ping=True))
        # Nobody's text stands in a message that rings.
        draft.tell(source.slot, person, phase.shows, line(s.TURN_TEXT, person=Person(person)))
    elif first:
        return  # The card that opens the step calls the first one.
    elif rest:
        draft.say(s.TURN_NEXT, person=Person(person, ping=True), next=Person(rest[0]))
    else:
        draft.say(s.TURN, person=Person(person, ping=True))


def end_turn(draft: Draft, person: PersonId, *, passed: bool = False) -> None:
    """This person had the turn, or lets it pass."""
    had_it = draft.stage.turn == person
    if not passed and draft.session.step.slot == case_slot(draft.session):
        draft.pitched(draft.session.step.slot, person)
    draft.settle(person, passed=passed)
    if had_it:
        next_turn(draft)
    else:
        check_complete(draft)


def defer_turn(draft: Draft, person: PersonId) -> None:
    """Not ready yet: to the end of the order, before the leader, who stays last."""
    others = tuple(p for p in draft.stage.order if p not in (person, draft.session.leads))
    last = tuple(p for p in draft.stage.order if p == draft.session.leads and p != person)
    draft.mark(order=(*others, person, *last), later=(*draft.stage.later, person))
    next_turn(draft)


# --- Questions that are typed -------------------------------------------------------------------------


def queue_question(draft: Draft, person: PersonId) -> None:
    """A question is ready: it is put at once when none is being answered, else it waits its turn."""
    if person not in draft.stage.order:
        draft.mark(order=(*draft.stage.order, person))
    if draft.stage.turn is None and person not in draft.stage.weighing:
        put_question(draft, person)


def put_question(draft: Draft, first: PersonId | None = None) -> None:
    """The next prepared question comes on the floor, or that of `first`; not while the clock stands still.

    Whose turn it is while still weighing a remark is heard all the same.
    """
    todo = set(waiting(draft.session))
    ready = [first] if first is not None else [p for p in draft.stage.order if p in todo]
    if not ready:
        check_complete(draft)
        return
    if draft.session.status is not Status.RUNNING:
        return
    person, number = ready[0], draft.stage.asked + 1
    weighing = tuple(p for p in draft.stage.weighing if p != person)
    draft.mark(turn=person, asked=number, weighing=weighing)
    heading = line(s.QUESTION, number=number, person=Person(person))
    draft.tell(draft.session.step.slot, person, question_of(draft.session.step), heading)


def question_of(step: Step) -> tuple[str, ...]:
    """Which field is put as the question: the first one of its form."""
    return tuple(field.id for field in step.phase.form.fields[:1]) if step.phase.form else ()


def end_question(draft: Draft) -> None:
    """The question on the floor has been dealt with."""
    person = draft.stage.turn
    if person is not None:
        draft.settle(person)
        free_floor(draft)


def free_floor(draft: Draft) -> None:
    """Nothing is being answered any more: the next question, if one is ready."""
    draft.mark(turn=None)
    put_question(draft)


def follow_up(draft: Draft, person: PersonId) -> None:
    """The asker's one further question."""
    draft.mark(probed=(*draft.stage.probed, person))
    heading = line(s.FOLLOW_UP, person=Person(person))
    draft.tell(draft.session.step.slot, person, (FOLLOW_UP,), heading)


def check_complete(draft: Draft) -> None:
    """When the last one is done, the leader is told so; without a leader a short wait begins."""
    if not complete(draft.session):
        draft.mark(ready=None)
        return
    if draft.stage.ready is not None:
        return
    draft.mark(ready=draft.clock)
    leader = draft.session.leads
    if leader is not None and draft.session.flow is not Flow.READ:
        draft.say(s.ALL_DONE, leader=Person(leader, ping=True))


def whose_turn(session: Session, who: PersonId) -> PersonId | None:
    """Whose turn this person would end: the own one, else (for leader and case bringer) the current one."""
    return who if who in waiting(session) and not _leads_other(session, who) else stage_of(session).turn


def _leads_other(session: Session, who: PersonId) -> bool:
    turn = stage_of(session).turn
    return turn is not None and turn != who and leads(session, who)
