"""Who says what: deals the words of `bot/rehearsal/words.py` so that nobody says what another says.

Every robot holds the same book and deals for itself; what it is dealt depends only on the seed and on what
it can see: who sits in its group, and which case is on the table.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import TypeVar

from bot.rehearsal import improvised, words
from bot.rehearsal.borrowed import OWN, SECOND, thought, told
from bot.rehearsal.sheets import cases_of, sheets
from bot.rehearsal.words import Case, Language, Persona, Question, Share

AGREEMENTS = {"fr.afspraken", "st.afspraken"}
BY_SHARE = {"bm.alternatief_schrijven", "bm.effect_schrijven", "po.advies_schrijven", "po.lus"}
"""Forms for which a participant has words of the very same name."""
Row = TypeVar("Row")


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
    asks: tuple[tuple[str, str], ...] = ()
    """The questions that must be answered here, each with its kind."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The book of one rehearsal. `topics`: each step by the title on its card. `case`: the phase that asks for one."""

    language: Language
    seed: int
    written: bool
    topics: Mapping[str, Topic]
    method: str = "bumpy"
    case: str = "bm.canvas"
    title: str = "titel"
    """The question of a case that is its title."""
    improvises: bool = False
    """Whether the method came from a file, so that nobody wrote words for its forms."""

    def dice(self, *about: object) -> Random:
        """Dice that fall the same for everybody who asks about the same."""
        return Random("·".join(map(str, (self.seed, *about))))

    def members(self, text: str) -> tuple[str, ...]:
        """Whose names stand in this text, in the order of everybody's list."""
        known = words.numbers()
        found = {name for name in re.findall(r"[^\W\d_]+", text) if name in known}
        return tuple(sorted(found, key=_number))

    @property
    def cases(self) -> tuple[Case, ...]:
        """What people bring: problems, or what this method is about instead."""
        return cases_of(self.language, self.method) or words.cases(self.language)

    def case_of(self, name: str, group: Sequence[str]) -> Case:
        """The case that this person carries: with many people some share one, but never within a group."""
        cases = self.cases
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
        return _number(name) < len(self.cases)

    def titled(self, text: str) -> Case | None:
        """The case whose title stands in this text."""
        plain = unmarked(text)
        return next((case for case in self.cases if case.title in plain), None)

    def share(self, case: Case, name: str, participants: Sequence[str]) -> Share:
        """What this participant has to say about this case."""
        shares = case.shares(len(participants), self.dice("shares", case.id, *participants))
        return shares[list(participants).index(name)]

    def filled(self, phase: str, name: str, group: Sequence[str], bringer: str | None) -> dict[str, str]:
        """What this person fills in here: about the own case, about that of another, or whatever the case is."""
        if self.improvises:
            return self._improvised(phase, name, group, bringer) | self._written(phase, name, group, bringer)
        return self._written(phase, name, group, bringer)

    def _improvised(self, phase: str, name: str, group: Sequence[str], bringer: str | None) -> dict[str, str]:
        topic = next((one for one in self.topics.values() if one.phase == phase), None)
        if topic is None:
            return {}
        if phase == self.case:
            return improvised.own_case(topic.asks, self.title, self.case_of(name, group))
        if bringer is None:
            return improvised.anything(topic.asks, [self.harvest(name, group, 1)])
        case = self.case_of(bringer, group)
        if name == bringer:
            return improvised.looking_back(topic.asks, case)
        others = [one for one in group if one != bringer]
        return improvised.about(topic.asks, topic.kind, self.share(case, name, others))

    def _written(self, phase: str, name: str, group: Sequence[str], bringer: str | None) -> dict[str, str]:
        """The words that somebody wrote for this form."""
        others = [one for one in group if one != bringer]
        in_turn = others if bringer is None else [*others, bringer]  # with few words, the others' differ
        general = self._dealt_form(phase, name, in_turn)
        if phase in OWN:
            return general | told(self.case_of(name, group), phase)
        if bringer is None:
            return general
        case = self.case_of(bringer, group)
        if name == bringer:
            return general | told(case, phase)
        share = self.share(case, name, others)
        known = phase in case.questions or phase in BY_SHARE
        return general | (share.fields(phase) if known else thought(share, phase))

    def _dealt_form(self, phase: str, name: str, group: Sequence[str]) -> dict[str, str]:
        if phase in AGREEMENTS:
            return words.agreements(self.language)
        rows = sheets(self.language).forms.get(phase, ())
        return dict(self._dealt(rows, name, group, phase)) if rows else {}

    def note(self, phase: str, name: str, group: Sequence[str], *, own: bool) -> str | None:
        """What one notes for the group, or, listening to the talk about the own case, for oneself alone."""
        rows = words.own_notes(self.language) if own else sheets(self.language).notes.get(phase, ())
        return self._dealt(rows, name, group, phase) if rows else None

    def notes_about(self, phase: str) -> dict[str, str]:
        """A note about each of several texts, under its number."""
        rows = sheets(self.language).forms.get(phase, ())
        numbers = range(1, 9) if rows else range(0)
        return {f"{field}.{n}": text for n in numbers for field, text in rows[(n - 1) % len(rows)].items()}

    def talk(self, phase: str, name: str, group: Sequence[str]) -> str | None:
        """What one types into the talk of this step; some only read."""
        rows = sheets(self.language).talk.get(phase, ())
        dealt = words.spread(rows, len(rows), self.dice("talk", phase, *group))
        at = list(group).index(name)
        return dealt[at] if at < len(dealt) else None

    def reaction(self, phase: str, name: str, group: Sequence[str]) -> tuple[str, ...]:
        """What a case bringer types who answers, tells how it went, or comes back."""
        case = self.case_of(name, group)
        if phase == "in.werkelijkheid":
            return (case.forms["bm.canvas"]["vervolg"],)
        if phase == "ts.4":
            return tuple(question.answer for question in case.questions[SECOND][:3])
        rows = sheets(self.language).talk.get(phase, ())
        return (self._dealt(rows, name, group, phase),) if rows else ()

    def look_back(self, name: str, group: Sequence[str]) -> str:
        """What came of what one planned the last time."""
        return self._dealt(words.look_backs(self.language), name, group, "look back")

    def _dealt(self, rows: Sequence[Row], name: str, group: Sequence[str], *about: object) -> Row:
        order = [at for at, _ in enumerate(rows)]
        dealt = words.spread(tuple(map(str, order)), len(group), self.dice("dealt", *about, *group))
        return rows[int(dealt[list(group).index(name)])]

    def introduction(self, name: str, group: Sequence[str]) -> str:
        """Who one is, in a sentence."""
        who: list[Persona] = [words.crowd()[at] for at in sorted(map(_number, group))]
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
        everybody = words.crowd()
        dealt = words.spread(words.check_ins(self.language), len(everybody), self.dice("check-ins"))
        return dealt[_number(name)]

    def waiting(self, name: str) -> str:
        """What one types while waiting."""
        everybody = words.crowd()
        dealt = words.spread(words.waiting(self.language), len(everybody), self.dice("waiting"))
        return dealt[_number(name)]

    def answer(self, case: Case, phase: str, text: str) -> str | None:
        """What the case bringer answers to the question in this text."""
        plain = unmarked(text)
        rounds = [case.questions[phase]] if phase in case.questions else case.questions.values()
        asked: list[Question] = [*chain(*rounds), *case.follow_ups()]
        known = {question.text: question.answer for question in asked}
        known |= {one.question: one.answer for one in case.again}
        found = [said for said in known if said in plain]
        return known[max(found, key=len)] if found else None


def unmarked(text: str) -> str:
    """The text as it is read: Kring puts a backslash before each sign that Discord would take for mark-up."""
    return text.replace("\\", "").replace("\N{ZERO WIDTH SPACE}", "")


def _number(name: str) -> int:
    return words.numbers()[name]
