"""Plays a whole Bumpy meeting with two groups, by buttons, lists, forms and commands: whatever people see, they do."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.rehearsal.robots.sight import CHECKBOX, STRING_SELECT, Form, Message
from tests.standin.people import Answer, Person, Scene

NAMES = ("Sanne", "Pieter", "Fatma", "Joris", "Lieke", "Bram", "Noor", "Tijn")
THEME, MESSAGE = "Samenwerken", "Fijn dat jullie er zijn."
ROUNDS = 12
"""How often everybody looks at their own card in one step, at most."""
STEPS = 40
ONCE = {"write", "vote", "done", "share", "sort"}
"""Acts after which somebody has nothing more to do in this step."""
BY_THE_CLOCK = {3, 5}
"""Which of the steps that nobody leads on are left to Kring's clock; a few, because that takes long."""
LONGEST_STEP = 90
"""Tens of seconds after which a step must be over by itself."""

Act = Callable[[], Awaitable[Answer]]


Happened = Callable[[], Awaitable[bool]]
"""Whether somebody can see that an act has had its effect, although no answer came."""


class Watch(Protocol):
    """Stands around every act."""

    async def act(self, name: str, act: Act, happened: Happened | None = None) -> Answer:
        """Let it happen, and everything that follows on it; again when no answer came and nothing is to be seen."""

    async def rest(self, seconds: float) -> None:
        """Let time pass in which nobody does anything."""


@dataclass
class Room:
    """A group as the people in it know it."""

    number: int
    channel: int
    members: list[Person]
    leader: Person | None
    done: set[tuple[int, int, str]] = field(default_factory=set)
    """What somebody did in a visit of a step: visit, person, act."""
    over: bool = False
    alone: int = 0
    """How often the group had nobody who led it on to the next step."""


