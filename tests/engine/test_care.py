"""Stopping, silence, help; coming in late and being gone."""

import pytest

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.cues import CUES, EXPLAINED
from methods.engine.events import Act, Joined, LeaderSet, Left, Moved
from methods.engine.messages import FollowUp
from methods.engine.model import Talk
from methods.engine.own_card import help_view, missed, own_view
from methods.engine.roles import Writers, protected, who_types, writers
from methods.engine.state import Flow, Need, Status
from methods.engine.text import Moment, PersonId
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table

ALTERNATIVES = "1:bm.alternatief_schrijven"


def case(talk: Talk = Talk.SPOKEN, leader: int | None = 1, case_bringer: int = 2) -> Table:
    return at_table(
        "bm.inbreng", "bm.alternatief_schrijven", "bm.alternatief_ronde", "bm.oogst", "fr.evaluatie",
        talk=talk, leader=leader, case_bringer=case_bringer,
    )  # fmt: skip


def at_writing(leader: int | None = 1) -> Table:
    table = case(leader=leader)
    table.does(2, Act.DONE)
    return table


# --- Stopping with a case ---------------------------------------------------------------------------


def test_stopping_is_asked_once() -> None:
    answer = at_writing().refused(2, Act.STOP, sure=False)
    assert (answer.reason, answer.ask) == (s.STOP_SURE, True)


def test_only_the_case_bringer_stops_the_case() -> None:
    assert at_writing().refused(1, Act.STOP).reason is s.CASE_BRINGER_ONLY


def test_after_a_stop_there_is_a_closing_round_and_then_the_evaluation() -> None:
    table = at_writing()
    table.does(2, Act.STOP)
    assert table.at == "fr.afronden"
    table.does(1, Act.NEXT)
    assert table.at == "fr.evaluatie"


def asked_later(table: Table) -> list[FollowUp]:
    return [effect for effect in table.effects if isinstance(effect, FollowUp)]


def test_after_the_end_a_case_bringer_is_asked_about_the_step_two_weeks_later() -> None:
    table = at_writing()
    table.does(MODERATOR, Act.CLOSE)
    assert asked_later(table) == [FollowUp(PersonId(2), Moment(table.now + 14 * 86_400))]


def test_who_stopped_with_the_case_or_never_told_it_is_not_asked() -> None:
    stopped, untold = at_writing(), case()
    stopped.does(2, Act.STOP)
    for table in (stopped, untold):
        table.does(MODERATOR, Act.CLOSE)
        assert asked_later(table) == []


def test_after_a_stop_what_was_hidden_stays_hidden() -> None:
    table = at_writing()
    for who in (3, 4):
        table.writes(who)
    table.does(2, Act.STOP)
    table.waits(3600)
    assert table.shown == []


def test_the_closing_round_keeps_the_leader_of_the_case() -> None:
    table = case(case_bringer=1, leader=1)
    leader = table.session.leads
    table.does(1, Act.STOP)
    assert table.session.leads == leader
    assert leader not in (None, 1)


def test_in_the_closing_round_whoever_stopped_takes_part_as_anybody() -> None:
    table = at_writing()
    table.does(2, Act.STOP)
    assert 2 in table.stage.order
    assert table.refused(2, Act.STOP).reason is s.CASE_BRINGER_ONLY


def test_there_is_no_way_back_into_a_case_that_was_stopped() -> None:
    table = at_writing()
    table.does(2, Act.STOP)
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK


def test_one_may_stop_while_the_clock_stands_still() -> None:
    table = at_writing()
    table.does(3, Act.STILL)
    table.does(2, Act.STOP)
    assert table.session.status is Status.RUNNING
    assert table.stage.ends == table.now + 180


# --- Silence and help -------------------------------------------------------------------------------


def test_anybody_may_ask_for_silence() -> None:
    table = at_writing()
    table.does(5, Act.STILL)
    assert table.session.status is Status.STILL


