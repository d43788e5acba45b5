"""What is told in the terminal: how far the rehearsal is, and in the end how it went."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table

from bot.rehearsal.reading import clock
from bot.rehearsal.rehearsal import Rehearsal


class Progress:
    """One line in the terminal that says where everybody is; silent where there is no terminal."""

    def __init__(self, console: Console) -> None:
        self._spinner = Spinner("dots", text="…")
        self._live = Live(self._spinner, console=console, transient=True, refresh_per_second=8)

    def __enter__(self) -> Self:
        """Begin to show it."""
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it away."""
        self._live.stop()

    def show(self, played: Rehearsal) -> None:
        """Where everybody is now."""
        self._spinner.update(text=f"{clock(played.world.clock.now())} · {where(played)}")


def where(played: Rehearsal) -> str:
    """«groep 1: Vragenronde 1 · groep 2: Pauze»; before and after, the lobby."""
    steps = {
        robot.channel: robot.table.step.card.step[1]
        for robot in played.people
        if robot.table.step is not None and robot.table.step.card.step is not None
    }
    return " · ".join(steps.values()) or ("in de lobby" if played.script.language == "nl" else "in the lobby")


def told(played: Rehearsal, summary: Mapping[str, Any]) -> Iterator[str]:
    """The evening in a few sentences, for whoever watched."""
    groups, requests = summary["groups"], summary["requests"]
    people, minutes = summary["people"], summary["simulated_minutes"]
    yield f"{people} people, {len(groups)} group{'s' * (len(groups) != 1)}, {minutes} simulated minutes."
    for group in groups:
        yield _group(group)
    yield from _troubles(summary)
    attempts = [attempt for robot in played.people for attempt in robot.notes.attempts]
    refused = sum(attempt.refused for attempt in attempts)
    yield f"Tried what is not allowed: {len(attempts)} times, refused {refused} times."
    yield (
        f"Requests to Discord: {requests['total']}, of which {requests['limited']} count under its global limit; "
        f"{requests['interaction_answers']} answered a press."
    )


def _troubles(summary: Mapping[str, Any]) -> Iterator[str]:
    """What went wrong in each group, and what became of it."""
    for one in summary.get("trouble", ()):
        yield f"Group {one['group']}: {one['kind']}: {one['outcome']}."
    ends = Counter(group["ended"] for group in summary["groups"])
    if "trouble" in summary:
        yield f"How the groups ended: {', '.join(f'{n} × {how}' for how, n in ends.items())}."


def _group(group: Mapping[str, Any]) -> str:
    given = group["contributions"]
    rounds = ", ".join(_round(one) for one in group["rounds"])
    return (
        f"Group {group['group']}: {group['members']} people, {len(group['phases'])} steps; {rounds}; "
        f"{given['stored']} contributions kept ({given['acknowledged']} acknowledged), {given['revealed']} shown, "
        f"{given['sealed_forever']} never shown."
    )


def _round(one: Mapping[str, Any]) -> str:
    if one["case_bringer"] is None:
        return "a round without a case"
    leader = "Kring leads" if one["leader"] is None else f"member {one['leader']} leads"
    return f"member {one['case_bringer']} brings in, {leader}"


def phases(group: Mapping[str, Any]) -> Table:
    """The steps of one group, planned and played."""
    table = Table(title=f"Group {group['group']}", title_justify="left", box=None)
    for column, justify in (("begins", "left"), ("step", "left"), ("planned", "right"), ("took", "right")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]
    table.add_column("ended by")
    for phase in group["phases"]:
        started, ended = (datetime.fromisoformat(phase[key]) for key in ("started", "ended"))
        took = (ended - started).total_seconds() / 60
        table.add_row(
            clock(started.timestamp()),
            phase["id"],
            str(phase["planned_minutes"]),
            f"{took:.1f}",
            phase["ended_by"].replace("_", " "),
        )
    return table