class Evening:
    """One meeting, from setting up the server to the rooms' end."""

    def __init__(self, scene: Scene, watch: Watch) -> None:
        self.scene = scene
        self._watch = watch
        self.moderator = scene.moderator
        self.people = list(scene.people.values())
        self.rooms: list[Room] = []
        self.lobby = 0

    async def play(self) -> None:
        """All of it."""
        await self.gather()
        await self.open()
        for _ in range(STEPS):
            for room in self.rooms:
                await self.step(room)
            if all(room.over for room in self.rooms):
                break
        await self.close()

    async def act(self, who: Person, what: str, act: Act, happened: Happened | None = None) -> Answer:
        """One act of one person."""
        return await self._watch.act(f"{who}: {what}", act, happened)

    # --- Before the groups --------------------------------------------------------------------------------

    async def command(self, name: str, /, happened: Happened | None = None, **options: object) -> Answer:
        """The moderator uses a command, and says yes when asked whether it is meant."""
        board = self.scene.board
        said = await self.act(
            self.moderator,
            f"/{name}",
            lambda: self.moderator.command(board, f"moderator {name}", **options),
            happened,
        )
        sure = said.message
        if sure is not None and sure.button("conduct-sure"):
            return await self.act(
                self.moderator, f"/{name}, yes", lambda: self.moderator.press(sure, "conduct-sure")
            )
        return said

    async def gather(self) -> None:
        """The server is set up, a meeting is called, everybody arrives and the plenary begins."""
        scene = self.scene
        await self.command("setup", channel=scene.board, category=scene.category, role=scene.role)
        await self.command("meeting", method="bumpy", talk="written", theme=THEME)
        self.lobby = (await self.moderator.channels())["lobby"]
        first = self.people[0]
        await self.fill_in(first, self.lobby, "lobby-case")
        for who in self.people:
            await self.press(who, self.lobby, "lobby-here")
        await self.command("begin")

    async def groups_are_proposed(self) -> bool:
        shown = await self.moderator.newest(self.scene.board, "conduct-panel")
        return shown is not None and "\n2. " in shown.text

    async def open(self) -> None:
        """Groups are made, one gets a leader, all rooms open, and each gets a message."""
        await self.command("groups", self.groups_are_proposed)
        leader = self.people[0]
        await self.command("groups", person=leader.id, leads=True)
        await self.command("open")
        await self._watch.rest(6)
        for number in (1, 2):
            inside = [(who, await who.channels()) for who in self.people]
            members = [who for who, seen in inside if f"groep-{number}" in seen]
            channel = next(seen[f"groep-{number}"] for _, seen in inside if f"groep-{number}" in seen)
            self.rooms.append(Room(number, channel, members, leader if leader in members else None))
        opened = await self.command("message")
        await self.act(self.moderator, "hands in", lambda: self.moderator.hand_in(opened, text=MESSAGE))

    # --- In a room ----------------------------------------------------------------------------------------

    async def step(self, room: Room) -> None:
        """Everybody does what the own card offers, and the group goes on to the next step."""
        if room.over:
            return
        visit, busy = await self.visit(room), room.members
        for _ in range(ROUNDS):
            acted = [(who, await self.once(room, who, visit)) for who in busy]
            if not any(what for _, what in acted) or await self.visit(room) != visit:
                break
            # Who has done their one thing need not look again; who waits for something does.
            busy = [who for who, what in acted if what not in ONCE]
        if await self.visit(room) == visit:
            await self.next(room, visit)
        room.over = await self.card(room) is None

    async def card(self, room: Room) -> Message | None:
        """The card of the step the room is in; None when the conversation is over."""
        card = await room.members[0].newest(room.channel, "mine")
        return card if card is not None and card.button("next") else None

    async def visit(self, room: Room) -> int:
        card = await self.card(room)
        button = card.button("next") if card else None
        return button.press.visit if button else 0

    async def once(self, room: Room, who: Person, visit: int) -> str:
        """One look at the own card, and one act; which, if there was one to do."""
        card = await self.card(room)
        if card is None:
            return ""
        seen = await self.act(who, "mine", lambda: who.press(card, "mine"))
        wishes = self.wishes(who, seen.message) if seen.message is not None else {}
        for name, do in wishes.items():
            if (visit, who.id, name) not in room.done:
                room.done.add((visit, who.id, name))
                await do()
                return name
        return ""

    def wishes(self, who: Person, own: Message) -> Mapping[str, Callable[[], Awaitable[object]]]:
        """What the own card offers, in the order in which this person would do it."""
        found: dict[str, Callable[[], Awaitable[object]]] = {}
        for name in ("consent", "write", "answered", "done"):
            button = own.button(name)
            if button is None or (button.press.extra.startswith("w") and button.press.extra != f"w{who.id}"):
                continue
            if name == "write":
                found[name] = lambda: self.write(who, own)
            else:
                key = f"{name} {button.press.extra}" if name == "answered" else name
                found[key] = lambda name=name: self.act(who, name, lambda: who.press(own, name))  # type: ignore[misc]
        for name in ("vote", "share", "sort"):
            choice = own.choice(name)
            if choice is not None:
                value = choice.options[0].value
                found[name] = lambda name=name, value=value: self.act(  # type: ignore[misc]
                    who, name, lambda: who.choose(own, name, value)
                )
        return found

    async def write(self, who: Person, own: Message) -> Answer:
        opened = await self.act(who, "write", lambda: who.press(own, "write"))
        return await self.hand_in(who, opened)

    async def hand_in(self, who: Person, opened: Answer) -> Answer:
        if opened.form is None:
            return opened
        words = words_for(opened.form, who)
        return await self.act(who, "hands in", lambda: who.hand_in(opened, **words))

    async def next(self, room: Room, visit: int) -> None:
        """The leader presses «Volgende stap»; where Kring leads, its clock or the moderator moves on."""
        if room.leader is None:
            await self._led_by_kring(room, visit)
            return
        leader, card = room.leader, await self.card(room)
        if card is None:
            return
        said = await self.act(leader, "next", lambda: leader.press(card, "next"))
        sure = said.message
        if sure is not None and sure.button("sure"):
            await self.act(leader, "next, yes", lambda: leader.press(sure, "sure"))

    async def _led_by_kring(self, room: Room, visit: int) -> None:
        room.alone += 1
        for _ in range(LONGEST_STEP if room.alone in BY_THE_CLOCK else 0):
            await self._watch.rest(10)
            if await self.visit(room) != visit:
                return

        async def moved_on() -> bool:
            return await self.visit(room) != visit

        await self.command("next", moved_on, groups=f"g{room.number}")

    # --- Afterwards ---------------------------------------------------------------------------------------

    async def close(self) -> None:
        """The plenary ends, the meeting is closed, and three days later nothing of it is left."""
        await self._watch.rest(6)
        await self.command("close", sure=True)
        for _ in range(3):
            await self._watch.rest(86_400)
            await self._watch.rest(1_000)

    # --- Everywhere ---------------------------------------------------------------------------------------

    async def press(self, who: Person, channel: int, action: str) -> Answer:
        """Press the newest button with this action."""
        found = await who.newest(channel, action)
        assert found is not None, f"{who} sees no {action}"
        return await self.act(who, action, lambda: who.press(found, action))

    async def fill_in(self, who: Person, channel: int, action: str) -> Answer:
        """Press it, and hand in the form that comes up."""
        return await self.hand_in(who, await self.press(who, channel, action))


def words_for(form: Form, who: Person) -> dict[str, object]:
    """Something of one's own for every question, so that it is seen whose it is."""
    return {one.id: _answer(one.kind, f"{one.id} van {who.name} ({form.press.visit})") for one in form.fields}


def _answer(kind: int, text: str) -> object:
    match kind:
        case 3:
            return "7"
        case 23:
            return True
        case _:
            return text


assert (STRING_SELECT, CHECKBOX) == (3, 23)
