"""A method as TOML that people like to change: both languages together, each key explained where it first stands.

What has its usual value is left out. Reading the result gives the same method.
"""

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from enum import Enum
from textwrap import wrap
from typing import Any, Final

from methods.engine.model import Method, Minutes, Phase
from methods.engine.text import Language, Text
from methods.toml import shape
from methods.toml.explained import EXPLAINED, HEAD

TAG: Final = "kind"
"""The key that says which of several tables this is."""
EXACT: Final = 10**15
"""Below this a whole number reads better without its point."""
WIDTH: Final = 100
"""Characters of a line; what would be longer is spread over several."""


def written(method: Method, language: Language = "nl") -> str:
    """The method as a file, with comments in this language."""
    head = HEAD.to(language, name=_plain(method.name, language)).split("\n")
    lines = [*(f"# {line}".rstrip() for line in head), "", *_Writing(language).table(method, ())]
    return "\n".join(lines) + "\n"


class _Writing:
    """One file being written; remembers which keys it has explained."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._explained: set[tuple[type, str]] = set()
        self._ahead: list[str] = []
        """Comments for the next heading."""

    def table(self, value: object, heading: tuple[str, ...]) -> Iterator[str]:
        """A value's short keys, then its parts under headings of their own, the longest last."""
        parts: list[list[str]] = []
        for field in _told(value):
            key, inner = field.name, getattr(value, field.name)
            if _has_tables(inner):
                self._ahead += self._why(value, key)
                parts.append(list(self._part(inner, (*heading, key))))
            else:
                yield from self._why(value, key)
                yield from _pair(key, inner, tagged=_is_union(value, key))
        for part in sorted(parts, key=len):
            yield from part

    def _part(self, value: Any, heading: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - a table, or a list of them
        name = ".".join(heading)
        if not isinstance(value, tuple):
            if any(not _has_tables(getattr(value, field.name)) for field in _told(value)):
                yield from self._heading(f"[{name}]")
            yield from self.table(value, heading)
            return
        for number, item in enumerate(value, start=1):
            if isinstance(item, Phase):
                self._ahead.append(f"# --- {number}. {_plain(item.name, self._language)} ".ljust(WIDTH, "-"))
            yield from self._heading(f"[[{name}]]")
            yield from self.table(item, heading)

    def _heading(self, heading: str) -> Iterator[str]:
        yield from ("", *self._ahead, heading)
        self._ahead.clear()

    def _why(self, owner: object, key: str) -> Iterator[str]:
        """A comment about this key, once."""
        known = (type(owner), key)
        text = EXPLAINED.get(known)
        if text is not None and known not in self._explained:
            self._explained.add(known)
            yield from (f"# {line}" for line in wrap(text.to(self._language), WIDTH - 2))


def _plain(text: Text, language: Language) -> str:
    """A text as it can stand in a comment: on one line, without what cannot be seen."""
    said = text.nl if language == "nl" else text.en
    return " ".join("".join(char if char.isprintable() else " " for char in said).split())


def _told(value: Any) -> Iterator[Field[Any]]:  # noqa: ANN401 - any of the model's dataclasses
    """The fields that have something to tell: not their usual value."""
    for field in fields(value):
        if field.default is MISSING or getattr(value, field.name) != field.default:
            yield field


def _has_tables(value: object) -> bool:
    """Whether a list of tables is in it."""
    if isinstance(value, tuple):
        return any(shape.is_table(type(one)) for one in value)
    return shape.is_table(type(value)) and any(_has_tables(getattr(value, f.name)) for f in _told(value))


def _is_union(owner: object, key: str) -> bool:
    known: shape.Kind = type(owner)
    return len(shape.arms(shape.keys(known)[key])) > 1


def _pair(key: str, value: Any, *, tagged: bool = False) -> Iterator[str]:  # noqa: ANN401 - any value of the model
    """A key with its value, in one line where that fits."""
    line = f"{key} = {_inline(value, tagged=tagged)}"
    container = isinstance(value, tuple) or shape.is_table(type(value))
    if len(line) <= WIDTH or not container:
        yield line
    elif isinstance(value, tuple):
        yield f"{key} = ["
        yield from (f"    {_inline(one)}," for one in value)
        yield "]"
    else:
        for name, inner in _members(value, tagged=tagged):
            yield from _pair(f"{key}.{name}", inner)


def _members(value: Any, *, tagged: bool) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as _pair
    """Name and value of each field that is told; where several tables are possible, also which one this is."""
    if tagged:
        yield TAG, getattr(value, TAG)
    yield from ((field.name, getattr(value, field.name)) for field in _told(value))


def _inline(value: Any, *, tagged: bool = False) -> str:  # noqa: ANN401 - as _pair
    match value:
        case Minutes() if value == Minutes(value.base):
            return _inline(value.base)
        case Enum():
            return _inline(str(value.value))
        case bool():
            return str(value).lower()
        case float() if value.is_integer() and abs(value) < EXACT:
            return str(int(value))
        case int() | float():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case tuple():
            return f"[{', '.join(map(_inline, value))}]"
        case _:
            members = (f"{name} = {_inline(inner)}" for name, inner in _members(value, tagged=tagged))
            return f"{{ {', '.join(members)} }}"
