"""Steps, questions and answers that are named elsewhere: they must exist, and come in the right order."""

from collections.abc import Iterator, Mapping
from typing import Final

from methods import frame
from methods.engine.model import CaseBallot, Field, Form, LinkBallot, Method, OptionBallot, Phase
from methods.engine.text import Text
from methods.faults.fault import Fault, Path
from methods.faults.nearest import near

UNKNOWN: Final = Text(nl="Er is geen stap ‘{name}’.{near}", en="There is no step ‘{name}’.{near}")
OWN: Final = Text(nl="Een stap kan niet naar zichzelf verwijzen.", en="A step cannot refer to itself.")
LATER: Final = Text(
    nl="‘{name}’ komt pas later. Noem een stap die dan al geweest is.",
    en="‘{name}’ comes only later. Name a step that has been by then.",
)
EARLIER: Final = Text(
    nl="‘{name}’ is dan al geweest. Noem een stap die nog komt.",
    en="‘{name}’ has been by then. Name a step that is still to come.",
)
SKIPPED: Final = Text(
    nl="‘{name}’ komt in deze methode niet voor: het staat in skips, of hoort bij een ander frame.",
    en="‘{name}’ is not there in this method: it stands in skips, or belongs to another frame.",
)
NOTHING_WRITTEN: Final = Text(
    nl="In ‘{name}’ wordt niets ingevuld; het heeft geen formulier.",
    en="Nothing is filled in in ‘{name}’; it has no form.",
)
NO_FIELD: Final = Text(
    nl="‘{name}’ is geen vraag van ‘{phase}’; die heeft {known}.{near}",
    en="‘{name}’ is no question of ‘{phase}’, which has {known}.{near}",
)
TITLE: Final = Text(
    nl="‘{name}’ moet een verplichte tekst zijn, ook waar mensen praten (spoken): mensen kiezen ernaar.",
    en="‘{name}’ must be a required text, also where people talk (spoken): people choose by it.",
)
NO_TICK: Final = Text(
    nl='‘{name}’ is geen vinkje (kind = "tick").', en='‘{name}’ is no tick (kind = "tick").'
)
NOTHING_SHOWN: Final = Text(
    nl="shows heeft alleen zin samen met after, of met een eigen formulier.",
    en="shows makes sense only together with after, or with a form of its own.",
)
NO_OPTION: Final = Text(
    nl="‘{name}’ is geen antwoord van ‘{phase}’; die heeft {known}.{near}",
    en="‘{name}’ is no answer of ‘{phase}’, which has {known}.{near}",
)
NO_ANSWER: Final = Text(
    nl="‘{name}’ is in geen enkele stap een antwoord.{near}",
    en="‘{name}’ is an answer in none of the steps.{near}",
)
NO_CHOICE: Final = Text(
    nl="In ‘{name}’ wordt niet uit vaste antwoorden gekozen (ballot met options).",
    en="In ‘{name}’ one does not choose from fixed answers (ballot with options).",
)
NO_BLOCK: Final = Text(
    nl="‘{name}’ is geen blok rond een methode.{near}", en="‘{name}’ is no block around a method.{near}"
)


def of_references(method: Method) -> Iterator[Fault]:
    """What is wrong with names of steps, questions and answers."""
    looking = _Looking(method)
    yield from looking.case()
    for number, phase in enumerate(method.phases):
        yield from looking.phase(number, phase)
    yield from looking.suits()
    for number, name in enumerate(method.skips):
        if name not in frame.IDS:
            said = near(name, sorted(frame.IDS))
            yield Fault(("skips", number), NO_BLOCK.filled(name=name, near=said))


