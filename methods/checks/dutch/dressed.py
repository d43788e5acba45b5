"""Dutch advice in the shape of a question: it carries something to do, thought up by who asks."""

from typing import Final

from methods.checks.dutch.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

rule = NOTATION.rule
DRESSED = Label.ADVICE_AS_QUESTION

OPENS_THE_DOOR: Final[tuple[Rule, ...]] = (
    rule(
        "offers a tip",
        DRESSED,
        "mag/kan/zal ik … tip/tips/advies/suggestie/idee/ideetje/voorstel/voorstellen/aanraden/adviseren/meegeven/opperen",
        "mag/kan/zal ik … vertellen/delen/zeggen wat/hoe ik/wij/we/bij",
        "wil je weten/horen hoe/wat ik/wij/we/bij/mij/ons",
        "wil je [een/mijn/wat] tip/tips/advies",
        "heb je behoefte aan [een/wat] tip/tips/advies/suggestie",
        "heb je [iets/wat] [er] [iets/wat] aan een tip/advies",
        "sta je open voor",
    ),
    rule("tells what can be done", DRESSED, "weet/wist je dat", "weet/wist je van het bestaan", mood="asks"),
    rule("proposes together", DRESSED, "zullen we", "waarom gaan/doen/maken/kijken/zetten we"),
)

WHY_NOT: Final[tuple[Rule, ...]] = (
    rule("why not", DRESSED, "waarom niet *"),
    rule("why did you not go", DRESSED, "waarom ben/bent je … niet … naar/langs/bij/met … ge*"),
    rule(
        "why do you not",
        DRESSED,
        "waarom * je … niet",
        "waarom * je … gewoon",
        "waarom zou je … niet",
        unless=("waarom {inner} je", "waarom ben je", "… niet … {lived} $", "… niet gezegd/verteld"),
    ),
)

EVER: Final[tuple[Rule, ...]] = (
    rule(
        "have you ever done this",
        DRESSED,
        "heb/had/ben je al_eens/wel_eens … {done}",
        "heb/had/ben je … al_eens/wel_eens … {done}",
        "ben je al_eens … gaan *",
        unless=("… {lived}", "… {open}"),
    ),
    rule(
        "have you considered this",
        DRESSED,
        "heb/had je … geprobeerd/overwogen",
        "heb/had je … aan/over … gedacht/nagedacht",
        "heb/had je … gedacht/nagedacht/stilgestaan aan/over/bij",
        "heb/had je … over_nagedacht/aan_gedacht om",
        unless=(
            "… {open}",
            "… gedacht dat",
            "heb/had je er/daar lang/veel/vaak/goed/zelf",
            "heb je er/daar [al/zelf] [lang/veel] over nagedacht $",
            "… aan jezelf gedacht",
        ),
    ),
    rule("ever thought of this", DRESSED, "al/ooit/nooit/wel_eens … {considered}/gevraagd/gekeken"),
    rule("have you done this, it works", DRESSED, "doe/werk je wel aan/met"),
)

VERB_FIRST: Final[tuple[Rule, ...]] = (
    rule(
        "had you not better",
        DRESSED,
        "had je … niet … {mild}/apart/moeten/geholpen/anders/kunnen",
        "had het/dat … gescheeld/geholpen",
        "had … niet … gedaan/geholpen/gescheeld/beter/gewerkt",
        unless=("… weten", "… zien aankomen", "… door dat"),
    ),
    rule("would you not", DRESSED, "zou je … niet"),
    rule(
        "would you be able to",
        DRESSED,
        "zou je … kunnen/moeten/overwegen/beter",
        unless=("… {tell}", "… samenwerken", "… als het moet"),
    ),
    rule(
        "would that help",
        DRESSED,
        "zou/zouden … {helps}",
        "zou/zouden het/dat/er/dit/een … {fits}",
        "zou/zouden … niet",
        unless=(
            "zou/zouden je",
            "zou/zouden hij/zij/ze",
            "… als hij/zij/ze/de/haar/zijn",
            "zou het niet kunnen dat",
        ),
    ),
    rule(
        "would they not",
        DRESSED,
        "zou/zouden hij/zij/ze … niet",
        "zou/zouden hij/zij/ze … {helps} met/door/als",
    ),
    rule(
        "can you not",
        DRESSED,
        "kun je … niet",
        unless=("… niet slapen/loslaten/meer/aan/genieten/eten/verdragen $",),
    ),
    rule(
        "can somebody not",
        DRESSED,
        "kan/kunnen … niet",
        unless=("kan/kunnen hij/ze/zij/dat/dit", "kan het niet"),
    ),
    rule("could you not", DRESSED, "kon je … niet beter/gewoon/eens/even"),
    rule("can you do this", DRESSED, "kun je … {do}", unless=("kun je nog/goed", "… waarom/hoe $")),
    rule(
        "must you not",
        DRESSED,
        "moet/moeten je/er/dat/dit/we/iemand/de/die … niet/gewoon",
        unless=("… schamen",),
    ),
    rule(
        "is that not an idea",
        DRESSED,
        "is/was/zijn … niet/geen/misschien/wellicht/ook … {fits}",
        "is/was … {fits} voor hem/haar/je/ze/hen/die/deze",
        "is het [ook/nog] een/misschien_een [goed/leuk/handig] {proposal}",
        "is er een/geen {proposal}/manier om",
        "is het mogelijk/haalbaar/verstandig/slim/handig om/als",
        "is … een/geen {proposal}",
        "is/zijn er [dan/misschien/nog] niet/geen … die/dat/om",
        unless=(
            "… {judging}",
            "… het idee dat",
            "… iets/wat dat/van/wat/waar/aan",
            "is er/dit/dat [ook] iets/wat",
        ),
    ),
    rule(
        "does this help",
        DRESSED,
        "helpt/werkt/scheelt/loont het … om/als/wanneer/misschien",
        "helpt/werkt het [niet] [beter] als/om",
        "kan het … helpen/schelen",
        "heeft het [geen/misschien] zin/nut om",
    ),
    rule(
        "does this appeal",
        DRESSED,
        "lijkt het je [niet/geen] wat/iets/niks/handig/goed/leuk/fijn/zinvol/een",
        "lijkt … je [niet/geen] wat/iets/niks/handig/goed/leuk/fijn/zinvol/een",
        "lijkt het [je] [niet/geen] handig/goed/zinvol/verstandig om/als",
    ),
    rule(
        "are you not going to",
        DRESSED,
        "ga je … niet",
        "wil/doe/bel/vraag/neem/laat/geef/maak/zet/zeg je … niet … {mild}",
        unless=("ga je … niet … naar huis/school",),
    ),
    rule(
        "when will you at last",
        DRESSED,
        "wanneer ga/doe/bel/vraag/neem/zeg/trek/maak je … nou/nu/dan/eindelijk/eens",
    ),
    rule("would you gain by this", DRESSED, "ben je [niet] [meer] gebaat/geholpen bij/met"),
)

