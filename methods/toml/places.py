"""Where something stands in a method file: `phases[3].minutes.per_person`, and its line."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from methods.faults import Path

__all__ = ["Path", "Place", "dotted", "place_of", "within"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line, and where it helps a column; both count from 1."""

    line: int
    column: int = 0


def dotted(path: Path) -> str:
    """The path as people write it."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def place_of(path: Path, places: Mapping[Path, Place]) -> Place | None:
    """Where this stands; for what does not stand there itself, where it should have."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
    return None


def within(path: Path, others: AbstractSet[Path]) -> bool:
    """Whether this is one of these, or a part of one."""
    return any(path[:length] in others for length in range(len(path) + 1))
