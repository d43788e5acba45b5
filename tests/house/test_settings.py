"""A wrong setting is refused in one sentence that names it and keeps its value to itself."""

import os
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import PREFIX, Settings, explain

EXAMPLE = Path(__file__).parents[2] / ".env.example"
KEY = "A" * 43 + "="


@pytest.fixture(autouse=True)
def an_empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.upper().startswith(PREFIX)]:
        monkeypatch.delenv(name)


def refusal() -> str:
    with pytest.raises(ValidationError) as caught:
        Settings()
    return explain(caught.value)


def names_in_the_example() -> list[str]:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    return [line.split("=")[0] for line in lines if line and not line.startswith("#")]


def test_the_example_names_exactly_the_settings() -> None:
    assert names_in_the_example() == [PREFIX + field.upper() for field in Settings.model_fields]


def test_the_example_has_one_line_of_explanation_before_each_setting() -> None:
    _, *blocks = EXAMPLE.read_text("utf-8").strip().split("\n\n")
    for block in blocks:
        comment, setting = block.split("\n")
        assert comment.startswith("# ")
        assert setting.startswith(PREFIX)


def test_a_copy_of_the_example_changes_nothing() -> None:
    defaults = Settings()
    Path(".env").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    assert Settings() == defaults


def test_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = Settings()
    assert settings.discord_token is None
    assert settings.database_url == "sqlite+aiosqlite:///data/kring.db"
    assert settings.key is None
    assert settings.key_file == tmp_path / ".config" / "kring" / "kring.key"
    assert settings.language == "nl"
    assert settings.log_level == "INFO"
    assert settings.shard_count is None
    assert settings.discord_api_url is None
    assert settings.discord_gateway_url is None
    assert settings.requests_per_second == 45


def test_the_key_file_follows_the_configuration_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    assert Settings().key_file == tmp_path / "configuration" / "kring" / "kring.key"


def test_a_relative_configuration_folder_is_no_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    assert Settings().key_file == tmp_path / ".config" / "kring" / "kring.key"


def test_a_tilde_in_the_key_file_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("KRING_KEY_FILE", "~/kring.key")
    assert Settings().key_file == tmp_path / "kring.key"


def test_the_environment_wins_from_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("KRING_LANGUAGE=en\nKRING_SHARD_COUNT=3\n", "utf-8")
    monkeypatch.setenv("KRING_LANGUAGE", "nl")
    assert Settings().language == "nl"
    assert Settings().shard_count == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KRING_DATABASE_URL", "postgresql+asyncpg://kring:hush@db/kring"),
        ("KRING_KEY", KEY),
        ("KRING_LANGUAGE", "en"),
        ("KRING_LOG_LEVEL", "debug"),
        ("KRING_SHARD_COUNT", "1"),
        ("KRING_DISCORD_API_URL", "https://proxy.example/api/v10"),
        ("KRING_DISCORD_API_URL", "http://127.0.0.1:8080/api/v10"),
        ("KRING_DISCORD_API_URL", "http://[::1]:8080/api/v10"),
        ("KRING_DISCORD_GATEWAY_URL", "wss://proxy.example"),
        ("KRING_DISCORD_GATEWAY_URL", "ws://127.0.0.1:8081"),
        ("KRING_DISCORD_GATEWAY_URL", "ws://[::1]:8081"),
        ("KRING_REQUESTS_PER_SECOND", "1"),
        ("KRING_REQUESTS_PER_SECOND", "50"),
    ],
)
def test_accepted(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    setting = getattr(Settings(), name.removeprefix(PREFIX).lower())
    text = setting.get_secret_value() if isinstance(setting, SecretStr) else str(setting)
    assert text.removesuffix(".0").lower() == value.lower()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("KRING_DATABASE_URL", "mysql://db/kring", "an address that starts with sqlite+aiosqlite:// or"),
        ("KRING_DATABASE_URL", "sqlite:///kring.db", "an address that starts with sqlite+aiosqlite:// or"),
        ("KRING_KEY", KEY[1:], "32 bytes in URL-safe base64"),
        ("KRING_KEY", KEY + "\n", "32 bytes in URL-safe base64"),
        ("KRING_KEY", "+" + KEY[1:], "32 bytes in URL-safe base64"),
        ("KRING_LANGUAGE", "fy", "nl or en"),
        ("KRING_LOG_LEVEL", "loud", "DEBUG, INFO, WARNING, ERROR or CRITICAL"),
        ("KRING_SHARD_COUNT", "0", "a whole number, 1 or more"),
        ("KRING_SHARD_COUNT", "many", "a whole number, 1 or more"),
        ("KRING_DISCORD_API_URL", "http://proxy.example", "an https:// address, or an http:// one at"),
        ("KRING_DISCORD_API_URL", "http://127.0.0.1@proxy.example", "an https:// address"),
        ("KRING_DISCORD_API_URL", "http://127.0.0.1.proxy.example", "an https:// address"),
        ("KRING_DISCORD_API_URL", "http://[::1", "an https:// address"),
        ("KRING_DISCORD_API_URL", "https:///api", "an https:// address"),
        ("KRING_DISCORD_API_URL", "wss://proxy.example", "an https:// address"),
        ("KRING_DISCORD_GATEWAY_URL", "ws://proxy.example", "a wss:// address, or a ws:// one at"),
        ("KRING_DISCORD_GATEWAY_URL", "https://proxy.example", "a wss:// address"),
        ("KRING_REQUESTS_PER_SECOND", "0.5", "a number from 1 to 50"),
        ("KRING_REQUESTS_PER_SECOND", "51", "a number from 1 to 50"),
        ("KRING_REQUESTS_PER_SECOND", "nan", "a number from 1 to 50"),
    ],
)
def test_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str) -> None:
    monkeypatch.setenv(name, value)
    sentence = refusal()
    assert sentence.startswith(f"{name} must be {expected}")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert value not in sentence


