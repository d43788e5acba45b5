"""Writing words down, and forgetting them."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from methods.engine.messages import Carry, Drop, Keep
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import PersonId
from methods.meeting import ServerId
from storage.changing import Changing
from storage.schema import cases, contributions, own_texts, sessions


class Keeping(Changing):
    """The changes to people's words."""

    purged = False
    """Whether words were forgotten for good here, so that no copy may stay in the database's log either."""

    async def keep(self, session_id: SessionId, keep: Keep) -> None:
        """Adds these fields to a person's contribution; others stay. An empty text takes its field away."""
        before = await self.word_of(session_id, keep.slot, keep.person) or {}
        await self._write(session_id, keep.slot, keep.person, {**before, **keep.words})

    async def drop(self, session_id: SessionId, drop: Drop) -> None:
        """Forgets a person's contribution."""
        await self._write(session_id, drop.slot, drop.person, {})

    async def carry(self, session_id: SessionId, carry: Carry) -> None:
        """Puts a person's words in one field of another contribution, behind what is there already."""
        words = await self.word_of(session_id, carry.slot, carry.person) or {}
        there = await self.word_of(session_id, carry.to, carry.person) or {}
        texts = [there.get(carry.field, ""), *words.values()]
        joined = "\n".join(text for text in texts if text.strip())
        await self._write(session_id, carry.to, carry.person, {**there, carry.field: joined})

    async def keep_case(self, meeting_id: MeetingId, person: PersonId, words: Mapping[str, str]) -> None:
        """Adds these fields to the case that somebody prepares at home, as `keep` does."""
        merged = _filled({**(await self.case(meeting_id, person) or {}), **words})
        key = {"meeting": meeting_id, "person": person}
        if merged:
            await self._put(cases, key, words=self._cipher.seal(merged, "case", meeting_id, person))
        else:
            await self._connection.execute(
                cases.delete().where(cases.c.meeting == meeting_id, cases.c.person == person)
            )

    async def keep_own(
        self, server: ServerId, person: PersonId, form: str, words: Mapping[str, str], until: int
    ) -> None:
        """What somebody wrote for themselves in this form, instead of what was there, until this moment."""
        sealed = self._cipher.seal(_filled(words), "own", server, person, form)
        key = {"server": server, "person": person, "form": form}
        await self._put(own_texts, key, words=sealed, until=until)

    async def drop_overdue(self) -> None:
        """Forgets what people wrote for themselves, where its time is over."""
        over = own_texts.c.until <= self._clock()
        if (await self._connection.execute(own_texts.delete().where(over))).rowcount:
            self.purged = True

    async def move_cases_to(
        self, session_id: SessionId, slot: str, meeting_id: MeetingId, persons: Collection[PersonId]
    ) -> None:
        """Copies these people's prepared cases into their contributions.

        A field that somebody handed in during the session stays as it is. The prepared case stays too: who
        changes groups takes it along.
        """
        for person in persons:
            prepared = await self.case(meeting_id, person)
            if prepared:
                given = await self.word_of(session_id, slot, person) or {}
                await self._write(session_id, slot, person, {**prepared, **given})

    async def purge_meeting(self, meeting_id: MeetingId) -> None:
        """Forgets all words of a meeting, also prepared ones. Sessions and figures stay."""
        mine = select(sessions.c.id).where(sessions.c.meeting == meeting_id)
        await self._connection.execute(contributions.delete().where(contributions.c.session.in_(mine)))
        await self._connection.execute(cases.delete().where(cases.c.meeting == meeting_id))
        self.purged = True

    async def _write(
        self, session_id: SessionId, slot: str, person: PersonId, words: Mapping[str, str]
    ) -> None:
        """The contribution as it is from now on; without words there is no row."""
        filled = _filled(words)
        key = {"session": session_id, "slot": slot, "person": person}
        if filled:
            sealed = self._cipher.seal(filled, "contribution", session_id, slot, person)
            await self._put(contributions, key, words=sealed, updated_at=self._clock())
        else:
            mine = [contributions.c[name] == value for name, value in key.items()]
            await self._connection.execute(contributions.delete().where(*mine))


def _filled(words: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in words.items() if text}
