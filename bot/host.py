"""The one way in: load, decide, save. Then others answer and deliver.

A save is a compare-and-set: when two acts meet, the second is decided again on what the first one made of it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from bot.clock import Clock
from bot.one_by_one import OneByOne
from bot.saving import Also, Done, copied_cases, decided_in_a_row, with_session, write
from methods.carrying import asked
from methods.conferring import conferring
from methods.engine.decide import decide
from methods.engine.events import Act, AnyEvent, Joined, Removed, Started, TimeUp
from methods.engine.making import made
from methods.engine.messages import (
    Announce,
    Decision,
    Effect,
    Keep,
    Refusal,
    Say,
    Tell,
)
from methods.engine.roles import case_slot
from methods.engine.state import MeetingId, Session, SessionId
from methods.engine.text import Line, Moment, Person, PersonId, Text, line
from methods.engine.timing import due
from methods.gathering import MeetingChange
from methods.library import recipe_of
from methods.meeting import ChannelId, Meeting, MeetingEffect, MeetingStage, ServerId
from storage.store import Store
from storage.transaction import Transaction

MESSAGE = "message"
"""Slot and field of a moderator's message."""
FROM_MODERATOR = Text(nl="Bericht van {person} (moderator):", en="Message from {person} (moderator):")

EventFor = Callable[[Session], AnyEvent]
TextOf = Callable[[Transaction, Session], Awaitable[str | None]]
"""A text that is to be shown, if it still is when its turn comes."""
EffectOf = Callable[[Transaction, Session, int], Awaitable[Effect | None]]
"""What is to happen in a room, with the version that it is saved as; None: nothing after all."""


