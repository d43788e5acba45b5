"""Keeps what the meeting knows of who leads a group equal to what the group itself knows."""

from collections.abc import Callable

from bot.host import Host
from bot.saving import Done
from methods.engine.messages import Refusal
from methods.engine.state import MeetingId, SessionId
from methods.gathering import set_leader
from methods.meeting import Meeting


class Led:
    """Watches the groups: a leader may be found, or be gone, in the room itself."""

    def __init__(self, host: Host, began: Callable[[MeetingId, SessionId | None], None]) -> None:
        """`began` is told of a stream in which something waits to be delivered."""
        self._host = host
        self._began = began

    async def follow(self, done: Done) -> None:
        """Somebody else leads since this act, or nobody."""
        if done.after.group and done.before.leader != done.after.leader:
            await as_in_room(self._host, done.after.meeting, done.after.id)
            self._began(done.after.meeting, None)


async def as_in_room(host: Host, meeting_id: MeetingId, session_id: SessionId) -> Meeting | Refusal | None:
    """Let the meeting know who leads this group by now."""
    session = await host.store.session(session_id)
    if session is None:
        return None
    return await host.change_meeting(meeting_id, lambda now: set_leader(now, session.group, session.leader))
