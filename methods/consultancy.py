"""The consultancy protocol: one dilemma, two sorts of questions, and a group that thinks aloud without its owner.

Sources: docsbay.net, “Consultancy Protocol” and parentinginpdx.blogspot.com (Thompson-Grove, Evans, Dunne;
NSRF; about 50 minutes). The minutes are the protocol's, not a formula.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, Who
from methods.engine.text import Text
from methods.frame import QUESTION

DILEMMA_FORM: Final = Form(
    (
        Field(
            id="dilemma",
            label=Text(nl="Mijn dilemma", en="My dilemma"),
            max_length=600,
            required=True,
            like="situatie",
        ),
        Field(
            id="vraag",
            label=Text(nl="Mijn focusvraag", en="My focus question"),
            max_length=200,
            required=True,
        ),
    )
)

ASKING: Final = (
    Phase(
        id="co.dilemma",
        name=Text(nl="Dilemma", en="Dilemma"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(8),
        short=Minutes(5),
        rules=(Rule.ANONYMOUS,),
        prompt=Text(
            nl="{inbrenger}, schets je dilemma en je vraag.",
            en="{inbrenger}, outline your dilemma and your focus question.",
        ),
        form=DILEMMA_FORM,
    ),
    Phase(
        id="co.verhelderen",
        name=Text(nl="Verhelderende vragen", en="Clarifying questions"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(
            nl="Stel korte, feitelijke vragen: wie, wat, waar, wanneer.",
            en="Short factual questions: who, what, where, when.",
        ),
        form=QUESTION,
    ),
    Phase(
        id="co.verdiepen",
        name=Text(nl="Verdiepende vragen", en="Probing questions"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(10, table=((6, 11),)),
        short=Minutes(7),
        rules=(Rule.TURNS, Rule.NO_ADVICE, Rule.NO_DISCUSSION),
        prompt=Text(
            nl="Stel vragen die {inbrenger} verder laten denken. Daarna herformuleert {inbrenger} de vraag.",
            en="Ask questions that make {inbrenger} think further. Then {inbrenger} restates the question.",
        ),
        form=QUESTION,
    ),
)

THINKING_ALONG: Final = (
    Phase(
        id="co.gesprek",
        name=Text(nl="Groepsgesprek", en="Group discussion"),
        kind=Kind.OPEN,
        who=Who.PARTICIPANTS,
        minutes=Minutes(15),
        short=Minutes(10),
        rules=(Rule.I_LISTENS, Rule.THIRD_PERSON, Rule.TENTATIVE),
        prompt=Text(
            nl="Groep: wat hoorden we, wat nemen we aan en wat zou er kunnen? {inbrenger} zwijgt.",
            en="Group: what did we hear, what do we assume, what might be possible? {inbrenger} stays silent.",
        ),
    ),
    Phase(
        id="co.reflectie",
        name=Text(nl="Reflectie", en="Reflection"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat hoorde je waar je mee verder kunt?",
            en="{inbrenger}, what did you hear that moves you on?",
        ),
    ),
    Phase(
        id="co.nabespreken",
        name=Text(nl="Nabespreken", en="Debrief"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(5, table=((6, 6),)),
        short=Minutes(3),
        rules=(Rule.MAY_PASS,),
        prompt=Text(nl="Hoe is deze werkvorm ons bevallen?", en="How did this format work for us?"),
    ),
)

METHOD: Final = Method(
    id="consultancy",
    name=Text(nl="Consultancyprotocol", en="Consultancy protocol (NSRF)"),
    goal=Text(
        nl="Ruimer denken over één dilemma: feiten, vragen die verder brengen, en dan praat de groep zonder jou.",
        en="Think wider about one dilemma: facts, questions that open it up, then the group talks without you.",
    ),
    fits=Text(
        nl="Een dilemma met een duidelijke vraag; ook goed te doen in het Engels met collega’s uit het buitenland.",
        en="A dilemma with a clear question; works well in English with colleagues from abroad.",
    ),
    phases=(*ASKING, *THINKING_ALONG),
    case="fr.pitch",
    frame="ALG",
    sources=(
        "docsbay.net, ‘Consultancy Protocol’",
        "parentinginpdx.blogspot.com (Thompson-Grove, Evans, Dunne; NSRF)",
    ),
)
