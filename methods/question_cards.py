"""Question cards: for whoever cannot think of a question, three at random, each of another kind.

The kinds go from what happened by way of one's own part and the other's view to what comes next. Nothing of it is
kept: the same person in the same step draws the same cards.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Final

from methods.engine.model import Kind
from methods.engine.roles import acting, authors, drawn
from methods.engine.state import Session
from methods.engine.text import PersonId, Text

NAME: Final = Text(nl="Vraaghulp", en="Question ideas")
MORE: Final = Text(nl="Drie andere", en="Three others")
ABOUT: Final = Text(
    nl="Alleen jij ziet dit. Kies er een, of maak er je eigen vraag van.",
    en="Only you see this. Choose one, or make it a question of your own.",
)
AT_ONCE: Final = 3


@dataclass(frozen=True, slots=True)
class Suit:
    """Questions of one kind."""

    name: Text
    questions: tuple[Text, ...]


SUITS: Final = (
    Suit(
        Text(nl="Feiten", en="Facts"),
        (
            Text(nl="Wat gebeurde er precies?", en="What exactly happened?"),
            Text(nl="Wie waren erbij?", en="Who was there?"),
            Text(nl="Wat zei jij letterlijk?", en="What did you literally say?"),
        ),
    ),
    Suit(
        Text(nl="Eigen aandeel", en="Own part"),
        (
            Text(nl="Wat was jouw bedoeling?", en="What was your intention?"),
            Text(nl="Wat deed je juist niet?", en="What did you not do?"),
        ),
    ),
    Suit(
        Text(nl="Binnenkant", en="Inside"),
        (
            Text(nl="Wat ging er door je heen?", en="What went through your mind?"),
            Text(nl="Wat stond er voor jou op het spel?", en="What was at stake for you?"),
        ),
    ),
    Suit(
        Text(nl="De ander", en="The other’s view"),
        (Text(nl="Hoe zou de ander dit vertellen?", en="How would the other tell this?"),),
    ),
    Suit(
        Text(nl="Patroon", en="Pattern"),
        (
            Text(nl="Wanneer gebeurt dit niet?", en="When does this not happen?"),
            Text(nl="Waar ken je dit van?", en="Where do you know this from?"),
        ),
    ),
    Suit(
        Text(nl="Toekomst", en="Future"),
        (
            Text(nl="Wanneer ben je tevreden?", en="When will you be satisfied?"),
            Text(nl="Wat is een eerste kleine stap?", en="What is a first small step?"),
        ),
    ),
)


def dealt(session: Session, who: PersonId, hand: int) -> tuple[tuple[Text, Text], ...]:
    """Three cards, each with its kind; a second `hand` in the same visit brings the three other kinds."""
    lot = (session.seed, session.visit, who)
    shuffled = sorted(range(len(SUITS)), key=lambda number: drawn(*lot, number))
    first = AT_ONCE * hand % len(SUITS)
    times = AT_ONCE * hand // len(SUITS)
    chosen = sorted(shuffled[first : first + AT_ONCE])  # from what happened to what comes next
    return tuple((SUITS[number].name, _card(SUITS[number], drawn(*lot, number) + times)) for number in chosen)


def _card(suit: Suit, number: int) -> Text:
    return suit.questions[number % len(suit.questions)]


def wanted(session: Session, who: PersonId) -> bool:
    """Whether this person is thinking of a question for the case bringer: it is asked here, or noted for later."""
    if (
        not session.under_way
        or who == session.case_bringer
        or who not in (*acting(session), *authors(session))
    ):
        return False
    later = session.script[session.at :]
    here = session.step.phase
    noted = (step.phase for step in later if step.phase.after == here.id and step.round == session.step.round)
    return any(phase.kind is Kind.QA for phase in chain((here,), noted))
