"""The STO starter script: six blocks of 15, 5, 15, 20, 10 and 10 minutes, with blocks of its own for all that is around.

The minutes are a table, not a formula: each block keeps its total with four, five or six people, and gets a
minute more for each person beyond that in the pitch, the advice and the evaluation.

Source: Handreiking intervisie (Sterk Techniekonderwijs): the blocks, their minutes and what happens in them.
The minutes within a block, and the silent writing of advice, are Kring's own.
"""

from typing import Final

from methods.engine.model import (
    CaseBallot,
    Field,
    Form,
    Kind,
    Method,
    Minutes,
    Phase,
    RoleBallot,
    Rule,
    Suit,
    Who,
    Wish,
)
from methods.engine.text import Text
from methods.frame import AGREEMENTS_FORM, EVALUATION_FORM, QUESTION

PITCH_FORM: Final = Form(
    (
        Field(
            id="titel",
            label=Text(nl="Titel van je casus", en="Title of your case"),
            max_length=80,
            required=True,
        ),
        Field(
            id="casus",
            label=Text(nl="Je casus in één minuut", en="Your case in one minute"),
            max_length=400,
            required=True,
        ),
    )
)

VERTELLEN_FORM: Final = Form(
    (
        Field(
            id="goed",
            label=Text(
                nl="Wat gaat er goed? Wat maakt je trots?", en="What goes well? What are you proud of?"
            ),
            max_length=400,
            required=True,
        ),
        Field(
            id="ambitie",
            label=Text(nl="Welke ambitie heb je?", en="What is your ambition?"),
            max_length=400,
            required=True,
        ),
        Field(
            id="lastig",
            label=Text(nl="Wat vind je lastig?", en="What is hard?"),
            max_length=500,
            required=True,
            like="casus",
        ),
        Field(
            id="vraag",
            label=Text(nl="Wat vraag je aan de groep?", en="What do you ask the group?"),
            max_length=200,
            required=True,
        ),
    )
)

NOTEREN_FORM: Final = Form(
    (
        Field(id="vraag1", label=Text(nl="Vraag 1", en="Question 1"), max_length=200, required=True),
        Field(id="vraag2", label=Text(nl="Vraag 2", en="Question 2"), max_length=200),
    )
)

ADVIES_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="stap",
            label=Text(nl="Wat helpt om een stap verder te komen?", en="What is needed for a next step?"),
            max_length=400,
            required=True,
        ),
        Field(id="tip", label=Text(nl="Ervaring of tip", en="Experience or tip"), max_length=400),
        Field(
            id="bron",
            label=Text(nl="Bruikbare bron, site of product", en="Useful source, site or product"),
            max_length=300,
        ),
        Field(id="wie", label=Text(nl="Wie kan hierbij helpen?", en="Who could help?"), max_length=200),
        Field(id="dodont", label=Text(nl="Wel of juist niet doen", en="Do or don’t"), max_length=300),
    )
)

VERVOLGSTAP_FORM: Final = Form(
    (
        Field(
            id="stap", label=Text(nl="Mijn volgende stap", en="My next step"), max_length=250, required=True
        ),
        Field(id="wanneer", label=Text(nl="Wanneer?", en="When?"), max_length=60, required=True),
    )
)

