"""How long one decision takes: `python -m tests.engine.speed`. Six people, every method, random play."""

from random import Random
from statistics import median, quantiles
from time import perf_counter_ns

from methods.engine.decide import decide
from methods.engine.events import AnyEvent
from methods.engine.messages import Decision
from methods.engine.state import Session
from methods.engine.text import Moment
from methods.playing import random_game
from tests.engine.play import TABLES, seated

GAMES = 25
"""For each method and way of talking."""
ROUNDS = 5
"""The best of so many counts, because a machine does other things as well."""


def played() -> list[tuple[Session, AnyEvent, Moment]]:
    """All that happened in these games, each event with the session before it."""
    found: list[tuple[Session, AnyEvent, Moment]] = []

    def watch(before: Session, event: AnyEvent, _decision: Decision, now: Moment) -> None:
        found.append((before, event, now))

    for method_id, talk in TABLES:
        for seed in range(GAMES):
            random_game(seated(method_id, talk=talk, seed=seed, leader=seed % 3 or None), Random(seed), watch)
    return found


def taken(session: Session, event: AnyEvent, now: Moment) -> float:
    """Microseconds for one decision."""
    best = 0
    for _ in range(ROUNDS):
        start = perf_counter_ns()
        decide(session, event, now)
        spent = perf_counter_ns() - start
        best = min(best or spent, spent)
    return best / 1000


def main() -> None:
    """Print the figures."""
    times = [taken(*one) for one in played()]
    slow = quantiles(times, n=20)[-1]
    print(f"{len(times)} decisions: median {median(times):.0f} µs, 95 of 100 within {slow:.0f} µs")  # noqa: T201


if __name__ == "__main__":
    main()
