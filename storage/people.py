"""Reading servers and people, and who accepted the code of conduct."""

from collections.abc import Collection

from sqlalchemy import select

from methods.engine.text import PersonId
from methods.meeting import ServerId
from storage.codec import settings_of
from storage.schema import acceptances, people, servers
from storage.servers import Known, ServerSettings
from storage.source import Source


class People(Source):
    """What can be asked about servers and people. Raises StorageProblem when a row cannot be read."""

    unset = ServerSettings()
    """The settings of a server that has set nothing."""

    async def server(self, server: ServerId) -> ServerSettings:
        """The settings of a server; the defaults when it has set nothing."""
        text = await self._value(select(servers.c.settings).where(servers.c.id == server))
        return self.unset if text is None else settings_of(server, text)

    async def people(self, server: ServerId, ids: Collection[PersonId]) -> dict[PersonId, Known]:
        """What is known of these people on this server; who is unknown is not in it."""
        query = select(people).where(people.c.server == server, people.c.person.in_(ids))
        found = {}
        for row in await self._rows(query):
            name = (
                None if row.name is None else self._cipher.open(row.name, "name", server, row.person)["name"]
            )
            found[PersonId(row.person)] = Known(name, row.language)
        return found

    async def accepted(
        self, server: ServerId, ids: Collection[PersonId], version: int
    ) -> tuple[PersonId, ...]:
        """Who of these people accepted this version of the code of conduct here, in their own order."""
        query = select(acceptances.c.person).where(
            acceptances.c.server == server,
            acceptances.c.person.in_(ids),
            acceptances.c.version == version,
        )
        found = {row.person for row in await self._rows(query)}
        return tuple(who for who in ids if who in found)
