"""Conducting: what a moderator can do with one group, with all of them, or with all but one.

Commands and the panel come here alike. Groups are moved one by one, each against its newest state; a group in a
protected moment is passed by when others are moved on, and said so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import sayings as say
from bot.board import Boards
from bot.host import Done, Host
from bot.outbox import Outbox
from methods import gathering
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.messages import Act, Appointed, Event, Refusal
from methods.engine.model import Place, Talk
from methods.engine.roles import protected
from methods.engine.state import MeetingId, Session, SessionId, Status
from methods.engine.text import Language, PersonId, Text
from methods.gathering import MeetingChange
from methods.library import method
from methods.meeting import Meeting, MeetingStage, ServerId
from methods.planning import plan

MINUTES = range(30, 301)


@dataclass(frozen=True, slots=True)
class Target:
    """Which groups: `all`, `g2` (only group 2; 0 is the plenary), `x2` (all but group 2)."""

    code: str = "all"

    def hits(self, group: int) -> bool:
        """Whether this group is meant; the plenary only when it is named."""
        if self.code == "all":
            return group != 0
        number = int(self.code[1:])
        return group == number if self.code[0] == "g" else group not in {0, number}

    @property
    def single(self) -> bool:
        """Whether one group was named: then nothing is passed by."""
        return self.code.startswith("g")


def target_of(code: str) -> Target | None:
    """The target that a command or a list names; None when it names nothing."""
    known = code == "all" or (code[:1] in {"g", "x"} and code[1:].isdecimal())
    return Target(code) if known else None


@dataclass(frozen=True, slots=True)
class Wish:
    """The meeting that a moderator asks for."""

    server: ServerId
    moderator: PersonId
    method: str
    theme: str
    minutes: int | None
    talk: Talk
    place: Place
    language: Language
    keep_days: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an act in one group: nothing to say when it was done."""

    group: int
    reason: Text | None = None


