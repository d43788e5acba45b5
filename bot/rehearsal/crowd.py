"""Many rooms at once, on as many servers as they need, and what a moderator's acts cost there.

Each server has a meeting of its own. Robot people come, check in and go to their rooms until a phase has begun
everywhere; then the moderators conduct, one act after another, and each act is measured: how long until its first
answer, how many requests it made that count under Discord's global limit, and when the last room had heard of it.
"""

import gc
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, Final

from bot.rehearsal.playing import Hook, Play, nothing
from bot.rehearsal.recording import Request
from bot.rehearsal.rehearsal import Rehearsal, Script
from bot.rehearsal.requests import limited, purpose
from bot.rehearsal.robots.hands import Hands
from bot.rehearsal.robots.sight import Answer
from bot.rehearsal.words import crowd as everybody
from bot.rehearsal.world import open_world
from bot.saving import Done
from methods.engine.events import AnyEvent, TimeUp
from methods.engine.model import Kind
from methods.engine.state import SessionId
from methods.gathering import ROOMS_IN_CATEGORY

SOON: Final = 1.0
"""Seconds within which an act must have its first answer."""
ANSWER: Final = "/interactions/"
QUIET: Final = 10
"""Simulated seconds in which all rooms must have heard of an act."""
BOARD: Final = "the board"


