"""The fullest evening that fits into the time there is, laid out in steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from methods import frame
from methods.engine.model import Kind
from methods.engine.shrinking import Part, shrunk, total
from methods.engine.state import Step
from methods.engine.text import Text
from methods.planning.ways import Way, Wish, evening, ways

BREAK_FROM: Final = 100
"""Minutes from which a meeting has a break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who does what for how long, together and in a group, and what had to give way for it."""

    plenary: tuple[Step, ...]
    """The lobby's script; in one of its steps everybody is in the groups."""
    script: tuple[Step, ...]
    """A group's script."""
    minutes: int
    """What is booked for the whole meeting."""
    total: int
    """What this plan takes, plenary and break included."""
    needed: int
    """What it would take with nothing shortened or dropped."""
    shortened: tuple[tuple[str, int, int], ...] = ()
    """Phase, its full minutes, and what is left of them."""
    dropped: tuple[str, ...] = ()
    """Phases that are left out."""
    rounds: int = 1
    advice: tuple[Text, ...] = ()
    """What would really help, when something was left out or it does not fit at all."""
    notice: Text | None = None
    """The same in a sentence, with the figures."""
    proposal: Text | None = None
    """What could be done with the time that is left over, when that is much."""

    @property
    def fits(self) -> bool:
        """Whether it takes no more than is booked."""
        return self.total <= self.minutes

    @property
    def buffer(self) -> int:
        """Booked minutes that no step needs yet."""
        return max(0, self.minutes - self.total)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The whole meeting in the order in which a person goes through it."""
        at = next(i for i, step in enumerate(self.plenary) if step.phase is frame.GROUPS)
        return (*self.plenary[:at], *self.script, *self.plenary[at + 1 :])


def best(wish: Wish) -> Plan:
    """The fullest evening that fits; where none does, the leanest there is."""
    found = ways(wish)
    full = evening(wish, found[0])
    rest = frame.BREAK.minutes.of(wish.people)
    needed = total(full) + (rest if max(wish.minutes, total(full)) >= BREAK_FROM else 0)
    room = wish.minutes - (rest if wish.minutes >= BREAK_FROM else 0)
    for way in found:
        parts = shrunk(evening(wish, way), room)
        if total(parts) <= room:
            break
    return _laid_out(wish, way, full, parts, needed)


def _laid_out(wish: Wish, way: Way, full: list[Part], parts: list[Part], needed: int) -> Plan:
    """The two scripts, and what changed. A step that may not be needed waits in the buffer."""
    steps = [replace(p.step, minutes=0) if p.step.phase.only_if else p.step for p in parts]
    script = [step for step in steps if not step.phase.plenary]
    if wish.minutes >= BREAK_FROM:
        inner = core_of(script)
        rest = Step(frame.BREAK, None, frame.BREAK.minutes.of(wish.people))
        script.insert(script.index(inner[0]) + _half(inner), rest)
    together = [step for step in steps if step.phase.plenary]
    apart = Step(frame.GROUPS, None, sum(step.minutes for step in script))
    together.insert(len(frame.FRAMES[wish.method.frame].before), apart)
    was = {part.step.phase.id: part.step.minutes for part in full}
    shorter = {p.step.phase.id: p.step.minutes for p in parts if p.step.minutes < was[p.step.phase.id]}
    return Plan(
        plenary=tuple(together),
        script=tuple(script),
        minutes=wish.minutes,
        total=sum(step.minutes for step in together),
        needed=needed,
        shortened=tuple((phase, was[phase], now) for phase, now in shorter.items()),
        dropped=tuple(phase.id for phase in wish.method.phases if phase.id in way.without),
        rounds=way.rounds,
    )


def core_of(script: Sequence[Step]) -> list[Step]:
    """The rounds in a group's script, the switch between two of them included."""
    return [step for step in script if step.phase.id not in frame.IDS or step.phase is frame.SWITCH]


FEW_ROUNDS: Final = 2
"""With more rounds than that each is short, as in trios: a break comes between two of them."""


def _half(core: list[Step]) -> int:
    """How many steps come before the break: nearest to half, never between two steps that belong together."""
    ends = list(accumulate(step.minutes for step in core))
    whole = [at for at in range(len(core)) if not _torn(core, at)]
    return min(whole, key=lambda at: abs(2 * ends[at] - ends[-1])) + 1


def _torn(core: list[Step], last: int) -> bool:
    """Whether a break after this step would part what belongs together.

    A text and its showing; what is said about somebody, the consent before it and that person's word after it; the
    ten minutes of one client of many.
    """
    around = core[last : last + 2]
    rounds = {step.round for step in around}
    many = any((step.round or 0) > FEW_ROUNDS for step in core)
    within = many and len(around) > len(rounds) and None not in rounds
    if within or any(step.phase.stop_word for step in around):
        return True
    for at, step in enumerate(core[: last + 1]):
        if step.phase.kind is not Kind.WRITE:
            continue
        shows = (i for i, s in enumerate(core) if s.round == step.round and s.phase.after == step.phase.id)
        if next(shows, at) > last:
            return True
    return False
