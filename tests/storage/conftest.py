"""A store on a real file."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import database
from storage.migrate import upgrade
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import Begun, Clock, begin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder; nothing has made it yet."""
    return tmp_path / "data"


@pytest.fixture
def url(folder: Path) -> str:
    """The address of a database."""
    return f"sqlite+aiosqlite:///{folder / 'kring.db'}"


@pytest.fixture
def cipher() -> Cipher:
    """A key."""
    return Cipher(b"k" * 32)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture(scope="session")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database in its newest shape, made once and then copied."""
    file = tmp_path_factory.mktemp("newest") / "kring.db"
    asyncio.run(upgrade(f"sqlite:///{file}"))
    return file


@pytest.fixture
async def store(newest: Path, folder: Path, url: str, cipher: Cipher, clock: Clock) -> AsyncIterator[Store]:
    """An empty store."""
    database.prepare(url)
    shutil.copyfile(newest, folder / "kring.db")
    store = await Store.open(url, cipher, clock)
    yield store
    await store.close()


@pytest.fixture
async def begun(store: Store) -> Begun:
    """A meeting with a session in the store."""
    return await begin(store)
