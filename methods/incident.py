"""The incident method: stop just before somebody acted, choose what you would do, and only then hear how it went.

What the case bringer did, and how it ended, stays locked until everybody has taken a position.

Sources: Blankestijn & Partners, “Incidentmethode” (public copy in the GitHub repository
hanbedrijfskunde/stage-critical-incident): six steps. eenmeesterinleren.nl, “De incidentmethode” (after
Hendriksen). fotoscholing.nl, startendedocenten.blogspot.com, me-we-elearning.com.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import NOTED_QUESTIONS, QUESTION

SCHETS_FORM: Final = Form(
    (
        Field(
            id="titel",
            label=Text(nl="Titel van het incident", en="Title of the incident"),
            max_length=80,
            required=True,
        ),
        Field(
            id="gebeurtenis",
            label=Text(nl="Wat gebeurde er tot dat moment?", en="What happened up to that moment?"),
            max_length=700,
            required=True,
            like="situatie",
        ),
        Field(
            id="vraag",
            label=Text(nl="Mijn leervraag", en="My learning question"),
            max_length=200,
            required=True,
        ),
        Field(
            id="afloop",
            label=Text(nl="Wat deed je, en hoe liep het af?", en="What did you do, and how did it end?"),
            max_length=700,
            description=Text(
                nl="Blijft op slot tot iedereen zelf heeft gekozen",
                en="Stays locked until everybody has chosen",
            ),
            until="in.werkelijkheid",
        ),
    )
)

STANDPUNT_SCHRIJVEN_FORM: Final = Form(
    (
        Field(id="kern", label=Text(nl="De kern is volgens mij…", en="I think the core is…"), max_length=250),
        Field(id="doen", label=Text(nl="Ik zou…", en="I would…"), max_length=400, required=True),
        Field(id="waarom", label=Text(nl="Want…", en="Because…"), max_length=300, required=True),
    )
)

KEUZE_FORM: Final = Form(
    (
        Field(
            id="volgende_keer",
            label=Text(nl="Volgende keer…", en="Next time…"),
            max_length=250,
            required=True,
        ),
    )
)

ASKING: Final = (
    Phase(
        id="in.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(1),
        short=Minutes(1),
        prompt=Text(
            nl="Jullie horen een echte situatie, tot aan het spannende moment. Wat {inbrenger} toen deed, horen we pas als jullie zelf hebben gekozen.",
            en="You will hear a real situation up to the critical moment. What {inbrenger} did we only hear after you have chosen yourselves.",
        ),
    ),
    Phase(
        id="in.schets",
        name=Text(nl="Incident schetsen", en="Sketching the incident"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.OUTCOME_HIDDEN, Rule.ANONYMOUS),
        prompt=Text(
            nl="{inbrenger}, vertel wat er gebeurde en stop vlak vóór het moment waarop jij handelde.",
            en="{inbrenger}, tell what happened and stop right before the moment you acted.",
        ),
        form=SCHETS_FORM,
    ),
    Phase(
        id="in.vragen_noteren",
        name=Text(nl="Vragen noteren (stil)", en="Noting questions (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.NO_ADVICE),
        prompt=Text(
            nl="Welke informatie mis je om te kunnen handelen? Schrijf je vragen op.",
            en="Which information do you lack in order to act? Write down your questions.",
        ),
        form=NOTED_QUESTIONS,
    ),
    Phase(
        id="in.informatie",
        name=Text(nl="Informatieronde", en="Information round"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 2, "t"),
        short=Minutes(1, 1.5, "t"),
        rules=(Rule.TURNS, Rule.AT_LEAST_ONE, Rule.NO_ADVICE, Rule.BRIEF_ANSWER, Rule.OUTCOME_HIDDEN),
        prompt=Text(
            nl="Vraag om de beurt naar feiten en omstandigheden. Vragen waarin al een oplossing zit, bewaren we voor later.",
            en="Ask in turn for facts and circumstances. Questions that already contain a solution are kept for later.",
        ),
        form=QUESTION,
        after="in.vragen_noteren",
        lowest_per_person=1,
    ),
)

CHOOSING: Final = (
    Phase(
        id="in.analyse",
        name=Text(nl="Analyse", en="Analysis"),
        kind=Kind.OPEN,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4, 1, "t"),
        short=Minutes(5),
        rules=(Rule.I_LISTENS, Rule.TENTATIVE, Rule.NO_ADVICE),
        prompt=Text(
            nl="Groep: wat is hier aan de hand? Zoek verbanden en de kern. {inbrenger} luistert.",
            en="Group: what is going on here? Look for links and the core. {inbrenger} listens.",
        ),
    ),
    Phase(
        id="in.standpunt_schrijven",
        name=Text(nl="Standpunt bepalen (stil)", en="Taking a position (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.I_FORM),
        prompt=Text(
            nl="Schrijf in stilte op: wat zou jij op dat moment doen, en waarom?",
            en="In silence, write: what would you do at this moment, and why?",
        ),
        form=STANDPUNT_SCHRIJVEN_FORM,
    ),
    Phase(
        id="in.standpunten",
        name=Text(nl="Standpunten delen", en="Sharing positions"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        short=Minutes(0, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.I_LISTENS, Rule.LEADER_LAST),
        prompt=Text(
            nl="Deel om de beurt je standpunt. We geven geen commentaar op elkaar.",
            en="Share your position in turn. No comments on each other.",
        ),
        after="in.standpunt_schrijven",
        lowest_per_person=1,
    ),
)

COMPARING: Final = (
    Phase(
        id="in.werkelijkheid",
        name=Text(nl="Wat deed de inbrenger?", en="What did the case bringer do?"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(2),
        rules=(Rule.NO_JUDGING,),
        prompt=Text(
            nl="{inbrenger}, vertel nu wat jij deed, wat je overwoog en hoe het afliep.",
            en="{inbrenger}, now tell what you did, what you considered and how it ended.",
        ),
        after="in.schets",
    ),
    Phase(
        id="in.discussie",
        name=Text(nl="Nagesprek", en="Discussion"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(8),
        rules=(Rule.NO_JUDGING, Rule.I_FORM),
        prompt=Text(
            nl="Leg standpunten en werkelijkheid naast elkaar. Wat leert dit ons over ons vak?",
            en="Put positions and reality side by side. What does this teach us about our profession?",
        ),
    ),
    Phase(
        id="in.keuze",
        name=Text(nl="Keuze inbrenger", en="Case bringer’s choice"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat doe je een volgende keer?", en="{inbrenger}, what will you do next time?"
        ),
        form=KEUZE_FORM,
        after="in.standpunt_schrijven",
    ),
    Phase(
        id="in.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 0.75, "n"),
        short=Minutes(0, 0.5, "n"),
        rules=(Rule.TURNS, Rule.MAY_PASS, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Waar ga jij op letten in je eigen werk? Eén zin.",
            en="What will you watch for in your own work? One sentence.",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="incident",
    name=Text(nl="Incidentmethode", en="Incident method"),
    goal=Text(
        nl="Je plaatsen in één spannend moment: wat zou jij doen, en waarom? Pas daarna horen we hoe het ging.",
        en="Put yourself in one tense moment: what would you do, and why? Only then do we hear how it went.",
    ),
    fits=Text(
        nl="Een voorval uit de klas of het werk waarin je snel moest kiezen. Ook zonder ervaren gespreksleider.",
        en="An incident in class or at work in which you had to choose quickly. Also without an experienced leader.",
    ),
    phases=(*ASKING, *CHOOSING, *COMPARING),
    case="fr.pitch",
    frame="ALG",
    suits=(Suit(Wish.INSIGHT, new_group=True),),
    sources=(
        "Blankestijn & Partners, ‘Incidentmethode’ (GitHub, hanbedrijfskunde/stage-critical-incident)",
        "eenmeesterinleren.nl, ‘De incidentmethode’ (after Hendriksen)",
        "fotoscholing.nl; startendedocenten.blogspot.com; me-we-elearning.com",
    ),
)
