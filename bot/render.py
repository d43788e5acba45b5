"""Kring's lines as words in one language: names, times and people's own texts put in their holes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.plain import shown
from methods.engine.text import At, Fact, Language, Line, People, Person, PersonId, Said, Text, Value

Words = Mapping[tuple[str, PersonId], Mapping[str, str]]
"""People's words by slot and person, then by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a line may mention, fetched before it is rendered. Its repr shows nobody's words."""

    language: Language
    names: Mapping[PersonId, str] = field(default_factory=dict, repr=False)
    words: Words = field(default_factory=dict, repr=False)
    theme: str = field(default="", repr=False)
    moderator: str = ""


SOMEBODY = Text(nl="iemand", en="somebody")
AND = Text(nl=" en ", en=" and ")
NO_WORDS = Text(nl="…", en="…")


def said(line: Line, facts: Facts) -> str:
    """The line in words. Texts of people are shown as text: no mark-up or mention in them works."""
    values = {name: _value(value, facts) for name, value in line.values}
    return line.text.to(facts.language, **values)


def _value(value: Value, facts: Facts) -> str:
    match value:
        case int():
            return str(value)
        case Text():
            return value.to(facts.language)
        case Person(id=who, ping=ping):
            return f"<@{who}>" if ping else name(who, facts)
        case People(ids=ids):
            return _listed([name(who, facts) for who in ids], facts)
        case At(moment=moment, left=left, day=day):
            return f"<t:{moment}:{'R' if left else 'F' if day else 't'}>"
        case Said(slot=slot, person=person, field=wanted):
            found = facts.words.get((slot, person), {}).get(wanted)
            return shown(found) if found else NO_WORDS.to(facts.language)
        case Fact(name="thema"):
            return shown(facts.theme)
        case Fact():
            return facts.moderator or SOMEBODY.to(facts.language)


def name(who: PersonId, facts: Facts) -> str:
    """What this person is called here."""
    known = facts.names.get(who)
    return shown(known) if known else SOMEBODY.to(facts.language)


def _listed(names: list[str], facts: Facts) -> str:
    *first, last = names or [SOMEBODY.to(facts.language)]
    return (", ".join(first) + AND.to(facts.language) if first else "") + last


def pinged(lines: tuple[Line, ...]) -> tuple[PersonId, ...]:
    """Whom these lines call; nobody else may be called by a message that holds them."""
    values = (value for line in lines for _, value in line.values)
    return tuple(dict.fromkeys(v.id for v in values if isinstance(v, Person) and v.ping))


def mentioned(lines: tuple[Line, ...]) -> tuple[frozenset[PersonId], frozenset[tuple[str, PersonId]]]:
    """Whose names and whose words (slot, person) are needed to render these lines."""
    people: set[PersonId] = set()
    words: set[tuple[str, PersonId]] = set()
    for line in lines:
        for _, value in line.values:
            match value:
                case Person(id=who):
                    people.add(who)
                case People(ids=ids):
                    people.update(ids)
                case Said(slot=slot, person=who):
                    words.add((slot, who))
                case _:
                    pass
    return frozenset(people), frozenset(words)