Doing = Callable[[], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a moderator does by a command. `cost`: requests that the plan allows for each room."""

    name: str
    cost: int
    options: Mapping[str, object]
    words: str | None = None
    """What is filled in where a form comes up."""
    lobby: int = 0
    """Requests for each lobby."""


ACTS: Final = (
    Act("panel", 0, {}),
    Act("message", 1, {"groups": "all"}, "Jullie zijn mooi op weg."),
    Act("extend", 1, {"groups": "all"}),
    Act("pause", 1, {"groups": "all"}),
    Act("resume", 1, {"groups": "all"}),
    Act("return", 1, {"time": "+100"}, lobby=1),
    Act("next", 3, {"groups": "all"}),  # a card, who may write, and what is shown there
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One act on all servers: until its first answer, and until the last room had heard of it."""

    act: str
    waited: float
    """Simulated seconds that Kring let somebody wait for an answer."""
    worked: float
    """Seconds of work of this machine until the answer, the simulation's own included."""
    requests: int
    """Requests that count under the global limit, the boards' not among them."""
    planned: int
    """How many the plan allows."""
    board: int
    """Requests for the boards."""
    heard: float
    """Simulated seconds until the last request."""
    early: int = 0
    """Requests for rooms that were made while other rooms still waited for the act to be saved."""

    @property
    def slow(self) -> Iterator[str]:
        """Where somebody waited too long for an answer."""
        if max(self.waited, self.worked) > SOON:
            yield (
                f"{self.act}: the first answer came after {self.waited:.1f} simulated seconds "
                f"and {self.worked:.2f} seconds of work"
            )

    @property
    def waste(self) -> Iterator[str]:
        """Where it cost more requests than planned."""
        if self.requests > self.planned:
            yield f"{self.act}: {self.requests} requests, {self.planned} are planned"


def parts(rooms: int, most: int = ROOMS_IN_CATEGORY) -> list[int]:
    """So many rooms on as few servers as can have them, as evenly as they go."""
    servers = -(-rooms // most)
    each, more = divmod(rooms, servers)
    return [each + (number < more) for number in range(servers)]


class Crowd:
    """The meetings of one crowd, in one world."""

    def __init__(self, script: Script, rehearsals: Sequence[Rehearsal], rooms: int) -> None:
        self.script = script
        self.rehearsals = rehearsals
        self.rooms = rooms
        self.world = rehearsals[0].world
        self.measured: list[Measured] = []
        self._rang: set[SessionId] = set()
        self._saved = 0
        """How many requests there were when a session was saved last."""

    async def play(self, after: Hook = nothing) -> None:
        """Until the phase has begun everywhere."""
        for one in self.rehearsals:
            await one.set_up()
        robots = [robot for one in self.rehearsals for robot in one.robots]
        await Play(self.world, robots, after).until(lambda: all(one.over() for one in self.rehearsals))
        await self.world.pass_time(QUIET)

    async def conduct(self, acts: Sequence[Act] = ACTS) -> None:
        """Every act, by every moderator, one after another."""
        self.world.kring.host.watched = self._saw
        # What the simulation remembers of hundreds of people is none of Kring's work: it is not searched for garbage.
        gc.collect()
        gc.freeze()
        try:
            for act in acts:
                self.measured.append(await self._measure(act))
        finally:
            gc.unfreeze()

    def _saw(self, done: Done, event: AnyEvent) -> None:
        """Where the clock rings while an act is measured, the requests are not the act's alone."""
        if isinstance(event, TimeUp):
            self._rang.add(done.after.id)
        else:
            self._saved = len(self.world.recorder.requests)

    async def _measure(self, act: Act) -> Measured:
        recorder, clock = self.world.recorder, self.world.clock
        self._rang.clear()
        since, began = len(recorder.requests), clock.now()
        waits, early = [], 0
        for one in self.rehearsals:
            pressed = len(recorder.requests)
            waits.append(await self._waited(act, one))
            early += sum(_for_a_room(made) for made in recorder.requests[pressed : self._saved])
        await self.world.pass_time(QUIET)
        rang = {f"/channels/{await self.world.store.channel_of(one)}" for one in self._rang}
        made = [
            one
            for one in recorder.requests[since:]
            if limited(one) and not any(re.match(rf"{path}\b", one.path) for path in rang)
        ]
        boards = [one for one in made if purpose(one).endswith(BOARD)]
        rooms = self.rooms - len(self._rang)
        return Measured(
            act=act.name,
            waited=max(waited for waited, _ in waits),
            worked=max(worked for _, worked in waits),
            requests=len(made) - len(boards),
            planned=act.cost * rooms + act.lobby * len(self.rehearsals),
            board=len(boards),
            heard=max((one.at - began for one in made), default=0.0),
            early=early,
        )

    async def _waited(self, act: Act, played: Rehearsal) -> tuple[float, float]:
        """One moderator's act: how long its first answer took, and that of each press that it asked for."""
        hands, board = played.server.moderator, played.moderator.brief.board
        found = [await self._timed(lambda: hands.command(board, f"moderator {act.name}", act.options))]
        answer = found[-1][2]
        if answer.form is not None and act.words is not None:
            form, words = answer.form, {field.id: act.words for field in answer.form.fields}
            found.append(await self._timed(lambda: hands.hand_in(answer, form, words)))
        found += await self._sure(hands, found[-1][2])
        return max(one[0] for one in found), max(one[1] for one in found)

    async def _sure(self, hands: Hands, answer: Answer) -> list[tuple[float, float, Answer]]:
        """Where people are still busy the moderator is asked, and says yes."""
        told = answer.private
        button = told.button("conduct-sure") if told is not None else None
        if told is None or button is None:
            return []
        card, custom_id = told, button.custom_id
        return [await self._timed(lambda: hands.click(card, custom_id))]

    async def _timed(self, act: Doing) -> tuple[float, float, Answer]:
        recorder, clock = self.world.recorder, self.world.clock
        since, began, started = len(recorder.requests), clock.now(), process_time()
        answer = await act()
        first = next(one for one in recorder.requests[since:] if one.path.startswith(ANSWER))
        return first.at - began, first.worked - started, answer


def _for_a_room(request: Request) -> bool:
    return limited(request) and not purpose(request).endswith(BOARD)


def told(played: Crowd) -> Iterator[str]:
    """One line for each act."""
    yield f"{played.rooms} rooms on {len(played.rehearsals)} servers, in {played.script.until}."
    for one in played.measured:
        yield (
            f"{one.act}: answered after {one.waited:.1f} simulated seconds and {one.worked:.2f} seconds of work; "
            f"{one.requests} of {one.planned} planned requests, {one.board} for the boards; "
            f"the last room heard of it after {one.heard:.1f} s."
        )


def figures(played: Crowd) -> dict[str, Any]:
    """What is told of it, as it is kept."""
    return {
        "method": played.script.method,
        "rooms": played.rooms,
        "servers": len(played.rehearsals),
        "people": sum(len(one.people) for one in played.rehearsals),
        "until": played.script.until,
        "conducting": [
            {
                "act": one.act,
                "first_answer_seconds": {"simulated": round(one.waited, 3), "worked": round(one.worked, 3)},
                "limited_requests": one.requests,
                "planned_requests": one.planned,
                "board_requests": one.board,
                "requests_before_all_was_saved": one.early,
                "heard_everywhere_after_seconds": round(one.heard, 1),
            }
            for one in played.measured
        ],
    }


def first_write_phase(script: Script) -> str:
    """The phase of the method itself in which people first write."""
    return next(phase.id for phase in script.recipe.phases if phase.kind is Kind.WRITE)


@asynccontextmanager
async def crowded(script: Script, rooms: int, most: int = ROOMS_IN_CATEGORY) -> AsyncIterator[Crowd]:
    """So many rooms about to open, at most so many on one server, each with as many people as the method likes best.

    `script.people` does not matter.
    """
    counts = [script.recipe.well * each for each in parts(rooms, most)]
    names = [persona.name for persona in everybody()]
    script = replace(script, people=counts[0], until=script.until or first_write_phase(script)).checked()
    with TemporaryDirectory(prefix="kring-") as folder:
        async with open_world(Path(folder), script.language, counts[0], expected=sum(counts)) as world:
            for number, count in enumerate(counts[1:], start=1):
                before = sum(counts[:number])
                await world.add_server(names[before : before + count])
            played = [
                Rehearsal(replace(script, people=count), world, server)
                for count, server in zip(counts, world.servers, strict=True)
            ]
            yield Crowd(script, played, rooms)
