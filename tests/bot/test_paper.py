"""The script on paper: every step with its time, its minutes and what is asked, as text."""

from pathlib import Path

import pytest

from bot import sayings as say
from bot.paper import plan_on_paper, session_on_paper
from bot.render import Facts, said
from methods.engine.events import Act
from methods.engine.model import Talk
from methods.engine.text import Language
from methods.library import all_methods
from methods.planning import plan
from methods.playing import START
from tests.engine.play import Table, seated, started
from tests.stories.world import open_world


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_of_every_plan_is_on_paper_with_no_hole_left(language: Language) -> None:
    for method in all_methods():
        planned = plan(method, 6, None, Talk.SPOKEN)
        text = "\n".join(said(one, Facts(language=language)) for one in plan_on_paper(planned, START))
        steps = [*(s for s in planned.plenary if not s.phase.waits), *planned.script]
        assert all(f"{step.minutes} min · {step.phase.name.to(language)}" in text for step in steps)
        assert "{" not in text


def test_the_times_on_paper_follow_one_another() -> None:
    lines = plan_on_paper(plan(all_methods()[0], 6, None, Talk.SPOKEN), START)
    moments = [value.moment for one in lines for key, value in one.values if key == "at"]  # type: ignore[union-attr]
    assert moments == sorted(moments)
    assert moments[0] == START


def test_a_group_that_talks_has_the_rest_of_its_evening_on_paper() -> None:
    table = Table(started(seated()))
    table.does(1, Act.NEXT)
    text = "\n".join(said(one, Facts(language="nl")) for one in session_on_paper(table.session, table.now))
    done, *rest = [step.phase.name.nl for step in table.session.script]
    assert done not in text
    assert all(name in text for name in rest)


async def test_a_moderator_gets_the_script_before_and_while_the_groups_talk(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        before = (await world.command(world.moderator, "moderator panel")).card
        planned = await world.press(world.moderator, before, "conduct-paper")
        assert "min · Canvas invullen (stil)" in "\n".join(one.text for one in planned.private)
        await world.open()
        panel = (await world.command(world.moderator, "moderator panel")).card
        running = await world.press(world.moderator, panel, "conduct-paper")
        assert say.GROUP.nl in running.private[0].text
