"""Watches a rehearsal from above, act by act, for what must never be.

No group is moved on in a protected moment, nobody is locked out of the own room or left inside another one, and
whoever may type can. A room may lag behind its session for some seconds: its requests wait their turn.
"""

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

import discord

from bot.rehearsal.reading import clock
from bot.rehearsal.world import World
from bot.saving import Done
from methods.engine.events import Advanced, AnyEvent, Returned, ReturnSet, TimeUp
from methods.engine.model import Place
from methods.engine.roles import protected, stage_of, who_types
from methods.engine.state import Part, Session, Status
from methods.engine.stopping import lost
from methods.engine.text import Moment, PersonId
from methods.engine.timing import PAUSED_TOO_LONG

SOON = 20
"""Simulated seconds within which a room must be as its session says."""
SEES = discord.Permissions(view_channel=True).value
TYPES = discord.Permissions(send_messages=True).value
TALKS = discord.Permissions(connect=True, speak=True).value
Fault = tuple[int, str]
"""What is wrong in a room: its group, and what and with whom."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that was accepted, and the session before and after."""

    at: Moment
    event: AnyEvent
    before: Session
    after: Session


@dataclass(slots=True)
class Watch:
    """What was seen. `moved_on`: groups that a moderator once let go on by name, which nothing protects from."""

    world: World
    moved_on: Container[int] = ()
    problems: list[str] = field(default_factory=list)
    sessions: dict[int, Session] = field(default_factory=dict)
    """Each group's session as it was last seen."""
    log: defaultdict[int, list[Happened]] = field(default_factory=lambda: defaultdict(list))
    _rooms: dict[int, int] = field(default_factory=dict)
    _changed: set[int] = field(default_factory=set)
    _wrong: dict[Fault, float] = field(default_factory=dict)

    def begin(self) -> None:
        """From now on."""
        self.world.kring.host.watched = self.saw

    def saw(self, done: Done, event: AnyEvent) -> None:
        """Something happened to a session."""
        group, now = done.after.group, Moment(int(self.world.clock.now()))
        happened = Happened(now, event, done.before, done.after)
        self.sessions[group] = done.after
        if not group:
            return
        self.log[group].append(happened)
        self._changed.add(group)
        broken = broken_into(happened, by_name=group in self.moved_on)
        if broken is not None:
            self._report(done.before, broken)

    def _report(self, session: Session, what: str) -> None:
        where = session.step.phase.id if session.under_way else session.status.value
        self.problems.append(f"{clock(self.world.clock.now())} group {session.group}, {where}: {what}")

    async def look(self) -> None:
        """Compare the rooms in which something changed with their sessions."""
        now = self.world.clock.now()
        groups = self._changed | {group for group, _ in self._wrong}
        self._changed.clear()
        for group in sorted(groups):
            faults = set(await self._faults(group))
            for fault in [one for one in self._wrong if one[0] == group and one not in faults]:
                del self._wrong[fault]
            for fault in faults:
                since = self._wrong.setdefault(fault, now)
                if now - since > SOON:
                    self._wrong[fault] = float("inf")  # once is enough
                    self._report(self.sessions[group], fault[1])

    async def look_everywhere(self) -> None:
        """At the end of an evening: every room once more, and again when it has had its time to become right."""
        for _ in range(2):
            self._changed |= {group for group in self.sessions if group}
            await self.look()
            await self.world.pass_time(SOON + 1)
        await self.look()

    async def _faults(self, group: int) -> list[Fault]:
        session = self.sessions[group]
        room = self._rooms.get(group) or await self.world.store.channel_of(session.id)
        if room is None or session.place is Place.ELSEWHERE:
            return []
        self._rooms[group] = room
        return [(group, what) for what in self._in_room(session, room)]

    def _in_room(self, session: Session, room: int) -> Iterator[str]:
        """Who is shut out, or inside without belonging there."""
        backend = self.world.env.backend
        if room not in backend.channels:
            return
        guild = backend.channels[room].guild_id or 0
        here = backend.guilds[guild].members
        inside, typing = {*session.members, *session.visitors}, who_types(session)
        speaks = TALKS if session.place is Place.VOICE else 0
        for person in self.world.people.values():
            who = PersonId(person.id)
            if who not in here:
                continue
            may = backend.compute_permissions(guild, who, room)
            if who not in inside:
                if may & SEES:
                    yield f"{person.name} sees a room of others"
            elif (may & (SEES | speaks)) != SEES | speaks:
                yield f"{person.name} is locked out of the own room"
            elif who in typing and not may & TYPES:
                yield f"{person.name} may type, and cannot"


def broken_into(happened: Happened, *, by_name: bool = False) -> str | None:
    """How a protected moment was broken into by the clock or a moderator; None: it was not.

    `by_name`: whether a moderator let just this group go on, which is allowed. What a member of the group does is
    theirs to do.
    """
    before, after, event = happened.before, happened.after, happened.event
    if not protected(before):
        return None
    moved = after.visit != before.visit
    match event:
        case TimeUp() if moved and not _gave_up(before, happened.at):
            return "the clock moved the group on in a protected moment"
        case Advanced(by=who) | Returned(by=who) if moved and who not in before.members and not by_name:
            return "a moderator moved the group on in a protected moment"
        case ReturnSet() if after.script != before.script:
            return "the rest was planned anew in a protected moment"
        case _:
            return None


def _gave_up(session: Session, now: Moment) -> bool:
    """Whether the clock may end this: nobody came for hours, the owner did not answer, the case has lost its owner."""
    asked = stage_of(session).part is Part.ASKING and session.status is Status.RUNNING
    since = session.stopped_at or stage_of(session).ends
    return asked or lost(session) or now - since >= PAUSED_TOO_LONG


def muted(world: World) -> Iterator[str]:
    """Requests by which Kring would have muted somebody, or sent them out; there must be none."""
    for request in world.recorder.requests:
        body = request.json if isinstance(request.json, dict) else {}
        person = request.method == "PATCH" and "/members/" in request.path
        if person and {"mute", "deaf", "communication_disabled_until", "channel_id"} & body.keys():
            yield f"{clock(request.at)} somebody was muted or moved by force: {request.path}"
