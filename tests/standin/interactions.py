"""What people did that the bot has to answer: pressed, chose, handed in, commanded."""

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum

from bot.clock import Clock
from tests.standin.world import LOADING, Json, Message, Person, World

IN_TIME = 3.0
"""Real seconds within which the first answer must come."""
TOKEN_LIFE = 15 * 60
"""Seconds in which it can be answered further."""


class Kind(IntEnum):
    """Discord's numbers."""

    COMMAND = 2
    COMPONENT = 3
    FORM = 5


@dataclass(eq=False)
class Interaction:
    """One act of one person, and what came of it."""

    id: int
    token: str
    kind: Kind
    person: Person
    channel: int
    data: Json
    began: float
    """Of the loop's own time."""
    at: float
    message: Message | None = None
    """Where it was pressed; of a form, where the form was opened."""
    answer: int | None = None
    """The kind of its first answer."""
    original: Message | None = None
    """The message that its first answer made, or changed."""
    form: Json | None = None
    failed: bool = False
    """Discord has told the person that it failed."""
    first: asyncio.Event = field(default_factory=asyncio.Event)
    """Set at the first answer, or when there will be none."""

    @property
    def answered(self) -> bool:
        return self.answer is not None

    @property
    def is_promised(self) -> bool:
        """Whether all there is so far is «… is thinking»."""
        return self.original is not None and bool(self.original.flags & LOADING)


class Interactions:
    """All of them, by number and by token."""

    def __init__(self, world: World, clock: Clock) -> None:
        self._world = world
        self._clock = clock
        self._known: dict[int, Interaction] = {}
        self._open: list[Interaction] = []
        """Those of which something may still come; looked at many times a second."""

    def begin(
        self, kind: Kind, person: Person, channel: int, data: Json, message: Message | None = None
    ) -> Interaction:
        """Somebody did something; from now on the bot has three seconds."""
        number = self._world.number()
        began = asyncio.get_running_loop().time()
        one = Interaction(
            number, f"token-{number}", kind, person, channel, data, began, self._clock.now(), message
        )
        self._known[number] = one
        self._open.append(one)
        return one

    def find(self, number: int) -> Interaction | None:
        return self._known.get(number)

    def with_token(self, token: str) -> Interaction | None:
        """The interaction that this token belongs to."""
        number = token.removeprefix("token-")
        return self._known.get(int(number)) if number.isdecimal() else None

    def of(self, person: Person) -> list[Interaction]:
        """All of one person's."""
        return [one for one in self._known.values() if one.person is person]

    def in_time(self, one: Interaction) -> bool:
        """Whether a first answer would still be heard."""
        return not one.failed and asyncio.get_running_loop().time() - one.began <= IN_TIME

    def in_life(self, one: Interaction) -> bool:
        """Whether its token still works."""
        return self._clock.now() - one.at <= TOKEN_LIFE

    async def outcome(self, one: Interaction) -> bool:
        """Wait for the first answer, as long as Discord waits; whether it came."""
        left = IN_TIME - (asyncio.get_running_loop().time() - one.began)
        try:
            await asyncio.wait_for(one.first.wait(), max(left, 0.001))
        except TimeoutError:
            one.failed = not one.answered
        return one.answered

    @property
    def waiting(self) -> list[Interaction]:
        """Those that may still get their first answer."""
        return [one for one in self._open if not one.first.is_set() and not one.failed]

    @property
    def promised(self) -> list[Interaction]:
        """Those that were told that an answer follows, and may still get it."""
        return [one for one in self._open if one.is_promised and self.in_life(one)]

    @property
    def unsettled(self) -> int:
        """Of how many something may still come."""
        self._open = [*self.waiting, *self.promised]
        return len(self._open)

    def nobody_there(self) -> None:
        """The bot has gone: who waits is told at once what Discord says after three seconds."""
        for one in self.waiting:
            one.failed = True
            one.first.set()
