"""What the robot people of a rehearsal say: cases, questions, ideas and small talk, in Dutch and English.

The sentences stand in `texts/`: one file per case and language, one `general.toml` per language, and
`people.toml`. Nothing here rolls dice of its own: who wants variety passes a `random.Random`.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import chain, repeat
from random import Random
from string import ascii_uppercase
from typing import Any, Literal

Language = Literal["nl", "en"]

QUESTION_PHASES = ("bm.vragen1", "bm.vragen2", "bm.vragen3", "po.vragen")
FORM_PHASES = ("fr.pitch", "bm.canvas", "bm.reflectie", "po.inbreng", "po.vraag_scherp", "po.reactie")
TITLED_PHASES = ("fr.pitch", "bm.canvas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody who plays along: a first name and the work they do."""

    name: str
    role_nl: str
    role_en: str

    def role(self, language: Language) -> str:
        """The work they do, in the language of the room."""
        return self.role_nl if language == "nl" else self.role_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One open question, the case bringer's answer, and sometimes one question further."""

    text: str
    answer: str
    follow_up: "Question | None" = None

    def fields(self) -> dict[str, str]:
        """The filled form of a question phase."""
        return {"vraag": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another way of acting, the reaction it might have drawn, and what that does to oneself."""

    text: str
    reaction: str
    with_me: str

    def fields(self, phase_id: str) -> dict[str, str]:
        """The filled form; the reaction is asked at once or in a phase of its own."""
        return _only(
            phase_id,
            {
                "bm.alternatief_schrijven": {"alternatief": self.text, "verwachte_reactie": self.reaction},
                "bm.effect_schrijven": {"reactie": self.reaction, "bij_mij": self.with_me},
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Something small to try, and why it might work."""

    text: str
    why: str

    def fields(self, phase_id: str) -> dict[str, str]:
        """The filled form of the silent advice phase."""
        return _only(phase_id, {"po.advies_schrijven": {"advies": self.text, "waarom": self.why}})


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """One new question with its answer and one new piece of advice, when the first ones did not help yet."""

    question: str
    answer: str
    advice: str

    def fields(self, phase_id: str) -> dict[str, str]:
        """What one person adds in the extra loop."""
        return _only(phase_id, {"po.lus": {"vraag": self.question, "advies": self.advice}})


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one participant has to say about a case: a question for every round and an idea of each kind.

    In the extra loop only a few people have something new; the others have nothing for `po.lus` and pass. About
    a case that is no problem there are questions only.
    """

    questions: Mapping[str, Question] = field(hash=False)
    alternative: Alternative | None = None
    advice: Advice | None = None
    again: Again | None = None

    def fields(self, phase_id: str) -> dict[str, str]:
        """The filled form of whichever phase of the participants; empty when there is nothing to add."""
        if phase_id in self.questions:
            return self.questions[phase_id].fields()
        if phase_id == "po.lus":
            return self.again.fields(phase_id) if self.again else {}
        idea = self.advice if phase_id.startswith("po.") else self.alternative
        return idea.fields(phase_id) if idea else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: what its bringer writes, tells and answers, and what the others ask and think of.

    The case bringer's closing words lean on the first four alternatives and the first four advices.
    """

    id: str
    title: str
    telling: tuple[str, ...]
    missing: str
    questions: Mapping[str, tuple[Question, ...]] = field(hash=False)
    forms: Mapping[str, Mapping[str, str]] = field(hash=False, repr=False)
    alternatives: tuple[Alternative, ...] = ()
    advice: tuple[Advice, ...] = ()
    again: tuple[Again, ...] = ()

    def fields(self, phase_id: str) -> dict[str, str]:
        """What the case bringer fills in, by field id."""
        titled = {"titel": self.title} if phase_id in TITLED_PHASES else {}
        return titled | _only(phase_id, self.forms)

    def follow_ups(self) -> tuple[Question, ...]:
        """Every question that goes one step further."""
        return tuple(q.follow_up for q in chain(*self.questions.values()) if q.follow_up)

    def most(self) -> int:
        """How many participants this case has words for."""
        ideas = [one for one in (self.alternatives, self.advice) if one]
        return min(map(len, (*self.questions.values(), *ideas)))

    def shares(self, count: int, rng: Random) -> tuple[Share, ...]:
        """Words for so many participants, no two alike; dealt from the front and then shuffled."""
        if count > self.most():
            raise ValueError(f"the case {self.id} has words for {self.most()} participants, not for {count}")
        rounds = {phase: rng.sample(asked[:count], count) for phase, asked in self.questions.items()}
        alternatives = rng.sample((*self.alternatives, *repeat(None, count))[:count], count)
        advice = rng.sample((*self.advice, *repeat(None, count))[:count], count)
        again = rng.sample((*self.again, *repeat(None, count))[:count], count)
        return tuple(
            Share(
                questions={phase: asked[seat] for phase, asked in rounds.items()},
                alternative=alternatives[seat],
                advice=advice[seat],
                again=again[seat],
            )
            for seat in range(count)
        )


@cache
def cases(language: Language) -> tuple[Case, ...]:
    """Every case, in a fixed order that is the same in both languages."""
    folder = files(__package__) / "texts" / language
    ids = sorted(
        entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")
    )
    return tuple(_case(name, _read(f"{language}/{name}")) for name in ids if name != "general")


@cache
def people() -> tuple[Persona, ...]:
    """Everybody who can play along."""
    return tuple(
        Persona(name=name, role_nl=role_nl, role_en=role_en)
        for name, role_nl, role_en in _read("people")["people"]
    )


@cache
def crowd() -> tuple[Persona, ...]:
    """A thousand people: whoever comes after the first forty has a letter behind the name, SanneB and PieterB."""
    known = people()
    letters = ("", *ascii_uppercase[1:])
    return tuple(replace(one, name=one.name + letter) for letter in letters for one in known)


@cache
def numbers() -> Mapping[str, int]:
    """Which place everybody has in the crowd, by name."""
    return {persona.name: at for at, persona in enumerate(crowd())}


def check_ins(language: Language) -> tuple[str, ...]:
    """How somebody arrives, in a word or two."""
    return _lines(language, "check_ins")


def waiting(language: Language) -> tuple[str, ...]:
    """What people type while they wait for the others or for the clock."""
    return _lines(language, "waiting")


def additions(language: Language) -> tuple[str, ...]:
    """What somebody adds aloud when the own text is shown."""
    return _lines(language, "additions")


def harvest(language: Language) -> tuple[str, ...]:
    """What people take from a round, whatever the case was."""
    return _lines(language, "harvest")


def look_backs(language: Language) -> tuple[str, ...]:
    """What came of what people planned the last time."""
    return _lines(language, "look_backs")


def own_notes(language: Language) -> tuple[str, ...]:
    """What a case bringer who listens notes for himself or herself."""
    return _lines(language, "own_notes")


def agreements(language: Language) -> dict[str, str]:
    """What a group agrees for the next time."""
    return dict(_read(f"{language}/general")["agreements"])


def introductions(who: Sequence[Persona], language: Language, rng: Random) -> tuple[str, ...]:
    """One sentence each to get acquainted, in the order of the people given."""
    templates = spread(_lines(language, "introductions"), len(who), rng)
    return tuple(
        template.format(name=persona.name, role=persona.role(language))
        for template, persona in zip(templates, who, strict=True)
    )


def evaluations(language: Language, count: int, rng: Random) -> tuple[dict[str, str], ...]:
    """So many filled evaluation forms; as with people, not everybody fills in every field."""
    filled = tuple(_read(f"{language}/general")["evaluations"])
    order = _shuffled(range(len(filled)), count, rng)
    return tuple({field_id: str(value) for field_id, value in filled[index].items()} for index in order)


def spread(lines: Sequence[str], count: int, rng: Random) -> tuple[str, ...]:
    """So many of the lines in a shuffled order; none returns before all have had their turn."""
    return tuple(lines[index] for index in _shuffled(range(len(lines)), count, rng))


def _shuffled(indices: Sequence[int], count: int, rng: Random) -> Iterable[int]:
    order: list[int] = []
    while len(order) < count:
        order.extend(rng.sample(indices, len(indices)))
    return order[:count]


def _only(phase_id: str, forms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    if phase_id not in forms:
        raise ValueError(f"nothing is filled in here for {phase_id}")
    return dict(forms[phase_id])


def _lines(language: Language, key: str) -> tuple[str, ...]:
    return tuple(_read(f"{language}/general")[key])


@cache
def _read(path: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "texts" / f"{path}.toml").read_text("utf-8"))


def _case(case_id: str, text: dict[str, Any]) -> Case:
    words = text["words"]
    return Case(
        id=case_id,
        title=text["title"],
        telling=tuple(text["telling"]),
        missing=text["missing"],
        questions={phase: tuple(_question(row) for row in words[phase]) for phase in QUESTION_PHASES},
        alternatives=tuple(Alternative(text=a, reaction=b, with_me=c) for a, b, c in words["alternatives"]),
        advice=tuple(Advice(text=a, why=b) for a, b in words["advice"]),
        again=tuple(Again(question=a, answer=b, advice=c) for a, b, c in words["again"]),
        forms={phase: text[phase] for phase in FORM_PHASES},
    )


def _question(row: Sequence[str]) -> Question:
    text, answer, *further = row
    return Question(text=text, answer=answer, follow_up=_question(further) if further else None)
