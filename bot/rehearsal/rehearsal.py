"""A whole meeting in simulated time: setup, check-in, plenary, groups, all rounds, back, goodbye, deletion."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal

from bot.plain import fit
from bot.rehearsal.briefs import MESSAGES, THEMES
from bot.rehearsal.playing import Hook, Play, nothing
from bot.rehearsal.robots.caring import CaringModerator
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.moderator import Brief, Moderator
from bot.rehearsal.robots.participant import Participant
from bot.rehearsal.robots.person import NEVER, Robot
from bot.rehearsal.topics import topics
from bot.rehearsal.trouble import Troubles, latecomers
from bot.rehearsal.watching import Watch
from bot.rehearsal.words import Language
from bot.rehearsal.world import CATEGORY, COORDINATOR, ROLE, Server, World, open_world
from methods.engine.model import Method, Talk
from methods.engine.state import MeetingId, Session
from methods.engine.text import Text
from methods.gates import gates_of
from methods.grouping import FEWEST, sizes
from methods.library import method
from methods.planning import plan
from methods.toml.writing import written

DAY = 86_400
MEETING = MeetingId(1)
"""The only meeting there is in a rehearsal's database."""
MOST_PEOPLE = 240
"""In groups of five as many as fit in a category of Discord, one room each."""


class Unfit(Exception):
    """What was asked for cannot be played; one sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What is to be played."""

    method: str = "bumpy"
    people: int = 12
    minutes: int | None = None
    talk: Literal["spoken", "written"] = "spoken"
    language: Language = "nl"
    seed: int = 7
    until: str | None = None
    """The phase at whose beginning the rehearsal ends; None: the end of the evening."""
    trouble: bool = False
    """Whether people come late, leave, fall silent, stop, call for help: see `bot/rehearsal/trouble.py`."""
    own: Method | None = None
    """The method itself where it came from a file; the coordinator puts it on the server first."""

    @property
    def recipe(self) -> Method:
        """What is played; KeyError for a method that there is not."""
        return self.own or method(self.method)

    def checked(self) -> "Script":
        """The same with its minutes; raises Unfit where it cannot be played."""
        if not FEWEST <= self.people <= MOST_PEOPLE:
            raise Unfit(f"A rehearsal takes {FEWEST} to {MOST_PEOPLE} people, not {self.people}.")
        try:
            recipe = self.recipe
        except KeyError as error:
            raise Unfit(str(error.args[0])) from None
        known = {topic.phase for topic in topics(self.language, recipe).values()}
        if self.until is not None and self.until not in known:
            raise Unfit(f"An evening with {self.method!r} has no phase {self.until!r}.")
        biggest = sizes(self.people)
        assert not isinstance(biggest, Text), "three people are enough"  # noqa: S101 - checked above
        planned = plan(recipe, max(biggest), self.minutes, Talk(self.talk))
        if not planned.fits and planned.notice is not None:
            raise Unfit(planned.notice.to(self.language))
        return replace(self, minutes=planned.minutes)


