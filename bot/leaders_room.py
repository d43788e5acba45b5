"""The leaders' room at Discord: made, opened to whoever leads or moderates, and what stands in it."""

from collections.abc import Sequence
from dataclasses import replace

from discord import ui

from bot import sayings as say
from bot.facts import gather
from bot.host import Host
from bot.render import Facts, pinged, said
from bot.room import RoomChannel, RoomPlan, Rooms, mark
from bot.screen import Row, in_rows, message, plain_button
from methods.conferring import confer
from methods.engine.model import Place
from methods.engine.state import Session
from methods.engine.text import Language, Line, People, Person, PersonId, Text, line
from methods.gathering import MeetingChange
from methods.meeting import (
    ChannelId,
    Group,
    Meeting,
    MeetingStage,
    PermitLeaders,
    PostRoster,
    SayToLeaders,
    SeekLeader,
)
from storage.outbox import OutboxRow


class LeadersRoom:
    """Carries out what was decided about the leaders' room."""

    def __init__(self, host: Host, rooms: Rooms) -> None:
        self._host = host
        self._rooms = rooms

    async def open(self, meeting: Meeting, *, sure: bool) -> None:
        """Make it, unless it has been made."""
        if meeting.leaders_room is not None or meeting.stage is MeetingStage.CLOSED:
            return
        settings = await self._host.store.server(meeting.server)
        inside = confer(meeting)
        plan = RoomPlan(
            name=say.LEADERS_ROOM.to(meeting.language),
            topic=f"kring:leaders:{meeting.id}",
            place=Place.TEXT,
            members=inside,
            writers=inside,
            category=settings.category,
        )
        found = await self._rooms.open(meeting.server, plan, sure=sure)
        room = ChannelId(found.id)
        await self._host.change_meeting(
            meeting.id, lambda now: MeetingChange(replace(now, leaders_room=room))
        )

    async def delete(self, meeting: Meeting) -> None:
        """Delete it with everything in it."""
        room = await self._rooms.reach(meeting.leaders_room)
        if room is not None:
            await self._rooms.delete(room)

    async def perform(
        self, row: OutboxRow, effect: PostRoster | PermitLeaders | SayToLeaders, meeting: Meeting
    ) -> int | None:
        """Do it; the number of the message it became. Without a room there is nobody to hear it."""
        room = await self._rooms.reach(meeting.leaders_room)
        if room is None or meeting.stage is MeetingStage.CLOSED:
            return None
        if isinstance(effect, PermitLeaders):
            inside = confer(meeting)
            await self._rooms.permit(room, inside, inside, {*meeting.present, *effect.gone} - {*inside})
            return None
        if isinstance(effect, PostRoster):
            text = await roster_text(self._host, meeting, meeting.language)
            calls: Sequence[PersonId] = meeting.leaders
            above = " ".join(f"<@{who}>" for who in calls)
            view = roster(f"{above}\n{text}", meeting, row.id)
        else:
            calls = pinged((effect.line,))
            text = said(effect.line, await self._facts(meeting, [effect.line]))
            rows = in_rows([_seek_button(meeting)]) if effect.offer else ()
            view = message(text, rows, mark=mark(row.id))
        return await self._post(row, room, view, calls)

    async def seek(self, row: OutboxRow, effect: SeekLeader, meeting: Meeting, lobby: RoomChannel) -> int:
        """Ask in the lobby who will lead, with a button; it calls whoever may."""
        group = meeting.group(effect.group)
        people = group.members if group is not None else ()
        asked = (
            line(say.SEEK_IN_GROUP, people=People(people), group=effect.group)
            if group is not None
            else line(say.SEEK_ANYBODY)
        )
        text = said(asked, await self._facts(meeting, [asked]))
        button = plain_button(
            "leaders-take", say.I_LEAD, meeting.language, meeting.id, extra=str(effect.group)
        )
        calls = " ".join(f"<@{who}>" for who in people)
        view = message(f"{calls}\n{text}".strip(), in_rows([button]), mark=mark(row.id))
        return await self._post(row, lobby, view, people)

    async def _post(
        self, row: OutboxRow, channel: RoomChannel, view: ui.LayoutView, calls: Sequence[PersonId]
    ) -> int:
        number = mark(row.id)
        sent = await self._rooms.posted(channel, number) if row.claimed_at is not None else None
        if sent is None:
            sent = await self._rooms.post(channel, row.server, view, number, calls)
        return sent.id

    async def _facts(self, meeting: Meeting, lines: list[Line]) -> Facts:
        return await gather(self._host.store, meeting, lines, meeting.language)


# --- The roster -----------------------------------------------------------------------------------------


def roster(text: str, meeting: Meeting, row: int | None) -> ui.LayoutView:
    """The roster with its buttons."""
    renew = plain_button("leaders-roster", say.RENEW_ROSTER, meeting.language, meeting.id)
    rows: list[Row] = in_rows([renew, _seek_button(meeting)])
    return message(text, rows, mark=row)


def _seek_button(meeting: Meeting) -> ui.Button[ui.LayoutView]:
    return plain_button("leaders-seek", say.WHO_TAKES_OVER, meeting.language, meeting.id)


async def roster_text(host: Host, meeting: Meeting, language: Language) -> str:
    """Who leads which group, who is there, who practised, and which group has nobody."""
    sessions = await host.store.sessions_of(meeting.id)
    lines = roster_lines(meeting, sessions)
    facts = await gather(
        host.store, meeting, [*lines, line(say.PEOPLE, people=People(meeting.leaders))], language
    )
    numbered = [f"{n}. {said(one, facts)}" for n, one in enumerate(lines, start=1)]
    head, foot = say.ROSTER_HEAD.to(language), say.ROSTER_FOOT.to(language)
    return "\n".join([f"**{head}**", *numbered, foot])


def roster_lines(meeting: Meeting, sessions: Sequence[Session]) -> list[Line]:
    """One line for each group; before there are groups, and for who leads none, one for each leader."""
    led = {session.group: session.leads for session in sessions if session.under_way}
    groups = [_group_line(meeting, group, led.get(group.number, group.leader)) for group in meeting.groups]
    spare = [who for who in meeting.leaders if all(who != group.leader for group in meeting.groups)]
    return groups + [line(say.ROSTER_SPARE, person=Person(who), state=_state(meeting, who)) for who in spare]


def _group_line(meeting: Meeting, group: Group, leader: PersonId | None) -> Line:
    if leader is None:
        return line(say.ROSTER_NOBODY, group=group.number)
    state = _state(meeting, leader)
    return line(say.ROSTER_GROUP, group=group.number, person=Person(leader), state=state)


def _state(meeting: Meeting, who: PersonId) -> Text:
    """«is er · heeft geoefend»."""
    here = say.IS_HERE if who in meeting.present else say.IS_MISSING
    skilled = say.DID_PRACTISE if who in meeting.practised else say.DID_NOT_PRACTISE
    return Text(nl=f"{here.nl} · {skilled.nl}", en=f"{here.en} · {skilled.en}")
