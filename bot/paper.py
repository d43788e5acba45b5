"""The script as text, to be printed or copied: how the evening goes on when Discord is down."""

from collections.abc import Iterator, Sequence

from bot import sayings as say
from bot.board import group_name
from methods.engine.holes import GENERAL
from methods.engine.rules import SHOWN
from methods.engine.state import Session, Status, Step
from methods.engine.text import At, Line, Moment, Text, line
from methods.engine.view import NOT_ON_CARD
from methods.planning import Plan


def plan_on_paper(plan: Plan, begins: Moment) -> list[Line]:
    """A meeting that has not begun: what all do together, and in its place what each group does."""
    lines: list[Line] = []
    moment = begins
    for step in plan.plenary:
        if step.phase.waits:
            lines += _steps(plan.script, moment)
        else:
            lines += _steps([step], moment)
        moment = Moment(moment + 60 * step.minutes)
    return lines


def session_on_paper(session: Session, now: Moment) -> list[Line]:
    """A group that is talking: the step it is in and all that is to come."""
    if session.status is Status.ENDED or session.stage is None:
        return [line(say.PAPER_ENDED, group=group_name(session.group))]
    head = line(say.PAPER_GROUP, group=group_name(session.group), now=At(now))
    rest = session.script[session.at + 1 :]
    ends = max(session.stage.ends, now)
    return [head, *_step(session.step, session.stage.entered), *_steps(rest, Moment(ends))]


def _steps(steps: Sequence[Step], begins: Moment) -> Iterator[Line]:
    moment = begins
    for step in steps:
        yield from _step(step, moment)
        moment = Moment(moment + 60 * step.minutes)


def _step(step: Step, begins: Moment) -> Iterator[Line]:
    """When, how long and what; then what is asked, and the agreements of the step."""
    phase = step.phase
    yield line(say.PAPER_STEP, at=At(begins), minutes=step.minutes, phase=phase.name)
    yield line(say.PAPER_LINE, text=_said(phase.prompt))
    rules = [SHOWN[rule] for rule in phase.rules if rule not in NOT_ON_CARD]
    if rules:
        joined = Text(nl=" ".join(r.nl for r in rules), en=" ".join(r.en for r in rules))
        yield line(say.PAPER_LINE, text=_said(joined))


def _said(text: Text) -> Text:
    """The text with a word for everybody it names: on paper nobody knows yet who that will be."""
    return text.filled(**GENERAL)
