"""What the case bringer does with it: telling, taking along, «geholpen?»; and the evaluation."""

from methods.engine import sentences as s
from methods.engine.events import Act
from methods.engine.forms import EVALUATION_OPEN
from methods.engine.messages import Marks, Reveal, Tell
from methods.engine.model import Talk
from methods.engine.own_card import own_view
from methods.engine.state import EndedBy
from methods.engine.text import PersonId
from tests.engine.play import Table, at_table

CANVAS = "1:bm.canvas"
ALTERNATIVES = "1:bm.alternatief_schrijven"


def telling() -> Table:
    """The case bringer tells, with a canvas that the group has not read."""
    table = at_table(
        "bm.canvas", "bm.keuze", "bm.inbreng", "bm.vragen1", case_bringer=None, given={CANVAS: (2,)}
    )
    table.does(1, Act.NEXT)
    table.does(2, Act.CONSENT)
    assert table.at == "bm.inbreng"
    table.clear()
    return table


def reacting() -> Table:
    """Persons 3, 4 and 5 gave an alternative that was read out."""
    table = at_table("bm.alternatief_schrijven", "bm.alternatief_ronde", "bm.reflectie", "fr.terug")
    for who in (3, 4, 5):
        table.writes(who)
    table.does(1, Act.NEXT)
    while table.stage.turn is not None:
        table.does(table.stage.turn, Act.DONE)
    table.does(1, Act.NEXT)
    table.clear()
    return table


def asked_whether_it_helped(buffer: int) -> Table:
    return at_table("po.geholpen", "po.lus", "po.oogst", "fr.terug", buffer=buffer)


def evaluating() -> Table:
    return at_table("fr.evaluatie", "fr.terug", leader=None)


# --- Telling ----------------------------------------------------------------------------------------


def test_what_one_thought_and_felt_is_not_shared_unless_chosen() -> None:
    move = telling().may(2)[Act.SHARE]
    assert [choice.value for choice in move.choices if not choice.on] == ["binnenkant"]


def test_the_group_reads_what_the_case_bringer_chose_and_no_more() -> None:
    table = telling()
    table.does(2, Act.SHARE, "titel", "situatie")
    assert [(shown.fields, shown.person) for shown in table.shown if isinstance(shown, Tell)] == [
        (("titel", "situatie"), 2)
    ]


def test_what_was_shared_is_not_offered_again() -> None:
    table = telling()
    table.does(2, Act.SHARE, "titel")
    assert "titel" not in {choice.value for choice in table.may(2)[Act.SHARE].choices}


def test_once_all_is_shared_there_is_no_more_to_share() -> None:
    table = telling()
    table.does(2, Act.SHARE, *(choice.value for choice in table.may(2)[Act.SHARE].choices))
    assert table.refused(2, Act.SHARE, "titel").reason is s.SHOWN_ALREADY


def test_a_story_that_was_changed_may_be_shared_anew() -> None:
    table = at_table("po.inbreng")
    table.writes(2, vraag="Hoe nu?", context="Een groep 7.")
    table.does(2, Act.SHARE, "vraag")
    table.writes(2, vraag="Hoe verder?")
    assert "vraag" in {choice.value for choice in table.may(2)[Act.SHARE].choices}


def test_nobody_else_shares_the_story() -> None:
    assert telling().refused(1, Act.SHARE, "titel").reason is s.CASE_BRINGER_ONLY


def test_the_telling_ends_when_the_case_bringer_says_so() -> None:
    table = telling()
    table.does(2, Act.DONE)
    assert table.at == "bm.vragen1"
    assert table.session.laps[-1].by is EndedBy.CASE_BRINGER


def test_a_story_prepared_for_the_telling_is_read_by_nobody_before_it_is_shared() -> None:
    table = at_table("po.inbreng")
    table.writes(2, vraag="Hoe nu?", context="Een groep 7.")
    assert table.shown == []


# --- Reacting ---------------------------------------------------------------------------------------


def test_only_what_is_taken_along_becomes_public() -> None:
    table = reacting()
    table.does(2, Act.SORT, 3, also=("4",))
    assert table.shown == []
    table.does(2, Act.DONE)
    assert [shown.people for shown in table.shown if isinstance(shown, Reveal)] == [(3,)]