STAND_IN = {
    "KRING_DISCORD_API_URL": "http://127.0.0.1:8080/api/v10",
    "KRING_DISCORD_GATEWAY_URL": "ws://127.0.0.1:8080/gateway",
}


def test_beside_a_stand_in_time_may_run_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**STAND_IN, "KRING_TIME_SCALE": "90.5@1800000000"}.items():
        monkeypatch.setenv(name, value)
    assert Settings().time_scale == (90.5, 1_800_000_000)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"KRING_DISCORD_API_URL": ""},
        {"KRING_DISCORD_GATEWAY_URL": ""},
        {"KRING_DISCORD_GATEWAY_URL": "wss://proxy.example"},
        {"KRING_TIME_SCALE": "90"},
        {"KRING_TIME_SCALE": "0@1800000000"},
        {"KRING_TIME_SCALE": "-2@1800000000"},
    ],
)
def test_anywhere_else_and_otherwise_it_may_not(
    monkeypatch: pytest.MonkeyPatch, elsewhere: dict[str, str]
) -> None:
    for name, value in {**STAND_IN, "KRING_TIME_SCALE": "90@1800000000", **elsewhere}.items():
        monkeypatch.setenv(name, value)
    assert refusal().startswith("KRING_TIME_SCALE must be like 60@1790000000: 60 times as fast")


def test_every_setting_says_what_it_expects() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_a_misspelt_name_in_the_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_DISCORD_TOKN", "hush")
    assert refusal() == "KRING_DISCORD_TOKN is not a setting of Kring; did you mean KRING_DISCORD_TOKEN?"


def test_a_misspelt_name_in_the_file_is_refused() -> None:
    Path(".env").write_text("KRING_LANGAUGE=nl\n", "utf-8")
    assert refusal() == "KRING_LANGAUGE is not a setting of Kring; did you mean KRING_LANGUAGE?"


def test_a_name_that_looks_like_none_of_ours_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_COFFEE", "black")
    assert refusal() == "KRING_COFFEE is not a setting of Kring; .env.example names them all."


def test_names_of_others_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COFFEE", "black")
    Path(".env").write_text("TEA=green\n", "utf-8")
    assert Settings().language == "nl"


def test_each_mistake_gets_its_own_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_LANGUAGE", "fy")
    monkeypatch.setenv("KRING_SHARD_COUNT", "0")
    assert (
        refusal() == "KRING_LANGUAGE must be nl or en.\nKRING_SHARD_COUNT must be a whole number, 1 or more."
    )


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_DISCORD_TOKEN", "hush-token")
    monkeypatch.setenv("KRING_KEY", KEY)
    monkeypatch.setenv("KRING_DATABASE_URL", "postgresql+asyncpg://kring:hush-password@db/kring")
    shown = repr(Settings()) + str(Settings())
    assert "hush" not in shown
    assert KEY not in shown


def test_a_refusal_keeps_secrets_even_from_the_error_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_KEY", "hush-key")
    monkeypatch.setenv("KRING_DATABASE_URL", "hush-address")
    with pytest.raises(ValidationError) as caught:
        Settings()
    assert "hush" not in str(caught.value)
