"""A prepared case, when the method of its meeting changes: fields with the same meaning are carried over."""

from collections.abc import Iterator, Mapping
from typing import Final

from methods.engine.model import Field, Method, Phase
from methods.frame import BLOCKS

SAME: Final = (
    frozenset({"titel", "onderwerp", "naam"}),
    frozenset({"situatie", "casus", "moment", "uitdaging"}),
    frozenset({"vraag", "toetsvraag", "hulp"}),
)
"""Questions of different methods that mean the same: what it is called, what is going on, what is asked."""


def case_phase(method: Method) -> Phase:
    """The phase in which this method asks somebody's case."""
    return next(phase for phase in (*method.phases, *BLOCKS) if phase.id == method.case)


def carried(words: Mapping[str, str], before: Method, after: Method) -> dict[str, str]:
    """The same case by the fields of another method; what has no place there stays, for a change back."""
    found = dict(words)
    for field in _fields(after):
        if not found.get(field.id):
            same = (words[one.id] for one in _fields(before) if words.get(one.id) and _alike(one, field))
            text = next(same, "")
            if text:
                found[field.id] = text[: field.max_length]
    return found


def asked(method: Method) -> frozenset[str]:
    """The fields that a case has in this method."""
    return frozenset(field.id for field in _fields(method))


def _fields(method: Method) -> Iterator[Field]:
    form = case_phase(method).form
    yield from form.fields if form else ()


def _alike(one: Field, other: Field) -> bool:
    """Whether two questions mean the same."""
    return one.id == other.id or any({one.id, other.id} <= same for same in SAME)
