"""The leader's part: on to the next step when all are done or the time is up, now and then two minutes more."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.rehearsal.robots.choosing import pressing
from bot.rehearsal.robots.memory import Plan, Step
from bot.rehearsal.robots.sight import Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

EXTENDS, DREAMS, REMINDS = 0.12, 0.07, 0.15
QUIET = {"reveal", "open"}
"""Kinds of step in which nothing is awaited from anybody."""


def forward(me: "Participant", step: Step, own: Message) -> Plan | None:
    """«Volgende stap»."""
    if own.button("next") is None:
        return None
    dice = me.roll(step, "lead")
    quiet = step.topic.kind in QUIET or (step.topic.kind == "briefing" and step.topic.who != "case_bringer")
    if step.nudge == "all":
        rest = 0.5 * step.left(me.hands.now())
        return Plan(me.moment(step, "next-all", 8, 25 + rest), "next-all", going_on(me, step))
    if step.nudge == "time":
        if dice.random() < DREAMS:
            return None
        return Plan(me.moment(step, "next-time", 8, 20), "next-time", going_on(me, step))
    if quiet:
        at = max(step.began + dice.uniform(0.8, 1.0) * step.seconds, step.moments.get("next-all", 0))
        return Plan(at, "next-quiet", going_on(me, step))
    return None


def going_on(me: "Participant", step: Step) -> Callable[[], Awaitable[None]]:
    """Press the button on the room's card; and again when asked whether one is sure."""

    async def do() -> None:
        card = me.now_as(step.card) or step.card
        button = card.button("next")
        if button is None:
            return
        answer = await me.press(card, button)
        told = answer.private
        sure = told.button("sure") if told is not None else None
        if told is not None and sure is not None:
            answer = await me.press(told, sure)
        me.took(step, answer)
        if answer.denied:  # too soon after the last press, perhaps: once more in a while
            step.done -= {"next-all", "next-time", "next-quiet"}
            step.moments |= dict.fromkeys(("next-all", "next-time"), me.hands.now() + 15)

    return do


def extend(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Two minutes more, when the time is up and not everybody is done."""
    button = own.button("extend")
    dice = me.roll(step, "extend")
    if button is None or step.nudge != "time" or dice.random() >= EXTENDS:
        return None
    return Plan(me.moment(step, "extend", 4, 7), "extend", _extending(me, step, own))


def _extending(me: "Participant", step: Step, own: Message) -> Callable[[], Awaitable[None]]:
    async def do() -> None:
        button = own.button("extend")
        if button is not None:
            step.nudge = None
            step.ends += 120
            me.took(step, await me.press(own, button))

    return do


def remind(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Remind everybody of the agreement of this step."""
    button = own.button("remind")
    dice = me.roll(step, "remind")
    if button is None or step.topic.kind != "qa" or dice.random() >= REMINDS:
        return None
    at = me.moment(step, "remind", 0.2 * step.seconds, 0.5 * step.seconds)
    return Plan(at, "remind", pressing(me, step, own, button))


WISHES = (forward, extend, remind)
