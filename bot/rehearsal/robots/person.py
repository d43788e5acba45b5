"""A robot: looks at its screen, does one thing, and says when it will look again."""

import re
from collections.abc import Mapping
from random import Random

from bot.custom_id import Press
from bot.rehearsal.robots.hands import Hands
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.notes import Notes
from bot.rehearsal.robots.sight import Answer, Button, Choice, Message

NEVER = float("inf")
SAVED = re.compile(r"^(Bewaard|Saved)\.")
BROKEN = re.compile(r"\(code [0-9a-f]{6}\)")
CALLED = "<@{id}>"


class Robot:
    """What every robot can do, whatever its part in the evening."""

    def __init__(self, hands: Hands, lines: Lines, seed: int) -> None:
        self.hands = hands
        self.lines = lines
        self.notes = Notes()
        self.dice = Random(f"{seed}·{hands.name}")
        self.reaction = self.dice.randint(2, 6)
        """Seconds between hearing something and looking what it is."""
        self.wake: float = hands.now()
        """When it looks again by itself."""
        self.channel: int | None = None
        """Where it is now."""

    @property
    def name(self) -> str:
        """What this robot is called."""
        return self.hands.name

    async def act(self) -> None:
        """Look, do at most one thing, and set `wake`."""
        raise NotImplementedError

    def hear(self) -> None:
        """Something was posted where this robot is."""
        self.after(self.reaction)

    def after(self, seconds: float) -> None:
        """Look again in so many seconds at the latest."""
        self.wake = min(self.wake, self.hands.now() + max(1, round(seconds)))

    # --- Seeing -------------------------------------------------------------------------------------------

    def now_as(self, message: Message) -> Message | None:
        """A message as it stands there now; None when it is gone."""
        found = self.hands.look(message.channel, after=message.id - 1)
        return found[0] if found and found[0].id == message.id else None

    def called_in(self, message: Message) -> bool:
        """Whether a message calls this robot, or names it."""
        return CALLED.format(id=self.hands.id) in message.text or self.name in message.text

    # --- Doing --------------------------------------------------------------------------------------------

    async def press(self, message: Message, button: Button) -> Answer:
        """Press a button that must be there."""
        return self.checked(await self.hands.click(message, button.custom_id), button.press)

    async def choose(self, message: Message, choice: Choice, *values: str) -> Answer:
        """Choose from a list that must be there."""
        return self.checked(await self.hands.choose(message, choice.custom_id, values), choice.press)

    async def fill(self, answer: Answer, words: Mapping[str, str]) -> Answer:
        """Fill in the form that came up; what has no words stays empty."""
        assert answer.form is not None, "only where a form came up"  # noqa: S101 - a mistake in a robot
        form = answer.form
        fitting = {f.id: shortened(words[f.id], f.longest) for f in form.fields if words.get(f.id)}
        return self.checked(await self.hands.hand_in(answer, form, fitting), form.press)

    async def say(self, text: str) -> Answer:
        """Type something where it is."""
        assert self.channel is not None, "only somewhere"  # noqa: S101 - a mistake in a robot
        answer = await self.hands.say(self.channel, text)
        self.notes.acts += 1
        if answer.refused is not None:
            self.notes.writes_refused += 1
        return answer

    def checked(self, answer: Answer, press: Press) -> Answer:
        """Note what went wrong; no robot should ever see that Kring itself failed."""
        self.notes.acts += 1
        for message in answer.messages:
            if BROKEN.search(message.text):
                self.notes.surprises.append(f"{self.name}: {press}: {message.text}")
        if answer.refused is not None:
            self.notes.surprises.append(f"{self.name}: {press}: {answer.refused} {answer.why}")
        return answer


def shortened(text: str, longest: int | None) -> str:
    """As many whole sentences as fit, as somebody would who runs out of room; a long sentence is cut."""
    if longest is None or len(text) <= longest:
        return text
    ends = [found.end() for found in re.finditer(r"[.?!](?= )", text[:longest])]
    return text[: ends[-1]] if ends else text[:longest]
