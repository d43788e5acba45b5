"""Where somebody lives: a street with its number, or a postcode."""

import re
from collections.abc import Iterator

from methods.checks.model import Detail, Span

_CAP = r"[A-ZÀ-ÖØ-ÞŞİ][\w'’-]*"
_DUTCH_WAYS = (
    "straat|laan|weg|plein|kade|singel|gracht|dreef|hof|pad|steeg|dijk|markt|plantsoen|park|ring|baan|lei|wal|veld|akker|erf|donk"
    "|straatje|hoek|kamp|horst|steenweg|burg|waard|stede|oord|meent|kwartier|boulevard|laantje|haven|hage|tuin|zijde|brink|berg"
)
_ENGLISH_WAYS = (
    "Street|Road|Lane|Avenue|Drive|Close|Way|Court|Place|Gardens?|Crescent|Terrace|Square|Hill|Grove|Row|Mews|Walk|Rise|View"
    "|Green|Boulevard|St|Rd|Ave|Ln|Dr|Blvd"
)
_NUMBER = r"(?:nr\.?\s?|nummer\s|no\.?\s)?\d{1,4}(?:\s?-\s?(?:\d{1,3}|[A-Za-z]{1,3}|I{1,3})\b|\s?bis\b|\s?hs\b|[a-zA-Z]\b(?![’'])|\b)"
_DUTCH_CODE = r"[1-9]\d{3}\s?(?!SA|SD|SS|UK|US|EU|NL|BE|VO|PO|AM|PM|TV|EN|DE|OF)[A-Z]{2}\b"
_BRITISH_CODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"
_PLACE = rf"{_CAP}(?:[ -](?:aan|den|de|op|upon|on|der|{_CAP}))?(?:[ -]{_CAP})?"
_DUTCH_TAIL = rf"(?:(?:,\s?|\s){_DUTCH_CODE}(?:,?\s{_PLACE})?|,?\s[1-9]\d{{3}}\s{_PLACE})?"

DUTCH = re.compile(
    rf"(?:\b(?:{_CAP}|van|de|der|den|het|'t|ten|ter)\s){{0,4}}"
    rf"(?:\b{_CAP}(?:{_DUTCH_WAYS})|\b(?:Plein|Laan|Gracht|Markt|Dijk|Singel|Weg|Kade|Straat)(?:\s(?:van|der|de|den|{_CAP}|\d{{4}})){{0,4}})"
    rf"\s{_NUMBER}{_DUTCH_TAIL}"
)
LOWER = re.compile(
    r"\b(?!(?:hele|deze|elke|welke|een|half|op|onder|over|voor|snel|fiets|uit|school)(?:weg|straat|baan|pad|markt|plein|veld|park|hof)\b)[a-z]{3,}"
    rf"(?:straat|laan|weg|plein|kade|singel|gracht|dreef|steeg|dijk|plantsoen|steenweg|straatje)\s\d{{1,4}}\s?[a-z]?\b(?!\s?(?:uur|minuten|meter|km|jaar|keer)){_DUTCH_TAIL}"
)
"""As people type it: «dorpsstraat 101»."""
ENGLISH = re.compile(
    rf"\b(?:(?:Flat|Apartment|Apt|Unit)\s\d+\w?,?\s)?\d{{1,4}}[a-z]?\s(?:{_CAP}\s){{1,3}}(?:{_ENGLISH_WAYS})\b(?:(?<=St)\.|(?<=Rd)\.|(?<=Ave)\.)?"
    rf"(?:,\s{_BRITISH_CODE}(?:,?\s{_PLACE})?|(?:,\s{_PLACE})?,?\s{_BRITISH_CODE})?"
)
ENGLISH_LOWER = re.compile(
    r"\b\d{1,4}[a-z]?\s(?:(?!the\b|of\b|in\b|and\b|on\b|down\b|a\b|long\b|busy\b|new\b|old\b|per\b|years?\b|minutes?\b|miles?\b)[a-z]{3,}\s){1,2}"
    r"(?:street|road|lane|avenue|drive|close|crescent|terrace|gardens|grove)\b"
)
CODE = re.compile(rf"(?<![\w-]){_DUTCH_CODE}|{_BRITISH_CODE}")
ARTICLES = re.compile(
    r"^(?:[Dd]e|[Hh]et|'t|[Vv]an|[Oo]p|[Ii]n|[Aa]an|[Bb]ij|[Nn]aar|[Uu]it|Hij|Ze|Zij|Ik|Adres)\s(?=\S)"
)
"""What stands before a street and is no part of it; «Van Goghstraat» keeps its «Van»."""
OWN = re.compile(r"^(?:Van|De|Het)\s[A-Z]")


def addresses(text: str) -> Iterator[Span]:
    """Streets with their number, what follows directly, and single postcodes."""
    for pattern in DUTCH, LOWER, ENGLISH, ENGLISH_LOWER:
        for match in pattern.finditer(text):
            start = match.start()
            while (before := ARTICLES.match(text[start : match.end()])) and not OWN.match(
                text[start : match.end()]
            ):
                start += before.end()
            yield Span(start, match.end(), Detail.ADDRESS)
    for match in CODE.finditer(text):
        yield Span(match.start(), match.end(), Detail.ADDRESS)
