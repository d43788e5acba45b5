"""A code that points to one class: «klas 4D», «v2e», «year 8c»; a level («4 vmbo», «year 11») does not."""

import re
from collections.abc import Iterator

from methods.checks.model import Detail, Span

_LEVEL = r"(?:vmbo|mavo|havo|vwo|gym|ath|lwoo|pro|tl|gl|kb|bb|kgt)"
NAMED = re.compile(
    r"\b(?:klas|class|groep|group|year|form)\s(?:"
    rf"\d{{1,2}}\s?-?{_LEVEL}\s?-?[a-z0-9]\b|\d{{1,2}}/\d{{1,2}}\s?[a-z]\b|\d{{1,2}}\s?[a-z](?:[a-z]?\d{{1,2}})?\b(?!['’]\w)|\d{{1,2}}[a-z]{{1,3}}\d?\b|[a-z]{{1,3}}\d[a-z]?\d?\b|{_LEVEL}\s?-?\d[a-z]\b)",
    re.IGNORECASE,
)
"""With its noun before it."""
PLAIN = re.compile(
    rf"(?<![\w.,/@-])(?:\d{{1,2}}{_LEVEL}-?[a-z0-9]|{_LEVEL}-?\d[a-z]|\d{{1,2}}(?:hv|mh|vb|ha|va|hb|vc|hc|ma|mb|gt|kb|tl|bk|vm)\d?|\d{{1,2}}[a-z]\d|[hvmbkgt]\d[a-z]|[bk]\d[a-z])(?![\w/@-]|\.\w)",
    re.IGNORECASE,
)
"""Codes that look like nothing else."""
SIMPLE = re.compile(
    r"\b(?:uit|in|van|met|voor|aan|mijn|onze|jullie|tegen|from|of|with|to|my|our|teach|for)\s((?![1-4][FS]\b)\d{1,2}[A-Za-z])\b(?!['’.]\w|\s?(?:min|uur|pm|am|kg|km|m²)\b)"
)
"""«uit 3b», «of 9C»: a figure and a letter, after a word that goes with people."""
ELSEWHERE = re.compile(
    r"\b(?:lokaal|paragraaf|hoofdstuk|opdrachte?n?|opgaven?|som|sommen|vraag|vragen|pagina|bladzijde|bus|tram|lijn|versie|ruimte|zaal|kamer|niveau|artikel"
    r"|bijlage|figuur|stap|blok|week|les|thema|gebouw|room|section|chapter|exercises?|questions?|page|bus|line|version|level|article|appendix|figure|step|unit"
    r"|lesson|building|paragraph|task|gate|platform|flat|option|plan|part|table|grade)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""Words before a code that belongs to something else."""


def classes(text: str) -> Iterator[Span]:
    """Codes of classes."""
    for match in NAMED.finditer(text):
        yield Span(match.start(), match.end(), Detail.CLASS)
    for pattern, group in (PLAIN, 0), (SIMPLE, 1):
        for match in pattern.finditer(text):
            start = match.start(group)
            if not ELSEWHERE.search(text[max(0, start - 30) : start]):
                yield Span(start, match.end(group), Detail.CLASS)
