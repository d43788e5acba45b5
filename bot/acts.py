"""Presses in a room and on somebody's own card: what each means, and its answer."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from bot import sayings as say
from bot.agreeing import code_text
from bot.cards import Cards
from bot.custom_id import Press
from bot.dealing import hand_view
from bot.evaluating import is_low, offer
from bot.forms import modal
from bot.host import Host
from bot.logs import wordless
from bot.outbox import Outbox
from bot.picking import picked
from bot.remarks import remark_on
from bot.replies import Reply
from bot.saving import Done
from bot.screen import CHOOSING, confirmation, note
from methods.engine import wording as w
from methods.engine.afterword import FORM
from methods.engine.events import Act, Event
from methods.engine.forms import form_for, step_of
from methods.engine.legal import legal, why_not
from methods.engine.making import made
from methods.engine.messages import Move, Refusal
from methods.engine.model import Field, Form, OptionBallot
from methods.engine.sorting import chosen
from methods.engine.state import Flow, Session, SessionId
from methods.engine.text import Language, PersonId, Text
from methods.engine.turns import FOLLOW_UP
from methods.meeting import ChannelId

log = structlog.get_logger()

ACTS = {act.value: act for act in Act}
CALLS = {Act.HELP, Act.TROUBLE, Act.UNWELL}
"""Calls for a moderator: answered on the card from which they come, «Hulp of pauze»."""
WRITTEN = {"read", "harvest", "missed", "shown"}
"""What shows people's texts."""
FOLLOW_UP_FIELD = Field(id=FOLLOW_UP, label=say.FOLLOW_UP, max_length=200, required=True)


