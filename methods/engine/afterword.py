"""«Nog één zin»: who was still typing when the room closed may say that sentence, for two minutes."""

from typing import Final

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.draft import Draft, changed
from methods.engine.model import Content, Field, Form, Rule, Talk
from methods.engine.roles import protected, stage_of, who_types
from methods.engine.state import Session, Stage, Status
from methods.engine.text import Moment, Person, PersonId, Text, line

OPEN_SECONDS: Final = 120
FIELD: Final = "zin"
FORM: Final = Form((Field(id=FIELD, label=w.ONE_MORE, max_length=300, required=True),))


def cut_off(session: Session) -> frozenset[PersonId]:
    """Who could type in the step before this one, and cannot any more; nobody where care comes first."""
    typed = session.talk is Talk.WRITTEN and session.content is not Content.NONE
    if not typed or not session.group or not session.laps:
        return frozenset()
    lap = session.laps[-1]
    if session.script[lap.step].phase.has(Rule.NOT_STORED) or protected(session):
        return frozenset()
    before = Stage(entered=lap.started, ends=lap.ended)
    then = changed(session, {"at": lap.step, "stage": before, "visitors": ()})
    return (who_types(then) - who_types(session)) & frozenset(session.members)


def objection(session: Session, who: PersonId, now: Moment) -> Text | None:
    """Why this person may not add a sentence now; None when it may be."""
    stage = stage_of(session)
    if session.status is not Status.RUNNING or who not in cut_off(session):
        return s.NOT_NOW
    if who in stage.added:
        return s.ADDED_ALREADY
    return None if now < stage.entered + OPEN_SECONDS else s.STEP_CLOSED


def slot_of(session: Session, at: int) -> str:
    """Where such a sentence about a step is kept: apart from what was handed in there."""
    return f"nog.{session.script[at].slot}"


def add(draft: Draft, who: PersonId, text: str) -> None:
    """Keep the sentence, and let the room read it; the next step goes on meanwhile."""
    where = slot_of(draft.session, draft.session.laps[-1].step)
    draft.keep(where, who, {FIELD: text})
    draft.mark(added=(*draft.stage.added, who))
    draft.tell(where, who, (FIELD,), line(s.ONE_MORE, person=Person(who)))
