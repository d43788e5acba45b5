"""Who says what: deals the words of `bot/rehearsal/words.py` so that nobody says what another says.

Every robot holds the same book and deals for itself; what it is dealt depends only on the seed and on what
it can see: who sits in its group, and which case is on the table.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from bot.rehearsal import words
from bot.rehearsal.words import Case, Language, Persona, Question, Share


@dataclass(frozen=True, slots=True)
class Topic:
    """What a step is, as everybody was told beforehand: its phase, its kind, and who acts in it."""

    phase: str
    kind: str
    who: str
    shows: bool = False
    """Whether texts written before are shown here."""
    silent: bool = False
    """Whether everybody writes in silence."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The book of one rehearsal. `topics`: each step by the title on its card."""

    language: Language
    seed: int
    written: bool
    topics: Mapping[str, Topic]

    def dice(self, *about: object) -> Random:
        """Dice that fall the same for everybody who asks about the same."""
        return Random("·".join(map(str, (self.seed, *about))))

    def members(self, text: str) -> tuple[str, ...]:
        """Whose names stand in this text, in the order of everybody's list."""
        found = set(re.findall(r"[^\W\d_]+", text))
        return tuple(persona.name for persona in words.people() if persona.name in found)

    def case_of(self, name: str, group: Sequence[str]) -> Case:
        """The case that this person carries: with many people some share one, but never within a group."""
        cases = words.cases(self.language)
        taken: list[int] = []
        for one in sorted({*group, name}, key=_number):
            free = (at % len(cases) for at in range(_number(one), _number(one) + len(cases)))
            mine = next(at for at in free if at not in taken)
            if one == name:
                return cases[mine]
            taken.append(mine)
        raise AssertionError(name)

    def has_own_case(self, name: str) -> bool:
        """Whether this person's case is nobody else's, so that it can be written down at home."""
        return _number(name) < len(words.cases(self.language))

    def titled(self, text: str) -> Case | None:
        """The case whose title stands in this text."""
        plain = unmarked(text)
        return next((case for case in words.cases(self.language) if case.title in plain), None)

    def share(self, case: Case, name: str, participants: Sequence[str]) -> Share:
        """What this participant has to say about this case."""
        shares = case.shares(len(participants), self.dice("shares", case.id, *participants))
        return shares[list(participants).index(name)]

    def introduction(self, name: str, group: Sequence[str]) -> str:
        """Who one is, in a sentence."""
        who: list[Persona] = [persona for persona in words.people() if persona.name in group]
        said = words.introductions(who, self.language, self.dice("introductions", *group))
        return said[[persona.name for persona in who].index(name)]

    def harvest(self, name: str, group: Sequence[str], time: int) -> str:
        """What one takes along, the first time or a later one."""
        dealt = words.spread(words.harvest(self.language), len(group) * time, self.dice("harvest", *group))
        return dealt[list(group).index(name) + len(group) * (time - 1)]

    def addition(self, name: str, group: Sequence[str], *about: object) -> str:
        """What one says with the own text."""
        dealt = words.spread(words.additions(self.language), len(group), self.dice("add", *group, *about))
        return dealt[list(group).index(name)]

    def evaluation(self, name: str, group: Sequence[str]) -> dict[str, str]:
        """A filled evaluation form."""
        dealt = words.evaluations(self.language, len(group), self.dice("evaluations", *group))
        return dealt[list(group).index(name)]

    def check_in(self, name: str) -> str:
        """How one arrives, in a word."""
        everybody = words.people()
        dealt = words.spread(words.check_ins(self.language), len(everybody), self.dice("check-ins"))
        return dealt[_number(name)]

    def waiting(self, name: str) -> str:
        """What one types while waiting."""
        everybody = words.people()
        dealt = words.spread(words.waiting(self.language), len(everybody), self.dice("waiting"))
        return dealt[_number(name)]

    def answer(self, case: Case, phase: str, text: str) -> str | None:
        """What the case bringer answers to the question in this text."""
        plain = unmarked(text)
        asked: list[Question] = [*case.questions.get(phase, ()), *case.follow_ups()]
        known = {question.text: question.answer for question in asked}
        known |= {one.question: one.answer for one in case.again}
        found = [said for said in known if said in plain]
        return known[max(found, key=len)] if found else None


def unmarked(text: str) -> str:
    """The text as it is read: Kring puts a backslash before each sign that Discord would take for mark-up."""
    return text.replace("\\", "").replace("\N{ZERO WIDTH SPACE}", "")


def _number(name: str) -> int:
    return next(at for at, persona in enumerate(words.people()) if persona.name == name)
