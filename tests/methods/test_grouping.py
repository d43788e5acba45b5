"""Who sits with whom."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.engine.state import SessionId
from methods.engine.text import PersonId, Text
from methods.grouping import (
    ELSEWHERE,
    FULL,
    NO_SUCH_GROUP,
    ONLY_THREE,
    RATHER_MANY,
    THERE_ALREADY,
    TOO_FEW,
    lead,
    move,
    propose,
    remark,
    sizes,
)
from methods.meeting import Group

SEEDS = st.integers(0, 2**63)


def people(n: int) -> list[PersonId]:
    return [PersonId(1000 + k) for k in range(n)]


def groups_of(n: int, seed: int = 7, leaders: Sequence[PersonId] = ()) -> tuple[Group, ...]:
    found = propose(people(n), seed, leaders)
    assert not isinstance(found, Text)
    return found


def moved(found: tuple[Group, ...] | Text) -> tuple[Group, ...]:
    assert not isinstance(found, Text)
    return found


@pytest.mark.parametrize(
    ("n", "parts"),
    [
        (3, (3,)),
        (4, (4,)),
        (5, (5,)),
        (6, (6,)),
        (7, (7,)),
        (8, (4, 4)),
        (9, (5, 4)),
        (10, (5, 5)),
        (11, (6, 5)),
        (12, (6, 6)),
        (13, (7, 6)),
        (14, (5, 5, 4)),
        (15, (5, 5, 5)),
        (16, (6, 5, 5)),
        (17, (6, 6, 5)),
        (18, (6, 6, 6)),
        (19, (5, 5, 5, 4)),
        (20, (5, 5, 5, 5)),
        (24, (6, 6, 6, 6)),
        (29, (6, 6, 6, 6, 5)),
        (30, (5, 5, 5, 5, 5, 5)),
    ],
)
def test_people_divide_into_fives_and_sixes_where_that_can_be(n: int, parts: tuple[int, ...]) -> None:
    assert sizes(n) == parts


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_people_are_no_group(n: int) -> None:
    assert sizes(n) == TOO_FEW
    assert propose(people(n), 1) == TOO_FEW


def test_three_and_more_than_six_are_told_what_to_expect() -> None:
    assert [remark(n) for n in range(3, 9)] == [ONLY_THREE, None, None, None, RATHER_MANY, RATHER_MANY]
    assert remark(3, well=3) is None  # a method for trios


@given(st.integers(3, 300), SEEDS, st.integers(0, 20))
def test_everybody_is_in_exactly_one_group_of_the_right_size(n: int, seed: int, leading: int) -> None:
    found = groups_of(n, seed, people(n)[:leading])
    assert sorted(who for group in found for who in group.members) == people(n)
    assert tuple(len(group.members) for group in found) == sizes(n)
    assert [group.number for group in found] == list(range(1, len(found) + 1))


@given(st.integers(20, 300))
def test_from_twenty_on_every_group_is_five_or_six(n: int) -> None:
    parts = sizes(n)
    assert not isinstance(parts, Text)
    assert set(parts) <= {5, 6}
    assert sum(parts) == n


@given(st.integers(3, 60), SEEDS, st.randoms())
def test_the_same_people_and_seed_give_the_same_groups(n: int, seed: int, order: object) -> None:
    arrived = people(n)
    shuffle = getattr(order, "shuffle")  # noqa: B009 - hypothesis's own kind of dice
    shuffle(arrived)
    assert propose(arrived, seed) == groups_of(n, seed)


def test_another_seed_gives_other_groups() -> None:
    assert len({groups_of(12, seed) for seed in range(10)}) > 5


@given(st.integers(3, 60), SEEDS, st.integers(0, 20))
def test_leaders_are_spread_one_to_a_group(n: int, seed: int, number: int) -> None:
    leaders = people(n)[:number]
    found = groups_of(n, seed, leaders)
    named = [group.leader for group in found if group.leader is not None]
    assert len(named) == min(len(leaders), len(found))
    assert set(named) <= set(leaders)
    assert all(group.leader in group.members for group in found if group.leader is not None)


def test_a_leader_who_is_not_there_leads_nobody_and_kring_leads() -> None:
    assert all(group.leader is None for group in groups_of(10, leaders=[PersonId(5)]))


def test_who_moves_leaves_one_group_and_its_lead_and_is_in_the_other() -> None:
    leader = people(10)[0]
    before = groups_of(10, leaders=[leader])
    assert before[0].leader == leader
    after = moved(move(before, leader, 2))
    assert after[0].leader is None
    assert leader not in after[0].members
    assert after[1].members == (*before[1].members, leader)


def test_who_came_later_is_put_in_a_group() -> None:
    late = PersonId(1)
    assert moved(move(groups_of(10), late, 2))[1].members[-1] == late


def test_a_move_says_why_not() -> None:
    groups = groups_of(10)
    somebody = groups[0].members[0]
    assert move(groups, somebody, 3) == NO_SUCH_GROUP
    assert move(groups, somebody, 1) == THERE_ALREADY
    eight = (replace(groups[0], members=tuple(people(8))), groups[1])
    assert move(eight, PersonId(1), 1) == FULL


def test_a_group_that_everybody_left_is_gone_unless_its_room_is_open() -> None:
    pair = (Group(number=1, members=(PersonId(1),)), Group(number=2, members=(PersonId(2),)))
    assert [group.number for group in moved(move(pair, PersonId(1), 2))] == [2]
    open_room = (replace(pair[0], session=SessionId(4)), pair[1])
    assert [group.number for group in moved(move(open_room, PersonId(1), 2))] == [1, 2]


def test_another_may_lead_or_nobody_or_a_moderator_from_outside() -> None:
    groups = groups_of(10, leaders=people(10)[:2])
    other = groups[0].members[1]
    moderator = PersonId(9)
    assert moved(lead(groups, 1, other))[0].leader == other
    assert moved(lead(groups, 1, None))[0].leader is None
    assert moved(lead(groups, 1, moderator))[0].leader == moderator


def test_nobody_leads_a_group_other_than_their_own_or_two_at_once() -> None:
    groups = groups_of(10)
    assert lead(groups, 1, groups[1].members[0]) == ELSEWHERE
    moderator = PersonId(9)
    assert lead(moved(lead(groups, 1, moderator)), 2, moderator) == ELSEWHERE
    assert lead(groups, 7, None) == NO_SUCH_GROUP


def test_a_moderator_who_joins_a_group_leads_no_other() -> None:
    groups = moved(lead(groups_of(10), 1, PersonId(9)))
    assert moved(move(groups, PersonId(9), 2))[0].leader is None
