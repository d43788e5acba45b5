"""One door for clicks and forms: what a press means is in its custom id, and nowhere else."""

import secrets

import discord
import structlog

from bot import sayings as say
from bot.acts import Acts
from bot.cards import Cards
from bot.clock import Clock
from bot.custom_id import parse
from bot.lobby import Lobby
from bot.logs import wordless
from bot.panel import Panel
from bot.practice import Practice
from bot.replies import Reply
from bot.screen import note

log = structlog.get_logger()

EXPECTED = {10062, 40060}
"""Unknown interaction, answered already: somebody else was faster, or Discord gave up waiting."""


class Door:
    """Sends each press to whoever handles it, and never leaves a person without an answer."""

    def __init__(
        self, clock: Clock, cards: Cards, acts: Acts, lobby: Lobby, panel: Panel, practice: Practice
    ) -> None:
        self._clock = clock
        self._cards = cards
        self._acts = acts
        self._lobby = lobby
        self._panel = panel
        self._practice = practice

    async def knock(self, interaction: discord.Interaction) -> None:
        """Handle a click, a choice from a list, or a form."""
        reply = Reply(interaction, self._clock)
        press = parse(str(reply.data.get("custom_id", "")))
        try:
            if press is None:
                await reply.private(note(say.FORGED.to(await self._cards.language(reply))))
            elif press.action.startswith("lobby-"):
                await self._lobby.press(reply, press)
            elif press.action.startswith("conduct-"):
                await self._panel.press(reply, press)
            elif press.action.startswith("practice-"):
                await self._practice.press(reply, press)
            else:
                await self._acts.press(reply, press)
        except Exception as error:  # noqa: BLE001 - the last net: whatever went wrong, the person hears of it
            await self.failed(reply, error)

    async def failed(self, reply: Reply, error: BaseException) -> None:
        """Tell the person, with a code that is in the log too; nobody's words are in either."""
        if isinstance(error, discord.HTTPException) and error.code in EXPECTED:
            log.info("interaction is over", interaction=reply.id, code=error.code)
            return
        code = secrets.token_hex(3)
        log.error("press failed", code=code, error=type(error).__name__, exc_info=wordless(error))
        try:
            await reply.private(
                note(say.FAILED.to("nl" if reply.locale.startswith("nl") else "en", code=code))
            )
        except discord.HTTPException as gone:
            log.info("could not answer", interaction=reply.id, code=gone.code)
