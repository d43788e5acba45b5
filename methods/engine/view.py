"""What is on the screen, derived from the session at any time: the room's card and everybody's own card.

A view is plain data: lines with holes and buttons. The screen turns it into one language and into Discord's parts.
"""

from dataclasses import dataclass

from methods.engine import wording as w
from methods.engine.cues import EXPLAINED, cue_of
from methods.engine.forms import OWN_NOTE, form_for, step_of
from methods.engine.holes import filled
from methods.engine.legal import legal
from methods.engine.messages import Act, Move, Reveal
from methods.engine.model import (
    CaseBallot,
    Kind,
    LinkBallot,
    OptionBallot,
    Phase,
    Place,
    Rule,
    SortBallot,
    Talk,
)
from methods.engine.objections import TWICE
from methods.engine.roles import (
    AWAITING,
    OWN_PACE,
    acting,
    authors,
    case_slot,
    in_order,
    leads,
    offered,
    reveals,
    stage_of,
    typed_questions,
    waiting,
)
from methods.engine.rules import SHOWN
from methods.engine.state import Flow, Part, Session, Status, Step
from methods.engine.steps import dropped
from methods.engine.text import At, Line, Moment, People, Person, PersonId, Said, Text, line
from methods.engine.turns import FOLLOW_UP_FORM, question_of

