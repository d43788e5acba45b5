"""Views as Discord's parts: pure, stopped before they are sent, so that no button lives in memory."""

from collections.abc import Sequence

import discord
from discord import ui

from bot.custom_id import Press
from bot.picking import listed, lists
from bot.plain import fit
from bot.render import Facts, said
from methods import code_of_conduct, next_step, quadrants, question_cards
from methods.engine.events import Act
from methods.engine.forms import step_of
from methods.engine.messages import Move
from methods.engine.model import Field, OptionBallot
from methods.engine.state import Session
from methods.engine.text import Language, Line, PersonId, Text
from methods.engine.view import Button, View, second_label

LONGEST = 4000
LABEL = 80
OPTION = 100
MOST_OPTIONS = 25
ROW = 5
QUIET = 0x9AA5B1
"""A calm grey-blue edge for the room's cards."""
OWN = 0x6C8EBF

MINE = Text(nl="Mijn kaart", en="My card")
RENEW = Text(nl="Ververs", en="Refresh")
MISSED = Text(nl="Wat heb ik gemist?", en="What did I miss?")
EXPLAIN = Text(nl="Ik snap de stap niet", en="I don’t get this step")
HELP = Text(nl="Hulp of pauze", en="Help or pause")
READ = Text(nl="Lees op eigen scherm", en="Read on your own screen")
MORE = Text(nl="Aanvullen", en="Add to it")
ONE_BY_ONE = Text(nl="Vraag voor vraag", en="Question by question")
WHO_READS = Text(nl="Wie leest mee?", en="Who reads along?")
HARVEST = Text(nl="Mijn oogst", en="My harvest")
ERASE = Text(nl="Wis mijn gegevens", en="Erase my data")
OTHER_LANGUAGE = {"nl": "In English", "en": "In het Nederlands"}
NAMED = {
    "care": HELP,
    "mine": RENEW,
    "explain": EXPLAIN,
    "missed": MISSED,
    "read": READ,
    "more": MORE,
    "step": ONE_BY_ONE,
    "code": code_of_conduct.NAME,
    "rules-report": code_of_conduct.REPORT,
    "harvest": HARVEST,
    "erase-ask": ERASE,
    "deal": question_cards.NAME,
    "quad-open": quadrants.NAME,
    "after-open": next_step.NAME,
    "after-share": next_step.SHARE,
    "after-no": next_step.NOT_ME,
    "who": WHO_READS,
}
"""What opens more, by the action of its button."""
SURE = Text(nl="Ja, doen", en="Yes, do it")
CHOOSE = Text(nl="Kies…", en="Choose…")

CHOOSING = {Act.VOTE, Act.SHARE, Act.SORT, Act.LINK}
"""Acts that are a choice from a list."""
STRONG = {Act.WRITE, Act.DONE, Act.VOTE, Act.CONSENT, Act.ANSWERED, Act.RESUME}

Row = ui.ActionRow[ui.LayoutView]


def message(
    text: str, rows: Sequence[Row] = (), *, mark: int | None = None, colour: int | None = None
) -> ui.LayoutView:
    """A message of one block of text and rows of buttons. `mark` is found again in the channel's history."""
    view = ui.LayoutView(timeout=None)
    block = ui.Container[ui.LayoutView](
        ui.TextDisplay(fit(text, LONGEST)), *rows, accent_colour=colour, id=mark
    )
    view.add_item(block)
    view.stop()
    return view


def lines_text(title: Line, lines: Sequence[Line], facts: Facts) -> str:
    """A bold title with its lines under it."""
    return "\n".join([f"**{said(title, facts)}**", *(said(line, facts) for line in lines)])


def room_card(
    session: Session, view: View, facts: Facts, *, mark: int | None = None, above: str = ""
) -> ui.LayoutView:
    """The room's card, with its fixed buttons; `above` stands over it once, in the message that calls all."""
    text = lines_text(view.title, view.lines, facts)
    if above:
        text = f"{above}\n\n{text}"
    return message(text, [room_buttons(session, view, facts.language)], mark=mark, colour=QUIET)


def room_buttons(session: Session, view: View, language: Language) -> Row:
    """[the act of this step] [Volgende stap] [Mijn kaart] [Hulp of pauze]: they never move."""
    row = Row()
    for button in view.buttons:
        row.add_item(_button(session, button.act, button.label, language))
    if session.under_way and session.shown and not view.buttons:
        row.add_item(plain_button("read", READ, language, session.id, session.visit))
    if session.under_way:
        row.add_item(_button(session, Act.NEXT, NEXT, language))
    row.add_item(plain_button("mine", MINE, language, session.id))
    if session.under_way:
        row.add_item(plain_button("care", HELP, language, session.id))
    return row


NEXT = Text(nl="Volgende stap", en="Next step")


def offered_rows(session: Session, buttons: Sequence[Button], language: Language) -> list[Row]:
    """The buttons under a message in the room, such as what a group may choose when its time is up."""
    return in_rows([_button(session, b.act, b.label, language, None, b.move) for b in buttons])


def finished_card(title: Line, facts: Facts, *, mark: int | None = None, above: str = "") -> ui.LayoutView:
    """A card of a step that is over: it stays to be read, without buttons."""
    text = f"**{said(title, facts)}** ✓"
    return message(f"{above}\n\n{text}" if above else text, mark=mark, colour=QUIET)


