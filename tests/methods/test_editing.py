"""Forms change one thing of a method, and refuse what would spoil it; a copy is the server's own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.editing import Spot, asked, changed, copied
from methods.editing.copying import free_id
from methods.engine.model import Method, Minutes
from methods.engine.text import Text
from methods.faults import faults
from methods.library import method

BUMPY = method("bumpy")
SOME = tuple(method(name) for name in ("bumpy", "sto", "kollegiale", "toetsing"))
"""Between them they have every sort of place that a form can change."""


def every_spot(recipe: Method) -> list[Spot]:
    """Every place that a form can change."""
    spots = [Spot("name"), Spot("fits")]
    for phase in recipe.phases:
        spots += [Spot("minutes", phase.id), Spot("texts", phase.id)]
        spots += [Spot("question", phase.id, n) for n in range(len(phase.form.fields) if phase.form else 0)]
        spots += [Spot("answer", phase.id, n) for n in range(10)]
    return [spot for spot in spots if asked(recipe, spot)]


@pytest.mark.parametrize("recipe", SOME, ids=lambda one: one.id)
def test_handing_in_a_form_as_it_came_changes_nothing(recipe: Method) -> None:
    for spot in every_spot(recipe):
        form = asked(recipe, spot)
        assert form is not None
        assert changed(recipe, spot, {name: said for name, said in form.now.items() if said}) == recipe, spot


@pytest.mark.parametrize("recipe", SOME, ids=lambda one: one.id)
def test_every_form_fits_one_window_and_shows_all_that_stands_there(recipe: Method) -> None:
    for spot in every_spot(recipe):
        form = asked(recipe, spot)
        assert form is not None
        assert 1 <= len(form.fields) <= 5
        for field in form.fields:
            assert len(form.now.get(field.id, "")) <= (field.max_length or 5), (spot, field.id)
            assert len(field.label.nl) <= 45


def minutes(**said: str) -> Minutes | Text:
    outcome = changed(BUMPY, Spot("minutes", "bm.oogst"), said)
    return outcome if isinstance(outcome, Text) else outcome.phases[-1].minutes


def test_minutes_are_read_with_a_comma_or_a_point_and_by_who_counts() -> None:
    assert minutes(base="2", each="0,5", all="yes") == Minutes(2, 0.5, "n")
    assert minutes(base="2", each="0.75") == Minutes(2, 0.75, "t")
    assert minutes(base="4") == Minutes(4)


@pytest.mark.parametrize("said", ["vijf", "-1", "1e3", "1,234", "inf", "5 min", "٣"])
def test_what_is_no_number_of_minutes_is_refused(said: str) -> None:
    refused = minutes(base=said)
    assert isinstance(refused, Text)
    assert said in refused.to("nl")


def test_a_step_is_left_out_of_the_short_version_when_its_minutes_are_emptied() -> None:
    outcome = changed(BUMPY, Spot("minutes", "bm.uitleg"), {"base": "2"})
    assert isinstance(outcome, Method)
    assert outcome.phases[0].short is None


def test_minutes_that_a_form_cannot_show_stay_until_they_are_changed() -> None:
    sto = method("sto")
    where = next(phase for phase in sto.phases if phase.minutes.table)
    form = asked(sto, Spot("minutes", where.id))
    assert form is not None
    same = {name: said for name, said in form.now.items() if said}
    assert changed(sto, Spot("minutes", where.id), same) == sto
    other = changed(sto, Spot("minutes", where.id), {**same, "base": "9"})
    assert isinstance(other, Method)
    assert next(one for one in other.phases if one.id == where.id).minutes == Minutes(9)


def test_one_language_alone_is_refused() -> None:
    assert isinstance(changed(BUMPY, Spot("fits"), {"fits_nl": "Alles."}), Text)
    assert isinstance(
        changed(BUMPY, Spot("question", "bm.canvas", 1), {"label_nl": "A", "label_en": "B", "more_nl": "C"}),
        Text,
    )


@pytest.mark.parametrize(
    "spot",
    [Spot("texts", "bm.nergens"), Spot("question", "bm.canvas", 9), Spot("answer", "bm.canvas", 0)],
    ids=str,
)
def test_a_place_that_is_not_there_is_said_to_be_gone(spot: Spot) -> None:
    assert asked(BUMPY, spot) is None
    refused = changed(BUMPY, spot, {"name_nl": "A"})
    assert isinstance(refused, Text)
    assert "niet meer" in refused.to("nl")


def test_what_was_wrong_already_does_not_keep_one_from_mending_something_else() -> None:
    broken = replace(
        BUMPY, phases=(replace(BUMPY.phases[0], prompt=Text(nl="{x}", en="{x}")), *BUMPY.phases[1:])
    )
    assert faults(broken)
    outcome = changed(broken, Spot("fits"), {"fits_nl": "Alles.", "fits_en": "Anything."})
    assert isinstance(outcome, Method)


def test_a_copy_has_another_name_and_no_command() -> None:
    copy = copied(BUMPY, Text(nl="Één Hobbel, samen!", en="One bump"), [])
    assert (copy.id, copy.command, copy.phases) == ("een-hobbel-samen", None, BUMPY.phases)


@given(st.text(max_size=60), st.sets(st.sampled_from(["bumpy", "a", "m", "m-2", "bumpy-2"])))
def test_any_name_gives_a_short_name_that_is_free_and_allowed(name: str, taken: set[str]) -> None:
    found = free_id(name, taken)
    assert found not in taken
    assert [one for one in faults(replace(BUMPY, id=found)) if one.path == ("id",)] == []
