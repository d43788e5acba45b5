"""The steps that are still to come, fitted anew into the minutes that are left for them.

The same order and the same limits as before a meeting (`shrinking.py`): open talk and the minutes for each person
give way first, then a later case, then what the short column leaves out, then the short column itself. A text that
was written is always shown; the case bringer's reactions and the evaluation stay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from methods.engine.minutes import counted, minutes_of
from methods.engine.model import CaseBallot, Kind, Who
from methods.engine.shrinking import Part, optional, part_of, shrunk, total
from methods.engine.state import Session, Step

SWITCH = "fr.wissel"
"""The frame's step between two rounds; without a second round there is nothing to switch to."""


@dataclass(frozen=True, slots=True)
class Refit:
    """A script with other minutes from here on, and what that means for the steps to come."""

    script: tuple[Step, ...]
    buffer: int
    """Minutes that none of them needs."""
    shortened: tuple[Step, ...] = ()
    """Steps that got fewer minutes than they had, as they are now."""
    lengthened: tuple[Step, ...] = ()
    dropped: tuple[Step, ...] = ()
    """Steps that are left out, those of a whole round not among them."""
    rounds: tuple[int, ...] = ()
    """Rounds that are left out."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Without these steps of the script, without these rounds, by the short column or not."""

    without: frozenset[int] = frozenset()
    rounds: tuple[int, ...] = ()
    short: bool = False


def refit(session: Session, coming: Sequence[int], room: int, *, roomy: bool) -> Refit | int:
    """These steps in `room` minutes; or, when that cannot be, the fewest minutes that they need.

    `coming`: places in the script. `roomy`: what was shortened before may have its own minutes again.
    """
    fewest = 0
    for way in _ways(session, coming):
        kept = [at for at in coming if at not in way.without]
        parts = shrunk([_part(session, at, short=way.short, roomy=roomy) for at in kept], room)
        if total(parts) <= room:
            fitted = {at: part.step for at, part in zip(kept, parts, strict=True)}
            return _told(session, way, fitted, room - total(parts))
        fewest = total(parts)
    return fewest


def _told(session: Session, way: _Way, fitted: dict[int, Step], left: int) -> Refit:
    script = session.script
    steps = [fitted.get(at, step) for at, step in enumerate(script) if at not in way.without]
    gone = [step for at, step in enumerate(script) if at in way.without and step.round not in way.rounds]
    return Refit(
        script=tuple(steps),
        buffer=left,
        shortened=tuple(step for at, step in fitted.items() if step.minutes < script[at].minutes),
        lengthened=tuple(step for at, step in fitted.items() if step.minutes > script[at].minutes),
        dropped=tuple(step for step in gone if step.round is not None),
        rounds=way.rounds,
    )


# --- Minutes of one step ----------------------------------------------------------------------------------


def _part(session: Session, at: int, *, short: bool, roomy: bool) -> Part:
    """A step with its minutes and how far they may shrink; the limit is reckoned from its full length."""
    step, people = session.script[at], max(1, len(session.members))
    phase = step.phase
    brief = phase.short if short and step.round is not None else None
    full = _full(step, session, people)
    if brief is not None:
        full = min(full, minutes_of(phase, session.talk, people, short=True))
    now = full if roomy else min(full, step.minutes)
    lowest = inf if phase.lowest_per_person is None else phase.lowest_per_person
    leanest = counted(phase, brief or phase.minutes, session.talk, people, lowest)
    limit = part_of(replace(step, minutes=full), leanest)
    return Part(replace(step, minutes=now), min(now, limit.least), limit.rank)


def _full(step: Step, session: Session, people: int) -> int:
    """What the step takes when there is time; a break or a switch takes what was planned."""
    if step.phase.who is Who.NOBODY or step.phase.only_if or step.phase.waits:
        return step.minutes
    return max(step.minutes, minutes_of(step.phase, session.talk, people))


# --- What may be left out ---------------------------------------------------------------------------------


def _ways(session: Session, coming: Sequence[int]) -> Iterator[_Way]:
    """From all of it to the least there is."""
    way = _Way()
    yield way
    for number in _later_rounds(session, coming):
        steps = _of_round(session, coming, number)
        way = replace(way, without=way.without | steps, rounds=(*way.rounds, number))
        yield way
    for unit in _units(session, coming):
        if not unit <= way.without:
            way = replace(way, without=way.without | unit)
            yield way
    yield replace(way, short=True)


def _later_rounds(session: Session, coming: Sequence[int]) -> list[int]:
    """Rounds that have not begun, the last first, but never the first; who brings in by turns keeps the turn."""
    ballots = (step.phase.ballot for step in session.script)
    if not any(isinstance(ballot, CaseBallot) and ballot.seats for ballot in ballots):
        return []
    free = _untouched(session, coming)
    numbers = {step.round for step in session.script if step.round and step.round > 1}
    mine = {
        number: [at for at, step in enumerate(session.script) if step.round == number] for number in numbers
    }
    return sorted((number for number, places in mine.items() if free.issuperset(places)), reverse=True)


def _of_round(session: Session, coming: Sequence[int], number: int) -> frozenset[int]:
    """The steps of a round, with the switch that leads to it."""
    steps = [at for at, step in enumerate(session.script) if step.round == number]
    first = steps[0]
    between = [at for at in coming if at < first and session.script[at].phase.id == SWITCH]
    return frozenset([*between[-1:], *steps])


def _units(session: Session, coming: Sequence[int]) -> Iterator[frozenset[int]]:
    """What the short column leaves out, in order; only what has not been begun in any round."""
    free = _untouched(session, coming)
    phases = list({s.phase.id: s.phase for s in session.script if s.round is not None}.values())
    for ids in optional(phases, session.case):
        places = frozenset(at for at, step in enumerate(session.script) if step.phase.id in ids)
        kinds = {session.script[at].phase.kind for at in places}
        shown = {session.script[at].phase.after for at in places} - {None}
        if places <= free and shown <= ids and not kinds & {Kind.REACTION, Kind.EVALUATION}:
            yield places


def _untouched(session: Session, coming: Sequence[int]) -> frozenset[int]:
    """Steps to come that nobody has been in: leaving them out moves no step that was told about."""
    last = max((lap.step for lap in session.laps), default=-1)
    given = {slot for slot, people in session.given.items() if people}
    first = max(coming[0] if coming else len(session.script), last + 1)
    places = range(first, len(session.script))
    return frozenset(at for at in places if session.script[at].slot not in given)
