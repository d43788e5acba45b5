"""Words that stand around a name, and capitals that are no names; in Dutch and English together."""

from typing import Final


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


TITLES: Final = _words(
    "mevrouw mevr mw meneer mijnheer dhr heer juf juffrouw juffr meester mr mrs ms miss mister mx dr sir madam madame",
    "tante oom opa oma grandad grandpa grandma granny auntie aunt uncle nanny familie fam gezin dokter doctor professor",
    "prof wethouder councillor pastoor dominee drs ir ing coach tutor",
)
"""What stands directly before a name and is not part of it."""
ABBREVIATED: Final = _words("mr mrs ms dhr mevr mw")
KIN_TITLES: Final = _words(
    "tante oom opa oma grandad grandpa grandma granny auntie aunt uncle coach tutor familie"
)
FORMAL: Final = TITLES - KIN_TITLES
"""Titles after which «van» begins a surname."""
ROLES: Final = _words(
    "collega docent leraar lerares leerkracht mentor directeur directrice schoolleider teamleider rector conrector",
    "intern begeleider ib'er titularis leerling pupil student colleague teacher head principal conciërge caretaker",
    "stagiair stagiaire zoon dochter broer zus broertje zusje moeder vader vriend vriendin nichtje neefje buurvrouw",
    "buurman buurjongen buurmeisje son daughter brother sister mother father mum mom dad friend neighbour cousin niece",
    "nephew jongen meisje boy girl lad peuter kleuter tutee senco orthopedagoog psycholoog logopedist zorgcoördinator",
    "zorgcoordinator decaan afdelingsleider duo duo-collega duopartner ex-collega oud-collega klasgenoot classmate",
    "mentorleerling kind baby coördinator coordinator deputy manager oud-leerling gezinsvoogd voogd wijkagent",
)
NAMED: Final = _words("heet heette genaamd noem noemen noemt called named heten")
KIN: Final = _words(
    "moeder vader ouders mama papa broer zus broertje zusje oma opa tante oom stiefvader stiefmoeder voogd vriend",
    "vriendin mum mom dad mother father parents brother sister gran grandma grandad nan aunt uncle stepfather stepmother",
    "partner carer friend teacher juf meester mentor klas gedrag cijfers schrift tafel stoel jas tas telefoon behaviour",
    "grades desk chair phone bag house class work book homework dossier gezin family toetsen tekening rugzak",
)
"""What somebody has: «Toms moeder», «Noah's mother»."""
SAYS: Final = _words(
    "wil weet wist snapte verdient bedoelt bedoelde belooft beloofde viel gilde zwaaide",
    "zei zegt zeggen vroeg vraagt riep roept vertelde vertelt antwoordde huilde huilt lachte lacht schreeuwde schold",
    "sloeg slaat weigert weigerde wilde vond vindt durfde durft mailde belde belt appte snapt dacht denkt gooide pakte",
    "stak heeft had maakt maakte keek kijkt deed doet kreeg krijgt stond zat ging liep leest luistert praat haat mist",
    "begon stuurde schreef schrijft gaf geeft vertrok bleef blijft speelt werkt pest plaagt schopte duwde knikte kwam",
    "said says asked asks told tells shouted yelled screamed cried cries laughed laughs hates hated loves loved likes",
    "thinks thought wants wanted refuses refused walked ran came went has got gave did didn't does doesn't never always",
    "hit threw pushed left knows knew feels felt started stopped called rang texted wrote sits sat stands stood heard",
    "apologised apologized agreed agrees replied whispered admitted denied kicked looked smiled stormed won't gets",
    "told became seems ignores ignored keeps kept struggles struggled",
)
"""What somebody does; things and days rarely do."""
ARTICLES: Final = _words("de een the a an 't 'n deze dit geen elke")
SPEAKS: Final = _words("zei zegt vertelde riep huilde vroeg told said asked shouted cried did")
"""What only people do."""
NOT_BEFORE_PEOPLE: Final = ARTICLES | _words("in since sinds until tot mijn my his her")
SAID_BEFORE: Final = _words(
    "zei zegt vroeg vraagt riep vertelde antwoordde zat stond liep huilde lachte weigerde vond schreeuwde gilde begon",
    "said asked shouted told cried tell ask told asked gave met pushed hit called",
)
"""What stands right before who does it: «toen zei Bob», «I told Esme»."""
HIS: Final = _words("z'n zn zijn haar d'r hun")
CLOSE: Final = _words("met tegen naast with")
"""What often stands before somebody, and sometimes before a thing."""
TALKS: Final = _words(
    "talk talking talked speak speaking spoke spoken listen listening said says think thinking thought"
)
USES: Final = _words(
    "werk werken werkt werkte werkten gebruik gebruiken begonnen beginnen start starten gewerkt doen ervaring oefenen",
    "work working works worked use using started start experience practise",
)
"""With these «met» and «with» go before a method or a programme."""
WHERE: Final = _words(
    "in naar uit near around to te omgeving richting regio stad provincie from near outside across"
)
PARTICLES: Final = _words(
    "van de der den het 't ten ter te in op la le el al ben bin von du da dos di mac mc st o' van't vander vande af aan",
    "bij onder over 's uit",
)
NO_NAMES: Final = _words(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday",
    "januari februari maart april mei juni juli augustus september oktober november december january february march may",
    "june july august october nederlands engels frans duits spaans latijn grieks fries turks arabisch pools wiskunde",
    "rekenen taal aardrijkskunde geschiedenis biologie scheikunde natuurkunde economie gym muziek tekenen handvaardigheid",
    "english french german spanish latin greek dutch turkish arabic polish maths mathematics math science history",
    "geography biology chemistry physics economics music drama pe ict computing islam islamic muslim christian",
    "christen moslim jood joods joodse kerst kerstmis pasen pinksteren hemelvaart carnaval ramadan suikerfeest offerfeest",
    "sinterklaas koningsdag halloween christmas easter eid diwali hanukkah ofsted magister somtoday parnassys teams zoom",
    "word excel google whatsapp instagram snapchat tiktok facebook youtube netflix minecraft fortnite roblox discord cito",
    "god allah bijbel bible koran quran mam mama papa pap oma opa juf meester mum mummy mom dad daddy grandma grandad gran",
    "nan miss sir u ik i we wij zij ze hij she he they you mavo havo vwo vmbo mbo hbo roc mr mrs cofsted gcse btec",
    "senco camhs adhd ok oké sorry tja ja nee yes no avi tl gl pta koning koningin king queen prins prinses prince",
    "princess president minister marokkaanse turkse syrische poolse brits britse british american amerikaans amerikaanse",
    "nederlandse duitse franse belgische vlaamse europese chinese chinees russisch russische somali syrian moroccan",
    "kijkwijzer squla snappet pluspunt nieuwsbegrip kanjertraining key stage",
)
"""Days, months, subjects, peoples, feasts, programmes, forms of address: a capital shows nothing about them."""
NEVER_LOWER: Final = _words(
    "ali al an ans as ben can dan do el en ida in is jan-feb jo ma mo om op pa ra so to us va ya zo ana ina ada ela isa",
    "ona una ami are era ise ada maya ole ann ene oma opa eli",
)
"""Names that in lower case are more often a slip or a word than a name."""
