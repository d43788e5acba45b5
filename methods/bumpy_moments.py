"""Bumpy Moments: what you did in a difficult moment, and what that brought about.

Everybody fills in a canvas of four questions about a situation they found hard. One moment is explored in
rounds of questions; the others write what could have been done as well, and how that would have been met.

Sources: the VIS-à-VIS intervision series, meeting 4 (the canvas: four questions, in this order). The idea:
M. Romano (2006), as summarised on futurelearn.com, “Researchers explore bumpy moments”. Compare HAN,
“Feedback met Bumpy Moments-aanpak” (han.nl, 2020), which works with video instead of a canvas.
"""

from typing import Final

from methods.engine.model import CaseBallot, Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

CANVAS: Final = Form(
    (
        Field(
            id="titel",
            label=Text(nl="Titel van je moment", en="Title of your moment"),
            max_length=80,
            required=True,
        ),
        Field(
            id="situatie",
            label=Text(nl="Wat gebeurde er tussen jullie?", en="What happened between you?"),
            max_length=700,
            required=True,
            description=Text(
                nl="Een concrete situatie waarin je met iemand te maken had",
                en="A concrete situation in which you dealt with someone",
            ),
        ),
        Field(
            id="effect",
            label=Text(nl="Effect van je handelen en de reacties", en="Effect of what you did; reactions"),
            max_length=500,
            required=True,
            description=Text(
                nl="Hoe reageerden de anderen op wat jij deed?",
                en="How did those involved react to what you did?",
            ),
        ),
        Field(
            id="vervolg",
            label=Text(nl="Wat deed je daarna?", en="What did you do next?"),
            max_length=500,
            required=True,
            description=Text(nl="Hoe ging je daarna verder?", en="How did you go on from there?"),
        ),
        Field(
            id="binnenkant",
            label=Text(nl="Wat dacht en voelde je?", en="What did you think and feel?"),
            max_length=500,
            required=True,
            description=Text(nl="Gedachten én gevoelens", en="Thoughts and feelings"),
            kept_back=True,
        ),
    ),
    whole=True,
)

ALTERNATIVE: Final = Form(
    (
        Field(
            id="alternatief",
            label=Text(nl="Ik had ook kunnen…", en="I could also have…"),
            max_length=400,
            required=True,
        ),
        Field(
            id="verwachte_reactie",
            label=Text(nl="Dan had de ander waarschijnlijk…", en="Then the other would probably have…"),
            max_length=300,
        ),
    )
)

LIKELY_REACTION: Final = Form(
    (
        Field(
            id="reactie",
            label=Text(nl="De ander had waarschijnlijk…", en="The other would probably have…"),
            max_length=300,
            required=True,
        ),
        Field(
            id="bij_mij",
            label=Text(nl="Bij mij had dat opgeroepen…", en="In me that would have stirred…"),
            max_length=200,
        ),
    )
)

REFLECTION: Final = Form(
    (
        Field(
            id="raakt",
            label=Text(nl="Dit raakt of verrast me", en="This touches or surprises me"),
            max_length=400,
            required=True,
        ),
        Field(id="zie_nu", label=Text(nl="Dit zie ik nu", en="This is what I see now"), max_length=400),
        Field(
            id="volgende_keer",
            label=Text(nl="Volgende keer wil ik…", en="Next time I want to…"),
            max_length=250,
            required=True,
        ),
    )
)

