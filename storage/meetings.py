"""Reading meetings: each a state and its lobby."""

from sqlalchemy import false, or_, select

from methods.engine.state import MeetingId
from methods.meeting import ChannelId, Meeting, ServerId
from storage.codec import meeting_of
from storage.schema import cases, contributions, meetings, sessions
from storage.source import AnyRow, Source

_columns = select(meetings.c.id, meetings.c.version, meetings.c.state)


def _meeting(row: AnyRow) -> Meeting:
    return meeting_of(row.id, row.version, row.state)


class Meetings(Source):
    """What can be asked about meetings. Raises StorageProblem when a row cannot be read."""

    async def meeting(self, meeting_id: MeetingId) -> Meeting | None:
        """The meeting, with the version that a save must name."""
        row = await self._first(self._held(_columns.where(meetings.c.id == meeting_id)))
        return None if row is None else _meeting(row)

    async def meetings_of(
        self, server: ServerId, *, open_only: bool = False, closed_since: int | None = None
    ) -> list[Meeting]:
        """The meetings of a server, the oldest first; with `open_only` those that are not closed.

        `closed_since`: also those that were closed at this moment or later.
        """
        query = _columns.where(meetings.c.server == server).order_by(meetings.c.id)
        if open_only:
            just_now = meetings.c.closed_at >= closed_since if closed_since is not None else false()
            query = query.where(or_(meetings.c.closed_at.is_(None), just_now))
        return [_meeting(row) for row in await self._rows(query)]

    async def meeting_at(self, lobby: ChannelId) -> Meeting | None:
        """The newest meeting with this channel as its lobby."""
        here = meetings.c.lobby_channel == lobby
        row = await self._first(_columns.where(here).order_by(meetings.c.id.desc()))
        return None if row is None else _meeting(row)

    async def conferring_at(self, room: ChannelId) -> Meeting | None:
        """The meeting that is not closed with this channel as its leaders' room; there are never many to look at."""
        rows = await self._rows(_columns.where(meetings.c.closed_at.is_(None)))
        return next((one for one in map(_meeting, rows) if one.leaders_room == room), None)

    async def lobby_of(self, meeting_id: MeetingId) -> ChannelId | None:
        """The lobby of a meeting; None while it has none."""
        found = await self._value(select(meetings.c.lobby_channel).where(meetings.c.id == meeting_id))
        return None if found is None else ChannelId(found)

    async def with_words(self, closed_before: int) -> list[MeetingId]:
        """Meetings closed before this moment that still hold somebody's words, for the purge."""
        written = select(sessions.c.meeting).join(contributions, contributions.c.session == sessions.c.id)
        holds = or_(meetings.c.id.in_(written), meetings.c.id.in_(select(cases.c.meeting)))
        query = (
            select(meetings.c.id).where(meetings.c.closed_at < closed_before, holds).order_by(meetings.c.id)
        )
        return [MeetingId(row.id) for row in await self._rows(query)]
