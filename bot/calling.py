"""Calling a meeting and choosing another method for it: whether it can be, what to think of first, its lobby."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import sayings as say
from bot.host import Host
from methods import gathering
from methods.carrying import carried
from methods.engine.messages import Refusal
from methods.engine.model import Content, Method, Place, Talk
from methods.engine.state import MeetingId
from methods.engine.text import Language, Moment, PersonId, Text
from methods.gates import before, together
from methods.library import all_methods, recipe_of
from methods.meeting import Meeting, ServerId, Tempo
from methods.planning import Plan, plan
from storage.transaction import Transaction

EXPECTED = 6
"""People in the biggest group, before anybody has come."""
MINUTES = range(30, 301)
AGAIN = 120
"""Seconds in which the same meeting, called once more by the same moderator, is the same one."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The meeting that a moderator asks for."""

    server: ServerId
    moderator: PersonId
    method: Method
    theme: str
    minutes: int | None
    talk: Talk
    place: Place
    language: Language
    keep_days: int
    tempo: Tempo = Tempo.OWN
    sure: bool = False
    """Asked before, and wanted all the same."""
    content: Content = Content.ROOM


class Calling:
    """Makes meetings. `deliver` lets what waits for a meeting be said."""

    def __init__(self, host: Host, deliver: Callable[[MeetingId], None]) -> None:
        self._host = host
        self._deliver = deliver
        self._one_by_one = asyncio.Lock()

    async def call(self, wish: Wish, name: str) -> Meeting | Text:
        """Call a meeting and open its lobby; or say why this one cannot be, or what to think of first.

        `name`: the moderator's here. Who gets no answer calls once more: that is the same meeting.
        """
        if wish.minutes is not None and wish.minutes not in MINUTES:
            return say.BAD_MINUTES
        if wish.place is Place.ELSEWHERE and wish.talk is Talk.WRITTEN:
            return say.ALOUD_ELSEWHERE
        planned = plan(wish.method, EXPECTED, wish.minutes, wish.talk)
        objection = _objection(wish.method, wish.talk, planned, sure=wish.sure)
        if objection is not None:
            return objection
        meeting = _meeting(wish, planned.minutes, self._host.now())
        async with self._host.store.transaction() as change:
            await change.put_person(wish.server, wish.moderator, name=name)
        async with self._one_by_one:
            begun = await self._called_just_now(meeting)
            if begun is None:
                begun = await self._host.begin_meeting(meeting, gathering.opening_of(meeting))
        self._deliver(begun.id)
        return begun

    async def _called_just_now(self, wanted: Meeting) -> Meeting | None:
        """The meeting that the same moderator called a moment ago in the same words, if it has not begun."""
        going_on = await self._host.store.meetings_of(wanted.server, open_only=True)
        return next((one for one in going_on if _is_the_same(one, wanted)), None)

    async def change_method(self, meeting: Meeting, recipe: Method, *, sure: bool) -> Meeting | Refusal:
        """Another method for a meeting whose plenary has not begun; prepared cases go along as far as they fit."""
        planned = plan(recipe, EXPECTED, meeting.minutes, meeting.talk)
        objection = _objection(recipe, meeting.talk, planned, sure=sure)
        if objection is not None:
            return Refusal(objection)
        earlier, built_in = recipe_of(meeting), recipe in all_methods()

        async def cases_too(change: Transaction) -> None:
            for who in await change.prepared(meeting.id):
                words = await change.case(meeting.id, who) or {}
                await change.keep_case(meeting.id, who, carried(words, earlier, recipe))

        outcome = await self._host.change_meeting(
            meeting.id, lambda now: gathering.change_method(now, recipe, built_in=built_in), cases_too
        )
        if isinstance(outcome, Meeting):
            self._deliver(meeting.id)
        return outcome or Refusal(say.NOT_FOUND)


def _objection(recipe: Method, talk: Talk, planned: Plan, *, sure: bool) -> Text | None:
    """Why there can be no meeting with this method, or what to think of first; None when nothing is in the way."""
    doubts = before(recipe, talk, people=EXPECTED, minutes=planned.minutes)
    firm = [gate.text for gate in doubts if gate.firm]
    if firm or not planned.fits:
        return firm[0] if firm else planned.notice or say.BAD_MINUTES
    if doubts and not sure:
        return say.SURE_CALL.filled(reasons=together([gate.text for gate in doubts]))
    return None


def _meeting(wish: Wish, minutes: int, now: Moment) -> Meeting:
    return Meeting(
        id=MeetingId(0),
        server=wish.server,
        method=wish.method.id,
        own=None if wish.method in all_methods() else wish.method,
        theme=wish.theme,
        minutes=minutes,
        talk=wish.talk,
        place=wish.place,
        content=wish.content,
        tempo=wish.tempo,
        language=wish.language,
        seed=now + wish.moderator % 1000,
        opened=now,
        keep_days=wish.keep_days,
        moderators=(wish.moderator,),
    )


def _is_the_same(there: Meeting, wanted: Meeting) -> bool:
    """Whether this meeting is the one that is wanted, called a moment ago."""
    if there.plenary is not None or there.groups or not 0 <= wanted.opened - there.opened < AGAIN:
        return False
    plain = replace(there, id=wanted.id, version=wanted.version, seed=wanted.seed, opened=wanted.opened)
    return replace(plain, present=wanted.present, practised=wanted.practised) == wanted