CHOOSING: Final = (
    Phase(
        id="bm.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        prompt=Text(
            nl="Een bumpy moment is een hobbelig moment: je moest handelen terwijl niet duidelijk was wat "
            "goed was. We kijken naar wat je deed en wat dat teweegbracht.",
            en="A bumpy moment is a situation in which you had to act while it wasn’t clear what was right. "
            "We look at what you did and what it did.",
        ),
    ),
    Phase(
        id="bm.canvas",
        name=Text(nl="Canvas invullen (stil)", en="Filling in the canvas (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(9),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="Neem een situatie die jij lastig vond. Vul het canvas voor jezelf in; straks delen we alleen "
            "de titel.",
            en="Take a situation you found difficult. Fill in the canvas for yourself; only the title will "
            "be shared.",
        ),
        form=CANVAS,
    ),
    Phase(
        id="bm.titels",
        name=Text(nl="Titels delen", en="Sharing titles"),
        kind=Kind.REVEAL,
        who=Who.EVERYBODY,
        minutes=Minutes(0, 0.5, "n"),
        short=Minutes(2),
        rules=(Rule.HIDDEN, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Hier zijn jullie titels, zonder namen. Lees ze rustig: welk moment raakt iets bij jou?",
            en="Here are your titles, without names. Take your time: which moment strikes a chord with you?",
        ),
        after="bm.canvas",
        shows=("titel",),
        named=False,
    ),
    Phase(
        id="bm.keuze",
        name=Text(nl="Casus kiezen", en="Choosing the case"),
        kind=Kind.VOTE,
        who=Who.EVERYBODY,
        minutes=Minutes(3),
        short=Minutes(2),
        rules=(Rule.SECRET_VOTE, Rule.CONSENT, Rule.LEADER_NOT_I),
        prompt=Text(
            nl="Bij welk moment wil je stilstaan? Breng maximaal twee stemmen uit, niet op je eigen moment. "
            "Daarna kiezen we wie het gesprek leidt.",
            en="Which moment do you want to dwell on? At most two votes, not your own. Then we choose who "
            "leads.",
        ),
        ballot=CaseBallot(cases="bm.canvas"),
    ),
)

