"""What is said about a method file: each mistake in a plain sentence, with what was expected, in both languages."""

from collections.abc import Sequence
from math import isnan
from typing import Final

from methods.engine.model import Minutes
from methods.engine.text import Text
from methods.faults.nearest import near
from methods.toml.shape import Kind, arms, choices, is_table, items_of, keys, required

LONGEST: Final = 40
"""Characters of what stands in the file that a sentence repeats."""


# --- The file ---------------------------------------------------------------------------------------------

TOO_BIG: Final = Text(
    nl="Dit bestand is groter dan {most} kB. Een methode past daar ruim in; is dit het goede bestand?",
    en="This file is larger than {most} kB. A method easily fits in that; is this the right file?",
)
NO_TEXT: Final = Text(
    nl="Dit is geen tekstbestand. Een methode is een gewone tekst in TOML.",
    en="This is no text file. A method is plain text in TOML.",
)
NOT_UTF8: Final = Text(
    nl="Hier staat een teken dat niet te lezen is. Bewaar het bestand als UTF-8.",
    en="Something here cannot be read. Save the file as UTF-8.",
)
EMPTY: Final = Text(
    nl="Dit bestand is leeg. Begin met een methode die er al is: kring methods show bumpy --toml.",
    en="This file is empty. Start from a method that exists: kring methods show bumpy --toml.",
)

# --- What belongs where -----------------------------------------------------------------------------------

WRONG: Final = Text(
    nl="Hier hoort {expected}; er staat {found}.", en="This should be {expected}; it says {found}."
)
NO_CHOICE: Final = Text(nl="‘{found}’ kan hier niet.{near}", en="‘{found}’ is not possible here.{near}")
CHOOSE: Final = Text(nl=" Kies uit: {choices}.", en=" Choose from: {choices}.")
MISSING: Final = Text(
    nl="‘{name}’ ontbreekt: hier hoort {expected}.", en="‘{name}’ is missing: it should be {expected}."
)
NO_LANGUAGE: Final = Text(
    nl='De {language} tekst ontbreekt: {key} = "…".', en='The {language} text is missing: {key} = "…".'
)
LANGUAGES: Final = {"nl": Text(nl="Nederlandse", en="Dutch"), "en": Text(nl="Engelse", en="English")}
UNKNOWN: Final = Text(nl="‘{name}’ ken ik hier niet.{near}", en="I do not know ‘{name}’ here.{near}")
ONLY: Final = Text(nl=" Hier kan: {names}.", en=" Possible here: {names}.")
A_DATE: Final = Text(nl="een datum", en="a date")
A_LIST: Final = Text(nl="een lijst", en="a list")
A_TABLE: Final = Text(nl="een tabel", en="a table")
AN_EMPTY_TEXT: Final = Text(nl="een lege tekst", en="an empty text")

_TEXTS: Final = Text(
    nl='een tekst in twee talen, {{ nl = "…", en = "…" }}',
    en='a text in two languages, {{ nl = "…", en = "…" }}',
)
_MINUTES: Final = Text(
    nl='een aantal minuten, zoals 5 of {{ base = 1, per_person = 0.5, basis = "n" }}',
    en='a number of minutes, such as 5 or {{ base = 1, per_person = 0.5, basis = "n" }}',
)
_SIMPLE: Final = {
    str: Text(nl="tekst tussen aanhalingstekens", en="text between quotes"),
    int: Text(nl="een heel getal", en="a whole number"),
    float: Text(nl="een getal", en="a number"),
    bool: Text(nl="true of false, zonder aanhalingstekens", en="true or false, without quotes"),
}
_ONE_OF: Final = Text(nl="een van deze woorden: {choices}", en="one of these words: {choices}")
_LIST: Final = Text(nl="een lijst tussen [ en ]", en="a list between [ and ]")
_PARTS: Final = Text(
    nl="een lijst, elk deel onder een kopje met dubbele haken, [[{name}]]",
    en="a list, each part under a heading with double brackets, [[{name}]]",
)
_TABLE: Final = Text(nl="een tabel met {names}", en="a table with {names}")
_OR: Final = Text(nl=" of ", en=" or ")


def expected(kind: Kind, name: str) -> Text:
    """What belongs under this name."""
    possible = arms(kind)
    if len(possible) > 1:
        return _joined([expected(arm, name) for arm in possible])
    (kind,) = possible
    if kind is Text:
        return _TEXTS
    if kind is Minutes:
        return _MINUTES
    if is_table(kind):
        names = [name for name in keys(kind) if name in required(kind)] or list(keys(kind))
        return _TABLE.filled(names=", ".join(names))
    if words := choices(kind):
        return _ONE_OF.filled(choices=", ".join(words))
    if items := items_of(kind):
        return _PARTS.filled(name=name) if is_table(items[0]) else _LIST
    return _SIMPLE[kind]


def _joined(texts: Sequence[Text]) -> Text:
    return Text(nl=_OR.nl.join(text.nl for text in texts), en=_OR.en.join(text.en for text in texts))


def found(value: object) -> str | Text:
    """What stands there instead."""
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return _short(str(value)) if isnan(value) or abs(value) < LARGE else A_BIG_NUMBER
        case str():
            return f"‘{_short(value)}’" if value.strip() else AN_EMPTY_TEXT
        case list():
            return A_LIST
        case dict():
            return A_TABLE
        case _:
            return A_DATE


LARGE: Final = 10**12
A_BIG_NUMBER: Final = Text(nl="een heel groot getal", en="a very large number")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def no_choice(word: str, words: Sequence[str]) -> Text:
    """This word is not one of these."""
    said = near(word, words, CHOOSE.filled(choices=", ".join(words)))
    return NO_CHOICE.filled(found=_short(word), near=said)


def unknown(name: str, names: Sequence[str]) -> Text:
    """This name is not one of these."""
    return UNKNOWN.filled(name=_short(name), near=near(name, names, ONLY.filled(names=", ".join(names))))


def missing(kind: Kind, name: str, owner: Kind) -> Text:
    """This name is not there."""
    if owner is Text:
        return NO_LANGUAGE.filled(language=LANGUAGES[name], key=name)
    return MISSING.filled(name=name, expected=expected(kind, name))
