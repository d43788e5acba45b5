"""A decision being made: the session as it becomes, and what must happen. Lives inside one `decide` call."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from methods.engine.events import Act
from methods.engine.messages import Agree, Carry, Decision, Drop, Effect, Keep, Permit, Say, Tell
from methods.engine.roles import stage_of, who_types
from methods.engine.state import Session, Stage, Status
from methods.engine.text import Line, Moment, PersonId, Text, Value, line

FROZEN = frozenset({Status.PAUSED, Status.STILL})
Changing = TypeVar("Changing", Session, Stage)


def changed(old: Changing, changes: dict[str, Any]) -> Changing:
    """As `dataclasses.replace`, which costs twenty times as much: it was half of every decision."""
    if not changes.keys() <= old.__dict__.keys():
        raise TypeError(f"no such fields: {', '.join(changes.keys() - old.__dict__.keys())}")
    new = object.__new__(type(old))
    new.__dict__.update(old.__dict__, **changes)
    return new


class Draft:
    """Collects changes; `decided()` makes them final."""

    def __init__(self, session: Session, now: Moment) -> None:
        self.session = session
        self.now = now
        self.effects: list[Effect] = []
        self.keeps: list[Keep | Drop | Agree | Carry] = []
        self._room = _room(session)

    @property
    def stage(self) -> Stage:
        """The stage as it becomes."""
        return stage_of(self.session)

    @property
    def clock(self) -> Moment:
        """Where the session's own clock stands: while it is frozen, at the moment it was frozen."""
        stopped = self.session.stopped_at if self.session.status in FROZEN else None
        return self.now if stopped is None else stopped

    def set(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Session, checked by `changed`
        """Change the session."""
        self.session = changed(self.session, changes)

    def mark(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Stage, checked by `changed`
        """Change the stage."""
        self.set(stage=changed(self.stage, changes))

    def say(self, text: Text, **values: Value) -> None:
        """One short message in the room."""
        self.effects.append(Say(line(text, **values)))

    def offer(self, acts: tuple[Act, ...], text: Text, **values: Value) -> None:
        """One short message in the room, with buttons for these acts under it."""
        self.effects.append(Say(line(text, **values), tuple(act.value for act in acts), self.session.visit))

    def tell(self, slot: str, person: PersonId, fields: tuple[str, ...], heading: Line) -> None:
        """Show one text; from now on the group has seen it."""
        self.effects.append(Tell(slot, person, fields, heading))
        self.seen(slot, (person,))

    def seen(self, slot: str, people: Iterable[PersonId]) -> None:
        """Remember whose text was shown."""
        before = self.session.shown.get(slot, ())
        after = before + tuple(p for p in people if p not in before)
        self.set(shown={**self.session.shown, slot: after})

    def keep(self, slot: str, person: PersonId, words: Mapping[str, str]) -> None:
        """Write words down and remember which fields are filled."""
        kept = self.session.gave(slot)
        emptied = {name for name, value in words.items() if not value.strip()}
        named = dict.fromkeys((*kept.get(person, ()), *words))
        fields = tuple(name for name in named if name not in emptied)
        self.set(given={**self.session.given, slot: {**kept, person: fields}})
        self.keeps.append(Keep(slot, person, words))

    def withhold(self, slot: str, person: PersonId, *, hidden: bool = True) -> None:
        """What this person wrote stays hidden, or may be shown again."""
        held = tuple(p for p in self.session.withheld.get(slot, ()) if p != person)
        after = (*held, person) if hidden else held
        if after != self.session.withheld.get(slot, ()):
            self.set(withheld={**self.session.withheld, slot: after})

    def pitched(self, slot: str, person: PersonId) -> None:
        """This person brought a case in aloud; there is nothing to write down."""
        kept = self.session.gave(slot)
        if person not in kept:
            self.set(given={**self.session.given, slot: {**kept, person: ()}})

    def drop(self, slot: str, person: PersonId) -> None:
        """Forget what this person handed in."""
        kept = {who: fields for who, fields in self.session.gave(slot).items() if who != person}
        self.set(given={**self.session.given, slot: kept})
        self.keeps.append(Drop(slot, person))

    def settle(self, person: PersonId, *, passed: bool = False) -> None:
        """Nothing is awaited from this person any more; what they did before counts no longer."""
        done = tuple(p for p in self.stage.done if p != person)
        skipped = tuple(p for p in self.stage.passed if p != person)
        if passed:
            self.mark(done=done, passed=(*skipped, person))
        else:
            self.mark(done=(*done, person), passed=skipped)

    def unsettle(self, person: PersonId) -> None:
        """Something is awaited from this person again."""
        self.mark(
            done=tuple(p for p in self.stage.done if p != person),
            passed=tuple(p for p in self.stage.passed if p != person),
            ready=None,
        )

    def decided(self) -> Decision:
        """The decision; who is in the room and may write is part of it only when it changed, and comes first."""
        first: tuple[Effect, ...] = () if _room(self.session) == self._room else (Permit(),)
        return Decision(self.session, (*first, *self.effects), tuple(self.keeps))


def _room(session: Session) -> tuple[tuple[PersonId, ...], frozenset[PersonId]]:
    """Who sees the room, and who may write in it."""
    return session.members, who_types(session)
