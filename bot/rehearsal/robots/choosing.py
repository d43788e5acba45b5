"""Votes, consent, roles, and going on after a pause."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.rehearsal.robots.lines import unmarked
from bot.rehearsal.robots.memory import Plan, Step
from bot.rehearsal.robots.sight import Button, Choice, Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

YES = 0.92
"""How often somebody who is asked brings the case in."""
OFFERS = 0.5
"""How many come forward when somebody is looked for."""
LIKELY = {"ja": 0.55, "deels": 0.3, "nog_niet": 0.15, "klaar": 0.85, "terug": 0.15}
"""How often a case bringer gives which answer; of other answers each is as likely."""


def pressing(
    me: "Participant", step: Step, message: Message, button: Button
) -> Callable[[], Awaitable[None]]:
    """Press this button, and look at the answer."""

    async def do() -> None:
        me.took(step, await me.press(message, button))

    return do


def picking(
    me: "Participant", step: Step, message: Message, choice: Choice, values: list[str]
) -> Callable[[], Awaitable[None]]:
    """Choose these from this list, and look at the answer."""

    async def do() -> None:
        me.took(step, await me.choose(message, choice, *values))

    return do


def resume(me: "Participant", step: Step, own: Message) -> Plan | None:
    """After a pause or a silence the clock should run again."""
    button = own.button("resume")
    if button is None:
        step.moments.pop("resume", None)
        return None
    return Plan(me.moment(step, "resume", 30, 60), f"resume{own.id}", pressing(me, step, own, button))


def consent(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Asked whether to bring the own case in."""
    yes, no = own.button("consent"), own.button("decline")
    if yes is None or no is None:
        return None
    chosen = yes if me.roll(step, "consent").random() < YES else no
    return Plan(me.moment(step, "consent", 8, 25), "consent", pressing(me, step, own, chosen))


def vote(me: "Participant", step: Step, own: Message) -> Plan | None:
    """For one or two cases, or how much the advice helped."""
    choice = own.choice("vote")
    if choice is None:
        return None
    values, dice = [option.value for option in choice.options], me.roll(step, "vote")
    if set(values) <= LIKELY.keys():
        values = dice.choices(values, [LIKELY[value] for value in values])
    else:
        values = dice.sample(values, min(len(values), dice.randint(1, choice.most)))
    at = me.moment(step, "vote", 8, 45)
    return Plan(at, "vote", picking(me, step, own, choice, values))


def agree(me: "Participant", step: Step, own: Message) -> Plan | None:
    """To the code of conduct."""
    button = own.button("vote")
    if button is None:
        return None
    return Plan(me.moment(step, "vote", 6, 25), "vote", pressing(me, step, own, button))


def offer(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Bring something in where there is no case, or lead where the leader brings in."""
    for act in ("offer-case", "offer-lead"):
        button = own.button(act)
        if button is not None and me.roll(step, act).random() < OFFERS:
            return Plan(me.moment(step, act, 6, 40), act, pressing(me, step, own, button))
    return None


def notes(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Keep the notes."""
    button = own.button("offer-notes")
    if button is None or not me.character.minutes_taker or step.topic.phase.startswith("fr."):
        return None
    return Plan(me.moment(step, "notes", 5, 20), "offer-notes", pressing(me, step, own, button))


def share(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Let the group read the prepared story, as far as is suggested."""
    choice = own.choice("share")
    if choice is None or not me.character.shares_story:
        return None
    values = [option.value for option in choice.options if option.on]
    values = values or [option.value for option in choice.options][:1]
    at = me.moment(step, "share", 6, 20)
    return Plan(at, "share", picking(me, step, own, choice, values))


def sort(me: "Participant", step: Step, own: Message) -> Plan | None:
    """«Dit neem ik mee»: the ideas on which the case bringer's closing words lean."""
    choice = own.choice("sort")
    if choice is None or not me.table.mine:
        return None
    case = me.lines.case_of(me.name, me.table.members)
    leaned = [*(one.text for one in case.alternatives[:4]), *(one.text for one in case.advice[:4])]
    fitting = [o.value for o in choice.options if _is_among(o.label, leaned)]
    values = (fitting or [option.value for option in choice.options])[: me.roll(step, "sort").randint(2, 3)]
    return Plan(me.moment(step, "sort", 15, 60), "sort", picking(me, step, own, choice, values))


def maybe(me: "Participant", step: Step, own: Message) -> Plan | None:
    """«Misschien»: kept apart, for one's own eyes."""
    choice = own.choice("maybe")
    if choice is None or "sort" not in step.done or me.character.brief:
        return None
    values = [choice.options[-1].value]
    return Plan(me.moment(step, "maybe", 8, 30), "maybe", picking(me, step, own, choice, values))


def link(me: "Participant", step: Step, own: Message) -> Plan | None:
    """The own approach belongs to one or two of the definitions."""
    choice = own.choice("link")
    if choice is None:
        return None
    dice = me.roll(step, "link")
    values = sorted(
        dice.sample([o.value for o in choice.options], min(len(choice.options), dice.randint(1, 2)))
    )
    at = me.moment(step, "link", 15, 0.6 * step.seconds)
    return Plan(at, "link", picking(me, step, own, choice, values))


def _is_among(label: str, texts: list[str]) -> bool:
    """Whether a line of a list, «Pieter: Ik zou…», is the beginning of one of these."""
    said = unmarked(label).partition(": ")[2].rstrip("…").strip()
    return any(text.startswith(said) for text in texts)


WISHES = (resume, consent, vote, agree, offer, notes, share, sort, maybe, link)
