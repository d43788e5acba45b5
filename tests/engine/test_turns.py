"""Turns: an order that is shown and kept fair; nobody is cut off by another, and the leader is last."""

from methods.engine import sentences as s
from methods.engine.events import Act, Left
from methods.engine.messages import Tell
from methods.engine.text import Person, PersonId
from methods.engine.turns import SHORTEST_TURN
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table

ALTERNATIVES = "1:bm.alternatief_schrijven"
PITCH = "0:fr.pitch"


def harvest(leader: int | None = 1, number: int = 6) -> Table:
    """A round in which everybody says something."""
    return at_table("bm.oogst", "fr.terug", leader=leader, number=number)


def alternatives(*written: int) -> Table:
    """A round in which those who wrote read it out."""
    table = at_table("bm.alternatief_schrijven", "bm.alternatief_ronde", given={ALTERNATIVES: written})
    table.does(1, Act.NEXT)
    return table


def pitch(*prepared: int) -> Table:
    return at_table("fr.pitch", "fr.keuze", case_bringer=None, given={PITCH: prepared})


def turn(table: Table) -> int:
    assert table.stage.turn is not None
    return table.stage.turn


def told(table: Table) -> list[int]:
    return [shown.person for shown in table.shown if isinstance(shown, Tell)]


def all_turns(table: Table) -> list[int]:
    """Everybody in turn, until nobody is left."""
    order = []
    while table.stage.turn is not None:
        order.append(turn(table))
        table.does(turn(table), Act.DONE)
    return order


def test_everybody_has_a_turn_once() -> None:
    assert sorted(all_turns(harvest())) == [1, 2, 3, 4, 5, 6]


def test_the_leader_has_the_last_turn() -> None:
    assert all_turns(harvest(leader=3))[-1] == 3


def test_the_order_differs_from_step_to_step() -> None:
    table = at_table("bm.oogst", "po.oogst", leader=None)
    first = all_turns(table)
    table.waits_until(lambda now: now.at == "po.oogst")
    assert all_turns(table) != first


def test_the_case_bringer_has_no_turn_among_the_participants() -> None:
    assert 2 not in all_turns(alternatives())


def test_only_whoever_has_the_turn_ends_it() -> None:
    table = harvest()
    other = next(who for who in range(2, 7) if who != turn(table))
    assert table.refused(other, Act.DONE, whose=None).reason is s.NOT_YOUR_TURN


def test_who_has_no_turn_at_all_is_told_so() -> None:
    assert alternatives(3).refused(2, Act.DONE).reason is s.NOT_YOURS


def test_the_leader_ends_the_turn_of_somebody_who_forgets_to() -> None:
    table = harvest()
    first = turn(table)
    table.does(1, Act.DONE)
    assert first in table.stage.done


def test_the_leader_lets_an_absent_person_pass() -> None:
    table = harvest()
    first = turn(table)
    table.does(1, Act.PASS)
    assert first in table.stage.passed


def test_a_moderator_lets_an_absent_person_pass_and_takes_no_turn() -> None:
    table = harvest()
    first = turn(table)
    table.does(MODERATOR, Act.PASS)
    assert table.stage.passed == (first,)


def test_nobody_ends_the_turn_of_somebody_who_does_not_have_it() -> None:
    table = harvest()
    waiting = next(who for who in range(2, 7) if who != turn(table))
    assert table.refused(1, Act.DONE, whose=PersonId(waiting)).reason is s.NOT_YOUR_TURN


def test_one_may_pass_before_the_turn_comes() -> None:
    table = harvest()
    other = next(who for who in range(2, 7) if who != turn(table))
    table.does(other, Act.PASS)
    assert other not in all_turns(table)


def test_the_leader_may_pass_before_the_own_turn() -> None:
    table = harvest()
    first = turn(table)
    table.does(1, Act.PASS, whose=PersonId(1))
    assert table.stage.passed == (1,)
    assert turn(table) == first


def test_who_is_not_ready_moves_back_but_not_behind_the_leader() -> None:
    table = harvest()
    first = turn(table)
    table.does(first, Act.LATER)
    assert all_turns(table)[-2:] == [first, 1]


def test_moving_back_is_no_way_out_for_the_last_one() -> None:
    table = harvest(leader=None, number=3)
    for _ in range(2):
        table.does(turn(table), Act.DONE)
    assert Act.LATER not in table.may(turn(table))


def test_a_turn_that_nobody_ends_passes_by_the_clock() -> None:
    table = harvest()
    first = turn(table)
    table.waits(50)
    assert first in table.stage.done
    assert turn(table) != first


