"""The blocks around every method: a meeting as people of VIS-à-VIS know it.

Everybody together first (welcome, theme), then ample time in groups of five or six, then together again.
Nobody looks back on the time before, because people may come to single meetings. The code of conduct was
accepted at sign-up. After the VIS-à-VIS series; the case card and the evaluation follow the STO guide.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from methods import code_of_conduct
from methods.engine.model import (
    CaseBallot,
    Field,
    Form,
    FrameId,
    Kind,
    Minutes,
    Option,
    OptionBallot,
    Phase,
    Rule,
    Who,
)
from methods.engine.text import Text

CASE_CARD: Final = Form(
    (
        Field(id="titel", label=Text(nl="Titel", en="Title"), max_length=80, required=True),
        Field(
            id="situatie",
            label=Text(nl="Wat speelt er?", en="What is going on?"),
            max_length=500,
            required=True,
            spoken=False,
        ),
        Field(
            id="eigen_rol",
            label=Text(nl="Wat is mijn rol hierin?", en="What is my part in it?"),
            max_length=300,
            spoken=False,
        ),
        Field(
            id="vraag",
            label=Text(nl="Wat wil ik van de groep?", en="What do I want from the group?"),
            max_length=200,
            required=True,
        ),
        Field(
            id="herkenning",
            label=Text(nl="Voor wie kan dit herkenbaar zijn?", en="Who might recognise this?"),
            max_length=150,
            spoken=False,
        ),
        Field(
            id="wens",
            label=Text(nl="Wat wil je bereiken?", en="What do you want to achieve?"),
            kind="choice",
            options=(
                Text(nl="Oplossing of tips", en="Solution or tips"),
                Text(nl="Inzicht in het probleem", en="Insight into the problem"),
                Text(nl="Reflectie op wat ik zelf doe", en="Reflection on what I do myself"),
                Text(nl="Feedback op een werkwijze", en="Feedback on a procedure"),
                Text(nl="Inspiratie", en="Inspiration"),
                Text(nl="Waarden of een dilemma", en="Values or a dilemma"),
                Text(nl="Ik zit vast of heb een blinde vlek", en="I am stuck or have a blind spot"),
            ),
            spoken=False,
        ),
        Field(
            id="urgentie",
            label=Text(nl="Hoe urgent is het?", en="How urgent is it?"),
            kind="choice",
            options=(
                Text(nl="Nu", en="Now"),
                Text(nl="Deze maand", en="This month"),
                Text(nl="Later", en="Later"),
            ),
            spoken=False,
        ),
    )
)

SUITABLE: Final = (
    Text(nl="Het is echt gebeurd, en niet te lang geleden.", en="It really happened, and not too long ago."),
    Text(nl="Ik speel er zelf een rol in.", en="I have a part in it myself."),
    Text(nl="Het is nog niet opgelost.", en="It is still open."),
    Text(nl="Het is concreet.", en="It is concrete."),
    Text(nl="Het gaat niet over iemand in deze groep.", en="It is not about somebody in this group."),
    Text(nl="Er staan geen namen in.", en="There are no names in it."),
    Text(nl="Anderen kunnen ervan leren.", en="Others can learn from it."),
)
"""What makes a case fit for a group; its author reads this after the case card, and decides."""

QUESTION: Final = Form(
    (
        Field(
            id="vraag",
            label=Text(nl="Mijn vraag", en="My question"),
            max_length=200,
            required=True,
            like="vraag1",
        ),
    )
)
"""What is asked where questions are typed; one that was noted in silence before is there already."""

NOTED_QUESTIONS: Final = Form(
    (
        Field(id="vraag1", label=Text(nl="Mijn vraag", en="My question"), max_length=200, required=True),
        Field(id="vraag2", label=Text(nl="Tweede vraag", en="Second question"), max_length=200),
    )
)

EVALUATION_FORM: Final = Form(
    (
        Field(
            id="cijfer",
            label=Text(nl="Cijfer voor deze bijeenkomst", en="Mark for this meeting"),
            kind="rating",
            required=True,
        ),
        Field(
            id="meenemen",
            label=Text(
                nl="Wat neem je mee naar je school of regio?", en="What do you take to your school or region?"
            ),
            max_length=400,
            required=True,
        ),
        Field(id="deel", label=Text(nl="Deel met de groep", en="Share with the group"), kind="tick"),
        Field(
            id="ervaring",
            label=Text(nl="Hoe was het gesprek voor jou?", en="How was the conversation for you?"),
            max_length=400,
        ),
        Field(id="leerpunt", label=Text(nl="Wat heb je geleerd?", en="What did you learn?"), max_length=400),
        Field(
            id="groep",
            label=Text(nl="Wat kan de volgende keer beter?", en="What could be better next time?"),
            max_length=300,
        ),
    )
)

AGREEMENTS_FORM: Final = Form(
    (
        Field(id="datum", label=Text(nl="Datum en tijd", en="Date and time"), max_length=60, required=True),
        Field(
            id="plek",
            label=Text(nl="Waar: online of op locatie", en="Where: online or on location"),
            max_length=120,
            required=True,
            options=(Text(nl="Online", en="Online"), Text(nl="Op locatie", en="On location")),
        ),
        Field(id="deelnemers", label=Text(nl="Met wie?", en="With whom?"), max_length=300),
        Field(
            id="voorzitter",
            label=Text(nl="Vaste of wisselende gespreksleider", en="Fixed or rotating leader"),
            max_length=100,
            required=True,
            options=(Text(nl="Vast", en="Fixed"), Text(nl="Wisselend", en="Rotating")),
        ),
        Field(
            id="agenda",
            label=Text(nl="Agenda, thema en methode", en="Agenda, theme and method"),
            max_length=400,
        ),
        Field(
            id="input",
            label=Text(nl="Hoe krijgen we inbreng van iedereen?", en="How do we get everyone’s input?"),
            max_length=300,
        ),
        Field(
            id="communicatie",
            label=Text(nl="Wie regelt de communicatie?", en="Who does the communication?"),
            max_length=100,
        ),
        Field(id="evaluatie", label=Text(nl="Hoe evalueren we?", en="How do we evaluate?"), max_length=200),
    ),
    by="scribe",
)

# --- Everybody together, in the lobby -----------------------------------------------------------------

WELCOME: Final = Phase(
    id="fr.welkom",
    name=Text(nl="Welkom", en="Welcome"),
    kind=Kind.BRIEFING,
    who=Who.LEADER,
    minutes=Minutes(3),
    rules=(Rule.TIMEBOX,),
    prompt=Text(
        nl="Welkom! Druk op ‘Ik ben er’ en laat met één woord weten hoe je erbij zit. {moderator} vertelt "
        "kort hoe we het vandaag doen.",
        en="Welcome! Press ‘I’m here’ and say in one word how you are arriving. {moderator} briefly "
        "explains how today works.",
    ),
    plenary=True,
)

THEME: Final = Phase(
    id="fr.thema",
    name=Text(nl="Thema-inleiding", en="Theme introduction"),
    kind=Kind.BRIEFING,
    who=Who.LEADER,
    minutes=Minutes(15),
    rules=(Rule.TIMEBOX,),
    prompt=Text(
        nl="{moderator} neemt ons mee in het thema ‘{thema}’. Luister met één vraag in je achterhoofd: waar "
        "raakt dit mijn praktijk?",
        en="{moderator} introduces the theme ‘{thema}’. Listen with one question: where does this touch my "
        "practice?",
    ),
    plenary=True,
    shrinks_to=10,
)

TO_ROOMS: Final = Phase(
    id="fr.naar_ruimte",
    name=Text(nl="Naar je ruimte", en="To your room"),
    kind=Kind.BRIEFING,
    who=Who.NOBODY,
    minutes=Minutes(3),
    prompt=Text(
        nl="Je groep staat klaar. Tik op de link naar jouw ruimte. Lukt het niet? Typ het in de lobby, de "
        "moderator leest mee.",
        en="Your group is ready. Tap the link to your room. Stuck? Type in the lobby, the moderator reads "
        "along.",
    ),
    plenary=True,
)

GROUPS: Final = Phase(
    id="fr.groepen",
    name=Text(nl="In je groep", en="In your group"),
    kind=Kind.BRIEFING,
    who=Who.NOBODY,
    minutes=Minutes(0),  # as long as the groups' own part; the plan fills it in
    prompt=Text(
        nl="De groepen zijn in hun eigen ruimte. Om {eindtijd} zien we elkaar hier terug. Ben je je ruimte "
        "kwijt of kom je later binnen? Typ het hier.",
        en="The groups are in their own rooms. We meet here again at {eindtijd}. Lost your room, or arriving "
        "late? Type it here.",
    ),
    plenary=True,
    waits=True,
)

CLOSING: Final = Phase(
    id="fr.slot",
    name=Text(nl="Afsluiting", en="Closing"),
    kind=Kind.BRIEFING,
    who=Who.LEADER,
    minutes=Minutes(5),
    rules=(Rule.TIMEBOX,),
    prompt=Text(
        nl="Dank jullie wel. Je oogst staat klaar onder ‘Mijn kaart’. {moderator} sluit af.",
        en="Thank you all. Your harvest is ready under ‘My card’. {moderator} closes the meeting.",
    ),
    plenary=True,
)

# --- In the room of a group ---------------------------------------------------------------------------

INTRODUCTIONS: Final = Phase(
    id="fr.kennismaken",
    name=Text(nl="Kennismaken", en="Getting acquainted"),
    kind=Kind.ROUND,
    who=Who.EVERYBODY,
    minutes=Minutes(0, 0.5, "n"),
    rules=(Rule.TURNS, Rule.MAY_PASS),
    prompt=Text(
        nl="Zeg om de beurt in één zin wie je bent en waar je werkt. Overslaan mag.",
        en="In turn, say in one sentence who you are and where you work. You may pass.",
    ),
)

CHECK_IN: Final = Phase(
    id="fr.checkin",
    name=Text(nl="Welkom en check-in", en="Welcome and check-in"),
    kind=Kind.ROUND,
    who=Who.EVERYBODY,
    minutes=Minutes(1, 1, "n"),
    rules=(Rule.TURNS, Rule.MAY_PASS),
    prompt=Text(
        nl="Welkom! Vertel in een paar zinnen wie je bent, waar je werkt en hoe je er nu bij zit.",
        en="Welcome! In a few sentences: who you are, where you work and how you are arriving today.",
    ),
)

CODE: Final = Phase(
    id="fr.code",
    name=Text(nl="Afspraken", en="Agreements"),
    kind=Kind.VOTE,
    who=Who.EVERYBODY,
    minutes=Minutes(1),
    rules=(Rule.CONSENT,),
    prompt=Text(
        nl=f"{code_of_conduct.SHORT.nl} Druk op ‘{code_of_conduct.AGREE.nl}’; daar lees je ook de hele tekst.",
        en=f"{code_of_conduct.SHORT.en} Press ‘{code_of_conduct.AGREE.en}’; there you read the whole text.",
    ),
    ballot=OptionBallot((Option("mee", code_of_conduct.AGREE),)),
)

LOOK_BACK: Final = Phase(
    id="fr.terugblik",
    name=Text(nl="Terugblik", en="Looking back"),
    kind=Kind.ROUND,
    who=Who.EVERYBODY,
    minutes=Minutes(1, 0.75, "n"),
    rules=(Rule.TURNS, Rule.MAY_PASS, Rule.NO_DISCUSSION),
    prompt=Text(
        nl="Vorige keer nam je je iets voor. Wat is daarvan terechtgekomen? ‘Nog niets’ is ook een eerlijk "
        "antwoord.",
        en="Last time you planned a step. What came of it? ‘Nothing yet’ is an honest answer too.",
    ),
)

PITCH: Final = Phase(
    id="fr.pitch",
    name=Text(nl="Casuspitch", en="Case pitch"),
    kind=Kind.ROUND,
    who=Who.EVERYBODY,
    minutes=Minutes(0, 1, "n"),
    rules=(Rule.TURNS, Rule.NO_DISCUSSION, Rule.ANONYMOUS, Rule.I_FORM, Rule.MAY_PASS),
    prompt=Text(
        nl="Eén minuut per persoon: wat speelt er, wat is jouw rol en wat wil je van de groep? De anderen "
        "luisteren.",
        en="One minute each: what is going on, what is your part, what do you want from us? The others "
        "listen.",
    ),
    form=CASE_CARD,
    shows=("titel", "vraag"),  # the telling shows the rest
)

CHOICE: Final = Phase(
    id="fr.keuze",
    name=Text(nl="Casuskeuze en rollen", en="Case choice and roles"),
    kind=Kind.VOTE,
    who=Who.EVERYBODY,
    minutes=Minutes(4),
    rules=(Rule.SECRET_VOTE, Rule.CONSENT, Rule.LEADER_NOT_I),
    prompt=Text(
        nl="Welke casus spreekt je aan of herken je? Breng maximaal twee stemmen uit, niet op je eigen "
        "casus. De gespreksleider is nooit de inbrenger.",
        en="Which case appeals to you or do you recognise? At most two votes, not for your own. The leader "
        "is never the case bringer.",
    ),
    ballot=CaseBallot(cases="fr.pitch"),
)

BREAK: Final = Phase(
    id="fr.pauze",
    name=Text(nl="Pauze", en="Break"),
    kind=Kind.BRIEFING,
    who=Who.NOBODY,
    minutes=Minutes(5),
    prompt=Text(
        nl="Vijf minuten pauze. Sta even op; ik roep jullie terug.",
        en="Five-minute break. Get up for a moment; I will call you back.",
    ),
)

SWITCH: Final = Phase(
    id="fr.wissel",
    name=Text(nl="Wisselen van casus", en="On to the next case"),
    kind=Kind.BRIEFING,
    who=Who.NOBODY,
    minutes=Minutes(2),  # the method says how many
    prompt=Text(
        nl="De eerste casus is klaar, dank je wel. Haal even adem. Wie straks inbrengt, leidt het gesprek "
        "niet: dan neemt een ander het over.",
        en="The first case is done, thank you. Take a breath. Whoever brings in the next case does not lead: "
        "then somebody else takes over.",
    ),
)

EVALUATION: Final = Phase(
    id="fr.evaluatie",
    name=Text(nl="Evaluatie", en="Evaluation"),
    kind=Kind.EVALUATION,
    who=Who.EVERYBODY,
    minutes=Minutes(2, 1, "n"),
    rules=(Rule.SILENT, Rule.TURNS, Rule.NO_DISCUSSION),
    prompt=Text(
        nl="Vul eerst kort je formulier in. Noem daarna om de beurt één ding dat je meeneemt.",
        en="Fill in your short form first. Then everybody names one thing they take away.",
    ),
    form=EVALUATION_FORM,
)

AGREEMENTS: Final = Phase(
    id="fr.afspraken",
    name=Text(nl="Afspraken voor de volgende keer", en="Agreements for next time"),
    kind=Kind.OPEN,
    who=Who.EVERYBODY,
    minutes=Minutes(3),
    rules=(Rule.TIMEBOX,),
    prompt=Text(
        nl="Wat spreken we af: wanneer zien we elkaar weer, wie leidt het gesprek en wie bereidt iets voor?",
        en="What do we agree: when, who leads, who prepares what?",
    ),
    form=AGREEMENTS_FORM,
)

RETURN: Final = Phase(
    id="fr.terug",
    name=Text(nl="Terug naar de plenaire", en="Back to the plenary"),
    kind=Kind.BRIEFING,
    who=Who.NOBODY,
    minutes=Minutes(2),
    prompt=Text(
        nl="We zijn om {eindtijd} terug in de plenaire. Wat mag er uit jullie groep mee: één woord, zonder "
        "namen?",
        en="We are back in the plenary at {eindtijd}. What may go along from your group: one word, no names?",
    ),
)

ROUND_OFF: Final = Phase(
    id="fr.afronden",
    name=Text(nl="Samen afronden", en="Rounding off together"),
    kind=Kind.REFLECTION,
    who=Who.EVERYBODY,
    minutes=Minutes(3),
    rules=(Rule.NO_DISCUSSION, Rule.MAY_PASS),
    prompt=Text(
        nl="We ronden deze casus hier af. Stoppen mag altijd, daar is geen reden voor nodig. Zeg als je wilt "
        "in één zin hoe je er nu bij zit; op de casus komen we niet terug. Overslaan mag.",
        en="We round this case off here. Stopping is always fine and needs no reason. If you like, say in "
        "one sentence how you are now; we leave the case itself. You may pass.",
    ),
)
"""In place of the rest of a round whose case bringer stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The blocks around a method: together in the lobby, in the room, the rounds, in the room, together."""

    before: tuple[Phase, ...] = ()
    opening: tuple[Phase, ...] = ()
    ending: tuple[Phase, ...] = ()
    after: tuple[Phase, ...] = ()

    @property
    def blocks(self) -> tuple[Phase, ...]:
        """All of them in their order."""
        return (*self.before, *self.opening, *self.ending, *self.after)


FRAMES: Final[Mapping[FrameId, Frame]] = MappingProxyType(
    {
        # With a theme and a plenary; people may join a single meeting, so nobody looks back.
        "VIS": Frame(
            before=(WELCOME, THEME, TO_ROOMS),
            opening=(INTRODUCTIONS, PITCH, CHOICE),
            ending=(EVALUATION, RETURN),
            after=(CLOSING,),
        ),
        # A group of its own that meets again: no theme, but looking back and looking ahead.
        "ALG": Frame(opening=(CHECK_IN, CODE, LOOK_BACK, PITCH, CHOICE), ending=(EVALUATION, AGREEMENTS)),
        # The STO script has its own blocks for all the rest.
        "STO": Frame(before=(THEME,), opening=(CODE,)),
    }
)
_LISTED = (
    WELCOME,
    THEME,
    TO_ROOMS,
    GROUPS,
    CHECK_IN,
    CODE,
    LOOK_BACK,
    INTRODUCTIONS,
    PITCH,
    CHOICE,
    BREAK,
    SWITCH,
)
BLOCKS: Final = (*_LISTED, ROUND_OFF, EVALUATION, AGREEMENTS, RETURN, CLOSING)
"""Every block, in the order in which an evening may meet it."""
IDS: Final = frozenset(block.id for block in BLOCKS)
"""By which a step of the frame is told from one of a method."""
