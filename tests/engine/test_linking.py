"""Definitions beside approaches: a note about each definition, and links that are told in one line."""

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.events import Act
from methods.engine.forms import form_for
from methods.engine.harvest import harvest
from methods.engine.messages import Reveal, Say, Tell
from methods.engine.text import PersonId
from tests.engine.play import Table, at_table

STEPS = ("lo.definitie_schrijven", "lo.definities", "lo.assumpties", "lo.ervaring_schrijven")
REST = ("lo.ervaring_ronde", "lo.verbinden", "lo.reactie")


def defined() -> Table:
    """Persons 1 to 3 wrote definitions, and person 2 brings in; person 1 leads and notes."""
    table = at_table(*STEPS, *REST, number=3)
    for who in (1, 2, 3):
        table.writes(who, definitie=f"van {who}")
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    assert table.at == "lo.assumpties"
    return table


def connecting() -> Table:
    table = defined()
    table.does(1, Act.NEXT)
    table.writes(1, situatie="a", aanpak="b")
    table.writes(3, situatie="c", aanpak="d")
    table.does(1, Act.NEXT)
    while (turn := table.stage.turn) is not None:
        table.waits(5)
        table.does(turn, Act.DONE)
    table.clear()
    table.does(1, Act.NEXT)
    assert table.at == "lo.verbinden"
    return table


def test_the_definition_of_the_case_bringer_comes_last() -> None:
    assert defined().session.shown["1:lo.definitie_schrijven"][-1] == 2


def test_each_definition_has_a_note_of_its_own_told_under_its_number() -> None:
    table = defined()
    for number in (1, 2, 3):
        form = form_for(table.session, PersonId(1))
        assert form
        assert [field.id for field in form.fields] == [f"aanname.{number}", f"bril.{number}"]
        table.clear()
        table.does(1, Act.WRITE, words={f"aanname.{number}": "x"})
        (told,) = (effect for effect in table.effects if isinstance(effect, Tell))
        assert (told.fields, dict(told.heading.values)["number"]) == ((f"aanname.{number}",), number)
    assert set(table.session.gave("1:lo.assumpties")[PersonId(1)]) == {"aanname.1", "aanname.2", "aanname.3"}


def test_after_the_last_note_the_first_can_be_changed() -> None:
    table = defined()
    for number in (1, 2, 3):
        table.does(1, Act.WRITE, words={f"aanname.{number}": "x"})
    form = form_for(table.session, PersonId(1))
    assert form
    assert form.fields[0].id == "aanname.1"


def test_a_form_that_was_opened_before_another_note_still_goes_in() -> None:
    table = defined()
    table.does(1, Act.WRITE, words={"aanname.1": "x"})
    table.does(1, Act.WRITE, words={"aanname.1": "y"})
    assert table.refused(1, Act.WRITE, words={"aanname.4": "z"}).reason is s.BAD_CHOICE


def test_both_lists_stand_together_in_the_order_of_their_numbers() -> None:
    table = connecting()
    definitions, approaches = (effect for effect in table.effects if isinstance(effect, Reveal))
    assert definitions.people == table.session.shown["1:lo.definitie_schrijven"]
    assert approaches.fields == ("aanpak",)
    assert set(approaches.people) == {1, 3}


def test_a_link_is_told_in_one_line_and_the_same_again_says_nothing() -> None:
    table = connecting()
    first, second, _ = table.session.shown["1:lo.definitie_schrijven"]
    table.clear()
    table.does(3, Act.LINK, first, second)
    (said,) = (effect.line for effect in table.effects if isinstance(effect, Say))
    assert said.text is s.LINKS
    assert dict(said.values)["numbers"].nl == "1 en 2"  # type: ignore[union-attr]
    table.does(3, Act.LINK, first, second)
    assert table.said == [s.LINKS]
    assert {c.value for c in table.may(3)[Act.LINK].choices if c.on} == {str(first), str(second)}


def test_whoever_has_no_approach_has_nothing_to_link() -> None:
    assert connecting().refused(2, Act.LINK, 1).reason is s.NOTHING_TO_LINK
    assert connecting().refused(3, Act.LINK, 99).reason is s.BAD_CHOICE
    assert connecting().refused(3, Act.LINK).reason is s.BAD_CHOICE


def test_elsewhere_nothing_is_linked() -> None:
    assert defined().refused(3, Act.LINK, 1).reason is s.NOT_NOW


def test_the_case_bringer_takes_home_which_approaches_fit_which_definition() -> None:
    table = connecting()
    first, second, _ = table.session.shown["1:lo.definitie_schrijven"]
    table.does(3, Act.LINK, first, second)
    table.does(1, Act.LINK, second)
    table.does(1, Act.NEXT)
    linked = [part for part in harvest(table.session, PersonId(2)) if part.heading.text is w.LINKED]
    assert [dict(part.heading.values)["number"] for part in linked] == [1, 2]
    assert [set(part.people) for part in linked] == [{3}, {1, 3}]
    assert {(part.slot, part.fields) for part in linked} == {("1:lo.ervaring_schrijven", ("aanpak",))}
    assert all(part.heading.text is not w.LINKED for part in harvest(table.session, PersonId(3)))
