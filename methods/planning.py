"""How long an evening takes, and what gives way when it is too full.

Minutes grow with the number of people. Talking has its own formula in each phase; typing follows one rule
per kind of phase, because everybody types at once and reading takes the time. Pure arithmetic, no clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, count
from math import ceil, inf
from typing import Final

from methods import frame
from methods.engine.model import CaseBallot, Kind, Method, Minutes, Phase, Talk, Who
from methods.engine.state import Step
from methods.engine.text import Text
from methods.grouping import divide

USUAL: Final = 120
"""Minutes of a meeting for which nobody named a length."""
BREAK_FROM: Final = 100
"""Minutes from which a meeting has a break."""
READING: Final = 3
"""Minutes to read a prepared story where people type."""
REREADING: Final = 2
"""Minutes to reread a case that was filled in at home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who does what for how long, together and in a group, and what had to give way for it."""

    plenary: tuple[Step, ...]
    """The lobby's script; in one of its steps everybody is in the groups."""
    script: tuple[Step, ...]
    """A group's script."""
    minutes: int
    """What is booked for the whole meeting."""
    total: int
    """What this plan takes, plenary and break included."""
    needed: int
    """What it would take with nothing shortened or dropped."""
    shortened: tuple[tuple[str, int, int], ...] = ()
    """Phase, its full minutes, and what is left of them."""
    dropped: tuple[str, ...] = ()
    """Phases that are left out."""
    rounds: int = 1
    advice: tuple[Text, ...] = ()
    """What would really help, when something was left out or it does not fit at all."""
    notice: Text | None = None
    """The same in a sentence, with the figures."""

    @property
    def fits(self) -> bool:
        """Whether it takes no more than is booked."""
        return self.total <= self.minutes

    @property
    def buffer(self) -> int:
        """Booked minutes that no step needs yet."""
        return max(0, self.minutes - self.total)


def minutes_of(phase: Phase, talk: Talk, n: int, *, short: bool = False) -> int:
    """Minutes of a phase for `n` people; 0 where the short variant leaves it out."""
    spoken = phase.short if short else phase.minutes
    return 0 if spoken is None else _count(phase, spoken, talk, n)


def plan(
    method: Method,
    people: int,
    minutes: int | None,
    talk: Talk,
    *,
    prepared: bool = False,
    rounds: int | None = None,
) -> Plan:
    """An evening for groups of at most `people`, in `minutes`; None: what is usual, or else needed for all of it.

    `prepared`: the cases were filled in at home. `rounds`: fewer cases than the method's own number.
    """
    booked = USUAL if minutes is None else minutes
    people, most = _in_groups(method, people)
    wish = _Wish(method, people, booked, talk, prepared, min(rounds or most, most))
    best = _best(wish)
    if minutes is None and (not best.fits or _lost(wish, best)):
        wish = replace(wish, minutes=_up(best.needed))
        best = _best(wish)
    return _advised(wish, best)


def _in_groups(method: Method, people: int) -> tuple[int, int]:
    """How many people the biggest group has, and how many rounds it runs."""
    if not method.everybody_brings:
        return people, method.rounds
    biggest = max(divide(people, method.well))
    return biggest, biggest


# --- Minutes ------------------------------------------------------------------------------------------


def _count(phase: Phase, spoken: Minutes, talk: Talk, n: int, at_most: float = inf) -> int:
    """Whole minutes for `n` people, with no more than `at_most` for each of them."""
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
            typed = 1.5 * aloud if _is_telling(phase) else aloud
        case Kind.VOTE | Kind.EVALUATION:
            typed = aloud
    return ceil(typed)


def _is_telling(phase: Phase) -> bool:
    return phase.kind is Kind.BRIEFING and phase.who is Who.CASE_BRINGER


# --- What is asked for, and the ways to do it -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Wish:
    method: Method
    people: int
    minutes: int
    talk: Talk
    prepared: bool
    rounds: int


