"""What may happen now, and why not: the one list that buttons, robots, tests and `decide` share.

`why_not` answers for one act of one person; `legal` lists the acts that have no objection.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.choosing import voters
from methods.engine.leading import may_take_over
from methods.engine.linking import ballot_of, linking, may_link, numbered
from methods.engine.messages import Act, Choice, Move
from methods.engine.model import CaseBallot, Field, Form, OptionBallot, Talk
from methods.engine.nudging import ABOUT_QUESTIONS, advice_step
from methods.engine.roles import (
    acting,
    authors,
    candidates,
    chosen_from,
    in_order,
    notes_alone,
    on_paper,
    people_end,
    present,
    protected,
    stage_of,
    told_from,
    typed_questions,
    ungathered,
    waiting,
)
from methods.engine.sorting import Piece, chosen, pieces
from methods.engine.state import Flow, Part, Session, Status, Step, earlier_step
from methods.engine.steps import earlier
from methods.engine.text import Moment, Person, PersonId, Said, Text, line
from methods.engine.turns import FOLLOW_UP_FORM

EVALUATION_OPEN = 48 * 3600
"""Seconds after the end in which the evaluation can still be filled in."""
OWN_NOTE = Form((Field(id="notitie", label=w.OWN_NOTE, max_length=1000, required=True),))
"""What the case bringer notes while listening, for his or her own eyes."""
GROUP_NOTE = Form((Field(id="notitie", label=w.GROUP_NOTE, max_length=1000, required=True),))
"""What somebody notes for the group while it talks."""
TWICE = 2
DOUBLE_CLICK = 2
"""Seconds in which a second click was still meant for what has just passed."""

Objection = Callable[[Session, PersonId, Moment], Text | None]


def why_not(session: Session, who: PersonId, act: Act, now: Moment) -> Text | None:
    """Why this person may not do this now; None when nothing stands in the way."""
    if session.status is Status.ENDED:
        return _after_the_end(session, who, act, now)
    if session.status is Status.WAITING:
        return s.WAITING
    if who not in session.members and who not in session.moderators:
        return s.STRANGER
    if session.status is not Status.RUNNING and act not in WHILE_FROZEN:
        return s.FROZEN
    return OBJECTIONS[act](session, who, now)


def legal(session: Session, who: PersonId, now: Moment) -> tuple[Move, ...]:
    """Everything that this person may do now, with what each act needs."""
    return tuple(move_of(session, who, act) for act in Act if why_not(session, who, act, now) is None)


def _after_the_end(session: Session, who: PersonId, act: Act, now: Moment) -> Text | None:
    open_until = (session.stopped_at or 0) + EVALUATION_OPEN
    asked = act is Act.WRITE and who in session.members and now < open_until
    return None if asked and evaluation_of(session) is not None else s.ENDED


def evaluation_of(session: Session) -> int | None:
    """Index of the evaluation in the script."""
    kinds = (step.phase.kind for step in session.script)
    return next((i for i, kind in enumerate(kinds) if kind == "evaluation"), None)


def step_of(session: Session) -> Step:
    """Where a form belongs: the current step, or, once the evaluation has been, the evaluation."""
    if session.under_way and (session.step.phase.form or session.step.round):
        return session.step
    found = evaluation_of(session) or 0
    return session.script[found] if found < session.at else session.step


def form_for(session: Session, who: PersonId) -> Form | None:
    """The form this person would fill in now; whoever has a question on the table may follow up once."""
    step = step_of(session)
    if not session.under_way or step is not session.step:
        return step.phase.form
    if typed_questions(session) and who in session.shown.get(step.slot, ()):
        return FOLLOW_UP_FORM
    if who not in authors(session) and notes_alone(session, who):
        return OWN_NOTE
    return next_note(session, who) or step.phase.form or (GROUP_NOTE if session.flow is Flow.OPEN else None)


def next_note(session: Session, who: PersonId) -> Form | None:
    """The form for the first of the texts that this person noted nothing about yet; after the last, the first."""
    numbers, form = noted_about(session), session.step.phase.form
    if not numbers or form is None:
        return None
    written = session.gave(session.step.slot).get(who, ())
    left = (n for n in numbers if not any(f"{field.id}.{n}" in written for field in form.fields))
    return note_form(form, next(left, 1))


def note_form(form: Form, number: int) -> Form:
    """The questions about the text with this number."""
    label = f"{number}. "
    fields = tuple(
        replace(f, id=f"{f.id}.{number}", label=Text(nl=label + f.label.nl, en=label + f.label.en))
        for f in form.fields
    )
    return replace(form, fields=fields)


def noted_about(session: Session) -> range:
    """The numbers of the texts that somebody notes about, one by one; empty where that is not done."""
    form = session.step.phase.form
    if form is None or form.each is None:
        return range(0)
    return range(1, len(numbered(session, earlier_step(session, form.each))) + 1)


# --- Objections, act by act ---------------------------------------------------------------------------


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
    if session.flow not in {Flow.TELL, Flow.REACT} or (session.flow is Flow.REACT and not _untold(session)):
        return s.NOT_NOW
    if who != session.case_bringer:
        return s.CASE_BRINGER_ONLY
    if told_from(session) is None:
        return s.NOTHING_GIVEN
    return None if _untold(session) else s.SHOWN_ALREADY


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


def _next(session: Session, who: PersonId, now: Moment) -> Text | None:
    stage = stage_of(session)
    if stage.part is Part.ASKING:
        return s.CONSENT_FIRST
    if not in_order(session) and stage.since is not None and now < stage.since + DOUBLE_CLICK:
        return s.STALE
    stuck = session.leads is None and (stage.called if people_end(session) else stage.over)
    return None if leads(session, who) or (stuck and who in session.members) else s.LEADER_ONLY


def _back(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    if stage_of(session).part is Part.ASKING:
        return s.CONSENT_FIRST
    return s.NO_WAY_BACK if earlier(session) is None else None


def _extend(session: Session, who: PersonId, _: Moment) -> Text | None:
    stage = stage_of(session)
    if not leads(session, who):
        if session.leads is not None or who not in present(session):
            return s.LEADER_ONLY
        if who in stage.wishes:
            return s.DONE_ALREADY
    return s.TWICE_EXTENDED if stage.extended >= TWICE else None


def _lead(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if leads(session, who) else s.LEADER_ONLY


def _pause(session: Session, who: PersonId, _: Moment) -> Text | None:
    return _lead(session, who, _) if session.status is not Status.PAUSED else s.FROZEN


def _resume(session: Session, who: PersonId, now: Moment) -> Text | None:
    if session.status is Status.RUNNING:
        return s.NOT_RUNNING
    if session.status is Status.STILL:
        return _after_still(session, who, now)
    anyone = session.leads is None and who in session.members
    return None if leads(session, who) or anyone else s.LEADER_ONLY


def _after_still(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not stage_of(session).calm and who not in session.moderators:
        return s.STILL_FIRST
    anyone = session.case_bringer is None
    return None if anyone or who == session.case_bringer or leads(session, who) else s.CASE_BRINGER_ONLY


def _undo(session: Session, who: PersonId, now: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if session.slip is not None and now < session.slip.until else s.TOO_LATE_TO_UNDO


def _remind(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if session.step.phase.rules else s.NOT_NOW


def _still(session: Session, who: PersonId, _: Moment) -> Text | None:
    if session.status is Status.PAUSED:
        return s.FROZEN
    again = session.status is Status.RUNNING or stage_of(session).calm
    return None if again and who in session.members else s.STILL_FIRST


def _stop(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if who == session.case_bringer else s.CASE_BRINGER_ONLY


def _help(session: Session, who: PersonId, _: Moment) -> Text | None:
    return s.HELP_ASKED if any(call.by == who for call in session.calls) else None


def _helped(session: Session, who: PersonId, _: Moment) -> Text | None:
    if who not in session.moderators:
        return s.MODERATOR_ONLY
    if session.unanswered:
        return None
    if who in (*session.members, *session.visitors):
        return s.HERE_ALREADY
    return s.NOT_DURING_THIS if protected(session) else None


def _settled(session: Session, who: PersonId, _: Moment) -> Text | None:
    here = who in session.visitors or any(call.taken == who for call in session.calls)
    return None if here else s.NOT_NOW


def _hand_over(session: Session, who: PersonId, _: Moment) -> Text | None:
    if who != session.leads or who not in session.members:
        return s.LEADER_ONLY
    return s.DONE_ALREADY if session.handing else None


def _admit(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if session.door else s.NOT_NOW


def _free(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    quiet = session.flow in {Flow.CHOOSE, Flow.ANSWER, Flow.EVALUATE}
    return s.NOT_NOW if quiet or session.talk is Talk.SPOKEN else None


def _as_is(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if who in stage_of(session).weighing else s.DONE_ALREADY


def _for_advice(session: Session, who: PersonId, now: Moment) -> Text | None:
    if (reason := _as_is(session, who, now)) is not None:
        return reason
    asks = session.flow is Flow.ASK and advice_step(session, who) is not None
    return None if asks else s.NOT_NOW


def _hush(session: Session, who: PersonId, _: Moment) -> Text | None:
    if not leads(session, who):
        return s.LEADER_ONLY
    return None if ABOUT_QUESTIONS & set(session.step.phase.rules) and session.step.phase.form else s.NOT_NOW


def _return(session: Session, who: PersonId, _: Moment) -> Text | None:
    if who not in session.moderators:
        return s.MODERATOR_ONLY
    together = session.group == 0 and not session.step.phase.waits
    return s.NOT_NOW if together else None


def _close(session: Session, who: PersonId, _: Moment) -> Text | None:
    return None if who in session.moderators else s.MODERATOR_ONLY


PASSABLE = frozenset({Flow.WRITE, Flow.TURNS, Flow.TOGETHER, Flow.ASK, Flow.EVALUATE})
WHILE_FROZEN = frozenset(
    {
        Act.RESUME,
        Act.STILL,
        Act.STOP,
        Act.HELP,
        Act.TROUBLE,
        Act.UNWELL,
        Act.HELPED,
        Act.SETTLED,
        Act.RETURN,
        Act.CLOSE,
        Act.WRITE,
        Act.WITHDRAW,
        Act.PAUSE,
    }
)
OBJECTIONS: Mapping[Act, Objection] = {
    Act.WRITE: _write,
    Act.WITHDRAW: _withdraw,
    Act.PASS: _pass,
    Act.DONE: _done,
    Act.LATER: _later,
    Act.LINGER: _linger,
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
    Act.NEXT: _next,
    Act.BACK: _back,
    Act.EXTEND: _extend,
    Act.PAUSE: _pause,
    Act.RESUME: _resume,
    Act.UNDO: _undo,
    Act.REMIND: _remind,
    Act.STILL: _still,
    Act.STOP: _stop,
    Act.HELP: _help,
    Act.TROUBLE: _help,
    Act.UNWELL: _help,
    Act.HELPED: _helped,
    Act.SETTLED: _settled,
    Act.FREE: _free,
    Act.HAND_OVER: _hand_over,
    Act.ADMIT: _admit,
    Act.AS_IS: _as_is,
    Act.FOR_ADVICE: _for_advice,
    Act.HUSH: _hush,
    Act.RETURN: _return,
    Act.CLOSE: _close,
}


def leads(session: Session, who: PersonId) -> bool:
    """Whether this person may conduct the group: its leader now, or a moderator."""
    return who == session.leads or who in session.moderators


def whose_turn(session: Session, who: PersonId) -> PersonId | None:
    """Whose turn this person would end: the own one, else (for leader and case bringer) the current one."""
    return who if who in waiting(session) and not _leads_other(session, who) else stage_of(session).turn


def _leads_other(session: Session, who: PersonId) -> bool:
    turn = stage_of(session).turn
    return turn is not None and turn != who and leads(session, who)


# --- What each act needs ------------------------------------------------------------------------------


def move_of(session: Session, who: PersonId, act: Act) -> Move:
    """What this act needs, when nothing stands in its way."""
    if act is Act.WRITE:
        return Move(act, form=form_for(session, who))
    stage = stage_of(session)
    match act:
        case Act.PASS | Act.DONE if in_order(session):
            return Move(act, whose=whose_turn(session, who))
        case Act.VOTE:
            ballot = session.step.phase.ballot
            if isinstance(ballot, CaseBallot):
                return Move(act, choices=_cases(session, who), at_most=ballot.votes)
            return Move(act, choices=_options(session), at_most=1)
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


def _options(session: Session) -> tuple[Choice, ...]:
    ballot = session.step.phase.ballot
    chosen = session.answers.get(session.step.slot)
    options = ballot.options if isinstance(ballot, OptionBallot) else ()
    return tuple(Choice(o.id, line(o.label), on=o.id == chosen) for o in options)


UNTITLED = Text(nl="De casus van {person}", en="{person}’s case")
TITLE_OF = Text(nl="{person}: {title}", en="{person}: {title}")
TITLE = Text(nl="{title}", en="{title}")


def _cases(session: Session, who: PersonId) -> tuple[Choice, ...]:
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


def _untold(session: Session) -> tuple[Field, ...]:
    """The questions of the prepared story that have an answer and were not shown yet."""
    where, filled = told_from(session) or ("", ())
    told = stage_of(session).told
    forms = [step.phase.form for step in session.script if step.slot == where and step.phase.form]
    now = None if session.flow is Flow.TELL else session.step.phase.id
    fields = [field for form in forms for field in form.fields if field.until == now]
    return tuple(field for field in fields if field.id in filled and field.id not in told)


def _sharing(session: Session) -> Move:
    asked = _untold(session)
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
