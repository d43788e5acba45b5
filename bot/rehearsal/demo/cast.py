"""Who plays along: the robots, as far as nobody in the browser is them, and what the moderator does unasked."""

from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

from bot.rehearsal.borrowed import told
from bot.rehearsal.clients import Client
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.participant import Participant
from bot.rehearsal.robots.sight import Answer, Message
from bot.rehearsal.topics import topics
from bot.rehearsal.words import FORM_PHASES, Language
from bot.rehearsal.world import COORDINATOR, ROLE, World
from methods.engine.state import Session
from methods.library import method
from methods.meeting import Meeting, MeetingStage, ServerId

Turn = Callable[[], AbstractAsyncContextManager[World]]

THEMES = {"nl": "Grenzen stellen", "en": "Setting boundaries"}
MINUTES = 150
"""Long enough for six people who type, whatever the method."""
SOON = (4, 40)
"""Within how many seconds the robots arrive."""
QUICK = 0.6
"""How much of its usual time a robot takes here: nobody likes to wait for a machine."""
PAUSE = 4
"""Seconds between the last arrival and what the moderator does."""


def lines_for(language: Language, talk: str, seed: int, method_id: str) -> Lines:
    """The book that the robots speak from."""
    recipe = method(method_id)
    return Lines(
        language, seed, talk == "written", topics(language, recipe), method_id, recipe.case, recipe.title
    )


class Willing(Client):
    """A robot's hands on this stage: where it votes, it votes for the person who asked for it."""

    favour: int | None = None

    async def choose(self, message: Message, custom_id: str, values: Sequence[str]) -> Answer:
        """Choose from a list; the favoured case, when it is a vote and the case is in it."""
        choice = next((one for one in message.choices if one.custom_id == custom_id), None)
        wished = str(self.favour)
        if choice and choice.press.action == "vote" and wished in {o.value for o in choice.options}:
            values = [wished]
        return await super().choose(message, custom_id, values)


