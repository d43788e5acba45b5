"""The day on which somebody was born: a date after «geboren», «jarig», «born», «DOB»."""

import re
from collections.abc import Iterator

from methods.checks.model import Detail, Span

_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may|juni?|june?|juli?|july?|aug(?:ustus|ust)?"
    r"|sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?:\d{{4}}|'?\d{{2}}))?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)\b"
)
_BORN = (
    r"(?:geboren(?:\sis)?|geboortedatum|geb\.?\s?(?:datum|dat\.?)?|jarig|verjaardag|verjaart|geboortedag"
    r"|born|birth\s?date|date of birth|birthday|d\.?o\.?b\.?)"
)
BIRTHDATE = re.compile(
    rf"\b{_BORN}[\s:.,(=-]*(?:(?:is|was|valt|falls|werd|op|on|the|de|in \w+,?|te \w+,?|zij|ze|hij|he|she)[\s:]+){{0,4}}({_DATE})",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"({_DATE})\s?(?:geboren|born|is (?:zijn|haar|his|her) (?:verjaardag|birthday))\b", re.IGNORECASE
)
WHOLE = re.compile(r"[,(]\s?\(?(\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2})\b")
"""A whole date right behind a name: «Aylin Kaya (7-11-2008)»."""


def birthdates(text: str) -> Iterator[Span]:
    """Dates that are said to be somebody's birthday."""
    for pattern in BIRTHDATE, AFTER:
        for match in pattern.finditer(text):
            yield Span(match.start(1), match.end(1), Detail.BIRTHDATE)


def dates_after(text: str, end: int) -> Iterator[Span]:
    """The date that stands right behind a name that ends at `end`."""
    match = WHOLE.match(text, end)
    if match is not None:
        yield Span(match.start(1), match.end(1), Detail.BIRTHDATE)
