"""Keeps what happens in the simulated server as it happens: messages as they appeared, and requests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import process_time
from typing import Any

import simcord
from simcord.backend import Backend
from simcord.backend.models import Message as Stored

from bot.clock import Clock
from bot.rehearsal.clients import seen
from bot.rehearsal.robots.sight import Message


def iso(moment: float) -> str:
    """A simulated moment as text."""
    return datetime.fromtimestamp(moment, UTC).isoformat()


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it appeared, or as it was changed. `to`: the one person who sees it; None: the channel."""

    at: float
    message: Message
    to: int | None
    edited: bool


@dataclass(frozen=True, slots=True)
class Request:
    """One request that Kring made of Discord."""

    at: float
    method: str
    path: str
    json: Any
    worked: float = field(default=0.0, compare=False)
    """How much this process had worked by then, in seconds; it differs each time."""


class Recorder:
    """Listens to a simulated server from its first moment."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._backend: Backend
        self.heard: list[Heard] = []
        self.requests: list[Request] = []
        self.news: set[int] = set()
        """Channels in which something was posted since somebody asked."""

    def attach(self, env: simcord.Env, local: Callable[[dict[str, Any]], None]) -> None:
        """Begin to listen. `local` completes what is known of whoever acts: the simulation knows no languages."""
        self._backend = backend = env.backend
        emit, commit, edit = backend.emit, backend.commit_message, backend.edit_message

        def emitted(event: str, payload: Mapping[str, Any]) -> None:
            if event == "INTERACTION_CREATE" and isinstance(payload, dict):
                local(payload)
            emit(event, payload)

        def committed(message: Stored, *, broadcast: bool = True) -> Stored:
            self._hear(message, edited=False)
            if broadcast:
                self.news.add(message.channel_id)
            return commit(message, broadcast=broadcast)

        def changed(channel: int, message: int, fields: dict[str, Any]) -> Stored:
            after = edit(channel, message, fields)
            self._hear(after, edited=True)
            return after

        backend.emit = emitted  # type: ignore[method-assign]
        backend.commit_message = committed  # type: ignore[method-assign]
        backend.edit_message = changed  # type: ignore[method-assign, assignment]
        backend.http_requests = _Log(self)

    def _hear(self, stored: Stored, *, edited: bool) -> None:
        to = int((stored.interaction_metadata or {})["user"]["id"]) if stored.is_ephemeral else None
        self.heard.append(Heard(self._clock.now(), seen(self._backend, stored), to, edited))

    def requested(self, entry: simcord.HttpLogEntry) -> None:
        """A request was made."""
        self.requests.append(Request(self._clock.now(), entry.method, entry.path, entry.json, process_time()))


class _Log(list[simcord.HttpLogEntry]):
    """The simulation's own list of requests, which also tells when each was made."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def append(self, entry: simcord.HttpLogEntry) -> None:
        """Keep it, with its moment."""
        super().append(entry)
        self._recorder.requested(entry)
