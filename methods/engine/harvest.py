"""What somebody takes home from a session: what was taken along, what came of another's case, and the own texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from methods.engine import wording as w
from methods.engine.afterword import slot_of
from methods.engine.model import LinkBallot, SortBallot
from methods.engine.sorting import texts_of
from methods.engine.state import Session, Step, slot
from methods.engine.text import Line, PersonId, Text, line


@dataclass(frozen=True, slots=True)
class Gathered:
    """A part of somebody's harvest: texts of these people under this slot."""

    heading: Line
    slot: str
    people: tuple[PersonId, ...]
    fields: tuple[str, ...] = ()
    """Only these answers; empty: all."""


def harvest(session: Session, who: PersonId) -> tuple[Gathered, ...]:
    """What this person took along as case bringer, wrote step by step, and may keep of what came of another's case."""
    own = [
        Gathered(line(step.phase.name), where, (who,))
        for at, step in enumerate(session.script)
        for where in (step.slot, slot_of(session, at))
        if session.gave(where).get(who)
    ]
    mine = {number for number, round_ in enumerate(session.rounds, start=1) if round_.case_bringer == who}
    brought = [step for step in session.script if step.round in mine]
    took = [part for step in brought for part in _sorted_out(session, step, session.taken, w.YOU_TOOK)]
    perhaps = [part for step in brought for part in _sorted_out(session, step, session.maybe, w.PERHAPS)]
    links = [part for step in brought for part in _links(session, step)]
    return (*took, *perhaps, *links, *_products(session, who), *own)


def _sorted_out(
    session: Session, step: Step, kept: Mapping[str, tuple[PersonId, ...]], heading: Text
) -> Iterator[Gathered]:
    """What was sorted here: whole texts, or answers apart, in the words of the step that sorted them."""
    if people := kept.get(step.slot):
        yield Gathered(line(heading), step.slot, people)
    ballots = (s.phase.ballot for s in session.script if s.phase.after == step.phase.id)
    ballot = next((ballot for ballot in ballots if isinstance(ballot, SortBallot)), None)
    for field in texts_of(step):
        if ballot and (people := kept.get(f"{step.slot}.{field.id}")):
            name = ballot.first if kept is session.taken else ballot.second
            yield Gathered(line(name), step.slot, people, (field.id,))


def _links(session: Session, step: Step) -> Iterator[Gathered]:
    """The texts that the group linked to each of the numbered texts here."""
    ballot, linked = step.phase.ballot, session.linked.get(step.slot, {})
    if not isinstance(ballot, LinkBallot):
        return
    for number, author in enumerate(session.shown.get(slot(step.round, ballot.to), ()), start=1):
        people = tuple(who for who, chosen in linked.items() if str(author) in chosen)
        if people:
            heading = line(w.LINKED, number=number, name=ballot.to_name)
            yield Gathered(heading, slot(step.round, ballot.own), people, ballot.shows)


def _products(session: Session, who: PersonId) -> Iterator[Gathered]:
    """What others brought in and sharpened, unless they keep it to themselves."""
    for step in session.script:
        product, round_ = step.phase.product, session.rounds[step.round - 1] if step.round else None
        owner = round_.case_bringer if round_ else None
        ticked = owner is not None and session.gave(step.slot).get(owner)
        if product is None or owner is None or owner == who or not ticked or product.unless in ticked:
            continue
        for phase_id in product.of:
            where = slot(step.round, phase_id)
            if session.gave(where).get(owner):
                yield Gathered(line(product.name), where, (owner,))
