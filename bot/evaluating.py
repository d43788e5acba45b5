"""After an evaluation: what the group hears of its marks, and a private offer to whoever gave a low one."""

from collections.abc import Mapping
from typing import Final

from bot.host import Host
from methods.engine.forms import step_of
from methods.engine.messages import Marks
from methods.engine.model import Kind
from methods.engine.state import Session
from methods.engine.text import PersonId, Text
from methods.marks import LOW, summary
from methods.meeting import ServerId
from storage.store import Store

OFFER: Final = Text(
    nl="Wil je er met iemand over praten? Dat kan met {people}. Alleen jij ziet dit; ik vertel niemand welk cijfer je gaf.",
    en="Would you like to talk about it? {people} is there for you. Only you see this; I tell nobody which mark you gave.",
)
OR: Final = Text(nl="{one} of {other}", en="{one} or {other}")
LEADER: Final = Text(nl="{person}, die het gesprek leidde", en="{person}, who led the conversation")
MODERATOR: Final = Text(nl="de moderator", en="the moderator")


async def marks_text(store: Store, session: Session, effect: Marks) -> Text | None:
    """Average and spread of the marks under this slot."""
    kept = await store.words(session.id, effect.slot)
    given = (kept[who].get(effect.field, "") for who in effect.people if who in kept)
    return summary([int(mark) for mark in given if mark.isdecimal()])


def is_low(session: Session, words: Mapping[str, str]) -> bool:
    """Whether this form was an evaluation with a low mark."""
    phase = step_of(session).phase
    fields = phase.form.fields if phase.form and phase.kind is Kind.EVALUATION else ()
    marks = [words.get(field.id, "") for field in fields if field.kind == "rating"]
    return any(mark.isdecimal() and int(mark) <= LOW for mark in marks)


async def offer(host: Host, server: ServerId, session: Session, who: PersonId) -> Text:
    """Whom this person can talk to: the leader, and whoever the coordinator named; else the moderator."""
    contact = (await host.store.server(server)).contact
    people = [LEADER.filled(person=f"<@{session.leader}>")] if session.leader not in (None, who) else []
    people += [Text(nl=f"<@{contact}>", en=f"<@{contact}>")] if contact not in (None, who) else []
    first, *others = people or [MODERATOR]
    named = OR.filled(one=first, other=others[0]) if others else first
    return OFFER.filled(people=named)
