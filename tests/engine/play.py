"""A table for tests: sessions ready to play, and acts one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

from methods.engine.decide import decide
from methods.engine.events import Act, AnyEvent, Event, Started, TimeUp
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.messages import Decision, Effect, Move, Refusal, Reveal, Say, Tell
from methods.engine.model import Method, Phase, Place, Talk
from methods.engine.state import MeetingId, Part, Round, Session, SessionId, Stage, Step
from methods.engine.text import Moment, PersonId, Text
from methods.engine.timing import due
from methods.frame import BLOCKS, ROUND_OFF
from methods.library import all_methods, method
from methods.meeting import Group
from methods.opening import in_turn
from methods.planning import Plan, plan
from methods.playing import MODERATOR, START, words_for

TABLES = tuple((recipe.id, talk) for recipe in all_methods() for talk in Talk)
"""Every method, in both ways of talking."""


def people(number: int) -> tuple[PersonId, ...]:
    """Persons 1 to `number`."""
    return tuple(PersonId(n) for n in range(1, number + 1))


def seated(
    method_id: str = "bumpy",
    *,
    number: int = 6,
    talk: Talk = Talk.SPOKEN,
    leader: int | None = 1,
    seed: int = 7,
    script: Sequence[Step] | None = None,
) -> Session:
    """A session that has not started; person 1 leads unless told otherwise."""
    recipe = method(method_id)
    planned, asked = planned_for(method_id, number, talk)
    return Session(
        id=SessionId(1),
        meeting=MeetingId(1),
        group=1,
        method=method_id,
        language="nl",
        talk=talk,
        place=Place.TEXT,
        seed=seed,
        script=asked if script is None else tuple(as_asked(step, talk) for step in script),
        spare=(Step(ROUND_OFF, None, 3),),
        members=people(number),
        moderators=(MODERATOR,),
        leader=PersonId(leader) if leader else None,
        case=recipe.case,
        rounds=rounds_of(recipe, number, planned.rounds, leader),
        buffer=planned.buffer,
    )


def rounds_of(recipe: Method, number: int, rounds: int, leader: int | None) -> tuple[Round, ...]:
    """Rounds to be filled, or one for each person where everybody brings something."""
    if not recipe.everybody_brings:
        return tuple(Round() for _ in range(rounds))
    group = Group(number=1, members=people(number), leader=PersonId(leader) if leader else None)
    return in_turn(group, 7)[:rounds]


@cache
def planned_for(method_id: str, number: int, talk: Talk) -> tuple[Plan, tuple[Step, ...]]:
    """The evening, and a group's script with the questions that are asked here."""
    planned = plan(method(method_id), number, 180, talk)
    return planned, tuple(as_asked(step, talk) for step in planned.script)


def as_asked(step: Step, talk: Talk) -> Step:
    """The step with the questions that are asked where people talk or type like this."""
    form = step.phase.form
    return replace(step, phase=replace(step.phase, form=form.asked(talk))) if form else step


def started(session: Session, now: Moment = START) -> Session:
    """The same session, its first step begun."""
    return happened(session, Started(), now)


def happened(session: Session, event: AnyEvent, now: Moment) -> Session:
    """The session after an event that must be accepted."""
    outcome = decide(session, event, now)
    assert isinstance(outcome, Decision), outcome
    return replace(outcome.session, version=session.version + 1)


# --- Scripts of a few steps --------------------------------------------------------------------------


def phase(phase_id: str) -> Phase:
    """A phase of the frame or of any method."""
    known = [*BLOCKS, *(one for recipe in all_methods() for one in recipe.phases)]
    return next(one for one in known if one.id == phase_id)


def steps(*phase_ids: str, minutes: int = 5, number: int = 1) -> tuple[Step, ...]:
    """These phases as steps; those of a method belong to round `number`."""
    return tuple(Step(phase(name), None if name.startswith("fr.") else number, minutes) for name in phase_ids)


