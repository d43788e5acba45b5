"""Forms: what fits in one window, and what can be asked."""

from collections.abc import Iterator
from typing import Final

from methods.engine.model import Form, Kind, Method, Phase, Talk
from methods.engine.text import Text
from methods.faults.fault import Fault, Path

WINDOW: Final = 5
"""Questions in one window of Discord's."""

NO_FIELDS: Final = Text(nl="Een formulier heeft minstens één vraag.", en="A form has at least one question.")
NOT_SPOKEN: Final = Text(
    nl="Waar mensen praten blijft er niets te vragen over: elke vraag heeft spoken = false.",
    en="Where people talk nothing is left to ask: every question has spoken = false.",
)
TOO_MANY: Final = Text(
    nl="In één venster passen {most} vragen; dit zijn er {count}. Zonder whole = true komen eerst de verplichte "
    "(required = true), en daarna de rest.",
    en="One window holds {most} questions; these are {count}. Without whole = true the required ones (required = true) "
    "come first, and then the rest.",
)
TOO_MANY_REQUIRED: Final = Text(
    nl="In één venster passen {most} vragen, en {count} zijn er verplicht.",
    en="One window holds {most} questions, and {count} of these are required.",
)
TOO_MANY_OTHERS: Final = Text(
    nl="In één venster passen {most} vragen, en {count} zijn er niet verplicht.",
    en="One window holds {most} questions, and {count} of these are not required.",
)
NO_LENGTH: Final = Text(
    nl="Hoeveel tekens mag een antwoord hebben? Zet max_length erbij.",
    en="How many characters may an answer have? Add max_length.",
)
NEEDLESS_LENGTH: Final = Text(
    nl='max_length hoort alleen bij een tekst (kind = "text").',
    en='max_length belongs to a text only (kind = "text").',
)
NO_OPTIONS: Final = Text(
    nl='Waaruit kiest iemand? Zet options erbij, hoogstens 25 (of maak er kind = "text" van).',
    en='What is chosen from? Add options, 25 at most (or make it kind = "text").',
)
NEEDLESS_OPTIONS: Final = Text(
    nl='options horen bij een tekst of een keuze (kind = "text" of "choice"), hoogstens 25.',
    en='options belong to a text or a choice (kind = "text" or "choice"), 25 at most.',
)
MOST_OPTIONS: Final = 25
LONE_TICK: Final = Text(
    nl="Een vinkje deelt de vraag erboven, en dat moet een tekst zijn.",
    en="A tick shares the question above it, which must be a text.",
)
NOT_OPEN: Final = Text(
    nl='Een ander dan wie aan zet is vult alleen iets in bij een open gesprek (kind = "open").',
    en='Somebody other than who acts fills something in only in an open talk (kind = "open").',
)


def of_forms(method: Method) -> Iterator[Fault]:
    """What is wrong with forms."""
    for number, phase in enumerate(method.phases):
        if phase.form is not None:
            yield from _form(("phases", number), phase, phase.form)


def _form(path: Path, phase: Phase, form: Form) -> Iterator[Fault]:
    here = (*path, "form", "fields")
    if not form.fields:
        yield Fault(here, NO_FIELDS)
    elif not form.asked(Talk.SPOKEN).fields:
        yield Fault(here, NOT_SPOKEN, tuple((*here, n, "spoken") for n in range(len(form.fields))))
    else:
        yield from _window((*path, "form"), form)
    if form.by != "acting" and phase.kind is not Kind.OPEN:
        yield Fault((*path, "form", "by"), NOT_OPEN, ((*path, "kind"),))
    for number in range(len(form.fields)):
        yield from _field(here, number, form)


def _field(path: Path, number: int, form: Form) -> Iterator[Fault]:
    field, here = form.fields[number], (*path, number)
    kind, length = (*here, "kind"), (*here, "max_length")
    if field.kind == "text" and field.max_length is None:
        yield Fault(length, NO_LENGTH, (kind,))
    if field.kind != "text" and field.max_length is not None:
        yield Fault(length, NEEDLESS_LENGTH, (kind,))
    if field.kind == "choice" and not 0 < len(field.options) <= MOST_OPTIONS:
        yield Fault((*here, "options"), NO_OPTIONS, (kind,))
    elif field.options and (field.kind not in {"text", "choice"} or len(field.options) > MOST_OPTIONS):
        yield Fault((*here, "options"), NEEDLESS_OPTIONS, (kind,))
    if field.kind == "tick" and (number == 0 or form.fields[number - 1].kind != "text"):
        yield Fault(kind, LONE_TICK, ((*path, number - 1, "kind"),))


def _window(path: Path, form: Form) -> Iterator[Fault]:
    """How many questions come in one window: all, or the required ones (with the ticks) and later the rest."""
    first = sum(field.required or field.kind == "tick" for field in form.typed)
    rest = len(form.typed) - first
    if form.whole or not first:
        found = [(TOO_MANY, len(form.typed))]
    else:
        found = [(TOO_MANY_REQUIRED, first), (TOO_MANY_OTHERS, rest)]
    for text, count in found:
        if count > WINDOW:
            leans = tuple((*path, "fields", n, "required") for n in range(len(form.fields)))
            told = text.filled(most=str(WINDOW), count=str(count))
            yield Fault((*path, "fields"), told, ((*path, "whole"), *leans))
