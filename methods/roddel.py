"""Respectful gossip: the group talks about the case bringer, who listens and need not defend anything.

What is said meanwhile is not kept. A stop word ends it at once.

Sources: bpopleidingen.nl, “Roddelmethode”. ssprong.nl, “De Roddelmethode” (schools). bizz-company.nl
(an unsafe group is a contra-indication). me-we-elearning.com; palliaweb.nl; managementissues.com;
wimwubscoachingenadvies.nl.
"""

from typing import Final

from methods.engine.model import (
    Field,
    Form,
    Kind,
    Method,
    Minutes,
    Option,
    OptionBallot,
    Phase,
    Rule,
    Suit,
    Who,
    Wish,
)
from methods.engine.text import Text
from methods.frame import QUESTION

READY: Final = OptionBallot(
    (
        Option("klaar", Text(nl="Ja, ik ben er klaar voor", en="Yes, I am ready")),
        Option(
            "terug", Text(nl="Eerst nog iets vertellen", en="Tell something more first"), back="ro.verkennen"
        ),
    )
)

INBRENG_FORM: Final = Form(
    (
        Field(
            id="situatie",
            label=Text(nl="Wat speelt er?", en="What is going on?"),
            max_length=700,
            required=True,
        ),
        Field(id="vraag", label=Text(nl="Mijn vraag", en="My question"), max_length=200, required=True),
        Field(id="stopwoord", label=Text(nl="Mijn stopwoord", en="My stop word"), max_length=30),
    )
)

RODDELEN_FORM: Final = Form(
    (Field(id="raakt", label=Text(nl="Dit raakt me", en="This touches me"), max_length=800),),
    by="case_bringer",
)

KEUZE_FORM: Final = Form(
    (Field(id="stap", label=Text(nl="Mijn eerste stap", en="My first step"), max_length=250, required=True),)
)

TELLING: Final = (
    Phase(
        id="ro.uitleg",
        name=Text(nl="Uitleg en veiligheid", en="Briefing and safety"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.CONSENT,),
        prompt=Text(
            nl="Straks praten jullie óver {inbrenger}, met respect en in vermoedens. Zegt {inbrenger} het stopwoord, dan stopt het gesprek meteen.",
            en="Soon you will talk about {inbrenger}, respectfully and in hunches. A stop word from {inbrenger} ends it at once.",
        ),
    ),
    Phase(
        id="ro.inbreng",
        name=Text(nl="Vraag inbrengen", en="Presenting the question"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, wat speelt er en wat is je vraag?",
            en="{inbrenger}, what is going on and what is your question?",
        ),
        form=INBRENG_FORM,
    ),
    Phase(
        id="ro.verkennen",
        name=Text(nl="Verkennen", en="Exploring"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2, 2, "t"),
        short=Minutes(1, 1.5, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Stel open vragen om het beeld compleet te krijgen. Maximaal drie per persoon.",
            en="Ask open questions to complete the picture. At most three each.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
)

GOSSIPING: Final = (
    Phase(
        id="ro.klaar",
        name=Text(nl="Klaar om te luisteren?", en="Ready to listen?"),
        kind=Kind.VOTE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(1),
        short=Minutes(1),
        rules=(Rule.CONSENT,),
        prompt=Text(
            nl="{inbrenger}, ben je er klaar voor? Zet je microfoon en camera uit en luister met pen en papier bij de hand.",
            en="{inbrenger}, are you ready? Switch off microphone and camera and listen with pen and paper.",
        ),
        ballot=READY,
    ),
    Phase(
        id="ro.roddelen",
        name=Text(nl="Roddelen", en="Gossiping"),
        kind=Kind.OPEN,
        who=Who.PARTICIPANTS,
        minutes=Minutes(6, 1.5, "t"),
        short=Minutes(10),
        rules=(Rule.I_LISTENS, Rule.THIRD_PERSON, Rule.TENTATIVE, Rule.NO_JUDGING, Rule.NOT_STORED),
        prompt=Text(
            nl="Praat over {inbrenger} in de derde persoon: ‘Zou het kunnen dat zij of hij…?’ Scherp op de inhoud, zacht voor de mens.",
            en="Talk about {inbrenger} in the third person: ‘could it be that she or he…?’ Sharp on the matter, gentle with the person.",
        ),
        form=RODDELEN_FORM,
        stop_word=True,
    ),
    Phase(
        id="ro.terugkeer",
        name=Text(nl="Terugkeer", en="Return"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6),
        short=Minutes(6),
        rules=(Rule.I_DECIDES, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="{inbrenger}, welkom terug. Wat raakte je, wat klopt en wat laat je liggen?",
            en="{inbrenger}, welcome back. What touched you, what fits, what do you leave aside?",
        ),
    ),
)

CHOOSING: Final = (
    Phase(
        id="ro.advies",
        name=Text(nl="Advies (op verzoek)", en="Advice (on request)"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(3, 1, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.SMALL_CONCRETE),
        prompt=Text(
            nl="Als {inbrenger} dat wil: één suggestie per persoon, klein en concreet.",
            en="If {inbrenger} wants it: one suggestion each, small and concrete.",
        ),
    ),
    Phase(
        id="ro.keuze",
        name=Text(nl="Keuze", en="Choice"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(nl="{inbrenger}, wat ga je ermee doen?", en="{inbrenger}, what will you do with it?"),
        form=KEUZE_FORM,
    ),
    Phase(
        id="ro.oogst",
        name=Text(nl="Nabespreken", en="Debrief"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 1, "n"),
        short=Minutes(0, 0.75, "n"),
        rules=(Rule.TURNS, Rule.MAY_PASS),
        prompt=Text(
            nl="Hoe was het om zo te praten, of om zo te luisteren? Wat neem je mee?",
            en="How was it to talk like this, or to listen like this? What do you take along?",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="roddel",
    name=Text(nl="Roddelmethode", en="Respectful gossip"),
    goal=Text(
        nl="Horen wat anderen zien als jij even niets hoeft te zeggen: scherp op de inhoud, zacht voor de mens.",
        en="Hear what others see while you need not say anything: sharp on the matter, gentle to the person.",
    ),
    fits=Text(
        nl="Je zit vast of vermoedt een blinde vlek, en de groep kent elkaar. Niet in een groep die zich nog onveilig voelt.",
        en="You are stuck or suspect a blind spot, and the group knows each other. Not in a group that does not feel safe yet.",
    ),
    phases=(*TELLING, *GOSSIPING, *CHOOSING),
    case="fr.pitch",
    frame="ALG",
    settled_group=True,
    suits=(Suit(Wish.STUCK, settled_group=True),),
    sources=(
        "bpopleidingen.nl, ‘Roddelmethode’",
        "ssprong.nl, ‘De Roddelmethode’",
        "bizz-company.nl",
        "me-we-elearning.com; palliaweb.nl; managementissues.com; wimwubscoachingenadvies.nl",
    ),
)