class Rehearsal:
    """One evening, and all who play in it."""

    def __init__(self, script: Script, world: World, server: Server | None = None) -> None:
        """`server`: where it is played; the first of this world, unless told otherwise."""
        self.script = script
        self.world = world
        self.server = server or world.servers[0]
        self.lines = Lines(
            script.language,
            script.seed,
            script.talk == "written",
            topics(script.language, script.recipe),
            script.method,
            script.recipe.case,
            script.recipe.title,
            improvises=script.own is not None,
        )
        self.people = [Participant(client, self.lines, script.seed) for client in self.server.people.values()]
        late = latecomers(script.people) if script.trouble else 0
        brief = self._brief(script.people - late)
        self.moderator = Moderator(self.server.moderator, self.lines, script.seed, brief)
        self.watch = Watch(world)
        self.troubles: Troubles | None = None
        if script.trouble:
            self.moderator = carer = CaringModerator(self.server.moderator, self.lines, script.seed, brief)
            self._prepare_for_trouble(carer, late)
        self.rooms: dict[int, str] = {}
        """What each channel was called, also those that have been deleted since."""

    @property
    def robots(self) -> list[Robot]:
        """Everybody who plays."""
        return [self.moderator, *self.people]

    def _prepare_for_trouble(self, carer: CaringModerator, late: int) -> None:
        """People who may be put elsewhere, some of whom come late, and somebody who sees to it that things go wrong."""
        dice = Random(f"{self.script.seed}·trouble")
        for robot in self.people:
            robot.moves_about = robot.table.attentive = True
        for robot in dice.sample(self.people, late):
            robot.roomless, robot.wake = True, NEVER
        self.watch.moved_on = carer.moved_on
        self.troubles = Troubles(self.world, self.people, carer, self.watch, dice)

    def _brief(self, people: int) -> Brief:
        script = self.script
        text = MESSAGES[script.language]
        meeting: dict[str, object] = {
            "method": script.method,
            "theme": theme_of(script),
            "talk": script.talk,
            "minutes": script.minutes,
            "place": "text" if script.talk == "written" else "voice",
            "language": script.language,
        }
        if gates_of(script.recipe):
            meeting["sure"] = True  # who rehearses has thought of it
        return Brief(
            board=self._channel(self.world.board),
            people=people,
            meeting=meeting,
            welcome=text["welcome"],
            theme=text["theme"],
            message=text["message"][0],
            goodbye=text["goodbye"],
            helping=text["helping"][0],
        )

    def _channel(self, name: str) -> int:
        return next(number for number, known in self.server.coordinator.rooms().items() if known == name)

    async def play(self, after: Hook = nothing) -> None:
        """Play it, to the end of the evening or to the phase that was named; `after` follows on each event."""
        await self.set_up()
        self.watch.begin()

        async def follow() -> None:
            await self.watch.look()
            if self.troubles is not None:
                await self.troubles.happen()
            await after()

        await Play(self.world, self.robots, follow).until(self.over)
        if self.troubles is not None:
            await self.watch.look_everywhere()

    async def set_up(self) -> None:
        """What the coordinator did once, before."""
        options = {
            "role": f"@&{ROLE}",
            "contact": f"@{COORDINATOR}",
            "channel": f"#{self.world.board}",
            "category": f"#{CATEGORY}",
            "language": self.script.language,
        }
        coordinator, board = self.server.coordinator, self._channel(self.world.board)
        await coordinator.command(board, "moderator setup", options)
        if self.script.own is not None:
            file = (f"{self.script.method}.toml", written(self.script.own).encode())
            await coordinator.command(board, "moderator method", {"file": file})
        self.world.open_commands()

    def over(self) -> bool:
        """Whether it has come to its end."""
        if self.script.until is None:
            return self.moderator.finished
        return all(self.script.until in person.notes.phases for person in self.people)

    async def clear_away(self) -> None:
        """The days in which the rooms stay pass; then Kring deletes them."""
        backend = self.world.env.backend
        self.rooms = {one.id: one.name or "" for one in backend.channels.values()}
        meeting = await self.world.store.meeting(MEETING)
        days = meeting.keep_days if meeting else 0
        await self.world.leap((days + 1) * DAY)

    async def sessions(self) -> list[Session]:
        """The conversations as Kring kept them: the plenary first."""
        return await self.world.store.sessions_of(MEETING)


def theme_of(script: Script) -> str:
    """What the evening is about; with a method from a file, what that is for."""
    known = THEMES.get(script.method)
    return known[script.language] if known else fit(script.recipe.name.to(script.language), 100)


@asynccontextmanager
async def rehearsal(script: Script) -> AsyncIterator[Rehearsal]:
    """A rehearsal about to begin, on a database that is gone afterwards. Raises Unfit."""
    script = script.checked()
    with TemporaryDirectory(prefix="kring-") as folder:
        async with open_world(Path(folder), script.language, script.people) as world:
            yield Rehearsal(script, world)
