"""The lobby's panel: check in, see who reads along, find one's own card."""

import structlog

from bot import sayings as say
from bot.agreeing import whole_text, with_question
from bot.cards import Cards
from bot.custom_id import Press
from bot.host import Host
from bot.looking_back import OPEN, is_asked
from bot.plain import shown
from bot.preparing import Preparing
from bot.replies import Reply
from bot.room import Rooms
from bot.screen import note, with_more
from methods import next_step
from methods.engine.events import Joined
from methods.engine.messages import Refusal
from methods.engine.state import MeetingId, Session, Status
from methods.engine.text import Language, PersonId, Text
from methods.gathering import check_in
from methods.meeting import Meeting, MeetingStage, ServerId

log = structlog.get_logger()


class Lobby:
    """Handles what people do before they are in a room, and finds their room for them."""

    def __init__(self, host: Host, cards: Cards, rooms: Rooms) -> None:
        self._host = host
        self._cards = cards
        self._rooms = rooms
        self.preparing = Preparing(host, cards)

    async def press(self, reply: Reply, press: Press) -> None:
        """Answer a press on the lobby's panel, or a case that came in."""
        meeting = await self._host.store.meeting(MeetingId(press.session))
        language = await self._cards.language(reply)
        if meeting is None or meeting.server != reply.interaction.guild_id:
            await self._cards.give_back(reply, say.NOT_FOUND, reply.words)
            return
        if press.person and press.person != reply.who:
            await self._cards.give_back(reply, say.FORGED, reply.words)
            return
        match press.action:
            case "lobby-here":
                await self._check_in(reply, meeting, language)
            case "lobby-case" | "lobby-caseform" | "lobby-pick":
                await self.preparing.press(reply, press, meeting, language)
            case "lobby-mine":
                await self.own(reply)
            case "lobby-code":
                await reply.private(await whole_text(self._host, meeting, reply.who, language))
            case "lobby-agree":
                await self._agree(reply, press, meeting, language)
            case "lobby-who":
                await reply.private(with_more(self._who_reads(meeting, language), language, "erase-ask"))
            case _:
                await reply.private(note(say.FORGED.to(language)))

    # --- Checking in ---------------------------------------------------------------------------------------

    async def _check_in(self, reply: Reply, meeting: Meeting, language: Language) -> None:
        name = reply.interaction.user.display_name
        outcome = await reply.patiently(self._come_in(meeting, reply.who, name), private=True)
        if isinstance(outcome, Refusal):
            await reply.private(note(outcome.reason.to(language)))
            return
        late = outcome is not None and outcome.stage is not MeetingStage.GATHERING
        said = (say.CHECKED_IN_LATE if late else say.CHECKED_IN).to(language, name=shown(name))
        await reply.private(await with_question(self._host, meeting, reply.who, language, said))
        self._cards.meeting_changed(meeting.id)

    async def _agree(self, reply: Reply, press: Press, meeting: Meeting, language: Language) -> None:
        """Somebody accepts the code of conduct; one that has changed since it was shown is shown anew."""
        if press.visit != (await self._host.store.server(meeting.server)).code_version:
            await reply.update(await whole_text(self._host, meeting, reply.who, language))
            return
        await reply.patiently(self._host.agree(meeting.server, reply.who))
        await reply.update(note(say.AGREED.to(language)))

    async def _come_in(self, meeting: Meeting, who: PersonId, name: str) -> Meeting | Refusal | None:
        """Known by name here from now on, present, and in the plenary when that has begun."""
        async with self._host.store.transaction() as change:
            await change.put_person(meeting.server, who, name=name)
        outcome = await self._host.change_meeting(meeting.id, lambda now: check_in(now, who))
        if isinstance(outcome, Meeting) and outcome.plenary is not None:
            await self._host.handle(outcome.plenary, Joined(who))
        return outcome

    # --- Where am I? -----------------------------------------------------------------------------------------

    async def own(self, reply: Reply) -> None:
        """«Mijn kaart», wherever it is asked: the own group's, else what can be done before it opens."""
        language = await self._cards.language(reply)
        server = reply.server
        session = await self.session_of(server, reply.who)
        waiting = next((one for one in await self.going_on(server) if _waits(one, reply.who)), None)
        if session is not None and (session.status is not Status.ENDED or waiting is None):
            await reply.private(await self._cards.own(session, reply))
        elif waiting is not None:
            text = await self._waiting(waiting, reply.who)
            await reply.private(with_more(text.to(language), language, *await self._own_keys(reply)))
        else:
            await reply.private(
                with_more(say.NOTHING_YET.to(language), language, *await self._own_keys(reply))
            )

    async def _own_keys(self, reply: Reply) -> list[str]:
        """What somebody can open for themselves outside a conversation."""
        step = await self._host.store.own_text(reply.server, reply.who, next_step.ID) or {}
        return [*([OPEN] if is_asked(step) else []), "quad-open", "erase-ask"]

    async def _waiting(self, meeting: Meeting, who: PersonId) -> Text:
        """What to say to somebody who is there and has no group yet."""
        if meeting.stage is not MeetingStage.GATHERING:
            return say.WAITING_LATE
        kept = await self._host.store.case(meeting.id, who)
        return say.WAITING_WITH_CASE if kept else say.WAITING_WITHOUT

    async def going_on(self, server: ServerId) -> list[Meeting]:
        """The meetings on this server that are not closed, the newest first."""
        meetings = await self._host.store.meetings_of(server, open_only=True)
        return sorted(meetings, key=lambda meeting: meeting.id, reverse=True)

    async def session_of(self, server: ServerId, who: PersonId) -> Session | None:
        """The group session this person is in: one that is under way first, else the last one that ended."""
        ended: Session | None = None
        for meeting in reversed(await self._host.store.meetings_of(server)):
            number = next((g.session for g in meeting.groups if who in g.members), None)
            if number is None or (ended is not None and meeting.stage is MeetingStage.CLOSED):
                continue
            session = await self._host.store.session(number)
            if session is not None and session.status is not Status.ENDED:
                return session
            ended = ended or session
        return ended

    def _who_reads(self, meeting: Meeting, language: Language) -> str:
        others = ", ".join(self._rooms.readers(meeting.server)) or say.NOBODY_ELSE.to(language)
        return say.WHO_READS.to(language, people=say.EVERYBODY_HERE.to(language), others=others)


def _waits(meeting: Meeting, who: PersonId) -> bool:
    """Whether this person has checked in here and has no room yet."""
    return who in meeting.present and not any(who in g.members and g.session for g in meeting.groups)
