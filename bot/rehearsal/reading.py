"""Messages as somebody would read them aloud: mentions as names, moments as times of day, no mark-up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from bot.rehearsal.robots.lines import unmarked
from bot.rehearsal.words import Language

ZONE = timezone(timedelta(hours=1))
"""Where the people of a rehearsal live, in January."""

PERSON = re.compile(r"<@(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
CHANNEL = re.compile(r"<#(\d+)>")
MOMENT = re.compile(r"<t:(\d+):([tRF])>")

DAYS: Mapping[Language, tuple[str, ...]] = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS: Mapping[Language, str] = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Knows what everybody and every channel is called."""

    language: Language
    people: Mapping[int, str]
    channels: Mapping[int, str]
    roles: Mapping[int, str]

    def read(self, text: str, at: float) -> str:
        """The text as it reads at this moment."""
        text = ROLE.sub(lambda found: f"@{self.roles.get(int(found[1]), '?')}", text)
        text = PERSON.sub(lambda found: self.people.get(int(found[1]), "?"), text)
        text = CHANNEL.sub(lambda found: f"#{self.channels.get(int(found[1]), '?')}", text)
        text = MOMENT.sub(lambda found: self._moment(int(found[1]), found[2], at), text)
        return unmarked(text)

    def _moment(self, moment: int, style: str, at: float) -> str:
        match style:
            case "R":
                minutes = round((moment - at) / 60)
                return f"over {minutes} min" if self.language == "nl" else f"in {minutes} min"
            case "F":
                return f"{self.day(moment)} {clock(moment)}"
            case _:
                return clock(moment)

    def day(self, moment: float) -> str:
        """«do 14 jan»."""
        when = datetime.fromtimestamp(moment, ZONE)
        month = MONTHS[self.language].split()[when.month - 1]
        return f"{DAYS[self.language][when.weekday()]} {when.day} {month}"

    def names(self, people: list[str]) -> str:
        """«Sanne, Pieter en Amira»."""
        *first, last = people
        joined = " en " if self.language == "nl" else " and "
        return f"{', '.join(first)}{joined}{last}" if first else last


def clock(moment: float) -> str:
    """«15:42»."""
    return f"{datetime.fromtimestamp(moment, ZONE):%H:%M}"
