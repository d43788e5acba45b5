"""What helps in a step: for the leader what to guard and what to say, for anybody what the step is.

After section H1 of the specification (what goes wrong, and what a guide can do at that moment): private before
public, nobody is named, an offer instead of a correction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from methods.engine.model import Rule
from methods.engine.state import Flow, Session
from methods.engine.text import Text


@dataclass(frozen=True, slots=True)
class Cue:
    """For the leader alone: what to guard, one sentence to say aloud, and what to say if it derails."""

    guard: Text
    aloud: Text
    derails: Text


CUES: Final[Mapping[Flow, Cue]] = {
    Flow.READ: Cue(
        Text(nl="Iedereen weet wat er komt.", en="Everybody knows what comes."),
        Text(nl="Heeft iedereen het gelezen? Dan gaan we.", en="Has everybody read it? Then we go."),
        Text(
            nl="We hoeven het nog niet helemaal te begrijpen. Al doende wordt het duidelijk.",
            en="We need not understand all of it yet. It gets clear as we go.",
        ),
    ),
    Flow.TELL: Cue(
        Text(nl="Rust voor wie vertelt; niemand komt ertussen.", en="Calm for who tells; nobody cuts in."),
        Text(
            nl="Neem de tijd. Wij luisteren, vragen komen straks.",
            en="Take your time. We listen; questions come later.",
        ),
        Text(
            nl="Welk moment bedoel je precies, en wat deed jij toen?",
            en="Which moment do you mean exactly, and what did you do then?",
        ),
    ),
    Flow.WRITE: Cue(
        Text(nl="Stilte, ook als je zelf al klaar bent.", en="Silence, also when you are done yourself."),
        Text(
            nl="Schrijf rustig door. Het hoeft niet mooi te zijn.",
            en="Write on quietly. It need not be pretty.",
        ),
        Text(
            nl="Bewaar het voor straks; nu schrijven we nog even.",
            en="Keep it for later; we are still writing.",
        ),
    ),
    Flow.REVEAL: Cue(
        Text(nl="Eerst lezen, dan pas iets vinden.", en="Read first, judge later."),
        Text(nl="Lees alles rustig. We reageren nog niet.", en="Read everything. No comments yet."),
        Text(nl="Daar komen we zo op. Lees nog even verder.", en="We will get to that. Read on for now."),
    ),
    Flow.TURNS: Cue(
        Text(nl="Iedereen een keer, niemand twee keer.", en="Everybody once, nobody twice."),
        Text(nl="We gaan het rijtje af. Overslaan mag altijd.", en="We go round. You may always pass."),
        Text(
            nl="Dank je. We horen eerst iedereen, daarna praten we door.",
            en="Thank you. We hear everybody first and talk on after that.",
        ),
    ),
    Flow.TOGETHER: Cue(
        Text(
            nl="Iedereen typt; wie langzamer is, krijgt de tijd.",
            en="Everybody types; who is slower gets the time.",
        ),
        Text(
            nl="Typ gewoon tegelijk. Lezen doen we zo.", en="Just type at the same time. We read in a moment."
        ),
        Text(nl="We wachten nog even op wie bezig is.", en="We wait a little for who is still busy."),
    ),
    Flow.OPEN: Cue(
        Text(nl="Niet alleen de snelste praters.", en="Not only the quickest talkers."),
        Text(nl="Wie hebben we nog niet gehoord?", en="Whom haven’t we heard yet?"),
        Text(
            nl="Wat zou iemand zeggen die het er niet mee eens is?",
            en="What would somebody say who disagrees?",
        ),
    ),
    Flow.ASK: Cue(
        Text(nl="Eén korte, open vraag per keer.", en="One short, open question at a time."),
        Text(nl="Vraag naar wat je echt nog niet weet.", en="Ask about what you truly don’t know yet."),
        Text(
            nl="Dit lijkt al op een tip. Wat wil je écht weten?",
            en="This already sounds like a tip. What do you really want to know?",
        ),
    ),
    Flow.CHOOSE: Cue(
        Text(
            nl="Nee zeggen is gewoon; niemand praat iemand om.",
            en="Saying no is fine; nobody persuades anybody.",
        ),
        Text(nl="Kies wat jou raakt, niet wat hoort.", en="Choose what touches you, not what you ought to."),
        Text(
            nl="De stemmen zijn geheim. We volgen de uitkomst.", en="Votes are secret. We follow the outcome."
        ),
    ),
    Flow.ANSWER: Cue(
        Text(nl="De keuze is aan één persoon.", en="The choice is up to one person."),
        Text(nl="Neem even tijd; elk antwoord is goed.", en="Take a moment; any answer is fine."),
        Text(nl="Uitleggen hoeft niet.", en="No need to explain."),
    ),
    Flow.REACT: Cue(
        Text(
            nl="Alleen de inbrenger; verdedigen hoeft niet.", en="Only the case bringer; no need to defend."
        ),
        Text(nl="Zeg alleen wat je meeneemt.", en="Just say what you take along."),
        Text(
            nl="Je hoeft niets te verdedigen. Kies alleen wat je meeneemt.",
            en="No need to defend. Just choose what you take along.",
        ),
    ),
    Flow.EVALUATE: Cue(
        Text(nl="Kort, en iedereen voor zichzelf.", en="Short, and everybody for themselves."),
        Text(
            nl="Eén ding dat je meeneemt, meer hoeft niet.", en="One thing you take along; no more is needed."
        ),
        Text(nl="We openen de casus niet opnieuw.", en="We do not open the case again."),
    ),
}

LISTENING: Final = Cue(
    Text(nl="De inbrenger luistert en hoeft niets.", en="The case bringer listens and need not do anything."),
    Text(nl="Praat met elkaar, niet tegen de inbrenger.", en="Talk to each other, not to the case bringer."),
    Text(
        nl="Schrijf op wat je raakt; straks is het woord aan jou.",
        en="Write down what touches you; the floor is yours in a moment.",
    ),
)
NO_ADVICE: Final = Text(
    nl="We willen het eerst nog beter begrijpen. Straks is er ruimte voor oplossingen.",
    en="We are still understanding. There is room for solutions later.",
)


def cue_of(session: Session) -> Cue:
    """What the leader of this step may need; only while a session is under way."""
    phase, cue = session.step.phase, CUES[session.flow]
    if phase.has(Rule.I_LISTENS) and session.flow is Flow.OPEN:
        return LISTENING
    if session.flow is Flow.OPEN and (phase.has(Rule.NO_ADVICE) or phase.has(Rule.NO_SOLUTIONS)):
        return Cue(cue.guard, cue.aloud, NO_ADVICE)
    return cue


EXPLAINED: Final[Mapping[Flow, Text]] = {
    Flow.READ: Text(
        nl="Lees de kaart. Ben je zover, druk dan op ‘Gelezen’. Verder hoef je niets.",
        en="Read the card and press ‘Read’ when you have. Nothing else is needed.",
    ),
    Flow.TELL: Text(
        nl="Eén persoon vertelt, de anderen luisteren. Vragen komen in een latere stap.",
        en="One person tells, the others listen. Questions come in a later step.",
    ),
    Flow.WRITE: Text(
        nl="Iedereen schrijft stil voor zichzelf, met de knop op de kaart. Niemand leest mee.",
        en="Everybody writes silently, with the button on the card. Nobody reads along.",
    ),
    Flow.REVEAL: Text(
        nl="Wat iedereen schreef, staat nu in de ruimte. Lees het rustig; reageren komt later.",
        en="What everybody wrote is now in the room. Read it; comments come later.",
    ),
    Flow.TURNS: Text(
        nl="Eén voor één, in de volgorde die ik noem. Ben jij aan de beurt, dan hoor je dat. Overslaan mag.",
        en="One after another, in the order I name. You hear it when it is your turn. You may pass.",
    ),
    Flow.TOGETHER: Text(
        nl="Iedereen typt tegelijk in de ruimte. Daarna lezen we het samen.",
        en="Everybody types in the room at the same time. Then we read it together.",
    ),
    Flow.OPEN: Text(
        nl="Praat vrij over de vraag op de kaart. Eén iemand noteert.",
        en="Talk freely about the question on the card. One person takes notes.",
    ),
    Flow.ASK: Text(
        nl="Stel één vraag om het beter te begrijpen. De inbrenger antwoordt kort. Tips komen later.",
        en="Ask one question to understand better. The case bringer answers briefly. Tips come later.",
    ),
    Flow.CHOOSE: Text(
        nl="Samen kiezen we, in het geheim. Wie gekozen wordt, hoor ik eerst privé of die wil.",
        en="We choose together, in secret. Whoever is chosen is first asked in private.",
    ),
    Flow.ANSWER: Text(
        nl="Er wordt één antwoord gekozen met de knop op de kaart.",
        en="One answer is chosen with the button on the card.",
    ),
    Flow.REACT: Text(
        nl="Nu is alleen de inbrenger aan het woord. De anderen luisteren.",
        en="Only the case bringer has the floor now. The others listen.",
    ),
    Flow.EVALUATE: Text(
        nl="Vul je formulier in. Daarna noemt ieder één ding dat je meeneemt.",
        en="Fill in your form. Then everybody names one thing they take along.",
    ),
}
"""«Ik snap de stap niet»: what one does in a step, in words that fit any method."""
