"""«Kwadrantenmodel»: filled in privately, scored under the answer, and perhaps the beginning of a case."""

from collections.abc import Mapping
from typing import Final

import discord
from discord import ui

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.forms import modal
from bot.host import Host
from bot.lobby import Lobby
from bot.plain import fit, shown
from bot.replies import Reply
from bot.screen import LABEL, OPTION, OWN, Row, message, note
from methods import quadrants as q
from methods.engine.sentences import EMPTY
from methods.engine.text import Language, Text
from methods.library import all_methods
from methods.meeting import Meeting, MeetingStage

DAYS: Final = 60
DAY: Final = 86_400

PROMISE: Final = Text(
    nl="Alleen jij leest dit. Ik bewaar het zestig dagen.", en="Only you read this. I keep it for sixty days."
)
SCORE: Final = Text(nl="{statement}: kies 1 tot 5", en="{statement}: choose 1 to 5")
ASK_SCORES: Final = Text(
    nl="Hoe scherp is elk deel? Geef een cijfer van 1 (nog niet) tot 5 (helemaal), dan stel ik een vraag voor.",
    en="How sharp is each part? Score it from 1 (not yet) to 5 (entirely), and I propose a question.",
)
PROPOSED: Final = Text(
    nl="Een vraag om mee te beginnen: **{question}** Daar past bij: {methods}.",
    en="A question to begin with: **{question}** What fits it: {methods}.",
)
IF_PROCEDURE: Final = Text(
    nl="Alles is scherp. Is je middel een werkwijze? Dan past deze vraag: **{question}** Daar past bij: {methods}.",
    en="All is sharp. Is your means a procedure? Then this question fits: **{question}** What fits it: {methods}.",
)
EMPTY_CELL: Final = Text(nl="(nog leeg)", en="(still empty)")
CELL: Final = Text(nl="{number}. {name} ({column}): {text}", en="{number}. {name} ({column}): {text}")
CHANGE: Final = Text(nl="Aanpassen", en="Change it")
TO_CASE: Final = Text(nl="Maak hier een casus van", en="Turn this into a case")
NO_LOBBY: Final = Text(
    nl="Zodra er een bijeenkomst is waarvan de groepen nog niet open zijn, kun je hier een casus van maken.",
    en="As soon as there is a meeting whose groups are not open yet, you can turn this into a case.",
)
GONE: Final = Text(
    nl="Dit heb ik niet meer. Met ‘Kwadrantenmodel’ onder `/kring` vul je het opnieuw in.",
    en="I no longer have this. Fill it in anew with ‘Quadrant model’ under `/kring`.",
)


