"""The dice with which a method is played before people play it."""

from collections.abc import Iterator
from random import Random

from methods.engine.model import Method
from methods.trying import GAMES, Game, played


def games(recipe: Method, number: int = GAMES) -> Iterator[Game]:
    """So many games, one at a time; the same ones each time."""
    for seed in range(number):
        yield played(recipe, seed, Random(seed))  # noqa: S311 - robots play; nothing here keeps a secret
