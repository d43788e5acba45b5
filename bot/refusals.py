"""When Discord will not have it: what is tried again, what is set aside, and who hears of it.

A right that somebody took away costs nobody a word: what could not be said waits until it can, the moderators read
on their board which kind of thing fails, and a room that cannot be locked or opened is told so.
"""

import discord
import structlog

from bot import sayings as say
from bot.attendance import Attendance
from bot.board import Boards
from bot.facts import meeting_of
from bot.host import Host
from bot.mending import Mending
from methods.engine.messages import Alert, Permit
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import Text, line
from methods.meeting import (
    ChannelId,
    DeleteRoom,
    OpenLobby,
    OpenRoom,
    PermitLeaders,
    PostRoster,
    SayToLeaders,
)
from storage.outbox import OutboxRow

log = structlog.get_logger()

DELETE_AGAIN = 3600
"""Seconds after which a room that could not be deleted is tried again: it was promised to go."""
PERMIT_AGAIN = 30
"""Seconds after which Kring tries again to change who may type."""
SOON = 5
"""Seconds in which another lobby is made."""
REST = 60
"""Seconds in which nothing is tried in a room where Kring may not write: refusals count at Discord."""
UNKNOWN_CHANNEL = 10003
NOBODY = {10007, 10013}
"""Unknown member, unknown user: somebody is gone."""
MENDABLE = {30013, 50001, 50013}
"""Too many channels, no access, no permission: what an administrator of the server can do something about."""

Stream = tuple[MeetingId, SessionId | None]


class Refusals:
    """Decides what becomes of a row that Discord refused. What it remembers is a cache."""

    def __init__(self, host: Host, boards: Boards, mending: Mending, attendance: Attendance) -> None:
        self._host = host
        self._boards = boards
        self._mending = mending
        self._attendance = attendance
        self._resting: dict[Stream, int] = {}
        self._unlocked: set[SessionId] = set()
        """Rooms that have been told that they cannot be locked or opened."""

    def rests(self, stream: Stream) -> bool:
        """Whether nothing is tried here for a moment."""
        return self._resting.get(stream, 0) > self._host.now()

    def forget(self) -> bool:
        """Everything may be tried again; whether anything was waiting for that."""
        waited = bool(self._resting)
        self._resting.clear()
        return waited

    def carried_out(self, row: OutboxRow) -> None:
        """It succeeded: the moderators need not be told any more that it does not."""
        self._resting.pop((row.meeting, row.session), None)
        self._boards.trouble((row.meeting, row.session, _kind(row)), None)
        if isinstance(row.effect, Permit) and row.session is not None:
            self._unlocked.discard(row.session)

    async def wait(self, row: OutboxRow) -> bool:
        """There is no channel yet. Returns whether the stream may go on: a room's waits, a meeting's may not."""
        if row.session is not None:
            return False
        await self._host.store.postpone(row.id, self._host.now() + SOON)
        return True

    async def refused(self, row: OutboxRow, error: discord.HTTPException) -> bool:
        """Returns whether the stream may go on."""
        code = f"{error.status}/{error.code}"
        log.warning("refused", row=row.id, kind=type(row.effect).__name__, code=code)
        if isinstance(row.effect, DeleteRoom) and error.code == UNKNOWN_CHANNEL:
            await self._host.store.settle(
                row.id
            )  # Gone is what it should be; Kring may have stopped right after.
            return True
        if error.code == UNKNOWN_CHANNEL and await self._mended(row):
            return await self.wait(row)
        if isinstance(row.effect, Alert) or error.code in NOBODY:
            await self._look(row)
        elif error.code in MENDABLE and not await self._is_over(row):
            return await self._not_allowed(row, code)
        await self._host.store.fail(row.id, code)
        return True

    async def _mended(self, row: OutboxRow) -> bool:
        channel = await self._where(row)
        return channel is None or await self._mending.channel_gone(channel)

    async def _where(self, row: OutboxRow) -> ChannelId | None:
        """The channel in which it was to happen."""
        store = self._host.store
        if isinstance(row.effect, PostRoster | PermitLeaders | SayToLeaders):
            return (await meeting_of(store, row.meeting)).leaders_room
        return await (store.channel_of(row.session) if row.session else store.lobby_of(row.meeting))

    async def _look(self, row: OutboxRow) -> None:
        """Somebody could not be reached: perhaps because of leaving the server."""
        session = await self._host.store.session(row.session) if row.session is not None else None
        if session is not None:
            people = (row.effect.person,) if isinstance(row.effect, Alert) else session.members
            self._attendance.look(session, people)

    async def _is_over(self, row: OutboxRow) -> bool:
        """Whether nobody needs it any more: then it is in nobody's way."""
        session = await self._host.store.session(row.session) if row.session is not None else None
        return session is not None and not session.under_way

    async def _not_allowed(self, row: OutboxRow, code: str) -> bool:
        self._boards.trouble((row.meeting, row.session, _kind(row)), (_words(row), code))
        match row.effect:
            case OpenLobby() | OpenRoom():
                return False
            case DeleteRoom():
                return await self._later(row, DELETE_AGAIN)
            case Permit():
                await self._say_unlocked(row)
                return await self._later(row, PERMIT_AGAIN)
            case _ if row.session is None:
                return await self._later(row, REST)
            case _:
                self._resting[row.meeting, row.session] = self._host.now() + REST
                return False

    async def _later(self, row: OutboxRow, seconds: int) -> bool:
        await self._host.store.postpone(row.id, self._host.now() + seconds)
        return True

    async def _say_unlocked(self, row: OutboxRow) -> None:
        if row.session is not None and row.session not in self._unlocked:
            self._unlocked.add(row.session)
            await self._host.say(row.session, line(say.UNLOCKED))


def _kind(row: OutboxRow) -> str:
    match row.effect:
        case OpenLobby() | OpenRoom() | DeleteRoom():
            return "rooms"
        case Permit() | PermitLeaders():
            return "locks"
        case _:
            return "words"


def _words(row: OutboxRow) -> Text:
    return {"rooms": say.NO_ROOM, "locks": say.NO_LOCK, "words": say.NO_VOICE}[_kind(row)]
