"""`make thousand`: so many rooms are told something at once, while Discord enforces its limit of 50 requests a second.

The real Kring by the wall's clock, with its own pacer; three people in every room, who all check in by hand. First a
moderator of each server sends a message to all rooms, then moves them all on, everybody in the same instant.
"""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.rehearsal.robots.sight import Message
from tests.standin.kring import MEMORY, running, settings
from tests.standin.people import Person, Scene, StandIn, scene, stand_in
from tests.standin.timing import until

MOST_ROOMS = 45
"""Rooms on one server: one meeting, whose category holds fifty."""
EACH = 3
AT_ONCE = 2
"""People of one server who press in the same moment."""
PATIENCE = 600.0
"""Real seconds."""
LOOK = 0.5
"""Real seconds between two looks at all rooms."""
MESSAGE = "Nog tien minuten, dan zien we elkaar in de lobby."


@dataclass(frozen=True)
class Told:
    """How one announcement to all rooms went."""

    what: str
    rooms: int
    lost: int
    doubled: int
    limited: int
    busiest: int
    seconds: float

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.limited)

    def __str__(self) -> str:
        return (
            f"{self.what}: {self.rooms} rooms in {self.seconds:.1f} s, {self.limited} × 429, {self.lost} lost, "
            f"{self.doubled} doubled, at most {self.busiest} requests within a second"
        )


async def tell_all(rooms: int, rate: int = 45) -> list[Told]:
    """Open so many rooms, and tell them all two things, with so many requests a second."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        async with stand_in() as standin:
            servers = [await scene(standin, names(size)) for size in parts(rooms)]
            async with running(settings(standin, Path(folder), KRING_REQUESTS_PER_SECOND=str(rate))):
                await standin.here()
                await asyncio.gather(*map(opened, servers))
                await standin.trouble(limits=["global", "routes", "hidden"])
                await quiet(standin)
                said = await told(standin, "a message", rooms, MESSAGE, [write(one) for one in servers])
                return [
                    said,
                    await told(standin, "the next step", rooms, "Stap 2 van", map(move_on, servers)),
                ]


def parts(rooms: int) -> list[int]:
    """How many rooms each server has."""
    servers = -(-rooms // MOST_ROOMS)
    return [rooms // servers + (one < rooms % servers) for one in range(servers)]


def names(rooms: int) -> list[str]:
    return [f"P{number}" for number in range(EACH * rooms)]


async def opened(there: Scene) -> None:
    """A meeting is called, everybody arrives, and all rooms are open."""
    moderator, board = there.moderator, there.board
    await moderator.command(board, "moderator setup", channel=board)
    await moderator.command(
        board, "moderator meeting", method="troika", talk="spoken", theme="Samen", sure=True
    )
    people = list(there.people.values())
    await until(lambda: sees(people[0], "lobby"))
    lobby = (await people[0].channels())["lobby"]

    async def panel_is_there() -> bool:
        return await people[0].newest(lobby, "lobby-here") is not None

    await until(panel_is_there)
    panel = await people[0].newest(lobby, "lobby-here")
    assert panel is not None
    for start in range(0, len(people), AT_ONCE):
        await asyncio.gather(*(arrive(who, panel) for who in people[start : start + AT_ONCE]))
    await moderator.command(board, "moderator groups")
    await moderator.command(board, "moderator open")

    async def all_open() -> bool:
        return await cards(there, "Stap 1 van") == len(people) // EACH

    await until(all_open, PATIENCE)


async def arrive(who: Person, panel: Message) -> None:
    """Check in; and press again when there was no answer in time, for the machine is busy."""
    while not (await who.press(panel, "lobby-here")).answered:
        pass


async def sees(who: Person, channel: str) -> bool:
    return channel in await who.channels()


async def cards(there: Scene, text: str) -> int:
    """In how many rooms of this server this was said."""
    found = await there.standin.do("heard_in", text=text, guild=there.guild)
    return sum(times > 0 for times in found.values())


async def quiet(standin: StandIn) -> None:
    """Return when Kring asks nothing any more."""
    before = -1
    while (now := (await standin.do("quiet"))["requests"]) != before:
        before = now
        await asyncio.sleep(1)


def write(there: Scene) -> Awaitable[object]:
    """The moderator of this server writes to all rooms."""

    async def send() -> None:
        form = await there.moderator.command(there.board, "moderator message", groups="all")
        await there.moderator.hand_in(form, text=MESSAGE)

    return send()


def move_on(there: Scene) -> Awaitable[object]:
    """The moderator of this server moves all rooms on."""

    async def move() -> None:
        said = await there.moderator.command(there.board, "moderator next", groups="all")
        while said.message is not None and said.message.button("conduct-sure"):  # for 25 groups at a time
            said = await there.moderator.press(said.message, "conduct-sure")

    return move()


async def told(standin: StandIn, what: str, rooms: int, text: str, acts: Iterable[Awaitable[object]]) -> Told:
    """Do this, and wait until every room has heard of it and nothing more is asked."""
    loop = asyncio.get_running_loop()
    before, began = (await standin.report())["limited"], loop.time()
    await asyncio.gather(*acts)

    async def times() -> list[int]:
        """How often each room has heard it."""
        return list((await standin.do("heard_in", text=text)).values())

    async def everywhere() -> bool:
        await asyncio.sleep(LOOK)
        return sum(map(bool, await times())) >= rooms

    with suppress(TimeoutError):  # what is lost is counted
        await until(everywhere, PATIENCE)
    seconds = loop.time() - began
    await quiet(standin)
    report, heard = await standin.report(), await times()
    lost, doubled = rooms - sum(map(bool, heard)), sum(number - 1 for number in heard if number)
    return Told(what, rooms, lost, doubled, report["limited"] - before, report["busiest"], seconds)


def main() -> int:
    """Tell them, and print how it went; 1 when anything was lost, said twice, or too much for Discord."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--rooms", type=int, default=1000)
    found = asyncio.run(tell_all(wanted.parse_args().rooms))
    for one in found:
        sys.stdout.write(f"{one}\n")
    return 0 if all(one.clean for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
