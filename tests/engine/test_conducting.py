"""Conducting: next, back and undo, who may, and what a reveal closes off."""

import pytest

from methods.engine import sentences as s
from methods.engine.events import Act, Appointed, Started
from methods.engine.messages import Say
from methods.engine.model import Rule
from methods.engine.rules import SHOWN
from methods.engine.state import EndedBy
from methods.engine.text import PersonId
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table, seated, steps

ALTERNATIVES = "1:bm.alternatief_schrijven"


def writing() -> Table:
    return at_table("bm.canvas", "bm.titels", "fr.pauze")


# --- Next -------------------------------------------------------------------------------------------


def test_the_leader_goes_on() -> None:
    table = at_table("fr.pauze", "fr.terug")
    table.does(1, Act.NEXT)
    assert table.at == "fr.terug"


def test_a_moderator_goes_on() -> None:
    table = at_table("fr.pauze", "fr.terug")
    table.does(MODERATOR, Act.NEXT)
    assert table.session.laps[-1].by is EndedBy.MODERATOR


def test_a_participant_does_not_go_on() -> None:
    assert at_table("fr.pauze", "fr.terug").refused(3, Act.NEXT).reason is s.LEADER_ONLY


def test_a_case_bringer_who_usually_leads_does_not_conduct_the_own_round() -> None:
    table = at_table("bm.vragen1", "fr.terug", case_bringer=1)
    assert table.refused(1, Act.NEXT).reason is s.LEADER_ONLY


def test_a_new_moderator_conducts_and_the_old_one_does_not() -> None:
    table = at_table("fr.pauze", "fr.terug")
    table.happens(Appointed((PersonId(98),)))
    assert table.refused(int(MODERATOR), Act.NEXT).reason is s.STRANGER
    table.does(98, Act.NEXT)


@pytest.mark.parametrize("phase_id", ["bm.canvas", "bm.oogst", "bm.vragen1", "bm.inbreng", "bm.reflectie"])
def test_to_go_on_while_people_are_busy_is_asked_first(phase_id: str) -> None:
    table = at_table(phase_id, "fr.terug")
    answer = table.refused(1, Act.NEXT, sure=False)
    assert (answer.reason, answer.ask) == (s.STILL_BUSY, True)


@pytest.mark.parametrize("phase_id", ["fr.pauze", "bm.uitleg", "bm.titels"])
def test_to_go_on_from_reading_is_not_asked(phase_id: str) -> None:
    table = at_table(phase_id, "fr.terug")
    table.does(1, Act.NEXT, sure=False)
    assert table.at == "fr.terug"


def test_before_a_reveal_it_is_always_asked() -> None:
    table = writing()
    for who in range(1, 7):
        table.writes(who)
    answer = table.refused(1, Act.NEXT, sure=False)
    assert (answer.reason, answer.ask) == (s.REVEAL_NEXT, True)


def test_a_reveal_behind_a_step_that_is_passed_over_is_asked_as_well() -> None:
    table = at_table("fr.pauze", "po.lus", "bm.titels")
    assert table.refused(1, Act.NEXT, sure=False).reason is s.REVEAL_NEXT


def test_a_reveal_cannot_be_undone() -> None:
    table = writing()
    table.writes(3)
    table.does(1, Act.NEXT)
    assert table.refused(1, Act.UNDO).reason is s.TOO_LATE_TO_UNDO
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK


# --- Back and undo ----------------------------------------------------------------------------------


def test_one_goes_back_step_by_step() -> None:
    table = at_table("bm.uitleg", "bm.canvas", "fr.pauze")
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert table.at == "bm.canvas"
    table.does(1, Act.BACK)
    assert table.at == "bm.uitleg"
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK


def test_one_goes_back_until_a_reveal_and_not_further() -> None:
    table = writing()
    table.writes(3)
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert table.at == "bm.titels"
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK


def test_a_step_back_is_said_and_ends_a_lap() -> None:
    table = at_table("bm.uitleg", "bm.canvas")
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert s.BACK in table.said
    assert [lap.step for lap in table.session.laps] == [0, 1]


def test_what_was_written_is_still_there_after_a_step_back() -> None:
    table = at_table("bm.canvas", "fr.pauze")
    table.writes(3)
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert 3 in table.stage.done


def test_half_a_text_is_still_half_after_a_step_back() -> None:
    table = at_table("bm.canvas", "fr.pauze")
    table.writes(3, titel="De mail")
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert 3 not in table.stage.settled


def test_a_step_back_passes_by_a_step_that_was_only_run_when_needed() -> None:
    table = at_table("po.geholpen", "po.lus", "po.oogst", buffer=20)
    table.does(2, Act.VOTE, "nog_niet")
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert table.at == "po.geholpen"


def test_going_back_out_of_a_vote_keeps_the_way_back_open() -> None:
    table = at_table("fr.pauze", "bm.keuze", case_bringer=None, given={"1:bm.canvas": (2, 3)})
    table.does(1, Act.NEXT)
    table.does(1, Act.BACK)
    assert table.session.floor <= table.session.at


