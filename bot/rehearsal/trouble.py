"""What goes wrong on an evening, dealt from a seed: to each group something else, at a moment of its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from bot.rehearsal.robots.participant import Participant
from bot.rehearsal.robots.urges import Urge
from bot.rehearsal.watching import Watch
from methods.engine.state import Part, Session, Status
from methods.engine.text import Moment, PersonId

if TYPE_CHECKING:
    from bot.rehearsal.robots.caring import CaringModerator
    from bot.rehearsal.world import World

LATE_SHARE = 6
"""One of so many people comes late."""
EARLIEST, LATEST = 0.03, 0.5
"""Between which parts of a group's time something begins to go wrong."""
LATE_UNTIL = 0.4
"""The part of that time after which nobody comes any more."""
EACH = 2
"""How many things go wrong in a group, latecomers not counted."""
ROOM_FOR, KEEPS = 8, 3
"""People that a group can have at most, and those that nobody is taken away from."""
PAIR = 2


class Kind(StrEnum):
    """What can go wrong, or is asked for."""

    LATE = "late"
    LEFT = "left"
    SILENT = "silent"
    HAND_OVER = "hand-over"
    STOP = "stop"
    STILL = "still"
    HELP = "help"
    MOVE = "move"
    MERGE = "merge"


DECK = tuple(kind for kind in Kind if kind is not Kind.LATE)


@dataclass(slots=True)
class Trouble:
    """One thing that goes wrong: `after` so many seconds since the groups opened; `began` once it did."""

    kind: Kind
    group: int
    after: float
    who: Participant | None = None
    began: Moment | None = None
    urge: Urge | None = None
    to: int = 0
    """The group that somebody goes to."""


def latecomers(count: int) -> int:
    """How many of so many people come late."""
    return count // LATE_SHARE


def dealt(groups: Sequence[int], seconds: float, dice: Random) -> list[Trouble]:
    """For each group some kinds of trouble; every kind comes before one returns, and none twice in a group.

    `seconds`: how long the groups are together.
    """
    cards: list[Kind] = []
    troubles = []
    for group in groups:
        mine: list[Kind] = []
        while len(mine) < EACH:
            if not cards:
                cards = dice.sample(DECK, len(DECK))
            card = next((one for one in cards if one not in mine), cards[0])
            cards.remove(card)
            mine.append(card)
        # Whoever is left with two goes elsewhere, so that comes last.
        mine.sort(key=lambda kind: kind is Kind.MERGE)
        moments = sorted(dice.uniform(EARLIEST, LATEST) * seconds for _ in mine)
        troubles += [Trouble(kind, group, at) for kind, at in zip(mine, moments, strict=True)]
    return troubles


