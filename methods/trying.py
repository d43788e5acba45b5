"""A method is played fifty times before people play it; one message tells how that went."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from methods.engine.events import AnyEvent
from methods.engine.messages import Decision
from methods.engine.model import Method, Place, Talk
from methods.engine.own_card import own_view
from methods.engine.state import MeetingId, Session, SessionId, Status
from methods.engine.text import Moment, PersonId, Text
from methods.engine.view import room_view
from methods.meeting import Group, Meeting, ServerId
from methods.opening import group_session
from methods.planning import USUAL, plan
from methods.playing import MODERATOR, START, Dice, random_game

GAMES: Final = 50
PEOPLE: Final = 6
"""For how many people the length of a meeting is told."""
LONGEST: Final = 600
"""Minutes into which any method fits in full."""
ROOM: Final = 15
"""Minutes to spare, so that what runs only when needed can run."""


@dataclass(frozen=True, slots=True)
class Game:
    """How one game went."""

    begun: frozenset[str]
    """The steps that were begun."""
    minutes: int
    ended: bool
    last: str
    """The step in which it ended, or stuck."""
    fell: str = ""
    """What the engine fell over, as a programmer says it; empty when it did not."""


def played(recipe: Method, number: int, dice: Dice) -> Game:
    """One game; `number` varies how many people there are, how they talk and who leads."""
    session = _table(recipe, number)
    begun: set[str] = set()
    at, last = [START], [""]

    def watch(before: Session, _event: AnyEvent, decision: Decision, now: Moment) -> None:
        after = decision.session
        at[0] = now
        if after.visit != before.visit and after.under_way:
            last[0] = after.step.phase.id
            begun.add(last[0])
            room_view(after)
            for who in (*after.members, MODERATOR):
                own_view(after, who, now)

    try:
        ended = random_game(session, dice, watch).status is Status.ENDED
        fell = ""
    except Exception as error:  # noqa: BLE001 - whatever it fell over is told, in one message with the rest
        ended, fell = False, f"{type(error).__name__}: {error}"
    return Game(frozenset(begun), (at[0] - START) // 60, ended, last[0], fell)


def _table(recipe: Method, number: int) -> Session:
    """A group about to begin."""
    size = recipe.fewest + number % (recipe.most - recipe.fewest + 1)
    members = tuple(PersonId(n) for n in range(1, size + 1))
    leader = members[0] if number % 3 else None
    talk = Talk.SPOKEN if recipe.spoken_only or number % 2 == 0 else Talk.WRITTEN
    whole = plan(recipe, size, LONGEST, talk).needed + ROOM
    planned = plan(recipe, size, max(whole, USUAL), talk)
    meeting = Meeting(
        id=MeetingId(1),
        server=ServerId(1),
        method=recipe.id,
        own=recipe,
        theme="",
        minutes=planned.minutes,
        talk=talk,
        place=Place.TEXT,
        language="nl",
        seed=number,
        opened=START,
        moderators=(MODERATOR,),
    )
    group = Group(number=1, members=members, leader=leader, session=SessionId(1))
    return group_session(meeting, group, planned)


# --- Telling how it went ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """How the games went, all together."""

    recipe: Method
    games: Sequence[Game]

    @property
    def sound(self) -> bool:
        """Whether every game came to its end."""
        return all(game.ended for game in self.games)

    @property
    def never(self) -> tuple[str, ...]:
        """Steps that never came up."""
        begun = frozenset[str]().union(*(game.begun for game in self.games))
        return tuple(phase.id for phase in self.recipe.phases if phase.id not in begun)

    @property
    def minutes(self) -> tuple[int, int]:
        """How long the shortest and the longest game took."""
        lasted = [game.minutes for game in self.games]
        return min(lasted), max(lasted)

    @property
    def length(self) -> tuple[int, int | None]:
        """Minutes of a whole meeting for six people, aloud and typed; None where it is only done aloud."""
        aloud, typed = (
            plan(self.recipe, PEOPLE, LONGEST, talk).needed for talk in (Talk.SPOKEN, Talk.WRITTEN)
        )
        return aloud, None if self.recipe.spoken_only else typed


ALL_ENDED: Final = Text(
    nl="{games} keer gespeeld door robots, in groepen van {fewest} tot {most}: elk gesprek kwam tot zijn eind. Ze deden er "
    "{least} tot {longest} minuten over; robots haasten zich, en pauzeren, meer dan mensen.",
    en="Played {games} times by robots, in groups of {fewest} to {most}: every conversation came to its end. They took "
    "{least} to {longest} minutes; robots hurry, and pause, more than people.",
)
SOME_STUCK: Final = Text(
    nl="{games} keer gespeeld door robots: {ended} gesprekken kwamen tot hun eind, {stuck} niet. Ze bleven steken in {where}.",
    en="Played {games} times by robots: {ended} conversations came to their end, {stuck} did not. They got stuck in {where}.",
)
FELL: Final = Text(
    nl="In {count} van de {games} gesprekken viel Kring zelf om, in {where}. Dat ligt niet aan jou: meld het, met dit bestand.",
    en="In {count} of {games} conversations Kring itself fell over, in {where}. That is not your doing: report it, with this "
    "file.",
)
EVERY_STEP: Final = Text(nl="Elke stap kwam aan de beurt.", en="Every step came up.")
NEVER: Final = Text(nl="Nooit aan de beurt kwam: {steps}.", en="This never came up: {steps}.")
LENGTH: Final = Text(
    nl="Met {people} mensen duurt een hele bijeenkomst {aloud} minuten hardop en {typed} getypt.",
    en="With {people} people a whole meeting takes {aloud} minutes aloud and {typed} typed.",
)
LENGTH_ALOUD: Final = Text(
    nl="Met {people} mensen duurt een hele bijeenkomst {aloud} minuten, hardop.",
    en="With {people} people a whole meeting takes {aloud} minutes, aloud.",
)


def told(trial: Trial) -> Text:
    """One message about it."""
    sentences = list(_sentences(trial))
    return Text(nl=" ".join(one.nl for one in sentences), en=" ".join(one.en for one in sentences))


def _sentences(trial: Trial) -> Iterator[Text]:
    games, recipe = str(len(trial.games)), trial.recipe
    fell = [game for game in trial.games if game.fell]
    stuck = [game for game in trial.games if not game.ended and not game.fell]
    if fell:
        yield FELL.filled(
            games=games, count=str(len(fell)), where=_named((game.last for game in fell), recipe)
        )
    if stuck:
        ended = str(sum(game.ended for game in trial.games))
        yield SOME_STUCK.filled(
            games=games,
            ended=ended,
            stuck=str(len(stuck)),
            where=_named((game.last for game in stuck), recipe),
        )
    if trial.sound:
        least, longest = map(str, trial.minutes)
        people = {"fewest": str(recipe.fewest), "most": str(recipe.most)}
        yield ALL_ENDED.filled(games=games, least=least, longest=longest, **people)
    yield NEVER.filled(steps=_named(trial.never, recipe)) if trial.never else EVERY_STEP
    aloud, typed = trial.length
    told_length = {"people": str(PEOPLE), "aloud": str(aloud)}
    yield (
        LENGTH_ALOUD.filled(**told_length)
        if typed is None
        else LENGTH.filled(typed=str(typed), **told_length)
    )


def _named(phase_ids: Iterable[str], recipe: Method) -> Text:
    """These steps by their names; a block of the frame, which is none of the method's, by its id."""
    names = {phase.id: phase.name for phase in recipe.phases}
    found = [names.get(one, Text(nl=one, en=one)) for one in dict.fromkeys(phase_ids)]
    return Text(nl=", ".join(f"‘{one.nl}’" for one in found), en=", ".join(f"‘{one.en}’" for one in found))
