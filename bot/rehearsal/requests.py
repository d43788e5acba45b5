"""What Kring asked of Discord: each request with its moment, its group, and what it was for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.rehearsal.recording import Request, iso
from bot.rehearsal.robots.sight import buttons_of
from bot.rehearsal.world import World

FREE = ("/interactions/", "/webhooks/")
"""What Discord leaves out of its global limit."""
PRIVATE = 64
"""Discord's flag of a message that one person sees."""

OPENED = re.compile(r"(?:groep|group)[- ](\d+)", re.IGNORECASE)
"""The group of a room that is being made stands in its name."""
CHANNEL = re.compile(r"/channels/(\d+)")

ANSWERS = {5: "answer that follows", 6: "answer that follows", 7: "update of a card", 8: "choices", 9: "form"}
"""What the answer to a press is, by Discord's number; else a message."""
PURPOSES: Mapping[tuple[str, str], str] = {
    ("POST", "/guilds/{}/channels"): "open {room}",
    ("PATCH", "/channels/{}"): "who may write",
    ("DELETE", "/channels/{}"): "delete a room",
    ("POST", "/channels/{}/messages"): "post {message}",
    ("PATCH", "/channels/{}/messages/{}"): "edit {message}",
    ("GET", "/channels/{}/messages"): "look what was posted",
    ("POST", "/users/@me/channels"): "open a direct message",
    ("POST", "/webhooks/{}/{}"): "post {message}",
    ("PATCH", "/webhooks/{}/{}/messages/@original"): "update of a card",
    ("PUT", "/applications/{}/commands"): "tell the commands",
}
MESSAGES = {"lobby-here": "the lobby's panel", "conduct-panel": "the board", "mine": "a card"}
"""What kind of message it is, by a button on it."""


def limited(request: Request) -> bool:
    """Whether it counts under Discord's global limit."""
    return not request.path.startswith(FREE)


class Ledger:
    """Finds out to which group a request belongs."""

    def __init__(self, world: World, rooms: Mapping[int, int], people: Mapping[int, int]) -> None:
        """`rooms`: the group of each channel; `people`: that of each person, for direct messages."""
        self._backend = world.env.backend
        self._rooms = rooms
        self._people = people

    def rows(self, requests: Sequence[Request]) -> Iterator[dict[str, Any]]:
        """One row for each request."""
        for request in requests:
            yield {
                "at": iso(request.at),
                "method": request.method,
                "path": request.path,
                "json": request.json,
                "limited": limited(request),
                "group": self._group(request),
                "purpose": purpose(request),
            }

    def _group(self, request: Request) -> int | None:
        if request.path == "/users/@me/channels":
            return self._people.get(int(request.json["recipient_id"]))
        if request.path.endswith("/channels"):
            found = OPENED.search(str((request.json or {}).get("name")))
            return int(found[1]) if found else None
        if not limited(request):
            return self._answered(request.path)
        channel = CHANNEL.match(request.path)
        return self._in(int(channel[1])) if channel else None

    def _answered(self, path: str) -> int | None:
        """An answer goes where the press came from; its token or its number stands in the path."""
        _, kind, first, second, *_ = path.split("/")
        tokens = self._backend.interaction_tokens
        known = self._backend.interactions.get(
            int(first) if kind == "interactions" else tokens.get(second, 0)
        )
        return self._in(known.channel_id) if known else None

    def _in(self, channel: int) -> int | None:
        owners = {dm: person for person, dm in self._backend.dm_channels.items()}
        return self._people.get(owners[channel]) if channel in owners else self._rooms.get(channel)


def purpose(request: Request) -> str:
    """What a request is for, in a few words."""
    body = request.json if isinstance(request.json, dict) else {}
    if request.path.startswith("/interactions/"):
        return ANSWERS.get(int(body.get("type", 0)), "private answer" if _private(body) else "answer")
    if request.path.startswith("/webhooks/") and _private(body):
        return "private answer"
    path = re.sub(r"/(?:\d{15,}|simcord_\w+)", "/{}", request.path)
    known = PURPOSES.get((request.method, path), "ask who Kring is")
    room = "the lobby" if "meeting" in str(body.get("topic")) else "a room"
    return known.format(room=room, message=_message(body))


def _private(body: Mapping[str, Any]) -> bool:
    told = body.get("data") or body
    return bool(int(told.get("flags") or 0) & PRIVATE)


def _message(body: Mapping[str, Any]) -> str:
    actions = {button.press.action for button in buttons_of(body.get("components") or [])}
    return next((kind for action, kind in MESSAGES.items() if action in actions), "a message")
