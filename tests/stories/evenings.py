"""Evenings that several tests look at: each is played once, when the first test asks for it."""

import asyncio
from functools import cache

from bot.rehearsal.commanding import Outcome, rehearsed
from bot.rehearsal.rehearsal import Script


@cache
def evening(script: Script) -> Outcome:
    """What came of it, with all that is kept."""
    return asyncio.run(rehearsed(script.checked(), quiet=True, keep=True))


SPOKEN = Script(method="bumpy", people=12, minutes=150, talk="spoken", language="nl", seed=7)
TYPED = Script(method="bumpy", people=5, talk="written", language="en", seed=11)
TWO_CASES = Script(method="probleemoplossend", people=5, minutes=150, talk="spoken", language="en", seed=7)
TYPED_QUESTIONS = Script(method="probleemoplossend", people=7, talk="written", language="nl", seed=3)

WHOLE = (SPOKEN, TYPED, TWO_CASES, TYPED_QUESTIONS)
"""Both methods, aloud and typed, in both languages."""
