"""Which form somebody would fill in now, and for which step."""

from dataclasses import replace

from methods.engine import wording as w
from methods.engine.linking import numbered
from methods.engine.model import Field, Form
from methods.engine.roles import (
    authors,
    notes_alone,
    typed_questions,
)
from methods.engine.state import Flow, Session, Step, earlier_step
from methods.engine.text import PersonId, Text
from methods.engine.turns import FOLLOW_UP_FORM

EVALUATION_OPEN = 48 * 3600
"""Seconds after the end in which the evaluation can still be filled in."""
OWN_NOTE = Form((Field(id="notitie", label=w.OWN_NOTE, max_length=1000, required=True),))
"""What the case bringer notes while listening, for his or her own eyes."""
GROUP_NOTE = Form((Field(id="notitie", label=w.GROUP_NOTE, max_length=1000, required=True),))
"""What somebody notes for the group while it talks."""


def evaluation_of(session: Session) -> int | None:
    """Index of the evaluation in the script."""
    kinds = (step.phase.kind for step in session.script)
    return next((i for i, kind in enumerate(kinds) if kind == "evaluation"), None)


def step_of(session: Session) -> Step:
    """Where a form belongs: the current step, or, once the evaluation has been, the evaluation."""
    if session.under_way and (session.step.phase.form or session.step.round):
        return session.step
    found = evaluation_of(session) or 0
    return session.script[found] if found < session.at else session.step


def form_for(session: Session, who: PersonId) -> Form | None:
    """The form this person would fill in now; whoever has a question on the table may follow up once."""
    step = step_of(session)
    if not session.under_way or step is not session.step:
        return step.phase.form
    if typed_questions(session) and who in session.shown.get(step.slot, ()):
        return FOLLOW_UP_FORM
    if who not in authors(session) and notes_alone(session, who):
        return OWN_NOTE
    return next_note(session, who) or step.phase.form or (GROUP_NOTE if session.flow is Flow.OPEN else None)


def next_note(session: Session, who: PersonId) -> Form | None:
    """The form for the first of the texts that this person noted nothing about yet; after the last, the first."""
    numbers, form = noted_about(session), session.step.phase.form
    if not numbers or form is None:
        return None
    written = session.gave(session.step.slot).get(who, ())
    left = (n for n in numbers if not any(f"{field.id}.{n}" in written for field in form.fields))
    return note_form(form, next(left, 1))


def note_form(form: Form, number: int) -> Form:
    """The questions about the text with this number."""
    label = f"{number}. "
    fields = tuple(
        replace(f, id=f"{f.id}.{number}", label=Text(nl=label + f.label.nl, en=label + f.label.en))
        for f in form.fields
    )
    return replace(form, fields=fields)


def noted_about(session: Session) -> range:
    """The numbers of the texts that somebody notes about, one by one; empty where that is not done."""
    form = session.step.phase.form
    if form is None or form.each is None:
        return range(0)
    return range(1, len(numbered(session, earlier_step(session, form.each))) + 1)
