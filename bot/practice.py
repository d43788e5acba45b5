"""«Oefenen»: one private message that changes with every press. What somebody writes stands on it, and nowhere else."""

import re

from discord import ButtonStyle, Container, TextDisplay, ui

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.forms import modal, read
from bot.host import Host
from bot.plain import shown
from bot.replies import Reply
from bot.screen import OWN, Row, message, note
from methods.engine.messages import Refusal
from methods.engine.model import Field
from methods.engine.state import MeetingId
from methods.engine.text import Language
from methods.gathering import practised
from methods.practice import FINISHED, FORM_LABEL, FORM_PROMISE, NOTHING, PAGES, WRITE

ANSWER = Field(id="antwoord", label=FORM_LABEL, max_length=300, required=True)
QUOTE = "> "
_GUARDED = re.compile(r"\\(.)")
"""A sign that was kept from meaning anything."""


class Practice:
    """Handles presses whose action begins with `practice-`; the session field is the meeting's number."""

    def __init__(self, host: Host, cards: Cards) -> None:
        self._host = host
        self._cards = cards

    async def press(self, reply: Reply, press: Press) -> None:
        """Turn to the page that was asked for, or open the form on the way."""
        language = await self._cards.language(reply)
        page, own = press.action.removeprefix("practice-"), _written(reply)
        if page == WRITE:
            await reply.form(_form(press, language, own))
            return
        if page == "form":
            page, own = "written", _one_line(read(reply.data).get(ANSWER.id, ""))
        if page not in PAGES:
            await reply.private(note(say.FORGED.to(language)))
            return
        view = page_view(page, MeetingId(press.session), language, own)
        await reply.renew(view)
        if page in FINISHED:
            await self._remember(MeetingId(press.session), reply)

    async def _remember(self, meeting: MeetingId, reply: Reply) -> None:
        """That somebody practised; not what."""
        outcome = await self._host.change_meeting(meeting, lambda now: practised(now, reply.who))
        if outcome is not None and not isinstance(outcome, Refusal):
            self._cards.meeting_changed(meeting)


def page_view(page: str, meeting: MeetingId, language: Language, own: str = "") -> ui.LayoutView:
    """One page with its buttons. `own`: one's own text, ready to be shown."""
    here = PAGES[page]
    row = Row()
    for number, step in enumerate(here.steps):
        # Two buttons may lead to one page, and Discord takes no two of one name.
        custom_id = str(Press(f"practice-{step.to}", meeting, extra=str(number)))
        style = ButtonStyle.primary if step is here.steps[0] else ButtonStyle.secondary
        row.add_item(ui.Button(label=step.label.to(language), custom_id=custom_id, style=style))
    return message(here.text.to(language, mine=own or NOTHING.to(language)), [row], colour=OWN)


def _form(press: Press, language: Language, own: str) -> ui.Modal:
    target = str(Press("practice-form", press.session))
    title, promise = say.PRACTISE.to(language), FORM_PROMISE.to(language)
    before = _GUARDED.sub(r"\1", own)
    return modal(target, title, [ANSWER], language, intro=promise, defaults={ANSWER.id: before})


def _one_line(text: str) -> str:
    """One's own text as it can stand behind one sign of quotation."""
    return shown(" ".join(text.split()))


def _written(reply: Reply) -> str:
    """What stands as one's own text on the page that was pressed."""
    found = reply.interaction.message
    blocks = [] if found is None else [one for one in found.components if isinstance(one, Container)]
    texts = [part.content for block in blocks for part in block.children if isinstance(part, TextDisplay)]
    lines = [line for text in texts for line in text.splitlines()]
    return next((line.removeprefix(QUOTE) for line in lines if line.startswith(QUOTE)), "")