class Acts:
    """Handles the presses of a session."""

    def __init__(self, host: Host, outbox: Outbox, cards: Cards) -> None:
        self._host = host
        self._outbox = outbox
        self._cards = cards
        self._openers: Mapping[str, Callable[[Reply, Press, Session], Awaitable[None]]] = {
            "mine": self._mine,
            "care": self._help,
            "explain": self._explain,
            "missed": self._missed,
            "shown": self._shown,
            "read": self._read,
            "who": self._who,
            "harvest": self._harvest,
            "lang": self._language,
            "more": self._open_more,
            "step": self._open_one,
            "code": self._code,
            "deal": self._deal,
        }

    async def press(self, reply: Reply, press: Press) -> None:
        """Answer a press of a button, a choice from a list, or a form that came in."""
        session = await self._host.store.session(SessionId(press.session))
        if session is None:
            await self._cards.give_back(reply, say.NOT_FOUND, reply.words)
        elif press.person and press.person != reply.who:
            await self._cards.give_back(reply, say.FORGED, reply.words)
        elif press.action == "form":
            await self._hand_in(reply, press, session)
        elif press.action == "pick":
            await self._pick(reply, press, session)
        elif press.action in self._openers:
            await self._open(reply, press, session)
        elif (act := act_of(press)) is not None:
            await self._act(reply, press, session, act)
        else:
            await reply.private(note(say.FORGED.to(await self._cards.language(reply))))

    async def _open(self, reply: Reply, press: Press, session: Session) -> None:
        """What is opened shows something of the group, so it is for the group; what it wrote for members only."""
        allowed = session.members if press.action in WRITTEN else (*session.members, *session.moderators)
        if reply.who in allowed:
            await self._openers[press.action](reply, press, session)
        else:
            await reply.private(note(say.NOT_YOUR_GROUP.to(await self._cards.language(reply))))

    # --- Acts -------------------------------------------------------------------------------------------

    async def _act(self, reply: Reply, press: Press, session: Session, act: Act) -> None:
        values = reply.chosen or self._only_answer(reply, session, act)
        if act is Act.WRITE:
            await self._open_form(reply, press, session, "first")
        elif act is Act.ADD:
            await self._one_more(reply, press, session)
        elif act in CHOOSING and reply.from_card and not values:
            await self._choose(reply, session, act)
        else:
            await self._do(reply, session, self._event(reply, press, session, act, values))

    async def _one_more(self, reply: Reply, press: Press, session: Session) -> None:
        """«Nog één zin»: the form first, then what was written in it."""
        if reply.words:
            event = made(Act.ADD, reply.who, press.visit, words=reply.words)
            await self._do(reply, session, event, reply.words)
            return
        language = await self._cards.language(reply)
        reason = why_not(session, reply.who, Act.ADD, self._host.now())
        if reason is not None:
            await reply.private(note(reason.to(language)))
            return
        target = str(Press(Act.ADD.value, session.id, session.visit, reply.who, extra="form"))
        title, promise = w.ONE_MORE.to(language), say.PROMISE_ONE_MORE.to(language)
        await reply.form(modal(target, title, list(FORM.fields), language, intro=promise))

    def _only_answer(self, reply: Reply, session: Session, act: Act) -> tuple[str, ...]:
        """What a button on the own card says where there is one answer to give; the room's card only opens it."""
        ballot = session.step.phase.ballot if session.under_way else None
        if act is not Act.VOTE or reply.from_card or not isinstance(ballot, OptionBallot):
            return ()
        return tuple(option.id for option in ballot.options) if len(ballot.options) == 1 else ()

    def _event(
        self, reply: Reply, press: Press, session: Session, act: Act, values: tuple[str, ...]
    ) -> Event:
        whose = press.extra[1:] if press.extra.startswith("w") and press.extra[1:].isdecimal() else None
        also: tuple[str, ...] = ()
        if act is Act.SORT and session.under_way:
            also = tuple(piece.id for piece in chosen(session, session.maybe))
            if press.action == "maybe":
                values, also = tuple(piece.id for piece in chosen(session, session.taken)), values
        return made(
            act,
            reply.who,
            press.visit,
            ordinal=int(press.extra) if press.extra.isdecimal() else 0,
            whose=PersonId(int(whose)) if whose else None,
            values=values,
            also=also,
            sure=press.action == "sure",
        )

    async def _choose(self, reply: Reply, session: Session, act: Act) -> None:
        """A list belongs to one person: it opens on the own card."""
        reason = why_not(session, reply.who, act, self._host.now())
        language = await self._cards.language(reply)
        await reply.private(note(reason.to(language)) if reason else await self._cards.own(session, reply))

    async def _do(
        self, reply: Reply, session: Session, event: Event, words: Mapping[str, str] | None = None
    ) -> None:
        try:
            outcome = await reply.patiently(self._host.handle(session.id, event), private=not reply.from_card)
        except Exception as error:
            log.error("not saved", session=session.id, act=event.act.value, exc_info=wordless(error))  # noqa: TRY400
            await self._cards.give_back(reply, say.NOT_SAVED if words else say.NOT_DONE, words or {})
            return
        match outcome:
            case Done():
                await self._answer(reply, event, outcome, words)
            case Refusal(reason=reason, ask=True):
                language = await self._cards.language(reply)
                await reply.private(confirmation(session, reply.who, event.act, reason, language))
            case Refusal(reason=reason):
                await self._cards.give_back(reply, reason, words or {})
            case None:
                await reply.private(note(say.NOT_FOUND.to(await self._cards.language(reply))))

    async def _answer(self, reply: Reply, event: Event, done: Done, words: Mapping[str, str] | None) -> None:
        """Show what has become of it where it was pressed; then let the room hear what there is to hear."""
        try:
            await self._show(reply, event, done, words)
        finally:  # the room goes on, also where the person cannot be reached
            if done.decision.effects:
                self._outbox.start(done.after.meeting, done.after.id, reply)
            self._cards.meeting_changed(done.after.meeting)
        if not reply.from_card:
            await self._cards.refresh(done)

    async def _show(self, reply: Reply, event: Event, done: Done, words: Mapping[str, str] | None) -> None:
        first = say.DONE if words is None else say.SAVED if _whole(done, event) else say.SAVED_PART
        if words is not None and is_low(done.before, words):
            talk = await offer(self._host, reply.server, done.after, reply.who)
            first = Text(nl=f"{first.nl}\n\n{talk.nl}", en=f"{first.en}\n\n{talk.en}")
        if reply.from_card:
            await reply.update(await self._cards.room(done, reply.mark))
            if done.after.visit == done.before.visit:  # else this is the card of a step that is over
                self._cards.remember(done.after, reply)
            if words is not None or event.act not in {Act.DONE, Act.NEXT} or done.after.slip is not None:
                await reply.private(await self._cards.own(done.after, reply, first))
        elif event.act in CALLS:
            await reply.renew(await self._cards.help(done.after, reply))
        else:
            await reply.renew(await self._cards.own(done.after, reply, first))

    async def typed(self, channel: int, who: int) -> SessionId | None:
        """Somebody posted in a room: a sign of life, and where all type at once it is their turn.

        What they wrote stays theirs. Returns whose room it is.
        """
        session = await self._host.store.session_at(ChannelId(channel))
        if session is None or not session.under_way:
            return None
        if session.flow is Flow.TOGETHER:
            outcome = await self._host.handle(session.id, made(Act.DONE, PersonId(who), session.visit))
            if isinstance(outcome, Done):
                self._outbox.start(session.meeting, session.id)
                await self._cards.refresh(outcome)
                self._cards.meeting_changed(session.meeting)
        return session.id

    # --- Forms -------------------------------------------------------------------------------------------

    async def _open_more(self, reply: Reply, press: Press, session: Session) -> None:
        await self._open_form(reply, press, session, "more")

    async def _open_one(self, reply: Reply, press: Press, session: Session) -> None:
        """The first question that has no answer yet; when all have one, the first."""
        move = self._write_move(session, reply.who)
        kept = session.gave(session.step.slot).get(reply.who, ()) if session.under_way else ()
        fields = move.form.typed if move and move.form else ()
        wanted = next((f.id for f in fields if f.id not in kept), fields[0].id if fields else "first")
        await self._open_form(reply, press, session, wanted)

    def _write_move(self, session: Session, who: PersonId) -> Move | None:
        moves = legal(session, who, self._host.now())
        return next((move for move in moves if move.act is Act.WRITE), None)

    async def _open_form(self, reply: Reply, press: Press, session: Session, which: str) -> None:
        """Open a form; it only reads, so that it comes at once."""
        language = await self._cards.language(reply)
        move = self._write_move(session, reply.who)
        if move is None or move.form is None or (press.visit != session.visit and session.under_way):
            reason = why_not(session, reply.who, Act.WRITE, self._host.now()) or say.STEP_IS_OVER
            await reply.private(note(reason.to(language)))
            return
        which = "follow" if _on_the_floor(session, reply.who) else which
        fields = fields_of(move.form, which)
        if not fields:
            await reply.private(note(say.DONE.to(language)))
            return
        target = Press("form", session.id, session.visit, reply.who, extra=which)
        promise, title, defaults = await self._cards.form_texts(session, reply.who, move.form, language)
        await reply.form(modal(str(target), title, fields, language, intro=promise, defaults=defaults))

    async def _hand_in(self, reply: Reply, press: Press, session: Session) -> None:
        words = dict(reply.words)
        step, form = self._cards.form_step(session), form_for(session, reply.who)
        asked = fields_of(form, press.extra) if form else ()
        given = session.gave(step.slot).get(reply.who, ())
        emptied = {field.id: "" for field in asked if field.id not in words and field.id in given}
        if not emptied and await self._weighs(session, press, reply.who, words):
            # Who got no answer hands it in again: nothing new, and no second remark.
            saved = say.SAVED if _complete(session, session, reply.who) else say.SAVED_PART
            await reply.renew(await self._cards.own(session, reply, saved))
            return
        remarked = press.extra != "follow" and remark_on(session, words) is not None
        event = made(Act.WRITE, reply.who, press.visit, words={**words, **emptied}, nudge=remarked)
        await self._do(reply, session, event, words)

    async def _pick(self, reply: Reply, press: Press, session: Session) -> None:
        """Something was chosen from a list under a form: it is handed in like what is typed."""
        language = await self._cards.language(reply)
        move = self._write_move(session, reply.who)
        kept = (
            await self._host.store.word_of(session.id, self._cards.form_step(session).slot, reply.who) or {}
        )
        form = move.form if move else None
        answer = picked(form, press.extra, reply.chosen, kept.get(press.extra, ""), language)
        if answer is None:
            reason = why_not(session, reply.who, Act.WRITE, self._host.now()) or say.STEP_IS_OVER
            await reply.private(note(reason.to(language)))
            return
        words = {press.extra: answer}
        await self._do(reply, session, made(Act.WRITE, reply.who, press.visit, words=words), words)

    async def _weighs(self, session: Session, press: Press, who: PersonId, words: Mapping[str, str]) -> bool:
        """Whether somebody weighs a private remark on exactly these words."""
        stage = session.stage
        if stage is None or press.visit != session.visit or who not in stage.weighing:
            return False
        kept = await self._host.store.word_of(session.id, session.step.slot, who)
        return kept is not None and kept.items() >= words.items()

    # --- Cards -------------------------------------------------------------------------------------------

    async def _mine(self, reply: Reply, _: Press, session: Session) -> None:
        await reply.private(await self._cards.own(session, reply))

    async def _help(self, reply: Reply, _: Press, session: Session) -> None:
        await reply.private(await self._cards.help(session, reply))

    async def _explain(self, reply: Reply, _: Press, session: Session) -> None:
        await reply.renew(await self._cards.explained(session, reply))

    async def _missed(self, reply: Reply, _: Press, session: Session) -> None:
        await reply.renew(await self._cards.missed(session, reply))

    async def _shown(self, reply: Reply, press: Press, session: Session) -> None:
        row = int(press.extra) if press.extra.isdecimal() else 0
        for view in await self._cards.shown_row(session, row, reply):
            await reply.private(view)

    async def _read(self, reply: Reply, _: Press, session: Session) -> None:
        for view in await self._cards.shown_texts(session, reply):
            await reply.private(view)

    async def _harvest(self, reply: Reply, _: Press, session: Session) -> None:
        for view in await self._cards.harvest(session, reply):
            await reply.private(view)

    async def _who(self, reply: Reply, _: Press, session: Session) -> None:
        await reply.private(await self._cards.who_reads(session, reply))

    async def _code(self, reply: Reply, _: Press, __: Session) -> None:
        language = await self._cards.language(reply)
        settings = await self._host.store.server(reply.server)
        await reply.private(note(code_text(settings, language)))

    async def _deal(self, reply: Reply, press: Press, session: Session) -> None:
        """Question cards, under the own card the first time; others take their place."""
        hand = int(press.extra) if press.extra.isdecimal() else 0
        view = hand_view(session, reply.who, hand, await self._cards.language(reply))
        await (reply.renew(view) if hand else reply.private(view))

    async def _language(self, reply: Reply, _: Press, session: Session) -> None:
        """From now on in the other language, everywhere in private."""
        other: Language = "en" if await self._cards.language(reply) == "nl" else "nl"
        await reply.patiently(
            self._choose_language(session, reply.who, other), private=not reply.from_private
        )
        await reply.renew(await self._cards.own(session, reply))

    async def _choose_language(self, session: Session, who: PersonId, language: Language) -> None:
        server = await self._host.store.server_of(session.id)
        if server is not None:
            async with self._host.store.transaction() as change:
                await change.put_person(server, who, language=language)