def test_a_silence_is_a_protected_moment() -> None:
    table = at_writing()
    assert not protected(table.session)
    table.does(5, Act.STILL)
    assert protected(table.session)


def test_a_telling_is_a_protected_moment() -> None:
    assert protected(case().session)


def test_a_question_of_consent_is_a_protected_moment() -> None:
    table = at_table("bm.keuze", case_bringer=None, given={"1:bm.canvas": (4, 5)})
    assert not protected(table.session)
    table.waits(180)
    assert protected(table.session)


def test_help_is_asked_without_a_word_to_the_room() -> None:
    table = at_writing()
    assert table.does(5, Act.HELP).effects == ()


def test_whoever_asked_for_help_reads_that_it_comes() -> None:
    table = at_writing()
    before = len(help_view(table.session, PersonId(5), table.now).lines)
    table.does(5, Act.HELP)
    assert len(help_view(table.session, PersonId(5), table.now).lines) == before + 1
    assert len(help_view(table.session, PersonId(4), table.now).lines) == before


def test_a_moderator_who_comes_says_so() -> None:
    table = at_writing()
    table.does(5, Act.HELP)
    table.does(MODERATOR, Act.HELPED)
    assert s.HELP_COMES in table.said
    assert [call.taken for call in table.session.calls] == [MODERATOR]
    assert MODERATOR in who_types(table.session)


def test_a_moderator_who_is_done_leaves_the_room() -> None:
    table = at_writing()
    table.does(5, Act.TROUBLE)
    table.does(MODERATOR, Act.HELPED)
    table.does(MODERATOR, Act.SETTLED)
    assert s.HELP_GOES in table.said
    assert table.session.calls == ()
    assert MODERATOR not in who_types(table.session)


def test_a_visit_ends_by_itself_with_the_step_and_open_calls_stay() -> None:
    table = at_writing()
    table.does(5, Act.HELP)
    table.does(MODERATOR, Act.HELPED)
    table.does(4, Act.UNWELL)
    table.does(1, Act.NEXT)
    assert table.session.visitors == ()
    assert [(call.by, call.need) for call in table.session.calls] == [(4, Need.UNWELL)]


def test_what_somebody_calls_for_is_said_to_nobody_in_the_room() -> None:
    for act in (Act.HELP, Act.TROUBLE, Act.UNWELL):
        table = at_writing()
        table.clear()
        table.does(5, act)
        assert table.effects == []


def test_calling_twice_is_one_call_and_two_people_are_two() -> None:
    table = at_writing()
    table.does(5, Act.HELP)
    assert table.refused(5, Act.TROUBLE).reason is s.HELP_ASKED
    table.does(4, Act.TROUBLE)
    assert [call.by for call in table.session.calls] == [5, 4]


# --- Free talk, and cues for the leader ---------------------------------------------------------------


def test_the_leader_opens_the_room_to_everybody_and_closes_it_again() -> None:
    table = at_table("bm.alternatief_schrijven", talk=Talk.WRITTEN)
    table.does(1, Act.FREE)
    assert who_types(table.session) == set(table.session.members)
    assert s.FREE_TALK in table.said
    table.does(1, Act.FREE)
    assert who_types(table.session) == {1}


def test_nobody_else_makes_the_talk_free_and_aloud_it_is_free_already() -> None:
    written = at_table("bm.alternatief_schrijven", talk=Talk.WRITTEN)
    assert written.refused(3, Act.FREE).reason is s.LEADER_ONLY
    assert at_writing().refused(1, Act.FREE).reason is s.NOT_NOW


def test_free_talk_ends_with_the_step() -> None:
    table = at_table("bm.alternatief_schrijven", "bm.effect_schrijven", talk=Talk.WRITTEN)
    table.does(1, Act.FREE)
    table.does(1, Act.NEXT)
    assert who_types(table.session) == {1}


