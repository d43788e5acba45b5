"""The cards on which a moderator looks through and changes a server's own methods. Private; all in their ids."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import workshop_words as w
from bot.custom_id import Press
from bot.plain import fit, shown
from bot.screen import OPTION, OWN, SURE, Row, in_rows, message, plain_button
from methods.editing import Spot
from methods.engine.model import Method, OptionBallot, Phase, Talk
from methods.engine.text import Language, Text
from methods.library import all_methods
from methods.planning import minutes_of, plan

PEOPLE = 6
LONG = 600
"""Minutes into which any method fits in full."""


def overview(own: Sequence[Method], language: Language, said: str = "") -> ui.LayoutView:
    """Which methods this server made, and the ways to more."""
    lines = [f"**{w.TITLE.to(language)}**"]
    for number, one in enumerate(own, start=1):
        minutes = str(plan(one, PEOPLE, LONG, Talk.SPOKEN).needed)
        told = {"number": str(number), "name": shown(one.name.to(language)), "id": one.id}
        lines.append(w.ONE_OF_THEM.to(language, steps=str(len(one.phases)), minutes=minutes, **told))
    lines.append((w.HOW_TO_ADD if own else w.NONE_YET).to(language))
    rows = (
        [_list("open", [(one.name.to(language), one.id) for one in own], w.OPEN.to(language))] if own else []
    )
    theirs = [(one.name.to(language), one.id) for one in all_methods()]
    rows.append(_list("copy", theirs, w.COPY.to(language)))
    return _card("\n".join(lines), rows, said)


def method_card(recipe: Method, language: Language, said: str = "") -> ui.LayoutView:
    """One method: its steps, and what can be done with it."""
    lines = [f"**{shown(recipe.name.to(language))}** (`{recipe.id}`)", shown(recipe.goal.to(language))]
    lines += [
        f"{number}. {shown(phase.name.to(language))} ({minutes_of(phase, Talk.SPOKEN, PEOPLE)} min)"
        for number, phase in enumerate(recipe.phases, start=1)
    ]
    steps = [(f"{n}. {phase.name.to(language)}", phase.id) for n, phase in enumerate(recipe.phases, start=1)]
    buttons = [
        _button("name", w.EDIT_NAME, language, recipe.id),
        _button("fits", w.EDIT_FITS, language, recipe.id),
        _button("try", w.TRY, language, recipe.id),
        _button("file", w.FILE, language, recipe.id),
        _button("drop", w.REMOVE, language, recipe.id),
        _button("list", w.BACK, language, ""),
    ]
    return _card(
        "\n".join(lines), [_list("step", steps, w.STEP.to(language), recipe.id), *in_rows(buttons)], said
    )


def step_card(recipe: Method, phase: Phase, language: Language, said: str = "") -> ui.LayoutView:
    """One step, with its texts in both languages."""
    lines = [
        f"**{shown(phase.name.nl)}** / **{shown(phase.name.en)}**",
        _minutes_line(phase, language),
        f"NL: {shown(phase.prompt.nl)}",
        f"EN: {shown(phase.prompt.en)}",
        *(f"- {shown(label)}" for label, _ in _items(phase, language)),
    ]
    where = f"{recipe.id}/{phase.id}"
    items = _items(phase, language)
    rows = [_list("item", items, w.ITEM.to(language), where)] if items else []
    buttons = [
        _button("minutes", w.EDIT_MINUTES, language, where),
        _button("texts", w.EDIT_TEXTS, language, where),
        _button("open", w.BACK, language, recipe.id),
    ]
    return _card("\n".join(lines), [*rows, *in_rows(buttons)], said)


def removal(recipe: Method, language: Language) -> ui.LayoutView:
    """Asked before a method is removed."""
    text = w.REMOVE_SURE.to(language, name=shown(recipe.name.to(language)))
    buttons = [_button("dropped", SURE, language, recipe.id), _button("open", w.BACK, language, recipe.id)]
    return _card(text, in_rows(buttons))


def as_file(name: str, text: str) -> ui.LayoutView:
    """A message with a file of this name, which is sent along with it."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    view.add_item(ui.File(f"attachment://{name}"))
    view.stop()
    return view


def press_of(spot: Spot, method_id: str) -> Press:
    """What the form for this place is called; it comes back with it."""
    return Press("method-keep", extra=f"{spot.what}/{method_id}/{spot.phase}/{spot.item}")


def _minutes_line(phase: Phase, language: Language) -> str:
    minutes = str(minutes_of(phase, Talk.SPOKEN, PEOPLE))
    short = w.NOT_SHORT.to(language)
    if phase.short is not None:
        short = w.SHORT_LINE.to(language, minutes=str(minutes_of(phase, Talk.SPOKEN, PEOPLE, short=True)))
    return w.MINUTES_LINE.to(language, minutes=minutes, short=short)


def _items(phase: Phase, language: Language) -> list[tuple[str, str]]:
    """The questions and answers of a step, each with what its choice says."""
    fields = phase.form.fields if phase.form else ()
    options = phase.ballot.options if isinstance(phase.ballot, OptionBallot) else ()
    asked = [(field.label.to(language), f"question{n}") for n, field in enumerate(fields)]
    return [*asked, *((option.label.to(language), f"answer{n}") for n, option in enumerate(options))][:25]


def _list(action: str, named: Sequence[tuple[str, str]], hint: str, extra: str = "") -> Row:
    options = [discord.SelectOption(label=fit(name, OPTION), value=value) for name, value in named]
    press = Press(f"method-{action}", extra=extra)
    return Row(ui.Select[ui.LayoutView](custom_id=str(press), options=options[:25], placeholder=hint))


def _button(action: str, label: Text, language: Language, extra: str) -> ui.Button[ui.LayoutView]:
    return plain_button(f"method-{action}", label, language, 0, extra=extra)


def _card(text: str, rows: Sequence[Row], said: str = "") -> ui.LayoutView:
    return message(f"{said}\n\n{text}" if said else text, rows, colour=OWN)
