"""What is on the screen, derived from the session at any time: the room's card, and what all cards have in common.

A view is plain data: lines with holes and buttons. The screen turns it into one language and into Discord's parts.
"""

from dataclasses import dataclass

from methods.engine import wording as w
from methods.engine.afterword import cut_off
from methods.engine.course import dropped
from methods.engine.events import Act
from methods.engine.holes import filled
from methods.engine.messages import Move, Reveal
from methods.engine.model import (
    CaseBallot,
    LinkBallot,
    OptionBallot,
    Rule,
    SortBallot,
)
from methods.engine.objections import TWICE
from methods.engine.roles import (
    AWAITING,
    OWN_PACE,
    acting,
    authors,
    in_order,
    reveals,
    stage_of,
    typed_questions,
    waiting,
)
from methods.engine.rules import SHOWN
from methods.engine.state import Flow, Part, Session, Status, Step
from methods.engine.text import At, Line, Person, PersonId, Said, Text, line

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


def room_view(session: Session) -> View:
    """The public card: at most six short lines; the act of this step is its first button."""
    if not session.under_way:
        return outside(session, w.HARVEST)
    lines = (
        until_when(session),
        prompt(session),
        _question(session),
        status_line(session),
        rule_line(session),
        line(w.ONE_MORE_OPEN) if cut_off(session) else None,
        what_comes(session),
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


def outside(session: Session, after: Text, buttons: tuple[Button, ...] = ()) -> View:
    """Before the start, and after the end."""
    if session.status is Status.ENDED:
        return View(line(w.GOODBYE), (line(after),), buttons)
    return View(line(w.SOON), (line(w.SOON_LINE),))


def title(session: Session) -> Line:
    """«Stap 5 van 14 · Vragenronde 1»."""
    return line(w.STEP, k=session.at + 1, of=len(session.script), phase=session.step.phase.name)


def until_when(session: Session) -> Line | None:
    """Until when this step lasts, about or exactly; or that the clock stands still."""
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


def status_line(session: Session) -> Line | None:
    """Who speaks, whose turn it is, or that most are done: never who is not."""
    stage = stage_of(session)
    if session.flow is Flow.CHOOSE:
        return line(w.PARTS[stage.part])
    if stage.turn is not None:
        return turn_line(session, stage.turn)
    if session.flow in {Flow.TELL, Flow.REACT} and session.case_bringer:
        return line(w.SPEAKS, person=Person(session.case_bringer))
    people = acting(session)
    if session.flow not in AWAITING:
        return None
    if stage.ready is not None:
        return line(w.ALL_DONE)
    done = len(people) - len(waiting(session))
    return line(w.MOST_DONE) if len(people) > 1 and done >= MOST * len(people) else None


def turn_line(session: Session, turn: PersonId) -> Line:
    """Whose turn it is, and who comes next."""
    stage = stage_of(session)
    if typed_questions(session):
        return line(w.ANSWERING, number=stage.asked, person=Person(turn))
    rest = [p for p in stage.order if p in waiting(session) and p != turn]
    if not rest:
        return line(w.NOW, person=Person(turn))
    return line(w.NOW_THEN, person=Person(turn), next=Person(rest[0]))


def rule_line(session: Session) -> Line | None:
    """The first two rules of this step that people need to read."""
    left_out = NOT_ON_CARD | (set() if in_order(session) else {Rule.TURNS})
    left_out |= {Rule.HIDDEN} if session.flow is Flow.REVEAL else set()
    shown = [rule for rule in session.step.phase.rules if rule not in left_out][:2]
    if not shown:
        return None
    texts = [SHOWN[rule] for rule in shown]
    joined = Text(nl=" ".join(t.nl for t in texts), en=" ".join(t.en for t in texts))
    return filled(session, joined)


NOT_ON_CARD = frozenset({Rule.MAY_PASS, Rule.TIMEBOX, Rule.LEADER_NOT_I, Rule.LEADER_LAST})


def what_comes(session: Session) -> Line | None:
    """The step after this one."""
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
