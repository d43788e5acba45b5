"""The rule book: what an event makes of a session.

`decide` is pure. It refuses with a sentence for the person, or returns the session as it becomes with what must
happen once and what must be written down. `legal.py` says who may do what when; this file says what follows.
"""

from collections.abc import Mapping
from dataclasses import replace

from methods.engine import messages as m
from methods.engine import sentences as s
from methods.engine.choosing import answer, ask_next, offer, offers_over, take_lead, tally, voters
from methods.engine.draft import Draft
from methods.engine.handing_in import faulty, hand_in, pass_by, take_back
from methods.engine.legal import legal, sortable, whose_turn, why_not
from methods.engine.messages import AnyEvent, Decision, Refusal, Reveal
from methods.engine.roles import case_slot, reveals, told_from, waiting
from methods.engine.rules import SHOWN
from methods.engine.state import EndedBy, Flow, Part, Session, Status
from methods.engine.steps import advance, advance_by_hand, end, enter, freeze, go_back, stop_case, thaw, undo
from methods.engine.text import At, Moment, Person, PersonId, Text, line
from methods.engine.timing import GRACE, due, led, time_up, upcoming_round
from methods.engine.turns import check_complete, defer_turn, end_question, end_turn, next_turn

EXTENSION_MINUTES = 2
LINGER_SECONDS = 60


def decide(session: Session, event: AnyEvent, now: Moment) -> Decision | Refusal:
    """What becomes of `session` when `event` happens at `now`. A refusal changes nothing."""
    if isinstance(event, m.Event):
        reason = (
            _stale(session, event)
            or why_not(session, event.by, event.act, now)
            or _wrong(session, event, now)
        )
        if reason is not None:
            return Refusal(reason)
        question = _ask_first(session, event)
        if question is not None:
            return Refusal(question, ask=True)
        draft = Draft(session, now)
        _act(draft, event)
        return draft.decided()
    return _notice(session, event, now)


# --- Before anything happens ----------------------------------------------------------------------------


def _stale(session: Session, event: m.Event) -> Text | None:
    """An old button, or the second half of a double click."""
    if session.status is Status.ENDED or session.stage is None:
        return None
    if event.visit != session.visit:
        known = event.by in session.members or event.by in session.moderators
        return s.STALE if known else s.STRANGER
    return None


def _wrong(session: Session, event: m.Event, now: Moment) -> Text | None:
    """What is wrong with what the event carries; the act itself is allowed."""
    match event:
        case m.Contributed():
            return faulty(session, event.by, event.words)
        case m.Voted():
            return _wrong_vote(session, event, now)
        case m.Shared():
            return _not_among(event.fields, session, event, now)
        case m.Sorted():
            mine = set(event.taken) | set(event.maybe)
            return None if mine <= set(sortable(session)) else s.BAD_CHOICE
        case m.Passed() | m.Finished() if event.whose is not None:
            return None if event.whose in (event.by, whose_turn(session, event.by)) else s.NOT_YOUR_TURN
        case (
            m.Answered() | m.LeftOpen() | m.Extended() | m.Paused() | m.Resumed() | m.Stilled() | m.Lingered()
        ):
            move = next((one for one in legal(session, event.by, now) if one.act is event.act), None)
            return None if move is not None and move.ordinal == event.ordinal else s.STALE
        case _:
            return None


def _wrong_vote(session: Session, event: m.Voted, now: Moment) -> Text | None:
    if str(event.by) in event.choices and session.flow is Flow.CHOOSE:
        return s.OWN_CASE
    move = next(one for one in legal(session, event.by, now) if one.act is event.act)
    if not 1 <= len(set(event.choices)) == len(event.choices) <= move.at_most:
        return s.BAD_CHOICE
    return _not_among(event.choices, session, event, now)


def _not_among(chosen: tuple[str, ...], session: Session, event: m.Event, now: Moment) -> Text | None:
    move = next(one for one in legal(session, event.by, now) if one.act is event.act)
    offered = {choice.value for choice in move.choices}
    return None if chosen and set(chosen) <= offered else s.BAD_CHOICE


def _ask_first(session: Session, event: m.Event) -> Text | None:
    """What is asked before something is done that cannot be undone, or that cuts people short."""
    match event:
        case m.Advanced(sure=False) if _reveal_ahead(session):
            return s.REVEAL_NEXT
        case m.Advanced(sure=False) if waiting(session) and session.flow is not Flow.READ:
            return s.STILL_BUSY
        case m.Stopped(sure=False):
            return s.STOP_SURE
        case m.Closed(sure=False):
            return s.CLOSE_SURE
        case _:
            return None


def _reveal_ahead(session: Session) -> bool:
    ahead = session.at + 1
    return not stays_in_step(session) and ahead < len(session.script) and reveals(session.script[ahead])


def stays_in_step(session: Session) -> bool:
    """Whether `next` only ends a part of the current step: the vote, the search for a case or a leader."""
    return session.stage is not None and session.stage.part is not Part.MAIN


