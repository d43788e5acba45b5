"""A form as Discord shows it, and its way back; nothing of it stays in memory.

Discord never tells that somebody closed a form, and a form that the library remembers mixes up two people's
answers. So a form is sent already stopped, and what comes back is read from the interaction alone.
"""

from collections.abc import Iterator, Mapping, Sequence

import discord
from discord import ui

from bot.plain import fit
from methods.engine.model import Field
from methods.engine.text import Language

TITLE = LABEL = 45
DESCRIPTION = PLACEHOLDER = 100
LONGEST_TEXT = 4000
MOST_PARTS = 5
"""Questions and the introduction together; this and the limits above are Discord's."""

ONE_LINE = 100
"""An answer of at most so many characters gets a field of one line."""

RATINGS = tuple(str(rating) for rating in range(1, 11))
TICKED = "yes"
"""What a ticked box is read as; a box that is not ticked is left out."""

TextField = ui.TextInput[ui.Modal]
Choice = ui.Select[ui.Modal]
Box = ui.Checkbox[ui.Modal]


def modal(
    custom_id: str,
    title: str,
    fields: Sequence[Field],
    language: Language,
    *,
    intro: str | None = None,
    defaults: Mapping[str, str] | None = None,
) -> ui.Modal:
    """The form to send; `defaults` are earlier answers by field id, as `read` gives them.

    Everything is cut to what Discord takes. The intro says who will read the answers, so it is never left
    out: where five questions leave no room for it, it stands in the first one's description, before that or
    instead. ValueError for no questions or more than five.
    """
    if not 1 <= len(fields) <= MOST_PARTS:
        raise ValueError(f"a form has 1 to {MOST_PARTS} questions, not {len(fields)}")
    form = ui.Modal(title=fit(title, TITLE), custom_id=custom_id, timeout=None)
    # Without room for it as a part of its own, the intro goes into the first question's description.
    crowded = intro if len(fields) == MOST_PARTS else None
    if intro and not crowded:
        form.add_item(ui.TextDisplay(fit(intro, LONGEST_TEXT)))
    for field in fields:
        form.add_item(
            ui.Label(
                text=fit(field.label.to(language), LABEL),
                description=_description(field, language, crowded if field is fields[0] else None),
                component=_component(field, language, (defaults or {}).get(field.id, "")),
            )
        )
    form.stop()
    return form


def read(data: Mapping[str, object]) -> dict[str, str]:
    """What was filled in, by field id; what was left empty is left out.

    `data` is the interaction's. Only spaces and empty lines around an answer are taken off. Parts that Kring
    does not know are passed over: anybody can send anything.
    """
    answers: dict[str, str] = {}
    for part in _parts(data.get("components")):
        name, answer = part.get("custom_id"), _answer(part).strip()
        if isinstance(name, str) and answer:
            answers[name] = answer
    return answers


def _description(field: Field, language: Language, intro: str | None) -> str | None:
    said = field.description.to(language) if field.description else ""
    if intro:
        said = f"{intro} {said}".strip()
        said = said if len(said) <= DESCRIPTION else intro
    return fit(said, DESCRIPTION) or None


def _component(field: Field, language: Language, default: str) -> TextField | Choice | Box:
    match field.kind:
        case "text":
            return _text(field, language, default)
        case "rating":
            return _rating(field, default)
        case "choice":
            return _choice(field, language, default)
        case "tick":
            return ui.Checkbox(custom_id=field.id, default=default == TICKED)


def _text(field: Field, language: Language, default: str) -> TextField:
    longest = min(field.max_length or LONGEST_TEXT, LONGEST_TEXT)
    hint = field.placeholder.to(language) if field.placeholder else ""
    return ui.TextInput(
        custom_id=field.id,
        style=discord.TextStyle.short if longest <= ONE_LINE else discord.TextStyle.paragraph,
        max_length=longest,
        required=field.required,
        placeholder=fit(hint, PLACEHOLDER) or None,
        default=_typed(default, longest) or None,
    )


def _rating(field: Field, default: str) -> Choice:
    return ui.Select(
        custom_id=field.id,
        required=field.required,
        min_values=1 if field.required else 0,
        options=[
            discord.SelectOption(label=rating, value=rating, default=rating == default) for rating in RATINGS
        ],
    )


def _choice(field: Field, language: Language, default: str) -> Choice:
    """A list in the form itself; what is chosen is read as its words."""
    words = [fit(option.to(language), PLACEHOLDER) for option in field.options]
    return ui.Select(
        custom_id=field.id,
        required=field.required,
        min_values=1 if field.required else 0,
        options=[discord.SelectOption(label=one, value=one, default=one == default) for one in words],
    )


def _parts(components: object) -> Iterator[Mapping[str, object]]:
    """Everything in a form that can hold an answer; a label holds one, an old-fashioned row several."""
    for part in components if isinstance(components, list) else []:
        if isinstance(part, dict):
            yield from _parts([part.get("component")])
            yield from _parts(part.get("components"))
            yield part


def _answer(part: Mapping[str, object]) -> str:
    match part:
        case {"value": str(text)} | {"values": [str(text)]}:
            return text
        case {"value": True}:
            return TICKED
        case _:
            return ""


def _typed(text: str, longest: int) -> str:
    """As much of the text as somebody could have typed here.

    Discord itself counts code points, but the form in which people type counts UTF-16 units, two for most
    emoji, and would not take back what is longer. What was typed in the same field always fits.
    """
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")
