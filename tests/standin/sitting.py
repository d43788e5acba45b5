"""One group in its room: everybody looks at their own card and does what it offers, step after step."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.rehearsal.robots.sight import Message
from tests.standin.doing import Doing
from tests.standin.people import Answer, Person

ROUNDS = 12
"""How often everybody looks at their own card in one step, at most."""
ONCE = {"write", "vote", "done", "share", "sort"}
"""Acts after which somebody has nothing more to do in this step."""
BY_THE_CLOCK = {3, 5}
"""Which of the steps that nobody leads on are left to Kring's clock; a few, because that takes long."""
LONGEST_STEP = 90
"""Tens of seconds after which a step must be over by itself."""


class Sitting:
    """A group as the people in it know it."""

    def __init__(
        self, do: Doing, number: int, channel: int, members: Sequence[Person], leader: Person | None
    ) -> None:
        self.number = number
        self.channel = channel
        self.members = members
        self.leader = leader
        self.over = False
        self.done: set[tuple[int, int, str]] = set()
        """What somebody did in a visit of a step: visit, person, act."""
        self.alone = 0
        """How often the group had nobody who led it on to the next step."""
        self._do = do

    async def step(self) -> None:
        """Everybody does what the own card offers, and the group goes on to the next step."""
        if self.over:
            return
        visit, busy = await self.visit(), self.members
        for _ in range(ROUNDS):
            acted = [(who, await self.once(who, visit)) for who in busy]
            if not any(what for _, what in acted) or await self.visit() != visit:
                break
            # Who has done their one thing need not look again; who waits for something does.
            busy = [who for who, what in acted if what not in ONCE]
        if await self.visit() == visit:
            await self.next(visit)
        self.over = await self.card() is None

    async def card(self) -> Message | None:
        """The card of the step the room is in; None when the conversation is over."""
        card = await self.members[0].newest(self.channel, "mine")
        return card if card is not None and card.button("next") else None

    async def visit(self) -> int:
        card = await self.card()
        button = card.button("next") if card else None
        return button.press.visit if button else 0

    async def once(self, who: Person, visit: int) -> str:
        """One look at the own card, and one act; which, if there was one to do."""
        card = await self.card()
        if card is None:
            return ""
        seen = await self._do.act(who, "mine", lambda: who.press(card, "mine"))
        wishes = self.wishes(who, seen.message) if seen.message is not None else {}
        for name, do in wishes.items():
            if (visit, who.id, name) not in self.done:
                self.done.add((visit, who.id, name))
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
                found[key] = lambda name=name: self._do.act(who, name, lambda: who.press(own, name))  # type: ignore[misc]
        for name in ("vote", "share", "sort"):
            choice = own.choice(name)
            if choice is not None:
                value = choice.options[0].value
                found[name] = lambda name=name, value=value: self._do.act(  # type: ignore[misc]
                    who, name, lambda: who.choose(own, name, value)
                )
        return found

    async def write(self, who: Person, own: Message) -> Answer:
        opened = await self._do.act(who, "write", lambda: who.press(own, "write"))
        return await self._do.hand_in(who, opened)

    async def next(self, visit: int) -> None:
        """The leader presses «Volgende stap»; where Kring leads, its clock or the moderator moves on."""
        if self.leader is None:
            await self._led_by_kring(visit)
            return
        leader, card = self.leader, await self.card()
        if card is None:
            return
        said = await self._do.act(leader, "next", lambda: leader.press(card, "next"))
        sure = said.message
        if sure is not None and sure.button("sure"):
            await self._do.act(leader, "next, yes", lambda: leader.press(sure, "sure"))

    async def _led_by_kring(self, visit: int) -> None:
        self.alone += 1
        for _ in range(LONGEST_STEP if self.alone in BY_THE_CLOCK else 0):
            await self._do.rest(10)
            if await self.visit() != visit:
                return

        async def moved_on() -> bool:
            return await self.visit() != visit

        await self._do.command("next", moved_on, groups=f"g{self.number}")
