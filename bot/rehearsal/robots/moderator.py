"""The moderator: calls the meeting, opens and closes the plenary, makes the groups, and lets them be."""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from bot.rehearsal.robots.hands import Hands
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.person import NEVER, Robot
from bot.rehearsal.robots.sight import Answer, Message

PRESENT = re.compile(r"· (\d+) (?:aanwezig|present)")
DONE = re.compile(r"(?:Groep|Group) (\d+) · (?:klaar|done)")
PROPOSED = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
SEVERAL = 2
EXTENDS, LED = 0.3, 0.85
"""How often the moderator gives a group two minutes more; how often a group gets a leader."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What was agreed with the moderator beforehand."""

    board: int
    """The moderators' channel."""
    people: int
    meeting: Mapping[str, object]
    """The options of `/moderator meeting`."""
    welcome: tuple[str, ...]
    theme: tuple[str, ...]
    message: str
    goodbye: tuple[str, ...]
    helping: str = ""
    """What is said in a room that called for help."""


class Moderator(Robot):
    """Conducts by commands, by the panel and by the card in the lobby."""

    def __init__(self, hands: Hands, lines: Lines, seed: int, brief: Brief) -> None:
        super().__init__(hands, lines, seed)
        self.brief = brief
        self.finished = False
        self._evening = self._conducts()
        self._groups = 0
        self.led = LED
        """How often a group after the first gets a leader."""
        self.members: dict[int, tuple[str, ...]] = {}
        """Who is in which group, as far as the moderator put them there."""

    def hear(self) -> None:
        """The moderator looks at set times."""

    async def act(self) -> None:
        """Do the next thing of the evening."""
        self.wake = NEVER
        try:
            self.after(await anext(self._evening))
        except StopAsyncIteration:
            self.finished = True

    # --- The evening, from beginning to end; each `yield` lets so many seconds pass -----------------------------

    async def _conducts(self) -> AsyncIterator[float]:
        await self._command("meeting", self.brief.meeting)
        yield 240
        for _ in range(20):
            if self._present() >= self.brief.people:
                break
            yield 20
        yield 100
        await self._command("begin")
        yield 4
        async for pause in self._plenary():
            yield pause
        async for pause in self._while_apart():
            yield pause
        async for pause in self._together():
            yield pause

    async def _plenary(self) -> AsyncIterator[float]:
        """Welcome and theme, as far as the method's frame has them; then everybody goes to a room."""
        self._find_lobby()
        for text in self.brief.welcome:
            await self.say(text)
            yield 25
        if self._phase() == "fr.welkom":
            yield self._rest()
            await self._forward()
        if self._phase() == "fr.thema":
            for text in self.brief.theme:
                yield 40
                await self.say(text)
        await self._make_groups()
        if self._phase() == "fr.thema":
            yield self._rest()
        await self._command("open")
        if self._phase() == "fr.naar_ruimte":
            yield self._rest()
            await self._forward()

    async def _while_apart(self) -> AsyncIterator[float]:
        yield 30 * 60
        await self._message()
        yield 20 * 60
        if self.dice.random() < EXTENDS:
            await self._command("extend", {"groups": "g1"})
        while not self._all_done():
            yield 30

    async def _together(self) -> AsyncIterator[float]:
        yield 45
        await self._forward()
        for text in self.brief.goodbye:
            yield 50
            await self.say(text)
        if self._phase() == "fr.slot":
            yield self._rest()
            await self._forward()
        yield 30

    # --- Its parts ----------------------------------------------------------------------------------------

    async def _command(self, name: str, options: Mapping[str, object] | None = None) -> Answer:
        answer = await self.hands.command(self.brief.board, f"moderator {name}", options or {})
        self.notes.acts += 1
        if answer.refused is not None or (answer.denied and not answer.form):
            told = answer.private.text if answer.private else f"{answer.refused} {answer.why}"
            self.notes.surprises.append(f"/moderator {name}: {told}")
        return answer

    async def _make_groups(self) -> None:
        """Propose, let two people change places, and say who leads."""
        answer = await self._command("groups")
        groups = self._proposed(answer)
        self._groups = len(groups)
        if len(groups) >= SEVERAL:
            first, second = groups[1][-1], groups[2][-1]
            await self._command("groups", {"person": f"@{first}", "group": 2})
            answer = await self._command("groups", {"person": f"@{second}", "group": 1})
            groups = self._proposed(answer)
        self.members = dict(groups)
        for number, members in groups.items():
            if number == 1 or self.dice.random() < self.led:
                await self._command("groups", {"person": f"@{self.dice.choice(members)}", "leads": True})

    def _proposed(self, answer: Answer) -> dict[int, tuple[str, ...]]:
        text = answer.private.text if answer.private else ""
        return {int(number): self.lines.members(names) for number, names in PROPOSED.findall(text)}

    async def _message(self) -> None:
        answer = await self._command("message", {"groups": "all"})
        if answer.form is not None:
            await self.fill(answer, {"text": self.brief.message})

    async def _forward(self) -> None:
        """«Volgende stap» on the card in the lobby."""
        card = self._card()
        button = card.button("next") if card else None
        if card is None or button is None:
            self.notes.surprises.append("no card in the lobby")
            return
        answer = await self.press(card, button)
        told = answer.private
        sure = told.button("sure") if told else None
        if told is not None and sure is not None:
            await self.press(told, sure)

    # --- What it sees -------------------------------------------------------------------------------------

    def _find_lobby(self) -> None:
        for channel in self.hands.rooms():
            if any(message.button("lobby-here") for message in self.hands.look(channel)):
                self.channel = channel

    def _card(self) -> Message | None:
        shown = self.hands.look(self.channel) if self.channel else ()
        return next((message for message in reversed(shown) if message.button("next")), None)

    def _phase(self) -> str | None:
        """Which step is going on in the lobby."""
        card = self._card()
        step = card.step if card else None
        topic = self.lines.topics.get(step[1]) if step else None
        return topic.phase if topic else None

    def _rest(self) -> float:
        """Seconds until the step in the lobby should be over."""
        card = self._card()
        ends = card.ends if card else None
        return max(5.0, ends - self.hands.now() - 5) if ends else 60.0

    def _present(self) -> int:
        found = [PRESENT.search(message.text) for message in self.hands.look(self.brief.board)]
        return max((int(one[1]) for one in found if one), default=0)

    def _all_done(self) -> bool:
        board = [m for m in self.hands.look(self.brief.board) if PRESENT.search(m.text) and not m.private]
        return bool(board) and len(set(DONE.findall(board[-1].text))) >= max(1, self._groups)
