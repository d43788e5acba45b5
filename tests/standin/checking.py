"""Holds requests, and the stand-in's own answers, against Discord's document; and requests against what that misses."""

from collections import Counter
from typing import Any

from tests.standin.rest import Asked, Given
from tests.standin.world import COMPONENTS_V2, Json, parts
from tests.stories import openapi

LONGEST_PLAIN, LONGEST_V2, MOST_PARTS = 2000, 4000, 40
MOST_IN_FORM, ROW = 5, 5
BUTTON, ACTION_ROW, TEXT_DISPLAY, FORM = 2, 1, 10, 9
LONGEST_TOPIC = 1024

MESSAGE_KEYS = {
    "content", "components", "embeds", "flags", "allowed_mentions", "nonce", "enforce_nonce", "tts",
    "attachments", "sticker_ids", "message_reference", "poll",
}  # fmt: skip
CHANNEL_KEYS = {
    "name", "type", "topic", "permission_overwrites", "parent_id", "position", "nsfw", "bitrate", "user_limit",
    "rate_limit_per_user", "rtc_region", "video_quality_mode",
}  # fmt: skip
CALLBACK_KEYS = MESSAGE_KEYS | {"custom_id", "title", "choices"}
KEYS = {
    ("POST", "/channels/{channel_id}/messages"): MESSAGE_KEYS,
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): MESSAGE_KEYS,
    ("POST", "/webhooks/{webhook_id}/{webhook_token}"): MESSAGE_KEYS,
    ("POST", "/guilds/{guild_id}/channels"): CHANNEL_KEYS,
    ("PATCH", "/channels/{channel_id}"): CHANNEL_KEYS,
}
"""What a body may hold: Discord passes over a misspelt name in silence, and its document does too."""


def wrong_request(asked: Asked) -> list[str]:
    """What Discord would have against this request."""
    body = asked.body
    found = openapi.faults(asked.method, asked.path, body) if openapi.DOCUMENT.exists() else []
    if not isinstance(body, dict):
        return found
    known = KEYS.get((asked.method, asked.template))
    unknown = body.keys() - known if known else set()
    found += [f"{asked.method} {asked.path}: {name} is nothing Discord knows" for name in sorted(unknown)]
    if asked.path.endswith("/callback"):
        body = body.get("data") or {}
        unknown = body.keys() - CALLBACK_KEYS
        found += [f"{asked.method} {asked.path}: {name} is nothing Discord knows" for name in sorted(unknown)]
    return found + [f"{asked.method} {asked.path}: {one}" for one in _limits(body)]


def wrong_answer(asked: Asked, given: Given) -> list[str]:
    """What Discord's document has against the stand-in's own answer."""
    if not openapi.DOCUMENT.exists():
        return []
    return openapi.faults_of_answer(asked.method, asked.path, given.shown, given.body)


def _limits(body: Json) -> list[str]:
    """Limits of Discord's that its document does not have."""
    found = []
    components = list(parts(body.get("components")))
    if "title" in body and len(body.get("components") or []) > MOST_IN_FORM:
        found.append(f"a form of more than {MOST_IN_FORM} parts")
    if len(body.get("content") or "") > LONGEST_PLAIN:
        found.append(f"more than {LONGEST_PLAIN} characters")
    if len(body.get("topic") or "") > LONGEST_TOPIC:
        found.append(f"a topic of more than {LONGEST_TOPIC} characters")
    if (body.get("flags") or 0) & COMPONENTS_V2:
        found += _v2(body, components)
    found += [f"two parts with {name}" for name in _twice(components)]
    found += [wrong for row in components if row.get("type") == ACTION_ROW for wrong in _row(row)]
    return found


def _v2(body: Json, components: list[Json]) -> list[str]:
    text = sum(len(part.get("content") or "") for part in components if part.get("type") == TEXT_DISPLAY)
    tests = (
        (bool(body.get("content") or body.get("embeds")), "content or embeds beside parts"),
        (text > LONGEST_V2, f"{text} characters of text, of {LONGEST_V2}"),
        (len(components) > MOST_PARTS, f"{len(components)} parts, of {MOST_PARTS}"),
    )
    return [said for wrong, said in tests if wrong]


def _twice(components: list[Json]) -> list[str]:
    """Custom ids and numbers that stand in one message twice."""
    named: Counter[Any] = Counter()
    for part in components:
        named.update([f"custom_id {part['custom_id']}"] if part.get("custom_id") else [])
        named.update([f"id {part['id']}"] if part.get("id") else [])
    return [name for name, times in named.items() if times > 1]


def _row(row: Json) -> list[str]:
    kinds = [part.get("type") for part in row.get("components") or []]
    if len(kinds) > ROW:
        return [f"{len(kinds)} buttons in a row"]
    mixed = len(kinds) > 1 and any(kind != BUTTON for kind in kinds)
    return ["a list beside something else in a row"] if mixed else []
