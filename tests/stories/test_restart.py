"""Kring goes down after every single event of a whole session, and nobody notices."""

import asyncio
from collections import Counter
from functools import cache
from typing import Any

import pytest

from bot.rehearsal.commanding import quieten, wrong
from bot.rehearsal.recording import Heard
from bot.rehearsal.rehearsal import MEETING, Rehearsal, Script, rehearsal
from bot.rehearsal.robots.memory import KRING
from bot.rehearsal.summary import summary
from bot.rehearsal.world import BOARDS

pytestmark = pytest.mark.slow

SCRIPT = Script(method="bumpy", people=4, talk="written", language="nl", seed=5)


class Evening:
    """One evening played to its end: what came of it, and what stood where."""

    def __init__(self, *, restarts: bool) -> None:
        self.restarts = 0
        self.messages: Counter[tuple[str, str]] = Counter()
        self.boards = 0
        """How often the board was posted: it is one message that changes, and comes anew after 45 minutes."""
        self.figures: dict[str, Any] = {}
        self.problems: list[str] = []
        self._wanted = restarts
        self._before: object = None

    async def play(self) -> None:
        """Play it, with a restart after each event where that is wanted."""
        quieten()
        async with rehearsal(SCRIPT.checked()) as played:
            await played.play(lambda: self._after(played))
            self.figures = await summary(played)
            self.problems = list(wrong(played))
            names = {one.id: one.name or "direct" for one in played.world.env.backend.channels.values()}
            for heard in played.world.recorder.heard:
                where = names[heard.message.channel]
                if _said_by_kring(heard) and where in BOARDS.values():
                    self.boards += 1
                elif _said_by_kring(heard):
                    self.messages[where, _without_rooms(heard.message.text, names)] += 1
            self.restarts = played.world.restarts

    async def _after(self, played: Rehearsal) -> None:
        """After an event: when what is kept has changed, Kring goes down and comes back."""
        store = played.world.store
        meeting, sessions = await store.meeting(MEETING), await played.sessions()
        kept = [meeting, *sessions, await store.prepared(MEETING), await store.undelivered(2**40)]
        if self._wanted and kept != self._before:
            await played.world.restart()
        self._before = kept


def _said_by_kring(heard: Heard) -> bool:
    return heard.to is None and not heard.edited and heard.message.by == KRING


def _without_rooms(text: str, names: dict[int, str]) -> str:
    """Rooms by their names: their numbers say in which order things were made."""
    for number, name in names.items():
        text = text.replace(str(number), name)
    return text


@cache
def evening(*, restarts: bool) -> Evening:
    """An evening; both tests look at the same two."""
    played = Evening(restarts=restarts)
    asyncio.run(played.play())
    return played


def test_restarts_after_every_event_leave_the_same_summary_but_for_requests() -> None:
    calm, rough = evening(restarts=False), evening(restarts=True)
    assert calm.restarts == 0
    assert rough.restarts > 100
    assert rough.problems == calm.problems == []
    assert {**rough.figures, "requests": None} == {**calm.figures, "requests": None}


def test_no_message_comes_twice_and_none_is_missing() -> None:
    calm, rough = evening(restarts=False), evening(restarts=True)
    assert rough.messages == calm.messages
    assert rough.boards == calm.boards
