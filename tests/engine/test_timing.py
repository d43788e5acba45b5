"""The clock of a step: a notice, a soft stop, a minute of grace, and what never ends by the clock."""

from dataclasses import replace

import pytest

from methods.engine import sentences as s
from methods.engine.decide import decide
from methods.engine.events import Act, Interrupted, TimeUp
from methods.engine.messages import Refusal
from methods.engine.state import EndedBy, Status
from methods.engine.text import Moment
from methods.engine.timing import due
from methods.playing import MODERATOR, START
from tests.engine.play import Table, at_table, seated, started

MINUTE = 60


def writing(minutes: int = 5, leader: int | None = 1) -> Table:
    """A step in which people are busy, and one after it in which nothing is asked."""
    return at_table("bm.canvas", "fr.terug", minutes=minutes, leader=leader)


def test_one_minute_before_the_end_everybody_is_told() -> None:
    table = writing()
    table.waits(4 * MINUTE - 1)
    assert s.ONE_MINUTE not in table.said
    table.waits(1)
    assert s.ONE_MINUTE in table.said


def test_a_step_of_four_minutes_has_a_notice() -> None:
    table = writing(minutes=4)
    table.waits(3 * MINUTE)
    assert s.ONE_MINUTE in table.said


def test_a_step_shorter_than_four_minutes_has_no_notice() -> None:
    table = writing(minutes=3)
    table.waits(3 * MINUTE)
    assert s.ONE_MINUTE not in table.said


def test_a_pause_does_not_make_a_short_step_a_long_one() -> None:
    table = writing(minutes=3)
    table.does(1, Act.PAUSE)
    table.waits(10 * MINUTE)
    table.does(1, Act.RESUME)
    table.waits(3 * MINUTE)
    assert s.ONE_MINUTE not in table.said


def test_a_break_simply_ends_with_its_time() -> None:
    table = at_table("fr.pauze", "fr.terug", minutes=5)
    table.waits(5 * MINUTE)
    assert table.at == "fr.terug"
    assert s.SOFT_STOP_LEADER not in table.said


def test_a_moderator_who_speaks_is_never_cut_off_by_the_clock() -> None:
    table = at_table("fr.thema", "fr.terug", minutes=5)
    table.waits(30 * MINUTE)
    assert table.at == "fr.thema"


def test_at_zero_the_leader_is_asked_and_the_step_goes_on() -> None:
    table = writing()
    table.waits(5 * MINUTE)
    assert s.SOFT_STOP_LEADER in table.said
    assert table.at == "bm.canvas"


def test_after_the_grace_minute_a_leader_has_two_minutes_to_choose() -> None:
    table = writing()
    table.waits(8 * MINUTE - 1)
    assert table.at == "bm.canvas"
    table.waits(1)
    assert table.at == "fr.terug"


def test_where_kring_leads_the_step_ends_after_the_grace_minute() -> None:
    table = writing(leader=None)
    table.waits(6 * MINUTE - 1)
    assert table.at == "bm.canvas"
    table.waits(1)
    assert table.at == "fr.terug"


def test_a_step_that_ended_by_the_clock_says_so_in_its_lap() -> None:
    table = writing(leader=None)
    table.waits(6 * MINUTE)
    assert table.session.laps[0].by is EndedBy.TIME


def test_where_kring_leads_the_end_is_said_to_everybody() -> None:
    table = at_table("bm.oogst", leader=None)
    table.waits(300)
    assert s.SOFT_STOP in table.said


def test_where_kring_leads_all_done_is_enough_to_go_on_after_a_breath() -> None:
    table = at_table("bm.canvas", "fr.terug", leader=None)
    for who in range(1, 7):
        table.writes(who)
    table.waits(14)
    assert table.at == "bm.canvas"
    table.waits(1)
    assert table.at == "fr.terug"


def test_where_somebody_leads_all_done_is_offered_and_not_forced() -> None:
    table = at_table("bm.canvas", "fr.terug")
    for who in range(1, 7):
        table.writes(who)
    assert s.ALL_DONE in table.said
    table.waits(4 * MINUTE)
    assert table.at == "bm.canvas"


