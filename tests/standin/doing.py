"""What people do with Discord in front of them, each act under the eyes of a watch."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.rehearsal.robots import sight
from bot.rehearsal.robots.sight import Form
from tests.standin.people import Answer, Person, Scene

Act = Callable[[], Awaitable[Answer]]
Happened = Callable[[], Awaitable[bool]]
"""Whether somebody can see that an act has had its effect, although no answer came."""


class Watch(Protocol):
    """Stands around every act."""

    async def act(self, name: str, act: Act, happened: Happened | None = None) -> Answer:
        """Let it happen, and everything that follows on it; again when no answer came and nothing is to be seen."""

    async def rest(self, seconds: float) -> None:
        """Let time pass in which nobody does anything."""


class Doing:
    """All that these people do."""

    def __init__(self, scene: Scene, watch: Watch) -> None:
        self.scene = scene
        self.moderator = scene.moderator
        self.people = list(scene.people.values())
        self._watch = watch

    async def act(self, who: Person, what: str, act: Act, happened: Happened | None = None) -> Answer:
        """One act of one person."""
        return await self._watch.act(f"{who}: {what}", act, happened)

    async def rest(self, seconds: float) -> None:
        """Nobody does anything for so long."""
        await self._watch.rest(seconds)

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

    async def press(self, who: Person, channel: int, action: str) -> Answer:
        """Press the newest button with this action."""
        found = await who.newest(channel, action)
        assert found is not None, f"{who} sees no {action}"
        return await self.act(who, action, lambda: who.press(found, action))

    async def fill_in(self, who: Person, channel: int, action: str) -> Answer:
        """Press it, and hand in the form that comes up."""
        return await self.hand_in(who, await self.press(who, channel, action))

    async def hand_in(self, who: Person, opened: Answer) -> Answer:
        """Hand in the form that came up, if one did."""
        if opened.form is None:
            return opened
        words = words_for(opened.form, who)
        return await self.act(who, "hands in", lambda: who.hand_in(opened, **words))


def words_for(form: Form, who: Person) -> dict[str, object]:
    """Something of one's own for every question, so that it is seen whose it is."""
    return {one.id: _answer(one.kind, f"{one.id} van {who.name} ({form.press.visit})") for one in form.fields}


def _answer(kind: int, text: str) -> object:
    match kind:
        case sight.STRING_SELECT:
            return "7"
        case sight.CHECKBOX:
            return True
        case _:
            return text
