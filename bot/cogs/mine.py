"""`/kring`: somebody's own card, wherever they are."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.replies import Reply
from bot.words import words
from methods.engine.text import Text

if TYPE_CHECKING:
    from bot.client import Kring


class Mine(commands.Cog):
    """What everybody may do."""

    def __init__(self, client: "Kring") -> None:
        self._client = client

    @app_commands.command(
        name="kring",
        description=words(Text(nl="Open Mijn kaart, alleen voor jou", en="Open My card, for you alone")),
    )
    @app_commands.guild_only()
    async def kring(self, interaction: discord.Interaction) -> None:
        """Open «Mijn kaart»."""
        reply = Reply(interaction, self._client.clock)
        try:
            await self._client.lobby.own(reply)
        except Exception as error:  # noqa: BLE001 - the last net
            await self._client.door.failed(reply, error)
