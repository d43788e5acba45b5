"""Private remarks: what the checks say about what somebody just wrote, in the words of the author's language.

A remark never stops anything, and it never names what was found: the text stands in the author's own card. It is
worked out again whenever that card is shown, so nothing of it is kept anywhere.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from methods.checks.model import Detail, Label
from methods.checks.privacy import find_details
from methods.checks.questions import REASONS, check_question
from methods.engine.forms import step_of
from methods.engine.nudging import ABOUT_QUESTIONS
from methods.engine.roles import case_slot
from methods.engine.state import Flow, Session
from methods.engine.text import Language, Text

TRY: Final = Text(
    nl="Bijvoorbeeld: ‘Wat heb je al geprobeerd?’ of ‘Wat maakt dit lastig voor jou?’",
    en="For example: ‘What have you tried?’ or ‘What makes this hard for you?’",
)
MAYBE: Final = Text(nl="In je tekst staat misschien {what}.", en="Your text may contain {what}.")
BETTER: Final = Text(
    nl="Kan het zonder? Jij beslist; alleen jij ziet dit.",
    en="Could it do without? You decide; only you see this.",
)
YOURS: Final = Text(nl="Jij beslist; alleen jij ziet dit.", en="You decide; only you see this.")
DETAILS: Final[Mapping[Detail, Text]] = MappingProxyType(
    {
        Detail.PERSON: Text(nl="een naam", en="a name"),
        Detail.SCHOOL: Text(nl="de naam van een school", en="the name of a school"),
        Detail.CLASS: Text(nl="een klas", en="a class"),
        Detail.PHONE: Text(nl="een telefoonnummer", en="a phone number"),
        Detail.EMAIL: Text(nl="een e-mailadres", en="an e-mail address"),
        Detail.URL: Text(nl="een webadres", en="a web address"),
        Detail.ADDRESS: Text(nl="een adres", en="an address"),
        Detail.BSN: Text(nl="een burgerservicenummer", en="a citizen service number"),
        Detail.BIRTHDATE: Text(nl="een geboortedatum", en="a date of birth"),
    }
)


def remark_on(session: Session, words: Mapping[str, str]) -> Text | None:
    """What there is to say, to their author alone, about words that are handed in now; None: nothing.

    Questions are looked at where advice comes too early, and the case where the group will read it.
    """
    texts = [text for text in words.values() if text.strip()]
    if not session.under_way or not texts:
        return None
    step = step_of(session)
    if session.flow is Flow.ASK and ABOUT_QUESTIONS & set(step.phase.rules):
        return _about_question(texts, session)
    if session.flow is Flow.TELL or step.slot == case_slot(session):
        return about_details(texts, session.language)
    return None


def _about_question(texts: Iterable[str], session: Session) -> Text | None:
    labels = (check_question(text, session.language).label for text in texts)
    label = next((one for one in labels if one is not Label.QUESTION), None)
    if label is None:
        return None
    dressed = label in {Label.ADVICE, Label.ADVICE_AS_QUESTION}
    return _joined(REASONS[label], *((TRY,) if dressed else ()), YOURS)


def about_details(texts: Iterable[str], language: Language) -> Text | None:
    """What there is to say about a case that the group will read; None: it points to nobody, as far as is seen."""
    kinds = dict.fromkeys(span.kind for text in texts for span in find_details(text, language))
    if not kinds:
        return None
    nl, en = ([DETAILS[kind].to(language) for kind in kinds] for language in ("nl", "en"))
    found = Text(nl=MAYBE.to("nl", what=_listed(nl, "en")), en=MAYBE.to("en", what=_listed(en, "and")))
    return _joined(found, BETTER)


def _joined(*texts: Text) -> Text:
    return Text(nl=" ".join(one.nl for one in texts), en=" ".join(one.en for one in texts))


def _listed(parts: list[str], last: str) -> str:
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
