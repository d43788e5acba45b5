"""What is asked of an evening, and the ways to do it, from the fullest to the leanest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from methods import frame
from methods.engine.minutes import counted, is_telling
from methods.engine.model import CaseBallot, Kind, Method, Phase, Talk
from methods.engine.shrinking import Part, optional, part_of, total
from methods.engine.state import Step

READING: Final = 3
"""Minutes to read a prepared story where people type."""
REREADING: Final = 2
"""Minutes to reread a case that was filled in at home."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An evening that is asked for; `people` in the biggest group, `minutes` for all of it."""

    method: Method
    people: int
    minutes: int
    talk: Talk
    prepared: bool
    rounds: int


@dataclass(frozen=True, slots=True)
class Way:
    """How much of the method is done: so many rounds, without these phases, by its short column or not."""

    rounds: int
    without: frozenset[str] = frozenset()
    short: bool = False


def ways(wish: Wish) -> list[Way]:
    """From the longest to the shortest, so that the first that fits costs least.

    A later round goes before anything is left out of the first.
    """
    fewest = wish.rounds if wish.method.everybody_brings else 1
    found = [Way(rounds) for rounds in range(wish.rounds, fewest - 1, -1)]
    without: frozenset[str] = frozenset()
    for unit in optional(wish.method.phases, wish.method.case):
        without |= unit
        found.append(Way(fewest, without))
    lean = Way(fewest, without, short=True)
    if total(core(wish, lean)) < total(core(wish, found[0])):
        found.append(lean)  # of some methods the other column is a roomier one
    return sorted(found, key=lambda way: -total(core(wish, way)))


def evening(wish: Wish, way: Way) -> list[Part]:
    """Everything but the break, at full length."""
    around = frame.FRAMES[wish.method.frame]
    return [
        *(_part(wish, block) for block in _blocks(wish.method, *around.before, *around.opening)),
        *core(wish, way),
        *(_part(wish, block) for block in _blocks(wish.method, *around.ending, *around.after)),
    ]


def _blocks(method: Method, *blocks: Phase) -> Iterator[Phase]:
    """The blocks of the frame that the method keeps; the choice is between the cases that it asks."""
    for block in blocks:
        if block.id in method.skips:
            continue
        if block is frame.CHOICE:
            yield replace(block, ballot=CaseBallot(cases=method.case, title=method.title))
        else:
            yield block


def core(wish: Wish, way: Way) -> list[Part]:
    """The rounds, with a switch between two."""
    kept = [phase for phase in wish.method.phases if phase.id not in way.without]
    turning = [phase for phase in kept if not phase.once]
    first = kept.index(turning[0])
    parts = [_part(wish, phase, short=way.short) for phase in kept[:first]]
    for number in range(1, way.rounds + 1):
        if number > 1 and wish.method.switch:
            switch = wish.method.switch
            parts.append(Part(Step(frame.SWITCH, None, switch), switch))
        parts += [_part(wish, phase, number, short=way.short) for phase in turning]
    return parts + [_part(wish, phase, short=way.short) for phase in kept[first:] if phase.once]


def _part(wish: Wish, phase: Phase, number: int | None = None, *, short: bool = False) -> Part:
    """A phase as a step, with what may be taken from it."""
    step = Step(phase, number, _minutes(wish, phase, short=short))
    lowest = inf if phase.lowest_per_person is None else phase.lowest_per_person
    return part_of(step, _minutes(wish, phase, short=short, at_most=lowest))


def _minutes(wish: Wish, phase: Phase, *, short: bool, at_most: float = inf) -> int:
    """The minutes of this phase, given how people talk and what they did at home."""
    spoken = phase.short if short and phase.short else phase.minutes
    if wish.prepared and phase.id == wish.method.case:
        if phase.kind is Kind.WRITE:
            return REREADING
        phase = replace(phase, after=phase.id)  # what was typed at home is only shown
    elif wish.prepared and wish.talk is Talk.WRITTEN and is_telling(phase):
        return READING
    return counted(phase, spoken, wish.talk, wish.people, at_most)
