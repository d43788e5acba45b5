"""Views as Discord's parts: whatever somebody sees stays within Discord's limits."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.custom_id import parse
from bot.render import Facts
from bot.screen import choice_rows, confirmation, in_rows, message, note, plain_button, room_card
from methods.engine.events import Act
from methods.engine.messages import Choice, Move
from methods.engine.model import Talk
from methods.engine.state import Session
from methods.engine.text import Text, line
from methods.engine.view import Button, room_view
from tests.bot.on_disk import PEOPLE, open_evening
from tests.stories.world import open_world, walk

FACTS = Facts(language="nl", names={who: f"P{who}" for who in PEOPLE})
MOST_PARTS = 40
LONGEST = 4000


def parts(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    """Everything in a message."""
    return [dict(one) for item in view.children for one in walk([item.to_component_dict()])]


def faults(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    """What Discord would not take of these parts."""
    ids = [one["custom_id"] for one in found if "custom_id" in one]
    if len(found) > MOST_PARTS:
        yield f"{len(found)} parts"
    if sum(len(one.get("content", "")) for one in found) > LONGEST:
        yield "too much text"
    if len(set(ids)) < len(ids):
        yield f"an id twice: {ids}"
    for one in found:
        yield from _faults(one)


def _faults(part: dict[str, Any]) -> Iterator[str]:
    options = part.get("options")
    if part.get("type") == 2 and not 1 <= len(part["label"]) <= 80:
        yield f"label {part['label']}"
    if part.get("type") == 3 and not (options and len(options) <= 25):
        yield f"options {options}"
    if options and not part["min_values"] <= part["max_values"] <= len(options):
        yield f"{part['min_values']} to {part['max_values']} of {len(options)}"
    if options and sum(bool(one.get("default")) for one in options) > part["max_values"]:
        yield "more chosen than may be"
    for option in options or ():
        if not (1 <= len(option["label"]) <= 100 and 1 <= len(option["value"]) <= 100):
            yield f"option {option}"
    if part.get("type") == 1 and not 1 <= len(part["components"]) <= 5:
        yield f"a row of {len(part['components'])}"
    if "custom_id" in part and parse(part["custom_id"]) is None:
        yield f"id {part['custom_id']}"


# --- Whole messages ----------------------------------------------------------------------------------------


def test_a_text_that_is_too_long_is_cut_with_a_sign_that_it_was() -> None:
    (_, text) = parts(message("a" * 5000))
    assert len(text["content"]) <= LONGEST
    assert text["content"].endswith("…")


def test_a_mark_is_the_number_of_the_block() -> None:
    assert parts(message("Hallo", mark=4711))[0]["id"] == 4711


async def test_nothing_of_a_message_stays_in_memory() -> None:
    assert note("Hallo").is_finished()


def test_buttons_stand_in_rows_of_five() -> None:
    buttons = [plain_button(f"b{n}", Text(str(n), str(n)), "nl") for n in range(12)]
    assert [len(row.children) for row in in_rows(buttons)] == [5, 5, 2]


def test_a_list_without_anything_to_choose_is_left_out(session: Session) -> None:
    button = Button(Act.VOTE, Text("Stem", "Vote"), Move(Act.VOTE, at_most=2))
    assert choice_rows(session, PEOPLE[0], button, FACTS) == []


def test_a_list_of_very_many_and_very_long_choices_is_cut_to_size(session: Session) -> None:
    choices = tuple(Choice(str(n), line(Text("x" * 300, "x" * 300)), on=True) for n in range(40))
    button = Button(Act.SORT, Text("Kies " * 40, "Choose"), Move(Act.SORT, choices=choices, at_most=40))
    rows = choice_rows(session, PEOPLE[0], button, FACTS)
    assert [*faults([dict(part) for row in rows for part in walk([row.to_component_dict()])])] == []


def test_sorting_has_a_second_list_that_only_its_owner_sees(session: Session) -> None:
    choices = (Choice("1", line(Text("Raad", "Advice")), on=True),)
    button = Button(Act.SORT, Text("Dit neem ik mee", "Take"), Move(Act.SORT, choices=choices, at_most=1))
    rows = choice_rows(session, PEOPLE[0], button, FACTS)
    named = [
        parse(part["custom_id"])
        for row in rows
        for part in walk([row.to_component_dict()])
        if "options" in part
    ]
    assert [press.action for press in named if press] == ["sort", "maybe"]


def test_to_be_sure_there_is_one_button_for_one_person(session: Session) -> None:
    (*_, button) = parts(confirmation(session, PEOPLE[0], Act.NEXT, Text("Zeker?", "Sure?"), "nl"))
    press = parse(button["custom_id"])
    assert press is not None
    assert (press.action, press.extra, press.person) == ("sure", "next", PEOPLE[0])


def test_the_room_s_card_keeps_what_stands_above_it(session: Session) -> None:
    found = parts(room_card(session, room_view(session), FACTS, above="Welkom!"))
    assert found[1]["content"].startswith("Welkom!\n\n**Stap 1 van")


@pytest.fixture
async def session(tmp_path: Path) -> Session:
    """A group in its first step."""
    async with open_evening(tmp_path) as evening:
        return await evening.now(await evening.session())


# --- Every card of an evening ------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "talk"), [("bumpy", Talk.WRITTEN), ("probleemoplossend", Talk.SPOKEN)])
async def test_every_card_of_an_evening_fits(
    tmp_path: Path, method: str, talk: Talk, subtests: pytest.Subtests
) -> None:
    async with open_world(tmp_path) as world:
        await world.call(method, talk.value)
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await world.command(world.moderator, "moderator groups", person=world.people[0], leads=True)
        await world.command(world.moderator, "moderator open")
        for _ in range(30):
            session = await world.session()
            if not session.under_way:
                break
            with subtests.test(session.step.phase.id):
                for who in (*world.people[:3], world.moderator):
                    card = (await world.press(who, world.room(), "mine")).card
                    found = [dict(one) for one in walk([_raw(part) for part in card.message.components])]
                    assert [*faults(found)] == []
            if session.stage and session.stage.part == "offering":
                await world.press(world.people[1], await world.mine(world.people[1]), "offer-case")
            else:
                await world.next()


def _raw(part: Any) -> Any:  # noqa: ANN401 - the library's part, or its payload
    return part if isinstance(part, dict) else part.to_dict()
