"""A method from a TOML text: the same `Method` that the files in `methods/` hold, or every mistake with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from methods.engine.model import Method
from methods.faults import faults
from methods.toml import sentences as s
from methods.toml.mending import Mended, mended
from methods.toml.mistakes import Mistake
from methods.toml.places import Place, dotted, place_of, within
from methods.toml.source import Source, taken_apart

MOST_BYTES: Final = 64 * 1024
"""How large a method file may be; the largest of Kring's own is a quarter of that."""
MOST_MISTAKES: Final = 200
"""How many are told: who made more than this is helped with the first ones."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: a method, or why there is none."""

    method: Method | None
    mistakes: tuple[Mistake, ...] = ()
    """In the order of the file."""
    remarks: tuple[Mistake, ...] = ()
    """What is no mistake, but worth a thought."""


def read(content: bytes | str) -> Reading:
    """The method in this file, or every mistake in it; it never raises."""
    text = _decoded(content) if isinstance(content, bytes) else content
    if isinstance(text, Mistake):
        return Reading(None, (text,))
    source = taken_apart(text)
    if not source.data and not source.problems:
        return Reading(None, (Mistake(s.EMPTY),))
    mend = mended(source)
    found = _in_order([*mend.mistakes, *_judged(mend, source, mild=False)])
    if found:
        return Reading(None, found[:MOST_MISTAKES])
    return Reading(mend.method, remarks=_in_order(_judged(mend, source, mild=True)))


def _judged(mend: Mended, source: Source, *, mild: bool) -> Iterator[Mistake]:
    """What would not run or fit, as far as the file itself says so."""
    for fault in faults(mend.method) if mend.method else ():
        unread = any(within(path, mend.stand_ins) for path in (fault.path, *fault.leans))
        if fault.mild is mild and not unread and not within(fault.path, mend.guessed):
            yield Mistake(fault.text, dotted(fault.path), place_of(fault.path, source.places) or Place(1))


def _in_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    return tuple(sorted(dict.fromkeys(mistakes), key=lambda one: (one.place or Place(0), one.path)))


def _decoded(content: bytes) -> str | Mistake:
    if len(content) > MOST_BYTES:
        return Mistake(s.TOO_BIG.filled(most=str(MOST_BYTES // 1024)))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return Mistake(s.NO_TEXT)
        return Mistake(s.NOT_UTF8, place=Place(content.count(b"\n", 0, error.start) + 1))
    return Mistake(s.NO_TEXT) if "\0" in text else text
