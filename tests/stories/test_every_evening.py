"""Every method runs from beginning to end: another evening after each change here, all of them by `make evenings`."""

from hashlib import sha256
from pathlib import Path

import pytest

from methods.engine.model import Talk
from methods.library import all_methods
from tests.stories.every_evening import played, scripts, talks

CHANGES = Path(__file__).parents[2] / "CHANGELOG.md"
SHORT = [one for one in scripts() if one.people in {3, 4}]


def test_all_methods_are_played_in_both_languages_and_in_every_way_they_may() -> None:
    kinds = {(one.method, one.talk, one.language) for one in scripts()}
    expected = {(m.id, talk.value, lang) for m in all_methods() for talk in talks(m) for lang in ("nl", "en")}
    assert kinds == expected
    assert {m.id for m in all_methods() if talks(m) == (Talk.SPOKEN,)} == {"balint", "clinic"}


@pytest.mark.slow
def test_the_evening_of_this_change_runs_from_beginning_to_end() -> None:
    script = SHORT[int(sha256(CHANGES.read_bytes()).hexdigest(), 16) % len(SHORT)]
    _, wrong, _ = played(script)
    assert wrong == [], script
