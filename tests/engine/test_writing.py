"""Writing in silence, and what of it is shown, to whom and when."""

import pytest

from methods.engine import sentences as s
from methods.engine.events import Act, Left
from methods.engine.messages import Drop, Reveal, Tell
from methods.engine.model import Talk
from methods.engine.own_card import own_view
from methods.engine.text import PersonId
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table

CANVAS = "1:bm.canvas"
ALTERNATIVES = "1:bm.alternatief_schrijven"
PITCH = "0:fr.pitch"


def canvas(leader: int | None = 1) -> Table:
    return at_table("bm.canvas", "bm.titels", "bm.inbreng", leader=leader)


def revealed(table: Table) -> Reveal:
    """The one reveal that was made."""
    (found,) = table.shown
    assert isinstance(found, Reveal)
    return found


def pitch_in_writing(*prepared: int) -> Table:
    return at_table(
        "fr.pitch", "fr.keuze", talk=Talk.WRITTEN, case_bringer=None, given={PITCH: prepared}, leader=None
    )


# --- Handing in -------------------------------------------------------------------------------------


def test_nothing_of_a_hidden_step_is_shown_before_its_reveal() -> None:
    table = canvas()
    for who in range(1, 7):
        table.writes(who)
    assert table.shown == []


def test_question_by_question_is_done_only_with_all_that_is_required() -> None:
    table = canvas()
    table.writes(3, titel="De mail")
    assert 3 not in table.stage.done
    table.writes(3, situatie="a", effect="b", vervolg="c")
    assert 3 not in table.stage.done
    table.writes(3, binnenkant="d")
    assert 3 in table.stage.done


def test_emptying_a_required_question_makes_it_awaited_again() -> None:
    table = canvas()
    table.writes(3)
    table.writes(3, titel=" ")
    assert 3 not in table.stage.done


def test_an_empty_form_is_not_handed_in() -> None:
    assert canvas().refused(3, Act.WRITE, words={"titel": "  "}).reason is s.EMPTY


def test_a_text_is_not_emptied_but_taken_back() -> None:
    table = canvas()
    table.writes(3, titel="De mail")
    assert table.refused(3, Act.WRITE, words={"titel": ""}).reason is s.EMPTY


def test_a_text_that_is_too_long_is_refused() -> None:
    assert canvas().refused(3, Act.WRITE, words={"titel": "a" * 81}).reason is s.TOO_LONG


def test_a_question_that_was_not_asked_is_refused() -> None:
    assert canvas().refused(3, Act.WRITE, words={"doorvragen": "Echt?"}).reason is s.BAD_CHOICE


def test_a_changed_mind_after_passing_counts() -> None:
    table = canvas()
    table.does(3, Act.PASS)
    table.writes(3)
    table.does(1, Act.NEXT)
    assert 3 in revealed(table).people


def test_words_are_kept_and_never_part_of_the_session() -> None:
    table = canvas()
    table.writes(3, titel="Een heel eigen zin")
    assert "eigen zin" not in repr(table.session)


def test_writing_goes_on_during_a_pause() -> None:
    table = canvas()
    table.does(1, Act.PAUSE)
    table.writes(3)
    assert 3 in table.stage.done


def test_a_moderator_who_is_no_member_writes_nothing() -> None:
    assert canvas().refused(MODERATOR, Act.WRITE, words={"titel": "a"}).reason is s.NOT_YOURS


# --- Taking back and passing --------------------------------------------------------------------------


def test_what_is_taken_back_is_forgotten_and_awaited_again() -> None:
    table = canvas()
    table.writes(3)
    outcome = table.does(3, Act.WITHDRAW)
    assert outcome.keeps == (Drop(CANVAS, PersonId(3)),)
    assert 3 not in table.stage.done


def test_what_is_taken_back_is_not_revealed() -> None:
    table = canvas()
    for who in (3, 4):
        table.writes(who)
    table.does(3, Act.WITHDRAW)
    table.does(1, Act.NEXT)
    assert revealed(table).people == (4,)


def test_whoever_passed_and_takes_back_is_not_awaited_again() -> None:
    table = canvas()
    table.writes(3, titel="De mail")
    table.does(3, Act.PASS)
    table.does(3, Act.WITHDRAW)
    assert 3 in table.stage.settled


def test_whoever_passes_after_all_stays_hidden() -> None:
    table = canvas()
    table.writes(4)
    table.writes(3, titel="De mail")
    table.does(3, Act.PASS)
    table.does(1, Act.NEXT)
    assert revealed(table).people == (4,)


def test_whoever_is_gone_is_not_revealed() -> None:
    table = canvas()
    for who in (3, 4):
        table.writes(who)
    table.happens(Left(PersonId(3)))
    table.does(1, Act.NEXT)
    assert revealed(table).people == (4,)


def test_there_is_nothing_to_take_back_before_anything_is_given() -> None:
    assert canvas().refused(3, Act.WITHDRAW).reason is s.NOTHING_GIVEN


