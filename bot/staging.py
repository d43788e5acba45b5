"""How each effect of a meeting is carried out: the lobby, the rooms, their links and their end."""

from collections.abc import Callable

from discord import ui

from bot import sayings as say
from bot.facts import gather, meeting_of
from bot.host import Host
from bot.leaders_room import LeadersRoom
from bot.plain import shown
from bot.render import Facts, said
from bot.room import RoomPlan, Rooms, mark
from bot.saving import Done
from bot.screen import Row, in_rows, message, plain_button
from bot.texts import parts
from methods import code_of_conduct
from methods.engine.decide import decide
from methods.engine.events import Act, Started
from methods.engine.making import made
from methods.engine.messages import Decision
from methods.engine.model import Place, Talk
from methods.engine.roles import case_slot, who_types
from methods.engine.state import MeetingId, Session, SessionId, Status
from methods.engine.text import Line, People, line
from methods.gathering import all_back, close
from methods.library import recipe_of
from methods.meeting import (
    LEADERS,
    ChannelId,
    DeleteRoom,
    ForgetWords,
    Group,
    ListRooms,
    Meeting,
    MeetingStage,
    OpenLobby,
    OpenRoom,
    PermitLeaders,
    PostPanel,
    PostRoster,
    SayInLobby,
    SayToLeaders,
    SeekLeader,
)
from storage.outbox import OutboxRow


class NotYet(Exception):
    """There is no channel to say it in at this moment; another is being made."""


