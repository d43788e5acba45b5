"""Socratic dialogue: one question about our work, examined through one moment that somebody lived through.

Nobody is advised or helped; everybody comes to an own statement with a reason.

Sources: filosofischegesprekken.nl, “Stappen in het socratisch gesprek”. boltentraining.nl (Bolten & Van
Rossem: the leader gives no content). wepe.be, “Socratisch beraad”. M. Hoek, “Socratische Intervisie Methode”.
"""

from typing import Final

from methods.engine.model import CaseBallot, Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

VRAAG_FORM: Final = Form(
    (
        Field(
            id="vraag",
            label=Text(nl="Mijn uitgangsvraag", en="My starting question"),
            max_length=160,
            required=True,
        ),
    )
)

VOORBEELDEN_FORM: Final = Form(
    (
        Field(
            id="titel",
            label=Text(nl="Titel van mijn voorbeeld", en="Title of my example"),
            max_length=80,
            required=True,
        ),
        Field(id="moment", label=Text(nl="Het moment", en="The moment"), max_length=400),
    )
)

KERN_FORM: Final = Form(
    (
        Field(
            id="kern",
            label=Text(nl="Op dat moment …, want …", en="At that moment …, because …"),
            max_length=300,
            required=True,
        ),
    )
)

VERPLAATSEN_FORM: Final = Form(
    (
        Field(
            id="kern",
            label=Text(nl="Ik zou …, want …", en="I would …, because …"),
            max_length=300,
            required=True,
        ),
    )
)

ASKING: Final = (
    Phase(
        id="so.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.NO_SOLUTIONS,),
        prompt=Text(
            nl="We onderzoeken een vraag aan de hand van één echt voorbeeld. Niemand hoeft geholpen te worden.",
            en="We explore a question through one real example. Nobody needs to be helped.",
        ),
    ),
    Phase(
        id="so.vraag",
        name=Text(nl="Uitgangsvraag", en="Starting question"),
        kind=Kind.VOTE,
        who=Who.EVERYBODY,
        minutes=Minutes(6),
        rules=(Rule.SECRET_VOTE,),
        prompt=Text(
            nl="Welke vraag over ons werk is het onderzoeken waard? Stel er één voor; we kiezen samen.",
            en="Which question about our work is worth exploring? Propose one; we choose together.",
        ),
        form=VRAAG_FORM,
        ballot=CaseBallot(cases="so.vraag", title="vraag", votes=1, seats=False),
    ),
)

