"""What a participant has in mind about the group it is in, and about the step that is going on."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.rehearsal.robots.lines import Lines, Topic
from bot.rehearsal.robots.sight import Message

KRING = "Kring"
CHOSEN = re.compile(r"^([^\W\d_]+) (?:brengt (?:in: |een casus in\.)|brings in(?:: | a case\.))")
ASKED_TO = re.compile(r"^([^\W\d_]+), ", re.MULTILINE)
"""How a card begins to ask something of one person."""
FLOOR = re.compile(
    r"^\*\*(?:Vraag|Question) \d+ · ([^\W\d_]+)\*\*|^\*\*([^\W\d_]+) (?:vraagt door|follows up)"
)
ALL_IN = re.compile(r"^(Iedereen is klaar|Everybody is done)")
TIME_UP = re.compile(r"^(De tijd is om|Time is up)")
ANYBODY = re.compile(r"Dan mag iedereen nu op|Anybody may press")
"""How Kring says that whoever likes may go on."""
LOOK = re.compile(r"‘(?:Mijn kaart|My card)’")
"""How Kring asks everybody to look at the own card."""
ELSEWHERE = Topic("?", "?", "?")


@dataclass(slots=True)
class Step:
    """One visit of one step, as somebody in it sees it."""

    card: Message
    session: int
    visit: int
    number: int
    topic: Topic
    time: int
    """The how-manieth time that this phase comes by."""
    began: float
    ends: float
    own: Message | None = None
    outdated: bool = True
    """Whether the own card may have changed since it was last looked at."""
    shifted: bool = False
    """Whether somebody else was called since, so that one's own turn may be over."""
    done: set[str] = field(default_factory=set)
    moments: dict[str, float] = field(default_factory=dict)
    """When this person wants to do what."""
    nudge: str | None = None
    """Why the leader was called: all are done, or the time is up."""
    floor: Message | None = None
    """The question that is being answered."""
    floors: int = 0
    """How many questions have been put, those that went further included."""
    asker: str = ""
    answered: bool = False

    @property
    def seconds(self) -> float:
        """How long the step is meant to last."""
        return max(60.0, self.ends - self.began)

    def left(self, now: float) -> float:
        """How much of that is left."""
        return max(0.0, self.ends - now)


@dataclass(slots=True)
class Plan:
    """Something that a robot is going to do."""

    at: float
    key: str
    do: Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Table:
    """The group and its conversation, read from the room."""

    lines: Lines
    me: str
    my_id: int
    members: tuple[str, ...] = ()
    bringers: list[str] = field(default_factory=list)
    step: Step | None = None
    over: bool = False
    attentive: bool = False
    """Whether this robot also looks when Kring asks everybody to."""
    round: int = 1
    """The how-manieth case this is: a step that was passed over in an earlier round does not count it down."""
    read_to: int = 0
    older: list[Message] = field(default_factory=list)
    """Cards of steps that are over, which may still have their buttons."""
    _numbers: dict[str, list[int]] = field(default_factory=dict)

    @property
    def bringer(self) -> str | None:
        """Whose case it is now."""
        step = self.step
        if step is None or step.topic.phase.startswith("fr.") or not self.bringers:
            return None
        return self.bringers[min(self.round, len(self.bringers)) - 1]

    @property
    def mine(self) -> bool:
        """Whether it is this robot's own case now."""
        return self.bringer == self.me

    @property
    def participants(self) -> tuple[str, ...]:
        """Everybody but the case bringer."""
        return tuple(name for name in self.members if name != self.bringer)

    def read(self, messages: Sequence[Message]) -> None:
        """Take in what was posted since the last look."""
        for message in messages:
            self.read_to = max(self.read_to, message.id)
            if message.private:
                continue
            if message.by != KRING:
                self._heard(message)
            elif message.button("mine"):
                self._card(message)
            else:
                self._told(message)

    def _card(self, message: Message) -> None:
        forward, step = message.button("next"), message.step
        if forward is None or step is None:
            self.over, self.step = True, None
            return
        if not self.members:
            # Who comes in later is not named on a room's first card.
            self.members = self.lines.members(f"{message.text} {self.me}")
        number, title = step
        topic = self.lines.topics.get(title, ELSEWHERE)
        times = self._numbers.setdefault(topic.phase, [])
        if number not in times:
            times.append(number)
        if self.step is not None:
            self.older.append(self.step.card)
        if not topic.phase.startswith("fr."):
            self.round = max(self.round, times.index(number) + 1)
        if topic.who == "case_bringer":
            self._brings(message.text)
        self.step = Step(
            card=message,
            session=forward.press.session,
            visit=forward.press.visit,
            number=number,
            topic=topic,
            time=times.index(number) + 1,
            began=message.at,
            ends=message.ends or message.at + 60,
        )

    def _brings(self, text: str) -> None:
        """Where nobody is chosen, the card that asks for a story says whose turn it is to bring one."""
        names = [name for name in ASKED_TO.findall(text) if name in self.members]
        if names and names[0] not in self.bringers:
            self.bringers.append(names[0])

    def _told(self, message: Message) -> None:
        found = CHOSEN.search(message.text)
        if found is not None and found[1] not in self.bringers:
            self.bringers.append(found[1])
        step = self.step
        if step is None:
            return
        self._asked(step, message)
        called = f"<@{self.my_id}>" in message.text
        if called and ALL_IN.search(message.text):
            step.nudge = "all"
        elif (called and TIME_UP.search(message.text)) or (self.attentive and ANYBODY.search(message.text)):
            step.nudge = "time"
        looks = called or self.me in message.text or self.mine
        looks |= self.attentive and LOOK.search(message.text) is not None
        step.outdated |= looks or step.topic.kind in {"vote", "briefing"}
        step.shifted |= "<@" in message.text and not called

    def _asked(self, step: Step, message: Message) -> None:
        found = FLOOR.search(message.text)
        if found is not None:
            step.floor, step.asker, step.answered = message, found[1] or found[2], False
            step.floors += 1

    def _heard(self, message: Message) -> None:
        step = self.step
        if step is not None and step.floor is not None and message.by == self.bringer:
            step.answered = True
            step.outdated |= step.asker == self.me
