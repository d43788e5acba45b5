"""What a method is: plain values that one file per method fills in.

The terms and rules come from the field's own literature; `docs/methods.md` names the sources.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import Literal

from methods.engine.text import Text

FrameId = Literal["VIS", "ALG", "STO"]
"""The blocks around a method: `methods/frame.py` has them."""


class Kind(StrEnum):
    """What people do in a phase."""

    BRIEFING = "briefing"
    WRITE = "write"
    REVEAL = "reveal"
    ROUND = "round"
    OPEN = "open"
    QA = "qa"
    VOTE = "vote"
    REACTION = "reaction"
    REFLECTION = "reflection"
    EVALUATION = "evaluation"


class Who(StrEnum):
    """Who acts in a phase; participants are all members except the case bringer."""

    CASE_BRINGER = "case_bringer"
    PARTICIPANTS = "participants"
    LEADER = "leader"
    EVERYBODY = "everybody"
    NOBODY = "nobody"


class Rule(StrEnum):
    """A rule of conduct of a phase; `methods/engine/rules.py` has the line that people see."""

    NO_ADVICE = "no-advice"
    I_LISTENS = "i-listens"
    LEADER_NOT_I = "leader≠i"
    TURNS = "turns"
    LEADER_LAST = "leader-last"
    NO_DISCUSSION = "no-discussion"
    BRIEF_ANSWER = "brief-answer"
    SILENT = "silent"
    HIDDEN = "hidden"
    AT_LEAST_ONE = "at-least-one"
    MAY_PASS = "may-pass"
    SECRET_VOTE = "secret-vote"
    CONSENT = "consent"
    I_DECIDES = "i-decides"
    I_FORM = "i-form"
    ANONYMOUS = "anonymous"
    NO_JUDGING = "no-judging"
    TENTATIVE = "tentative"
    THIRD_PERSON = "third-person"
    OUTCOME_HIDDEN = "outcome-hidden"
    NO_SOLUTIONS = "no-solutions"
    WHAT_WORKS = "what-works"
    PROCEDURE_NOT_PERSON = "procedure-not-person"
    SMALL_CONCRETE = "small-concrete"
    TIMEBOX = "timebox"
    NOT_STORED = "not-stored"


class Wish(StrEnum):
    """What somebody wants of the group; after section 5 of the specification, two of them after the STO guide."""

    SOLUTION = "oplossing"
    INSIGHT = "inzicht"
    REFLECTION = "reflectie"
    FEEDBACK = "feedback"
    INSPIRATION = "inspiratie"
    VALUES = "waarden"
    STUCK = "vast"


class Talk(StrEnum):
    """How a group talks: aloud, or by typing."""

    SPOKEN = "spoken"
    WRITTEN = "written"


class Place(StrEnum):
    """Where a group meets: a voice channel with its chat, a text channel, or outside Discord."""

    VOICE = "voice"
    TEXT = "text"
    ELSEWHERE = "elsewhere"


class Content(StrEnum):
    """Where what people write may stand: in the room, only on everybody's own screen, or nowhere in Kring."""

    ROOM = "room"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Spoken minutes: `ceil(base + per_person × x)`, where x is n (all present), t (n − 1) or nothing."""

    base: float
    per_person: float = 0
    basis: Literal["n", "t", "fixed"] = "fixed"
    table: tuple[tuple[int, int], ...] = ()
    """Instead of the formula, where a source fixes the minutes: from so many people on, so many minutes."""

    def of(self, n: int) -> int:
        """Whole minutes for `n` people present, the case bringer included."""
        from_table = [minutes for people, minutes in self.table if people <= n]
        if from_table:
            return from_table[-1]
        x = {"n": n, "t": n - 1, "fixed": 0}[self.basis]
        return ceil(self.base + self.per_person * x)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form. `max_length` counts characters; a rating runs from 1 to 10; a choice is from `options`."""

    id: str
    label: Text
    kind: Literal["text", "rating", "tick", "choice"] = "text"
    max_length: int | None = None
    required: bool = False
    description: Text | None = None
    placeholder: Text | None = None
    options: tuple[Text, ...] = ()
    """A list in the private answer after the form: a choice is made there, a text may begin with one of these."""
    like: str | None = None
    """The question of the case with the same meaning: its answer is offered here."""
    kept_back: bool = False
    """Not shown to the group unless its author chooses so."""
    until: str | None = None
    """The phase in which it may first be shown; before, it stays locked (the outcome of an incident)."""
    spoken: bool = True
    """Whether it is also asked where people talk: a pitch of one minute needs a title and a question only."""


