"""What robots fill in where nobody wrote words for them: in the forms of a method from a file.

They speak of the same cases as elsewhere. What fits best goes first; a form with more questions gets more of it.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Final

from bot.rehearsal.words import Case, Share

Asked = tuple[str, str]
"""A question that must be answered: its field and its kind."""
MARK: Final = "8"
CLEAR: Final = "po.vragen"


def own_case(asks: Sequence[Asked], title: str, case: Case) -> dict[str, str]:
    """What somebody writes about the own case; its title where that is asked."""
    return _dealt(asks, list(case.telling)) | ({title: case.title} if (title, "text") in asks else {})


def looking_back(asks: Sequence[Asked], case: Case) -> dict[str, str]:
    """What a case bringer decides, plans and takes along."""
    forms = ("po.reactie", "bm.reflectie")
    return _dealt(asks, [text for form in forms for text in case.forms.get(form, {}).values()])


def about(asks: Sequence[Asked], kind: str, share: Share) -> dict[str, str]:
    """What a participant asks or thinks about somebody else's case."""
    question = share.questions.get(CLEAR) or next(iter(share.questions.values()))
    ideas = [share.advice.text, share.advice.why] if share.advice else []
    ideas += [share.alternative.text, share.alternative.reaction] if share.alternative else []
    return _dealt(asks, [question.text] if kind == "qa" else ideas or [question.text])


def anything(asks: Sequence[Asked], said: Sequence[str]) -> dict[str, str]:
    """What somebody writes while there is no case."""
    return _dealt(asks, said)


def _dealt(asks: Sequence[Asked], texts: Sequence[str]) -> dict[str, str]:
    said: Iterator[str] = cycle(texts)
    return {
        name: MARK if kind == "rating" else next(said)
        for name, kind in asks
        if kind not in {"tick", "choice"}
    }
