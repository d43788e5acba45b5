"""A text as words with their places, read for names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from methods.checks.model import Span
from methods.checks.names import KNOWN, WORDS
from methods.engine.text import Language

WORD = re.compile(r"[^\W\d_]+(?:['’.-]?[^\W\d_]+)*(?:['’](?=\s|$|[,.!?]))?")
POSSESSIVE = re.compile(r"['’]s?$")
OPENS = re.compile(r"(?:^|[.?!…:\n]|[\"“„«‘]|(?:^|\s)[-–•*])[\s\"“„«‘(]*$")
"""What stands before the first word of a sentence or a quotation."""
ABBREVIATED = frozenset(
    {"dhr", "mevr", "mw", "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "fam", "juffr"}
)
LOOK_BACK = 8
"""Characters before a word in which that shows."""


@dataclass(frozen=True)
class Token:
    """A word with its place; `opens`: it is the first of a sentence, where a capital shows nothing."""

    text: str
    start: int
    opens: bool

    @cached_property
    def stem(self) -> str:
        """Without its possessive."""
        return POSSESSIVE.sub("", self.text)

    @cached_property
    def low(self) -> str:
        """In lower case, without its possessive."""
        return self.stem.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is capitals only: IT, HAVO, CLB."""
        return len(self.stem) > 1 and self.stem.isupper()

    @property
    def owns(self) -> bool:
        """Whether something of somebody follows: «Noah's»."""
        return self.stem != self.text

    @property
    def end(self) -> int:
        """Where it ends, without its possessive."""
        return self.start + len(self.stem)


@dataclass(frozen=True)
class Reading:
    """One text, read for names."""

    text: str
    tokens: Sequence[Token]
    taken: frozenset[int]
    """Tokens that belong to something else: a school, an address, a writer whom everybody may know."""
    ordinary: frozenset[str]
    """Names that are an ordinary word in the language of the text."""

    def before(self, index: int) -> Token | None:
        """The word right before, with only a space between."""
        return self.tokens[index - 1] if index > 0 and self._adjoin(index - 1, index) else None

    def after(self, index: int) -> Token | None:
        """The word right behind, with only a space between."""
        return (
            self.tokens[index + 1]
            if index + 1 < len(self.tokens) and self._adjoin(index, index + 1)
            else None
        )

    def _adjoin(self, left: int, right: int) -> bool:
        first, second = self.tokens[left], self.tokens[right]
        gap = self.text[first.start + len(first.text) : second.start]
        return gap.isspace() or (gap == ". " and first.low in ABBREVIATED)


def read(text: str, language: Language, elsewhere: Sequence[Span]) -> Reading:
    """The words of a text; those within `elsewhere` are taken."""
    tokens = [
        Token(match.group(), match.start(), opens=_opens(text, match.start(), number))
        for number, match in enumerate(WORD.finditer(text))
    ]
    taken = {
        i
        for i, one in enumerate(tokens)
        for span in elsewhere
        if span.start < one.end and one.start < span.end
    }
    return Reading(text, tokens, frozenset(taken | _known(tokens)), WORDS[language])


def _opens(text: str, start: int, number: int) -> bool:
    return number == 0 or OPENS.search(text[max(0, start - LOOK_BACK) : start]) is not None


_KNOWN = {first: [one for one in KNOWN if one[0] == first] for first in {one[0] for one in KNOWN}}


def _known(tokens: Sequence[Token]) -> set[int]:
    """Where names stand that everybody may know."""
    found: set[int] = set()
    for index, token in enumerate(tokens):
        for phrase in _KNOWN.get(token.stem, ()) or _KNOWN.get(token.text, ()):
            here = tokens[index : index + len(phrase)]
            if phrase in {tuple(one.stem for one in here), tuple(one.text for one in here)}:
                found.update(range(index, index + len(phrase)))
    return found
