"""«Hoe ging het met je stap?»: asked in a direct message without content, answered in private, shared only by choice."""

from collections.abc import Mapping
from typing import Final

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.forms import modal
from bot.host import Host
from bot.looking_back import pending
from bot.outbox import Outbox
from bot.replies import Reply
from bot.screen import note
from methods import next_step as n
from methods.engine.sentences import EMPTY
from methods.engine.state import Session, SessionId
from methods.engine.text import Language, Text
from storage.transaction import Transaction

SLOT: Final = "step"
"""Under which name, with a number, a shared answer is kept in the session that read it."""
PROMISE: Final = Text(
    nl="Alleen jij leest dit. Ik bewaar het zestig dagen; delen doe je zelf, bij een terugblik.",
    en="Only you read this. I keep it for sixty days; you share it yourself, when a group looks back.",
)
SAVED: Final = Text(
    nl="Bewaard, dank je wel. ✓ Kijkt je groep een volgende keer terug, dan vind je dit op je kaart.",
    en="Saved, thank you. ✓ When your group looks back next time, you find this on your card.",
)
NOT_ASKED: Final = Text(nl="Goed, ik vraag er niet naar. ✓", en="Fine, I will not ask. ✓")
SHARED: Final = Text(nl="Je groep leest het nu. ✓", en="Your group reads it now. ✓")
NOT_NOW: Final = Text(
    nl="Dat kan nu niet. Delen kan één keer, als je groep terugkijkt.",
    en="That is not possible now. You can share it once, when your group looks back.",
)
HEADING: Final = Text(nl="{person}, over de stap van vorige keer:", en="{person}, about last time’s step:")


class NextSteps:
    """Handles presses whose action begins with `after-`."""

    def __init__(self, host: Host, cards: Cards, outbox: Outbox) -> None:
        self._host = host
        self._cards = cards
        self._outbox = outbox

    async def press(self, reply: Reply, press: Press) -> None:
        """Open the form, keep what came in, share it, or do not ask."""
        language = await self._cards.language(reply)
        kept = await self._host.store.own_text(reply.server, reply.who, n.ID) or {}
        session = await self._host.store.session(SessionId(press.session)) if press.session else None
        match press.action:
            case "after-open":
                await self._open(reply, language, kept)
            case "after-form":
                await self._keep(reply, language, kept)
            case "after-share" if session is not None:
                await self._share(reply, session, language)
            case "after-no" if session is not None:
                await self._do_not_ask(reply, session, language)
            case _:
                await reply.private(note(say.FORGED.to(language)))

    async def _open(self, reply: Reply, language: Language, kept: Mapping[str, str]) -> None:
        target = str(Press("after-form", person=reply.who))
        title = n.NAME.to(language)
        await reply.form(
            modal(target, title, n.FORM.fields, language, intro=PROMISE.to(language), defaults=kept)
        )

    async def _keep(self, reply: Reply, language: Language, kept: Mapping[str, str]) -> None:
        filled = {field.id: reply.words.get(field.id, "") for field in n.FORM.fields}
        if len(filled[n.EFFECT.id]) > (n.EFFECT.max_length or 0):
            await self._cards.give_back(reply, say.TOO_LONG, reply.words)
        elif not n.answered(filled):
            await self._cards.give_back(reply, EMPTY, reply.words)
        else:
            await reply.patiently(self._write(reply, {**kept, **filled}), private=True)
            await reply.private(note(SAVED.to(language)))

    async def _write(self, reply: Reply, words: Mapping[str, str]) -> None:
        async with self._host.store.transaction() as change:
            await change.keep_own(reply.server, reply.who, n.ID, words, self._host.now() + n.KEPT)

    async def _share(self, reply: Reply, session: Session, language: Language) -> None:
        if reply.who in session.members and await reply.patiently(self._tell(reply, session), private=True):
            await reply.private(note(SHARED.to(language)))
            self._outbox.start(session.meeting, session.id)
        else:
            await reply.private(note(NOT_NOW.to(language)))

    async def _tell(self, reply: Reply, session: Session) -> bool:
        """The group reads it, once; whether it does."""

        async def once(change: Transaction, now: Session) -> str | None:
            kept = await change.own_text(reply.server, reply.who, n.ID) or {}
            if not n.may_share(now, kept):
                return None
            until = self._host.now() + n.KEPT
            await change.keep_own(reply.server, reply.who, n.ID, {**kept, n.TOLD: str(now.id)}, until)
            return n.told(kept)

        return await self._host.tell_once(session.id, reply.who, SLOT, HEADING, once)

    async def _do_not_ask(self, reply: Reply, session: Session, language: Language) -> None:
        await reply.patiently(self._withdraw(reply, session), private=True)
        await reply.private(note(NOT_ASKED.to(language)))

    async def _withdraw(self, reply: Reply, session: Session) -> None:
        for row in await pending(self._host.store, session, reply.who):
            await self._host.store.fail(row, "withdrawn")
