"""An evening in the middle, as this version of Kring leaves it on disk: what later versions must be able to go on with.

`python -m tests.storage.old_evening` writes it to `tests/storage/old/` under the name of the newest step. Who adds a
step to the database runs it once; what was written there by earlier versions stays as it is.
"""

import asyncio
import lzma
from pathlib import Path
from tempfile import TemporaryDirectory

from methods.engine.events import Act, Started
from methods.engine.state import SessionId
from storage.migrate import newest
from tests.bot.on_disk import MODERATOR, PEOPLE, SERVER, Evening, open_evening, open_now

OLD = Path(__file__).parent / "old"
FIELDS = ("titel", "situatie", "effect", "vervolg", "binnenkant")
TOLD = "Ik stelde een vraag en het werd stil"


def file_of(revision: str) -> Path:
    """Where the evening of this step is kept."""
    return OLD / f"evening-{revision}.db.xz"


async def play(evening: Evening) -> SessionId:
    """Six people in a group that is choosing between two cases; two have voted, something waits to be said."""
    meeting = await evening.gathered()
    await evening.host.keep_case(meeting.id, PEOPLE[0], dict.fromkeys(FIELDS, TOLD))
    async with evening.store.transaction() as change:
        for who in PEOPLE:
            await change.put_person(SERVER, who, name=f"Mens {who}", language="en" if who == 1 else None)
        await change.put_server(SERVER, evening.store.unset)
        await change.beat()
    opened = await evening.changed(meeting.id, open_now)
    number = opened.groups[0].session
    assert number is not None
    await evening.host.start(number, Started({PEOPLE[0]: FIELDS}), "1:bm.canvas")
    await evening.until(number, "bm.canvas")
    for who in PEOPLE[1:3]:
        await evening.act(number, who, Act.WRITE, words=dict.fromkeys(FIELDS, f"{TOLD} ({who})"))
    await evening.act(number, PEOPLE[2], Act.WITHDRAW)
    await evening.until(number, "bm.keuze")
    for who in PEOPLE[3:5]:
        await evening.act(number, who, Act.VOTE, values=(str(PEOPLE[1]),))
    await evening.host.tell(number, MODERATOR, "Nog tien minuten", 1)
    return number


async def written(folder: Path) -> bytes:
    """The file of such an evening."""
    async with open_evening(folder) as evening:
        await play(evening)
    return await asyncio.to_thread((folder / "kring.db").read_bytes)


def main() -> None:
    """Keep this version's."""
    with TemporaryDirectory() as folder:
        kept = asyncio.run(written(Path(folder)))
    file_of(newest() or "").write_bytes(lzma.compress(kept, preset=9))


if __name__ == "__main__":
    main()
