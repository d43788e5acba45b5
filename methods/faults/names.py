"""Short names: what they may look like, and that no two things have the same one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from methods.engine.model import Field, Method, Option, Phase
from methods.engine.text import Text
from methods.faults.fault import Fault, Path, Value

LONGEST_NAME: Final = 32
"""Two of them and some numbers fit in the hundred characters that a button of Discord's can carry."""
FRAME: Final = "fr."
TAKEN: Final = frozenset({"first", "more", "follow", "doorvragen", "notitie"})
"""Names of questions that mean something else: parts of a form, the follow-up to a question, a note."""

_PATTERNS: Final = {
    (Method, "id"): re.compile(r"[a-z][a-z0-9_-]*"),
    (Method, "command"): re.compile(r"[a-z][a-z0-9_-]*"),
    (Phase, "id"): re.compile(r"[a-z][a-z0-9_.-]*"),
    (Field, "id"): re.compile(r"[a-z][a-z0-9_-]*"),
    (Option, "id"): re.compile(r"[a-z][a-z0-9_-]*"),
}

BAD: Final = Text(
    nl="‘{name}’ kan hier niet. Een korte naam begint met een letter en bestaat verder uit kleine letters, cijfers, "
    "- en _; hoogstens {most} tekens.",
    en="‘{name}’ is not possible here. A short name begins with a letter and goes on with small letters, digits, - and "
    "_; at most {most} characters.",
)
TWICE: Final = Text(
    nl="‘{name}’ is al vergeven, aan {other}. Kies een andere naam.",
    en="‘{name}’ is taken already, by {other}. Choose another name.",
)
RESERVED: Final = Text(
    nl="Namen die met fr. beginnen zijn van de blokken rond elke methode. Kies een eigen begin.",
    en="Names that begin with fr. belong to the blocks around every method. Choose a beginning of your own.",
)
USED: Final = Text(
    nl="‘{name}’ gebruikt Kring zelf in formulieren. Kies een andere naam.",
    en="‘{name}’ is used by Kring itself in forms. Choose another name.",
)


def of_names(found: Iterable[Value]) -> Iterator[Fault]:
    """What is wrong with ids and with the command."""
    for one in found:
        pattern = _PATTERNS.get(one.field)
        if pattern and one.value is not None:
            yield from _shape(one.path, one.value, pattern)
        if one.field == (Field, "id") and one.value in TAKEN:
            yield Fault(one.path, USED.filled(name=one.value))
        if one.field == (Phase, "id") and one.value.startswith(FRAME):
            yield Fault(one.path, RESERVED)
        if isinstance(one.value, tuple) and one.value and isinstance(one.value[0], Phase | Field | Option):
            yield from _unique(one.path, [item.id for item in one.value])


def _shape(path: Path, name: str, pattern: re.Pattern[str]) -> Iterator[Fault]:
    if not pattern.fullmatch(name) or len(name) > LONGEST_NAME:
        yield Fault(path, BAD.filled(name=name[:LONGEST_NAME], most=str(LONGEST_NAME)))


def _unique(path: Path, names: Sequence[str]) -> Iterator[Fault]:
    for number, name in enumerate(names):
        first = names.index(name)
        if first < number:
            other = f"{path[-1]}[{first}]"
            leans = ((*path, first, "id"),)
            yield Fault((*path, number, "id"), TWICE.filled(name=name, other=other), leans)
