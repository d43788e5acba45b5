"""Lists in the private answer to a form: an answer that can be chosen, or the beginning of one that is typed."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import discord
from discord import ui

from bot.plain import fit
from methods.engine.model import Field, Form
from methods.engine.text import Language

OPTION = 100
"""Characters of an option, and of what stands in an empty list; Discord's."""
Row = ui.ActionRow[ui.LayoutView]


def listed(form: Form | None) -> tuple[Field, ...]:
    """The questions of this form that have a list."""
    return tuple(field for field in form.fields if field.options) if form else ()


def lists(
    fields: Iterable[Field], words: Mapping[str, str], custom_id: Callable[[Field], str], language: Language
) -> list[Row]:
    """One list for each of these questions, with what was chosen before."""
    return [Row(_list(field, words.get(field.id, ""), custom_id(field), language)) for field in fields]


def _list(field: Field, answer: str, custom_id: str, language: Language) -> ui.Select[ui.LayoutView]:
    before = _chosen(field, answer)
    options = [
        discord.SelectOption(
            label=fit(option.to(language), OPTION), value=str(number), default=number == before
        )
        for number, option in enumerate(field.options)
    ]
    placeholder = fit(field.label.to(language), OPTION)
    return ui.Select(custom_id=custom_id, placeholder=placeholder, options=options)


def picked(
    form: Form | None, name: str, chosen: Sequence[str], answer: str, language: Language
) -> str | None:
    """The answer to this question with what was chosen from its list; None when there is no such list or option.

    What was typed stays: «Op locatie» before «lokaal 12» makes «Op locatie: lokaal 12».
    """
    field = next((one for one in listed(form) if one.id == name), None)
    numbers = [int(one) for one in chosen if one.isdecimal()]
    if field is None or len(numbers) != 1 or numbers[0] >= len(field.options):
        return None
    option = field.options[numbers[0]].to(language)
    typed = _typed(field, answer) if field.kind == "text" else ""
    return f"{option}: {typed}" if typed else option


def _chosen(field: Field, answer: str) -> int | None:
    """Which option an answer begins with, in either language."""
    found = (
        number
        for number, option in enumerate(field.options)
        for said in (option.nl, option.en)
        if answer == said or answer.startswith(f"{said}: ")
    )
    return next(found, None)


def _typed(field: Field, answer: str) -> str:
    """What somebody typed themselves."""
    before = _chosen(field, answer)
    if before is None:
        return answer
    option = field.options[before]
    return next(
        answer.removeprefix(said).removeprefix(": ")
        for said in (option.nl, option.en)
        if answer == said or answer.startswith(f"{said}: ")
    )
