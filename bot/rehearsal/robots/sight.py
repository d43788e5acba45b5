"""What one person has on the screen: messages, buttons, lists and forms, as plain values."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.custom_id import Press, parse

TEXT, BUTTON, STRING_SELECT, TEXT_INPUT, CHECKBOX, LABEL = 10, 2, 3, 4, 23, 18
"""Discord's numbers for the parts of a message or form that matter here."""
TICKED = "yes"
"""How somebody ticks a box."""

STEP = re.compile(r"(?:Stap|Step) (\d+) (?:van|of) (\d+) · (.+)")
MOMENT = re.compile(r"<t:(\d+):R>|<t:(\d+):t>(?! \(<t)")
ROOM = re.compile(r"<#(\d+)>")


@dataclass(frozen=True, slots=True)
class Button:
    """A button and what stands on it."""

    label: str
    custom_id: str

    @property
    def press(self) -> Press:
        """What its id says; an empty press when the id is none of Kring's."""
        return parse(self.custom_id) or Press("none")


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list."""

    value: str
    label: str
    on: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from."""

    custom_id: str
    options: tuple[Option, ...]
    least: int
    most: int

    @property
    def press(self) -> Press:
        """What its id says."""
        return parse(self.custom_id) or Press("none")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as one person sees it. `private`: nobody else does."""

    id: int
    channel: int
    author: int
    by: str
    text: str
    at: float
    buttons: tuple[Button, ...] = ()
    choices: tuple[Choice, ...] = ()
    private: bool = False

    def button(self, action: str) -> Button | None:
        """The first button with this action."""
        return next((button for button in self.buttons if button.press.action == action), None)

    def choice(self, action: str) -> Choice | None:
        """The list with this action."""
        return next((choice for choice in self.choices if choice.press.action == action), None)

    @property
    def step(self) -> tuple[int, str] | None:
        """Number and title of the step, when this is a card of one."""
        found = STEP.search(self.text)
        return (int(found[1]), found[3].strip("* ✓")) if found else None

    @property
    def ends(self) -> float | None:
        """Until when the step on this card lasts."""
        found = MOMENT.search(self.text)
        return float(found[1] or found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Field:
    """A question of a form. `longest` counts characters; a tick has no text."""

    id: str
    label: str
    kind: int
    required: bool
    longest: int | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form that has opened."""

    title: str
    custom_id: str
    fields: tuple[Field, ...]

    @property
    def press(self) -> Press:
        """What its id says."""
        return parse(self.custom_id) or Press("none")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back on an act. `refused`: Discord or the client did not let it happen; `why`, if known."""

    messages: tuple[Message, ...] = ()
    form: Form | None = None
    refused: int | None = None
    why: str = ""
    token: object = None
    """What handing in the form needs."""

    @property
    def private(self) -> Message | None:
        """The first message that only this person got."""
        return next((message for message in self.messages if message.private), None)

    @property
    def denied(self) -> bool:
        """Whether it was kindly refused: by Discord, or by a private sentence without anything to press."""
        told = self.private
        return self.refused is not None or (told is not None and not told.buttons and not told.choices)


# --- From Discord's parts ---------------------------------------------------------------------------------


def parts(components: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Every part of a message or form, from top to bottom."""
    for part in components:
        yield part
        yield from parts(part.get("components") or ())
        inner = [part[key] for key in ("component", "accessory") if part.get(key)]
        yield from parts(inner)


def text_of(components: Sequence[Any], content: str = "") -> str:
    """All text of a message."""
    texts = [part["content"] for part in parts(components) if part.get("type") == TEXT]
    return "\n".join([content, *texts] if content else texts)


def buttons_of(components: Sequence[Any]) -> tuple[Button, ...]:
    """All buttons that do something."""
    return tuple(
        Button(part.get("label") or "", part["custom_id"])
        for part in parts(components)
        if part.get("type") == BUTTON and part.get("custom_id")
    )


def choices_of(components: Sequence[Any]) -> tuple[Choice, ...]:
    """All lists with options of Kring's own."""
    return tuple(
        Choice(part["custom_id"], _options(part), part.get("min_values", 1), part.get("max_values", 1))
        for part in parts(components)
        if part.get("type") == STRING_SELECT
    )


def _options(part: dict[str, Any]) -> tuple[Option, ...]:
    return tuple(
        Option(one["value"], one["label"], bool(one.get("default"))) for one in part.get("options") or ()
    )


def form_of(modal: dict[str, Any]) -> Form:
    """A form from what Discord sends for it."""
    labels = [part for part in parts(modal["components"]) if part.get("type") == LABEL]
    return Form(modal["title"], modal["custom_id"], tuple(_field(label) for label in labels))


def _field(label: dict[str, Any]) -> Field:
    part = label["component"]
    return Field(
        id=part["custom_id"],
        label=label["label"],
        kind=part["type"],
        required=bool(part.get("required", part["type"] != CHECKBOX)),
        longest=part.get("max_length"),
        options=tuple(one["value"] for one in part.get("options") or ()),
    )