def act_of(press: Press) -> Act | None:
    """The act that a press stands for: «sure» carries it, «maybe» is the second list of sorting."""
    name = press.extra if press.action == "sure" else press.action
    return Act.SORT if press.action == "maybe" else ACTS.get(name)


def _whole(done: Done, event: Event) -> bool:
    """Whether what this person wrote answers every question that must be answered."""
    return event.act is Act.ADD or _complete(done.before, done.after, event.by)


def _complete(before: Session, after: Session, who: PersonId) -> bool:
    """Whether every question that this step asked is answered by now."""
    step = step_of(before)
    required = step.phase.form.required if step.phase.form else frozenset()
    return required <= set(after.gave(step.slot).get(who, ()))


def _on_the_floor(session: Session, who: PersonId) -> bool:
    stage = session.stage
    shown_before = session.under_way and who in session.shown.get(session.step.slot, ())
    return stage is not None and stage.turn == who and shown_before and session.step.phase.kind == "qa"


def fields_of(form: Form, which: str) -> tuple[Field, ...]:
    """The questions of a part of a form: `first`, `more`, `follow`, or one by its id."""
    typed = form.typed
    ticks = tuple(f for f in typed if f.kind == "tick")
    first = typed if form.whole else tuple(f for f in typed if f.required) + ticks
    match which:
        case "first":
            return (first or typed)[:5]
        case "more":
            return tuple(f for f in typed if f not in first)[:5]
        case "follow":
            return (FOLLOW_UP_FIELD,)
        case _:
            return tuple(f for f in typed if f.id == which)
