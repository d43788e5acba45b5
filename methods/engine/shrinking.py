"""What gives way when there is too little time: in which order, and how far.

The order and the lower limits are those of the specification (section I3): the theme, then open talk, then
the minutes for each person. Silent writing, the case bringer's reactions, the evaluation and the break keep theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from methods.engine.model import CaseBallot, Kind, Phase, RoleBallot
from methods.engine.state import Step

OPEN_KEEPS: Final = 0.6
"""Which part of an open talk is left when it has given what it can."""
OPEN_LEAST: Final = 4
"""Minutes that are left of it in any case."""


@dataclass(frozen=True, slots=True)
class Part:
    """A step and how far it may shrink. What has the smallest `rank` gives way first."""

    step: Step
    least: int
    rank: int = 0

    @property
    def slack(self) -> int:
        """Minutes that it can still give."""
        return self.step.minutes - self.least


def part_of(step: Step, leanest: int) -> Part:
    """A step with what may be taken from it; `leanest`: its minutes with the fewest for each person."""
    full, phase = step.minutes, step.phase
    if phase.shrinks_to is not None:
        return Part(step, min(full, phase.shrinks_to), 0)
    if phase.kind is Kind.OPEN:
        return Part(step, min(full, max(OPEN_LEAST, ceil(OPEN_KEEPS * full))), 1)
    if phase.lowest_per_person is not None:
        return Part(step, min(full, leanest), 2)
    return Part(step, full)


def total(parts: Sequence[Part]) -> int:
    """Minutes of all of them."""
    return sum(part.step.minutes for part in parts)


def shrunk(parts: Sequence[Part], room: int) -> list[Part]:
    """Minute by minute from where there is most to take, rank by rank, until it fits or nothing is left."""
    left = list(parts)
    for rank in sorted({part.rank for part in left}):
        while total(left) > room:
            at = max(range(len(left)), key=lambda i: left[i].slack if left[i].rank == rank else 0)
            part = left[at]
            if part.rank != rank or not part.slack:
                break
            left[at] = replace(part, step=replace(part.step, minutes=part.step.minutes - 1))
    return left


def optional(phases: Sequence[Phase], case: str) -> Iterator[frozenset[str]]:
    """What the short column leaves out, in order; a text goes together with its showing.

    Never the `case`, nor what decides whose it is and who leads: without those there is no round. A method that
    gives no step short minutes has no short version, so nothing is left out of it.
    """
    if all(phase.short is None for phase in phases if not phase.once):
        return
    gone = {case, *(phase.id for phase in phases if _seats(phase))}
    for phase in phases:
        if phase.short is None and phase.id not in gone:
            unit = {phase.id} | {p.id for p in phases if p.after == phase.id and p.short is None}
            gone |= unit
            yield frozenset(unit)


def _seats(phase: Phase) -> bool:
    ballot = phase.ballot
    return isinstance(ballot, RoleBallot) or (isinstance(ballot, CaseBallot) and ballot.seats)
