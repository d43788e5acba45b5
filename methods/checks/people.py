"""Names of people: a name that is on the lists, or a word that its neighbours show to be somebody.

A capital at the beginning of a sentence is no evidence. A name that is an ordinary word too (Roos, Will, Hope) needs
a title, a verb that only people do, something that somebody has, or a capital in the middle of a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from methods.checks import around_names as around
from methods.checks.model import Detail, Span
from methods.checks.names import FIRST, KNOWN, LAST, PLACES, WORDS
from methods.engine.text import Language

WORD = re.compile(r"[^\W\d_]+(?:['’.-]?[^\W\d_]+)*(?:['’](?=\s|$|[,.!?]))?")
POSSESSIVE = re.compile(r"['’]s?$")
INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.\s?){1,3}$")
OPENS = re.compile(r"(?:^|[.?!…:\n]|[\"“„«‘]|(?:^|\s)[-–•*])[\s\"“„«‘(]*$")
"""What stands before the first word of a sentence or a quotation."""
SHORTEST_LOWER = 3
LONGEST = 5
"""Words of one name, particles included."""
_KNOWN_FIRST = {phrase[0]: [known for known in KNOWN if known[0] == phrase[0]] for phrase in KNOWN}


@dataclass(frozen=True)
class _Token:
    """A word with its place; `opens`: it is the first of a sentence."""

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
        return self.text[0].isupper()

    @property
    def owns(self) -> bool:
        """Whether something of somebody follows: «Noah's»."""
        return self.stem != self.text

    @property
    def end(self) -> int:
        """Where the name ends, without its possessive."""
        return self.start + len(self.stem)


@dataclass(frozen=True)
class _Reading:
    """One text, read for names."""

    text: str
    tokens: Sequence[_Token]
    taken: frozenset[int]
    """Tokens that belong to something else: a school, an address, a book."""
    ordinary: frozenset[str]

    def at(self, index: int, *, after: int | None = None) -> _Token | None:
        """The token there, if it is there and only a space stands between it and its neighbour `after`."""
        if not 0 <= index < len(self.tokens):
            return None
        if after is not None:
            left, right = sorted((index, after))
            gap = self.text[self.tokens[left].start + len(self.tokens[left].text) : self.tokens[right].start]
            if gap.strip(" .") or ("." in gap and self.tokens[left].low not in around.TITLES):
                return None
        return self.tokens[index]


def people(text: str, language: Language, elsewhere: Sequence[Span]) -> Iterator[Span]:
    """Names of people outside the spans that were found before."""
    reading = _read(text, language, elsewhere)
    index = 0
    before = -1
    while index < len(reading.tokens):
        end = _name_at(reading, index, joined=before)
        if end is None:
            index += 1
            continue
        yield _span(reading, index, end)
        before, index = end, end
        # The next word may be joined to this name: «Noor en Xaveria».


def _read(text: str, language: Language, elsewhere: Sequence[Span]) -> _Reading:
    tokens = [
        _Token(
            match.group(),
            match.start(),
            OPENS.search(text[max(0, match.start() - 8) : match.start()]) is not None,
        )
        for match in WORD.finditer(text)
    ]
    if tokens and not OPENS.search(text[: tokens[0].start]):
        tokens[0] = _Token(tokens[0].text, tokens[0].start, opens=True)
    taken = {
        i
        for i, one in enumerate(tokens)
        for span in elsewhere
        if span.start < one.end and one.start < span.end
    }
    return _Reading(text, tokens, frozenset(taken | _known(tokens)), WORDS[language])


def _known(tokens: Sequence[_Token]) -> set[int]:
    """Tokens of names that everybody may know."""
    found: set[int] = set()
    for index, token in enumerate(tokens):
        for phrase in _KNOWN_FIRST.get(token.stem, ()):
            here = [one.stem for one in tokens[index : index + len(phrase)]]
            if tuple(here) == phrase:
                found.update(range(index, index + len(phrase)))
    return found


def _span(reading: _Reading, index: int, end: int) -> Span:
    first, last = reading.tokens[index], reading.tokens[end - 1]
    start = first.start
    initials = INITIALS.search(reading.text[:start])
    if initials is not None and initials.end() == start:
        start = initials.start()
    stop = last.start + len(last.text) if _glued(last) else last.end
    return Span(start, stop, Detail.PERSON)


def _glued(token: _Token) -> bool:
    """A Dutch possessive without apostrophe: «Toms moeder»."""
    return token.low not in FIRST and token.low not in LAST and not token.owns


# --- Is there a name here? ----------------------------------------------------------------------------------


