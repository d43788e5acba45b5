"""What is said about a plan: what it takes, what it costs, and what one may choose instead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil
from typing import Final

from methods.engine.model import Kind, Talk
from methods.engine.text import Text
from methods.planning.fitting import Plan, best, core_of
from methods.planning.ways import Wish

MUCH: Final = 12
"""Minutes left over from which Kring proposes what to do with them (section 2.2 of the specification)."""
_SPOKEN: Final = Text(nl="gesproken", en="spoken")
_PREPARED: Final = Text(nl="casus vooraf", en="cases beforehand")
_ONE_ROUND_FEWER: Final = Text(nl="één ronde minder", en="one round fewer")
_FIVES: Final = Text(nl="groepen van 5", en="groups of 5")
_SECOND_ROUND: Final = Text(nl="de tweede ronde", en="the second round")


def advised(wish: Wish, plan: Plan) -> Plan:
    """The plan with a word about it: people lose something by it, it does not fit, or much is left over."""
    plan = replace(plan, proposal=_proposal(wish, plan))
    if plan.fits and not lost(wish, plan):
        return plan
    advice = tuple(_choices(wish, plan))
    return replace(plan, advice=advice, notice=_notice(wish, plan, advice))


def lost(wish: Wish, plan: Plan) -> bool:
    """Whether something of the method is left out."""
    return bool(plan.dropped) or plan.rounds < wish.rounds


def up(minutes: int) -> int:
    """To a length that people book: a multiple of five minutes."""
    return ceil(minutes / 5) * 5


def _proposal(wish: Wish, plan: Plan) -> Text | None:
    """Much time left over: the first open talk could have it, but not in the STO script, whose blocks are fixed."""
    opened = next((step for step in core_of(plan.script) if step.phase.kind is Kind.OPEN), None)
    if plan.buffer < MUCH:
        return None
    if opened is None or wish.method.frame == "STO":
        return Text(
            nl=f"Er blijven {plan.buffer} minuten over. Die zijn er als iets langer duurt.",
            en=f"{plan.buffer} minutes are left over. They are there when something takes longer.",
        )
    was, phase = opened.minutes, opened.phase.name
    return Text(
        nl=f"Er blijven {plan.buffer} minuten over. Voorstel: geef ‘{phase.nl}’ de ruimte "
        f"(nu {was} minuten), met +2 in die stap.",
        en=f"{plan.buffer} minutes are left over. Proposal: give ‘{phase.en}’ more room "
        f"(now {was} minutes), with +2 in that step.",
    )


def _choices(wish: Wish, plan: Plan) -> Iterator[Text]:
    """What would make it fit; where it does fit, what would make it whole."""
    may_drop = plan.rounds == wish.rounds > 1 and not wish.method.everybody_brings
    fewer = wish.rounds - 1 if may_drop else wish.rounds
    other = {
        _SPOKEN: replace(wish, talk=Talk.SPOKEN),
        _PREPARED: replace(wish, prepared=True),
        _ONE_ROUND_FEWER: replace(wish, rounds=fewer),
        _FIVES: replace(wish, people=min(5, wish.people)),
    }
    for choice, changed in other.items():
        found = best(changed)
        if changed != wish and found.fits and not (plan.fits and lost(changed, found)):
            yield choice
    if plan.fits:
        whole = up(plan.needed)
        yield Text(nl=f"{whole} minuten", en=f"{whole} minutes")
    else:
        leanest = next(m for m in count(up(plan.total), 5) if best(replace(wish, minutes=m)).fits)
        yield Text(nl=f"minstens {leanest} minuten", en=f"at least {leanest} minutes")


def _notice(wish: Wish, plan: Plan, advice: tuple[Text, ...]) -> Text:
    """Before a meeting opens: what it takes, what it costs, and what one may choose instead."""
    people, booked, choose = wish.people, wish.minutes, _joined(advice, " · ")
    if not plan.fits:
        return Text(
            nl=f"Ook ingekort duurt dit {plan.total} minuten voor {people} mensen en je hebt er {booked}. "
            f"Kies: {choose.nl}.",
            en=f"Even shortened this takes {plan.total} minutes for {people} people and you have {booked}. "
            f"Choose: {choose.en}.",
        )
    names = [phase.name for phase in wish.method.phases if phase.id in plan.dropped]
    gone = [Text(nl=f"‘{name.nl}’", en=f"‘{name.en}’") for name in names]
    without = _joined([*gone, _SECOND_ROUND] if plan.rounds < wish.rounds else gone, ", ")
    return Text(
        nl=f"Dit duurt {plan.needed} minuten voor {people} mensen en je hebt er {booked}. "
        f"Het past zonder {without.nl}. Toch alles? Kies: {choose.nl}.",
        en=f"This takes {plan.needed} minutes for {people} people and you have {booked}. "
        f"It fits without {without.en}. Want it all? Choose: {choose.en}.",
    )


def _joined(texts: Sequence[Text], by: str) -> Text:
    return Text(nl=by.join(text.nl for text in texts), en=by.join(text.en for text in texts))
