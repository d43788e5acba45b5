"""Robots that play whatever is legal: a method is played before people play it, and the engine's tests play thousands.

The dice come in; the same dice make the same game.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from methods.engine.decide import decide
from methods.engine.events import Act, AnyEvent, Appointed, Event, Interrupted, Joined, Left, Started, TimeUp
from methods.engine.legal import why_not
from methods.engine.making import made
from methods.engine.messages import Decision, Move
from methods.engine.model import Form
from methods.engine.moves import move_of
from methods.engine.roles import case_slot, drawn, title_field, waiting
from methods.engine.state import Session, Status
from methods.engine.text import Moment, PersonId
from methods.engine.timing import due

T = TypeVar("T")


class Dice(Protocol):
    """What `random.Random` does."""

    def random(self) -> float:
        """From 0 up to 1."""

    def randrange(self, start: int, /) -> int:
        """From 0 up to this number."""

    def randint(self, a: int, b: int, /) -> int:
        """From one number up to and including another."""

    def choice(self, seq: Sequence[T], /) -> T:
        """One of these."""

    def sample(self, population: Sequence[T], k: int) -> list[T]:
        """So many of these."""


START: Final = Moment(1_800_000_000)
"""When every game begins."""
MODERATOR: Final = PersonId(99)
"""Who moderates in every game; the people of the group have lower numbers, whoever comes in later higher ones."""
MOST_EVENTS: Final = 2000
"""A game that goes on after so many does not end."""

OFTEN: Final[Mapping[Act, float]] = {
    Act.WRITE: 0.6,
    Act.WITHDRAW: 0.1,
    Act.LINGER: 0.1,
    Act.ADD: 0.2,
    Act.OFFER_NOTES: 0.1,
    Act.NEXT: 0.2,
    Act.BACK: 0.05,
    Act.EXTEND: 0.05,
    Act.PAUSE: 0.02,
    Act.UNDO: 0.5,
    Act.REMIND: 0.05,
    Act.STILL: 0.02,
    Act.STOP: 0.01,
    Act.HELP: 0.02,
    Act.TROUBLE: 0.02,
    Act.UNWELL: 0.02,
    Act.HELPED: 0.5,
    Act.FREE: 0.03,
    Act.HUSH: 0.02,
    Act.HAND_OVER: 0.03,
    Act.OFFER_LEAD: 0.3,
    Act.PASS: 0.6,
    Act.RETURN: 0.02,
    Act.CLOSE: 0.002,
}
"""How often people think of an act that they may do; of the others always."""
_ACTS: Final = tuple(Act)
MOODS: Final = tuple(
    tuple((act, OFTEN.get(act, 1.0)) for act in sorted(_ACTS, key=lambda act: drawn(mood, _ACTS.index(act))))
    for mood in range(100)
)
"""In which order people think of what they may do; drawn beforehand, because dice take longer than deciding."""
IDLE: Final = 0.2
"""How often nobody does anything until the clock does."""
LIKELY: Final = 0.7
"""How often it is somebody from whom something is awaited."""
ASIDE: Final = 0.01
"""How often somebody comes in or goes, or Kring was away."""
ANSWERED: Final = 0.3
"""How often a question is answered that need not be."""
AT_HOME: Final = 0.2
"""How often somebody filled in a case beforehand."""
COMES: Final = 0.4
"""How often, of what happens aside, somebody comes in."""
HALF: Final = 0.5
FEWEST: Final = 2
"""So many people always stay."""

Watch = Callable[[Session, AnyEvent, Decision, Moment], None]
"""Is told of each event: the session before it, the event, what became of it, and when."""


def unwatched(_before: Session, _event: AnyEvent, _decision: Decision, _now: Moment) -> None:
    """Nobody looks."""


def random_game(
    session: Session, dice: Dice, watch: Watch = unwatched, most: int = MOST_EVENTS, idle: float = IDLE
) -> Session:
    """Play legal moves and let time pass until the session has ended, or `most` events have happened.

    `idle`: how often nobody does anything until the clock does.
    """
    now = START
    event: AnyEvent = _prepared(session, dice)
    for _ in range(most):
        decision = decide(session, event, now)
        assert isinstance(decision, Decision), (event, decision)  # noqa: S101 - what is legal is never refused
        watch(session, event, decision, now)
        session = decision.session
        if session.status is Status.ENDED:
            break
        now, event = random_event(session, dice, now, idle)
    return session


def words_for(form: Form | None, dice: Dice, *, all_fields: bool = False) -> dict[str, str]:
    """Something for each required field, and sometimes for the others."""
    fields = form.fields if form else ()
    chosen = [f for f in fields if all_fields or f.required or dice.random() < ANSWERED] or fields[:1]
    answers = {"rating": "8", "tick": "ja", "text": "Iets wat ik wil zeggen."}
    choices = {field.id: field.options[0].nl for field in chosen if field.kind == "choice"}
    typed = {field.id: answers[field.kind][: field.max_length] for field in chosen if field.id not in choices}
    return typed | choices


def event_of(session: Session, who: PersonId, move: Move, dice: Dice) -> Event:
    """An event that makes this move, its choices drawn."""
    most = min(move.at_most, len(move.choices))
    chosen = dice.sample([c.value for c in move.choices], dice.randint(1, most)) if most else []
    if move.act is Act.RETURN:
        chosen = [str(START + 10**6 + dice.randrange(10**6))]
    return made(
        move.act,
        who,
        session.visit,
        ordinal=move.ordinal,
        whose=move.whose,
        values=tuple(chosen),
        words=words_for(move.form, dice),
        sure=True,
    )


def random_event(session: Session, dice: Dice, now: Moment, idle: float = IDLE) -> tuple[Moment, AnyEvent]:
    """Something that may happen next, and when."""
    moment = due(session)
    everybody = (*session.members, *session.moderators)
    while True:
        drawn_now = dice.random()
        if moment is not None and drawn_now < idle:
            return max(now, moment), TimeUp(session.visit)
        now = Moment(now + dice.randint(0, 8))
        if drawn_now > 1 - ASIDE:
            return now, _aside(session, dice, now)
        busy = waiting(session) if dice.random() < LIKELY else ()
        who = dice.choice(busy or everybody)
        for act, often in dice.choice(MOODS):
            if (often == 1 or dice.random() < often) and why_not(session, who, act, now) is None:
                return now, event_of(session, who, move_of(session, who, act), dice)


def _prepared(session: Session, dice: Dice) -> Started:
    """Some people filled in their case at home."""
    where = case_slot(session)
    forms = [step.phase.form for step in session.script if step.slot == where and step.phase.form]
    ready = [who for who in session.members if dice.random() < AT_HOME]
    return Started({who: tuple(words_for(forms[0], dice)) for who in ready} if forms else {})


def _aside(session: Session, dice: Dice, now: Moment) -> AnyEvent:
    if dice.random() < COMES:
        prepared = (title_field(session),) if dice.random() < HALF else ()
        return Joined(PersonId(100 + dice.randrange(10**6)), prepared)
    if dice.random() < HALF and len(session.members) > FEWEST:
        return Left(dice.choice(session.members))
    if session.status is Status.RUNNING:
        return Interrupted(Moment(now - 70))
    return Appointed((MODERATOR,))