def test_the_time_is_shared_among_those_who_are_still_to_come() -> None:
    table = harvest()
    table.waits(20)
    table.does(turn(table), Act.DONE)
    assert table.stage.turn_ends == table.now + (300 - 20) // 5


def test_a_turn_is_never_shorter_than_a_sentence_takes() -> None:
    table = at_table("bm.oogst", minutes=1)
    assert table.stage.turn_ends == table.now + SHORTEST_TURN


def test_when_whoever_has_the_turn_is_gone_it_goes_on() -> None:
    table = harvest()
    first = turn(table)
    table.happens(Left(PersonId(first)))
    assert turn(table) != first


def test_everybody_is_called_with_who_comes_next() -> None:
    table = harvest()
    table.does(turn(table), Act.DONE)
    assert s.TURN_NEXT in table.said


def test_a_written_text_is_shown_at_its_authors_turn_and_not_before() -> None:
    table = alternatives(3, 4, 5)
    shown = []
    while table.stage.turn is not None:
        shown.append((turn(table), told(table)[-1:]))
        table.does(turn(table), Act.DONE)
    assert all(last == [who] for who, last in shown if who in {3, 4, 5})


def test_a_text_never_stands_in_the_message_that_calls_its_author() -> None:
    table = alternatives(1, 3, 4, 5, 6)
    all_turns(table)
    headings = [shown.heading for shown in table.shown]
    assert not any(isinstance(value, Person) and value.ping for one in headings for _, value in one.values)
    assert table.said.count(s.TURN) == len(headings) - 1


def test_whoever_wrote_nothing_still_has_a_turn() -> None:
    assert sorted(all_turns(alternatives(3))) == [1, 3, 4, 5, 6]


def test_whoever_passes_before_the_own_turn_keeps_the_text_hidden() -> None:
    table = alternatives(3, 4, 5)
    other = next(who for who in (3, 4, 5) if who != turn(table))
    table.does(other, Act.PASS)
    all_turns(table)
    assert other not in told(table)


def test_a_text_is_shown_once_also_when_its_turn_was_moved_back() -> None:
    table = alternatives(3, 4, 5, 6)
    first = turn(table)
    table.does(first, Act.LATER)
    all_turns(table)
    assert told(table).count(first) == 1


def test_the_moment_texts_begin_to_be_read_there_is_no_way_back() -> None:
    table = alternatives(3, 4)
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK
    assert table.refused(1, Act.UNDO).reason is s.TOO_LATE_TO_UNDO


def test_a_pitch_written_at_home_is_shown_when_its_turn_comes() -> None:
    table = pitch(3, 4)
    all_turns(table)
    assert sorted(told(table)) == [3, 4]


def test_a_pitch_told_aloud_can_be_voted_for() -> None:
    table = pitch()
    all_turns(table)
    table.does(1, Act.NEXT)
    assert {choice.value for choice in table.may(1)[Act.VOTE].choices} == {"2", "3", "4", "5", "6"}


def test_a_pitch_told_aloud_is_no_text_that_can_be_taken_back() -> None:
    table = pitch()
    first = turn(table)
    table.does(first, Act.DONE)
    assert table.refused(first, Act.WITHDRAW).reason is s.NOTHING_GIVEN


def test_a_title_written_during_the_own_turn_is_shown_and_fixed() -> None:
    table = pitch()
    first = turn(table)
    table.writes(first, titel="De mail", vraag="Hoe nu?")
    assert told(table) == [first]
    assert table.refused(first, Act.WRITE, words={"titel": "Anders"}).reason is s.SHOWN_ALREADY


def test_writing_during_the_own_turn_does_not_end_it() -> None:
    table = pitch()
    first = turn(table)
    table.writes(first, titel="De mail", vraag="Hoe nu?")
    assert turn(table) == first


def test_half_a_form_after_the_own_turn_gives_no_second_turn() -> None:
    table = pitch()
    first = turn(table)
    table.does(first, Act.DONE)
    table.writes(first, titel="De mail")
    assert first in table.stage.done


def test_whoever_pitched_aloud_is_not_shown_an_empty_text_when_the_round_comes_again() -> None:
    table = at_table("st.kennis", "st.pitch", number=3)
    table.does(1, Act.NEXT)
    table.does(1, Act.DONE, whose=table.stage.turn)
    table.does(1, Act.BACK)
    table.clear()
    table.does(1, Act.NEXT)
    assert table.shown == []