# --- What follows ----------------------------------------------------------------------------------------


def _act(draft: Draft, event: m.Event) -> None:
    who = event.by
    match event:
        case m.Contributed(words=words):
            hand_in(draft, who, words)
        case m.Withdrew():
            take_back(draft, who)
        case m.Passed(whose=whose):
            pass_by(draft, whose or who)
        case m.Finished(whose=whose):
            _finish(draft, who, whose)
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
            choosing = draft.session.flow is Flow.CHOOSE
            take_lead(draft, 0 if choosing else upcoming_round(draft.session), who)
            _concluded(draft, done=choosing)
        case m.OfferedNotes():
            draft.set(note_taker=who)
            draft.say(s.NOTES, person=Person(who))
        case m.Shared(fields=fields):
            _share(draft, who, fields)
        case m.Sorted(taken=taken, maybe=maybe):
            _sort(draft, taken, maybe)
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
    match event:
        case m.Advanced():
            _advance(draft, who)
        case m.Returned():
            go_back(draft, ended_by(draft.session, who))
        case m.Extended():
            _extend(draft)
        case m.Paused():
            freeze(draft, Status.PAUSED, draft.now)
            draft.say(s.PAUSED)
        case m.Resumed():
            thaw(draft)
            draft.say(s.RESUMED, at=At(draft.stage.ends))
        case m.Undone():
            undo(draft)
        case m.Reminded():
            _remind(draft)
        case m.Stilled():
            _still(draft)
        case m.Stopped():
            _to_running(draft)
            draft.say(s.STOPPED)
            stop_case(draft, EndedBy.CASE_BRINGER)
        case m.AskedHelp():
            draft.set(help=(*draft.session.help, who))
            draft.say(s.HELP_CALLED)
        case m.Helped():
            draft.set(help=())
            draft.say(s.HELP_COMES, person=Person(who))
        case m.Closed():
            end(draft)
        case _:
            raise AssertionError(event)


def ended_by(session: Session, who: PersonId) -> EndedBy:
    """In which role this person ends a step."""
    if who == session.leads:
        return EndedBy.LEADER
    if who in session.moderators:
        return EndedBy.MODERATOR
    return EndedBy.CASE_BRINGER if who == session.case_bringer else EndedBy.ALL_IN


def _concluded(draft: Draft, *, done: bool) -> None:
    if done:
        advance(draft, EndedBy.ALL_IN)


def _finish(draft: Draft, who: PersonId, whose: PersonId | None) -> None:
    match draft.session.flow:
        case Flow.TELL:
            draft.settle(who)
            advance_by_hand(draft, EndedBy.CASE_BRINGER)
        case Flow.REACT:
            draft.settle(who)
            _show_reaction(draft, who)
            advance(draft, EndedBy.CASE_BRINGER)
        case Flow.TURNS | Flow.ASK:
            end_turn(draft, whose or whose_turn(draft.session, who) or who)
        case _:
            draft.settle(who)
            check_complete(draft)


def _show_reaction(draft: Draft, who: PersonId) -> None:
    """Only what the case bringer takes along is public; what is «perhaps» stays private."""
    step, source = draft.session.step, draft.session.source()
    if who in draft.session.gave(step.slot):
        draft.tell(step.slot, who, step.phase.shows, line(s.REACTION, person=Person(who)))
    taken = draft.session.taken.get(source.slot, ()) if source else ()
    if source and taken:
        heading = line(s.TAKES, person=Person(who))
        draft.effects.append(Reveal(source.slot, taken, source.phase.shows, source.phase.named, heading))


def _linger(draft: Draft, who: PersonId) -> None:
    until = max(draft.now, draft.stage.ends + GRACE, draft.stage.hold or 0) + LINGER_SECONDS
    draft.mark(lingers=(*draft.stage.lingers, who), hold=Moment(until))
    draft.say(s.LINGERED)


def _vote(draft: Draft, who: PersonId, choices: tuple[str, ...]) -> None:
    if draft.session.flow is Flow.ANSWER:
        draft.set(answers={**draft.session.answers, draft.session.step.slot: choices[0]})
        draft.settle(who)
        _concluded(draft, done=not waiting(draft.session))
        return
    draft.mark(votes={**draft.stage.votes, who: choices})
    draft.settle(who)
    if set(voters(draft.session)) <= set(draft.stage.votes):
        _concluded(draft, done=tally(draft))


def _share(draft: Draft, who: PersonId, fields: tuple[str, ...]) -> None:
    found = told_from(draft.session)
    if found is not None:
        draft.tell(found[0], who, fields, line(s.STORY, person=Person(who)))


def _sort(draft: Draft, taken: tuple[PersonId, ...], maybe: tuple[PersonId, ...]) -> None:
    source = draft.session.source()
    if source is not None:
        rest = tuple(person for person in maybe if person not in taken)
        draft.set(taken={**draft.session.taken, source.slot: taken})
        draft.set(maybe={**draft.session.maybe, source.slot: rest})


