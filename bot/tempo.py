"""`tempo = gelijk`: when a step's time is up and one group goes on, the others whose time is up go with it.

It is conducting, not a rule of the engine: the others go on as by a moderator's press. A group in a protected
moment is passed by, one that got two minutes more keeps them, and before its time is up only its own leader moves it.
"""

from collections.abc import Callable

from bot.host import Host
from bot.saving import Done
from methods.engine.events import Act
from methods.engine.making import made
from methods.engine.roles import OWN_PACE, protected, stage_of
from methods.engine.state import EndedBy, MeetingId, Session, SessionId, Status
from methods.engine.text import Moment
from methods.meeting import Tempo


class Together:
    """Watches what happens in the groups of meetings that keep one tempo."""

    def __init__(self, host: Host, began: Callable[[MeetingId, SessionId | None], None]) -> None:
        """`began` is told of a stream in which something waits to be delivered."""
        self._host = host
        self._began = began

    async def follow(self, done: Done) -> None:
        """Take the others along when this group went on because its time was up."""
        if not _time_was_up(done):
            return
        meeting = await self._host.store.meeting(done.after.meeting)
        if meeting is None or meeting.tempo is not Tempo.TOGETHER:
            return
        for session in await self._host.store.sessions_of(meeting.id):
            if _goes_along(session, done.before, self._host.now()):
                event = made(Act.NEXT, meeting.moderators[0], session.visit, sure=True)
                if isinstance(await self._host.quietly(session.id, event), Done):
                    self._began(meeting.id, session.id)


def _time_was_up(done: Done) -> bool:
    """Whether this group has just left a step at its end or later, and not by a moderator's press."""
    before, laps = done.before, done.after.laps
    if before.group == 0 or before.stage is None or len(laps) <= len(before.laps):
        return False
    lap = laps[len(before.laps)]
    return lap.by is not EndedBy.MODERATOR and lap.ended >= before.stage.ends


def _goes_along(session: Session, first: Session, now: Moment) -> bool:
    if session.id == first.id or session.group == 0 or session.status is not Status.RUNNING:
        return False
    same = session.step.slot == first.step.slot and session.flow not in OWN_PACE
    return same and not protected(session) and stage_of(session).ends <= now
