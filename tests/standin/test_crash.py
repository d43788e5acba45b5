"""The short form of `make crash`, and that it would notice."""

from dataclasses import replace

import pytest

from tests.standin.crash import crash
from tests.standin.kill_points import Moment, Point, Report, evenings, points
from tests.standin.timing import wall
from tests.standin.traces import Harm, Place, Trace, compared

EVERY, LAST, DAY = 10, 56, 86_400
"""Every tenth kill point from the set-up of the server to the first texts that are handed in, each day with another first."""
PLACE = Place(("Stap 1", "Stap 2"), frozenset({1, 2}), frozenset({1}), deleted=False)
TRACE = Trace({"session 1": {"visit": 2}}, {"groep-1": PLACE})


@pytest.mark.slow
@pytest.mark.xdist_group("standin")  # it has two labs by itself, and waits for real seconds
async def test_killed_at_any_step_kring_loses_nothing_says_nothing_twice_and_leaves_nobody_locked() -> None:
    offset = int(wall() // DAY) % EVERY
    report = await crash(EVERY, offset, LAST)
    assert report.clean, f"--every {EVERY} --offset {offset} --last {LAST}\n{report}"
    assert report.tried > 15


# --- What it would notice ----------------------------------------------------------------------------------


def harm_of(place: Place, **kept: object) -> Harm:
    return compared(TRACE, Trace({**TRACE.kept, **kept}, {"groep-1": place}))


def test_an_evening_that_went_as_it_should_shows_no_harm() -> None:
    assert not harm_of(PLACE)


def test_a_message_that_is_not_there_is_lost() -> None:
    assert list(harm_of(replace(PLACE, posts=("Stap 1",))).lost) == ["#groep-1: Stap 2"]


def test_a_message_that_is_there_twice_is_doubled() -> None:
    twice = replace(PLACE, posts=("Stap 1", "Stap 2", "Stap 2"))
    assert list(harm_of(twice).doubled) == ["#groep-1: Stap 2"]


def test_messages_in_another_order_are_different() -> None:
    assert list(harm_of(replace(PLACE, posts=("Stap 2", "Stap 1"))).other) == ["#groep-1: in another order"]


def test_who_cannot_write_any_more_is_locked_and_who_suddenly_can_is_told_too() -> None:
    found = harm_of(replace(PLACE, writers=frozenset({2})))
    assert list(found.locked) == ["1 cannot write in #groep-1", "2 can write in #groep-1"]


def test_what_is_kept_differently_is_told_with_its_place() -> None:
    found = harm_of(PLACE, **{"session 1": {"visit": 3}})
    assert list(found.other) == ["session 1.visit: 2 became 3"]


# --- What was tried ----------------------------------------------------------------------------------------


def test_every_durable_step_is_a_kill_point_and_an_evening_has_one_in_an_act() -> None:
    calm = [Moment(name, steps, TRACE) for name, steps in (("start", 1), ("mine", 3), ("next", 2))]
    every = points(calm)
    assert every == [Point(0, 1), Point(1, 1), Point(1, 2), Point(1, 3), Point(2, 1), Point(2, 2)]
    assert evenings(every) == [{0: 1, 1: 1, 2: 1}, {1: 2, 2: 2}, {1: 3}]
    tenths = [points(calm, 3, offset) for offset in range(3)]
    assert sorted(point for tenth in tenths for point in tenth) == every


def test_a_report_is_clean_only_when_all_that_was_planned_was_tried_and_did_no_harm() -> None:
    assert Report(2, tried=2).clean
    assert not Report(2, tried=1).clean
    harmed = Report(2, tried=2)
    harmed.add("killed", Harm(locked=["1 cannot write"]))
    assert not harmed.clean
