"""The checks on single sentences, on anything at all, and as a command."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.cli import app
from methods.checks.model import Detail, Label
from methods.checks.privacy import find_details
from methods.checks.questions import REASONS, check_question
from methods.engine.text import Language

SENTENCES: tuple[tuple[Language, str, Label], ...] = (
    ("nl", "Wat gebeurde er precies?", Label.QUESTION),
    ("nl", "Wat heb je al geprobeerd?", Label.QUESTION),
    ("nl", "Heb je met haar gesproken?", Label.QUESTION),
    ("nl", "Heb je al eens overwogen om met de ouders te praten?", Label.ADVICE_AS_QUESTION),
    ("nl", "Zou je niet beter eerst naar je leidinggevende gaan?", Label.ADVICE_AS_QUESTION),
    ("nl", "Je moet hem gewoon even apart nemen.", Label.ADVICE),
    ("nl", "Waarom heb je hem niet gewoon laten gaan?", Label.ADVICE_AS_QUESTION),
    ("en", "What did you hope would happen?", Label.QUESTION),
    ("en", "Have you tried talking to her?", Label.ADVICE_AS_QUESTION),
    ("en", "Why don't you just call the parents?", Label.ADVICE_AS_QUESTION),
    ("en", "You should tell your head teacher.", Label.ADVICE),
)
DETAILS: tuple[tuple[Language, str, str, Detail], ...] = (
    ("nl", "Toen zei Fatima dat het goed was.", "Fatima", Detail.PERSON),
    ("nl", "Mijn nummer is 06-12345678.", "06-12345678", Detail.PHONE),
    ("nl", "Mail me op jan@school.nl als het kan.", "jan@school.nl", Detail.EMAIL),
    ("nl", "Zijn bsn is 111222333.", "111222333", Detail.BSN),
    ("nl", "Hij woont in de Dorpsstraat 12.", "Dorpsstraat 12", Detail.ADDRESS),
    ("en", "Two pupils from class 3H2 came in.", "class 3H2", Detail.CLASS),
    ("en", "See https://school.example/plan for more.", "https://school.example/plan", Detail.URL),
)
ANYTHING = st.text(max_size=300) | st.text("aeinrstJ .,?!'’-0123456789", max_size=200)


@pytest.mark.parametrize(("language", "text", "label"), SENTENCES)
def test_a_sentence_is_taken_for_what_it_is(language: Language, text: str, label: Label) -> None:
    assert check_question(text, language).label is label


@pytest.mark.parametrize(("language", "text", "detail", "kind"), DETAILS)
def test_a_detail_is_found_where_it_stands(language: Language, text: str, detail: str, kind: Detail) -> None:
    assert [(text[one.start : one.end], one.kind) for one in find_details(text, language)] == [(detail, kind)]


@pytest.mark.parametrize(
    "text", ["Bij ons is dat gewoon.", "Ik ben bang dat het misgaat.", "111222334 is geen bsn."]
)
def test_an_ordinary_sentence_has_nothing_in_it(text: str) -> None:
    assert find_details(text, "nl") == ()


def test_every_label_has_a_reason_in_both_languages() -> None:
    assert set(REASONS) == set(Label)
    assert all(text.nl and text.en for text in REASONS.values())


@given(ANYTHING, st.sampled_from(["nl", "en"]))
def test_no_text_whatever_makes_a_check_fail(text: str, language: Language) -> None:
    check_question(text, language)
    ends = [0]
    for span in find_details(text, language):
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)


# --- As a command -----------------------------------------------------------------------------------


def ran(tmp_path: Path, check: str, content: str | bytes) -> tuple[int, str, str]:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = CliRunner().invoke(app, ["check", check, str(file), "--lang", "nl"])
    return result.exit_code, result.stdout, result.stderr


def test_questions_come_out_one_for_each_line(tmp_path: Path) -> None:
    texts = ["Wat zag je?", "Je moet gewoon stoppen."]
    content = "\n".join(json.dumps({"text": text}) for text in texts)
    code, out, _ = ran(tmp_path, "questions", content)
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(one["text"], one["label"]) for one in told] == list(
        zip(texts, ["question", "advice"], strict=True)
    )
    assert all(set(one) == {"text", "label", "reason"} for one in told)


def test_details_come_out_with_their_offsets_in_characters(tmp_path: Path) -> None:
    text = "🙂 Bel 06-12345678"
    _, out, _ = ran(tmp_path, "privacy", json.dumps({"text": text}))
    (span,) = json.loads(out)["spans"]
    assert text[span["start"] : span["end"]] == "06-12345678"
    assert span["kind"] == "phone"


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    code, out, err = ran(
        tmp_path, "questions", '{"text": "Wat zag je?"}\nnee\n{"tekst": 1}\n{"text": "Hoe?"}\n'
    )
    assert code == 2
    assert len(out.splitlines()) == 2
    assert err.strip() == 'Not {"text": "…"} on line 2, 3 of texts.jsonl.'


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b""])
def test_a_file_that_is_no_text_or_empty_is_no_traceback(tmp_path: Path, content: bytes) -> None:
    code, out, err = ran(tmp_path, "privacy", content)
    assert (code, out) in {(0, ""), (2, "")}
    assert "Traceback" not in err
