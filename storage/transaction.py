"""One transaction: all of it is kept, or nothing."""

from sqlalchemy import func

from methods.engine.state import MeetingId, Session, SessionId, Status
from methods.engine.text import Language, PersonId
from methods.meeting import ChannelId, Meeting, MeetingStage, ServerId
from storage.codec import AnyEffect, effect_text, meeting_text, script_text, settings_text, state_text
from storage.forgetting import Forgetting
from storage.outbox import NO_SESSION
from storage.schema import (
    NOTE,
    acceptances,
    beats,
    meetings,
    meta,
    outbox,
    own_methods,
    people,
    scripts,
    servers,
    sessions,
)
from storage.servers import ServerSettings

_BEAT = 1


class Transaction(Forgetting):
    """Every change. It also reads, and what it reads stays true until it ends."""

    async def add_meeting(self, meeting: Meeting) -> MeetingId:
        """Adds a meeting, whatever its `id` and `version`. Gives its new number; it has version 0."""
        values = {"server": meeting.server, "version": 0, "state": meeting_text(meeting)}
        return MeetingId(await self._add(meetings, **values))

    async def add_session(self, session: Session, server: ServerId, due: int | None = None) -> SessionId:
        """Adds a session, whatever its `id` and `version`. Gives its new number; it has version 0."""
        number = await self._add(
            sessions,
            server=server,
            meeting=session.meeting,
            number=session.group,
            version=0,
            state=state_text(session),
            due_at=due,
        )
        await self._put(scripts, {"session": number}, script=script_text(session))
        return SessionId(number)

    async def put_session(self, session: Session, due: int | None, *, script_changed: bool = False) -> int:
        """Saves a session that was loaded as `session.version`, and gives its new version.

        `due` is its next moment in seconds since 1970 (UTC), None for none. The script is written only when
        the caller says that it changed. Raises Conflict when the row has another version by now.
        """
        ended = session.status is Status.ENDED
        change = (
            sessions.update()
            .where(sessions.c.id == session.id, sessions.c.version == session.version)
            .values(
                version=session.version + 1,
                state=state_text(session),
                due_at=due,
                # The first end counts; a session that goes on after all has none.
                ended_at=func.coalesce(sessions.c.ended_at, self._clock()) if ended else None,
            )
        )
        await self._change_one(change, f"session {session.id}")
        if script_changed:
            await self._put(scripts, {"session": session.id}, script=script_text(session))
        return session.version + 1

    async def put_meeting(self, meeting: Meeting) -> int:
        """Saves a meeting that was loaded as `meeting.version`; gives its new version. Raises Conflict."""
        closed = meeting.stage is MeetingStage.CLOSED
        change = (
            meetings.update()
            .where(meetings.c.id == meeting.id, meetings.c.version == meeting.version)
            .values(
                version=meeting.version + 1,
                state=meeting_text(meeting),
                closed_at=func.coalesce(meetings.c.closed_at, self._clock()) if closed else None,
            )
        )
        await self._change_one(change, f"meeting {meeting.id}")
        return meeting.version + 1

    async def send(
        self,
        server: ServerId,
        meeting: MeetingId,
        session: SessionId | None,
        version: int,
        ordinal: int,
        effect: AnyEffect,
        not_before: int = 0,
    ) -> int:
        """Puts an effect in the outbox, to be delivered from `not_before` on. Gives the row's number.

        (meeting, session, version, ordinal) is its key: sending it twice raises sqlalchemy's IntegrityError.
        """
        kind, payload = effect_text(effect)
        return await self._add(
            outbox,
            server=server,
            meeting=meeting,
            session=session or NO_SESSION,
            version=version,
            ordinal=ordinal,
            kind=kind,
            payload=payload,
            not_before=not_before,
        )

    async def claim(self, row_id: int, via: int | None = None) -> None:
        """A delivery begins, through this interaction (or other mark). Raises Conflict when it is over."""
        mine = (outbox.c.id == row_id, outbox.c.done_at.is_(None), outbox.c.failed.is_(None))
        change = outbox.update().where(*mine).values(claimed_at=self._clock(), via=via)
        await self._change_one(change, f"outbox row {row_id}")

    async def settle(self, row_id: int, message: int | None = None) -> None:
        """It was delivered, as this message. The first time counts; it also ends an earlier failure."""
        mine = (outbox.c.id == row_id, outbox.c.done_at.is_(None))
        values = {"done_at": self._clock(), "message": message, "failed": None}
        await self._connection.execute(outbox.update().where(*mine).values(values))

    async def fail(self, row_id: int, code: str) -> None:
        """It will never be delivered, for this reason (a short code). What was delivered stays so."""
        mine = (outbox.c.id == row_id, outbox.c.done_at.is_(None))
        await self._connection.execute(outbox.update().where(*mine).values(failed=code))

    async def postpone(self, row_id: int, moment: int) -> None:
        """It could not be delivered now; try again from this moment on (seconds since 1970, UTC)."""
        mine = (outbox.c.id == row_id, outbox.c.done_at.is_(None))
        await self._connection.execute(outbox.update().where(*mine).values(not_before=moment))

    async def set_channel(self, session_id: SessionId, channel: ChannelId | None) -> None:
        """The room of a session; None: it is gone."""
        await self._connection.execute(
            sessions.update().where(sessions.c.id == session_id).values(channel=channel)
        )

    async def set_lobby(self, meeting_id: MeetingId, channel: ChannelId | None) -> None:
        """The lobby of a meeting; None: it is gone."""
        await self._connection.execute(
            meetings.update().where(meetings.c.id == meeting_id).values(lobby_channel=channel)
        )

    async def put_server(self, server: ServerId, settings: ServerSettings) -> None:
        """The settings of a server, all of them."""
        await self._put(servers, {"id": server}, settings=settings_text(settings))

    async def put_person(
        self, server: ServerId, person: PersonId, *, name: str | None = None, language: Language | None = None
    ) -> None:
        """What is known of a person on a server; None leaves it as it was."""
        known: dict[str, object] = {"language": language} if language else {}
        if name is not None:
            known["name"] = self._cipher.seal({"name": name}, "name", server, person)
        if known:
            await self._put(people, {"server": server, "person": person}, **known)

    async def accept(self, server: ServerId, person: PersonId, version: int) -> None:
        """Somebody accepts this version of the code of conduct. The first time counts."""
        key = {"server": server, "person": person, "version": version}
        mine = [acceptances.c[name] == value for name, value in key.items()]
        result = await self._connection.execute(acceptances.select().where(*mine))
        if result.first() is None:
            await self._add(acceptances, **key, accepted_at=self._clock())

    async def put_method(self, server: ServerId, method: str, toml: str) -> None:
        """A method of this server's own, instead of an earlier one with this id."""
        key = {"server": server, "method": method}
        await self._put(own_methods, key, toml=toml, updated_at=self._clock())

    async def drop_method(self, server: ServerId, method: str) -> None:
        """Forgets a method of this server's own. Meetings that were called with it have their own copy."""
        mine = (own_methods.c.server == server, own_methods.c.method == method)
        await self._connection.execute(own_methods.delete().where(*mine))

    async def beat(self) -> None:
        """Kring is alive now."""
        await self._put(beats, {"id": _BEAT}, last=self._clock())

    async def note(self, name: str, value: str) -> None:
        """Remembers a small fact about this installation."""
        await self._put(meta, {"name": NOTE + name}, value=value)
