"""What stands in the way of what members do of their own accord; None where nothing does."""

from collections.abc import Callable, Mapping

from methods.engine import afterword
from methods.engine import sentences as s
from methods.engine.choosing import voters
from methods.engine.events import Act
from methods.engine.forms import form_for, step_of
from methods.engine.leading import may_take_over
from methods.engine.linking import ballot_of, may_link
from methods.engine.moves import untold
from methods.engine.nudging import advice_step
from methods.engine.roles import (
    acting,
    authors,
    in_order,
    leads,
    notes_alone,
    on_paper,
    stage_of,
    told_from,
    typed_questions,
    ungathered,
    waiting,
)
from methods.engine.sorting import pieces
from methods.engine.state import Flow, Part, Session
from methods.engine.text import Moment, PersonId, Text
from methods.engine.turns import whose_turn

Objection = Callable[[Session, PersonId, Moment], Text | None]

TWICE = 2


def _write(session: Session, who: PersonId, _: Moment) -> Text | None:
    step = step_of(session)
    if form_for(session, who) is None:
        return s.NOT_NOW
    if step is not session.step:
        return None if who in session.members else s.NOT_YOURS
    if who not in authors(session):
        return None if notes_alone(session, who) else s.NOT_YOURS
    if session.flow is Flow.CHOOSE:
        return None if stage_of(session).part is Part.GATHERING else s.NOT_NOW
    if session.flow is Flow.ASK:
        return _write_question(session, who)
    closed = session.flow in {Flow.TURNS, Flow.TOGETHER} and who in session.shown.get(session.step.slot, ())
    return s.SHOWN_ALREADY if closed else None


def _write_question(session: Session, who: PersonId) -> Text | None:
    stage = stage_of(session)
    if who in session.shown.get(session.step.slot, ()):
        on_the_floor = stage.turn == who and who not in stage.probed
        return None if on_the_floor else s.ASKED_ALREADY
    return s.ASKED_ALREADY if who in stage.done else None


def _withdraw(session: Session, who: PersonId, _: Moment) -> Text | None:
    where = session.step.slot
    if not session.gave(where).get(who):
        return s.NOTHING_GIVEN
    return s.SHOWN_ALREADY if who in session.shown.get(where, ()) else None


def _pass(session: Session, who: PersonId, _: Moment) -> Text | None:
    if stage_of(session).part is Part.GATHERING:
        return None if who in ungathered(session) else s.DONE_ALREADY
    if session.flow not in PASSABLE:
        return s.NOT_NOW
    if in_order(session) and leads(session, who) and whose_turn(session, who):
        return None
    return _own(session, who)


def _done(session: Session, who: PersonId, _: Moment) -> Text | None:
    match session.flow:
        case Flow.TELL | Flow.REACT:
            return None if who == session.case_bringer else s.CASE_BRINGER_ONLY
        case Flow.OPEN if session.step.phase.stop_word:
            return None if who == session.case_bringer else s.CASE_BRINGER_ONLY
        case Flow.READ if stage_of(session).part is Part.MAIN:
            return _own(session, who) if who in acting(session) else s.NOT_YOURS
        case Flow.TURNS:
            return _turn_or_led(session, who)
        case Flow.WRITE | Flow.EVALUATE if on_paper(session):
            return _own(session, who)
        case Flow.ASK if in_order(session):
            return None if who == session.case_bringer and waiting(session) else _turn_or_led(session, who)
        case Flow.TOGETHER if not session.step.phase.form:
            return _own(session, who)
        case _:
            return s.NOT_NOW


def _own(session: Session, who: PersonId) -> Text | None:
    if who in waiting(session):
        return None
    if who in acting(session):
        return s.DONE_ALREADY
    return s.NOT_YOURS


def _turn_or_led(session: Session, who: PersonId) -> Text | None:
    if stage_of(session).turn in (None, who) or leads(session, who):
        return None if whose_turn(session, who) else s.DONE_ALREADY
    return s.NOT_YOUR_TURN if who in acting(session) else s.NOT_YOURS


