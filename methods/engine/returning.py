"""What a room hears when its steps are planned anew: what is shorter, longer, or left out. One short message."""

from collections.abc import Sequence
from typing import Final

from methods.engine import sentences as s
from methods.engine.refitting import Refit
from methods.engine.state import Step
from methods.engine.text import Text

NAMED: Final = 3
"""So many steps are named; of more, how many they are."""


def changes(found: Refit) -> Text:
    """What changed in a few words: «Korter: …. Vervalt: …»."""
    rounds = [s.ROUND.filled(number=str(number)) for number in sorted(found.rounds)]
    parts = (
        (s.SHORTER, _names(found.shortened)),
        (s.LONGER, _names(found.lengthened)),
        (s.LEFT_OUT, [*_names(found.dropped), *rounds]),
    )
    told = [_told(text, names) for text, names in parts if names]
    return Text(nl=" ".join(one.nl for one in told), en=" ".join(one.en for one in told))


def _names(steps: Sequence[Step]) -> list[Text]:
    """The names of these steps, each once."""
    return list(dict.fromkeys(step.phase.name for step in steps))


def _told(text: Text, names: Sequence[Text]) -> Text:
    more = len(names) - NAMED
    shown = list(names) if more <= 1 else [*names[:NAMED], s.AND_MORE.filled(number=str(more))]
    listed = Text(nl=", ".join(one.nl for one in shown), en=", ".join(one.en for one in shown))
    return text.filled(names=listed)
