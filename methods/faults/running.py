"""What makes a method run: who can do what, steps to do, and a case that is chosen and told."""

from collections.abc import Iterator, Mapping
from typing import Final

from methods import frame
from methods.engine.model import (
    CaseBallot,
    Kind,
    LinkBallot,
    Method,
    OptionBallot,
    Phase,
    RoleBallot,
    Rule,
    SortBallot,
    Who,
)
from methods.engine.text import Text
from methods.faults.fault import Fault, Path

MOST_STEPS: Final = 25
"""As many as Discord takes in one list."""
FEWEST_OPTIONS, MOST_OPTIONS = 2, 25
CHOICE: Final = "fr.keuze"
"""The frame's choice of a case."""

_ANYBODY: Final = (Who.EVERYBODY, Who.PARTICIPANTS, Who.CASE_BRINGER)
ACTORS: Final[Mapping[Kind, tuple[Who, ...]]] = {
    Kind.BRIEFING: tuple(Who),
    Kind.WRITE: _ANYBODY,
    Kind.REVEAL: (Who.EVERYBODY, Who.PARTICIPANTS),
    Kind.ROUND: (Who.EVERYBODY, Who.PARTICIPANTS),
    Kind.OPEN: _ANYBODY,
    Kind.QA: (Who.PARTICIPANTS,),
    Kind.VOTE: _ANYBODY,
    Kind.REACTION: (Who.CASE_BRINGER,),
    Kind.REFLECTION: _ANYBODY,
    Kind.EVALUATION: (Who.EVERYBODY,),
}
"""Who can act in each kind of step."""
VOTERS: Final[Mapping[type, tuple[Who, ...]]] = {
    CaseBallot: (Who.EVERYBODY,),
    RoleBallot: (Who.EVERYBODY,),
    OptionBallot: _ANYBODY,
    SortBallot: (Who.CASE_BRINGER,),
    LinkBallot: (Who.EVERYBODY, Who.PARTICIPANTS),
}
"""Who can choose by each sort of ballot."""
WITH_FORM: Final = (Kind.WRITE, Kind.QA, Kind.EVALUATION)

WRONG_WHO: Final = Text(
    nl='In een stap met kind = "{kind}" kan dit niet ‘{who}’ zijn. Kies uit: {possible}.',
    en='In a step with kind = "{kind}" this cannot be ‘{who}’. Choose from: {possible}.',
)
NO_FORM: Final = Text(
    nl='Bij kind = "{kind}" wordt iets ingevuld: zet er vragen bij ([[phases.form.fields]]).',
    en='With kind = "{kind}" something is filled in: add questions ([[phases.form.fields]]).',
)
NO_BALLOT: Final = Text(
    nl="Waaruit wordt hier gekozen? Zet er een ballot bij, met cases of options.",
    en="What does one choose from here? Add a ballot, with cases or options.",
)
A_BALLOT: Final = Text(
    nl='Gekozen wordt er alleen in een stap met kind = "vote".',
    en='One chooses only in a step with kind = "vote".',
)
LINKS_IN_TALK: Final = Text(
    nl='Verbanden legt men in een open gesprek: in een stap met kind = "open".',
    en='Links are made in an open talk: in a step with kind = "open".',
)
NO_SOURCE: Final = Text(
    nl="Wat wordt hier getoond? Noem de stap waarin het geschreven is (after).",
    en="What is shown here? Name the step in which it was written (after).",
)
OPTIONS: Final = Text(
    nl="Er horen {least} tot {most} antwoorden te zijn; dit zijn er {count}.",
    en="There should be {least} to {most} answers; these are {count}.",
)
NO_STEPS: Final = Text(
    nl="Een methode heeft minstens één stap ([[phases]]).", en="A method has at least one step ([[phases]])."
)
TOO_MANY_STEPS: Final = Text(
    nl="Een methode heeft hoogstens {most} stappen; dit zijn er {count}.",
    en="A method has at most {most} steps; these are {count}.",
)
ALL_ONCE: Final = Text(
    nl="Minstens één stap hoort bij elke ronde (zonder once).",
    en="At least one step belongs to every round (without once).",
)
TOGETHER: Final = Text(
    nl="Dit kunnen alleen de blokken rond een methode.", en="Only the blocks around a method can do this."
)
NO_TELLING: Final = Text(
    nl='Nergens vertelt de inbrenger de casus: er hoort een stap te zijn met kind = "briefing" en who = "case_bringer".',
    en='Nowhere does the case bringer tell the case: there should be a step with kind = "briefing" and who = '
    '"case_bringer".',
)
NO_CASE: Final = Text(
    nl="Niemand wordt inbrenger: de casuskeuze (fr.keuze) is er niet, en geen stap kiest uit casussen.",
    en="Nobody becomes case bringer: the choice of a case (fr.keuze) is not there, and no step chooses between cases.",
)
CHOSEN_TWICE: Final = Text(
    nl="De casus is al gekozen, in ‘{name}’. Zet die in skips, of kies hier niet opnieuw.",
    en="The case has been chosen already, in ‘{name}’. Put that in skips, or do not choose again here.",
)
TOO_EARLY: Final = Text(
    nl="Er is dan nog geen inbrenger: die wordt pas gekozen in ‘{name}’.",
    en="There is no case bringer then: one is chosen only in ‘{name}’.",
)
NEVER_SHOWN: Final = Text(
    nl='Wat mensen hier schrijven, wordt nergens getoond: geen latere stap heeft after = "{name}".',
    en='What people write here is shown nowhere: no later step has after = "{name}".',
)
RULE_TWICE: Final = Text(nl="‘{rule}’ staat er twee keer.", en="‘{rule}’ stands here twice.")


