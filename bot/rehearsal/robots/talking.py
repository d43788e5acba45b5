"""Telling, answering, having a turn: aloud, which nobody here can hear, or typed in the room."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.rehearsal.robots.choosing import pressing
from bot.rehearsal.robots.memory import Plan, Step
from bot.rehearsal.robots.sight import Message

if TYPE_CHECKING:
    from bot.rehearsal.robots.participant import Participant

TYPING = 7
"""Characters that somebody types in a second."""
ADDS = 0.4
"""How often somebody says something with a text that is shown."""
LEFT_OPEN = 0.05
ACQUAINTED = {"fr.kennismaken", "fr.checkin", "st.kennis"}
"""Steps in which people say who they are."""
CHATS = 0.2
"""How many say something in the chat while they wait."""


def read(me: "Participant", step: Step, own: Message) -> Plan | None:
    """«Gelezen»."""
    button = own.button("done")
    if button is None or step.topic.kind != "briefing" or step.topic.who == "case_bringer":
        return None
    return Plan(me.moment(step, "done", 5, 0.4 * step.seconds), "done", pressing(me, step, own, button))


def turn(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Say something when it is one's turn, and say that one is done."""
    button = own.button("done")
    if button is None or step.topic.kind not in {"round", "reflection", "qa"}:
        return None
    if button.press.extra != f"w{me.hands.id}" or (own.button("write") and together(me, step)):
        return None
    share = step.seconds / max(1, len(me.table.members))
    if me.lines.written and step.topic.shows and "add" not in step.done and _adds(me, step):
        text = me.lines.addition(me.name, me.table.members, step.topic.phase, step.time)
        return Plan(me.moment(step, "add", 0.2 * share, 0.4 * share), "add", typing(me, text))
    at = me.moment(step, "turn", 0.4 * share, 0.85 * share - me.reaction)
    return Plan(at, "done", pressing(me, step, own, button))


def together(me: "Participant", step: Step) -> bool:
    """Whether everybody types at once here."""
    return me.lines.written and step.topic.kind in {"round", "reflection"} and not step.topic.shows


def _adds(me: "Participant", step: Step) -> bool:
    return me.roll(step, "adds").random() < ADDS


def say(me: "Participant", step: Step, own: Message) -> Plan | None:
    """Where everybody types at once: who one is, or what one takes along."""
    waits = own.button("done") is not None and own.button("write") is None
    if not together(me, step) or not waits:
        return None
    text = _said(me, step)
    pace = me.character.pace
    return Plan(me.moment(step, "say", 10, 20 + 0.8 * pace * step.seconds), "say", typing(me, text))


def _said(me: "Participant", step: Step) -> str:
    group = me.table.members
    if step.topic.phase in ACQUAINTED:
        return me.lines.introduction(me.name, group)
    if step.topic.phase == "fr.terugblik":
        return me.lines.look_back(me.name, group)
    idea = me.lines.filled(step.topic.phase, me.name, group, me.table.bringer).get("idee")
    told = idea or me.lines.talk(step.topic.phase, me.name, group)
    return told or me.lines.harvest(me.name, group, step.time)


def discuss(me: "Participant", step: Step, _own: Message) -> Plan | None:
    """Where people talk freely: one thing that one thinks; and what a case bringer says on coming back."""
    if not me.lines.written or step.topic.kind not in {"open", "reaction"}:
        return None
    texts = _thinks(me, step)
    if not texts:
        return None
    longest = 0.8 if step.topic.kind == "open" else 0.3
    return Plan(me.moment(step, "talk", 10, longest * step.seconds), "talk", typing(me, *texts))


def _thinks(me: "Participant", step: Step) -> tuple[str, ...]:
    phase, who, group = step.topic.phase, step.topic.who, me.table.members
    if who == "case_bringer":
        return me.lines.reaction(phase, me.name, group) if me.table.mine else ()
    if who == "participants" and me.table.mine:
        return ()
    text = me.lines.talk(phase, me.name, group)
    return () if text is None else (text,)


def chat(me: "Participant", step: Step, own: Message) -> Plan | None:
    """A word in the chat while others still write, where the room is open."""
    writing = step.topic.kind in {"write", "evaluation"} and not step.topic.silent
    busy = own.button("write") is not None and (step.topic.phase, step.time) not in me.notes.acknowledged
    if me.lines.written or not writing or busy or me.roll(step, "chat").random() >= CHATS:
        return None
    return Plan(me.moment(step, "chat", 10, 40), "chat", typing(me, me.lines.waiting(me.name)))


def typing(me: "Participant", *texts: str) -> Callable[[], Awaitable[None]]:
    """Type these in the room."""

    async def do() -> None:
        for text in texts:
            await me.say(text)

    return do


def tell(me: "Participant", step: Step, own: Message) -> Plan | None:
    """The case bringer tells: typed line by line, or aloud for as long as the step lasts."""
    button = own.button("done")
    telling = step.topic.kind == "briefing" and step.topic.who == "case_bringer" and me.table.mine
    if button is None or not telling:
        return None
    if not me.lines.written:
        return Plan(
            me.moment(step, "done", 0.6 * step.seconds, 0.95 * step.seconds),
            "done",
            pressing(me, step, own, button),
        )
    lines = me.lines.case_of(me.name, me.table.members).telling
    lines = lines[-1:] if me.character.shares_story else lines
    for number, text in enumerate(lines):
        if f"tell{number}" not in step.done:
            seconds = max(5 + len(text) / TYPING, 0.5 * step.seconds / len(lines))
            return Plan(
                me.moment(step, f"tell{number}", seconds, 1.2 * seconds), f"tell{number}", typing(me, text)
            )
    reading = 0.3 * step.seconds if "share" in step.done else 15
    return Plan(me.moment(step, "done", reading, 1.5 * reading), "done", pressing(me, step, own, button))


def answer(me: "Participant", step: Step, own: Message) -> Plan | None:
    """The case bringer answers the question on the floor, waits a little, and asks for the next."""
    button = own.button("answered")
    if button is None or not me.table.mine or step.floor is None:
        return None
    share = step.seconds / max(1, len(me.table.participants))
    key = str(step.floors)
    if f"answer{key}" not in step.done:
        left = own.button("left-open")
        if left is not None and me.roll(step, "left", key).random() < LEFT_OPEN:
            return Plan(me.moment(step, f"left{key}", 10, 25), f"left{key}", pressing(me, step, own, left))
        case = me.lines.case_of(me.name, me.table.members)
        said = me.lines.answer(case, step.topic.phase, step.floor.text) or case.missing
        at = me.moment(step, f"answer{key}", 0.15 * share, 0.4 * share)
        return Plan(at, f"answer{key}", typing(me, said))
    at = me.moment(step, f"next{key}", max(25, 0.25 * share), max(35, 0.5 * share))
    return Plan(at, f"next{key}", pressing(me, step, own, button))


def reacted(me: "Participant", step: Step, own: Message) -> Plan | None:
    """The case bringer has written, sorted and is done."""
    button = own.button("done")
    sorting = step.topic.kind == "vote" and step.topic.shows
    if button is None or not (step.topic.kind == "reaction" or sorting) or not me.table.mine:
        return None
    if own.button("write") and (step.topic.phase, step.time) not in me.notes.acknowledged:
        return None
    if own.choice("sort") and "sort" not in step.done:
        return None
    if me.lines.written and "talk" not in step.done and _thinks(me, step):
        return None
    return Plan(me.moment(step, "done", 20, 50), "done", pressing(me, step, own, button))


WISHES = (read, turn, say, discuss, chat, tell, answer, reacted)