@pytest.mark.parametrize("phase_id", ["bm.inbreng", "bm.reflectie"])
@pytest.mark.parametrize("leader", [1, None])
def test_no_clock_ends_a_telling_or_a_reaction(phase_id: str, leader: int | None) -> None:
    table = at_table(phase_id, "fr.terug", leader=leader)
    table.waits(2 * 3600)
    assert table.at == phase_id


def test_a_telling_without_end_and_with_nobody_there_closes_after_three_hours() -> None:
    table = at_table("bm.inbreng", "fr.terug")
    table.waits(5 * MINUTE + 3 * 3600)
    assert table.session.status is Status.ENDED


def test_at_zero_the_case_bringer_is_told_that_the_step_waits() -> None:
    table = at_table("bm.inbreng")
    table.waits(5 * MINUTE)
    assert s.STILL_YOURS in table.said


def test_the_leader_is_asked_once_more_when_a_telling_goes_on_and_on() -> None:
    table = at_table("bm.inbreng")
    table.waits(8 * MINUTE)
    assert table.said.count(s.SOFT_STOP_LEADER) == 1


def test_where_kring_leads_anybody_may_go_on_when_a_telling_is_stuck() -> None:
    table = at_table("bm.inbreng", "fr.terug", leader=None)
    table.waits(8 * MINUTE - 1)
    table.refused(4, Act.NEXT)
    table.waits(1)
    table.does(4, Act.NEXT)
    assert table.at == "fr.terug"


def test_an_extension_gives_two_minutes_from_the_buffer() -> None:
    table = writing()
    table.session = replace(table.session, buffer=5)
    table.does(1, Act.EXTEND)
    assert table.stage.ends == START + 7 * MINUTE
    assert table.session.buffer == 3


def test_an_extension_after_the_end_counts_from_now() -> None:
    table = writing()
    table.waits(6 * MINUTE)
    table.does(1, Act.EXTEND)
    assert table.stage.ends == START + 8 * MINUTE
    assert table.at == "bm.canvas"


def test_a_step_is_extended_at_most_twice() -> None:
    table = writing()
    table.does(1, Act.EXTEND)
    table.does(1, Act.EXTEND)
    assert table.refused(1, Act.EXTEND).reason is s.TWICE_EXTENDED


def test_an_extension_brings_its_own_notice() -> None:
    table = writing()
    table.waits(4 * MINUTE)
    table.does(1, Act.EXTEND)
    table.waits(2 * MINUTE)
    assert table.said.count(s.ONE_MINUTE) == 2


def test_an_extension_holds_also_where_all_are_done_and_kring_leads() -> None:
    table = at_table("bm.canvas", "fr.terug", leader=None)
    for who in range(1, 7):
        table.writes(who)
    table.does(MODERATOR, Act.EXTEND)
    table.waits(5 * MINUTE)
    assert table.at == "bm.canvas"


def test_a_pause_freezes_the_clock_exactly() -> None:
    table = writing()
    table.waits(100)
    left = table.stage.ends - table.now
    table.does(1, Act.PAUSE)
    table.waits(1000)
    table.does(1, Act.RESUME)
    assert table.stage.ends - table.now == left


def test_a_pause_is_said() -> None:
    table = writing()
    table.does(1, Act.PAUSE)
    assert s.PAUSED in table.said


def test_a_pause_is_ended_by_who_leads() -> None:
    table = writing()
    table.does(1, Act.PAUSE)
    assert table.refused(3, Act.RESUME).reason is s.LEADER_ONLY


def test_after_a_pause_a_time_that_is_over_is_not_named() -> None:
    table = at_table("bm.oogst")
    table.waits(301)
    table.does(1, Act.PAUSE)
    table.does(1, Act.RESUME)
    assert s.RESUMED_OPEN in table.said


def test_a_turn_keeps_its_time_through_a_pause() -> None:
    table = at_table("bm.oogst")
    turn = table.stage.turn
    table.waits(10)
    table.does(1, Act.PAUSE)
    table.waits(600)
    assert table.stage.turn == turn
    table.does(1, Act.RESUME)
    table.waits(39)
    assert table.stage.turn == turn
    table.waits(1)
    assert table.stage.turn != turn


