"""How a Dutch sentence asks, and how it asks more than one thing."""

import re
from typing import Final

from methods.checks.dutch.words import SPELLINGS
from methods.checks.reading import Grammar
from methods.checks.several import Several

_WH = (
    r"(?:wat|wie|hoe|waar|wanneer|welke?|waarom|hoeveel|hoezo|hoelang"
    r"|waar(?:aan|bij|mee|naar|over|toe|uit|van|voor|door|in|op|tegen))"
)
_BEFORE = r"(?:aan|bij|door|in|met|na|naar|onder|op|over|sinds|tegen|tot|uit|van|voor)"
_TO_YOU = (
    "heb|had|ben|was|kun|kon|zou|moet|moest|mag|mocht|wil|wilde|ga|ging|doe|deed|weet|wist|denk|dacht|vind|vond|voel"
    "|voelde|ken|kende|merk|merkte|zie|zag|snap|begrijp|geloof|durf|durfde|werk|krijg|kreeg|lag|sliep|slaap|bedoel|sta"
    "|stond|hoor|hoorde|herken|mis|hoop|verwacht|speel|eet|woon|praat"
)
_TO_OTHERS = (
    "is|was|zijn|waren|heeft|hebben|had|hadden|kan|kunnen|kon|zou|zouden|moet|moeten|mag|gaat|gaan|komt|wil|weet|krijgt"
    "|werd|wordt|weten|willen|vinden|doen|krijgen|komen|spelen|zitten|denken|speelt|doet|stond|zit|zat|ligt|lukt|helpt|lijkt|geldt|werkt|houdt|praat|merkt|woont"
)
_OTHERS = "het|er|dat|dit|hij|ze|zij|de|die|een|mijn|ik|we|wij|iemand|haar|hun|jouw|je|iedereen|niemand|deze|zo'n|jeugdzorg"

GRAMMAR: Final = Grammar(
    spellings=SPELLINGS,
    opener=re.compile(
        r"^(?:(?:(?:en|maar|want|of|nou|ja|nee|oké?|okay|hmm+|ehm?|uh|tja|zeg|hé|hey|hoi|dus|dan|pff+|jee|ach|tsja|joh)\b"
        r"|even voor mijn beeld|nog een korte|(?:nog )?een vraag(?:je)?|korte vraag|ik zit te denken|hardop gedacht"
        r"|(?:dank|bedankt)(?: je(?: wel)?)? voor (?:het|je) \w+|uit nieuwsgierigheid)(?:[\s,:;!…-]+|$))+"
    ),
    asks=re.compile(
        r"^(?!wat (?:je|ik|bij|mij|ons|ook|vaak|altijd|meestal|mijn|voor mij)\b)(?!wie (?:niet|het)\b)"
        rf"(?:{_BEFORE} )?{_WH}\b"
        rf"|^(?:{_TO_YOU}) je\b|^(?:{_TO_OTHERS}) (?:{_OTHERS})\b|^(?:mag|zal|kan) ik\b|^zullen we\b"
        r"|^(?:al(?: eens)?|nooit|ooit|wel eens) .*(?:gedacht|overwogen|geprobeerd|gevraagd|gekeken)"
    ),
    condition=re.compile(r"^(?:als|wanneer|toen|zodra|door|eerst|met|zonder|hoe)\b"),
)
"""A sentence asks when it begins with a question word or with the verb, also without its question mark."""

SEVERAL: Final = Several(
    another=re.compile(
        rf"(?:,|;|:| en| maar)+(?: en| maar)* (?:dan )?(?:(?:{_BEFORE} )?{_WH}\b(?! (?:juist |dan |ook )?(?:niet|maar)\b)"
        rf"|(?:heb|had|ben|was|is|zijn|waren|heeft|hebben|kun|kan|kon|{_TO_YOU}|{_TO_OTHERS}) "
        r"(?:je|hij|ze|zij|het|dat|er|die|de|iedereen|iemand|een|haar|zijn)\b)"
    ),
    announced=re.compile(
        r"^(?:ik heb )?(?:nog )?(?:twee|drie|vier|een paar|meerdere|[2-5]) (?:korte )?(?:vragen|dingen|vraagjes)"
    ),
    fronted=re.compile(
        r"^(?:als|wat als|toen|nadat|omdat|terwijl|stel|je|ik|hij|ze|zij|het|dat|dit|die|de|op een schaal|nu|met (?:de|het)|bij (?:de|het))\b"
    ),
    echo=re.compile(
        r",? (?:(?:en|of) (?:waarom|hoe|wat dan|hoezo|waarom niet|zo ja.*|anders)|(?:denk|vind|dacht) je(?: zelf)?)$"
    ),
    rests=re.compile(
        r"^(?:mag ik (?:je )?(?:nog )?(?:iets|wat|een vraag).*|klopt dat|toch|snap je|hoezo|niet|of niet)$"
    ),
)
