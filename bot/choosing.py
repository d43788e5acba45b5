"""«Welke methode past?»: a few lists, and a reasoned answer that changes with them. Private, and without memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import discord
from discord import ui

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.plain import fit
from bot.replies import Reply
from bot.screen import OWN, Row, message, note
from bot.server_methods import ServerMethods
from methods.engine.model import Method, Talk, Wish
from methods.engine.text import Language, Text
from methods.meeting import ServerId
from methods.selecting import NOTHING, WISHES, Circumstances, Selection, select

LENGTHS: Final = (60, 75, 90, 105, 120, 150, 180)
SIZES: Final = range(3, 9)
TALKS: Final = {
    Talk.SPOKEN: Text(nl="We praten hardop", en="We talk aloud"),
    Talk.WRITTEN: Text(nl="We typen", en="We type"),
}
GROUPS: Final = {
    "new": Text(nl="Voor het eerst bij elkaar", en="Meeting for the first time"),
    "settled": Text(nl="Ze kennen elkaar", en="They know each other"),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was chosen so far, as it travels in the lists' own ids."""

    wish: str = "-"
    group: str = "new"
    minutes: str = "120"
    people: str = "6"
    talk: str = "spoken"

    def __str__(self) -> str:
        return f"{self.wish}.{self.group}.{self.minutes}.{self.people}.{self.talk}"

    @property
    def asked(self) -> Circumstances | None:
        """The question they make; None as long as the wish is open."""
        if self.wish == "-":
            return None
        return Circumstances(
            wish=Wish(self.wish),
            new_group=self.group == "new",
            minutes=int(self.minutes),
            people=int(self.people),
            talk=Talk(self.talk),
        )


def answers_of(text: str) -> Answers | None:
    """Back from an id; None for what none of the lists can have made."""
    parts = text.split(".")
    if len(parts) != len(FIELDS):
        return None
    known = all(part in OPTIONS[field] for field, part in zip(FIELDS, parts, strict=True) if part != "-")
    return Answers(*parts) if known and "-" not in parts[1:] else None


OPTIONS: Final[Mapping[str, Mapping[str, Text]]] = {
    "wish": {wish.value: text for wish, text in WISHES.items()},
    "group": GROUPS,
    "minutes": {str(n): Text(nl=f"{n} minuten in totaal", en=f"{n} minutes in all") for n in LENGTHS},
    "people": {str(n): Text(nl=f"{n} mensen in een groep", en=f"{n} people in a group") for n in SIZES},
    "talk": {talk.value: text for talk, text in TALKS.items()},
}
FIELDS: Final = tuple(OPTIONS)


class Choosing:
    """Handles presses whose action begins with `which`."""

    def __init__(self, cards: Cards, methods: ServerMethods) -> None:
        self._cards = cards
        self._methods = methods

    async def press(self, reply: Reply, press: Press) -> None:
        """A list was used, or the whole was asked for."""
        language = await self._cards.language(reply)
        if not await self._cards.moderates(reply):
            await reply.private(note(say.MODERATORS_ONLY.to(language)))
            return
        field = press.action.removeprefix("which").removeprefix("-")
        answers = answers_of(press.extra) if field else Answers()
        if answers is None or (field and field not in OPTIONS):
            await reply.private(note(say.FORGED.to(language)))
            return
        chosen = next(iter(reply.chosen), "")
        if field in OPTIONS and chosen in OPTIONS[field]:
            answers = replace(answers, **{field: chosen})
        view = await self.view(reply.server, answers, language)
        if field:
            await reply.update(view)
        else:
            await reply.private(view)

    async def view(self, server: ServerId, answers: Answers, language: Language) -> ui.LayoutView:
        """The lists as they stand, with the answer above them."""
        asked = answers.asked
        known = await self._methods.all(server)
        text = _answer(known, asked, language) if asked else say.WHICH_FIRST.to(language)
        rows = [_row(field, answers, language) for field in FIELDS]
        return message(f"**{say.WHICH.to(language)}**\n{text}", rows, colour=OWN)


def _row(field: str, answers: Answers, language: Language) -> Row:
    now = getattr(answers, field)
    options = [
        discord.SelectOption(label=fit(text.to(language), 100), value=value, default=value == now)
        for value, text in OPTIONS[field].items()
    ]
    press = Press(f"which-{field}", extra=str(answers))
    return Row(
        ui.Select[ui.LayoutView](
            custom_id=str(press), options=options, placeholder=say.WHICH_WISH.to(language)
        )
    )


def _answer(known: Sequence[Method], asked: Circumstances, language: Language) -> str:
    return told(select(known, asked), language)


def told(found: Selection, language: Language) -> str:
    """What fits and why, numbered; then what does not for now."""
    lines = [] if found.advised else [NOTHING.to(language)]
    for number, one in enumerate(found.advised, start=1):
        lines.append(f"{number}. **{one.method.name.to(language)}**. {one.reason.to(language)}")
        lines += [text.to(language) for text in one.mind]
    if found.advised:
        name = found.advised[0].method.name.to(language)
        lines.append(say.START_WITH.to(language, method=name))
    lines += [
        say.NOT_FOR_NOW.to(language, name=one.method.name.to(language), reason=one.reason.to(language))
        for one in found.left_out
    ]
    return "\n".join(lines)
