"""What is on the screen: few lines, no holes, nobody else's words, and the right button."""

import pytest

from methods.engine import wording as w
from methods.engine.events import Act
from methods.engine.harvest import harvest
from methods.engine.model import Talk
from methods.engine.own_card import help_view, own_view
from methods.engine.promises import promise
from methods.engine.state import Part, Status
from methods.engine.text import Moment, PersonId, Text
from methods.engine.view import View, main_act, readable, room_view
from methods.playing import MODERATOR
from tests.engine.play import Table, at_table, seated, started, steps


def texts(view: View) -> list[Text]:
    return [spoken.text for spoken in view.lines]


def test_from_three_fifths_on_everybody_reads_that_most_are_done() -> None:
    table = at_table("bm.canvas", number=5)
    table.writes(1)
    table.writes(2)
    assert w.MOST_DONE not in texts(room_view(table.session))
    table.writes(3)
    assert w.MOST_DONE in texts(room_view(table.session))


@pytest.mark.parametrize("phase_id", ["bm.titels", "fr.pauze"])
def test_where_nothing_is_asked_nobody_is_said_to_be_done(phase_id: str) -> None:
    assert w.MOST_DONE not in texts(room_view(at_table(phase_id).session))


def test_where_nothing_is_asked_the_leader_counts_nobody() -> None:
    table = at_table("bm.titels")
    assert w.DONE_COUNT not in texts(own_view(table.session, PersonId(1), table.now))


def test_a_telling_has_an_about_time_and_no_end() -> None:
    lines = texts(room_view(at_table("bm.inbreng").session))
    assert w.ABOUT in lines
    assert w.UNTIL not in lines


def test_while_a_case_is_chosen_no_clock_is_shown() -> None:
    lines = texts(room_view(at_table("bm.keuze", case_bringer=None).session))
    assert w.UNTIL not in lines


def test_the_card_says_how_far_the_choice_has_got() -> None:
    table = at_table("bm.keuze", case_bringer=None, given={"1:bm.canvas": (4, 5)})
    assert w.PARTS[Part.VOTING] in texts(room_view(table.session))
    assert w.PARTS[Part.VOTING] in texts(own_view(table.session, PersonId(3), table.now))


def test_the_minutes_of_a_round_are_those_of_that_round_only() -> None:
    script = (*steps("po.uitleg", "po.oogst", minutes=4), *steps("po.uitleg", minutes=9, number=2))
    session = started(seated("probleemoplossend", script=script))
    asked = next(one for one in room_view(session).lines if one.text is script[0].phase.prompt)
    assert dict(asked.values)["minuten"] == 8


def test_a_pause_is_said_instead_of_a_time() -> None:
    table = at_table("fr.pauze")
    table.does(1, Act.PAUSE)
    assert texts(room_view(table.session))[0] is w.FROZEN


def test_what_comes_next_is_the_step_after_this_one() -> None:
    table = at_table("bm.uitleg", "bm.canvas", "bm.titels")
    table.does(1, Act.NEXT)
    ahead = next(spoken for spoken in room_view(table.session).lines if spoken.text is w.AHEAD)
    assert dict(ahead.values)["phase"] == table.session.script[2].phase.name


def test_what_comes_next_passes_by_what_may_not_be_run() -> None:
    table = at_table("po.geholpen", "po.lus", "po.oogst")
    ahead = next(spoken for spoken in room_view(table.session).lines if spoken.text is w.AHEAD)
    assert dict(ahead.values)["phase"] == table.session.script[2].phase.name


@pytest.mark.parametrize(
    ("phase_id", "talk", "act"),
    [
        ("bm.canvas", Talk.SPOKEN, Act.WRITE),
        ("bm.vragen1", Talk.SPOKEN, Act.DONE),
        ("bm.vragen1", Talk.WRITTEN, Act.WRITE),
        ("bm.keuze", Talk.SPOKEN, Act.VOTE),
        ("bm.inbreng", Talk.SPOKEN, Act.DONE),
        ("fr.pitch", Talk.WRITTEN, Act.WRITE),
        ("bm.oogst", Talk.WRITTEN, Act.DONE),
        ("bm.uitleg", Talk.SPOKEN, Act.DONE),
        ("fr.pauze", Talk.SPOKEN, None),
        ("bm.titels", Talk.SPOKEN, None),
    ],
)
def test_the_act_of_a_step_is_the_cards_button(phase_id: str, talk: Talk, act: Act | None) -> None:
    assert main_act(at_table(phase_id, talk=talk).session) == act


@pytest.mark.parametrize("view_of", [room_view, lambda session: own_view(session, PersonId(3), Moment(0))])
def test_before_the_start_it_says_that_it_begins_soon(view_of: object) -> None:
    assert callable(view_of)
    assert view_of(seated()).title.text is w.SOON


# --- The own card -----------------------------------------------------------------------------------


def label_of(table: Table, who: int, act: Act) -> Text:
    buttons = own_view(table.session, PersonId(who), table.now).buttons
    return next(button.label for button in buttons if button.act is act)


def test_whoever_leads_ends_the_turn_of_another_in_other_words() -> None:
    table = at_table("bm.oogst")
    assert table.stage.turn is not None
    assert label_of(table, 1, Act.DONE) is w.LABELS_FOR_OTHERS[Act.DONE]
    assert label_of(table, table.stage.turn, Act.DONE) is w.LABELS[Act.DONE]


