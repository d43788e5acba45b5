"""Starting: what a person can mend is told in one sentence, with an exit code that is not 0."""

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import structlog

from bot.__main__ import run
from bot.logs import configure
from storage.alone import alone
from storage.keys import load_key

ROOT = Path(__file__).parents[2]
Start = Callable[[Mapping[str, str]], tuple[int, str]]


@pytest.fixture
def start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Start]:
    """Run Kring with these settings and no others; its exit code, and what it said on standard error."""
    monkeypatch.chdir(tmp_path)
    usual = {
        "KRING_DISCORD_TOKEN": "a.b.c",
        "KRING_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'data' / 'kring.db'}",
        "KRING_KEY_FILE": str(tmp_path / "key" / "kring.key"),
        "KRING_DISCORD_API_URL": "http://127.0.0.1:9/api/v10",
    }

    def with_settings(settings: Mapping[str, str]) -> tuple[int, str]:
        for name, value in {**usual, **settings}.items():
            monkeypatch.setenv(name, value)
        code = run()
        return code, capfd.readouterr().err

    handlers = list(logging.getLogger().handlers)
    yield with_settings
    structlog.reset_defaults()
    logging.getLogger().handlers[:] = handlers


@pytest.fixture
def discord() -> Iterator[Callable[[int, bytes], str]]:
    """Something in Discord's place that answers everything with this status and body; its address."""
    servers = []

    def answering(status: int, body: bytes) -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/api/v10"

    yield answering
    for server in servers:
        server.shutdown()
        server.server_close()


def only_sentence(said: str) -> str:
    """The one line on standard error."""
    (line,) = said.strip().splitlines()
    assert line.endswith((".", "?"))
    return line


def test_without_a_token_it_says_where_to_put_one(start: Start) -> None:
    code, said = start({"KRING_DISCORD_TOKEN": ""})
    assert code == 78
    assert only_sentence(said).startswith("KRING_DISCORD_TOKEN is not set")


def test_a_wrong_token_is_called_so(start: Start, discord: Callable[[int, bytes], str]) -> None:
    address = discord(401, b'{"message": "401: Unauthorized", "code": 0}')
    code, said = start({"KRING_DISCORD_API_URL": address})
    assert code == 78
    assert only_sentence(said) == "Discord does not accept the token in KRING_DISCORD_TOKEN."


@pytest.mark.parametrize("token", ["geheim wachtwoord", "töken.é.ü", "a\nb"])
def test_what_cannot_be_a_token_is_a_wrong_one(
    start: Start, discord: Callable[[int, bytes], str], token: str
) -> None:
    address = discord(401, b'{"message": "401: Unauthorized", "code": 0}')
    code, said = start({"KRING_DISCORD_API_URL": address, "KRING_DISCORD_TOKEN": token})
    assert code != 0
    assert token not in only_sentence(said)


def test_a_discord_that_cannot_be_reached_is_called_so(start: Start) -> None:
    code, said = start({})
    assert code == 69
    assert only_sentence(said).startswith("Discord cannot be reached")


def test_a_discord_that_refuses_is_called_so(start: Start, discord: Callable[[int, bytes], str]) -> None:
    address = discord(403, b'{"message": "Forbidden", "code": 40001}')
    code, said = start({"KRING_DISCORD_API_URL": address})
    assert code == 69
    assert only_sentence(said) == "Discord does not let Kring in (403/40001)."


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("KRING_LANGUAGE", "de", "KRING_LANGUAGE must be nl or en."),
        ("KRING_SHARD_COUNT", "0", "KRING_SHARD_COUNT must be a whole number, 1 or more."),
        ("KRING_DATABASE", "x", "KRING_DATABASE is not a setting of Kring"),
        ("KRING_LOG_LEVEL", "LOUD", "KRING_LOG_LEVEL must be"),
    ],
)
def test_a_bad_setting_is_named(start: Start, setting: str, value: str, sentence: str) -> None:
    code, said = start({setting: value})
    assert code == 78
    assert only_sentence(said).startswith(sentence)


