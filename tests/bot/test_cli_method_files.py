"""A method as a file: printed to start from, and checked with every mistake named."""

import json
import tomllib
from pathlib import Path

import pytest

from bot.cli.rehearse import renamed
from methods.library import method
from methods.toml.reading import MOST_BYTES, read
from tests.bot.commands import failed, kring
from tests.toml.example import SMALL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "my.toml"


def test_a_built_in_method_is_printed_as_a_file_and_that_file_is_fine(file: Path) -> None:
    file.write_text(kring("methods", "show", "bumpy", "--toml").stdout, "utf-8")
    assert tomllib.loads(file.read_text("utf-8"))["id"] == "bumpy"
    checked = kring("methods", "check", str(file), "--lang", "en")
    assert checked.exit_code == 0
    clash, fine, trial = checked.stdout.splitlines()
    assert clash.startswith("Note, ‘bumpy’ is a method of Kring's own.")
    assert fine == f"{file} is fine: ‘Bumpy Moments’, 14 steps."
    assert trial.startswith(
        "Played 50 times by robots, in groups of 4 to 8: every conversation came to its end."
    )


def test_a_method_is_shown_with_who_acts_and_for_how_long() -> None:
    shown = kring("methods", "show", "bumpy").stdout
    assert "2. Canvas invullen (stil) (bm.canvas) · iedereen · 9 min (getypt 10)" in shown
    assert method("bumpy").sources[0] in shown


def test_every_mistake_is_a_line_with_its_place_and_the_code_is_1(file: Path) -> None:
    file.write_text(
        SMALL.replace('kind = "write"', "kind = write").replace("minutes = 5", "minuten = 5"), "utf-8"
    )
    result = kring("methods", "check", str(file), "--lang", "en")
    assert result.exit_code == 1
    renamed, unquoted, last = result.stdout.splitlines()
    assert renamed == "line 12 · phases[0].minuten: I do not know ‘minuten’ here. Do you mean ‘minutes’?"
    assert unquoted.startswith("line 19, column 8 · phases[1].kind: I do not understand this value.")
    assert last == f"{file}: 2 mistakes."


def test_a_program_gets_the_mistakes_as_json(file: Path) -> None:
    file.write_text(SMALL.replace("minutes = 5", "minuten = 5"), "utf-8")
    result = kring("methods", "check", str(file), "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert not told["ok"]
    assert [(one["line"], one["column"], one["path"]) for one in told["mistakes"]] == [
        (12, None, "phases[0].minuten")
    ]
    file.write_text(SMALL, "utf-8")
    told = json.loads(kring("methods", "check", str(file), "--json").stdout)
    assert (told["ok"], told["mistakes"], told["remarks"]) == (True, [], [])
    assert (told["trial"]["games"], told["trial"]["ended"], told["trial"]["never"]) == (50, 50, [])


def test_a_remark_is_told_and_is_no_mistake(file: Path) -> None:
    file.write_text(SMALL.replace('after = "kg.schrijven"\n', ""), "utf-8")
    result = kring("methods", "check", str(file), "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.startswith("Note, line 16 · phases[1]: What people write here is shown nowhere")


def test_a_file_stands_for_a_method_wherever_one_is_asked_for(file: Path) -> None:
    file.write_text(SMALL, "utf-8")
    assert "2. Schrijven (kg.schrijven)" in kring("methods", "show", str(file)).stdout
    planned = json.loads(kring("methods", "plan", str(file), "--json").stdout)
    assert "kg.delen" in {phase["id"] for phase in planned["phases"]}
    file.write_text(SMALL.replace("minutes = 5", "minuten = 5"), "utf-8")
    for command in (("methods", "show"), ("methods", "plan"), ("rehearse", "--method")):
        told = failed(kring(*command, str(file)), 1)
        assert told.startswith("regel 12 · phases[0].minuten: ‘minuten’ ken ik hier niet.")
        assert told.endswith("1 fout.")


def test_a_copy_that_kept_its_id_is_rehearsed_under_another_one() -> None:
    assert renamed(method("bumpy")).id == "bumpy-2"
    own = read(SMALL).method
    assert own is not None
    assert renamed(own) is own


def test_a_file_that_cannot_be_opened_is_a_sentence(file: Path, tmp_path: Path) -> None:
    assert failed(kring("methods", "check", str(file)), 1) == f"{file} is er niet."
    assert failed(kring("methods", "check", str(tmp_path)), 1) == f"{tmp_path} is een map, geen bestand."
    assert failed(kring("methods", "check", str(tmp_path / "a" / "b")), 1).endswith("is er niet.")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (b"\x00\x01\x02", "geen tekstbestand"),
        (b"naam = '\xe9'", "UTF-8"),
        (b" " * (MOST_BYTES + 1), "64 kB"),
    ],
)
def test_a_file_that_is_no_method_is_a_sentence(file: Path, content: bytes, words: str) -> None:
    file.write_bytes(content)
    result = kring("methods", "check", str(file))
    assert result.exit_code == 1
    assert words in result.stdout.splitlines()[0]
    assert result.stdout.splitlines()[1:] == [f"{file}: 1 fout."]


def test_a_file_of_a_hundred_million_bytes_is_not_read_to_its_end(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(100_000_000)
    assert "64 kB" in kring("methods", "check", str(file)).stdout
