"""The moderators' board: one plain line for each group, those who need somebody first.

It is edited at most every five seconds, and posted anew when it is older than 45 minutes: edits of old
messages have a limit of their own.
"""

import asyncio
from collections.abc import Sequence

import aiohttp
import discord
import structlog

from bot import sayings as say
from bot.clock import Clock
from bot.facts import gather
from bot.host import Host
from bot.pacer import Urgency, pacing
from bot.render import Facts, name, said
from bot.room import RoomChannel, Rooms
from bot.screen import LONGEST, in_rows, message, plain_button
from methods.engine.model import Talk
from methods.engine.replanning import planned_end
from methods.engine.roles import protected, stage_of
from methods.engine.state import Flow, MeetingId, Session, SessionId, Status
from methods.engine.text import At, Fact, Language, Line, Moment, People, Person, PersonId, Text, line
from methods.meeting import Meeting, MeetingStage
from storage.problems import StorageProblem

log = structlog.get_logger()

PACE = 5
"""Seconds between two edits of one board."""
ANEW = 45 * 60
QUIET = {Talk.WRITTEN: 5 * 60, Talk.SPOKEN: 20 * 60}
"""Seconds without a sign of life after which a group is called quiet."""
PAIR = 2
"""People with whom a group cannot go on."""
AHEAD_OR_BEHIND = 2
"""Minutes from which a group is called early or late."""


PASSING = (aiohttp.ClientError, OSError, discord.DiscordServerError)
"""What the next try may not meet any more."""

Trouble = tuple[MeetingId, SessionId | None, str]
"""What goes wrong where: a meeting, one of its groups or none, and the kind of thing."""


