"""What a button or form says when it comes back: the only memory it has, so it survives a restart.

Discord hands back whatever the client sends: a press that parses is well formed, no more. The engine decides
whether it is allowed.
"""

import re
from dataclasses import dataclass

LIMIT = 100
"""Characters that Discord allows in a custom id."""

# Ids in the database and Discord's own are signed 64-bit numbers.
LARGEST = 2**63 - 1

_NUMBER = "(0|[1-9][0-9]{0,18})"
# `k1` is the version: when the order of the parts changes, so does its number, and old buttons are refused.
_FORM = re.compile(rf"k1:([a-z][a-z0-9-]*):{_NUMBER}:{_NUMBER}:{_NUMBER}:([!-~]*)")


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button, choice in a list or handed-in form.

    `visit` is the visit of the step that the button was made for, `person` whose it is (0: anybody's),
    `extra` whatever the action needs besides: printable ASCII without spaces.
    """

    action: str
    session: int = 0
    visit: int = 0
    person: int = 0
    extra: str = ""

    def __str__(self) -> str:
        """The custom id; ValueError if it would not come back as the same press."""
        custom_id = f"k1:{self.action}:{self.session}:{self.visit}:{self.person}:{self.extra}"
        if parse(custom_id) != self:
            raise ValueError("this press does not fit a custom id")
        return custom_id


def parse(custom_id: str) -> Press | None:
    """The press that this custom id stands for; None if Kring could not have made it."""
    found = _FORM.fullmatch(custom_id) if len(custom_id) <= LIMIT else None
    if found is None:
        return None
    action, session, visit, person, extra = found.groups()
    numbers = int(session), int(visit), int(person)
    return Press(action, *numbers, extra) if max(numbers) <= LARGEST else None