@dataclass(frozen=True, slots=True)
class Form:
    """Questions for one person.

    A form that is `whole` is asked in one go; any other asks its required questions first and offers
    the rest after saving («Aanvullen»), because a timed phase is short.
    """

    fields: tuple[Field, ...]
    whole: bool = False
    by: Literal["acting", "scribe", "case_bringer"] = "acting"
    """Who fills it in: those who act, whoever notes for the group, or the case bringer for himself or herself."""
    each: str | None = None
    """Filled in once for each text of this phase that was shown, one after another, and told at once."""

    def asked(self, talk: Talk) -> "Form":
        """What is left of it where people talk or type like this."""
        if talk is Talk.WRITTEN:
            return self
        return replace(self, fields=tuple(field for field in self.fields if field.spoken))

    @property
    def typed(self) -> tuple[Field, ...]:
        """What is asked in the form itself; a choice is made in the private answer to it."""
        return tuple(field for field in self.fields if field.kind != "choice")

    @property
    def required(self) -> frozenset[str]:
        """The ids of the questions without which a contribution is not complete."""
        return frozenset(field.id for field in self.fields if field.required)


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to a vote."""

    id: str
    label: Text
    said: Text | None = None
    """What Kring says to the group when this is chosen: how to do it."""
    back: str | None = None
    """The earlier phase to which this answer leads back."""


@dataclass(frozen=True, slots=True)
class CaseBallot:
    """A secret vote about the cases that were given in the phase `cases`; `title` is their field.

    When `cases` is the phase of the vote itself, everybody first writes one there.
    """

    cases: str
    title: str = "titel"
    votes: int = 2
    seats: bool = True
    """Whether the owner of what is chosen becomes case bringer; False: only a text is chosen."""
    kind: Literal["cases"] = "cases"


@dataclass(frozen=True, slots=True)
class OptionBallot:
    """A vote between fixed answers."""

    options: tuple[Option, ...]
    told: bool = False
    """Whether the group hears what was chosen."""
    kind: Literal["options"] = "options"


@dataclass(frozen=True, slots=True)
class SortBallot:
    """The case bringer sorts the texts shown here: these, those, and the rest; the group hears the first.

    `apart`: every answer is sorted by itself, and not each person's text as a whole.
    """

    first: Text
    second: Text
    apart: bool = False
    kind: Literal["sort"] = "sort"


@dataclass(frozen=True, slots=True)
class RoleBallot:
    """Who leads and who keeps the notes, before there is a case."""

    kind: Literal["roles"] = "roles"


@dataclass(frozen=True, slots=True)
class LinkBallot:
    """Everybody links what they wrote in the phase `own` to texts of the phase `to`; both stand there, numbered.

    `shows`: which fields of the own texts are shown. The names stand above the lists.
    """

    own: str
    to: str
    own_name: Text
    to_name: Text
    shows: tuple[str, ...] = ()
    kind: Literal["link"] = "link"


Ballot = CaseBallot | OptionBallot | SortBallot | RoleBallot | LinkBallot


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A step that runs only after this answer, with up to `minutes` from the buffer (at least `spare`)."""

    phase: str
    option: str
    minutes: int
    spare: int


@dataclass(frozen=True, slots=True)
class Product:
    """What comes of a round for everybody: what the case bringer wrote in these phases (`of`), under this name.

    It stands in everybody's harvest unless the case bringer ticks `unless` in the form of the phase.
    """

    name: Text
    of: tuple[str, ...]
    unless: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One part of a method. Both languages stand in it; nothing in it depends on how people talk."""

    id: str
    name: Text
    kind: Kind
    who: Who
    minutes: Minutes
    prompt: Text
    rules: tuple[Rule, ...] = ()
    form: Form | None = None
    """What a person fills in here; a phase without one is done by talking or typing."""
    short: Minutes | None = None
    """Minutes in the short variant; without them the short variant leaves this phase out."""
    after: str | None = None
    """The phase whose texts are shown here."""
    shows: tuple[str, ...] = ()
    """Which fields of those texts are shown; empty: all."""
    named: bool = True
    """Whether texts are shown with their author's name. Fixed: people wrote on that promise."""
    by_question: bool = False
    """Whether texts stand side by side under each question, instead of person by person."""
    ballot: Ballot | None = None
    only_if: OnlyIf | None = None
    product: Product | None = None
    """What everybody finds in the harvest of what the case bringer wrote."""
    plenary: bool = False
    """Held with all groups together, in the lobby, by the moderator."""
    stop_word: bool = False
    """The case bringer, about whom people talk, may end it at once; no reason asked."""
    once: bool = False
    """Done once and not in every round: before the first, or after the last, as it stands in the method."""
    waits: bool = False
    """Never ends by the clock: people are elsewhere and come back when they are done."""
    shrinks_to: int | None = None
    """Fewest minutes when a meeting is too full; without it the minutes hold."""
    lowest_per_person: float | None = None
    """Fewest minutes per person when a meeting is too full."""

    def has(self, rule: Rule) -> bool:
        """Whether this phase keeps this rule."""
        return rule in self.rules


@dataclass(frozen=True, slots=True)
class Suit:
    """What a method is good for, and for which group: one that is new or has little time, or a settled one."""

    wish: Wish
    new_group: bool = False
    settled_group: bool = False
    short: bool = False
    """In its short variant."""
    option: str | None = None
    """With this answer chosen on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A recipe for a round with one case."""

    id: str
    name: Text
    goal: Text
    fits: Text
    phases: tuple[Phase, ...]
    case: str
    """The phase in which somebody's case is asked; it can be filled in at home."""
    title: str = "titel"
    """Which question of the case is its title."""
    frame: FrameId = "VIS"
    skips: tuple[str, ...] = ()
    """Frame blocks that the method's own phases replace."""
    rounds: int = 1
    switch: int = 0
    """Minutes between two rounds, in which the leader may change."""
    everybody_brings: bool = False
    """Every member is case bringer once: as many rounds as there are people, and nothing to choose."""
    well: int = 5
    """How many people a group is best made of; some get one more."""
    fewest: int = 4
    most: int = 8
    spoken_only: bool = False
    settled_group: bool = False
    """Not for the first time that people meet."""
    roomy: int | None = None
    """Minutes that its rounds should have; with fewer the moderator is warned."""
    suits: tuple[Suit, ...] = ()
    command: str | None = None
    """The name of its slash group, where it has a form for before the meeting."""
    sources: tuple[str, ...] = ()
