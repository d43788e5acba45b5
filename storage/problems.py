"""What can go wrong with what is kept, told in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError


class StorageProblem(Exception):
    """Something that the administrator can mend. The message is one sentence, without anybody's words."""


class Damaged(StorageProblem):
    """The file of the database is of no use any more; a backup has to take its place.

    `what` is the sentence without its advice, for who can name that backup.
    """

    def __init__(self, what: str = "The file of the database is damaged") -> None:
        super().__init__(f"{what}: put the last backup back with `kring db restore`.")
        self.what = what


class Unreadable(StorageProblem):
    """One row is not what this version of Kring writes; the others are none the worse for it."""


class Conflict(Exception):
    """The row was changed meanwhile: load it again and decide again."""


_DAMAGE = (
    ("file is not a database", "The file of the database is no database"),
    ("malformed", "The file of the database is damaged"),
)
_SENTENCES = (
    ("readonly", "Kring may not write to the database: check who owns its file and its folder."),
    ("unable to open", "The database cannot be opened: check that its folder exists and may be written to."),
    ("disk is full", "There is no room left on the disk for the database."),
    ("disk I/O", "The disk of the database gives errors: check whether it is full, broken or gone."),
    ("locked", "Another program holds the database: stop it and try again."),
    ("no such table", "The database is not up to date: run `kring db upgrade`."),
    ('relation "', "The database is not up to date: run `kring db upgrade`."),
    ("no such column", "The database is not up to date: run `kring db upgrade`."),
)


def problem_for(error: Exception) -> StorageProblem:
    """What to tell the administrator about a driver's error; its own text holds no parameters."""
    reason = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
    for sign, damage in _DAMAGE:
        if sign in reason:
            return Damaged(damage)
    known = next((told for sign, told in _SENTENCES if sign in reason), None)
    return StorageProblem(known or f"The database gave an error: {reason.rstrip('.')}.")


@contextmanager
def told(*others: type[Exception]) -> Iterator[None]:
    """Turns what the database cannot do, and these other errors, into a `StorageProblem`.

    An IntegrityError passes, like all that SQLAlchemy itself objects to: such a mistake is Kring's own, and no
    administrator can mend it.
    """
    caught: tuple[type[Exception], ...] = (DBAPIError, *others)
    try:
        yield
    except IntegrityError:
        raise
    except caught as error:
        raise problem_for(error) from error