class Host:
    """Runs sessions and meetings on a store. Whatever it returns as done has been committed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self._clock = clock
        self.followers: list[Callable[[Done], Awaitable[None]]] = []
        """Told of each act that was accepted, once it is on disk."""
        self.watched: Callable[[Done, AnyEvent], None] | None = None
        """Told of whatever happened to a session, also of what `followed` is not; a rehearsal watches from here."""
        self._one_by_one = OneByOne()

    def now(self) -> Moment:
        """The moment it is, in whole seconds."""
        return Moment(int(self._clock.now()))

    async def handle(self, session_id: SessionId, event: AnyEvent | EventFor) -> Done | Refusal | None:
        """Let an event happen; None when there is no such session. StorageProblem when it cannot be kept."""
        outcome = await self.quietly(session_id, event)
        if isinstance(outcome, Done):
            await self._tell_followers(outcome)
        return outcome

    async def _tell_followers(self, done: Done) -> None:
        for follow in self.followers:
            await follow(done)

    async def quietly(self, session_id: SessionId, event: AnyEvent | EventFor) -> Done | Refusal | None:
        """The same, with nobody told of it."""
        return await self._handle(session_id, event)

    async def move(self, session_id: SessionId, room: ChannelId) -> Done | Refusal | None:
        """The session goes on in this room; the one it had was deleted by hand."""
        return await self._handle(
            session_id,
            lambda session: Removed(session.visit, room=True),
            lambda change: change.set_channel(session_id, room),
        )

    async def start(self, session_id: SessionId, event: Started, slot: str | None) -> Done | Refusal | None:
        """Start a session, and copy the cases prepared at home to where its own will be (`slot`)."""
        session = await self.store.session(session_id)
        if session is None:
            return None
        return await self._handle(session_id, event, copied_cases(session, slot, tuple(event.prepared)))

    async def join(self, session_id: SessionId, who: PersonId) -> Done | Refusal | None:
        """Let somebody come in late, with the case that was prepared at home."""
        session = await self.store.session(session_id)
        if session is None:
            return None
        fields = (await self.prepared(session.meeting)).get(who, ())
        slot = case_slot(session) if session.group else None
        agreed = bool(await self.agreed(session.meeting, (who,)))
        joined = Joined(who, fields, agreed)
        return await self._handle(session_id, joined, copied_cases(session, slot, (who,) if fields else ()))

    async def prepared(self, meeting_id: MeetingId) -> dict[PersonId, tuple[str, ...]]:
        """Who prepared a case for this meeting at home, and which of its method's questions it answers."""
        meeting = await self.store.meeting(meeting_id)
        known = asked(recipe_of(meeting)) if meeting is not None else frozenset()
        kept = await self.store.prepared(meeting_id)
        mine = {who: tuple(name for name in fields if name in known) for who, fields in kept.items()}
        return {who: fields for who, fields in mine.items() if fields}

    async def agreed(self, meeting_id: MeetingId, people: Sequence[PersonId]) -> tuple[PersonId, ...]:
        """Who of these people accepted the code of conduct as it is now, on the server of this meeting."""
        meeting = await self.store.meeting(meeting_id)
        if meeting is None:
            return ()
        version = (await self.store.server(meeting.server)).code_version
        return await self.store.accepted(meeting.server, people, version)

    async def agree(self, server: ServerId, who: PersonId) -> None:
        """Somebody accepts the code of conduct as it is now."""
        async with self.store.transaction() as change:
            await change.accept(server, who, (await change.server(server)).code_version)

    async def _handle(
        self, session_id: SessionId, event: AnyEvent | EventFor, also: Also | None = None
    ) -> Done | Refusal | None:
        async def decided() -> Done | Refusal | None:
            session = await self.store.session(session_id)
            if session is None:
                return None
            happened = event(session) if callable(event) else event
            outcome = decide(session, happened, self.now())
            if isinstance(outcome, Refusal):
                return outcome
            (done,) = await self._save(session, (outcome,), also)
            if self.watched is not None:
                self.watched(done, happened)
            return done

        return await self._one_by_one.change(("session", session_id), decided)

    async def in_a_row(
        self, session_id: SessionId, next_event: Callable[[Session], AnyEvent | None]
    ) -> Sequence[Done]:
        """Let one event after another happen, until there is none or it is refused: all are kept, or none is."""

        async def all_of_them() -> Sequence[Done]:
            session = await self.store.session(session_id)
            decided = decided_in_a_row(session, next_event, self.now()) if session is not None else ()
            return await self._save(session, decided) if session is not None and decided else ()

        done = await self._one_by_one.change(("session", session_id), all_of_them)
        for one in done:
            await self._tell_followers(one)
        return done

    async def _save(
        self, before: Session, decisions: Sequence[Decision], also: Also | None = None
    ) -> Sequence[Done]:
        """Keep what was decided one after another, in one transaction; `also` happens in it too."""
        server = await self.store.server_of(before.id)
        assert server is not None, "a session has a server"  # noqa: S101 - a bug otherwise
        done: list[Done] = []
        async with self.store.transaction() as change:
            if also is not None:
                await also(change)
            for decision in decisions:
                done.append(await write(change, server, before, decision))
                before = done[-1].after
        return done

    async def change_meeting(
        self,
        meeting_id: MeetingId,
        change_of: Callable[[Meeting], MeetingChange | Refusal],
        also: Also | None = None,
    ) -> Meeting | Refusal | None:
        """Change a meeting, and let sessions begin to exist in the same transaction; `also` happens in it too."""

        async def changed() -> Meeting | Refusal | None:
            meeting = await self.store.meeting(meeting_id)
            if meeting is None:
                return None
            outcome = change_of(meeting)
            if isinstance(outcome, Refusal):
                return outcome
            return await self._save_meeting(conferring(meeting, outcome), also)

        return await self._one_by_one.change(("meeting", meeting_id), changed)

    async def _save_meeting(self, change_: MeetingChange, also: Also | None) -> Meeting:
        meeting = change_.meeting
        async with self.store.transaction() as change:
            if also is not None:
                await also(change)
            for session in change_.sessions:
                number = await change.add_session(session, meeting.server)
                meeting = with_session(meeting, session.group, number)
            version = await change.put_meeting(meeting)
            for ordinal, (effect, moment) in enumerate(change_.effects):
                await change.send(meeting.server, meeting.id, None, version, ordinal, effect, moment)
        return replace(meeting, version=version)

    async def end_all(self, change: Transaction, meeting_id: MeetingId, who: PersonId) -> None:
        """End every session of a meeting that this moderator closes, in the same transaction."""
        for session in await change.sessions_of(meeting_id):
            server = await change.server_of(session.id)
            closed = made(Act.CLOSE, who, session.visit, sure=True)
            outcome = decide(session, closed, self.now())
            if server is not None and isinstance(outcome, Decision):
                await write(change, server, session, outcome)

    async def begin_meeting(self, meeting: Meeting, effects: Sequence[tuple[MeetingEffect, int]]) -> Meeting:
        """Keep a new meeting with its plenary session still to be made."""
        async with self.store.transaction() as change:
            number = await change.add_meeting(meeting)
            for ordinal, (effect, moment) in enumerate(effects):
                await change.send(meeting.server, number, None, 0, ordinal, effect, moment)
        return replace(meeting, id=number)

    async def time_up(self, session_id: SessionId) -> list[Done]:
        """Let the clock do all that is due in this session, one thing at a time."""
        done: list[Done] = []
        while True:
            outcome = await self.handle(session_id, lambda session: TimeUp(session.visit))
            if not isinstance(outcome, Done):
                return done
            done.append(outcome)

    async def tell(self, session_id: SessionId, who: PersonId, text: str, number: int) -> None:
        """A moderator's message to a room: kept like everybody's words, and shown once.

        A message with this number that was kept before is the same one, handed in again because no answer came.
        """

        async def new(change: Transaction, _: Session) -> str | None:
            known = await change.word_of(session_id, f"{MESSAGE}:{number}", who)
            return text if known is None else None

        await self.tell_once(session_id, who, MESSAGE, FROM_MODERATOR, new, number)

    async def tell_once(
        self,
        session_id: SessionId,
        who: PersonId,
        slot: str,
        heading: Text,
        text_of: TextOf,
        number: int | None = None,
    ) -> bool:
        """Let the room read a text of somebody's under this heading; `text_of` gives it, or None: it is not shown.

        `number`: the text's own, under which it is kept.
        """

        async def told(change: Transaction, session: Session, version: int) -> Effect | None:
            text = await text_of(change, session)
            if text is None:
                return None
            where = f"{slot}:{version if number is None else number}"
            await change.keep(session_id, Keep(where, who, {MESSAGE: text}))
            return Tell(where, who, (MESSAGE,), line(heading, person=Person(who)))

        return await self._once(session_id, told)

    async def announce(self, session_id: SessionId) -> None:
        """Post the card of the step that is going on once more, where the session's card stands now."""

        async def card(_: Transaction, now: Session, __: int) -> Effect | None:
            return Announce(now.visit) if now.under_way else None

        await self._once(session_id, card)

    async def say(self, session_id: SessionId, spoken: Line) -> None:
        """Say something of the shell's own in a room, once."""

        async def said(_: Transaction, __: Session, ___: int) -> Effect:
            return Say(spoken)

        await self._once(session_id, said)

    async def _once(self, session_id: SessionId, effect_of: EffectOf) -> bool:
        """Let something happen in a room that changes nothing in its session. False: nothing did."""

        async def happened() -> bool:
            session = await self.store.session(session_id)
            server = await self.store.server_of(session_id)
            if session is None or server is None:
                return False
            async with self.store.transaction() as change:
                version = await change.put_session(session, due(session))
                effect = await effect_of(change, session, version)
                if effect is not None:
                    await change.send(server, session.meeting, session_id, version, 0, effect)
            return effect is not None

        return await self._one_by_one.change(("session", session_id), happened)

    async def keep_case(self, meeting_id: MeetingId, who: PersonId, words: Mapping[str, str]) -> bool:
        """Keep a case that was filled in before the groups opened. False: they have, so it is not kept."""
        async with self.store.transaction() as change:
            meeting = await change.meeting(meeting_id)
            if meeting is None or meeting.stage is not MeetingStage.GATHERING:
                return False
            await change.keep_case(meeting_id, who, words)
            return True