def at_table(
    *phase_ids: str,
    minutes: int = 5,
    number: int = 6,
    talk: Talk = Talk.SPOKEN,
    leader: int | None = 1,
    case_bringer: int | None = 2,
    given: Mapping[str, Sequence[int]] | None = None,
    buffer: int = 0,
) -> "Table":
    """A session of these steps only, begun; person 1 leads, person 2 brings in. `given`: who wrote where."""
    session = seated(
        number=number, talk=talk, leader=leader, script=steps(*phase_ids, minutes=minutes), seed=7
    )
    bringer = PersonId(case_bringer) if case_bringer else None
    written = {
        where: {PersonId(who): tuple(_ids(where)) for who in people_}
        for where, people_ in (given or {}).items()
    }
    session = replace(session, rounds=(Round(case_bringer=bringer),), given=written, buffer=buffer)
    table = Table(session)
    table.happens(Started())
    return table


def _ids(slot: str) -> list[str]:
    form = phase(slot.split(":")[1]).form
    return [field.id for field in form.fields] if form else []


class Table:
    """A session being played, at a moment of its own; remembers what was said and shown."""

    def __init__(self, session: Session, now: Moment = START) -> None:
        self.session = session
        self.now = now
        self.effects: list[Effect] = []
        """Of all that happened since `clear`."""

    @property
    def stage(self) -> Stage:
        """The stage of the step that is going on."""
        assert self.session.stage is not None
        return self.session.stage

    @property
    def at(self) -> str:
        """The id of the phase that is going on, or «ended»."""
        return self.session.step.phase.id if self.session.under_way else "ended"

    def in_part(self, part: Part) -> bool:
        """Whether the step has got to this part."""
        return self.stage.part is part

    @property
    def said(self) -> list[Text]:
        """What Kring said."""
        return [effect.line.text for effect in self.effects if isinstance(effect, Say)]

    @property
    def shown(self) -> list[Tell | Reveal]:
        """What people's texts were shown."""
        return [effect for effect in self.effects if isinstance(effect, Tell | Reveal)]

    def clear(self) -> None:
        """Forget what was said and shown until now."""
        self.effects.clear()

    def may(self, who: int) -> dict[Act, Move]:
        """What this person may do now."""
        return {move.act: move for move in legal(self.session, PersonId(who), self.now)}

    def event(self, who: int, act: Act, *values: object, **details: object) -> Event:
        """The event of an act as a button would make it; `values` are choices."""
        move = self.may(who).get(act, Move(act))
        known: dict[str, object] = {"ordinal": move.ordinal, "whose": move.whose, "sure": True}
        known |= details
        chosen = tuple(str(value) for value in values)
        return made(act, PersonId(who), self.session.visit, values=chosen, **known)  # type: ignore[arg-type]

    def happens(self, event: AnyEvent) -> Decision:
        """An event that must be accepted."""
        outcome = decide(self.session, event, self.now)
        assert isinstance(outcome, Decision), outcome
        self.session = outcome.session
        self.effects += outcome.effects
        return outcome

    def does(self, who: int, act: Act, *values: object, **details: object) -> Decision:
        """This person does it, sure of it; it must be accepted."""
        return self.happens(self.event(who, act, *values, **details))

    def writes(self, who: int, **words: str) -> None:
        """This person hands in a form; without words, something in each question."""
        form = self.session.step.phase.form
        self.does(who, Act.WRITE, words=words or words_for(form, Random(1), all_fields=True))

    def refused(self, who: int, act: Act, *values: object, **details: object) -> Refusal:
        """This person tries, and may not: the answer."""
        return self.refuses(self.event(who, act, *values, **details))

    def refuses(self, event: AnyEvent) -> Refusal:
        """An event that must be refused: the answer."""
        outcome = decide(self.session, event, self.now)
        assert isinstance(outcome, Refusal), outcome
        return outcome

    def waits(self, seconds: int) -> None:
        """Time passes; the clock does what is due, each thing at its own moment."""
        until = Moment(self.now + seconds)
        while (moment := due(self.session)) is not None and moment <= until:
            self.now = max(self.now, moment)
            self.happens(TimeUp(self.session.visit))
        self.now = until

    def waits_until(self, so: Callable[["Table"], object], most: int = 4 * 3600) -> None:
        """Time passes, moment by moment that is due, until it is so."""
        last = self.now + most
        while not so(self):
            moment = due(self.session)
            assert moment is not None
            assert moment <= last
            self.waits(max(0, moment - self.now))