def test_only_the_leader_reads_what_to_guard_and_what_to_say() -> None:
    table = at_writing()
    guard = {w.CUE_GUARD, w.CUE_ALOUD, w.CUE_DERAILS}
    texts = {
        who: {one.text for one in own_view(table.session, PersonId(who), table.now).lines} for who in (1, 3)
    }
    assert guard <= texts[1]
    assert not guard & texts[3]


@pytest.mark.parametrize("flow", Flow)
def test_every_step_can_be_explained_and_led(flow: Flow) -> None:
    assert EXPLAINED[flow].nl
    assert CUES[flow].aloud.nl


def test_the_leader_does_not_answer_for_the_moderator() -> None:
    table = at_writing()
    table.does(5, Act.HELP)
    assert table.refused(1, Act.HELPED).reason is s.MODERATOR_ONLY


def test_only_a_moderator_closes_and_is_asked_first() -> None:
    table = at_writing()
    assert table.refused(1, Act.CLOSE).reason is s.MODERATOR_ONLY
    assert table.refused(MODERATOR, Act.CLOSE, sure=False).reason is s.CLOSE_SURE
    table.does(MODERATOR, Act.CLOSE)
    assert table.at == "ended"


# --- Coming in late ---------------------------------------------------------------------------------


def test_whoever_comes_in_late_listens_until_the_next_step() -> None:
    table = at_writing()
    table.happens(Joined(PersonId(7)))
    assert table.refused(7, Act.WRITE, words={"alternatief": "x"}).reason is s.NOT_YOURS
    table.does(1, Act.NEXT)
    assert 7 in table.stage.order


def test_nobody_waits_for_whoever_comes_in_late() -> None:
    table = at_writing(leader=None)
    for who in (1, 3, 4, 5, 6):
        table.writes(who)
    table.happens(Joined(PersonId(7)))
    table.waits(15)
    assert table.at == "bm.alternatief_ronde"


def test_whoever_comes_back_keeps_what_was_written() -> None:
    table = at_table("fr.pitch", "fr.keuze", case_bringer=None, given={"0:fr.pitch": (4,)})
    table.happens(Left(PersonId(4)))
    table.happens(Joined(PersonId(4), ("titel",)))
    assert set(table.session.gave("0:fr.pitch")[PersonId(4)]) >= {"titel", "vraag"}


def test_a_case_that_a_late_member_wrote_at_home_is_on_the_ballot_of_a_later_step() -> None:
    table = at_table("fr.pitch", "fr.keuze", case_bringer=None)
    table.happens(Joined(PersonId(7), ("titel", "vraag")))
    table.does(1, Act.NEXT)
    assert table.session.ranking == (7,)


def test_whoever_is_there_already_does_not_come_in_again() -> None:
    assert at_writing().refuses(Joined(PersonId(3))).reason is s.DONE_ALREADY


# --- Being gone -------------------------------------------------------------------------------------


def test_when_the_leader_is_gone_kring_leads_and_says_so() -> None:
    table = at_writing()
    table.happens(Left(PersonId(1)))
    assert table.session.leads is None
    assert s.KRING_LEADS in table.said


def test_when_the_rounds_own_leader_is_gone_the_next_step_finds_another() -> None:
    table = case(case_bringer=1, leader=1)
    table.happens(Left(PersonId(table.session.leads or 0)))
    table.does(1, Act.DONE)
    assert table.session.leads not in (None, 1)


def test_when_somebody_is_gone_the_group_hears_it() -> None:
    table = at_writing()
    table.happens(Left(PersonId(4)))
    assert table.said == [s.LEFT]


def test_when_the_case_bringer_is_gone_after_the_telling_the_group_writes_on_in_a_pause() -> None:
    table = at_writing()
    table.happens(Left(PersonId(2)))
    assert table.said == [s.LEFT_CASE]
    table.waits(100)
    table.writes(4)
    table.waits(79)
    assert table.at == "bm.alternatief_schrijven"


