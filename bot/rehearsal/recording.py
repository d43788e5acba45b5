"""Keeps what happens in the simulated server as it happens: messages as they appeared, and requests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import process_time
from typing import Any

import simcord
from simcord.backend import Backend
from simcord.backend.models import Message as Stored

from bot.clock import Clock
from bot.rehearsal.clients import seen
from bot.rehearsal.robots.sight import Form, Message, form_of

MODAL = 9
"""Discord's number for an answer that opens a form."""


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
class Act:
    """Something that somebody did with a button, a list, a form or a command, and the form that came up on it."""

    number: int
    """The interaction's."""
    by: int
    after: int
    """How many messages had appeared by then."""
    message: int | None
    custom_id: str
    command: str
    values: tuple[str, ...]
    form: Form | None = None


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
        self.acts: list[Act] = []
        self.news: set[int] = set()
        """Channels in which something was posted since somebody asked."""

    def attach(self, env: simcord.Env, local: Callable[[dict[str, Any]], None]) -> None:
        """Begin to listen. `local` completes what is known of whoever acts: the simulation knows no languages."""
        self._backend = backend = env.backend
        emit, commit, edit = backend.emit, backend.commit_message, backend.edit_message

        def emitted(event: str, payload: Mapping[str, Any]) -> None:
            if event == "INTERACTION_CREATE" and isinstance(payload, dict):
                local(payload)
                self._acted(payload)
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

    def _acted(self, payload: Mapping[str, Any]) -> None:
        data = payload.get("data") or {}
        who = (payload.get("member") or {}).get("user") or payload.get("user") or {}
        message = (payload.get("message") or {}).get("id")
        self.acts.append(
            Act(
                number=int(payload["id"]),
                by=int(who.get("id", 0)),
                after=len(self.heard),
                message=int(message) if message else None,
                custom_id=str(data.get("custom_id", "")),
                command=str(data.get("name", "")),
                values=tuple(str(value) for value in data.get("values") or ()),
            )
        )

    def _opened(self, entry: simcord.HttpLogEntry) -> None:
        """A form came up on somebody's act."""
        answer = entry.json if isinstance(entry.json, dict) else {}
        if answer.get("type") != MODAL or not entry.path.endswith("/callback"):
            return
        number = int(entry.path.split("/")[2])
        for index in range(len(self.acts) - 1, -1, -1):
            if self.acts[index].number == number:
                self.acts[index] = replace(self.acts[index], form=form_of(answer["data"]))
                return

    def _hear(self, stored: Stored, *, edited: bool) -> None:
        to = int((stored.interaction_metadata or {})["user"]["id"]) if stored.is_ephemeral else None
        self.heard.append(Heard(self._clock.now(), seen(self._backend, stored), to, edited))

    def requested(self, entry: simcord.HttpLogEntry) -> None:
        """A request was made."""
        self._opened(entry)
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
