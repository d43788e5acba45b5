"""«Oefen deze bijeenkomst»: a moderator conducts robots through the planned meeting, alone, in one private message."""

from collections.abc import Sequence

from discord import ButtonStyle, ui

from bot import sayings as say
from bot.board import AHEAD_OR_BEHIND, call_lines, group_line, minutes_behind, need
from bot.cards import Cards
from bot.conduct import Result
from bot.custom_id import Press
from bot.host import Host
from bot.panel import told
from bot.render import Facts, said
from bot.replies import Reply
from bot.screen import OWN, in_rows, message, note
from methods.engine.events import Act
from methods.engine.roles import protected
from methods.engine.state import MeetingId, Session, Status
from methods.engine.text import Language, Moment, Text
from methods.engine.wording import LABELS
from methods.meeting import Meeting
from methods.rehearsing import MODERATOR, Evening, Reasons, Tap, evening, names

REASONS = Reasons(say.PASSED_BY, say.RETURN_LATER)
MOST_TAPS = 48
"""Acts that fit in the id of a button."""
BUTTONS: Sequence[tuple[Tap, Text]] = (
    (Tap.WATCH, say.SMALL_WATCH),
    (Tap.NEXT, LABELS[Act.NEXT]),
    (Tap.COME, LABELS[Act.HELPED]),
    (Tap.GO, LABELS[Act.SETTLED]),
    (Tap.SOONER, say.SMALL_SOONER),
    (Tap.PAUSE, LABELS[Act.PAUSE]),
    (Tap.RESUME, LABELS[Act.RESUME]),
)


class SmallEvening:
    """Handles presses whose action begins with `evening-`; what has been done travels in the id of each button."""

    def __init__(self, host: Host, cards: Cards) -> None:
        self._host = host
        self._cards = cards

    async def press(self, reply: Reply, press: Press) -> None:
        """Begin, or do one thing more; for moderators only."""
        meeting = await self._host.store.meeting(MeetingId(press.session))
        language = await self._cards.language(reply)
        if not await self._cards.moderates(reply):
            reason = await self._cards.moderators_only(reply)
            await reply.private(note(reason.to(language)))
        elif meeting is None or meeting.server != reply.server:
            await reply.private(note(say.NOT_FOUND.to(language)))
        elif (found := _done(press.extra, self._host.now())) is None:
            await reply.private(note(say.FORGED.to(language)))
        else:
            view = small_view(meeting, *found, reply.interaction.user.display_name, language)
            await (reply.renew(view) if press.extra else reply.private(view))


def _done(extra: str, now: Moment) -> tuple[Moment, tuple[Tap, ...]] | None:
    """When the evening began, and what was done since; None for what no button says."""
    if not extra:
        return now, ()
    begins, _, letters = extra.partition(".")
    known = all(letter in set(Tap) for letter in letters) and len(letters) <= MOST_TAPS
    fits = begins.isdecimal() and len(begins) <= len(str(now))
    return (Moment(int(begins)), tuple(Tap(letter) for letter in letters)) if known and fits else None


def small_view(
    meeting: Meeting, begins: Moment, taps: tuple[Tap, ...], moderator: str, language: Language
) -> ui.LayoutView:
    """The board of the robots' groups, what the last act came to, a hint, and the buttons."""
    played = evening(meeting, begins, taps, REASONS)
    facts = Facts(
        language=language,
        names={**names(), MODERATOR: moderator},
        theme=meeting.theme,
        moderator=moderator,
    )
    lines = [
        said(one, facts)
        for session in sorted(played.sessions, key=need)
        for one in (group_line(session, played.now), *call_lines(session))
    ]
    results = [Result(one.group, one.reason) for one in played.outcomes]
    acted = bool(taps) and taps[-1] is not Tap.WATCH
    parts = [
        say.SMALL_TITLE.to(language),
        told(results, language) if acted else "",
        "\n".join(lines),
        hint(played).to(language),
    ]
    return message(
        "\n\n".join(filter(None, parts)),
        in_rows(_buttons(meeting, begins, taps, language, over=played.over)),
        colour=OWN,
    )


def _buttons(
    meeting: Meeting, begins: Moment, taps: tuple[Tap, ...], language: Language, *, over: bool
) -> list[ui.Button[ui.LayoutView]]:
    """What can be done now; when no more fits, or the evening is over, only to begin again."""
    letters = "".join(taps)
    room = len(letters) < MOST_TAPS and not over
    named = [(f"{begins}.{letters}{tap}", text) for tap, text in BUTTONS] if room else []
    named.append((f"{begins}.", say.SMALL_AGAIN))
    return [
        ui.Button(
            label=text.to(language),
            custom_id=str(Press("evening-on", meeting.id, extra=extra)),
            style=ButtonStyle.primary if number == 0 else ButtonStyle.secondary,
        )
        for number, (extra, text) in enumerate(named)
    ]


def hint(played: Evening) -> Text:
    """What a moderator might look at now: care first."""

    def first(wanted: Sequence[Session]) -> str:
        return str(wanted[0].group)

    talking = [session for session in played.sessions if session.under_way]
    if not talking:
        return say.SMALL_OVER
    if calling := [session for session in talking if session.unanswered]:
        return say.SMALL_CALLS.filled(group=first(calling))
    if inside := [session for session in talking if MODERATOR in session.visitors]:
        return say.SMALL_INSIDE.filled(group=first(inside))
    if any(session.status is not Status.RUNNING for session in talking):
        return say.SMALL_PAUSED
    if tender := [session for session in talking if protected(session)]:
        return say.SMALL_PROTECTED.filled(group=first(tender))
    if late := [session for session in talking if minutes_behind(session) >= AHEAD_OR_BEHIND]:
        return say.SMALL_LATE.filled(group=first(late))
    return say.SMALL_CALM
