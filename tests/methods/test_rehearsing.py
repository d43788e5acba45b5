"""A planned meeting in small: every method is played to its end, and what the moderator does has its consequences."""

from functools import cache

import pytest

from methods.engine.model import Place, Talk
from methods.engine.roles import protected
from methods.engine.state import MeetingId, Status
from methods.engine.text import Moment, PersonId, Text
from methods.library import all_methods, method
from methods.meeting import Meeting, ServerId
from methods.planning import plan
from methods.playing import START
from methods.rehearsing import MODERATOR, Evening, Reasons, Tap, evening

PASSED, LATER = Text(nl="overgeslagen", en="passed by"), Text(nl="straks", en="later")
WAYS = [
    (one.id, talk) for one in all_methods() for talk in Talk if talk is Talk.SPOKEN or not one.spoken_only
]


@cache
def planned(method_id: str = "bumpy", talk: Talk = Talk.WRITTEN) -> Meeting:
    recipe = method(method_id)
    return Meeting(
        id=MeetingId(1),
        server=ServerId(1),
        method=method_id,
        theme="",
        minutes=plan(recipe, recipe.well, None, talk).minutes,
        talk=talk,
        place=Place.TEXT,
        language="nl",
        seed=7,
        opened=START,
        moderators=(PersonId(55),),
    )


def after(taps: str, method_id: str = "bumpy", talk: Talk = Talk.WRITTEN) -> Evening:
    return evening(planned(method_id, talk), Moment(START), tuple(map(Tap, taps)), Reasons(PASSED, LATER))


def until(wanted: str, most: int = 20) -> tuple[str, Evening]:
    """Look until some group is as wanted: `protected`, `call`."""
    for looks in range(1, most):
        now = after("w" * looks)
        groups = [one for one in now.sessions if one.under_way]
        if wanted == "protected" and any(protected(one) for one in groups):
            return "w" * looks, now
        if wanted == "call" and any(one.unanswered for one in groups):
            return "w" * looks, now
    raise AssertionError(wanted)


@pytest.mark.parametrize(("method_id", "talk"), WAYS, ids=str)
def test_every_method_comes_to_its_end_in_some_thirty_looks(method_id: str, talk: Talk) -> None:
    assert after("w" * 32, method_id, talk).over


def test_what_was_done_is_played_again_the_same() -> None:
    assert after("wwnwp") == after("wwnwp")


def test_next_moves_all_groups_but_one_in_which_somebody_tells() -> None:
    looks, before = until("protected")
    now = after(f"{looks}n")
    for then, session, outcome in zip(before.sessions, now.sessions, now.outcomes, strict=True):
        assert outcome.group == session.group
        assert (session.visit == then.visit) is (outcome.reason is not None)
    assert PASSED in {one.reason for one in now.outcomes}


def test_a_call_is_answered_and_the_visit_ended() -> None:
    looks, before = until("call")
    caller = next(one.group for one in before.sessions if one.unanswered)
    inside = after(f"{looks}c").sessions[caller - 1]
    assert MODERATOR in inside.visitors
    assert MODERATOR not in after(f"{looks}cg").sessions[caller - 1].visitors


def test_sooner_plans_the_rest_shorter() -> None:
    before, now = after("ww"), after("wws")
    assert [one.reason for one in now.outcomes] == [None] * 3
    for then, session in zip(before.sessions, now.sessions, strict=True):
        assert (session.returns or 0) < (then.returns or 0)


def test_a_group_in_which_somebody_tells_is_planned_anew_when_that_is_over() -> None:
    looks, before = until("protected")
    told = {outcome.group: outcome.reason for outcome in after(f"{looks}s").outcomes}
    assert {told[one.group] for one in before.sessions if protected(one)} == {LATER}


def test_a_pause_stops_every_clock_until_all_go_on() -> None:
    paused = after("wp")
    assert {one.status for one in paused.sessions} == {Status.PAUSED}
    assert [one.visit for one in after("wpww").sessions] == [one.visit for one in paused.sessions]
    assert {one.status for one in after("wpwr").sessions} == {Status.RUNNING}
