"""What somebody suddenly has to do, whatever the step asks: call for help, be silent, stop, or hand the lead over."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rehearsal.robots.memory import Step
from bot.rehearsal.robots.sight import Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

CARE = frozenset({"still", "stop", "help", "trouble", "unwell"})
"""What stands on «Hulp of pauze»; the rest stands on the own card."""
TRIES = 5
"""How often somebody looks for the button before giving up."""


@dataclass(slots=True)
class Urge:
    """One thing that must be done now."""

    act: str
    tries: int = 0
    done: bool = False

    @property
    def over(self) -> bool:
        """Whether it was done, or given up."""
        return self.done or self.tries >= TRIES


async def followed(me: "Participant", step: Step, urge: Urge) -> None:
    """Do it, when the card has a button for it."""
    urge.tries += 1
    card = me.now_as(step.card) or step.card
    opener = card.button("care" if urge.act in CARE else "mine")
    if opener is None:
        return
    opened = (await me.press(card, opener)).private
    if opened is not None:
        urge.done = await _pressed(me, opened, urge.act)
    step.outdated = True


async def _pressed(me: "Participant", card: Message, act: str) -> bool:
    """Press it, and once more when asked whether one is sure; whether it went."""
    button = card.button(act)
    if button is None:
        return False
    answer = await me.press(card, button)
    asked = answer.private
    sure = asked.button("sure") if asked is not None else None
    if asked is not None and sure is not None:
        answer = await me.press(asked, sure)
    return not answer.denied
