"""Whether what is kept is whole: the file, the key, and every row as Kring would read it.

It reads one snapshot and changes nothing, also while Kring writes. A finding is a sentence with ids, never with words.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from alembic.migration import MigrationContext
from sqlalchemy import Table, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from methods.engine.soundness import impossible
from methods.engine.state import Session, SessionId, Status
from methods.engine.timing import due
from methods.meeting import ForgetWords, Meeting, MeetingStage
from methods.toml.reading import read
from storage import database, migrate
from storage import schema as s
from storage.codec import effect_of, meeting_of, session_of, settings_of
from storage.outbox import NO_SESSION
from storage.problems import Damaged, StorageProblem, told
from storage.source import AnyRow, Query
from storage.words import Cipher

P = ParamSpec("P")
T = TypeVar("T")
Fields = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What was found. `rows`: how many were looked at, by table; none when their shape is an older one."""

    revision: str | None
    findings: tuple[str, ...]
    rows: dict[str, int]

    @property
    def up_to_date(self) -> bool:
        """Whether this version of Kring can work with it as it is."""
        return self.revision == migrate.newest()


async def check(url: str, cipher: Cipher) -> Checkup:
    """Looks at everything. Raises StorageProblem when there is no database, or it cannot be reached."""
    file = database.file_of(url)
    if file is not None and not file.is_file():
        raise StorageProblem(f"There is no database at {file}.")
    engine = database.snapshot(url)
    try:
        with told(OSError):
            async with engine.begin() as connection:
                return await _Checking(connection, cipher).all()
    except Damaged as damage:
        return Checkup(revision=None, findings=(f"{damage.what}.",), rows={})
    finally:
        await engine.dispose()


