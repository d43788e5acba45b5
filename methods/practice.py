"""Practising alone with robot people, in about four minutes: pages, and where each button leads.

Pure: a page says what is read and which buttons stand under it. Nothing of it is kept; what somebody writes
travels along on the page itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from methods.engine import wording as w
from methods.engine.events import Act
from methods.engine.text import Text

WRITE: Final = "write"
"""Where a button leads that opens the form instead of another page."""


@dataclass(frozen=True, slots=True)
class Step:
    """A button: its words, and the page to which it leads."""

    label: Text
    to: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is read, with a hole `{mine}` where one's own text stands, and the buttons."""

    text: Text
    steps: tuple[Step, ...]


FORM_LABEL: Final = Text(nl="Wat zou jij doen?", en="What would you do?")
FORM_PROMISE: Final = Text(
    nl="Dit is oefenen: niemand leest het en het wordt niet bewaard.",
    en="This is practice: nobody reads it and it is not kept.",
)
NOTHING: Final = Text(nl="(jij liet het voorbijgaan)", en="(you let it pass)")

PAGES: Final[Mapping[str, Page]] = {
    "start": Page(
        Text(
            nl="**Oefenen** (vier minuten, alleen jij ziet dit)\nNoor, Sem en Yara zijn robots. Zij doen mee, jij kunt "
            "niets stukmaken.\n\nBij elke stap staat in de ruimte één kaart. De eerste knop is wat je nú doet. "
            "Druk er maar op.",
            en="**Practice** (four minutes, only you see this)\nNoor, Sem and Yara are robots. They take part, and you "
            "cannot break anything.\n\nEach step has one card in the room. The first button is what you do now. "
            "Go ahead and press it.",
        ),
        (Step(Text(nl="Gelezen", en="Read"), "writing"),),
    ),
    "writing": Page(
        Text(
            nl="**Stil schrijven**\nNoor vertelde over een leerling die de klas uit liep. Wat zou jij doen? Schrijven doe je in "
            "een formulier: niemand ziet het, tot Kring alles tegelijk toont.",
            en="**Silent writing**\nNoor told about a pupil who walked out of class. What would you do? You write in a form: "
            "nobody sees it until Kring shows everything at once.",
        ),
        (Step(w.LABELS[Act.WRITE], WRITE), Step(w.LABELS[Act.PASS], "passed")),
    ),
    "written": Page(
        Text(
            nl="**Bewaard.** Jij schreef:\n> {mine}\nVerbeteren mag tot het getoond wordt. Terugtrekken of overslaan mag ook, "
            "altijd, zonder reden.",
            en="**Saved.** You wrote:\n> {mine}\nYou may change it until it is shown. Taking it back or passing is fine too, "
            "always, without a reason.",
        ),
        (
            Step(Text(nl="Verbeter", en="Change"), WRITE),
            Step(w.LABELS[Act.PASS], "passed"),
            Step(Text(nl="Laat maar zien", en="Show it"), "shown"),
        ),
    ),
    "passed": Page(
        Text(
            nl="**Jij slaat over.** Dat kan altijd, en niemand hoort waarom. Wat je schreef, blijft verborgen.",
            en="**You pass.** You always can, and nobody hears why. What you wrote stays hidden.",
        ),
        (
            Step(Text(nl="Toch schrijven", en="Write after all"), WRITE),
            Step(Text(nl="Laat de anderen zien", en="Show the others"), "shown"),
        ),
    ),
    "shown": Page(
        Text(
            nl="**Alles tegelijk getoond**\n1. Sem: Ik zou hem eerst laten lopen en later vragen hoe het ging.\n"
            "2. Yara: Ik zou een collega vragen om even bij hem te zijn.\n3. Jij: {mine}\n\nWat getoond is, blijft "
            "getoond. Niemand reageert nog.",
            en="**Everything shown at once**\n1. Sem: I would let him go first and ask later how he was.\n"
            "2. Yara: I would ask a colleague to be with him for a moment.\n3. You: {mine}\n\nWhat has been shown stays "
            "shown. Nobody comments yet.",
        ),
        (Step(Text(nl="Verder", en="Go on"), "asked"),),
    ),
    "asked": Page(
        Text(
            nl="**Jij als inbrenger**\nWordt jouw casus gekozen, dan vraag ik het eerst aan jou, privé. Nee zeggen mag, zonder "
            "reden; niemand hoort dat.",
            en="**You as case bringer**\nWhen your case is chosen, I ask you first, in private. You may say no, without a "
            "reason; nobody will know.",
        ),
        (Step(w.LABELS[Act.CONSENT], "question"), Step(w.LABELS[Act.DECLINE], "declined")),
    ),
    "declined": Page(
        Text(
            nl="**Goed.** Ik vraag de volgende. Wil je het toch even proberen? Dit is oefenen.",
            en="**Fine.** I ask the next person. Want to try it all the same? This is practice.",
        ),
        (
            Step(Text(nl="Toch proberen", en="Try it"), "question"),
            Step(Text(nl="Ga verder", en="Go on"), "help"),
        ),
    ),
    "question": Page(
        Text(
            nl="**Vraag 1 · Sem:** Wat hoopte je dat hij zou zien?\n\nJe antwoordt kort, in je eigen woorden. Daarna druk je op "
            "een van deze knoppen. Een vraag laten liggen mag.",
            en="**Question 1 · Sem:** What did you hope he would see?\n\nYou answer briefly, in your own words. Then you press "
            "one of these. Leaving a question is fine.",
        ),
        (Step(w.LABELS[Act.ANSWERED], "help"), Step(w.LABELS[Act.LEFT_OPEN], "help")),
    ),
    "help": Page(
        Text(
            nl="**Iets nodig?** Op elke kaart staat ‘Hulp of pauze’. Wat je daar kiest, hoort je groep niet. Druk maar.",
            en="**Need something?** Every card has ‘Help or pause’. Your group does not hear what you choose there. Press it.",
        ),
        (Step(w.HELP_TITLE, "helped"),),
    ),
    "helped": Page(
        Text(
            nl="**Dit kan altijd**\n1. Even stil: de klok staat stil, voor iedereen.\n2. Stoppen met je casus: zonder reden.\n"
            "3. De stap laten uitleggen.\n4. De moderator roepen: als de techniek hapert, of als iets niet goed voelt.",
            en="**You always can**\n1. Ask for silence: the clock stops, for everybody.\n2. Stop with your case: no reason "
            "needed.\n3. Have the step explained.\n4. Call the moderator: when technology fails or something feels wrong.",
        ),
        (Step(Text(nl="Duidelijk", en="Clear"), "done"),),
    ),
    "done": Page(
        Text(
            nl="**Dat was alles.** Meer knoppen zijn er bijna niet. Leid jij straks een groep? Dan is er nog een stukje voor jou.",
            en="**That was all.** There are hardly more buttons. Will you lead a group? Then there is a bit more for you.",
        ),
        (
            Step(Text(nl="Ik leid een groep", en="I lead a group"), "lead"),
            Step(Text(nl="Nog een keer", en="Once more"), "start"),
        ),
    ),
    "lead": Page(
        Text(
            nl="**Jij leidt**\nOp ‘Mijn kaart’ lees je bij elke stap wat je bewaakt, een zin om te zeggen, en een zin voor als het "
            "misloopt. De klok loopt vanzelf; jij beslist wanneer het verder gaat. Sem schrijft nog. Druk op ‘Volgende stap’.",
            en="**You lead**\nOn ‘My card’ you read for each step what to guard, a sentence to say, and one for when it derails. "
            "The clock runs by itself; you decide when to go on. Sem is still writing. Press ‘Next step’.",
        ),
        (Step(w.LABELS[Act.NEXT], "sure"), Step(w.LABELS[Act.EXTEND], "extended")),
    ),
    "sure": Page(
        Text(
            nl="**Nog niet iedereen is klaar. Toch doorgaan?** Kring vraagt dit altijd eerst. Vergis je je daarna toch, dan is er "
            "tien seconden lang ‘Herstel’.",
            en="**Not everybody is done yet. Go on all the same?** Kring always asks first. If it was a slip, there is ‘Undo’ for "
            "ten seconds.",
        ),
        (
            Step(Text(nl="Ja, doen", en="Yes, do it"), "handing"),
            Step(Text(nl="Nee, nog even", en="No, wait"), "extended"),
        ),
    ),
    "extended": Page(
        Text(
            nl="**Twee minuten erbij.** Dat kan twee keer per stap. Sem is nu klaar.",
            en="**Two minutes more.** You can do that twice in each step. Sem is done now.",
        ),
        (Step(w.LABELS[Act.NEXT], "handing"),),
    ),
    "handing": Page(
        Text(
            nl="**Wil je niet meer leiden?** Met ‘Wie neemt over?’ vraag je het aan de groep. Neemt niemand het over, dan leidt "
            "Kring met de klok. Je leidt nooit je eigen casus; daar let Kring op.",
            en="**Rather not lead any more?** With ‘Who takes over?’ you ask the group. If nobody does, Kring leads by the clock. "
            "You never lead your own case; Kring sees to that.",
        ),
        (Step(w.LABELS[Act.HAND_OVER], "led"),),
    ),
    "led": Page(
        Text(
            nl="**Noor neemt het over. Dat was het.** Fijne bijeenkomst straks.",
            en="**Noor takes over. That was it.** Enjoy the meeting.",
        ),
        (Step(Text(nl="Nog een keer", en="Once more"), "start"),),
    ),
}
FINISHED: Final = frozenset({"done", "led"})
"""Whoever gets here has practised."""
