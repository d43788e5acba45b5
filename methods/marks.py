"""Marks of an evaluation: what a group may know of them, and when somebody is offered a word.

The average and the spread, from three marks on: with fewer, a mark could be told by whoever gave another.
"""

from collections.abc import Sequence
from typing import Final

from methods.engine.revealing import FEWEST_MARKS
from methods.engine.text import Text

LOW: Final = 5
"""A mark of at most this is followed by a private offer, and by nothing that others notice."""

AVERAGE: Final = Text(
    nl="Jullie gaven deze bijeenkomst gemiddeld een {average} ({count} cijfers, van {lowest} tot {highest}).",
    en="You gave this meeting {average} on average ({count} marks, from {lowest} to {highest}).",
)
ALL_THE_SAME: Final = Text(
    nl="Jullie gaven deze bijeenkomst allemaal hetzelfde cijfer: {lowest} ({count} cijfers).",
    en="You all gave this meeting the same mark: {lowest} ({count} marks).",
)


def summary(marks: Sequence[int]) -> Text | None:
    """What a group hears of its marks; nothing with fewer than three."""
    if len(marks) < FEWEST_MARKS:
        return None
    counted = {"count": str(len(marks)), "lowest": str(min(marks)), "highest": str(max(marks))}
    if min(marks) == max(marks):
        return ALL_THE_SAME.filled(count=counted["count"], lowest=counted["lowest"])
    average = f"{sum(marks) / len(marks):.1f}"
    dutch = AVERAGE.filled(average=average.replace(".", ","), **counted)
    return Text(nl=dutch.nl, en=AVERAGE.filled(average=average, **counted).en)
