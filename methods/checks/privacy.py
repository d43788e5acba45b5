"""What in a text would point to somebody: names, schools, classes, numbers, addresses, dates of birth."""

from collections.abc import Iterable
from itertools import chain

from methods.checks.addresses import addresses
from methods.checks.classes import classes
from methods.checks.contact import contacts
from methods.checks.dates import birthdates, dates_after
from methods.checks.model import Detail, Span
from methods.checks.people import people
from methods.checks.schools import schools
from methods.engine.text import Language

WEIGHT = (
    Detail.EMAIL,
    Detail.URL,
    Detail.BSN,
    Detail.BIRTHDATE,
    Detail.PHONE,
    Detail.ADDRESS,
    Detail.CLASS,
    Detail.SCHOOL,
    Detail.PERSON,
)
"""Where two details overlap, the kind that comes first here stays; of one kind the longer."""


def find_details(text: str, language: Language) -> tuple[Span, ...]:
    """The identifying details in a text, from left to right, none overlapping."""
    certain = _apart(chain(contacts(text), birthdates(text), addresses(text), classes(text), schools(text)))
    names = tuple(people(text, language, certain))
    dates = chain.from_iterable(dates_after(text, name.end) for name in names)
    return tuple(sorted(_apart(chain(certain, names, dates))))


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that stay when overlapping ones give way."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (WEIGHT.index(one.kind), one.start - one.end)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return tuple(kept)
