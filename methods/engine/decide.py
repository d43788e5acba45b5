"""The rule book: what an event makes of a session.

`decide` is pure. It refuses with a sentence for the person, or returns the session as it becomes with what must
happen once and what must be written down. `legal.py` says who may do what when, `checking.py` what is wrong with
one event; this file says what follows.
"""

from collections.abc import Mapping
from dataclasses import replace

from methods.engine import messages as m
from methods.engine import sentences as s
from methods.engine.checking import ask_first, meant, stale, wrong
from methods.engine.choosing import (
    all_voted,
    answer,
    gathered,
    gathering_over,
    lead_group,
    offer,
    offers_over,
    roles_filled,
    take_lead,
    tally,
)
from methods.engine.draft import Draft
from methods.engine.handing_in import hand_in, pass_by, stand_by, take_back
from methods.engine.holes import filled
from methods.engine.leading import ask_to_take_over, may_take_over, take_over
from methods.engine.legal import leads, why_not
from methods.engine.linking import link
from methods.engine.messages import AnyEvent, Decision, Refusal, Reveal, Say
from methods.engine.model import OptionBallot, RoleBallot, SortBallot
from methods.engine.nudging import keep_for_advice
from methods.engine.presence import admit, depart, join
from methods.engine.replanning import promise_return, set_return
from methods.engine.roles import case_slot, in_order, told_from, typed_questions, upcoming_round, waiting
from methods.engine.rules import SHOWN
from methods.engine.sorting import chosen, placed
from methods.engine.state import Call, EndedBy, Flow, Need, Part, Session, Status
from methods.engine.steps import (
    CODE,
    advance,
    advance_by_hand,
    end,
    end_lost_case,
    enter,
    forget,
    freeze,
    go_back,
    lost,
    return_to,
    set_back,
    stop_case,
    thaw,
    undo,
)
from methods.engine.text import At, Moment, Person, PersonId, Text, line
from methods.engine.timing import GRACE, due, led, time_up
from methods.engine.turns import check_complete, defer_turn, end_question, end_turn, put_question

EXTENSION_MINUTES = 2
LINGER_SECONDS = 60


def decide(session: Session, event: AnyEvent, now: Moment) -> Decision | Refusal:
    """What becomes of `session` when `event` happens at `now`. A refusal changes nothing."""
    if isinstance(event, m.Event):
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
    return _notice(session, event, now)


# --- What follows ----------------------------------------------------------------------------------------


def _act(draft: Draft, event: m.Event) -> None:
    who = event.by
    match event:
        case m.Contributed(words=words, nudge=nudge):
            hand_in(draft, who, words, nudge=nudge)
            _concluded(draft, done=_gathering(draft) and gathered(draft))
        case m.Stood():
            stand_by(draft, who)
        case m.Reserved():
            keep_for_advice(draft, who)
            take_back(draft, who)
        case m.Withdrew():
            take_back(draft, who)
        case m.Passed():
            pass_by(draft, meant(draft.session, event) if in_order(draft.session) else who)
            _concluded(draft, done=_gathering(draft) and gathered(draft))
        case m.Finished():
            _finish(draft, event)
        case m.Deferred():
            defer_turn(draft, who)
        case m.Lingered():
            _linger(draft, who)
        case m.Voted(choices=choices):
            _vote(draft, who, choices)
        case m.Consented() | m.Declined():
            _concluded(draft, done=answer(draft, consents=isinstance(event, m.Consented)))
        case m.OfferedCase():
            _concluded(draft, done=offer(draft, who))
        case m.OfferedLead():
            _concluded(draft, done=_lead(draft, who))
        case m.OfferedNotes():
            draft.set(note_taker=who)
            draft.say(s.NOTES, person=Person(who))
            _concluded(draft, done=_choosing_roles(draft) and roles_filled(draft.session))
        case m.Shared(fields=fields):
            _share(draft, who, fields)
        case m.Sorted(taken=taken, maybe=maybe):
            _sort(draft, taken, maybe)
        case m.Linked(choices=choices):
            link(draft, who, choices)
        case m.Answered():
            end_question(draft)
        case m.LeftOpen():
            draft.say(s.LEFT_FOR_NOW, person=Person(draft.session.case_bringer or who))
            end_question(draft)
        case _:
            _conduct(draft, event)