MEETING: Final = (
    Phase(
        id="st.kennis",
        name=Text(nl="1a Kennismaken", en="1a Getting acquainted"),
        kind=Kind.ROUND,
        who=Who.EVERYBODY,
        minutes=Minutes(5, table=((6, 6),)),
        short=Minutes(2),
        rules=(Rule.TURNS,),
        prompt=Text(
            nl="Stel je in één minuut voor: naam, functie, school of regio en hoe groot die is.",
            en="Introduce yourself in one minute: name, role, school or region and its size.",
        ),
    ),
    Phase(
        id="st.pitch",
        name=Text(nl="1b Casus in één minuut", en="1b Case in one minute"),
        kind=Kind.ROUND,
        who=Who.EVERYBODY,
        minutes=Minutes(5, table=((6, 6), (7, 7), (8, 8))),
        short=Minutes(5),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="Eén minuut per persoon: welke casus breng je mee? De anderen luisteren.",
            en="One minute each: which case did you bring? The others listen.",
        ),
        form=PITCH_FORM,
    ),
    Phase(
        id="st.rollen",
        name=Text(nl="1c Gespreksleider en verslag", en="1c Leader and notes"),
        kind=Kind.VOTE,
        who=Who.EVERYBODY,
        minutes=Minutes(5, table=((6, 3),)),
        short=Minutes(3),
        rules=(Rule.LEADER_NOT_I, Rule.CONSENT),
        prompt=Text(
            nl="Wie bewaakt de stappen? Dat kan de inbrenger niet zijn. Wil iemand een kort verslag of een afsprakenlijst maken?",
            en="Who guards the steps? It can’t be the case bringer. Will someone write brief notes or a list of agreements?",
        ),
        ballot=RoleBallot(),
    ),
)

CHOOSING: Final = (
    Phase(
        id="st.keuze",
        name=Text(nl="3 Casus kiezen", en="3 Choosing the case"),
        kind=Kind.VOTE,
        who=Who.EVERYBODY,
        minutes=Minutes(5),
        short=Minutes(5),
        rules=(Rule.SECRET_VOTE, Rule.CONSENT, Rule.LEADER_NOT_I),
        prompt=Text(
            nl="Welke casus spreekt jou het meest aan, of roept bij meer mensen herkenning op? Stem op maximaal twee casussen van anderen.",
            en="Which case appeals most, or do several people recognise? Vote for at most two cases of others.",
        ),
        ballot=CaseBallot(cases="st.pitch"),
    ),
)

ASKING: Final = (
    Phase(
        id="st.vertellen",
        name=Text(nl="4a Vertellen", en="4a Telling"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4, table=((6, 3),)),
        short=Minutes(4),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, vertel wat er goed gaat en waar je trots op bent, wat je ambitie is, wat je lastig vindt en wat je van ons vraagt.",
            en="{inbrenger}: what goes well and what are you proud of? What is your ambition? What is hard and what do you ask us?",
        ),
        form=VERTELLEN_FORM,
    ),
    Phase(
        id="st.noteren",
        name=Text(nl="4b Vragen noteren (stil)", en="4b Noting questions (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2),
        short=Minutes(2),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.NO_ADVICE),
        prompt=Text(
            nl="Schrijf in stilte op wat je nog wilt vragen.",
            en="Take a moment in silence to write down your questions.",
        ),
        form=NOTEREN_FORM,
    ),
    Phase(
        id="st.bevragen",
        name=Text(nl="4c Bevragen", en="4c Questioning"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(6, table=((6, 7),)),
        short=Minutes(6),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Stel verduidelijkende vragen; advies komt straks. {inbrenger} antwoordt kort.",
            en="Ask clarifying questions; advising comes later. {inbrenger} answers briefly.",
        ),
        form=QUESTION,
        after="st.noteren",
    ),
    Phase(
        id="st.kern",
        name=Text(nl="4d Kern van het probleem", en="4d Core of the problem"),
        kind=Kind.OPEN,
        who=Who.PARTICIPANTS,
        minutes=Minutes(3),
        short=Minutes(3),
        rules=(Rule.NO_ADVICE, Rule.TENTATIVE, Rule.I_LISTENS),
        prompt=Text(
            nl="Groep: wat is volgens jullie de kern van het probleem? {inbrenger} luistert.",
            en="Group: what do you think is the core of the problem? {inbrenger} listens.",
        ),
    ),
)

