"""From what somebody typed to sentences that a rule can be about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

QUOTED = re.compile(
    r"(?<!\w)'(?![sntk]\b)(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)"
    r"|\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|„[^”“\n]{1,300}[”“]"
)
"""Words between quotation marks: somebody else's. The apostrophe of «'s ochtends» opens nothing."""
QUOTE = "zoiets"
"""What stands for a quotation."""
SENTENCE = re.compile(r"[^.?!…\n]*(?:\.(?=\S)[^.?!…\n]*)*[.?!…\n]*")
"""Up to a full stop, a question mark, an exclamation mark or a line's end; «14.30» and «o.a.» stay whole."""
SPACE = re.compile(r"\s+")
PARTS = re.compile(r"[,;:–]\s*")
ENDING = " \t\n.?!…,;:-–)"
ALIKE = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u00a0": " "})

Spellings = Sequence[tuple[re.Pattern[str], str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in lower case; `marked`: it ends with a question mark."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """What must be known of a language to read a chat message in it."""

    spellings: Spellings
    """How people type, and how the rules know it."""
    opener: re.Pattern[str]
    """Words before a sentence proper: «en», «nou», «dank voor het delen,»."""
    asks: re.Pattern[str]
    """How a sentence begins that asks, also without a question mark."""
    condition: re.Pattern[str]
    """How a sentence begins whose second part has its verb first without asking: «als je belt, ben je …»."""

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a message, without quotations and without what only leads up to them."""
        plain = QUOTED.sub(QUOTE, text.translate(ALIKE)).lower()
        found = (self._sentence(match.group()) for match in SENTENCE.finditer(plain))
        return tuple(one for one in found if one.words)

    def _sentence(self, raw: str) -> Sentence:
        words = SPACE.sub(" ", raw).strip(ENDING)
        for pattern, meant in self.spellings:
            words = pattern.sub(meant, words)
        shorter = self.opener.sub("", words).strip(ENDING)
        return Sentence(shorter or words, marked="?" in raw[-6:])

    def asking(self, sentence: Sentence) -> bool:
        """Whether a sentence asks."""
        return sentence.marked or self.asks.search(sentence.words) is not None

    def asking_later(self, sentence: Sentence) -> bool:
        """Whether a later part of a sentence asks: «sorry, ik miste het begin, om welke klas gaat het»."""
        _, *later = PARTS.split(sentence.words)
        return self.condition.search(sentence.words) is None and any(self.asks.search(part) for part in later)


def spelled(typed: Mapping[str, str]) -> Spellings:
    """Whole words as they are typed, by what is meant: `{"misschien": "mss|misch"}`."""
    return tuple((re.compile(rf"(?<!\w)(?:{ways})(?!\w)"), meant) for meant, ways in typed.items())
