"""Where Kring is killed: after which durable step of which act; and what came of it."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.standin.traces import Harm, Trace

KINDS = ("lost", "doubled", "locked", "other")


class Point(NamedTuple):
    """Right after so many durable steps of an act."""

    act: int
    step: int


@dataclass(frozen=True)
class Moment:
    """An act of the undisturbed evening: what it was, its durable steps, and what there was afterwards."""

    name: str
    steps: int
    trace: Trace


def points(calm: Sequence[Moment], every: int = 1, offset: int = 0) -> list[Point]:
    """Every so many-th durable step of this evening."""
    all_ = [Point(act, step) for act, moment in enumerate(calm) for step in range(1, moment.steps + 1)]
    return all_[offset % every :: every]


def evenings(wanted: Iterable[Point]) -> list[dict[int, int]]:
    """The same by act, spread over as few evenings as can be: one kill in an act."""
    found: list[dict[int, int]] = []
    for act, step in wanted:
        free = next((one for one in found if act not in one), None)
        if free is None:
            found.append(free := {})
        free[act] = step
    return found


@dataclass
class Report:
    """What came of the kills that were planned."""

    planned: int
    tried: int = 0
    harmful: int = 0
    """After how many of them something was wrong."""
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    """Evenings that did not go on as they should; what they had left to try is tried in others."""

    def add(self, where: str, harm: Harm) -> None:
        """Note what went wrong after one kill."""
        self.harmful += bool(harm)
        for kind in KINDS:
            found = [f"{where}: {one}" for one in getattr(harm, kind)]
            getattr(self, kind).extend(found)
            for one in found:
                sys.stderr.write(f"{kind}: {one}\n")

    def stuck(self, where: str, reason: Exception) -> None:
        """Note that an evening did not come to its end."""
        self.unfinished.append(f"{where}: {type(reason).__name__}: {reason}")
        sys.stderr.write(f"unfinished: {self.unfinished[-1]}\n")

    @property
    def clean(self) -> bool:
        """Whether every kill that was planned took place, and none of them did any harm."""
        return self.tried == self.planned and not self.harmful

    def __str__(self) -> str:
        """The figures, one a line."""
        return (
            f"kill points planned: {self.planned}\nkill points tried: {self.tried}\n"
            f"lost: {len(self.lost)}\ndoubled: {len(self.doubled)}\nleft locked: {len(self.locked)}\n"
            f"otherwise different: {len(self.other)}\nevenings begun again: {len(self.unfinished)}\n"
        )
