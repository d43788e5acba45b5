"""The pictures of the documentation, taken from the demo page: `make pictures`.

The world has a fixed seed and its clock stands still while a picture is taken, so they come out the same.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final

from bot.rehearsal.demo.server import serving
from bot.rehearsal.demo.stage import Programme
from bot.rehearsal.words import Language
from tests.demo.browser import Browser, browser, chromium
from tests.demo.guest import CARD, OWN, Guest, Show

SIZES: Final[Mapping[str, tuple[int, int]]] = {"desk": (1280, 800), "phone": (360, 740)}
STILL: Final = (
    "document.head.append(Object.assign(document.createElement('style'), {nonce: document.querySelector('style').nonce, "
    "textContent: 'html { font-family: Inter, sans-serif } * { caret-color: transparent !important } #told, #down, .tag.new { display: none !important }'}))"
)
"""The same letters on every machine that has them, and nothing that blinks or passes."""
ANEW: Final = (
    "document.body.style.display = 'none'; document.body.offsetHeight; document.body.style.display = ''"
)
"""Everything drawn at once: what was drawn in pieces can differ by a shade in a corner."""
SETTLED: Final = "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))"

Show_ = Callable[[Guest], Awaitable[str]]


async def card(guest: Guest) -> str:
    """The first card of the room, with those who introduced themselves."""
    await guest.to_group()
    await guest.wait(210)
    return CARD


async def form(guest: Guest) -> str:
    """The canvas, filled in."""
    await _to(guest, 3)
    await guest.push("write", CARD)
    await guest.page.until("$('dialog').open")
    await guest.page.run("example()")
    await guest.page.until("!missing()")
    return "$('dialog')"


async def reveal(guest: Guest) -> str:
    """All titles, shown at once."""
    await guest.page.run("$('dialog').querySelector('[type=submit]').click()")
    await guest.page.until("!$('dialog').open")
    await _to(guest, 4)
    await guest.wait(20)
    return "$('log').lastElementChild"


async def mine(guest: Guest) -> str:
    """«Mijn kaart», in the step in which a case is chosen."""
    await _to(guest, 5)
    await guest.own_card()
    return OWN


async def board(guest: Guest) -> str:
    """What the moderators see of all groups, and one moderator's own panel."""
    await _moderate(guest)
    await guest.push("conduct-panel")
    await guest.page.until(f"Boolean({OWN})")
    return "$('log').firstElementChild"


async def queue(guest: Guest) -> str:
    """A group asks for help: its line, what about and since when, and the panel that leads to it."""
    await guest.page.run("be(page.people.find((one) => one.id !== moderator()).id)")
    await guest.page.until("page.step && page.me !== moderator()")
    await guest.push("care", CARD)
    await guest.push("trouble", OWN)
    await guest.wait(10)
    await _moderate(guest)
    await guest.push("conduct-guide", OWN)
    return "$('log').firstElementChild"


async def back(guest: Guest) -> str:
    """«Terug om …»: what became of it, on the panel."""
    await guest.push("conduct-return", OWN)
    await guest.fill_in({"time": "+75"})
    await guest.wait(10)
    return "$('log').firstElementChild"


async def room(guest: Guest) -> str:
    """What the group reads of that."""
    await guest.page.run("be(page.people.find((one) => one.id !== moderator()).id)")
    await guest.page.until("page.step && page.me !== moderator()")
    await guest.seen()
    return "$('log').lastElementChild"


async def _moderate(guest: Guest) -> None:
    """Be the moderator, in the moderators' channel."""
    await guest.page.run("be(moderator())")
    await guest.page.until("page.moderates && page.room")
    await guest.page.run("enter(page.rooms.find((room) => room.name.startsWith('moderator')).id)")
    await guest.page.until("page.fetched.endsWith(page.room) && order.length > 0")


SCENES: Final[Mapping[str, Show_]] = {
    "card": card,
    "form": form,
    "reveal": reveal,
    "mine": mine,
    "board": board,
    "queue": queue,
    "back": back,
    "room": room,
}


async def _to(guest: Guest, number: int) -> None:
    await guest.seen()
    while int(await guest.page.run("page.step?.number || 0")) < number:
        await guest.wait(10)


async def take(found: Browser, language: Language) -> dict[str, bytes]:
    """All pictures of one language, by name."""
    taken = {}
    async with serving(Programme(language=language), 0) as (stage, address):
        stage.go(0)
        guest = Guest(await found.page(), Show(stage, address))
        await guest.page.size(1280, 800)
        await guest.page.open(address)
        await guest.page.until("page.rooms && stream && stream.readyState === 1")
        await guest.page.run(STILL)
        for name, scene in SCENES.items():
            where = await scene(guest)
            await guest.seen()
            for size, (width, height) in SIZES.items():
                await guest.page.size(
                    width, height, mobile=size == "phone", dense=2 if size == "phone" else 1
                )
                # In one go: a frame in between would leave layers that were drawn elsewhere on the screen.
                placed = f"atEnd = false; ({where}).scrollIntoView(); document.activeElement.blur()"
                await guest.page.run(f"drawTime(); {ANEW}; {placed}")
                await guest.page.run(SETTLED)
                taken[f"{name}-{size}-{language}.png"] = await guest.page.picture()
            await guest.page.size(1280, 800)
        await guest.page.close()
    return taken


async def main(folder: Path) -> None:
    """Write them all to this folder."""
    binary = chromium()
    if binary is None:
        sys.exit("There is no Chromium: `make setup-browser` installs it.")
    async with browser(binary) as found:
        for language in ("nl", "en"):
            for name, picture in (await take(found, language)).items():
                (folder / name).write_bytes(picture)
                print(folder / name)  # noqa: T201 - a command that tells what it made


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    asyncio.run(main(Path(sys.argv[1])))
