"""The moderator's panel: private, one message, everything a moderator does on the evening."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

import discord
import structlog
from discord import ui

from bot import panel_lists as lists
from bot import sayings as say
from bot.board import PAIR, Boards, group_line, group_name, need, proposal_line
from bot.cards import Cards
from bot.conduct import Conduct, Result
from bot.custom_id import Press
from bot.facts import gather
from bot.forms import modal, read
from bot.host import Host
from bot.panel_lists import chosen_people, number_of
from bot.paper import plan_on_paper, session_on_paper
from bot.regrouping import Regrouping
from bot.render import said as rendered
from bot.replies import AT_ONCE, Reply
from bot.returning import Returning
from bot.screen import LONGEST, OWN, Row, in_rows, message, note, plain_button
from bot.target import target_of, these
from bot.texts import parts
from methods import gathering
from methods.engine.events import Act
from methods.engine.messages import Refusal
from methods.engine.model import Field, Place
from methods.engine.state import MeetingId, Status
from methods.engine.text import Language, Moment, People, PersonId, line
from methods.engine.wording import LABELS
from methods.grouping import remark
from methods.library import recipe_of
from methods.meeting import ChannelId, Meeting, MeetingStage
from storage.problems import Conflict, StorageProblem

log = structlog.get_logger()
T = TypeVar("T")

ACTS = (Act.NEXT, Act.BACK, Act.UNDO, Act.EXTEND, Act.PAUSE, Act.RESUME, Act.HELPED, Act.SETTLED)
MESSAGE = Field(id="text", label=say.MESSAGE, max_length=1500, required=True)
FORMS = {"conduct-message", "conduct-return"}
"""Presses that are answered with a form."""


class Panel:
    """Handles presses whose action begins with `conduct-`; the session field is the meeting's number."""

    def __init__(self, host: Host, conduct: Conduct, cards: Cards, boards: Boards) -> None:
        self._host = host
        self._conduct = conduct
        self._cards = cards
        self._boards = boards
        self._regrouping = Regrouping(host, conduct)
        self.returning = Returning(host, conduct, cards, told, self._answer)
        self._presses: Mapping[str, Callable[[Reply, Press, Meeting], Awaitable[None]]] = {
            "panel": self._open,
            "target": self._target,
            "do": self._do,
            "sure": self._do,
            "begin": self._begin,
            "groups": self._groups,
            "open": self._open_groups,
            "who": self._who_moves,
            "to": self._move,
            "leads": self._lead,
            "merge": self._merge,
            "guide": self._guide,
            "paper": self._paper,
            "beamer": self._beamer,
            "present": self._present,
            "return": self.returning.ask,
            "return-send": self.returning.typed,
            "return-at": self.returning.chosen,
            "message": self._ask_message,
            "send": self._send_message,
            "close": self._close,
        }

    async def press(self, reply: Reply, press: Press) -> None:
        """Answer a moderator's press."""
        if not await self._cards.moderates(reply):
            await self._cards.give_back(reply, await self._cards.moderators_only(reply), reply.words)
            return
        meeting = await self._host.store.meeting(MeetingId(press.session))
        handler = self._presses.get(press.action.removeprefix("conduct-"))
        if meeting is None or meeting.server != reply.interaction.guild_id or handler is None:
            await self._cards.give_back(reply, say.NOT_FOUND, reply.words)
            return
        if press.action not in FORMS:  # A form must come at once; who sends it joins in then.
            await self._patiently(reply, self._conduct.appoint(meeting, reply.who))
        await handler(reply, press, meeting)

    async def _patiently(self, reply: Reply, work: Awaitable[T]) -> T:
        return await reply.patiently(work, private=not reply.from_private, within=AT_ONCE)

    # --- What it looks like ---------------------------------------------------------------------------------

    async def view(
        self,
        meeting_id: MeetingId,
        language: Language,
        said: str = "",
        target: str = "all",
        asked: str = "",
    ) -> ui.LayoutView:
        """The panel as it is now; `said` is the answer to what was pressed, `asked` what another press would do."""
        meeting = await self._host.store.meeting(meeting_id)
        if meeting is None:
            return note(say.NOT_FOUND.to(language))
        text = await self._boards.text(meeting, language, LONGEST - len(said) - 2)
        rows = self._rows(meeting, language, target)
        if asked:
            rows = [Row(_sure_button(asked, meeting_id, language)), *rows]
        return message(f"{said}\n\n{text}" if said else text, rows, colour=OWN)

    def _rows(self, meeting: Meeting, language: Language, target: str) -> list[Row]:
        button = partial(plain_button, language=language, session=meeting.id)
        if meeting.stage is MeetingStage.CLOSED:
            return []
        if meeting.stage is MeetingStage.GATHERING:
            first = [
                button("conduct-begin", say.BEGIN),
                button("conduct-groups", say.MAKE_GROUPS, extra=str(meeting.version)),
                button("conduct-open", say.OPEN_GROUPS),
                button("which", say.WHICH),
                button("evening-start", say.SMALL),
                button("conduct-paper", say.ON_PAPER),
                button("conduct-close", say.CLOSE),
            ]
            if any(group.leader is None for group in meeting.groups):
                first.append(button("leaders-without", say.WITHOUT_LEADERS))
            return lists.ticking(meeting, language) + in_rows(first) + lists.adjusting(meeting, language)
        shown = self._host.now()
        acts = [button("conduct-do", LABELS[act], extra=f"{act.value}.{target}.{shown}") for act in ACTS]
        more = [
            button("conduct-return", say.RETURN_AT, extra=target),
            button("conduct-message", say.MESSAGE, extra=target),
            button("conduct-guide", say.GUIDE),
            button("conduct-paper", say.ON_PAPER),
            button("conduct-close", say.CLOSE),
        ]
        if meeting.place is Place.ELSEWHERE:
            more.append(button("conduct-beamer", say.BEAMER, extra=target))
        if any(group.leader is None for group in meeting.groups):
            more.append(button("leaders-without", say.WITHOUT_LEADERS))
        more += [
            button("conduct-merge", say.MERGE.filled(number=str(group.number)), extra=str(group.number))
            for group in meeting.groups
            if group.session is not None and 0 < len(group.members) <= PAIR and len(meeting.groups) > 1
        ][:2]
        rows = [*lists.targets(meeting, language, target), *in_rows([*acts, *more])]
        return rows + lists.adjusting(meeting, language)

    async def _answer(
        self, reply: Reply, meeting: MeetingId, said: str, target: str = "all", asked: str = ""
    ) -> None:
        await reply.renew(await self.view(meeting, await self._cards.language(reply), said, target, asked))

    # --- Presses --------------------------------------------------------------------------------------------

    async def _open(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        await self._answer(reply, meeting.id, "")

    async def _target(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        await self._answer(reply, meeting.id, "", next(iter(reply.chosen), "all"))

    async def _do(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        name, code, shown = (*press.extra.split("."), "", "")[:3]
        target = target_of(code)
        language = await self._cards.language(reply)
        if target is None or name not in {act.value for act in ACTS}:
            await self._answer(reply, meeting.id, say.NO_SUCH_GROUP.to(language))
            return
        sure = press.action == "conduct-sure"
        seen = Moment(int(shown)) if shown.isdecimal() else None
        work = self._conduct.act(meeting.id, reply.who, Act(name), target, sure=sure, shown=seen)
        results = await self._patiently(reply, work)
        said = told(results, language)
        if name == Act.HELPED:
            said = "\n".join([said, *await self._ways(meeting, results, language)])
        after = "all" if sure else target.code
        await self._answer(reply, meeting.id, said, after, asked(Act(name), results))

    async def _ways(self, meeting: Meeting, results: Sequence[Result], language: Language) -> list[str]:
        """A link to each room that a moderator may enter now."""
        sessions = {group.number: group.session for group in meeting.groups}
        ways = []
        for result in results:
            session = sessions.get(result.group) if result.reason is None else None
            channel = await self._host.store.channel_of(session) if session else None
            ways += [say.YOUR_WAY.to(language, room=f"<#{channel}>")] if channel else []
        return ways

    async def _guide(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """The group that can use this moderator best, with one button to go in."""
        language = await self._cards.language(reply)
        sessions = await self._host.store.sessions_of(meeting.id)
        open_ = [
            s for s in sessions if s.group and s.status is not Status.ENDED and reply.who not in s.members
        ]
        first = min(open_, key=need, default=None)
        if first is None:
            await self._answer(reply, meeting.id, say.NOBODY_NEEDS_YOU.to(language))
            return
        told_ = group_line(first, self._host.now())
        facts = await gather(self._host.store, meeting, [told_], language)
        await self._answer(
            reply,
            meeting.id,
            f"{say.GUIDED.to(language)}\n{rendered(told_, facts)}",
            f"g{first.group}",
        )

    async def _begin(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        await self._changed(reply, meeting, gathering.begin)

    async def _groups(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        salt = int(press.extra) if press.extra.isdecimal() and meeting.groups else 0
        await self._become(reply, meeting, self._conduct.group(meeting.id, salt))

    async def _changed(
        self, reply: Reply, meeting: Meeting, change: Callable[[Meeting], gathering.MeetingChange | Refusal]
    ) -> None:
        await self._become(reply, meeting, self._conduct.change(meeting.id, change))

    async def _become(self, reply: Reply, before: Meeting, work: Awaitable[Meeting | Refusal]) -> None:
        """Show what the meeting has become, and what there is to say about it."""
        outcome = await self._patiently(reply, work)
        said = await self.said(outcome, before, await self._cards.language(reply))
        await self._answer(reply, before.id, said)

    async def said(self, outcome: Meeting | Refusal, before: Meeting, language: Language) -> str:
        """What to say about a change: why not, or that it was done, with remarks about the groups and who has left."""
        after = await self._host.store.meeting(before.id) if isinstance(outcome, Refusal) else outcome
        left = [who for who in before.present if after is not None and who not in after.present]
        remarks = [await self._who_left(before, left, language)] if left else []
        if isinstance(outcome, Refusal):
            return " ".join([*remarks, outcome.reason.to(language)])
        well = recipe_of(outcome).well
        sizes = dict.fromkeys(text for group in outcome.groups if (text := remark(len(group.members), well)))
        return " ".join([say.DONE.to(language), *remarks, *(text.to(language) for text in sizes)])

    async def _who_left(self, meeting: Meeting, people: Sequence[PersonId], language: Language) -> str:
        spoken = line(say.LEFT_SERVER, people=People(tuple(people)))
        return rendered(spoken, await gather(self._host.store, meeting, [spoken], language))

    async def _open_groups(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        await self._become(reply, meeting, self._conduct.open(meeting.id))

    async def _who_moves(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """Somebody was chosen; ask to which group."""
        who = number_of(next(iter(reply.chosen), ""))
        language = await self._cards.language(reply)
        if not meeting.groups:
            await self._answer(reply, meeting.id, say.NO_SUCH_GROUP.to(language))
            return
        facts = await gather(
            self._host.store, meeting, [], language, also=[m for g in meeting.groups for m in g.members]
        )
        select = ui.Select[ui.LayoutView](
            custom_id=str(Press("conduct-to", meeting.id, extra=str(who))),
            options=[
                discord.SelectOption(
                    label=proposal_line(g.number, g.leader, g.members, facts)[:100], value=str(g.number)
                )
                for g in meeting.groups[:25]
            ],
        )
        await reply.update(message(say.WHERE_TO.to(language), [Row(select)], colour=OWN))

    async def _move(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        who, number = PersonId(number_of(press.extra)), number_of(next(iter(reply.chosen), ""))
        await self._become(reply, meeting, self._conduct.place(meeting.id, who, number))

    async def _lead(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        who = PersonId(number_of(next(iter(reply.chosen), "")))
        number = next((g.number for g in meeting.groups if who in g.members), 0)
        await self._become(reply, meeting, self._conduct.lead(meeting.id, number, who))

    async def _merge(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        await self._become(
            reply, meeting, self._regrouping.merge(meeting.id, reply.who, number_of(press.extra))
        )

    async def _beamer(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        """Outside Discord: the chosen group's card, in the channel where this was pressed."""
        number = number_of(press.extra.removeprefix("g"))
        channel = ChannelId(reply.interaction.channel_id or 0)
        said_ = await self._patiently(reply, self._conduct.show_card(meeting.id, number, channel))
        await self._answer(reply, meeting.id, said_.to(await self._cards.language(reply)), press.extra)

    async def _present(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """Outside Discord the trainer ticks who is there."""
        people = list(chosen_people(reply).items())
        await self._become(reply, meeting, self._conduct.tick(meeting, people))

    async def _paper(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """The running script of every group, or the planned one: text that can be printed or copied."""
        language, now = await self._cards.language(reply), self._host.now()
        sessions = [s for s in await self._host.store.sessions_of(meeting.id) if s.group]
        lines = [one for session in sessions for one in session_on_paper(session, now)]
        lines = lines or plan_on_paper(gathering.plan_of(meeting), now)
        facts = await gather(self._host.store, meeting, lines, language)
        for text in parts("\n".join(rendered(one, facts) for one in lines)):
            await reply.private(note(text))

    async def _ask_message(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        language = await self._cards.language(reply)
        target = Press("conduct-send", meeting.id, reply.id, extra=press.extra or "all")
        promise = say.PROMISE_MESSAGE.to(language)
        await reply.form(modal(str(target), say.MESSAGE.to(language), [MESSAGE], language, intro=promise))

    async def _send_message(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        words, target = read(reply.data), target_of(press.extra)
        # By when its form was opened a message is known again that is handed in twice.
        number = press.visit or reply.id
        text = words.get(MESSAGE.id, "")
        if target is None or not text:
            await self._cards.give_back(reply, say.NO_SUCH_GROUP, words)
            return
        try:
            telling = self._conduct.tell(meeting.id, reply.who, text, target, number)
            results = await self._patiently(reply, telling)
        except (StorageProblem, Conflict):
            log.exception("message not saved", meeting=meeting.id)
            await self._cards.give_back(reply, say.NOT_SAVED, words)
            return
        await self._answer(reply, meeting.id, told(results, await self._cards.language(reply)), target.code)

    async def _close(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        language = await self._cards.language(reply)
        closing = self._conduct.close(meeting.id, reply.who, sure=press.extra == "sure")
        outcome = await self._patiently(reply, closing)
        if isinstance(outcome, Refusal) and outcome.ask:
            yes = plain_button("conduct-close", say.SURE, language, meeting.id, extra="sure")
            await reply.private(message(outcome.reason.to(language), in_rows([yes]), colour=OWN))
            return
        await self._answer(reply, meeting.id, await self.said(outcome, meeting, language))


def told(results: Sequence[Result], language: Language) -> str:
    """What became of an act, group by group: first where it was done, then each reason why not elsewhere."""
    done = [r.group for r in results if r.reason is None]
    groups = ", ".join(str(number) for number in done if number)
    lines = [say.DONE_IN.to(language, groups=groups)] if groups else []
    lines += [say.DONE_PLENARY.to(language)] if 0 in done else []
    for reason in dict.fromkeys(r.reason for r in results if r.reason is not None):
        where = ", ".join(group_name(r.group).to(language) for r in results if r.reason is reason)
        lines.append(say.NOT_IN.to(language, group=where, reason=reason.to(language)))
    return "\n".join(lines) or say.NO_GROUP.to(language)


def _sure_button(extra: str, meeting: MeetingId, language: Language) -> ui.Button[ui.LayoutView]:
    """«Ja, doen in groep 2, 5», or in how many groups."""
    code = extra.partition(".")[2]
    if code.startswith("m"):
        label = say.SURE_IN_MANY.filled(count=str(int(code[1:], 16).bit_count()))
    elif code == "g0":
        label = say.SURE
    else:
        label = say.SURE_IN.filled(groups=code[1:].replace("-", ", "))
    return plain_button("conduct-sure", label, language, meeting, extra=extra)


def asked(act: Act, results: Sequence[Result]) -> str:
    """What a second press would do: this act in the groups that asked for one; nothing when none did."""
    groups = [result.group for result in results if result.ask]
    return f"{act.value}.{these(groups).code}" if groups else ""
