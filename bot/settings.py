"""The settings: read from the environment and from `.env` when `Settings()` is called, never at import."""

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from methods.engine.text import Language

PREFIX = "KRING_"
LOOPBACK = ("127.0.0.1", "::1")

DATABASES = r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://"
KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
TOKEN = re.compile(r"[A-Za-z0-9._-]+")
SCALE = re.compile(r"(\d{1,4}(?:\.\d+)?)@(\d{1,11})")


def _unheard(scheme: str) -> AfterValidator:
    """Accept an address that nobody can listen in on: encrypted, or on this machine itself."""

    def check(address: str) -> str:
        url = urlsplit(address)
        encrypted = url.scheme == f"{scheme}s" and bool(url.hostname)
        if encrypted or (url.scheme == scheme and url.hostname in LOOPBACK):
            return address
        raise ValueError("neither encrypted nor on this machine")

    return AfterValidator(check)


def _is_key(secret: SecretStr) -> SecretStr:
    if KEY.fullmatch(secret.get_secret_value()):
        return secret
    raise ValueError("not 32 bytes in URL-safe base64")


def _is_token(secret: SecretStr) -> SecretStr:
    token = secret.get_secret_value().strip()
    if TOKEN.fullmatch(token):
        return SecretStr(token)
    raise ValueError("not a token")


def _scale(value: object) -> object:
    """How many times as fast, and since when."""
    found = SCALE.fullmatch(value) if isinstance(value, str) else None
    return (float(found[1]), float(found[2])) if found and float(found[1]) else value


def _key_file() -> Path:
    """Stay outside the data folder: a stolen copy of the data is then no more than noise."""
    configured = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    home = configured if configured.is_absolute() else Path.home() / ".config"
    return home / "kring" / "kring.key"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class _Environment(EnvSettingsSource):
    """The environment, with the KRING_ names that no field knows: those are typing mistakes, and refused."""

    def __call__(self) -> dict[str, Any]:
        prefix = PREFIX.lower()
        ours = {name.removeprefix(prefix) for name in self.env_vars if name.startswith(prefix)}
        unknown = ours - set(self.settings_cls.model_fields)
        return dict.fromkeys(unknown, "") | super().__call__()


class Settings(BaseSettings):
    """What can be set. A field's description is what is expected of its value: `explain` quotes it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,  # so that a copy of .env.example changes nothing by itself
        dotenv_filtering="match_prefix",  # names of others in `.env` are theirs
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,  # a mistake in a token must not put the token in a log
    )

    discord_token: Annotated[SecretStr, AfterValidator(_is_token)] | None = Field(
        default=None, description="the token of the bot at Discord"
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///data/kring.db",
        pattern=DATABASES,
        repr=False,  # the address of a PostgreSQL database has its password in it
        description="an address that starts with sqlite+aiosqlite:// or postgresql+asyncpg://",
    )
    key: Annotated[SecretStr, AfterValidator(_is_key)] | None = Field(
        default=None, description="32 bytes in URL-safe base64: 44 characters, the last of them '='"
    )
    key_file: Annotated[Path, AfterValidator(Path.expanduser)] = Field(
        default_factory=_key_file, description="the path of a file"
    )
    backup_folder: Annotated[Path, AfterValidator(Path.expanduser)] | None = Field(
        default=None, description="the path of a folder"
    )
    backup_hours: int = Field(default=6, ge=0, description="a whole number of hours, 0 for no backups")
    backup_keep: int = Field(default=12, ge=1, description="a whole number, 1 or more")
    language: Language = Field(default="nl", description="nl or en")
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)
    ] = Field(default="INFO", description="DEBUG, INFO, WARNING, ERROR or CRITICAL")
    shard_count: int | None = Field(default=None, ge=1, description="a whole number, 1 or more")
    discord_api_url: Annotated[str, _unheard("http")] | None = Field(
        default=None, description="an https:// address, or an http:// one at 127.0.0.1 or [::1]"
    )
    discord_gateway_url: Annotated[str, _unheard("ws")] | None = Field(
        default=None, description="a wss:// address, or a ws:// one at 127.0.0.1 or [::1]"
    )
    requests_per_second: float = Field(default=45, ge=1, le=50, description="a number from 1 to 50")
    time_scale: Annotated[tuple[float, float] | None, NoDecode, BeforeValidator(_scale)] = Field(
        default=None,
        description="like 60@1790000000: 60 times as fast since that moment; only for tests, with both addresses on this machine",
    )

    @field_validator("time_scale")
    @classmethod
    def _with_a_stand_in(cls, scale: object, others: ValidationInfo) -> object:
        """Nobody's real evening runs faster: time is scaled only where Discord is a stand-in."""
        addresses = [others.data.get("discord_api_url"), others.data.get("discord_gateway_url")]
        if scale is not None and not all(one and urlsplit(one).hostname in LOOPBACK for one in addresses):
            raise ValueError("only with a stand-in")
        return scale

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - `_Environment` stands in its place
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, _Environment(settings_cls), dotenv_settings, file_secret_settings


def explain(error: ValidationError) -> str:
    """One sentence for each mistake. It never repeats a value: that may be a secret."""
    mistakes = error.errors(include_url=False, include_context=False, include_input=False)
    return "\n".join(_sentence(str(mistake["loc"][0]), mistake["type"]) for mistake in mistakes)


def _sentence(field: str, kind: str) -> str:
    name = PREFIX + field.upper()
    if kind == "extra_forbidden":
        near = get_close_matches(field, Settings.model_fields, n=1)
        hint = f"did you mean {PREFIX}{near[0].upper()}?" if near else ".env.example names them all."
        return f"{name} is not a setting of Kring; {hint}"
    return f"{name} must be {Settings.model_fields[field].description}."
