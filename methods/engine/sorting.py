"""What a case bringer sorts: the texts shown here, or every answer apart where each is a piece of its own.

A piece is named as it is offered: the author's id, with the question behind a dot where answers count apart
(`"12"`, `"12.vraag2"`). In the session they are kept per slot, or per slot and question (`"1:ts.2.vraag2"`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from methods.engine.model import Field, SortBallot
from methods.engine.roles import offered
from methods.engine.state import Session, Step
from methods.engine.text import PersonId


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to sort. `field`: which answer it is; None: the whole text."""

    person: PersonId
    field: str | None = None

    @property
    def id(self) -> str:
        """How it is offered, and named in what comes back."""
        return str(self.person) if self.field is None else f"{self.person}.{self.field}"


def pieces(session: Session) -> tuple[Piece, ...]:
    """What the case bringer may take along here: shown texts of others, not of who let it pass after all."""
    source = session.source()
    if source is None:
        return ()
    open_, mine = offered(session, source.slot), session.case_bringer
    people = [p for p in session.shown.get(source.slot, ()) if p in open_ and p != mine]
    if not apart(session):
        return tuple(Piece(person) for person in people)
    given = session.gave(source.slot)
    return tuple(Piece(p, one.id) for p in people for one in texts_of(source) if one.id in given[p])


def apart(session: Session) -> bool:
    """Whether every answer is sorted by itself here."""
    ballot = session.step.phase.ballot
    return isinstance(ballot, SortBallot) and ballot.apart


def texts_of(step: Step) -> tuple[Field, ...]:
    """The questions of a step that are answered in words."""
    fields = step.phase.form.fields if step.phase.form else ()
    return tuple(one for one in fields if one.kind == "text")


def chosen(session: Session, kept: Mapping[str, tuple[PersonId, ...]]) -> tuple[Piece, ...]:
    """What of this was sorted there (`taken` or `maybe` of the session), in the order of the texts."""
    source = session.source()
    if source is None:
        return ()
    if not apart(session):  # in the order of choosing
        there = {one.person: one for one in pieces(session)}
        return tuple(there[who] for who in kept.get(source.slot, ()) if who in there)
    return tuple(one for one in pieces(session) if one.person in kept.get(place(source, one), ()))


def placed(session: Session, names: Iterable[str]) -> dict[str, tuple[PersonId, ...]]:
    """How these pieces are kept: each place where one can be, with whose piece is there."""
    source = session.source()
    if source is None:
        return {}
    known = {one.id: one for one in pieces(session)}
    places: dict[str, tuple[PersonId, ...]] = dict.fromkeys(
        (place(source, one) for one in known.values()), ()
    )
    for one in (known[name] for name in dict.fromkeys(names)):
        places[place(source, one)] += (one.person,)
    return places


def place(source: Step, piece: Piece) -> str:
    """Where a piece is kept."""
    return source.slot if piece.field is None else f"{source.slot}.{piece.field}"