class Staging:
    """Carries out what a meeting decided."""

    def __init__(
        self, host: Host, rooms: Rooms, began: Callable[[MeetingId, SessionId | None], None]
    ) -> None:
        """`began` is told of a stream in which something waits to be delivered."""
        self._host = host
        self._rooms = rooms
        self._began = began
        self._leaders = LeadersRoom(host, rooms)

    async def perform(self, row: OutboxRow) -> int | None:
        """Do it; the number of the message it became, if it became one."""
        meeting = await meeting_of(self._host.store, row.meeting)
        match row.effect:
            case OpenLobby():
                await self._open_lobby(row, meeting)
            case OpenRoom(group=number) if number == LEADERS:
                await self._leaders.open(meeting, sure=_begun_before(row))
            case DeleteRoom(group=number) if number == LEADERS:
                await self._leaders.delete(meeting)
            case PostRoster() | PermitLeaders() | SayToLeaders():
                return await self._leaders.perform(row, row.effect, meeting)
            case OpenRoom(group=number, again=again):
                await (self._move if again else self._open_room)(row, meeting, number)
            case DeleteRoom(group=number):
                await self._delete(meeting, number)
            case ForgetWords():
                async with self._host.store.transaction() as change:
                    await change.purge_meeting(meeting.id)
            case PostPanel() | ListRooms() | SayInLobby() | SeekLeader():
                return await self._in_lobby(row, meeting)
            case _:
                raise AssertionError(row.effect)
        return None

    async def _in_lobby(self, row: OutboxRow, meeting: Meeting) -> int | None:
        lobby = await self._rooms.reach(await self._host.store.lobby_of(meeting.id))
        if lobby is None:
            if meeting.stage is not MeetingStage.CLOSED:
                raise NotYet
            return None
        if isinstance(row.effect, SeekLeader):
            return await self._leaders.seek(row, row.effect, meeting, lobby)
        sent = None
        for part, view in enumerate(await self._views(row, meeting)):
            number = mark(row.id, part)
            sent = await self._rooms.posted(lobby, number) if row.claimed_at is not None else None
            if sent is None:
                sent = await self._rooms.post(lobby, meeting.server, view, number, ())
        return sent.id if sent else None

    async def _views(self, row: OutboxRow, meeting: Meeting) -> list[ui.LayoutView]:
        """The messages of this row: one, or several for a list of many rooms."""
        match row.effect:
            case PostPanel():
                return [panel(meeting, row.id)]
            case ListRooms():
                texts = parts(await self._links(meeting))
            case SayInLobby(line=spoken):
                texts = [said(spoken, await self._facts(meeting, [spoken]))]
            case _:
                raise AssertionError(row.effect)
        rows = _bring_rows(meeting) if isinstance(row.effect, ListRooms) else []
        last = len(texts) - 1
        return [
            message(text, rows if part == last else (), mark=mark(row.id, part))
            for part, text in enumerate(texts)
        ]

    async def _facts(self, meeting: Meeting, lines: list[Line]) -> Facts:
        return await gather(self._host.store, meeting, lines, meeting.language)

    async def _links(self, meeting: Meeting) -> str:
        """The rooms as a numbered list, each with its link and its people."""
        head = say.GROUPS_ELSEWHERE if meeting.place is Place.ELSEWHERE else say.GROUPS_OPEN
        text = [f"**{head.to(meeting.language)}**"]
        for group in meeting.groups:
            room = await self._host.store.channel_of(group.session) if group.session else None
            people = line(say.PEOPLE, people=People(group.members))
            facts = await self._facts(meeting, [people])
            link = f"<#{room}> · " if room else ""
            text.append(f"{group.number}. {link}{said(people, facts)}")
        return "\n".join(text)

    # --- The lobby and the rooms --------------------------------------------------------------------------

    async def _open_lobby(self, row: OutboxRow, meeting: Meeting) -> None:
        if await self._host.store.lobby_of(meeting.id) is not None:
            return
        settings = await self._host.store.server(meeting.server)
        name, topic = say.LOBBY.to(meeting.language), f"kring:meeting:{meeting.id}"
        channel = await self._rooms.open_lobby(
            meeting.server, name, topic, settings.category, sure=_begun_before(row)
        )
        async with self._host.store.transaction() as change:
            await change.set_lobby(meeting.id, ChannelId(channel.id))

    async def _open_room(self, row: OutboxRow, meeting: Meeting, number: int) -> None:
        session = await self._session_of(meeting, number)
        if session is None or meeting.stage is MeetingStage.CLOSED:
            return  # Nobody needs a room any more.
        channel = await self._host.store.channel_of(session.id)
        if channel is None and (number == 0 or meeting.place is not Place.ELSEWHERE):
            channel = await self._lobby_or_new(row, meeting, session, number)
            async with self._host.store.transaction() as change:
                await change.set_channel(session.id, channel)
        await self._start(meeting, session)

    async def _move(self, row: OutboxRow, meeting: Meeting, number: int) -> None:
        """A room in the place of one that was deleted by hand, and in it the card of the step that goes on."""
        session = await self._session_of(meeting, number)
        if session is None or not session.under_way or meeting.stage is MeetingStage.CLOSED:
            return
        if await self._host.store.channel_of(session.id) is not None:
            return  # It was done before Kring went down.
        room = await self._lobby_or_new(row, meeting, session, number)
        done = await self._host.move(session.id, room)
        if not isinstance(
            done, Done
        ):  # It has ended meanwhile; a room has to be known to be deleted in time.
            async with self._host.store.transaction() as change:
                await change.set_channel(session.id, room)
        self._began(meeting.id, session.id)

    async def _session_of(self, meeting: Meeting, number: int) -> Session | None:
        wanted = meeting.plenary if number == 0 else group_of(meeting, number).session
        return await self._host.store.session(wanted) if wanted is not None else None

    async def _lobby_or_new(
        self, row: OutboxRow, meeting: Meeting, session: Session, number: int
    ) -> ChannelId:
        if number == 0:
            lobby = await self._host.store.lobby_of(meeting.id)
            return lobby or ChannelId(0)
        settings = await self._host.store.server(meeting.server)
        begun = decide(session, Started(), self._host.now())
        writers = who_types(begun.session if isinstance(begun, Decision) else session)
        voice = meeting.place is Place.VOICE
        name = say.VOICE_ROOM if voice else say.ROOM
        plan = RoomPlan(
            name=name.to(meeting.language, number=str(number), session=str(session.id)),
            topic=f"kring:session:{session.id}",
            place=meeting.place,
            members=session.members,
            writers=writers,
            category=settings.category,
        )
        found = await self._rooms.open(meeting.server, plan, sure=_begun_before(row))
        return ChannelId(found.id)

    async def _start(self, meeting: Meeting, session: Session) -> None:
        """Start the session, with the cases that its members prepared at home."""
        prepared = await self._host.prepared(meeting.id) if session.group else {}
        mine = {who: fields for who, fields in prepared.items() if who in session.members}
        slot = case_slot(session)
        agreed = await self._host.agreed(meeting.id, session.members)
        outcome = await self._host.start(session.id, Started(mine, agreed), slot)
        if isinstance(outcome, Done):
            await self._not_after_the_end(outcome.after)
            self._began(meeting.id, session.id)

    async def _not_after_the_end(self, session: Session) -> None:
        """Making a room takes a while; who closed the meeting meanwhile did not know of this session."""
        meeting = await meeting_of(self._host.store, session.meeting)
        if meeting.stage is MeetingStage.CLOSED:
            event = made(Act.CLOSE, meeting.moderators[0], session.visit, sure=True)
            await self._host.handle(session.id, event)

    async def group_ended(self, meeting_id: MeetingId) -> None:
        """When the last group is done, everybody is back together; after the plenary's end all is over."""
        sessions = await self._host.store.sessions_of(meeting_id)
        groups = [session for session in sessions if session.group]
        if not groups or any(session.status is not Status.ENDED for session in groups):
            return
        now = self._host.now()
        if all(session.status is Status.ENDED for session in sessions):
            over = await self._host.change_meeting(
                meeting_id, lambda m: close(m, now, talking=False, sure=True)
            )
            if isinstance(over, Meeting):
                self._began(meeting_id, None)
            return
        change = await self._host.change_meeting(meeting_id, lambda meeting: all_back(meeting, say.ALL_BACK))
        if isinstance(change, Meeting):
            self._began(meeting_id, None)

    async def _delete(self, meeting: Meeting, number: int) -> None:
        if number == 0:
            lobby = await self._rooms.reach(await self._host.store.lobby_of(meeting.id))
            if lobby is not None:
                await self._rooms.delete(lobby)
            return
        if meeting.place is Place.ELSEWHERE:
            return  # the channel in which a group's card stood is somebody else's
        session = group_of(meeting, number).session
        channel = await self._rooms.reach(await self._host.store.channel_of(session)) if session else None
        if channel is not None:
            await self._rooms.delete(channel)


