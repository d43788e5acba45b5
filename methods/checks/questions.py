"""Tells a question from advice that is dressed up as one.

The reasons are what its author reads: short, kind, and with a way on. The definitions come from the practice of
intervision: a question is open when its answer could surprise the asker and it carries nothing to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from methods.checks.dutch import advice as nl_advice
from methods.checks.dutch import asking as nl_asking
from methods.checks.dutch import dressed as nl_dressed
from methods.checks.dutch import grammar as nl
from methods.checks.dutch import leading as nl_leading
from methods.checks.english import advice as en_advice
from methods.checks.english import asking as en_asking
from methods.checks.english import dressed as en_dressed
from methods.checks.english import grammar as en
from methods.checks.english import leading as en_leading
from methods.checks.model import Label, Remark
from methods.checks.reading import Grammar
from methods.checks.rules import Rule, first
from methods.checks.several import Several
from methods.engine.text import Language, Text

REASONS: Mapping[Label, Text] = MappingProxyType(
    {
        Label.QUESTION: Text(nl="Een vraag: het antwoord ligt open.", en="A question: the answer lies open."),
        Label.ADVICE: Text(
            nl="Dit is een tip, geen vraag. Hij past goed in de adviesronde.",
            en="This is a tip, not a question. It fits well in the advice round.",
        ),
        Label.ADVICE_AS_QUESTION: Text(
            nl="Dit lijkt al op een tip. Wat wil je écht weten?",
            en="This already sounds like a tip. What do you really want to know?",
        ),
        Label.LEADING: Text(
            nl="Hier klinkt een oordeel of het antwoord al in mee. Probeer ‘Wat maakte dat…’.",
            en="A verdict or the answer is already in it. Try ‘What made that…’.",
        ),
        Label.MULTIPLE: Text(
            nl="Dit zijn meer vragen tegelijk. Eén korte vraag werkt beter: welke kies je?",
            en="These are several questions at once. One short question works better: which one?",
        ),
    }
)
"""What the author reads about each label."""

BARE = 2
"""Words of a sigh or a nod: «Pff, heftig.» is no advice."""
ADVISES = frozenset({Label.ADVICE, Label.ADVICE_AS_QUESTION})


@dataclass(frozen=True, slots=True)
class _Book:
    """All that must be known of one language; the rules in the order in which they are tried."""

    grammar: Grammar
    rules: tuple[Rule, ...]
    several: Several


_BOOKS: Mapping[Language, _Book] = MappingProxyType(
    {
        "nl": _Book(
            nl.GRAMMAR, (*nl_asking.RULES, *nl_dressed.RULES, *nl_leading.RULES, *nl_advice.RULES), nl.SEVERAL
        ),
        "en": _Book(
            en.GRAMMAR, (*en_asking.RULES, *en_dressed.RULES, *en_leading.RULES, *en_advice.RULES), en.SEVERAL
        ),
    }
)


def check_question(text: str, language: Language) -> Remark:
    """What this message is. Advice weighs most, then a verdict, then a heap of questions."""
    book = _BOOKS[language]
    grammar, sentences = book.grammar, book.grammar.sentences(text)
    found = [first(book.rules, one.words, asks=grammar.asking(one)) for one in sentences]
    asked = any(grammar.asking(one) for one in sentences)
    for means in ADVISES, {Label.LEADING}:
        shown = next((rule for rule in found if rule is not None and rule.means in means), None)
        if shown is not None:
            dressed = shown.means in ADVISES and asked
            return _remark(Label.ADVICE_AS_QUESTION if dressed else shown.means, shown.name)
    if book.several.within(sentences, grammar):
        return _remark(Label.MULTIPLE, "more than one question")
    if asked or any(found) or any(grammar.asking_later(one) for one in sentences):
        return _remark(Label.QUESTION)
    states = sum(len(one.words.split()) for one in sentences) > BARE
    return _remark(Label.ADVICE, "asks nothing") if states else _remark(Label.QUESTION)


def _remark(label: Label, rule: str | None = None) -> Remark:
    return Remark(label, REASONS[label], rule)
