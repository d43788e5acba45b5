"""Command names and descriptions in both languages, the way Discord wants them."""

import discord
from discord import app_commands
from discord.app_commands import TranslationContextTypes, locale_str

from methods.engine.text import Text


def words(text: Text) -> locale_str:
    """A text as a command's name or description: English, with the Dutch beside it."""
    return locale_str(text.en, nl=text.nl)


class Translator(app_commands.Translator):
    """Gives Discord the Dutch of whatever `words` made."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, _context: TranslationContextTypes
    ) -> str | None:
        """The Dutch text for a Dutch client; Discord falls back to English for all others."""
        dutch: str | None = string.extras.get("nl")
        return dutch if locale is discord.Locale.dutch else None
