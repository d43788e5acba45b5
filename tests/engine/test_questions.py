"""Question rounds: typed ones put one question at a time, spoken ones keep an order."""

from methods.engine import sentences as s
from methods.engine.events import Act, Left
from methods.engine.messages import Tell
from methods.engine.model import Talk
from methods.engine.own_card import own_view
from methods.engine.text import PersonId, Said
from methods.engine.turns import FOLLOW_UP
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table


def typed(leader: int | None = 1) -> Table:
    return at_table("bm.vragen1", "bm.vragen2", "fr.terug", talk=Talk.WRITTEN, leader=leader)


def aloud(leader: int | None = 1) -> Table:
    return at_table("bm.vragen1", "bm.vragen2", leader=leader)


def put(table: Table) -> list[int]:
    """Whose questions were put, in order."""
    return [shown.person for shown in table.shown if isinstance(shown, Tell) and shown.fields == ("vraag",)]


def test_the_first_question_that_is_ready_comes_at_once() -> None:
    table = typed()
    table.writes(4)
    assert put(table) == [4]
    assert table.stage.turn == 4


def test_the_others_wait_their_turn_in_the_order_in_which_they_were_ready() -> None:
    table = typed()
    for who in (4, 6, 3):
        table.writes(who)
    assert put(table) == [4]
    table.does(2, Act.ANSWERED)
    table.does(2, Act.ANSWERED)
    assert put(table) == [4, 6, 3]


def test_a_question_that_waits_can_still_be_changed() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.writes(6, vraag="Anders gezegd?")
    table.does(2, Act.ANSWERED)
    assert put(table) == [4, 6]


def test_a_question_that_waits_can_be_taken_back() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.does(6, Act.WITHDRAW)
    table.does(2, Act.ANSWERED)
    assert put(table) == [4]


def test_a_question_that_was_put_is_not_written_anew() -> None:
    table = typed()
    table.writes(4)
    assert table.refused(4, Act.WRITE, words={"vraag": "Toch anders"}).reason is s.BAD_CHOICE


def test_the_asker_follows_up_once() -> None:
    table = typed()
    table.writes(4)
    table.writes(4, **{FOLLOW_UP: "En toen?"})
    assert table.refused(4, Act.WRITE, words={FOLLOW_UP: "En daarna?"}).reason is s.ASKED_ALREADY


def test_to_follow_up_one_is_asked_that_and_not_the_question_again() -> None:
    table = typed()
    table.writes(4)
    form = table.may(4)[Act.WRITE].form
    assert form is not None
    assert [field.id for field in form.fields] == [FOLLOW_UP]


def test_nobody_else_follows_up() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    assert table.refused(6, Act.WRITE, words={FOLLOW_UP: "En toen?"}).reason is s.BAD_CHOICE


def test_everybody_asks_once() -> None:
    table = typed()
    table.writes(4)
    table.does(2, Act.ANSWERED)
    assert table.refused(4, Act.WRITE, words={"vraag": "Nog een"}).reason is s.ASKED_ALREADY


def test_the_case_bringer_asks_nothing() -> None:
    assert typed().refused(2, Act.WRITE, words={"vraag": "x"}).reason is s.NOT_YOURS


def test_the_case_bringer_leaves_a_question_for_what_it_is() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.does(2, Act.LEFT_OPEN)
    assert s.LEFT_FOR_NOW in table.said
    assert put(table) == [4, 6]


def test_only_the_case_bringer_or_the_leader_goes_to_the_next_question() -> None:
    table = typed()
    table.writes(4)
    assert table.refused(6, Act.ANSWERED).reason is s.CASE_BRINGER_ONLY
    table.does(1, Act.ANSWERED)


def test_without_a_question_there_is_nothing_to_answer() -> None:
    assert typed().refused(2, Act.ANSWERED).reason is s.NOT_NOW


def test_somebody_who_passes_leaves_the_question_on_the_table_alone() -> None:
    table = typed()
    table.writes(4)
    table.does(6, Act.PASS)
    assert put(table) == [4]
    assert table.stage.asked == 1


def test_the_asker_may_pass_with_the_question_on_the_table() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.does(4, Act.PASS)
    assert put(table) == [4, 6]