def test_a_pause_after_a_silence_freezes_the_clock_from_the_silence_on() -> None:
    table = writing()
    table.waits(100)
    left = table.stage.ends - table.now
    table.does(3, Act.STILL)
    table.waits(30)
    table.does(1, Act.PAUSE)
    table.waits(300)
    table.does(1, Act.RESUME)
    assert table.stage.ends - table.now == left


def test_what_happens_during_a_pause_is_dated_at_its_start() -> None:
    table = at_table("bm.canvas", "fr.terug", leader=None)
    for who in range(1, 6):
        table.writes(who)
    table.does(MODERATOR, Act.PAUSE)
    table.waits(1000)
    table.writes(6)
    table.waits(1000)
    table.does(MODERATOR, Act.RESUME)
    table.waits(15)
    assert table.at == "fr.terug"


def test_a_pause_of_three_hours_ends_the_session() -> None:
    table = writing()
    table.does(1, Act.PAUSE)
    table.waits(3 * 3600 - 1)
    assert table.at == "bm.canvas"
    table.waits(1)
    assert table.at == "ended"


def test_after_a_minute_of_silence_the_case_bringer_is_asked_how_to_go_on() -> None:
    table = at_table("bm.vragen1")
    table.does(5, Act.STILL)
    table.waits(60)
    assert s.HOW_ON in table.said


def test_where_nobody_brings_in_a_case_all_are_asked_how_to_go_on() -> None:
    table = at_table("fr.pauze")
    table.does(5, Act.STILL)
    table.waits(60)
    assert s.HOW_ON_ALL in table.said
    table.does(4, Act.RESUME)


def test_during_the_silence_nobody_of_the_group_starts_the_clock() -> None:
    table = at_table("bm.vragen1")
    table.does(5, Act.STILL)
    table.waits(59)
    assert table.refused(2, Act.RESUME).reason is s.STILL_FIRST


def test_after_the_silence_the_case_bringer_goes_on() -> None:
    table = at_table("bm.vragen1")
    left = table.stage.ends - table.now
    table.does(5, Act.STILL)
    table.waits(75)
    table.does(2, Act.RESUME)
    assert table.session.status is Status.RUNNING
    assert table.stage.ends - table.now == left


def test_after_the_silence_a_participant_does_not_choose_for_the_case_bringer() -> None:
    table = at_table("bm.vragen1")
    table.does(5, Act.STILL)
    table.waits(60)
    assert table.refused(5, Act.RESUME).reason is s.CASE_BRINGER_ONLY


def test_a_silence_that_nobody_ends_closes_after_three_hours() -> None:
    table = at_table("bm.vragen1")
    table.does(5, Act.STILL)
    table.waits(3 * 3600 - 1)
    assert table.session.status is Status.STILL
    table.waits(1)
    assert table.at == "ended"


def test_a_silence_can_last_longer() -> None:
    table = at_table("bm.vragen1")
    table.does(5, Act.STILL)
    table.waits(60)
    table.does(2, Act.STILL)
    assert table.refused(2, Act.RESUME).reason is s.STILL_FIRST
    table.waits(60)
    assert table.said.count(s.HOW_ON) == 2


def test_after_an_outage_the_clock_stands_where_kring_last_was() -> None:
    table = writing()
    table.now = Moment(START + 900)
    table.happens(Interrupted(Moment(START + 100)))
    assert table.session.status is Status.PAUSED
    assert s.AWAY in table.said
    table.does(1, Act.RESUME)
    assert table.stage.ends - table.now == 5 * MINUTE - 100


def test_after_an_outage_where_kring_leads_anybody_goes_on() -> None:
    table = writing(leader=None)
    table.now = Moment(START + 900)
    table.happens(Interrupted(Moment(START + 100)))
    assert s.AWAY_ALL in table.said
    table.does(4, Act.RESUME)
    assert table.session.status is Status.RUNNING


def test_an_outage_of_three_hours_ends_the_session() -> None:
    table = writing()
    table.now = Moment(START + 4 * 3600)
    table.happens(Interrupted(Moment(START + 100)))
    table.waits(0)
    assert table.session.status is Status.ENDED


