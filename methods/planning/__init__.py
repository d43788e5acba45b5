"""How long an evening takes, and what gives way when it is too full."""

from dataclasses import replace
from itertools import count
from typing import Final

from methods.engine.minutes import minutes_of
from methods.engine.model import Method, Talk
from methods.grouping import divide
from methods.planning.advice import advised, lost, up
from methods.planning.fitting import BREAK_FROM, Plan, best, core_of
from methods.planning.ways import REREADING, Wish

__all__ = ["BREAK_FROM", "REREADING", "USUAL", "Plan", "core_of", "least", "minutes_of", "plan"]

SHORTEST: Final = 5
"""Minutes into which nothing fits."""
USUAL: Final = 120
"""Minutes of a meeting for which nobody named a length."""


def plan(
    method: Method,
    people: int,
    minutes: int | None,
    talk: Talk,
    *,
    prepared: bool = False,
    rounds: int | None = None,
) -> Plan:
    """An evening for groups of at most `people`, in `minutes`; None: what is usual, or else needed for all of it.

    `prepared`: the cases were filled in at home. `rounds`: fewer cases than the method's own number.
    """
    booked = USUAL if minutes is None else minutes
    people, most = _in_groups(method, people)
    wish = Wish(method, people, booked, talk, prepared, min(rounds or most, most))
    found = best(wish)
    if minutes is None and (not found.fits or lost(wish, found)):
        wish = replace(wish, minutes=up(found.needed))
        found = best(wish)
    return advised(wish, found)


def least(method: Method, people: int, talk: Talk) -> int:
    """The shortest meeting, in steps of five minutes, into which this method fits at all."""
    shortest = plan(method, people, SHORTEST, talk).total
    return next(m for m in count(up(shortest), 5) if plan(method, people, m, talk).fits)


def _in_groups(method: Method, people: int) -> tuple[int, int]:
    """How many people the biggest group has, and how many rounds it runs."""
    if not method.everybody_brings:
        return people, method.rounds
    biggest = max(divide(people, method.well))
    return biggest, biggest
