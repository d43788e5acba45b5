"""A method file taken apart, statement by statement, so that every value has its place and no mistake hides another.

The standard library's `tomllib` stops at the first mistake and forgets where things stood. Here it reads one
statement at a time, and has the last word about the whole.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from methods.engine.text import Text
from methods.toml import syntax
from methods.toml.cutting import Statement, statements
from methods.toml.places import Path, Place

Table = dict[str, Any]
NOWHERE: Path = ()

MOST_PROBLEMS: Final = 200
"""After so many it is no use to look on: this is something else than a method."""
_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not TOML, or not in this place."""

    place: Place
    text: Text
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a text says, as far as it can be read."""

    data: Table
    places: Mapping[Path, Place]
    problems: tuple[Problem, ...]
    broken: frozenset[Path]
    """What stands there, but cannot be read."""
    whole: bool
    """Whether everything was seen; False: a text that is never closed hides the rest."""


def taken_apart(text: str) -> Source:
    """The text as a `Source`; it never raises."""
    text = text.replace("\r\n", "\n")
    building = _Building()
    for statement in statements(text):
        building.add(statement)
        if len(building.problems) > MOST_PROBLEMS:
            building.whole = False
            break
    data, problems = building.data, building.problems
    if not problems:
        try:
            data = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            problems = [_problem(error, Statement(text, 1))]
    return Source(data, building.places, tuple(problems), frozenset(building.broken), building.whole)


@dataclass
class _Building:
    """The data as it grows."""

    data: Table = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[Path] = field(default_factory=set)
    whole: bool = True
    _table: Table = field(init=False)
    _path: Path = ()
    _headed: set[Path] = field(default_factory=set)
    """Tables that have had their heading."""
    _given: set[Path] = field(default_factory=set)
    """What was given with a key, so that nothing can be added to it."""

    def __post_init__(self) -> None:
        self._table = self.data

    def add(self, statement: Statement) -> None:
        """Take a statement in, or say what is wrong with it."""
        read: Table | None = None
        problem: Problem | None = None
        try:
            read = tomllib.loads(statement.text)
        except (ValueError, RecursionError) as error:
            problem = _problem(error, statement, () if statement.heading else (*self._path, *statement.key()))
            self.problems.append(problem)
            self.whole = self.whole and not statement.open
        if statement.heading:
            self._head(statement)
        else:
            self._pair(statement, read)

    def _head(self, statement: Statement) -> None:
        """A heading that is nearly right is taken for what it was meant to be: what follows belongs to it."""
        *above, last = statement.names() or ("",)
        node, path = self.data, NOWHERE
        for name in above:
            node, path = self._into(node, path, name)
        path = (*path, last)
        there = node.get(last)
        free = path not in self._given and (
            there is None or isinstance(there, list if statement.array else dict)
        )
        if free and statement.array:
            items = node.setdefault(last, [])
            items.append({})
            self.places.setdefault(path, Place(statement.line))
            self._table, self._path = items[-1], (*path, len(items) - 1)
            self.places[self._path] = Place(statement.line)
        elif free and path not in self._headed:
            self._headed.add(path)
            self._table, self._path = node.setdefault(last, {}), path
            self.places.setdefault(path, Place(statement.line))
        else:
            self._twice(path, statement, syntax.TABLE_TWICE)
            self._table, self._path = {}, path

    def _into(self, node: Table, path: Path, name: str) -> tuple[Table, Path]:
        """The table of this name, of a list its last one."""
        child = node.setdefault(name, {})
        if isinstance(child, list) and child and isinstance(child[-1], dict):
            return child[-1], (*path, name, len(child) - 1)
        return (child if isinstance(child, dict) else {}), (*path, name)

    def _pair(self, statement: Statement, read: Table | None) -> None:
        *above, last = statement.key() or ("",)
        node, path = self._table, self._path
        for name in above:
            path = (*path, name)
            child = node.setdefault(name, {})
            if not isinstance(child, dict) or path in self._given:
                self._twice(path, statement, syntax.KEY_TWICE)
                return
            self.places.setdefault(path, Place(statement.line))
            node = child
        path = (*path, last)
        if last in node or path in self.broken:
            self._twice(path, statement, syntax.KEY_TWICE)
            return
        self.places[path] = Place(statement.line)
        if read is None:
            self.broken.add(path)
            return
        self._given.add(path)
        node[last] = _at(read, (*above, last))
        if isinstance(node[last], list):
            self.places.update({(*path, n): Place(line) for n, line in enumerate(statement.items())})

    def _twice(self, path: Path, statement: Statement, text: Text) -> None:
        first = self.places.get(path)
        values = {"name": str(path[-1]), "line": str(first.line if first else statement.line)}
        self.problems.append(Problem(Place(statement.line), text.filled(**values), path))


def _at(read: Table, key: tuple[str, ...]) -> Any:  # noqa: ANN401 - any TOML value
    node: Any = read
    for name in key:
        node = node[name]
    return node


def _problem(error: Exception, statement: Statement, path: Path = ()) -> Problem:
    """What `tomllib` says, in plain words, with its place in the whole text."""
    if isinstance(error, RecursionError):
        return Problem(Place(statement.line), syntax.TOO_DEEP, path)
    if statement.open:
        return Problem(Place(statement.line), syntax.NEVER_CLOSED, path)
    found = _PLACE.search(str(error))
    said = str(error)[: found.start()] if found else str(error)
    if found and found[1]:
        place = Place(statement.line + int(found[1]) - 1, int(found[2]))
    else:
        lines = statement.text.rstrip("\n").split("\n")
        place = Place(statement.line + len(lines) - 1, len(lines[-1]) + 1)
    return Problem(place, syntax.told(said, statement.text), path)
