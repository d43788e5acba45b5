"""Which method fits: the table of the specification, and what hides, refuses or warns."""

import json
from pathlib import Path

import pytest

from methods.engine.model import Talk, Wish
from methods.library import all_methods
from methods.planning import plan
from methods.selecting import WISHES, Circumstances, Selection, select

DOMAIN = Path(__file__).resolve().parents[3] / "shared" / "domain"


def chosen(
    wish: Wish, *, new: bool = False, minutes: int = 150, people: int = 6, talk: Talk = Talk.SPOKEN
) -> Selection:
    asked = Circumstances(wish=wish, new_group=new, minutes=minutes, people=people, talk=talk)
    return select(all_methods(), asked)


def ids(found: Selection) -> set[str]:
    return {one.method.id for one in found.advised}


@pytest.mark.skipif(
    not (DOMAIN / "methods.json").is_file(),
    reason="the specification (../shared/domain/methods.json) is not beside this checkout",
)
@pytest.mark.parametrize("wish", Wish)
def test_each_wish_gets_the_methods_of_the_specification(wish: Wish) -> None:
    table = json.loads((DOMAIN / "methods.json").read_text())["selector"]
    row = next(one for one in table if one["wish"] == wish.value)
    for new, column in ((True, "new_group_or_under_45_min"), (False, "settled_group_or_from_60_min")):
        expected = {name.partition(":")[0] for name in row[column]}
        assert ids(chosen(wish, new=new)) == expected


def test_every_wish_has_its_words() -> None:
    assert list(WISHES) == list(Wish)


def test_a_settled_group_in_a_hurry_is_served_as_a_new_one() -> None:
    assert "sto" in ids(chosen(Wish.SOLUTION, minutes=120))
    hurried = chosen(Wish.SOLUTION, minutes=60)
    assert "sto" not in ids(hurried)
    assert ids(hurried) == {"troika"}  # the problem-solving rounds do not fit either


def test_what_is_only_for_voices_is_not_advised_to_who_type_and_says_so() -> None:
    found = chosen(Wish.REFLECTION, talk=Talk.WRITTEN)
    assert ids(found) == {"bumpy"}
    assert {one.method.id for one in found.left_out} == {"balint", "clinic"}
    assert all("only works aloud" in one.reason.en for one in found.left_out)


def test_what_needs_trust_is_hidden_from_a_new_group() -> None:
    for wish in Wish:
        assert not any(one.method.settled_group for one in chosen(wish, new=True).advised)


def test_ten_steps_are_advised_with_a_warning_where_time_is_short() -> None:
    found = chosen(Wish.INSIGHT, minutes=110, people=5)
    ten = next(one for one in found.advised if one.method.id == "tienstappen")
    assert any("75" in text.nl for text in ten.mind)


def test_a_reason_names_the_wish_the_group_and_the_minutes_in_both_languages() -> None:
    (one,) = chosen(Wish.FEEDBACK, new=True).advised
    assert "‘Feedback op een werkwijze’" in one.reason.nl
    assert "eerst bij elkaar" in one.reason.nl
    assert "of the 150 minutes with 6 people" in one.reason.en
    assert "short version: open the meeting with 80 minutes" in one.reason.en
    assert plan(one.method, 6, 80, Talk.SPOKEN).fits
    assert not plan(one.method, 6, 75, Talk.SPOKEN).fits


def test_a_method_is_advised_or_left_out_but_not_both() -> None:
    for wish in Wish:
        for new in (True, False):
            found = chosen(wish, new=new)
            assert not ids(found) & {one.method.id for one in found.left_out}
