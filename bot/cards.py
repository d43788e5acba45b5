"""Makes the cards that people see, from the newest session and the facts it mentions."""

from collections.abc import Callable, Mapping, Sequence

import discord
import structlog
from discord import ui

from bot import sayings as say
from bot.agreeing import text_above
from bot.facts import gather, language_of, lines_of, meeting_of
from bot.host import Host
from bot.looking_back import about_step
from bot.remarks import remark_on
from bot.render import name, said
from bot.replies import CUT_OFF, Reply
from bot.room import Rooms
from bot.saving import Done
from bot.screen import finished_card, note, own_card, room_card, with_more
from bot.showing import shown_texts
from bot.texts import given_back, harvested
from methods import next_step
from methods.engine.events import Act
from methods.engine.forms import step_of
from methods.engine.harvest import harvest
from methods.engine.messages import Reveal, Tell
from methods.engine.model import Content, Form, Kind, Place, Who
from methods.engine.own_card import explained, help_view, missed, own_view
from methods.engine.promises import promise
from methods.engine.roles import case_slot
from methods.engine.state import MeetingId, Part, Session, SessionId, Step
from methods.engine.steps import CODE
from methods.engine.text import At, Language, Line, People, Person, PersonId, Text, line
from methods.engine.timing import longer_than_usual
from methods.engine.view import View, readable, room_view
from methods.gathering import deletion_of
from methods.meeting import Meeting, ServerId
from methods.question_cards import wanted

log = structlog.get_logger()