class Troubles:
    """Lets things go wrong when their moment has come and there is somebody to do it."""

    def __init__(
        self,
        world: "World",
        people: Sequence[Participant],
        moderator: "CaringModerator",
        watch: Watch,
        dice: Random,
    ) -> None:
        self._world = world
        self._people = {robot.hands.id: robot for robot in people}
        self._moderator = moderator
        self._watch = watch
        self._dice = dice
        self._opened: float | None = None
        self._late = [robot for robot in people if robot.roomless]
        self.all: list[Trouble] = []
        self._ways: Mapping[Kind, Callable[[Trouble, Session], bool]] = {
            Kind.LEFT: self._leaves,
            Kind.SILENT: self._falls_silent,
            Kind.HAND_OVER: self._hands_over,
            Kind.STOP: self._stops,
            Kind.STILL: self._wants_something,
            Kind.HELP: self._wants_something,
            Kind.MOVE: self._moves,
            Kind.MERGE: self._shrinks,
        }

    async def happen(self) -> None:
        """Whatever is to go wrong by now."""
        groups = sorted(number for number in self._watch.sessions if number)
        if len(groups) < max(1, len(self._moderator.members)):
            return  # they open one after another
        now = self._world.clock.now()
        if self._opened is None:
            self._opened = now
            seconds = 60 * sum(step.minutes for step in self._watch.sessions[groups[0]].script)
            self.all = [*dealt(groups, seconds, self._dice), *self._comings(seconds)]
        for trouble in self.all:
            if trouble.began is None and now >= self._opened + trouble.after and self._begins(trouble):
                trouble.began = Moment(int(now))

    def _begins(self, trouble: Trouble) -> bool:
        if trouble.kind is Kind.LATE:
            return self._comes_late(trouble)
        session = self._watch.sessions[trouble.group]
        return session.under_way and self._ways[trouble.kind](trouble, session)

    def _comings(self, seconds: float) -> Iterator[Trouble]:
        for robot in self._late:
            yield Trouble(Kind.LATE, 0, self._dice.uniform(EARLIEST, LATE_UNTIL) * seconds, robot)

    # --- Who -------------------------------------------------------------------------------------------------

    def _awake(self, session: Session, *, also_case_bringer: bool = True) -> list[Participant]:
        """Members of this group who sit at their screen."""
        here = [self._people[who] for who in session.members if who in self._people]
        found = [one for one in here if not one.away and one.urge is None and one.table.step is not None]
        return [one for one in found if also_case_bringer or one.hands.id != session.case_bringer]

    def _one_of(self, session: Session) -> Participant | None:
        """Anybody; now and then it is just the case bringer or the leader."""
        awake = self._awake(session)
        special = [one for one in awake if one.hands.id in {session.case_bringer, session.leads}]
        if special and self._dice.random() < 0.5:  # noqa: PLR2004 - one time in two
            return self._dice.choice(special)
        return self._dice.choice(awake) if awake else None

    def _person(self, who: PersonId | None) -> Participant | None:
        found = self._people.get(who or 0)
        return found if found is not None and not found.away and found.urge is None else None

    # --- How; each returns whether it could be done ------------------------------------------------------------

    def _comes_late(self, trouble: Trouble) -> bool:
        assert trouble.who is not None, "it was dealt to somebody"  # noqa: S101 - a mistake in the deal
        trouble.who.after(0)
        return True

    def _go(self, robot: Participant) -> None:
        """Out of the server, with everything."""
        robot.away = True
        self._world.env.guild.remove_member(self._world.people[robot.name].actor)

    def _leaves(self, trouble: Trouble, session: Session) -> bool:
        robot = self._one_of(session)
        if robot is None or len(self._awake(session)) <= KEEPS:
            return False
        self._go(robot)
        trouble.who = robot
        return True

    def _falls_silent(self, trouble: Trouble, session: Session) -> bool:
        robot = self._one_of(session)
        if robot is None or len(self._awake(session)) <= KEEPS:
            return False
        robot.away = True
        trouble.who = robot
        return True

    def _urges(self, trouble: Trouble, robot: Participant | None) -> bool:
        if robot is None:
            return False
        robot.urge = trouble.urge = Urge(trouble.kind.value)
        robot.after(1)
        trouble.who = robot
        return True

    def _hands_over(self, trouble: Trouble, session: Session) -> bool:
        choosing = session.stage is not None and session.stage.part is Part.LEADING
        return (
            not choosing
            and session.status is Status.RUNNING
            and self._urges(trouble, self._person(session.leads))
        )

    def _stops(self, trouble: Trouble, session: Session) -> bool:
        return self._urges(trouble, self._person(session.case_bringer))

    def _wants_something(self, trouble: Trouble, session: Session) -> bool:
        return session.status is Status.RUNNING and self._urges(trouble, self._one_of(session))

    def _moves(self, trouble: Trouble, session: Session) -> bool:
        awake = self._awake(session, also_case_bringer=False)
        to = self._another(session, 1)
        if to is None or not awake or len(self._awake(session)) <= KEEPS:
            return False
        trouble.who, trouble.to = self._dice.choice(awake), to
        self._moderator.wanted.append((trouble.who.name, to))
        return True

    def _shrinks(self, trouble: Trouble, session: Session) -> bool:
        """Everybody leaves but two."""
        awake = self._awake(session)
        if len(awake) < PAIR or self._another(session, PAIR) is None:
            return False
        staying = self._dice.sample(awake, PAIR)
        for who in session.members:
            robot = self._people.get(who)
            if robot is not None and robot not in staying and self._is_here(robot):
                self._go(robot)
        trouble.who = staying[0]
        return True

    def _is_here(self, robot: Participant) -> bool:
        return robot.hands.id in self._world.env.backend.guilds[self._world.env.guild.id].members

    def _another(self, session: Session, more: int) -> int | None:
        """Another group that is still talking and has room for so many more."""
        open_ = [
            number
            for number, one in self._watch.sessions.items()
            if number not in {0, session.group} and one.under_way and len(one.members) + more <= ROOM_FOR
        ]
        return self._dice.choice(sorted(open_)) if open_ else None
