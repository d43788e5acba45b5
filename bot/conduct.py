"""Conducting: what a moderator can do with one group, with all of them, or with all but one.

Commands and the panel come here alike. Groups are moved one by one, each against its newest state; a group in a
protected moment is passed by when others are moved on, and said so.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot import sayings as say
from bot.attendance import Attendance
from bot.board import Boards
from bot.calling import Calling
from bot.host import Host
from bot.led import as_in_room
from bot.outbox import Outbox
from bot.saving import Done
from bot.target import Target
from methods import gathering
from methods.engine.authority import DOUBLE_CLICK
from methods.engine.events import Act, AnyEvent, Appointed, LeaderSet, Moved
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.messages import Refusal
from methods.engine.replanning import soonest
from methods.engine.roles import protected
from methods.engine.state import MeetingId, Session, SessionId, Status
from methods.engine.text import Moment, PersonId, Text
from methods.gathering import MeetingChange
from methods.meeting import ChannelId, Meeting, MeetingStage

MOVES = {Act.NEXT, Act.BACK}
"""Acts that a double click must not do twice."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an act in one group: nothing to say when it was done. `ask`: press again to do it."""

    group: int
    reason: Text | None = None
    ask: bool = False


class Conduct:
    """All that moderators do. It checks nothing about who asks: the engine and the shell do."""

    def __init__(self, host: Host, outbox: Outbox, boards: Boards, attendance: Attendance) -> None:
        self._host = host
        self._outbox = outbox
        self._boards = boards
        self._attendance = attendance
        self.calling = Calling(host, self.deliver)
        # What takes several saves stands in line: two moderators at once would leave people in two rooms, or none.
        self._turn: defaultdict[MeetingId, asyncio.Lock] = defaultdict(asyncio.Lock)

    # --- A meeting --------------------------------------------------------------------------------------

    async def change(
        self, meeting_id: MeetingId, change_of: Callable[[Meeting], MeetingChange | Refusal]
    ) -> Meeting | Refusal:
        """Change a meeting and let what follows happen."""
        outcome = await self._host.change_meeting(meeting_id, change_of)
        if isinstance(outcome, Meeting):
            self.deliver(meeting_id)
        return outcome or Refusal(say.NOT_FOUND)

    def turn(self, meeting_id: MeetingId) -> asyncio.Lock:
        """What takes several saves in one meeting holds this."""
        return self._turn[meeting_id]

    def deliver(self, meeting_id: MeetingId, session: SessionId | None = None) -> None:
        """Let what waits here be said, and the board show it."""
        self._outbox.start(meeting_id, session)
        self._boards.changed(meeting_id)

    async def appoint(self, meeting: Meeting, who: PersonId) -> None:
        """Somebody who moderates on this server joins in conducting this meeting."""
        if who in meeting.moderators:
            return
        await self.change(meeting.id, lambda now: MeetingChange(replace(now, moderators=_with(now, who))))
        for session in await self._host.store.sessions_of(meeting.id):
            await self._host.handle(session.id, lambda now: Appointed(_with(now, who)))

    async def group(self, meeting_id: MeetingId, salt: int) -> Meeting | Refusal:
        """Propose groups of those who are still there."""
        await self._leave_out_who_left(meeting_id)
        return await self.change(meeting_id, lambda now: gathering.propose_groups(now, salt=salt))

    async def _leave_out_who_left(self, meeting_id: MeetingId) -> None:
        """Before the rooms open: who checked in and left the server again is in no group."""
        meeting = await self._host.store.meeting(meeting_id)
        if meeting is None or meeting.stage is not MeetingStage.GATHERING:
            return
        gone = await self._attendance.absent(meeting.server, meeting.present)
        if gone:
            await self.change(meeting_id, lambda now: gathering.without(now, gone))

    async def open(self, meeting_id: MeetingId) -> Meeting | Refusal:
        """Open the groups; the plenary goes on to «naar je ruimte».

        Where they are open already, the plenary goes on all the same: Kring may have stopped in between.
        """
        await self._leave_out_who_left(meeting_id)
        now = self._host.now()
        async with self.turn(meeting_id):
            outcome = await self.change(meeting_id, lambda meeting: gathering.open_groups(meeting, now))
            meeting = await self._host.store.meeting(meeting_id)
            if meeting is not None and meeting.stage is MeetingStage.OPEN and meeting.plenary is not None:
                await self._to_rooms(meeting.plenary, meeting.moderators[0])
        return outcome

    async def _to_rooms(self, plenary: SessionId, moderator: PersonId) -> None:
        """Pass over what is left of the opening, up to the step before everybody is in a group.

        It is one save, and then the lobby hears of it: nobody needs the card of a step that is over at once.
        """

        def on(session: Session) -> AnyEvent | None:
            passes = session.under_way and _in_opening(session)
            return made(Act.NEXT, moderator, session.visit, sure=True) if passes else None

        for done in await self._host.in_a_row(plenary, on):
            self.deliver(done.after.meeting, plenary)

    async def place(self, meeting_id: MeetingId, who: PersonId, number: int) -> Meeting | Refusal:
        """Put somebody in a group; in a room that is open they join from the next step on, and leave their old one.

        Where the meeting knows it already, the rooms are brought up to date all the same: Kring may have stopped
        in between.
        """
        async with self.turn(meeting_id):
            return await self.place_now(meeting_id, who, number)

    async def place_now(self, meeting_id: MeetingId, who: PersonId, number: int) -> Meeting | Refusal:
        """The same, for whoever holds the meeting's turn."""
        outcome = await self.change(meeting_id, lambda now: gathering.move_person(now, who, number))
        meeting = await self._host.store.meeting(meeting_id)
        if meeting is not None and meeting.stage is MeetingStage.OPEN:
            await self._move_in_rooms(meeting, who)
        return outcome

    async def _move_in_rooms(self, meeting: Meeting, who: PersonId) -> None:
        """Out of every room but that of the own group, and into that one."""
        mine = next((group for group in meeting.groups if who in group.members), None)
        if mine is None or mine.session is None:
            return
        for session in await self._host.store.sessions_of(meeting.id):
            inside = who in (*session.members, *session.door)
            if session.group and session.id != mine.session and inside:
                await self._host.handle(session.id, Moved(who, mine.number))
                self.deliver(meeting.id, session.id)
        await self._host.join(mine.session, who)
        self.deliver(meeting.id, mine.session)

    async def tick(self, meeting: Meeting, people: Sequence[tuple[PersonId, str]]) -> Meeting | Refusal:
        """Outside Discord: these people, each with their name here, are there."""
        outcome: Meeting | Refusal = meeting
        for who, name in people:
            if name:
                async with self._host.store.transaction() as change:
                    await change.put_person(meeting.server, who, name=name)
            if who not in meeting.present:
                outcome = await self.change(meeting.id, partial(gathering.check_in, who=who))
        return outcome

    async def show_card(self, meeting_id: MeetingId, number: int, channel: ChannelId) -> Text:
        """Outside Discord: let this channel be where a group's card stands, for a beamer say; what to answer."""
        meeting = await self._host.store.meeting(meeting_id)
        group = meeting.group(number) if meeting else None
        if group is None or group.session is None:
            return say.BEAMER_WHICH
        there = await self._host.store.session_at(channel)
        if there is not None and there.id != group.session and there.status is not Status.ENDED:
            return say.BEAMER_TAKEN
        async with self._host.store.transaction() as change:
            await change.set_channel(group.session, channel)
        await self._host.announce(group.session)
        self.deliver(meeting_id, group.session)
        return say.DONE

    async def lead(self, meeting_id: MeetingId, number: int, who: PersonId | None) -> Meeting | Refusal:
        """Who leads a group, before it opens or while it talks; nobody: Kring. Never whoever brings the case in."""
        async with self.turn(meeting_id):
            return await self.lead_now(meeting_id, number, who)

    async def lead_now(self, meeting_id: MeetingId, number: int, who: PersonId | None) -> Meeting | Refusal:
        """The same, for whoever holds the meeting's turn."""
        meeting = await self._host.store.meeting(meeting_id)
        group = meeting.group(number) if meeting else None
        if group is None or group.session is None:
            return await self.change(meeting_id, lambda now: gathering.set_leader(now, number, who))
        outcome = await self._host.handle(group.session, LeaderSet(who))
        if isinstance(outcome, Refusal):
            return outcome
        known = await as_in_room(self._host, meeting_id, group.session)
        self.deliver(meeting_id, group.session)
        self.deliver(meeting_id)
        return known or Refusal(say.NOT_FOUND)

    async def close(self, meeting_id: MeetingId, who: PersonId, *, sure: bool) -> Meeting | Refusal:
        """Close the meeting; groups that are still talking stop here, after being asked."""
        async with self.turn(meeting_id):
            sessions = await self._host.store.sessions_of(meeting_id)
            talking = any(one.group and one.status is not Status.ENDED for one in sessions)
            now = self._host.now()
            outcome = await self._host.change_meeting(
                meeting_id,
                lambda meeting: gathering.close(meeting, now, talking=talking, sure=sure),
                lambda change: self._host.end_all(change, meeting_id, who),
            )
        if isinstance(outcome, Meeting):
            self.deliver(meeting_id)
            for session in await self._host.store.sessions_of(meeting_id):
                self.deliver(meeting_id, session.id)
        return outcome or Refusal(say.NOT_FOUND)

    # --- Groups -------------------------------------------------------------------------------------------

    async def act(
        self,
        meeting_id: MeetingId,
        who: PersonId,
        act: Act,
        target: Target,
        *,
        sure: bool = False,
        shown: Moment | None = None,
        values: tuple[str, ...] = (),
    ) -> list[Result]:
        """Do this in each group that is meant; where people are still busy it is asked first, unless `sure`.

        `shown`: when the board was made from which this was pressed; a group that has moved since stays where it is.
        """
        results: list[Result] = []
        saved: list[Session] = []
        try:
            for session in await self._meant(meeting_id, target):
                if act is Act.HELPED and not target.named and not session.unanswered:
                    continue  # who goes to all that call does not go where nobody did
                if act is Act.NEXT and not target.named and protected(session):
                    results.append(Result(session.group, say.PASSED_BY))
                elif act in MOVES and _moved_since(session, shown):
                    results.append(Result(session.group, say.AHEAD_ALREADY))
                elif act in MOVES and _just_moved(session, self._host.now()):
                    results.append(Result(session.group, say.JUST_MOVED))
                else:
                    result, done = await self._saved(session, who, act, sure=sure, values=values)
                    results.append(result)
                    saved += [session] if done else []
        finally:
            self._deliver_all(meeting_id, saved)
        return results

    async def set_return(
        self, meeting_id: MeetingId, who: PersonId, until: Moment, target: Target
    ) -> list[Result]:
        """Let the groups that are meant be back at this moment; with all of them, so that the lobby knows too."""
        values = (str(until),)
        results = await self.act(meeting_id, who, Act.RETURN, target, values=values)
        if target.code == "all" and any(result.reason in {None, say.RETURN_LATER} for result in results):
            await self.act(meeting_id, who, Act.RETURN, Target("g0"), values=values)
        return results

    async def soonest(self, meeting_id: MeetingId, target: Target) -> Moment | None:
        """When all the groups that are meant could be back; None: none of them is talking."""
        sessions, now = await self._meant(meeting_id, target), self._host.now()
        return max((soonest(s, now) for s in sessions if s.group and s.under_way), default=None)

    async def _meant(self, meeting_id: MeetingId, target: Target) -> list[Session]:
        """The groups that are meant and still talking."""
        sessions = await self._host.store.sessions_of(meeting_id)
        meant = [s for s in sessions if target.hits(s.group) and s.status is not Status.ENDED]
        if target.code != "behind":
            return meant
        furthest = max((session.at for session in sessions if session.group), default=0)
        return [session for session in meant if session.at < furthest]

    async def in_group(
        self, session: Session, who: PersonId, act: Act, *, sure: bool, values: tuple[str, ...] = ()
    ) -> Result:
        """One group. The press was meant for the step in which it found the group."""
        result, done = await self._saved(session, who, act, sure=sure, values=values)
        if done:
            self.deliver(session.meeting, session.id)
        return result

    async def _saved(
        self, session: Session, who: PersonId, act: Act, *, sure: bool, values: tuple[str, ...] = ()
    ) -> tuple[Result, bool]:
        """What became of it, and whether there is something to tell the room."""
        moves = legal(session, who, self._host.now())
        ordinal = next((move.ordinal for move in moves if move.act is act), 0)
        event = made(act, who, session.visit, ordinal=ordinal, sure=sure, values=values)
        outcome = await self._host.handle(session.id, event)
        if isinstance(outcome, Done):
            waits = act is Act.RETURN and outcome.after.replans
            return Result(session.group, say.RETURN_LATER if waits else None), True
        if outcome is None:
            return Result(session.group, say.NOT_FOUND), False
        return Result(session.group, outcome.reason, outcome.ask), False

    def _deliver_all(self, meeting_id: MeetingId, sessions: Sequence[Session]) -> None:
        """Only when all is saved: else what the first rooms are told would take the time of whoever conducts."""
        for session in sessions:
            self.deliver(meeting_id, session.id)

    async def tell(
        self, meeting_id: MeetingId, who: PersonId, text: str, target: Target, number: int
    ) -> list[Result]:
        """A message to each room that is meant, with its sender's name; one with the same number is the same one."""
        meant = await self._meant(meeting_id, target)
        try:
            for session in meant:
                await self._host.tell(session.id, who, text, number)
        finally:
            self._deliver_all(meeting_id, meant)
        return [Result(session.group) for session in meant]


def _moved_since(session: Session, shown: Moment | None) -> bool:
    """Whether the group has got to another step since somebody looked at it."""
    return shown is not None and session.stage is not None and session.stage.entered > shown


def _just_moved(session: Session, now: Moment) -> bool:
    """Whether this press may be the second half of a double click."""
    return session.stage is not None and session.visit > 1 and now < session.stage.entered + DOUBLE_CLICK


def _in_opening(session: Session) -> bool:
    """Whether more than one step is still to come before the one in which everybody is in a group."""
    return any(step.phase.waits for step in session.script[session.at + 2 :])


def _with(now: Meeting | Session, who: PersonId) -> tuple[PersonId, ...]:
    """Who moderate, this person among them."""
    return tuple(dict.fromkeys((*now.moderators, who)))
