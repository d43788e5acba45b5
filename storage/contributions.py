"""Reading words: contributions, cases prepared at home, what people write for themselves. The only place where they are decrypted."""

from sqlalchemy import select

from methods.engine.state import MeetingId, SessionId
from methods.engine.text import PersonId
from methods.meeting import ServerId
from storage.schema import cases, contributions, own_texts
from storage.source import Source


class Words(Source):
    """What can be asked about people's words. One that does not open: StorageProblem, with ids alone."""

    async def words(self, session_id: SessionId, slot: str) -> dict[PersonId, dict[str, str]]:
        """Everybody's words in one slot: person → field → words, in order of their last change."""
        query = (
            select(contributions.c.person, contributions.c.words)
            .where(contributions.c.session == session_id, contributions.c.slot == slot)
            .order_by(contributions.c.updated_at, contributions.c.person)
        )
        return {
            PersonId(row.person): self._cipher.open(row.words, "contribution", session_id, slot, row.person)
            for row in await self._rows(query)
        }

    async def word_of(self, session_id: SessionId, slot: str, person: PersonId) -> dict[str, str] | None:
        """One person's words in one slot: field → words."""
        query = select(contributions.c.words).where(
            contributions.c.session == session_id,
            contributions.c.slot == slot,
            contributions.c.person == person,
        )
        sealed = await self._value(self._held(query))
        return None if sealed is None else self._cipher.open(sealed, "contribution", session_id, slot, person)

    async def case(self, meeting_id: MeetingId, person: PersonId) -> dict[str, str] | None:
        """The case that somebody prepared at home for this meeting: field → words."""
        mine = (cases.c.meeting == meeting_id, cases.c.person == person)
        sealed = await self._value(self._held(select(cases.c.words).where(*mine)))
        return None if sealed is None else self._cipher.open(sealed, "case", meeting_id, person)

    async def own_text(self, server: ServerId, person: PersonId, form: str) -> dict[str, str] | None:
        """What somebody wrote for themselves in this form: field → words; nothing once its time is over."""
        mine = (own_texts.c.server == server, own_texts.c.person == person, own_texts.c.form == form)
        query = select(own_texts.c.words).where(*mine, own_texts.c.until > self._clock())
        sealed = await self._value(self._held(query))
        return None if sealed is None else self._cipher.open(sealed, "own", server, person, form)

    async def prepared(self, meeting_id: MeetingId) -> dict[PersonId, tuple[str, ...]]:
        """Who prepared a case for this meeting: person → the fields that were filled in."""
        query = (
            select(cases.c.person, cases.c.words)
            .where(cases.c.meeting == meeting_id)
            .order_by(cases.c.person)
        )
        return {
            PersonId(row.person): tuple(self._cipher.open(row.words, "case", meeting_id, row.person))
            for row in await self._rows(query)
        }
