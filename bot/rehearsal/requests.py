"""What Kring asked of Discord: each request with its moment, its group, and what it was for."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.rehearsal.recording import Request
from bot.rehearsal.robots.sight import buttons_of
from bot.rehearsal.world import World

FREE = ("/interactions/", "/webhooks/")
"""What Discord leaves out of its global limit."""
NUMBER = re.compile(r"/(\d{15,})")
ANSWERS = {
    4: "answer",
    5: "deferred answer",
    6: "deferred update",
    7: "update of the card",
    8: "choices",
    9: "form",
}


def limited(request: Request) -> bool:
    """Whether it counts under Discord's global limit."""
    return not request.path.startswith(FREE)


class Ledger:
    """Finds out to which group a request belongs; `rooms`: the group of each channel."""

    def __init__(self, world: World, rooms: Mapping[int, int], people: Mapping[int, int]) -> None:
        self._backend = world.env.backend
        self._rooms = rooms
        self._people = people
        """The group of each person, for direct messages."""

    def rows(self, requests: list[Request]) -> Iterator[dict[str, Any]]:
        """One row for each request."""
        for request in requests:
            yield {
                "at": _iso(request.at),
                "method": request.method,
                "path": request.path,
                "json": request.json,
                "limited": limited(request),
                "group": self._group(request),
                "purpose": purpose(request),
            }

    def _group(self, request: Request) -> int | None:
        if request.method == "POST" and request.path.endswith("/channels") and isinstance(request.json, dict):
            return self._opened(request.json)
        if request.path == "/users/@me/channels":
            return self._people.get(int(request.json["recipient_id"]))
        if request.path.startswith("/interactions/"):
            number = int(request.path.split("/")[2])
            return self._rooms.get(self._backend.interactions[number].channel_id)
        if request.path.startswith("/webhooks/"):
            token = request.path.split("/")[3]
            number = self._backend.interaction_tokens.get(token, 0)
            known = self._backend.interactions.get(number)
            return self._rooms.get(known.channel_id) if known else None
        return self._in_channel(request.path)

    def _in_channel(self, path: str) -> int | None:
        found = re.match(r"/channels/(\d+)", path)
        if found is None:
            return None
        channel = int(found[1])
        owner = next((who for who, dm in self._backend.dm_channels.items() if dm == channel), None)
        return self._people.get(owner) if owner else self._rooms.get(channel)

    def _opened(self, body: Mapping[str, Any]) -> int | None:
        """The group of a room that is being made: its number stands in its name."""
        found = re.search(r"(?:groep|group)[- ](\d+)", str(body.get("name", "")).lower())
        return int(found[1]) if found else None


def purpose(request: Request) -> str:
    """What a request is for, in a few words."""
    method, path, body = request.method, NUMBER.sub("/{id}", request.path), request.json
    if path.startswith("/interactions/"):
        return ANSWERS.get(body["type"], "answer") if isinstance(body, dict) else "answer"
    if path.startswith("/webhooks/"):
        return _followed(method, body)
    match method, path:
        case "POST", "/guilds/{id}/channels":
            return "open the lobby" if "topic" in body and "meeting" in body["topic"] else "open a room"
        case "PATCH", "/channels/{id}":
            return "who may write"
        case "DELETE", "/channels/{id}":
            return "delete a room"
        case "POST", "/channels/{id}/messages":
            return f"post {_message(body)}"
        case "PATCH", "/channels/{id}/messages/{id}":
            return f"edit {_message(body)}"
        case "GET", "/channels/{id}/messages":
            return "look what was posted"
        case "POST", "/users/@me/channels":
            return "open a direct message"
        case "PUT", _ if path.endswith("/commands"):
            return "tell the commands"
    return f"{method} {path}"


def _followed(method: str, body: object) -> str:
    if method == "PATCH":
        return "update of the card"
    private = isinstance(body, dict) and int(body.get("flags") or 0) & 64
    return "private answer" if private else f"post {_message(body)}"


def _message(body: object) -> str:
    """What kind of message this is, by its buttons."""
    parts = body.get("components") or [] if isinstance(body, dict) else []
    actions = {button.press.action for button in buttons_of(parts)}
    if actions & {"lobby-here"}:
        return "the lobby's panel"
    if "conduct-panel" in actions:
        return "the board"
    if "mine" in actions:
        return "a card"
    return "a message"


def _iso(moment: float) -> str:
    from datetime import UTC, datetime  # noqa: PLC0415

    return datetime.fromtimestamp(moment, UTC).isoformat()
