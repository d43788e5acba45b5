"""Numbers and addresses by which somebody can be reached: phone, e-mail, web, citizen service number."""

import re
from collections.abc import Iterator

from methods.checks.model import Detail, Span

EMAIL = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
DOMAINS = "nl|be|com|org|net|eu|edu|info|io|school|frl|amsterdam|co\\.uk|org\\.uk|ac\\.uk|sch\\.uk|gov\\.uk|uk|ie|de|fr|app|me|online"
URL = re.compile(
    rf"(?<![\w@.-])(?:https?://[^\s<>()\"“”]+|www\.[^\s<>()\"“”]+|(?:[a-z0-9][a-z0-9-]*\.)+(?:{DOMAINS})(?![\w.-]*\w@)(?:/[^\s<>()\"“”]*|\b(?![.-]?\w)))",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w.,€£$-])(?:(?:\+|00)[1-9]\d{0,2}(?:[\s./-]{0,3}\(?\d\)?){7,11}|\(?0\d(?:[\s./-]{0,3}\(?\d\)?){7,9}"
    r"|\(\d{3}\)\s?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})(?![\w]|[.,]\d)"
)
"""Dutch, Belgian, British and international numbers, and American ones as they are usually written."""
BSN = re.compile(r"(?<![\w.,€£$+-])\d(?:[ .-]?\d){8}(?![\w]|[.,]\d|\s?(?:euro|uur|pounds|eur)\b)")
ORDERED = re.compile(
    r"\b(?:bestel|order|factuur|klant|polis|zaak|lid|invoice|customer|ticket|booking)[\w -]{0,12}$",
    re.IGNORECASE,
)
"""Words before a number that is about a parcel, not about a person."""
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
DATE_LIKE = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|^\d{4}-\d{2}-\d{2}\b")
TRAILING = ".,;:!?'’”"


def contacts(text: str) -> Iterator[Span]:
    """E-mail addresses, web addresses, phone numbers and citizen service numbers."""
    for match in EMAIL.finditer(text):
        yield Span(match.start(), match.end() - _loose(match.group()), Detail.EMAIL)
    for match in URL.finditer(text):
        yield Span(match.start(), match.end() - _loose(match.group()), Detail.URL)
    for match in BSN.finditer(text):
        if is_bsn(match.group()) and not ORDERED.search(text[max(0, match.start() - 30) : match.start()]):
            yield Span(match.start(), match.end(), Detail.BSN)
    for match in PHONE.finditer(text):
        if not DATE_LIKE.search(match.group()):
            yield Span(match.start(), match.end(), Detail.PHONE)


def is_bsn(number: str) -> bool:
    """The eleven test: the weighted sum of the nine digits is a multiple of eleven. Not all zeros."""
    digits = [int(one) for one in number if one.isdecimal()]
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=False))
    return len(digits) == len(WEIGHTS) and any(digits) and total % 11 == 0


def _loose(found: str) -> int:
    """How many characters at its end belong to the sentence, not to the address."""
    return len(found) - len(found.rstrip(TRAILING))
