"""What an evening has left behind at one moment, at Discord and in the database, made comparable with another's."""

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.robots.sight import buttons_of, choices_of, text_of
from tests.standin.kept import Kept
from tests.standin.people import Scene

BOARD = "moderatoren"
"""Its message changes with the time of day: here it only counts how many there are."""
MANY_STREAMS = "lobby"
"""Where more than one delivery writes at once: the order there is nobody's promise."""
MOMENT, ROOM = re.compile(r"<t:\d+:"), re.compile(r"<#(\d+)>")

Post = str


@dataclass(frozen=True)
class Place:
    """A channel as it stands: what was posted there for all, and who may do what."""

    posts: tuple[Post, ...]
    readers: frozenset[int]
    writers: frozenset[int]
    deleted: bool


@dataclass(frozen=True)
class Trace:
    """All of it at one moment."""

    kept: Mapping[str, object]
    places: Mapping[str, Place]


@dataclass(frozen=True)
class Harm:
    """What one trace has too little or too much, compared with another: one line for each thing."""

    lost: Sequence[str] = ()
    doubled: Sequence[str] = ()
    locked: Sequence[str] = ()
    other: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.lost or self.doubled or self.locked or self.other)

    def __str__(self) -> str:
        named = {"lost": self.lost, "doubled": self.doubled, "locked": self.locked, "other": self.other}
        return "\n".join(f"  {name}: {one}" for name, all_ in named.items() for one in all_)


async def trace(scene: Scene, kept: Kept) -> Trace:
    """What there is now."""
    channels = await scene.standin.do("everything")
    names = {one["id"]: one["name"] or f"direct {one['with']}" for one in channels}
    places: dict[str, Place] = {}
    for one in channels:
        name = names[one["id"]]
        found = Place(
            tuple(_post(message, names) for message in one["messages"]),
            frozenset(one["readers"]),
            frozenset(one["writers"]),
            one["deleted"],
        )
        same = sum(known == name or known.startswith(f"{name} (") for known in places)
        places[f"{name} ({same + 1})" if same else name] = found
    return Trace(kept.all(), places)


def _post(message: Mapping[str, Any], names: Mapping[int, str]) -> Post:
    """A message as it was posted, without what differs from run to run."""
    text = text_of(message["first"], message["content"])
    text = ROOM.sub(lambda found: f"#{names.get(int(found[1]), found[1])}", MOMENT.sub("<t:", text))
    pressed = [button.custom_id for button in buttons_of(message["first"])]
    chosen = [choice.custom_id for choice in choices_of(message["first"])]
    return sys.intern("\n".join([text, *pressed, *chosen]))  # hundreds of traces hold the same ones


def compared(calm: Trace, rough: Trace) -> Harm:
    """What went wrong in `rough`, seen from `calm`, in which nothing did."""
    lost, doubled, locked, other = [], [], [], []
    for name in calm.kept.keys() | rough.kept.keys():
        before, after = calm.kept.get(name), rough.kept.get(name)
        if before is not None and after is None:
            lost.append(f"{name}: {before}")
        elif before is None:
            doubled.append(f"{name}: {after}")
        elif before != after:
            other += [f"{name}{where}" for where in _apart(before, after)]
    for name in calm.places.keys() | rough.places.keys():
        one, two = calm.places.get(name), rough.places.get(name)
        if two is None:
            lost.append(f"channel {name}")
        elif one is None:
            doubled.append(f"channel {name}")
        else:
            lost += [f"#{name}: {post}" for post in _missing(name, one, two)]
            doubled += [f"#{name}: {post}" for post in _missing(name, two, one)]
            locked += _shut(name, one, two)
            if not lost and not doubled and not _in_order(name, one, two):
                other.append(f"#{name}: in another order")
    return Harm(lost, doubled, locked, other)


def _apart(before: object, after: object, where: str = "") -> list[str]:
    """Where two values differ, and how."""
    if isinstance(before, dict) and isinstance(after, dict):
        inside = [
            _apart(before.get(key), after.get(key), f"{where}.{key}") for key in before.keys() | after.keys()
        ]
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        inside = [_apart(one, two, f"{where}[{place}]") for place, (one, two) in pairs]
    else:
        return [] if before == after else [f"{where}: {before} became {after}"]
    return [one for found in inside for one in found]


def _missing(name: str, one: Place, two: Place) -> list[Post]:
    """What was posted in the first place and not in the second; of the board only how many."""
    if name == BOARD:
        return ["a board"] * max(0, len(one.posts) - len(two.posts))
    return list((Counter(one.posts) - Counter(two.posts)).elements())


def _shut(name: str, one: Place, two: Place) -> list[str]:
    shut = [f"{who} cannot write in #{name}" for who in one.writers - two.writers]
    shut += [f"{who} cannot read #{name}" for who in one.readers - two.readers]
    shut += [f"{who} can write in #{name}" for who in two.writers - one.writers]
    shut += [f"{who} can read #{name}" for who in two.readers - one.readers]
    if one.deleted != two.deleted:
        shut.append(f"#{name} is {'there still' if one.deleted else 'gone'}")
    return shut


def _in_order(name: str, one: Place, two: Place) -> bool:
    return name in {BOARD, MANY_STREAMS} or one.posts == two.posts
