"""The command line as somebody types it, and what comes of it."""

import json
from typing import Any

from typer.testing import CliRunner, Result

from bot.cli import app


def kring(*words: str) -> Result:
    """What came of it."""
    return CliRunner().invoke(app, list(words))


def failed(result: Result, code: int) -> str:
    """The one sentence on standard error; there is no traceback and nothing on standard output."""
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr.strip()


def told(*words: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """The result as JSON."""
    result = kring(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)
