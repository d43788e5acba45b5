"""Lists of names. Where each comes from, and its licence, stands in `SOURCES.md` beside this file.

A name that is an ordinary word too (Roos, Mark, Hope) is in `words.nl.txt` or `words.en.txt` as well: it only counts
where what stands around it shows that it is somebody.
"""

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from methods.engine.text import Language


def _listed(name: str) -> tuple[str, ...]:
    return tuple(files(__name__).joinpath(name).read_text("utf-8").split("\n")[:-1])


def _lower(name: str) -> frozenset[str]:
    return frozenset(one.lower() for one in _listed(name))


FIRST: Final = _lower("first.txt")
"""First names, in lower case."""
LAST: Final = _lower("last.txt")
"""Surnames without «van», «de» and the like, in lower case."""
PLACES: Final = frozenset(one for row in _listed("places.txt") for one in row.split(" "))
"""Cities, regions and countries, as they are written."""
PLACES_LOW: Final = frozenset(one.lower() for one in PLACES)
KNOWN: Final = tuple(tuple(row.split(" ")) for row in _listed("known.txt"))
"""Writers, theories, books, stars: names that everybody may know, word by word."""
WORDS: Final[Mapping[Language, frozenset[str]]] = MappingProxyType(
    {"nl": _lower("words.nl.txt"), "en": _lower("words.en.txt")}
)
"""Names that are an ordinary word in a language."""
