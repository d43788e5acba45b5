"""What somebody removed by hand at Discord, a room, the lobby, a card: Kring puts another in its place.

Nothing is kept in a message that is not in the database too, so the conversation goes on where it was.
"""

import asyncio
from collections.abc import Callable

import structlog

from bot.board import Boards
from bot.host import Host
from bot.room import Rooms
from bot.saving import Done
from methods.engine.events import Removed
from methods.engine.messages import Announce
from methods.engine.state import MeetingId, Session, SessionId
from methods.gathering import MeetingChange, reopen
from methods.meeting import LEADERS, ChannelId, Meeting, MeetingStage, PostPanel, PostRoster
from storage.outbox import OutboxRow
from storage.transaction import Transaction

log = structlog.get_logger()


class Mending:
    """Hears what is gone, from Discord or from a request that found nothing there."""

    def __init__(
        self, host: Host, rooms: Rooms, boards: Boards, began: Callable[[MeetingId, SessionId | None], None]
    ) -> None:
        """`began` is told of a stream in which something waits to be delivered."""
        self._host = host
        self._rooms = rooms
        self._boards = boards
        self._began = began
        # Of one loss Kring hears twice: from the gateway, and by its next message.
        self._turn = asyncio.Lock()

    async def channel_gone(self, channel: ChannelId) -> bool:
        """A channel was deleted; whether it was a room or a lobby that is needed, so that another is on its way."""
        if not self._rooms.gone(channel):
            return False
        async with self._turn:
            store = self._host.store
            session = await store.session_at(channel)
            if session is not None and session.group:
                return session.under_way and await self._reopen(session.meeting, session)
            conferring = await store.conferring_at(channel)
            if conferring is not None:
                return await self._reopen(conferring.id, None, LEADERS)
            meeting = await store.meeting_at(channel)
            return meeting is not None and await self._reopen(meeting.id, session)

    async def _reopen(self, meeting: MeetingId, session: Session | None, group: int = 0) -> bool:
        """`session`: of the room that is gone; of the lobby the plenary, when there is one."""
        group = session.group if session else group

        async def forget(change: Transaction) -> None:
            if session is not None:
                await change.set_channel(session.id, None)
            if not group:
                await change.set_lobby(meeting, None)

        now = self._host.now()
        outcome = await self._host.change_meeting(meeting, lambda it: reopen(it, group, now), forget)
        if not isinstance(outcome, Meeting):
            return False
        log.warning("channel deleted by hand", meeting=meeting, group=group)
        self._began(meeting, None)
        return True

    async def message_gone(self, channel: ChannelId, message: int) -> None:
        """A message was deleted: a card that people still need is posted once more, and so is a panel."""
        session = await self._host.store.session_at(channel)
        if session is not None and session.under_way:
            row = await self._host.store.posted_as(session.meeting, session.id, message)
            if row is not None:
                await self._card_gone(session, row)
        store = self._host.store
        meeting = await store.meeting_at(channel) or await store.conferring_at(channel)
        if meeting is not None and meeting.stage is not MeetingStage.CLOSED:
            row = await store.posted_as(meeting.id, None, message)
            if row is not None and isinstance(row.effect, PostPanel | PostRoster):
                again = row.effect
                await self._host.change_meeting(meeting.id, lambda now: MeetingChange(now, [(again, 0)]))
                self._began(meeting.id, None)
        self._boards.message_gone(message)

    async def _card_gone(self, session: Session, row: OutboxRow) -> None:
        if not isinstance(row.effect, Announce):
            return  # What was said stays unsaid, if that is what somebody wants.
        done = await self._host.handle(session.id, Removed(row.effect.visit))
        if isinstance(done, Done):
            self._began(session.meeting, session.id)
