"""Learning inquiry: everybody's own definition of the problem, the lenses behind them, and what others did.

Definitions stand beside approaches: at the end members link what they once did to how they see the problem.

Source: the VIS-à-VIS intervision series, meeting 2. The forms, the silent phases and the minutes are Kring's own.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, LinkBallot, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

INBRENG_FORM: Final = Form(
    (
        Field(
            id="uitdaging",
            label=Text(nl="Mijn uitdaging in één zin", en="My challenge in one sentence"),
            max_length=200,
            required=True,
            like="titel",
        ),
        Field(
            id="situatie",
            label=Text(nl="Wat speelt er?", en="What is going on?"),
            max_length=700,
            required=True,
        ),
        Field(
            id="geprobeerd",
            label=Text(nl="Wat heb ik al geprobeerd?", en="What have I tried?"),
            max_length=400,
        ),
        Field(id="lastig", label=Text(nl="Wat maakt het lastig?", en="What makes it hard?"), max_length=400),
    )
)

VRAGEN_NOTEREN_FORM: Final = Form(
    (
        Field(
            id="vraag1",
            label=Text(nl="Mijn open vraag", en="My open question"),
            max_length=200,
            required=True,
        ),
        Field(id="vraag2", label=Text(nl="Tweede vraag", en="Second question"), max_length=200),
    )
)

DEFINITIE_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="definitie",
            label=Text(nl="Het eigenlijke probleem is…", en="The actual problem is…"),
            max_length=250,
            required=True,
        ),
    )
)

ASSUMPTIES_FORM: Final = Form(
    (
        Field(
            id="aanname",
            label=Text(nl="Dit vinden we vanzelfsprekend", en="Taken for granted"),
            max_length=200,
        ),
        Field(id="bril", label=Text(nl="Door wiens bril?", en="Through whose eyes?"), max_length=120),
    ),
    by="scribe",
    each="lo.definitie_schrijven",
)

ERVARING_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="situatie",
            label=Text(nl="Mijn vergelijkbare situatie", en="My comparable situation"),
            max_length=500,
            required=True,
        ),
        Field(id="aanpak", label=Text(nl="Wat ik deed", en="What I did"), max_length=500, required=True),
        Field(id="opbrengst", label=Text(nl="Wat het opleverde", en="What came of it"), max_length=300),
    )
)

REACTIE_FORM: Final = Form(
    (
        Field(
            id="definitie_nu",
            label=Text(nl="Mijn probleem nu, in één zin", en="My problem now, in one sentence"),
            max_length=250,
            required=True,
        ),
        Field(
            id="aanpak",
            label=Text(nl="De aanpak die ik eraan verbind", en="The approach I connect to it"),
            max_length=500,
            required=True,
        ),
        Field(
            id="eerste_stap",
            label=Text(nl="Eerste stap en wanneer", en="First step and when"),
            max_length=200,
            required=True,
        ),
    )
)

ASKING: Final = (
    Phase(
        id="lo.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(1),
        short=Minutes(1),
        prompt=Text(
            nl="We onderzoeken één uitdaging: eerst vragen, dan ieders eigen probleemdefinitie, de aannames erachter en onze eigen ervaringen. Oplossingen komen pas aan het eind.",
            en="We explore one challenge: questions, everybody’s own problem definition, hidden assumptions, own experiences. Solutions only come at the end.",
        ),
    ),
    Phase(
        id="lo.inbreng",
        name=Text(nl="Uitdaging inbrengen", en="Presenting the challenge"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(3),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, vertel over je uitdaging: wat speelt er, wat heb je al geprobeerd en wat maakt het lastig?",
            en="{inbrenger}, tell us your challenge: what is going on, what have you tried, what makes it hard?",
        ),
        form=INBRENG_FORM,
    ),
    Phase(
        id="lo.vragen_noteren",
        name=Text(nl="Vragen noteren (stil)", en="Noting questions (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.NO_ADVICE),
        prompt=Text(
            nl="Schrijf in stilte één of twee open vragen op. Vraag naar wat je echt nog niet weet.",
            en="In silence, write one or two open questions. Ask about what you truly don’t know yet.",
        ),
        form=VRAGEN_NOTEREN_FORM,
    ),
    Phase(
        id="lo.vragen",
        name=Text(nl="Vragenronde", en="Question round"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1.75, "t"),
        short=Minutes(1, 1, "t"),
        rules=(Rule.TURNS, Rule.AT_LEAST_ONE, Rule.NO_ADVICE, Rule.BRIEF_ANSWER, Rule.LEADER_LAST),
        prompt=Text(
            nl="Stel om de beurt je vraag; {inbrenger} antwoordt kort. Nog geen tips, ook niet vermomd als vraag.",
            en="Ask your question in turn; {inbrenger} answers briefly. No tips yet, not even dressed up as a question.",
        ),
        form=QUESTION,
        after="lo.vragen_noteren",
        lowest_per_person=1,
    ),
)

DEFINING: Final = (
    Phase(
        id="lo.definitie_schrijven",
        name=Text(nl="Probleem definiëren (stil)", en="Defining the problem (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(3),
        short=Minutes(2),
        rules=(Rule.SILENT, Rule.HIDDEN),
        prompt=Text(
            nl="Iedereen, ook {inbrenger}: schrijf in één zin op wat volgens jou het eigenlijke probleem is.",
            en="Everybody, {inbrenger} included: write in one sentence what you think the actual problem is.",
        ),
        form=DEFINITIE_SCHRIJVEN_FORM,
    ),
    Phase(
        id="lo.definities",
        name=Text(nl="Definities onthullen", en="Revealing definitions"),
        kind=Kind.REVEAL,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.HIDDEN, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Hier zijn alle definities. Lees ze in stilte; die van {inbrenger} staat onderaan.",
            en="Here are all definitions. Read them in silence; {inbrenger}’s own is at the bottom.",
        ),
        after="lo.definitie_schrijven",
    ),
    Phase(
        id="lo.assumpties",
        name=Text(nl="Aannames en brillen", en="Assumptions and lenses"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(2, 1.5, "n"),
        short=Minutes(2, 1, "n"),
        rules=(Rule.NO_JUDGING, Rule.TENTATIVE, Rule.NO_ADVICE),
        prompt=Text(
            nl="Bekijk elke definitie: wat vinden we hier vanzelfsprekend en door wiens bril kijken we? Zoek de bril, niet de schuldige.",
            en="For each definition: what is taken for granted here, and through whose eyes are we looking? Find the lens, not the culprit.",
        ),
        form=ASSUMPTIES_FORM,
    ),
)

CONNECTING: Final = (
    Phase(
        id="lo.ervaring_schrijven",
        name=Text(nl="Eigen ervaring (stil)", en="Own experience (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.ANONYMOUS),
        prompt=Text(
            nl="Wanneer heb jij iets vergelijkbaars meegemaakt? Beschrijf de situatie, wat je deed en wat het opleverde – ook als het misging.",
            en="When did you live through something comparable? Write the situation, what you did and what came of it – even if it failed.",
        ),
        form=ERVARING_SCHRIJVEN_FORM,
    ),
    Phase(
        id="lo.ervaring_ronde",
        name=Text(nl="Ervaringsronde", en="Experience round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 2, "t"),
        short=Minutes(0, 1.5, "t"),
        rules=(Rule.TURNS, Rule.I_FORM, Rule.NO_DISCUSSION, Rule.LEADER_LAST),
        prompt=Text(
            nl="Deel om de beurt je ervaring en je aanpak. Vertel over jezelf, niet over wat {inbrenger} moet doen.",
            en="In turn, share your experience and approach. Talk about yourself, not about what {inbrenger} should do.",
        ),
        after="lo.ervaring_schrijven",
        lowest_per_person=1.25,
    ),
    Phase(
        id="lo.verbinden",
        name=Text(nl="Verbinden", en="Connecting"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(6, 0.5, "t"),
        short=Minutes(5),
        rules=(Rule.TENTATIVE, Rule.SMALL_CONCRETE),
        ballot=LinkBallot(
            own="lo.ervaring_schrijven",
            to="lo.definitie_schrijven",
            own_name=Text(nl="Onze aanpakken", en="Our approaches"),
            to_name=Text(nl="Definities van het probleem", en="Definitions of the problem"),
            shows=("aanpak",),
        ),
        prompt=Text(
            nl="Leg verbanden: welke aanpak past bij welke definitie van het probleem van {inbrenger}? Wat moet er dan anders?",
            en="Make links: which approach fits which definition of {inbrenger}’s problem? What would need to change?",
        ),
    ),
)

LOOKING_BACK: Final = (
    Phase(
        id="lo.reactie",
        name=Text(nl="Reactie inbrenger", en="Case bringer’s reaction"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, hoe kijk je nu naar je probleem? Welke aanpak neem je mee en wat is je eerste stap?",
            en="{inbrenger}, how do you see your problem now? Which approach do you take along and what is your first step?",
        ),
        form=REACTIE_FORM,
        after="lo.ervaring_schrijven",
    ),
    Phase(
        id="lo.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 0.75, "n"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Wat heb jij geleerd over je eigen situatie? Eén zin per persoon.",
            en="What did you learn about your own situation? One sentence each.",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="leeronderzoek",
    name=Text(nl="Leeronderzoek", en="Learning inquiry"),
    goal=Text(
        nl="Een uitdaging scherp krijgen: wat is het probleem, door wiens bril kijken we, wat deden wij?",
        en="Get a challenge into focus: what is the problem, whose eyes do we look through, what did we do?",
    ),
    fits=Text(
        nl="Een vage uitdaging die steeds terugkomt en die anderen herkennen. Niet voor een vraag waar je alleen een tip voor zoekt.",
        en="A fuzzy challenge that keeps coming back and that others recognise. Not for a question that just needs a tip.",
    ),
    phases=(*ASKING, *DEFINING, *CONNECTING, *LOOKING_BACK),
    case="fr.pitch",
    suits=(Suit(Wish.INSIGHT, settled_group=True),),
    sources=("VIS-à-VIS intervision series, meeting 2",),
)
