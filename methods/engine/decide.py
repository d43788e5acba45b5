"""The rule book: what an event makes of a session.

`decide` is pure. It refuses with a sentence for the person, or returns the session as it becomes with what must
happen once and what must be written down. `legal.py` says who may do what when, `checking.py` what is wrong with
one event. This file says what follows from what participants do; `conducting.py` and `notices.py` say it of the rest.
"""

from methods.engine import afterword
from methods.engine import events as e
from methods.engine import sentences as s
from methods.engine.checking import ask_first, meant, stale, wrong
from methods.engine.choosing import (
    all_voted,
    answer,
    gathered,
    lead_group,
    offer,
    roles_filled,
    take_lead,
    tally,
)
from methods.engine.conducting import conduct
from methods.engine.draft import Draft
from methods.engine.events import AnyEvent
from methods.engine.handing_in import hand_in, pass_by, stand_by, take_back
from methods.engine.holes import filled
from methods.engine.leading import may_take_over, take_over
from methods.engine.legal import why_not
from methods.engine.linking import link
from methods.engine.messages import Agree, Decision, Refusal, Say
from methods.engine.model import Option, OptionBallot, RoleBallot
from methods.engine.notices import notice
from methods.engine.nudging import keep_for_advice
from methods.engine.reacting import share, show_reaction, sort
from methods.engine.roles import case_slot, in_order, upcoming_round, waiting
from methods.engine.state import EndedBy, Flow, Part, Session
from methods.engine.steps import (
    CODE,
    advance,
    advance_by_hand,
    return_to,
)
from methods.engine.text import Moment, Person, PersonId
from methods.engine.timing import GRACE
from methods.engine.turns import check_complete, defer_turn, end_question, end_turn

LINGER_SECONDS = 60


def decide(session: Session, event: AnyEvent, now: Moment) -> Decision | Refusal:
    """What becomes of `session` when `event` happens at `now`. A refusal changes nothing."""
    if isinstance(event, e.Event):
        reason = (
            stale(session, event) or why_not(session, event.by, event.act, now) or wrong(session, event, now)
        )
        if reason is not None:
            return Refusal(reason)
        question = ask_first(session, event)
        if question is not None:
            return Refusal(question, ask=True)
        draft = Draft(session, now)
        _act(draft, event)
        if event.by in draft.session.members:
            draft.set(heard=now)
        return draft.decided()
    return notice(session, event, now)


# --- What follows ----------------------------------------------------------------------------------------


def _act(draft: Draft, event: e.Event) -> None:
    who = event.by
    match event:
        case e.Contributed(words=words, nudge=nudge):
            hand_in(draft, who, words, nudge=nudge)
            _concluded(draft, done=_gathering(draft) and gathered(draft))
        case e.Stood():
            stand_by(draft, who)
        case e.Reserved():
            keep_for_advice(draft, who)
            take_back(draft, who)
        case e.Withdrew():
            take_back(draft, who)
        case e.Passed():
            pass_by(draft, meant(draft.session, event) if in_order(draft.session) else who)
            _concluded(draft, done=_gathering(draft) and gathered(draft))
        case e.Finished():
            _finish(draft, event)
        case e.Deferred():
            defer_turn(draft, who)
        case e.Lingered():
            _linger(draft, who)
        case e.Added(text=text):
            afterword.add(draft, who, text)
        case e.Voted(choices=choices):
            _vote(draft, who, choices)
        case e.Consented() | e.Declined():
            _concluded(draft, done=answer(draft, consents=isinstance(event, e.Consented)))
        case e.OfferedCase():
            _concluded(draft, done=offer(draft, who))
        case e.OfferedLead():
            _concluded(draft, done=_lead(draft, who))
        case e.OfferedNotes():
            draft.set(note_taker=who)
            draft.say(s.NOTES, person=Person(who))
            _concluded(draft, done=_choosing_roles(draft) and roles_filled(draft.session))
        case e.Shared(fields=fields):
            share(draft, who, fields)
        case e.Sorted(taken=taken, maybe=maybe):
            sort(draft, taken, maybe)
        case e.Linked(choices=choices):
            link(draft, who, choices)
        case e.Answered():
            end_question(draft)
        case e.LeftOpen():
            draft.say(s.LEFT_FOR_NOW, person=Person(draft.session.case_bringer or who))
            end_question(draft)
        case _:
            conduct(draft, event)


