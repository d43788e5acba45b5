"""The word that was probably meant."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from methods.engine.text import Text

NEAR: Final = Text(nl=" Bedoel je ‘{near}’?", en=" Do you mean ‘{near}’?")
NOTHING: Final = Text(nl="", en="")


def nearest(word: str, words: Sequence[str]) -> str | None:
    """The one of these words that is most like it; None when none of them is."""
    close = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return close[0] if close else None


def near(word: str, words: Sequence[str], otherwise: Text = NOTHING) -> Text:
    """«Bedoel je ‘write’?», to be put behind a sentence."""
    found = nearest(word, words)
    return NEAR.filled(near=found) if found else otherwise