def own_card(
    session: Session, who: PersonId, view: View, facts: Facts, *, first: str = "", extra: Sequence[str] = ()
) -> ui.LayoutView:
    """Somebody's private card. `first` is the answer to what was just pressed; `extra` opens more."""
    text = lines_text(view.title, view.lines, facts)
    if first:
        text = f"{first}\n\n{text}"
    return message(text, _own_rows(session, who, view, facts, extra), colour=OWN)


def _own_rows(session: Session, who: PersonId, view: View, facts: Facts, extra: Sequence[str]) -> list[Row]:
    language = facts.language
    chosen = [button for button in view.buttons if _is_list(session, button)]
    rows = [row for button in chosen for row in choice_rows(session, who, button, facts)]
    buttons = [
        _button(session, button.act, button.label, language, who, button.move)
        for button in view.buttons
        if button not in chosen
    ]
    rows += _pick_rows(session, who, view, facts)
    buttons += [plain_button(key, NAMED[key], language, session.id, session.visit) for key in extra]
    buttons.append(
        ui.Button(
            label=OTHER_LANGUAGE[language],
            custom_id=str(Press("lang", session.id, session.visit)),
            style=discord.ButtonStyle.secondary,
        )
    )
    return rows + in_rows(buttons)


def _pick_rows(session: Session, who: PersonId, view: View, facts: Facts) -> list[Row]:
    """The lists that belong to the form of this step."""
    forms = [b.move.form for b in view.buttons if b.act is Act.WRITE and b.move]
    words = facts.words.get((step_of(session).slot, who), {})

    def custom_id(field: Field) -> str:
        return str(Press("pick", session.id, session.visit, who, extra=field.id))

    return [row for form in forms for row in lists(listed(form), words, custom_id, facts.language)]


def _is_list(session: Session, button: Button) -> bool:
    """Whether this act is a choice from a list; one answer that can only be given or not is a button."""
    ballot = session.step.phase.ballot if session.under_way else None
    single = isinstance(ballot, OptionBallot) and len(ballot.options) == 1
    return button.act in CHOOSING and button.move is not None and not single


def in_rows(buttons: Sequence[ui.Button[ui.LayoutView]]) -> list[Row]:
    """Buttons in rows of five."""
    return [Row(*buttons[start : start + ROW]) for start in range(0, len(buttons), ROW)]


def choice_rows(session: Session, who: PersonId, button: Button, facts: Facts) -> list[Row]:
    """The list from which somebody votes, shares or sorts; sorting has a second one, «misschien»."""
    move = button.move
    if move is None or not move.choices:
        return []
    rows = [_choice(session, who, move, button.label, facts, str(move.act))]
    if move.act is Act.SORT:
        rows.append(_choice(session, who, move, second_label(session), facts, "maybe"))
    return rows


def _choice(session: Session, who: PersonId, move: Move, label: Text, facts: Facts, action: str) -> Row:
    taking = action != "maybe"
    options = [
        discord.SelectOption(
            label=fit(said(choice.label, facts), OPTION), value=choice.value, default=choice.on and taking
        )
        for choice in move.choices[:MOST_OPTIONS]
    ]
    select = ui.Select[ui.LayoutView](
        custom_id=str(Press(action, session.id, session.visit, who)),
        placeholder=fit(label.to(facts.language), OPTION),
        min_values=0 if move.act is Act.SORT else 1,
        max_values=min(move.at_most, len(options)),
        options=options,
    )
    return Row(select)


def confirmation(
    session: Session, who: PersonId, act: Act, question: Text, language: Language
) -> ui.LayoutView:
    """«Weet je het zeker?», with one button that does it."""
    press = Press("sure", session.id, session.visit, who, extra=act.value)
    yes = ui.Button[ui.LayoutView](
        label=SURE.to(language), custom_id=str(press), style=discord.ButtonStyle.danger
    )
    return message(question.to(language), [Row(yes)], colour=OWN)


def _button(
    session: Session,
    act: Act,
    label: Text,
    language: Language,
    who: PersonId | None = None,
    move: Move | None = None,
) -> ui.Button[ui.LayoutView]:
    whose = f"w{move.whose}" if move and move.whose else str(move.ordinal) if move and move.ordinal else ""
    press = Press(act.value, session.id, session.visit, who or 0, extra=whose)
    style = discord.ButtonStyle.primary if act in STRONG else discord.ButtonStyle.secondary
    return ui.Button(label=fit(label.to(language), LABEL), custom_id=str(press), style=style)


def plain_button(
    action: str, label: Text, language: Language, session: int = 0, visit: int = 0, extra: str = ""
) -> ui.Button[ui.LayoutView]:
    """A button that opens something of Kring's own, or, in the lobby, belongs to a meeting."""
    return ui.Button(
        label=fit(label.to(language), LABEL),
        custom_id=str(Press(action, session, visit, extra=extra)),
        style=discord.ButtonStyle.secondary,
    )


def note(text: str, rows: Sequence[Row] = ()) -> ui.LayoutView:
    """A private sentence, perhaps with something to do under it."""
    return message(text, rows, colour=OWN)


def with_more(text: str, language: Language, *keys: str) -> ui.LayoutView:
    """A private sentence with buttons under it that open more of one's own."""
    return note(text, [Row(*(plain_button(key, NAMED[key], language) for key in keys))])
