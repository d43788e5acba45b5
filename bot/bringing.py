"""«Breng me naar mijn ruimte»: moves whoever asks for it, and nobody else, from one voice channel to the own room."""

from collections import defaultdict, deque

import discord
import structlog

from bot import sayings as say
from bot.cards import Cards
from bot.clock import Clock
from bot.custom_id import Press
from bot.host import Host
from bot.replies import Reply
from bot.room import Rooms
from bot.screen import note
from methods.engine.state import MeetingId, Status
from methods.engine.text import PersonId, Text
from methods.meeting import ChannelId, Meeting, ServerId

log = structlog.get_logger()

MOST, SECONDS = 10, 10
"""Members whom Discord lets a bot change on one server in so many seconds."""
NOT_CONNECTED = 40032
"""Discord's code: this person is in no voice channel, and Discord moves nobody who is not."""


class Bringing:
    """Handles the press `bring`; the session field is the meeting's number."""

    def __init__(self, host: Host, rooms: Rooms, cards: Cards, clock: Clock) -> None:
        self._host = host
        self._rooms = rooms
        self._cards = cards
        self._clock = clock
        self._moved: defaultdict[ServerId, deque[float]] = defaultdict(deque)

    async def press(self, reply: Reply, press: Press) -> None:
        """Bring whoever pressed to the own room, or say how to get there."""
        meeting = await self._host.store.meeting(MeetingId(press.session))
        language = await self._cards.language(reply)
        room = await self._room_of(meeting, reply.who) if meeting else None
        if meeting is None or meeting.server != reply.server:
            await reply.private(note(say.NOT_FOUND.to(language)))
        elif room is None:
            await reply.private(note(say.NO_ROOM_OF_YOURS.to(language)))
        else:
            said = await reply.patiently(self._bring(meeting.server, reply.who, room), private=True)
            await reply.private(note(said.to(language, room=f"<#{room}>")))

    async def _room_of(self, meeting: Meeting, who: PersonId) -> ChannelId | None:
        """The room of the group in which this person talks, or helps."""
        for session in await self._host.store.sessions_of(meeting.id):
            inside = (*session.members, *session.visitors)
            if session.group and session.status is not Status.ENDED and who in inside:
                return await self._host.store.channel_of(session.id)
        return None

    async def _bring(self, server: ServerId, who: PersonId, room: ChannelId) -> Text:
        """Move this person; what to say to them. Nobody waits for their turn to be moved: the link is as quick."""
        if self._busy(server):
            return say.BRING_BUSY
        try:
            await self._rooms.bring(server, who, room)
        except discord.HTTPException as error:
            if error.code == NOT_CONNECTED:
                return say.BRING_FIRST
            log.info("not moved", server=server, code=f"{error.status}/{error.code}")
            return say.BRING_FAILED
        return say.BROUGHT

    def _busy(self, server: ServerId) -> bool:
        """Whether Discord would take no more moves at this moment; else one more counts."""
        now, moved = self._clock.now(), self._moved[server]
        while moved and not now - SECONDS < moved[0] <= now:
            moved.popleft()
        if len(moved) >= MOST:
            return True
        moved.append(now)
        return False
