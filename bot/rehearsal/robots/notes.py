"""What a robot remembers of an evening: what it gave, what was answered, and what it was refused."""

from dataclasses import dataclass, field

Given = tuple[str, int]
"""A contribution as a person knows it: its phase, and the how-manieth time that phase came by."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something forbidden that was tried, and whether it was refused."""

    at: float
    what: str
    refused: bool
    answer: str


@dataclass(slots=True)
class Notes:
    """Of one robot. Nothing in here came from anywhere but its own screen."""

    acknowledged: set[Given] = field(default_factory=set)
    """What was answered with «Bewaard», and not taken back since."""
    attempts: list[Attempt] = field(default_factory=list)
    writes_refused: int = 0
    """How often it could not write in the room, or a form was not taken."""
    surprises: list[str] = field(default_factory=list)
    """What should have gone well and did not."""
    phases: list[str] = field(default_factory=list)
    """Every step that it has seen begin, by phase."""
    acts: int = 0
