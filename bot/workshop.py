"""A server's own methods: copied, changed by forms, uploaded as a file, tried, and removed. Nothing stays in memory.

A form cannot follow a form, so between two of them stands a private card with buttons.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from io import BytesIO
from typing import Final, get_args

import discord
from discord import ui

from bot import sayings as say
from bot import workshop_cards as cards_of
from bot import workshop_words as w
from bot.cards import Cards
from bot.custom_id import Press
from bot.forms import modal, read
from bot.plain import shown
from bot.replies import Reply
from bot.screen import note
from bot.server_methods import ServerMethods
from bot.texts import parts
from bot.trial import games
from methods.editing import Spot, What, asked, changed, copied
from methods.engine.model import Field, Method
from methods.engine.text import Language, Text
from methods.faults.texts import LONGEST
from methods.library import all_methods
from methods.toml.mistakes import Mistake
from methods.toml.reading import MOST_BYTES, Reading
from methods.toml.reading import read as read_file
from methods.toml.sentences import TOO_BIG
from methods.toml.writing import written
from methods.trying import Game, Trial, told

PLACE: Final = re.compile(r"([a-z]+)/([^/]+)/([^/]*)/(\d{1,2})")
"""What a form changes, as `workshop_cards.press_of` wrote it."""
_LONGEST_NAME: Final = LONGEST[Method, "name"]
NAMES: Final = (
    Field(id="name_nl", label=w.NAME_NL, max_length=_LONGEST_NAME, required=True),
    Field(id="name_en", label=w.NAME_EN, max_length=_LONGEST_NAME, required=True),
)
MOST_TOLD: Final = 50
"""Mistakes that are told in Discord; the command tells all."""
Answer = Callable[[Reply, Press, Language], Awaitable[None]]


class Workshop:
    """Handles presses whose action begins with `method`."""

    def __init__(self, cards: Cards, methods: ServerMethods) -> None:
        self._cards = cards
        self._methods = methods
        self._answers: Mapping[str, Answer] = {
            "list": self._list,
            "open": self._open,
            "step": self._step,
            "item": self._item,
            "copy": self._copy,
            "copied": self._copied,
            "keep": self._keep,
            "try": self._try,
            "file": self._file,
            "drop": self._drop,
            "dropped": self._dropped,
        }

    async def press(self, reply: Reply, press: Press) -> None:
        """Answer a moderator's press."""
        language = await self._cards.language(reply)
        if not await self._cards.moderates(reply):
            await reply.private(note(say.MODERATORS_ONLY.to(language)))
            return
        what = press.action.removeprefix("method-")
        if what in get_args(What):
            await self._ask(reply, press, language)
        elif what in self._answers:
            await self._answers[what](reply, press, language)
        else:
            await reply.private(note(say.FORGED.to(language)))

    # --- Looking ------------------------------------------------------------------------------------------

    async def overview(self, reply: Reply, language: Language, said: str = "") -> ui.LayoutView:
        """The server's own methods."""
        server = reply.server
        lost = await self._methods.unreadable(server)
        if lost:
            names = ", ".join(f"`{name}`" for name in lost)
            said = f"{said}\n{w.UNREADABLE.to(language, names=names)}".strip()
        return cards_of.overview(await self._methods.own(server), language, said)

    async def _list(self, reply: Reply, _: Press, language: Language) -> None:
        await reply.renew(await self.overview(reply, language))

    async def _open(self, reply: Reply, press: Press, language: Language) -> None:
        recipe = await self._mine(reply, next(iter(reply.chosen), press.extra), language)
        if recipe is not None:
            await reply.renew(cards_of.method_card(recipe, language))

    async def _step(self, reply: Reply, press: Press, language: Language) -> None:
        recipe = await self._mine(reply, press.extra, language)
        if recipe is not None:
            await reply.renew(_step_of(recipe, next(iter(reply.chosen), ""), language))

    async def _mine(self, reply: Reply, method_id: str, language: Language) -> Method | None:
        """One of this server's own; a word to the person where it is not there any more."""
        own = await self._methods.own(reply.server)
        found = next((one for one in own if one.id == method_id), None)
        if found is None:
            await reply.renew(await self.overview(reply, language, w.GONE.to(language)))
        return found

    # --- Copying ------------------------------------------------------------------------------------------

    async def _copy(self, reply: Reply, _: Press, language: Language) -> None:
        """Ask under which name."""
        chosen = next(iter(reply.chosen), "")
        recipe = next((one for one in all_methods() if one.id == chosen), None)
        if recipe is None:
            await reply.private(note(w.GONE.to(language)))
            return
        name = w.COPY_NAME.filled(name=recipe.name)
        now = {"name_nl": name.nl[:_LONGEST_NAME], "name_en": name.en[:_LONGEST_NAME]}
        press = Press("method-copied", extra=recipe.id)
        title, promise = w.COPY.to(language), w.COPY_PROMISE.to(language)
        await reply.form(modal(str(press), title, NAMES, language, intro=promise, defaults=now))

    async def _copied(self, reply: Reply, press: Press, language: Language) -> None:
        words = read(reply.data)
        name = Text(nl=words.get("name_nl", ""), en=words.get("name_en", ""))
        recipe = next((one for one in all_methods() if one.id == press.extra), None)
        if recipe is None or not (name.nl and name.en):
            await self._cards.give_back(reply, w.GONE, words)
            return
        server = reply.server
        taken = [one.id for one in await self._methods.all(server)]
        copy = copied(recipe, name, taken)
        kept = await reply.patiently(self._methods.keep(server, copy, written(copy, language)), private=True)
        if isinstance(kept, Text):
            await self._cards.give_back(reply, kept, words)
        else:
            said = w.COPIED.to(language, name=copy.name.to(language))
            await reply.renew(cards_of.method_card(copy, language, said))

    # --- Changing -----------------------------------------------------------------------------------------

    async def _item(self, reply: Reply, press: Press, language: Language) -> None:
        """A question or an answer was chosen."""
        found = re.fullmatch(r"(question|answer)(\d{1,2})", next(iter(reply.chosen), ""))
        method_id, _, phase = press.extra.partition("/")
        if found is None:
            await reply.private(note(say.FORGED.to(language)))
            return
        what: What = "question" if found[1] == "question" else "answer"
        await self._form(reply, method_id, Spot(what, phase, int(found[2])), language)

    async def _ask(self, reply: Reply, press: Press, language: Language) -> None:
        """Open the form for the whole method, or for a step."""
        what = next(one for one in get_args(What) if one == press.action.removeprefix("method-"))
        method_id, _, phase = press.extra.partition("/")
        await self._form(reply, method_id, Spot(what, phase), language)

    async def _form(self, reply: Reply, method_id: str, spot: Spot, language: Language) -> None:
        recipe = await self._mine(reply, method_id, language)
        if recipe is None:
            return
        form = asked(recipe, spot)
        if form is None:
            await reply.renew(cards_of.method_card(recipe, language, w.GONE.to(language)))
            return
        press, title = cards_of.press_of(spot, recipe.id), form.title.to(language)
        await reply.form(
            modal(str(press), title, form.fields, language, intro=w.PROMISE.to(language), defaults=form.now)
        )

    async def _keep(self, reply: Reply, press: Press, language: Language) -> None:
        """A form came in."""
        found, words = PLACE.fullmatch(press.extra), read(reply.data)
        what = next((one for one in get_args(What) if found and one == found[1]), None)
        if found is None or what is None:
            await self._cards.give_back(reply, say.FORGED, words)
            return
        spot = Spot(what, found[3], int(found[4]))
        work = self._methods.change(reply.server, found[2], lambda now: changed(now, spot, words), language)
        outcome = await reply.patiently(work, private=not reply.from_private)
        if isinstance(outcome, Text):
            await self._cards.give_back(reply, w.NOT_KEPT.filled(reason=outcome), words)
        elif spot.phase:
            await reply.renew(_step_of(outcome, spot.phase, language, w.KEPT.to(language)))
        else:
            await reply.renew(cards_of.method_card(outcome, language, w.KEPT.to(language)))

    # --- Trying, fetching, removing -----------------------------------------------------------------------

    async def _try(self, reply: Reply, press: Press, language: Language) -> None:
        recipe = await self._mine(reply, press.extra, language)
        if recipe is not None:
            trial = await reply.patiently(tried(recipe), private=not reply.from_private)
            await reply.renew(cards_of.method_card(recipe, language, told(trial).to(language)))

    async def _file(self, reply: Reply, press: Press, language: Language) -> None:
        text = await self._methods.text(reply.server, press.extra)
        if text is None:
            await self._mine(reply, press.extra, language)
            return
        name = f"{press.extra}.toml"
        view = cards_of.as_file(name, w.FILE_HERE.to(language))
        await reply.private(view, discord.File(BytesIO(text.encode()), name))

    async def _drop(self, reply: Reply, press: Press, language: Language) -> None:
        recipe = await self._mine(reply, press.extra, language)
        if recipe is not None:
            await reply.renew(cards_of.removal(recipe, language))

    async def _dropped(self, reply: Reply, press: Press, language: Language) -> None:
        recipe = await self._mine(reply, press.extra, language)
        if recipe is not None:
            drop = self._methods.drop(reply.server, recipe.id)
            await reply.patiently(drop, private=not reply.from_private)
            said = w.REMOVED.to(language, name=recipe.name.to(language))
            await reply.renew(await self.overview(reply, language, said))

    # --- Uploading ----------------------------------------------------------------------------------------

    async def upload(self, reply: Reply, file: discord.Attachment, language: Language) -> None:
        """Take a method in from a file: checked, played, and kept; or all that is wrong with it."""
        outcome = await reply.patiently(self._taken_in(reply, file, language), private=True)
        if isinstance(outcome, ui.LayoutView):
            await reply.private(outcome)
            return
        for text in parts(outcome):
            await reply.private(note(text))

    async def _taken_in(
        self, reply: Reply, file: discord.Attachment, language: Language
    ) -> ui.LayoutView | str:
        """The card of the method, or why it was not kept."""
        if file.size > MOST_BYTES:
            return TOO_BIG.to(language, most=str(MOST_BYTES // 1024))
        try:
            content = await file.read()
        except discord.HTTPException:
            return w.NOT_FETCHED.to(language)
        reading = read_file(content)
        if reading.method is None:
            return "\n".join(_mistakes(reading, language))
        if reading.method.id in {one.id for one in all_methods()}:
            return w.TAKEN.to(language, id=reading.method.id)
        trial = await tried(reading.method)
        if not trial.sound:
            return f"{told(trial).to(language)} {w.UNSOUND.to(language)}"
        kept = await self._methods.keep(reply.server, reading.method, content.decode("utf-8-sig"))
        if isinstance(kept, Text):
            return kept.to(language)
        name = reading.method.name.to(language)
        first = (w.REPLACED if kept else w.UPLOADED).to(language, name=name)
        said = [first, told(trial).to(language), *_remarks(reading.remarks, language)]
        return cards_of.method_card(reading.method, language, "\n".join(said))


def _step_of(recipe: Method, phase_id: str, language: Language, said: str = "") -> ui.LayoutView:
    phase = next((one for one in recipe.phases if one.id == phase_id), None)
    if phase is None:
        return cards_of.method_card(recipe, language, w.GONE.to(language))
    return cards_of.step_card(recipe, phase, language, said)


def _mistakes(reading: Reading, language: Language) -> Iterator[str]:
    count = len(reading.mistakes)
    first = w.ONE_MISTAKE if count == 1 else w.MISTAKES
    yield first.to(language, count=str(count)) if count > 1 else first.to(language)
    yield from (f"- {shown(one.told.to(language))}" for one in reading.mistakes[:MOST_TOLD])
    if count > MOST_TOLD:
        yield w.MORE.to(language, count=str(count - MOST_TOLD))


def _remarks(remarks: tuple[Mistake, ...], language: Language) -> Iterator[str]:
    yield from (w.REMARK.to(language, said=one.told.to(language)) for one in remarks)


async def tried(recipe: Method) -> Trial:
    """How it goes when robots play it; others get their turn between two games."""
    played: list[Game] = []
    for game in games(recipe):
        played.append(game)
        await asyncio.sleep(0)
    return Trial(recipe, played)
