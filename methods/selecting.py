"""Which method fits: after what somebody wants of the group, and what the group is ready for.

The table is the specification's (section 5), kept in each method as `suits`; gates hide, refuse or warn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from methods.engine.model import Method, OptionBallot, Suit, Talk, Wish
from methods.engine.text import Text
from methods.gates import Gate, before, free
from methods.planning import least, plan

BRIEF: Final = 45
"""Minutes for the conversation itself below which a settled group is served as a new one."""
WISHES: Final = {
    Wish.SOLUTION: Text(nl="Oplossing of tips", en="Solution or tips"),
    Wish.INSIGHT: Text(nl="Inzicht in het probleem", en="Insight into the problem"),
    Wish.REFLECTION: Text(nl="Reflectie op wat ik zelf deed", en="Reflection on what I did myself"),
    Wish.FEEDBACK: Text(nl="Feedback op een werkwijze", en="Feedback on a way of working"),
    Wish.INSPIRATION: Text(nl="Inspiratie", en="Inspiration"),
    Wish.VALUES: Text(nl="Waarden of een dilemma", en="Values or a dilemma"),
    Wish.STUCK: Text(nl="Ik zit vast of heb een blinde vlek", en="I am stuck or have a blind spot"),
}
NEW: Final = Text(nl="een groep die voor het eerst bij elkaar is", en="a group that meets for the first time")
SETTLED: Final = Text(nl="een groep die elkaar kent", en="a group whose people know each other")
NOTHING: Final = Text(
    nl="Hier past zo geen methode bij. Zie hieronder waarom niet.",
    en="No method fits like this. See below why not.",
)
WHEN_SETTLED: Final = Text(
    nl="Pas als de groep elkaar wat langer kent.", en="Only once people have known each other for a while."
)
TOO_LONG: Final = Text(
    nl="Duurt minstens {least} minuten, en je hebt er {minutes}.",
    en="Takes at least {least} minutes, and you have {minutes}.",
)
OTHER_COLUMN: Final = Text(
    nl="Past beter bij een andere groep of bij meer of minder tijd.",
    en="Suits another group better, or more or less time.",
)
BECAUSE: Final = Text(
    nl="Past bij ‘{wish}’ en bij {group}. {fits} Duurt {total} van de {minutes} minuten met {people} mensen.",
    en="Suits ‘{wish}’ and {group}. {fits} Takes {total} of the {minutes} minutes with {people} people.",
)
IN_BRIEF: Final = Text(
    nl="Neem de korte versie: open de bijeenkomst met {least} minuten, dan kort Kring in.",
    en="Take the short version: open the meeting with {least} minutes, and Kring shortens it.",
)
BY_OPTION: Final = Text(nl="Kies onderweg ‘{option}’.", en="Choose ‘{option}’ on the way.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is asked before a method is advised. `minutes` of the whole meeting."""

    wish: Wish
    new_group: bool
    minutes: int = 120
    people: int = 6
    talk: Talk = Talk.SPOKEN


@dataclass(frozen=True, slots=True)
class Advised:
    """A method that fits, why it does, and what to mind."""

    method: Method
    suit: Suit
    reason: Text
    mind: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A method that suits the wish, and why it is not for now."""

    method: Method
    reason: Text


@dataclass(frozen=True, slots=True)
class Selection:
    """The methods that fit, the best first, and those that would have been thought of."""

    advised: tuple[Advised, ...]
    left_out: tuple[LeftOut, ...]


def select(methods: Sequence[Method], asked: Circumstances) -> Selection:
    """What fits, and why the others that suit this wish do not."""
    advised: list[Advised] = []
    left_out: dict[str, LeftOut] = {}
    for method, suit in _suited(methods, asked.wish):
        gates = _gates(method, asked)
        objection = _objection(method, suit, asked, gates)
        if objection is None:
            advised.append(Advised(method, suit, _reason(method, suit, asked), _mind(gates)))
        else:
            left_out.setdefault(method.id, LeftOut(method, objection))
    chosen = {one.method.id for one in advised}
    return Selection(tuple(advised), tuple(one for id_, one in left_out.items() if id_ not in chosen))


def _suited(methods: Sequence[Method], wish: Wish) -> Iterator[tuple[Method, Suit]]:
    """Every method that suits this wish; those that need a choice on the way, or trust, come last."""
    pairs = ((method, suit) for method in methods for suit in method.suits if suit.wish is wish)
    yield from sorted(pairs, key=lambda pair: (pair[1].option is not None, pair[0].settled_group))


def _gates(method: Method, asked: Circumstances) -> tuple[Gate, ...]:
    met = not asked.new_group
    return before(method, asked.talk, people=asked.people, minutes=asked.minutes, met_before=met)


def _objection(method: Method, suit: Suit, asked: Circumstances, gates: Sequence[Gate]) -> Text | None:
    """Why this method is not for now; None: it is."""
    firm = next((gate.text for gate in gates if gate.firm), None)
    if firm is not None:
        return firm
    if asked.new_group and not suit.new_group:
        return WHEN_SETTLED
    planned = plan(method, asked.people, asked.minutes, asked.talk)
    if not planned.fits:
        return TOO_LONG.filled(least=str(planned.total), minutes=str(asked.minutes))
    brief = free(method, asked.talk, asked.people, asked.minutes) < BRIEF
    wanted = suit.new_group if asked.new_group or brief else suit.settled_group
    return None if wanted else OTHER_COLUMN


def _reason(method: Method, suit: Suit, asked: Circumstances) -> Text:
    """Why it fits, in both languages."""
    planned = plan(method, asked.people, asked.minutes, asked.talk)
    because = BECAUSE.filled(
        wish=WISHES[asked.wish],
        group=NEW if asked.new_group else SETTLED,
        fits=method.fits,
        total=str(planned.total),
        minutes=str(asked.minutes),
        people=str(asked.people),
    )
    more = [because]
    if suit.short:
        more.append(IN_BRIEF.filled(least=str(least(method, asked.people, asked.talk))))
    if suit.option is not None:
        more.append(BY_OPTION.filled(option=_option(method, suit.option)))
    return Text(nl=" ".join(text.nl for text in more), en=" ".join(text.en for text in more))


def _option(method: Method, option_id: str) -> Text:
    ballots = (phase.ballot for phase in method.phases)
    options = (option for one in ballots if isinstance(one, OptionBallot) for option in one.options)
    return next(option.label for option in options if option.id == option_id)


def _mind(gates: Sequence[Gate]) -> tuple[Text, ...]:
    return tuple(gate.text for gate in gates)
