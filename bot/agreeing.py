"""The code of conduct on somebody's screen: the whole text, and the button with which one accepts it."""

import discord
from discord import ui

from bot.custom_id import Press
from bot.host import Host
from bot.screen import OWN, Row, message
from methods import code_of_conduct
from methods.engine.state import MeetingId, Session
from methods.engine.steps import CODE
from methods.engine.text import Language, PersonId
from methods.meeting import Meeting


async def whole_text(host: Host, meeting: Meeting, who: PersonId, language: Language) -> ui.LayoutView:
    """The whole text, to be read at any time; with the button for who has not accepted it yet."""
    agreed = who in await host.agreed(meeting.id, (who,))
    return _asked(meeting.id, who, language) if not agreed else message(_text(language), colour=OWN)


async def with_question(
    host: Host, meeting: Meeting, who: PersonId, language: Language, said: str
) -> ui.LayoutView:
    """What was to be said to somebody, and under it the whole text the first time (and after a change)."""
    agreed = who in await host.agreed(meeting.id, (who,))
    return message(said, colour=OWN) if agreed else _asked(meeting.id, who, language, said)


def text_above(session: Session, who: PersonId, language: Language) -> str:
    """What stands above somebody's own card in the step that asks for it: all of it, the first time."""
    asked = session.under_way and session.step.phase.id == CODE and who not in session.agreed
    return _text(language) if asked and who in session.members else ""


def _text(language: Language) -> str:
    return code_of_conduct.whole().to(language)


def _asked(meeting: MeetingId, who: PersonId, language: Language, said: str = "") -> ui.LayoutView:
    button = ui.Button[ui.LayoutView](
        label=code_of_conduct.AGREE.to(language),
        custom_id=str(Press("lobby-agree", meeting, code_of_conduct.VERSION, who)),
        style=discord.ButtonStyle.primary,
    )
    text = f"{said}\n\n{_text(language)}" if said else _text(language)
    return message(text, [Row(button)], colour=OWN)