class _Checking:
    """One look at a database."""

    def __init__(self, connection: AsyncConnection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher
        self._findings: list[str] = []
        self._rows: dict[str, int] = {}
        self._words: dict[int, dict[tuple[str, int], Fields | None]] = {}
        """By session, slot and person: which fields are there; None where that cannot be read."""
        self._homes: dict[int, tuple[int, int]] = {}
        """By session: its meeting and its group's number."""

    async def all(self) -> Checkup:
        """First the file, then what it holds as far as that can be read at all."""
        await self._file()
        revision = await self._connection.run_sync(
            lambda now: MigrationContext.configure(now).get_current_revision()
        )
        if revision == migrate.newest() and await self._key():
            await self._sealed()
            await self._sessions()
            await self._meetings()
            await self._outbox()
        return Checkup(revision=revision, findings=tuple(self._findings), rows=self._rows)

    async def _file(self) -> None:
        """What SQLite itself can tell; PostgreSQL looks after its own files."""
        if self._connection.dialect.name != "sqlite":
            return
        if (await self._connection.execute(text("PRAGMA integrity_check(1)"))).scalar_one() != "ok":
            self._findings.append(f"{Damaged().what}.")
        for row in await self._connection.execute(text("PRAGMA foreign_key_check")):
            self._findings.append(f"Row {row[1]} of {row[0]} belongs to nothing any more.")

    async def _key(self) -> bool:
        """Whether this is the key that it was written with; else there is no use in trying each row."""
        query = select(s.meta.c.value).where(s.meta.c.name == s.FINGERPRINT)
        kept = await self._connection.scalar(query)
        ours = kept in {None, self._cipher.fingerprint}
        if not ours:
            self._findings.append("The database was written with another key than this one.")
        return ours

    async def _each(self, table: Table, query: Query | None = None) -> AsyncIterator[AnyRow]:
        """The rows of a table, a few at a time; each is counted."""
        self._rows[table.name] = 0
        async with self._connection.stream(select(table) if query is None else query) as rows:
            async for row in rows:
                self._rows[table.name] += 1
                yield row

    def _read(self, reading: Callable[P, T], *what: P.args, **named: P.kwargs) -> T | None:
        """What is read, or a finding in its place."""
        try:
            return reading(*what, **named)
        except StorageProblem as problem:
            self._findings.append(str(problem))
            return None

    # --- What is under encryption, and settings ---------------------------------------------------------------

    async def _sealed(self) -> None:
        opened = self._cipher.open
        async for row in self._each(s.contributions):
            where = (row.session, row.slot, row.person)
            found = self._read(opened, row.words, "contribution", *where)
            self._words.setdefault(row.session, {})[row.slot, row.person] = (
                frozenset(found) if found else None
            )
        async for row in self._each(s.cases):
            self._read(opened, row.words, "case", row.meeting, row.person)
        async for row in self._each(s.own_texts):
            self._read(opened, row.words, "own", row.server, row.person, row.form)
        async for row in self._each(s.people):
            if row.name is not None:
                self._read(opened, row.name, "name", row.server, row.person)
        async for row in self._each(s.servers):
            self._read(settings_of, row.id, row.settings)
        async for row in self._each(s.own_methods):
            if read(row.toml).method is None:
                self._findings.append(f"Method {row.method} of server {row.server} cannot be read.")

    # --- States -----------------------------------------------------------------------------------------------

    async def _sessions(self) -> None:
        forgotten = await self._forgotten()
        query = select(s.sessions, s.scripts.c.script).outerjoin(s.scripts)
        async for row in self._each(s.sessions, query):
            self._homes[row.id] = (row.meeting, row.number)
            if row.script is None:
                self._findings.append(f"Session {row.id} has lost its script.")
                continue
            session = self._read(session_of, row.id, row.version, row.script, row.state)
            if session is None:
                continue
            for what in tuple(impossible(session)) or _beside(row, session):
                self._findings.append(f"Session {row.id} cannot be as it is: it {what}.")
            if row.meeting not in forgotten:
                self._findings += self._gone(session)

    async def _forgotten(self) -> set[int]:
        """The meetings whose words were deleted on purpose."""
        row = s.outbox.c
        query = select(row.meeting).where(row.kind == ForgetWords.__name__, row.claimed_at.is_not(None))
        return set((await self._connection.scalars(query)).all())

    def _gone(self, session: Session) -> list[str]:
        """Where somebody handed in what is not there any more."""
        kept = self._words.get(session.id, {})
        return [
            f"Of session {session.id} the words of {who} in {slot} are gone."
            for slot, people in session.given.items()
            for who, fields in people.items()
            if (there := kept.get((slot, who), frozenset())) is not None and not there.issuperset(fields)
        ]

    async def _meetings(self) -> None:
        async for row in self._each(s.meetings):
            meeting = self._read(meeting_of, row.id, row.version, row.state)
            if meeting is None:
                continue
            if (row.closed_at is None) == (meeting.stage is MeetingStage.CLOSED):
                self._findings.append(f"Meeting {row.id} does not know whether it is closed.")
            self._findings += [
                f"Meeting {row.id} has no session for group {number}."
                for number, session in _rooms(meeting)
                if self._homes.get(session or 0) != (row.id, number)
            ]

    async def _outbox(self) -> None:
        async for row in self._each(s.outbox):
            self._read(effect_of, row.id, row.kind, row.payload)
            if row.session != NO_SESSION and self._homes.get(row.session, (0, 0))[0] != row.meeting:
                self._findings.append(f"Row {row.id} of outbox is for a session that is not there.")


def _beside(row: AnyRow, session: Session) -> list[str]:
    """What cannot be in the columns beside a state."""
    found = []
    if (row.ended_at is not None) != (session.status is Status.ENDED):
        found.append("does not know whether it has ended")
    if (row.due_at is None) != (due(session) is None):
        found.append(
            "has no moment to go on at" if row.due_at is None else "is waited for by the clock in vain"
        )
    if (session.meeting, session.group) != (row.meeting, row.number):
        found.append("is another group's")
    return found


def _rooms(meeting: Meeting) -> list[tuple[int, SessionId | None]]:
    """Each group that must have a session by now, with that session; 0 is the plenary."""
    opened = meeting.stage is not MeetingStage.GATHERING
    groups = [(group.number, group.session) for group in meeting.groups if opened or group.session]
    return [*groups, (0, meeting.plenary)] if meeting.plenary else groups
