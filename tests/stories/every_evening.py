"""Every method from beginning to end: `make evenings` plays them all in both languages, and prints a table.

Aloud, and typed where the method can be typed, with a small, a usual and a big group; trios of twelve people.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from os import cpu_count
from typing import Any

from bot.rehearsal.commanding import Outcome, rehearsed
from bot.rehearsal.rehearsal import Script
from methods.engine.model import Method, Talk
from methods.library import all_methods, method
from methods.planning import plan

PEOPLE = (4, 6, 8)
TRIOS = (3, 6, 12)
ROW = "{:18}{:9}{:6}{:>7}{:>8}{:>9}{:>6}{:>7}  {}"
MINUTES = 300
"""Room enough to leave nothing out."""


def talks(recipe: Method) -> tuple[Talk, ...]:
    """How people may talk in this method."""
    return (Talk.SPOKEN,) if recipe.spoken_only else tuple(Talk)


def scripts(seed: int = 7) -> Iterator[Script]:
    """Every evening."""
    for recipe in all_methods():
        crowd = TRIOS if recipe.everybody_brings else PEOPLE
        for talk, language, people in product(talks(recipe), ("nl", "en"), crowd):
            yield Script(
                method=recipe.id,
                people=people,
                minutes=MINUTES,
                talk=talk.value,
                language=language,  # type: ignore[arg-type]  # one of the two
                seed=seed,
            )


def faults(script: Script, outcome: Outcome) -> Iterator[str]:
    """What was not as it must be."""
    yield from outcome.problems
    recipe = method(script.method)
    groups = outcome.summary["groups"]
    biggest = max(group["members"] for group in groups)
    planned = plan(recipe, biggest, script.minutes, Talk(script.talk))
    for group in groups:
        yield from _faults_of(group, recipe, [(step.phase.id, step.round) for step in planned.script])


def _faults_of(group: dict[str, Any], recipe: Method, steps: list[tuple[str, int | None]]) -> Iterator[str]:
    told = [(phase["id"], phase["round"]) for phase in group["phases"]]
    rounds = group["rounds"]
    expected = [step for step in steps if (step[1] or 0) <= len(rounds)]
    missing = [step for step in expected if step not in told]
    if missing:
        yield f"group {group['group']} never came to {missing}"
    given = group["contributions"]
    if given["acknowledged"] != given["stored"] or not given["stored"]:
        yield f"group {group['group']}: {given['acknowledged']} acknowledged, {given['stored']} stored"
    if given["revealed"] + given["sealed_forever"] != given["stored"]:
        yield f"group {group['group']}: {given} does not add up"
    bringers = [one["case_bringer"] for one in rounds]
    if any(one["leader"] == one["case_bringer"] for one in rounds) or None in bringers:
        yield f"group {group['group']}: rounds {rounds}"
    if len(set(bringers)) != len(bringers):
        yield f"group {group['group']}: somebody brought in twice"
    if recipe.everybody_brings and len(bringers) != group["members"]:
        yield f"group {group['group']}: not everybody had a turn"


def played(script: Script) -> tuple[Script, list[str], dict[str, Any]]:
    """Play one evening; what was wrong with it, and its figures."""
    outcome = asyncio.run(rehearsed(script.checked(), quiet=True, keep=False))
    return script, list(faults(script, outcome)), outcome.summary


def main() -> int:
    """Play them all and print a table; how many went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="methods, with commas; else all")
    parser.add_argument("--people", type=int, help="only with so many people")
    parser.add_argument("--jobs", type=int, default=cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    wanted = [
        one
        for one in scripts(asked.seed)
        if (not asked.only or one.method in asked.only.split(",")) and asked.people in {None, one.people}
    ]
    print(ROW.format("method", "talk", "lang", "people", "groups", "minutes", "kept", "shown", ""))  # noqa: T201
    wrong = 0
    with ProcessPoolExecutor(asked.jobs) as pool:
        for script, found, figures in pool.map(played, wanted):
            wrong += bool(found)
            print(row(script, found, figures), flush=True)  # noqa: T201
    return wrong


def row(script: Script, found: list[str], figures: dict[str, Any]) -> str:
    """One evening in a line."""
    kept = [group["contributions"] for group in figures["groups"]]
    stored, shown = (sum(one[key] for one in kept) for key in ("stored", "revealed"))
    evening = (script.method, script.talk, script.language, script.people, len(kept))
    return ROW.format(*evening, figures["simulated_minutes"], stored, shown, "; ".join(found) or "✓")


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
