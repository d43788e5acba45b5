"""What the case bringer gives the group: the own story, question by question, and what is taken along from it."""

from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.messages import Reveal
from methods.engine.model import SortBallot
from methods.engine.roles import told_from
from methods.engine.sorting import chosen, placed
from methods.engine.text import Person, PersonId, line


def show_reaction(draft: Draft, who: PersonId) -> None:
    """Only what the case bringer takes along is public; what is «perhaps» stays private."""
    step, source = draft.session.step, draft.session.source()
    if who in draft.session.gave(step.slot):
        draft.tell(step.slot, who, step.phase.shows, line(s.REACTION, person=Person(who)))
    taken = chosen(draft.session, draft.session.taken)
    if source and taken:
        ballot = step.phase.ballot
        heading = (
            line(s.SORTS, person=Person(who), choice=ballot.first)
            if isinstance(ballot, SortBallot)
            else line(s.TAKES, person=Person(who))
        )
        draft.effects.append(
            Reveal(
                source.slot,
                tuple(dict.fromkeys(one.person for one in taken)),
                source.phase.shows,
                source.phase.named,
                heading,
                answers=tuple((one.person, one.field) for one in taken if one.field is not None),
            )
        )


def share(draft: Draft, who: PersonId, fields: tuple[str, ...]) -> None:
    """The group reads these questions of the story that was prepared."""
    found = told_from(draft.session)
    if found is not None:
        draft.tell(found[0], who, fields, line(s.STORY, person=Person(who)))
        draft.mark(told=(*draft.stage.told, *fields))


def sort(draft: Draft, taken: tuple[str, ...], maybe: tuple[str, ...]) -> None:
    """What is taken along, and what perhaps: what stands in both lists is taken along."""
    rest = [piece for piece in maybe if piece not in taken]
    draft.set(taken={**draft.session.taken, **placed(draft.session, taken)})
    draft.set(maybe={**draft.session.maybe, **placed(draft.session, rest)})