def test_one_sorts_the_texts_that_were_read_out() -> None:
    table = reacting()
    table.does(2, Act.SORT, 3)
    choices = table.may(2)[Act.SORT].choices
    assert {choice.value: choice.on for choice in choices} == {"3": True, "4": False, "5": False}


def test_perhaps_is_remembered_for_the_case_bringer() -> None:
    table = reacting()
    table.does(2, Act.SORT, 3, also=("4", "3"))
    assert table.session.maybe[ALTERNATIVES] == (4,)


def test_only_texts_that_were_shown_can_be_taken_along() -> None:
    assert reacting().refused(2, Act.SORT, 6).reason is s.BAD_CHOICE


def test_one_may_change_what_one_takes_along_also_to_nothing() -> None:
    table = reacting()
    table.does(2, Act.SORT, 3)
    table.does(2, Act.SORT)
    table.does(2, Act.DONE)
    assert table.shown == []


def test_nobody_else_sorts() -> None:
    assert reacting().refused(1, Act.SORT, 3).reason is s.CASE_BRINGER_ONLY


def test_a_written_reaction_is_shown_when_the_case_bringer_is_done() -> None:
    table = reacting()
    table.writes(2)
    assert table.shown == []
    table.does(2, Act.DONE)
    assert [shown.slot for shown in table.shown] == ["1:bm.reflectie"]


def test_a_written_reaction_stays_private_when_the_leader_goes_on() -> None:
    table = reacting()
    table.writes(2)
    table.does(1, Act.NEXT)
    assert table.shown == []


# --- Helped? ----------------------------------------------------------------------------------------


def test_only_the_case_bringer_says_whether_it_helped() -> None:
    assert asked_whether_it_helped(20).refused(1, Act.VOTE, "ja").reason is s.CASE_BRINGER_ONLY


def test_whether_it_helped_is_said_to_nobody() -> None:
    table = asked_whether_it_helped(20)
    decision = table.does(2, Act.VOTE, "deels")
    assert {type(effect).__name__ for effect in decision.effects} <= {"Announce", "Permit"}


def test_an_answer_that_is_not_there_is_refused() -> None:
    assert asked_whether_it_helped(20).refused(2, Act.VOTE, "best wel").reason is s.BAD_CHOICE


def test_helped_goes_straight_to_the_harvest() -> None:
    table = asked_whether_it_helped(20)
    table.does(2, Act.VOTE, "ja")
    assert table.at == "po.oogst"


def test_not_yet_with_time_to_spare_runs_the_extra_loop_from_the_buffer() -> None:
    table = asked_whether_it_helped(8)
    planned = table.session.script[1].minutes
    table.does(2, Act.VOTE, "nog_niet")
    assert table.at == "po.lus"
    assert table.session.buffer == 0
    assert table.stage.ends == table.now + 60 * (planned + 8)


def test_the_extra_loop_takes_no_more_than_it_may() -> None:
    table = asked_whether_it_helped(30)
    table.does(2, Act.VOTE, "nog_niet")
    assert table.session.buffer == 20


def test_not_yet_without_time_to_spare_goes_to_the_harvest() -> None:
    table = asked_whether_it_helped(5)
    table.does(2, Act.VOTE, "nog_niet")
    assert table.at == "po.oogst"


# --- Evaluating -------------------------------------------------------------------------------------


def shared(table: Table) -> list[Reveal]:
    return [shown for shown in table.shown if isinstance(shown, Reveal)]


def test_the_group_reads_only_the_sentences_that_were_ticked() -> None:
    table = evaluating()
    table.writes(3, cijfer="8", meenemen="Rustig vragen.", deel="ja")
    table.writes(4, cijfer="6", meenemen="Veel.")
    table.waits(300)
    assert [reveal.people for reveal in shared(table)] == [(3,)]


def test_a_mark_and_the_other_answers_are_never_shared() -> None:
    table = evaluating()
    table.writes(3, cijfer="8", meenemen="Rustig vragen.", deel="ja", groep="Eerder beginnen")
    table.waits(300)
    assert [reveal.fields for reveal in shared(table)] == [("meenemen",)]


def test_a_tick_without_a_sentence_shares_nothing() -> None:
    table = evaluating()
    table.writes(3, deel="ja")
    table.waits(300)
    assert shared(table) == []


