"""What people have on their screens at one moment: whose words, and what Kring told each of them alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.robots.sight import text_of
from tests.standin.people import Scene
from tests.standin.traces import MOMENT

WORDS = r"[\w.]+ van \w+ \(\d+\)"
"""What `words_for` fills in: the question, whose answer it is, and in which visit of a step."""


@dataclass(frozen=True)
class Sight:
    """By person: the words they can see, and the first lines of what they alone were told."""

    seen: Mapping[int, frozenset[str]]
    told: Mapping[int, Counter[str]]


async def sight(scene: Scene, since: float) -> Sight:
    """What there is to be seen now of others; what was told since a moment."""
    names = {one.id: one.name for one in scene.everybody}
    found = await scene.standin.do("sights", pattern=WORDS, since=since)
    return Sight(
        {int(who): _of_others(one["seen"], names.get(int(who), "")) for who, one in found.items()},
        {int(who): Counter(map(_first_line, one["told"])) for who, one in found.items()},
    )


def _of_others(words: Iterable[str], name: str) -> frozenset[str]:
    """Without somebody's own words: these may come back at any time."""
    return frozenset(one for one in words if f" van {name} (" not in one)


def _first_line(message: Mapping[str, Any]) -> str:
    text = text_of(message["components"], message["content"]).strip()
    return MOMENT.sub("<t:", text.partition("\n")[0])


def not_theirs(before: Sight, now: Sight) -> list[str]:
    """Whose words are on a screen on which they are not when nothing goes wrong."""
    return [
        f"{who} sees «{words}»"
        for who, seen in now.seen.items()
        for words in sorted(seen - before.seen.get(who, frozenset()))
    ]


def not_told(before: Sight, now: Sight, who: int) -> list[str]:
    """What somebody hears when nothing goes wrong, and now did not."""
    missing = before.told.get(who, Counter()) - now.told.get(who, Counter())
    return [f"{who} did not hear «{text}»" for text in missing]