def test_the_case_bringer_reads_whose_question_it_is() -> None:
    table = at_table("bm.vragen1", talk=Talk.WRITTEN)
    table.writes(4)
    assert w.ANSWERING in texts(own_view(table.session, PersonId(2), table.now))


def test_whoever_is_asked_to_bring_in_reads_it_and_the_others_do_not() -> None:
    table = at_table("bm.keuze", case_bringer=None, given={"1:bm.canvas": (4,)})
    assert w.YOU_ARE_ASKED in texts(own_view(table.session, PersonId(4), table.now))
    assert w.NOT_ASKED in texts(own_view(table.session, PersonId(3), table.now))


def test_a_moderator_who_visits_is_told_so() -> None:
    table = at_table("bm.canvas")
    assert w.ROLES["moderator"] in texts(own_view(table.session, MODERATOR, table.now))


def test_help_offers_silence_to_all_and_stopping_to_the_case_bringer() -> None:
    table = at_table("bm.vragen1")

    def offered(who: int) -> set[Act]:
        return {button.act for button in help_view(table.session, PersonId(who), table.now).buttons}

    calls = {Act.HELP, Act.TROUBLE, Act.UNWELL}
    assert offered(3) == {Act.STILL, *calls}
    assert offered(2) == {Act.STILL, Act.STOP, *calls}


# --- Reading again what was shown -------------------------------------------------------------------


def telling() -> Table:
    table = at_table(
        "bm.canvas", "bm.titels", "bm.keuze", "bm.inbreng", case_bringer=None, given={"1:bm.canvas": (4, 5)}
    )
    table.does(1, Act.NEXT)
    table.does(1, Act.NEXT)
    table.waits_until(lambda now: now.session.ranking)
    table.does(table.session.ranking[0], Act.CONSENT)
    return table


def test_nothing_is_to_be_read_again_before_it_was_shown() -> None:
    table = at_table("bm.canvas", "bm.titels", given={"1:bm.canvas": (4, 5)})
    assert readable(table.session) is None


def test_during_a_telling_one_reads_again_the_titles_only_and_without_names() -> None:
    table = telling()
    assert table.at == "bm.inbreng"
    found = readable(table.session)
    assert found is not None
    assert (found.fields, found.named) == (("titel",), False)


def test_in_a_round_one_reads_again_what_was_read_out_and_no_more() -> None:
    table = at_table(
        "bm.alternatief_schrijven", "bm.alternatief_ronde", given={"1:bm.alternatief_schrijven": (3, 4, 5)}
    )
    table.does(1, Act.NEXT)
    while table.stage.turn not in (3, 4, 5):
        table.does(1, Act.DONE)
    found = readable(table.session)
    assert found is not None
    assert found.people == (table.stage.turn,)


# --- The harvest ------------------------------------------------------------------------------------


def reacting() -> Table:
    table = at_table("bm.alternatief_schrijven", "bm.alternatief_ronde", "bm.reflectie")
    for who in (3, 4, 5):
        table.writes(who)
    table.does(1, Act.NEXT)
    while table.stage.turn is not None:
        table.does(table.stage.turn, Act.DONE)
    table.does(1, Act.NEXT)
    table.does(2, Act.SORT, 3, also=("4",))
    return table


def test_everybody_gathers_what_they_wrote() -> None:
    assert [one.people for one in harvest(reacting().session, PersonId(5))] == [(5,)]


def test_the_case_bringer_gathers_what_was_taken_along_and_what_perhaps() -> None:
    assert [one.people for one in harvest(reacting().session, PersonId(2))] == [(3,), (4,)]


# --- The promise above a form -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase_ids", "talk", "text"),
    [
        (("bm.canvas", "bm.titels"), Talk.SPOKEN, w.PROMISE_TITLE),
        (("bm.alternatief_schrijven", "bm.alternatief_ronde"), Talk.SPOKEN, w.PROMISE_NAMED),
        (("po.vraag_scherp",), Talk.SPOKEN, w.PROMISE_AT_ONCE),
        (("bm.vragen1",), Talk.WRITTEN, w.PROMISE_QUESTION),
        (("bm.vragen1",), Talk.SPOKEN, w.PROMISE_NOTE),
        (("bm.reflectie",), Talk.SPOKEN, w.PROMISE_REACTION),
        (("po.inbreng",), Talk.SPOKEN, w.PROMISE_STORY),
        (("fr.evaluatie",), Talk.SPOKEN, w.PROMISE_EVALUATION),
    ],
)
def test_a_form_says_who_will_read_it(phase_ids: tuple[str, ...], talk: Talk, text: Text) -> None:
    session = at_table(*phase_ids, talk=talk).session
    assert promise(session, session.script[0]).text is text


def test_a_card_of_a_session_that_ended_has_no_act() -> None:
    table = at_table("fr.pauze")
    table.does(MODERATOR, Act.CLOSE)
    assert table.session.status is Status.ENDED
    assert room_view(table.session).buttons == ()


def test_steps_of_two_rounds_are_told_apart() -> None:
    first, second = steps("po.oogst")[0], steps("po.oogst", number=2)[0]
    assert first.slot != second.slot
