"""What the gateway brings twice is handled once."""

from bot.heard import Heard


def test_what_comes_in_for_the_second_time_is_known() -> None:
    heard = Heard()
    assert [heard.first_time(number) for number in (1, 2, 1)] == [True, True, False]


def test_only_the_newest_are_remembered() -> None:
    heard = Heard(most=2)
    for number in (1, 2, 3):
        heard.first_time(number)
    assert heard.first_time(1)
    assert not heard.first_time(3)
