"""The commands, a cog for each subject and one for each method; and what is heard of a server."""

from typing import TYPE_CHECKING

from bot.cogs.method import cog_for
from bot.cogs.mine import Mine
from bot.cogs.moderator import Moderator
from bot.cogs.server import Server
from methods.library import all_methods

if TYPE_CHECKING:
    from bot.client import Kring


async def load(client: "Kring") -> None:
    """Add every command. A method with a form for before the meeting brings its own group; nothing is listed here."""
    await client.add_cog(Mine(client))
    await client.add_cog(Moderator(client))
    await client.add_cog(Server(client))
    for method in all_methods():
        if method.command is not None:
            await client.add_cog(cog_for(method)(client))
