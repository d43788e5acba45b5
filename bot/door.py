"""One door for clicks and forms: what a press means is in its custom id, and nowhere else."""

import secrets
from collections.abc import Mapping
from typing import Protocol

import discord
import structlog

from bot import sayings as say
from bot.cards import Cards
from bot.clock import Clock
from bot.custom_id import Press, parse
from bot.logs import wordless
from bot.replies import CUT_OFF, Reply

log = structlog.get_logger()

EXPECTED = {10062, 40060}
"""Unknown interaction, answered already: somebody else was faster, or Discord gave up waiting."""


class Handler(Protocol):
    """Whoever answers presses of one family."""

    async def press(self, reply: Reply, press: Press) -> None:
        """Answer one press."""


class Door:
    """Sends each press to whoever handles it, and never leaves a person without an answer."""

    def __init__(self, clock: Clock, cards: Cards, acts: Handler, others: Mapping[str, Handler]) -> None:
        """`others`: by the first word of an action, whoever handles it; all else are acts in a session."""
        self._clock = clock
        self._cards = cards
        self._acts = acts
        self._others = others

    async def knock(self, interaction: discord.Interaction) -> None:
        """Handle a click, a choice from a list, or a form."""
        reply = Reply(interaction, self._clock)
        press = parse(str(reply.data.get("custom_id", "")))
        try:
            if press is None:
                await self._cards.give_back(reply, say.FORGED, reply.words)
            else:
                handler = self._others.get(press.action.partition("-")[0], self._acts)
                await handler.press(reply, press)
        except Exception as error:  # noqa: BLE001 - the last net: whatever went wrong, the person hears of it
            await self.failed(reply, error)

    async def failed(self, reply: Reply, error: BaseException) -> None:
        """Tell the person, with a code that is in the log too, and give back what they wrote; the log has no words."""
        if isinstance(error, discord.HTTPException) and error.code in EXPECTED:
            log.info("interaction is over", interaction=reply.id, code=error.code)
            return
        code = secrets.token_hex(3)
        log.error("press failed", code=code, error=type(error).__name__, exc_info=wordless(error))
        try:
            await self._cards.give_back(reply, say.FAILED.filled(code=code), reply.words)
        except (discord.HTTPException, *CUT_OFF) as gone:
            log.info("could not answer", interaction=reply.id, error=type(gone).__name__)