def _begun_before(row: OutboxRow) -> bool:
    """Whether this was begun before, and nobody knows how far it came."""
    return row.claimed_at is not None


def group_of(meeting: Meeting, number: int) -> Group:
    """The group with this number."""
    return next(group for group in meeting.groups if group.number == number)


def _bring_rows(meeting: Meeting) -> list[Row]:
    """Where rooms are voice channels: an offer to be taken there."""
    if meeting.place is not Place.VOICE:
        return []
    return in_rows([plain_button("bring", say.BRING_ME, meeting.language, meeting.id)])


def panel(meeting: Meeting, row: int) -> ui.LayoutView:
    """The lobby's panel: everything a participant needs before the groups open."""
    language = meeting.language
    talk = say.SPOKEN if meeting.talk is Talk.SPOKEN else say.WRITTEN
    title = say.LOBBY_TITLE.to(language, theme=shown(meeting.theme))
    lines = say.LOBBY_LINES.to(
        language,
        method=recipe_of(meeting).name.to(language),
        minutes=str(meeting.minutes),
        talk=talk.to(language),
    )
    named = (
        ("here", say.HERE),
        ("case", say.PREPARE),
        ("mine", say.MINE),
        ("code", code_of_conduct.NAME),
        ("who", say.PRIVACY),
    )
    buttons = [plain_button(f"lobby-{key}", text, language, meeting.id) for key, text in named]
    buttons.insert(2, plain_button("practice-start", say.PRACTISE, language, meeting.id))
    return message(f"**{title}**\n{lines}", in_rows(buttons), mark=row)
