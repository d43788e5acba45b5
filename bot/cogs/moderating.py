"""What all commands of `/moderator` have in common: who may give them, and for which meeting."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from discord.ext import commands

from bot import sayings as say
from bot.cogs.choices import Interaction
from bot.replies import AT_ONCE, Reply
from bot.screen import note
from methods.engine.messages import Refusal
from methods.engine.text import Language, PersonId
from methods.meeting import Meeting

if TYPE_CHECKING:
    from bot.client import Kring

Outcome = Meeting | Refusal
Work = Callable[[Reply, Language], Awaitable[None]]


class Moderating(commands.Cog):
    """Commands that moderators give; every one of them is answered in private."""

    client: "Kring"

    async def answer(self, interaction: Interaction, work: Work) -> None:
        """Only for moderators, and never without an answer."""
        reply = Reply(interaction, self.client.clock)
        try:
            language = await self.client.cards.language(reply)
            if await self.client.cards.moderates(reply):
                await work(reply, language)
            else:
                reason = await self.client.cards.moderators_only(reply)
                await reply.private(note(reason.to(language)))
        except Exception as error:  # noqa: BLE001 - the last net
            await self.client.door.failed(reply, error)

    async def current(
        self, reply: Reply, language: Language, named: str | None, *, joins: bool = True
    ) -> Meeting | None:
        """The meeting that was named, else the newest one here; the moderator joins in conducting it."""
        going_on = await self.client.lobby.going_on(reply.server)
        meeting = next((one for one in going_on if named is None or str(one.id) == named), None)
        if meeting is None:
            await reply.private(note(say.NO_MEETING.to(language)))
            return None
        if joins:
            await reply.patiently(self.client.conduct.appoint(meeting, reply.who), private=True)
        return meeting

    async def change(
        self,
        interaction: Interaction,
        named: str | None,
        change: Callable[[Meeting, PersonId], Coroutine[Any, Any, Outcome]],
    ) -> None:
        """Change a meeting, and show the panel with what became of it."""

        async def work(reply: Reply, spoken: Language) -> None:
            meeting = await self.current(reply, spoken, named)
            if meeting is not None:
                outcome = await reply.patiently(change(meeting, reply.who), private=True, within=AT_ONCE)
                said = await self.client.panel.said(outcome, meeting, spoken)
                await reply.private(await self.client.panel.view(meeting.id, spoken, said))

        await self.answer(interaction, work)
