"""What has to be there before Kring can run, and before the database can be looked after: key, backups, new shape."""

import asyncio
from pathlib import Path

from bot.settings import Settings
from storage import migrate
from storage.backup import Made, before_upgrade, behind, has_a_key
from storage.database import file_of
from storage.keys import load_key
from storage.problems import Damaged, StorageProblem
from storage.shelf import Shelf
from storage.words import Cipher


def cipher_of(settings: Settings) -> Cipher:
    """The cipher for people's words. A key is made only where nothing was written with one. StorageProblem."""
    file = file_of(settings.database_url)
    key = settings.key.get_secret_value() if settings.key else None
    make = not has_a_key(settings.database_url)
    return load_key(key, settings.key_file, file.parent if file else None, make=make)


def shelf_of(settings: Settings, folder: Path | None = None) -> Shelf:
    """Where backups are kept: in this folder, else as set, else beside the database. Raises StorageProblem."""
    file = file_of(settings.database_url)
    beside = (file.parent if file else Path()) / "backups"
    return Shelf(folder or settings.backup_folder or beside, cipher_of(settings))


async def brought_up_to_date(settings: Settings, now: int) -> Made | None:
    """Makes the database or takes the steps it lacks; what was there is backed up first. Raises StorageProblem."""
    made = None
    if behind(settings.database_url):
        made = await asyncio.to_thread(before_upgrade, settings.database_url, shelf_of(settings), now)
    await migrate.upgrade(settings.database_url)
    return made


def with_offer(problem: StorageProblem, settings: Settings) -> str:
    """The sentence; for a damaged database with the newest good backup, and the command that puts it back."""
    if not isinstance(problem, Damaged):
        return str(problem)
    try:
        shelf = shelf_of(settings)
    except StorageProblem:
        return str(problem)
    found = shelf.newest()
    if found is None:
        return f"{problem.what}, and there is no good backup in {shelf.folder}."
    return (
        f"{problem.what}: the newest good backup is of {found.when}, "
        f"and `kring db restore {found.file}` puts it back."
    )
