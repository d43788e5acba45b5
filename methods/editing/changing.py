"""What comes of a form: the method with these words in this place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from methods.editing.asking import TICKED, Spot, Words, asked, minutes_now
from methods.engine.model import Form, Method, Minutes, OptionBallot, Phase
from methods.engine.text import Text
from methods.faults import faults
from methods.faults.numbers import MOST

NUMBER: Final = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")

NOT_THERE: Final = Text(
    nl="Dat stuk van de methode is er niet meer; misschien heeft iemand anders haar veranderd.",
    en="That part of the method is no longer there; perhaps somebody else has changed it.",
)
NO_NUMBER: Final = Text(
    nl="‘{said}’ is geen aantal minuten. Schrijf een getal, zoals 5 of 1,5.",
    en="‘{said}’ is no number of minutes. Write a number, such as 5 or 1.5.",
)
BOTH: Final = Text(
    nl="Vul beide talen in, of laat ze allebei leeg.", en="Fill in both languages, or leave both empty."
)


def changed(method: Method, spot: Spot, words: Words) -> Method | Text:
    """The method with these words in this place, or why not."""
    try:
        new = _changed(method, spot, words)
    except _Wrong as wrong:
        return wrong.text
    if new is None:
        return NOT_THERE
    before = {(fault.path, fault.text) for fault in faults(method)}
    worse = [one for one in faults(new) if not one.mild and (one.path, one.text) not in before]
    return worse[0].text if worse else new


class _Wrong(Exception):
    """What was filled in cannot be used."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def _changed(method: Method, spot: Spot, words: Words) -> Method | None:
    if spot.what == "name":
        return replace(method, name=_needed(words, "name"), goal=_needed(words, "goal"))
    if spot.what == "fits":
        return replace(method, fits=_needed(words, "fits"))
    at = next((n for n, phase in enumerate(method.phases) if phase.id == spot.phase), None)
    if at is None or asked(method, spot) is None:
        return None
    phase = _in_phase(method.phases[at], spot, words)
    return replace(method, phases=(*method.phases[:at], phase, *method.phases[at + 1 :]))


def _in_phase(phase: Phase, spot: Spot, words: Words) -> Phase:
    ballot, form = phase.ballot, phase.form
    match spot.what:
        case "minutes":
            return _with_minutes(phase, words)
        case "texts":
            return replace(phase, name=_needed(words, "name"), prompt=_needed(words, "prompt"))
        case "question" if isinstance(form, Form):
            described = {"label": _needed(words, "label"), "description": _optional(words, "more")}
            return replace(phase, form=replace(form, fields=_at(form.fields, spot.item, described)))
        case "answer" if isinstance(ballot, OptionBallot):
            told = {"label": _needed(words, "label"), "said": _optional(words, "said")}
            return replace(phase, ballot=replace(ballot, options=_at(ballot.options, spot.item, told)))
        case _:
            raise _Wrong(NOT_THERE)


def _at(items: Sequence[Any], number: int, changes: Mapping[str, object]) -> tuple[Any, ...]:
    return tuple(replace(one, **changes) if n == number else one for n, one in enumerate(items))


def _needed(words: Words, key: str) -> Text:
    text = _optional(words, key)
    if text is None:
        raise _Wrong(BOTH)
    return text


def _optional(words: Words, key: str) -> Text | None:
    nl, en = words.get(f"{key}_nl", ""), words.get(f"{key}_en", "")
    if bool(nl) != bool(en):
        raise _Wrong(BOTH)
    return Text(nl=nl, en=en) if nl else None


def _with_minutes(phase: Phase, words: Words) -> Phase:
    """Only what was changed: minutes that stand as they did keep a table that no form shows."""
    now = minutes_now(phase)

    def same(*keys: str) -> bool:
        return all(words.get(key, "") == now.get(key, "") for key in keys)

    minutes = phase.minutes if same("base", "each", "all") else _read(words, "base", "each")
    if same("short", "short_each", "all"):
        short = phase.short
    else:
        short = _read(words, "short", "short_each") if words.get("short") or words.get("short_each") else None
    return _shrinking(replace(phase, minutes=minutes, short=short))


def _shrinking(phase: Phase) -> Phase:
    """How far it may shrink, as far as that still makes it shorter: no form shows it."""
    lowest, shortest = phase.lowest_per_person, phase.shrinks_to
    if lowest is not None and lowest > phase.minutes.per_person:
        phase = replace(phase, lowest_per_person=None)
    if shortest is not None and shortest > phase.minutes.of(MOST):
        phase = replace(phase, shrinks_to=None)
    return phase


def _read(words: Words, base: str, each: str) -> Minutes:
    fixed, more = _amount(words.get(base, "")), _amount(words.get(each, ""))
    if not more:
        return Minutes(fixed)
    return Minutes(fixed, more, "n" if words.get("all") == TICKED else "t")


def _amount(said: str) -> float:
    if said and not NUMBER.fullmatch(said.strip()):
        raise _Wrong(NO_NUMBER.filled(said=said[:20]))
    return float(said.strip().replace(",", ".")) if said else 0
