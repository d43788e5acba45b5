"""A copy of a method, under another name."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from methods.engine.model import Method
from methods.engine.text import Text
from methods.faults.names import LONGEST_NAME


def copied(method: Method, name: Text, taken: Collection[str]) -> Method:
    """A copy under this name, with a short name that is not taken; it has no slash command."""
    return replace(method, id=free_id(name.nl, taken), name=name, command=None)


def free_id(name: str, taken: Collection[str]) -> str:
    """A short name like this name that nothing has yet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_NAME - 4].rstrip("-")
    base = short if short[:1].isalpha() else f"m-{short}".rstrip("-")
    tries = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)
