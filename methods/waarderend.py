"""Appreciative intervision: start from something that went well, and find out what made it possible.

Also what a group turns to when nobody has a problem to bring.

Sources: talententoolbox.nl, “Waarderende intervisie” (15/20/15/10). hrdacademy.be, “Creatieve intervisie
methoden”. managementimpact.nl, “Leren van successen” (De Caluwé e.a.).
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

NOTEREN_FORM: Final = Form(
    (
        Field(
            id="persoon",
            label=Text(nl="Dit deed of kon de inbrenger", en="What the case bringer did or could"),
            max_length=400,
            required=True,
        ),
        Field(
            id="context",
            label=Text(nl="Dit hielp in de omgeving", en="What helped in the context"),
            max_length=300,
        ),
    )
)

VERTALEN_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="situatie", label=Text(nl="Mijn situatie", en="My situation"), max_length=200, required=True
        ),
        Field(
            id="stap", label=Text(nl="Mijn kleine stap", en="My small step"), max_length=200, required=True
        ),
    )
)

TELLING: Final = (
    Phase(
        id="wa.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.WHAT_WORKS,),
        prompt=Text(
            nl="Vandaag onderzoeken we iets wat goed lukte. Niet voor het applaus, maar om het te kunnen herhalen.",
            en="Today we explore something that worked. Not to applaud, but to be able to repeat it.",
        ),
    ),
    Phase(
        id="wa.verhaal",
        name=Text(nl="Succesverhaal", en="Success story"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(8),
        short=Minutes(5),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, vertel uitgebreid over een moment waarop het echt goed ging.",
            en="{inbrenger}, tell in detail about a moment when it really went well.",
        ),
    ),
)

NAMING: Final = (
    Phase(
        id="wa.noteren",
        name=Text(nl="Factoren noteren (stil)", en="Noting factors (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.WHAT_WORKS),
        prompt=Text(
            nl="Wat maakte dit succes mogelijk? Noteer apart: wat deed {inbrenger} en wat hielp in de omgeving?",
            en="What made this success possible? Note separately: what did {inbrenger} do, and what helped in the context?",
        ),
        form=NOTEREN_FORM,
    ),
    Phase(
        id="wa.vragen",
        name=Text(nl="Verdiepende vragen", en="Deepening questions"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1.5, "t"),
        short=Minutes(1, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.WHAT_WORKS),
        prompt=Text(
            nl="Vraag door: welke keuze, welke kwaliteit, welk moment maakte het verschil?",
            en="Probe: which choice, which quality, which moment made the difference?",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
    Phase(
        id="wa.factoren",
        name=Text(nl="Factorenronde", en="Factor round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1.5, "t"),
        short=Minutes(0, 1, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.WHAT_WORKS, Rule.LEADER_LAST),
        prompt=Text(
            nl="Noem om de beurt wat je zag. {inbrenger} luistert en laat het binnenkomen.",
            en="Name in turn what you saw. {inbrenger} listens and receives.",
        ),
        after="wa.noteren",
        lowest_per_person=1,
    ),
    Phase(
        id="wa.aanvullen",
        name=Text(nl="Aanvullen", en="Adding"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat klopt, wat verrast je en wat ontbreekt er nog?",
            en="{inbrenger}, what fits, what surprises you, what is missing?",
        ),
    ),
)

CARRYING_OVER: Final = (
    Phase(
        id="wa.verdiepen",
        name=Text(nl="Verborgen factoren", en="Hidden factors"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(9),
        rules=(Rule.WHAT_WORKS, Rule.TENTATIVE),
        prompt=Text(
            nl="Welke minder zichtbare kracht zit hieronder? Combineer wat je hoorde.",
            en="Which less visible strength lies underneath? Combine what you heard.",
        ),
    ),
    Phase(
        id="wa.vertalen_schrijven",
        name=Text(nl="Vertalen (stil)", en="Transferring (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(3),
        short=Minutes(2),
        rules=(Rule.SILENT, Rule.HIDDEN),
        prompt=Text(
            nl="Waar kun jij dit inzetten? Schrijf één situatie en één kleine stap op.",
            en="Where could you use this? Write one situation and one small step.",
        ),
        form=VERTALEN_SCHRIJVEN_FORM,
    ),
    Phase(
        id="wa.vertalen",
        name=Text(nl="Vertaalronde", en="Transfer round"),
        kind=Kind.ROUND,
        who=Who.EVERYBODY,
        minutes=Minutes(0, 1.25, "n"),
        short=Minutes(0, 1, "n"),
        rules=(Rule.TURNS, Rule.MAY_PASS, Rule.SMALL_CONCRETE),
        prompt=Text(nl="Deel om de beurt je stap.", en="Share your step in turn."),
        after="wa.vertalen_schrijven",
        lowest_per_person=1,
    ),
)

METHOD: Final = Method(
    id="waarderend",
    name=Text(nl="Waarderende intervisie", en="Appreciative intervision"),
    goal=Text(
        nl="Van iets wat goed lukte ontdekken wat het mogelijk maakte, en dat meenemen naar iets anders.",
        en="Find out what made something that went well possible, and carry it to something else.",
    ),
    fits=Text(
        nl="De eerste of laatste keer van een reeks, een vermoeide groep, of als niemand een probleem heeft.",
        en="The first or last meeting of a series, a tired group, or when nobody has a problem.",
    ),
    phases=(*TELLING, *NAMING, *CARRYING_OVER),
    case="fr.pitch",
    frame="ALG",
    suits=(Suit(Wish.INSPIRATION, new_group=True, short=True), Suit(Wish.INSPIRATION, settled_group=True)),
    sources=(
        "talententoolbox.nl, ‘Waarderende intervisie’",
        "hrdacademy.be, ‘Creatieve intervisie methoden’",
        "managementimpact.nl, ‘Leren van successen’ (De Caluwé e.a.)",
    ),
)
