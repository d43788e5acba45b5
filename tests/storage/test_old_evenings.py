"""An evening that an earlier Kring left in the middle is migrated, is whole, and goes on to its end."""

import asyncio
import lzma
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from bot.saving import Done
from methods.engine.events import Act
from methods.engine.making import made
from methods.engine.state import Session, Status
from storage import database, migrate
from storage.backup import before_upgrade
from storage.check import check
from storage.shelf import Shelf
from storage.store import Store
from storage.words import Cipher
from tests.bot.on_disk import MODERATOR, PEOPLE, SERVER, Evening
from tests.bot.virtual_clock import VirtualClock
from tests.storage.old_evening import FIELDS, TOLD, file_of, play
from tests.stories.world import KEY, empty_database

REVISIONS = sorted(step.revision for step in ScriptDirectory.from_config(migrate.settings()).walk_revisions())


def test_every_step_has_an_evening_that_was_left_in_it() -> None:
    missing = [one for one in REVISIONS if not file_of(one).exists()]
    assert missing == [], "run `python -m tests.storage.old_evening` once, and keep what it writes"


@pytest.fixture(params=REVISIONS)
def old(request: pytest.FixtureRequest, url: str, folder: Path) -> str:
    """The address of such a database."""
    database.prepare(url)
    (folder / "kring.db").write_bytes(lzma.decompress(file_of(request.param).read_bytes()))
    return url


@pytest.fixture
async def evening(old: str, tmp_path: Path) -> AsyncIterator[Evening]:
    """A host of today on it, after a backup and the steps it lacked."""
    clock = VirtualClock()
    clock.jump(120)
    shelf = Shelf(tmp_path / "backups", Cipher(KEY))
    await asyncio.to_thread(before_upgrade, old, shelf, int(clock.now()))
    await migrate.upgrade(old)
    store = await Store.open(old, Cipher(KEY), lambda: int(clock.now()))
    yield Evening(store, clock)
    await store.close()


async def group(evening: Evening) -> Session:
    (meeting,) = await evening.store.meetings_of(SERVER)
    return next(one for one in await evening.store.sessions_of(meeting.id) if one.group)


async def test_all_that_was_kept_is_there_and_nothing_is_found(evening: Evening, old: str) -> None:
    session = await group(evening)
    assert session.step.phase.id == "bm.keuze"
    assert session.stage is not None
    assert set(session.stage.votes) == set(PEOPLE[3:5])
    words = await evening.store.words(session.id, "1:bm.canvas")
    assert words == {PEOPLE[0]: dict.fromkeys(FIELDS, TOLD), PEOPLE[1]: dict.fromkeys(FIELDS, f"{TOLD} (2)")}
    assert len(await evening.store.undelivered(evening.host.now())) > 5
    assert (await check(old, Cipher(KEY))).findings == ()


async def test_it_goes_on_to_its_end(evening: Evening, old: str) -> None:
    number = (await group(evening)).id
    for _ in range(60):
        session = await evening.now(number)
        if not session.under_way:
            break
        evening.clock.jump(5)
        if not isinstance(await next_step(evening, session), Done):
            evening.clock.jump(120)
            await evening.host.time_up(number)
    assert (await evening.now(number)).status is Status.ENDED
    assert (await check(old, Cipher(KEY))).findings == ()


async def next_step(evening: Evening, session: Session) -> object:
    return await evening.host.handle(session.id, made(Act.NEXT, MODERATOR, session.visit, sure=True))


async def test_the_evening_that_is_kept_for_later_is_one_that_this_version_plays(tmp_path: Path) -> None:
    """Else the next step would get a fixture that shows nothing."""
    url = await empty_database(tmp_path)
    clock = VirtualClock()
    store = await Store.open(url, Cipher(KEY), lambda: int(clock.now()))
    try:
        session = await store.session(await play(Evening(store, clock)))
    finally:
        await store.close()
    assert session is not None
    assert session.step.phase.id == "bm.keuze"
