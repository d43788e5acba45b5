"""Editors get the same answer as the command: what is fine is fine for both, and so is what is not."""

import json
import tomllib
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner

from bot.cli import app
from methods.engine.model import Method, Phase
from methods.library import all_methods
from methods.toml.schema import schema
from methods.toml.writing import written
from tests.toml.example import SMALL

COPY = Path(__file__).parents[2] / "docs" / "method.schema.json"
VALIDATOR = jsonschema_rs.Draft4Validator(schema())


@pytest.mark.parametrize("recipe", all_methods(), ids=lambda one: one.id)
def test_every_built_in_method_keeps_to_the_schema(recipe: Method) -> None:
    VALIDATOR.validate(tomllib.loads(written(recipe)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "write"', 'kind = "writing"'),
        ('    "silent",', '    "silence",'),
        ("max_length = 300", 'max_length = "300"'),
        ("required = true", "requird = true"),
        ("minutes = 5", 'minutes = "5"'),
        ('after = "kg.schrijven"', "after = 3"),
        ("max_length = 300", "max_length = 9000"),
        ("minutes = 5", "minutes = -5"),
        ('nl = "Delen"', f'nl = "{"D" * 46}"'),
        ('name = { nl = "Delen", en = "Sharing" }', 'name = { nl = "Delen" }'),
        ('name = { nl = "Delen", en = "Sharing" }\n', ""),
    ],
)
def test_what_the_command_refuses_the_editor_marks(old: str, new: str) -> None:
    assert SMALL.count(old) == 1
    assert VALIDATOR.is_valid(tomllib.loads(SMALL))
    assert not VALIDATOR.is_valid(tomllib.loads(SMALL.replace(old, new)))


def test_every_key_of_a_step_is_described_without_a_reference() -> None:
    step = schema()["properties"]["phases"]["items"]["properties"]
    assert step.keys() == set(Phase.__dataclass_fields__)
    assert all(step[name]["description"] for name in ("id", "kind", "who", "minutes", "prompt", "rules"))
    assert "$ref" not in json.dumps(schema())


def test_descriptions_come_in_the_language_that_was_asked_for() -> None:
    printed = CliRunner().invoke(app, ["methods", "schema", "--lang", "nl"]).stdout
    assert json.loads(printed) == schema("nl")
    assert schema("nl")["properties"]["name"]["description"] == "Hoe de methode heet."


def test_the_copy_in_docs_is_fresh() -> None:
    told = "Run `kring methods schema > docs/method.schema.json` and look at what changed."
    assert COPY.read_text("utf-8") == CliRunner().invoke(app, ["methods", "schema"]).stdout, told
