"""What a person should not be able to do, tried now and then. Every attempt must be kindly refused."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.custom_id import Press
from bot.rehearsal.robots.memory import Step
from bot.rehearsal.robots.notes import Attempt
from bot.rehearsal.robots.sight import Answer, Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

LOCKED = 50013
"""Discord's number for «you may not»."""

Trick = Callable[["Mischief", Step, Message], Awaitable[Answer | None]]


class Mischief:
    """The tricks of one robot."""

    def __init__(self, me: "Participant") -> None:
        self._me = me

    async def tried(self, step: Step) -> bool:
        """Try something that cannot be right here; whether there was anything to try."""
        me = self._me
        own = await me.open_own(step)
        if own is None:
            return False
        tricks = me.roll(step, "trick", len(me.notes.attempts)).sample(TRICKS, len(TRICKS))
        for name, trick in tricks:
            answer = await trick(self, step, own)
            if answer is not None:
                told = answer.private.text if answer.private else str(answer.refused or answer.why)
                me.notes.attempts.append(Attempt(me.hands.now(), name, answer.denied, told))
                me.notes.acts += 1
                return True
        return False

    async def old_card(self, _step: Step, _own: Message) -> Answer | None:
        """Press a button of a step that is over."""
        me = self._me
        for message in reversed(me.table.older):
            card = me.now_as(message)
            for button in card.buttons if card else ():
                if card and button.press.action in {"write", "done", "next"}:
                    return await me.hands.click(card, button.custom_id)
        return None

    async def not_mine(self, step: Step, own: Message) -> Answer | None:
        """Press a button on the room's card that the own card does not offer."""
        card = self._me.now_as(step.card)
        for button in card.buttons if card else ():
            act = button.press.action
            offered = own.button(act) or own.choice(act)
            if card and act in {"write", "done", "vote", "next"} and offered is None:
                return await self._me.hands.click(card, button.custom_id)
        return None

    async def in_silence(self, step: Step, own: Message) -> Answer | None:
        """Type while the room is locked."""
        me = self._me
        if own.button("next") is not None or not _locked(me, step):
            return None
        answer = await me.hands.say(step.card.channel, "…")
        me.notes.writes_refused += answer.denied
        return answer if answer.refused == LOCKED else Answer()

    async def own_case(self, _step: Step, own: Message) -> Answer | None:
        """Vote for one's own case."""
        choice, me = own.choice("vote"), self._me
        if choice is None or not all(option.value.isdecimal() for option in choice.options):
            return None
        return await me.hands.forge(own, choice.custom_id, [str(me.hands.id)])

    async def as_leader(self, step: Step, own: Message) -> Answer | None:
        """Lead the own case."""
        me = self._me
        if not me.table.mine or own.button("offer-lead") or own.button("next"):
            return None
        press = Press("next", step.session, step.visit, extra="")
        return await me.hands.forge(step.card, str(press))

    async def elsewhere(self, step: Step, _own: Message) -> Answer | None:
        """Send the press of another group's button."""
        me = self._me
        press = Press("done", step.session + me.roll(step, "elsewhere").choice((1, 2)), step.visit)
        return await me.hands.forge(step.card, str(press))

    async def somebody_else(self, step: Step, own: Message) -> Answer | None:
        """Send the press of a button that is on somebody else's own card."""
        me = self._me
        others = {m.author for m in me.hands.look(step.card.channel) if m.by in me.table.members}
        others -= {me.hands.id}
        if not others:
            return None
        press = Press("withdraw", step.session, step.visit, min(others))
        return await me.hands.forge(own, str(press))

    async def nonsense(self, step: Step, own: Message) -> Answer | None:
        """Send an id that Kring could not have made."""
        return await self._me.hands.forge(own, f"k9:close:{step.session}:{step.visit}:0:")


def _locked(me: "Participant", step: Step) -> bool:
    """Whether this person may not type now, as the card says."""
    if not me.lines.written:
        return step.topic.kind == "write" and step.topic.silent
    alone = step.topic.who == "case_bringer" or step.topic.kind == "qa"
    sorting = step.topic.kind == "vote" and step.topic.shows
    if alone and (sorting or step.topic.kind in {"briefing", "qa", "reaction"}):
        return not me.table.mine
    if step.topic.who == "nobody":  # a break: people may chat
        return False
    return step.topic.kind in {"briefing", "write", "reveal", "vote", "evaluation"}


TRICKS: tuple[tuple[str, Trick], ...] = (
    ("a button of a step that is over", Mischief.old_card),
    ("a button that is not mine", Mischief.not_mine),
    ("typing in silence", Mischief.in_silence),
    ("voting for my own case", Mischief.own_case),
    ("leading my own case", Mischief.as_leader),
    ("another group's button", Mischief.elsewhere),
    ("somebody else's button", Mischief.somebody_else),
    ("a made-up button", Mischief.nonsense),
)
