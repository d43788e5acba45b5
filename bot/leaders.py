"""Presses about who leads: in the leaders' room, under the question in the lobby, and on the moderator's panel."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

import discord
from discord import ui

from bot import sayings as say
from bot.cards import Cards
from bot.conduct import Conduct
from bot.custom_id import Press
from bot.facts import gather
from bot.host import Host
from bot.leaders_room import roster, roster_text
from bot.leading import Leading
from bot.panel import Panel
from bot.panel_lists import MOST_OPTIONS, chosen_people, number_of
from bot.regrouping import Regrouping
from bot.render import said
from bot.replies import Reply
from bot.screen import OWN, Row, in_rows, message, note, plain_button
from methods import conferring
from methods.engine.messages import Refusal
from methods.engine.model import Place
from methods.engine.state import MeetingId
from methods.engine.text import Language, Person, PersonId, Text, line
from methods.meeting import Meeting

T = TypeVar("T")
Handler = Callable[[Reply, Press, Meeting], Awaitable[None]]

OFFERS = (("ask", say.ASK_VOLUNTEER), ("kring", say.KRING_DOES), ("me", say.I_DO_IT), ("divide", say.DIVIDE))
"""What a moderator can choose for a group without a leader."""


class Leaders:
    """Handles presses whose action begins with `leaders-`; the session field is the meeting's number."""

    def __init__(self, host: Host, conduct: Conduct, cards: Cards, panel: Panel) -> None:
        self._host = host
        self._conduct = conduct
        self._cards = cards
        self._panel = panel
        self._leading = Leading(host, conduct)
        self._regrouping = Regrouping(host, conduct)
        self._presses: Mapping[str, Handler] = {
            "take": self._take,
            "roster": self._roster,
            "seek": self._seek,
            "sure": self._give_up,
        }
        self._conducted: Mapping[str, Handler] = {
            "named": self._named,
            "without": self._without,
            "do": self._do,
        }

    async def press(self, reply: Reply, press: Press) -> None:
        """Answer a press; what a moderator decides is for moderators only."""
        meeting = await self._host.store.meeting(MeetingId(press.session))
        name = press.action.removeprefix("leaders-")
        handler = self._presses.get(name) or self._conducted.get(name)
        if meeting is None or meeting.server != reply.server or handler is None:
            await self._tell(reply, say.NOT_FOUND)
        elif name in self._conducted and not await self._cards.moderates(reply):
            await self._tell(reply, await self._cards.moderators_only(reply))
        else:
            if name in self._conducted:
                await self._patiently(reply, self._conduct.appoint(meeting, reply.who))
            await handler(reply, press, meeting)

    async def _patiently(self, reply: Reply, work: Awaitable[T]) -> T:
        return await reply.patiently(work, private=not reply.from_private)

    async def _tell(self, reply: Reply, text: Text) -> None:
        await reply.renew(note(text.to(await self._cards.language(reply))))

    # --- For whoever leads, or will ----------------------------------------------------------------------

    async def _take(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        """«Ik leid», under the question in the lobby."""
        number, name = number_of(press.extra), reply.interaction.user.display_name
        outcome = await self._patiently(reply, self._volunteer(meeting, number, reply.who, name))
        if isinstance(outcome, Refusal) and outcome.reason is say.LED_ALREADY:
            group = meeting.group(number)
            spoken = line(
                say.LED_ALREADY, person=Person(group.leader if group and group.leader else reply.who)
            )
            language = await self._cards.language(reply)
            facts = await gather(self._host.store, meeting, [spoken], language)
            await reply.private(note(said(spoken, facts)))
        else:
            await self._tell(reply, outcome.reason if isinstance(outcome, Refusal) else say.YOU_LEAD)

    async def _volunteer(self, meeting: Meeting, number: int, who: PersonId, name: str) -> Meeting | Refusal:
        async with self._host.store.transaction() as change:
            await change.put_person(meeting.server, who, name=name)
        return await self._leading.volunteer(meeting, number, who)

    async def _roster(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """The roster as it is now, in its own place."""
        if reply.who not in conferring.confer(meeting):
            await self._tell(reply, say.FOR_LEADERS)
            return
        text = await roster_text(self._host, meeting, meeting.language)
        await reply.update(roster(text, meeting, reply.mark))

    async def _seek(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        """«Wie neemt over?»: a leader is asked first, a moderator gets the groups without a leader."""
        if reply.who in meeting.leaders:
            language = await self._cards.language(reply)
            yes = plain_button("leaders-sure", say.SURE, language, meeting.id)
            await reply.private(message(say.GIVE_UP_SURE.to(language), in_rows([yes]), colour=OWN))
        elif await self._cards.moderates(reply):
            await self._without(reply, press, meeting)
        else:
            await self._tell(reply, say.FOR_LEADERS)

    async def _give_up(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        outcome = await self._patiently(reply, self._leading.give_up(meeting, reply.who))
        await self._tell(reply, outcome.reason if isinstance(outcome, Refusal) else say.GAVE_UP)

    # --- For moderators -----------------------------------------------------------------------------------

    async def _named(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """Who lead today was chosen on the panel."""
        outcome = await self._patiently(reply, self._name(meeting, chosen_people(reply)))
        language = await self._cards.language(reply)
        first = outcome.reason if isinstance(outcome, Refusal) else _named_text(meeting)
        await reply.renew(await self._panel.view(meeting.id, language, first.to(language)))

    async def _name(self, meeting: Meeting, people: Mapping[PersonId, str]) -> Meeting | Refusal:
        async with self._host.store.transaction() as change:
            for who, name in people.items():
                if name:
                    await change.put_person(meeting.server, who, name=name)
        return await self._conduct.change(meeting.id, lambda now: conferring.name_leaders(now, tuple(people)))

    async def _without(self, reply: Reply, _: Press, meeting: Meeting) -> None:
        """The groups without a leader, and what can be done for the one that was chosen."""
        await self._show(reply, meeting, number_of(next(iter(reply.chosen), "")))

    async def _show(self, reply: Reply, meeting: Meeting, chosen: int, first: str = "") -> None:
        language = await self._cards.language(reply)
        numbers = [group.number for group in await self._leading.without_leader(meeting)]
        if not numbers:
            text = "\n\n".join(filter(None, (first, say.ALL_LED.to(language))))
            back = in_rows([plain_button("conduct-panel", say.PANEL, language, meeting.id)])
            await reply.renew(message(text, back, colour=OWN))
            return
        chosen = chosen if chosen in numbers else numbers[0]
        text = say.WITHOUT_LEADER.to(language, group=str(chosen))
        rows = self._choice(meeting, numbers, chosen, language)
        await reply.renew(message("\n\n".join(filter(None, (first, text))), rows, colour=OWN))

    def _choice(self, meeting: Meeting, numbers: list[int], chosen: int, language: Language) -> list[Row]:
        buttons = [
            plain_button("leaders-do", label, language, meeting.id, extra=f"{name}.{chosen}")
            for name, label in OFFERS
            if name != "divide" or len(meeting.groups) > 1
        ]
        buttons.append(plain_button("conduct-panel", say.PANEL, language, meeting.id))
        if len(numbers) == 1:
            return in_rows(buttons)
        options = [
            discord.SelectOption(
                label=say.GROUP_NUMBER.to(language, number=str(number)),
                value=str(number),
                default=number == chosen,
            )
            for number in numbers[:MOST_OPTIONS]
        ]
        select = ui.Select[ui.LayoutView](
            custom_id=str(Press("leaders-without", meeting.id)), options=options
        )
        return [Row(select), *in_rows(buttons)]

    async def _do(self, reply: Reply, press: Press, meeting: Meeting) -> None:
        name, _, number = press.extra.partition(".")
        work = self._done(meeting, name, number_of(number), reply.who)
        outcome = await self._patiently(reply, work)
        after = await self._host.store.meeting(meeting.id) or meeting
        first = outcome.reason if isinstance(outcome, Refusal) else say.OFFER_DONE.get(name, say.DONE)
        group = number_of(number)
        language = await self._cards.language(reply)
        await self._show(reply, after, group, first.to(language, group=str(group)))

    async def _done(self, meeting: Meeting, name: str, number: int, who: PersonId) -> Meeting | Refusal:
        match name:
            case "ask":
                return await self._leading.ask(meeting, number, who)
            case "kring":
                return await self._conduct.lead(meeting.id, number, None)
            case "me":
                return await self._leading.step_in(meeting, number, who)
            case "divide":
                return await self._regrouping.divide(meeting.id, who, number)
            case _:
                return Refusal(say.FORGED)


def _named_text(meeting: Meeting) -> Text:
    """What follows from naming leaders; outside Discord there is no room for them."""
    return say.LEADERS_NOTED if meeting.place is Place.ELSEWHERE else say.LEADERS_NAMED
