"""What comes out of the engine: effects, keeps, decisions and refusals; and what an act needs, a move."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from methods.engine.events import Act
from methods.engine.model import Form
from methods.engine.state import Session
from methods.engine.text import Line, Moment, PersonId, Text

# --- Effects: what happens once, beside what `view` shows at any time --------------------------------


@dataclass(frozen=True, slots=True)
class Announce:
    """Post the card of the step that begins; with `moved` once more, in a room that took the place of another."""

    visit: int
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    """Post one short message. `offers`: acts with a button under it, as long as this `visit` of the step lasts."""

    line: Line
    offers: tuple[str, ...] = ()
    visit: int = 0


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show these people's texts in this order, numbered; without names where that was promised."""

    slot: str
    people: tuple[PersonId, ...]
    fields: tuple[str, ...]
    named: bool
    heading: Line
    by_question: bool = False
    """Side by side under each question, instead of person by person."""
    answers: tuple[tuple[PersonId, str], ...] = ()
    """Only these answers (author, question) instead of whole texts."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Say the average and the spread of the marks that these people gave in this field; never whose is whose."""

    slot: str
    people: tuple[PersonId, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Clear:
    """Delete what people typed in the room between these moments: that step is not kept."""

    since: Moment
    until: Moment


@dataclass(frozen=True, slots=True)
class Tell:
    """Show one text under this heading."""

    slot: str
    person: PersonId
    fields: tuple[str, ...]
    heading: Line


@dataclass(frozen=True, slots=True)
class Permit:
    """Who may write has changed."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Tell one person, privately and without content, that something waits for them."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Ask a case bringer, from this moment on and privately, what came of the next step."""

    person: PersonId
    at: Moment


@dataclass(frozen=True, slots=True)
class Finish:
    """The session has ended: say goodbye in the room."""


Effect = Announce | Say | Reveal | Tell | Marks | Clear | Permit | Alert | FollowUp | Finish


# --- Keeps: what is to be written down of people's words, in the same transaction ---------------------


@dataclass(frozen=True, slots=True)
class Keep:
    """Add these fields to this person's contribution."""

    slot: str
    person: PersonId
    words: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Drop:
    """Forget this person's contribution."""

    slot: str
    person: PersonId


@dataclass(frozen=True, slots=True)
class Agree:
    """This person accepted the code of conduct as it is now."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Carry:
    """Put all that this person wrote under `slot` under `to` as well, as one text in the field `field`."""

    slot: str
    person: PersonId
    to: str
    field: str


# --- Answers ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decision:
    """What is so now, what must happen once, and what must be written down."""

    session: Session
    effects: tuple[Effect, ...] = ()
    keeps: tuple[Keep | Drop | Agree | Carry, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, for the person who tried. Nothing has changed. `ask`: press again to do it all the same."""

    reason: Text
    ask: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: its value and what people read; `on` when it is chosen already."""

    value: str
    label: Line
    on: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that somebody may do now, with all that a button, a form or a robot needs for it."""

    act: Act
    ordinal: int = 0
    whose: PersonId | None = None
    form: Form | None = None
    choices: tuple[Choice, ...] = ()
    at_most: int = 0
