"""What each key of a method file is for: comments in the file, descriptions in an editor."""

from collections.abc import Mapping
from typing import Final

from methods.engine.model import (
    CaseBallot,
    Field,
    Form,
    LinkBallot,
    Method,
    Minutes,
    OnlyIf,
    Option,
    OptionBallot,
    Phase,
    Product,
    RoleBallot,
    SortBallot,
    Suit,
)
from methods.engine.text import Text

HEAD: Final = Text(
    nl="{name}\n\n"
    "Een methode voor Kring. Verander wat je wilt, en vraag dan: kring methods check BESTAND\n"
    "Elke tekst staat er in het Nederlands (nl) en het Engels (en). Elke stap begint met [[phases]].\n"
    "Wat hier niet staat, heeft zijn gewone waarde. Alles wat er kan staan: docs/writing-a-method.md",
    en="{name}\n\n"
    "A method for Kring. Change what you like, and then ask: kring methods check FILE\n"
    "Every text is in Dutch (nl) and in English (en). Every step begins with [[phases]].\n"
    "What is not here has its usual value. All that can be here: docs/writing-a-method.md",
)

_BALLOT: Final = Text(
    nl="Wat voor keuze: cases, options, sort of roles.",
    en="What sort of choice: cases, options, sort or roles.",
)
EXPLAINED: Final[Mapping[tuple[type, str], Text]] = {
    (Method, "id"): Text(
        nl="De korte naam waaronder Kring de methode kent: kleine letters, cijfers en - of _. Kies één keer.",
        en="The short name by which Kring knows the method: small letters, digits and - or _. Choose once.",
    ),
    (Method, "name"): Text(nl="Hoe de methode heet.", en="What the method is called."),
    (Method, "goal"): Text(
        nl="Waarvoor de methode is, in hoogstens 100 tekens.",
        en="What the method is for, in at most 100 characters.",
    ),
    (Method, "fits"): Text(
        nl="Voor welke casussen de methode past, en voor welke niet.",
        en="For which cases the method fits, and for which it does not.",
    ),
    (Method, "phases"): Text(
        nl="De stappen, in de volgorde van de bijeenkomst.", en="The steps, in the order of the meeting."
    ),
    (Method, "case"): Text(
        nl="De stap waarin iemands casus gevraagd wordt; die kan vooraf al worden ingevuld. fr.pitch is de gewone pitch.",
        en="The step in which somebody's case is asked; it can be filled in beforehand. fr.pitch is the usual pitch.",
    ),
    (Method, "title"): Text(
        nl="Welke vraag van de casus de titel is.", en="Which question of the case is its title."
    ),
    (Method, "frame"): Text(
        nl="De blokken rond de methode: VIS (met plenaire en thema), ALG (een groep die elkaar vaker ziet) of STO "
        "(bijna geen).",
        en="The blocks around the method: VIS (with plenary and theme), ALG (a group that meets again) or STO (next to "
        "none).",
    ),
    (Method, "skips"): Text(
        nl="Blokken rond de methode die haar eigen stappen vervangen.",
        en="Blocks around the method that its own steps replace.",
    ),
    (Method, "rounds"): Text(nl="Hoeveel casussen in één bijeenkomst.", en="How many cases in one meeting."),
    (Method, "switch"): Text(
        nl="Minuten tussen twee casussen, waarin de gespreksleider kan wisselen.",
        en="Minutes between two cases, in which the leader may change.",
    ),
    (Method, "everybody_brings"): Text(
        nl="Ieder is één keer inbrenger, in een eigen ronde; er valt niets te kiezen.",
        en="Everybody is case bringer once, in a round of their own; there is nothing to choose.",
    ),
    (Method, "well"): Text(
        nl="Met hoeveel mensen een groep het best werkt.", en="With how many people a group works best."
    ),
    (Method, "fewest"): Text(
        nl="Hoeveel mensen een groep minstens heeft.", en="How few people a group may have."
    ),
    (Method, "most"): Text(
        nl="Hoeveel mensen een groep hoogstens heeft.", en="How many people a group may have."
    ),
    (Method, "spoken_only"): Text(nl="Alleen hardop, niet getypt.", en="Only aloud, not typed."),
    (Method, "settled_group"): Text(
        nl="Niet voor de eerste keer dat mensen elkaar zien.", en="Not for the first time that people meet."
    ),
    (Method, "roomy"): Text(
        nl="Hoeveel minuten de rondes samen hebben moeten; met minder krijgt de moderator een waarschuwing.",
        en="How many minutes the rounds should have together; with fewer the moderator is warned.",
    ),
    (Method, "suits"): Text(
        nl="Waarvoor de methode goed is: elke wens (wish) met het soort groep. Hierop kiest Kring als iemand een methode "
        "zoekt.",
        en="What the method is good for: each wish with the sort of group. By this Kring chooses when somebody looks for a "
        "method.",
    ),
    (Method, "command"): Text(
        nl="De naam van het commando in Discord; alleen de methoden van Kring zelf hebben er een.",
        en="The name of the command in Discord; only Kring's own methods have one.",
    ),
    (Method, "sources"): Text(nl="Waar de methode vandaan komt.", en="Where the method comes from."),
    (Phase, "id"): Text(
        nl="De korte naam van deze stap; andere stappen verwijzen ernaar.",
        en="The short name of this step; other steps refer to it.",
    ),
    (Phase, "name"): Text(
        nl="De titel op de kaart, hoogstens 45 tekens.", en="The title on the card, at most 45 characters."
    ),
    (Phase, "kind"): Text(
        nl="Wat mensen doen: briefing (uitleg of vertellen), write (schrijven), reveal (tonen), round (om de beurt), "
        "open (gesprek), qa (vragen stellen), vote (kiezen), reaction (de inbrenger reageert), reflection (één zin "
        "van ieder) of evaluation.",
        en="What people do: briefing (explaining or telling), write, reveal (show), round (in turn), open (talk), qa "
        "(asking questions), vote (choose), reaction (the case bringer's), reflection (a sentence each) or evaluation.",
    ),
    (Phase, "who"): Text(
        nl="Wie aan zet is: everybody (iedereen), participants (allen behalve de inbrenger), case_bringer (de "
        "inbrenger), leader (wie leidt) of nobody (niemand).",
        en="Who acts: everybody, participants (all but the case bringer), case_bringer, leader or nobody.",
    ),
    (Phase, "minutes"): Text(
        nl="Minuten als mensen praten: een getal, of base plus per_person keer het aantal mensen; basis zegt wie "
        "meetellen: n iedereen, t allen behalve de inbrenger. Voor typen rekent Kring zelf.",
        en="Minutes where people talk: a number, or base plus per_person times the people; basis says who count: n "
        "everybody, t everybody but the case bringer. For typing Kring reckons itself.",
    ),
    (Phase, "short"): Text(
        nl="Minuten in de korte versie; zonder valt de stap daar weg.",
        en="Minutes in the short version; without them the step is left out there.",
    ),
    (Phase, "prompt"): Text(
        nl="Wat er gevraagd wordt, in een of twee zinnen. Er mag in staan: {{inbrenger}}, {{moderator}}, {{notulist}}, "
        "{{thema}}, {{minuten}}, {{eindtijd}}.",
        en="What is asked, in one or two sentences. It may mention {{inbrenger}} (the case bringer), {{moderator}}, "
        "{{notulist}} (the note-taker), {{thema}} (theme), {{minuten}} (minutes), {{eindtijd}} (when it ends).",
    ),
    (Phase, "rules"): Text(
        nl="Afspraken in deze stap; hoogstens twee komen op de kaart.",
        en="Rules of conduct in this step; at most two stand on the card.",
    ),
    (Phase, "form"): Text(nl="Wat mensen hier invullen.", en="What people fill in here."),
    (Phase, "after"): Text(
        nl="De stap waarvan de teksten hier getoond worden.", en="The step whose texts are shown here."
    ),
    (Phase, "shows"): Text(
        nl="Welke vragen daarvan getoond worden; zonder dit alle.",
        en="Which of its questions are shown; without this all of them.",
    ),
    (Phase, "named"): Text(
        nl="Of er namen bij staan. Mensen schrijven op die belofte: verander dit later niet meer.",
        en="Whether names stand with them. People write on that promise: do not change it later.",
    ),
    (Phase, "by_question"): Text(
        nl="De teksten staan per vraag naast elkaar, in plaats van per persoon.",
        en="The texts stand side by side under each question, instead of person by person.",
    ),
    (Phase, "ballot"): Text(
        nl="Waaruit gekozen wordt (kind): casussen uit een stap (cases), vaste antwoorden (options), de getoonde teksten op "
        "twee stapels (sort), of wie leidt en wie notuleert (roles).",
        en="What one chooses from (kind): cases of a step (cases), fixed answers (options), the texts shown on two piles "
        "(sort), or who leads and who keeps the notes (roles).",
    ),
    (Phase, "only_if"): Text(
        nl="Alleen na dit antwoord (option) in die stap (phase), met hoogstens zoveel minuten (minutes) als er nog "
        "minstens zoveel over zijn (spare).",
        en="Only after this answer (option) in that step (phase), with at most so many minutes, if at least so many "
        "are to spare.",
    ),
    (Phase, "product"): Text(
        nl="Wat iedereen in de oogst vindt van wat de inbrenger in deze stappen schreef (of), onder deze naam (name), "
        "tenzij die dit vinkje zet (unless).",
        en="What everybody finds in the harvest of what the case bringer wrote in these steps (of), under this name, "
        "unless that person ticks this (unless).",
    ),
    (Phase, "once"): Text(
        nl="Eén keer en niet in elke ronde: vóór de eerste of na de laatste.",
        en="Once and not in every round: before the first or after the last.",
    ),
    (Phase, "stop_word"): Text(
        nl="De inbrenger mag deze stap op elk moment beëindigen, zonder reden.",
        en="The case bringer may end this step at any moment, without a reason.",
    ),
    (Phase, "plenary"): Text(
        nl="Met alle groepen samen, in de lobby.", en="With all groups together, in the lobby."
    ),
    (Phase, "waits"): Text(nl="Eindigt nooit door de klok.", en="Never ends by the clock."),
    (Phase, "shrinks_to"): Text(
        nl="Hoe kort deze stap mag worden als de bijeenkomst te vol is; zonder dit blijft hij even lang.",
        en="How short this step may become when a meeting is too full; without it, it stays as long.",
    ),
    (Phase, "lowest_per_person"): Text(
        nl="Hoe weinig minuten per persoon het mag worden als de bijeenkomst te vol is.",
        en="How few minutes a person it may become when a meeting is too full.",
    ),
    (Minutes, "base"): Text(nl="Vaste minuten.", en="Minutes in any case."),
    (Minutes, "per_person"): Text(nl="Minuten per persoon erbij.", en="Minutes more for each person."),
    (Minutes, "basis"): Text(
        nl="Wie meetellen: n iedereen, t allen behalve de inbrenger, fixed niemand.",
        en="Who count: n everybody, t everybody but the case bringer, fixed nobody.",
    ),
    (Minutes, "table"): Text(
        nl="In plaats daarvan: vanaf zoveel mensen zoveel minuten, als [[6, 8], [7, 9]].",
        en="Instead of that: from so many people on so many minutes, as [[6, 8], [7, 9]].",
    ),
    (Form, "fields"): Text(
        nl="De vragen van het formulier, hoogstens vijf tegelijk.",
        en="The questions of the form, at most five at a time.",
    ),
    (Form, "whole"): Text(
        nl="Alle vragen in één keer; anders eerst de verplichte, en de rest na het bewaren.",
        en="All questions at once; otherwise the required ones first, and the rest after saving.",
    ),
    (Form, "by"): Text(
        nl="Wie het invult: wie aan zet is (acting), wie notuleert (scribe), of de inbrenger voor zichzelf (case_bringer).",
        en="Who fills it in: who acts (acting), who keeps the notes (scribe), or the case bringer for himself or herself "
        "(case_bringer).",
    ),
    (Form, "each"): Text(
        nl="Eén keer in te vullen voor elke getoonde tekst uit deze stap, na elkaar.",
        en="Filled in once for each text of this step that was shown, one after another.",
    ),
    (Field, "id"): Text(
        nl="De korte naam van deze vraag; heet de titel van een casus ‘titel’, dan kan erover gestemd worden.",
        en="The short name of this question; a case whose title is called ‘titel’ can be voted for.",
    ),
    (Field, "label"): Text(
        nl="De vraag, in hoogstens 45 tekens.", en="The question, in at most 45 characters."
    ),
    (Field, "kind"): Text(
        nl="text (een tekst), rating (een cijfer van 1 tot en met 10), tick (een vinkje dat de vraag erboven deelt) of choice "
        "(een keuze uit options).",
        en="text, rating (a mark from 1 to 10), tick (which shares the question above it) or choice (from options).",
    ),
    (Field, "max_length"): Text(
        nl="Hoeveel tekens een antwoord mag hebben.", en="How many characters an answer may have."
    ),
    (Field, "required"): Text(nl="Of er een antwoord moet staan.", en="Whether it must be answered."),
    (Field, "description"): Text(
        nl="De vraag voluit, hoogstens 100 tekens.", en="The question in full, at most 100 characters."
    ),
    (Field, "placeholder"): Text(
        nl="Wat er grijs in het lege veld staat, hoogstens 100 tekens.",
        en="What stands in grey in the empty field, at most 100 characters.",
    ),
    (Field, "options"): Text(
        nl="Een lijst in het antwoord na het formulier: waaruit je kiest, of waarmee een tekst kan beginnen.",
        en="A list in the answer after the form: what is chosen from, or what a text may begin with.",
    ),
    (Field, "like"): Text(
        nl="De vraag van de casus die hetzelfde betekent: dat antwoord staat hier klaar.",
        en="The question of the case with the same meaning: its answer is offered here.",
    ),
    (Field, "kept_back"): Text(
        nl="Niet voor de groep, tenzij wie het schreef daarvoor kiest.",
        en="Not for the group unless its author chooses so.",
    ),
    (Field, "until"): Text(
        nl="De stap waarin dit pas getoond mag worden; tot dan blijft het op slot.",
        en="The step in which this may first be shown; until then it stays locked.",
    ),
    (Field, "spoken"): Text(
        nl="Of dit ook gevraagd wordt waar mensen praten.", en="Whether it is also asked where people talk."
    ),
    (CaseBallot, "cases"): Text(
        nl="De stap waarin de casussen gevraagd zijn.", en="The step in which the cases were asked."
    ),
    (CaseBallot, "title"): Text(
        nl="Welke vraag daarvan de titel is.", en="Which of its questions is the title."
    ),
    (CaseBallot, "votes"): Text(nl="Hoeveel stemmen ieder heeft.", en="How many votes everybody has."),
    (CaseBallot, "seats"): Text(
        nl="Of wie gekozen wordt inbrenger is; anders is alleen een tekst gekozen.",
        en="Whether who is chosen becomes case bringer; otherwise only a text is chosen.",
    ),
    (CaseBallot, "kind"): _BALLOT,
    (OptionBallot, "options"): Text(nl="De antwoorden.", en="The answers."),
    (OptionBallot, "told"): Text(
        nl="Of de groep hoort wat er gekozen is.", en="Whether the group hears what was chosen."
    ),
    (OptionBallot, "kind"): _BALLOT,
    (SortBallot, "first"): Text(
        nl="Hoe de eerste stapel heet; de groep hoort wat erop ligt.",
        en="What the first pile is called; the group hears what lies on it.",
    ),
    (SortBallot, "second"): Text(nl="Hoe de tweede stapel heet.", en="What the second pile is called."),
    (SortBallot, "apart"): Text(
        nl="Elk antwoord wordt apart gelegd, en niet iemands hele tekst ineens.",
        en="Every answer is sorted by itself, and not somebody's whole text at once.",
    ),
    (SortBallot, "kind"): _BALLOT,
    (RoleBallot, "kind"): _BALLOT,
    (LinkBallot, "kind"): _BALLOT,
    (Option, "id"): Text(nl="De korte naam van dit antwoord.", en="The short name of this answer."),
    (Option, "label"): Text(
        nl="Wat op de knop staat, hoogstens 100 tekens.", en="What is on the button, at most 100 characters."
    ),
    (Option, "said"): Text(
        nl="Wat Kring tegen de groep zegt als dit gekozen is.",
        en="What Kring says to the group when this is chosen.",
    ),
    (Option, "back"): Text(
        nl="De eerdere stap waar dit antwoord naar terug gaat.",
        en="The earlier step to which this answer leads back.",
    ),
    (LinkBallot, "own"): Text(
        nl="De stap waarin ieder de eigen tekst schreef.",
        en="The step in which everybody wrote the own text.",
    ),
    (LinkBallot, "to"): Text(
        nl="De stap met de teksten waaraan je die verbindt.",
        en="The step with the texts that one links it to.",
    ),
    (LinkBallot, "own_name"): Text(
        nl="Wat er boven de eigen teksten staat.", en="What stands above the own texts."
    ),
    (LinkBallot, "to_name"): Text(
        nl="Wat er boven de andere teksten staat.", en="What stands above the other texts."
    ),
    (LinkBallot, "shows"): Text(
        nl="Welke vragen van de eigen teksten getoond worden.",
        en="Which questions of the own texts are shown.",
    ),
    (OnlyIf, "phase"): Text(nl="De stap waarin gekozen is.", en="The step in which was chosen."),
    (OnlyIf, "option"): Text(
        nl="Het antwoord dat gekozen moet zijn.", en="The answer that must have been chosen."
    ),
    (OnlyIf, "minutes"): Text(nl="Hoogstens zoveel minuten.", en="At most so many minutes."),
    (OnlyIf, "spare"): Text(
        nl="Alleen als er minstens zoveel minuten over zijn.",
        en="Only if at least so many minutes are to spare.",
    ),
    (Product, "name"): Text(nl="Hoe het in de oogst heet.", en="What it is called in the harvest."),
    (Product, "of"): Text(
        nl="De stappen waarin de inbrenger het schreef.", en="The steps in which the case bringer wrote it."
    ),
    (Product, "unless"): Text(
        nl="Het vinkje in het formulier van deze stap waarmee de inbrenger het voor zich houdt.",
        en="The tick in this step's form with which the case bringer keeps it.",
    ),
    (Suit, "wish"): Text(nl="Wat iemand van de groep wil.", en="What somebody wants of the group."),
    (Suit, "new_group"): Text(
        nl="Voor een groep die nieuw is of weinig tijd heeft.",
        en="For a group that is new or has little time.",
    ),
    (Suit, "settled_group"): Text(
        nl="Voor een groep die elkaar kent.", en="For a group that knows one another."
    ),
    (Suit, "short"): Text(nl="In de korte versie.", en="In the short version."),
    (Suit, "option"): Text(nl="Met dit antwoord onderweg.", en="With this answer chosen on the way."),
}
