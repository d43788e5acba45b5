"""Reading the methods that a server made for itself: each a text in TOML."""

from sqlalchemy import select

from methods.meeting import ServerId
from storage.schema import own_methods
from storage.source import Source


class OwnMethods(Source):
    """What can be asked about a server's own methods."""

    async def own_methods(self, server: ServerId) -> dict[str, str]:
        """The text of each, by id and in that order."""
        mine = own_methods.c.server == server
        query = select(own_methods.c.method, own_methods.c.toml).where(mine).order_by(own_methods.c.method)
        return {row.method: row.toml for row in await self._rows(query)}
