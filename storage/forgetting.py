"""Forgetting one person on one server, as far as nothing that is going on needs them."""

from sqlalchemy import ColumnElement, Select, select

from methods.engine.state import SessionId
from methods.engine.text import PersonId
from methods.meeting import ServerId
from storage.keeping import Keeping
from storage.schema import acceptances, cases, contributions, meetings, own_texts, people, sessions


class Forgetting(Keeping):
    """The changes that forget somebody. Their number stays in sessions and meetings: who was in which group."""

    async def forgettable(self, server: ServerId, person: PersonId) -> list[SessionId]:
        """The sessions whose texts by this person `forget_words` forgets: their states name those texts too."""
        query = select(contributions.c.session).where(*_written(server, person)).distinct()
        return [SessionId(row.session) for row in await self._rows(query)]

    async def forget_words(self, server: ServerId, person: PersonId) -> None:
        """Forgets what somebody wrote here, prepared or kept for themselves, but for what a group of an open meeting needs.

        As long as its conversation has not ended it keeps what it was given; a prepared case goes along to another
        group, so it stays as long as any group of its meeting is talking.
        """
        await self._connection.execute(contributions.delete().where(*_written(server, person)))
        groups = _going().with_only_columns(sessions.c.meeting).where(sessions.c.number > 0)
        here = select(meetings.c.id).where(meetings.c.server == server, meetings.c.id.not_in(groups))
        prepared = (cases.c.person == person, cases.c.meeting.in_(here))
        await self._connection.execute(cases.delete().where(*prepared))
        own = (own_texts.c.server == server, own_texts.c.person == person)
        await self._connection.execute(own_texts.delete().where(*own))
        self.purged = True

    async def forget_acceptances(self, server: ServerId, person: PersonId) -> None:
        """Forgets that somebody ever accepted a code of conduct here."""
        mine = (acceptances.c.server == server, acceptances.c.person == person)
        await self._connection.execute(acceptances.delete().where(*mine))

    async def forget_person(self, server: ServerId, person: PersonId) -> None:
        """Forgets somebody's name here, and the language that they chose."""
        mine = (people.c.server == server, people.c.person == person)
        await self._connection.execute(people.delete().where(*mine))
        self.purged = True


def _going() -> Select[tuple[int]]:
    """The sessions of open meetings that have not ended."""
    joined = select(sessions.c.id).join(meetings, sessions.c.meeting == meetings.c.id)
    return joined.where(sessions.c.ended_at.is_(None), meetings.c.closed_at.is_(None))


def _written(server: ServerId, person: PersonId) -> tuple[ColumnElement[bool], ...]:
    """What this person handed in to all other sessions on this server."""
    over = select(sessions.c.id).where(sessions.c.server == server, sessions.c.id.not_in(_going()))
    return contributions.c.person == person, contributions.c.session.in_(over)