OPEN_WORDS: Final[tuple[Rule, ...]] = (
    rule(
        "what if you",
        DRESSED,
        "wat [nou/nu] als je",
        "als je nou/nu [eens]",
        "stel [dat] je … zou/helpt/werkt dat/het",
        "wat als je … gewoon/eens/een_keer",
        unless=("wat als je niets/niks/niet/nee", "… je niets/niks"),
    ),
    rule(
        "what would happen if you",
        DRESSED,
        "wat zou er [dan] gebeuren als je",
        "wat zou het … opleveren/schelen/uitmaken/betekenen als je",
        unless=("… niets/niks/niet",),
    ),
    rule(
        "what do you think of this",
        DRESSED,
        "wat dacht je van/ervan",
        "wat denk/vind je ervan/eraan om/als",
        "wat zou je ervan/van … vinden/zeggen",
        "wat zou je ervan vinden",
        "wat vind/denk je van het_idee/een/wat_meer/meer",
    ),
    rule(
        "how would it be to",
        DRESSED,
        "hoe zou het … zijn als/wanneer je/we",
        "hoe zou het … zijn om",
        "hoe lijkt/klinkt het … om/als",
        "hoe denk/sta je over/tegenover het_idee/een/het_plan",
        "hoe zou je het vinden om/als_je",
    ),
    rule("what keeps you from simply", DRESSED, "wat let/houdt/weerhoudt je … gewoon/toch/eens"),
    rule(
        "solution first",
        DRESSED,
        "een/geen/samen … zou dat/dit …",
        "… , zou/is/was/kan/werkt/helpt/scheelt/lukt/had dat/het/zoiets/die",
        "… , kun/heb/doe/zou je dat/daar/zoiets/die/zo",
        "zou een … wat/iets/niks zijn",
        mood="asks",
        unless=(
            "ik/je/hij/ze/zij/het/als/toen/dus/die/dat/nadat/omdat/wat/hoe/wie/waar/waarom/wanneer/welke/in/op/met_wie",
            "is/was/zijn/heb/had/ben/heeft/kun/kan/moet/mag/wil/ga/gaat/zit/werd/weet/denk/vind/doe/komt/speelt/ligt",
            "zou je/hij/ze/het",
        ),
    ),
    rule(
        "perhaps?",
        DRESSED,
        "misschien",
        "toch eens",
        "gewoon",
        "een/misschien_een idee",
        "idee om",
        mood="asks",
    ),
    rule(
        "you could, could you not",
        DRESSED,
        "je … kun/kunt/kan/zou … ook/toch/beter/eens/misschien",
        "ik zou",
        "ik denk dat je",
        mood="asks",
    ),
    rule("wonders whether", DRESSED, "ik vraag me af of … niet/beter/helpen/schelen/handig/handiger"),
    rule(
        "do you not think this helps",
        DRESSED,
        "denk/vind/geloof je … niet dat … {helps}/helpt/werkt/beter/moet/moeten/kunt/kun/kan/idee/goed_zou_doen",
        "denk je dat het/dit/dat/een … helpt/helpen/werkt/werken/scheelt/schelen … als_je/om",
        "denk je dat het/dit/dat/een … zou_helpen/zou_werken/kan_helpen",
        unless=("… {judging}",),
    ),
)

RULES: Final = (*OPENS_THE_DOOR, *WHY_NOT, *EVER, *VERB_FIRST, *OPEN_WORDS)
