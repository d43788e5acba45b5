"""The code of conduct on somebody's screen: the whole text, and the button with which one accepts it."""

import discord
from discord import ui

from bot.custom_id import Press
from bot.host import Host
from bot.plain import shown
from bot.screen import Row, note, plain_button
from methods import code_of_conduct
from methods.engine.state import MeetingId, Session
from methods.engine.steps import CODE
from methods.engine.text import Language, PersonId
from methods.meeting import Meeting
from storage.servers import ServerSettings


async def whole_text(host: Host, meeting: Meeting, who: PersonId, language: Language) -> ui.LayoutView:
    """The whole text, to be read at any time; with the button for who has not accepted it yet."""
    agreed = who in await host.agreed(meeting.id, (who,))
    settings = await host.store.server(meeting.server)
    text = code_text(settings, language)
    return note(text, [_report(language)]) if agreed else _asked(meeting.id, who, settings, language)


async def with_question(
    host: Host, meeting: Meeting, who: PersonId, language: Language, said: str
) -> ui.LayoutView:
    """What was to be said to somebody, and under it the whole text the first time (and after a change)."""
    if who in await host.agreed(meeting.id, (who,)):
        return note(said)
    return _asked(meeting.id, who, await host.store.server(meeting.server), language, said)


def text_above(session: Session, who: PersonId, settings: ServerSettings, language: Language) -> str:
    """What stands above somebody's own card in the step that asks for it: all of it, the first time."""
    asked = session.under_way and session.step.phase.id == CODE and who not in session.agreed
    return code_text(settings, language) if asked and who in session.members else ""


def code_text(settings: ServerSettings, language: Language) -> str:
    """The whole text as it is on this server."""
    return code_of_conduct.whole([shown(article) for article in settings.articles]).to(language)


def _report(language: Language) -> Row:
    return Row(plain_button("rules-report", code_of_conduct.REPORT, language))


def _asked(
    meeting: MeetingId, who: PersonId, settings: ServerSettings, language: Language, said: str = ""
) -> ui.LayoutView:
    button = ui.Button[ui.LayoutView](
        label=code_of_conduct.AGREE.to(language),
        custom_id=str(Press("lobby-agree", meeting, settings.code_version, who)),
        style=discord.ButtonStyle.primary,
    )
    whole = code_text(settings, language)
    return note(f"{said}\n\n{whole}" if said else whole, [Row(button)])
