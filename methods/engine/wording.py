"""The words on cards and buttons. Natural je-form; every button has words; nobody is hurried."""

from collections.abc import Mapping
from typing import Final

from methods.engine.events import Act
from methods.engine.state import Flow, Part
from methods.engine.text import Text

STEP: Final = Text(nl="Stap {k} van {of} · {phase}", en="Step {k} of {of} · {phase}")
UNTIL: Final = Text(nl="Tot {at} ({left})", en="Until {at} ({left})")
ABOUT: Final = Text(
    nl="Tot ongeveer {at}; we ronden af als het verhaal klaar is.",
    en="Until about {at}; we end when the story is done.",
)
FROZEN: Final = Text(nl="Pauze: de klok staat stil.", en="Paused: the clock has stopped.")
STILL: Final = Text(nl="Even stil. Je hoeft nu niets.", en="A moment of silence. Nothing is asked of you.")
SOON: Final = Text(nl="Zo beginnen we", en="We start in a moment")
SOON_LINE: Final = Text(nl="Even wachten op de rest van de groep.", en="Waiting for the others.")
GOODBYE: Final = Text(
    nl="Dit gesprek is klaar. Dank jullie wel.", en="This conversation is done. Thank you all."
)
HARVEST: Final = Text(
    nl="Je oogst staat klaar onder ‘Mijn kaart’, alleen voor jou.",
    en="Your harvest is ready under ‘My card’, for you alone.",
)
YOU_TOOK: Final = Text(nl="Dit neem je mee", en="You take along")
PERHAPS: Final = Text(nl="Dit misschien", en="Perhaps this")
LINKED: Final = Text(
    nl="Past volgens je groep bij nummer {number} van ‘{name}’",
    en="Fits number {number} of “{name}”, your group says",
)
EVALUATION_OPEN: Final = Text(
    nl="Nog iets kwijt? De evaluatie blijft 48 uur open.",
    en="Something to add? The evaluation stays open for 48 hours.",
)
NOW: Final = Text(nl="Nu {person}.", en="Now {person}.")
NOW_THEN: Final = Text(nl="Nu {person}, straks {next}.", en="Now {person}, then {next}.")
ANSWERING: Final = Text(
    nl="Vraag {number}, van {person}, ligt op tafel.", en="Question {number}, from {person}, is on the table."
)
SPEAKS: Final = Text(nl="Nu is het woord aan {person}.", en="The floor is {person}’s.")
MOST_DONE: Final = Text(nl="De meesten zijn klaar.", en="Most are done.")
ALL_DONE: Final = Text(nl="Iedereen is klaar.", en="Everybody is done.")
OUR_QUESTION: Final = Text(nl="Onze vraag: {title}", en="Our question: {title}")
AHEAD: Final = Text(nl="Hierna: {phase}", en="Next: {phase}")
THE_CASE_BRINGER: Final = Text(nl="de inbrenger", en="the case bringer")
THE_MODERATOR: Final = Text(nl="de moderator", en="the moderator")
THE_THEME: Final = Text(nl="het thema", en="the theme")
SO_MANY: Final = Text(nl="de geplande", en="the planned")
THE_END: Final = Text(nl="de afgesproken tijd", en="the agreed time")
THE_NOTE_TAKER: Final = Text(nl="de notulist", en="the note-taker")

