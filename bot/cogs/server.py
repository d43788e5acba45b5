"""What somebody does by hand to a server that Kring is on: Kring hears of it, and mends what it can."""

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from methods.meeting import ChannelId, ServerId

if TYPE_CHECKING:
    from bot.client import Kring


class Server(commands.Cog):
    """Channels and messages that are deleted, rights that change, Kring itself taken off a server or invited."""

    def __init__(self, client: "Kring") -> None:
        self._client = client

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Somebody deleted a channel, or Kring itself did."""
        await self._client.mending.channel_gone(ChannelId(channel.id))

    @commands.Cog.listener()
    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Somebody deleted a message."""
        await self._client.mending.message_gone(ChannelId(gone.channel_id), gone.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """Somebody deleted several messages at once."""
        for message in sorted(gone.message_ids):
            await self._client.mending.message_gone(ChannelId(gone.channel_id), message)

    @commands.Cog.listener()
    async def on_guild_role_update(self, _: discord.Role, __: discord.Role) -> None:
        """Somebody gave or took a right."""
        await self._client.outbox.try_again()

    @commands.Cog.listener()
    async def on_guild_channel_update(
        self, _: discord.abc.GuildChannel, __: discord.abc.GuildChannel
    ) -> None:
        """Somebody gave or took a right in one channel."""
        await self._client.outbox.try_again()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Somebody took Kring off the server."""
        await self._client.removed_from(ServerId(guild.id))

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Somebody invited Kring."""
        await self._client.invited_to(ServerId(guild.id))