def test_a_slip_is_taken_back_within_ten_seconds_and_the_clock_with_it() -> None:
    table = at_table("bm.canvas", "fr.pauze")
    table.waits(100)
    left = table.stage.ends - table.now
    table.does(1, Act.NEXT)
    table.waits(9)
    table.does(1, Act.UNDO)
    assert s.UNDONE in table.said
    assert table.at == "bm.canvas"
    assert table.stage.ends - table.now == left


def test_after_ten_seconds_a_slip_stays() -> None:
    table = at_table("bm.canvas", "fr.pauze")
    table.does(1, Act.NEXT)
    table.waits(10)
    assert table.refused(1, Act.UNDO).reason is s.TOO_LATE_TO_UNDO


def test_undo_brings_back_who_had_the_turn() -> None:
    table = at_table("bm.oogst", "fr.pauze")
    turn = table.stage.turn
    table.does(1, Act.NEXT)
    table.does(1, Act.UNDO)
    assert table.stage.turn == turn


def test_undo_is_no_lap() -> None:
    table = at_table("bm.canvas", "fr.pauze")
    table.does(1, Act.NEXT)
    table.does(1, Act.UNDO)
    assert table.session.laps == ()


def test_a_case_bringer_who_said_done_too_soon_is_brought_back_by_the_leader() -> None:
    table = at_table("bm.inbreng", "bm.vragen1")
    table.does(2, Act.DONE)
    table.does(1, Act.UNDO)
    assert table.at == "bm.inbreng"
    assert table.refused(1, Act.NEXT, sure=False).reason is s.STILL_BUSY


# --- Reminding, taking notes ------------------------------------------------------------------------


def test_a_reminder_names_the_agreement_and_nobody_but_the_case_bringer() -> None:
    table = at_table("bm.alternatief_ronde")
    table.does(1, Act.REMIND)
    (said,) = [effect.line for effect in table.effects if isinstance(effect, Say)][-1:]
    assert SHOWN[Rule.TURNS].nl in said.text.nl


def test_where_nothing_was_agreed_there_is_nothing_to_remind_of() -> None:
    assert at_table("bm.uitleg").refused(1, Act.REMIND).reason is s.NOT_NOW


def test_one_person_takes_notes() -> None:
    table = at_table("bm.vragen1")
    table.does(4, Act.OFFER_NOTES)
    assert table.session.note_taker == 4
    assert table.refused(5, Act.OFFER_NOTES).reason is s.NOTES_TAKEN


@pytest.mark.parametrize("who", [1, 2])
def test_leader_and_case_bringer_take_no_notes(who: int) -> None:
    assert at_table("bm.vragen1").refused(who, Act.OFFER_NOTES).reason is s.NO_NOTES_BY_YOU


def test_a_note_taker_who_brings_in_keeps_notes_no_longer() -> None:
    table = at_table("bm.keuze", "bm.inbreng", case_bringer=None, given={"1:bm.canvas": (4,)})
    table.does(4, Act.OFFER_NOTES)
    table.does(4, Act.CONSENT)
    assert table.session.note_taker is None


# --- Starting ---------------------------------------------------------------------------------------


def test_a_session_starts_once() -> None:
    table = at_table("fr.pauze")
    assert table.refuses(Started()).reason is s.STARTED_ALREADY


def test_a_case_prepared_at_home_counts_from_the_start() -> None:
    table = Table(seated(script=steps("bm.canvas", "bm.keuze")))
    words = ("titel", "situatie", "effect", "vervolg", "binnenkant")
    table.happens(Started({PersonId(3): words}))
    assert 3 in table.stage.done


# --- Where Kring leads ------------------------------------------------------------------------------


def test_where_kring_leads_two_members_together_get_two_minutes_more() -> None:
    table = at_table("bm.canvas", leader=None)
    ends = table.stage.ends
    table.does(3, Act.EXTEND)
    assert table.stage.ends == ends
    assert s.WISHES_MORE in table.said
    table.does(4, Act.EXTEND)
    assert table.stage.ends == ends + 120


def test_where_kring_leads_one_member_does_not_count_twice() -> None:
    table = at_table("bm.canvas", leader=None)
    table.does(3, Act.EXTEND)
    assert table.refused(3, Act.EXTEND).reason is s.DONE_ALREADY


def test_where_somebody_leads_members_ask_the_leader() -> None:
    assert at_table("bm.canvas").refused(3, Act.EXTEND).reason is s.LEADER_ONLY


def test_where_kring_leads_anybody_goes_on_once_the_time_is_over() -> None:
    table = at_table("bm.canvas", "fr.terug", leader=None)
    assert table.refused(3, Act.NEXT).reason is s.LEADER_ONLY
    table.waits(300)
    table.does(3, Act.NEXT)
    assert table.at == "fr.terug"
