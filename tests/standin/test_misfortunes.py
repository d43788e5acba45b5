"""The short form of `make faults` and `make thousand`: another misfortune each day, and sixty rooms told at once."""

import pytest

from tests.standin.enduring import CALM, endured
from tests.standin.misfortunes import AT_DISCORD, ON_THE_WAY, Misfortune
from tests.standin.thousand import tell_all
from tests.standin.timing import wall

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("standin")]

ACTS = 45
"""As far as the second step of the groups; every misfortune strikes within these."""
DAY = 86_400
ROOMS, RATE = 60, 35
"""Slower than Kring is by itself: beside other tests the stand-in reads late, and all at once, what was sent in time."""


def of_today() -> Misfortune:
    """One of those that need no clock but their own: after some weeks all have had their turn."""
    single = (*AT_DISCORD, *ON_THE_WAY)
    return single[int(wall() / DAY) % len(single)]


async def test_an_evening_in_which_something_goes_wrong_ends_as_one_in_which_nothing_does() -> None:
    calm = await endured(CALM, last=ACTS)
    assert not calm.unfinished
    found = await endured(of_today(), calm.moments, ACTS)
    assert found.clean, str(found)


async def test_sixty_rooms_are_told_at_once_without_one_request_too_many() -> None:
    for announcement in await tell_all(ROOMS, RATE):
        assert announcement.clean, announcement