def _name_at(reading: _Reading, index: int, *, joined: int) -> int | None:
    """The index behind the name that begins here; None when none does."""
    token = reading.tokens[index]
    if index in reading.taken or len(token.stem) == 1:
        return None
    if (end := _after_title(reading, index)) is not None:
        return end
    if _is_particle(token):
        return _surname_alone(reading, index)
    if not (_listed(reading, index) or _shown(reading, index) or _joined(reading, index, joined)):
        return None
    return _extended(reading, index + 1)


def _after_title(reading: _Reading, index: int) -> int | None:
    """«mevrouw El Amrani», «meneer de boer», «juf anja»; «mevrouw wil» is no name."""
    before = reading.at(index - 1, after=index)
    if before is None or before.low not in around.TITLES | around.ROLES or index - 1 in reading.taken:
        return None
    title = before.low in around.TITLES
    at = index
    while (
        (token := reading.at(at, after=at - 1)) is not None and _is_particle(token) and at - index < LONGEST
    ):
        at += 1
    token = reading.at(at, after=at - 1)
    if token is None or at in reading.taken or len(token.stem) == 1:
        return None
    if before.low in around.KIN and [one.text for one in reading.tokens[index:at]] == ["van"]:
        return None  # «de oma van Storm»: of Storm, who is found by himself
    if token.capital:
        fits = token.low not in around.NO_NAMES or (
            title and token.low in LAST and token.low not in {"ik", "i"}
        )
        surname = at == index or token.low in LAST or token.stem[0].isupper()
        return _extended(reading, at + 1) if fits and surname and not _shouted(token) else None
    known = token.low in LAST if at > index else token.low in FIRST | LAST
    plain = token.low not in reading.ordinary and token.low not in around.NO_NAMES
    return _extended(reading, at + 1) if title and known and (plain or at > index) else None


def _shouted(token: _Token) -> bool:
    """IT, HAVO, CLB: capitals only."""
    return len(token.stem) > 1 and token.stem.isupper()


def _listed(reading: _Reading, index: int) -> bool:
    """Whether this is a first name or surname on the lists, and meant as one."""
    token, before = reading.tokens[index], reading.at(index - 1, after=index)
    if _shouted(token) or (
        before is not None and before.low in around.ARTICLES and not _surname_follows(reading, index)
    ):
        return False
    if token.stem in PLACES and (before is None or before.low in around.WHERE or token.low not in FIRST):
        return False
    ordinary = token.low in reading.ordinary or token.low in around.NO_NAMES
    if not _first_name(token.low):
        return token.capital and _surname(reading, index, ordinary=ordinary)
    if not ordinary:
        return token.capital or (len(token.low) >= SHORTEST_LOWER and token.low not in around.NEVER_LOWER)
    if token.capital and not token.opens and token.low not in around.NO_NAMES:
        return True
    return _acts(reading, index) or (
        token.capital and (_surname_follows(reading, index) or _pair_follows(reading, index))
    )


def _surname(reading: _Reading, index: int, *, ordinary: bool) -> bool:
    """Whether a surname alone is meant as one: «toen zei Jansen», «de familie Dekker», «The Decker family»."""
    token = reading.tokens[index]
    after = reading.at(index + 1, after=index)
    if token.low not in LAST or token.stem in PLACES:
        return False
    if after is not None and after.low == "family":
        return True
    if INITIALS.search(reading.text[max(0, token.start - 8) : token.start]):
        return True
    return _acts(reading, index) if ordinary or token.opens else True


def _first_name(low: str) -> bool:
    return low in FIRST or ("-" in low and all(part in FIRST for part in low.split("-")))


def _acts(reading: _Reading, index: int) -> bool:
    """Whether it does, has or is told what only people do, have or are told."""
    token = reading.tokens[index]
    before, after = reading.at(index - 1, after=index), reading.at(index + 1, after=index)
    if before is not None and before.low in around.ARTICLES | {
        "in",
        "since",
        "sinds",
        "until",
        "tot",
        "mijn",
        "my",
        "his",
        "her",
    }:
        return False
    if token.owns and after is not None and (after.low in around.KIN or token.capital):
        return True
    if (
        after is not None
        and after.text.lower() in around.SAYS
        and (token.opens or token.capital or _only_people(after))
    ):
        return True
    if before is None:
        return False
    if before.low in around.NAMED or (before.low in around.SAID_BEFORE and not token.opens):
        return token.capital or before.low not in around.NAMED
    return token.capital and before.low in {"volgens", "tegen", "to"} and _told(reading, index)