PARTS: Final[Mapping[Part, Text]] = {
    Part.MAIN: Text(nl="", en=""),
    Part.GATHERING: Text(
        nl="Schrijf eerst op waaruit we kiezen. Zodra iedereen klaar is, staat alles hier en stemmen we.",
        en="First write down what we choose from. When everybody is done it all appears here and we vote.",
    ),
    Part.VOTING: Text(
        nl="Stem in het geheim op één of twee casussen. Niemand ziet wie wat koos.",
        en="Vote in secret for one or two cases. Nobody sees who chose what.",
    ),
    Part.ASKING: Text(
        nl="Ik vraag iemand privé of die wil inbrengen. Kijk even op ‘Mijn kaart’.",
        en="I ask somebody privately whether they want to. Please look at ‘My card’.",
    ),
    Part.OFFERING: Text(
        nl="Wie wil iets inbrengen? Druk op ‘Ik breng iets in’ op ‘Mijn kaart’. Zoek je nog? Daar staat ook ‘Kwadrantenmodel’.",
        en="Who wants to bring something in? Press ‘I bring something in’ on ‘My card’. Still looking? ‘Quadrant model’ is there too.",
    ),
    Part.LEADING: Text(
        nl="Wie leidt deze ronde? Druk op ‘Ik leid’ op ‘Mijn kaart’.",
        en="Who leads this round? Press ‘I lead’ on ‘My card’.",
    ),
}
ROLES: Final[Mapping[str, Text]] = {
    "case_bringer": Text(nl="Het is nu jouw casus.", en="It is your case now."),
    "leader": Text(nl="Jij leidt het gesprek.", en="You lead the conversation."),
    "moderator": Text(nl="Je bent hier als moderator.", en="You are here as moderator."),
    "participant": Text(nl="Je doet mee als deelnemer.", en="You take part as a participant."),
    "late": Text(
        nl="Fijn dat je er bent. Luister nu mee; vanaf de volgende stap doe je mee.",
        en="Good that you are here. Listen along for now; you take part from the next step on.",
    ),
}
YOUR_TURN: Final = Text(nl="Jij bent aan de beurt.", en="It is your turn.")
YOU_ARE_DONE: Final = Text(nl="Jij bent klaar voor deze stap.", en="You are done with this step.")
FOLLOW_ALONG: Final = Text(
    nl="Nu hoef je niets. Lees of luister mee.", en="Nothing to do now. Read or listen along."
)
YOU_ARE_ASKED: Final = Text(
    nl="De groep wil graag bij jouw casus stilstaan. Breng je hem in? Nee zeggen mag, zonder reden; niemand hoort dat.",
    en="The group would like to dwell on your case. Will you bring it in? You may say no, without a reason; nobody will know.",
)
NOT_ASKED: Final = Text(
    nl="Ik vraag nu iemand of die wil inbrengen. Jij hoeft niets te doen.",
    en="I am asking somebody whether they want to. You need not do anything.",
)
YOU_WROTE: Final = Text(nl="Jij schreef bij «{field}»: {text}", en="You wrote under “{field}”: {text}")
YOU_WROTE_PLAIN: Final = Text(nl="Jij schreef: {text}", en="You wrote: {text}")
UNASKED: Final = Text(
    nl="Niet meer gesteld, alleen voor jou · {person}: {text}",
    en="Not asked any more, for you alone · {person}: {text}",
)
DONE_COUNT: Final = Text(
    nl="Klaar: {done} van {of} (dit zie alleen jij).", en="Done: {done} of {of} (only you see this)."
)
HELP_TITLE: Final = Text(nl="Hulp of pauze", en="Help or pause")
HELP_CALLED: Final = Text(
    nl="Ik heb de moderator gevraagd om te komen. Je groep hoort dat niet van mij.",
    en="I asked the moderator to come. Your group does not hear that from me.",
)
HELP_LINE: Final = Text(
    nl="Alleen jij ziet dit. Wat heb je nodig? Stoppen of even stil zijn mag altijd, een reden hoeft niet.",
    en="Only you see this. What do you need? You may always stop or ask for silence, no reason needed.",
)

PROMISE_TITLE: Final = Text(
    nl="Alleen jij leest dit. Straks ziet je groep alleen de titel, zonder je naam.",
    en="Only you read this. Later your group sees the title only, without your name.",
)
PROMISE_NAMED: Final = Text(
    nl="Alleen jij leest dit, tot we het tonen. Daarna: je groep, mét je naam.",
    en="Only you read this until we show it. Then: your group, with your name.",
)
PROMISE_UNNAMED: Final = Text(
    nl="Alleen jij leest dit, tot we alles tegelijk tonen. Daarna: je groep, zonder je naam.",
    en="Only you read this until we show all at once. Then: your group, without your name.",
)
PROMISE_AT_ONCE: Final = Text(
    nl="Je groep leest dit meteen, met je naam.", en="Your group reads this right away, with your name."
)
PROMISE_QUESTION: Final = Text(
    nl="Je groep leest je vraag, met je naam, zodra hij aan de beurt is.",
    en="Your group reads your question, with your name, when its turn comes.",
)
PROMISE_NOTE: Final = Text(
    nl="Alleen jij leest dit: een geheugensteun. Je stelt je vraag straks hardop.",
    en="Only you read this: a note to yourself. You ask your question aloud.",
)
PROMISE_REACTION: Final = Text(
    nl="Je groep leest dit zodra je op ‘Ik ben klaar’ drukt, en niet eerder.",
    en="Your group reads this when you press ‘I’m done’, and not before.",
)
PROMISE_CHOICE: Final = Text(
    nl="Je groep leest dit, met je naam, zodra iedereen klaar is en we kiezen.",
    en="Your group reads this, with your name, as soon as everybody is done and we choose.",
)
PROMISE_NOTED: Final = Text(
    nl="Je groep leest dit, met je naam, zodra deze stap klaar is.",
    en="Your group reads this, with your name, as soon as this step is done.",
)
PROMISE_OWN_NOTE: Final = Text(
    nl="Alleen jij leest dit. Je vindt het terug in je oogst.",
    en="Only you read this. You will find it in your harvest.",
)
PROMISE_QUESTIONS_NOTED: Final = Text(
    nl="Alleen jij leest dit: een geheugensteun voor de vragen straks.",
    en="Only you read this: a note to yourself for the questions that follow.",
)
PROMISE_CASE: Final = Text(
    nl="Alleen jij leest dit. Bij het kiezen ziet je groep alleen je titel, met je naam.",
    en="Only you read this. When we choose, your group sees your title only, with your name.",
)
PROMISE_STORY: Final = Text(
    nl="Alleen jij leest dit, tot je op ‘Deel mijn verhaal’ drukt.",
    en="Only you read this until you press ‘Share my story’.",
)
PROMISE_EVALUATION: Final = Text(
    nl="Alleen jij leest dit. Je groep: wat je aanvinkt, en van de cijfers het gemiddelde en de spreiding.",
    en="Only you read this. Your group: what you tick, and of the marks the average and the spread.",
)

