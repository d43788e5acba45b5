"""The quadrant model of the STO guide (not the core quadrants): a self-evaluation out of which a question may come.

Columns: the situation now, and the one that is wanted. Upper row: how we organise; lower row: what comes of it. How
sharp each part is by its author's own score, 1 to 5, proposes a question: that of the lowest, the first in the order
of filling in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from methods.engine.model import Field, Form
from methods.engine.text import Text

NAME: Final = Text(nl="Kwadrantenmodel", en="Quadrant model")
ID: Final = "kwadranten"
"""Under which name it is kept."""
TOPIC: Final = "onderwerp"
SHARP: Final = 4
"""With every score at least this, the way of working itself may be looked at."""
SCORES: Final = tuple("12345")
_LINES: Final = Text(nl="Hooguit vijf regels.", en="Five lines at most.")


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One cell: its field, its place, what its author scores, and the question that a low score leads to."""

    id: str
    name: Text
    asked: Text
    statement: Text
    question: Text
    methods: tuple[str, ...]
    required: bool = False


PROBLEM: Final = Quadrant(
    "probleem",
    Text(nl="Probleem", en="Problem"),
    Text(nl="Probleem: wat gaat er nu niet goed?", en="Problem: what goes wrong now?"),
    Text(nl="Het probleem is scherp omschreven", en="The problem is sharply described"),
    Text(nl="Wat is hier eigenlijk het probleem?", en="What is actually the problem here?"),
    ("leeronderzoek", "tienstappen"),
    required=True,
)
CAUSE: Final = Quadrant(
    "oorzaak",
    Text(nl="Oorzaak", en="Cause"),
    Text(nl="Oorzaak: waar zit het in de organisatie?", en="Cause: why, in how we organise?"),
    Text(nl="Deze oorzaak verklaart het probleem", en="This cause explains the problem"),
    Text(
        nl="Wat houdt dit in stand en wat is mijn aandeel?", en="What keeps this alive and what is my part?"
    ),
    ("leeronderzoek", "incident"),
)
GOAL: Final = Quadrant(
    "doel",
    Text(nl="Doel", en="Goal"),
    Text(nl="Doel: welk resultaat wil je bereiken?", en="Goal: which result do you want?"),
    Text(nl="Het doel is helder en haalbaar", en="The goal is clear and feasible"),
    Text(nl="Wat wil ik bereiken en waaraan zie ik dat?", en="What do I want and how will I see it?"),
    ("waarderend", "socratisch"),
    required=True,
)
MEANS: Final = Quadrant(
    "middel",
    Text(nl="Middel", en="Means"),
    Text(nl="Middel: wat ga je anders organiseren?", en="Means: what will you organise differently?"),
    Text(nl="Met dit middel bereik ik het doel", en="This means leads me to the goal"),
    Text(nl="Hoe kan ik …, zodat …?", en="How can I …, so that …?"),
    ("probleemoplossend", "sto", "troika"),
)
QUADRANTS: Final = (PROBLEM, CAUSE, GOAL, MEANS)
"""In the order in which they are filled in, which also decides between equal scores."""
NOW: Final = Text(nl="urgentie in A, zoals het nu is", en="urgency in A, as it is now")
WANTED: Final = Text(nl="ambitie voor B, zoals je het wilt", en="ambition for B, as you want it")
ROWS: Final = (
    (Text(nl="Organisatie", en="Organisation"), (CAUSE, MEANS)),
    (Text(nl="Prestaties", en="Performance"), (PROBLEM, GOAL)),
)
"""The card: each row with its cell for now and its cell for what is wanted."""

FORM: Final = Form(
    (
        Field(id=TOPIC, label=Text(nl="Onderwerp", en="Topic"), max_length=80, required=True),
        *(
            Field(id=one.id, label=one.asked, max_length=500, required=one.required, description=_LINES)
            for one in QUADRANTS
        ),
    ),
    whole=True,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question to begin with, and the methods that fit it."""

    question: Text
    methods: tuple[str, ...]
    procedure: bool = False
    """Only where the means is a way of working."""


PROCEDURE: Final = Proposal(
    Text(nl="Is deze werkwijze bruikbaar?", en="Is this procedure usable?"), ("toetsing",), procedure=True
)


def score_of(words: Mapping[str, str], quadrant: Quadrant) -> int | None:
    """What its author gave it; 0 for one that was left empty, None where it was not scored yet."""
    if not words.get(quadrant.id):
        return 0
    given = words.get(score_field(quadrant), "")
    return int(given) if given in SCORES else None


def score_field(quadrant: Quadrant) -> str:
    """Under which name the score is kept beside the text."""
    return f"{quadrant.id}.score"


def proposal(words: Mapping[str, str]) -> Proposal | None:
    """What these scores lead to; None until every part that has a text has one."""
    scores = [score_of(words, one) for one in QUADRANTS]
    known = [score for score in scores if score is not None]
    if len(known) < len(QUADRANTS):
        return None
    lowest = min(known)
    if lowest >= SHARP:
        return PROCEDURE
    weakest = QUADRANTS[known.index(lowest)]
    return Proposal(weakest.question, weakest.methods)


def case_from(words: Mapping[str, str], question: str) -> dict[str, str]:
    """The beginnings of a case, by the fields of the case card; its author edits them before anybody reads it."""
    situation = "\n".join(words[one.id] for one in (PROBLEM, CAUSE) if words.get(one.id))
    return {"titel": words.get(TOPIC, ""), "situatie": situation, "vraag": question}