def _advance(draft: Draft, who: PersonId) -> None:
    """On to the next step, or, while a case or a leader is being chosen, to the next part of it."""
    match draft.stage.part:
        case Part.VOTING:
            _concluded(draft, done=tally(draft))
        case Part.LEADING:
            _concluded(draft, done=led(draft))
        case Part.OFFERING | Part.ASKING:
            _concluded(draft, done=offers_over(draft))
        case Part.MAIN:
            advance_by_hand(draft, ended_by(draft.session, who))


def _extend(draft: Draft) -> None:
    ends = Moment(max(draft.stage.ends, draft.now) + 60 * EXTENSION_MINUTES)
    left = max(0, draft.session.buffer - EXTENSION_MINUTES)
    draft.mark(
        ends=ends, extended=draft.stage.extended + 1, over=False, noticed=False, called=False, ready=None
    )
    draft.set(buffer=left)
    draft.say(s.EXTENDED, at=At(ends))


def _remind(draft: Draft) -> None:
    """The first agreement of this step, to everybody and about nobody."""
    shown = SHOWN[draft.session.step.phase.rules[0]]
    said = Text(nl=s.REMINDER.nl + shown.nl, en=s.REMINDER.en + shown.en)
    person = draft.session.case_bringer
    if person is None:
        draft.say(said)
    else:
        draft.say(said, inbrenger=Person(person))


def _still(draft: Draft) -> None:
    """A minute of silence, or one more."""
    freeze(draft, Status.STILL, draft.now)
    draft.say(s.STILLED)


# --- What happens without anybody's press ----------------------------------------------------------------


def _notice(session: Session, event: AnyEvent, now: Moment) -> Decision | Refusal:
    draft = Draft(session, now)
    match event:
        case m.Started(prepared=prepared):
            return _start(draft, prepared)
        case m.TimeUp(visit=visit):
            moment = due(session)
            if visit != session.visit or moment is None or now < moment:
                return Refusal(s.EARLY)
            time_up(draft)
        case m.Interrupted(last=last):
            if session.status is not Status.RUNNING:
                return Refusal(s.NOT_NOW)
            _interrupt(draft, last)
        case m.Joined(who=who, prepared=fields):
            if who in session.members or session.status is Status.ENDED:
                return Refusal(s.DONE_ALREADY)
            _join(draft, who, fields)
        case m.Left(who=who):
            if who not in session.members:
                return Refusal(s.STRANGER)
            _depart(draft, who)
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
    enter(draft, 0)
    return draft.decided()


def _interrupt(draft: Draft, last: Moment) -> None:
    """Kring was away: the clock stopped at its last heartbeat, and people say when they go on."""
    freeze(draft, Status.PAUSED, Moment(min(max(last, draft.stage.entered), draft.now)))
    leader = draft.session.leads
    if leader is None:
        draft.say(s.AWAY_ALL)
    else:
        draft.say(s.AWAY, leader=Person(leader, ping=True))


def _join(draft: Draft, who: PersonId, fields: tuple[str, ...]) -> None:
    """Came in late: listens now, takes part from the next step on."""
    where = case_slot(draft.session)
    if where is not None and fields:
        kept = draft.session.gave(where)
        draft.set(given={**draft.session.given, where: {**kept, who: fields}})
    waiting_room = (*draft.session.late, who) if draft.session.under_way else ()
    draft.set(members=(*draft.session.members, who), late=waiting_room)


def _depart(draft: Draft, who: PersonId) -> None:
    """Is gone: the turn moves on, the lead goes to Kring, and an unfinished case is rounded off."""
    session = draft.session
    was_case_bringer, had_turn = session.under_way and session.case_bringer == who, _has_turn(session, who)
    rounds = tuple(replace(r, leader=None) if r.leader == who else r for r in session.rounds)
    draft.set(
        members=tuple(p for p in session.members if p != who),
        ranking=tuple(p for p in session.ranking if p != who),
        rounds=rounds,
        leader=None if session.leader == who else session.leader,
        note_taker=None if session.note_taker == who else session.note_taker,
    )
    if not session.under_way:
        return
    if was_case_bringer:
        _to_running(draft)
        draft.say(s.LEFT_CASE, person=Person(who))
        stop_case(draft, EndedBy.CASE_BRINGER)
    elif session.stage is not None and session.stage.part is Part.ASKING and session.ranking[:1] == (who,):
        _concluded(draft, done=ask_next(draft))
    elif had_turn:
        next_turn(draft)
    else:
        check_complete(draft)


def _has_turn(session: Session, who: PersonId) -> bool:
    return session.stage is not None and session.stage.turn == who


def _to_running(draft: Draft) -> None:
    if draft.session.status is not Status.RUNNING:
        thaw(draft)
