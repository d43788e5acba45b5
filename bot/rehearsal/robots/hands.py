"""What somebody can do with Discord open in front of them: the only way from a robot into the world."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.rehearsal.robots.sight import Answer, Form, Message


class Hands(Protocol):
    """One person's own client. Nothing in it shows what that person could not see."""

    id: int
    name: str

    def now(self) -> float:
        """The time on the wall, in seconds since 1970."""

    def rooms(self) -> Mapping[int, str]:
        """Channels that this person sees, with their names."""

    def sees(self, channel: int) -> bool:
        """Whether this person sees this channel."""

    def look(self, channel: int, after: int = 0) -> Sequence[Message]:
        """What stands in a channel after this message, private messages to this person included."""

    async def click(self, message: Message, custom_id: str) -> Answer:
        """Press a button."""

    async def choose(self, message: Message, custom_id: str, values: Sequence[str]) -> Answer:
        """Choose from a list."""

    async def pick(self, message: Message, custom_id: str, person: str) -> Answer:
        """Choose somebody from a list of people, by name."""

    async def hand_in(self, answer: Answer, form: Form, words: Mapping[str, str]) -> Answer:
        """Fill in the form that came up, and send it."""

    async def say(self, channel: int, text: str) -> Answer:
        """Type something."""

    async def command(self, channel: int, name: str, options: Mapping[str, object]) -> Answer:
        """Use a slash command. An option that names a channel, role or person takes the name."""

    async def forge(self, message: Message, custom_id: str, values: Sequence[str] = ()) -> Answer:
        """Send a press that no button offers, as a doctored client could."""
