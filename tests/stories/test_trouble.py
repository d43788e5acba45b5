"""An evening on which things go wrong in four groups: nobody is lost, and every group comes to a known end."""

import pytest

from bot.rehearsal.commanding import Outcome
from bot.rehearsal.outcomes import UNKNOWN
from bot.rehearsal.rehearsal import Script
from bot.rehearsal.trouble import Kind
from methods.toml.reading import read
from tests.stories.evenings import evening
from tests.toml.example import SMALL

pytestmark = pytest.mark.slow


def troubled() -> Outcome:
    """Twenty-four people, of whom four come late to four groups, with a short method."""
    own = read(SMALL).method
    assert own is not None
    return evening(Script(method=own.id, own=own, people=24, seed=7, trouble=True))


def test_nothing_is_lost_nobody_is_locked_out_and_no_protected_moment_is_broken_into() -> None:
    assert troubled().problems == ()


def test_every_group_finishes_or_closes_early_in_a_known_way() -> None:
    ends = [group["ended"] for group in troubled().summary["groups"]]
    assert len(ends) == 4
    assert set(ends) <= {"finished", "closed early: everybody went to another group"}
    assert ends.count("finished") >= 3


def test_every_kind_of_trouble_came_and_each_has_an_outcome() -> None:
    rows = troubled().summary["trouble"]
    assert all(set(row) == {"group", "kind", "outcome"} for row in rows)
    assert {row["kind"] for row in rows} == {kind.value for kind in Kind}
    assert not [row for row in rows if UNKNOWN in row["outcome"] or row["group"] not in range(1, 5)]


def test_what_was_acknowledged_is_kept_also_of_people_who_went_elsewhere() -> None:
    given = [group["contributions"] for group in troubled().summary["groups"]]
    assert sum(one["stored"] for one in given) > 20
    assert all(one["revealed"] + one["sealed_forever"] == one["stored"] for one in given)
