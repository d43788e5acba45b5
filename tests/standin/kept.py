"""Looks into Kring's database from outside, while Kring runs: what is kept, and what is still to be said."""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from storage.keys import load_key
from tests.standin.kring import KEY

MESSAGE = re.compile(r"message:\d+")
"""Where a moderator's message is kept: by a number that is different in each run."""
FOR_GOOD = ("DeleteRoom", "ForgetWords")
ROOMS = {"leaders_room"}
"""What holds the number of a channel that was made during the evening: different in each run."""
COUNTING = {"version", "nudged"}
"""What counts how often something was handed in."""
MOMENTS = range(1_000_000_000, 100_000_000_000)
"""Numbers that tell a moment: they are different in each run."""


class Kept:
    """The database of one Kring."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "kring.db"
        self._cipher = load_key(KEY, folder)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            yield connection

    def waiting(self, now: float, *, held: bool = False) -> list[str]:
        """What should have happened by now and has not: things to be said, and conversations with something due.

        `held`: Kring was away, so what cannot be undone may wait.
        """
        rows = "SELECT kind FROM outbox WHERE done_at IS NULL AND failed IS NULL AND not_before <= :now"
        if held:
            rows += f" AND kind NOT IN {FOR_GOOD}"
        due = "SELECT 'session ' || id FROM sessions WHERE due_at <= :now"
        with self._open() as connection:
            found = connection.execute(f"{rows} UNION ALL {due}", {"now": int(now)})
            return [row[0] for row in found]

    def last_beat(self) -> float:
        """Kring's last sign of life; 0 before the first."""
        with self._open() as connection:
            found = connection.execute("SELECT last FROM beats").fetchone()
            return found[0] if found else 0

    def all(self) -> Mapping[str, object]:
        """Everything that is kept, under names that are the same in each run, without moments and versions."""
        with self._open() as connection:
            return {**self._states(connection), **self._words(connection), **self._outbox(connection)}

    def _states(self, connection: sqlite3.Connection) -> dict[str, object]:
        meetings = connection.execute("SELECT id, state, closed_at FROM meetings")
        found: dict[str, object] = {
            f"meeting {row['id']}": (timeless(json.loads(row["state"])), row["closed_at"] is not None)
            for row in meetings
        }
        sessions = connection.execute("SELECT id, state, due_at, channel, ended_at FROM sessions")
        for row in sessions:
            about = (row["due_at"] is not None, row["channel"] is not None, row["ended_at"] is not None)
            found[f"session {row['id']}"] = (timeless(json.loads(row["state"])), about)
        for row in connection.execute("SELECT id, settings FROM servers"):
            found[f"server {row['id']}"] = row["settings"]
        return found

    def _words(self, connection: sqlite3.Connection) -> dict[str, object]:
        """Everybody's words, in the clear: who wrote what where."""
        found: dict[str, object] = {}
        rows = "SELECT session, slot, person, words FROM contributions"
        for session, slot, person, words in connection.execute(rows):
            name = f"words {session} {MESSAGE.sub('message', slot)} {person}"
            text = self._cipher.open(words, "contribution", session, slot, person)
            found[name if name not in found else f"{name} again"] = text
        for *about, words in connection.execute("SELECT meeting, person, words FROM cases"):
            found[f"case {about}"] = self._cipher.open(words, "case", *about)
        return found

    def _outbox(self, connection: sqlite3.Connection) -> dict[str, object]:
        """What was to be said, by stream and order, and whether it was."""
        query = "SELECT meeting, session, kind, done_at, failed FROM outbox ORDER BY id"
        found: dict[str, object] = {}
        for row in connection.execute(query):
            stream = f"outbox {row['meeting']}/{row['session']}"
            number = sum(name.startswith(f"{stream}:") for name in found)
            found[f"{stream}:{number}"] = (row["kind"], row["done_at"] is not None, row["failed"])
        return found


def timeless(value: Any) -> object:  # noqa: ANN401 - whatever JSON holds
    """The same without moments, and without what counts: what was handed in twice was saved twice."""
    if isinstance(value, dict):
        kept = {name: one for name, one in value.items() if name not in COUNTING}
        return {name: one is not None if name in ROOMS else timeless(one) for name, one in kept.items()}
    if isinstance(value, list):
        return [timeless(one) for one in value]
    return "a moment" if isinstance(value, int) and value in MOMENTS else value
