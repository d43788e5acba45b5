"""Practising: every button leads somewhere, every page can be reached, and both ends come within a few presses."""

import pytest

from methods.practice import FINISHED, PAGES, WRITE, Page


def reached(start: str = "start") -> set[str]:
    """Every page that can be reached; the form leads to what was written."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        page = todo.pop()
        if page in seen:
            continue
        seen.add(page)
        todo += ["written" if step.to == WRITE else step.to for step in PAGES[page].steps]
    return seen


def test_every_page_can_be_reached() -> None:
    assert reached() == set(PAGES)


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_a_page_is_short_has_words_on_every_button_and_both_languages(page: Page) -> None:
    assert 1 <= len(page.steps) <= 5
    for text in (page.text.nl, page.text.en):
        assert 20 < len(text) < 600
    assert page.text.nl.count("{mine}") == page.text.en.count("{mine}")
    assert all(step.label.nl and step.label.en for step in page.steps)


def test_the_first_button_of_every_page_leads_to_an_end() -> None:
    page, pages = "start", []
    while page not in FINISHED:
        pages.append(page)
        step = PAGES[page].steps[-1] if PAGES[page].steps[0].to == WRITE else PAGES[page].steps[0]
        page = step.to
    assert len(pages) < 10
