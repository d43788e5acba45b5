"""Fetches what lines mention: names, people's words, the theme. One read each, before anything is rendered."""

from collections.abc import Iterable

from bot.render import Facts, mentioned
from methods.engine.state import MeetingId, SessionId
from methods.engine.text import Language, Line, PersonId
from methods.engine.view import View
from methods.meeting import Meeting, ServerId
from storage.problems import StorageProblem
from storage.store import Store


async def gather(
    store: Store,
    meeting: Meeting,
    lines: Iterable[Line],
    language: Language,
    *,
    session: SessionId | None = None,
    also: Iterable[PersonId] = (),
    texts: Iterable[tuple[str, PersonId]] = (),
) -> Facts:
    """The facts for these lines; `also` names more people, `texts` more words (slot, person)."""
    people, words = mentioned(tuple(lines))
    wanted = words | set(texts)
    known = await store.people(meeting.server, people | set(also) | set(meeting.moderators[:1]))
    found = await _words(store, session, wanted) if session is not None and wanted else {}
    names = {who: kept.name for who, kept in known.items() if kept.name}
    return Facts(
        language=language,
        names=names,
        words=found,
        theme=meeting.theme,
        moderator=names.get(meeting.moderators[0], "") if meeting.moderators else "",
    )


async def _words(
    store: Store, session: SessionId, wanted: set[tuple[str, PersonId]] | frozenset[tuple[str, PersonId]]
) -> dict[tuple[str, PersonId], dict[str, str]]:
    found: dict[tuple[str, PersonId], dict[str, str]] = {}
    for slot in sorted({slot for slot, _ in wanted}):
        kept = await store.words(session, slot)
        found |= {(slot, who): kept[who] for where, who in wanted if where == slot and who in kept}
    return found


def lines_of(view: View) -> list[Line]:
    """Every line that a view renders, choices included."""
    choices = [choice.label for button in view.buttons if button.move for choice in button.move.choices]
    return [view.title, *view.lines, *choices]


async def language_of(store: Store, server: ServerId, who: PersonId, locale: str) -> Language:
    """What this person chose in Kring, else the language of their Discord: Dutch or English.

    Also where nothing can be read any more: who loses a text to that is told so, and gets the text back.
    """
    try:
        known = (await store.people(server, [who])).get(who)
    except StorageProblem:
        known = None
    if known is not None and known.language is not None:
        return known.language
    return "nl" if locale.lower().startswith("nl") else "en"


async def meeting_of(store: Store, meeting_id: MeetingId) -> Meeting:
    """The meeting of a session; it exists as long as the session does."""
    meeting = await store.meeting(meeting_id)
    assert meeting is not None, "a session belongs to a meeting"  # noqa: S101 - a bug otherwise
    return meeting