class Boards:
    """Keeps each meeting's board up to date. What it remembers is a cache; the truth is in the sessions."""

    def __init__(self, host: Host, rooms: Rooms, clock: Clock) -> None:
        self._host = host
        self._rooms = rooms
        self._clock = clock
        self._wanted: set[MeetingId] = set()
        self._tasks: dict[MeetingId, asyncio.Task[None]] = {}
        self._shown: dict[MeetingId, tuple[discord.Message, float, str]] = {}
        self._last: dict[MeetingId, float] = {}
        self._troubles: dict[Trouble, tuple[Text, str]] = {}
        self._signs: dict[SessionId, Moment] = {}
        """When somebody last posted in a room; what they posted is nobody's business here."""

    def heard(self, session: SessionId) -> None:
        """Somebody posted in this room: a sign of life."""
        self._signs[session] = self._host.now()

    def changed(self, meeting: MeetingId) -> None:
        """Something is different: show it soon."""
        self._wanted.add(meeting)
        if meeting not in self._tasks:
            self._tasks[meeting] = asyncio.get_running_loop().create_task(self._keep_up(meeting))

    def trouble(self, where: Trouble, what: tuple[Text, str] | None) -> None:
        """Something that Discord did not let Kring do, in words and with its code; None: now it did."""
        before = self._troubles.pop(where, None)
        if what is not None:
            self._troubles[where] = what
        if what != before:
            self.changed(where[0])

    def message_gone(self, message: int) -> None:
        """Somebody deleted a message: a board is posted anew."""
        for meeting, (shown, _, _) in list(self._shown.items()):
            if shown.id == message:
                del self._shown[meeting]
                self.changed(meeting)

    async def stop(self) -> None:
        """Show nothing more."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep_up(self, meeting: MeetingId) -> None:
        """Show what there is, and once more if it changed meanwhile; then end."""
        try:
            while meeting in self._wanted:
                wait = self._last.get(meeting, -PACE) + PACE - self._clock.now()
                if wait > 0:
                    # A clock that was set back must not keep the board waiting for the time that it lost.
                    await self._clock.sleep(min(wait, PACE))
                self._last[meeting] = self._clock.now()
                self._wanted.discard(meeting)
                await self._try_to_show(meeting)
        finally:
            del self._tasks[meeting]

    async def _try_to_show(self, meeting: MeetingId) -> None:
        try:
            await self._show(meeting)
        except (discord.DiscordException, aiohttp.ClientError, OSError, StorageProblem) as error:
            log.warning("board not shown", meeting=meeting, error=type(error).__name__)
            self._shown.pop(meeting, None)
            if isinstance(error, PASSING):
                self._wanted.add(meeting)

    async def _show(self, meeting_id: MeetingId) -> None:
        meeting = await self._host.store.meeting(meeting_id)
        if meeting is None:
            return
        settings = await self._host.store.server(meeting.server)
        channel = self._rooms.channel(settings.board_channel)
        if channel is None:
            return
        text = await self.text(meeting, settings.language)
        buttons = in_rows([plain_button("conduct-panel", say.PANEL, settings.language, meeting_id)])
        view = message(text, buttons, mark=meeting_id)
        with pacing(meeting.server, Urgency.COSMETIC):
            shown = self._shown.get(meeting_id) or await self._standing(channel, meeting_id)
            # Nobody follows a meeting that is closed: its last board is changed, however old it is.
            stays = meeting.stage is MeetingStage.CLOSED
            if shown is not None and (stays or abs(self._clock.now() - shown[1]) < ANEW):
                if shown[2] != text:
                    await shown[0].edit(view=view)
                    self._shown[meeting_id] = (shown[0], shown[1], text)
            elif not stays:
                sent = await channel.send(view=view, silent=True)
                self._shown[meeting_id] = (sent, self._clock.now(), text)

    async def _standing(
        self, channel: RoomChannel, meeting: MeetingId
    ) -> tuple[discord.Message, float, str] | None:
        """The board that was posted before a restart: it is brought up to date, not posted beside."""
        found = await self._rooms.posted(channel, meeting)
        return None if found is None else (found, found.created_at.timestamp(), "")

    async def text(self, meeting: Meeting, language: Language, room: int = LONGEST) -> str:
        """The whole board in words; with many groups in fewer words, so that it fits in `room` characters."""
        sessions = sorted(await self._host.store.sessions_of(meeting.id), key=need)
        lines = self._lines(meeting, sessions)
        known = (*meeting.present, *meeting.practised)
        facts = await gather(self._host.store, meeting, lines, language, also=known)
        gathering = meeting.stage is MeetingStage.GATHERING
        proposal = _proposal(meeting, facts) if gathering else []
        if gathering and meeting.practised:
            proposal.append(said(line(say.HAVE_PRACTISED, people=People(meeting.practised)), facts))
        found = [what for where, what in self._troubles.items() if where[0] == meeting.id]
        troubles = [text.to(language, code=code) for text, code in dict.fromkeys(found)]
        if await self._has_no_channel(meeting):
            troubles.append(say.NO_BOARD.to(language))
        whole = "\n".join([*troubles, *(said(one, facts) for one in lines), *proposal])
        if len(whole) <= room:
            return whole
        lines = self._lines(meeting, sessions, short=True)
        return "\n".join([*troubles, *(said(one, facts) for one in lines), *proposal])

    def _lines(self, meeting: Meeting, sessions: Sequence[Session], *, short: bool = False) -> list[Line]:
        """What stands on it of the meeting and of each group."""
        now = self._host.now()
        lines = [line(say.BOARD, theme=Fact("thema"), present=len(meeting.present), now=At(now))]
        if meeting.without_group:
            lines.append(line(say.BOARD_NO_GROUP, people=People(meeting.without_group)))
        for session in sessions:
            lines += [
                group_line(session, now, self._signs.get(session.id), short=short),
                *call_lines(session),
            ]
        return lines

    async def _has_no_channel(self, meeting: Meeting) -> bool:
        """Whether the channel that was chosen for the board has been deleted; then this is read on a panel."""
        channel = (await self._host.store.server(meeting.server)).board_channel
        there = self._rooms.guild(meeting.server) is None or self._rooms.channel(channel) is not None
        return channel is not None and not there


def _proposal(meeting: Meeting, facts: Facts) -> list[str]:
    """Who is there and, once proposed, in which group."""
    if not meeting.groups:
        return [", ".join(name(who, facts) for who in meeting.present)]
    return [proposal_line(group.number, group.leader, group.members, facts) for group in meeting.groups]


def proposal_line(number: int, leader: PersonId | None, members: Sequence[PersonId], facts: Facts) -> str:
    """«1. Sanne (leidt), Pieter, …»."""
    word = say.LEADS.to(facts.language)
    names = [name(m, facts) + (f" ({word})" if m == leader else "") for m in members]
    return f"{number}. {', '.join(names)}"


def group_line(session: Session, now: Moment, sign: Moment | None = None, *, short: bool = False) -> Line:
    """«Groep 2 · stap 5 van 14 · Vragenronde 1 · tot 15:42 · 3 min later · leiding: Sanne», or `short` without names."""
    who: Text | Person = Person(session.leads) if session.leads else say.KRING
    title = group_name(session.group)
    if session.status is Status.ENDED:
        return line(say.BOARD_ENDED, group=title)
    if session.status is Status.WAITING:
        return line(say.BOARD_WAITING, group=title)
    return Line(
        say.BOARD_SHORT if short else say.BOARD_LINE,
        (
            ("group", title),
            ("k", session.at + 1),
            ("of", len(session.script)),
            ("phase", session.step.phase.name),
            ("until", At(stage_of(session).ends)),
            ("state", _state(session, quiet_since(session, now, sign))),
            ("leader", who),
        ),
    )


def group_name(number: int) -> Text:
    """«Groep 2», or «Plenair»."""
    if number == 0:
        return say.PLENARY
    return Text(nl=f"{say.GROUP.nl} {number}", en=f"{say.GROUP.en} {number}")


def quiet_since(session: Session, now: Moment, sign: Moment | None) -> Moment | None:
    """Since when nobody in the group did anything, where that is long; people who talk aloud press little."""
    if session.status is not Status.RUNNING or session.group == 0 or protected(session):
        return None
    last = max(session.heard or 0, sign or 0, stage_of(session).entered)
    return Moment(last) if now - last >= QUIET[session.talk] else None


def call_lines(session: Session) -> list[Line]:
    """Under the group's line each call for a moderator: what about, since when, and who is on the way."""
    return [
        line(say.CALL_TAKEN, need=say.NEEDS[call.need], since=At(call.since), person=Person(call.taken))
        if call.taken
        else line(say.CALL_OPEN, need=say.NEEDS[call.need], since=At(call.since))
        for call in session.calls
    ]


