"""Tells one question from a heap of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from methods.checks.reading import Grammar, Sentence


@dataclass(frozen=True, slots=True)
class Several:
    """How a language asks more than one thing in a message."""

    another: re.Pattern[str]
    """A second question within a sentence: «… en wat deed je toen», «…, do you sleep well»."""
    announced: re.Pattern[str]
    """«Twee vragen: …»."""
    fronted: re.Pattern[str]
    """How a sentence begins in which the question only comes second: one question all the same."""
    echo: re.Pattern[str]
    """«…, en waarom»: the same question, asked a little further."""
    rests: re.Pattern[str]
    """Sentences with a question mark that ask nothing new."""

    def within(self, sentences: Sequence[Sentence], grammar: Grammar) -> bool:
        """Whether these sentences ask more than one thing."""
        asking = [one for one in sentences if grammar.asking(one) and self.rests.search(one.words) is None]
        return len(asking) > 1 or any(self._more(one, grammar) for one in sentences)

    def _more(self, sentence: Sentence, grammar: Grammar) -> bool:
        """Whether one sentence goes on to a second question after a first one."""
        words = self.echo.sub("", sentence.words)
        if self.announced.search(words):
            return True
        if self.fronted.search(words) or grammar.asks.search(words) is None:
            return False
        return self.another.search(words) is not None
