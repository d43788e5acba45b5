"""Somebody’s own card: who I am now, what I can do, what I wrote, and what was told to me alone."""

from methods.engine import wording as w
from methods.engine.cues import EXPLAINED, cue_of
from methods.engine.events import Act
from methods.engine.forms import OWN_NOTE, step_of
from methods.engine.legal import legal
from methods.engine.messages import Move
from methods.engine.model import (
    Kind,
    Place,
    Talk,
)
from methods.engine.roles import (
    AWAITING,
    acting,
    in_order,
    leads,
    offered,
    stage_of,
    typed_questions,
    waiting,
)
from methods.engine.state import Flow, Part, Session, Status, Step
from methods.engine.text import Line, Moment, People, Person, PersonId, Said, Text, line
from methods.engine.turns import FOLLOW_UP_FORM, question_of
from methods.engine.view import (
    Button,
    View,
    label,
    outside,
    prompt,
    rule_line,
    status_line,
    title,
    turn_line,
    until_when,
    what_comes,
)


def own_view(session: Session, who: PersonId, now: Moment) -> View:
    """The private card: who I am now, what I can do, what I wrote, what was told to me alone."""
    if who in session.door:
        return View(line(w.SOON), (line(w.YOU_ARE_AT_THE_DOOR),))
    moves = legal(session, who, now)
    buttons = tuple(Button(move.act, _own_label(session, who, move), move) for move in _sorted(moves))
    if not session.under_way:
        return outside(session, w.EVALUATION_OPEN if buttons else w.HARVEST, buttons)
    lines = [line(w.ROLES[_role(session, who)]), *_task(session, who), *mine(session, who)]
    if who == session.leads:
        lines += cue_lines(session)
    if leads(session, who) and session.door:
        lines.append(line(w.AT_THE_DOOR, people=People(session.door)))
    if leads(session, who) and session.flow in AWAITING and acting(session):
        lines.append(
            line(w.DONE_COUNT, done=len(acting(session)) - len(waiting(session)), of=len(acting(session)))
        )
    if session.place is Place.ELSEWHERE:  # there is no room with a card
        lines = [
            one
            for one in (until_when(session), prompt(session), status_line(session), rule_line(session))
            if one
        ] + lines
    return View(title(session), tuple(dict.fromkeys(lines)), buttons)


def missed(session: Session) -> View:
    """«Wat heb ik gemist?», for who came late: what has been, whose case it is, and where the group is."""
    if not session.under_way:
        return outside(session, w.HARVEST)
    been = [session.script[i].phase.name for i in dict.fromkeys(lap.step for lap in session.laps)]
    lines = [line(w.BEEN, number=n, phase=name) for n, name in enumerate(been, start=1)]
    if session.case_bringer is not None:
        lines.append(line(w.WHOSE_CASE, person=Person(session.case_bringer)))
    return View(
        line(w.MISSED), (*lines, line(w.NOW_AT, phase=session.step.phase.name), line(w.ROLES["late"]))
    )


def cue_lines(session: Session) -> list[Line]:
    """For the leader alone: what to guard, a sentence to say, and one for when it derails."""
    cue = cue_of(session)
    return [
        line(w.CUE_GUARD, cue=cue.guard),
        line(w.CUE_ALOUD, cue=cue.aloud),
        line(w.CUE_DERAILS, cue=cue.derails),
    ]


def explained(session: Session) -> View:
    """«Ik snap de stap niet»: what one does here, what is asked, and by which rules."""
    if not session.under_way:
        return outside(session, w.HARVEST)
    lines = (line(EXPLAINED[session.flow]), prompt(session), rule_line(session), what_comes(session))
    return View(title(session), tuple(one for one in lines if one is not None))


OWN_ACTS = (
    Act.CONSENT, Act.DECLINE, Act.WRITE, Act.VOTE, Act.AS_IS, Act.FOR_ADVICE, Act.SHARE, Act.SORT, Act.LINK, Act.ANSWERED, Act.LEFT_OPEN, Act.DONE,
    Act.PASS, Act.LATER, Act.LINGER, Act.ADD, Act.WITHDRAW, Act.OFFER_CASE, Act.OFFER_LEAD, Act.OFFER_NOTES,
    Act.RESUME, Act.NEXT, Act.BACK, Act.EXTEND, Act.PAUSE, Act.UNDO, Act.REMIND, Act.FREE, Act.HUSH, Act.ADMIT,
    Act.HAND_OVER, Act.HELPED, Act.SETTLED,
)  # fmt: skip
"""The order of the buttons: first what is asked of me, then what I may, then conducting."""


