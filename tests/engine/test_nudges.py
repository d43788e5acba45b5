"""Private remarks: they stop nothing, come at most twice, and leave the choice to the author."""

from methods.engine import wording as w
from methods.engine.events import Act
from methods.engine.messages import Carry, Tell
from methods.engine.model import Talk
from methods.engine.nudging import THINKING
from methods.engine.own_card import own_view
from methods.engine.text import PersonId
from tests.engine.play import Table, at_table


def typed(leader: int | None = 1) -> Table:
    return at_table(
        "bm.vragen1", "bm.vragen2", "bm.alternatief_schrijven", "fr.terug", talk=Talk.WRITTEN, leader=leader
    )


def put(table: Table) -> list[int]:
    return [one.person for one in table.shown if isinstance(one, Tell) and one.fields == ("vraag",)]


def dressed(table: Table, who: int) -> None:
    """Somebody hands in what the check has a remark on."""
    table.does(who, Act.WRITE, words={"vraag": "Heb je al eens met hem gewandeld?"}, nudge=True)


def acts(table: Table, who: int) -> set[Act]:
    return {button.act for button in own_view(table.session, PersonId(who), table.now).buttons}


def test_a_question_is_kept_and_waits_for_its_author() -> None:
    table = typed()
    dressed(table, 4)
    assert put(table) == []
    assert table.session.gave(table.session.step.slot)[PersonId(4)] == ("vraag",)
    assert {Act.WRITE, Act.AS_IS, Act.FOR_ADVICE} <= acts(table, 4)


def test_asking_it_anyway_puts_it_at_once() -> None:
    table = typed()
    dressed(table, 4)
    table.does(4, Act.AS_IS)
    assert put(table) == [4]
    assert Act.AS_IS not in acts(table, 4)


def test_a_second_press_on_asking_it_anyway_is_refused() -> None:
    table = typed()
    dressed(table, 4)
    event = table.event(4, Act.AS_IS)
    table.happens(event)
    table.refuses(event)


def test_a_changed_question_is_put_when_nothing_is_left_to_remark() -> None:
    table = typed()
    dressed(table, 4)
    table.writes(4, vraag="Wat heb je al geprobeerd?")
    assert put(table) == [4]


def test_others_are_not_kept_waiting_by_somebody_who_thinks() -> None:
    table = typed()
    dressed(table, 4)
    table.writes(5)
    assert put(table) == [5]


def test_whoever_does_nothing_is_heard_when_the_turn_comes() -> None:
    table = typed()
    table.writes(5)
    dressed(table, 4)
    table.does(2, Act.ANSWERED)
    assert put(table) == [5, 4]


def test_whoever_does_nothing_is_heard_after_a_minute_when_nobody_else_asks() -> None:
    table = typed()
    dressed(table, 4)
    table.waits(THINKING)
    assert put(table) == [4]


def test_what_is_kept_for_the_advice_round_is_carried_there_and_taken_back_here() -> None:
    table = typed()
    dressed(table, 4)
    decision = table.does(4, Act.FOR_ADVICE)
    assert [keep for keep in decision.keeps if isinstance(keep, Carry)] == [
        Carry(table.session.step.slot, PersonId(4), table.session.script[2].slot, "alternatief")
    ]
    assert PersonId(4) not in table.session.gave(table.session.step.slot)
    assert table.session.gave(table.session.script[2].slot) == {}
    assert put(table) == []


def test_nobody_gets_a_third_remark_in_a_step() -> None:
    table = typed()
    for _ in range(2):
        dressed(table, 4)
    dressed(table, 4)
    assert put(table) == [4]


def test_the_leader_can_switch_remarks_off_for_the_group_and_on_again() -> None:
    table = typed()
    dressed(table, 4)
    table.does(1, Act.HUSH)
    assert put(table) == [4]
    assert w.REMARKS_ON in {
        button.label for button in own_view(table.session, PersonId(1), table.now).buttons
    }
    dressed(table, 5)
    assert not table.stage.weighing
    table.does(1, Act.HUSH)
    dressed(table, 6)
    assert table.stage.weighing == (PersonId(6),)
