"""«Vraaghulp»: three question cards, for one person alone."""

from discord import ui

from bot.screen import Row, note, plain_button
from methods.engine.state import Session
from methods.engine.text import Language, PersonId
from methods.question_cards import ABOUT, MORE, NAME, dealt

DEAL = "deal"
"""Action of the button; `extra` is the number of the hand."""


def hand_view(session: Session, who: PersonId, hand: int, language: Language) -> ui.LayoutView:
    """This person's cards, and a button for others."""
    cards = dealt(session, who, hand)
    lines = [
        f"{n}. {card.to(language)} ({kind.to(language).lower()})" for n, (kind, card) in enumerate(cards, 1)
    ]
    text = "\n".join([f"**{NAME.to(language)}**", ABOUT.to(language), *lines])
    more = plain_button(DEAL, MORE, language, session.id, session.visit, extra=str(hand + 1))
    return note(text, [Row(more)])
