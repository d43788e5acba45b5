"""Minutes and other numbers."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from methods.engine.model import CaseBallot, Field, Method, Minutes, OnlyIf, Phase
from methods.engine.text import Text
from methods.faults.fault import Fault, Path, Value

LONGEST_STEP: Final = 180
"""Minutes of one step."""
FEWEST, MOST = 3, 8
"""How many people a group may have."""
BETWEEN: Final[dict[tuple[type, str], tuple[int, int]]] = {
    (Method, "rounds"): (1, 6),
    (Method, "switch"): (0, 30),
    (Method, "well"): (FEWEST, MOST),
    (Method, "fewest"): (FEWEST, MOST),
    (Method, "most"): (FEWEST, MOST),
    (Method, "roomy"): (1, 300),
    (Field, "max_length"): (1, 4000),
    (CaseBallot, "votes"): (1, 5),
    (OnlyIf, "minutes"): (1, LONGEST_STEP),
    (OnlyIf, "spare"): (0, LONGEST_STEP),
    (Phase, "shrinks_to"): (1, LONGEST_STEP),
    (Phase, "lowest_per_person"): (0, LONGEST_STEP),
    (Minutes, "base"): (0, LONGEST_STEP),
    (Minutes, "per_person"): (0, LONGEST_STEP),
}

OUTSIDE: Final = Text(
    nl="{value} kan niet: dit is een getal van {least} tot en met {most}.",
    en="{value} is not possible: this is a number from {least} to {most}.",
)
TOO_LONG: Final = Text(
    nl="Met {people} mensen duurt dit {minutes} minuten; een stap duurt er hoogstens {most}.",
    en="With {people} people this takes {minutes} minutes; a step takes at most {most}.",
)
NO_TIME: Final = Text(
    nl="Deze stap duurt 0 minuten. Hoe lang mag hij duren?",
    en="This step takes 0 minutes. How long may it take?",
)
NO_BASIS: Final = Text(
    nl='per_person telt pas mee als basis zegt wie meetellen: "n" (iedereen) of "t" (allen behalve de inbrenger).',
    en='per_person counts only when basis says who do: "n" (everybody) or "t" (all but the case bringer).',
)
BAD_TABLE: Final = Text(
    nl="Elke regel is [mensen, minuten], met telkens meer mensen.",
    en="Each line is [people, minutes], with more people each time.",
)
SHRINKS_UP: Final = Text(
    nl="Krimpen maakt korter: zonder duurt deze stap hoogstens {most} minuten.",
    en="Shrinking makes shorter: without it this step takes at most {most} minutes.",
)
NOT_PER_PERSON: Final = Text(
    nl="Dit heeft alleen zin als minutes meer dan dit per persoon geeft (per_person).",
    en="This makes sense only where minutes gives more than this for each person (per_person).",
)
SPARES_MORE: Final = Text(
    nl="Hiervoor moet meer over zijn (spare) dan de stap duurt (minutes).",
    en="This needs more to spare (spare) than the step takes (minutes).",
)
DISORDER: Final = Text(
    nl="Van klein naar groot: fewest, well, most; er staat {fewest}, {well} en {most}.",
    en="From small to large: fewest, well, most; it says {fewest}, {well} and {most}.",
)


def of_numbers(found: Iterable[Value]) -> Iterator[Fault]:
    """What is wrong with each number by itself."""
    for one in found:
        if one.field in BETWEEN and one.value is not None:
            yield from _between(one, *BETWEEN[one.field])
        if isinstance(one.value, Minutes):
            yield from _minutes(one.path, one.value)
        if isinstance(one.value, OnlyIf) and one.value.spare > one.value.minutes:
            yield Fault((*one.path, "spare"), SPARES_MORE, ((*one.path, "minutes"),))


def of_steps(method: Method) -> Iterator[Fault]:
    """What is wrong with numbers that belong together."""
    for number, phase in enumerate(method.phases):
        yield from _step(("phases", number), phase)
    if not method.fewest <= method.well <= method.most:
        told = {"fewest": str(method.fewest), "well": str(method.well), "most": str(method.most)}
        yield Fault(("well",), DISORDER.filled(**told), (("fewest",), ("most",)))


def _between(one: Value, least: int, most: int) -> Iterator[Fault]:
    if not least <= one.value <= most:
        told = {"value": f"{one.value:g}", "least": str(least), "most": str(most)}
        yield Fault(one.path, OUTSIDE.filled(**told))


def _minutes(path: Path, minutes: Minutes) -> Iterator[Fault]:
    base, each, basis, table = ((*path, name) for name in ("base", "per_person", "basis", "table"))
    sound = max(abs(minutes.base), abs(minutes.per_person)) <= LONGEST_STEP
    if sound and (longest := minutes.of(MOST)) > LONGEST_STEP:
        told = {"people": str(MOST), "minutes": str(longest), "most": str(LONGEST_STEP)}
        yield Fault(path, TOO_LONG.filled(**told), (base, each))
    if minutes.per_person and minutes.basis == "fixed":
        yield Fault(each, NO_BASIS, (basis,))
    rising = all(a[0] < b[0] for a, b in pairwise(minutes.table))
    if not rising or any(people < 1 or lasting < 0 for people, lasting in minutes.table):
        yield Fault(table, BAD_TABLE)


def _step(path: Path, phase: Phase) -> Iterator[Fault]:
    whole = (*path, "minutes")
    if max(phase.minutes.base, phase.minutes.per_person) > LONGEST_STEP:
        return  # said already
    parts = tuple((*whole, name) for name in ("base", "per_person", "basis", "table"))
    longest = phase.minutes.of(MOST)
    if longest == 0 and phase.only_if is None:
        yield Fault(whole, NO_TIME, parts)
    if phase.shrinks_to is not None and phase.shrinks_to > max(longest, 1):
        yield Fault((*path, "shrinks_to"), SHRINKS_UP.filled(most=str(longest)), (whole, *parts))
    if phase.lowest_per_person is not None and phase.lowest_per_person > phase.minutes.per_person:
        yield Fault((*path, "lowest_per_person"), NOT_PER_PERSON, (whole, *parts))
