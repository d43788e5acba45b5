"""The shape of a method file, read off the dataclasses of the model: a new field of theirs comes along by itself."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from methods.engine.model import Method
from methods.toml.places import Path

Kind: TypeAlias = Any
"""A type as it stands in the model: a class, an enum, `Literal[…]`, `tuple[…]` or a union."""


@cache
def keys(cls: Kind) -> Mapping[str, Kind]:
    """The fields of a dataclass, each with its type."""
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


@cache
def required(cls: Kind) -> frozenset[str]:
    """The fields that a file must give."""
    return frozenset(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)


def arms(kind: Kind) -> tuple[Kind, ...]:
    """What a value may be, nothing at all left aside."""
    found = get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)
    return tuple(arm for arm in found if arm is not NoneType)


def arm_of(kind: Kind, value: object) -> Kind:
    """Which of several tables this one was meant to be: as it says itself, else the one that knows most of its keys."""
    possible = arms(kind)
    if len(possible) == 1 or not isinstance(value, dict):
        return possible[0]
    tables = [arm for arm in possible if is_table(arm)]
    tagged = [arm for arm in tables if value.get("kind") in get_args(keys(arm).get("kind"))]
    return max(tagged or tables, key=lambda arm: len(keys(arm).keys() & value.keys()))


def is_like(table: Kind, value: object) -> bool:
    """Whether this value has anything of this table."""
    return isinstance(value, dict) and not keys(table).keys().isdisjoint(value)


def inner(kind: Kind, part: str | int) -> Kind | None:
    """The type of a part; None for a part that is not known."""
    if isinstance(part, str):
        return keys(kind).get(part) if is_table(kind) else None
    items = items_of(kind)
    if Ellipsis in items:
        return items[0]
    return items[part] if part < len(items) else None


def items_of(kind: Kind) -> tuple[Kind, ...]:
    """What is in a list: one type and `...` for any number of it, or a type for each place; none where it is no list."""
    origin: Any = get_origin(kind)
    return get_args(kind) if origin is tuple else ()


def is_table(kind: Kind) -> bool:
    """Whether it is one of the model's dataclasses."""
    return isinstance(kind, type) and is_dataclass(kind)


def type_at(path: Path, data: object) -> Kind | None:
    """The type of what belongs here in a method; None where nothing does."""
    kind: Kind | None = Method
    for part in path:
        if kind is None:
            return None
        kind, data = inner(arm_of(kind, data), part), value_at((part,), data)
    return kind


def value_at(path: Path, data: Any) -> Any:  # noqa: ANN401 - any TOML value
    """What stands here; None where nothing does."""
    for part in path:
        if isinstance(part, str):
            data = data.get(part) if isinstance(data, dict) else None
        else:
            data = data[part] if isinstance(data, list) and part < len(data) else None
    return data


def choices(kind: Kind) -> tuple[str, ...]:
    """The words between which one may choose; none where it is free."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(member.value) for member in kind)
    origin: Any = get_origin(kind)
    return tuple(map(str, get_args(kind))) if origin is Literal else ()


def stand_in(kind: Kind) -> Any:  # noqa: ANN401 - any TOML value
    """Something of this type, so that the rest can be looked at."""
    first = arms(kind)[0]
    if is_table(first):
        return {name: stand_in(keys(first)[name]) for name in required(first)}
    if items := items_of(first):
        return [] if Ellipsis in items else [stand_in(one) for one in items]
    simple = {str: "…", int: 1, float: 1, bool: False}
    return simple[first] if first in simple else choices(first)[0]