CHOOSING: Final = (
    Phase(
        id="so.voorbeelden",
        name=Text(nl="Voorbeelden (stil)", en="Examples (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(3),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.ANONYMOUS),
        prompt=Text(
            nl="Wanneer heb jij dit zelf meegemaakt? Kies één concreet moment.",
            en="When did you live through this yourself? One concrete moment.",
        ),
        form=VOORBEELDEN_FORM,
    ),
    Phase(
        id="so.keuze",
        name=Text(nl="Voorbeeld kiezen", en="Choosing the example"),
        kind=Kind.VOTE,
        who=Who.EVERYBODY,
        minutes=Minutes(3),
        rules=(Rule.SECRET_VOTE, Rule.CONSENT, Rule.LEADER_NOT_I),
        prompt=Text(
            nl="Welk voorbeeld helpt ons het best om de vraag te onderzoeken?",
            en="Which example helps most to explore the question?",
        ),
        ballot=CaseBallot(cases="so.voorbeelden"),
    ),
)

TELLING: Final = (
    Phase(
        id="so.verhaal",
        name=Text(nl="Voorbeeld vertellen", en="Telling the example"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.I_FORM, Rule.ANONYMOUS),
        prompt=Text(
            nl="{inbrenger}, vertel stap voor stap wat er op dat moment gebeurde.",
            en="{inbrenger}, tell the moment step by step.",
        ),
    ),
    Phase(
        id="so.verhelderen",
        name=Text(nl="Verhelderen", en="Clarifying"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2, 1.5, "t"),
        short=Minutes(2, 2, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.NO_JUDGING),
        prompt=Text(
            nl="Vraag door tot je het moment voor je ziet. Geen mening, geen tips.",
            en="Ask until you can see the moment. No opinion, no tips.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
    Phase(
        id="so.kern",
        name=Text(nl="Kernbewering", en="Core statement"),
        kind=Kind.WRITE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(4),
        rules=(Rule.I_FORM,),
        prompt=Text(
            nl="{inbrenger}, maak af: ‘Op dat moment deed/dacht/voelde ik…, want…’.",
            en="{inbrenger}, complete: ‘At that moment I did/thought/felt…, because…’.",
        ),
        form=KERN_FORM,
    ),
)

COMPARING: Final = (
    Phase(
        id="so.verplaatsen",
        name=Text(nl="Verplaatsen (stil)", en="Putting yourself there (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.I_FORM),
        prompt=Text(
            nl="Stel dat jij daar stond: wat zou jij doen, denken of voelen, en waarom?",
            en="Suppose you stood there: what would you do, think or feel, and why?",
        ),
        form=VERPLAATSEN_FORM,
    ),
    Phase(
        id="so.ieders_kern",
        name=Text(nl="Ieders kernbewering", en="Everybody’s core statement"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.LEADER_LAST),
        prompt=Text(
            nl="Lees om de beurt je bewering en je ‘want’ voor.",
            en="Read out your statement and your ‘because’ in turn.",
        ),
        after="so.verplaatsen",
        lowest_per_person=1,
    ),
)

THINKING_THROUGH: Final = (
    Phase(
        id="so.onderzoek",
        name=Text(nl="Onderzoek", en="Inquiry"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(6, 1, "n"),
        rules=(Rule.NO_JUDGING, Rule.NO_SOLUTIONS),
        prompt=Text(
            nl="Onderzoek de verschillen: wat moet waar zijn om dit te vinden? Vat eerst samen, vraag dan.",
            en="Explore the differences: what must be true to hold this view? Summarise first, then ask.",
        ),
    ),
    Phase(
        id="so.waarden",
        name=Text(nl="Waarden", en="Values"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(7),
        rules=(Rule.NO_SOLUTIONS,),
        prompt=Text(
            nl="Welke waarden liggen hieraan ten grondslag? Waar botsen ze?",
            en="Which values lie underneath? Where do they clash?",
        ),
    ),
    Phase(
        id="so.antwoord",
        name=Text(nl="Eigen antwoord", en="Own answer"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(2, 0.75, "n"),
        short=Minutes(0, 1, "n"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Wat is nu jouw antwoord op de vraag? Eén zin met ‘want’.",
            en="What is your answer to the question now? One sentence with ‘because’.",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="socratisch",
    name=Text(nl="Socratisch gesprek", en="Socratic dialogue"),
    goal=Text(
        nl="Eén vraag over ons werk onderzoeken aan de hand van één echt moment. Niemand krijgt advies.",
        en="Explore one question about our work through one real moment. Nobody needs to be helped.",
    ),
    fits=Text(
        nl="Waarden en dilemma’s: wanneer doe je een leerling recht? Niet voor een dringende hoe-vraag.",
        en="Values and dilemmas: when do you do right by a pupil? Not for an urgent how-to question.",
    ),
    phases=(*ASKING, *CHOOSING, *TELLING, *COMPARING, *THINKING_THROUGH),
    case="so.voorbeelden",
    frame="ALG",
    skips=("fr.pitch", "fr.keuze"),
    suits=(Suit(Wish.VALUES, settled_group=True),),
    sources=(
        "filosofischegesprekken.nl, ‘Stappen in het socratisch gesprek’",
        "boltentraining.nl (Bolten & Van Rossem)",
        "wepe.be, ‘Socratisch beraad’",
        "M. Hoek, ‘Socratische Intervisie Methode’",
    ),
)
