"""What is special to one method: the stop word, a question chosen together, an outcome that stays locked."""

import pytest

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.events import Act, Joined, Left
from methods.engine.messages import Announce, Clear, Say, Tell
from methods.engine.model import Talk
from methods.engine.own_card import own_view
from methods.engine.rules import hinted
from methods.engine.state import EndedBy, Part, Status, leader_of
from methods.engine.text import Person, PersonId, Said
from methods.engine.timing import longer_than_usual
from methods.engine.view import room_view
from methods.frame import QUESTION
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table, phase, seated, started

BOTH = pytest.mark.parametrize("talk", Talk)


def gossip(talk: Talk = Talk.WRITTEN) -> Table:
    table = at_table("ro.roddelen", "ro.terugkeer", "ro.keuze", talk=talk)
    table.waits(30)
    return table


@BOTH
def test_the_stop_word_ends_the_gossip_at_once_and_asks_nothing(talk: Talk) -> None:
    table = gossip(talk)
    table.clear()
    table.does(2, Act.DONE)
    assert table.at == "ro.terugkeer"
    assert table.said == [s.STOP_WORD]
    assert table.session.laps[-1].by is EndedBy.CASE_BRINGER


def test_the_stop_button_is_on_the_own_card_of_the_case_bringer_alone() -> None:
    labels = {button.label.nl for button in own_view(gossip().session, PersonId(2), gossip().now).buttons}
    assert "Stop: ik kom terug" in labels
    for who in (1, 3):
        assert gossip().refused(who, Act.DONE).reason is s.CASE_BRINGER_ONLY


def test_elsewhere_a_case_bringer_who_listens_ends_nothing() -> None:
    assert at_table("in.analyse", "in.standpunt_schrijven").refused(2, Act.DONE).reason is s.NOT_NOW


@BOTH
def test_the_group_is_told_before_it_begins_that_nothing_is_kept(talk: Talk) -> None:
    table = at_table("ro.roddelen", "ro.terugkeer", talk=talk)
    announced = next(at for at, effect in enumerate(table.effects) if isinstance(effect, Announce))
    (following,) = table.effects[announced + 1 :]
    assert isinstance(following, Say)
    assert following.line.text is s.NOT_KEPT


@pytest.mark.parametrize("how", ["stop word", "next", "back", "close", "stopped case"])
def test_however_the_gossip_ends_what_was_typed_is_deleted(how: str) -> None:
    table = at_table("ro.verkennen", "ro.roddelen", "ro.terugkeer", talk=Talk.WRITTEN)
    table.does(1, Act.NEXT)
    began = table.now
    table.waits(60)
    who, act = {
        "stop word": (2, Act.DONE),
        "next": (1, Act.NEXT),
        "back": (1, Act.BACK),
        "close": (MODERATOR, Act.CLOSE),
        "stopped case": (2, Act.STOP),
    }[how]
    table.clear()
    table.does(who, act)
    assert [one for one in table.effects if isinstance(one, Clear)] == [Clear(began, table.now)]


def test_a_step_that_was_deleted_is_not_come_back_to_by_undoing() -> None:
    table = gossip()
    table.does(1, Act.NEXT)
    assert table.refused(1, Act.UNDO).reason is s.TOO_LATE_TO_UNDO


# --- A question of our own ---------------------------------------------------------------------------------


@BOTH
def test_the_question_that_was_chosen_stands_on_the_cards_that_follow(talk: Talk) -> None:
    table = at_table("so.vraag", "so.voorbeelden", number=3, talk=talk, case_bringer=None)
    assert not any(one.text is w.OUR_QUESTION for one in room_view(table.session).lines)
    for who in (1, 2, 3):
        table.does(who, Act.WRITE, words={"vraag": f"{who}?"})
    for who in (1, 2):
        table.does(who, Act.VOTE, 3)
    table.does(3, Act.VOTE, 1)
    assert table.at == "so.voorbeelden"
    (shown,) = (one for one in room_view(table.session).lines if one.text is w.OUR_QUESTION)
    assert dict(shown.values)["title"] == Said("1:so.vraag", PersonId(3), "vraag")
    assert table.session.rounds[0].case_bringer is None


# --- An outcome that stays locked --------------------------------------------------------------------------


@BOTH
def test_the_outcome_of_an_incident_is_locked_until_everybody_has_chosen(talk: Talk) -> None:
    table = at_table("in.schets", "in.standpunt_schrijven", "in.standpunten", "in.werkelijkheid", talk=talk)
    table.does(2, Act.WRITE, words={"titel": "a", "gebeurtenis": "b", "vraag": "c", "afloop": "d"})
    assert [choice.value for choice in table.may(2)[Act.SHARE].choices] == ["titel", "gebeurtenis", "vraag"]
    assert table.refused(2, Act.SHARE, "afloop").reason is s.BAD_CHOICE
    table.does(2, Act.DONE)
    while table.at != "in.werkelijkheid":
        assert Act.SHARE not in table.may(2)
        table.waits(5)
        table.does(1, Act.NEXT)
    assert [choice.value for choice in table.may(2)[Act.SHARE].choices] == ["afloop"]
    table.clear()
    table.does(2, Act.SHARE, "afloop")
    (told,) = (effect for effect in table.effects if isinstance(effect, Tell))
    assert told.fields == ("afloop",)