class Cast:
    """The robots of one world. `humans`: who is somebody in a browser now, and therefore no robot."""

    def __init__(self, world: World, lines: Lines, humans: Callable[[], Container[int]]) -> None:
        self._world = world
        self._lines = lines
        self._humans = humans
        self._leads: Client | None = None
        """Who asked to lead the group."""
        self._ready: float | None = None
        self._opened = False
        self._lobby = 0
        self._read = 0
        self._called: float | None = None
        """Since when the moderator has been asked to go on with the plenary."""
        self._robots = {one.id: self._robot(one) for one in world.people.values()}

    def _robot(self, person: Client) -> Participant:
        """Somebody who comes soon, is not slow, and tries nothing that is not allowed."""
        hands = Willing(self._world.env, person.actor, person.name)
        robot = Participant(hands, self._lines, self._lines.seed)
        robot.wake = self._world.clock.now() + self._lines.dice("soon", person.name).randint(*SOON)
        robot.character = replace(robot.character, mischief=0, pace=robot.character.pace * QUICK)
        return robot

    # --- Beginning ------------------------------------------------------------------------------------------

    async def call_meeting(self, method: str) -> None:
        """What happened before the page opens: Kring was set up, and a meeting called."""
        world = self._world
        world.open_commands()
        language = self._lines.language
        talk = "written" if self._lines.written else "spoken"
        anywhere = min(world.coordinator.rooms())
        setup = {"role": f"@&{ROLE}", "contact": f"@{COORDINATOR}", "channel": f"#{world.board}"}
        await world.coordinator.command(anywhere, "moderator setup", {**setup, "language": language})
        call = {"method": method, "theme": THEMES[language], "talk": talk, "minutes": MINUTES}
        await world.moderator.command(anywhere, "moderator meeting", {**call, "language": language})
        meeting = await self.meeting()
        self._lobby = (await world.store.lobby_of(meeting.id) or 0) if meeting else 0

    # --- Playing --------------------------------------------------------------------------------------------

    async def act(self, turn: Turn) -> None:
        """Everybody whose moment has come does one thing, each in a turn of its own."""
        self._hear()
        humans = self._humans()
        for number, robot in self._robots.items():
            if number not in humans and robot.wake <= self._world.clock.now():
                async with turn() as world:
                    if world is not self._world:
                        return  # a fresh start came in between
                    await robot.act()
        if self._world.moderator.id not in humans:
            async with turn() as world:
                if world is self._world:
                    await (self._conduct() if self._opened else self._gather())

    def _hear(self) -> None:
        news = self._world.recorder.news
        for robot in self._robots.values():
            if robot.channel in news:
                robot.hear()
        if self._lobby in news:
            self._listen()
        news.clear()

    def _listen(self) -> None:
        """Whether the moderator is called in the lobby."""
        moderator = self._world.moderator
        for message in moderator.look(self._lobby, after=self._read):
            self._read = message.id
            if f"<@{moderator.id}>" in message.text:
                self._called = self._called or self._world.clock.now()

    async def _gather(self) -> None:
        """Once all are there, and after a breath, the moderator makes the groups and opens them."""
        meeting = await self.meeting()
        self._opened = meeting is None or meeting.stage is not MeetingStage.GATHERING
        if meeting is None or self._opened or len(meeting.present) < len(self._world.people):
            return
        now = self._world.clock.now()
        self._ready = self._ready or now
        if self._lobby and now >= self._ready + PAUSE:
            await self._open()

    async def _conduct(self) -> None:
        """The plenary goes on when Kring asks whether it should."""
        if self._called is not None and self._world.clock.now() >= self._called + PAUSE:
            self._called = None
            await self._world.moderator.command(self._lobby, "moderator next", {"groups": "g0"})

    async def _open(self) -> None:
        moderator, lobby = self._world.moderator, self._lobby
        await moderator.command(lobby, "moderator begin", {})
        await moderator.command(lobby, "moderator groups", {})
        if self._leads is not None:
            who = {"person": f"@{self._leads.name}", "leads": True}
            await moderator.command(lobby, "moderator groups", who)
        await moderator.command(lobby, "moderator open", {})

    # --- What is going on -----------------------------------------------------------------------------------

    async def meeting(self) -> Meeting | None:
        """The meeting of this world."""
        server = ServerId(self._world.moderator.actor.guild.id)
        meetings = await self._world.store.meetings_of(server)
        return meetings[-1] if meetings else None

    async def _sessions(self) -> Sequence[Session]:
        meeting = await self.meeting()
        found = await self._world.store.sessions_of(meeting.id) if meeting else ()
        return [session for session in found if session.group and session.under_way]

    async def parts(self) -> dict[int, str]:
        """Who moderates, and who leads or brings a case in now."""
        found = {self._world.moderator.id: "moderator", self._world.coordinator.id: "coordinator"}
        for session in await self._sessions():
            doing = ((session.leads, "lead"), (session.case_bringer, "case"))
            found |= {who: part for who, part in doing if who is not None}
        return found

    async def wish(self, person: Client, part: str) -> dict[str, object]:
        """Somebody wants to bring the case in, or to lead: noted while it can still be, else who does it now."""
        parts = await self.parts()
        taken = next((who for who, what in parts.items() if what == part), None)
        if taken is not None:
            return {"be": str(taken), "said": "already" if taken == person.id else "taken"}
        meeting = await self.meeting()
        if part == "case":
            for robot in self._robots.values():
                robot.hands.favour = person.id  # type: ignore[attr-defined]  # these are Willing
            return {"said": "favoured"}
        if meeting is not None and meeting.stage is not MeetingStage.GATHERING:
            return {"said": "kring-leads"}
        self._leads = person
        return {"said": "will-lead"}

    def example(self, person: Client, room: int, fields: Container[str]) -> Mapping[str, str]:
        """What a robot would fill in as this person, for whoever has no words of their own at hand."""
        robot = Participant(person, self._lines, self._lines.seed)
        robot.table.read(person.look(room))
        step = robot.table.step
        case = self._lines.case_of(person.name, robot.table.members)
        offered = [robot.words(step)] if step else []
        offered += [told(case, phase) for phase in (*FORM_PHASES, self._lines.case)]
        fitting = ({name: text for name, text in one.items() if name in fields} for one in offered)
        return max(fitting, key=len, default={})
