"""What one Discord server has set, and what Kring knows of a person there."""

from dataclasses import dataclass, field
from typing import Literal

from methods.engine.text import Language, PersonId
from methods.meeting import ChannelId

LeaderWord = Literal["gespreksleider", "intervisieleider", "intervisiebegeleider"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """The settings of one server. A role, channel or person of None: not chosen yet."""

    language: Language = "nl"
    moderator_role: int | None = None
    """Who has this role moderates."""
    board_channel: ChannelId | None = None
    """Where the moderators conduct; their leaders' room."""
    category: ChannelId | None = None
    """The category in which lobbies and rooms are made."""
    contact: PersonId | None = None
    """Who can be spoken to when something does not feel right."""
    keep_days: int = 2
    """Days that rooms and words stay after a meeting, 0 to 14."""
    timezone: str = "Europe/Amsterdam"
    """In which a time of day is read that somebody types, by its name in the tz database."""
    leader_word: LeaderWord = "gespreksleider"
    """What a leader is called on Dutch screens."""


@dataclass(frozen=True, slots=True)
class Known:
    """What Kring knows of a person: the name on this server, and the language chosen in Kring."""

    name: str | None = field(default=None, repr=False)
    language: Language | None = None
