"""The methods that can be chosen on one server: Kring's own, and those that its moderators made."""

from functools import lru_cache

from methods.engine.model import Method
from methods.library import all_methods
from methods.meeting import ServerId
from methods.toml.reading import read
from storage.store import Store


class ServerMethods:
    """Finds methods for a server. Raises StorageProblem."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def own(self, server: ServerId) -> tuple[Method, ...]:
        """The methods of this server's own; without those that a newer Kring can no longer read."""
        texts = await self._store.own_methods(server)
        found = (of_text(text) for text in texts.values())
        return tuple(one for one in found if one is not None)

    async def all(self, server: ServerId) -> tuple[Method, ...]:
        """Kring's methods, then the server's own."""
        return (*all_methods(), *await self.own(server))

    async def find(self, server: ServerId, method_id: str) -> Method | None:
        """The method with this id that can be chosen here."""
        return next((one for one in await self.all(server) if one.id == method_id), None)


@lru_cache(maxsize=256)
def of_text(text: str) -> Method | None:
    """The method in this text. Kept by its text, because a list of choices is asked for at every letter typed."""
    return read(text).method
