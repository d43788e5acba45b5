"""What shows that a word is somebody: what stands before it, and what it does."""

import re

from methods.checks import around_names as around
from methods.checks.names import FIRST, LAST, PLACES
from methods.checks.tokens import Reading, Token

APPOSITION = re.compile(
    r", (?:who |die |een (?:oud-)?(?:leerling|collega)|mijn |onze |my |our |a (?:former|pupil|student|boy|girl|colleague))"
    r"| \((?:mijn|onze|my|our|\d\d?\))"
)
"""What explains who somebody is: «Steph, a former pupil of mine», «Sepp, die onder tafel zat»."""
PAIRED = re.compile(r",? (?:en|and|&) |, ")
ENDS = frozenset(".,;!?)")
LOOK_AHEAD = 24
SHORT = 3
FEW = 5


def first_name(low: str) -> bool:
    """Whether this is a first name on the list, or two with a hyphen: «Jan-Willem»."""
    return low in FIRST or ("-" in low and all(part in FIRST for part in low.split("-")))


def acts(reading: Reading, index: int) -> bool:
    """Whether it does, has or is told what only people do, have or are told."""
    token, before, after = reading.tokens[index], reading.before(index), reading.after(index)
    if before is not None and before.low in around.NOT_BEFORE_PEOPLE:
        return False
    if token.owns and after is not None and (after.low in around.KIN or token.capital):
        return True
    if after is not None and after.text.lower() in around.SAYS and (token.capital or speaks(after)):
        return True
    if before is None:
        return False
    if before.low in around.NAMED:
        return token.capital
    if before.low in around.SAID_BEFORE and not token.opens:
        return True
    return token.capital and _according(reading, index, before)


def _according(reading: Reading, index: int, before: Token) -> bool:
    """«Volgens Mei», «tegen Roos», «according to April»."""
    return before.low in {"volgens", "tegen"} or (
        before.low == "to" and index > 1 and reading.tokens[index - 2].low == "according"
    )


def speaks(token: Token) -> bool:
    """Whether this is what only people do."""
    return token.low in around.SPEAKS


def shown(reading: Reading, index: int) -> bool:
    """Whether a word with a capital that is on no list is shown to be somebody by what stands around it."""
    token, before, after = reading.tokens[index], reading.before(index), reading.after(index)
    if not token.capital or token.shouted or token.low in around.NO_NAMES or token.stem in PLACES:
        return False
    if after is not None and after.low == "family" and before is not None and before.low == "the":
        return True
    if before is not None and before.low in around.ARTICLES:
        return False
    if _his(reading, index) or (token.owns and after is not None and after.low in around.KIN):
        return True
    if glued(token) and after is not None:
        return after.low in around.KIN or not (token.opens or after.capital or after.low in around.SAYS)
    if token.opens:
        return False
    return (
        _close(reading, index)
        or _explained(reading, token)
        or _called(reading, token, before)
        or (after is not None and speaks(after))
    )


def glued(token: Token) -> bool:
    """Whether this looks like a Dutch possessive without apostrophe: «Toms moeder»."""
    low = token.low
    return (
        len(low) > SHORT and low.endswith("s") and low not in FIRST and low not in LAST and low[:-1] in FIRST
    )


def _his(reading: Reading, index: int) -> bool:
    """«Hafid z'n vader»."""
    his = reading.after(index)
    what = reading.after(index + 1) if his is not None else None
    return his is not None and his.text.lower() in around.HIS and what is not None and what.low in around.KIN


def _close(reading: Reading, index: int) -> bool:
    """«met Yentl», «talking to Yentl»; «we werken met Snappet» is about a thing."""
    before, after = reading.before(index), reading.after(index)
    if before is None or (after is not None and after.capital):
        return False
    if before.low in {"to", "of", "about"}:
        return index > 1 and reading.tokens[index - 2].low in around.TALKS
    earlier = {one.low for one in reading.tokens[max(0, index - FEW) : index - 1]}
    return before.low in around.CLOSE and not earlier & around.USES


def _explained(reading: Reading, token: Token) -> bool:
    rest = reading.text[token.end : token.end + LOOK_AHEAD].lower()
    return APPOSITION.match(rest) is not None


def _called(reading: Reading, token: Token, before: Token | None) -> bool:
    """«Ze heet Nour.»; «het plan heet Koers 2026» is about a thing."""
    if before is None or not (before.low in around.NAMED or before.text.lower() in {"name's", "name’s"}):
        return False
    rest = reading.text[token.end :].lstrip()[:4]
    return not rest or rest[0] in ENDS or rest.startswith(("en ", "and "))


def surname_follows(reading: Reading, index: int) -> bool:
    """Whether a surname on the list stands behind it, with its particles."""
    after = reading.after(index)
    while after is not None and after.low in around.PARTICLES:
        index += 1
        after = reading.after(index)
    return after is not None and after.capital and after.low in LAST and index + 1 not in reading.taken


def pair_follows(reading: Reading, index: int) -> bool:
    """«Rose and Mark», «Bas, Guus en Joep»."""
    link = reading.text[reading.tokens[index].end :][:6]
    others = (one for one in reading.tokens[index + 1 : index + 3] if one.low not in {"en", "and"})
    other = next(others, None)
    return PAIRED.match(link) is not None and other is not None and other.capital and first_name(other.low)


def joined(reading: Reading, index: int, name_end: int) -> bool:
    """Whether a word with a capital is joined to the name that ends before token `name_end`: «Noor en Xaveria»."""
    token = reading.tokens[index]
    if name_end <= 0 or token.opens or not token.capital or token.shouted:
        return False
    if token.low in around.NO_NAMES or token.stem in PLACES:
        return False
    return PAIRED.fullmatch(reading.text[reading.tokens[name_end - 1].end : token.start]) is not None
