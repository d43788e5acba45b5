"""Who will read what is written, when, and with which name."""

from methods.engine import wording as w
from methods.engine.forms import OWN_NOTE, form_for
from methods.engine.model import (
    CaseBallot,
    Kind,
    Phase,
    Rule,
    Talk,
)
from methods.engine.roles import (
    case_slot,
    reveals,
)
from methods.engine.state import Session, Step
from methods.engine.text import Line, PersonId, Text, line


def promise(session: Session, step: Step, who: PersonId | None = None) -> Line:
    """Who will read what is written in this step, when, and with which name: the first line of its form."""
    if who is not None and form_for(session, who) is OWN_NOTE:
        return line(w.PROMISE_OWN_NOTE)
    shown_in = [s.phase for s in session.script if s.phase.after == step.phase.id and reveals(s)]
    asked_in = [s for s in session.script if s.phase.after == step.phase.id and s.phase.kind is Kind.QA]
    match step.phase.kind:
        case Kind.WRITE if asked_in and not shown_in:
            return line(w.PROMISE_QUESTIONS_NOTED)
        case Kind.WRITE if not shown_in and step.slot == case_slot(session):
            return line(w.PROMISE_CASE if _chosen(session) else w.PROMISE_STORY)
        case Kind.WRITE if not shown_in and step.phase.has(Rule.HIDDEN):
            return line(w.PROMISE_OWN_NOTE)
        case Kind.VOTE:
            return line(w.PROMISE_CHOICE)
        case Kind.OPEN:
            by = step.phase.form.by if step.phase.form else "scribe"
            return line(w.PROMISE_OWN_NOTE if by == "case_bringer" else w.PROMISE_NOTED)
        case Kind.EVALUATION:
            return line(w.PROMISE_EVALUATION)
        case Kind.QA:
            return line(w.PROMISE_QUESTION if session.talk is Talk.WRITTEN else w.PROMISE_NOTE)
        case Kind.REACTION:
            return line(w.PROMISE_REACTION)
        case Kind.BRIEFING:
            return line(w.PROMISE_STORY)
        case _:
            return line(_promise_of(shown_in))


def _chosen(session: Session) -> bool:
    """Whether a case is voted for in this session."""
    return any(isinstance(step.phase.ballot, CaseBallot) for step in session.script)


def _promise_of(shown_in: list[Phase]) -> Text:
    if not shown_in:
        return w.PROMISE_AT_ONCE
    phase = shown_in[0]
    if phase.shows and not phase.named:
        return w.PROMISE_TITLE
    return w.PROMISE_NAMED if phase.named else w.PROMISE_UNNAMED
