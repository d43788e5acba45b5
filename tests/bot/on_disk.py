"""Meetings and sessions in a real store, run by a real host; no Discord."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from bot.host import Host
from bot.saving import Done
from methods import gathering
from methods.engine.events import Act, AnyEvent, Started
from methods.engine.making import made
from methods.engine.messages import Drop, Keep, Refusal
from methods.engine.model import CaseBallot, Place, Talk
from methods.engine.roles import case_slot
from methods.engine.state import MeetingId, Session, SessionId
from methods.engine.text import PersonId
from methods.engine.timing import due
from methods.meeting import Meeting, ServerId
from storage.outbox import OutboxRow
from storage.store import Store
from storage.words import Cipher
from tests.bot.virtual_clock import VirtualClock
from tests.stories.world import KEY, empty_database

SERVER = ServerId(70)
MODERATOR, SECOND = PersonId(900), PersonId(901)
PEOPLE = tuple(PersonId(n) for n in range(1, 7))
TIMES = 20
"""How often the same instant is tried; a race that loses once in twenty shows."""
Outcome = Done | Refusal | None
Words = Mapping[str, str]
T = TypeVar("T")


def open_now(meeting: Meeting) -> gathering.MeetingChange | Refusal:
    """Open the groups, at the moment the meeting was called."""
    return gathering.open_groups(meeting, meeting.opened)


class Evening:
    """A host on a store, with a clock that stands still until it is set."""

    def __init__(self, store: Store, clock: VirtualClock) -> None:
        self.store = store
        self.clock = clock
        self.host = Host(store, clock)

    async def gathered(self, method: str = "bumpy", talk: Talk = Talk.WRITTEN) -> Meeting:
        """A meeting that six people have checked in to."""
        meeting = Meeting(
            id=MeetingId(0),
            server=SERVER,
            method=method,
            theme="Grenzen",
            minutes=150,
            talk=talk,
            place=Place.TEXT,
            language="nl",
            seed=7,
            opened=self.host.now(),
            moderators=(MODERATOR, SECOND),
        )
        begun = await self.host.begin_meeting(replace(meeting, present=PEOPLE), gathering.opening_of(meeting))
        return await self.changed(begun.id, gathering.propose_groups)

    async def changed(
        self, meeting: MeetingId, change: Callable[[Meeting], gathering.MeetingChange | Refusal]
    ) -> Meeting:
        """The meeting after a change that succeeds."""
        outcome = await self.host.change_meeting(meeting, change)
        assert isinstance(outcome, Meeting), outcome
        return outcome

    async def session(
        self, phase: str = "", method: str = "bumpy", talk: Talk = Talk.WRITTEN, *, led: bool = False
    ) -> SessionId:
        """A group of six that has come to this phase."""
        meeting = await self.gathered(method, talk)
        if led:
            meeting = await self.changed(meeting.id, lambda m: gathering.set_leader(m, 1, PEOPLE[0]))
        opened = await self.changed(meeting.id, open_now)
        number = opened.groups[0].session
        assert number is not None
        await self.store_of(number, Started())
        if phase:
            await self.until(number, phase)
        return number

    async def store_of(self, number: SessionId, event: Started) -> None:
        session = await self.now(number)
        done = await self.host.start(number, event, case_slot(session))
        assert isinstance(done, Done)

    async def now(self, number: SessionId) -> Session:
        """The session as it is in the store."""
        session = await self.store.session(number)
        assert session is not None
        return session

    async def act(self, number: SessionId, who: PersonId, act: Act, **what: object) -> Done:
        """An act that succeeds."""
        outcome = await self.tried(number, who, act, **what)
        assert isinstance(outcome, Done), outcome
        return outcome

    async def tried(self, number: SessionId, who: PersonId, act: Act, **what: object) -> Outcome:
        """An act against the step that is going on."""
        session = await self.now(number)
        return await self.host.handle(number, made(act, who, session.visit, **what))  # type: ignore[arg-type]

    async def until(self, number: SessionId, phase: str) -> None:
        """The moderator lets the group go on until it is in this phase; a case is offered on the way."""
        for _ in range(40):
            session = await self.now(number)
            if session.under_way and session.step.phase.id == phase:
                return
            self.clock.jump(3)
            await self._on(number, session)
        raise AssertionError(f"{phase} never came")

    async def _on(self, number: SessionId, session: Session) -> None:
        stage = session.stage
        assert stage is not None
        if isinstance(session.step.phase.ballot, CaseBallot) and stage.part == "offering":
            taken = {round_.case_bringer for round_ in session.rounds}
            bringer = next(who for who in reversed(session.members) if who not in taken)
            await self.act(number, bringer, Act.OFFER_CASE)
        else:
            await self.act(number, MODERATOR, Act.NEXT, sure=True)

    async def again(self, number: SessionId) -> AsyncIterator[Session]:
        """The session as it is now, time and again: whatever was done to it is taken back in between."""
        first = await self.now(number)
        words = {slot: await self.store.words(number, slot) for slot in first.given}
        for _ in range(TIMES):
            yield await self.now(number)
            await self._take_back(first, words)

    async def _take_back(self, first: Session, words: Mapping[str, Mapping[PersonId, Words]]) -> None:
        now = await self.now(first.id)
        async with self.store.transaction() as change:
            await change.put_session(replace(first, version=now.version), due(first))
            for slot in {*now.given, *first.given}:
                for who in now.members:
                    await change.drop(first.id, Drop(slot, who))
                for who, kept in words.get(slot, {}).items():
                    await change.keep(first.id, Keep(slot, who, kept))

    async def rows(self, number: SessionId) -> list[OutboxRow]:
        """All that waits to be said in this session."""
        return await self.store.undelivered(self.host.now(), session=number)

    async def at_once(self, number: SessionId, *events: AnyEvent) -> list[Outcome]:
        """These events at the same instant."""
        return await at_once(*(self.host.handle(number, event) for event in events))


async def at_once(*works: Awaitable[T]) -> list[T]:
    """All of these at the same instant."""
    return list(await asyncio.gather(*works))


@asynccontextmanager
async def open_evening(folder: Path) -> AsyncIterator[Evening]:
    """A host on a store of its own."""
    clock = VirtualClock()
    url = await empty_database(folder)
    store = await Store.open(url, Cipher(KEY), lambda: int(clock.now()))
    try:
        yield Evening(store, clock)
    finally:
        await store.close()
