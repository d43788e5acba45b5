"""Forms: a case, a question, an idea, a reaction; changed, completed or taken back; or passed."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.rehearsal.borrowed import ASKED
from bot.rehearsal.robots.choosing import pressing
from bot.rehearsal.robots.memory import Plan, Step
from bot.rehearsal.robots.sight import Button, Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

CHANGES = 0.6
"""How many second thoughts change a text; the others take it back."""
ENOUGH = 50
"""Seconds that must be left for a second thought."""
FOLLOW_UP = "doorvragen"
"""The field of a question further."""
NOTED = 0.3
"""How many write down a question that they will ask aloud, or a case that they will tell."""


def write(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Fill in the form of this step, in about as much of its time as one likes to take."""
    button = own.button("write")
    if button is None or (step.topic.phase, step.time) in me.notes.acknowledged:
        return None
    if "write" in step.done or not _feels_like_it(me, step):
        return None
    if not me.words(step):
        return None
    low, high = _think(me, step)
    at = me.moment(step, "write", low, high)
    return Plan(at, "write", filling(me, step, own, button))


def _feels_like_it(me: "Participant", step: Step) -> bool:
    """Aloud, only some people write down what they are going to say."""
    told_aloud = not me.lines.written and step.topic.kind in {"qa", "round", "briefing"}
    if told_aloud:
        return bool(me.lines.dice(me.name, step.topic.phase, step.time).random() < NOTED)
    return True


def _think(me: "Participant", step: Step) -> tuple[float, float]:
    left, pace = step.left(me.hands.now()), me.character.pace
    if step.topic.kind in {"qa", "briefing"}:
        return 12, 25 + 0.2 * pace * left
    return 0.5 * pace * left + 10, pace * left + 10


def filling(
    me: "Participant", step: Step, message: Message, button: Button, *, whole: bool = False
) -> Callable[[], Awaitable[None]]:
    """Open the form, fill it in, send it. `whole`: also what need not be filled in."""

    async def do() -> None:
        opened = await me.press(message, button)
        if opened.form is None:
            me.took(step, opened)
            return
        words = dict(me.words(step))
        if not whole and me.character.brief:
            required = {field.id for field in opened.form.fields if field.required}
            least = required or {field.id for field in opened.form.fields[:1]}  # nothing at all is not taken
            words = {name: text for name, text in words.items() if name in least}
        asked = {field.id for field in opened.form.fields}
        if FOLLOW_UP in asked or not asked & words.keys():
            return
        me.took(step, await me.fill(opened, words))

    return do


def pass_by(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Let it pass: because there is nothing to say, or for no reason."""
    button = own.button("pass")
    if button is None or button.press.extra not in {"", f"w{me.hands.id}"} or "write" in step.done:
        return None
    nothing = step.topic.kind == "qa" and me.lines.written and not me.words(step)
    if not nothing and me.roll(step, "pass").random() >= me.character.passes:
        return None
    low, high = _think(me, step)
    return Plan(me.moment(step, "pass", 0.4 * low, 0.5 * high), "pass", _passing(me, step, own, button))


def _passing(me: "Participant", step: Step, own: Message, button: Button) -> Callable[[], Awaitable[None]]:
    async def do() -> None:
        step.done |= {"write", "say", "done"}
        me.took(step, await me.press(own, button))

    return do


def more(me: "Participant", step: Step, own: Message) -> Plan | None:
    """«Aanvullen»: the questions that were kept for later."""
    button = own.button("more")
    if button is None or me.character.brief or "write" not in step.done:
        return None
    at = me.moment(step, "more", 10, 40)
    return Plan(at, "more", filling(me, step, own, button, whole=True))


def again(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Second thoughts: change what was handed in, or take it back and write it anew."""
    button, back = own.button("write"), own.button("withdraw")
    if button is None or back is None or step.topic.kind != "write" or "write" not in step.done:
        return None
    dice = me.roll(step, "again")
    if dice.random() >= me.character.second_thoughts or step.left(me.hands.now()) < ENOUGH:
        return None
    at = me.moment(step, "again", 10, 35)
    change = dice.random() < CHANGES
    return Plan(
        at,
        "again",
        filling(me, step, own, button, whole=True) if change else _taking_back(me, step, own, back),
    )


def _taking_back(me: "Participant", step: Step, own: Message, back: Button) -> Callable[[], Awaitable[None]]:
    async def do() -> None:
        me.took(step, await me.press(own, back))
        me.notes.acknowledged.discard((step.topic.phase, step.time))
        step.done.discard("write")
        step.moments["write"] = me.hands.now() + me.roll(step, "anew").randint(8, 25)

    return do


def linger(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Not ready, and the time is nearly over."""
    button = own.button("linger")
    if button is None or "write" in step.done or step.moments.get("write", 0) < step.ends - 15:
        return None
    return Plan(max(me.hands.now(), step.ends - 20), "linger", pressing(me, step, own, button))


def follow_up(me: "Participant", step: Step, own: Message) -> Plan | None:
    """One question further, after the answer to one's own."""
    button = own.button("write")
    if (
        button is None
        or step.asker != me.name
        or not step.answered
        or not (further := follow_up_of(me, step))
    ):
        return None
    at = me.moment(step, "follow", 5, 14)
    return Plan(at, "follow", _following(me, step, own, button, further))


def follow_up_of(me: "Participant", step: Step) -> str | None:
    """The question further that this person has here."""
    table = me.table
    if table.bringer is None or table.mine:
        return None
    case = me.lines.case_of(table.bringer, table.members)
    share = me.lines.share(case, me.name, table.participants)
    asked = ASKED.get(step.topic.phase, {}).get("vraag", step.topic.phase)
    question = share.questions.get(asked)
    return question.follow_up.text if question and question.follow_up else None


def _following(
    me: "Participant", step: Step, own: Message, button: Button, text: str
) -> Callable[[], Awaitable[None]]:
    async def do() -> None:
        opened = await me.press(own, button)
        if opened.form is not None and FOLLOW_UP in {field.id for field in opened.form.fields}:
            me.took(step, await me.fill(opened, {FOLLOW_UP: text}))

    return do


WISHES = (write, pass_by, more, again, linger, follow_up)
