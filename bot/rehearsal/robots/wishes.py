"""Everything that somebody wants to do in a step, soon or late, given what the own card offers."""

from typing import TYPE_CHECKING

from bot.rehearsal.robots import choosing, leading, talking, writing
from bot.rehearsal.robots.memory import Plan, Step
from bot.rehearsal.robots.sight import Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

WISHES = (*choosing.WISHES, *writing.WISHES, *talking.WISHES, *leading.WISHES)


def wishes(me: "Participant", step: Step, own: Message) -> list[Plan]:
    """All of them, each with its moment; what was done in this visit is not wished again."""
    found = (wish(me, step, own) for wish in WISHES)
    return [plan for plan in found if plan is not None and plan.key not in step.done]
