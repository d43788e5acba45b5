"""What is shown at a stroke when a step begins or ends, and in which order."""

from itertools import pairwise

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.messages import Marks, Reveal
from methods.engine.model import Phase
from methods.engine.roles import drawn, fair_order, offered
from methods.engine.state import Session, Step
from methods.engine.text import Person, PersonId, line

FEWEST_MARKS = 3
"""With fewer, whoever gave one could tell another's."""


def reveal(draft: Draft, phase: Phase) -> None:
    """The texts that this phase shows, all at once."""
    source = draft.session.source()
    if source is None:
        return
    kept = draft.session.gave(source.slot)
    shown = phase.shows
    having = [p for p in offered(draft.session, source.slot) if not shown or set(shown) & set(kept[p])]
    people = _order(draft.session, having, named=phase.named)
    if people:
        heading = line(s.TITLES, phase=phase.name)
        draft.effects.append(
            Reveal(source.slot, people, shown, phase.named, heading, by_question=phase.by_question)
        )
        draft.seen(source.slot, people)


def _order(session: Session, people: list[PersonId], *, named: bool) -> tuple[PersonId, ...]:
    """Without names the order must not give the author away: it is drawn. The case bringer's own comes last."""
    fair, mine = fair_order(session), session.case_bringer

    def place(person: PersonId) -> tuple[bool, int]:
        if named:
            return person == mine, fair.index(person) if person in fair else len(fair)
        return person == mine, drawn(session.seed, session.visit, person)

    return tuple(sorted(people, key=place))


def show_shared(draft: Draft) -> None:
    """The sentences whose authors ticked that the group may read them; never a mark or another answer."""
    step = draft.session.step
    shares = _shares(step)
    kept = draft.session.gave(step.slot)
    seen = (*draft.session.withheld.get(step.slot, ()), *draft.session.shown.get(step.slot, ()))
    new = [p for p in fair_order(draft.session) if p not in seen]
    people = tuple(p for p in new if any({tick, told} <= set(kept.get(p, ())) for tick, told in shares))
    if people:
        fields = tuple(told for _, told in shares)
        draft.effects.append(Reveal(step.slot, people, fields, named=True, heading=line(s.SHARED)))
        draft.seen(step.slot, people)
        draft.set(floor=draft.session.at + 1)


def show_marks(draft: Draft) -> None:
    """Average and spread of the marks, once enough people gave one; which mark is whose stays hidden."""
    step = draft.session.step
    kept = draft.session.gave(step.slot)
    fields = step.phase.form.fields if step.phase.form else ()
    for field in fields:
        people = tuple(who for who in offered(draft.session, step.slot) if field.id in kept[who])
        if field.kind == "rating" and len(people) >= FEWEST_MARKS:
            draft.effects.append(Marks(step.slot, people, field.id))
            draft.set(floor=draft.session.at + 1)


def show_notes(draft: Draft) -> None:
    """What somebody noted for the group while it talked; what the case bringer noted alone stays there."""
    step = draft.session.step
    seen = draft.session.shown.get(step.slot, ())
    for person in offered(draft.session, step.slot):
        if (
            person not in seen
            and person != draft.session.case_bringer
            and draft.session.gave(step.slot)[person]
        ):
            draft.tell(step.slot, person, (), line(s.NOTED, person=Person(person)))


def _shares(step: Step) -> list[tuple[str, str]]:
    """Each tick with the question it stands under: the tick shares that answer."""
    fields = step.phase.form.fields if step.phase.form else ()
    return [(after.id, before.id) for before, after in pairwise(fields) if after.kind == "tick"]