class _Looking:
    """One method being looked through."""

    def __init__(self, method: Method) -> None:
        blocks = frame.FRAMES[method.frame].opening
        self._method = method
        self._around = {block.id: block for block in blocks if block.id not in method.skips}
        self._ids = [phase.id for phase in method.phases]

    def case(self) -> Iterator[Fault]:
        """Where cases are asked, and which question is their title."""
        known = self._before(len(self._ids))
        yield from self._written(("case",), self._method.case, known)
        if not self._method.everybody_brings:
            yield from self._title(("title",), self._method.title, known.get(self._method.case))

    def phase(self, number: int, phase: Phase) -> Iterator[Fault]:
        """The names in one step."""
        path: Path = ("phases", number)
        seen = self._before(number)
        if phase.after is not None:
            yield from self._written((*path, "after"), phase.after, seen)
        yield from self._shows(path, phase, seen)
        ballot = phase.ballot
        if isinstance(ballot, CaseBallot):
            here = seen | ({phase.id: phase} if phase.form else {})
            yield from self._written((*path, "ballot", "cases"), ballot.cases, here)
            yield from self._title((*path, "ballot", "title"), ballot.title, here.get(ballot.cases))
        for at, option in enumerate(ballot.options if isinstance(ballot, OptionBallot) else ()):
            if option.back is not None:
                yield from self._earlier((*path, "ballot", "options", at, "back"), option.back, seen)
        if isinstance(ballot, LinkBallot):
            yield from self._written((*path, "ballot", "own"), ballot.own, seen)
            yield from self._written((*path, "ballot", "to"), ballot.to, seen)
        if phase.form is not None and phase.form.each is not None:
            yield from self._written((*path, "form", "each"), phase.form.each, seen)
        yield from self._only_if(path, phase, seen)
        yield from self._product((*path, "product"), phase, seen)
        for at, field in enumerate(phase.form.fields if phase.form else ()):
            yield from self._until((*path, "form", "fields", at, "until"), number, field)

    def suits(self) -> Iterator[Fault]:
        """The answers with which a method suits a wish."""
        ballots = [phase.ballot for phase in self._method.phases]
        known = [o.id for ballot in ballots if isinstance(ballot, OptionBallot) for o in ballot.options]
        for number, suit in enumerate(self._method.suits):
            if suit.option is not None and suit.option not in known:
                told = NO_ANSWER.filled(name=suit.option, near=near(suit.option, known))
                yield Fault(("suits", number, "option"), told)

    def _before(self, number: int) -> dict[str, Phase]:
        """All steps that have been when this one begins."""
        return self._around | {phase.id: phase for phase in self._method.phases[:number]}

    def _place(self, name: str, *rest: str | int) -> tuple[Path, ...]:
        """Where something of the step with this id stands."""
        return tuple(("phases", n, *rest) for n, known in enumerate(self._ids) if known == name)

    def _earlier(self, path: Path, name: str, seen: Mapping[str, Phase]) -> Iterator[Fault]:
        if name in seen:
            return
        if name in self._ids:
            own = path[0] == "phases" and self._ids[int(path[1])] == name
            yield Fault(path, OWN if own else LATER.filled(name=name))
        elif name in frame.IDS:
            yield Fault(path, SKIPPED.filled(name=name), (("skips",), ("frame",)))
        else:
            said = near(name, [*seen, *self._ids])
            yield Fault(path, UNKNOWN.filled(name=name, near=said))

    def _written(self, path: Path, name: str, seen: Mapping[str, Phase]) -> Iterator[Fault]:
        """A step that has been, in which something was filled in."""
        yield from self._earlier(path, name, seen)
        if name in seen and seen[name].form is None:
            yield Fault(path, NOTHING_WRITTEN.filled(name=name), self._place(name, "form"))

    def _shows(self, path: Path, phase: Phase, seen: Mapping[str, Phase]) -> Iterator[Fault]:
        about = seen.get(phase.after) if phase.after else phase
        if phase.shows and phase.after is None and phase.form is None:
            yield Fault((*path, "shows"), NOTHING_SHOWN, ((*path, "after"), (*path, "form")))
        elif about is not None and about.form is not None:
            for at, name in enumerate(phase.shows):
                yield from self._question((*path, "shows", at), name, about, about.form)

    def _question(self, path: Path, name: str, about: Phase, form: Form) -> Iterator[Fault]:
        known = [field.id for field in form.fields]
        if name not in known:
            told = {"name": name, "phase": about.id, "known": ", ".join(known)}
            leans = tuple(
                p for n in range(len(known)) for p in self._place(about.id, "form", "fields", n, "id")
            )
            yield Fault(path, NO_FIELD.filled(near=near(name, known), **told), leans)

    def _title(self, path: Path, name: str, about: Phase | None) -> Iterator[Fault]:
        if about is None or about.form is None:
            return
        at, found = next(((n, f) for n, f in enumerate(about.form.fields) if f.id == name), (0, None))
        if found is None:
            yield from self._question(path, name, about, about.form)
        elif found.kind != "text" or not found.required or not found.spoken:
            leans = (
                p
                for key in ("kind", "required", "spoken")
                for p in self._place(about.id, "form", "fields", at, key)
            )
            yield Fault(path, TITLE.filled(name=name), tuple(leans))

    def _only_if(self, path: Path, phase: Phase, seen: Mapping[str, Phase]) -> Iterator[Fault]:
        if phase.only_if is None:
            return
        name, option, here = phase.only_if.phase, phase.only_if.option, (*path, "only_if")
        yield from self._earlier((*here, "phase"), name, seen)
        ballot = seen[name].ballot if name in seen else None
        if isinstance(ballot, OptionBallot):
            known = [one.id for one in ballot.options]
            if option not in known:
                told = {"name": option, "phase": name, "known": ", ".join(known)}
                leans = tuple(
                    p for n in range(len(known)) for p in self._place(name, "ballot", "options", n, "id")
                )
                yield Fault((*here, "option"), NO_OPTION.filled(near=near(option, known), **told), leans)
        elif name in seen:
            yield Fault((*here, "phase"), NO_CHOICE.filled(name=name), self._place(name, "ballot"))

    def _product(self, path: Path, phase: Phase, seen: Mapping[str, Phase]) -> Iterator[Fault]:
        if phase.product is None:
            return
        for at, name in enumerate(phase.product.of):
            yield from self._written((*path, "of", at), name, {**seen, phase.id: phase})
        form = phase.form or Form(())
        tick = next((field for field in form.fields if field.id == phase.product.unless), None)
        if tick is None:
            yield from self._question((*path, "unless"), phase.product.unless, phase, form)
        elif tick.kind != "tick":
            leans = self._place(phase.id, "form", "fields", form.fields.index(tick), "kind")
            yield Fault((*path, "unless"), NO_TICK.filled(name=tick.id), leans)

    def _until(self, path: Path, number: int, field: Field) -> Iterator[Fault]:
        """The step until which an answer stays locked."""
        name = field.until
        if name is not None and name not in self._ids:
            yield Fault(path, UNKNOWN.filled(name=name, near=near(name, self._ids)))
        elif name is not None and self._ids.index(name) <= number:
            yield Fault(path, EARLIER.filled(name=name))
