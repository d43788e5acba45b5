"""What the shell says of its own accord: in the lobby, in answers, when something goes wrong."""

from typing import Final

from methods.engine.text import Text

SAVED: Final = Text(nl="Bewaard. ✓", en="Saved. ✓")
SAVED_PART: Final = Text(
    nl="Bewaard. Er staat nog een vraag open; ‘Vraag voor vraag’ brengt je erheen.",
    en="Saved. One question is still open; ‘Question by question’ takes you there.",
)
DONE: Final = Text(nl="Gedaan. ✓", en="Done. ✓")
NOT_SAVED: Final = Text(
    nl="Dit kon ik net niet bewaren. Probeer het zo nog eens; hieronder staat je tekst, er is niets kwijt.",
    en="I could not save this just now. Please try again; your text is below, nothing is lost.",
)
FAILED: Final = Text(
    nl="Er ging iets mis bij mij. Probeer het nog eens, of vraag de moderator. (code {code})",
    en="Something went wrong on my side. Please try again, or ask the moderator. (code {code})",
)
YOUR_TEXT: Final = Text(nl="Jouw tekst:", en="Your text:")
NOT_FOUND: Final = Text(
    nl="Dit hoort bij een gesprek dat er niet meer is. Via /kring vind je wat er nu loopt.",
    en="This belongs to a conversation that no longer exists. /kring shows what is going on now.",
)
FORGED: Final = Text(
    nl="Deze knop ken ik niet (meer). Via /kring kun je verder.",
    en="I do not know this button (any more). Use /kring.",
)
NOTHING_YET: Final = Text(
    nl="Er loopt nu geen bijeenkomst waar je bij bent. In de lobby meld je je met ‘Ik ben er’.",
    en="There is no meeting with you in it right now. Check in with ‘I’m here’ in the lobby.",
)
WELCOME_ROOM: Final = Text(
    nl="Welkom in groep {group}: {people}.",
    en="Welcome to group {group}: {people}.",
)
LED_BY: Final = Text(nl="{person} leidt het gesprek.", en="{person} leads the conversation.")
LED_BY_KRING: Final = Text(nl="Kring leidt jullie vandaag.", en="Kring leads you today.")
DELETED_ON: Final = Text(
    nl="Deze ruimte en alles wat erin staat wordt gewist op {date}. Wat we hier delen, blijft hier.",
    en="This room and everything in it will be deleted on {date}. What we share here stays here.",
)
ROOM: Final = Text(nl="groep-{number}", en="group-{number}")
VOICE_ROOM: Final = Text(nl="Groep {number} · nr {session}", en="Group {number} · no {session}")
LOBBY: Final = Text(nl="lobby", en="lobby")
LOBBY_TITLE: Final = Text(nl="Welkom bij Kring: {theme}", en="Welcome to Kring: {theme}")
LOBBY_LINES: Final = Text(
    nl=(
        "{method} · {minutes} minuten · {talk}\n"
        "1. Druk op ‘Ik ben er’.\n"
        "2. Heb je een casus? Zet hem vast klaar; alleen jij leest hem.\n"
        "3. Zodra de groepen klaarstaan, krijg je hier een link naar je ruimte.\n"
        "Wat we hier delen, blijft hier. Geen namen, geen opnames; passen mag. Zit je vast? Typ het hier."
    ),
    en=(
        "{method} · {minutes} minutes · {talk}\n"
        "1. Press ‘I’m here’.\n"
        "2. Do you have a case? Prepare it now; only you read it.\n"
        "3. When the groups are ready, you find a link to your room here.\n"
        "What we share here stays here. No names, no recordings; passing is fine. Stuck? Type it here."
    ),
)
SPOKEN: Final = Text(nl="we praten hardop", en="we talk aloud")
WRITTEN: Final = Text(nl="we praten door te typen", en="we talk by typing")
HERE: Final = Text(nl="Ik ben er", en="I’m here")
PREPARE: Final = Text(nl="Casus klaarzetten", en="Prepare a case")
PRIVACY: Final = Text(nl="Wie leest mee?", en="Who reads along?")
CHECKED_IN: Final = Text(
    nl="Fijn dat je er bent, {name}. Als de groepen klaarstaan, hoor je het hier.",
    en="Good that you are here, {name}. You will hear it here when the groups are ready.",
)
CHECKED_IN_LATE: Final = Text(
    nl="Fijn dat je er bent, {name}. De groepen zijn al bezig; de moderator zet je er zo bij.",
    en="Good that you are here, {name}. The groups have started; the moderator will add you in a moment.",
)
CASE_SAVED: Final = Text(
    nl="Je casus staat klaar. Alleen jij leest hem, tot je hem zelf deelt. Aanpassen kan met dezelfde knop.",
    en="Your case is ready. Only you read it until you share it yourself. Change it with the same button.",
)
CASE_TOO_LATE: Final = Text(
    nl="Je groep is al begonnen: je casus vul je nu in de groep in.",
    en="Your group has started: you fill in your case in the group now.",
)
PROMISE_CASE: Final = Text(
    nl="Alleen jij leest dit. In je groep deel je straks zelf wat je wilt.",
    en="Only you read this. In your group you share what you want.",
)
GROUPS_OPEN: Final = Text(
    nl="De groepen zijn open. Tik op jouw ruimte:", en="The groups are open. Tap your room:"
)
GROUP_LINE: Final = Text(nl="{number}. {room} · {people}", en="{number}. {room} · {people}")
ALL_BACK: Final = Text(
    nl="Alle groepen zijn klaar. Fijn dat jullie terug zijn.",
    en="All groups are done. Good to have you back.",
)
MEETING_CLOSED: Final = Text(
    nl="De bijeenkomst is afgesloten. Dank jullie wel, en wel thuis. De evaluatie blijft 48 uur open via /kring.",
    en="The meeting is closed. Thank you all, and safe home. The evaluation stays open for 48 hours through /kring.",
)
WAITING_FOR_YOU: Final = Text(
    nl="Er staat iets voor je klaar in Kring. Kijk op ‘Mijn kaart’ in je groep.",
    en="Something is waiting for you in Kring. Look at ‘My card’ in your group.",
)
WHO_READS: Final = Text(
    nl=(
        "In deze ruimte lezen mee: {people}.\n"
        "Daarnaast kunnen de eigenaar en de beheerders van deze server, en andere bots met dat recht, alles lezen: {others}.\n"
        "Wat je in een formulier schrijft, bewaart Kring versleuteld; niemand leest het tot het getoond wordt. "
        "Kring leest de chat niet. Wat Kring niet kan voorkomen: schermafdrukken, en wat Discord zelf bewaart."
    ),
    en=(
        "In this room these people read along: {people}.\n"
        "Besides, the owner and administrators of this server, and other bots with that right, can read everything: {others}.\n"
        "What you write in a form is kept encrypted by Kring; nobody reads it until it is shown. "
        "Kring does not read the chat. What Kring cannot prevent: screenshots, and what Discord itself keeps."
    ),
)
NOBODY_ELSE: Final = Text(nl="niemand anders dan de eigenaar", en="nobody but the owner")
STEP_IS_OVER: Final = Text(nl="Deze stap is klaar.", en="This step is over.")
FORM_TITLE: Final = Text(nl="{phase}", en="{phase}")
FOLLOW_UP: Final = Text(nl="Doorvragen", en="Follow up")
HARVEST_TITLE: Final = Text(nl="Jouw oogst", en="Your harvest")
PEOPLE: Final = Text(nl="{people}", en="{people}")
MINE: Final = Text(nl="Mijn kaart", en="My card")
NOT_YOUR_GROUP: Final = Text(
    nl="Dit is niet jouw groep. Via /kring vind je die van jou.",
    en="This is not your group. /kring takes you to yours.",
)
NOTHING_SHOWN: Final = Text(nl="Er is nog niets getoond.", en="Nothing has been shown yet.")
