"""«Nog één zin»: who was typing when the room closed may still say it, once, for two minutes, and disturbs nobody."""

from dataclasses import replace

from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.afterword import FIELD, OPEN_SECONDS
from methods.engine.events import Act
from methods.engine.harvest import harvest
from methods.engine.messages import Keep, Tell
from methods.engine.model import Content, Talk
from methods.engine.text import PersonId
from methods.engine.view import room_view
from tests.engine.play import Table, at_table

EVERYBODY = ("fr.kennismaken", "bm.canvas")
"""Everybody types, then all write in silence; the leader may always type."""


def closed(*phases: str, talk: Talk = Talk.WRITTEN, content: Content = Content.ROOM) -> Table:
    """The room has just closed."""
    table = at_table(*(phases or EVERYBODY), talk=talk)
    table.session = replace(table.session, content=content)
    table.does(1, Act.NEXT)
    table.clear()
    return table


def may_add(table: Table) -> list[int]:
    return [who for who in range(1, 7) if Act.ADD in table.may(who)]


def adds(table: Table, who: int, text: str = "en toen was het stil.") -> None:
    table.does(who, Act.ADD, words={FIELD: text})


def test_whoever_could_type_in_the_step_before_and_cannot_now_may_add_one_sentence() -> None:
    assert may_add(closed()) == [2, 3, 4, 5, 6]


def test_the_sentence_is_kept_apart_and_read_in_the_room_with_its_author() -> None:
    table = closed()
    adds(table, 3)
    (shown,) = table.shown
    assert isinstance(shown, Tell)
    assert (shown.person, shown.heading.text) == (3, s.ONE_MORE)
    assert table.session.gave(shown.slot) == {3: (FIELD,)}
    assert shown.slot not in {step.slot for step in table.session.script}


def test_the_words_are_written_down_once() -> None:
    table = closed()
    decision = table.happens(table.event(3, Act.ADD, words={FIELD: "nog dit"}))
    assert [keep.words for keep in decision.keeps if isinstance(keep, Keep)] == [{FIELD: "nog dit"}]


def test_a_second_sentence_is_refused_kindly() -> None:
    table = closed()
    adds(table, 3)
    assert table.refused(3, Act.ADD, words={FIELD: "en nog een"}).reason is s.ADDED_ALREADY


def test_after_two_minutes_it_is_over() -> None:
    table = closed()
    table.waits(OPEN_SECONDS - 1)
    assert 3 in may_add(table)
    table.waits(1)
    assert may_add(table) == []
    assert table.refused(3, Act.ADD, words={FIELD: "te laat"}).reason is s.STEP_CLOSED


def test_an_empty_or_much_too_long_sentence_is_given_back() -> None:
    table = closed()
    assert table.refused(3, Act.ADD, words={FIELD: "  "}).reason is s.EMPTY
    assert table.refused(3, Act.ADD, words={FIELD: "a" * 301}).reason is s.TOO_LONG


def test_it_says_nothing_of_the_step_that_goes_on() -> None:
    table = closed()
    adds(table, 3)
    assert table.stage.settled == frozenset()


def test_while_somebody_tells_nobody_adds_anything() -> None:
    assert may_add(closed("fr.kennismaken", "bm.inbreng")) == []


def test_after_gossip_that_is_not_kept_nothing_is_added() -> None:
    assert may_add(closed("ro.roddelen", "ro.oogst")) == []


def test_a_case_bringer_who_told_may_add_one_when_the_others_write() -> None:
    table = at_table("bm.inbreng", "bm.alternatief_schrijven", talk=Talk.WRITTEN)
    table.does(2, Act.DONE)
    assert may_add(table) == [2]


def test_aloud_and_where_nothing_is_written_there_is_no_such_button() -> None:
    assert may_add(closed(talk=Talk.SPOKEN)) == []
    assert may_add(closed(content=Content.NONE)) == []


def test_while_the_clock_stands_still_it_waits() -> None:
    table = closed()
    table.does(1, Act.PAUSE)
    assert may_add(table) == []


def test_the_card_says_so_to_those_who_were_typing() -> None:
    lines = [one.text for one in room_view(closed().session).lines]
    assert w.ONE_MORE_OPEN in lines
    assert w.ONE_MORE_OPEN not in [one.text for one in room_view(closed(talk=Talk.SPOKEN).session).lines]


def test_it_is_in_its_author_s_harvest_and_in_nobody_else_s() -> None:
    table = closed()
    adds(table, 3)
    slots = [[one.slot for one in harvest(table.session, PersonId(who))] for who in (3, 4)]
    assert [any(slot.startswith("nog.") for slot in mine) for mine in slots] == [True, False]
