"""The methods that can be chosen on one server: Kring's own, and those that its moderators made."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from bot import workshop_words as w
from methods.engine.model import Method
from methods.engine.text import Language, Text
from methods.library import all_methods
from methods.meeting import ServerId
from methods.toml.reading import MOST_BYTES, read
from methods.toml.sentences import TOO_BIG
from methods.toml.writing import written
from storage.store import Store

MOST: Final = 25
"""Methods of its own that a server can have: as many as one list holds."""


class ServerMethods:
    """Finds methods for a server, and keeps its own. Raises StorageProblem."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def own(self, server: ServerId) -> tuple[Method, ...]:
        """The methods of this server's own; without those that a newer Kring can no longer read."""
        texts = await self._store.own_methods(server)
        found = (of_text(text) for text in texts.values())
        return tuple(one for one in found if one is not None)

    async def unreadable(self, server: ServerId) -> tuple[str, ...]:
        """The ids of those that this version of Kring cannot read any more."""
        texts = await self._store.own_methods(server)
        return tuple(name for name, text in texts.items() if of_text(text) is None)

    async def all(self, server: ServerId) -> tuple[Method, ...]:
        """Kring's methods, then the server's own."""
        return (*all_methods(), *await self.own(server))

    async def find(self, server: ServerId, method_id: str) -> Method | None:
        """The method with this id that can be chosen here."""
        return next((one for one in await self.all(server) if one.id == method_id), None)

    async def text(self, server: ServerId, method_id: str) -> str | None:
        """One of the server's own, as it was uploaded or last changed."""
        return (await self._store.own_methods(server)).get(method_id)

    async def keep(self, server: ServerId, recipe: Method, text: str) -> Text | bool:
        """Keep a method of this server's own, as this text. Whether it replaced another; or why not."""
        if recipe.id in {one.id for one in all_methods()}:
            return w.TAKEN.filled(id=recipe.id)
        async with self._store.transaction() as change:
            mine = await change.own_methods(server)
            if recipe.id not in mine and len(mine) >= MOST:
                return w.FULL.filled(most=str(MOST))
            await change.put_method(server, recipe.id, text)
        return recipe.id in mine

    async def change(
        self,
        server: ServerId,
        method_id: str,
        change_of: Callable[[Method], Method | Text],
        language: Language,
    ) -> Method | Text:
        """Change one of the server's own; nobody else changes it meanwhile. The method as it is now, or why not."""
        async with self._store.transaction() as change:
            text = (await change.own_methods(server)).get(method_id)
            recipe = of_text(text) if text else None
            outcome = change_of(recipe) if recipe else w.GONE
            if isinstance(outcome, Text):
                return outcome
            new = written(outcome, language)
            if len(new.encode()) > MOST_BYTES:
                return TOO_BIG.filled(most=str(MOST_BYTES // 1024))
            await change.put_method(server, method_id, new)
        return outcome

    async def drop(self, server: ServerId, method_id: str) -> None:
        """Forget one of the server's own."""
        async with self._store.transaction() as change:
            await change.drop_method(server, method_id)


@lru_cache(maxsize=256)
def of_text(text: str) -> Method | None:
    """The method in this text. Kept by its text, because a list of choices is asked for at every letter typed."""
    return read(text).method
