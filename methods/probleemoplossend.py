"""Problem-solving rounds: a question, a clear question, everybody's advice, and what of it suits you.

Two cases in one meeting, each in a shorter round. Who leads the first round may bring in the second case;
then somebody else leads, and the minutes between the rounds are for that.

Sources: the VIS-à-VIS intervision series, meeting 3. “Methodieken voor intervisie” (docplayer.nl/13730839),
also for the extra loop when somebody is not helped yet. “De vijfstappenmethode” (lessonup.com).
"""

from typing import Final

from methods.engine.model import (
    Field,
    Form,
    Kind,
    Method,
    Minutes,
    OnlyIf,
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

STORY: Final = Form(
    (
        Field(id="vraag", label=Text(nl="Mijn vraag", en="My question"), max_length=200, required=True),
        Field(
            id="context",
            label=Text(nl="Wat moeten de anderen weten?", en="What do the others need to know?"),
            max_length=600,
            required=True,
            like="situatie",
        ),
        Field(
            id="geprobeerd",
            label=Text(nl="Wat heb ik al geprobeerd?", en="What have I tried?"),
            max_length=300,
        ),
    )
)

CLEAR_QUESTION: Final = Form(
    (Field(id="vraag", label=Text(nl="Hoe kan ik…", en="How can I…"), max_length=200, required=True),)
)

ADVICE: Final = Form(
    (
        Field(
            id="advies",
            label=Text(nl="Mijn advies of suggestie", en="My advice or suggestion"),
            max_length=500,
            required=True,
        ),
        Field(
            id="waarom", label=Text(nl="Waarom zou dit werken?", en="Why might this work?"), max_length=300
        ),
    )
)

REACTION: Final = Form(
    (
        Field(
            id="aanspreekt",
            label=Text(nl="Dit spreekt me aan, want…", en="This appeals to me, because…"),
            max_length=500,
            required=True,
        ),
        Field(
            id="niet",
            label=Text(nl="Dit past niet bij me, want…", en="This doesn’t fit, because…"),
            max_length=300,
        ),
        Field(
            id="eerste_stap",
            label=Text(nl="Eerste stap en wanneer", en="First step and when"),
            max_length=200,
            required=True,
        ),
    )
)

SECOND_TRY: Final = Form(
    (
        Field(
            id="vraag",
            label=Text(nl="Mijn nieuwe vraag", en="My new question"),
            max_length=200,
            required=True,
        ),
        Field(id="advies", label=Text(nl="Mijn nieuwe advies", en="My new advice"), max_length=300),
    )
)

ASKING: Final = (
    Phase(
        id="po.uitleg",
        name=Text(nl="Uitleg", en="Briefing"),
        kind=Kind.BRIEFING,
        who=Who.EVERYBODY,
        minutes=Minutes(1),
        short=Minutes(1),
        prompt=Text(
            nl="Een korte ronde met vaste stappen: vragen, advies, reactie. We trekken {minuten} minuten uit "
            "voor deze casus.",
            en="A short round with fixed steps: questions, advice, reaction. We take {minuten} minutes for "
            "this case.",
        ),
    ),
    Phase(
        id="po.inbreng",
        name=Text(nl="Vraag inbrengen", en="Presenting the question"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(3),
        short=Minutes(5),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, wat is je vraag en wat moeten wij daarvoor weten? Beperk je tot de hoofdlijn.",
            en="{inbrenger}, what is your question and what do we need to know for it? Stick to the main "
            "line.",
        ),
        form=STORY,
    ),
    Phase(
        id="po.vragen",
        name=Text(nl="Vragen stellen", en="Asking questions"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1, 1.25, "t"),
        short=Minutes(2, 2, "t"),
        rules=(Rule.TURNS, Rule.AT_LEAST_ONE, Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Stel om de beurt één vraag, alleen om de vraag van {inbrenger} helder te krijgen. Tips komen "
            "straks.",
            en="One question each, only to get {inbrenger}’s question clear. Tips come later.",
        ),
        form=QUESTION,
        lowest_per_person=1,
    ),
    Phase(
        id="po.vraag_scherp",
        name=Text(nl="Vraag aanscherpen", en="Question sharpened"),
        kind=Kind.WRITE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(2),
        short=Minutes(3),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat is nu precies je vraag? Eén zin, liefst beginnend met ‘Hoe kan ik…’.",
            en="{inbrenger}, what exactly is your question now? One sentence, preferably starting with ‘How "
            "can I…’.",
        ),
        form=CLEAR_QUESTION,
    ),
)