ADVISING: Final = (
    Phase(
        id="st.advies_schrijven",
        name=Text(nl="5a Advies schrijven (stil)", en="5a Writing advice (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(3),
        short=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.AT_LEAST_ONE, Rule.SMALL_CONCRETE),
        prompt=Text(
            nl="Schrijf één advies op: een volgende stap, een ervaring of tip, een bron, iemand die kan helpen, of iets om wel of juist niet te doen. Houd het klein en praktisch.",
            en="Write one piece of advice: next step, experience or tip, resource, who could help, do or don’t. Small and practical.",
        ),
        form=ADVIES_SCHRIJVEN_FORM,
    ),
    Phase(
        id="st.advies_ronde",
        name=Text(nl="5b Adviesronde", en="5b Advice round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(8, table=((6, 10), (7, 11), (8, 12))),
        short=Minutes(8),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.NO_DISCUSSION, Rule.LEADER_LAST),
        prompt=Text(
            nl="Geef om de beurt je advies. {inbrenger} luistert.",
            en="Give your advice in turn. {inbrenger} listens.",
        ),
        after="st.advies_schrijven",
    ),
    Phase(
        id="st.concluderen",
        name=Text(nl="5c Concluderen", en="5c Concluding"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6, table=((6, 4),)),
        short=Minutes(6),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, welke adviezen spreken je aan en waarom?",
            en="{inbrenger}, which advice appeals to you and why?",
        ),
        after="st.advies_schrijven",
    ),
    Phase(
        id="st.vervolgstap",
        name=Text(nl="5d Volgende stap", en="5d Next step"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(3),
        short=Minutes(3),
        rules=(Rule.I_DECIDES, Rule.SMALL_CONCRETE),
        prompt=Text(
            nl="{inbrenger}, wat is je volgende stap, en wanneer zet je die?",
            en="{inbrenger}, what is your next step, and when will you take it?",
        ),
        form=VERVOLGSTAP_FORM,
    ),
)

SHARING: Final = (
    Phase(
        id="st.delen",
        name=Text(nl="6 Delen (optioneel)", en="6 Sharing (optional)"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(10),
        rules=(Rule.TURNS, Rule.I_FORM, Rule.MAY_PASS),
        prompt=Text(
            nl="Herken je dit? Vertel kort over je eigen uitdaging binnen dit thema.",
            en="Do you recognise this? Tell briefly about your own challenge within this theme.",
        ),
    ),
)

ROUNDING_OFF: Final = (
    Phase(
        id="st.evaluatie",
        name=Text(nl="7a Evaluatie", en="7a Evaluation"),
        kind=Kind.EVALUATION,
        who=Who.EVERYBODY,
        minutes=Minutes(7, table=((6, 8), (7, 9), (8, 10))),
        short=Minutes(7),
        rules=(Rule.SILENT, Rule.TURNS),
        prompt=Text(
            nl="Hoe was dit gesprek voor jou? Wat neem je mee naar je school of regio, en wat heb je geleerd?",
            en="How was this conversation for you? What do you take to your school or region, and what did you learn?",
        ),
        form=EVALUATION_FORM,
    ),
    Phase(
        id="st.afspraken",
        name=Text(nl="7b Afspraken voor de volgende keer", en="7b Agreements next time"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(3, table=((6, 2),)),
        short=Minutes(3),
        rules=(Rule.TIMEBOX,),
        prompt=Text(
            nl="Wat spreken we af voor de volgende bijeenkomst?", en="What do we agree for the next meeting?"
        ),
        form=AGREEMENTS_FORM,
    ),
)

METHOD: Final = Method(
    id="sto",
    name=Text(nl="STO-draaiboek (startersmethode)", en="STO starter script"),
    goal=Text(
        nl="Een eerste keer intervisie in vaste stappen: kiezen, vragen, adviseren, concluderen, afronden.",
        en="A first intervision in fixed steps: choose, ask, advise, conclude and round off together.",
    ),
    fits=Text(
        nl="Mensen die dit voor het eerst doen, of elkaar nog niet kennen. Niet als je vooral stil wilt staan bij jezelf.",
        en="People who do this for the first time, or don’t know each other yet. Not if you mainly want to reflect on yourself.",
    ),
    phases=(*MEETING, *CHOOSING, *ASKING, *ADVISING, *SHARING, *ROUNDING_OFF),
    case="st.pitch",
    frame="STO",
    skips=("fr.checkin", "fr.pitch", "fr.keuze", "fr.evaluatie", "fr.afspraken", "fr.terugblik"),
    suits=(Suit(Wish.SOLUTION, settled_group=True),),
    sources=("Handreiking intervisie (Sterk Techniekonderwijs)",),
)
