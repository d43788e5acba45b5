"""Reading the outbox: what must happen once, until it has happened."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import func, select

from methods.engine.state import MeetingId, SessionId
from methods.meeting import ServerId
from storage.codec import AnyEffect, effect_of
from storage.schema import outbox, sessions, waiting
from storage.source import AnyRow, Source

NO_SESSION = 0
"""Stands in the column `session` of a row that the meeting itself decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """One effect on its way. Moments in seconds since 1970 (UTC)."""

    id: int
    """Grows with every row and is never used twice; good as a nonce."""
    server: ServerId
    meeting: MeetingId
    session: SessionId | None
    version: int
    """Version of the session or meeting that was saved with it."""
    ordinal: int
    effect: AnyEffect
    not_before: int
    claimed_at: int | None
    """When a delivery began. A row that is claimed and not done has an unknown outcome."""
    via: int | None
    """Through which interaction (or other mark) it was being delivered."""


def _row(row: AnyRow) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        server=ServerId(row.server),
        meeting=MeetingId(row.meeting),
        session=None if row.session == NO_SESSION else SessionId(row.session),
        version=row.version,
        ordinal=row.ordinal,
        effect=effect_of(row.id, row.kind, row.payload),
        not_before=row.not_before,
        claimed_at=row.claimed_at,
        via=row.via,
    )


class Outbox(Source):
    """What can be asked about the outbox. Raises StorageProblem when a row cannot be read."""

    async def undelivered(
        self, now: int, *, session: SessionId | None = None, meeting: MeetingId | None = None
    ) -> list[OutboxRow]:
        """Rows whose moment has come and that are neither done nor failed, in the order they were decided.

        With `session` those of that session; with `meeting` alone those of the meeting itself; else all.
        """
        query = select(outbox).where(waiting, outbox.c.not_before <= now).order_by(outbox.c.id)
        if meeting is not None:
            query = query.where(outbox.c.meeting == meeting)
        if session is not None or meeting is not None:
            query = query.where(outbox.c.session == (session or NO_SESSION))
        return [_row(row) for row in await self._rows(query)]

    async def waiting_for(self, server: ServerId, kind: type[AnyEffect]) -> list[OutboxRow]:
        """Rows of this kind on this server that are neither done nor failed, whenever their moment comes."""
        mine = (waiting, outbox.c.server == server, outbox.c.kind == kind.__name__)
        return [_row(row) for row in await self._rows(select(outbox).where(*mine).order_by(outbox.c.id))]

    async def effect_row(self, row_id: int) -> OutboxRow | None:
        """One row, whatever became of it."""
        rows = await self._rows(select(outbox).where(outbox.c.id == row_id))
        return _row(rows[0]) if rows else None

    async def posted_as(
        self, meeting: MeetingId, session: SessionId | None, message: int
    ) -> OutboxRow | None:
        """The row of a session, or of the meeting itself, that was delivered as this message."""
        mine = (outbox.c.meeting == meeting, outbox.c.session == (session or NO_SESSION))
        row = await self._first(select(outbox).where(*mine, outbox.c.message == message))
        return None if row is None else _row(row)

    async def streams_with_undelivered(self, now: int) -> list[tuple[MeetingId, SessionId | None]]:
        """Where something waits to be delivered now, the oldest first. A session of None: the meeting."""
        query = (
            select(outbox.c.meeting, outbox.c.session)
            .where(waiting, outbox.c.not_before <= now)
            .group_by(outbox.c.meeting, outbox.c.session)
            .order_by(func.min(outbox.c.id))
        )
        rows = await self._rows(query)
        return [(MeetingId(row.meeting), SessionId(row.session) if row.session else None) for row in rows]

    async def next_due(self) -> int | None:
        """The next moment at which something has to happen; None: nothing is planned.

        It is the earliest of the sessions' deadlines (one that has passed counts too) and of the outbox rows
        that may not go out yet. Rows that may are no matter of time: see `undelivered`.
        """
        later = (waiting, outbox.c.not_before > self._clock())
        moments = (
            await self._value(select(func.min(sessions.c.due_at))),
            await self._value(select(func.min(outbox.c.not_before)).where(*later)),
        )
        return min((cast("int", moment) for moment in moments if moment is not None), default=None)
