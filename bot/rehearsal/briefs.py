"""What the moderator of a rehearsal says in the lobby."""

from collections.abc import Mapping

from bot.rehearsal.words import Language

THEMES: Mapping[str, Mapping[Language, str]] = {
    "bumpy": {"nl": "Als het even schuurt", "en": "When it chafes"},
    "probleemoplossend": {"nl": "Samenwerken over de grens", "en": "Working together across borders"},
    "toetsing": {"nl": "Hoe werken wij eigenlijk?", "en": "How do we actually work?"},
    "leeronderzoek": {"nl": "Wat is hier eigenlijk het probleem?", "en": "What is the problem, really?"},
    "sto": {"nl": "Stappen zetten met elkaar", "en": "Taking steps together"},
    "incident": {"nl": "Dat ene moment", "en": "That one moment"},
    "tienstappen": {"nl": "De vraag achter de vraag", "en": "The question behind the question"},
    "roddel": {"nl": "Wat zien anderen?", "en": "What do others see?"},
    "balint": {"nl": "Jij en die ander", "en": "You and that other"},
    "kollegiale": {"nl": "Ideeën voor elkaar", "en": "Ideas for one another"},
    "troika": {"nl": "Hulp in tien minuten", "en": "Help in ten minutes"},
    "clinic": {"nl": "Een lastig gesprek", "en": "A difficult conversation"},
    "waarderend": {"nl": "Wat goed ging", "en": "What went well"},
    "socratisch": {"nl": "Wat vinden wij goed onderwijs?", "en": "What do we call good teaching?"},
    "consultancy": {"nl": "Dilemma’s over de grens", "en": "Dilemmas across borders"},
}

MESSAGES: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "nl": {
        "welcome": (
            (
                "Welkom allemaal, fijn dat jullie er zijn. We doen het vandaag zoals altijd: eerst hier samen, dan in "
                "groepen, en straks sluiten we hier weer af."
            ),
            "Kring leidt jullie stap voor stap. Zit je vast? Typ het hier, ik lees mee.",
        ),
        "theme": (
            (
                "Het thema van vandaag raakt ons allemaal: er gebeurt iets tussen jou en een ander, en je moet "
                "handelen voordat je weet wat goed is."
            ),
            (
                "Denk eens terug aan de afgelopen weken. Bij welk moment bleef je hangen, ’s avonds op de fiets of "
                "onder de douche?"
            ),
            "Dat hoeft geen drama te zijn. Klein is vaak het leerzaamst.",
            "Neem dat moment straks mee naar je groep. Ik zet intussen de groepen klaar.",
        ),
        "helping": ("Ik ben er even bij. Vertel, waarmee kan ik helpen?",),
        "message": (
            "Jullie zijn mooi op weg. Neem de tijd die je nodig hebt; ik ben in de lobby te vinden.",
        ),
        "goodbye": (
            "Daar zijn jullie weer. Dank je wel voor je openheid, en dank aan wie durfde in te brengen.",
            "Wat in de groep besproken is, blijft daar. Tot de volgende keer!",
        ),
    },
    "en": {
        "welcome": (
            (
                "Welcome everybody, good to have you here. We do it the usual way: together first, then in groups, "
                "and we close here again."
            ),
            "Kring leads you step by step. Stuck? Type it here, I read along.",
        ),
        "theme": (
            (
                "Today’s theme touches us all: something happens between you and somebody else, and you have to act "
                "before you know what is right."
            ),
            "Think back to the past few weeks. Which moment stayed with you, on the bike or in the shower?",
            "It need not be a drama. Small is often the most instructive.",
            "Take that moment along to your group. I prepare the groups in the meantime.",
        ),
        "helping": ("I am with you for a moment. Tell me, what can I do?",),
        "message": ("You are well on your way. Take the time you need; you find me in the lobby.",),
        "goodbye": (
            "There you are again. Thank you for being so open, and thanks to those who dared to bring a case in.",
            "What was said in the group stays there. Until next time!",
        ),
    },
}