ONE_MORE: Final = Text(nl="Nog één zin", en="One more sentence")
ONE_MORE_OPEN: Final = Text(
    nl="Was je nog aan het typen? Op ‘Mijn kaart’ staat twee minuten lang ‘Nog één zin’.",
    en="Were you still typing? For two minutes ‘My card’ has ‘One more sentence’.",
)

LABELS: Final[Mapping[Act, Text]] = {
    Act.WRITE: Text(nl="Schrijven", en="Write"),
    Act.WITHDRAW: Text(nl="Trek mijn tekst terug", en="Take back my text"),
    Act.PASS: Text(nl="Sla mij even over", en="Skip me for now"),
    Act.DONE: Text(nl="Ik ben klaar", en="I’m done"),
    Act.LATER: Text(nl="Straks graag", en="Later, please"),
    Act.ADD: ONE_MORE,
    Act.LINGER: Text(nl="Ik heb meer tijd nodig", en="I need more time"),
    Act.VOTE: Text(nl="Stemmen", en="Vote"),
    Act.CONSENT: Text(nl="Ja, ik breng hem in", en="Yes, I bring it in"),
    Act.DECLINE: Text(nl="Liever niet", en="Rather not"),
    Act.OFFER_CASE: Text(nl="Ik breng iets in", en="I bring something in"),
    Act.OFFER_LEAD: Text(nl="Ik leid", en="I lead"),
    Act.OFFER_NOTES: Text(nl="Ik noteer", en="I take notes"),
    Act.SHARE: Text(nl="Deel mijn verhaal", en="Share my story"),
    Act.SORT: Text(nl="Dit neem ik mee", en="I take this along"),
    Act.LINK: Text(nl="Leg een verband", en="Make a link"),
    Act.ANSWERED: Text(nl="Volgende vraag", en="Next question"),
    Act.LEFT_OPEN: Text(nl="Deze laat ik liggen", en="I leave this one"),
    Act.NEXT: Text(nl="Volgende stap", en="Next step"),
    Act.BACK: Text(nl="Stap terug", en="Step back"),
    Act.EXTEND: Text(nl="+2 minuten", en="+2 minutes"),
    Act.PAUSE: Text(nl="Pauze", en="Pause"),
    Act.RESUME: Text(nl="Verder", en="Go on"),
    Act.UNDO: Text(nl="Herstel", en="Undo"),
    Act.REMIND: Text(nl="Herinner aan de afspraak", en="Remind of the agreement"),
    Act.STILL: Text(nl="Even stil", en="A moment of silence"),
    Act.STOP: Text(nl="Ik stop met mijn casus", en="I stop with my case"),
    Act.HELP: Text(nl="Vraag de moderator", en="Ask the moderator"),
    Act.TROUBLE: Text(nl="De techniek hapert", en="Technology fails me"),
    Act.UNWELL: Text(nl="Dit voelt niet goed", en="This does not feel right"),
    Act.HELPED: Text(nl="Ik kom", en="I am coming"),
    Act.SETTLED: Text(nl="Ik ga weer", en="I am off again"),
    Act.AS_IS: Text(nl="Toch delen", en="Share it anyway"),
    Act.FOR_ADVICE: Text(nl="Bewaar voor de adviesronde", en="Keep for the advice round"),
    Act.HUSH: Text(nl="Privé-opmerkingen uit", en="Private remarks off"),
    Act.FREE: Text(nl="Vrij gesprek", en="Free talk"),
    Act.HAND_OVER: Text(nl="Wie neemt over?", en="Who takes over?"),
    Act.ADMIT: Text(nl="Laat binnen", en="Let them in"),
    Act.RETURN: Text(nl="Terug om …", en="Back at …"),
    Act.CLOSE: Text(nl="Beëindig het gesprek", en="End the conversation"),
}
YOU_ARE_AT_THE_DOOR: Final = Text(
    nl="Fijn dat je er bent. Er vertelt nu iemand; bij de volgende stap gaat de deur voor je open.",
    en="Good that you are here. Somebody is telling just now; the door opens for you at the next step.",
)
AT_THE_DOOR: Final = Text(
    nl="Aan de deur: {people}. Bij de volgende stap komen ze erbij.",
    en="At the door: {people}. They join at the next step.",
)
MISSED: Final = Text(nl="Wat je gemist hebt", en="What you missed")
BEEN: Final = Text(nl="{number}. {phase}", en="{number}. {phase}")
WHOSE_CASE: Final = Text(nl="Het gaat over de casus van {person}.", en="It is about {person}’s case.")
NOW_AT: Final = Text(nl="Nu: {phase}.", en="Now: {phase}.")
CUE_GUARD: Final = Text(nl="Bewaak: {cue}", en="Guard: {cue}")
CUE_ALOUD: Final = Text(nl="Zeg bijvoorbeeld: “{cue}”", en="Say for example: “{cue}”")
CUE_DERAILS: Final = Text(nl="Loopt het mis? “{cue}”", en="If it derails: “{cue}”")
MORE_TIME: Final[Mapping[int, Text]] = {
    2: Text(nl="+2 minuten (nog 2 keer)", en="+2 minutes (twice left)"),
    1: Text(nl="+2 minuten (nog 1 keer)", en="+2 minutes (once left)"),
}
"""How often a step can still be extended: nobody is surprised by the last time."""
CHANGE: Final = Text(nl="Aanpassen", en="Change it")
REMARKS_ON: Final = Text(nl="Privé-opmerkingen aan", en="Private remarks on")
END_FREE_TALK: Final = Text(nl="Terug naar de stap", en="Back to the step")
MAYBE: Final = Text(nl="Misschien (ziet alleen jij)", en="Perhaps (only you see this)")
OWN_NOTE: Final = Text(nl="Mijn aantekening", en="My note")
GROUP_NOTE: Final = Text(nl="Wat willen we onthouden?", en="What do we want to remember?")
FOLLOW_UP: Final = Text(nl="Doorvragen", en="Follow up")
LABELS_FOR_OTHERS: Final[Mapping[Act, Text]] = {
    Act.DONE: Text(nl="Volgende beurt", en="Next turn"),
    Act.PASS: Text(nl="Sla deze beurt over", en="Skip this turn"),
}
LABELS_IN: Final[Mapping[tuple[Flow, Act], Text]] = {
    (Flow.READ, Act.DONE): Text(nl="Gelezen", en="Read"),
    (Flow.WRITE, Act.DONE): Text(nl="Ik schrijf op papier", en="I write on paper"),
    (Flow.ASK, Act.AS_IS): Text(nl="Toch stellen", en="Ask it anyway"),
    (Flow.ASK, Act.DONE): Text(nl="Gesteld", en="Asked"),
    (Flow.ASK, Act.WRITE): Text(nl="Zet je vraag klaar", en="Prepare your question"),
    (Flow.EVALUATE, Act.WRITE): Text(nl="Evaluatie invullen", en="Fill in the evaluation"),
    (Flow.ANSWER, Act.VOTE): Text(nl="Kies", en="Choose"),
    (Flow.OPEN, Act.DONE): Text(nl="Stop: ik kom terug", en="Stop: I am coming back"),
    (Flow.OPEN, Act.WRITE): Text(nl="Noteer", en="Take a note"),
    (Flow.CHOOSE, Act.WRITE): Text(nl="Schrijf op", en="Write it down"),
    (Flow.TELL, Act.WRITE): Text(nl="Zet mijn verhaal klaar", en="Prepare my story"),
}
