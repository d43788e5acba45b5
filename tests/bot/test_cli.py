"""The command `kring`: what it prints, and the one sentence it ends with when something is wrong."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from bot.permissions import NEEDED, WORDS
from methods.library import all_methods
from tests.bot.commands import failed, kring, told


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without `.env`, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("KRING_DISCORD_TOKEN", "KRING_DATABASE_URL", "KRING_KEY", "KRING_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


# --- The library --------------------------------------------------------------------------------------------


def test_the_library_names_every_method() -> None:
    assert {row["id"] for row in told("methods", "list")} == {method.id for method in all_methods()}
    assert "Bumpy Moments" in kring("methods", "list").stdout


def test_a_method_is_shown_step_by_step_in_either_language() -> None:
    shown = told("methods", "show", "bumpy", "--lang", "en")
    assert [phase["id"] for phase in shown["phases"]][:2] == ["bm.uitleg", "bm.canvas"]
    assert len(shown["phases"][1]["fields"]) == 5
    assert "Filling in the canvas" in kring("methods", "show", "bumpy", "--lang", "en").stdout
    assert "Canvas invullen" in kring("methods", "show", "bumpy").stdout


def test_a_plan_has_the_minutes_of_every_step() -> None:
    planned = told("methods", "plan", "bumpy", "--people", "6", "--minutes", "150")
    assert planned["fits"]
    assert planned["total_minutes"] == sum(phase["minutes"] for phase in planned["phases"])
    assert "fr.groepen" not in {phase["id"] for phase in planned["phases"]}


@pytest.mark.parametrize("method", [one.id for one in all_methods()])
def test_the_phases_of_a_plan_add_up_and_with_the_buffer_fill_what_is_booked(method: str) -> None:
    for people in (5, 6):
        planned = told("methods", "plan", method, "--people", str(people), "--minutes", "120")
        assert planned["fits"]
        assert sum(phase["minutes"] for phase in planned["phases"]) == planned["total_minutes"]
        assert planned["total_minutes"] + planned["buffer_minutes"] == 120


def test_a_plan_names_what_is_shorter_what_is_left_out_and_which_case_goes() -> None:
    planned = told("methods", "plan", "bumpy", "--minutes", "90")
    assert {"id": "fr.thema", "full": 15, "minutes": 10} in planned["shortened"]
    assert planned["dropped"] == ["bm.vragen3", "bm.effect_schrijven", "bm.effect_ronde"]
    lines = kring("methods", "plan", "bumpy", "--minutes", "90", "--lang", "en").stdout
    assert "shorter: Theme introduction 15 → 10" in lines
    assert "left out: Question round 3: inside" in lines
    words = ("methods", "plan", "probleemoplossend", "--minutes", "110", "--people", "8")
    one_case = told(*words)
    assert one_case["dropped"] == ["round:2"]
    assert "vervalt: ronde 2" in kring(*words).stdout


@pytest.mark.parametrize(
    ("people", "talk", "sentence"),
    [
        ("2", "spoken", "z’n tweeën"),
        ("3", "spoken", "alleen de troika"),
        ("7", "written", "alleen gesproken"),
    ],
)
def test_a_group_of_a_size_that_cannot_be_does_not_fit_and_hears_why(
    people: str, talk: str, sentence: str
) -> None:
    planned = told("methods", "plan", "incident", "--people", people, "--talk", talk)
    assert not planned["fits"]
    assert sentence in planned["notice"]


def test_a_list_for_programs_has_names_minutes_languages_and_gates() -> None:
    rows = {row["id"]: row for row in told("methods", "list")}
    assert rows["bumpy"]["minutes"] == {"spoken": {"5": 67, "6": 78}, "written": {"5": 83, "6": 92}}
    assert rows["bumpy"]["names"] == {"nl": "Bumpy Moments", "en": "Bumpy Moments"}
    assert rows["bumpy"]["languages"] == ["nl", "en"]
    assert rows["bumpy"]["gates"] == {}
    assert rows["clinic"]["gates"] == {"hidden_in_first_session": True, "voice_only": True}
    assert rows["tienstappen"]["gates"] == {"warn_under_core_minutes": 75}


def test_which_method_fits_is_answered_with_reasons_in_both_languages() -> None:
    found = told("methods", "which", "--wish", "vast")
    assert [one["id"] for one in found["methods"]] == ["roddel", "kollegiale"]
    assert set(found["methods"][0]["reason"]) == {"nl", "en"}
    assert found["methods"][1]["option"] == "omgekeerd"
    assert "1. Respectful gossip" in kring("methods", "which", "--wish", "vast", "--lang", "en").stdout
    new = told("methods", "which", "--wish", "vast", "--new")
    assert new["methods"] == []
    assert "Hier past zo geen methode bij" in kring("methods", "which", "--wish", "vast", "--new").stdout


def test_which_method_fits_needs_a_wish_where_nobody_can_be_asked() -> None:
    assert "--wish oplossing | inzicht" in failed(kring("methods", "which"), 2)


def test_a_plan_that_does_not_fit_says_what_would() -> None:
    planned = told("methods", "plan", "bumpy", "--minutes", "60", "--talk", "written")
    assert not planned["fits"]
    assert "Kies:" in planned["notice"]
    assert (
        planned["notice"] in kring("methods", "plan", "bumpy", "--minutes", "60", "--talk", "written").stdout
    )


@pytest.mark.parametrize("command", [("methods", "show"), ("methods", "plan")])
def test_an_unknown_method_is_a_sentence_with_those_that_there_are(command: tuple[str, ...]) -> None:
    known = ", ".join(method.id for method in all_methods())
    assert failed(kring(*command, "gossip"), 2) == f"There is no method 'gossip'; there are: {known}."


# --- Looking after it -----------------------------------------------------------------------------------------


def test_the_invitation_asks_for_exactly_what_kring_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"permissions={NEEDED.value}" in kring("invite", "123456789012345678").stdout
    assert told("invite", "123456789012345678")["permissions"] == list(WORDS)
    first = urlsafe_b64encode(b"987654321098765432").decode().rstrip("=")
    monkeypatch.setenv("KRING_DISCORD_TOKEN", f"{first}.abc.def")
    assert "client_id=987654321098765432" in kring("invite").stdout


def test_without_an_application_there_is_no_invitation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "kring invite 123456789012345678" in failed(kring("invite"), 1)
    monkeypatch.setenv("KRING_DISCORD_TOKEN", "no token at all")
    sentence = failed(kring("invite"), 78)
    assert "KRING_DISCORD_TOKEN" in sentence
    assert "no token at all" not in sentence


def test_the_database_is_made_and_brought_up_to_date(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KRING_DATABASE_URL", f"sqlite+aiosqlite:///{elsewhere}/data/kring.db")
    first = told("db", "upgrade")
    assert (elsewhere / "data" / "kring.db").is_file()
    assert told("db", "upgrade") == first
    assert first["revision"] in kring("db", "upgrade").stdout


def test_a_database_that_cannot_be_opened_is_a_sentence(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "file").write_text("not a folder")
    monkeypatch.setenv("KRING_DATABASE_URL", f"sqlite+aiosqlite:///{elsewhere}/file/kring.db")
    assert failed(kring("db", "upgrade"), 69)


@pytest.mark.parametrize("command", [("db", "upgrade"), ("invite",), ("run",)])
def test_a_misspelt_setting_is_a_sentence(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_DATABASE_URI", "sqlite+aiosqlite:///x.db")
    assert "did you mean KRING_DATABASE_URL?" in failed(kring(*command), 78)


def test_running_without_a_token_is_a_sentence() -> None:
    assert "KRING_DISCORD_TOKEN is not set" in failed(kring("run"), 78)


# --- Rehearsing ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--minutes", "60"), "Ook ingekort duurt dit"),
        (("--minutes", "60", "--lang", "en"), "Even shortened this takes"),
        (("--people", "2"), "A rehearsal takes 3 to 240 people, not 2."),
        (("--method", "gossip"), "There is no method 'gossip'"),
        (("--until", "po.lus"), "An evening with 'bumpy' has no phase 'po.lus'."),
    ],
)
def test_a_rehearsal_that_cannot_be_played_ends_in_its_sentence(
    words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in failed(kring("rehearse", *words), 2)


def test_a_folder_that_cannot_be_written_to_is_noticed_before_anybody_plays(elsewhere: Path) -> None:
    (elsewhere / "file").write_text("not a folder")
    sentence = failed(kring("rehearse", "--people", "3", "--out", str(elsewhere / "file" / "out")), 1)
    assert "cannot be written to" in sentence


@pytest.mark.slow
def test_a_rehearsal_prints_its_summary_and_keeps_four_files(elsewhere: Path) -> None:
    words = ("rehearse", "--people", "3", "--until", "fr.kennismaken", "--out", str(elsewhere / "out"))
    result = kring(*words, "--json")
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)
    assert summary == json.loads((elsewhere / "out" / "summary.json").read_text("utf-8"))
    assert summary["groups"][0]["members"] == 3
    assert (elsewhere / "out" / "transcript.md").read_text("utf-8").startswith("# Een middag met Kring")
    assert "Je drukt op ‘Ik ben er’." in (elsewhere / "out" / "heard.md").read_text("utf-8")
    assert (elsewhere / "out" / "requests.jsonl").stat().st_size > 1000


@pytest.mark.slow
def test_a_rehearsal_tells_how_it_went_and_touches_no_live_database(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KRING_DATABASE_URL", f"sqlite+aiosqlite:///{elsewhere}/live.db")
    result = kring("rehearse", "--people", "3", "--until", "fr.kennismaken")
    assert result.exit_code == 0, result.output
    assert "3 people, 1 group" in result.stdout
    assert "fr.welkom" in result.stdout
    assert list(elsewhere.iterdir()) == []
