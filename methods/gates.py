"""What should be known before a meeting is called: what a method asks of a group, and what a group's size allows.

After section 5 and I3 of the specification. What cannot be is refused; the rest is asked, and the moderator decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from methods import frame
from methods.engine.model import Method, Talk
from methods.engine.text import Text
from methods.grouping import divide
from methods.planning import BREAK_FROM, core_of, plan

PAIR: Final = 2
TRIO: Final = 3
WELL: Final = 6
"""The biggest group in which everybody gets a full turn."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that stands before a method. `firm`: it cannot be; otherwise it is asked."""

    text: Text
    firm: bool = False


def gates_of(method: Method) -> dict[str, Any]:
    """The gates of a method by the names of the specification; those that it has not are left out."""
    gates: dict[str, Any] = {}
    if method.settled_group:
        gates["hidden_in_first_session"] = True
    if method.spoken_only:
        gates["voice_only"] = True
    if method.roomy is not None:
        gates["warn_under_core_minutes"] = method.roomy
    return gates


def before(
    method: Method,
    talk: Talk,
    *,
    people: int = WELL,
    minutes: int | None = None,
    met_before: bool | None = None,
) -> tuple[Gate, ...]:
    """What stands before this method; `people` in one group, `met_before` None: nobody said."""
    own = _of_method(method, talk, people, minutes, met_before=met_before)
    return (*_of_size(method, talk, people), *own)


def together(texts: Sequence[Text]) -> Text:
    """Several sentences as one text."""
    return Text(nl=" ".join(text.nl for text in texts), en=" ".join(text.en for text in texts))


def _of_size(method: Method, talk: Talk, people: int) -> Iterator[Gate]:
    if people <= PAIR:
        yield Gate(_PAIR, firm=True)
    elif people == TRIO < method.fewest:
        yield Gate(_TRIO, firm=True)
    elif method.everybody_brings:
        return
    elif people > method.most:
        first, *rest = divide(people, WELL - 1)
        sizes = " + ".join(str(size) for size in (first, *rest))
        yield Gate(_SPLIT.filled(people=str(people), sizes=sizes), firm=True)
    elif people > WELL and talk is Talk.WRITTEN:
        yield Gate(_MANY_TYPING.filled(people=str(people)), firm=True)
    elif people > WELL:
        yield Gate(_MANY.filled(people=str(people)))


def _of_method(
    method: Method, talk: Talk, people: int, minutes: int | None, *, met_before: bool | None
) -> Iterator[Gate]:
    if method.spoken_only and talk is Talk.WRITTEN:
        yield Gate(_ALOUD.filled(method=method.name), firm=True)
    if method.settled_group and not met_before:
        yield Gate(_SETTLED.filled(method=method.name))
    if (
        method.roomy is not None
        and minutes is not None
        and free(method, talk, people, minutes) < method.roomy
    ):
        yield Gate(
            _ROOMY.filled(
                method=method.name,
                roomy=str(method.roomy),
                left=str(max(0, free(method, talk, people, minutes))),
            )
        )
    if method.frame == "STO" and people > WELL and talk is Talk.SPOKEN:
        yield Gate(_FIXED.filled(people=str(people)))


def free(method: Method, talk: Talk, people: int, minutes: int) -> int:
    """Minutes that are left for the rounds once everything around them has had its own."""
    planned = plan(method, max(TRIO, people), 300, talk)
    core = sum(step.minutes for step in core_of(planned.script))
    rest = frame.BREAK.minutes.of(people)
    return minutes - (planned.total - core - rest) - (rest if minutes >= BREAK_FROM else 0)


_PAIR: Final = Text(
    nl="Met z’n tweeën is er geen intervisie. Kies een nieuwe datum, of sluit aan bij een andere groep.",
    en="Two people are no group. Choose another date, or join another group.",
)
_TRIO: Final = Text(
    nl="Met drie mensen past alleen de troika: ieder is om de beurt inbrenger. Kies ‘Troikaconsult’ of zoek er iemand bij.",
    en="Three people can only do a troika, each bringing in a case in turn. Choose ‘Troika Consulting’ or find a fourth.",
)
_SPLIT: Final = Text(
    nl="{people} mensen is te veel voor één groep. Verdeel ze: {sizes}.",
    en="{people} people are too many for one group. Split them: {sizes}.",
)
_MANY_TYPING: Final = Text(
    nl="Met {people} mensen in één groep gaat dit alleen gesproken. Kies gesproken, of maak twee groepen.",
    en="With {people} people in one group this only works aloud. Talk aloud, or make two groups.",
)
_MANY: Final = Text(
    nl="Met {people} mensen in één groep: één vraag per persoon, en in de rondes spreekt één van twee namens beiden. Twee groepen mag ook.",
    en="With {people} people in one group: one question each, and in the rounds one of two speaks for both. Two groups are fine too.",
)
_ALOUD: Final = Text(
    nl="‘{method}’ gaat alleen hardop: stem en gezicht horen erbij. Kies ‘hardop praten’, of een andere methode.",
    en="‘{method}’ only works aloud: it needs voices and faces. Choose ‘talk aloud’, or another method.",
)
_SETTLED: Final = Text(
    nl="‘{method}’ vraagt vertrouwen: beter niet de eerste keer dat een groep bij elkaar is. Kennen ze elkaar al?",
    en="‘{method}’ needs trust: better not the first time that a group meets. Do they know each other?",
)
_ROOMY: Final = Text(
    nl="‘{method}’ heeft graag {roomy} minuten voor het gesprek zelf; nu zijn het er {left}.",
    en="‘{method}’ likes {roomy} minutes for the conversation itself; now there are {left}.",
)
_FIXED: Final = Text(
    nl="De blokken van STO staan vast tot zes mensen. Met {people} krijgen pitch, advies en evaluatie elk een minuut per extra persoon; zeg dat even tegen de groep.",
    en="The blocks of STO are fixed for up to six. With {people}, pitch, advice and evaluation get a minute for each extra person; tell the group so.",
)
