"""What becomes of the acts of those who conduct, and of whoever needs the clock to stand still or a moderator to come."""

from dataclasses import replace

from methods.engine import events as e
from methods.engine import sentences as s
from methods.engine.draft import Draft
from methods.engine.handing_in import stand_by
from methods.engine.holes import filled
from methods.engine.leading import ask_to_take_over
from methods.engine.messages import Say
from methods.engine.presence import admit
from methods.engine.replanning import set_return
from methods.engine.roles import leads, typed_questions
from methods.engine.rules import SHOWN
from methods.engine.standstill import freeze, thaw
from methods.engine.state import Call, EndedBy, Flow, Need, Part, Session, Status
from methods.engine.steps import advance_by_hand, end, forget, go_back, undo
from methods.engine.stopping import end_lost_case, lost, stop_case
from methods.engine.text import At, Moment, Person, PersonId, Text
from methods.engine.timing import part_over
from methods.engine.turns import put_question

EXTENSION_MINUTES = 2


def conduct(draft: Draft, event: e.Event) -> None:
    """The acts of those who conduct, and of anybody who needs the clock to stand still."""
    who = event.by
    if who == draft.session.leads and draft.session.handing and not isinstance(event, e.HandedOver):
        draft.set(handing=False)  # the leader is there
    match event:
        case e.HandedOver():
            ask_to_take_over(draft)
        case e.Admitted():
            admit(draft)
        case e.Advanced():
            _advance(draft, who)
        case e.Returned():
            go_back(draft, ended_by(draft.session, who))
        case e.Extended():
            _extend(draft, who)
        case e.Paused():
            freeze(draft, Status.PAUSED, draft.now)
            draft.say(s.PAUSED)
        case e.Resumed():
            _resume(draft, who)
        case e.Undone():
            undo(draft)
        case e.Reminded():
            _remind(draft)
        case e.Stilled():
            _still(draft)
        case e.Stopped():
            draft.say(s.STOPPED)
            stop_case(draft, EndedBy.CASE_BRINGER)
        case e.AskedHelp():
            _call(draft, who, Need.MODERATOR)
        case e.Faltered():
            _call(draft, who, Need.TECHNIQUE)
        case e.FeltUnwell():
            _call(draft, who, Need.UNWELL)
        case e.Helped():
            _come(draft, who)
        case e.Settled():
            _go(draft, who)
        case e.Freed():
            _free(draft)
        case e.Hushed():
            _hush(draft)
        case e.ReturnSet(until=until):
            set_return(draft, until)
        case e.Closed():
            forget(draft)
            end(draft)
        case _:
            raise AssertionError(event)


def ended_by(session: Session, who: PersonId) -> EndedBy:
    """In which role this person ends a step; a moderator who leads the plenary is a moderator."""
    visiting = who in session.moderators and who not in session.members
    if who == session.leads and not visiting:
        return EndedBy.LEADER
    if who in session.moderators:
        return EndedBy.MODERATOR
    return EndedBy.CASE_BRINGER if who == session.case_bringer else EndedBy.ALL_IN


def _advance(draft: Draft, who: PersonId) -> None:
    """On to the next step, or, while a case or a leader is being chosen, to the next part of it."""
    if draft.stage.part is Part.MAIN:
        advance_by_hand(draft, ended_by(draft.session, who))
    else:
        part_over(draft)


def _extend(draft: Draft, who: PersonId) -> None:
    """Two minutes more; where Kring leads, when a second member wants them too."""
    stage, more = draft.stage, 60 * EXTENSION_MINUTES
    if not leads(draft.session, who) and not stage.wishes:
        draft.mark(wishes=(who,))
        draft.say(s.WISHES_MORE)
        return
    ends = Moment(max(stage.ends, draft.now) + more)
    timer = None if stage.timer is None else Moment(stage.timer + more)
    draft.mark(ends=ends, timer=timer, extended=stage.extended + 1, wishes=())
    draft.mark(over=False, noticed=False, called=False, ready=None)
    draft.set(buffer=max(0, draft.session.buffer - EXTENSION_MINUTES))
    until = timer if timer is not None and draft.session.flow is Flow.CHOOSE else ends
    draft.say(s.EXTENDED, at=At(until))


def _go(draft: Draft, who: PersonId) -> None:
    """A moderator who came is done here."""
    draft.set(
        calls=tuple(call for call in draft.session.calls if call.taken != who),
        visitors=tuple(p for p in draft.session.visitors if p != who),
    )
    draft.say(s.HELP_GOES, person=Person(who))


def _free(draft: Draft) -> None:
    """Everybody talks freely in this step, or comes back to it."""
    draft.mark(freed=draft.stage.freed + 1)
    draft.say(s.FREE_TALK if draft.stage.freed % 2 else s.NO_FREE_TALK)


def _hush(draft: Draft) -> None:
    """Private remarks off, or on again; what was weighed goes on as it is."""
    draft.set(hushed=draft.session.hushed + 1)
    for who in draft.stage.weighing:
        stand_by(draft, who)


def _resume(draft: Draft, who: PersonId) -> None:
    if lost(draft.session):
        end_lost_case(draft, ended_by(draft.session, who))
        return
    thaw(draft)
    if draft.session.flow is Flow.CHOOSE or draft.stage.over:
        draft.say(s.RESUMED_OPEN)
    else:
        draft.say(s.RESUMED, at=At(draft.stage.ends))
    if typed_questions(draft.session) and draft.stage.turn is None:
        put_question(draft)


def _remind(draft: Draft) -> None:
    """The first agreement of this step, to everybody and about nobody."""
    draft.mark(reminded=draft.stage.reminded + 1)
    shown = SHOWN[draft.session.step.phase.rules[0]]
    said = Text(nl=s.REMINDER.nl + shown.nl, en=s.REMINDER.en + shown.en)
    draft.effects.append(Say(filled(draft.session, said)))


def _call(draft: Draft, who: PersonId, need: Need) -> None:
    """Said to nobody in the room: it may be about somebody there."""
    draft.set(calls=(*draft.session.calls, Call(who, need, draft.now)))


def _come(draft: Draft, who: PersonId) -> None:
    """A moderator comes: the room is told and is open to him or her, until the next step at the latest."""
    session = draft.session
    visitors = session.visitors if who in (*session.visitors, *session.members) else (*session.visitors, who)
    calls = tuple(replace(call, taken=who) if call.taken is None else call for call in session.calls)
    draft.set(calls=calls, visitors=visitors)
    draft.say(s.HELP_COMES, person=Person(who))


def _still(draft: Draft) -> None:
    """A minute of silence, or one more."""
    freeze(draft, Status.STILL, draft.now)
    draft.say(s.STILLED)
