"""«Terug om 16:40» on the moderator's screen: asking for a time, what became of it, and times that would work."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import tzinfo
from math import ceil
from typing import Final

from discord import ui

from bot import sayings as say
from bot.cards import Cards
from bot.conduct import Conduct, Result
from bot.custom_id import Press
from bot.forms import modal, read
from bot.host import Host
from bot.replies import AT_ONCE, Reply
from bot.screen import OWN, in_rows, message, plain_button
from bot.target import Target, target_of, these
from bot.times import clock, moment_of, zone_of
from methods.engine.model import Field
from methods.engine.sentences import IN_THE_PAST, NOT_NOW, RETURNS_ALREADY
from methods.engine.text import Language, Moment, PersonId
from methods.meeting import Meeting, ServerId

DAY: Final = 24 * 3600
"""Seconds; a moment that is further away is none."""
ROUND: Final = 5 * 60
"""Seconds to which an offered moment is rounded up."""
OFFERED: Final = 3
TIME: Final = Field(
    id="time", label=say.RETURN_TIME, max_length=30, required=True, placeholder=say.RETURN_HINT
)
KNOWN: Final = {None, say.RETURN_LATER, say.NOT_FOUND, NOT_NOW, RETURNS_ALREADY}
"""Answers after which another time need not be offered."""
LONGEST_CODE: Final = 6
"""Characters of a target that is still one of those in the panel's list."""
Answer = Callable[..., Awaitable[None]]
Told = Callable[[Sequence[Result], Language], str]


class Returning:
    """Handles the presses with which a moderator names a time."""

    def __init__(self, host: Host, conduct: Conduct, cards: Cards, told: Told, answer: Answer) -> None:
        """`told`: results in words, group by group; `answer` shows the panel with a sentence and a target."""
        self._host = host
        self._conduct = conduct
        self._cards = cards
        self._told = told
        self._answer = answer

    async def ask(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        """Open the form that asks at what time."""
        language = await self._cards.language(reply)
        target = Press("conduct-return-send", meeting.id, extra=press.extra or "all")
        intro = say.RETURN_INTRO.to(language)
        await reply.form(modal(str(target), say.RETURN_AT.to(language), [TIME], language, intro=intro))

    async def typed(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        """The form came in."""
        await self.bring_back(reply, meeting, read(reply.data).get(TIME.id, ""), press.extra)

    async def bring_back(self, reply: Reply, meeting: Meeting, text: str, code: str) -> None:
        """Plan these groups for a time as it was typed, and say what became of it."""
        until = moment_of(text, self._host.now(), await self._zone(meeting.server))
        await self._set(reply, meeting, until, code)

    async def chosen(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        """A time that was offered."""
        moment, _, code = press.extra.partition(".")
        await self._set(reply, meeting, Moment(int(moment)) if moment.isdecimal() else None, code)

    async def _set(self, reply: Reply, meeting: Meeting, until: Moment | None, code: str) -> None:
        target, language = target_of(code), await self._cards.language(reply)
        if target is None:
            await self._answer(reply, meeting.id, say.NO_SUCH_GROUP.to(language))
            return
        work = self._outcome(meeting, reply.who, until, target, language)
        outcome = await reply.patiently(work, private=not reply.from_private, within=AT_ONCE)
        if isinstance(outcome, str):
            await self._answer(reply, meeting.id, outcome, code if len(code) <= LONGEST_CODE else "all")
        else:
            await reply.renew(outcome)

    async def _outcome(
        self, meeting: Meeting, who: PersonId, until: Moment | None, target: Target, language: Language
    ) -> str | ui.LayoutView:
        """What became of it; or, where it did not go, times to choose from."""
        if until is None or until > self._host.now() + DAY:
            return await self._offer(meeting, say.NO_SUCH_TIME.to(language), target, language)
        time = clock(until, await self._zone(meeting.server))
        asked = say.RETURN_SET.to(language, time=time)
        if until <= self._host.now():
            return await self._offer(meeting, f"{asked} {IN_THE_PAST.to(language)}", target, language)
        results = await self._conduct.set_return(meeting.id, who, until, target)
        said = f"{asked}\n{self._told(results, language)}"
        soon = [r.group for r in results if r.reason not in KNOWN]
        if not soon:
            return said
        return await self._offer(meeting, said, these(soon), language)

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
