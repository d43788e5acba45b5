"""«Terug om 16:40» on the moderator's screen: asking for a time, what became of it, and times that would work."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from math import ceil
from typing import Final

from discord import ui

from bot import sayings as say
from bot.conduct import Conduct, Result, Target
from bot.custom_id import Press
from bot.forms import modal
from bot.host import Host
from bot.screen import OWN, in_rows, message, plain_button
from bot.times import clock, moment_of, zone_of
from methods.engine.model import Field
from methods.engine.sentences import IN_THE_PAST, NOT_NOW, RETURNS_ALREADY
from methods.engine.state import MeetingId
from methods.engine.text import Language, Moment, PersonId
from methods.meeting import Meeting, ServerId

ROUND: Final = 5 * 60
"""Seconds to which an offered moment is rounded up."""
OFFERED: Final = 3
TIME: Final = Field(
    id="time", label=say.RETURN_TIME, max_length=30, required=True, placeholder=say.RETURN_HINT
)
KNOWN: Final = {None, say.RETURN_LATER, say.NOT_FOUND, NOT_NOW, RETURNS_ALREADY}
"""Answers after which another time need not be offered."""
MOST_ASKED: Final = 15
"""Groups that fit in the id of a button with a time in it."""
Told = Callable[[Sequence[Result], Language], str]


def form(meeting: MeetingId, target: str, language: Language) -> ui.Modal:
    """The form that asks at what time."""
    press = Press("conduct-return-send", meeting, extra=target)
    intro = say.RETURN_INTRO.to(language)
    return modal(str(press), say.RETURN_AT.to(language), [TIME], language, intro=intro)


class Returning:
    """What follows when a moderator names a time."""

    def __init__(self, host: Host, conduct: Conduct, told: Told) -> None:
        """`told`: results in words, group by group."""
        self._host = host
        self._conduct = conduct
        self._told = told

    async def typed(
        self, meeting: Meeting, who: PersonId, text: str, target: Target, language: Language
    ) -> str | ui.LayoutView:
        """A time as it was typed: what became of it; or, where it did not go, times to choose from."""
        until = moment_of(text, self._host.now(), await self._zone(meeting.server))
        if until is None:
            return await self._offer(meeting, say.NO_SUCH_TIME.to(language), target, language)
        return await self.set(meeting, who, until, target, language)

    async def set(
        self, meeting: Meeting, who: PersonId, until: Moment, target: Target, language: Language
    ) -> str | ui.LayoutView:
        """Plan the groups that are meant for this moment."""
        time = clock(until, await self._zone(meeting.server))
        asked = say.RETURN_SET.to(language, time=time)
        if until <= self._host.now():
            return await self._offer(meeting, f"{asked} {IN_THE_PAST.to(language)}", target, language)
        results = await self._conduct.set_return(meeting.id, who, until, target)
        said = f"{asked}\n{self._told(results, language)}"
        soon = [str(r.group) for r in results if r.reason not in KNOWN]
        if not soon:
            return said
        return await self._offer(meeting, said, Target(f"g{'-'.join(soon[:MOST_ASKED])}"), language)

    async def _zone(self, server: ServerId) -> tzinfo:
        return zone_of((await self._host.store.server(server)).timezone)

    async def _offer(self, meeting: Meeting, text: str, target: Target, language: Language) -> ui.LayoutView:
        """A sentence with times that would work, each one press, and a form for another."""
        zone = await self._zone(meeting.server)
        first = await self._conduct.soonest(meeting.id, target)
        start = ceil(first / ROUND) * ROUND if first is not None else 0
        moments = [Moment(start + step * ROUND) for step in range(OFFERED)] if first is not None else []
        buttons = [
            plain_button(
                "conduct-return-at",
                say.RETURN_CHOICE.filled(time=clock(moment, zone)),
                language,
                meeting.id,
                extra=f"{moment}.{target.code}",
            )
            for moment in moments
        ]
        buttons.append(
            plain_button("conduct-return", say.OTHER_TIME, language, meeting.id, extra=target.code)
        )
        return message(text, in_rows(buttons), colour=OWN)