def _conduct(draft: Draft, event: m.Event) -> None:
    """The acts of those who conduct, and of anybody who needs the clock to stand still."""
    who = event.by
    if who == draft.session.leads and draft.session.handing and not isinstance(event, m.HandedOver):
        draft.set(handing=False)  # the leader is there
    match event:
        case m.HandedOver():
            ask_to_take_over(draft)
        case m.Admitted():
            admit(draft)
        case m.Advanced():
            _advance(draft, who)
        case m.Returned():
            go_back(draft, ended_by(draft.session, who))
        case m.Extended():
            _extend(draft, who)
        case m.Paused():
            freeze(draft, Status.PAUSED, draft.now)
            draft.say(s.PAUSED)
        case m.Resumed():
            _resume(draft, who)
        case m.Undone():
            undo(draft)
        case m.Reminded():
            _remind(draft)
        case m.Stilled():
            _still(draft)
        case m.Stopped():
            draft.say(s.STOPPED)
            stop_case(draft, EndedBy.CASE_BRINGER)
        case m.AskedHelp():
            _call(draft, who, Need.MODERATOR)
        case m.Faltered():
            _call(draft, who, Need.TECHNIQUE)
        case m.FeltUnwell():
            _call(draft, who, Need.UNWELL)
        case m.Helped():
            _come(draft, who)
        case m.Settled():
            _go(draft, who)
        case m.Freed():
            _free(draft)
        case m.Hushed():
            _hush(draft)
        case m.ReturnSet(until=until):
            set_return(draft, until)
        case m.Closed():
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


def _finish(draft: Draft, event: m.Finished) -> None:
    who = event.by
    match draft.session.flow:
        case Flow.TELL:
            advance_by_hand(draft, EndedBy.CASE_BRINGER)
        case Flow.OPEN:  # the stop word: no question, no reason, and no way to miss it
            draft.say(s.STOP_WORD, person=Person(who))
            advance(draft, EndedBy.CASE_BRINGER)
        case Flow.REACT:
            _show_reaction(draft, who)
            advance(draft, EndedBy.CASE_BRINGER)
        case Flow.TURNS | Flow.ASK:
            end_turn(draft, meant(draft.session, event))
        case _:
            if draft.session.step.slot == case_slot(draft.session):
                draft.pitched(draft.session.step.slot, who)  # on paper; it can be chosen all the same
            draft.settle(who)
            check_complete(draft)


def _show_reaction(draft: Draft, who: PersonId) -> None:
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
        draft.keeps.append(m.Agree(who))
    ballot = draft.session.step.phase.ballot
    option = (
        next((o for o in ballot.options if o.id == chosen), None)
        if isinstance(ballot, OptionBallot)
        else None
    )
    if option is not None and isinstance(ballot, OptionBallot) and ballot.told:
        draft.say(s.CHOSE, person=Person(who), choice=option.label)
    if option is not None and option.said is not None:
        draft.effects.append(Say(filled(draft.session, option.said)))
    if option is not None and option.back is not None:
        return_to(draft, option.back, EndedBy.CASE_BRINGER)
    else:
        _concluded(draft, done=not waiting(draft.session))


def _share(draft: Draft, who: PersonId, fields: tuple[str, ...]) -> None:
    found = told_from(draft.session)
    if found is not None:
        draft.tell(found[0], who, fields, line(s.STORY, person=Person(who)))
        draft.mark(told=(*draft.stage.told, *fields))