class Cards:
    """Renders cards. What it remembers is a cache: the last fresh press on each room's card."""

    def __init__(self, host: Host, rooms: Rooms, meeting_changed: Callable[[MeetingId], None]) -> None:
        """`meeting_changed` is told of each meeting in which an act changed something: the board wants to know."""
        self._host = host
        self._rooms = rooms
        self.meeting_changed = meeting_changed
        self._pressed: dict[SessionId, tuple[int, Reply]] = {}

    async def language(self, reply: Reply) -> Language:
        """This person's own language."""
        server = reply.server
        return await language_of(self._host.store, server, reply.who, reply.locale)

    async def moderates(self, reply: Reply) -> bool:
        """Whether whoever pressed moderates on this server: by the role, or because they may manage it."""
        member = reply.interaction.user
        if not isinstance(member, discord.Member):
            return False
        settings = await self._host.store.server(ServerId(member.guild.id))
        has_role = any(role.id == settings.moderator_role for role in member.roles)
        return has_role or reply.interaction.permissions.manage_guild

    async def moderators_only(self, reply: Reply) -> Text:
        """Why whoever pressed may not: only moderators do this, or nobody can be one because their role is gone."""
        guild = reply.interaction.guild
        settings = await self._host.store.server(reply.server)
        gone = (
            guild is not None and settings.moderator_role and guild.get_role(settings.moderator_role) is None
        )
        return say.NO_ROLE if gone else say.MODERATORS_ONLY

    async def give_back(self, reply: Reply, reason: Text, words: Mapping[str, str]) -> None:
        """Why it was not kept, and all that the person wrote, in as many messages as it needs."""
        language = await self.language(reply)
        for text in given_back(reason.to(language), say.YOUR_TEXT.to(language), words.values()):
            await reply.private(note(text))

    # --- The room's card ------------------------------------------------------------------------------------

    async def room(self, done: Done, mark: int | None) -> ui.LayoutView:
        """The card that was pressed, as it is now; when the room has moved on, only its title is left.

        Now is the moment of sending: others may have acted since. It keeps its mark, and the room's first one what
        the room was told with it.
        """
        meeting = await meeting_of(self._host.store, done.after.meeting)
        newest = await self._host.store.session(done.after.id) or done.after
        over = newest.visit != done.before.visit and done.before.under_way
        shown = done.before if over else newest
        view = room_view(shown)
        first = greeting(meeting, shown, shown.visit)
        lines = [*lines_of(view), *first]
        facts = await gather(self._host.store, meeting, lines, shown.language, session=shown.id)
        above = "\n".join(said(one, facts) for one in first)
        if over:
            return finished_card(view.title, facts, mark=mark, above=above)
        return room_card(shown, view, facts, mark=mark, above=above)

    def remember(self, session: Session, reply: Reply) -> None:
        """This press can change the room's card for some minutes, outside Discord's limit."""
        fresh = {number: kept for number, kept in self._pressed.items() if kept[1].fresh}
        self._pressed = {**fresh, session.id: (session.visit, reply)}

    async def refresh(self, done: Done) -> None:
        """Bring the room's card up to date where that costs nothing; it is true without that too."""
        visit, reply = self._pressed.get(done.after.id, (0, None))
        if reply is None or visit != done.before.visit or not reply.fresh:
            self._pressed.pop(done.after.id, None)
            return
        try:
            await reply.update(await self.room(done, reply.mark))
        except (discord.HTTPException, *CUT_OFF) as error:
            log.info("card not refreshed", session=done.after.id, error=type(error).__name__)
            self._pressed.pop(done.after.id, None)

    # --- Somebody's own card ----------------------------------------------------------------------------------

    async def own(self, session: Session, reply: Reply, first: Text | None = None) -> ui.LayoutView:
        """The private card of whoever pressed, with the answer to the press above it."""
        remark = await self._remark(session, reply.who)
        view = own_view(session, reply.who, self._host.now())
        if remark is not None:
            view = View(view.title, (line(remark), *view.lines), view.buttons)
        return await self._private(session, reply, view, first)

    async def _remark(self, session: Session, who: PersonId) -> Text | None:
        """The private remark that this person still weighs."""
        if not session.under_way or session.stage is None or who not in session.stage.weighing:
            return None
        return remark_on(session, await self._host.store.word_of(session.id, session.step.slot, who) or {})

    async def help(self, session: Session, reply: Reply) -> ui.LayoutView:
        """«Hulp of pauze», with whoever the coordinator named for when something does not feel right."""
        settings = await self._host.store.server(reply.server)
        view = help_view(session, reply.who, self._host.now())
        if settings.contact is not None:
            contact = line(say.CONTACT, person=Person(settings.contact, ping=True))
            view = View(view.title, (*view.lines, contact), view.buttons)
        extra = ["explain", "rules-report", "who"] if session.under_way else ["rules-report", "who"]
        return await self._private(session, reply, view, None, extra)

    async def explained(self, session: Session, reply: Reply) -> ui.LayoutView:
        """What this step is, for whoever does not see it."""
        return await self._private(session, reply, explained(session), None)

    async def missed(self, session: Session, reply: Reply) -> ui.LayoutView:
        """What has been, for somebody who came in late."""
        return await self._private(session, reply, missed(session), None, ["read"] if session.shown else [])

    async def _private(
        self,
        session: Session,
        reply: Reply,
        view: View,
        first: Text | None,
        extra: Sequence[str] | None = None,
    ) -> ui.LayoutView:
        language = await self.language(reply)
        meeting = await meeting_of(self._host.store, session.meeting)
        facts = await gather(self._host.store, meeting, lines_of(view), language, session=session.id)
        kept = await self._host.store.own_text(meeting.server, reply.who, next_step.ID) or {}
        step, keys = await about_step(self._host.store, session, reply.who, kept)
        above = (
            first.to(language) if first else "",
            text_above(session, reply.who, await self._host.store.server(meeting.server), language),
            step.to(language) if step and extra is None else "",
        )
        answer = "\n\n".join(text for text in above if text)
        more = [*keys, *self._extra(session, reply.who, view)] if extra is None else extra
        return own_card(session, reply.who, view, facts, first=answer, extra=more)

    def _extra(self, session: Session, who: PersonId, view: View) -> list[str]:
        """More that can be opened: the rest of a form, its questions one at a time, who reads along."""
        forms = [b.move.form for b in view.buttons if b.act is Act.WRITE and b.move and b.move.form]
        kept = ["harvest"] if not session.under_way and harvest(session, who) else []
        kept += ["erase-ask"] if not session.under_way else []
        kept += ["care", "mine"] if session.under_way and session.place is Place.ELSEWHERE else []
        kept += ["missed"] if session.under_way and who in session.came else []
        kept += ["quad-open"] if session.stage and session.stage.part is Part.OFFERING else []
        kept += ["deal"] if wanted(session, who) else []
        kept += ["code"] if session.under_way and session.step.phase.id == CODE else []
        if not forms:
            return [*kept, "who"]
        given = session.gave(step_of(session).slot).get(who, ())
        optional = not forms[0].whole and any(not f.required and f.kind == "text" for f in forms[0].fields)
        several = len(forms[0].typed) > 1
        return [*(["more"] if given and optional else []), *(["step"] if several else []), *kept, "who"]

    # --- Forms ------------------------------------------------------------------------------------------------

    def form_step(self, session: Session) -> Step:
        """The step to which a form belongs now."""
        return step_of(session)

    async def form_texts(
        self, session: Session, who: PersonId, form: Form, language: Language
    ) -> tuple[str, str, Mapping[str, str]]:
        """Who will read it, the form's title, and what this person wrote here or in the case before."""
        step = step_of(session)
        meeting = await meeting_of(self._host.store, session.meeting)
        pledge = promise(session, step, who)
        facts = await gather(self._host.store, meeting, [pledge], language)
        kept = await self._host.store.word_of(session.id, step.slot, who) or {}
        case = await self._before(session, step, who)
        offered = {f.id: case[f.like or f.id] for f in form.fields if case.get(f.like or f.id)}
        return said(pledge, facts), step.phase.name.to(language), {**offered, **kept}

    async def _before(self, session: Session, step: Step, who: PersonId) -> Mapping[str, str]:
        """What this person wrote earlier that may be meant here too: the case, or questions noted in silence."""
        noted = session.source() if step.phase.kind is Kind.QA else None
        told = case_slot(session) if step.phase.who is Who.CASE_BRINGER else None
        where = noted.slot if noted else told
        return (await self._host.store.word_of(session.id, where, who) or {}) if where else {}

    # --- What else one may want to see --------------------------------------------------------------------------

    async def shown_texts(self, session: Session, reply: Reply) -> list[ui.LayoutView]:
        """What the group has read of this step's texts, to be read on one's own screen."""
        language = await self.language(reply)
        effect = readable(session)
        if effect is None:
            return [note(say.NOTHING_SHOWN.to(language))]
        meeting = await meeting_of(self._host.store, session.meeting)
        return [
            note(text) for text in await shown_texts(self._host.store, meeting, session, effect, language)
        ]

    async def shown_row(self, session: Session, row_id: int, reply: Reply) -> list[ui.LayoutView]:
        """What one row of this session showed, where shared texts stand on everybody's own screen only."""
        language = await self.language(reply)
        row = await self._host.store.effect_row(row_id)
        if row is None or row.session != session.id or not isinstance(row.effect, Tell | Reveal):
            return [note(say.NOTHING_SHOWN.to(language))]
        meeting = await meeting_of(self._host.store, session.meeting)
        texts = await shown_texts(self._host.store, meeting, session, row.effect, language)
        return [note(text) for text in texts]

    async def harvest(self, session: Session, reply: Reply) -> list[ui.LayoutView]:
        """What this person wrote and took along, in as many private messages as it needs."""
        language = await self.language(reply)
        meeting = await meeting_of(self._host.store, session.meeting)
        gathered = harvest(session, reply.who)
        facts = await gather(
            self._host.store,
            meeting,
            [one.heading for one in gathered],
            language,
            session=session.id,
            also=[who for one in gathered for who in one.people],
            texts=[(one.slot, who) for one in gathered for who in one.people],
        )
        texts = harvested(session, gathered, facts)
        return [note(text) for text in texts] or [note(say.NO_HARVEST.to(language))]

    async def who_reads(self, session: Session, reply: Reply) -> ui.LayoutView:
        """Everybody who can read the room, also those whom nobody sees there."""
        language = await self.language(reply)
        meeting = await meeting_of(self._host.store, session.meeting)
        facts = await gather(self._host.store, meeting, [], language, also=session.members)
        people = ", ".join(name(who, facts) for who in session.members)
        others = ", ".join(self._rooms.readers(meeting.server)) or say.NOBODY_ELSE.to(language)
        return with_more(say.WHO_READS.to(language, people=people, others=others), language, "erase-ask")


def greeting(meeting: Meeting, session: Session, visit: int) -> tuple[Line, ...]:
    """What stands above a room's first card: who is here, who leads, and when the room goes."""
    if not session.group or visit != 1:
        return ()
    led = (
        line(say.LED_BY_KRING) if session.leader is None else line(say.LED_BY, person=Person(session.leader))
    )
    welcome = line(say.WELCOME_ROOM, people=People(session.members), group=session.group)
    apart = (line(say.ON_OWN_SCREEN),) if meeting.content is Content.OWN else ()
    extra = longer_than_usual(session)
    longer = (line(say.LONGER, count=len(session.members), minutes=extra),) if extra else ()
    return welcome, led, *longer, *apart, line(say.DELETED_ON, date=At(deletion_of(meeting), day=True))
