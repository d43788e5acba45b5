"""Robots play whatever is legal: every session ends, and what must always hold holds after every event."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pytest

from methods.engine import sentences as s
from methods.engine.events import AnyEvent, Contributed, Finished, Passed, Shared, Undone, Voted, Withdrew
from methods.engine.forms import OWN_NOTE, form_for
from methods.engine.messages import Agree, Alert, Decision, Effect, Reveal, Say, Tell
from methods.engine.model import Talk
from methods.engine.roles import OWN_PACE
from methods.engine.soundness import impossible
from methods.engine.state import Flow, Session, Status
from methods.engine.text import Moment, People, Person, PersonId, Said
from methods.engine.timing import due
from methods.library import all_methods
from methods.playing import random_game
from tests.engine.play import seated

GAMES = 100
"""For each method and way of talking."""
PEOPLE = (3, 4, 5, 3, 4, 6, 3, 5, 4, 7, 3, 4, 8)
"""Small groups are played more often: a game of eight takes three times as long."""
IDLE = 0.3
"""A little more often than people would be, so that a game is over sooner."""
AFTER_A_VOTE = {s.ASKING, s.LOT}
METHODS = [method.id for method in all_methods()]


@dataclass
class Watcher:
    """Looks at every event, and remembers what the engine has no reason to tell."""

    hidden: set[tuple[str, PersonId]] = field(default_factory=set)
    """Whose text must not be shown: passed after writing, or taken back."""
    told: dict[int, PersonId] = field(default_factory=dict)
    """Whose case was told, by round."""

    def __call__(self, before: Session, event: AnyEvent, decision: Decision, _now: Moment) -> None:
        after = decision.session
        assert list(impossible(after)) == []
        self._remember(before, event, decision)
        holds_for_steps(before, after)
        holds_for_texts(before, after)
        self._holds_for_cases(after)
        for effect in decision.effects:
            self._holds_for_effect(effect, before, after)
            if isinstance(effect, Tell | Reveal) and not isinstance(event, Shared):
                assert not set(texts_in(effect)) & self.hidden
        if isinstance(event, Voted) and before.flow is Flow.CHOOSE:
            assert all(is_silent_about_votes(effect) for effect in decision.effects if before.at == after.at)

    def _remember(self, before: Session, event: AnyEvent, decision: Decision) -> None:
        if isinstance(event, Passed | Withdrew):
            who = event.whose if isinstance(event, Passed) and event.whose else event.by
            self.hidden.add((before.step.slot, who))
        elif isinstance(event, Contributed):
            form = form_for(before, event.by)
            for keep in (one for one in decision.keeps if not isinstance(one, Agree)):
                if form is OWN_NOTE:
                    self.hidden.add((keep.slot, event.by))
                elif form and form.required <= set(decision.session.gave(keep.slot)[event.by]):
                    self.hidden.discard((keep.slot, event.by))
        elif isinstance(event, Finished) and before.flow is Flow.TELL:
            assert before.step.round is not None
            self.told[before.step.round] = event.by
        elif isinstance(event, Undone) and decision.session.flow is Flow.TELL:
            self.told.pop(decision.session.step.round or 0, None)  # not told after all

    def _holds_for_cases(self, after: Session) -> None:
        for number, who in self.told.items():
            assert after.rounds[number - 1].case_bringer == who

    def _holds_for_effect(self, effect: Effect, before: Session, after: Session) -> None:
        known = {*before.members, *after.members, *after.moderators}
        assert set(people_in(effect)) <= known
        if isinstance(effect, Tell | Reveal):
            people = {who for _, who in texts_in(effect)}
            assert people <= set(after.gave(effect.slot))
            assert people <= set(after.members)


def holds_for_steps(before: Session, after: Session) -> None:
    assert after.visit >= before.visit
    assert after.at == before.at or after.visit > before.visit
    moment = due(after)
    asleep = after.status is Status.ENDED
    assert (moment is None) == asleep
    if after.under_way and before.under_way and after.at > before.at:
        assert after.flow in OWN_PACE or after.stage is not None


def holds_for_texts(before: Session, after: Session) -> None:
    if after.shown is before.shown and after.given is before.given:
        return
    for slot, people in before.shown.items():
        assert after.shown[slot][: len(people)] == people


def is_silent_about_votes(effect: Effect) -> bool:
    return isinstance(effect, Alert) or (isinstance(effect, Say) and effect.line.text in AFTER_A_VOTE)


def texts_in(effect: Tell | Reveal) -> list[tuple[str, PersonId]]:
    people = effect.people if isinstance(effect, Reveal) else (effect.person,)
    return [(effect.slot, who) for who in people]


def people_in(effect: Effect) -> Iterator[PersonId]:
    match effect:
        case Reveal(people=people):
            yield from people
        case Tell(person=person) | Alert(person=person):
            yield person
        case Say(line=spoken):
            for _, value in spoken.values:
                match value:
                    case Person(id=who) | Said(person=who):
                        yield who
                    case People(ids=ids):
                        yield from ids
                    case _:
                        pass
        case _:
            pass


@pytest.mark.parametrize("talk", Talk)
@pytest.mark.parametrize("method_id", METHODS)
def test_every_game_of_legal_moves_ends_and_keeps_every_rule(method_id: str, talk: Talk) -> None:
    for seed in range(GAMES):
        table = seated(
            method_id, number=PEOPLE[seed % len(PEOPLE)], talk=talk, leader=seed % 3 or None, seed=seed
        )
        assert random_game(table, Random(seed), Watcher(), idle=IDLE).status is Status.ENDED, seed
