"""How each effect of a session is carried out at Discord; those of a meeting are `bot/staging.py`'s."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import sayings as say
from bot.cards import greeting
from bot.evaluating import marks_text
from bot.facts import gather, language_of, lines_of, meeting_of
from bot.host import MESSAGE, Host
from bot.plain import shown
from bot.render import Facts, pinged, said
from bot.room import RoomChannel, Rooms, Voice, mark
from bot.screen import READ, Row, in_rows, message, note, offered_rows, plain_button, room_card
from bot.showing import shown_texts
from bot.staging import NotYet, Staging
from methods import next_step
from methods.engine import messages as m
from methods.engine.model import Content, Place
from methods.engine.roles import who_types
from methods.engine.state import Session
from methods.engine.text import Line, PersonId, line
from methods.engine.view import offers, room_view
from methods.meeting import Meeting, MeetingStage, ServerId
from storage.outbox import OutboxRow

SERVER_ERROR = 500
"""From this status on, what was asked may have happened all the same."""


class Performer:
    """Carries out outbox rows. Raises discord's own errors; the outbox knows what they mean."""

    def __init__(self, host: Host, rooms: Rooms, staging: Staging) -> None:
        self._host = host
        self._rooms = rooms
        self._staging = staging

    def is_on(self, server: ServerId) -> bool:
        """Whether Kring is on this server."""
        return self._rooms.guild(server) is not None

    async def was_done(self, row: OutboxRow) -> bool:
        """Whether a row that was begun before is visible at Discord; only messages leave a trace there.

        A text that may be several messages looks for each of them by itself.
        """
        if not isinstance(row.effect, m.Announce | m.Say):
            return False
        return await self._there(row, await self._channel(row))

    async def _there(self, row: OutboxRow, channel: RoomChannel | None, part: int = 0) -> bool:
        """Whether this part of a row that was begun before has become a message."""
        if row.claimed_at is None or channel is None:
            return False
        return await self._rooms.posted(channel, mark(row.id, part)) is not None

    async def perform(self, row: OutboxRow, voice: Voice | None) -> int | None:
        """Do it; the number of the message it became, if it became one."""
        if row.session is None:
            return await self._staging.perform(row)
        if isinstance(row.effect, m.Finish):
            await self._staging.group_ended(
                row.meeting
            )  # also when the room is gone, and nothing can be said
        session = await self._host.store.session(row.session)
        meeting = await meeting_of(self._host.store, row.meeting)
        channel = await self._channel(row)
        if session is None:
            return None
        if isinstance(row.effect, m.Alert):
            await self._alert(row, row.effect.person, meeting, session)
        if isinstance(row.effect, m.FollowUp):
            await self._follow_up(row, row.effect.person, meeting, session)
            return None
        if channel is None:
            number = await self._host.store.channel_of(row.session)
            roomless = session.place is Place.ELSEWHERE and session.group
            open_ = session.under_way and meeting.stage is not MeetingStage.CLOSED
            if number is None and open_ and not roomless:
                raise NotYet
            return None
        return await self._in_room(row, meeting, session, channel, voice)

    async def _channel(self, row: OutboxRow) -> RoomChannel | None:
        if row.session is None:
            return await self._rooms.reach(await self._host.store.lobby_of(row.meeting))
        return await self._rooms.reach(await self._host.store.channel_of(row.session))

    async def _in_room(
        self, row: OutboxRow, meeting: Meeting, session: Session, channel: RoomChannel, voice: Voice | None
    ) -> int | None:
        match row.effect:
            case m.Announce():
                return await self._announce(row, row.effect, meeting, session, channel, voice)
            case m.Say(line=spoken, offers=acts, visit=visit):
                facts = await self._facts(meeting, session, [spoken])
                buttons = offered_rows(session, offers(session, visit, acts), session.language)
                texts = [said(spoken, facts)]
                return await self._post(row, channel, texts, pinged((spoken,)), voice, rows=buttons)
            case m.Tell() | m.Reveal() | m.Marks():
                return await self._show(row, row.effect, meeting, session, channel, voice)
            case m.Permit():
                if session.group and session.place is not Place.ELSEWHERE:
                    inside = {*session.members, *session.visitors}
                    gone = {*meeting.present, *meeting.moderators} - inside
                    await self._rooms.permit(channel, inside, who_types(session), gone)
            case m.Alert() | m.FollowUp():
                pass  # said already, in private
            case m.Clear(since=since, until=until):
                await self._rooms.clear(channel, since, until)
            case m.Finish():
                return await self._finish(row, meeting, session, channel, voice)
            case _:
                raise AssertionError(row.effect)
        return None

    async def _alert(self, row: OutboxRow, person: PersonId, meeting: Meeting, session: Session) -> None:
        """A direct message without content, also where there is no room."""
        language = await language_of(self._host.store, meeting.server, person, session.language)
        view = note(say.WAITING_FOR_YOU.to(language))
        await self._rooms.whisper(meeting.server, person, view, row.id)

    async def _follow_up(self, row: OutboxRow, person: PersonId, meeting: Meeting, session: Session) -> None:
        """From now on it is asked under `/kring`; a direct message says only that something waits there."""
        server, number = meeting.server, str(session.id)
        async with self._host.store.transaction() as change:
            kept = await change.own_text(server, person, next_step.ID) or {}
            if kept.get(next_step.ABOUT) != number:  # answers to an earlier question have had their time
                until = self._host.now() + next_step.KEPT
                await change.keep_own(server, person, next_step.ID, {next_step.ABOUT: number}, until)
        language = await language_of(self._host.store, server, person, session.language)
        guild = self._rooms.guild(server)
        where = shown(guild.name) if guild is not None else ""
        view = note(say.WAITING_ON_SERVER.to(language, server=where))
        await self._rooms.whisper(server, person, view, row.id)

    async def _facts(self, meeting: Meeting, session: Session, lines: Sequence[Line]) -> Facts:
        return await gather(self._host.store, meeting, lines, session.language, session=session.id)

    async def _announce(
        self,
        row: OutboxRow,
        effect: m.Announce,
        meeting: Meeting,
        session: Session,
        channel: RoomChannel,
        voice: Voice | None,
    ) -> int | None:
        """The card of the step that begins, and above a room's first one who is here and when it goes.

        When the room has moved on, its true card comes with a row of its own; the greeting is said all the same.
        """
        visit = effect.visit
        first = (line(say.ROOM_ANEW),) if effect.moved else greeting(meeting, session, visit)
        if visit != session.visit and not first:
            return None
        view = room_view(session)
        facts = await self._facts(meeting, session, [*lines_of(view), *first])
        calls = session.members if first else _first_turn(session)
        above = "\n".join(
            [" ".join(f"<@{who}>" for who in calls), *(said(one, facts) for one in first)]
        ).strip()
        if visit != session.visit:
            card = message(above, mark=mark(row.id))
        else:
            card = room_card(session, view, facts, mark=mark(row.id), above=above)
        return await self._send(card, row, channel, calls, voice, 0)

    async def _show(
        self,
        row: OutboxRow,
        effect: m.Tell | m.Reveal | m.Marks,
        meeting: Meeting,
        session: Session,
        channel: RoomChannel,
        voice: Voice | None,
    ) -> int | None:
        if isinstance(effect, m.Marks):
            summed = await marks_text(self._host.store, session, effect)
            texts = [summed.to(session.language)] if summed else []
            return await self._post(row, channel, texts, (), voice, quiet=True)
        calls = pinged((effect.heading,))
        if session.content is Content.OWN and not effect.slot.startswith(MESSAGE):
            facts = await self._facts(meeting, session, [effect.heading])
            text = f"**{said(effect.heading, facts)}**"
            read = plain_button("shown", READ, session.language, session.id, session.visit, extra=str(row.id))
            return await self._post(row, channel, [text], calls, voice, quiet=True, rows=in_rows([read]))
        texts = await shown_texts(self._host.store, meeting, session, effect, session.language)
        return await self._post(row, channel, texts, calls, voice, quiet=True)

    async def _finish(
        self, row: OutboxRow, meeting: Meeting, session: Session, channel: RoomChannel, voice: Voice | None
    ) -> int | None:
        if await self._there(row, channel):
            return None
        view = room_view(session)
        facts = await self._facts(meeting, session, lines_of(view))
        card = room_card(session, view, facts, mark=mark(row.id))
        return await self._send(card, row, channel, (), voice, 0)

    async def _post(
        self,
        row: OutboxRow,
        channel: RoomChannel,
        texts: Sequence[str],
        calls: Sequence[PersonId],
        voice: Voice | None,
        *,
        quiet: bool = False,
        rows: Sequence[Row] = (),
    ) -> int | None:
        """One message for each text, in order; after an interruption only those that are not there yet."""
        sent = None
        for part, text in enumerate(texts):
            if not await self._there(row, channel, part):
                view = message(text, rows, mark=mark(row.id, part))
                sent = await self._send(view, row, channel, calls, voice, part, quiet=quiet)
        return sent

    async def _send(
        self,
        view: ui.LayoutView,
        row: OutboxRow,
        channel: RoomChannel,
        calls: Sequence[PersonId],
        voice: Voice | None,
        part: int,
        *,
        quiet: bool = False,
    ) -> int | None:
        """Post it, as the answer to the click where that can be. `quiet`: it rings nowhere, whomever it names."""
        if voice is not None and voice.hears(channel.id):
            try:
                return await voice.say(view, calls, quiet=quiet)
            except discord.HTTPException as error:
                if error.status >= SERVER_ERROR:
                    raise  # It may have been posted; the next try looks first.
        sent = await self._rooms.post(channel, row.server, view, mark(row.id, part), calls, quiet=quiet)
        return sent.id


def _first_turn(session: Session) -> tuple[PersonId, ...]:
    turn = session.stage.turn if session.stage else None
    return (turn,) if turn is not None else ()