EXPLORING: Final = (
    Phase(
        id="bm.inbreng",
        name=Text(nl="Vertellen over het moment", en="Telling the story"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.ANONYMOUS, Rule.I_FORM, Rule.CONSENT),
        prompt=Text(
            nl="{inbrenger}, neem ons mee naar dat moment: wat gebeurde er, wat deed jij en wat gebeurde er "
            "daarna?",
            en="{inbrenger}, take us to that moment: what happened, what did you do, what happened next?",
        ),
        after="bm.canvas",
    ),
    Phase(
        id="bm.vragen1",
        name=Text(nl="Vragenronde 1: wat gebeurde er?", en="Question round 1: what happened"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.25, "t"),
        short=Minutes(0, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.BRIEF_ANSWER, Rule.MAY_PASS),
        prompt=Text(
            nl="Ronde 1 – vraag naar wat er te zien en te horen was. Nog geen waaromvragen en nog geen tips.",
            en="Round 1 – ask what could be seen and heard. No why yet, no tips yet.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
    Phase(
        id="bm.vragen2",
        name=Text(nl="Vragenronde 2: handelen en effect", en="Question round 2: what you did, effect"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.25, "t"),
        short=Minutes(0, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.BRIEF_ANSWER, Rule.MAY_PASS),
        prompt=Text(
            nl="Ronde 2 – vraag naar wat {inbrenger} deed en hoe anderen daarop reageerden.",
            en="Round 2 – ask what {inbrenger} did and how others responded to it.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
    Phase(
        id="bm.vragen3",
        name=Text(nl="Vragenronde 3: binnenkant", en="Question round 3: inside"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.25, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.NO_JUDGING, Rule.MAY_PASS),
        prompt=Text(
            nl="Ronde 3 – vraag naar gedachten, gevoelens en wat er voor {inbrenger} op het spel stond. "
            "Overslaan mag, voor iedereen.",
            en="Round 3 – ask about thoughts, feelings and what was at stake for {inbrenger}. Anyone may "
            "pass.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
)

THINKING_ALONG: Final = (
    Phase(
        id="bm.alternatief_schrijven",
        name=Text(nl="Anders handelen (stil)", en="Doing it differently (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        short=Minutes(4),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.TENTATIVE),
        prompt=Text(
            nl="Verplaats je in {inbrenger}. Wat had je op dat moment ook kunnen doen? Schrijf één andere "
            "manier van handelen op.",
            en="Step into {inbrenger}’s shoes. What else could one have done in that moment? Write down one "
            "other way.",
        ),
        form=ALTERNATIVE,
    ),
    Phase(
        id="bm.alternatief_ronde",
        name=Text(nl="Alternatieven delen", en="Sharing alternatives"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        short=Minutes(0, 1.5, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.NO_DISCUSSION, Rule.I_FORM, Rule.LEADER_LAST),
        prompt=Text(
            nl="Vertel om de beurt je alternatief en begin met ‘Ik zou…’. Niemand reageert nog.",
            en="Tell your alternative in turn, as ‘I would…’. Nobody responds yet.",
        ),
        after="bm.alternatief_schrijven",
        lowest_per_person=1,
    ),
    Phase(
        id="bm.effect_schrijven",
        name=Text(nl="Denkbare reactie (stil)", en="Likely reaction (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.TENTATIVE),
        prompt=Text(
            nl="Stel dat het zo was gegaan: hoe had de ander gereageerd, en wat had dat met jou gedaan?",
            en="Suppose it had gone that way: how would the other person have reacted, and what would that "
            "have done to you?",
        ),
        form=LIKELY_REACTION,
    ),
    Phase(
        id="bm.effect_ronde",
        name=Text(nl="Reacties verkennen", en="Exploring reactions"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.TENTATIVE, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Deel om de beurt welke reactie je verwacht. Het zijn vermoedens; niemand hoeft gelijk te "
            "krijgen.",
            en="Share in turn which reaction you expect. These are hunches, not verdicts.",
        ),
        after="bm.effect_schrijven",
        lowest_per_person=1,
    ),
)

LOOKING_BACK: Final = (
    Phase(
        id="bm.reflectie",
        name=Text(nl="Reflectie inbrenger", en="Case bringer’s reflection"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6),
        short=Minutes(5),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat raakt je in deze reacties? Wat zie je nu dat je toen niet zag, en wat wil "
            "je een volgende keer doen?",
            en="{inbrenger}, what touches you in these reactions? What do you see now that you didn’t then, "
            "and what do you want to do next time?",
        ),
        form=REFLECTION,
        after="bm.alternatief_schrijven",
    ),
    Phase(
        id="bm.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 0.75, "n"),
        short=Minutes(0, 0.5, "n"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Kijk terug naar je eigen canvas. Wat zou je er nu aan toevoegen? Eén zin.",
            en="Look back at your own canvas. What would you add now? One sentence.",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="bumpy",
    name=Text(nl="Bumpy Moments", en="Bumpy Moments"),
    goal=Text(
        nl="Stilstaan bij één lastig moment: wat deed je, en wat bracht dat teweeg?",
        en="Look again at one difficult moment: what did you do, and what did that bring about?",
    ),
    fits=Text(
        nl="Eén concrete situatie waarin je zelf handelde, met een leerling, ouder, collega of partner in "
        "het buitenland. Niet voor beleidsvragen.",
        en="One concrete situation in which you acted yourself, with a student, parent, colleague or partner "
        "abroad. Not for questions of policy.",
    ),
    phases=(*CHOOSING, *EXPLORING, *THINKING_ALONG, *LOOKING_BACK),
    case="bm.canvas",
    skips=("fr.pitch", "fr.keuze"),
    command="bumpy",
    suits=(
        Suit(Wish.REFLECTION, new_group=True, short=True),
        Suit(Wish.REFLECTION, settled_group=True),
    ),
    sources=(
        "VIS-à-VIS intervision series, meeting 4",
        "M. Romano (2006), summarised on futurelearn.com, ‘Researchers explore bumpy moments’",
        "HAN, ‘Feedback met Bumpy Moments-aanpak’ (han.nl, 2020): with video instead of a canvas",
    ),
)
