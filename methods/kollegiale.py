"""Kollegiale Beratung after Tietze: six fixed phases, a key question, and a module that the case bringer picks.

Nobody prepares anything: the roles are cast on the spot.

Sources: kollegiale-beratung.de (Dr. K.-O. Tietze; phases and modules) and peer-supervision.com. expydoc.com,
“Kollegiale Beratung”. oer.fh-joanneum.at (online use). wengelski-strock.de (minutes per phase).
"""

from typing import Final

from methods.engine.model import (
    CaseBallot,
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

TOPIC: Final = Form(
    (
        Field(
            id="onderwerp",
            label=Text(nl="Mijn onderwerp in één zin", en="My topic in one sentence"),
            max_length=120,
            required=True,
        ),
    )
)

MODULES: Final = OptionBallot(
    (
        Option(
            "ideeen",
            Text(nl="Ideeën verzamelen", en="Brainstorm"),
            said=Text(
                nl="Noem om de beurt een idee. Alles mag; we wegen nog niet.",
                en="Name an idea in turn. Anything goes; we do not weigh yet.",
            ),
        ),
        Option(
            "omgekeerd",
            Text(nl="Omgekeerd denken", en="Reverse brainstorm"),
            said=Text(
                nl="Bedenk om de beurt hoe je het nog erger maakt. Daarna mag {inbrenger} elk idee omkeren.",
                en="In turn, think of what would make it worse. Then {inbrenger} may turn each idea around.",
            ),
        ),
        Option(
            "sleutelvraag_vinden",
            Text(nl="Sleutelvraag vinden", en="Find the key question"),
            said=Text(
                nl="Noem om de beurt een vraag die hieronder kan liggen. Daarna kiest {inbrenger} een sleutelvraag.",
                en="In turn, name a question that may lie underneath. Then {inbrenger} chooses a key question.",
            ),
            back="kb.sleutelvraag",
        ),
        Option(
            "zeggen",
            Text(nl="Letterlijk zeggen", en="Actstorming"),
            said=Text(
                nl="Zeg om de beurt letterlijk een zin die {inbrenger} kan gebruiken.",
                en="In turn, say literally a sentence that {inbrenger} could use.",
            ),
        ),
        Option(
            "resonantie",
            Text(nl="Resonantieronde", en="Resonance round"),
            said=Text(
                nl="Vertel om de beurt wat het verhaal bij jou opriep. Je hoeft niets op te lossen.",
                en="In turn, tell what the story evoked in you. You need not solve anything.",
            ),
        ),
        Option(
            "raad",
            Text(nl="Goede raad", en="Good advice"),
            said=Text(
                nl="Geef om de beurt een goede raad: ‘Ik geef je de raad om…’.",
                en="Give a piece of good advice in turn: ‘My advice is to…’.",
            ),
        ),
        Option(
            "hypothesen",
            Text(nl="Hypothesen", en="Hypotheses"),
            said=Text(
                nl="Begin om de beurt met: ‘Een hypothese zou kunnen zijn…’.",
                en="Begin in turn with: ‘A hypothesis could be…’.",
            ),
        ),
    ),
    told=True,
)

SLEUTELVRAAG_FORM: Final = Form(
    (
        Field(
            id="sleutelvraag",
            label=Text(nl="Mijn sleutelvraag", en="My key question"),
            max_length=200,
            required=True,
        ),
    )
)

BERAAD_FORM: Final = Form(
    (Field(id="idee", label=Text(nl="Mijn bijdrage", en="My contribution"), max_length=400, required=True),)
)

AFRONDING_FORM: Final = Form(
    (
        Field(
            id="waardevol",
            label=Text(nl="Waardevol voor mij", en="Valuable to me"),
            max_length=500,
            required=True,
        ),
    )
)

CASTING: Final = (
    Phase(
        id="kb.casting",
        name=Text(nl="1 Rollen kiezen", en="1 Casting"),
        kind=Kind.VOTE,
        who=Who.EVERYBODY,
        minutes=Minutes(2, 0.75, "n"),
        short=Minutes(3),
        rules=(Rule.SECRET_VOTE, Rule.CONSENT, Rule.LEADER_NOT_I),
        prompt=Text(
            nl="Wie brengt iets in, wie modereert en wie schrijft mee? Noem je onderwerp in één zin; daarna kiezen we.",
            en="Who brings a case, who moderates, who takes notes? Name your topic in one sentence, then we choose.",
        ),
        form=TOPIC,
        ballot=CaseBallot(cases="kb.casting", title="onderwerp"),
    ),
)

TELLING: Final = (
    Phase(
        id="kb.vertellen",
        name=Text(nl="2 Spontaan vertellen", en="2 Spontaneous account"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(10),
        short=Minutes(7),
        rules=(Rule.ANONYMOUS, Rule.I_FORM, Rule.NO_ADVICE),
        prompt=Text(
            nl="{inbrenger}, vertel het zoals het in je opkomt. De anderen luisteren; aan het eind is er ruimte voor twee of drie verhelderende vragen.",
            en="{inbrenger}, tell it as it comes. The others listen; at the end there are two or three comprehension questions.",
        ),
    ),
    Phase(
        id="kb.sleutelvraag",
        name=Text(nl="3 Sleutelvraag", en="3 Key question"),
        kind=Kind.WRITE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat is de sleutelvraag waarvoor je ideeën zoekt?",
            en="{inbrenger}, what is the key question you want ideas on?",
        ),
        form=SLEUTELVRAAG_FORM,
    ),
)

CONSULTING: Final = (
    Phase(
        id="kb.methode",
        name=Text(nl="4 Werkvorm kiezen", en="4 Choosing a module"),
        kind=Kind.VOTE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, welke werkvorm helpt je nu het meest? Kies uit de lijst.",
            en="{inbrenger}, which module helps you most now? Choose from the list.",
        ),
        ballot=MODULES,
    ),
    Phase(
        id="kb.beraad",
        name=Text(nl="5 Beraad", en="5 Consultation"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(6, 1, "t"),
        short=Minutes(10),
        rules=(Rule.I_LISTENS, Rule.TURNS, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Groep: geef om de beurt één bijdrage in de gekozen werkvorm. {inbrenger} luistert, {notulist} schrijft mee.",
            en="Group: contribute in the chosen style, one idea at a time. {inbrenger} listens, {notulist} takes notes.",
        ),
        form=BERAAD_FORM,
    ),
)

CONCLUDING: Final = (
    Phase(
        id="kb.afronding",
        name=Text(nl="6 Afronding", en="6 Conclusion"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, welke ideeën zijn waardevol voor je? Rond af zoals jij wilt.",
            en="{inbrenger}, which ideas are valuable to you? Close in your own way.",
        ),
        form=AFRONDING_FORM,
        after="kb.beraad",
    ),
    Phase(
        id="kb.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(0, 0.75, "n"),
        rules=(Rule.TURNS, Rule.MAY_PASS),
        prompt=Text(nl="Wat neem jij mee? Eén zin.", en="What do you take along? One sentence."),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="kollegiale",
    name=Text(nl="Collegiale consultatie (Tietze)", en="Kollegiale Beratung (Tietze)"),
    goal=Text(
        nl="Van een spontaan verhaal naar een sleutelvraag en ideeën, in een werkvorm die jij kiest.",
        en="From a spontaneous account to a key question and ideas, in a form that you choose.",
    ),
    fits=Text(
        nl="Groepen die afwisseling willen, ook in meer talen. Er hoeft niets voorbereid te zijn.",
        en="Groups that like variation, also in mixed languages. Nothing needs to be prepared.",
    ),
    phases=(*CASTING, *TELLING, *CONSULTING, *CONCLUDING),
    case="kb.casting",
    title="onderwerp",
    frame="ALG",
    skips=("fr.pitch", "fr.keuze"),
    suits=(Suit(Wish.SOLUTION, settled_group=True), Suit(Wish.STUCK, settled_group=True, option="omgekeerd")),
    sources=(
        "kollegiale-beratung.de (Dr. K.-O. Tietze); peer-supervision.com",
        "expydoc.com, ‘Kollegiale Beratung’",
        "oer.fh-joanneum.at",
        "wengelski-strock.de",
    ),
)
