"""Texts: there in both languages, short enough for the screen, and with no hole that nothing fills."""

from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Final

from methods.engine.model import Field, Method, Option, Phase, SortBallot
from methods.engine.text import Text
from methods.faults.fault import Fault, Path, Value
from methods.faults.nearest import near

LONGEST: Final[dict[tuple[type, str], int]] = {
    (Method, "name"): 45,
    (Method, "goal"): 100,
    (Method, "fits"): 300,
    (Phase, "name"): 45,
    (Phase, "prompt"): 300,
    (Field, "label"): 45,
    (Field, "description"): 100,
    (Field, "placeholder"): 100,
    (Option, "label"): 80,
    (Option, "said"): 300,
    (SortBallot, "first"): 45,
    (SortBallot, "second"): 45,
}
"""Characters. Most are Discord's (a form's title, a label, a choice); a card has six short lines."""
USUAL: Final = 300
WITH_HOLES: Final = frozenset({"prompt", "said"})
HOLES: Final = ("inbrenger", "moderator", "notulist", "thema", "minuten", "eindtijd")
"""What a text may mention: the case bringer, the moderator, the note-taker, the theme, minutes, when the step ends."""
LANGUAGES: Final = ("nl", "en")

EMPTY: Final = Text(nl="Hier hoort tekst te staan.", en="There should be text here.")
TOO_LONG: Final = Text(
    nl="Deze tekst telt {count} tekens; er passen er hoogstens {most}.",
    en="This text has {count} characters; at most {most} fit.",
)
LINES: Final = Text(nl="Deze tekst hoort op één regel.", en="This text belongs on one line.")
BRACES: Final = Text(
    nl="Hier klopt een {{ of }} niet. Ze horen om een woord, zoals {{inbrenger}}; bedoel je het teken zelf, schrijf het "
    "dan dubbel.",
    en="A {{ or }} is wrong here. They belong around a word, such as {{inbrenger}}; for the character itself, write it "
    "twice.",
)
NO_HOLE: Final = Text(
    nl="{hole} kan hier niet: alleen in een prompt vult Kring iets in.",
    en="{hole} is not possible here: only in a prompt does Kring fill something in.",
)
UNKNOWN_HOLE: Final = Text(
    nl="{hole} kan Kring niet invullen.{near}", en="Kring cannot fill in {hole}.{near}"
)
KNOWN: Final = Text(nl=" Wel kan: {known}.", en=" It can: {known}.")
ONE_SIDED: Final = Text(
    nl="{hole} staat in één van de twee talen, en in de andere niet.",
    en="{hole} stands in one of the two languages, and not in the other.",
)


def of_texts(found: Iterable[Value]) -> Iterator[Fault]:
    """What is wrong with texts."""
    for one in found:
        if isinstance(one.value, Text):
            yield from _text(one, one.value)


def _text(one: Value, text: Text) -> Iterator[Fault]:
    most = LONGEST.get(one.field, USUAL)
    for language in LANGUAGES:
        path, said = (*one.path, language), text.nl if language == "nl" else text.en
        if not said.strip():
            yield Fault(path, EMPTY)
        if len(said) > most:
            yield Fault(path, TOO_LONG.filled(count=str(len(said)), most=str(most)))
        if one.name not in WITH_HOLES and "\n" in said:
            yield Fault(path, LINES)
        yield from _holes_in(path, said, allowed=one.name in WITH_HOLES)
    nl, en = _holes(text.nl), _holes(text.en)
    if one.name in WITH_HOLES and nl is not None and en is not None and nl | en <= set(_written(HOLES)):
        leans = tuple((*one.path, language) for language in LANGUAGES)
        for hole in sorted(nl ^ en):
            yield Fault(one.path, ONE_SIDED.filled(hole=hole), leans)


def _holes_in(path: Path, said: str, *, allowed: bool) -> Iterator[Fault]:
    holes = _holes(said)
    if holes is None:
        yield Fault(path, BRACES)
        return
    known = _written(HOLES)
    for hole in sorted(holes):
        if not allowed:
            yield Fault(path, NO_HOLE.filled(hole=hole))
        elif hole not in known:
            said_near = near(hole, known, KNOWN.filled(known=", ".join(known)))
            yield Fault(path, UNKNOWN_HOLE.filled(hole=hole, near=said_near))


def _written(names: tuple[str, ...]) -> list[str]:
    return [f"{{{name}}}" for name in names]


def _holes(said: str) -> set[str] | None:
    """Each hole as it stands there; None where a brace lacks its other half."""
    try:
        parts = list(Formatter().parse(said))
    except ValueError:
        return None
    found = [part for part in parts if part[1] is not None]
    return {f"{{{n}{f'!{c}' if c else ''}{f':{s}' if s else ''}}}" for _, n, s, c in found}
