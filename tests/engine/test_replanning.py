"""«Terug om 16:40»: the steps that are still to come, planned anew; and a group that runs late."""

from dataclasses import replace

import pytest

from methods.engine import sentences as s
from methods.engine.course import ahead
from methods.engine.events import Act
from methods.engine.making import made
from methods.engine.messages import Refusal, Say
from methods.engine.model import Talk
from methods.engine.refitting import refit
from methods.engine.replanning import expected, replan, soonest
from methods.engine.roles import protected, stage_of
from methods.engine.state import Session, Status
from methods.engine.text import Moment, PersonId, Text
from methods.library import all_methods
from methods.playing import MODERATOR
from tests.engine.play import Table, seated, started

MINUTE = 60
METHODS = [one.id for one in all_methods()]


def table_of(method_id: str = "bumpy", number: int = 6, talk: Talk = Talk.SPOKEN) -> Table:
    table = Table(started(seated(method_id, number=number, talk=talk)))
    table.clear()
    return table


def back(table: Table, until: int) -> None:
    table.does(MODERATOR, Act.RETURN, until)


def ids(session: Session) -> list[str]:
    return [step.phase.id for step in session.script]


def at_step(table: Table, phase_id: str, number: int = 2) -> Table:
    """The same session, somewhere in its script as if it had come there on time."""
    session = table.session
    place = ids(session).index(phase_id)
    spent = 60 * sum(step.minutes for step in session.script[:place])
    step = session.script[place]
    now = Moment(table.now + spent)
    stage = replace(stage_of(session), entered=now, ends=Moment(now + 60 * step.minutes))
    rounds = (
        tuple(replace(one, case_bringer=PersonId(number)) for one in session.rounds[:1]) + session.rounds[1:]
    )
    moved = replace(session, at=place, visit=place + 1, stage=stage, rounds=rounds)
    return Table(moved, now)


# --- What it does -----------------------------------------------------------------------------------------


def test_a_group_starts_with_the_end_that_was_planned_and_its_buffer_behind_it() -> None:
    session = table_of().session
    planned = stage_of(session).entered + MINUTE * sum(step.minutes for step in session.script)
    assert session.returns == planned
    assert session.latest == planned + MINUTE * session.buffer


def test_a_sooner_return_makes_open_talk_and_turns_shorter_and_says_so() -> None:
    table = table_of()
    end = expected(table.session, table.now)
    back(table, end - 8 * MINUTE)
    assert expected(table.session, table.now) == end - 8 * MINUTE
    assert table.said == [s.RETURN_CHANGED]
    (effect,) = table.effects
    assert isinstance(effect, Say)
    changes = dict(effect.line.values)["changes"]
    assert isinstance(changes, Text)
    assert changes.nl.startswith("Korter: ")
    assert changes.en.startswith("Shorter: ")


def test_a_much_sooner_return_leaves_a_text_out_together_with_its_showing() -> None:
    table = table_of()
    back(table, soonest(table.session, table.now) + 4 * MINUTE)
    assert {"bm.vragen3", "bm.effect_schrijven", "bm.effect_ronde"}.isdisjoint(ids(table.session))
    assert "bm.alternatief_ronde" in ids(table.session)
    assert table.session.returns == table.session.latest


def test_a_second_case_goes_with_the_switch_before_anything_is_left_out_of_the_first() -> None:
    table = table_of("probleemoplossend")
    end = expected(table.session, table.now)
    back(table, end - 25 * MINUTE)
    assert {step.round for step in table.session.script} == {None, 1}
    assert "fr.wissel" not in ids(table.session)
    assert "ronde 2" in str(table.effects)
    assert not table.session.spare[0].round


def test_a_second_case_that_has_begun_stays() -> None:
    table = table_of("probleemoplossend")
    places = [at for at, step in enumerate(table.session.script) if step.round == 2]
    later = replace(table.session, at=places[1])
    coming = ahead(later, places[2])
    found = refit(later, coming, 0, roomy=True)
    assert isinstance(found, int)


def test_a_later_return_gives_back_what_was_shortened() -> None:
    table = table_of()
    before = [step.minutes for step in table.session.script]
    end = expected(table.session, table.now)
    back(table, end - 8 * MINUTE)
    table.clear()
    back(table, end)
    assert [step.minutes for step in table.session.script] == before
    assert table.said == [s.RETURN_CHANGED]
    assert "Meer tijd: " in str(table.effects)
    assert table.session.buffer == 0


def test_a_return_that_changes_nothing_is_only_said() -> None:
    table = table_of()
    end = expected(table.session, table.now)
    back(table, end + 10 * MINUTE)
    assert table.said == [s.RETURN]
    assert table.session.buffer == 10


def test_the_step_that_is_going_on_keeps_its_time() -> None:
    table = at_step(table_of(), "bm.canvas")
    ends = table.stage.ends
    back(table, expected(table.session, table.now) - 5 * MINUTE)
    assert table.stage.ends == ends


