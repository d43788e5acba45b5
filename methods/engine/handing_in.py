"""Handing in a form: is it right, and what follows from it in each kind of step."""

from collections.abc import Mapping
from dataclasses import replace

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.forms import OWN_NOTE, form_for, note_form, noted_about, step_of
from methods.engine.model import Field, Rule
from methods.engine.nudging import decided, remark
from methods.engine.roles import authors, in_order, notes_alone, typed_questions, waiting
from methods.engine.state import Flow, Session, Step
from methods.engine.text import Person, PersonId, Text, line
from methods.engine.turns import (
    FOLLOW_UP,
    check_complete,
    end_turn,
    follow_up,
    free_floor,
    queue_question,
)

MARKS = frozenset(str(mark) for mark in range(1, 11))
COUNTED = frozenset({Flow.WRITE, Flow.TOGETHER, Flow.EVALUATE})
"""Flows in which handing in is what is awaited."""


def faulty(session: Session, who: PersonId, words: Mapping[str, str]) -> Text | None:
    """What is wrong with these words; None when they can be kept."""
    form = form_for(session, who)
    if form is None:
        return s.NOT_NOW
    if session.under_way and (numbers := noted_about(session)) and form is not OWN_NOTE:
        asked = session.step.phase.form or form  # one opened for an earlier text is handed in all the same
        form = replace(form, fields=tuple(f for n in numbers for f in note_form(asked, n).fields))
    filled = {name for name in session.gave(step_of(session).slot).get(who, ()) if name not in words}
    if not filled and not any(value.strip() for value in words.values()):
        return s.EMPTY
    fields = {field.id: field for field in form.fields}
    if not fields.keys() >= words.keys():  # after the end: an older form, where only the evaluation is open
        return s.BAD_CHOICE if session.under_way else s.ENDED
    faults = (_faulty_field(fields[name], value) for name, value in words.items())
    return next((fault for fault in faults if fault is not None), None)


def _faulty_field(field: Field, value: str) -> Text | None:
    if field.kind == "rating" and value:
        return None if value in MARKS else s.BAD_MARK
    if field.kind == "choice" and value:
        known = {said for option in field.options for said in (option.nl, option.en)}
        return None if value in known else s.BAD_CHOICE
    return s.TOO_LONG if field.max_length is not None and len(value) > field.max_length else None


def hand_in(draft: Draft, who: PersonId, words: Mapping[str, str], *, nudge: bool = False) -> None:
    """Keep the words, and let the step take note; `nudge`: there is a private remark for their author to weigh."""
    step = step_of(draft.session)
    draft.keep(step.slot, who, words)
    if draft.session.under_way and step is draft.session.step:
        decided(draft, who)
        if nudge:
            remark(draft, who)
    if draft.session.under_way and notes_alone(draft.session, who) and who not in authors(draft.session):
        draft.withhold(step.slot, who)  # a note to oneself is never shown
        return
    required = step.phase.form.required if step.phase.form else frozenset()
    complete = required <= set(draft.session.gave(step.slot)[who])
    if complete:
        draft.withhold(step.slot, who, hidden=False)
    if not draft.session.under_way or step is not draft.session.step:
        return
    if complete:
        _note(draft, who, step, words)
    elif draft.session.flow in COUNTED:
        draft.unsettle(who)


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
        case Flow.OPEN if noted_about(draft.session):
            _tell_notes(draft, who, step, words)
        case Flow.TELL:
            draft.mark(told=tuple(name for name in draft.stage.told if name not in words))
        case _:
            pass


def _tell_notes(draft: Draft, who: PersonId, step: Step, words: Mapping[str, str]) -> None:
    """What was noted about one text, under the number of that text."""
    for number in noted_about(draft.session):
        fields = tuple(name for name, text in words.items() if text and name.endswith(f".{number}"))
        if fields:
            draft.tell(step.slot, who, fields, line(s.NOTED_ABOUT, person=Person(who), number=number))


def _count(draft: Draft, who: PersonId) -> None:
    draft.settle(who)
    check_complete(draft)


def _note_question(draft: Draft, who: PersonId, words: Mapping[str, str]) -> None:
    if FOLLOW_UP in words:
        follow_up(draft, who)
    elif typed_questions(draft.session):
        draft.unsettle(who)
        queue_question(draft, who)


def stand_by(draft: Draft, who: PersonId) -> None:
    """It stays as it is: a question is put when nothing else is being answered."""
    decided(draft, who)
    if typed_questions(draft.session) and who in waiting(draft.session) and who in draft.stage.order:
        queue_question(draft, who)


def take_back(draft: Draft, who: PersonId) -> None:
    """Forget what was handed in; it is awaited again."""
    draft.drop(draft.session.step.slot, who)
    decided(draft, who)
    if typed_questions(draft.session):
        draft.mark(order=tuple(p for p in draft.stage.order if p != who))
    if draft.session.flow in COUNTED and who not in draft.stage.passed:
        draft.unsettle(who)


def pass_by(draft: Draft, who: PersonId) -> None:
    """Let it pass; no reason asked, and what was written stays hidden."""
    where = draft.session.step.slot
    if who in draft.session.gave(where):
        draft.withhold(where, who)
    if in_order(draft.session):
        end_turn(draft, who, passed=True)
        return
    draft.settle(who, passed=True)
    if draft.stage.turn == who:
        free_floor(draft)
    else:
        check_complete(draft)