def _state(session: Session, quiet: Moment | None) -> Text:
    if session.unanswered:
        return say.ASKS_HELP
    if len(session.members) <= PAIR and session.group:
        return say.ONLY_TWO
    if session.status is not Status.RUNNING:
        return say.IS_STILL if session.status is Status.STILL else say.IS_PAUSED
    if protected(session) and session.flow is not Flow.CHOOSE:
        return say.IS_PROTECTED
    pace = _pace(session)
    if quiet is None:
        return pace
    return say.IS_QUIET if pace is say.ON_TIME else _both(pace, say.IS_QUIET)


def _both(first: Text, second: Text) -> Text:
    return Text(nl=f"{first.nl} · {second.nl}", en=f"{first.en} · {second.en}")


def _pace(session: Session) -> Text:
    late = minutes_behind(session)
    if late >= AHEAD_OR_BEHIND:
        return Text(nl=f"{late} min later dan gepland", en=f"{late} min behind plan")
    if late <= -AHEAD_OR_BEHIND:
        return Text(nl=f"{-late} min voor", en=f"{-late} min ahead")
    return say.ON_TIME


def minutes_behind(session: Session) -> int:
    """How much later the group will be back than was planned or set; negative: earlier."""
    if session.returns is not None and session.group:
        return round((planned_end(session) - session.returns) / 60)
    started = session.laps[0].started if session.laps else stage_of(session).entered
    planned = Moment(started + 60 * sum(step.minutes for step in session.script[: session.at + 1]))
    return round((stage_of(session).ends - planned) / 60)


def need(session: Session) -> tuple[bool, bool, int, int]:
    """Help first, then those whose clock stands still, then the latest; the ended ones last."""
    if session.status in {Status.ENDED, Status.WAITING}:
        return (True, True, 0, session.group)
    frozen = session.status is not Status.RUNNING
    return (not session.unanswered, not frozen, -minutes_behind(session), session.group)