def test_the_evaluation_does_not_wait_for_the_last() -> None:
    table = evaluating()
    table.waits(299)
    assert table.at == "fr.evaluatie"
    table.waits(1)
    assert table.at == "fr.terug"


def test_the_evaluation_ends_on_time_also_where_somebody_leads() -> None:
    table = at_table("fr.evaluatie", "fr.terug")
    table.waits(300)
    assert table.at == "fr.terug"
    assert s.SOFT_STOP_LEADER not in table.said


def test_ticked_sentences_are_shown_once() -> None:
    table = at_table("fr.evaluatie", "fr.terug")
    table.writes(3, cijfer="8", meenemen="Rustig vragen.", deel="ja")
    table.does(1, Act.NEXT)
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK
    assert len(shared(table)) == 1


def marks(table: Table) -> list[Marks]:
    return [effect for effect in table.effects if isinstance(effect, Marks)]


def test_from_three_marks_on_the_group_hears_of_them_once() -> None:
    table = at_table("fr.evaluatie", "fr.terug")
    for who in (3, 4, 5):
        table.writes(who, cijfer=str(who), meenemen="Rustig vragen.")
    table.does(1, Act.NEXT)
    assert marks(table) == [Marks("0:fr.evaluatie", (PersonId(3), PersonId(4), PersonId(5)), "cijfer")]
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK


def test_two_marks_stay_with_their_authors() -> None:
    table = at_table("fr.evaluatie", "fr.terug")
    for who in (3, 4):
        table.writes(who, cijfer="8", meenemen="Rustig vragen.")
    table.writes(5, meenemen="Niets.")
    table.waits(300)
    assert marks(table) == []


def test_a_mark_that_was_taken_back_does_not_count() -> None:
    table = at_table("fr.evaluatie", "fr.terug")
    for who in (3, 4, 5):
        table.writes(who, cijfer="8", meenemen="Rustig vragen.")
    table.does(5, Act.WITHDRAW)
    table.waits(300)
    assert marks(table) == []


def test_the_evaluation_can_be_filled_in_later_in_the_evening() -> None:
    table = evaluating()
    table.waits(300)
    table.does(3, Act.WRITE, words={"cijfer": "9", "meenemen": "Toch wel wat."})
    assert 3 in table.session.gave("0:fr.evaluatie")


def test_the_evaluation_stays_open_for_two_days() -> None:
    table = evaluating()
    table.waits_until(lambda now: now.at == "ended")
    table.waits(EVALUATION_OPEN - 1)
    table.does(3, Act.WRITE, words={"cijfer": "9"})
    table.waits(1)
    assert table.refused(3, Act.WRITE, words={"cijfer": "9"}).reason is s.ENDED


def test_a_form_of_an_earlier_step_that_comes_after_the_end_is_told_that_it_has_ended() -> None:
    table = evaluating()
    table.waits_until(lambda now: now.at == "ended")
    assert table.refused(3, Act.WRITE, words={"titel": "Te laat"}).reason is s.ENDED


def test_after_the_end_the_own_card_offers_the_evaluation() -> None:
    table = evaluating()
    table.waits_until(lambda now: now.at == "ended")
    buttons = own_view(table.session, PersonId(3), table.now).buttons
    assert [button.act for button in buttons] == [Act.WRITE]


def test_a_mark_is_a_whole_number_from_one_to_ten() -> None:
    table = evaluating()
    for wrong in ("0", "11", "7,5", "zeven", "07"):
        assert table.refused(3, Act.WRITE, words={"cijfer": wrong}).reason is s.BAD_MARK


def test_in_writing_too_the_evaluation_shows_ticked_sentences_at_its_end() -> None:
    table = at_table("fr.evaluatie", "fr.terug", talk=Talk.WRITTEN)
    table.writes(3, cijfer="8", meenemen="Rustig vragen.", deel="ja")
    assert table.shown == []
    table.does(1, Act.NEXT)
    assert len(shared(table)) == 1


def test_a_case_whose_step_stands_in_the_script_twice_is_offered_once() -> None:
    table = at_table("bm.canvas", "bm.canvas", "bm.inbreng", talk=Talk.WRITTEN, given={"1:bm.canvas": (2,)})
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    offered = [choice.value for choice in table.may(2)[Act.SHARE].choices]
    assert len(offered) == len(set(offered)) > 1
