"""Troika consulting: in trios everybody is client once, asks, turns away, and listens to two consultants.

Groups of three to five; there are as many rounds as people. Preparing is done once, and so is sharing at the end.

Sources: liberatingstructures-uncovered.com, “Troika consulting” (1 / 1–2 / 1–2 / 4–5 / 1–2 minutes).
deworkshopper.nl (groups of four are possible). Miro template “Troika Consultancy” (one client with two to
five consultants; microphone and camera off online). scrum.org.
"""

from typing import Final

from methods.engine.model import Field, Form, Kind, Method, Minutes, Phase, Rule, Suit, Who, Wish
from methods.engine.text import Text
from methods.frame import QUESTION

VOORBEREIDEN_FORM: Final = Form(
    (
        Field(
            id="uitdaging", label=Text(nl="Mijn uitdaging", en="My challenge"), max_length=250, required=True
        ),
        Field(
            id="hulp",
            label=Text(nl="Welke hulp zoek ik?", en="What help do I need?"),
            max_length=200,
            required=True,
        ),
    )
)

OOGST_FORM: Final = Form(
    (
        Field(
            id="waardevol",
            label=Text(nl="Het meest waardevol was…", en="Most valuable was…"),
            max_length=250,
            required=True,
        ),
    )
)

PREPARING: Final = (
    Phase(
        id="tr.voorbereiden",
        name=Text(nl="Vraag bedenken (stil)", en="Preparing the question (silent)"),
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.SILENT, Rule.HIDDEN),
        prompt=Text(
            nl="Bedenk in stilte: wat is je uitdaging en welke hulp zoek je?",
            en="In silence: what is your challenge and what kind of help do you need?",
        ),
        form=VOORBEREIDEN_FORM,
        once=True,
    ),
)

CONSULTING: Final = (
    Phase(
        id="tr.vraag",
        name=Text(nl="Cliënt vraagt", en="Client asks"),
        kind=Kind.BRIEFING,
        who=Who.CASE_BRINGER,
        minutes=Minutes(2),
        short=Minutes(1),
        rules=(Rule.ANONYMOUS, Rule.I_FORM),
        prompt=Text(
            nl="{inbrenger}, vertel wat je uitdaging is en welke hulp je zoekt.",
            en="{inbrenger}, tell your challenge and the help you want.",
        ),
    ),
    Phase(
        id="tr.verhelderen",
        name=Text(nl="Verhelderen", en="Clarifying"),
        kind=Kind.QA,
        who=Who.PARTICIPANTS,
        minutes=Minutes(1),
        short=Minutes(1),
        rules=(Rule.NO_ADVICE, Rule.BRIEF_ANSWER),
        prompt=Text(nl="Stel alleen vragen om het beter te begrijpen.", en="Only questions to understand."),
        form=QUESTION,
    ),
    Phase(
        id="tr.beraad",
        name=Text(nl="Omgedraaid luisteren", en="Turned-away listening"),
        kind=Kind.OPEN,
        who=Who.PARTICIPANTS,
        minutes=Minutes(5),
        short=Minutes(4),
        rules=(Rule.I_LISTENS, Rule.THIRD_PERSON, Rule.SMALL_CONCRETE),
        prompt=Text(
            nl="{inbrenger} draait zich om en luistert. Consultants: bedenk samen ideeën, alsof {inbrenger} er niet is.",
            en="{inbrenger} turns away and listens. Consultants: think up ideas together, as if {inbrenger} weren’t there.",
        ),
    ),
    Phase(
        id="tr.oogst",
        name=Text(nl="Meest waardevol", en="Most valuable"),
        kind=Kind.REACTION,
        who=Who.CASE_BRINGER,
        minutes=Minutes(2),
        short=Minutes(2),
        rules=(Rule.I_DECIDES,),
        prompt=Text(
            nl="{inbrenger}, wat was voor jou het meest waardevol?", en="{inbrenger}, what was most valuable?"
        ),
        form=OOGST_FORM,
    ),
)

TOGETHER: Final = (
    Phase(
        id="tr.samen",
        name=Text(nl="Samen oogsten", en="Harvesting together"),
        kind=Kind.REFLECTION,
        who=Who.EVERYBODY,
        minutes=Minutes(5),
        short=Minutes(3),
        rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.MAY_PASS),
        prompt=Text(
            nl="Wat neem jij mee uit deze rondes? Eén zin.",
            en="What do you take along from these rounds? One sentence.",
        ),
        once=True,
    ),
)

METHOD: Final = Method(
    id="troika",
    name=Text(nl="Troikaconsult", en="Troika Consulting"),
    goal=Text(
        nl="Iedereen krijgt in tien minuten hulp: vraag, draai je om en luister naar wie met je meedenkt.",
        en="Everybody gets help in ten minutes: ask, turn away, and listen to two people thinking along.",
    ),
    fits=Text(
        nl="Veel kleine vragen, weinig tijd, frisse energie. Niet voor een zware casus.",
        en="Many small questions, little time, fresh energy. Not for a heavy case.",
    ),
    phases=(*PREPARING, *CONSULTING, *TOGETHER),
    case="tr.voorbereiden",
    title="uitdaging",
    frame="ALG",
    skips=("fr.pitch", "fr.keuze"),
    everybody_brings=True,
    well=3,
    fewest=3,
    most=5,
    suits=(Suit(Wish.SOLUTION, new_group=True), Suit(Wish.INSPIRATION, new_group=True)),
    sources=(
        "liberatingstructures-uncovered.com, ‘Troika consulting’",
        "deworkshopper.nl/liberating-structures/troika-consulting",
        "Miro template ‘Troika Consultancy’",
        "scrum.org",
    ),
)
