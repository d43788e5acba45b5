"""Choosing a case: a secret vote, its owner asked first, and a leader who is not that owner."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from methods.engine import sentences as s
from methods.engine.choosing import ASK_SECONDS, LEAD_SECONDS, OFFER_SECONDS
from methods.engine.events import Act, Joined, Left
from methods.engine.legal import legal
from methods.engine.messages import Alert
from methods.engine.own_card import own_view
from methods.engine.state import Part, Round
from methods.engine.text import Person, PersonId
from tests.engine.play import Table, at_table, seated, started, steps

CANVAS = "1:bm.canvas"
PITCH = "0:fr.pitch"


def choosing(*owners: int, leader: int | None = 1, number: int = 6) -> Table:
    """The vote of Bumpy Moments; these people filled in a canvas."""
    return at_table(
        "bm.keuze", "bm.inbreng", "fr.evaluatie", case_bringer=None, given={CANVAS: owners}, leader=leader,
        number=number,
    )  # fmt: skip


def voted(*votes: tuple[int, int], leader: int | None = 1) -> Table:
    """Everybody has voted: who for whose case."""
    table = choosing(2, 3, 4, leader=leader)
    for who, owner in votes:
        table.does(who, Act.VOTE, owner)
    return table


FOR_TWO = ((1, 2), (2, 3), (3, 2), (4, 2), (5, 2), (6, 3))
FOR_ONE_OF_TWO = ((1, 2), (2, 3), (3, 2), (4, 3), (5, 2), (6, 3))


def two_rounds(*owners: int, leader: int | None = 1) -> Table:
    """A choice that seats two case bringers, then two short rounds with a switch between them."""
    script = (
        *steps("fr.keuze"),
        *steps("po.inbreng", "po.oogst"),
        *steps("fr.wissel", minutes=2),
        *steps("po.inbreng", "po.oogst", number=2),
        *steps("fr.terug"),
    )
    session = seated("probleemoplossend", script=script, leader=leader)
    written = {PITCH: {PersonId(owner): ("titel", "vraag") for owner in owners}}
    return Table(started(replace(session, given=written)))


def with_both_seated(leader: int | None = 1) -> Table:
    """Person 2 brings in first, the leader second."""
    table = two_rounds(1, 2, leader=leader)
    for who in (3, 4, 5, 6):
        table.does(who, Act.VOTE, 2)
    table.does(1, Act.VOTE, 2)
    table.does(2, Act.VOTE, 1)
    table.does(2, Act.CONSENT)
    table.does(1, Act.CONSENT)
    return table


# --- The vote ---------------------------------------------------------------------------------------


def test_one_cannot_vote_for_the_own_case() -> None:
    assert choosing(2, 3).refused(2, Act.VOTE, 2).reason is s.OWN_CASE


def test_the_own_case_is_not_among_the_choices() -> None:
    table = choosing(2, 3, 4)
    assert {choice.value for choice in table.may(2)[Act.VOTE].choices} == {"3", "4"}


def test_one_may_vote_for_two_cases_at_most() -> None:
    table = choosing(2, 3, 4)
    table.does(1, Act.VOTE, 2, 3)
    assert table.refused(1, Act.VOTE, 2, 3, 4).reason is s.BAD_CHOICE


def test_a_vote_for_a_case_that_is_not_there_is_refused() -> None:
    assert choosing(2, 3).refused(1, Act.VOTE, 5).reason is s.BAD_CHOICE


def test_a_vote_for_the_same_case_twice_is_refused() -> None:
    assert choosing(2, 3).refused(1, Act.VOTE, 2, 2).reason is s.BAD_CHOICE


def test_whoever_has_no_case_votes_as_well() -> None:
    assert Act.VOTE in choosing(2, 3).may(6)


def test_a_vote_is_seen_by_nobody_else() -> None:
    table = choosing(2, 3)
    before = own_view(table.session, PersonId(5), table.now)
    table.does(1, Act.VOTE, 2)
    assert own_view(table.session, PersonId(5), table.now) == before


def test_the_titles_are_shown_without_names_where_that_was_promised() -> None:
    table = at_table(
        "bm.canvas", "bm.titels", "bm.keuze", case_bringer=None, given={CANVAS: (2, 3)}, number=4
    )
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    choices = table.may(4)[Act.VOTE].choices
    assert [dict(choice.label.values).keys() for choice in choices] == [{"title"}, {"title"}]


def test_after_a_pitch_the_titles_have_names() -> None:
    choices = two_rounds(2, 3).may(4)[Act.VOTE].choices
    assert [dict(choice.label.values)["person"] for choice in choices] == [
        Person(PersonId(2)),
        Person(PersonId(3)),
    ]


def test_the_owner_of_the_case_with_most_votes_is_asked_first_and_alone() -> None:
    table = voted(*FOR_TWO)
    assert [effect.person for effect in table.effects if isinstance(effect, Alert)] == [2]
    assert Act.CONSENT in table.may(2)
    assert Act.CONSENT not in table.may(3)


def test_while_the_owner_is_asked_nobody_hears_whose_case_it_is() -> None:
    table = voted(*FOR_TWO)
    assert set(table.said) == {s.ASKING}


def test_a_tie_is_broken_by_lot_and_said() -> None:
    assert s.LOT in voted(*FOR_ONE_OF_TWO).said


def test_no_lot_is_mentioned_when_the_vote_is_clear() -> None:
    assert s.LOT not in voted(*FOR_TWO).said


def test_the_same_votes_and_seed_draw_the_same_lot() -> None:
    assert voted(*FOR_ONE_OF_TWO).session.ranking == voted(*FOR_ONE_OF_TWO).session.ranking


def test_another_seed_may_draw_another_lot() -> None:
    firsts = set()
    for seed in range(20):
        table = choosing(2, 3, 4)
        table.session = replace(table.session, seed=seed)
        for who, owner in FOR_ONE_OF_TWO:
            table.does(who, Act.VOTE, owner)
        firsts.add(table.session.ranking[0])
    assert firsts == {2, 3}


def ballots_of(who: int) -> st.SearchStrategy[set[int]]:
    """One or two cases of others."""
    return st.sets(st.sampled_from([owner for owner in (2, 3, 4) if owner != who]), min_size=1, max_size=2)


@settings(max_examples=25)
@given(st.tuples(*(ballots_of(who) for who in range(1, 7))))
def test_the_ranking_follows_the_votes(ballots: tuple[set[int], ...]) -> None:
    table = choosing(2, 3, 4)
    for who, ballot in enumerate(ballots, start=1):
        table.does(who, Act.VOTE, *ballot)
    counts = [sum(owner in ballot for ballot in ballots) for owner in table.session.ranking]
    assert counts == sorted(counts, reverse=True)


def test_the_vote_ends_with_those_who_are_in() -> None:
    table = choosing(2, 3)
    table.does(1, Act.VOTE, 3)
    table.waits(180)
    assert table.session.ranking[0] == 3
    assert Act.CONSENT in table.may(3)


def test_to_close_the_vote_early_is_asked_first() -> None:
    table = choosing(2, 3)
    table.does(1, Act.VOTE, 3)
    assert table.refused(1, Act.NEXT, sure=False).ask
    table.does(1, Act.NEXT)
    assert table.in_part(Part.ASKING)


def test_more_time_for_a_vote_moves_its_end() -> None:
    table = choosing(2, 3)
    table.does(1, Act.EXTEND)
    table.waits(180 + 119)
    assert table.in_part(Part.VOTING)
    table.waits(1)
    assert table.in_part(Part.ASKING)


# --- Consent ----------------------------------------------------------------------------------------


def test_whoever_consents_brings_in() -> None:
    table = voted(*FOR_TWO)
    table.does(2, Act.CONSENT)
    assert table.session.case_bringer == 2
    assert table.at == "bm.inbreng"


def test_whoever_declines_is_passed_over_without_a_word_about_it() -> None:
    table = voted(*FOR_TWO)
    table.clear()
    table.does(2, Act.DECLINE)
    assert table.said == [s.ASKING_NEXT]
    assert Act.CONSENT in table.may(3)


def test_whoever_does_not_answer_in_a_minute_is_passed_over() -> None:
    table = voted(*FOR_TWO)
    table.waits(ASK_SECONDS - 1)
    assert Act.CONSENT in table.may(2)
    table.waits(1)
    assert Act.CONSENT in table.may(3)


def test_nobody_goes_past_the_question() -> None:
    table = voted(*FOR_TWO)
    assert table.refused(1, Act.NEXT).reason is s.CONSENT_FIRST
    assert table.refused(1, Act.BACK).reason is s.CONSENT_FIRST


def test_the_only_case_is_not_voted_for_and_its_owner_is_asked() -> None:
    table = choosing(4)
    assert table.said == [s.ASKING_ONE]
    assert Act.CONSENT in table.may(4)


def test_a_pause_stops_the_minute_in_which_to_answer() -> None:
    table = voted(*FOR_TWO)
    table.waits(40)
    table.does(1, Act.PAUSE)
    table.waits(600)
    table.does(1, Act.RESUME)
    assert s.RESUMED_OPEN in table.said
    table.waits(19)
    assert Act.CONSENT in table.may(2)
    table.waits(1)
    assert Act.CONSENT not in table.may(2)


def test_after_a_consent_there_is_no_way_back_to_before_it() -> None:
    table = voted(*FOR_TWO)
    table.does(2, Act.CONSENT)
    assert table.refused(1, Act.BACK).reason is s.NO_WAY_BACK
    assert table.refused(1, Act.UNDO).reason is s.TOO_LATE_TO_UNDO


def test_when_whoever_was_asked_is_gone_the_next_is_asked() -> None:
    table = voted(*FOR_TWO)
    table.happens(Left(PersonId(2)))
    assert Act.CONSENT in table.may(3)


def test_when_the_case_bringer_is_gone_before_the_end_of_the_telling_the_runner_up_is_asked() -> None:
    table = voted(*FOR_TWO)
    table.does(2, Act.CONSENT)
    assert table.at == "bm.inbreng"
    table.clear()
    table.happens(Left(PersonId(2)))
    assert table.said == [s.LEFT_UNTOLD, s.ASKING_NEXT]
    table.does(3, Act.CONSENT)
    assert s.CHOSEN in table.said
    assert (table.at, table.session.case_bringer) == ("bm.inbreng", 3)


def test_when_the_case_bringer_is_gone_in_a_break_before_the_telling_the_runner_up_is_asked_after_it() -> (
    None
):
    table = at_table(
        "bm.keuze", "fr.pauze", "bm.inbreng", "fr.evaluatie", case_bringer=None, given={CANVAS: (2, 3)}
    )
    for who in (1, 3, 4, 5, 6):
        table.does(who, Act.VOTE, 2)
    table.does(2, Act.VOTE, 3)
    table.does(2, Act.CONSENT)
    table.happens(Left(PersonId(2)))
    assert s.CASE_VACANT in table.said
    table.does(1, Act.NEXT)
    table.does(3, Act.CONSENT)
    assert (table.at, table.session.case_bringer) == ("bm.inbreng", 3)


def test_without_a_runner_up_anybody_may_bring_something_in_and_else_the_evaluation_comes() -> None:
    table = choosing(2)
    table.does(2, Act.CONSENT)
    table.happens(Left(PersonId(2)))
    assert table.in_part(Part.OFFERING)
    table.waits(OFFER_SECONDS)
    assert s.NO_CASE in table.said
    assert table.at == "fr.evaluatie"


def test_whoever_declined_is_not_asked_again_when_the_case_bringer_is_gone() -> None:
    table = voted(*FOR_TWO)
    table.does(2, Act.DECLINE)
    table.does(3, Act.CONSENT)
    table.happens(Left(PersonId(3)))
    assert Act.CONSENT in table.may(4)
    assert table.session.ranking == (4,)


def test_a_case_that_was_told_is_never_swapped_also_after_a_step_back() -> None:
    table = voted(*FOR_TWO)
    table.does(2, Act.CONSENT)
    table.does(2, Act.DONE)
    assert table.at == "fr.evaluatie"
    table.happens(Left(PersonId(2)))
    assert table.session.case_bringer is None
    assert [round_.case_bringer for round_ in table.session.rounds] == [2]


def test_the_runner_up_never_leads_the_own_case() -> None:
    table = choosing(2, 1)
    for who in (1, 3, 4, 5, 6):
        table.does(who, Act.VOTE, 2)
    table.does(2, Act.VOTE, 1)
    table.does(2, Act.CONSENT)
    table.happens(Left(PersonId(2)))
    table.does(1, Act.CONSENT)
    assert table.in_part(Part.LEADING)
    table.does(4, Act.OFFER_LEAD)
    assert (table.at, table.session.case_bringer, table.session.leads) == ("bm.inbreng", 1, 4)


def test_when_the_last_voter_who_was_waited_for_is_gone_the_vote_is_counted() -> None:
    table = voted(*FOR_TWO[:5])
    assert table.in_part(Part.VOTING)
    table.happens(Left(PersonId(6)))
    assert table.in_part(Part.ASKING)


# --- Nobody has a case ------------------------------------------------------------------------------


def test_without_a_case_anybody_may_offer_one() -> None:
    table = choosing()
    assert table.in_part(Part.OFFERING)
    table.does(5, Act.OFFER_CASE)
    assert table.session.case_bringer == 5
    assert table.at == "bm.inbreng"


def test_when_all_decline_anybody_may_offer_one() -> None:
    table = choosing(4)
    table.does(4, Act.DECLINE)
    assert table.in_part(Part.OFFERING)


def test_without_any_case_the_round_is_passed_over_and_the_evaluation_comes() -> None:
    table = choosing()
    table.waits(OFFER_SECONDS - 1)
    assert table.in_part(Part.OFFERING)
    table.waits(1)
    assert s.NO_CASE in table.said
    assert table.at == "fr.evaluatie"


def test_whoever_passed_the_pitch_is_not_voted_for() -> None:
    table = at_table("fr.pitch", "fr.keuze", case_bringer=None, given={PITCH: (5, 6)})
    table.does(5, Act.PASS)
    for _ in range(6):
        if table.at == "fr.pitch" and table.stage.turn is not None:
            table.does(table.stage.turn, Act.DONE)
    table.does(1, Act.NEXT)
    assert {choice.value for choice in table.may(1)[Act.VOTE].choices} == {"2", "3", "4", "6"}


# --- The leader is never the case bringer -----------------------------------------------------------


def leaders_case(leader: int = 1) -> Table:
    table = choosing(leader, leader=leader)
    table.does(leader, Act.CONSENT)
    return table


def test_when_the_leader_brings_in_another_leader_is_sought_first() -> None:
    table = leaders_case()
    assert s.NEW_LEADER in table.said
    assert table.in_part(Part.LEADING)


def test_a_volunteer_leads() -> None:
    table = leaders_case()
    table.does(4, Act.OFFER_LEAD)
    assert s.LEADS in table.said
    assert table.session.leads == 4
    assert table.at == "bm.inbreng"


def test_the_case_bringer_cannot_offer_to_lead() -> None:
    assert leaders_case().refused(1, Act.OFFER_LEAD).reason is s.NOT_YOURS


def test_without_a_volunteer_the_next_in_the_group_leads() -> None:
    table = leaders_case(leader=3)
    table.waits(LEAD_SECONDS - 1)
    assert table.in_part(Part.LEADING)
    table.waits(1)
    assert table.session.leads == 4


def test_the_next_after_the_last_is_the_first() -> None:
    table = leaders_case(leader=6)
    table.waits(LEAD_SECONDS)
    assert table.session.leads == 1


def test_where_kring_leads_nobody_is_sought() -> None:
    table = choosing(4, leader=None)
    table.does(4, Act.CONSENT)
    assert table.at == "bm.inbreng"
    assert table.session.leads is None


def test_the_meetings_leader_leads_again_after_the_round() -> None:
    table = leaders_case()
    table.does(4, Act.OFFER_LEAD)
    table.does(1, Act.DONE)
    assert table.at == "fr.evaluatie"
    assert table.session.leads == 1


def test_when_the_chosen_leader_is_gone_while_a_leader_is_sought_the_case_goes_too() -> None:
    table = leaders_case()
    table.happens(Left(PersonId(1)))
    assert table.in_part(Part.OFFERING)


# --- Two rounds -------------------------------------------------------------------------------------


def test_two_rounds_have_two_different_case_bringers() -> None:
    table = with_both_seated()
    assert [round_.case_bringer for round_ in table.session.rounds] == [2, 1]


def test_whoever_was_seated_is_not_asked_for_the_second_round() -> None:
    table = two_rounds(2, 3)
    table.waits(180)
    first = table.session.ranking[0]
    table.does(first, Act.CONSENT)
    assert first not in table.session.ranking
    assert Act.CONSENT not in table.may(first)


def test_one_case_only_drops_the_second_round_with_its_switch() -> None:
    table = two_rounds(2)
    table.does(2, Act.CONSENT)
    assert s.ONE_CASE in table.said
    table.does(2, Act.DONE)
    table.does(1, Act.NEXT)
    assert table.at == "fr.terug"


def test_the_switch_seeks_another_leader_when_the_leader_brings_in_next() -> None:
    table = with_both_seated()
    assert table.session.leads == 1
    table.does(2, Act.DONE)
    table.does(1, Act.NEXT)
    assert table.at == "fr.wissel"
    assert s.NEW_LEADER in table.said
    table.does(5, Act.OFFER_LEAD)
    table.waits_until(lambda now: now.at == "po.inbreng")
    assert table.session.leads == 5
    assert table.session.case_bringer == 1


def test_the_second_round_never_begins_with_its_case_bringer_leading() -> None:
    table = with_both_seated()
    table.does(2, Act.DONE)
    table.does(1, Act.NEXT)
    table.waits_until(lambda now: now.at == "po.inbreng")
    assert table.session.leads not in (None, 1)


def test_when_the_first_of_two_is_gone_during_the_choice_the_second_moves_up() -> None:
    table = two_rounds(2, 3, 4)
    for who in (1, 3, 4, 5, 6):
        table.does(who, Act.VOTE, 2)
    table.does(2, Act.VOTE, 3)
    table.does(2, Act.CONSENT)
    table.happens(Left(PersonId(2)))
    table.does(3, Act.CONSENT)
    table.does(4, Act.CONSENT)
    assert [round_.case_bringer for round_ in table.session.rounds] == [3, 4]


def test_when_the_second_who_is_asked_is_gone_there_is_one_case() -> None:
    table = two_rounds(2, 3)
    table.waits(180)
    first, second = table.session.ranking
    table.does(first, Act.CONSENT)
    table.happens(Left(second))
    assert table.at == "po.inbreng"
    assert table.session.rounds[1].over


def test_when_the_leader_who_was_to_bring_in_next_is_gone_no_other_leader_is_sought() -> None:
    table = with_both_seated()
    table.does(2, Act.DONE)
    table.does(1, Act.NEXT)
    assert table.in_part(Part.LEADING)
    table.happens(Left(PersonId(1)))
    assert table.in_part(Part.MAIN)


def next_case_bringer_gone() -> Table:
    """The one who was to bring in the second case is gone, and nobody else had one; that round is about to begin."""
    table = with_both_seated()
    table.happens(Left(PersonId(1)))
    assert table.said[-1] == s.CASE_VACANT
    table.does(2, Act.DONE)
    table.waits_until(lambda now: now.in_part(Part.OFFERING))
    return table


def test_when_the_next_case_bringer_is_gone_and_nobody_comes_forward_that_round_is_dropped() -> None:
    table = next_case_bringer_gone()
    table.waits_until(lambda now: not now.in_part(Part.OFFERING))
    assert s.ONE_CASE in table.said
    assert table.session.rounds[1].over
    assert table.at == "fr.terug"


def test_when_the_next_case_bringer_is_gone_whoever_likes_takes_that_round() -> None:
    table = next_case_bringer_gone()
    table.does(4, Act.OFFER_CASE)
    assert (table.at, table.session.step.round, table.session.case_bringer) == ("po.inbreng", 2, 4)


def test_for_a_later_round_the_runner_up_is_asked_when_its_time_has_come() -> None:
    table = two_rounds(2, 3, 4)
    table.waits(180)
    first, second, third = table.session.ranking
    table.does(first, Act.CONSENT)
    table.does(second, Act.CONSENT)
    table.clear()
    table.happens(Left(second))
    assert table.said == [s.LEFT, s.CASE_VACANT]
    table.does(first, Act.DONE)
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    assert table.at == "fr.keuze"
    table.does(third, Act.CONSENT)
    assert (table.at, table.session.step.round, table.session.case_bringer) == ("po.inbreng", 2, third)
    assert s.ONE_CASE not in table.said


def test_when_the_case_bringer_is_gone_in_the_break_the_rest_of_the_round_is_passed_over() -> None:
    session = at_table("bm.inbreng", "fr.pauze", "bm.vragen1", "fr.evaluatie")
    session.does(2, Act.DONE)
    session.happens(Left(PersonId(2)))
    session.does(1, Act.NEXT)
    assert session.at == "fr.evaluatie"


def test_somebody_who_came_in_late_does_not_vote_yet() -> None:
    table = choosing(2, 3)
    table.happens(Joined(PersonId(7)))
    assert table.refused(7, Act.VOTE, 2).reason is s.NOT_YOURS


def test_rounds_are_dropped_only_where_nobody_brings_in() -> None:
    table = with_both_seated()
    assert table.session.rounds == (Round(case_bringer=PersonId(2)), Round(case_bringer=PersonId(1)))


def test_nobody_is_offered_what_belongs_to_another_part() -> None:
    table = voted(*FOR_TWO)
    acts = {move.act for who in range(1, 7) for move in legal(table.session, PersonId(who), table.now)}
    assert not acts & {Act.VOTE, Act.OFFER_CASE, Act.OFFER_LEAD}
