"""What happens to a session. Events are past participles.

What a person did names the `visit` it was made against, so that a double click or an old button is refused; acts that
may happen twice in a visit carry their `ordinal` as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from methods.engine.text import Moment, PersonId


class Act(StrEnum):
    """What somebody may do; also the name of the act in a button's id."""

    WRITE = "write"
    WITHDRAW = "withdraw"
    PASS = "pass"
    DONE = "done"
    LATER = "later"
    LINGER = "linger"
    VOTE = "vote"
    CONSENT = "consent"
    DECLINE = "decline"
    OFFER_CASE = "offer-case"
    OFFER_LEAD = "offer-lead"
    OFFER_NOTES = "offer-notes"
    SHARE = "share"
    SORT = "sort"
    LINK = "link"
    ANSWERED = "answered"
    LEFT_OPEN = "left-open"
    NEXT = "next"
    BACK = "back"
    EXTEND = "extend"
    PAUSE = "pause"
    RESUME = "resume"
    UNDO = "undo"
    REMIND = "remind"
    STILL = "still"
    STOP = "stop"
    HELP = "help"
    TROUBLE = "trouble"
    UNWELL = "unwell"
    HELPED = "helped"
    SETTLED = "settled"
    FREE = "free"
    HAND_OVER = "hand-over"
    ADMIT = "admit"
    AS_IS = "as-is"
    FOR_ADVICE = "for-advice"
    HUSH = "hush"
    ADD = "add"
    RETURN = "return"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did in this visit of a step."""

    by: PersonId
    visit: int
    act: ClassVar[Act]


@dataclass(frozen=True, slots=True)
class Counted(Event):
    """Something that may happen several times in a visit: the `ordinal` tells a second time from a double click."""

    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Contributed(Event):
    """Handed in a form. `words` are added to what this person gave here before, field by field."""

    words: Mapping[str, str] = field(repr=False)
    nudge: bool = False
    """Whether there is a private remark on it, as `methods.checks` found."""
    act = Act.WRITE


@dataclass(frozen=True, slots=True)
class Withdrew(Event):
    """Took back what they handed in."""

    act = Act.WITHDRAW


@dataclass(frozen=True, slots=True)
class Passed(Event):
    """Let it pass. The leader may say so for `whose` turn it is."""

    whose: PersonId | None = None
    act = Act.PASS


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """Is done: had the turn, told the story, reacted, read. The leader may say so for `whose` turn it is."""

    whose: PersonId | None = None
    act = Act.DONE


@dataclass(frozen=True, slots=True)
class Deferred(Event):
    """Is not ready yet and moves back in the order."""

    act = Act.LATER


@dataclass(frozen=True, slots=True)
class Lingered(Counted):
    """Needs more time to write: the step does not end by itself for a minute."""

    act = Act.LINGER


@dataclass(frozen=True, slots=True)
class Added(Event):
    """Was still typing when the room closed, and says one more sentence."""

    text: str = ""
    act = Act.ADD


@dataclass(frozen=True, slots=True)
class Voted(Event):
    """Voted in secret. For cases `choices` are the owners' ids, for answers the option's id."""

    choices: tuple[str, ...] = ()
    act = Act.VOTE


@dataclass(frozen=True, slots=True)
class Consented(Event):
    """Wants to bring the case in."""

    act = Act.CONSENT


@dataclass(frozen=True, slots=True)
class Declined(Event):
    """Would rather not bring the case in; no reason asked."""

    act = Act.DECLINE


@dataclass(frozen=True, slots=True)
class OfferedCase(Event):
    """Brings something in although nobody had a case ready."""

    act = Act.OFFER_CASE


@dataclass(frozen=True, slots=True)
class OfferedLead(Event):
    """Will lead."""

    act = Act.OFFER_LEAD


@dataclass(frozen=True, slots=True)
class OfferedNotes(Event):
    """Will keep the notes."""

    act = Act.OFFER_NOTES


@dataclass(frozen=True, slots=True)
class Shared(Event):
    """The case bringer lets the group read these fields of the prepared text."""

    fields: tuple[str, ...] = ()
    act = Act.SHARE


@dataclass(frozen=True, slots=True)
class Sorted(Event):
    """The case bringer chose what to take along, and what perhaps: pieces by the names they were offered with."""

    taken: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    act = Act.SORT


@dataclass(frozen=True, slots=True)
class Linked(Event):
    """Links the own text to those of these people."""

    choices: tuple[str, ...] = ()
    act = Act.LINK


@dataclass(frozen=True, slots=True)
class Answered(Counted):
    """The case bringer answered; next question."""

    act = Act.ANSWERED


@dataclass(frozen=True, slots=True)
class LeftOpen(Counted):
    """The case bringer leaves this question for what it is."""

    act = Act.LEFT_OPEN


@dataclass(frozen=True, slots=True)
class Advanced(Event):
    """On to the next step. `sure`: pressed again after being asked."""

    sure: bool = False
    act = Act.NEXT


@dataclass(frozen=True, slots=True)
class Returned(Event):
    """One step back."""

    act = Act.BACK


@dataclass(frozen=True, slots=True)
class Extended(Counted):
    """Two minutes more."""

    act = Act.EXTEND


@dataclass(frozen=True, slots=True)
class Paused(Counted):
    """The clock stands still."""

    act = Act.PAUSE


@dataclass(frozen=True, slots=True)
class Resumed(Counted):
    """The clock runs again."""

    act = Act.RESUME


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """The last step forward was a slip."""

    act = Act.UNDO


@dataclass(frozen=True, slots=True)
class Reminded(Counted):
    """The leader reminds everybody of the agreement for this step, naming nobody."""

    act = Act.REMIND


@dataclass(frozen=True, slots=True)
class Stilled(Counted):
    """A moment of silence, for anybody who needs it."""

    act = Act.STILL


@dataclass(frozen=True, slots=True)
class Stopped(Event):
    """The case bringer stops with the case; no reason asked, one confirmation."""

    sure: bool = False
    act = Act.STOP


@dataclass(frozen=True, slots=True)
class AskedHelp(Event):
    """Wants the moderator."""

    act = Act.HELP


@dataclass(frozen=True, slots=True)
class Faltered(Event):
    """Technology fails this person: a moderator is wanted."""

    act = Act.TROUBLE


@dataclass(frozen=True, slots=True)
class FeltUnwell(Event):
    """This does not feel right: a moderator is wanted, and never the leader."""

    act = Act.UNWELL


@dataclass(frozen=True, slots=True)
class Helped(Event):
    """A moderator takes the calls for help of this group."""

    act = Act.HELPED


@dataclass(frozen=True, slots=True)
class Settled(Event):
    """The moderator who came is done here."""

    act = Act.SETTLED


@dataclass(frozen=True, slots=True)
class Stood(Event):
    """Leaves what they handed in as it is, in spite of a private remark."""

    act = Act.AS_IS


@dataclass(frozen=True, slots=True)
class Reserved(Event):
    """Keeps what they handed in for the advice round, and takes it back here."""

    act = Act.FOR_ADVICE


@dataclass(frozen=True, slots=True)
class Hushed(Counted):
    """The leader switches private remarks off for the group, or on again."""

    act = Act.HUSH


@dataclass(frozen=True, slots=True)
class Freed(Counted):
    """The leader lets everybody talk freely in this step, or ends that again."""

    act = Act.FREE


@dataclass(frozen=True, slots=True)
class HandedOver(Event):
    """The leader asks who takes over; no reason asked."""

    act = Act.HAND_OVER


@dataclass(frozen=True, slots=True)
class Admitted(Event):
    """The leader lets in whoever waits at the door while somebody tells or reacts."""

    act = Act.ADMIT


@dataclass(frozen=True, slots=True)
class ReturnSet(Event):
    """A moderator wants the group back at this moment: the steps still to come are planned anew."""

    until: Moment
    act = Act.RETURN


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """A moderator ends the session here."""

    sure: bool = False
    act = Act.CLOSE


@dataclass(frozen=True, slots=True)
class Started:
    """The room is open. `prepared` handed in their case at home: person → filled fields."""

    prepared: Mapping[PersonId, tuple[str, ...]] = field(default_factory=dict)
    agreed: tuple[PersonId, ...] = ()
    """Who accepted the code of conduct before."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Came in. `prepared`: the fields of the case that was filled in at home."""

    who: PersonId
    prepared: tuple[str, ...] = ()
    agreed: bool = False
    """Whether this person accepted the code of conduct before."""


@dataclass(frozen=True, slots=True)
class Left:
    """Is gone, for good as far as Kring can see."""

    who: PersonId


@dataclass(frozen=True, slots=True)
class Moved:
    """Goes on in another group of this meeting, at a moderator's word."""

    who: PersonId
    group: int


@dataclass(frozen=True, slots=True)
class LeaderSet:
    """A moderator named another leader for this group; None: Kring leads."""

    who: PersonId | None


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody removed this visit's card by hand, or (`room`) the whole room: there is another room now."""

    visit: int
    room: bool = False


@dataclass(frozen=True, slots=True)
class Appointed:
    """These people moderate the meeting now."""

    moderators: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The moment that `due` named has come. Refused while it has not."""

    visit: int


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Kring was away since `last`: the clock stopped there. Later than now: the clock was set back by as much."""

    last: Moment


AnyEvent = Event | Started | Joined | Left | Moved | LeaderSet | Removed | Appointed | TimeUp | Interrupted
