"""Handing in a form: is it right, and what follows from it in each kind of step."""

from collections.abc import Mapping

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.legal import evaluation_of
from methods.engine.model import Form, Rule, Talk
from methods.engine.state import Flow, Session, Status, Step
from methods.engine.text import Person, PersonId, Text, line
from methods.engine.turns import FOLLOW_UP, check_complete, end_turn, follow_up, put_question, queue_question

FOLLOW_UP_LENGTH = 200
MARKS = range(1, 11)


def faulty(session: Session, who: PersonId, words: Mapping[str, str]) -> Text | None:
    """What is wrong with these words; None when they can be kept."""
    form = step_of(session).phase.form
    if form is None:
        return s.NOT_NOW
    if not any(value.strip() for value in words.values()) and not session.gave(step_of(session).slot).get(
        who
    ):
        return s.EMPTY
    faults = (_faulty_field(form, name, value) for name, value in words.items())
    return next((fault for fault in faults if fault is not None), None)


def step_of(session: Session) -> Step:
    """Where a form belongs: the current step, or after the end the evaluation."""
    if session.status is Status.ENDED:
        return session.script[evaluation_of(session) or 0]
    return session.step


def _faulty_field(form: Form, name: str, value: str) -> Text | None:
    if name == FOLLOW_UP:
        return s.TOO_LONG if len(value) > FOLLOW_UP_LENGTH else None
    field = next((f for f in form.fields if f.id == name), None)
    if field is None:
        return s.BAD_CHOICE
    if field.kind == "rating" and value:
        return None if value.isdecimal() and int(value) in MARKS else s.BAD_MARK
    return s.TOO_LONG if field.max_length is not None and len(value) > field.max_length else None


def hand_in(draft: Draft, who: PersonId, words: Mapping[str, str]) -> None:
    """Keep the words, and let the step take note."""
    step = step_of(draft.session)
    draft.keep(step.slot, who, words)
    if draft.session.status is Status.ENDED:
        return
    required = step.phase.form.required if step.phase.form else frozenset()
    if not required <= set(draft.session.gave(step.slot)[who]):
        draft.unsettle(who)
        return
    _note(draft, who, step, words)


def _note(draft: Draft, who: PersonId, step: Step, words: Mapping[str, str]) -> None:
    match draft.session.flow:
        case Flow.WRITE:
            if not step.phase.has(Rule.HIDDEN):
                draft.tell(step.slot, who, step.phase.shows, line(s.GAVE, person=Person(who)))
            _count(draft, who)
        case Flow.EVALUATE:
            _count(draft, who)
        case Flow.TOGETHER:
            draft.tell(step.slot, who, step.phase.shows, line(s.GAVE, person=Person(who)))
            _count(draft, who)
        case Flow.TURNS if draft.stage.turn == who:
            draft.tell(step.slot, who, step.phase.shows, line(s.GAVE, person=Person(who)))
        case Flow.ASK:
            _note_question(draft, who, words)
        case _:
            pass


def _count(draft: Draft, who: PersonId) -> None:
    draft.settle(who)
    check_complete(draft)


def _note_question(draft: Draft, who: PersonId, words: Mapping[str, str]) -> None:
    if draft.stage.turn == who and FOLLOW_UP in words:
        follow_up(draft, who)
    elif draft.session.talk is Talk.WRITTEN:
        draft.unsettle(who)
        queue_question(draft, who)


def take_back(draft: Draft, who: PersonId) -> None:
    """Forget what was handed in; it is awaited again."""
    draft.drop(draft.session.step.slot, who)
    if draft.session.flow is Flow.ASK and draft.session.talk is Talk.WRITTEN:
        draft.mark(order=tuple(p for p in draft.stage.order if p != who))
    if draft.session.flow in {Flow.WRITE, Flow.EVALUATE}:
        draft.unsettle(who)


def pass_by(draft: Draft, who: PersonId) -> None:
    """Let it pass; no reason asked, and what was written stays hidden."""
    if draft.session.flow in {Flow.TURNS, Flow.ASK}:
        end_turn(draft, who, passed=True)
        if draft.session.flow is Flow.ASK and draft.session.talk is Talk.WRITTEN:
            put_question(draft)
    else:
        draft.settle(who, passed=True)
        check_complete(draft)
