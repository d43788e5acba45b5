"""A prepared case goes along to another method, by what its questions mean."""

import pytest

from methods.carrying import SAME, asked, carried
from methods.library import all_methods, method

CARD = {"titel": "De stilte", "situatie": "Het werd stil.", "vraag": "Wat nu?", "herkenning": "Mentoren."}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("bumpy", {"titel": "De stilte", "situatie": "Het werd stil."}),
        ("kollegiale", {"onderwerp": "De stilte"}),
        ("sto", {"titel": "De stilte", "casus": "Het werd stil."}),
        ("troika", {"uitdaging": "Het werd stil.", "hulp": "Wat nu?"}),
        ("toetsing", {"naam": "De stilte", "situatie": "Het werd stil.", "toetsvraag": "Wat nu?"}),
        ("incident", CARD),
    ],
)
def test_what_means_the_same_comes_along(after: str, found: dict[str, str]) -> None:
    recipe = method(after)
    words = carried(CARD, method("probleemoplossend"), recipe)
    assert {name: text for name, text in words.items() if name in asked(recipe)} == found


def test_what_has_no_place_is_there_after_a_change_back() -> None:
    here, there = method("probleemoplossend"), method("kollegiale")
    assert carried(carried(CARD, here, there), there, here).items() >= CARD.items()


def test_what_was_written_for_the_new_method_stays() -> None:
    words = CARD | {"casus": "Eigen verhaal."}
    assert carried(words, method("probleemoplossend"), method("sto"))["casus"] == "Eigen verhaal."


def test_a_text_that_is_too_long_for_its_new_question_is_cut() -> None:
    words = carried({"situatie": "a" * 500}, method("probleemoplossend"), method("troika"))
    assert len(words["uitdaging"]) <= 500


def test_each_question_that_means_the_same_is_in_some_method() -> None:
    known = {name for one in all_methods() for name in asked(one)}
    assert all(same <= known for same in SAME)
