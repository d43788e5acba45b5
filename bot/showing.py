"""The words behind something that was shown, in one language: for the room, or for one person's own screen."""

from bot.facts import gather
from bot.texts import needed, revealed, told
from methods.engine.messages import Reveal, Tell
from methods.engine.state import Session
from methods.engine.text import Language
from methods.meeting import Meeting
from storage.store import Store


async def shown_texts(
    store: Store, meeting: Meeting, session: Session, effect: Tell | Reveal, language: Language
) -> list[str]:
    """What this effect shows, in as many messages as it needs."""
    facts = await gather(
        store,
        meeting,
        [effect.heading],
        language,
        session=session.id,
        also=effect.people if isinstance(effect, Reveal) else (effect.person,),
        texts=needed([effect]),
    )
    return revealed(session, effect, facts) if isinstance(effect, Reveal) else told(session, effect, facts)
