"""What each act needs when nothing stands in its way: its form, its choices, whose turn it is about."""

from methods.engine.afterword import FORM
from methods.engine.events import Act
from methods.engine.forms import form_for
from methods.engine.linking import linking
from methods.engine.messages import Choice, Move
from methods.engine.model import CaseBallot, Field, OptionBallot
from methods.engine.roles import (
    candidates,
    chosen_from,
    in_order,
    stage_of,
    told_from,
)
from methods.engine.sorting import Piece, chosen, pieces
from methods.engine.state import Flow, Session
from methods.engine.text import Person, PersonId, Said, Text, line
from methods.engine.turns import whose_turn


def move_of(session: Session, who: PersonId, act: Act) -> Move:
    """What this act needs, when nothing stands in its way."""
    if act is Act.WRITE:
        return Move(act, form=form_for(session, who))
    if act is Act.ADD:
        return Move(act, form=FORM)
    stage = stage_of(session)
    match act:
        case Act.PASS | Act.DONE if in_order(session):
            return Move(act, whose=whose_turn(session, who))
        case Act.VOTE:
            ballot = session.step.phase.ballot
            if isinstance(ballot, CaseBallot):
                return Move(act, choices=cases_of(session, who), at_most=ballot.votes)
            return Move(act, choices=options_of(session), at_most=1)
        case Act.SHARE:
            return _sharing(session)
        case Act.SORT:
            return _sorting(session)
        case Act.LINK:
            return linking(session, who)
        case Act.ANSWERED | Act.LEFT_OPEN:
            return Move(act, ordinal=stage.asked)
        case Act.EXTEND:
            return Move(act, ordinal=stage.extended)
        case Act.REMIND:
            return Move(act, ordinal=stage.reminded)
        case Act.FREE:
            return Move(act, ordinal=stage.freed)
        case Act.HUSH:
            return Move(act, ordinal=session.hushed)
        case Act.LINGER:
            return Move(act, ordinal=stage.lingers.count(who))
        case Act.PAUSE | Act.RESUME | Act.STILL:
            return Move(act, ordinal=session.pauses)
        case _:
            return Move(act)


def options_of(session: Session) -> tuple[Choice, ...]:
    ballot = session.step.phase.ballot
    chosen = session.answers.get(session.step.slot)
    options = ballot.options if isinstance(ballot, OptionBallot) else ()
    return tuple(Choice(o.id, line(o.label), on=o.id == chosen) for o in options)


UNTITLED = Text(nl="De casus van {person}", en="{person}’s case")


TITLE_OF = Text(nl="{person}: {title}", en="{person}: {title}")


TITLE = Text(nl="{title}", en="{title}")


def cases_of(session: Session, who: PersonId) -> tuple[Choice, ...]:
    (where, title), mine = chosen_from(session), stage_of(session).votes.get(who, ())
    named = owners_named(session)

    def choice(owner: PersonId) -> Choice:
        said = Said(where, owner, title)
        if title not in session.gave(where)[owner]:
            label = line(UNTITLED, person=Person(owner))
        elif named:
            label = line(TITLE_OF, person=Person(owner), title=said)
        else:
            label = line(TITLE, title=said)
        return Choice(str(owner), label, on=str(owner) in mine)

    return tuple(choice(owner) for owner in candidates(session) if owner != who)


def owners_named(session: Session) -> bool:
    """Whether people know whose case is whose before one is chosen."""
    ballot = session.step.phase.ballot
    return not (
        isinstance(ballot, CaseBallot)
        and any(step.phase.after == ballot.cases and not step.phase.named for step in session.script)
    )


def untold(session: Session) -> tuple[Field, ...]:
    """The questions of the prepared story that have an answer and were not shown yet."""
    where, filled = told_from(session) or ("", ())
    told = stage_of(session).told
    # The same step may stand in the script twice: a choice that went on asks its questions once.
    forms = dict.fromkeys(
        step.phase.form for step in session.script if step.slot == where and step.phase.form
    )
    now = None if session.flow is Flow.TELL else session.step.phase.id
    fields = [field for form in forms for field in form.fields if field.until == now]
    return tuple(field for field in fields if field.id in filled and field.id not in told)


def _sharing(session: Session) -> Move:
    asked = untold(session)
    chosen = tuple(Choice(field.id, line(field.label), on=not field.kept_back) for field in asked)
    return Move(Act.SHARE, choices=chosen, at_most=len(chosen))


def _sorting(session: Session) -> Move:
    source = session.source()
    if source is None or source.phase.form is None:
        return Move(Act.SORT)
    first, taken = source.phase.form.fields[0].id, chosen(session, session.taken)

    def choice(one: Piece) -> Choice:
        said = Said(source.slot, one.person, one.field or first)
        return Choice(one.id, line(TITLE_OF, person=Person(one.person), title=said), on=one in taken)

    choices = tuple(choice(one) for one in pieces(session))
    return Move(Act.SORT, choices=choices, at_most=len(choices))
