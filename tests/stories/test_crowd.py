"""Conducting many rooms: an answer at once, and no more requests than planned; here in small."""

import asyncio
from functools import cache
from typing import Any

import pytest

from bot.rehearsal.crowd import ACTS, Measured, crowded, figures, parts
from bot.rehearsal.rehearsal import Script
from methods.gathering import ROOMS_IN_CATEGORY

pytestmark = pytest.mark.slow

ROOMS = 3


@cache
def conducted() -> dict[str, Any]:
    """Three rooms on two servers, conducted once people have begun to write."""

    async def played() -> dict[str, Any]:
        async with crowded(Script(), ROOMS, most=2) as crowd:
            await crowd.play()
            await crowd.conduct()
            waste = [one for measured in crowd.measured for one in measured.waste]
            surprises = [
                s for part in crowd.rehearsals for robot in part.robots for s in robot.notes.surprises
            ]
            return {**figures(crowd), "wrong": [*waste, *surprises, *crowd.world.env.errors]}

    return asyncio.run(played())


def test_a_hundred_rooms_are_spread_over_as_few_servers_as_can_have_them() -> None:
    assert parts(100) == [34, 33, 33]
    assert parts(ROOMS_IN_CATEGORY) == [ROOMS_IN_CATEGORY]
    assert parts(3, most=2) == [2, 1]


def test_no_act_waits_for_a_request_that_is_limited_before_it_is_answered() -> None:
    told = conducted()["conducting"]
    assert [one["act"] for one in told] == [act.name for act in ACTS]
    assert {one["first_answer_seconds"]["simulated"] for one in told} == {0}


def test_an_act_on_all_groups_costs_what_the_plan_allows_for_each_room_and_nothing_goes_wrong() -> None:
    assert conducted()["wrong"] == []
    by_act = {one["act"]: one["limited_requests"] for one in conducted()["conducting"]}
    assert by_act["panel"] == 0
    assert by_act["message"] > 0
    assert by_act["next"] >= by_act["message"]


def test_no_room_is_told_while_the_act_is_not_saved_for_all_of_them_so_that_the_answer_does_not_wait() -> (
    None
):
    assert {one["requests_before_all_was_saved"] for one in conducted()["conducting"]} == {0}


def test_a_board_is_edited_at_most_once_in_five_seconds() -> None:
    for one in conducted()["conducting"]:
        assert one["board_requests"] <= 2 * 3, "two servers, ten seconds"


def test_an_answer_that_comes_late_and_requests_beyond_the_plan_are_told() -> None:
    late = Measured("next", waited=1.2, worked=0.1, requests=9, planned=6, board=0, heard=3)
    assert "next: the first answer came after 1.2 simulated seconds" in next(iter(late.slow))
    assert list(late.waste) == ["next: 9 requests, 6 are planned"]
    quick = Measured("next", waited=0, worked=0.9, requests=6, planned=6, board=9, heard=3)
    assert not [*quick.slow, *quick.waste]