HELP_ACTS = (Act.STILL, Act.RESUME, Act.STOP, Act.HELP, Act.TROUBLE, Act.UNWELL)
"""What «Hulp of pauze» offers."""


def _sorted(moves: tuple[Move, ...]) -> list[Move]:
    return sorted((m for m in moves if m.act in OWN_ACTS), key=lambda move: OWN_ACTS.index(move.act))


def _own_label(session: Session, who: PersonId, move: Move) -> Text:
    """Whoever leads ends another's turn in other words than the own one."""
    if move.act is Act.WRITE and (not session.under_way or step_of(session) is not session.step):
        return w.LABELS_IN[Flow.EVALUATE, Act.WRITE]
    if move.act is Act.WRITE and move.form is FOLLOW_UP_FORM:
        return w.FOLLOW_UP
    if move.act is Act.HUSH and move.ordinal % 2:
        return w.REMARKS_ON
    if move.act is Act.WRITE and session.under_way and who in stage_of(session).weighing:
        return w.CHANGE
    if move.act is Act.FREE and move.ordinal % 2:
        return w.END_FREE_TALK
    if move.act is Act.WRITE and move.form is OWN_NOTE:
        return w.OWN_NOTE
    if in_order(session) and move.whose not in (None, who):
        return w.LABELS_FOR_OTHERS[move.act]
    return label(session, move.act)


def _role(session: Session, who: PersonId) -> str:
    if who == session.case_bringer:
        return "case_bringer"
    if who == session.leads:
        return "leader"
    if who in session.moderators and who not in session.members:
        return "moderator"
    return "late" if who in session.late else "participant"


def _task(session: Session, who: PersonId) -> tuple[Line, ...]:
    """What is asked of this person now, in one line."""
    stage = stage_of(session)
    if session.status is not Status.RUNNING:
        return (line(w.STILL if session.status is Status.STILL else w.FROZEN),)
    if stage.part is Part.ASKING:
        return _asked(session, who)
    if stage.part is not Part.MAIN:
        return (line(w.PARTS[stage.part]),)
    if stage.turn is not None and (who == session.case_bringer or typed_questions(session)):
        return (turn_line(session, stage.turn),)
    if stage.turn == who:
        return (line(w.YOUR_TURN),)
    if who in waiting(session):
        return (prompt(session),)
    if who in stage.settled:
        return (line(w.YOU_ARE_DONE),)
    return (line(w.FOLLOW_ALONG),)


def _asked(session: Session, who: PersonId) -> tuple[Line, ...]:
    return (line(w.YOU_ARE_ASKED),) if session.ranking[:1] == (who,) else (line(w.NOT_ASKED),)


def mine(session: Session, who: PersonId) -> tuple[Line, ...]:
    """What this person wrote for this step or for its turn, and questions kept for the case bringer."""
    lines: list[Line] = []
    source = session.source() if who != session.case_bringer else None
    for step in (session.step, source):
        if step is not None:
            lines += [_wrote(step, who, field) for field in session.gave(step.slot).get(who, ())]
    if who == session.case_bringer:
        lines += _unasked(session)
    return tuple(lines)


def _wrote(step: Step, who: PersonId, field: str) -> Line:
    fields = step.phase.form.fields if step.phase.form else ()
    base, _, number = field.partition(".")
    name = next((f.label for f in fields if f.id == base), None)
    if name and number:
        name = Text(nl=f"{number}. {name.nl}", en=f"{number}. {name.en}")
    said = Said(step.slot, who, field)
    return line(w.YOU_WROTE, field=name, text=said) if name else line(w.YOU_WROTE_PLAIN, text=said)


def _unasked(session: Session) -> list[Line]:
    """Questions of earlier steps that were never put go to the case bringer alone."""
    found: list[Line] = []
    for step in session.script[: session.at]:
        if step.phase.kind is not Kind.QA or step.round != session.step.round or session.talk is Talk.SPOKEN:
            continue
        left = [p for p in offered(session, step.slot) if p not in session.shown.get(step.slot, ())]
        said = [Said(step.slot, p, field) for p in left for field in question_of(step)]
        found += [line(w.UNASKED, person=Person(one.person), text=one) for one in said]
    return found


def help_view(session: Session, who: PersonId, now: Moment) -> View:
    """«Hulp of pauze»: privately, whatever somebody needs."""
    moves = [move for move in legal(session, who, now) if move.act in HELP_ACTS]
    buttons = tuple(Button(move.act, w.LABELS[move.act], move) for move in moves)
    called = (line(w.HELP_CALLED),) if any(call.by == who for call in session.calls) else ()
    return View(line(w.HELP_TITLE), (line(w.HELP_LINE), *called), buttons)
