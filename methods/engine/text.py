"""Both languages side by side, and sentences with holes for people, moments and numbers."""

from dataclasses import dataclass
from typing import Literal, NewType

Language = Literal["nl", "en"]
PersonId = NewType("PersonId", int)
Moment = NewType("Moment", int)
"""A moment in whole seconds since 1970, UTC."""


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence of Kring's own, in Dutch and in English; `{holes}` are filled when it is shown."""

    nl: str
    en: str

    def to(self, language: Language, **values: str) -> str:
        """The text in one language; every hole must get its value (a missing one is a bug: KeyError)."""
        return (self.nl if language == "nl" else self.en).format_map(values)

    def filled(self, **values: "str | Text") -> "Text":
        """Both languages with every hole filled, a text in each with its own; what is filled in has no holes."""
        nl = {
            name: value.nl if isinstance(value, Text) else _literal(value) for name, value in values.items()
        }
        en = {
            name: value.en if isinstance(value, Text) else _literal(value) for name, value in values.items()
        }
        return Text(nl=_kept(self.nl).format_map(nl), en=_kept(self.en).format_map(en))


def _literal(text: str) -> str:
    """The text as part of another one, in which braces make holes."""
    return text.replace("{", "{{").replace("}", "}}")


def _kept(text: str) -> str:
    """The text with its literal braces still literal after its holes were filled once."""
    return text.replace("{{", "{{{{").replace("}}", "}}}}")


@dataclass(frozen=True, slots=True)
class Person:
    """Stands for somebody's name; `ping` asks the screen to call them as well."""

    id: PersonId
    ping: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Stands for several names, in this order."""

    ids: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class At:
    """Stands for a time of day («15:42»), with its `day`, or as time to go (`left`: «over 4 minuten»)."""

    moment: Moment
    left: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Stands for words that somebody handed in: fetched from their own rows only when they are shown."""

    slot: str
    person: PersonId
    field: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Stands for something the meeting knows: its theme, its moderator's name."""

    name: Literal["thema", "moderator"]


Value = Person | People | At | Said | Fact | Text | int


@dataclass(frozen=True, slots=True)
class Line:
    """A text and what belongs in its holes; the screen turns it into words in one language."""

    text: Text
    values: tuple[tuple[str, Value], ...] = ()


def line(text: Text, /, **values: Value) -> Line:
    """A `Line` with named values."""
    return Line(text, tuple(values.items()))
