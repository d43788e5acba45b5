"""The code of conduct: its text belongs to its version, and fits one private message in both languages."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from methods import code_of_conduct
from methods.frame import CODE

SPECIFICATION = Path(__file__).resolve().parents[3] / "shared" / "domain" / "forms.json"
DIGESTS = {1: "b7408101e982466a"}
"""Of each version its text: a text that changes without its number would be asked of nobody."""
LEADER = 9
"""The article in which screens never say «begeleider» alone."""


def test_a_changed_text_has_a_new_version() -> None:
    whole = code_of_conduct.whole()
    assert sha256(f"{whole.nl}\n{whole.en}".encode()).hexdigest()[:16] == DIGESTS[code_of_conduct.VERSION]


def test_five_own_articles_of_the_longest_kind_fit_in_a_message_too() -> None:
    own = ["x" * code_of_conduct.LONGEST_ARTICLE] * code_of_conduct.MOST_ARTICLES
    whole = code_of_conduct.whole(own)
    assert max(len(whole.nl), len(whole.en)) < 3500


def test_each_change_of_own_articles_has_a_version_that_no_other_text_has() -> None:
    versions = [code_of_conduct.version(changes) for changes in range(4)]
    assert versions[0] == code_of_conduct.VERSION
    assert len(set(versions)) == 4


def test_the_whole_text_leaves_room_in_a_message_for_what_is_said_with_it() -> None:
    assert max(len(code_of_conduct.whole().nl), len(code_of_conduct.whole().en)) < 3000


def test_the_step_shows_the_short_text_and_the_one_answer_there_is() -> None:
    assert CODE.prompt.nl.startswith(code_of_conduct.SHORT.nl)
    assert CODE.prompt.en.startswith(code_of_conduct.SHORT.en)
    assert CODE.ballot is not None
    assert CODE.ballot.kind == "options"
    assert [option.label for option in CODE.ballot.options] == [code_of_conduct.AGREE]


@pytest.mark.skipif(
    not SPECIFICATION.is_file(),
    reason="the specification (../shared/domain/forms.json) is not beside this checkout",
)
def test_the_articles_are_those_of_the_specification() -> None:
    code = json.loads(SPECIFICATION.read_text("utf-8"))["code_of_conduct"]
    told = {one["nr"]: (one["text"]["nl"], one["text"]["en"]) for one in code["articles"]}
    ours = {n: (one.nl, one.en) for n, one in enumerate(code_of_conduct.ARTICLES, start=1)}
    assert [n for n in told if told[n] != ours.get(n)] == [LEADER]
    assert (code["short"]["nl"], code["short"]["en"]) == (code_of_conduct.SHORT.nl, code_of_conduct.SHORT.en)
