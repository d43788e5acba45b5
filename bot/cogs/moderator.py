"""`/moderator`: setting up, calling a meeting, and every act of conducting it. Answers are private."""

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cogs.calling import Calling
from bot.cogs.choices import described
from bot.cogs.conducting import ACTS, Conducting
from bot.cogs.gathering import Gathering

if TYPE_CHECKING:
    from bot.client import Kring


class Moderator(
    Calling,
    Gathering,
    Conducting,
    commands.GroupCog,
    group_name="moderator",
    group_description=described("Een bijeenkomst leiden", "Conduct a meeting"),
):
    """The moderators' commands; Discord shows them to who may manage the server until setup opens them."""

    def __init__(self, client: "Kring") -> None:
        self.client = client
        group = self.app_command
        assert group is not None, "a group cog has a group"  # noqa: S101 - a bug otherwise
        group.default_permissions = discord.Permissions(manage_guild=True)
        group.guild_only = True
        for act, name, description in ACTS:
            group.add_command(self.acting(act, name, description))
