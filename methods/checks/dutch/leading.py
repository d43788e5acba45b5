"""Dutch questions with a verdict in them, or with the answer that is hoped for."""

from typing import Final

from methods.checks.dutch.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

rule = NOTATION.rule
LEADING = Label.LEADING

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "why, with a reproach",
        LEADING,
        "waarom moet/moest je",
        "waarom * je … zo/altijd/steeds/toch/nou/weer/nooit/zoveel/moeilijk",
        "waarom … over je heen",
        "waarom ben/was je … niet",
        "waarom * je … niks/niets",
        "waarom trek je [je] je",
        "waarom trek je … persoonlijk",
        unless=(
            "waarom {inner}/raak/koos/kies je … zo/toch/niet",
            "waarom moet/moest je … van",
            "waarom was je … niet bij",
        ),
    ),
    rule(
        "shows what you fail to see",
        LEADING,
        "snap/begrijp/besef/zie/merk/hoor/realiseer/voel je … niet",
        "had je … niet … door/weten",
        "besef/realiseer je wel",
        "wist je [dan] niet dat",
        "schaam/erger/verwijt/voel je je … niet",
        "heb je dan niet/niks/niets",
        "zou het niet kunnen dat",
        mood="asks",
    ),
    rule(
        "do you not think",
        LEADING,
        "denk/dacht/vind/vond/geloof/herken je … niet",
        "vind/vond je het/dat/zoiets/hem/haar [nou/nu] [echt/wel/werkelijk] normaal/raar/eerlijk/professioneel/slim/gek/netjes",
        "vind je dat nou/echt",
        mood="asks",
    ),
    rule(
        "is it not simply",
        LEADING,
        "ben/was je … niet",
        "is/zijn/was/waren/heeft/gaat/wil/zoekt/zit … niet … gewoon/een/te/vooral/zo/typisch/juist/stiekem/allemaal/meer",
        "is/zijn/was/waren/heeft/gaat/wil/zoekt/zit … niet … eigenlijk/toch/beetje/je/{judging}",
        "ligt/komt/speelt/speelde … niet",
        "is het niet {judging}",
        "is/zijn … altijd zo'n",
        "ben je eigenlijk/überhaupt [wel] …",
        "ben je wel {judging}/bekwaam/de_juiste",
        "heeft/hebben … niets/niks/geen beters/anders/fatsoen",
        mood="asks",
    ),
    rule(
        "how could you",
        LEADING,
        "hoe kon/kun je nou/nu/zo/dat/toch/het",
        "hoe haal je het",
        "hoe kan het [toch/nou] dat je",
        "hoe komt het [toch/nou] dat je altijd/nooit/steeds/weer/toch",
        "hoe kan een/iemand/die … nou/zo/zoiets",
        "wie … nou … alleen/zo/zoiets",
        "wat_voor/welke … nou zoiets/zo",
        "welke normale",
        unless=("… rustig/kalm",),
    ),
    rule(
        "what is wrong with them",
        LEADING,
        "wat mankeert/bezielt/bezielde",
        "wat is er mis met",
        "wie denkt * wel",
    ),
    rule(
        "when will you admit",
        LEADING,
        "wanneer geef/hou/houd/stop/zie/snap je … toe/op/mee/in/dat",
        "waar wacht je",
        "ben/was/doe/deed je nou/soms/echt",
        "moest je … zo nodig",
    ),
    rule(
        "expects yes",
        LEADING,
        "… toch/hè/hé/nietwaar/of_niet_soms/zeker/geloof_ik/neem_ik_aan/of_vergis_ik_me/denk_je_niet $",
        "… natuurlijk/gewoon … of_niet $",
        "je/die/dat/hij/zij/ze/het/dit/zo'n/de/een/zijn/haar … toch/natuurlijk/zeker/duidelijk/gewoon/eigenlijk/vast/zult_wel/dus_aan/dus_gewoon",
        mood="asks",
        unless=("als ik", "… klopt", "… als_ik_het_goed"),
    ),
    rule(
        "fills in the answer",
        LEADING,
        "eigenlijk durf/wil/ben/vind je",
        "je/ben_je … toch/hè/zeker/zo'n $",
        "ben je zeker",
        "je hebt/had/bent/was/gaf/liet/durft/wil/wilde/vindt/doet/deed … gewoon/maar/eigenlijk/nooit/niks/niets/bang",
        mood="asks",
    ),
    rule(
        "a label",
        LEADING,
        "is/zijn/was/waren/ben/vind/vond/reageer/reageerde/doe/deed/klinkt/ligt … {judging}",
        "je/die/dat/hij/zij/ze/het/dit/zo'n/de/een/zijn/haar … {judging}",
        mood="asks",
        unless=("vind/vond je het [heel/erg/ook] gek/raar/vreemd om", "is het normaal"),
    ),
    rule(
        "that will not do",
        LEADING,
        "dat/dit/die/zo'n/het … toch geen/niet … manier/normaal/kunnen/horen/hoort/schuld",
    ),
)
