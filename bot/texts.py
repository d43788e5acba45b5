"""People's texts as they are shown: under a heading, question by question, numbered when there are several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.plain import shown, split
from bot.render import Facts, name, said
from methods.engine.harvest import Gathered
from methods.engine.messages import Reveal, Tell
from methods.engine.model import Field
from methods.engine.state import Session
from methods.engine.text import PersonId

PART = 3900
"""Characters of one message; Discord takes 4,000, and the heading's mark-up needs a few."""


def fields_of(session: Session, slot: str) -> tuple[Field, ...]:
    """The questions that were asked under this slot."""
    forms = (step.phase.form for step in session.script if step.slot == slot and step.phase.form)
    return next((form.fields for form in forms), ())


def told(session: Session, effect: Tell, facts: Facts) -> list[str]:
    """One text under its heading, in as many messages as it needs."""
    heading = f"**{said(effect.heading, facts)}**"
    text = answer(session, effect.slot, effect.person, effect.fields, facts)
    return parts(f"{heading}\n{text}")


def revealed(session: Session, effect: Reveal, facts: Facts) -> list[str]:
    """All texts at once, numbered; a name stands before a text only where that was promised."""
    lines = [f"**{said(effect.heading, facts)}**"]
    if effect.by_question:
        return parts("\n".join([*lines, *_side_by_side(session, effect, facts)]))
    texts: Sequence[tuple[PersonId, str | None]]
    texts = effect.answers or [(who, None) for who in effect.people]
    for number, (who, only) in enumerate(texts, start=1):
        text = answer(session, effect.slot, who, (only,) if only else effect.fields, facts)
        author = f"{name(who, facts)}: " if effect.named else ""
        lines.append(f"{number}. {author}{text}")
    return parts("\n".join(lines))


def _side_by_side(session: Session, effect: Reveal, facts: Facts) -> Iterator[str]:
    """Under each question everybody's answer to it, so that they can be compared."""
    asked = (f for f in fields_of(session, effect.slot) if not effect.fields or f.id in effect.fields)
    for field in asked:
        given = [(who, facts.words.get((effect.slot, who), {}).get(field.id)) for who in effect.people]
        answers = [(who, shown(text)) for who, text in given if text]
        if answers:
            yield f"*{field.label.to(facts.language)}*"
        for number, (who, text) in enumerate(answers, start=1):
            yield f"{number}. {name(who, facts)}: {text}" if effect.named else f"{number}. {text}"


def harvested(session: Session, gathered: Sequence[Gathered], facts: Facts) -> list[str]:
    """Somebody's harvest, part by part; others are named above their texts."""
    lines: list[str] = []
    for one in gathered:
        lines.append(f"**{said(one.heading, facts)}**")
        for number, who in enumerate(one.people, start=1):
            text = answer(session, one.slot, who, one.fields, facts)
            lines.append(f"{number}. {name(who, facts)}: {text}" if len(one.people) > 1 else text)
        lines.append("")
    return parts("\n".join(lines)) if lines else []


def answer(session: Session, slot: str, who: PersonId, fields: Sequence[str], facts: Facts) -> str:
    """What this person wrote: one answer as it is, several each under its question."""
    kept = facts.words.get((slot, who), {})
    texts = [f for f in fields_of(session, slot) if f.kind in {"text", "choice"}]
    asked = [f for f in texts if not fields or f.id in fields]
    named = [(f.label.to(facts.language), kept[f.id]) for f in asked if kept.get(f.id)]
    named += [(_label(texts, name, facts), kept[name]) for name in _others(asked, fields, kept)]
    if len(named) == 1:
        return shown(named[0][1])
    return "\n".join(_under(label, text) for label, text in named)


def _under(label: str, text: str) -> str:
    """An answer with its question before it; read aloud, a question that has no sign at its end runs into the answer."""
    if not label:
        return shown(text)
    end = "" if label.endswith(("?", ":", ".", "…")) else ":"
    return f"*{label}{end}* {shown(text)}"


def _others(asked: Sequence[Field], fields: Sequence[str], kept: Mapping[str, str]) -> list[str]:
    """Answers that are no question of the form itself: a question further, or notes about each of several texts."""
    known = {field.id for field in asked}
    wanted = fields or sorted(name for name in kept if name.partition(".")[0] in known)
    return [name for name in wanted if name not in known and kept.get(name)]


def _label(asked: Sequence[Field], name: str, facts: Facts) -> str:
    """Of a note about one of several texts its question, with the number of that text; else nothing."""
    base, _, number = name.partition(".")
    label = next((f.label for f in asked if f.id == base), None)
    return f"{number}. {label.to(facts.language)}" if label and number else ""


def given_back(reason: str, heading: str, words: Iterable[str]) -> list[str]:
    """Why something was not kept, and all that its author wrote, so that nothing is lost."""
    back = "\n\n".join(shown(text) for text in words if text)
    return parts(f"{reason}\n\n**{heading}**\n{back}" if back else reason)


def parts(text: str) -> list[str]:
    """The text in messages, numbered when there is more than one."""
    pieces = [piece for piece in split(text, PART) if piece.strip()]
    if len(pieces) <= 1:
        return pieces or ["…"]
    return [f"({number}/{len(pieces)}) {piece}" for number, piece in enumerate(pieces, start=1)]


def needed(effects: Iterable[Tell | Reveal]) -> set[tuple[str, PersonId]]:
    """Whose words (slot, person) these effects show."""
    wanted: set[tuple[str, PersonId]] = set()
    for effect in effects:
        people = effect.people if isinstance(effect, Reveal) else (effect.person,)
        wanted |= {(effect.slot, who) for who in people}
    return wanted