class Conduct:
    """All that moderators do. It checks nothing about who asks: the engine and the shell do."""

    def __init__(self, host: Host, outbox: Outbox, boards: Boards) -> None:
        self._host = host
        self._outbox = outbox
        self._boards = boards

    # --- A meeting --------------------------------------------------------------------------------------

    async def call(self, wish: Wish, name: str) -> Meeting | Text:
        """Call a meeting and open its lobby; or say why this one cannot be. `name`: the moderator's here."""
        if wish.minutes is not None and wish.minutes not in MINUTES:
            return say.BAD_MINUTES
        planned = plan(method(wish.method), 6, wish.minutes, wish.talk)
        if not planned.fits:
            return planned.notice or say.BAD_MINUTES
        meeting = Meeting(
            id=MeetingId(0),
            server=wish.server,
            method=wish.method,
            theme=wish.theme,
            minutes=planned.minutes,
            talk=wish.talk,
            place=wish.place,
            language=wish.language,
            seed=self._host.now() + wish.moderator % 1000,
            opened=self._host.now(),
            keep_days=wish.keep_days,
            moderators=(wish.moderator,),
        )
        async with self._host.store.transaction() as change:
            await change.put_person(wish.server, wish.moderator, name=name)
        begun = await self._host.begin_meeting(meeting, gathering.opening_of(meeting))
        self._deliver(begun.id)
        return begun

    async def change(
        self, meeting_id: MeetingId, change_of: Callable[[Meeting], MeetingChange | Refusal]
    ) -> Meeting | Refusal:
        """Change a meeting and let what follows happen."""
        outcome = await self._host.change_meeting(meeting_id, change_of)
        if isinstance(outcome, Meeting):
            self._deliver(meeting_id)
        return outcome or Refusal(say.NOT_FOUND)

    def _deliver(self, meeting_id: MeetingId, session: SessionId | None = None) -> None:
        self._outbox.start(meeting_id, session)
        self._boards.changed(meeting_id)

    async def appoint(self, meeting: Meeting, who: PersonId) -> None:
        """Somebody who moderates on this server joins in conducting this meeting."""
        if who in meeting.moderators:
            return
        await self.change(meeting.id, lambda now: MeetingChange(replace(now, moderators=_with(now, who))))
        for session in await self._host.store.sessions_of(meeting.id):
            await self._host.handle(session.id, lambda now: Appointed(_with(now, who)))

    async def open(self, meeting_id: MeetingId) -> Meeting | Refusal:
        """Open the groups; the plenary goes on to «naar je ruimte»."""
        now = self._host.now()
        opened = await self.change(meeting_id, lambda meeting: gathering.open_groups(meeting, now))
        if isinstance(opened, Meeting) and opened.plenary is not None:
            await self._to_rooms(opened.plenary, opened.moderators[0])
        return opened

    async def _to_rooms(self, plenary: SessionId, moderator: PersonId) -> None:
        """Pass over what is left of the opening, up to the step before everybody is in a group."""
        session = await self._host.store.session(plenary)
        while session is not None and session.under_way and not _before_groups(session):
            event = made(Act.NEXT, moderator, session.visit, sure=True)
            outcome = await self._host.handle(plenary, event)
            if not isinstance(outcome, Done):
                return
            session = outcome.after
            self._deliver(session.meeting, plenary)

    async def place(self, meeting_id: MeetingId, who: PersonId, number: int) -> Meeting | Refusal:
        """Put somebody in a group; in a room that is open they join from the next step on."""
        outcome = await self.change(meeting_id, lambda now: gathering.move_person(now, who, number))
        if isinstance(outcome, Meeting) and outcome.stage is MeetingStage.OPEN:
            session = next(g.session for g in outcome.groups if g.number == number)
            if session is not None:
                await self._host.join(session, who)
                self._deliver(meeting_id, session)
        return outcome

    async def close(self, meeting_id: MeetingId, who: PersonId, *, sure: bool) -> Meeting | Refusal:
        """Close the meeting; groups that are still talking stop here, after being asked."""
        sessions = await self._host.store.sessions_of(meeting_id)
        talking = [s for s in sessions if s.status is not Status.ENDED and s.group]
        now = self._host.now()
        outcome = await self.change(
            meeting_id, lambda meeting: gathering.close(meeting, now, talking=bool(talking), sure=sure)
        )
        if isinstance(outcome, Meeting):
            for session in sessions:
                if session.status is not Status.ENDED:
                    await self._in_group(session, who, Act.CLOSE)
        return outcome

    # --- Groups -------------------------------------------------------------------------------------------

    async def act(self, meeting_id: MeetingId, who: PersonId, act: Act, target: Target) -> list[Result]:
        """Do this in each group that is meant."""
        sessions = await self._host.store.sessions_of(meeting_id)
        meant = [s for s in sessions if target.hits(s.group) and s.status is not Status.ENDED]
        results = []
        for session in meant:
            if act is Act.NEXT and not target.single and protected(session):
                results.append(Result(session.group, say.PASSED_BY))
            else:
                results.append(await self._in_group(session, who, act))
        return results

    async def _in_group(self, session: Session, who: PersonId, act: Act) -> Result:
        """One group. The press was meant for the step that is going on now."""

        def event(now: Session) -> Event:
            moves = legal(now, who, self._host.now())
            move = next((m for m in moves if m.act is act), None)
            return made(act, who, now.visit, ordinal=move.ordinal if move else 0, sure=True)

        outcome = await self._host.handle(session.id, event)
        if isinstance(outcome, Done):
            self._deliver(session.meeting, session.id)
            return Result(session.group)
        return Result(session.group, outcome.reason if outcome else say.NOT_FOUND)

    async def tell(self, meeting_id: MeetingId, who: PersonId, text: str, target: Target) -> list[Result]:
        """A message to each room that is meant, with its sender's name."""
        sessions = await self._host.store.sessions_of(meeting_id)
        meant = [s for s in sessions if target.hits(s.group) and s.status is not Status.ENDED]
        for session in meant:
            await self._host.tell(session.id, who, text)
            self._deliver(meeting_id, session.id)
        return [Result(session.group) for session in meant]


def _before_groups(session: Session) -> bool:
    """Whether the next step is the one in which everybody is in a group, or this one is."""
    here = session.script[session.at : session.at + 2]
    return any(step.phase.waits for step in here)


def _with(now: Meeting | Session, who: PersonId) -> tuple[PersonId, ...]:
    """Who moderate, this person among them."""
    return tuple(dict.fromkeys((*now.moderators, who)))
