"""A TOML text cut into statements: a heading, or a key with its value, each with the line where it begins.

It cuts also where something is wrong: a list that is not closed ends before the next statement.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_HEADER: Final = re.compile(r"\s*\[\[?\s*[\w.-]+\s*\]\]?\s*(#.*)?$")
_PAIR: Final = re.compile(r"\s*[\w-]+(\s*\.\s*[\w-]+)*\s*=")
_NAMES: Final = re.compile(r"\s*\[+\s*([\w-]+(?:\s*\.\s*[\w-]+)*)")
_QUOTES: Final = ('"""', "'''", '"', "'")
_DEPTH: Final = {"[": 1, "{": 1, "]": -1, "}": -1}


@dataclass(frozen=True, slots=True)
class Statement:
    """A heading, or a key with its value; it begins where its line begins."""

    text: str
    line: int
    open: bool = False
    """Whether a text in it is never closed."""

    @property
    def heading(self) -> bool:
        """Whether it opens a table."""
        return self.text.lstrip().startswith("[")

    @property
    def array(self) -> bool:
        """Whether that table is one of a list; half a pair of double brackets was meant to be whole."""
        return "[[" in self.text or "]]" in self.text

    def names(self) -> tuple[str, ...]:
        """The names in a heading, also in one that is not quite right."""
        try:
            return tuple(_path_of(tomllib.loads(self.text)))
        except (ValueError, RecursionError):
            meant = _NAMES.match(self.text)
            return tuple(part.strip() for part in meant[1].split(".")) if meant else ()

    def key(self) -> tuple[str, ...]:
        """The names before the `=`; none where there is no key to be seen."""
        try:
            return tuple(_path_of(tomllib.loads(f"{self.text[: self._equals()]}= 0")))
        except (ValueError, RecursionError):
            return ()

    def _equals(self) -> int:
        """Where the `=` stands."""
        return next((at for at, char in _bare(self.text, 0) if char in {"=", "\n"}), 0)

    def items(self) -> Iterator[int]:
        """The line of each item, where the value is a list."""
        depth, fresh, line, last = 0, False, self.line, 0
        for at, char in _bare(self.text, self._equals() + 1):
            line, last = line + self.text.count("\n", last, at), at
            if fresh and not char.isspace() and char not in "],":
                yield line
                fresh = False
            depth += _DEPTH.get(char, 0)
            if depth == 1 and char in {"[", ","}:
                fresh = True


def statements(text: str) -> Iterator[Statement]:
    """The statements of a text whose lines end in a line feed."""
    at, line = 0, 1
    while at < len(text):
        end, open_ = _end(text, at)
        part = text[at:end]
        if part.strip() and not part.lstrip().startswith("#"):
            yield Statement(part, line, open=open_)
        line += part.count("\n") + 1
        at = end + 1


def _end(text: str, start: int) -> tuple[int, bool]:
    """Where the statement that starts here ends; a list that is not closed ends before the next statement."""
    first = text[start : _line_end(text, start)]
    if first.lstrip().startswith(("[", "#")) or not first.strip():
        return start + len(first), False
    depth = 0
    for at, char in _bare(text, start):
        if char == "":
            return at, True
        depth += _DEPTH.get(char, 0)
        if char == "\n":
            after = text[at + 1 : _line_end(text, at + 1)]
            if depth <= 0 or _HEADER.match(after) or _PAIR.match(after):
                return at, False
    return len(text), False


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _bare(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Every character outside comments, of a text between quotes only the first quote.

    At the end an empty one, where a text of many lines is never closed.
    """
    at = start
    while at < len(text):
        quote = next((q for q in _QUOTES if text.startswith(q, at)), None)
        if quote is not None:
            yield at, quote[0]
            at = _closed(text, at, quote)
            if at > len(text):
                yield len(text), ""
        elif text[at] == "#":
            at = _line_end(text, at)
        else:
            yield at, text[at]
            at += 1


def _closed(text: str, at: int, quote: str) -> int:
    """Past the end of the text that opens here: at the line's end where it is not closed there."""
    at += len(quote)
    while at < len(text):
        if quote.startswith('"') and text[at] == "\\":
            at += 2
        elif text.startswith(quote, at):
            at += len(quote)
            # Two quotes more may stand before the closing three.
            while len(quote) > 1 and text.startswith(quote[0], at):
                at += 1
            return at
        elif text[at] == "\n" and len(quote) == 1:
            return at
        else:
            at += 1
    return len(text) + (len(quote) > 1)


def _path_of(read: dict[str, Any]) -> Iterator[str]:
    """The names in a heading, which were read as tables within tables."""
    node: Any = read
    while isinstance(node, dict) and node:
        name = next(iter(node))
        yield name
        node = node[name]
