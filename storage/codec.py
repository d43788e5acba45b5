"""Values to text and back, exactly: what was loaded and saved again is equal to what it was."""

import json
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from methods.engine.messages import Effect
from methods.engine.state import MeetingId, Session, SessionId, Step
from methods.engine.text import Line, Value
from methods.meeting import Meeting, MeetingEffect
from storage.problems import Unreadable
from storage.servers import ServerSettings

AnyEffect = Effect | MeetingEffect

_session = TypeAdapter(Session)
_script = TypeAdapter(tuple[Step, ...])
_meeting = TypeAdapter(Meeting)
_settings = TypeAdapter(ServerSettings)

_EFFECTS: dict[str, type] = {one.__name__: one for one in get_args(AnyEffect)}
_PARTS: dict[str, type] = {one.__name__: one for one in (Line, *get_args(Value)) if one is not int}


def script_text(session: Session) -> str:
    """The script of a session, for its own column: it is long and hardly ever changes."""
    return _script.dump_json(session.script).decode()


def state_text(session: Session) -> str:
    """All of a session but its script."""
    return _session.dump_json(replace(session, script=())).decode()


def session_of(id_: int, version: int, script: str, state: str) -> Session:
    """The session of a row; the row's own id and version hold. Raises Unreadable."""
    try:
        session = _session.validate_json(state)
        return replace(session, id=SessionId(id_), version=version, script=_script_of(script))
    except ValidationError as error:
        raise _unreadable("session", id_, error) from None


@lru_cache(maxsize=64)
def _script_of(script: str) -> tuple[Step, ...]:
    """Kept by its text, so a changed script can never be mistaken; the groups of one meeting share one."""
    return _script.validate_json(script)


def meeting_text(meeting: Meeting) -> str:
    """A whole meeting."""
    return _meeting.dump_json(meeting).decode()


def meeting_of(id_: int, version: int, state: str) -> Meeting:
    """The meeting of a row; the row's own id and version hold. Raises Unreadable."""
    try:
        return replace(_meeting.validate_json(state), id=MeetingId(id_), version=version)
    except ValidationError as error:
        raise _unreadable("meeting", id_, error) from None


def settings_text(settings: ServerSettings) -> str:
    """The settings of a server."""
    return _settings.dump_json(settings).decode()


def settings_of(id_: int, settings: str) -> ServerSettings:
    """The settings of a server's row. Raises Unreadable."""
    try:
        return _settings.validate_json(settings)
    except ValidationError as error:
        raise _unreadable("server", id_, error) from None


def effect_text(effect: AnyEffect) -> tuple[str, str]:
    """The kind of an effect (the name of its class) and its payload."""
    kind = type(effect).__name__
    if _EFFECTS.get(kind) is not type(effect):
        raise TypeError(f"{kind} is no effect")
    return kind, json.dumps(_fields_of(effect))


def effect_of(id_: int, kind: str, payload: str) -> AnyEffect:
    """The effect of an outbox row. Raises Unreadable."""
    try:
        values = {name: _read(value) for name, value in json.loads(payload).items()}
        effect: AnyEffect = _EFFECTS[kind](**values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable("outbox", id_, error) from None
    return effect


def _fields_of(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the dataclasses above
    return {field.name: _written(getattr(value, field.name)) for field in fields(value)}


def _written(value: object) -> object:
    """Only what comes back as itself is written; anything else is a mistake that a test must meet."""
    if value is None or type(value) in {int, str, bool}:
        return value
    if type(value) is tuple:
        return [_written(one) for one in value]
    name = type(value).__name__
    if _PARTS.get(name) is type(value):
        # The tag, because the fields alone need not tell one class from another.
        return {"is": name, **_fields_of(value)}
    raise TypeError(f"{name} cannot be part of an effect yet")


def _read(value: Any) -> Any:  # noqa: ANN401 - JSON in, a value of the engine out
    if isinstance(value, list):
        return tuple(_read(one) for one in value)
    if isinstance(value, dict):
        return _PARTS[value["is"]](**{name: _read(one) for name, one in value.items() if name != "is"})
    return value


def _unreadable(table: str, id_: int, error: Exception) -> Unreadable:
    """Names the row and the field; never the value, which might be a meeting's theme."""
    where = ""
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = f" at {'.'.join(str(part) for part in first['loc'])}"
    return Unreadable(f"Row {id_} of {table} cannot be read{where}: another version of Kring wrote it.")