ADVISING: Final = (
    Phase(
        id="po.advies_schrijven",
        name=Text(nl="Advies schrijven (stil)", en="Writing advice (silent)"),
        kind=Kind.WRITE,
        who=Who.PARTICIPANTS,
        minutes=Minutes(3),
        short=Minutes(4),
        rules=(Rule.SILENT, Rule.HIDDEN, Rule.AT_LEAST_ONE, Rule.SMALL_CONCRETE),
        prompt=Text(
            nl="Schrijf in stilte één advies op dat {inbrenger} morgen kan uitproberen: klein, concreet en "
            "als het kan uit eigen ervaring.",
            en="In silence, write one piece of advice {inbrenger} could try tomorrow. Small, concrete, from "
            "own experience if possible.",
        ),
        form=ADVICE,
    ),
    Phase(
        id="po.advies_ronde",
        name=Text(nl="Adviesronde", en="Advice round"),
        kind=Kind.ROUND,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0, 1.5, "t"),
        short=Minutes(0, 2.5, "t"),
        rules=(Rule.TURNS, Rule.I_LISTENS, Rule.NO_DISCUSSION, Rule.LEADER_LAST),
        prompt=Text(
            nl="Geef om de beurt je advies. {inbrenger} luistert en reageert nog niet.",
            en="Give your advice in turn. {inbrenger} listens and does not respond yet.",
        ),
        after="po.advies_schrijven",
        lowest_per_person=1,
    ),
    Phase(
        id="po.reactie",
        name=Text(nl="Reactie inbrenger", en="Case bringer’s reaction"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(4),
        short=Minutes(6),
        rules=(Rule.I_DECIDES, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="{inbrenger}, wat spreekt je aan en wat niet? Zeg ook waarom. Je hoeft niets te verdedigen.",
            en="{inbrenger}, what appeals to you and what doesn’t? Say why. You need not defend anything.",
        ),
        form=REACTION,
        after="po.advies_schrijven",
    ),
)

WEIGHING: Final = (
    Phase(
        id="po.geholpen",
        name=Text(nl="Geholpen?", en="Helped?"),
        kind=Kind.VOTE,
        who=Who.CASE_BRINGER,
        minutes=Minutes(1),
        short=Minutes(1),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="Ben je hiermee geholpen? Kies: ja – deels – nog niet.",
            en="Is this enough for now? Choose: yes – partly – not yet.",
        ),
        ballot=OptionBallot(
            (
                Option("ja", Text(nl="Ja", en="Yes")),
                Option("deels", Text(nl="Deels", en="Partly")),
                Option("nog_niet", Text(nl="Nog niet", en="Not yet")),
            )
        ),
    ),
    Phase(
        id="po.lus",
        name=Text(nl="Extra ronde (alleen bij ‘nog niet’)", en="Extra loop (only if ‘not yet’)"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(0),
        short=Minutes(10),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="{inbrenger}, wat mis je nog? Daarna stelt iedereen één nieuwe vraag en geeft één nieuw "
            "advies.",
            en="{inbrenger}, what is still missing? Then everybody asks one new question and gives one new "
            "piece of advice.",
        ),
        form=SECOND_TRY,
        only_if=OnlyIf(phase="po.geholpen", option="nog_niet", minutes=10, spare=6),
    ),
    Phase(
        id="po.oogst",
        name=Text(nl="Oogst", en="Harvest"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(0, 0.5, "n"),
        short=Minutes(1, 1, "n"),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(nl="Wat neem jij hiervan mee? Eén zin.", en="What do you take from this? One sentence."),
        lowest_per_person=0.4,
    ),
)

METHOD: Final = Method(
    id="probleemoplossend",
    name=Text(nl="Probleemoplossende methode", en="Problem-solving rounds"),
    goal=Text(
        nl="Ervaring uitwisselen: eerst je vraag helder, dan van ieder een advies, en jij kiest wat past.",
        en="Exchange experience: first a clear question, then advice from all, and you choose what suits "
        "you.",
    ),
    fits=Text(
        nl="Praktische vragen en hoe-vragen, nieuwe groepen, weinig tijd. Niet voor een gevoelige kwestie "
        "tussen mensen.",
        en="Practical and how-to questions, new groups, little time. Not for a sensitive matter between "
        "people.",
    ),
    phases=(*ASKING, *ADVISING, *WEIGHING),
    case="fr.pitch",
    rounds=2,
    switch=2,
    command="probleemoplossend",
    suits=(Suit(Wish.SOLUTION, new_group=True),),
    sources=(
        "VIS-à-VIS intervision series, meeting 3",
        "‘Methodieken voor intervisie’ (docplayer.nl/13730839)",
        "‘De vijfstappenmethode’ (lessonup.com/en/lesson/dncGB5TdsSNqQXH7C)",
    ),
)
