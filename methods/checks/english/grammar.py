"""How an English sentence asks, and how it asks more than one thing."""

import re
from typing import Final

from methods.checks.english.words import SPELLINGS
from methods.checks.reading import Grammar
from methods.checks.several import Several

_WH = r"(?:what|who|how|where|when|which|why|whose|whom)"
_BEFORE = r"(?:at|by|for|from|in|of|on|since|to|under|with|about|over|until)"
_VERB = r"(?:do|did|does|is|are|was|were|have|has|had|can|could|will|would|should|may|might|must|am|shall)"
_SUBJECT = (
    r"(?:you|i|he|she|it|they|we|that|this|there|the|your|his|her|their|its|a|an|any|anyone|anybody|someone|somebody"
    r"|everyone|those|these|one|people|others|other|no one|mostly)"
)

GRAMMAR: Final = Grammar(
    spellings=SPELLINGS,
    opener=re.compile(
        r"^(?:(?:(?:and|but|or|well|yes|yeah|no|ok(?:ay)?|hmm+|erm?|um|uh|so|oh|hi|hey|right|then|gosh|wow|ugh|phew|also)\b"
        r"|just so i get the picture|(?:a )?quick (?:one|question)|one (?:more )?question|thank(?:s| you) for \w+(?: this| that)?"
        r"|i am (?:just )?thinking|thinking aloud|out of curiosity|just curious|just wondering)(?:[\s,:;!…-]+|$))+"
    ),
    asks=re.compile(
        rf"^(?:{_BEFORE} )?(?!(?:what|when|how|where) (?:you|i|we|he|she|they|it)\b)(?!what (?:worked|works|helped|helps|also|an?)\b)"
        rf"{_WH}\b|^{_VERB} (?:not )?{_SUBJECT}\b(?!.*\bis\b.*\bnot an?\b)"
        r"|^(?:ever|never|already) (?:thought|considered|tried|asked)|^any chance\b|^(?:thought|considered) (?:about|of)\b|^any idea\b"
    ),
    condition=re.compile(r"^(?:if|when|once|by|first|with|without|how)\b"),
)
"""A sentence asks when it begins with a question word or with the verb, also without its question mark."""

SEVERAL: Final = Several(
    another=re.compile(
        rf"(?:,|;|:| and| but)+(?: and| but)* (?:then )?(?:(?:{_BEFORE} )?{_WH}\b(?! (?:not|ever)\b)"
        rf"|{_VERB} (?:not )?{_SUBJECT}\b)"
    ),
    announced=re.compile(
        r"^(?:i have (?:got )?)?(?:two|three|four|a few|a couple of|several|[2-5]) (?:short |quick )?(?:questions|things)"
    ),
    fronted=re.compile(
        r"^(?:if|what if|imagine|when (?:you|he|she|it|they|i|we)|once|after|because|while|since (?:you|he|she|it)|suppose|you|i|he|she"
        r"|it|that|this|they|the|on a scale|now|with|looking|as)\b"
    ),
    echo=re.compile(
        r",? (?:(?:and|or) (?:why|how|how so|why not|if so.*|else)|(?:do )?you think|would you say)$"
    ),
    rests=re.compile(
        r"^(?:(?:may|can|could) i ask (?:you )?(?:something|a question|one thing).*|is that (?:right|correct)|right|do you see"
        r"|how so|no)$"
    ),
)
