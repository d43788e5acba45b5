"""A whole evening: as everybody hopes for, and one in which nobody lifts a finger."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from methods.engine.events import Act, Voted
from methods.engine.forms import step_of
from methods.engine.messages import Announce
from methods.engine.model import Talk
from methods.engine.roles import complete
from methods.engine.state import Flow, Status
from methods.engine.text import PersonId
from methods.engine.timing import due
from methods.playing import event_of
from tests.engine.play import TABLES, Table, seated, started

ASKED = (Act.OFFER_CASE, Act.CONSENT, Act.VOTE, Act.SORT, Act.WRITE, Act.ANSWERED, Act.DONE)
"""What is done when it is asked, in this order."""


def does_what_is_asked(table: Table, who: PersonId, dice: Random) -> bool:
    """Whether there was something to do for this person."""
    stage, moves = table.stage, table.may(who)
    for act in ASKED:
        if act not in moves or (act is not Act.CONSENT and who in stage.settled):
            continue
        once = {Act.WRITE: table.session.gave(step_of(table.session).slot), Act.VOTE: stage.votes}
        if who in once.get(act, {}) or (act is Act.SORT and table.session.taken):
            continue
        if act is Act.DONE and moves[act].whose not in (None, who):
            continue
        event = event_of(table.session, who, moves[act], dice)
        if isinstance(event, Voted) and table.session.flow is Flow.ANSWER:
            onward = moves[act].choices[0].value  # the first answer leads on
            event = replace(event, choices=(onward,))
        table.happens(event)
        return True
    return False


@cache
def evening(method_id: str, talk: Talk) -> tuple[Table, list[str]]:
    """Everybody does what is asked as soon as it is asked; the leader goes on when all are done."""
    table, dice = Table(started(seated(method_id, talk=talk))), Random(1)
    visited, idle = [table.at], 0
    while table.session.status is not Status.ENDED:
        before = table.session.visit
        acted = any(does_what_is_asked(table, who, dice) for who in table.session.members)
        leader, moment = table.session.leads, due(table.session)
        idle = 0 if acted else idle + 1
        if not acted and leader is not None and complete(table.session):
            table.does(leader, Act.NEXT)
        elif not acted:
            table.waits(max(5, moment - table.now) if moment and idle > 1 else 5)
        if table.session.visit != before and table.session.under_way:
            visited.append(table.at)
    return table, visited


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_when_everybody_does_what_is_asked_every_step_is_visited_in_order(method_id: str, talk: Talk) -> None:
    table, visited = evening(method_id, talk)
    planned = [step.phase.id for step in table.session.script if step.phase.only_if is None]
    assert [name for name in visited if name != "po.lus"] == planned


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_when_everybody_does_what_is_asked_it_takes_no_longer_than_planned(
    method_id: str, talk: Talk
) -> None:
    table, _ = evening(method_id, talk)
    planned = sum(step.minutes for step in table.session.script)
    begun, ended = table.session.laps[0].started, table.session.laps[-1].ended
    assert ended - begun <= 60 * (planned + 20)  # the extra loop may take its ten minutes twice


@pytest.mark.parametrize("leader", [1, None])
@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_when_nobody_does_anything_it_ends_by_itself(method_id: str, talk: Talk, leader: int | None) -> None:
    table = Table(started(seated(method_id, talk=talk, leader=leader)))
    table.waits(6 * 3600)
    assert table.session.status is Status.ENDED


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_every_step_is_announced_once(method_id: str, talk: Talk) -> None:
    table, visited = evening(method_id, talk)
    announced = [effect.visit for effect in table.effects if isinstance(effect, Announce)]
    assert len(set(announced)) == len(announced) == len(visited) - 1  # the first by the start
