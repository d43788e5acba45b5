"""What stands about one's next step on the own card: that it will be asked, what was written, and what opens more."""

from collections.abc import Mapping
from typing import Final

from bot.plain import shown
from methods import next_step
from methods.engine.messages import FollowUp
from methods.engine.state import Session
from methods.engine.text import PersonId, Text
from storage.store import Store

OPEN: Final = "after-open"
"""Action of the button that opens the form."""

WILL_ASK: Final = Text(
    nl="Over twee weken stuur ik je een berichtje om te vragen hoe het met je stap ging. Alleen jij leest je antwoord.",
    en="In two weeks I send you a message to ask what came of your step. Only you read your answer.",
)
YOU_WROTE: Final = Text(
    nl="Over je stap schreef je, alleen voor jou: {text}",
    en="About your step you wrote, for you alone: {text}",
)


async def about_step(
    store: Store, session: Session, who: PersonId, kept: Mapping[str, str]
) -> tuple[Text | None, list[str]]:
    """A sentence for the own card, and the buttons: to answer, to share the answer, or not to be asked."""
    if next_step.looks_back(session):
        keys = ["after-share"] if next_step.may_share(session, kept) else []
        text = shown(next_step.told(kept))
        return (YOU_WROTE.filled(text=text) if text else None), [OPEN, *keys]
    if not session.under_way and await pending(store, session, who):
        return WILL_ASK, ["after-no"]
    return None, [OPEN] if is_asked(kept) else []


def is_asked(kept: Mapping[str, str]) -> bool:
    """Whether this person was asked, and has not answered yet."""
    return bool(kept) and not next_step.answered(kept)


async def pending(store: Store, session: Session, who: PersonId) -> list[int]:
    """The rows of the outbox that will ask this person after this session."""
    if all(round_.case_bringer != who for round_ in session.rounds):
        return []
    server = await store.server_of(session.id)
    rows = await store.waiting_for(server, FollowUp) if server is not None else []
    mine = [row for row in rows if row.session == session.id]
    return [row.id for row in mine if isinstance(row.effect, FollowUp) and row.effect.person == who]
