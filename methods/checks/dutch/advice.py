"""Dutch advice as a statement: a tip, an instruction, an own recipe."""

from collections.abc import Sequence
from typing import Final

from methods.checks.dutch.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

IMPERATIVES: Final = (
    "ga/begin/probeer/vraag/neem/laat/zet/maak/praat/spreek/bel/geef/zorg/doe/blijf/stop/bedenk/kijk/zeg/stuur/schrijf"
    "/betrek/schakel/leg/hou/houd/negeer/bespreek/nodig/plan/wees/zoek/werk/kies/trek/ruil/mail/meld/wacht/accepteer"
    "/vertrouw/luister/stel/haal/gebruik/deel/bouw/regel/organiseer/reageer/confronteer/observeer/benoem/toon/steun"
    "/verwijs/koop/lees/oefen/denk/herhaal/check/verplaats/bied/focus/breng/sluit/pak/koppel/splits/wissel/start"
    "/overleg/investeer/leer/ondersteun/beloon/loop/kom/ontspan/dring/vermijd/noteer/documenteer/hang/schuif/vervang"
)
REPORTED: Final = ("… zei/zegt/vertelde/schreef/zeggen",)


def advice(name: str, *shows: str, unless: Sequence[str] = ()) -> Rule:
    """A rule about a statement that advises."""
    return NOTATION.rule(name, Label.ADVICE, *shows, mood="states", unless=unless)


RULES: Final[tuple[Rule, ...]] = (
    advice("a tip", "[mijn] [gouden] tip/advies/suggestie/voorstel", "… mijn tip/advies/suggestie"),
    advice(
        "I would",
        "… ik zou",
        "zou ik",
        "… raad/adviseer/beveel ik",
        "ik/wij/we raad/adviseer/beveel/raden/adviseren",
        "ik stel voor",
        "als ik je was",
        "… in je schoenen/plaats",
        unless=(
            "ik zou [er/daar/dat] ook [wel] boos/bang/verdrietig/moe/gek/schrikken/rot/niet",
            "ik zou het niet weten",
            "ik zou liever/graag",
        ),
    ),
    advice(
        "you must, you can",
        "je/dan_kun_je/dan_moet_je [ook/echt/gewoon] moet/moeten/kunt/kun/kan/zou/zult/hoeft/mag",
        "kun/moet je [ook/echt] gewoon/beter/altijd",
        "volgens_mij/eigenlijk/soms/dan/anders/daar/dat/dit/zoiets/in_zo'n_geval [daar] moet/kun/zou/hoef/mag je",
        "ik denk/vind dat je",
        "ik denk/geloof dat … {helps}/helpt/werkt/nodig",
        "je … kun/kunt/kan/moet/zou [het] beter/best",
        "je zult moeten",
        unless=REPORTED,
    ),
    advice("recommends", "… aanrader", "[echt] iets/wat voor je", "die/dat kan/kun … helpen"),
    advice(
        "perhaps",
        "… misschien/wellicht/eventueel kun/kan/moet/zou/is/helpt/werkt/een/toch/eens/even/gewoon/beter/dat_je/om",
        "misschien/wellicht … helpt/helpen/werkt/beter/idee/proberen/eens",
        "… kun je beter/misschien/het_best/het_beste",
    ),
    advice(
        "with us it works",
        "… bij/voor ons/mij … werkt/werkte/werkten/hielp/helpt/geholpen/scheelde/gebruiken/gebruikten/deden",
        "bij ons [op_school/in_het_team] doen/hebben/werken/gebruiken",
        "wij/we doen/hebben/werken/gebruiken … altijd/daarvoor/en_dat",
        "mij/ons heeft/hielp/helpt",
        "… heeft mij/ons … geholpen",
        "… goede ervaring/ervaringen mee",
    ),
    advice(
        "it helps to",
        "… het/dat/dit helpt/werkt/scheelt/loont",
        "… helpt/werkt echt/vaak/altijd/goed/meestal/enorm/super/ook/heel/prima",
        "… het/dat/dit is/lijkt_me/zou … goed/fijn/slim/handig/belangrijk/verstandig/beter/best/beste … om/als/dat",
        "het beste/slimste/handigste/verstandigste/makkelijkste is",
        "… is het slim/goed/handig/verstandig/beter/belangrijk om/dat",
        "… lijkt/lijken me [het] beste/goed/slim/handig/beter/verstandig",
        "… wonderen",
        unless=REPORTED,
    ),
    advice(
        "something would help",
        "… zou/zouden/kan/kunnen/gaat … {helps}",
        "… had/hadden … gescheeld",
        "… daar hebben/heeft * behoefte",
        "… wat * nodig hebben/heeft",
        "… hard/echt nodig",
        unless=("ik/je", *REPORTED),
    ),
    advice("what you can do", "wat je/bij/mij/ons/ook/voor … kunt/kun/kan/helpt/hielp/werkt/werkte/geholpen"),
    advice(
        "something must happen",
        "… moet/moeten/hoort/horen",
        unless=("ik", "… vind/vindt/vinden", "… van de_directie/mijn/het_bestuur/haar/hem", *REPORTED),
    ),
    advice("do this", IMPERATIVES, unless=("* je/ik/hij/ze/we", "denk ik", "zeg maar")),
    advice("do tell them", "* je … eens/eerst/niet/altijd", unless=("* je $", "{who} je")),
    advice(
        "simply do it",
        "gewoon/niet/altijd/nooit/even/eerst/direct/meteen/zelf/lekker/vooral/duidelijk/rustig/consequent/elke … *en",
        "gewoon/niet/altijd/nooit/even/eerst/direct/meteen/zelf/lekker/vooral … doen/staan/gaan/slaan",
        unless=("niet dat/zo/alleen/om_het",),
    ),
    advice(
        "what I always do",
        "[zelf] ik/wij/we [zelf] doe/doen/gebruik/gebruiken/begin/beginnen/laat/laten/geef/geven/zeg/zeggen … altijd/vaak",
        "[zelf] ik/wij/we [zelf] doe/gebruik/begin/laat/geef/zeg/werk/maak/zet/spreek/bel/stuur … elke/eerst/meestal/nooit",
        "[zelf] ik/wij/we [zelf] werk/werken/maak/maken/zet/zetten/spreek/bel/stuur/neem … altijd/vaak",
    ),
)