def test_what_was_written_is_always_shown() -> None:
    table = at_step(table_of(), "bm.effect_schrijven")
    back(table, soonest(table.session, table.now) + MINUTE)
    assert "bm.effect_ronde" in ids(table.session)


# --- What it refuses ----------------------------------------------------------------------------------------


def test_the_past_and_two_minutes_from_now_are_refused_with_a_sentence() -> None:
    table = table_of()
    past = table.refused(MODERATOR, Act.RETURN, table.now - 1)
    assert past.reason is s.IN_THE_PAST
    soon = table.refused(MODERATOR, Act.RETURN, table.now + 2 * MINUTE)
    least = (soonest(table.session, table.now) - table.now) // MINUTE
    assert f"{least} minuten" in soon.reason.nl
    assert f"{least} more minutes" in soon.reason.en
    assert table.session.returns != table.now + 2 * MINUTE


def test_the_moment_that_is_named_as_the_soonest_is_taken() -> None:
    table = table_of()
    first = soonest(table.session, table.now)
    assert isinstance(replan(table.session, Moment(first - MINUTE), table.now), Refusal)
    back(table, first)
    assert expected(table.session, table.now) == first


def test_a_double_click_changes_nothing_and_says_so() -> None:
    table = table_of()
    until = expected(table.session, table.now) - 5 * MINUTE
    back(table, until)
    assert table.refused(MODERATOR, Act.RETURN, until).reason is s.RETURNS_ALREADY


@pytest.mark.parametrize("who", [1, 2])
def test_only_a_moderator_sets_it(who: int) -> None:
    table = table_of()
    assert table.refused(who, Act.RETURN, table.now + 3600).reason is s.MODERATOR_ONLY


def test_an_old_press_is_refused() -> None:
    table = table_of()
    event = made(Act.RETURN, MODERATOR, table.session.visit - 1, values=(str(table.now + 9000),))
    assert table.refuses(event).reason is s.STALE


def test_a_press_without_a_moment_is_refused() -> None:
    table = table_of()
    assert table.refused(MODERATOR, Act.RETURN, "soon").reason is s.IN_THE_PAST


# --- Care comes before the clock ----------------------------------------------------------------------------


def test_a_group_in_which_somebody_tells_is_planned_anew_at_the_next_step() -> None:
    table = at_step(table_of(), "bm.inbreng")
    assert protected(table.session)
    script = table.session.script
    until = expected(table.session, table.now) - 6 * MINUTE
    back(table, until)
    assert table.session.script is script
    assert table.said == []
    table.does(2, Act.DONE)
    assert table.said[0] is s.RETURN_CHANGED
    assert expected(table.session, table.now) <= until
    assert not table.session.replans


def test_a_silence_is_not_disturbed_either() -> None:
    table = at_step(table_of(), "bm.vragen1")
    table.does(3, Act.STILL)
    table.clear()
    back(table, expected(table.session, table.now) - 5 * MINUTE)
    assert table.session.status is Status.STILL
    assert table.said == []
    assert table.session.replans


# --- Running late -------------------------------------------------------------------------------------------


def test_a_group_whose_buffer_is_used_is_planned_anew_at_the_next_step_and_told() -> None:
    table = at_step(table_of(), "bm.vragen2")
    table.session = replace(table.session, buffer=0, latest=expected(table.session, table.now))
    table.clear()
    table.now = Moment(table.stage.ends + 5 * MINUTE)
    table.does(1, Act.NEXT)
    assert s.LATE in table.said
    assert expected(table.session, table.now) == table.session.latest


def test_a_group_that_is_late_within_its_buffer_keeps_its_minutes() -> None:
    table = at_step(table_of(), "bm.vragen2")
    script = table.session.script
    table.now = Moment(table.stage.ends + 5 * MINUTE)
    table.does(1, Act.NEXT)
    assert table.session.script is script


def test_a_group_that_is_too_late_for_any_plan_goes_on_as_it_was() -> None:
    table = at_step(table_of(), "bm.reflectie")
    table.session = replace(table.session, buffer=0, latest=Moment(table.now + 5 * MINUTE))
    script = table.session.script
    table.now = Moment(table.now + 20 * MINUTE)
    table.does(2, Act.DONE)
    assert table.session.script is script


def test_together_in_the_lobby_only_the_end_of_the_groups_moves() -> None:
    table = table_of()
    waiting = next(i for i, step in enumerate(table.session.script) if step.phase.who == "nobody")
    phase = replace(table.session.script[waiting].phase, waits=True)
    script = (replace(table.session.script[waiting], phase=phase),)
    table.session = replace(table.session, group=0, script=script, at=0)
    back(table, table.now + 2400)
    assert table.stage.ends == table.now + 2400
    assert table.said == [s.RETURN]
