"""What is so in one session: ids, numbers and moments. Nobody's words are in here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NewType

from methods.engine.model import (
    CaseBallot,
    Content,
    Kind,
    LinkBallot,
    OptionBallot,
    Phase,
    Place,
    RoleBallot,
    SortBallot,
    Talk,
    Who,
)
from methods.engine.text import Language, Moment, PersonId

SessionId = NewType("SessionId", int)
MeetingId = NewType("MeetingId", int)


class Flow(StrEnum):
    """How a step runs: its phase's kind, who acts, and whether people speak or type, in one word."""

    READ = "read"
    TELL = "tell"
    WRITE = "write"
    REVEAL = "reveal"
    TURNS = "turns"
    TOGETHER = "together"
    OPEN = "open"
    ASK = "ask"
    CHOOSE = "choose"
    ANSWER = "answer"
    REACT = "react"
    EVALUATE = "evaluate"


def flow_of(phase: Phase, talk: Talk) -> Flow:
    """The only place where the way of talking decides how a phase runs."""
    match phase.kind:
        case Kind.BRIEFING:
            return Flow.TELL if phase.who is Who.CASE_BRINGER else Flow.READ
        case Kind.WRITE:
            return Flow.WRITE
        case Kind.REVEAL:
            return Flow.REVEAL
        case Kind.ROUND | Kind.REFLECTION:
            typed_at_once = talk is Talk.WRITTEN and phase.after is None
            return Flow.TOGETHER if typed_at_once else Flow.TURNS
        case Kind.OPEN:
            return Flow.OPEN
        case Kind.QA:
            return Flow.ASK
        case Kind.VOTE:
            return _vote(phase)
        case Kind.REACTION:
            return Flow.REACT
        case Kind.EVALUATION:
            return Flow.EVALUATE


def _vote(phase: Phase) -> Flow:
    match phase.ballot:
        case CaseBallot() | RoleBallot():
            return Flow.CHOOSE
        case SortBallot():
            return Flow.REACT
        case OptionBallot() | LinkBallot() | None:
            return Flow.ANSWER


@dataclass(frozen=True)  # without slots, because two of its properties are worked out once
class Step:
    """A phase's place in this session's script. `round` is None for the frame; `minutes` as planned."""

    phase: Phase
    round: int | None
    minutes: int

    @cached_property
    def slot(self) -> str:
        """The name under which this step's contributions are kept."""
        return slot(self.round, self.phase.id)

    @cached_property
    def flows(self) -> Mapping[Talk, Flow]:
        """How it runs where people speak, and where they type."""
        return {talk: flow_of(self.phase, talk) for talk in Talk}

    @property
    def options(self) -> tuple[str, ...]:
        """The answers one may choose here."""
        ballot = self.phase.ballot
        return tuple(o.id for o in ballot.options) if isinstance(ballot, OptionBallot) else ()


def slot(round_: int | None, phase_id: str) -> str:
    """`"1:bm.canvas"`: the round (0 for the frame) and the phase."""
    return f"{round_ or 0}:{phase_id}"


class Status(StrEnum):
    """Whether the session's clock runs, and if not why."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    STILL = "still"
    ENDED = "ended"


class Part(StrEnum):
    """Where a step has got to. All but MAIN belong to choosing a case and a leader."""

    MAIN = "main"
    GATHERING = "gathering"
    VOTING = "voting"
    ASKING = "asking"
    OFFERING = "offering"
    LEADING = "leading"


class EndedBy(StrEnum):
    """What ended a step."""

    ALL_IN = "all_in"
    LEADER = "leader"
    MODERATOR = "moderator"
    CASE_BRINGER = "case_bringer"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Round:
    """Who has which role while one case is treated. A leader of None: the meeting's own leader stays."""

    case_bringer: PersonId | None = None
    leader: PersonId | None = None
    over: bool = False
    """Stopped, or never had a case: its remaining steps are passed over, all but a closing round."""


