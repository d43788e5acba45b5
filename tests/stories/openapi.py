"""Discord's own description of its requests, to hold ours against; it lies beside the checkout, or nowhere."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

DOCUMENT = Path(__file__).parents[3] / "shared" / "discord-openapi.json"

SMALLEST_SNOWFLAKE = 2**40
BITS = {"allow", "deny", "permissions"}
"""Fields that the document wants as numbers and discord.py sends as text; Discord takes both."""


def normal(value: object, name: str = "") -> object:
    """A body as the document wants it: Discord itself also takes what discord.py makes of ids and bit fields."""
    if isinstance(value, Mapping):
        return {key: normal(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [normal(one, name) for one in value]
    if name in BITS and isinstance(value, str):
        return int(value)
    if (
        isinstance(value, int)
        and not isinstance(value, bool)
        and value >= SMALLEST_SNOWFLAKE
        and name not in BITS
    ):
        return str(value)
    return value


def faults(method: str, path: str, body: object) -> list[str]:
    """What Discord's document has against this request."""
    validator = _validator(method, path)
    if validator is None:
        return [f"{method} {path} is not in Discord's document"] if body is not None else []
    return [f"{method} {path}: {error.message[:300]}" for error in validator.iter_errors(normal(body))]


def faults_of_answer(method: str, path: str, status: int, body: object) -> list[str]:
    """What Discord's document has against something in Discord's place that answers a request like this."""
    content = _operation(method, path).get("responses", {}).get(str(status), {}).get("content", {})
    validator = _of_content(content)
    if validator is None:
        return [f"{method} {path} is never answered like this ({status})"] if body is not None else []
    return [f"answer to {method} {path}: {error.message[:300]}" for error in validator.iter_errors(body)]


def _validator(method: str, path: str) -> jsonschema_rs.Validator | None:
    return _of_content(_operation(method, path).get("requestBody", {}).get("content", {}))


def _of_content(content: Mapping[str, Any]) -> jsonschema_rs.Validator | None:
    schema = (content.get("application/json") or {}).get("schema")
    return None if schema is None else _compiled(json.dumps(schema))


@cache
def _operation(method: str, path: str) -> Mapping[str, Any]:
    template = next((known for known, pattern in _templates() if pattern.fullmatch(path)), None)
    found: Mapping[str, Any] = _document()["paths"].get(template, {}).get(method.lower(), {})
    return found


@cache
def _compiled(schema: str) -> jsonschema_rs.Validator:
    whole = {"allOf": [json.loads(schema)], "components": _document()["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=False)


@cache
def _document() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(DOCUMENT.read_text("utf-8"))
    return whole


@cache
def _templates() -> list[tuple[str, re.Pattern[str]]]:
    """Every path, those with most literal parts first, so that `@original` is no message's number."""

    def literals(template: str) -> int:
        return sum(not part.startswith("{") for part in template.split("/"))

    return [
        (template, re.compile(re.sub(r"\{[^}]+\}", "[^/]+", template)))
        for template in sorted(_document()["paths"], key=literals, reverse=True)
    ]


def rows(text: str) -> Iterator[Any]:
    """The requests of a rehearsal, as they were kept."""
    return (json.loads(line) for line in text.splitlines())
