"""A case, prepared in the lobby before the groups open: its form, and the lists in the answer to it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import structlog
from discord import ui

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.forms import modal, read
from bot.host import Host
from bot.picking import listed, lists, picked
from bot.remarks import about_details
from bot.replies import Reply
from bot.screen import note
from methods.carrying import case_phase
from methods.engine.model import Content, Field, Form, Kind, Phase
from methods.engine.sentences import EMPTY
from methods.engine.text import Language, PersonId, Text
from methods.frame import CASE_CARD, SUITABLE
from methods.library import recipe_of
from methods.meeting import Meeting, MeetingStage
from storage.problems import Conflict, StorageProblem

log = structlog.get_logger()

FITS: Final = Text(
    nl="Kijk zelf nog even of je casus past; je hoeft niets aan te vinken:",
    en="Look once more whether your case fits; there is nothing to tick:",
)
FITTING: Final = Text(nl="{number}. {text}", en="{number}. {text}")


class Preparing:
    """Opens the form of the meeting's method, and keeps what comes in."""

    def __init__(self, host: Host, cards: Cards) -> None:
        self._host = host
        self._cards = cards

    async def press(self, reply: Reply, press: Press, meeting: Meeting, language: Language) -> None:
        """Open the form, or keep what came in by it or by a list."""
        match press.action:
            case "lobby-caseform":
                await self._keep(reply, meeting, language)
            case "lobby-pick":
                await self._pick(reply, press, meeting, language)
            case _:
                await self.open(reply, meeting)

    async def open(
        self, reply: Reply, meeting: Meeting, begun: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """The form, as far as it has been filled in; `begun`: what to begin it with instead."""
        language = await self._cards.language(reply)
        form, phase = case_form(meeting)
        if meeting.content is Content.NONE:
            await reply.private(note(say.ON_PAPER_HERE.to(language)))
            return
        if meeting.stage is not MeetingStage.GATHERING:
            await reply.private(note(say.CASE_TOO_LATE.to(language)))
            return
        kept = {**(await self._host.store.case(meeting.id, reply.who) or {}), **begun}
        target = str(Press("lobby-caseform", meeting.id, 0, reply.who))
        promise = (say.PROMISE_CANVAS if phase.kind is Kind.WRITE else say.PROMISE_PITCH).to(language)
        title, fields = phase.name.to(language), form.typed[:5]
        await reply.form(modal(target, title, fields, language, intro=promise, defaults=kept))

    async def _keep(self, reply: Reply, meeting: Meeting, language: Language) -> None:
        """What came in by the form."""
        words = read(reply.data)
        fields = case_form(meeting)[0].typed[:5]
        text = {field.id: words.get(field.id, "") for field in fields}
        if any(f.max_length and len(text[f.id]) > f.max_length for f in fields):
            await self._cards.give_back(reply, say.TOO_LONG, words)
        elif not any(text.values()):
            await self._cards.give_back(reply, EMPTY, words)
        else:
            await self._save(reply, meeting, text, language)

    async def _pick(self, reply: Reply, press: Press, meeting: Meeting, language: Language) -> None:
        """What was chosen from a list in the answer to the form."""
        form, _ = case_form(meeting)
        kept = await self._host.store.case(meeting.id, reply.who) or {}
        answer = picked(form, press.extra, reply.chosen, kept.get(press.extra, ""), language)
        if answer is None or meeting.content is Content.NONE:
            await reply.private(note(say.FORGED.to(language)))
        else:
            await self._save(reply, meeting, {press.extra: answer}, language)

    async def _save(
        self, reply: Reply, meeting: Meeting, text: Mapping[str, str], language: Language
    ) -> None:
        try:
            kept = await reply.patiently(self._host.keep_case(meeting.id, reply.who, text), private=True)
        except (StorageProblem, Conflict):
            log.exception("case not saved", meeting=meeting.id)
            await self._cards.give_back(reply, say.NOT_SAVED, text)
            return
        if kept:
            await reply.renew(await self._saved(meeting, reply.who, text, language))
        else:
            await self._cards.give_back(reply, say.CASE_TOO_LATE, text)

    async def _saved(
        self, meeting: Meeting, who: PersonId, text: Mapping[str, str], language: Language
    ) -> ui.LayoutView:
        """That it is kept, what there is to remark, and lists for what is chosen instead of typed."""
        form, _ = case_form(meeting)
        kept = await self._host.store.case(meeting.id, who) or {}
        remark = about_details(text.values(), language)
        said: tuple[Text, ...] = (say.CASE_SAVED, *((remark,) if remark else ()))
        if case_phase(recipe_of(meeting)).form is CASE_CARD:
            points = enumerate(SUITABLE, start=1)
            said = (*said, FITS, *(FITTING.filled(number=str(n), text=text) for n, text in points))

        def custom_id(field: Field) -> str:
            return str(Press("lobby-pick", meeting.id, 0, who, field.id))

        rows = lists(listed(form), kept, custom_id, language)
        return note("\n".join(one.to(language) for one in said), rows)


def case_form(meeting: Meeting) -> tuple[Form, Phase]:
    """What is asked about a case in this meeting, and the phase that asks it."""
    phase = case_phase(recipe_of(meeting))
    assert phase.form is not None, "a case has a form"  # noqa: S101 - a mistake in a method file, met by its test
    return phase.form.asked(meeting.talk), phase
