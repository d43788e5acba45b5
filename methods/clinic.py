"""Clinic: do not talk about a difficult conversation, try it.

The case bringer shows it, becomes the other person while the group tries it in its own ways, and then rehearses.

Sources: bpopleidingen.nl, “Intervisie Clinic Methode” (six steps, about 50 minutes). lancelots.nl,
“Intervisie voor gevorderden”.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

INBRENG_FORM: Final = Form(
    (
        Field(
            id="gesprek",
            label=Text(nl="Welk gesprek?", en="Which conversation?"),
            max_length=400,
            required=True,
            like="situatie",
        ),
        Field(
            id="vraag",
            label=Text(nl="Wat wil ik oefenen?", en="What do I want to rehearse?"),
            max_length=200,
            required=True,
        ),
    )
)

WAARDEREN_FORM: Final = Form(
    (Field(id="werkt", label=Text(nl="Dit werkte, want…", en="This worked, because…"), max_length=300),)
)

SETTING_OUT: Final = (
    Phase(
        id="cl.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.CONSENT,),
        prompt=Text(
            nl="We proberen dingen uit. Het hoeft niet goed te gaan en meedoen is vrijwillig.",
            en="We try things out. Nothing has to go well; taking part is voluntary.",
        ),
    ),
    Phase(
        id="cl.inbreng",
        name=Text(nl="Situatie en vraag", en="Situation and question"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(3),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, welk gesprek wil je oefenen en wat vind je er lastig aan?",
            en="{inbrenger}, which conversation do you want to rehearse and what is hard about it?",
        ),
        form=INBRENG_FORM,
    ),
    Phase(
        id="cl.vragen",
        name=Text(nl="Verhelderen", en="Clarifying"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1, "t"),
        short=Minutes(0, 1, "t"),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Wat moet je weten om de ander te kunnen spelen?",
            en="What do you need to know to play the other?",
        ),
        form=QUESTION,
    ),
)

PLAYING: Final = (
    Phase(
        id="cl.demonstratie",
        name=Text(nl="Demonstratie", en="Demonstration"),
        kind=Kind.OPEN,
        who=Who.CASE_BRINGER,
        minutes=Minutes(6),
        short=Minutes(4),
        rules=(Rule.NO_JUDGING,),
        prompt=Text(
            nl="{inbrenger}, laat zien hoe het gaat of ging. De groep kijkt en luistert.",
            en="{inbrenger}, show how it goes or went. The group watches and listens.",
        ),
    ),
    Phase(
        id="cl.alternatieven",
        name=Text(nl="Alternatieven proberen", en="Trying alternatives"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(2, 2.5, "t"),
        short=Minutes(0, 2, "t"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Speel om de beurt {inbrenger} op jouw manier. {inbrenger} is nu de ander.",
            en="In turn, play {inbrenger} your way. {inbrenger} is now the other person.",
        ),
        lowest_per_person=1,
    ),
)

REHEARSING: Final = (
    Phase(
        id="cl.waarderen",
        name=Text(nl="Waarderen", en="Valuing"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat deed het met je als ‘de ander’? Wat werkte?",
            en="{inbrenger}, what did it do to you as ‘the other’? What worked?",
        ),
        form=WAARDEREN_FORM,
    ),
    Phase(
        id="cl.uitproberen",
        name=Text(nl="Zelf uitproberen", en="Trying it yourself"),
        kind=Kind.OPEN,
        who=Who.CASE_BRINGER,
        minutes=Minutes(7),
        short=Minutes(5),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, probeer nu zelf de aanpak die bij je past.",
            en="{inbrenger}, now try the approach that suits you.",
        ),
    ),
    Phase(
        id="cl.nabespreken",
        name=Text(nl="Nabespreken", en="Debrief"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(2, 1, "n"),
        short=Minutes(0, 1, "n"),
        rules=(Rule.TURNS, Rule.MAY_PASS),
        prompt=Text(
            nl="Stap uit je rol. Wat viel op en wat neem je mee?",
            en="Step out of your role. What stood out and what do you take along?",
        ),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="clinic",
    name=Text(nl="Clinic", en="Clinic (rehearsal)"),
    goal=Text(
        nl="Een lastig gesprek niet bespreken maar oefenen: laten zien, anders proberen, zelf nog eens doen.",
        en="Rehearse a difficult conversation instead of discussing it: show it, try it another way, do it.",
    ),
    fits=Text(
        nl="Een lastig gesprek dat eraan komt. Gesproken, en in een groep die elkaar kent; meespelen is vrijwillig.",
        en="A difficult conversation that is coming up. Spoken, in a group that knows each other; playing is voluntary.",
    ),
    phases=(*SETTING_OUT, *PLAYING, *REHEARSING),
    case="fr.pitch",
    frame="ALG",
    spoken_only=True,
    settled_group=True,
    suits=(Suit(Wish.REFLECTION, settled_group=True),),
    sources=("bpopleidingen.nl, ‘Intervisie Clinic Methode’", "lancelots.nl, ‘Intervisie voor gevorderden’"),
)
