"""Forty-eight groups on one server: every one can be reached, asked about and read about."""

from dataclasses import replace

import pytest

from bot import sayings as say
from bot.board import group_line
from bot.conduct import Result
from bot.custom_id import Press
from bot.panel import asked, told
from bot.panel_lists import targets
from bot.render import Facts, said
from bot.target import target_of, these
from methods.engine.events import Act
from methods.engine.sentences import STILL_BUSY
from methods.engine.text import Language, PersonId
from methods.gathering import ROOMS_IN_CATEGORY
from methods.meeting import Group
from methods.playing import START
from tests.engine.play import at_table
from tests.storage.examples import MEETING

MANY = range(1, ROOMS_IN_CATEGORY + 1)
TELLING = at_table("bm.inbreng", "bm.vragen1").session


@pytest.mark.parametrize("groups", [[3], [2, 5, 48], list(range(1, 40, 2)), list(MANY)])
def test_just_these_groups_are_meant_however_many_they_are(groups: list[int]) -> None:
    found = target_of(these(groups).code)
    assert found is not None
    assert [number for number in range(100) if found.hits(number)] == groups
    assert found.named
    assert len(str(Press("conduct-return-at", 999_999, extra=f"{START}.{found.code}"))) <= 100


def test_a_second_press_is_offered_for_all_the_groups_that_asked_for_one() -> None:
    results = [Result(number, STILL_BUSY, ask=number != 7) for number in MANY]
    found = target_of(asked(Act.NEXT, results).partition(".")[2])
    assert found is not None
    assert [number for number in MANY if not found.hits(number)] == [7]


def test_a_reason_that_many_groups_share_is_told_once() -> None:
    results = [
        Result(1),
        *(Result(number, say.PASSED_BY) for number in (2, 3)),
        Result(4, say.AHEAD_ALREADY),
    ]
    assert told(results, "nl").splitlines() == [
        "Gedaan in groep 1.",
        f"Groep 2, Groep 3: {say.PASSED_BY.nl}",
        f"Groep 4: {say.AHEAD_ALREADY.nl}",
    ]


@pytest.mark.parametrize("count", [1, 11, 12, len(MANY)])
def test_every_group_stands_in_the_lists_of_a_panel_and_no_list_is_too_long(count: int) -> None:
    groups = tuple(Group(number=number, members=(PersonId(number),)) for number in range(1, count + 1))
    rows = targets(replace(MEETING, groups=groups), "nl", "all")
    parts = [row.children[0] for row in rows]
    values = [option.value for part in parts for option in part.options]  # type: ignore[attr-defined]
    assert {f"g{number}" for number in range(count + 1)} <= set(values)
    assert all(len(part.options) <= 25 for part in parts)  # type: ignore[attr-defined]
    assert len({part.custom_id for part in parts}) == len(parts)  # type: ignore[attr-defined]
    assert ("x1" in values) == (count <= 11)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_board_of_so_many_groups_fits_in_a_message_when_it_is_short(language: Language) -> None:
    facts = Facts(language=language, names={PersonId(1): "Wilhelmina-Alexandra van den Berg"})
    sessions = [replace(TELLING, group=number) for number in MANY]
    whole, short = (
        "\n".join(said(group_line(one, START, short=short), facts) for one in sessions)
        for short in (False, True)
    )
    assert len(whole) > 4000
    assert len(short) < 4000
    assert all(f"{number} · 1/2 · " in short for number in MANY)