def of_running(method: Method) -> Iterator[Fault]:
    """What would not run."""
    if not method.phases:
        yield Fault(("phases",), NO_STEPS)
        return
    if len(method.phases) > MOST_STEPS:
        count = str(len(method.phases))
        yield Fault(("phases",), TOO_MANY_STEPS.filled(most=str(MOST_STEPS), count=count))
    if all(phase.once for phase in method.phases):
        yield Fault(("phases", 0, "once"), ALL_ONCE)
    for number, phase in enumerate(method.phases):
        yield from _step(("phases", number), phase)
        yield from _ballot(("phases", number), phase)
        yield from _shown(method, number, phase)
    yield from _telling(method)
    if not method.everybody_brings:
        yield from _choosing(method)


def _step(path: Path, phase: Phase) -> Iterator[Fault]:
    kind = (*path, "kind")
    possible = VOTERS[type(phase.ballot)] if phase.ballot else ACTORS[phase.kind]
    if phase.who not in possible:
        told = {"kind": phase.kind.value, "who": phase.who.value, "possible": ", ".join(possible)}
        yield Fault((*path, "who"), WRONG_WHO.filled(**told), (kind, (*path, "ballot")))
    if phase.kind in WITH_FORM and phase.form is None:
        yield Fault((*path, "form"), NO_FORM.filled(kind=phase.kind.value), (kind,))
    shows = phase.kind is Kind.REVEAL or isinstance(phase.ballot, SortBallot)
    if shows and phase.after is None:
        yield Fault((*path, "after"), NO_SOURCE, (kind,))
    for name in ("plenary", "waits"):
        if getattr(phase, name):
            yield Fault((*path, name), TOGETHER)
    for at, rule in enumerate(phase.rules):
        if rule in phase.rules[:at]:
            first = (*path, "rules", phase.rules.index(rule))
            yield Fault((*path, "rules", at), RULE_TWICE.filled(rule=rule.value), (first,))


def _ballot(path: Path, phase: Phase) -> Iterator[Fault]:
    here, kind, ballot = (*path, "ballot"), (*path, "kind"), phase.ballot
    if phase.kind is Kind.VOTE and ballot is None:
        yield Fault(here, NO_BALLOT, (kind,))
    links = isinstance(ballot, LinkBallot)  # people link while they talk
    if ballot is not None and phase.kind is not (Kind.OPEN if links else Kind.VOTE):
        yield Fault(here, LINKS_IN_TALK if links else A_BALLOT, (kind,))
    if isinstance(ballot, OptionBallot) and not FEWEST_OPTIONS <= len(ballot.options) <= MOST_OPTIONS:
        told = {"least": str(FEWEST_OPTIONS), "most": str(MOST_OPTIONS), "count": str(len(ballot.options))}
        yield Fault((*here, "options"), OPTIONS.filled(**told))


def _shown(method: Method, number: int, phase: Phase) -> Iterator[Fault]:
    """Whether what is written in secret is shown some time."""
    later = method.phases[number + 1 :]
    chosen = {one.ballot.cases for one in later if isinstance(one.ballot, CaseBallot)}
    used = {one.after for one in later} | chosen | {method.case}
    if phase.kind is Kind.WRITE and phase.has(Rule.HIDDEN) and phase.id not in used:
        leans = tuple(("phases", n, "after") for n in range(number + 1, len(method.phases)))
        yield Fault(("phases", number), NEVER_SHOWN.filled(name=phase.id), leans, mild=True)


def _telling(method: Method) -> Iterator[Fault]:
    if not any(phase.kind is Kind.BRIEFING and phase.who is Who.CASE_BRINGER for phase in method.phases):
        leans = tuple(("phases", n, key) for n in range(len(method.phases)) for key in ("kind", "who"))
        yield Fault(("phases",), NO_TELLING, leans)


def _choosing(method: Method) -> Iterator[Fault]:
    """The case is chosen once, by the frame or by the method, and before anybody needs its bringer."""
    own = [n for n, phase in enumerate(method.phases) if _seats(phase)]
    opening = {block.id for block in frame.FRAMES[method.frame].opening}
    around = CHOICE in opening - set(method.skips)
    ballots: tuple[Path, ...] = tuple(("phases", n, "ballot") for n in range(len(method.phases)))
    if not around and not own:
        yield Fault(("skips",), NO_CASE, (*ballots, ("frame",)))
        return
    first = CHOICE if around else method.phases[own[0]].id
    for number in own if around else own[1:]:
        yield Fault(("phases", number, "ballot"), CHOSEN_TWICE.filled(name=first), (("skips",), ("frame",)))
    for number, phase in enumerate(method.phases[: 0 if around else own[0]]):
        if phase.who is Who.CASE_BRINGER:
            yield Fault(("phases", number, "who"), TOO_EARLY.filled(name=first), ballots)


def _seats(phase: Phase) -> bool:
    """Whether this step chooses whose case it will be."""
    return isinstance(phase.ballot, CaseBallot) and phase.ballot.seats