def _concluded(draft: Draft, *, done: bool) -> None:
    if done:
        advance(draft, EndedBy.ALL_IN)


def _gathering(draft: Draft) -> bool:
    return draft.session.under_way and draft.stage.part is Part.GATHERING


def _choosing_roles(draft: Draft) -> bool:
    return isinstance(draft.session.step.phase.ballot, RoleBallot)


def _lead(draft: Draft, who: PersonId) -> bool:
    """Somebody will lead. Returns whether the choice is complete with it."""
    if _choosing_roles(draft):
        return lead_group(draft, who)
    if may_take_over(draft.session, who):
        take_over(draft, who)
        return False
    take_lead(draft, upcoming_round(draft.session), who)
    return draft.session.flow is Flow.CHOOSE


def _finish(draft: Draft, event: e.Finished) -> None:
    who = event.by
    match draft.session.flow:
        case Flow.TELL:
            advance_by_hand(draft, EndedBy.CASE_BRINGER)
        case Flow.OPEN:  # the stop word: no question, no reason, and no way to miss it
            draft.say(s.STOP_WORD, person=Person(who))
            advance(draft, EndedBy.CASE_BRINGER)
        case Flow.REACT:
            show_reaction(draft, who)
            advance(draft, EndedBy.CASE_BRINGER)
        case Flow.TURNS | Flow.ASK:
            end_turn(draft, meant(draft.session, event))
        case _:
            if draft.session.step.slot == case_slot(draft.session):
                draft.pitched(draft.session.step.slot, who)  # on paper; it can be chosen all the same
            draft.settle(who)
            check_complete(draft)


def _linger(draft: Draft, who: PersonId) -> None:
    until = max(draft.now, draft.stage.ends + GRACE, draft.stage.hold or 0) + LINGER_SECONDS
    draft.mark(lingers=(*draft.stage.lingers, who), hold=Moment(until))
    draft.say(s.LINGERED)


def _vote(draft: Draft, who: PersonId, choices: tuple[str, ...]) -> None:
    if draft.session.flow is Flow.ANSWER:
        _answer(draft, who, choices[0])
        return
    draft.mark(votes={**draft.stage.votes, who: choices})
    draft.settle(who)
    if all_voted(draft.session):
        _concluded(draft, done=tally(draft))


def _answer(draft: Draft, who: PersonId, chosen: str) -> None:
    """A fixed answer: the last one to give it ends the step, or it leads back to an earlier one."""
    draft.set(answers={**draft.session.answers, draft.session.step.slot: chosen})
    draft.settle(who)
    if draft.session.step.phase.id == CODE and who not in draft.session.agreed:
        draft.set(agreed=(*draft.session.agreed, who))
        draft.keeps.append(Agree(who))
    option, ballot = _option(draft.session, chosen), draft.session.step.phase.ballot
    if option is not None and isinstance(ballot, OptionBallot) and ballot.told:
        draft.say(s.CHOSE, person=Person(who), choice=option.label)
    if option is not None and option.said is not None:
        draft.effects.append(Say(filled(draft.session, option.said)))
    if option is not None and option.back is not None:
        return_to(draft, option.back, EndedBy.CASE_BRINGER)
    else:
        _concluded(draft, done=not waiting(draft.session))


def _option(session: Session, chosen: str) -> Option | None:
    """What this answer of the step stands for."""
    ballot = session.step.phase.ballot
    options = ballot.options if isinstance(ballot, OptionBallot) else ()
    return next((one for one in options if one.id == chosen), None)
