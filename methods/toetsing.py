"""Procedure review: three tests of a way of working, and what its owner changes.

Practice, use, usability: how it really goes, how we handle it, how usable it is. The procedure is handed in
beforehand, so nobody pitches; a person is never tested.

Source: the VIS-à-VIS intervision series, meeting 1 (the three tests and their order). The finer split, the
forms and the minutes are Kring's own.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Product, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

INBRENG_FORM: Final = Form(
    (
        Field(
            id="naam",
            label=Text(nl="Naam van de procedure", en="Name of the procedure"),
            max_length=80,
            required=True,
        ),
        Field(
            id="doel",
            label=Text(nl="Waarvoor is de procedure bedoeld?", en="What is it meant for?"),
            max_length=300,
            required=True,
        ),
        Field(
            id="stappen",
            label=Text(nl="De stappen (max. 10)", en="The steps (max. 10)"),
            max_length=1500,
            required=True,
        ),
        Field(
            id="situatie",
            label=Text(
                nl="Waar en met wie gebruik je de procedure?", en="Where and with whom do you use it?"
            ),
            max_length=400,
        ),
        Field(
            id="toetsvraag",
            label=Text(nl="Wat wil je laten toetsen?", en="What do you want tested?"),
            max_length=200,
            required=True,
        ),
    )
)

PRAKTIJK_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="praktijk",
            label=Text(nl="Zo gaat het bij mij", en="This is how it goes where I work"),
            max_length=700,
            required=True,
        ),
        Field(
            id="afwijking",
            label=Text(nl="Anders dan op papier", en="Different from the paper version"),
            max_length=400,
        ),
        Field(
            id="helpt_hindert",
            label=Text(nl="Wat helpt of hindert?", en="What helps or hinders?"),
            max_length=400,
        ),
    )
)

HANTEREN_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="volg",
            label=Text(nl="Hier volg ik de procedure, want…", en="Here I follow the procedure, because…"),
            max_length=350,
            required=True,
        ),
        Field(
            id="wijk_af",
            label=Text(nl="Hier wijk ik af, want…", en="Here I deviate, because…"),
            max_length=350,
            required=True,
        ),
        Field(
            id="vak",
            label=Text(nl="Dit zegt het over mijn vakmanschap", en="What this says about my craft"),
            max_length=350,
        ),
    )
)

BRUIKBAAR_OORDEEL_FORM: Final = Form(
    (
        Field(
            id="cijfer",
            label=Text(nl="Bruikbaarheid (1–10)", en="Usability (1–10)"),
            kind="rating",
            required=True,
        ),
        Field(
            id="blijft",
            label=Text(nl="Dit moet blijven", en="This should stay"),
            max_length=300,
            required=True,
        ),
        Field(
            id="anders",
            label=Text(nl="Dit moet anders", en="This should change"),
            max_length=300,
            required=True,
        ),
        Field(id="weg", label=Text(nl="Dit kan eruit", en="This can go"), max_length=300),
    )
)

AANSCHERPEN_FORM: Final = Form(
    (
        Field(id="houd", label=Text(nl="Dit behoud ik", en="I keep"), max_length=300, required=True),
        Field(
            id="scherper", label=Text(nl="Dit scherp ik aan", en="I sharpen"), max_length=600, required=True
        ),
        Field(id="los", label=Text(nl="Dit laat ik los", en="I let go"), max_length=300),
        Field(
            id="eerste_stap",
            label=Text(nl="Eerste stap en wanneer", en="First step and when"),
            max_length=200,
            required=True,
        ),
        Field(
            id="alleen_ik",
            label=Text(nl="Alleen voor mij", en="For me only"),
            kind="tick",
            description=Text(
                nl="Anders staat de aangescherpte procedure ook in de oogst van je groep",
                en="Otherwise the sharpened procedure is in your group’s harvest, too",
            ),
        ),
    )
)

PRESENTING: Final = (
    Phase(
        id="to.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.PROCEDURE_NOT_PERSON,),
        prompt=Text(
            nl="We toetsen samen een werkwijze, geen persoon. Dat doen we in drie stappen: hoe gaat het in de praktijk, hoe gaan wij ermee om en hoe bruikbaar is het? {inbrenger} beslist wat er verandert.",
            en="Together we test a way of working, not a person. Three steps: what happens in practice, how do we handle it, how usable is it? {inbrenger} decides what changes.",
        ),
    ),
    Phase(
        id="to.inbreng",
        name=Text(nl="Procedure inbrengen", en="Presenting the procedure"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6),
        short=Minutes(4),
        rules=(Rule.ANONYMOUS,),
        prompt=Text(
            nl="{inbrenger}, laat je procedure zien: waar is die voor bedoeld, welke stappen zet je en wat wil je laten toetsen?",
            en="{inbrenger}, show us your procedure: what is it for, which steps do you take, what do you want tested?",
        ),
        form=INBRENG_FORM,
    ),
    Phase(
        id="to.verhelderen",
        name=Text(nl="Verhelderen", en="Clarification"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1.5, "t"),
        short=Minutes(1, 1, "t"),
        rules=(Rule.TURNS, Rule.AT_LEAST_ONE, Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Stel om de beurt één vraag om de procedure te begrijpen. Nog geen mening, nog geen tips.",
            en="In turn, ask one question to understand the procedure. No opinions and no tips yet.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
)

PRACTICE: Final = (
    Phase(
        id="to.praktijk_schrijven",
        name=Text(nl="Toets 1: praktijk (stil)", en="Test 1: practice (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.ANONYMOUS),
        prompt=Text(
            nl="Schrijf in stilte op hoe dit er bij jou echt aan toegaat. Kies één concrete keer, ook als het toen anders liep dan op papier.",
            en="In silence: how does this really go where you work? Take one concrete occasion, even if it differed from the paper version.",
        ),
        form=PRAKTIJK_SCHRIJVEN_FORM,
    ),
    Phase(
        id="to.praktijk_ronde",
        name=Text(nl="Toets 1: praktijkronde", en="Test 1: practice round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1.5, "t"),
        short=Minutes(1, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.I_FORM, Rule.LEADER_LAST),
        prompt=Text(
            nl="We kijken bij elkaar in de keuken. Vertel om de beurt kort hoe het er bij jou aan toegaat. We reageren niet op elkaar.",
            en="We open each other’s practice. In turn, tell briefly what happens at your place. No comments on each other.",
        ),
        after="to.praktijk_schrijven",
        lowest_per_person=1.25,
    ),
    Phase(
        id="to.praktijk_beeld",
        name=Text(nl="Toets 1: gezamenlijk beeld", en="Test 1: shared picture"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(4),
        rules=(Rule.PROCEDURE_NOT_PERSON, Rule.NO_ADVICE),
        prompt=Text(
            nl="Waar lopen papier en praktijk uiteen? Noem samen de drie opvallendste verschillen.",
            en="Where do paper and practice part ways? Together name the three most striking differences.",
        ),
    ),
)

USE: Final = (
    Phase(
        id="to.hanteren_schrijven",
        name=Text(nl="Toets 2: hanteren (stil)", en="Test 2: use (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.I_FORM),
        prompt=Text(
            nl="Schrijf in stilte op waar je de procedure volgt, waar je afwijkt en wat dat zegt over hoe jij je vak uitoefent.",
            en="In silence: where do you follow the procedure, where do you deviate, and what does that say about how you work?",
        ),
        form=HANTEREN_SCHRIJVEN_FORM,
    ),
    Phase(
        id="to.hanteren_gesprek",
        name=Text(nl="Toets 2: gesprek over ons handelen", en="Test 2: talking about what we do"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(3, 1.5, "n"),
        short=Minutes(2, 1, "n"),
        rules=(Rule.I_FORM, Rule.NO_JUDGING),
        prompt=Text(
            nl="Praat over je eigen handelen. Wanneer is afwijken vakmanschap en wanneer gewoonte of haast? {inbrenger} doet gewoon mee.",
            en="Talk about what you do yourself. When is deviating craftsmanship, and when habit or hurry? {inbrenger} simply joins in.",
        ),
        after="to.hanteren_schrijven",
    ),
)

USABILITY: Final = (
    Phase(
        id="to.bruikbaar_oordeel",
        name=Text(nl="Toets 3: bruikbaarheid (stil)", en="Test 3: usability (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.PROCEDURE_NOT_PERSON),
        prompt=Text(
            nl="Geef in stilte een cijfer voor de bruikbaarheid. Schrijf op wat blijft, wat anders moet en wat eruit kan.",
            en="In silence, score the usability. Write what stays, what should change and what can go.",
        ),
        form=BRUIKBAAR_OORDEEL_FORM,
    ),
    Phase(
        id="to.bruikbaar_tonen",
        name=Text(nl="Toets 3: oordelen naast elkaar", en="Test 3: verdicts side by side"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(4, 1, "n"),
        short=Minutes(2, 0.75, "n"),
        rules=(Rule.HIDDEN, Rule.NO_JUDGING, Rule.TENTATIVE),
        prompt=Text(
            nl="Alle oordelen staan naast elkaar. Wat valt op? Zoek naar de scherpste verbetering, niet naar je gelijk.",
            en="All verdicts are side by side. What stands out? Look for the sharpest improvement, not for being right.",
        ),
        after="to.bruikbaar_oordeel",
        by_question=True,
    ),
)

SHARPENING: Final = (
    Phase(
        id="to.aanscherpen",
        name=Text(nl="Aanscherpen", en="Sharpening"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6),
        short=Minutes(4),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat behoud je, wat scherp je aan en wat laat je los? De anderen luisteren.",
            en="{inbrenger}, what do you keep, what do you sharpen and what do you let go? The others listen.",
        ),
        form=AANSCHERPEN_FORM,
        product=Product(
            Text(nl="De aangescherpte procedure", en="The sharpened procedure"),
            of=("to.inbreng", "to.aanscherpen"),
            unless="alleen_ik",
        ),
    ),
    Phase(
        id="to.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 0.75, "n"),
        short=Minutes(0, 0.75, "n"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Wat neem jij mee voor je eigen werkwijze? Eén zin per persoon.",
            en="What do you take along for your own way of working? One sentence each.",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="toetsing",
    name=Text(nl="Toetsingsmethode", en="Procedure review"),
    goal=Text(
        nl="Een werkwijze toetsen, geen persoon: hoe gaat het echt, hoe gaan wij ermee om, hoe bruikbaar is het?",
        en="Test a way of working, not a person: how does it go, how do we handle it, how usable is it?",
    ),
    fits=Text(
        nl="Een procedure, stappenplan of afspraak die meer mensen gebruiken. Niet voor een conflict of een eenmalig voorval.",
        en="A procedure, step plan or agreement that several people use. Not for a conflict or a one-off incident.",
    ),
    phases=(*PRESENTING, *PRACTICE, *USE, *USABILITY, *SHARPENING),
    case="to.inbreng",
    title="naam",
    skips=("fr.pitch",),
    suits=(Suit(Wish.FEEDBACK, new_group=True, short=True), Suit(Wish.FEEDBACK, settled_group=True)),
    command="toetsing",
    sources=("VIS-à-VIS intervision series, meeting 1",),
)
