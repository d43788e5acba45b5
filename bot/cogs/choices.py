"""What a command offers to choose from while somebody types, and its words in both languages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import discord
from discord import app_commands

from bot import sayings as say
from bot.plain import fit
from bot.times import zones
from bot.words import words
from methods.engine.text import Language, Text
from methods.meeting import ServerId

if TYPE_CHECKING:
    from bot.client import Kring

Interaction = discord.Interaction
Choices = list[app_commands.Choice[str]]
MOST_CHOICES = 25


def described(nl: str, en: str) -> app_commands.locale_str:
    """A description in both languages."""
    return words(Text(nl=nl, en=en))


def choice(value: str, nl: str, en: str) -> app_commands.Choice[str]:
    """A fixed choice in both languages."""
    return app_commands.Choice(name=described(nl, en), value=value)


WHICH_MEETING = described(
    "Welke bijeenkomst? Zonder keuze de nieuwste", "Which meeting? The newest when not chosen"
)
WHICH_GROUPS = described("Welke groepen? Zonder keuze alle", "Which groups? All when not chosen")


async def method_choices(interaction: Interaction, typed: str) -> Choices:
    """Every method that this server can use."""
    language = _language(interaction)
    known = await _kring(interaction).methods.all(ServerId(interaction.guild_id or 0))
    return _matching([(one.name.to(language), one.id) for one in known], typed)


async def timezone_choices(_: Interaction, typed: str) -> Choices:
    """Every time zone."""
    return _matching([(name, name) for name in sorted(zones())], typed)


async def group_choices(interaction: Interaction, typed: str) -> Choices:
    """All groups, each alone, all but each, and the plenary of the meeting that is meant."""
    language = _language(interaction)
    going_on = await _kring(interaction).lobby.going_on(ServerId(interaction.guild_id or 0))
    wanted = str(getattr(interaction.namespace, "meeting", None) or "")
    meeting = next((one for one in going_on if not wanted or str(one.id) == wanted), None)
    named = [(say.ALL_GROUPS.to(language), "all"), (say.PLENARY.to(language), "g0")]
    for group in meeting.groups if meeting else ():
        named.append((say.ONE_GROUP.to(language, number=str(group.number)), f"g{group.number}"))
        named.append((say.ALL_BUT.to(language, number=str(group.number)), f"x{group.number}"))
    return _matching(named, typed)


async def meeting_choices(interaction: Interaction, typed: str) -> Choices:
    """The meetings that are going on here."""
    going_on = await _kring(interaction).lobby.going_on(ServerId(interaction.guild_id or 0))
    return _matching([(f"{one.id}. {one.theme}", str(one.id)) for one in going_on], typed)


def _kring(interaction: Interaction) -> "Kring":
    return cast("Kring", interaction.client)


def _language(interaction: Interaction) -> Language:
    """The language in which choices are offered: Discord's own, known without a look at the store."""
    return "nl" if interaction.locale is discord.Locale.dutch else "en"


def _matching(named: Sequence[tuple[str, str]], typed: str) -> Choices:
    """The choices that fit what was typed so far."""
    fitting = [(fit(name, 100), value) for name, value in named if typed.lower() in name.lower()]
    return [app_commands.Choice(name=name, value=value) for name, value in fitting][:MOST_CHOICES]
