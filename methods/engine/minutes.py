"""How many minutes a phase takes. Pure arithmetic, no clock.

Minutes grow with the number of people. Talking has its own formula in each phase; typing follows one rule
per kind of phase, because everybody types at once and reading takes the time.
"""

from dataclasses import replace
from math import ceil, inf

from methods.engine.model import Kind, Minutes, Phase, Talk, Who


def minutes_of(phase: Phase, talk: Talk, n: int, *, short: bool = False) -> int:
    """Minutes of a phase for `n` people; 0 where the short variant leaves it out."""
    spoken = phase.short if short else phase.minutes
    return 0 if spoken is None else counted(phase, spoken, talk, n)


def counted(phase: Phase, spoken: Minutes, talk: Talk, n: int, at_most: float = inf) -> int:
    """Whole minutes for `n` people where it is `spoken` aloud, with no more than `at_most` for each of them."""
    aloud = replace(spoken, per_person=min(spoken.per_person, at_most)).of(n)
    if talk is Talk.SPOKEN or spoken == Minutes(0):
        return aloud
    each = {Who.EVERYBODY: n, Who.PARTICIPANTS: n - 1, Who.CASE_BRINGER: 1, Who.LEADER: 1, Who.NOBODY: 0}
    acting = each[phase.who]
    match phase.kind:
        case Kind.WRITE:
            typed: float = aloud + 1
        case Kind.REVEAL:
            typed = 1 + min(0.4, at_most) * acting
        case Kind.ROUND:
            typed = (1 if phase.after else 3) + min(0.75, at_most) * acting
        case Kind.QA:
            typed = 3 + min(1.5, at_most) * acting
        case Kind.REFLECTION:
            typed = 2 + min(0.3, at_most) * acting
        case Kind.OPEN | Kind.REACTION:
            typed = 1.5 * aloud
        case Kind.BRIEFING:
            typed = 1.5 * aloud if is_telling(phase) else aloud
        case Kind.VOTE | Kind.EVALUATION:
            typed = aloud
    return ceil(typed)


def is_telling(phase: Phase) -> bool:
    """Whether the case bringer tells the story here."""
    return phase.kind is Kind.BRIEFING and phase.who is Who.CASE_BRINGER