# --- Revealing ----------------------------------------------------------------------------------------


def test_a_reveal_shows_only_the_questions_it_is_about() -> None:
    table = canvas()
    table.writes(3)
    table.does(1, Act.NEXT)
    assert revealed(table).fields == ("titel",)
    assert not revealed(table).named


def test_whoever_has_not_written_what_is_shown_is_left_out() -> None:
    table = canvas()
    table.writes(3, situatie="Er was een mail.")
    table.writes(4, titel="De mail")
    table.does(1, Act.NEXT)
    assert revealed(table).people == (4,)


def test_a_reveal_without_names_does_not_follow_the_order_of_the_group() -> None:
    orders = set()
    for people in range(3, 9):
        table = at_table("bm.canvas", "bm.titels", number=people)
        for who in range(1, people + 1):
            table.writes(who)
        table.does(1, Act.NEXT)
        orders.add(revealed(table).people == tuple(range(1, people + 1)))
    assert False in orders


def test_a_reveal_without_names_does_not_follow_the_order_of_handing_in() -> None:
    table, other = canvas(), canvas()
    for who in (1, 2, 3, 4, 5, 6):
        table.writes(who)
    for who in (6, 5, 4, 3, 2, 1):
        other.writes(who)
    for one in (table, other):
        one.does(1, Act.NEXT)
    assert revealed(table).people == revealed(other).people


def test_a_text_of_the_case_bringer_is_shown_at_once_in_a_step_that_hides_nothing() -> None:
    table = at_table("po.vraag_scherp")
    table.writes(2, vraag="Hoe kan ik beginnen?")
    assert [(shown.slot, shown.person) for shown in table.shown if isinstance(shown, Tell)] == [
        ("1:po.vraag_scherp", 2)
    ]


def test_what_was_shown_cannot_be_taken_back() -> None:
    table = at_table("po.vraag_scherp")
    table.writes(2, vraag="Hoe kan ik beginnen?")
    assert table.refused(2, Act.WITHDRAW).reason is s.SHOWN_ALREADY


def test_only_those_who_are_asked_write() -> None:
    assert at_table("po.vraag_scherp").refused(3, Act.WRITE, words={"vraag": "x"}).reason is s.NOT_YOURS


# --- At the same time, without hiding -----------------------------------------------------------------


def test_a_typed_pitch_is_shown_as_soon_as_it_is_handed_in() -> None:
    table = pitch_in_writing()
    table.writes(3)
    assert [shown.person for shown in table.shown if isinstance(shown, Tell)] == [3]


def test_a_pitch_written_at_home_is_shown_at_the_start_and_counts() -> None:
    table = pitch_in_writing(3, 4)
    assert set(revealed(table).people) == {3, 4}
    assert set(table.stage.done) == {3, 4}


def test_half_a_pitch_is_not_shown_yet() -> None:
    table = pitch_in_writing()
    table.writes(3, titel="De mail")
    assert table.shown == []
    assert 3 not in table.stage.settled


def test_going_back_to_a_typed_pitch_shows_nothing_twice() -> None:
    table = at_table(
        "fr.pitch", "fr.pauze", talk=Talk.WRITTEN, case_bringer=None, given={PITCH: (3, 4)}, leader=1
    )
    table.does(1, Act.NEXT)
    table.clear()
    table.does(1, Act.BACK)
    assert table.at == "fr.pitch"
    assert table.shown == []


def test_a_typed_round_without_a_form_is_ticked_off() -> None:
    table = at_table("bm.oogst", "fr.terug", talk=Talk.WRITTEN, leader=None)
    for who in range(1, 7):
        table.does(who, Act.DONE)
    table.waits(15)
    assert table.at == "fr.terug"


# --- The own card -------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [3, 4])
def test_everybody_reads_their_own_words_only(who: int) -> None:
    table = canvas()
    table.writes(3, titel="De mail")
    lines = own_view(table.session, PersonId(who), table.now).lines
    said = [value for one in lines for name, value in one.values if name == "text"]
    assert len(said) == (1 if who == 3 else 0)


# --- On paper ---------------------------------------------------------------------------------------


def test_where_people_talk_aloud_they_may_write_on_paper() -> None:
    table = at_table("bm.alternatief_schrijven", "bm.alternatief_ronde")
    table.does(3, Act.DONE)
    assert 3 in table.stage.done
    assert table.session.gave("1:bm.alternatief_schrijven") == {}


def test_where_people_type_handing_in_is_what_counts() -> None:
    table = at_table("bm.alternatief_schrijven", talk=Talk.WRITTEN)
    assert Act.DONE not in table.may(3)


def test_a_case_on_paper_can_be_chosen() -> None:
    table = at_table("bm.canvas", "bm.keuze", case_bringer=None)
    for who in (3, 4):
        table.does(who, Act.DONE)
    table.does(1, Act.NEXT)
    assert {choice.value for choice in table.may(5)[Act.VOTE].choices} == {"3", "4"}