def test_a_database_whose_folder_cannot_be_made_is_named(start: Start, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    code, said = start({"KRING_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'taken' / 'kring.db'}"})
    assert code == 69
    assert "cannot be opened" in only_sentence(said)


def test_a_database_that_may_only_be_read_is_called_so(start: Start, tmp_path: Path) -> None:
    start({})  # makes it
    file = tmp_path / "data" / "kring.db"
    code, said = start({"KRING_DATABASE_URL": f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true"})
    assert code == 69
    assert "may not write to the database" in only_sentence(said)


def test_a_file_that_is_no_database_is_called_so(start: Start, tmp_path: Path) -> None:
    start({})  # makes the key
    file = tmp_path / "other" / "kring.db"
    file.parent.mkdir()
    file.write_bytes(b"This is no database, but long enough to look like one." * 40)
    code, said = start({"KRING_DATABASE_URL": f"sqlite+aiosqlite:///{file}"})
    assert code == 69
    assert "no database" in only_sentence(said)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+asyncpg://kring:geheim@127.0.0.1:9/kring",
        "postgresql+asyncpg://kring:geheim@nowhere.invalid/k",
    ],
)
def test_a_database_elsewhere_that_cannot_be_reached_ends_in_one_sentence(start: Start, address: str) -> None:
    code, said = start({"KRING_DATABASE_URL": address})
    assert code == 69
    assert "geheim" not in only_sentence(said)


def test_another_key_than_the_database_was_written_with_is_called_so(start: Start, tmp_path: Path) -> None:
    start({})
    load_key(None, tmp_path / "other" / "kring.key")
    code, said = start({"KRING_KEY_FILE": str(tmp_path / "other" / "kring.key")})
    assert code == 69
    assert "another key" in only_sentence(said)


def test_a_second_kring_on_one_database_is_told_so_and_the_first_one_goes_on(
    start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "data" / "kring.db"
    with alone(file):
        code, said = start({})
        assert code == 69
        assert only_sentence(said).startswith("Another Kring runs on this database: stop that one first")
        assert not file.exists()
    _, said = start({})
    assert "Another Kring" not in said


KILLED = """
import os, pathlib, signal, sys
from storage.alone import alone
with alone(pathlib.Path(sys.argv[1])):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kring_that_was_killed_keeps_nobody_out(start: Start, tmp_path: Path) -> None:
    words = [sys.executable, "-c", KILLED, str(tmp_path / "data" / "kring.db")]
    done = subprocess.run(words, env={"PYTHONPATH": str(ROOT)}, check=False, timeout=60)  # noqa: S603 - ours
    assert done.returncode == -signal.SIGKILL
    _, said = start({})
    assert "Another Kring" not in said


def test_a_key_that_is_gone_is_missed_and_no_other_is_made_in_its_place(start: Start, tmp_path: Path) -> None:
    start({})
    file = tmp_path / "key" / "kring.key"
    file.rename(tmp_path / "mislaid.key")
    code, said = start({})
    assert code == 69
    assert only_sentence(said) == f"The key is not there: put it back at {file}, or set KRING_KEY."
    assert not file.exists()


def test_from_the_shell_too_it_is_one_sentence_and_a_code(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "KRING_LANGUAGE": "de"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 78
    assert only_sentence(done.stderr) == "KRING_LANGUAGE must be nl or en."


def test_a_fault_in_the_log_shows_no_values_of_variables(capfd: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    words = {"verhaal": "Dit is mijn geheim."}
    try:
        _fails(words)
    except KeyError:
        structlog.get_logger().exception("not saved")
    finally:
        structlog.reset_defaults()
    said = capfd.readouterr().err
    assert "not saved" in said
    assert "geheim" not in said


def test_the_log_tells_news_and_not_every_statement_of_the_database(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    configure("INFO")
    structlog.reset_defaults()
    assert logging.getLogger("discord").isEnabledFor(logging.INFO)
    assert not logging.getLogger("sqlalchemy.engine.Engine").isEnabledFor(logging.INFO)
    assert not logging.getLogger("alembic.runtime.migration").isEnabledFor(logging.INFO)


def _fails(words: Mapping[str, str]) -> str:
    """Fail with words at hand."""
    return words["title"]
