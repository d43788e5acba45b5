"""The folder in which backups are kept: their names, which there are, which is the newest, and which may go."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storage.keys import sync_folder
from storage.problems import StorageProblem
from storage.sealed import Label, read_label, unseal
from storage.words import Cipher

GOOD, DOUBTFUL = ".backup", ".doubtful"
"""How a backup's name ends. Of the doubtful ones, in which something was found, only the last is kept."""
PARTIAL = ".partial"
SPARE = 64 * 2**20
"""Bytes that must stay free beside a backup: it must not take the room that the evening needs."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, and what its label says."""

    file: Path
    label: Label

    @property
    def when(self) -> str:
        """The moment it is of, for people."""
        return when(self.label.made)


def when(moment: int) -> str:
    """«2026-03-14 19:30 UTC»."""
    return f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%d %H:%M} UTC"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The backups in a folder that were made with one key; those of others are left alone."""

    folder: Path
    cipher: Cipher

    def backups(self) -> list[Backup]:
        """The good ones, the newest first."""
        found = [backup for file in self.folder.glob(f"*{GOOD}") if (backup := self._labelled(file))]
        return sorted(found, key=lambda one: (one.label.made, one.file.stat().st_mtime_ns), reverse=True)

    def _labelled(self, file: Path) -> Backup | None:
        try:
            with file.open("rb") as sealed:
                mark = read_label(sealed)
        except (StorageProblem, OSError):
            return None
        return Backup(file, mark) if mark.key == self.cipher.fingerprint else None

    def newest(self) -> Backup | None:
        """The newest that is still as it was made: nothing in it has changed since it was checked."""
        return next((backup for backup in self.backups() if self._whole(backup)), None)

    def _whole(self, backup: Backup) -> bool:
        try:
            with backup.file.open("rb") as sealed, Path(os.devnull).open("wb") as nowhere:
                unseal(sealed, nowhere, self.cipher)
        except (StorageProblem, OSError):
            return False
        return True

    def put(self, partial: Path, made: int, note: str, *, good: bool) -> Path:
        """Gives a finished backup in this folder its name: from then on it is there, whole."""
        name = f"kring-{datetime.fromtimestamp(made, UTC):%Y-%m-%d-%H%M%S}"
        kept = self._free(f"{name}-{note}" if note else name, GOOD if good else DOUBTFUL)
        partial.replace(kept)
        sync_folder(self.folder)
        if not good:
            for older in set(self.folder.glob(f"kring-*{DOUBTFUL}")) - {kept}:
                older.unlink()
        return kept

    def _free(self, name: str, suffix: str) -> Path:
        file, number = self.folder / f"{name}{suffix}", 1
        while file.exists():
            number += 1
            file = self.folder / f"{name}-{number}{suffix}"
        return file

    def rotate(self, keep: int) -> None:
        """Throws away all but the newest so many."""
        with in_words(self.folder):
            for backup in self.backups()[keep:]:
                backup.file.unlink(missing_ok=True)

    def demand_space(self, size: int, *others: Path) -> None:
        """Raises StorageProblem when so many bytes would leave too little room here, or in the other folders."""
        for place in {self.folder, *others}:
            if shutil.disk_usage(place).free < size + SPARE:
                raise StorageProblem(f"There is too little room on the disk of {place} for a backup.")


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turns what the disk refuses into a StorageProblem."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise StorageProblem(f"The backup cannot be kept ({where}): {error.strerror}.") from error
