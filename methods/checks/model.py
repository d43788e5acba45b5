"""What the checks give back."""

from dataclasses import dataclass
from enum import StrEnum

from methods.engine.text import Text


class Label(StrEnum):
    """What a message in a round of questions is."""

    QUESTION = "question"
    ADVICE = "advice"
    ADVICE_AS_QUESTION = "advice_as_question"
    LEADING = "leading"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a message is, why that is thought, and the name of the rule that thought so."""

    label: Label
    reason: Text
    rule: str | None = None


class Detail(StrEnum):
    """A kind of detail by which somebody could be recognised."""

    PERSON = "person"
    SCHOOL = "school"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    URL = "url"
    BSN = "bsn"
    CLASS = "class"
    BIRTHDATE = "birthdate"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A detail in a text: from the character `start` up to, not including, `end`."""

    start: int
    end: int
    kind: Detail
