"""A time of day as people type it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.times import clock, moment_of, zone_of
from methods.engine.text import Moment

HERE = ZoneInfo("Europe/Amsterdam")
NOW = Moment(int(datetime(2026, 11, 25, 15, 52, 30, tzinfo=HERE).timestamp()))


@pytest.mark.parametrize("typed", ["16:40", "16.40", "16u40", "16h40", "1640", " om 16:40 ", "16:40 uur"])
def test_a_time_is_read_as_people_type_it(typed: str) -> None:
    found = moment_of(typed, NOW, HERE)
    assert found is not None
    assert clock(found, HERE) == "16:40"
    assert found - NOW == 47 * 60 + 30


@pytest.mark.parametrize("typed", ["+20", "over 20 minuten", "in 20 minutes", "+20m"])
def test_so_many_minutes_from_now(typed: str) -> None:
    assert moment_of(typed, NOW, HERE) == NOW + 20 * 60


@pytest.mark.parametrize("typed", ["", "straks", "25:00", "16:60", "16", "kwart voor vijf", "+", "١٦:٤٠x"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert moment_of(typed, NOW, HERE) is None


def test_a_time_that_has_just_passed_is_in_the_past_and_not_tomorrow() -> None:
    found = moment_of("15:40", NOW, HERE)
    assert found is not None
    assert found < NOW


def test_around_midnight_the_nearest_day_is_meant() -> None:
    late = Moment(int(datetime(2026, 11, 25, 23, 50, tzinfo=HERE).timestamp()))
    assert moment_of("0:20", late, HERE) == late + 30 * 60
    early = Moment(int(datetime(2026, 11, 26, 0, 10, tzinfo=HERE).timestamp()))
    assert moment_of("23:55", early, HERE) == early - 15 * 60


def test_the_same_words_are_another_moment_in_another_zone() -> None:
    lisbon = moment_of("16:40", NOW, zone_of("Europe/Lisbon"))
    here = moment_of("16:40", NOW, HERE)
    assert lisbon is not None
    assert here is not None
    assert lisbon - here == 3600


def test_a_zone_that_nobody_knows_is_utc() -> None:
    assert clock(Moment(0), zone_of("Elders/Nergens")) == "00:00"
    assert clock(Moment(0), zone_of("../etc/passwd")) == "00:00"