def _sort(draft: Draft, taken: tuple[str, ...], maybe: tuple[str, ...]) -> None:
    rest = [piece for piece in maybe if piece not in taken]
    draft.set(taken={**draft.session.taken, **placed(draft.session, taken)})
    draft.set(maybe={**draft.session.maybe, **placed(draft.session, rest)})


def _advance(draft: Draft, who: PersonId) -> None:
    """On to the next step, or, while a case or a leader is being chosen, to the next part of it."""
    match draft.stage.part:
        case Part.GATHERING:
            _concluded(draft, done=gathering_over(draft))
        case Part.VOTING:
            _concluded(draft, done=tally(draft))
        case Part.LEADING:
            _concluded(draft, done=led(draft))
        case Part.OFFERING | Part.ASKING:
            _concluded(draft, done=offers_over(draft))
        case Part.MAIN:
            advance_by_hand(draft, ended_by(draft.session, who))


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


# --- What happens without anybody's press ----------------------------------------------------------------


def _notice(session: Session, event: AnyEvent, now: Moment) -> Decision | Refusal:
    draft = Draft(session, now)
    match event:
        case m.Started(prepared=prepared, agreed=agreed):
            draft.set(agreed=agreed)
            return _start(draft, prepared)
        case m.TimeUp(visit=visit):
            moment = due(session)
            if visit != session.visit or moment is None or now < moment:
                return Refusal(s.EARLY)
            time_up(draft)
        case m.Interrupted(last=last):
            if not session.under_way or (session.status is not Status.RUNNING and last <= now):
                return Refusal(s.NOT_NOW)
            _interrupt(draft, last)
        case m.Joined(who=who, prepared=fields, agreed=before):
            if who in (*session.members, *session.door) or session.status is Status.ENDED:
                return Refusal(s.DONE_ALREADY)
            if before:
                draft.set(agreed=(*session.agreed, who))
            join(draft, who, fields)
        case m.Left(who=who):
            if who not in (*session.members, *session.door):
                return Refusal(s.STRANGER)
            depart(draft, who)
        case m.Moved(who=who, group=group):
            if who not in (*session.members, *session.door) or session.status is Status.ENDED:
                return Refusal(s.STRANGER)
            depart(draft, who, to=group)
        case m.LeaderSet(who=who):
            if session.status is Status.ENDED or (who is not None and who not in session.members):
                return Refusal(s.STRANGER)
            if who is not None and who == session.case_bringer:
                return Refusal(s.NEVER_OWN_CASE)
            take_over(draft, who)
        case m.Removed(visit=visit, room=moved):
            if not session.under_way or visit != session.visit:
                return Refusal(s.STALE)
            draft.effects.append(m.Announce(visit, moved=moved))
        case m.Appointed(moderators=moderators):
            draft.set(moderators=moderators)
        case m.Event():
            raise AssertionError(event)
    return draft.decided()


def _start(draft: Draft, prepared: Mapping[PersonId, tuple[str, ...]]) -> Decision | Refusal:
    if draft.session.status is not Status.WAITING:
        return Refusal(s.STARTED_ALREADY)
    where = case_slot(draft.session)
    if where is not None and prepared:
        draft.set(given={**draft.session.given, where: dict(prepared)})
    draft.set(status=Status.RUNNING)
    promise_return(draft)
    enter(draft, 0)
    return draft.decided()


def _interrupt(draft: Draft, last: Moment) -> None:
    """Kring was away: the clock stopped at its last heartbeat, and people say when they go on."""
    if last > draft.now:
        set_back(draft, last - draft.now)
    if draft.session.status is not Status.RUNNING:
        return
    freeze(draft, Status.PAUSED, Moment(min(max(last, draft.stage.entered), draft.now)))
    leader = draft.session.leads
    if leader is None:
        draft.say(s.AWAY_ALL)
    else:
        draft.say(s.AWAY, leader=Person(leader, ping=True))
