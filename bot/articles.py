"""The code of conduct beyond accepting it: «Moet ik dit melden?» for whoever asks, and articles of a server's own."""

from dataclasses import replace
from typing import Final

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.forms import modal
from bot.host import Host
from bot.replies import Reply
from bot.screen import note
from methods import code_of_conduct
from methods.engine.model import Field
from methods.engine.text import Language, Text
from methods.meeting import ServerId

OWN: Final = tuple(
    Field(
        id=f"artikel{number}",
        label=Text(nl=f"Eigen afspraak {number}", en=f"Agreement of your own {number}"),
        max_length=code_of_conduct.LONGEST_ARTICLE,
    )
    for number in range(1, code_of_conduct.MOST_ARTICLES + 1)
)
TITLE: Final = Text(nl="Eigen afspraken", en="Agreements of your own")
PROMISE: Final = Text(
    nl="Iedereen op deze server leest dit onder de tien afspraken.",
    en="Everybody on this server reads this below the ten articles.",
)
SAVED: Final = Text(
    nl="Bewaard. ✓ Iedereen leest de nieuwe tekst bij de volgende keer aanmelden, en aanvaardt hem dan opnieuw.",
    en="Saved. ✓ Everybody reads the new text at the next check-in, and accepts it anew.",
)
UNCHANGED: Final = Text(nl="Er is niets veranderd.", en="Nothing has changed.")
REPORT: Final = Text(
    nl=(
        "**Moet ik dit melden?**\n"
        "{article}\n\n"
        "Of dat hier zo is, beoordeel ik niet, en dit is geen juridisch advies. Leg het voor aan de vertrouwenspersoon van je "
        "school{contact}. Alleen jij ziet dit; dat je het vroeg, bewaar ik niet."
    ),
    en=(
        "**Do I have to report this?**\n"
        "{article}\n\n"
        "Whether that is so here I do not judge, and this is no legal advice. Put it to the confidential adviser of your "
        "school{contact}. Only you see this; I do not keep that you asked."
    ),
)
OR_CONTACT: Final = Text(nl=" of aan {person}", en=" or to {person}")


class Articles:
    """Handles presses whose action begins with `rules-`."""

    def __init__(self, host: Host, cards: Cards) -> None:
        self._host = host
        self._cards = cards

    async def press(self, reply: Reply, press: Press) -> None:
        """Show what somebody asks about, or keep the articles that came in."""
        language = await self._cards.language(reply)
        match press.action:
            case "rules-report":
                await reply.private(note(await self._report(reply, language)))
            case "rules-form":
                await self._keep(reply, language)
            case _:
                await reply.private(note(say.FORGED.to(language)))

    async def _report(self, reply: Reply, language: Language) -> str:
        contact = (await self._host.store.server(reply.server)).contact
        named = OR_CONTACT.to(language, person=f"<@{contact}>") if contact is not None else ""
        return REPORT.to(language, article=code_of_conduct.last_article().to(language), contact=named)

    async def open(self, reply: Reply, language: Language) -> None:
        """The form with the articles that this server has of its own."""
        if not await self._cards.moderates(reply):
            await reply.private(note((await self._cards.moderators_only(reply)).to(language)))
            return
        articles = (await self._host.store.server(reply.server)).articles
        kept = {field.id: text for field, text in zip(OWN, articles, strict=False)}
        target, title = str(Press("rules-form", person=reply.who)), TITLE.to(language)
        await reply.form(modal(target, title, OWN, language, intro=PROMISE.to(language), defaults=kept))

    async def _keep(self, reply: Reply, language: Language) -> None:
        words = reply.words
        texts = tuple(" ".join(words.get(field.id, "").split()) for field in OWN)
        if not await self._cards.moderates(reply):
            await self._cards.give_back(reply, await self._cards.moderators_only(reply), words)
        elif any(len(text) > code_of_conduct.LONGEST_ARTICLE for text in texts):
            await self._cards.give_back(reply, say.TOO_LONG, words)
        else:
            articles = tuple(text for text in texts if text)
            changed = await reply.patiently(self._write(reply.server, articles), private=True)
            await reply.private(note((SAVED if changed else UNCHANGED).to(language)))

    async def _write(self, server: ServerId, articles: tuple[str, ...]) -> bool:
        """Whether they are others than before: then everybody is asked anew."""
        async with self._host.store.transaction() as change:
            before = await change.server(server)
            if before.articles == articles:
                return False
            changes = before.article_changes + 1
            await change.put_server(server, replace(before, articles=articles, article_changes=changes))
            return True
