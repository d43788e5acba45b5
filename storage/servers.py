"""What one Discord server has set, and what Kring knows of a person there."""

from dataclasses import dataclass, field
from typing import Literal

from methods import code_of_conduct
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
    articles: tuple[str, ...] = ()
    """Articles that this server added to the code of conduct."""
    article_changes: int = 0
    """How often those were changed: each time everybody is asked anew."""

    @property
    def code_version(self) -> int:
        """The version of the code of conduct that is accepted here."""
        return code_of_conduct.version(self.article_changes)


@dataclass(frozen=True, slots=True)
class Known:
    """What Kring knows of a person: the name on this server, and the language chosen in Kring."""

    name: str | None = field(default=None, repr=False)
    language: Language | None = None
