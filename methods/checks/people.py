"""Names of people: a name that is on the lists, or a word that its neighbours show to be somebody.

A capital at the beginning of a sentence is no evidence. A name that is an ordinary word too (Roos, Will, Hope) needs
a title, a verb that only people do, something that somebody has, or a capital in the middle of a sentence.
"""

import re
from collections.abc import Iterator, Sequence

from methods.checks import around_names as around
from methods.checks.evidence import (
    acts,
    first_name,
    glued,
    joined,
    pair_follows,
    shown,
    speaks,
    surname_follows,
)
from methods.checks.model import Detail, Span
from methods.checks.names import FIRST, LAST, PLACES, PLACES_LOW
from methods.checks.tokens import Reading, Token, read
from methods.engine.text import Language

INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.\s?){1,3}$")
LOOK_BACK = 10
SHORTEST_LOWER = 3
"""Letters of a name that is typed without its capital."""
PARTICLES_AT_MOST = 4


def people(text: str, language: Language, elsewhere: Sequence[Span]) -> Iterator[Span]:
    """Names of people outside the spans that were found before."""
    reading = read(text, language, elsewhere)
    index = last_end = 0
    while index < len(reading.tokens):
        end = _name_at(reading, index, last_end)
        if end is None:
            index += 1
        else:
            yield _span(reading, index, end)
            index = last_end = end


def _span(reading: Reading, index: int, end: int) -> Span:
    """From the first initial up to the possessive; the glued s of «Toms moeder» belongs to it."""
    first, last = reading.tokens[index], reading.tokens[end - 1]
    initials = INITIALS.search(reading.text[max(0, first.start - LOOK_BACK) : first.start])
    return Span(first.start - (len(initials.group()) if initials else 0), last.end, Detail.PERSON)


def _name_at(reading: Reading, index: int, last_end: int) -> int | None:
    """The index behind the name that begins here; None when none does."""
    token = reading.tokens[index]
    if index in reading.taken or len(token.stem) == 1:
        return None
    if (end := _after_title(reading, index)) is not None:
        return end
    if token.low in around.PARTICLES:
        end = _surname_alone(reading, index)
        if end is not None or not first_name(token.low):
            return end
    if _listed(reading, index) or shown(reading, index) or joined(reading, index, last_end):
        return _extended(reading, index + 1)
    return None


# --- After a title ------------------------------------------------------------------------------------------


def _after_title(reading: Reading, index: int) -> int | None:
    """«mevrouw El Amrani», «meneer de boer», «juf anja»; «mevrouw wil» is no name."""
    before = reading.before(index)
    if before is None or index - 1 in reading.taken:
        return None
    if before.low not in around.TITLES and before.low not in around.ROLES:
        return None
    if reading.tokens[index].text == "van" and before.low not in around.FORMAL:
        return None  # «de oma van Noah», «de mentor van Noah»
    at = _past_particles(reading, index)
    token = reading.tokens[at] if at < len(reading.tokens) else None
    if token is None or at in reading.taken or len(token.stem) == 1:
        return None
    titled = _with_capital if token.capital else _without_capital
    return _extended(reading, at + 1) if titled(reading, before, token, at > index) else None


def _with_capital(_: Reading, before: Token, token: Token, particles: bool) -> bool:  # noqa: FBT001 - as its sibling
    if token.shouted or (particles and not token.capital):
        return False
    return token.low not in around.NO_NAMES or (before.low in around.TITLES and token.low in LAST)


def _without_capital(reading: Reading, before: Token, token: Token, particles: bool) -> bool:  # noqa: FBT001 - one caller
    if before.low not in around.TITLES:
        return False
    if particles:
        return token.low in LAST
    if token.low in around.NO_NAMES or token.low in reading.ordinary:
        return False
    stranger = token.text.lower() not in around.SAYS | around.WHERE and len(token.low) > SHORTEST_LOWER
    return token.low in FIRST or token.low in LAST or (before.low in around.ABBREVIATED and stranger)


def _past_particles(reading: Reading, index: int) -> int:
    """The index of the first word that is no «van», «de», «El»; words must adjoin."""
    at = index
    while at - index < PARTICLES_AT_MOST and reading.tokens[at].low in around.PARTICLES:
        if reading.after(at) is None:
            return len(reading.tokens)
        at += 1
    return at


def _surname_alone(reading: Reading, index: int) -> int | None:
    """«toen zei Van den Berg»: with its particles written large, in the middle of a sentence."""
    token = reading.tokens[index]
    at = _past_particles(reading, index)
    if not token.capital or token.opens or at >= len(reading.tokens) or at in reading.taken:
        return None
    last = reading.tokens[at]
    return at + 1 if last.capital and last.low in LAST else None


# --- On the lists -------------------------------------------------------------------------------------------


def _listed(reading: Reading, index: int) -> bool:
    """Whether this is a first name or surname on the lists, and meant as one."""
    token = reading.tokens[index]
    if token.shouted or _a_thing(reading, index):
        return False
    ordinary = token.low in reading.ordinary or token.low in around.NO_NAMES
    if not first_name(token.low):
        return token.capital and _a_surname(reading, index, ordinary=ordinary)
    if not ordinary:
        return token.capital or (len(token.low) >= SHORTEST_LOWER and token.low not in around.NEVER_LOWER)
    if token.capital and not token.opens and token.low not in around.NO_NAMES:
        return True
    return acts(reading, index) or (
        token.capital and (surname_follows(reading, index) or pair_follows(reading, index))
    )


def _a_thing(reading: Reading, index: int) -> bool:
    """Whether an article, or a word for where, shows that it is a thing or a place."""
    token, before, after = reading.tokens[index], reading.before(index), reading.after(index)
    if before is not None and before.low in around.ARTICLES:
        return not (after is not None and after.low == "family") and not surname_follows(reading, index)
    if before is not None and before.low in around.WHERE and token.low in PLACES_LOW:
        return True
    return token.stem in PLACES and (before is None or token.low not in FIRST)


def _a_surname(reading: Reading, index: int, *, ordinary: bool) -> bool:
    """Whether a surname alone is meant as one: «toen zei Jansen», «The Decker family», «K. Jacobs»."""
    token, after = reading.tokens[index], reading.after(index)
    if token.low not in LAST:
        return False
    if after is not None and after.low == "family":
        return True
    if INITIALS.search(reading.text[max(0, token.start - LOOK_BACK) : token.start]):
        return True
    if ordinary:
        return after is not None and speaks(after)
    return not token.opens or acts(reading, index)


# --- How far does it go? ------------------------------------------------------------------------------------


def _extended(reading: Reading, index: int) -> int:
    """Behind the surname that follows a name: «de Jong», «Van der Meulen-Jacobs», «vermeulen»."""
    for _ in range(2):
        last = reading.tokens[index - 1]
        if last.owns or glued(last) or reading.after(index - 1) is None:
            return index
        at = _past_particles(reading, index)
        if (
            at >= len(reading.tokens)
            or at in reading.taken
            or not _belongs(reading, at, particles=at > index)
        ):
            return index
        index = at + 1
    return index


def _belongs(reading: Reading, at: int, *, particles: bool) -> bool:
    token = reading.tokens[at]
    if len(token.stem) == 1 or (token.low in around.NO_NAMES and not particles and token.low not in LAST):
        return False
    if token.capital:
        return not token.shouted and token.low not in around.TITLES
    return token.low in LAST and (particles or (token.low not in reading.ordinary and token.low not in FIRST))
