"""The forms that change a method: what each asks, and what stands there now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from methods.engine.model import Field, Method, Option, OptionBallot, Phase
from methods.engine.text import Text
from methods.faults.texts import LONGEST

What = Literal["name", "fits", "minutes", "texts", "question", "answer"]
"""What a form changes: of the whole method, of a step, or of one question or answer in it."""
Words = Mapping[str, str]

TICKED: Final = "yes"
"""What a ticked box is read as."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a method that a form changes. `item` counts questions or answers from 0."""

    what: What
    phase: str = ""
    item: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A form to change something: its questions, and what stands there now."""

    title: Text
    fields: tuple[Field, ...]
    now: Words


_NL, _EN = (
    Text(nl="{what} in het Nederlands", en="{what} in Dutch"),
    Text(nl="{what} in het Engels", en="{what} in English"),
)
_NAME = Text(nl="Naam", en="Name")
_GOAL = Text(nl="Waarvoor", en="What for")
_FITS = Text(nl="Past bij", en="Fits")
_TITLE = Text(nl="Titel", en="Title")
_PROMPT = Text(nl="Opdracht", en="What is asked")
_QUESTION = Text(nl="Vraag", en="Question")
_MORE = Text(nl="Uitleg", en="Explanation")
_ANSWER = Text(nl="Antwoord", en="Answer")
_SAID = Text(nl="Wat Kring dan zegt", en="What Kring then says")


def _both(
    key: str, what: Text, most: int, now: Text | None, *, required: bool = True
) -> tuple[list[Field], Words]:
    """One text in two languages: two questions, Dutch first."""
    fields = [
        Field(id=f"{key}_{language}", label=label.filled(what=what), max_length=most, required=required)
        for language, label in (("nl", _NL), ("en", _EN))
    ]
    return fields, {f"{key}_nl": now.nl, f"{key}_en": now.en} if now else {}


def _texts(title: Text, *parts: tuple[list[Field], Words]) -> Asked:
    return Asked(
        title,
        tuple(f for fields, _ in parts for f in fields),
        {k: v for _, now in parts for k, v in now.items()},
    )


def asked(method: Method, spot: Spot) -> Asked | None:
    """The form for this place; None when it is not there any more."""
    phase = next((one for one in method.phases if one.id == spot.phase), None)
    match spot.what:
        case "name":
            name = _both("name", _NAME, LONGEST[Method, "name"], method.name)
            return _texts(method.name, name, _both("goal", _GOAL, LONGEST[Method, "goal"], method.goal))
        case "fits":
            return _texts(method.name, _both("fits", _FITS, LONGEST[Method, "fits"], method.fits))
        case "minutes" if phase:
            return Asked(phase.name, MINUTES, minutes_now(phase))
        case "texts" if phase:
            name = _both("name", _TITLE, LONGEST[Phase, "name"], phase.name)
            return _texts(phase.name, name, _both("prompt", _PROMPT, LONGEST[Phase, "prompt"], phase.prompt))
        case "question" if phase and phase.form and spot.item < len(phase.form.fields):
            field = phase.form.fields[spot.item]
            label = _both("label", _QUESTION, LONGEST[Field, "label"], field.label)
            most = LONGEST[Field, "description"]
            return _texts(phase.name, label, _both("more", _MORE, most, field.description, required=False))
        case "answer" if (
            phase and isinstance(phase.ballot, OptionBallot) and spot.item < len(phase.ballot.options)
        ):
            option = phase.ballot.options[spot.item]
            label = _both("label", _ANSWER, LONGEST[Option, "label"], option.label)
            said = _both("said", _SAID, LONGEST[Option, "said"], option.said, required=False)
            return _texts(phase.name, label, said)
        case _:
            return None


MINUTES: Final = (
    Field(
        id="base",
        label=Text(nl="Vaste minuten", en="Minutes in any case"),
        max_length=6,
        required=True,
        description=Text(
            nl="Als mensen praten. Voor typen rekent Kring zelf.",
            en="Where people talk. For typing Kring reckons itself.",
        ),
    ),
    Field(
        id="each",
        label=Text(nl="Minuten per persoon erbij", en="Minutes more for each person"),
        max_length=6,
        description=Text(nl="Leeg: de groep maakt niet uit.", en="Empty: the group does not matter."),
    ),
    Field(
        id="all",
        label=Text(nl="De inbrenger telt mee", en="The case bringer counts"),
        kind="tick",
    ),
    Field(
        id="short",
        label=Text(nl="Vaste minuten in de korte versie", en="Minutes in the short version"),
        max_length=6,
        description=Text(
            nl="Leeg: de korte versie slaat deze stap over.",
            en="Empty: the short version leaves this step out.",
        ),
    ),
    Field(
        id="short_each",
        label=Text(nl="Per persoon erbij in de korte versie", en="For each person in the short version"),
        max_length=6,
    ),
)


def minutes_now(phase: Phase) -> Words:
    """The minutes of a step, as its form shows them."""
    minutes, short = phase.minutes, phase.short
    now = {"base": _number(minutes.base), "each": _number(minutes.per_person) if minutes.per_person else ""}
    now |= {"all": TICKED} if minutes.basis == "n" else {}
    if short is not None:
        now |= {
            "short": _number(short.base),
            "short_each": _number(short.per_person) if short.per_person else "",
        }
    return now


def _number(value: float) -> str:
    return f"{value:g}"
