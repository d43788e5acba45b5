"""Reading sessions: each a state, its script, its clock and its room."""

from sqlalchemy import select

from methods.engine.state import MeetingId, Session, SessionId
from methods.engine.text import PersonId
from methods.meeting import ChannelId, ServerId
from storage.codec import session_of
from storage.schema import contributions, scripts, sessions
from storage.source import AnyRow, Source

_columns = select(sessions.c.id, sessions.c.version, scripts.c.script, sessions.c.state).join(
    scripts, scripts.c.session == sessions.c.id
)


def _session(row: AnyRow) -> Session:
    return session_of(row.id, row.version, row.script, row.state)


class Sessions(Source):
    """What can be asked about sessions. Raises StorageProblem when a row cannot be read."""

    async def session(self, session_id: SessionId) -> Session | None:
        """The session, with the version that a save must name."""
        row = await self._first(self._held(_columns.where(sessions.c.id == session_id)))
        return None if row is None else _session(row)

    async def session_at(self, channel: ChannelId) -> Session | None:
        """The newest session with this channel as its room."""
        row = await self._first(_columns.where(sessions.c.channel == channel).order_by(sessions.c.id.desc()))
        return None if row is None else _session(row)

    async def sessions_of(self, meeting_id: MeetingId) -> list[Session]:
        """All sessions of a meeting, by group number and age."""
        query = _columns.where(sessions.c.meeting == meeting_id).order_by(sessions.c.number, sessions.c.id)
        return [_session(row) for row in await self._rows(query)]

    async def unended(self) -> list[tuple[MeetingId, SessionId]]:
        """Every session that has not ended, with its meeting; also one that cannot be read."""
        query = select(sessions.c.meeting, sessions.c.id).where(sessions.c.ended_at.is_(None))
        rows = await self._rows(query.order_by(sessions.c.id))
        return [(MeetingId(row.meeting), SessionId(row.id)) for row in rows]

    async def server_of(self, session_id: SessionId) -> ServerId | None:
        """The server on which a session is held."""
        found = await self._value(select(sessions.c.server).where(sessions.c.id == session_id))
        return None if found is None else ServerId(found)

    async def channel_of(self, session_id: SessionId) -> ChannelId | None:
        """The room of a session; None while it has none."""
        found = await self._value(select(sessions.c.channel).where(sessions.c.id == session_id))
        return None if found is None else ChannelId(found)

    async def due(self, now: int, limit: int = 100) -> list[SessionId]:
        """Sessions whose moment has come, the longest overdue first."""
        query = (
            select(sessions.c.id).where(sessions.c.due_at <= now).order_by(sessions.c.due_at, sessions.c.id)
        )
        return [SessionId(row.id) for row in await self._rows(query.limit(limit))]

    async def counts(self, session_id: SessionId) -> dict[str, tuple[PersonId, ...]]:
        """Per slot who handed something in, in order of their last change. No words are decrypted."""
        given: dict[str, tuple[PersonId, ...]] = {}
        mine = contributions.c.session == session_id
        order = (contributions.c.slot, contributions.c.updated_at, contributions.c.person)
        query = select(contributions.c.slot, contributions.c.person).where(mine).order_by(*order)
        for row in await self._rows(query):
            given[row.slot] = (*given.get(row.slot, ()), PersonId(row.person))
        return given
