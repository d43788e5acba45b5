"""`kring run` as anybody starts it meets the stand-in: a short meeting over sockets, its clock running fast."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.standin.kring import MEMORY, running, settings
from tests.standin.people import Person, Scene, StandIn, scene, stand_in
from tests.standin.timing import until, wall

pytestmark = pytest.mark.slow

TIMES = 40
"""How much faster than the wall's Kring's clock runs here: a stop of 1.5 seconds would be a gap already."""


async def call(there: Scene, **more: object) -> None:
    """Set up the server, and call a meeting."""
    marieke, board = there.moderator, there.board
    await marieke.command(board, "moderator setup", channel=board, category=there.category)
    options = {"method": "bumpy", "talk": "written", "theme": "Samenwerken", **more}
    said = await marieke.command(board, "moderator meeting", **options)
    assert "De lobby staat open" in said.text
    await until(lambda: sees(marieke, "lobby"))


async def sees(who: Person, channel: str) -> bool:
    return channel in await who.channels()


async def arrive(*people: Person) -> None:
    """These people check in."""
    lobby = (await people[0].channels())["lobby"]

    async def panel_is_there() -> bool:
        return await people[0].newest(lobby, "lobby-here") is not None

    await until(panel_is_there)
    for who in people:
        panel = await who.newest(lobby, "lobby-here")
        assert panel is not None
        await who.press(panel, "lobby-here")


async def together(there: Scene) -> int:
    """The groups open; the first one's room."""
    await there.moderator.command(there.board, "moderator groups")
    await there.moderator.command(there.board, "moderator open")
    first = next(iter(there.people.values()))
    await until(lambda: sees(first, "groep-1"))
    return (await first.channels())["groep-1"]


def kring_at(standin: StandIn, folder: Path) -> dict[str, str]:
    since = int(wall())
    return settings(standin, folder, KRING_TIME_SCALE=f"{TIMES}@{since}")


async def test_a_short_meeting_is_called_opened_written_in_and_moved_on_by_its_deadline() -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        async with stand_in() as standin:
            there = await scene(standin, ["Sanne", "Pieter", "Fatma"])
            async with running(kring_at(standin, Path(folder))):
                await standin.here()
                await call(there)
                await arrive(*there.people.values())
                room = await together(there)
                sanne = there.people["Sanne"]

                async def step(text: str) -> bool:
                    return any(text in one.text for one in await sanne.sees(room))

                await until(lambda: step("Stap 1 van"))
                assert await sanne.say(room, "Hallo allemaal")
                await until(lambda: step("Stap 2 van"))  # nobody presses: the time of the first step is over
                report = await standin.report()
    assert report["wrong"] == []
    assert report["sockets"] == ["identify"]
