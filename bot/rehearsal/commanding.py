"""`kring rehearse`: plays, shows how far it is, and tells how it went."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog
from rich.console import Console

from bot.rehearsal.crowd import crowded, figures
from bot.rehearsal.crowd import told as lines
from bot.rehearsal.keeping import as_file, files
from bot.rehearsal.losses import losses
from bot.rehearsal.outcomes import unexplained
from bot.rehearsal.playing import Stuck
from bot.rehearsal.rehearsal import Rehearsal, Script, rehearsal
from bot.rehearsal.report import Progress, phases, told
from bot.rehearsal.summary import counts, summary
from bot.rehearsal.watching import muted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rehearsal came to."""

    summary: dict[str, Any]
    problems: tuple[str, ...] = ()
    """What went wrong, one sentence each."""
    files: Mapping[str, str] = field(default_factory=dict)
    """What is to be kept, by name."""


async def rehearsed(script: Script, *, quiet: bool, keep: bool) -> Outcome:
    """Play it. Raises Unfit where it cannot be played."""
    quieten()
    async with rehearsal(script) as played:
        problems: list[str] = []
        with Progress(Console(stderr=True)) as progress:

            async def show() -> None:
                progress.show(played)

            try:
                await played.play(show)
            except Stuck as stuck:
                problems.append(f"Stuck: {stuck}.")
            figures = await summary(played)  # now: later everybody's words are gone
            if script.until is None:
                problems += await losses(played)
            if script.until is None and not problems:
                await played.clear_away()
                figures["requests"] = counts(played.world.recorder.requests)
        problems += wrong(played)
        if not quiet:
            tell(played, figures)
        return Outcome(figures, tuple(problems), await files(played, figures) if keep else {})


async def conducted(script: Script, rooms: int, *, quiet: bool) -> Outcome:
    """Let moderators conduct so many rooms, and measure it. Raises Unfit where it cannot be played."""
    quieten()
    async with crowded(script, rooms) as played:
        problems: list[str] = []
        with Progress(Console(stderr=True)) as progress:

            async def show() -> None:
                progress.show(played.rehearsals[0])

            try:
                await played.play(show)
                await played.conduct()
            except Stuck as stuck:
                problems.append(f"Stuck: {stuck}.")
        for one in played.measured:
            problems += [*one.slow, *one.waste]
        for part in played.rehearsals:
            problems += [surprise for robot in part.robots for surprise in robot.notes.surprises]
        problems += [f"Kring failed: {error!r}" for error in played.world.env.errors]
        if not quiet:
            console = Console()
            for line in lines(played):
                console.print(line, highlight=False, soft_wrap=True)
        kept = figures(played)
        return Outcome(kept, tuple(problems), {"summary.json": as_file(kept)})


def quieten() -> None:
    """Warnings are for who runs a server; in a rehearsal only what is really wrong is told."""
    logging.getLogger("discord").setLevel(logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def wrong(played: Rehearsal) -> Iterator[str]:
    """Everything that should not have happened."""
    for robot in played.robots:
        yield from robot.notes.surprises
        for attempt in robot.notes.attempts:
            if not attempt.refused:
                yield f"{robot.name} tried {attempt.what}, and it was not refused: {attempt.answer}"
    yield from played.watch.problems
    yield from muted(played.world)
    if played.troubles is not None:
        yield from unexplained(played.troubles.all, played.watch)
    for error in played.world.env.errors:
        yield f"Kring failed: {error!r}"


def tell(played: Rehearsal, figures: Mapping[str, Any]) -> None:
    """How it went, in the terminal."""
    console = Console()
    for group in figures["groups"]:
        console.print(phases(group))
        console.print()
    for line in told(played, figures):
        console.print(line, highlight=False, soft_wrap=True)
