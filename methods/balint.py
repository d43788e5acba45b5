"""The Balint method: what a story evokes, and how it may be for those in it, before anybody has an idea.

The Dutch version in steps, with ideas at the end; its short column is the classic form, without advice.

Sources: movisie.nl, “De Balint-methode voor intervisie” (11 steps). hrdacademy.be,
“Oplossingsgerichte intervisie methoden”. bpopleidingen.nl; guidetocoach.com/methode-1; wikiwijs
arrangement 153675; brittleert.nl. Online: balintrt.com.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

ASSOCIATIE_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="associatie",
            label=Text(nl="Dit riep het bij mij op", en="This is what it evoked in me"),
            max_length=250,
            required=True,
        ),
    )
)

OORDEEL_SCHRIJVEN_FORM: Final = Form(
    (
        Field(
            id="idee",
            label=Text(nl="Mijn idee of advies", en="My idea or advice"),
            max_length=400,
            required=True,
        ),
    )
)

BESLUIT_FORM: Final = Form(
    (
        Field(id="inzicht", label=Text(nl="Dit zie ik nu", en="This is what I see now"), max_length=400),
        Field(id="stap", label=Text(nl="Mijn stap", en="My step"), max_length=250),
    )
)

LISTENING: Final = (
    Phase(
        id="ba.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.NO_JUDGING,),
        prompt=Text(
            nl="We onderzoeken de relatie tussen {inbrenger} en de ander. Indrukken en gevoelens tellen hier als informatie.",
            en="We explore the relationship between {inbrenger} and the other. Impressions and feelings are information here.",
        ),
    ),
    Phase(
        id="ba.inbreng",
        name=Text(nl="Verhaal", en="Story"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(7),
        short=Minutes(5),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, vertel over jezelf en die ander. Wat gebeurt er tussen jullie en wat doet het met je?",
            en="{inbrenger}, tell us about you and that other person. What happens between you and what does it do to you?",
        ),
    ),
    Phase(
        id="ba.associatie_schrijven",
        name=Text(nl="Associaties (stil)", en="Associations (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(3),
        short=Minutes(2),
        rules=(Rule.SILENT, Rule.HIDDEN),
        prompt=Text(
            nl="Wat riep dit verhaal bij jou op? Een beeld, een gevoel, een woord.",
            en="What did this story evoke in you? An image, a feeling, a word.",
        ),
        form=ASSOCIATIE_SCHRIJVEN_FORM,
    ),
    Phase(
        id="ba.associatie_ronde",
        name=Text(nl="Associatieronde", en="Association round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1, "t"),
        short=Minutes(0, 1, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.I_FORM, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Deel om de beurt wat het bij jóú opriep. Niet uitleggen, niet duiden.",
            en="Share in turn what it evoked in you. No explaining, no interpreting.",
        ),
        after="ba.associatie_schrijven",
    ),
)

EMPATHISING: Final = (
    Phase(
        id="ba.beeld",
        name=Text(nl="Beeldvorming", en="Forming a picture"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2, 2, "t"),
        short=Minutes(1, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Vraag wat je nog moet weten om je te kunnen inleven. {inbrenger} antwoordt kort.",
            en="Ask what you still need in order to empathise. {inbrenger} answers briefly.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
    Phase(
        id="ba.inleven",
        name=Text(nl="Inleven", en="Empathising"),
        kind=Kind.OPEN,
        who=Who.PARTICIPANTS,
        minutes=Minutes(5, 1.5, "t"),
        short=Minutes(18),
        rules=(Rule.I_LISTENS, Rule.TENTATIVE, Rule.NO_JUDGING, Rule.NO_SOLUTIONS),
        prompt=Text(
            nl="Verplaats je in {inbrenger} én in de ander. Hoe zou het voor hen zijn? {inbrenger} luistert.",
            en="Put yourself in {inbrenger}’s place and in the other’s. What might it be like there? {inbrenger} listens.",
        ),
    ),
    Phase(
        id="ba.factoren",
        name=Text(nl="Helpend en hinderend", en="Helping and hindering"),
        kind=Kind.OPEN,
        who=Who.EVERYBODY,
        minutes=Minutes(6),
        rules=(Rule.TENTATIVE,),
        prompt=Text(
            nl="Wat helpt en wat hindert deze relatie?", en="What helps and what hinders this relationship?"
        ),
    ),
)

THINKING_ALONG: Final = (
    Phase(
        id="ba.oordeel_schrijven",
        name=Text(nl="Eigen idee (stil)", en="Own idea (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(4),
        rules=(Rule.SILENT, Rule.HIDDEN),
        prompt=Text(
            nl="Schrijf in stilte jouw idee of advies op.", en="In silence, write your idea or advice."
        ),
        form=OORDEEL_SCHRIJVEN_FORM,
    ),
    Phase(
        id="ba.oordeel_ronde",
        name=Text(nl="Ideeënronde", en="Idea round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.NO_DISCUSSION, Rule.LEADER_LAST),
        prompt=Text(
            nl="Deel om de beurt je idee. {inbrenger} reageert nog niet.",
            en="Share your idea in turn. {inbrenger} does not respond yet.",
        ),
        after="ba.oordeel_schrijven",
        lowest_per_person=1,
    ),
)

LOOKING_BACK: Final = (
    Phase(
        id="ba.besluit",
        name=Text(nl="Terug bij de inbrenger", en="Back to the case bringer"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6),
        short=Minutes(5),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat heeft dit in beweging gebracht? Wat ga je doen of anders zien?",
            en="{inbrenger}, what has this set in motion? What will you do or see differently?",
        ),
        form=BESLUIT_FORM,
        after="ba.oordeel_schrijven",
    ),
    Phase(
        id="ba.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(1, 1, "n"),
        short=Minutes(0, 1, "n"),
        rules=(Rule.TURNS, Rule.MAY_PASS),
        prompt=Text(nl="Wat herken jij in je eigen werk?", en="What do you recognise in your own work?"),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="balint",
    name=Text(nl="Balintmethode", en="Balint method"),
    goal=Text(
        nl="Je inleven in de inbrenger én in de ander: wat roept het verhaal op, en hoe zou het voor hen zijn?",
        en="Empathise with the case bringer and the other: what does the story evoke, how might it be for them?",
    ),
    fits=Text(
        nl="De relatie met een leerling, ouder of collega die blijft wringen. Gesproken, met een ervaren gespreksleider.",
        en="A relation with a pupil, parent or colleague that keeps chafing. Spoken, with an experienced leader.",
    ),
    phases=(*LISTENING, *EMPATHISING, *THINKING_ALONG, *LOOKING_BACK),
    case="fr.pitch",
    frame="ALG",
    spoken_only=True,
    settled_group=True,
    suits=(Suit(Wish.REFLECTION, settled_group=True),),
    sources=(
        "movisie.nl, ‘De Balint-methode voor intervisie’",
        "hrdacademy.be, ‘Oplossingsgerichte intervisie methoden’",
        "bpopleidingen.nl; guidetocoach.com/methode-1; wikiwijs arrangement 153675; brittleert.nl",
        "balintrt.com",
    ),
)