def test_a_case_bringer_who_is_gone_has_no_turn_any_more() -> None:
    table = at_table("co.nabespreken")
    while table.stage.turn != 2:
        table.does(table.stage.turn or 0, Act.DONE)
    table.happens(Left(PersonId(2)))
    assert table.stage.turn is None


def test_after_three_minutes_a_case_without_its_case_bringer_is_rounded_off() -> None:
    table = at_writing()
    table.happens(Left(PersonId(2)))
    table.waits(180)
    assert table.at == "fr.afronden"
    assert table.session.status is Status.RUNNING
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK


def test_the_leader_may_end_the_pause_after_a_case_bringer_has_gone() -> None:
    table = at_writing()
    table.happens(Left(PersonId(2)))
    table.does(1, Act.RESUME)
    assert table.at == "fr.afronden"


def test_a_case_bringer_who_goes_during_a_silence_is_not_waited_for() -> None:
    table = at_writing()
    table.does(2, Act.STILL)
    table.happens(Left(PersonId(2)))
    table.waits(180)
    assert table.at == "fr.afronden"


def test_when_the_last_one_who_was_waited_for_is_gone_all_are_done() -> None:
    table = at_writing()
    for who in (1, 3, 4, 5):
        table.writes(who)
    table.happens(Left(PersonId(6)))
    assert s.ALL_DONE in table.said


def test_when_the_note_taker_is_gone_another_may_take_notes() -> None:
    table = at_writing()
    table.does(4, Act.OFFER_NOTES)
    table.happens(Left(PersonId(4)))
    table.does(5, Act.OFFER_NOTES)


def test_a_stranger_cannot_be_gone() -> None:
    assert at_writing().refuses(Left(PersonId(50))).reason is s.STRANGER


def test_an_empty_room_ends_by_itself() -> None:
    table = case()
    for who in range(1, 7):
        table.happens(Left(PersonId(who)))
    table.waits_until(lambda now: now.at == "ended")


# --- Who may type -----------------------------------------------------------------------------------


def test_in_a_written_room_only_the_case_bringer_types_while_telling() -> None:
    assert writers(case(Talk.WRITTEN).session) is Writers.CASE_BRINGER


def test_in_a_written_room_nobody_types_while_all_write() -> None:
    table = case(Talk.WRITTEN)
    table.does(2, Act.DONE)
    assert writers(table.session) is Writers.NOBODY


def test_in_a_written_room_the_case_bringer_listens_to_advice() -> None:
    table = case(Talk.WRITTEN)
    table.does(2, Act.DONE)
    table.does(1, Act.NEXT)
    assert writers(table.session) is Writers.PARTICIPANTS


def test_in_a_written_room_everybody_types_where_everybody_has_a_say() -> None:
    assert writers(at_table("bm.oogst", talk=Talk.WRITTEN).session) is Writers.EVERYBODY


def test_in_a_spoken_room_everybody_may_type_but_in_silence() -> None:
    table = case()
    assert writers(table.session) is Writers.EVERYBODY
    table.does(2, Act.DONE)
    assert writers(table.session) is Writers.NOBODY


def test_who_may_type_is_sent_only_when_it_changes() -> None:
    table = at_table("fr.pauze", "fr.terug", talk=Talk.WRITTEN)
    decision = table.does(1, Act.NEXT)
    assert [type(effect).__name__ for effect in decision.effects] == ["Announce"]


def test_who_may_type_is_sent_before_all_else() -> None:
    decision = case(Talk.WRITTEN).does(2, Act.DONE)
    assert type(decision.effects[0]).__name__ == "Permit"


# --- At the door ------------------------------------------------------------------------------------


def test_nobody_walks_in_on_a_telling() -> None:
    table = case()
    table.happens(Joined(PersonId(7)))
    assert 7 not in table.session.members
    assert table.session.door == (7,)


