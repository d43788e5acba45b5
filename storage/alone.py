"""One Kring for one database: the second one is told so when it starts, and not by what it says twice."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.keys import make_folder
from storage.problems import StorageProblem

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """While this lasts, no other process runs on this database. Raises StorageProblem when one does.

    The system gives the lock back when its holder ends, however it ends: after a kill one may start at once.
    """
    try:
        make_folder(file.parent)
        handle = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield  # Opening the database will say what is wrong with its folder.
        return
    try:
        _hold(handle)
    except (BlockingIOError, PermissionError):
        os.close(handle)
        raise StorageProblem(
            "Another Kring runs on this database: stop that one first, or give this one its own (KRING_DATABASE_URL)."
        ) from None
    except OSError:
        pass  # Not every disk knows locks.
    try:
        yield
    finally:
        os.close(handle)
