"""Lists under a form: a choice, or the beginning of what is typed."""

from dataclasses import replace

import pytest

from bot.picking import listed, picked
from methods.engine.model import Field, Form
from methods.engine.text import Text

HERE = Text(nl="Op locatie", en="On location")
PLACE = Field(
    id="plek",
    label=Text(nl="Waar", en="Where"),
    max_length=60,
    options=(Text(nl="Online", en="Online"), HERE),
)
FORM = Form((PLACE, Field(id="datum", label=Text(nl="Wanneer", en="When"), max_length=60)))


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("", "Op locatie"),
        ("lokaal 12", "Op locatie: lokaal 12"),
        ("Online: lokaal 12", "Op locatie: lokaal 12"),
        ("Op locatie", "Op locatie"),
        ("On location: lokaal 12", "Op locatie: lokaal 12"),
        ("Online lukt niet", "Op locatie: Online lukt niet"),
    ],
)
def test_what_was_typed_stays_and_another_option_goes(answer: str, chosen: str) -> None:
    assert picked(FORM, "plek", ["1"], answer, "nl") == chosen


def test_a_choice_is_its_option_and_nothing_else() -> None:
    form = Form((replace(PLACE, kind="choice", max_length=None),))
    assert picked(form, "plek", ["1"], "Online", "en") == "On location"


@pytest.mark.parametrize(
    ("name", "chosen"), [("plek", ["2"]), ("plek", []), ("plek", ["x"]), ("datum", ["0"])]
)
def test_what_no_list_offers_is_no_answer(name: str, chosen: list[str]) -> None:
    assert picked(FORM, name, chosen, "", "nl") is None


def test_only_questions_with_options_have_a_list() -> None:
    assert listed(FORM) == (PLACE,)
    assert listed(None) == ()