# --- The beginning of a sentence ---------------------------------------------------------------------------


def test_a_rule_begins_the_sentence_in_the_first_field_that_has_no_beginning() -> None:
    canvas, alternative = phase("bm.canvas"), phase("bm.alternatief_schrijven")
    assert canvas.form
    assert alternative.form
    assert hinted(canvas.form, canvas) == canvas.form, "its first question is the title"
    assert hinted(alternative.form, alternative) == alternative.form, "its label begins the sentence"
    asking = phase("po.vragen")
    hint = hinted(QUESTION, asking).fields[0].placeholder
    assert hint
    assert hint.nl.startswith("Wat")


def test_a_meeting_that_is_over_has_forgotten_nothing_it_should_keep() -> None:
    table = at_table("in.discussie", "in.keuze", talk=Talk.WRITTEN)
    table.does(MODERATOR, Act.CLOSE)
    assert table.session.status is Status.ENDED
    assert not any(isinstance(effect, Clear) for effect in table.effects)


# --- Everybody a round -------------------------------------------------------------------------------------


def trio(talk: Talk) -> Table:
    """Three people, the first of them asking."""
    table = Table(started(seated("troika", number=3, talk=talk, leader=None)))
    table.waits_until(lambda one: one.at == "tr.vraag")
    return table


@BOTH
def test_in_trios_everybody_is_client_once_and_never_leads_then(talk: Talk) -> None:
    for leader in (None, 1, 2, 3):
        rounds = seated("troika", number=3, talk=talk, leader=leader).rounds
        assert sorted(r.case_bringer for r in rounds if r.case_bringer) == [1, 2, 3]
        assert all(r.case_bringer != leader_of(r, PersonId(leader) if leader else None) for r in rounds)


@BOTH
def test_a_round_that_somebody_left_goes_to_whoever_comes_in_late(talk: Talk) -> None:
    table = trio(talk)
    last = table.session.rounds[2].case_bringer
    assert last
    table.happens(Left(last))
    assert table.session.rounds[2].over
    table.happens(Joined(PersonId(50)))
    assert (table.session.rounds[2].case_bringer, table.session.rounds[2].over) == (50, False)
    assert s.TAKES_ROUND in table.said
    table.happens(Joined(PersonId(51)))
    assert 51 not in {r.case_bringer for r in table.session.rounds}


def test_where_a_case_is_chosen_nobody_gets_a_round_by_coming_late() -> None:
    table = at_table("po.inbreng", "po.oogst")
    table.happens(Joined(PersonId(50)))
    assert {r.case_bringer for r in table.session.rounds} == {2}


# --- Roles before there is a case --------------------------------------------------------------------------


@BOTH
def test_when_the_leaders_own_case_wins_another_leader_is_found_before_it_is_told(talk: Talk) -> None:
    table = at_table(
        "st.rollen",
        "st.pitch",
        "st.keuze",
        "st.vertellen",
        number=3,
        talk=talk,
        leader=None,
        case_bringer=None,
    )
    table.does(1, Act.OFFER_LEAD)
    table.does(2, Act.OFFER_NOTES)
    assert (table.at, table.session.leader, table.session.note_taker) == ("st.pitch", 1, 2)
    if talk is Talk.SPOKEN:
        table.waits(5)
    table.does(1, Act.WRITE, words={"titel": "a", "casus": "b"})
    while table.at == "st.pitch":
        table.waits(5)
        table.does(1, Act.NEXT)
    table.does(1, Act.CONSENT)
    assert table.in_part(Part.LEADING)
    assert table.refused(1, Act.OFFER_LEAD).reason is s.NOT_YOURS
    table.waits(5)
    table.does(3, Act.OFFER_LEAD)
    assert (table.at, table.session.case_bringer, table.session.leads) == ("st.vertellen", 1, 3)


@BOTH
def test_when_nobody_comes_forward_the_next_in_order_leads_and_never_the_case_bringer(talk: Talk) -> None:
    table = at_table("st.keuze", "st.vertellen", number=3, talk=talk, leader=1, case_bringer=None)
    table.waits_until(lambda one: one.at == "st.vertellen" or one.in_part(Part.OFFERING))
    table.does(1, Act.OFFER_CASE)
    table.waits_until(lambda one: one.at == "st.vertellen")
    assert table.session.case_bringer == 1
    assert table.session.leads not in (None, 1)


@pytest.mark.parametrize(("people", "more"), [(4, 0), (6, 0), (7, 3), (8, 6)])
def test_a_big_group_takes_longer_over_the_sto_script_by_a_minute_for_each_of_three_steps(
    people: int, more: int
) -> None:
    assert longer_than_usual(seated("sto", number=people)) == more
    assert longer_than_usual(seated("bumpy", number=people)) == 0


@BOTH
def test_a_note_taker_is_asked_for_where_the_consultation_needs_one(talk: Talk) -> None:
    table = at_table("kb.methode", "kb.beraad", talk=talk)
    table.does(2, Act.VOTE, "raad")
    assert s.WHO_NOTES in table.said
    noted = at_table("kb.methode", "kb.beraad", talk=talk)
    noted.does(3, Act.OFFER_NOTES)
    noted.does(2, Act.VOTE, "raad")
    assert s.WHO_NOTES not in noted.said
    assert dict(room_view(noted.session).lines[1].values)["notulist"] == Person(PersonId(3))
