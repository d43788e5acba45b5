"""The ten-step method: not the solution but the question behind the question, with the case bringer in charge.

The group gives questions and formulations; the case bringer only says how warm they are.

Sources: guidetocoach.com/methode-2 (ten steps; this order). bpopleidingen.nl, “10 stappen methode”.
teamchange.nl, “De 10-stappenmethode”. me-we-elearning.com and goudraad.nl (warm and cold, online).
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, SortBallot, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

STEP_2_FORM: Final = Form(
    (
        Field(
            id="vraag1", label=Text(nl="Open vraag 1", en="Open question 1"), max_length=200, required=True
        ),
        Field(id="vraag2", label=Text(nl="Open vraag 2", en="Open question 2"), max_length=200),
    )
)

STEP_6_FORM: Final = Form(
    (
        Field(
            id="formulering",
            label=Text(nl="Mijn probleem is eigenlijk dat ik…", en="My real problem is that I…"),
            max_length=250,
            required=True,
        ),
    )
)

STEP_8_FORM: Final = Form(
    (
        Field(
            id="probleem_nu",
            label=Text(nl="Mijn probleem nu: ik…", en="My problem now: I…"),
            max_length=250,
            required=True,
        ),
    )
)

STEP_10_FORM: Final = Form(
    (
        Field(
            id="plan", label=Text(nl="Wat ga ik doen?", en="What will I do?"), max_length=300, required=True
        ),
        Field(id="wanneer", label=Text(nl="Wanneer?", en="When?"), max_length=60, required=True),
    )
)

TELLING: Final = (
    Phase(
        id="ts.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(2),
        prompt=Text(
            nl="We zoeken niet meteen een oplossing, maar de vraag achter de vraag. {inbrenger} heeft de regie.",
            en="We don’t look for a solution right away, but for the question behind the question. {inbrenger} is in charge.",
        ),
    ),
    Phase(
        id="ts.1",
        name=Text(nl="1 Situatie schetsen", en="1 Sketching the situation"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(8),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, schets je situatie: wat is jouw aandeel en welk effect heeft dat?",
            en="{inbrenger}, sketch your situation: what is your part and what effect does it have?",
        ),
    ),
)

ASKING: Final = (
    Phase(
        id="ts.2",
        name=Text(nl="2 Vragen formuleren (stil)", en="2 Formulating questions (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(5),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.NO_ADVICE),
        prompt=Text(
            nl="Schrijf in stilte twee open vragen op die {inbrenger} aan het denken zetten.",
            en="In silence, write two open questions that make {inbrenger} think.",
        ),
        form=STEP_2_FORM,
    ),
    Phase(
        id="ts.3",
        name=Text(nl="3 Vragen waarderen", en="3 Valuing the questions"),
        kind=Kind.VOTE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(2, 1, "t"),
        short=Minutes(3, 1.25, "t"),
        rules=(Rule.I_DECIDES, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="{inbrenger}, lees alle vragen en kies per vraag: warm (raakt me), neutraal of koud. Nog niet antwoorden.",
            en="{inbrenger}, read all questions and choose: warm (touches), neutral or cold. Don’t answer yet.",
        ),
        after="ts.2",
        ballot=SortBallot(
            first=Text(nl="Warm: raakt me", en="Warm: touches me"),
            second=Text(nl="Koud", en="Cold"),
            apart=True,
        ),
    ),
    Phase(
        id="ts.4",
        name=Text(nl="4 Vragen beantwoorden", en="4 Answering"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(2, 2, "t"),
        short=Minutes(4, 2.5, "t"),
        rules=(Rule.BRIEF_ANSWER,),
        prompt=Text(
            nl="{inbrenger}, beantwoord je warme vragen. Neem de tijd; de groep zwijgt.",
            en="{inbrenger}, answer your warm questions. Take your time; the group stays silent.",
        ),
    ),
    Phase(
        id="ts.5",
        name=Text(nl="5 Laatste vragenronde", en="5 Last question round"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        short=Minutes(0, 2, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.MAY_PASS),
        prompt=Text(
            nl="Stel om de beurt nog één vraag over wat je net hoorde.",
            en="One more question each, about what you just heard.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
)

NAMING: Final = (
    Phase(
        id="ts.6",
        name=Text(nl="6 Probleem formuleren (stil)", en="6 Formulating the problem (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(6),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.I_FORM),
        prompt=Text(
            nl="Schrijf alsof je {inbrenger} bent: ‘Mijn probleem is eigenlijk dat ik…’.",
            en="Write as if you were {inbrenger}: ‘My real problem is that I…’.",
        ),
        form=STEP_6_FORM,
    ),
    Phase(
        id="ts.7",
        name=Text(nl="7 Formuleringen waarderen", en="7 Valuing formulations"),
        kind=Kind.VOTE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(2, 0.5, "t"),
        short=Minutes(6),
        rules=(Rule.I_DECIDES, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="{inbrenger}, lees alle formuleringen en kies per zin: raak, deels raak of mis. Uitleggen hoeft niet.",
            en="{inbrenger}, what hits the core: hit, partly or miss? No need to explain.",
        ),
        after="ts.6",
        ballot=SortBallot(first=Text(nl="Raak", en="A hit"), second=Text(nl="Mis", en="A miss")),
    ),
    Phase(
        id="ts.8",
        name=Text(nl="8 Balans opmaken", en="8 Taking stock"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(6),
        rules=(Rule.I_DECIDES, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, hoe luidt je probleem nu? Eén zin, beginnend met ‘ik’.",
            en="{inbrenger}, how do you word your problem now? One sentence, starting with ‘I’.",
        ),
        form=STEP_8_FORM,
    ),
)

DECIDING: Final = (
    Phase(
        id="ts.9",
        name=Text(nl="9 Krachten", en="9 Forces"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(4, 1, "n"),
        short=Minutes(14),
        rules=(Rule.TENTATIVE, Rule.NO_JUDGING),
        prompt=Text(
            nl="Welke krachten houden dit in stand, bij de persoon en in de organisatie? {inbrenger} zegt wat klopt.",
            en="Which forces keep this alive, in the person and in the organisation? {inbrenger} says what fits.",
        ),
    ),
    Phase(
        id="ts.10",
        name=Text(nl="10 Plan", en="10 Plan"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(7),
        rules=(Rule.I_DECIDES, Rule.SMALL_CONCRETE),
        prompt=Text(
            nl="{inbrenger}, wat ga je doen? Als je dat wilt, geeft iedereen daarna één tip.",
            en="{inbrenger}, what will you do? After that each member may give one tip, if you want it.",
        ),
        form=STEP_10_FORM,
    ),
    Phase(
        id="ts.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 0.75, "n"),
        short=Minutes(6),
        rules=(Rule.TURNS, Rule.MAY_PASS, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Wat zegt deze casus over jouw eigen werk? Eén zin.",
            en="What does this case say about your own work? One sentence.",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="tienstappen",
    name=Text(nl="Tienstappenmethode", en="Ten-step method"),
    goal=Text(
        nl="De vraag achter de vraag vinden. De inbrenger heeft de regie en zegt alleen wat warm en koud is.",
        en="Find the question behind the question. The case bringer only says what is warm and what is cold.",
    ),
    fits=Text(
        nl="Een probleem waar je al lang mee rondloopt. Neem er de tijd voor: dit is de enige casus van de bijeenkomst.",
        en="A problem you have carried around for long. Take your time: this is the only case of the meeting.",
    ),
    phases=(*TELLING, *ASKING, *NAMING, *DECIDING),
    case="fr.pitch",
    frame="ALG",
    roomy=75,
    suits=(Suit(Wish.INSIGHT, settled_group=True),),
    sources=(
        "guidetocoach.com/methode-2",
        "bpopleidingen.nl, ‘10 stappen methode’",
        "teamchange.nl, ‘De 10-stappenmethode’",
        "me-we-elearning.com; goudraad.nl",
    ),
)
