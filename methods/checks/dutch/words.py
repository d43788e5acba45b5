"""Families of Dutch words for the rules, and how people type in a chat."""

import re
from types import MappingProxyType
from typing import Final

from methods.checks.reading import spelled
from methods.checks.rules import Notation

SPELLINGS: Final = (
    (
        re.compile(
            r"\b(vind|hoor|denk|doe|zeg|zie|voel|krijg|werk|kom|neem|maak|geef|vraag|bel|merk|wil|ga|sta)a?t? (?:ge|gij|u)\b"
        ),
        r"\1 je",
    ),
    *spelled(
        {
            "misschien": "mss|misch|missch?ie?n|mischien|mschien|misshien",
            "waarom": "wrm|waarm|waaorm|warom",
            "gewoon": "gwn|gewoom|gewoo",
            "even": "ff|effe|effen|efkes|eventjes",
            "heb je": "hebje|hejje|hebde|hebt (?:ge|gij|u)|heb (?:ge|gij|u|jij)|hep je|heeft u|hebben jullie",
            "zou je": "zoude|zouje|zoudt (?:ge|gij|u)|zou (?:ge|gij|u|jij)|zouden jullie",
            "kun je": "kunde(?: gij)?|kunt (?:ge|gij|u)|kan (?:ge|je|jij|u)|kunnen jullie|kunje|kanje|kun jij",
            "moet je": "moete|moet (?:ge|gij|u|jij)|moeten jullie|moetje",
            "ben je": "bende|zijt (?:ge|gij)|bent (?:u|ge|gij)|zijn jullie|benje|ben jij",
            "had je": "hadde(?: gij)?|hadt (?:ge|gij|u)|had (?:ge|gij|u|jij)|hadden jullie",
            "is het": "ist|is 't|ishet",
            "geprobeerd": "geprobeert|geprobeer|geprobeed|gepobeerd|uitgeprobeerd",
            "overwogen": "overwoogen|overwoge|overwegen (?=om)",
            "al eens": "aleens|al is (?=met|naar|bij|aan|een|over|in|op)|al 's|al es|al een keer|al 'n keer|al ooit|al wel eens|al weleens",
            "wel eens": "weleens|wel 's|wel es",
            "je": "jij|gij|ge|u|jullie|jou|jouw|uw",
            "een": "'n",
            "het": "'t",
        }
    ),
)
"""What is meant, by how it is typed: whole words, also Flemish; whoever is addressed becomes «je»."""

FAMILIES: Final = MappingProxyType(
    {
        "tell": "vertellen/vertel/uitleggen/beschrijven/omschrijven/schetsen/zeggen/toelichten/noemen/benoemen/herhalen"
        "/meenemen/delen/aangeven/voorbeeld/voorbeelden/verduidelijken/begrijpen/herinneren/voorstellen/samenvatten"
        "/terughalen/teruggaan/inleven/plaatsen/verwoorden/uitwerken/laten_zien",
        "open": "iets/iemand/van_alles/dingen/niks/niets/ergens/zoiets/veel/alles",
        "considered": "geprobeerd/overwogen/gedacht/nagedacht/stilgestaan",
        "done": "*ge*d/*ge*t/*ge*en/*ge*an/*over*d/over*t/be*d/be*t/be*en/ver*d/ver*t/ver*en/ont*d/*proberen",
        "lived": "gehad/meegemaakt/gemerkt/gevoeld/getwijfeld/ervaren/gezien/gehoord/geweest/gekend/herkend/gehuild"
        "/geslapen/gevonden/afgevraagd/gelachen/gelegen/gekregen/gepest/geworden/gebeurd/geleerd/betrapt/verteld"
        "/gewerkt/gezeten/gelukt/vergeten/begrepen/gemist/gestaan/overkomen/bedacht/geschrokken",
        "helps": "helpen/schelen/werken/uitmaken/zin_hebben/baten/verschil_maken/oplossen/uitkomst_bieden/goed_doen"
        "/opleveren/geholpen_zijn",
        "fits": "idee/optie/mogelijkheid/oplossing/plan/taak/beter/handig/handiger/slim/slimmer/verstandig/verstandiger"
        "/fijner/goed/mooi/mooie/zinvol/nuttig/mogelijk/haalbaar/makkelijker/logischer/iets/wat/niks/niets",
        "proposal": "idee/optie/mogelijkheid/oplossing/plan/suggestie",
        "do": "vragen/zetten/geven/laten/bellen/betrekken/inschakelen/sturen/uitnodigen/overleggen/inzetten/regelen"
        "/afspreken/inplannen/aanvragen/bespreken/aankaarten/neerleggen/beginnen/proberen/overwegen/aanpakken/ruilen"
        "/organiseren/instellen/invoeren/verplaatsen/vrijmaken/doorverwijzen/aanspreken/mailen/inlichten/omdraaien"
        "/aanbieden/voorleggen/meekijken/observeren/opsplitsen/afwisselen/weghalen/splitsen/ophangen/meenemen_naar",
        "mild": "gewoon/eens/even/beter/een_keer/eerst/misschien/toch/meteen/juist",
        "inner": "wil/wilde/wou/kun/kon/weet/wist/durf/durfde/denk/dacht/vind/vond/geloof/snap/begrijp/voel/voelde/slaap"
        "/sliep/was/mag/mocht/lig/lag/red/herken/had/hoor/zie/zag/merk/hoop/hou_van",
        "who": "je/hij/ze/zij/het/dat/dit/die/de/een/zijn/haar/hun/zo'n",
        "judging": "lui/luie/dom/domme/naïef/naief/naïeve/onprofessioneel/onprofessionele/overdreven/overdrijf/overdrijft"
        "/overdreef/typisch/typische/*aandachtstrekker/aanstel/aanstelt/aansteller/manip*/verwend/verwende/ongeschikt"
        "/controlfreak/drama/dramaqueen/zwak/laf/onredelijk/onredelijke/eigen_schuld/overbezorgd/overbezorgde/arrogant"
        "/egoïstisch/kinderachtig/jaloers/onhandig/belachelijk/raar/vreemd/gek/normaal/onzeker/onzekerheid/bemoeial"
        "/zeuren/zeurt/slap/onverantwoord/schandalig/zielig/onvolwassen/te_weinig/veel_te/asociaal/brutaal/hypocriet"
        "/hekel/te_streng/te_soft/te_lief/te_zacht/te_hard/te_aardig/te_veel/te_snel/te_makkelijk/te_emotioneel"
        "/te_betrokken/te_direct/te_boos/te_slap/te_perfectionistisch/te_gevoelig/onbeleefd/respectloos/zwakke/kapot/ongeschikte/geschikt/onervaren/chaotisch/puberaal/logisch/schuld",
    }
)

NOTATION: Final = Notation(FAMILIES)
