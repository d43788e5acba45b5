"""One meeting: who is there, in which groups, where its rooms are. Ids, numbers, moments and the theme."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from methods.engine.model import Content, Method, Place, Talk
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import Language, Line, Moment, PersonId

ServerId = NewType("ServerId", int)
ChannelId = NewType("ChannelId", int)
MessageId = NewType("MessageId", int)

LEADERS: Final = -1
"""In place of a group's number: the leaders' room."""


class MeetingStage(StrEnum):
    """How far a meeting is."""

    GATHERING = "gathering"
    """The lobby is open and people check in."""
    OPEN = "open"
    """The groups are in their rooms."""
    BACK = "back"
    """All groups are done; everybody is together again."""
    CLOSED = "closed"


class Tempo(StrEnum):
    """Who sets the pace: each group's own leader and clock, or all groups together."""

    OWN = "own"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group and its room. Without a leader Kring leads; without a session its room is not open yet."""

    number: int
    members: tuple[PersonId, ...]
    leader: PersonId | None = None
    session: SessionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One date and time: plenary, then groups, then plenary."""

    id: MeetingId
    server: ServerId
    version: int = 0
    method: str
    own: Method | None = None
    """The method itself where it came from a file: changing or removing that file later changes nothing here."""
    theme: str
    minutes: int
    """Minutes of the whole meeting, plenary and break included."""
    talk: Talk
    place: Place
    content: Content = Content.ROOM
    tempo: Tempo = Tempo.OWN
    language: Language
    seed: int
    opened: Moment
    """When the lobby was opened."""
    began: Moment | None = None
    """When the groups went to their rooms."""
    keep_days: int = 2
    """Days that the rooms stay after the meeting, 0 to 14."""
    moderators: tuple[PersonId, ...]
    stage: MeetingStage = MeetingStage.GATHERING
    present: tuple[PersonId, ...] = ()
    """Who checked in, in that order."""
    left: tuple[PersonId, ...] = ()
    """Who of them left the server again after the groups had opened."""
    practised: tuple[PersonId, ...] = ()
    """Who practised beforehand, alone."""
    groups: tuple[Group, ...] = ()
    leaders: tuple[PersonId, ...] = ()
    """Who lead, or will: named before there are groups, or as the leader of one."""
    conferring: bool = False
    """Whether leaders and moderators have a room to confer in, or it is on its way."""
    leaders_room: ChannelId | None = None
    plenary: SessionId | None = None
    """The session of everybody together, in the lobby."""

    @property
    def without_group(self) -> tuple[PersonId, ...]:
        """Who is there and waits, now that the groups are open, to be put in one."""
        if self.stage is not MeetingStage.OPEN:
            return ()
        placed = {who for group in self.groups for who in group.members}
        return tuple(who for who in self.present if who not in placed and who not in self.left)

    def group(self, number: int) -> Group | None:
        """The group with this number, if there is one."""
        return next((group for group in self.groups if group.number == number), None)


# --- Effects of a meeting, each an outbox row ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpenLobby:
    """Make the lobby."""


@dataclass(frozen=True, slots=True)
class PostPanel:
    """Post the lobby's panel."""


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """Make this group's room (0: the lobby has it already) and start its session; or the leaders' room.

    `again`: the one it had was deleted by hand, and its session goes on in the new one.
    """

    group: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class ListRooms:
    """Post the links to all rooms in the lobby."""


@dataclass(frozen=True, slots=True)
class SayInLobby:
    """Post one short message in the lobby."""

    line: Line


@dataclass(frozen=True, slots=True)
class DeleteRoom:
    """Delete this group's room (0: the lobby, or the leaders' room) with everything in it."""

    group: int


@dataclass(frozen=True, slots=True)
class ForgetWords:
    """Delete everybody's words of this meeting."""


@dataclass(frozen=True, slots=True)
class PostRoster:
    """Post in the leaders' room who leads which group."""


@dataclass(frozen=True, slots=True)
class PermitLeaders:
    """Let into the leaders' room who leads or moderates now, and `gone` no more."""

    gone: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class SayToLeaders:
    """Post one short message in the leaders' room; `offer`: with the button that finds somebody to lead."""

    line: Line
    offer: bool = False


@dataclass(frozen=True, slots=True)
class SeekLeader:
    """Ask in the lobby who will lead this group (0: one of the groups that are still to be made)."""

    group: int


MeetingEffect = (
    OpenLobby
    | PostPanel
    | OpenRoom
    | ListRooms
    | SayInLobby
    | DeleteRoom
    | ForgetWords
    | PostRoster
    | PermitLeaders
    | SayToLeaders
    | SeekLeader
)