def test_whoever_passed_may_still_ask() -> None:
    table = typed()
    table.does(4, Act.PASS)
    table.writes(4)
    assert put(table) == [4]


def test_a_typed_question_is_ended_by_no_clock_of_its_own() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.does(4, Act.PASS)
    assert table.stage.turn_ends is None


def test_when_the_asker_is_gone_the_next_question_is_put() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.happens(Left(PersonId(4)))
    assert put(table) == [4, 6]
    assert table.stage.asked == 2


def test_a_question_of_somebody_who_is_gone_is_not_put() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.happens(Left(PersonId(6)))
    table.does(2, Act.ANSWERED)
    assert put(table) == [4]


def test_no_question_is_put_into_a_silence() -> None:
    table = typed()
    table.does(2, Act.STILL)
    table.writes(4)
    assert put(table) == []
    table.waits(60)
    table.does(2, Act.RESUME)
    assert put(table) == [4]


def test_a_question_that_waits_is_not_put_by_the_end_of_a_pause() -> None:
    table = typed()
    table.writes(4)
    table.writes(6)
    table.does(1, Act.PAUSE)
    table.does(1, Act.RESUME)
    assert put(table) == [4]


def test_all_are_done_when_everybody_asked_or_passed() -> None:
    table = typed(leader=None)
    for who in (1, 3, 4):
        table.writes(who)
    for who in (5, 6):
        table.does(who, Act.PASS)
    for _ in range(3):
        table.does(2, Act.ANSWERED)
    table.waits(15)
    assert table.at == "bm.vragen2"


def test_questions_that_were_not_put_go_to_the_case_bringer_alone() -> None:
    table = typed()
    for who in (4, 6):
        table.writes(who)
    table.does(1, Act.NEXT)
    mine = own_view(table.session, PersonId(2), table.now)
    asked = {value.person for one in mine.lines for _, value in one.values if isinstance(value, Said)}
    assert asked == {6}
    theirs = own_view(table.session, PersonId(3), table.now)
    assert not any(isinstance(value, Said) for one in theirs.lines for _, value in one.values)


def test_a_question_that_was_passed_goes_to_nobody() -> None:
    table = typed()
    for who in (4, 6):
        table.writes(who)
    table.does(6, Act.PASS)
    table.does(1, Act.NEXT)
    mine = own_view(table.session, PersonId(2), table.now)
    assert not any(isinstance(value, Said) for one in mine.lines for _, value in one.values)


def test_questions_that_wait_are_put_again_after_a_step_back() -> None:
    table = typed()
    for who in (4, 6):
        table.writes(who)
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert put(table) == [4, 6]
    assert 4 in table.stage.done


# --- Aloud ------------------------------------------------------------------------------------------


def test_aloud_the_order_is_shown_and_the_leader_is_last() -> None:
    table = aloud()
    assert table.stage.order[-1] == 1
    assert table.stage.turn == table.stage.order[0]
    assert 2 not in table.stage.order


def test_aloud_whoever_asked_presses_it_away() -> None:
    table = aloud()
    first = table.stage.order[0]
    table.does(first, Act.DONE)
    assert table.stage.turn == table.stage.order[1]


def test_aloud_the_case_bringer_may_press_it_away_too() -> None:
    table = aloud()
    first = table.stage.order[0]
    table.does(2, Act.DONE, whose=None)
    assert first in table.stage.done


def test_aloud_a_noted_question_is_for_oneself() -> None:
    table = aloud()
    table.writes(table.stage.order[0])
    assert table.shown == []


def test_aloud_a_note_does_not_take_the_turn_away() -> None:
    table = aloud()
    first = table.stage.order[0]
    table.writes(first)
    assert table.stage.turn == first


def test_aloud_who_is_not_ready_moves_back() -> None:
    table = aloud()
    first = table.stage.order[0]
    table.does(first, Act.LATER)
    assert table.stage.order[-2:] == (first, 1)


def test_aloud_a_moderator_is_never_counted_as_an_asker() -> None:
    table = aloud()
    table.does(MODERATOR, Act.DONE)
    assert MODERATOR not in table.stage.settled
