"""What a source says as a `Method`, with every mistake told and replaced by something that can stand there.

pydantic checks the shape, which it reads off the model's dataclasses. Because what is wrong is mended at once, the
rest is checked in the same run; what a stand-in brings about is not told.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from methods.engine.model import Method, Minutes
from methods.engine.text import Text
from methods.faults.nearest import nearest
from methods.toml import sentences as s
from methods.toml import shape
from methods.toml.mistakes import Mistake
from methods.toml.places import Path, Place, dotted, place_of, within
from methods.toml.source import Source, Table

ROUNDS: Final = 4
"""How often what was mended is looked at again: a key that got another name may hold something wrong in turn."""
MOST: Final = 200
"""How many mistakes of shape are mended in one round."""

Sort = Literal["strange", "absent", "wrong"]
"""A name that is not known, one that should be there, or a value of another type."""


class File(BaseModel):
    """What pydantic reads; its settings go down to every dataclass."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)
    method: Method


@dataclass(frozen=True, slots=True)
class Mended:
    """The method, if need be with stand-ins, and all that was wrong with it; None where it is past mending."""

    method: Method | None
    mistakes: Sequence[Mistake]
    stand_ins: AbstractSet[Path]
    """Where something stands that the file does not say."""
    guessed: AbstractSet[Path]
    """Where a word stands for one that is nearly the same."""


def mended(source: Source) -> Mended:
    """What the source says, with every mistake in its shape told and mended."""
    mending = _Mending(source)
    # What cannot be seen would only seem to be missing.
    method = mending.method(_plain(Method, source.data)) if source.whole else None
    return Mended(method, mending.mistakes, mending.stand_ins, mending.guessed)


class _Mending:
    """One source being mended."""

    def __init__(self, source: Source) -> None:
        self._places = source.places
        self._renamed: set[Path] = set()
        self.stand_ins = set(source.broken)
        self.guessed: set[Path] = set()
        self.mistakes = [Mistake(one.text, dotted(one.path), one.place) for one in source.problems]

    def method(self, data: Table) -> Method | None:
        """The data as a method; they are mended on the way."""
        for path in list(_dates(data, ())):
            self._wrong(path, data)
        for _ in range(ROUNDS):
            try:
                return _validated(data)
            except ValidationError as error:
                found = _sorted_out(error, data)
                for path in [path for path, sort in found.items() if sort == "strange"]:
                    self._strange(path, data)
                for path, sort in found.items():
                    if sort == "absent" and shape.value_at(path, data) is None:
                        self._absent(path, data)
                    elif sort == "wrong":
                        self._wrong(path, data)
        return None

    def _say(self, path: Path, text: Text) -> None:
        place = place_of(path, self._places) or Place(1)
        self.mistakes.append(Mistake(text, dotted(path), place))

    def _strange(self, path: Path, data: Table) -> None:
        """A name that is not known; where it was meant to be another one, its value goes there."""
        *above, name = path
        table = shape.value_at(tuple(above), data)
        known = tuple(shape.keys(shape.arm_of(shape.type_at(tuple(above), data), table)))
        self._say(path, s.unknown(str(name), known))
        value = table.pop(name)
        near = nearest(str(name), known)
        if near is not None and near not in table:
            table[near] = value
            self._renamed.add((*above, near))

    def _absent(self, path: Path, data: Table) -> None:
        owner = shape.arm_of(shape.type_at(path[:-1], data), shape.value_at(path[:-1], data))
        name = str(path[-1])
        if name in shape.required(owner) and not within(path, self.stand_ins):
            self._say(path, s.missing(shape.keys(owner)[name], name, owner))
        self._stand_in(path, data)

    def _wrong(self, path: Path, data: Table) -> None:
        """A value of another type; a word that is nearly right is taken for what it was meant to be."""
        value = shape.value_at(path, data)
        kind = shape.type_at(path, data) or str
        words = shape.choices(shape.arm_of(kind, value))
        near = nearest(value, words) if isinstance(value, str) else None
        if path in self._renamed:
            pass  # that it has another name was told
        elif words and isinstance(value, str):
            self._say(path, s.no_choice(value, words))
        else:
            name = next((part for part in reversed(path) if isinstance(part, str)), "")
            self._say(path, s.WRONG.filled(expected=s.expected(kind, name), found=s.found(value)))
        if near:
            self.guessed.add(path)
            _put(data, path, near)
        else:
            self._stand_in(path, data)

    def _stand_in(self, path: Path, data: Table) -> None:
        self.stand_ins.add(path)
        _put(data, path, shape.stand_in(shape.type_at(path, data) or str))


def _validated(data: Table) -> Method:
    """As JSON, because pydantic is strict about the types in it, while a table may be a dataclass."""
    return File.model_validate_json(json.dumps({"method": data}), strict=True).method


def _sorted_out(error: ValidationError, data: Table) -> Mapping[Path, Sort]:
    """What is wrong where."""
    sorts: dict[str, Sort] = {"unexpected_keyword_argument": "strange", "missing": "absent"}
    wrong: dict[Path, Sort] = {}
    for one in error.errors(include_url=False, include_input=False, include_context=False)[:MOST]:
        found = _path(one["loc"][1:], data)
        if found is not None:
            path, whole = found
            wrong.setdefault(path, sorts.get(one["type"], "wrong") if whole else "wrong")
    return wrong


def _path(loc: tuple[int | str, ...], data: Table) -> tuple[Path, bool] | None:
    """The path in the file, and whether it goes all the way.

    Where several tables are possible pydantic tries each; only the one that was meant counts. A table that is like
    none of them is wrong as a whole.
    """
    kind: shape.Kind = Method
    path: list[str | int] = []
    for part in loc:
        possible, value = shape.arms(kind), shape.value_at(tuple(path), data)
        meant = shape.arm_of(kind, value)
        if len(possible) > 1 and any(part == arm.__name__ for arm in possible):
            if not shape.is_like(meant, value):
                return tuple(path), False
            if part != meant.__name__:
                return None
            kind = meant
            continue
        path.append(part)
        kind = shape.inner(meant, part)
        if kind is None:
            break
    return tuple(path), True


def _plain(kind: shape.Kind | None, value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """The data with the short ways of saying something written out; a copy, so that mending it harms nothing."""
    meant = None if kind is None else shape.arm_of(kind, value)
    if isinstance(value, dict):
        return {name: _plain(meant and shape.inner(meant, name), one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(meant and shape.inner(meant, number), one) for number, one in enumerate(value)]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return {"base": value} if meant is Minutes and number else value


def _dates(value: object, path: Path) -> Iterator[Path]:
    """TOML knows dates; a method does not."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _dates(one, (*path, name))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _dates(one, (*path, number))
    elif isinstance(value, date | time):
        yield path


def _put(data: Any, path: Path, value: object) -> None:  # noqa: ANN401 - any TOML value
    *above, last = path
    shape.value_at(tuple(above), data)[last] = value
