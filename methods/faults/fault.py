"""One thing that is wrong with a method, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from methods.engine.text import Text

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value; positions count from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A plain sentence about the value at `path`."""

    path: Path
    text: Text
    leans: tuple[Path, ...] = ()
    """Other values on which this judgement rests: where one of those could not even be read, it says nothing."""
    mild: bool = False
    """Only something to think about: the method runs all the same."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a method, and the field of what that holds it."""

    path: Path
    owner: Any
    name: str
    value: Any

    @property
    def field(self) -> tuple[type, str]:
        """Which field of which class it is."""
        return type(self.owner), self.name


def values(owner: Any, path: Path = ()) -> Iterator[Value]:  # noqa: ANN401 - any of the model's dataclasses
    """Every field of it and of all that is in it, from top to bottom."""
    for field in fields(owner):
        here, value = (*path, field.name), getattr(owner, field.name)
        yield Value(here, owner, field.name, value)
        for number, item in enumerate(value if isinstance(value, tuple) else ()):
            if is_dataclass(item):
                yield from values(item, (*here, number))
        if is_dataclass(value):
            yield from values(value, here)
