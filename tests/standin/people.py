"""The stand-in seen from a test: start it, and have people with Discord in front of them."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.rehearsal.robots.sight import Form, Message, buttons_of, choices_of, form_of, text_of

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What somebody saw happen after an act. `refused`: Discord itself did not let it happen."""

    answered: bool = False
    form: Form | None = None
    message: Message | None = None
    refused: int | None = None
    interaction: int = 0

    @property
    def text(self) -> str:
        return self.message.text if self.message else ""


class StandIn:
    """The stand-in, running in a process of its own."""

    def __init__(self, where: Mapping[str, str], session: aiohttp.ClientSession) -> None:
        self.api = where["api"]
        self.gateway = where["gateway"]
        self._control = where["control"]
        self._session = session

    async def do(self, what: str, /, **with_: Any) -> Any:  # noqa: ANN401 - as that part of the control has it
        """Ask it to do something, or what there is."""
        async with self._session.post(f"{self._control}/{what}", json=with_) as came:
            came.raise_for_status()
            return await came.json()

    async def here(self, sockets: int = 1) -> None:
        """Return when Kring listens."""
        await self.do("listened_to", sockets=sockets)

    async def trouble(self, *faults: Mapping[str, Any], limits: Sequence[str] = ()) -> None:
        """From now on these misbehaviours and these limits, and no others."""
        await self.do("trouble", faults=list(faults), limits=list(limits))

    async def report(self) -> Mapping[str, Any]:
        """What was asked of it, and what was wrong with that."""
        found: Mapping[str, Any] = await self.do("report")
        return found


@asynccontextmanager
async def stand_in(clock: str = "") -> AsyncIterator[StandIn]:
    """A stand-in without anything in it."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.standin", clock, stdin=pipe, stdout=pipe, cwd=ROOT
    )
    assert process.stdin is not None
    assert process.stdout is not None
    where = json.loads(await process.stdout.readline())
    try:
        # Without a limit: hundreds of people act at once.
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            yield StandIn(where, session)
    finally:
        process.stdin.close()
        await process.wait()


@dataclass
class Scene:
    """A server with people on it."""

    standin: StandIn
    guild: int
    lounge: int
    board: int
    category: int
    role: int
    people: dict[str, "Person"] = field(default_factory=dict)
    moderators: dict[str, "Person"] = field(default_factory=dict)

    @property
    def moderator(self) -> "Person":
        return next(iter(self.moderators.values()))

    @property
    def everybody(self) -> list["Person"]:
        return [*self.moderators.values(), *self.people.values()]


async def scene(
    standin: StandIn, people: Sequence[str], moderators: Sequence[str] = ("Marieke",), locale: str = "nl"
) -> Scene:
    """A server with these people and moderators, and Kring on it."""
    made = await standin.do(
        "server", name="School", locale=locale, people=list(people), moderators=list(moderators)
    )
    numbers = made.pop("people")
    known = {name: Person(standin, number, name) for name, number in numbers.items()}
    return Scene(
        standin,
        **made,
        people={name: known[name] for name in people},
        moderators={name: known[name] for name in moderators},
    )


class Person:
    """Somebody with Discord in front of them."""

    def __init__(self, standin: StandIn, number: int, name: str) -> None:
        self.id = number
        self.name = name
        self._standin = standin

    def __repr__(self) -> str:
        return self.name

    # --- Looking ------------------------------------------------------------------------------------------

    async def channels(self) -> dict[str, int]:
        """The channels this person sees, by name."""
        found = await self._standin.do("channels", person=self.id)
        return {one["name"]: one["id"] for one in found}

    async def sees(self, channel: int, after: int = 0) -> list[Message]:
        """What this person sees in a channel."""
        found = await self._standin.do("sees", person=self.id, channel=channel, after=after)
        return [] if isinstance(found, dict) else [message(one) for one in found]

    async def newest(self, channel: int, action: str) -> Message | None:
        """The newest message there with such a button or list."""
        found = await self._standin.do("sees", person=self.id, channel=channel, pressed=action)
        return message(found[0]) if isinstance(found, list) and found else None

    # --- Acting -------------------------------------------------------------------------------------------

    async def press(self, where: Message, action: str) -> Answer:
        """Press the button with this action."""
        button = where.button(action)
        assert button is not None, f"no button {action} under: {where.text[:300]}"
        return await self.click(where, button.custom_id)

    async def choose(self, where: Message, action: str, *values: str) -> Answer:
        """Choose from the list with this action."""
        choice = where.choice(action)
        assert choice is not None, f"no list {action} under: {where.text[:300]}"
        return await self.click(where, choice.custom_id, values)

    async def click(self, where: Message, custom_id: str, values: Sequence[str] | None = None) -> Answer:
        """Press, or choose from, whatever has this id."""
        return answer(
            await self._standin.do(
                "press",
                person=self.id,
                channel=where.channel,
                message=where.id,
                custom_id=custom_id,
                values=None if values is None else list(values),
            )
        )

    async def hand_in(self, opened: Answer, **words: object) -> Answer:
        """Fill in the form that came up, and hand it in."""
        assert opened.form is not None, f"no form came up, but: {opened.text[:300]}"
        return answer(await self._standin.do("hand_in", form=opened.interaction, words=words))

    async def command(self, where: int, name: str, /, **options: object) -> Answer:
        """Use a slash command."""
        return answer(
            await self._standin.do("command", person=self.id, channel=where, name=name, options=options)
        )

    async def say(self, channel: int, text: str) -> bool:
        """Type something; whether Discord let it happen."""
        return "refused" not in await self._standin.do("say", person=self.id, channel=channel, text=text)


def message(raw: Mapping[str, Any]) -> Message:
    """A message as it stands on a screen."""
    return Message(
        id=raw["id"],
        channel=raw["channel"],
        author=raw["author"],
        by="",
        text=text_of(raw["components"], raw["content"]),
        at=raw["at"],
        buttons=buttons_of(raw["components"]),
        choices=choices_of(raw["components"]),
        private=raw["only_for"] is not None,
    )


def answer(raw: Mapping[str, Any]) -> Answer:
    """What came back on an act."""
    if "refused" in raw:
        return Answer(answered=True, refused=raw["refused"])
    return Answer(
        answered=raw["answered"],
        form=form_of(raw["form"]) if raw["form"] else None,
        message=message(raw["message"]) if raw["message"] else None,
        interaction=raw["interaction"],
    )