def _later(session: Session, who: PersonId, _: Moment) -> Text | None:
    stage = stage_of(session)
    if not in_order(session):
        return s.NOT_NOW
    if stage.turn != who:
        return s.NOT_YOUR_TURN
    others = [p for p in waiting(session) if p not in (who, session.leads)]
    return None if others and who != session.leads else s.NOT_NOW


def _linger(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow is not Flow.WRITE or who not in waiting(session):
        return s.NOT_NOW
    return s.TWICE_LINGERED if stage_of(session).lingers.count(who) >= TWICE else None


def _vote(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow is Flow.ANSWER:
        return None if who in acting(session) else s.CASE_BRINGER_ONLY
    if session.flow is not Flow.CHOOSE or stage_of(session).part is not Part.VOTING:
        return s.NOT_NOW
    return None if who in voters(session) else s.NOT_YOURS


def _asked(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow is not Flow.CHOOSE or stage_of(session).part is not Part.ASKING:
        return s.NOT_NOW
    return None if session.ranking[:1] == (who,) else s.NOT_YOURS


def _offer_case(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow is not Flow.CHOOSE or stage_of(session).part is not Part.OFFERING:
        return s.NOT_NOW
    bringing = any(round_.case_bringer == who for round_ in session.rounds)
    return s.DONE_ALREADY if bringing else None if who in session.members else s.NOT_YOURS


def _offer_lead(session: Session, who: PersonId, _: Moment) -> Text | None:
    if may_take_over(session, who):
        return None
    if stage_of(session).part is not Part.LEADING or who not in session.members:
        return s.NOT_NOW
    return s.NOT_YOURS if who in (session.leader, session.case_bringer) else None


def _offer_notes(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.note_taker is not None:
        return s.NOTES_TAKEN
    if who not in session.members:
        return s.NOT_YOURS
    return s.NO_NOTES_BY_YOU if who in (session.case_bringer, session.leads) else None


def _share(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow not in {Flow.TELL, Flow.REACT} or (session.flow is Flow.REACT and not untold(session)):
        return s.NOT_NOW
    if who != session.case_bringer:
        return s.CASE_BRINGER_ONLY
    if told_from(session) is None:
        return s.NOTHING_GIVEN
    return None if untold(session) else s.SHOWN_ALREADY


def _sort(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow is not Flow.REACT or not pieces(session):
        return s.NOT_NOW
    return None if who == session.case_bringer else s.CASE_BRINGER_ONLY


def _link(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.flow is not Flow.OPEN or ballot_of(session) is None:
        return s.NOT_NOW
    return None if may_link(session, who) else s.NOTHING_TO_LINK


def _answered(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not typed_questions(session) or stage_of(session).turn is None:
        return s.NOT_NOW
    return None if who == session.case_bringer or leads(session, who) else s.CASE_BRINGER_ONLY


def _as_is(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if who in stage_of(session).weighing else s.DONE_ALREADY


def _for_advice(session: Session, who: PersonId, now: Moment) -> Text | None:
    if (reason := _as_is(session, who, now)) is not None:
        return reason
    asks = session.flow is Flow.ASK and advice_step(session, who) is not None
    return None if asks else s.NOT_NOW


PASSABLE = frozenset({Flow.WRITE, Flow.TURNS, Flow.TOGETHER, Flow.ASK, Flow.EVALUATE})


OF_MEMBERS: Mapping[Act, Objection] = {
    Act.WRITE: _write,
    Act.WITHDRAW: _withdraw,
    Act.PASS: _pass,
    Act.DONE: _done,
    Act.LATER: _later,
    Act.LINGER: _linger,
    Act.ADD: afterword.objection,
    Act.VOTE: _vote,
    Act.CONSENT: _asked,
    Act.DECLINE: _asked,
    Act.OFFER_CASE: _offer_case,
    Act.OFFER_LEAD: _offer_lead,
    Act.OFFER_NOTES: _offer_notes,
    Act.SHARE: _share,
    Act.SORT: _sort,
    Act.LINK: _link,
    Act.ANSWERED: _answered,
    Act.LEFT_OPEN: _answered,
    Act.AS_IS: _as_is,
    Act.FOR_ADVICE: _for_advice,
}