class Quadrants:
    """Handles presses whose action begins with `quad-`."""

    def __init__(self, host: Host, cards: Cards, lobby: Lobby) -> None:
        self._host = host
        self._cards = cards
        self._lobby = lobby

    async def press(self, reply: Reply, press: Press) -> None:
        """Open the form, keep what came in, take a score, or begin a case."""
        language = await self._cards.language(reply)
        kept = await self._host.store.own_text(reply.server, reply.who, q.ID) or {}
        match press.action:
            case "quad-open":
                await self._open(reply, language, kept)
            case "quad-form":
                await self._keep(reply, language, kept)
            case "quad-score" | "quad-case" if not kept:
                await reply.private(note(GONE.to(language)))
            case "quad-score":
                await self._score(reply, press, language, kept)
            case "quad-case":
                await self._begin_case(reply, language, kept)
            case _:
                await reply.private(note(say.FORGED.to(language)))

    async def _open(self, reply: Reply, language: Language, kept: Mapping[str, str]) -> None:
        target, promise = str(Press("quad-form", person=reply.who)), PROMISE.to(language)
        title = q.NAME.to(language)
        await reply.form(modal(target, title, q.FORM.fields, language, intro=promise, defaults=kept))

    async def _keep(self, reply: Reply, language: Language, kept: Mapping[str, str]) -> None:
        filled = {field.id: reply.words.get(field.id, "") for field in q.FORM.fields}
        if any(len(filled[f.id]) > (f.max_length or 0) for f in q.FORM.fields):
            await self._cards.give_back(reply, say.TOO_LONG, reply.words)
        elif not q.FORM.required <= {name for name, text in filled.items() if text}:
            await self._cards.give_back(reply, EMPTY, reply.words)
        else:
            await self._save(reply, language, {**kept, **filled})

    async def _score(self, reply: Reply, press: Press, language: Language, kept: Mapping[str, str]) -> None:
        scored = next((one for one in q.QUADRANTS if one.id == press.extra), None)
        if scored is None or reply.chosen[:1] not in {(score,) for score in q.SCORES}:
            await reply.private(note(say.FORGED.to(language)))
            return
        await self._save(reply, language, {**kept, q.score_field(scored): reply.chosen[0]})

    async def _save(self, reply: Reply, language: Language, words: Mapping[str, str]) -> None:
        await reply.patiently(self._write(reply, words), private=True)
        waiting = await self._gathering(reply)
        await reply.renew(card(words, language, to_case=waiting is not None))

    async def _write(self, reply: Reply, words: Mapping[str, str]) -> None:
        until = self._host.now() + DAYS * DAY
        async with self._host.store.transaction() as change:
            await change.keep_own(reply.server, reply.who, q.ID, words, until)

    async def _begin_case(self, reply: Reply, language: Language, kept: Mapping[str, str]) -> None:
        meeting, found = await self._gathering(reply), q.proposal(kept)
        if meeting is None:
            await reply.private(note(NO_LOBBY.to(language)))
            return
        question = found.question.to(language) if found else ""
        await self._lobby.preparing.open(reply, meeting, q.case_from(kept, question))

    async def _gathering(self, reply: Reply) -> Meeting | None:
        """The meeting for which a case can still be prepared: the one this person is at, else the newest."""
        going = [
            one for one in await self._lobby.going_on(reply.server) if one.stage is MeetingStage.GATHERING
        ]
        return next((one for one in going if reply.who in one.present), going[0] if going else None)


def card(words: Mapping[str, str], language: Language, *, to_case: bool) -> ui.LayoutView:
    """What was filled in, row by row, with a list for each score, and what follows from them."""
    lines = [f"**{q.NAME.to(language)}: {shown(words[q.TOPIC])}**"]
    for number, (row, cells) in enumerate(q.ROWS):
        lines.append(f"*{row.to(language)}*")
        for place, (cell, column) in enumerate(zip(cells, (q.NOW, q.WANTED), strict=True), start=1):
            text = shown(words.get(cell.id, "")) or EMPTY_CELL.to(language)
            named = {"name": cell.name.to(language), "column": column.to(language), "text": text}
            lines.append(CELL.to(language, number=str(2 * number + place), **named))
    found = q.proposal(words)
    lines.append("")
    lines.append(_proposed(found, language) if found else ASK_SCORES.to(language))
    if not to_case:
        lines.append(NO_LOBBY.to(language))
    scored = [one for one in q.QUADRANTS if words.get(one.id)]
    rows = [_score_row(one, words, language) for one in scored]
    return message("\n".join(lines), [*rows, _buttons(language, to_case=to_case)], colour=OWN)


def _proposed(found: q.Proposal, language: Language) -> str:
    names = {one.id: one.name.to(language) for one in all_methods()}
    methods = ", ".join(names[one] for one in found.methods)
    said = IF_PROCEDURE if found.procedure else PROPOSED
    return said.to(language, question=found.question.to(language), methods=methods)


def _score_row(quadrant: q.Quadrant, words: Mapping[str, str], language: Language) -> Row:
    given = q.score_of(words, quadrant)
    statement = quadrant.statement.to(language)
    options = [
        discord.SelectOption(
            label=fit(f"{score}: {statement}", OPTION), value=score, default=score == str(given)
        )
        for score in q.SCORES
    ]
    return Row(
        ui.Select[ui.LayoutView](
            custom_id=str(Press("quad-score", extra=quadrant.id)),
            placeholder=fit(SCORE.to(language, statement=statement), OPTION),
            options=options,
        )
    )


def _buttons(language: Language, *, to_case: bool) -> Row:
    named = [("quad-open", CHANGE)] + ([("quad-case", TO_CASE)] if to_case else [])
    style = {"quad-case": discord.ButtonStyle.primary}
    return Row(
        *(
            ui.Button[ui.LayoutView](
                label=fit(text.to(language), LABEL),
                custom_id=str(Press(action)),
                style=style.get(action, discord.ButtonStyle.secondary),
            )
            for action, text in named
        )
    )