@dataclass(frozen=True, slots=True)
class _Way:
    """How much of the method is done: so many rounds, without these phases, by its short column or not."""

    rounds: int
    without: frozenset[str] = frozenset()
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A step and how far it may shrink. What has the smallest `rank` gives way first."""

    step: Step
    least: int
    rank: int = 0

    @property
    def slack(self) -> int:
        return self.step.minutes - self.least


def _ways(wish: _Wish) -> list[_Way]:
    """From the longest to the shortest, so that the first that fits costs least."""
    ways: list[_Way] = []
    fewest = wish.rounds if wish.method.everybody_brings else 1
    for rounds in range(wish.rounds, fewest - 1, -1):
        without: frozenset[str] = frozenset()
        ways.append(_Way(rounds))
        for unit in _optional(wish.method):
            without |= unit
            ways.append(_Way(rounds, without))
    lean = _Way(fewest, frozenset().union(*_optional(wish.method)), short=True)
    if _total(_core(wish, lean)) < _total(_core(wish, ways[0])):
        ways.append(lean)  # of some methods the other column is a roomier one
    return sorted(ways, key=lambda way: -_total(_core(wish, way)))


def _optional(method: Method) -> Iterator[frozenset[str]]:
    """What the short column leaves out, in order; a text goes together with its showing. Never the case."""
    gone = {method.case}
    for phase in method.phases:
        if phase.short is None and phase.id not in gone:
            unit = {phase.id} | {p.id for p in method.phases if p.after == phase.id and p.short is None}
            gone |= unit
            yield frozenset(unit)


def _evening(wish: _Wish, way: _Way) -> list[_Part]:
    """Everything but the break, at full length."""
    around = frame.FRAMES[wish.method.frame]
    return [
        *(_part(wish, block) for block in _blocks(wish.method, *around.before, *around.opening)),
        *_core(wish, way),
        *(_part(wish, block) for block in _blocks(wish.method, *around.ending, *around.after)),
    ]


def _blocks(method: Method, *blocks: Phase) -> Iterator[Phase]:
    """The blocks of the frame that the method keeps; the choice is between the cases that it asks."""
    for block in blocks:
        if block.id in method.skips:
            continue
        if block is frame.CHOICE:
            yield replace(block, ballot=CaseBallot(cases=method.case, title=method.title))
        else:
            yield block


def _core(wish: _Wish, way: _Way) -> list[_Part]:
    """The rounds, with a switch between two."""
    kept = [phase for phase in wish.method.phases if phase.id not in way.without]
    turning = [phase for phase in kept if not phase.once]
    first = kept.index(turning[0])
    parts = [_part(wish, phase, short=way.short) for phase in kept[:first]]
    for number in range(1, way.rounds + 1):
        if number > 1 and wish.method.switch:
            switch = wish.method.switch
            parts.append(_Part(Step(frame.SWITCH, None, switch), switch))
        parts += [_part(wish, phase, number, short=way.short) for phase in turning]
    return parts + [_part(wish, phase, short=way.short) for phase in kept[first:] if phase.once]


def _part(wish: _Wish, phase: Phase, number: int | None = None, *, short: bool = False) -> _Part:
    """A phase as a step, with what may be taken from it."""
    full = _minutes(wish, phase, short=short)
    step = Step(phase, number, full)
    if phase.shrinks_to is not None:
        return _Part(step, min(full, phase.shrinks_to), 0)
    if phase.kind is Kind.OPEN:
        return _Part(step, min(full, max(4, ceil(0.6 * full))), 1)
    if phase.lowest_per_person is not None:
        return _Part(step, _minutes(wish, phase, short=short, at_most=phase.lowest_per_person), 2)
    return _Part(step, full)


def _minutes(wish: _Wish, phase: Phase, *, short: bool, at_most: float = inf) -> int:
    """The minutes of this phase, given how people talk and what they did at home."""
    spoken = phase.short if short and phase.short else phase.minutes
    if wish.prepared and phase.id == wish.method.case:
        if phase.kind is Kind.WRITE:
            return REREADING
        phase = replace(phase, after=phase.id)  # what was typed at home is only shown
    elif wish.prepared and wish.talk is Talk.WRITTEN and _is_telling(phase):
        return READING
    return _count(phase, spoken, wish.talk, wish.people, at_most)


def _total(parts: Sequence[_Part]) -> int:
    return sum(part.step.minutes for part in parts)


# --- Making it fit --------------------------------------------------------------------------------------


def _best(wish: _Wish) -> Plan:
    """The fullest evening that fits; where none does, the leanest there is."""
    ways = _ways(wish)
    full = _evening(wish, ways[0])
    rest = frame.BREAK.minutes.of(wish.people)
    needed = _total(full) + (rest if max(wish.minutes, _total(full)) >= BREAK_FROM else 0)
    room = wish.minutes - (rest if wish.minutes >= BREAK_FROM else 0)
    for way in ways:
        parts = _shrunk(_evening(wish, way), room)
        if _total(parts) <= room:
            break
    return _laid_out(wish, way, full, parts, needed)


def _shrunk(parts: list[_Part], room: int) -> list[_Part]:
    """Minute by minute from where there is most to take, rank by rank, until it fits or nothing is left."""
    parts = list(parts)
    for rank in sorted({part.rank for part in parts}):
        while _total(parts) > room:
            at = max(range(len(parts)), key=lambda i: parts[i].slack if parts[i].rank == rank else 0)
            part = parts[at]
            if part.rank != rank or not part.slack:
                break
            parts[at] = replace(part, step=replace(part.step, minutes=part.step.minutes - 1))
    return parts


def _laid_out(wish: _Wish, way: _Way, full: list[_Part], parts: list[_Part], needed: int) -> Plan:
    """The two scripts, and what changed. A step that may not be needed waits in the buffer."""
    steps = [replace(p.step, minutes=0) if p.step.phase.only_if else p.step for p in parts]
    script = [step for step in steps if not step.phase.plenary]
    if wish.minutes >= BREAK_FROM:
        core = [step for step in script if step.phase.id not in frame.IDS or step.phase is frame.SWITCH]
        rest = Step(frame.BREAK, None, frame.BREAK.minutes.of(wish.people))
        script.insert(script.index(core[0]) + _half(core), rest)
    together = [step for step in steps if step.phase.plenary]
    apart = Step(frame.GROUPS, None, sum(step.minutes for step in script))
    together.insert(len(frame.FRAMES[wish.method.frame].before), apart)
    was = {part.step.phase.id: part.step.minutes for part in full}
    shorter = {p.step.phase.id: p.step.minutes for p in parts if p.step.minutes < was[p.step.phase.id]}
    return Plan(
        plenary=tuple(together),
        script=tuple(script),
        minutes=wish.minutes,
        total=sum(step.minutes for step in together),
        needed=needed,
        shortened=tuple((phase, was[phase], now) for phase, now in shorter.items()),
        dropped=tuple(phase.id for phase in wish.method.phases if phase.id in way.without),
        rounds=way.rounds,
    )


def _half(core: list[Step]) -> int:
    """How many steps come before the break: nearest to half, never between a text and its showing."""
    ends = list(accumulate(step.minutes for step in core))
    whole = [at for at in range(len(core)) if not _torn(core, at)]
    return min(whole, key=lambda at: abs(2 * ends[at] - ends[-1])) + 1


def _torn(core: list[Step], last: int) -> bool:
    """Whether a text would be written up to this step and first be shown after it."""
    for at, step in enumerate(core[: last + 1]):
        if step.phase.kind is not Kind.WRITE:
            continue
        shows = (i for i, s in enumerate(core) if s.round == step.round and s.phase.after == step.phase.id)
        if next(shows, at) > last:
            return True
    return False


# --- Saying so --------------------------------------------------------------------------------------------

_SPOKEN: Final = Text(nl="gesproken", en="spoken")
_PREPARED: Final = Text(nl="casus vooraf", en="cases beforehand")
_ONE_ROUND_FEWER: Final = Text(nl="één ronde minder", en="one round fewer")
_FIVES: Final = Text(nl="groepen van 5", en="groups of 5")
_SECOND_ROUND: Final = Text(nl="de tweede ronde", en="the second round")


def _advised(wish: _Wish, plan: Plan) -> Plan:
    """The plan with a word about it, where people lose something by it or it does not fit."""
    if plan.fits and not _lost(wish, plan):
        return plan
    advice = tuple(_choices(wish, plan))
    return replace(plan, advice=advice, notice=_notice(wish, plan, advice))


def _lost(wish: _Wish, plan: Plan) -> bool:
    return bool(plan.dropped) or plan.rounds < wish.rounds


def _choices(wish: _Wish, plan: Plan) -> Iterator[Text]:
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
        found = _best(changed)
        if changed != wish and found.fits and not (plan.fits and _lost(changed, found)):
            yield choice
    if plan.fits:
        whole = _up(plan.needed)
        yield Text(nl=f"{whole} minuten", en=f"{whole} minutes")
    else:
        leanest = next(m for m in count(_up(plan.total), 5) if _best(replace(wish, minutes=m)).fits)
        yield Text(nl=f"minstens {leanest} minuten", en=f"at least {leanest} minutes")


def _up(minutes: int) -> int:
    return ceil(minutes / 5) * 5


def _notice(wish: _Wish, plan: Plan, advice: tuple[Text, ...]) -> Text:
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