def test_a_clock_that_was_set_back_leaves_a_group_what_it_had_left() -> None:
    table = writing()
    table.now = Moment(START - 3600)
    table.happens(Interrupted(Moment(START + 100)))
    assert table.session.status is Status.PAUSED
    table.waits(30)
    table.does(1, Act.RESUME)
    assert table.stage.ends - table.now == 5 * MINUTE - 100


def test_after_a_clock_was_set_back_a_step_did_not_begin_in_the_future() -> None:
    """Else an hour of presses would be taken for the second half of a double click."""
    table = writing()
    table.now = Moment(START - 3600)
    table.happens(Interrupted(Moment(START + 100)))
    assert table.stage.entered == table.now - 100


@pytest.mark.parametrize(("act", "status"), [(Act.PAUSE, Status.PAUSED), (Act.STILL, Status.STILL)])
def test_who_stood_still_while_the_clock_was_set_back_stands_still_no_longer_for_it(
    act: Act, status: Status
) -> None:
    table = at_table("bm.vragen1")
    table.waits(60)
    table.does(1, act)
    left, moment = table.stage.ends - table.now, due(table.session)
    assert moment is not None
    table.now = Moment(START - 3600)
    said = list(table.said)
    table.happens(Interrupted(Moment(START + 70)))
    assert (table.session.status, table.said) == (status, said)
    assert due(table.session) == moment - 3670
    assert table.session.stopped_at is not None
    assert table.stage.ends - table.session.stopped_at == left


def test_the_laps_of_a_group_move_along_with_a_clock_that_was_set_back() -> None:
    table = at_table("bm.uitleg", "bm.canvas")
    table.waits(50)
    table.does(1, Act.NEXT)
    table.waits(10)
    table.now = Moment(START - 1000)
    table.happens(Interrupted(Moment(START + 60)))
    (lap,) = table.session.laps
    assert (lap.started, lap.ended) == (START - 1060, START - 1010)
    assert table.session.slip is None


def test_an_early_alarm_is_refused() -> None:
    session = started(seated())
    moment = due(session)
    assert moment is not None
    assert isinstance(decide(session, TimeUp(session.visit), Moment(moment - 1)), Refusal)


def test_an_alarm_of_an_earlier_visit_is_refused() -> None:
    table = writing()
    old = TimeUp(table.session.visit)
    table.does(1, Act.NEXT)
    table.now = Moment(START + 3600)
    assert table.refuses(old).reason is s.EARLY


def test_a_second_alarm_for_the_same_moment_is_refused() -> None:
    table = writing()
    table.waits(4 * MINUTE)
    assert table.refuses(TimeUp(table.session.visit)).reason is s.EARLY


def test_a_late_alarm_does_all_that_is_due_one_thing_at_a_time() -> None:
    table = writing(leader=None)
    table.now = Moment(START + 6 * MINUTE)
    table.waits(0)
    assert table.at == "fr.terug"


def test_nothing_is_due_before_the_start_and_after_the_end() -> None:
    table = writing()
    assert due(seated()) is None
    table.does(MODERATOR, Act.CLOSE)
    assert due(table.session) is None


def test_people_who_are_elsewhere_are_not_called_back_by_this_clock() -> None:
    session = writing().session
    apart = replace(session.script[0], phase=replace(session.script[0].phase, waits=True))
    table = Table(replace(session, script=(apart, session.script[1])))
    table.waits(3 * 3600)
    assert table.at == "bm.canvas"


def test_asking_for_more_time_holds_the_step_a_minute_longer() -> None:
    table = at_table("bm.canvas", "fr.terug", leader=None)
    table.does(4, Act.LINGER)
    table.waits(7 * MINUTE - 1)
    assert table.at == "bm.canvas"
    table.waits(1)
    assert table.at == "fr.terug"


def test_everybody_may_ask_for_more_time_twice() -> None:
    table = at_table("bm.canvas", "fr.terug", leader=None)
    table.does(4, Act.LINGER)
    table.does(4, Act.LINGER)
    assert table.refused(4, Act.LINGER).reason is s.TWICE_LINGERED
    table.does(5, Act.LINGER)
    assert table.at == "bm.canvas"
