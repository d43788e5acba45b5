"""The name of a school or a school group, with the type that belongs to it: «basisschool De Regenboog»."""

import re
from collections.abc import Iterator

from methods.checks.model import Detail, Span
from methods.checks.names import PLACES

_CAP = r"(?:[A-ZÀ-ÖØ-Þ][\w'’&!-]*|St\.|'t)"
_LINK = r"(?:van|de|der|den|het|'t|en|and|of|the|for|op|in de|aan de)"
_NAME = rf"{_CAP}(?:\s(?:{_LINK}\s){{0,2}}{_CAP}){{0,4}}"
_BEFORE = (
    r"(?:[Bb]asisschool|[Oo]penbare basisschool|OBS|obs|CBS|cbs|RKBS|rkbs|KBS|kbs|PCBS|pcbs|PCB|BS|SBO|sbo|VSO|vso|SO|IKC|ikc|ODBS|GBS|gbs|OSG|osg|CSG|csg|GSG|gsg|RSG|rsg|SSG"
    r"|[Dd]altonschool|[Mm]ontessorischool|[Jj]enaplanschool|[Vv]rije [Ss]chool|[Vv]rijeschool|[Ss]cholengemeenschap|[Pp]raktijkschool"
    r"|[Ss]choolgemeenschap|[Kk]indcentrum|[Kk]leuterschool|[Ll]agere [Ss]chool|[Mm]iddelbare [Ss]chool|[Ss]cholengroep|[Oo]nderwijsgroep|[Ss]tichting [Oo]nderwijs"
    r"|ROC|roc|AOC|MBO|mbo|[Mm]avo|[Ll]yceum|[Cc]ollege|[Gg]ymnasium|[Aa]theneum|GO!|[Ss]ecundair|[Vv]mbo-school)"
)
_AFTER = (
    r"(?:College|Lyceum|Gymnasium|Atheneum|Mavo|Scholengemeenschap|Scholengroep|Onderwijsgroep|Praktijkschool|Basisschool|MBO|Academie"
    r"|(?:Church of England |C of E |CofE |RC |Catholic |Community |Roman Catholic )?(?:Primary|Infants?|Junior|High|Grammar|Secondary|Nursery|Middle|Elementary|Prep|Preparatory|Comprehensive|Community|Sixth Form|Boarding|Special|Primary Academy|Middle)(?:\s(?:School|Academy|College))?"
    r"|School|Academy|Academies Trust|Academy Trust|Multi Academy Trust)"
)
BEFORE = re.compile(
    rf"\b(?:(?:[Vv]rije|[Oo]penbare|[Cc]hristelijke|[Kk]atholieke|[Ii]slamitische) )?{_BEFORE}\s(?:(?:De|Het|'t|de|het)\s)?{_NAME}"
)
"""Type, then name."""
AFTER = re.compile(rf"\b(?:{_CAP}\s(?:{_LINK}\s)?){{1,5}}{_AFTER}\b(?!\s(?:of Education)\b)")
"""Name, then type."""
LOWER = re.compile(
    r"\b(?:(?:obs|cbs|rkbs|kbs|pcbs|sbo|ikc|roc)\s(?:(?:de|het|'t)\s)?|(?<!de )(?<!een )(?<!elke )(?<!deze )(?<!onze )basisschool\s(?:de|het|'t)\s)"
    r"(?!en\b|of\b|in\b|is\b|met\b|voor\b|te\b|waar\b|die\b|op\b|niet\b|heeft\b)[a-zà-ÿ]{3,}"
)
"""As people type it: «cbs de ark»."""
ENGLISH_LOWER = re.compile(
    r"\b(?:at|from|to|of)\s((?:st\.?\s)?(?!the\b|our\b|my\b|his\b|her\b|their\b|a\b|an\b|this\b|that\b|every\b|each\b|any\b|new\b|old\b|local\b|primary\b|high\b|secondary\b|middle\b|grammar\b|another\b|some\b|all\b|which\b|your\b|"
    r"state\b|public\b|private\b|boarding\b|nursery\b|village\b|infant\b|junior\b|special\b|sunday\b|art\b|law\b|medical\b|sixth\b|technical\b|whole\b|most\b)[a-z'’]{3,}\s(?:(?:primary|high|grammar|junior|infant|secondary|community)\s(?:school|academy)|academy))\b"
)
COMPOUND = re.compile(
    rf"\b(?:(?:Prinses|Prins|Koningin|Koning|Sint|St\.|Openbare|Christelijke|Katholieke|{_CAP})\s)?"
    r"(?!(?:Basis|Hoge|Middelbare|Muziek|Zwem|Sport|Avond|Zomer|Vak|Toneel|Dans|Rij|Taal|Zaterdag|Huis|Kleuter|Praktijk|Buiten|Voor|Moeder|Opleidings|Dorps|Brede|Lagere|Vrije|Dalton|Montessori|Jenaplan|Koran|Vmbo|Stage|Kring|Buur|Top|Kost|School)(?:school|scholen|college))"
    r"[A-Z][a-zà-ÿ]+(?:-[A-Z]?[a-zà-ÿ]+)*(?:school|college|lyceum|gymnasium|mavo)\b(?!s)"
)
"""One word: «Wilgenschool», «Sint-Jozefcollege»."""
ONLY_NAME = re.compile(
    r"\b(?:(?:op|naar|bij ons op|school)|(?:directeur|rector|juf|meester|leerlingen|ouders|team|leerkracht(?:en)?|IB'er|kinderen|locatieleider|conciërge|collega's) van|werk(?:t|te|en)? (?:\w+ ){0,2}(?:op|bij)|les op|(?:komt|kwam|komen|kwamen) van|zit op|zat op)\s"
    r"(De\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?|Het\s[A-Z][\w-]+|'t\s[A-Z][\w-]+)"
)
"""A name without its type, after words that go with a school."""
NOT_SCHOOLS = re.compile(
    r"^(?:De (?:Vreedzame School|Efteling|Kuip|Wereld|Telegraaf|Volkskrant|Correspondent|Gelderlander|Stentor|Veluwe|Achterhoek|Bilt|Ronde|Haag|Nederlandse|Gids|Week|Dijk|Sleutel|Lier)|Het (?:Parool|Klokhuis|Gooi|Jeugdjournaal|Rijk|Achterhuis|Nederlands|Bijbelboek))"
    r"|^(?:Onze|Mijn|Deze|Een|De|Het|Our|My|The|This|A|His|Her|Every|Old|New|High|Primary|Secondary|Grammar|Middle|Boarding|Sunday|Art|Public|Private|State|Sixth Form|In|At|From|To|Driving|Summer|Medical|Law) ?(?:College|Lyceum|Gymnasium|Mavo|School|Academy|Primary|High School|Secondary School|Primary School)?$"
    r"|^Vreedzame School$|Google|Teachers College|Business School|^Khan Academy$|^Sunday School$"
)
LEADING = re.compile(
    r"^(?:The(?=\s\S+\s(?:School|College|Academy)\b.*\sof\b)|At|From|In|To|On|Of|When|Our(?! Lady)|My|His|Her|And|But|Since|Because|After|Before|With|Near|De(?= [Vv]rije [Ss]chool)|Het|Op|Bij|Van|Naar|Uit|Toen|Ons|Onze|Mijn|Zijn|Haar|Vroeger|Dat|Daar|Is|Was|Ik|I|We)\s"
)
"""Words with a capital that open a sentence, or an article that is no part of the name."""


def schools(text: str) -> Iterator[Span]:
    """Names of schools."""
    whole = (match.span() for pattern in (BEFORE, AFTER, LOWER, COMPOUND) for match in pattern.finditer(text))
    named = (match.span(1) for pattern in (ONLY_NAME, ENGLISH_LOWER) for match in pattern.finditer(text))
    for start, end in _joined(sorted((*whole, *named))):
        yield from _trimmed(text, start, end)


def _joined(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Overlapping finds as one: «Christelijk Lyceum» and «Lyceum Delta»."""
    while found:
        start, end = found.pop(0)
        while found and found[0][0] < end:
            end = max(end, found.pop(0)[1])
        yield start, end


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Without the words before it, and without the city behind it."""
    while before := LEADING.match(text[start:end]):
        start += before.end()
    found = text[start:end]
    *rest, last = found.split(" ")
    if len(rest) > 1 and last in PLACES and rest[-1].lower() not in {"school", "van", "midden", "of"}:
        end -= len(last) + 1
    if not NOT_SCHOOLS.search(text[start:end]) and end > start:
        yield Span(start, end, Detail.SCHOOL)
