"""The answer to one interaction: always within three seconds, and afterwards a free voice in its channel."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar, cast

import aiohttp
import discord
from discord import ui
from discord.utils import MISSING

from bot.clock import Clock
from bot.custom_id import parse
from bot.forms import read
from bot.once import once
from bot.room import mark_of, only
from methods.engine.text import PersonId
from methods.meeting import ServerId

PATIENCE = 1.5
"""Seconds that a commit gets before Discord is told that the answer follows."""
AT_ONCE = 0.7
"""Seconds that an act of a moderator gets, which may be for many rooms: who conducts hears something within a second."""
TOKEN_LIFE = 14 * 60
"""Seconds in which an interaction can be answered; Discord gives fifteen minutes."""

CUT_OFF = (aiohttp.ClientError, OSError, TimeoutError)
"""Nobody knows whether Discord has heard it."""
ANSWERED = 40060
"""Discord's code for an interaction that has had its first answer."""

MINE = "mine"
"""Action of the button that opens somebody's own card."""

T = TypeVar("T")


class Reply:
    """One interaction and what has been answered to it. It keeps no state of the conversation."""

    def __init__(self, interaction: discord.Interaction, clock: Clock) -> None:
        self.interaction = interaction
        self.id = interaction.id
        self.who = PersonId(interaction.user.id)
        self._clock = clock
        self._until = clock.now() + TOKEN_LIFE
        self._heard = False
        """Whether Discord has a first answer that discord.py knows nothing of."""

    @property
    def server(self) -> ServerId:
        """The server it was done on; 0 in a direct message, where nothing of Kring is."""
        return ServerId(self.interaction.guild_id or 0)

    @property
    def data(self) -> Mapping[str, object]:
        """What came with the interaction."""
        return cast("Mapping[str, object]", self.interaction.data or {})

    @property
    def words(self) -> Mapping[str, str]:
        """What was filled in, by field; nothing when no form came in."""
        return read(self.data)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was chosen from a list."""
        values = self.data.get("values")
        return tuple(str(value) for value in values) if isinstance(values, list) else ()

    @property
    def locale(self) -> str:
        """The language of this person's Discord."""
        return self.interaction.locale.value

    @property
    def from_card(self) -> bool:
        """Whether it came from a room's card, or from a form that was opened there.

        A message with only a choice under it, such as the one at the end of a step's time, stays as it is.
        """
        message = self.interaction.message
        return message is not None and not message.flags.ephemeral and _is_card(message)

    @property
    def from_private(self) -> bool:
        """Whether it came from a message that only this person sees."""
        message = self.interaction.message
        return message is not None and message.flags.ephemeral

    @property
    def mark(self) -> int | None:
        """The mark of the message that it came from."""
        message = self.interaction.message
        return mark_of(message) if message is not None else None

    @property
    def fresh(self) -> bool:
        """Whether the interaction can still be answered."""
        return self._clock.now() < self._until

    @property
    def answered(self) -> bool:
        """Whether Discord has had a first answer."""
        return self._heard or self.interaction.response.is_done()

    async def patiently(self, work: Awaitable[T], *, private: bool = False, within: float = PATIENCE) -> T:
        """Wait for `work`; when it takes longer than `within` seconds, tell Discord that the answer follows."""
        task = asyncio.ensure_future(work)
        done, _ = await asyncio.wait({task}, timeout=within)
        if not done and not self.answered:
            # Who cannot be answered any more has been heard all the same.
            with suppress(discord.HTTPException, *CUT_OFF):
                await self._promise_answer(private=private)
        return await task

    async def _promise_answer(self, *, private: bool) -> None:
        response = self.interaction.response
        if private or self.interaction.message is None:
            await self._first(lambda: response.defer(ephemeral=True, thinking=True))
        else:
            await self._first(response.defer)

    async def _first(self, answer: Callable[[], Awaitable[object]]) -> None:
        """Give the first answer. One that was cut off is given again, and it is well if Discord has had it by then."""
        try:
            await surely(answer)
        except discord.HTTPException as error:
            if error.code != ANSWERED:
                raise
        self._heard = True

    async def form(self, form: ui.Modal) -> None:
        """Open a form."""
        await self._first(lambda: self.interaction.response.send_modal(form))

    async def update(self, view: ui.LayoutView) -> None:
        """Change the message that the press came from; it calls nobody anew. A command came from none."""
        interaction = self.interaction
        if interaction.message is None:
            await self.private(view)
        elif not self.answered:
            await self._first(lambda: interaction.response.edit_message(view=view, allowed_mentions=only(())))
        elif self.fresh:
            await surely(lambda: interaction.edit_original_response(view=view, allowed_mentions=only(())))

    async def renew(self, view: ui.LayoutView) -> None:
        """Put it in the place of the private card that was pressed; else say it as a new one."""
        await (self.update(view) if self.from_private else self.private(view))

    async def private(self, view: ui.LayoutView, *files: discord.File) -> None:
        """Say something to this person alone, with the files that the view shows."""
        followup, response = self.interaction.followup, self.interaction.response

        async def send() -> None:
            say = followup.send if self.answered else response.send_message
            await say(view=view, files=files or MISSING, ephemeral=True, allowed_mentions=only(()))

        if files:
            await send()  # discord.py has closed them when it comes back
        else:
            await (surely(send) if self.answered else self._first(send))

    def hears(self, channel: int) -> bool:
        """Whether what it says appears in this channel, and it may still speak."""
        return self.interaction.channel_id == channel and self.fresh and self.answered

    async def say(self, view: ui.LayoutView, calls: Sequence[PersonId], *, quiet: bool) -> int:
        """Post in the channel, calling these people; the message's number. `quiet`: without ringing for them."""
        with once():
            sent = await self.interaction.followup.send(
                view=view, wait=True, silent=quiet or not calls, allowed_mentions=only(calls)
            )
        return sent.id


async def surely(say: Callable[[], Awaitable[object]]) -> None:
    """Say it; once more when it was cut off. Heard twice is better here than not at all."""
    try:
        await say()
    except CUT_OFF:
        await say()
    except discord.HTTPException as error:
        if error.status != 429:  # noqa: PLR2004 - discord.py repeats what it takes for passing, and this it does not
            raise
        await say()


def _is_card(message: discord.Message) -> bool:
    """Every card has the button of somebody's own card; nothing else in a room has."""
    blocks = [block for block in message.components if isinstance(block, discord.Container)]
    rows = [row for block in blocks for row in block.children if isinstance(row, discord.ActionRow)]
    ids = (getattr(part, "custom_id", None) for row in rows for part in row.children)
    return any((press := parse(custom_id or "")) and press.action == MINE for custom_id in ids)
