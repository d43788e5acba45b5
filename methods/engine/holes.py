"""What the texts of a method may mention, and what stands for it: names, the theme, minutes."""

from collections.abc import Mapping

from methods.engine import wording as w
from methods.engine.roles import stage_of
from methods.engine.state import Session
from methods.engine.text import At, Fact, Line, Person, Text, Value

GENERAL: Mapping[str, Text] = {
    "inbrenger": w.THE_CASE_BRINGER,
    "notulist": w.THE_NOTE_TAKER,
    "moderator": w.THE_MODERATOR,
    "thema": w.THE_THEME,
    "minuten": w.SO_MANY,
    "eindtijd": w.THE_END,
}
"""A word for everything that a method's texts may mention, where nobody knows yet what it will be."""


def filled(session: Session, text: Text) -> Line:
    """The text as a line, with a value for each hole that it has."""
    return Line(text, tuple((n, v) for n, v in values(session).items() if f"{{{n}}}" in text.nl))


def values(session: Session) -> dict[str, Value]:
    """A value for everything that a method's texts may mention; only while a session is under way."""
    person, notes = session.case_bringer, session.note_taker
    return {
        "inbrenger": Person(person) if person else w.THE_CASE_BRINGER,
        "notulist": Person(notes) if notes else w.THE_NOTE_TAKER,
        "moderator": Fact("moderator"),
        "thema": Fact("thema"),
        "minuten": round_minutes(session),
        "eindtijd": At(stage_of(session).ends),
    }


def round_minutes(session: Session) -> int:
    """Planned minutes of the round that is going on."""
    return sum(step.minutes for step in session.script if step.round == session.step.round)
