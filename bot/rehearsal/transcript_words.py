"""The words of a transcript that are nobody's in it."""

from collections.abc import Mapping

from bot.rehearsal.words import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "title": "Een middag met Kring: {method}",
        "intro": "Een oefening met {people} robotmensen in een nagebootst Discord, op {day}. Wat hieronder staat, "
        "is teruggelezen uit de kanalen en uit wat iedereen privé te zien kreeg; de tijden zijn gespeeld.",
        "spoken": "De groepen praten hardop in een spraakkanaal. Wat daar gezegd wordt, hoort Kring niet; hier "
        "staat wat er in de chat van de ruimte verscheen.",
        "moderators": "Bij de moderatoren",
        "before": "In de lobby",
        "group": "Groep {number}",
        "after": "Weer samen in de lobby",
        "private": "alleen voor {names}",
        "direct": "direct bericht aan {names}",
        "code": "Daaronder de tien afspraken, met de knop ‘Ik houd me hieraan’.",
        "attempts": "Wat niet mag, en ook niet lukte",
        "locked": "de ruimte was op slot.",
        "deleted": "Op {day} om {at} wiste Kring {room}, met alles wat erin stond.",
    },
    "en": {
        "title": "An afternoon with Kring: {method}",
        "intro": "A rehearsal with {people} robot people in a simulated Discord, on {day}. What follows was read "
        "back from the channels and from what each person got privately; the times are simulated.",
        "spoken": "The groups talk aloud in a voice channel. Kring does not hear what is said there; this is what "
        "appeared in the room’s chat.",
        "moderators": "With the moderators",
        "before": "In the lobby",
        "group": "Group {number}",
        "after": "Together again in the lobby",
        "private": "for {names} alone",
        "direct": "direct message to {names}",
        "code": "Below it the ten articles, with the button ‘I will keep to this’.",
        "attempts": "What is not allowed, and did not work",
        "locked": "the room was locked.",
        "deleted": "On {day} at {at} Kring deleted {room} with everything in it.",
    },
}
TRICKS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "a button of a step that is over": "drukte op een knop van een stap die voorbij was",
        "a button that is not mine": "drukte op een knop die voor een ander was",
        "typing in silence": "typte terwijl het stil moest zijn",
        "voting for my own case": "stemde op de eigen casus",
        "leading my own case": "wilde de eigen casus ook leiden",
        "another group's button": "stuurde de knop van een andere groep",
        "somebody else's button": "stuurde de knop van iemand anders",
        "a made-up button": "stuurde een verzonnen knop",
    },
    "en": {
        "a button of a step that is over": "pressed a button of a step that was over",
        "a button that is not mine": "pressed a button that was for somebody else",
        "typing in silence": "typed while all were to be silent",
        "voting for my own case": "voted for the own case",
        "leading my own case": "wanted to lead the own case as well",
        "another group's button": "sent another group’s button",
        "somebody else's button": "sent somebody else’s button",
        "a made-up button": "sent a made-up button",
    },
}
