"""The page of the methods says what the methods say."""

from docs.make_methods import PAGE, page


def test_the_page_is_fresh() -> None:
    told = "Run `.venv/bin/python docs/make_methods.py` and look at what changed."
    assert PAGE.read_text("utf-8") == page(), told
