"""Which of these belongs to which of those: everybody may link what they wrote to texts of the group.

After the learning inquiry: definitions of the problem beside the approaches people had. Both stand there in
numbered lists; a link is made in private and told in one line.
"""

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.events import Act
from methods.engine.messages import Choice, Move, Reveal
from methods.engine.model import LinkBallot
from methods.engine.roles import offered
from methods.engine.state import Session, Step, earlier_step
from methods.engine.text import Person, PersonId, Said, Text, line

NUMBERED = Text(nl="{number}. {title}", en="{number}. {title}")


def ballot_of(session: Session) -> LinkBallot | None:
    """What is linked here, if anything is."""
    ballot = session.step.phase.ballot
    return ballot if isinstance(ballot, LinkBallot) else None


def numbered(session: Session, step: Step | None) -> tuple[PersonId, ...]:
    """Whose texts of this step the group has read, in the order of their numbers."""
    if step is None:
        return ()
    open_ = offered(session, step.slot)
    return tuple(who for who in session.shown.get(step.slot, ()) if who in open_)


def begin_linking(draft: Draft) -> None:
    """Show both lists once more, so that they stand together."""
    ballot = ballot_of(draft.session)
    if ballot is None:
        return
    for phase, fields, name in ((ballot.to, (), ballot.to_name), (ballot.own, ballot.shows, ballot.own_name)):
        step = earlier_step(draft.session, phase)
        people = numbered(draft.session, step)
        if step is not None and people:
            draft.effects.append(Reveal(step.slot, people, fields, named=True, heading=line(name)))


def may_link(session: Session, who: PersonId) -> bool:
    """Whether this person has a text to link, and there is something to link it to."""
    ballot = ballot_of(session)
    if ballot is None:
        return False
    own, to = (numbered(session, earlier_step(session, phase)) for phase in (ballot.own, ballot.to))
    return who in own and bool(to)


def linking(session: Session, who: PersonId) -> Move:
    """The list from which one chooses; what was chosen before is marked."""
    ballot = ballot_of(session)
    step = earlier_step(session, ballot.to) if ballot else None
    if step is None or step.phase.form is None:
        return Move(Act.LINK)
    field, mine = step.phase.form.fields[0].id, linked_by(session, who)
    choices = tuple(
        Choice(
            str(author),
            line(NUMBERED, number=number, title=Said(step.slot, author, field)),
            str(author) in mine,
        )
        for number, author in enumerate(numbered(session, step), start=1)
    )
    return Move(Act.LINK, choices=choices, at_most=len(choices))


def linked_by(session: Session, who: PersonId) -> tuple[str, ...]:
    """Whose texts this person linked the own text to, in this step."""
    return session.linked.get(session.step.slot, {}).get(who, ())


def link(draft: Draft, who: PersonId, chosen: tuple[str, ...]) -> None:
    """Keep it, and tell it in one line; the same again says nothing."""
    ballot = ballot_of(draft.session)
    if ballot is None or linked_by(draft.session, who) == chosen:
        return
    step = earlier_step(draft.session, ballot.to)
    numbers = [n for n, author in enumerate(numbered(draft.session, step), start=1) if str(author) in chosen]
    where = draft.session.step.slot
    draft.set(linked={**draft.session.linked, where: {**draft.session.linked.get(where, {}), who: chosen}})
    draft.say(s.LINKS, person=Person(who), name=ballot.to_name, numbers=_listed(numbers))


def _listed(numbers: list[int]) -> Text:
    """«2», «2 en 3», «1, 2 en 3»."""
    *first, last = map(str, numbers)
    if not first:
        return Text(nl=last, en=last)
    return Text(nl=f"{', '.join(first)} en {last}", en=f"{', '.join(first)} and {last}")