def _told(reading: _Reading, index: int) -> bool:
    """«Volgens Mei», «according to April»."""
    before = reading.tokens[index - 1]
    return before.low != "to" or (index > 1 and reading.tokens[index - 2].low == "according")


def _only_people(token: _Token) -> bool:
    return token.low in {
        "zei",
        "zegt",
        "vertelde",
        "riep",
        "huilde",
        "vroeg",
        "told",
        "said",
        "asked",
        "shouted",
        "cried",
        "did",
    }


def _surname_follows(reading: _Reading, index: int) -> bool:
    after = reading.at(index + 1, after=index)
    at = index + 1
    while after is not None and after.low in around.PARTICLES and not after.owns and at - index < LONGEST:
        at += 1
        after = reading.at(at, after=at - 1)
    return after is not None and after.capital and after.low in LAST and at not in reading.taken


def _pair_follows(reading: _Reading, index: int) -> bool:
    """«Rose and Mark», «Bas, Guus en Joep»."""
    link = reading.text[reading.tokens[index].end :][:6]
    paired = re.match(r",? (?:en|and|&) |, ", link)
    if paired is None:
        return False
    other = next((t for t in reading.tokens[index + 1 : index + 3] if t.low not in {"en", "and"}), None)
    return other is not None and other.capital and _first_name(other.low)


def _shown(reading: _Reading, index: int) -> bool:
    """Whether an unlisted word with a capital is shown to be somebody by what stands around it."""
    token = reading.tokens[index]
    if not token.capital or _shouted(token) or token.low in around.NO_NAMES or token.stem in PLACES:
        return False
    before, after = reading.at(index - 1, after=index), reading.at(index + 1, after=index)
    if before is not None and before.low in around.ARTICLES:
        return False
    if (
        _glued_name(token)
        and after is not None
        and not after.capital
        and (not token.opens or after.low in around.KIN)
    ):
        return after.low in around.KIN or after.low not in around.SAYS
    if token.opens:
        return token.owns and after is not None and after.low in around.KIN
    if token.owns and after is not None and after.low in around.KIN:
        return True
    if before is not None and before.low in around.NAMED:
        return True
    return after is not None and _only_people(after)


def _glued_name(token: _Token) -> bool:
    low = token.low
    return len(low) > SHORTEST_LOWER and low.endswith("s") and low not in FIRST and low[:-1] in FIRST


def _joined(reading: _Reading, index: int, joined: int) -> bool:
    """Whether a word with a capital is joined to a name right before it: «Noor en Xaveria»."""
    token = reading.tokens[index]
    if (
        joined < 0
        or not token.capital
        or token.low in around.NO_NAMES
        or _shouted(token)
        or token.stem in PLACES
    ):
        return False
    between = reading.text[reading.tokens[joined - 1].end : token.start]
    return re.fullmatch(r",? (?:en|and|&) |, ", between) is not None and not token.opens


# --- How far does it go? ------------------------------------------------------------------------------------


def _extended(reading: _Reading, index: int) -> int:
    """Behind the surname that follows a name: «de Jong», «Van der Meulen-Jacobs», «vermeulen»."""
    if reading.tokens[index - 1].owns:
        return index
    for _ in range(2):
        at = index
        while (
            (token := reading.at(at, after=at - 1)) is not None
            and _is_particle(token)
            and at - index < LONGEST
        ):
            at += 1
        token = reading.at(at, after=at - 1)
        if (
            token is None
            or at in reading.taken
            or len(token.stem) == 1
            or not _belongs(reading, token, at > index)
        ):
            break
        index = at + 1
        if token.owns:
            break
    return index


def _belongs(reading: _Reading, token: _Token, after_particle: bool) -> bool:  # noqa: FBT001 - one question, asked in one place
    if token.low in around.NO_NAMES and not (after_particle or token.low in LAST):
        return False
    if token.capital:
        return not _shouted(token) and token.low not in around.TITLES
    return token.low in LAST and (
        after_particle or (token.low not in reading.ordinary and token.low not in FIRST)
    )


def _is_particle(token: _Token) -> bool:
    return token.text.lower() in around.PARTICLES


def _surname_alone(reading: _Reading, index: int) -> int | None:
    """«toen zei Van den Berg»: with its particles written large, in the middle of a sentence."""
    token = reading.tokens[index]
    if not token.capital or token.opens:
        return None
    at = index
    while (one := reading.at(at, after=at - 1 if at > index else None)) is not None and _is_particle(one):
        at += 1
    last = reading.at(at, after=at - 1)
    if last is None or not last.capital or last.low not in LAST or at in reading.taken:
        return None
    return at + 1
