"""What came of a case bringer's next step: asked in private after two weeks, and where a group looks back.

A step evaporates unless somebody asks after it. «Not yet» is an honest answer too.
"""

from collections.abc import Mapping
from typing import Final

from methods.engine.model import Content, Field, Form
from methods.engine.state import Session
from methods.engine.text import Text

ID: Final = "stap"
"""Under which name it is kept."""
KEPT: Final = 60 * 86_400
"""Seconds that an answer is kept, and that it can be given."""
LOOK_BACK: Final = "fr.terugblik"

NAME: Final = Text(nl="Hoe ging het met je stap?", en="What came of your step?")
SHARE: Final = Text(nl="Deel met je groep", en="Share with your group")
NOT_ME: Final = Text(nl="Vraag me dat niet", en="Do not ask me that")

YES: Final = Text(nl="Ja", en="Yes")
DONE: Final = Field(
    id="gedaan",
    label=Text(nl="Heb je je stap gezet?", en="Did you take your step?"),
    kind="choice",
    options=(
        YES,
        Text(nl="Deels", en="Partly"),
        Text(nl="Nog niet", en="Not yet"),
        Text(nl="Plan veranderd", en="Plan changed"),
    ),
)
EFFECT: Final = Field(id="effect", label=Text(nl="Wat gebeurde er?", en="What happened?"), max_length=400)
SHARED: Final = Field(
    id="delen",
    label=Text(nl="Wil je dit met de groep delen?", en="Do you want to share this with the group?"),
    kind="choice",
    options=(YES, Text(nl="Nee", en="No")),
)
FORM: Final = Form((DONE, EFFECT, SHARED), whole=True)

ABOUT: Final = "session"
"""Beside the answers: after which session it was asked."""
TOLD: Final = "told"
"""Beside the answers: in which session it was shared."""


def answered(words: Mapping[str, str]) -> bool:
    """Whether there is an answer."""
    return any(words.get(field.id) for field in FORM.fields)


def looks_back(session: Session) -> bool:
    """Whether this group is looking back on what people planned."""
    return session.under_way and session.step.phase.id == LOOK_BACK


def may_share(session: Session, words: Mapping[str, str]) -> bool:
    """Whether its author can let the group read this now: as chosen, and once."""
    wants = words.get(SHARED.id) in {YES.nl, YES.en} and session.content is not Content.NONE
    return looks_back(session) and answered(words) and wants and words.get(TOLD) != str(session.id)


def told(words: Mapping[str, str]) -> str:
    """What the group reads of it."""
    return "\n".join(words[field.id] for field in (DONE, EFFECT) if words.get(field.id))
