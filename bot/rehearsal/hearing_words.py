"""The words of an evening that is heard, as far as they are nobody's in it."""

from collections.abc import Mapping

from bot.rehearsal.words import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "title": "Een middag met Kring, zonder scherm gehoord: {method}",
        "intro": "Dit is alles wat {name} hoort, in volgorde: elk bericht dat verschijnt, met de namen van de knoppen, en het antwoord "
        "op elke eigen druk. Wat later aan een bericht verandert, leest een schermlezer niet voor; het staat hier dus ook niet. "
        "De mensen zijn robots, in een nagebootst Discord.",
        "alone": "alleen voor jou",
        "buttons": "Knoppen",
        "list": "Lijst",
        "form": "Formulier",
        "press": "Je drukt op ‘{label}’.",
        "chose": "Je kiest uit de lijst.",
        "sent": "Je verstuurt het formulier.",
        "command": "Je typt /{name}.",
    },
    "en": {
        "title": "An afternoon with Kring, heard without a screen: {method}",
        "intro": "This is all that {name} hears, in order: every message that appears, with the names of its buttons, and the answer to "
        "each own press. What changes in a message later is not read out by a screen reader, so it does not stand here either. "
        "The people are robots, in a simulated Discord.",
        "alone": "for you alone",
        "buttons": "Buttons",
        "list": "List",
        "form": "Form",
        "press": "You press ‘{label}’.",
        "chose": "You choose from the list.",
        "sent": "You send the form.",
        "command": "You type /{name}.",
    },
}
