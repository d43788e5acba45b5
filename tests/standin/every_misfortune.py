"""`make faults`: one whole meeting with two groups, once for everything that can go wrong around it, and a table."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from tests.standin.enduring import CALM, Endured, Moment, endured
from tests.standin.misfortunes import MISFORTUNES, Misfortune

COLUMNS = ("struck", "lost", "doubled", "wrong person", "left locked", "unfinished", "else different")


async def all_of(fates: Sequence[Misfortune], last: int | None, at_once: int) -> list[Endured]:
    """Play them, so many at a time, each with a stand-in and a database of its own."""
    undisturbed = await endured(CALM, last=last)
    assert not undisturbed.unfinished, undisturbed.unfinished
    turns = asyncio.Semaphore(at_once)

    async def one(fate: Misfortune, calm: Sequence[Moment]) -> Endured:
        async with turns:
            found = await endured(fate, calm, last)
            sys.stdout.write(f"{found}\n")
            sys.stdout.flush()
            return found

    return await asyncio.gather(*(one(fate, undisturbed.moments) for fate in fates))


def counts(found: Endured) -> tuple[int, ...]:
    """What stands in the columns."""
    harm = found.harm
    columns = (harm.lost, harm.doubled, found.strangers, harm.locked, found.unfinished, harm.other)
    return (found.struck, *map(len, columns))


def table(all_: Sequence[Endured]) -> str:
    """Misbehaviour × what came of it."""
    wide = max(len(one.fate.name) for one in all_)
    head = "  ".join([" " * wide, *COLUMNS])
    rows = [
        "  ".join(
            [
                one.fate.name.ljust(wide),
                *(str(n).rjust(len(c)) for n, c in zip(counts(one), COLUMNS, strict=True)),
            ]
        )
        for one in all_
    ]
    return "\n".join([head, *rows])


def main() -> int:
    """Play them, and print the table; 1 unless nothing went wrong."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--only", nargs="*", default=[""], help="only those with this in their name")
    wanted.add_argument("--acts", type=int, help="only so many acts of the evening")
    wanted.add_argument("--at-once", type=int, default=1, help="so many evenings side by side")
    chosen = wanted.parse_args()
    fates = [fate for fate in MISFORTUNES if any(one in fate.name for one in chosen.only)]
    found = asyncio.run(all_of(fates, chosen.acts, chosen.at_once))
    sys.stdout.write(f"\n{table(found)}\n")
    return 0 if all(one.clean for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