def test_whoever_waits_at_the_door_takes_part_from_the_next_step_on() -> None:
    table = case()
    table.happens(Joined(PersonId(7)))
    table.does(2, Act.DONE)
    assert table.session.door == ()
    assert 7 in table.session.members
    assert Act.WRITE in table.may(7)


def test_the_leader_may_let_them_in_at_once_to_listen() -> None:
    table = case()
    table.happens(Joined(PersonId(7)))
    assert table.refused(3, Act.ADMIT).reason is s.LEADER_ONLY
    table.does(1, Act.ADMIT)
    assert 7 in table.session.late
    assert Act.WRITE not in table.may(7)


def test_the_leader_reads_who_is_at_the_door_and_nobody_else_does() -> None:
    table = case()
    table.happens(Joined(PersonId(7)))
    reads = {
        who: [one.text for one in own_view(table.session, PersonId(who), table.now).lines] for who in (1, 3)
    }
    assert w.AT_THE_DOOR in reads[1]
    assert w.AT_THE_DOOR not in reads[3]


def test_whoever_leaves_the_door_again_is_not_missed() -> None:
    table = case()
    table.happens(Joined(PersonId(7)))
    table.clear()
    table.happens(Left(PersonId(7)))
    assert (table.session.door, table.said) == ((), [])


def test_who_came_late_reads_what_has_been_and_whose_case_it_is() -> None:
    table = at_writing()
    table.happens(Joined(PersonId(7)))
    texts = [one.text for one in missed(table.session).lines]
    assert texts == [w.BEEN, w.WHOSE_CASE, w.NOW_AT, w.ROLES["late"]]


# --- Handing over -----------------------------------------------------------------------------------


def test_a_leader_hands_over_to_whoever_offers() -> None:
    table = at_writing()
    table.does(1, Act.HAND_OVER)
    table.does(4, Act.OFFER_LEAD)
    assert (table.session.leads, table.session.handing) == (4, False)


def test_the_case_bringer_never_takes_over() -> None:
    table = at_writing()
    table.does(1, Act.HAND_OVER)
    assert Act.OFFER_LEAD not in table.may(2)


def test_without_an_offer_the_leader_stays() -> None:
    table = at_writing()
    table.does(1, Act.HAND_OVER)
    assert table.session.leads == 1
    assert table.refused(1, Act.HAND_OVER).reason is s.DONE_ALREADY


def test_when_the_clock_moved_the_group_on_somebody_may_take_over_and_it_is_said_once() -> None:
    table = at_writing()
    table.waits_until(lambda now: now.at == "bm.alternatief_ronde")
    assert table.said.count(s.LEADER_SILENT) == 1
    table.waits_until(lambda now: now.at == "bm.oogst")
    assert table.said.count(s.LEADER_SILENT) == 1
    table.does(4, Act.OFFER_LEAD)
    assert table.session.leads == 4


def test_a_leader_who_is_there_again_keeps_the_lead() -> None:
    table = at_writing()
    table.waits_until(lambda now: now.at == "bm.alternatief_ronde")
    table.does(1, Act.EXTEND)
    assert Act.OFFER_LEAD not in table.may(4)


def test_a_moderator_names_another_leader_but_not_the_case_bringer() -> None:
    table = at_writing()
    table.happens(LeaderSet(PersonId(5)))
    assert table.session.leads == 5
    assert table.refuses(LeaderSet(PersonId(2))).reason is s.NEVER_OWN_CASE
    table.happens(LeaderSet(None))
    assert s.KRING_LEADS in table.said


def test_whoever_is_moved_says_goodbye_with_where_to_and_not_as_somebody_lost() -> None:
    table = at_writing()
    table.happens(Moved(PersonId(5), 3))
    assert s.MOVED in table.said
    assert s.LEFT not in table.said
    assert 5 not in table.session.members