@dataclass(frozen=True, kw_only=True)  # without slots: see `changed` in draft.py
class Stage:
    """How far this visit of this step is."""

    entered: Moment
    ends: Moment
    part: Part = Part.MAIN
    timer: Moment | None = None
    """When the current part is over (voting, asking, offering, leading)."""
    noticed: bool = False
    over: bool = False
    called: bool = False
    """Somebody was asked to move on a step that never ends by the clock."""
    calm: bool = False
    """The minute of silence is over and the case bringer was asked how to go on."""
    extended: int = 0
    lingers: tuple[PersonId, ...] = ()
    """Who asked for more time to write, once for each time."""
    hold: Moment | None = None
    ready: Moment | None = None
    """Since when everybody is done."""
    wishes: tuple[PersonId, ...] = ()
    """Where Kring leads: who asked for two more minutes; the second one gets them."""
    reminded: int = 0
    freed: int = 0
    """How often free talk was begun or ended; odd: it is on, and everybody may write."""
    since: Moment | None = None
    """When the current part or turn began within this visit: a click just after it was meant for the one before."""
    order: tuple[PersonId, ...] = ()
    later: tuple[PersonId, ...] = ()
    """Whose turn was moved back: their text has been shown already."""
    turn: PersonId | None = None
    turn_ends: Moment | None = None
    done: tuple[PersonId, ...] = ()
    passed: tuple[PersonId, ...] = ()
    added: tuple[PersonId, ...] = ()
    """Who said one more sentence about the step before."""
    asked: int = 0
    """How many questions have been put."""
    probed: tuple[PersonId, ...] = ()
    nudged: tuple[PersonId, ...] = ()
    """Who got a private remark on what they handed in, once for each time."""
    weighing: tuple[PersonId, ...] = ()
    """Who has not yet decided what to do with such a remark."""
    weighs_until: Moment | None = None
    """Until when a question waits for that, while nobody else has one ready."""
    told: tuple[str, ...] = ()
    """Which fields of the prepared story the group has read."""
    votes: Mapping[PersonId, tuple[str, ...]] = field(default_factory=dict)

    @property
    def settled(self) -> frozenset[PersonId]:
        """Everybody from whom nothing is awaited any more."""
        return frozenset(self.done + self.passed)


class Need(StrEnum):
    """What somebody who calls a moderator needs."""

    MODERATOR = "moderator"
    TECHNIQUE = "technique"
    UNWELL = "unwell"


@dataclass(frozen=True, slots=True)
class Call:
    """A call for a moderator; `taken` by whoever is coming."""

    by: PersonId
    need: Need
    since: Moment
    taken: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Lap:
    """One visit of one step, as it went."""

    step: int
    started: Moment
    ended: Moment
    by: EndedBy


@dataclass(frozen=True, slots=True)
class Slip:
    """What to return to when the last step forward was a slip."""

    until: Moment
    step: int
    stage: Stage
    left: Moment
    laps: int


