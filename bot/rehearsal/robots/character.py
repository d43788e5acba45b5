"""What kind of person a robot is: rolled once, so that one is always quick and another always brief."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Character:
    """How somebody takes part."""

    pace: float
    """Share of the time of a step that this person likes to use."""
    brief: bool
    """Leaves out what need not be filled in."""
    prepares: bool
    """Writes the case down at home."""
    shares_story: bool
    """Lets the group read the prepared story, instead of telling it all."""
    passes: float
    """How often this person lets it pass."""
    second_thoughts: float
    """How often this person changes or takes back what was handed in."""
    mischief: float
    """How often this person tries something that is not allowed."""
    minutes_taker: bool
    """Offers to take notes."""


BRIEF, PREPARES, SHARES, TAKES_MINUTES = 0.3, 0.45, 0.5, 0.3
MISCHIEF = 0.1


def rolled(dice: Random) -> Character:
    """Somebody."""
    return Character(
        pace=dice.uniform(0.5, 0.95),
        brief=dice.random() < BRIEF,
        prepares=dice.random() < PREPARES,
        shares_story=dice.random() < SHARES,
        passes=dice.choice((0.0, 0.02, 0.06)),
        second_thoughts=dice.choice((0.05, 0.1, 0.2)),
        mischief=MISCHIEF,
        minutes_taker=dice.random() < TAKES_MINUTES,
    )