MOST_LINES = 5
"""Lines of a card, its title apart."""
MOST = 0.6
"""From this share on, everybody may know that most are done; exact numbers are for the leader."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button with words. `move` says what pressing it needs; None: it opens something of the screen's own."""

    act: Act
    label: Text
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Lines from top to bottom, then buttons."""

    title: Line
    lines: tuple[Line, ...]
    buttons: tuple[Button, ...] = ()


# --- The room's card ------------------------------------------------------------------------------------


def room_view(session: Session) -> View:
    """The public card: at most six short lines; the act of this step is its first button."""
    if not session.under_way:
        return _outside(session, w.HARVEST)
    lines = (
        _until(session),
        prompt(session),
        _question(session),
        _status(session),
        _rules(session),
        _ahead(session),
    )
    shown = tuple(one for one in lines if one is not None)[:MOST_LINES]
    return View(title(session), shown, _act_button(session))


def _question(session: Session) -> Line | None:
    """The question that the group chose to explore, on every card after that."""
    for step in session.script[: session.at]:
        ballot, chosen = step.phase.ballot, session.answers.get(step.slot, "")
        if isinstance(ballot, CaseBallot) and not ballot.seats and chosen.isdecimal():
            return line(w.OUR_QUESTION, title=Said(step.slot, PersonId(int(chosen)), ballot.title))
    return None


def _outside(session: Session, after: Text, buttons: tuple[Button, ...] = ()) -> View:
    """Before the start, and after the end."""
    if session.status is Status.ENDED:
        return View(line(w.GOODBYE), (line(after),), buttons)
    return View(line(w.SOON), (line(w.SOON_LINE),))


def title(session: Session) -> Line:
    """«Stap 5 van 14 · Vragenronde 1»."""
    return line(w.STEP, k=session.at + 1, of=len(session.script), phase=session.step.phase.name)


def _until(session: Session) -> Line | None:
    stage = stage_of(session)
    if session.status is not Status.RUNNING:
        return line(w.STILL if session.status is Status.STILL else w.FROZEN)
    if session.flow is Flow.CHOOSE or session.step.phase.waits:
        return None
    return line(
        w.ABOUT if session.flow in OWN_PACE else w.UNTIL, at=At(stage.ends), left=At(stage.ends, left=True)
    )


def prompt(session: Session, step: Step | None = None) -> Line:
    """What is asked in this step, with the names it mentions."""
    return filled(session, (step or session.step).phase.prompt)


def _status(session: Session) -> Line | None:
    stage = stage_of(session)
    if session.flow is Flow.CHOOSE:
        return line(w.PARTS[stage.part])
    if stage.turn is not None:
        return _whose_turn(session, stage.turn)
    if session.flow in {Flow.TELL, Flow.REACT} and session.case_bringer:
        return line(w.SPEAKS, person=Person(session.case_bringer))
    people = acting(session)
    if session.flow not in AWAITING:
        return None
    if stage.ready is not None:
        return line(w.ALL_DONE)
    done = len(people) - len(waiting(session))
    return line(w.MOST_DONE) if len(people) > 1 and done >= MOST * len(people) else None


def _whose_turn(session: Session, turn: PersonId) -> Line:
    stage = stage_of(session)
    if typed_questions(session):
        return line(w.ANSWERING, number=stage.asked, person=Person(turn))
    rest = [p for p in stage.order if p in waiting(session) and p != turn]
    if not rest:
        return line(w.NOW, person=Person(turn))
    return line(w.NOW_THEN, person=Person(turn), next=Person(rest[0]))


def _rules(session: Session) -> Line | None:
    left_out = NOT_ON_CARD | (set() if in_order(session) else {Rule.TURNS})
    left_out |= {Rule.HIDDEN} if session.flow is Flow.REVEAL else set()
    shown = [rule for rule in session.step.phase.rules if rule not in left_out][:2]
    if not shown:
        return None
    texts = [SHOWN[rule] for rule in shown]
    joined = Text(nl=" ".join(t.nl for t in texts), en=" ".join(t.en for t in texts))
    return filled(session, joined)


NOT_ON_CARD = frozenset({Rule.MAY_PASS, Rule.TIMEBOX, Rule.LEADER_NOT_I, Rule.LEADER_LAST})


def _ahead(session: Session) -> Line | None:
    later = range(session.at + 1, len(session.script))
    following = next(
        (i for i in later if not dropped(session, i) and not session.script[i].phase.only_if), None
    )
    return None if following is None else line(w.AHEAD, phase=session.script[following].phase.name)


def _act_button(session: Session) -> tuple[Button, ...]:
    act = main_act(session)
    return (Button(act, label(session, act)),) if act else ()


def main_act(session: Session) -> Act | None:
    """The act that this step is about."""
    match session.flow:
        case Flow.WRITE | Flow.EVALUATE:
            return Act.WRITE if session.step.phase.form else Act.DONE
        case Flow.TOGETHER:
            return Act.WRITE if session.step.phase.form else Act.DONE
        case Flow.ASK:
            return Act.WRITE if typed_questions(session) else Act.DONE
        case Flow.CHOOSE if stage_of(session).part is Part.GATHERING:
            return Act.WRITE
        case Flow.CHOOSE | Flow.ANSWER:
            return Act.VOTE
        case Flow.TELL | Flow.TURNS | Flow.REACT:
            return Act.DONE
        case Flow.READ:
            return Act.DONE if acting(session) else None
        case Flow.OPEN if isinstance(session.step.phase.ballot, LinkBallot):
            return Act.LINK
        case Flow.OPEN:
            return Act.WRITE if authors(session) else None
        case Flow.REVEAL:
            return None


def offers(session: Session, visit: int, acts: tuple[str, ...]) -> tuple[Button, ...]:
    """The buttons under a message of this visit: what may still be done of these acts; none once it is over."""
    if not session.under_way or session.visit != visit:
        return ()
    left = TWICE - stage_of(session).extended
    found = []
    for act in map(Act, acts):
        if act is Act.EXTEND and left > 0:
            found.append(Button(act, w.MORE_TIME[left], Move(act, ordinal=stage_of(session).extended)))
        elif act is not Act.EXTEND:
            found.append(Button(act, label(session, act)))
    return tuple(found)


def second_label(session: Session) -> Text:
    """The words on the second list of sorting: «misschien», unless the step sorts otherwise."""
    ballot = session.step.phase.ballot if session.under_way else None
    return ballot.second if isinstance(ballot, SortBallot) else w.MAYBE


def label(session: Session, act: Act) -> Text:
    """The words on a button, as they fit this step."""
    ballot = session.step.phase.ballot
    if act is Act.SORT and isinstance(ballot, SortBallot):
        return ballot.first
    if act is Act.VOTE and isinstance(ballot, OptionBallot) and len(ballot.options) == 1:
        return ballot.options[0].label
    return w.LABELS_IN.get((session.flow, act)) or w.LABELS[act]


# --- Somebody's own card ----------------------------------------------------------------------------------


def own_view(session: Session, who: PersonId, now: Moment) -> View:
    """The private card: who I am now, what I can do, what I wrote, what was told to me alone."""
    if who in session.door:
        return View(line(w.SOON), (line(w.YOU_ARE_AT_THE_DOOR),))
    moves = legal(session, who, now)
    buttons = tuple(Button(move.act, _own_label(session, who, move), move) for move in _sorted(moves))
    if not session.under_way:
        return _outside(session, w.EVALUATION_OPEN if buttons else w.HARVEST, buttons)
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
            one for one in (_until(session), prompt(session), _status(session), _rules(session)) if one
        ] + lines
    return View(title(session), tuple(dict.fromkeys(lines)), buttons)


def missed(session: Session) -> View:
    """«Wat heb ik gemist?», for who came late: what has been, whose case it is, and where the group is."""
    if not session.under_way:
        return _outside(session, w.HARVEST)
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
        return _outside(session, w.HARVEST)
    lines = (line(EXPLAINED[session.flow]), prompt(session), _rules(session), _ahead(session))
    return View(title(session), tuple(one for one in lines if one is not None))


OWN_ACTS = (
    Act.CONSENT, Act.DECLINE, Act.WRITE, Act.VOTE, Act.AS_IS, Act.FOR_ADVICE, Act.SHARE, Act.SORT, Act.LINK, Act.ANSWERED, Act.LEFT_OPEN, Act.DONE,
    Act.PASS, Act.LATER, Act.LINGER, Act.WITHDRAW, Act.OFFER_CASE, Act.OFFER_LEAD, Act.OFFER_NOTES,
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
        return (_whose_turn(session, stage.turn),)
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


def promise(session: Session, step: Step, who: PersonId | None = None) -> Line:
    """Who will read what is written in this step, when, and with which name: the first line of its form."""
    if who is not None and form_for(session, who) is OWN_NOTE:
        return line(w.PROMISE_OWN_NOTE)
    shown_in = [s.phase for s in session.script if s.phase.after == step.phase.id and reveals(s)]
    asked_in = [s for s in session.script if s.phase.after == step.phase.id and s.phase.kind is Kind.QA]
    match step.phase.kind:
        case Kind.WRITE if asked_in and not shown_in:
            return line(w.PROMISE_QUESTIONS_NOTED)
        case Kind.WRITE if not shown_in and step.slot == case_slot(session):
            return line(w.PROMISE_CASE if _chosen(session) else w.PROMISE_STORY)
        case Kind.WRITE if not shown_in and step.phase.has(Rule.HIDDEN):
            return line(w.PROMISE_OWN_NOTE)
        case Kind.VOTE:
            return line(w.PROMISE_CHOICE)
        case Kind.OPEN:
            by = step.phase.form.by if step.phase.form else "scribe"
            return line(w.PROMISE_OWN_NOTE if by == "case_bringer" else w.PROMISE_NOTED)
        case Kind.EVALUATION:
            return line(w.PROMISE_EVALUATION)
        case Kind.QA:
            return line(w.PROMISE_QUESTION if session.talk is Talk.WRITTEN else w.PROMISE_NOTE)
        case Kind.REACTION:
            return line(w.PROMISE_REACTION)
        case Kind.BRIEFING:
            return line(w.PROMISE_STORY)
        case _:
            return line(_promise_of(shown_in))


def _chosen(session: Session) -> bool:
    """Whether a case is voted for in this session."""
    return any(isinstance(step.phase.ballot, CaseBallot) for step in session.script)


def _promise_of(shown_in: list[Phase]) -> Text:
    if not shown_in:
        return w.PROMISE_AT_ONCE
    phase = shown_in[0]
    if phase.shows and not phase.named:
        return w.PROMISE_TITLE
    return w.PROMISE_NAMED if phase.named else w.PROMISE_UNNAMED


def readable(session: Session) -> Reveal | None:
    """The texts that this step is about, as the group has read them: those fields only, named only if they were.

    A later step may be about the same texts in another way (a telling is about one canvas, of which the group
    has read the title), so what counts is the step that showed them.
    """
    source = session.source() if session.under_way else None
    if source is None:
        return None
    until_now = reversed(session.script[: session.at + 1])
    about = (step for step in until_now if step.phase.after == source.phase.id and step.round == source.round)
    showing = next((step for step in about if reveals(step)), None)
    people = tuple(p for p in session.shown.get(source.slot, ()) if p in session.members)
    if showing is None or not people:
        return None
    phase = showing.phase
    return Reveal(source.slot, people, phase.shows, phase.named, line(phase.name))
