"""A time of day as people type it, in the server's time zone, and back."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from methods.engine.text import Moment

_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:.uh]\s*(\d{2})\s*(?:uur)?|(\d{2})(\d{2})", re.IGNORECASE)
_LATER: Final = re.compile(r"(?:\+|over|in)\s*(\d{1,3})\s*(?:m\w*)?", re.IGNORECASE)
HALF_A_DAY: Final = timedelta(hours=12)


def moment_of(text: str, now: Moment, zone: tzinfo) -> Moment | None:
    """«16:40», «16.40», «16u40» or «1640»: the one nearest to now; «+20»: so many minutes from now."""
    typed = text.strip().removeprefix("om ").removeprefix("at ")
    later = _LATER.fullmatch(typed)
    if later is not None:
        return Moment(now + 60 * int(later.group(1)))
    found = _CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour, minute = (int(part) for part in found.groups() if part is not None)
    if hour > 23 or minute > 59:  # noqa: PLR2004 - a clock has no more
        return None
    here = datetime.fromtimestamp(now, zone)
    there = here.replace(hour=hour, minute=minute, second=0)
    if there - here > HALF_A_DAY:
        there -= timedelta(days=1)
    elif here - there > HALF_A_DAY:
        there += timedelta(days=1)
    return Moment(int(there.timestamp()))


def clock(moment: Moment, zone: tzinfo) -> str:
    """«16:40»."""
    return datetime.fromtimestamp(moment, zone).strftime("%H:%M")


def zone_of(name: str) -> tzinfo:
    """The zone of this name; UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@cache
def zones() -> frozenset[str]:
    """The names of all zones that this machine knows."""
    return frozenset(available_timezones())
