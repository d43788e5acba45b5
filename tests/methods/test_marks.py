"""What a group hears of its marks."""

from methods.engine.text import Text
from methods.marks import summary


def test_from_three_marks_on_a_group_hears_average_and_spread() -> None:
    assert summary([8, 7, 9, 6]) == Text(
        nl="Jullie gaven deze bijeenkomst gemiddeld een 7,5 (4 cijfers, van 6 tot 9).",
        en="You gave this meeting 7.5 on average (4 marks, from 6 to 9).",
    )


def test_of_one_or_two_marks_nothing_is_said() -> None:
    assert summary([]) is None
    assert summary([8]) is None
    assert summary([8, 9]) is None


def test_equal_marks_have_no_spread() -> None:
    assert summary([8, 8, 8]) == Text(
        nl="Jullie gaven deze bijeenkomst allemaal hetzelfde cijfer: 8 (3 cijfers).",
        en="You all gave this meeting the same mark: 8 (3 marks).",
    )