@dataclass(frozen=True, kw_only=True)  # without slots: see `changed` in draft.py
class Session:
    """The running of one group's script. `at` is the place in the script; past its end all is done."""

    id: SessionId
    meeting: MeetingId
    group: int
    """Number of the group on people's screens; 0 is everybody together in the lobby."""
    version: int = 0
    method: str
    language: Language
    talk: Talk
    place: Place
    content: Content = Content.ROOM
    seed: int
    script: tuple[Step, ...]
    case: str = ""
    """The phase in which cases are asked, where no vote names it."""
    spare: tuple[Step, ...] = ()
    """Steps that are only run when they are needed: the closing round after a case was stopped."""
    members: tuple[PersonId, ...]
    late: tuple[PersonId, ...] = ()
    """Members who came in during this step and take part from the next one on."""
    door: tuple[PersonId, ...] = ()
    """Who came while somebody tells or reacts: nobody walks in on that, so they wait until it is over."""
    came: tuple[PersonId, ...] = ()
    """Who came in while the session was under way: they may ask what they missed."""
    moderators: tuple[PersonId, ...] = ()
    visitors: tuple[PersonId, ...] = ()
    """Moderators who were asked for help: they see the room until the next step."""
    leader: PersonId | None = None
    """Who leads where the round names nobody else; None: Kring leads."""
    note_taker: PersonId | None = None
    rounds: tuple[Round, ...] = (Round(),)
    ranking: tuple[PersonId, ...] = ()
    """Owners of the chosen cases in order of the vote, the next one to be asked first."""
    buffer: int = 0
    """Minutes of the meeting that no step needs yet."""
    returns: Moment | None = None
    """When this group is to be back with the others, as planned; later «terug om» may name another moment."""
    latest: Moment | None = None
    """The end that holds: past it the steps still to come are planned anew. It is `returns` with the buffer."""
    replans: bool = False
    """«Terug om» came in a protected moment: the rest is planned anew at the next step."""
    status: Status = Status.WAITING
    stopped_at: Moment | None = None
    """When the clock was frozen."""
    pauses: int = 0
    at: int = 0
    visit: int = 0
    stage: Stage | None = None
    floor: int = 0
    """The earliest step one may go back to: a reveal cannot be undone."""
    given: Mapping[str, Mapping[PersonId, tuple[str, ...]]] = field(default_factory=dict)
    """Per slot and person: which fields were filled in. The words are kept elsewhere."""
    withheld: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    """Per slot: who let it pass after writing something; that stays hidden."""
    shown: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    """Per slot: whose text the group has seen, in the order of showing."""
    taken: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    maybe: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    agreed: tuple[PersonId, ...] = ()
    """Who accepted the code of conduct as it is now: before this session, or in it."""
    calls: tuple[Call, ...] = ()
    """Who asked for a moderator, in that order, until the moderator is done or the next step begins."""
    handing: bool = False
    """Whoever likes may take over the lead: the leader asked for it, or let the clock move the group on."""
    linked: Mapping[str, Mapping[PersonId, tuple[str, ...]]] = field(default_factory=dict)
    """By the slot of the step in which texts are linked: whose texts everybody linked the own one to."""
    hushed: int = 0
    """How often the leader switched private remarks off or on again; odd: they are off."""
    heard: Moment | None = None
    """When a member last did anything: a sign of life, and no more than that."""
    laps: tuple[Lap, ...] = ()
    slip: Slip | None = None

    @property
    def step(self) -> Step:
        """Where the session is; only while it is under way."""
        return self.script[self.at]

    @property
    def flow(self) -> Flow:
        """How the current step runs."""
        return self.step.flows[self.talk]

    @property
    def under_way(self) -> bool:
        """Whether there is a current step."""
        return self.stage is not None

    @property
    def round(self) -> Round | None:
        """The roles of the round that is going on; None in the frame."""
        number = None if self.stage is None else self.script[self.at].round
        return self.rounds[number - 1] if number else None

    @property
    def case_bringer(self) -> PersonId | None:
        """Whose case it is now; nobody in the frame, or once the case was stopped."""
        now = self.round
        return now.case_bringer if now and not now.over else None

    @property
    def leads(self) -> PersonId | None:
        """Who leads now; None: Kring leads. Never the case bringer of this round."""
        return leader_of(self.round, self.leader) if self.round else self.leader

    @property
    def unanswered(self) -> tuple[Call, ...]:
        """The calls for a moderator to which nobody is coming yet."""
        return tuple(call for call in self.calls if call.taken is None)

    def gave(self, slot_: str) -> Mapping[PersonId, tuple[str, ...]]:
        """Who handed something in under this slot, and which fields."""
        return self.given.get(slot_, {})

    def source(self) -> Step | None:
        """The earlier step whose texts the current step shows."""
        wanted = self.step.phase.after
        return earlier_step(self, wanted) if wanted else None


def earlier_step(session: Session, phase_id: str) -> Step | None:
    """The last step of this phase before the current one."""
    return next((s for s in reversed(session.script[: session.at]) if s.phase.id == phase_id), None)


def leader_of(round_: Round, usual: PersonId | None) -> PersonId | None:
    """Who leads this round: its own leader, else the usual one unless it is his or her own case."""
    return round_.leader or (usual if usual != round_.case_bringer else None)
