"""A table for tests: sessions ready to play, and robots that play whatever is legal."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from methods.engine.decide import decide
from methods.engine.legal import legal
from methods.engine.making import made
from methods.engine.messages import Act, AnyEvent, Decision, Event, Move, Started, TimeUp
from methods.engine.model import Form, Place, Talk
from methods.engine.state import MeetingId, Round, Session, SessionId, Status, Step
from methods.engine.text import Moment, PersonId
from methods.engine.timing import due
from methods.frame import ROUND_OFF
from methods.library import method
from methods.planning import plan

START = Moment(1_800_000_000)
MODERATOR = PersonId(99)


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
    planned = plan(recipe, number, 180, talk)
    return Session(
        id=SessionId(1),
        meeting=MeetingId(1),
        group=1,
        method=method_id,
        language="nl",
        talk=talk,
        place=Place.TEXT,
        seed=seed,
        script=tuple(script or planned.script),
        spare=(Step(ROUND_OFF, None, 3),),
        members=people(number),
        moderators=(MODERATOR,),
        leader=PersonId(leader) if leader else None,
        rounds=tuple(Round() for _ in range(recipe.rounds)),
        buffer=planned.buffer,
    )


def started(session: Session, now: Moment = START) -> Session:
    """The same session, its first step begun."""
    return happened(session, Started(), now)


def happened(session: Session, event: AnyEvent, now: Moment) -> Session:
    """The session after an event that must be accepted."""
    outcome = decide(session, event, now)
    assert isinstance(outcome, Decision), outcome
    return replace(outcome.session, version=session.version + 1)


def words_for(form: Form | None, dice: Random) -> dict[str, str]:
    """Something for each required field, and sometimes for the others."""
    fields = form.fields if form else ()
    chosen = [f for f in fields if f.required or dice.random() < 0.3]
    answers = {"rating": "8", "tick": "ja", "text": "Iets wat ik wil zeggen."}
    return {field.id: answers[field.kind] for field in chosen}


def event_of(session: Session, who: PersonId, move: Move, dice: Random) -> Event:
    """An event that makes this move, its choices drawn."""
    most = min(move.at_most, len(move.choices))
    chosen = dice.sample([c.value for c in move.choices], dice.randint(1, most)) if most else []
    return made(
        move.act,
        who,
        session.visit,
        ordinal=move.ordinal,
        whose=move.whose,
        values=tuple(chosen),
        words=words_for(move.form, dice),
        sure=True,
    )


RARE = {Act.CLOSE: 0.002, Act.STOP: 0.01, Act.STILL: 0.02, Act.PAUSE: 0.02, Act.BACK: 0.05, Act.NEXT: 0.1}


def random_game(session: Session, dice: Random, most: int = 5000) -> tuple[Session, list[AnyEvent]]:
    """Play legal moves and let time pass until the session has ended, or `most` events have happened."""
    now, events = START, list[AnyEvent]()
    session = started(session, now)
    everybody = [*session.members, *session.moderators]
    while session.status is not Status.ENDED and len(events) < most:
        moment = due(session)
        if moment is not None and dice.random() < 0.12:
            now = max(now, moment)
            event: AnyEvent = TimeUp(session.visit)
        else:
            now = Moment(now + dice.randint(0, 8))
            who = dice.choice(everybody)
            moves = [m for m in legal(session, who, now) if dice.random() < RARE.get(m.act, 1)]
            if not moves:
                continue
            event = event_of(session, who, dice.choice(moves), dice)
        session = happened(session, event, now)
        events.append(event)
    return session, events
