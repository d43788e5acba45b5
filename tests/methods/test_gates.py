"""What stands before a method: the size of the group, how people talk, whether they know each other."""

import pytest

from methods.engine.model import Talk
from methods.gates import before, free, gates_of
from methods.library import all_methods, method


def said(id_: str, talk: Talk = Talk.SPOKEN, **told: int | bool) -> list[tuple[str, bool]]:
    """English and whether it is firm."""
    found = before(method(id_), talk, **{"met_before": True, **told})  # type: ignore[arg-type]
    return [(gate.text.en, gate.firm) for gate in found]


def test_nothing_stands_before_an_ordinary_method_for_an_ordinary_group() -> None:
    for people in (4, 5, 6):
        for talk in Talk:
            assert said("bumpy", talk, people=people, minutes=120, met_before=False) == []


@pytest.mark.parametrize("one", [one for one in all_methods() if not one.everybody_brings])
def test_three_people_can_do_no_method_but_a_troika(one: object) -> None:
    assert [firm for text, firm in said(getattr(one, "id", ""), people=3) if "troika" in text] == [True]
    assert said("troika", people=3) == []


def test_two_people_are_no_group_for_any_method() -> None:
    for one in all_methods():
        assert [firm for text, firm in said(one.id, people=2) if "Two people are no group" in text] == [True]


def test_seven_and_eight_may_talk_but_not_type() -> None:
    assert [firm for _, firm in said("bumpy", people=7)] == [False]
    assert [firm for _, firm in said("bumpy", Talk.WRITTEN, people=8)] == [True]


def test_nine_and_more_are_split_into_groups_that_are_named() -> None:
    assert said("bumpy", people=12) == [("12 people are too many for one group. Split them: 6 + 6.", True)]
    assert said("troika", people=12) == []  # trios by themselves


def test_what_is_only_for_voices_is_refused_where_people_type() -> None:
    assert [one.id for one in all_methods() if "voice_only" in gates_of(one)] == ["balint", "clinic"]
    assert [firm for _, firm in said("clinic", Talk.WRITTEN)] == [True]


def test_what_needs_trust_is_asked_unless_people_are_said_to_know_each_other() -> None:
    for id_ in ("roddel", "balint", "clinic"):
        assert said(id_) == []
        assert [firm for _, firm in said(id_, met_before=False)] == [False]
        assert len(before(method(id_), Talk.SPOKEN)) == 1


def test_ten_steps_warn_under_seventy_five_minutes_of_their_own() -> None:
    ten = method("tienstappen")
    assert free(ten, Talk.SPOKEN, 5, 120) == 120 - 36
    assert said("tienstappen", people=5, minutes=120) == []
    assert said("tienstappen", people=5, minutes=110) == [
        ("‘Ten-step method’ likes 75 minutes for the conversation itself; now there are 74.", False)
    ]


def test_the_group_is_told_where_the_fixed_blocks_of_sto_stretch() -> None:
    assert said("sto", people=6) == []
    assert any("for each extra person" in text for text, _ in said("sto", people=8))
