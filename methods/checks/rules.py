"""Rules about one sentence, written down so that they can be read aloud.

A rule has a name, a meaning and phrases. A phrase is words with a few marks:

- it begins where the sentence begins, unless it begins with `…`; `…` stands for anything in between
- `zou/kan` is either word, `al_eens` two words as one, `[nou]` may be left out
- `*` is any one word, `over*` any word that begins so; `,` is a pause; `$` is the end of the sentence
- `{helps}` is a word of that family (the vocabulary of the language)
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from methods.checks.model import Label

Mood = Literal["asks", "states", "any"]
"""Whether a rule is about sentences that ask, sentences that state, or both."""

BETWEEN = r"[\s,:;]+"
PAUSE = r"\s*[,;:–]\s*"
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Rule:
    """`means` this label where a phrase of `shows` is in a sentence of this mood and none of `unless` is.

    It sees one sentence without capitals, quotations and final punctuation, in which everybody who is addressed
    is «je» or «you» (`reading.py`).
    """

    name: str
    means: Label
    mood: Mood
    shows: re.Pattern[str]
    unless: re.Pattern[str]

    def holds(self, sentence: str, *, asks: bool) -> bool:
        """Whether this rule is about this sentence."""
        if self.mood != "any" and asks is not (self.mood == "asks"):
            return False
        return self.shows.search(sentence) is not None and self.unless.search(sentence) is None


@dataclass(frozen=True, slots=True)
class Notation:
    """Reads phrases with a language's families of words: name → words with `/` between them."""

    families: Mapping[str, str]

    def rule(
        self, name: str, means: Label, *shows: str, mood: Mood = "any", unless: Sequence[str] = ()
    ) -> Rule:
        """A rule from phrases."""
        return Rule(name, means, mood, self.any_of(*shows), self.any_of(*unless))

    def any_of(self, *phrases: str) -> re.Pattern[str]:
        """What matches one of these phrases; without phrases nothing does."""
        return re.compile("|".join(self._phrase(one) for one in phrases)) if phrases else NEVER

    def _phrase(self, phrase: str) -> str:
        pattern, link = ("", "") if phrase.startswith("…") else ("^", "")
        for token in phrase.split():
            if token == "…":
                link = r"\b.*" if pattern else r"\b"
            elif token == ",":
                pattern, link = pattern + link.removesuffix(BETWEEN) + PAUSE, ""
            elif token == "$":
                pattern, link = pattern + ("$" if BETWEEN in link else link + "$"), ""
            elif token.startswith("["):
                pattern, link = pattern + link + f"(?:(?:{self._words(token[1:-1])}){BETWEEN})?", ""
            else:
                pattern, link = pattern + link + self._word(token, after=link), BETWEEN
        return pattern + (link if "*" in link and BETWEEN not in link else "")

    def _word(self, token: str, after: str) -> str:
        return (r"\b" if after.endswith(".*") else "") + rf"(?:{self._words(token)})\b"

    def _words(self, token: str) -> str:
        return "|".join(self._one(word) for word in token.split("/"))

    def _one(self, word: str) -> str:
        if word.startswith("{"):
            return self._words(self.families[word.strip("{}")])
        return re.escape(word).replace(r"\*", "[\\w'-]" + ("+" if word == "*" else "*")).replace("_", BETWEEN)


def first(rules: Sequence[Rule], sentence: str, *, asks: bool) -> Rule | None:
    """The first rule that holds for this sentence."""
    return next((one for one in rules if one.holds(sentence, asks=asks)), None)
