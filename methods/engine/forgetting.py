"""A session that is over, once somebody wants to be forgotten: as if they had handed nothing in."""

from collections.abc import Mapping

from methods.engine.draft import changed
from methods.engine.state import Session
from methods.engine.text import PersonId

Slots = Mapping[str, tuple[PersonId, ...]]


def without_texts_of(session: Session, who: PersonId) -> Session:
    """The same session without any trace of this person's texts. Who was in the group, in which role, stays."""
    given = {
        slot: {one: fields for one, fields in people.items() if one != who}
        for slot, people in session.given.items()
    }
    kept = {name: _without(getattr(session, name), who) for name in ("withheld", "shown", "taken", "maybe")}
    return changed(session, {"given": given, **kept})


def _without(slots: Slots, who: PersonId) -> Slots:
    return {slot: tuple(one for one in people if one != who) for slot, people in slots.items()}
