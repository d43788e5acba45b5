"""What the shell says of its own accord: in the lobby, in answers, when something goes wrong."""

from collections.abc import Mapping
from typing import Final

from methods.engine.state import Need
from methods.engine.text import Text

SAVED: Final = Text(nl="Bewaard. ✓", en="Saved. ✓")
SAVED_PART: Final = Text(
    nl="Bewaard. Nog niet alles is ingevuld; ‘Vraag voor vraag’ brengt je erheen.",
    en="Saved. Not everything is filled in yet; ‘Question by question’ takes you there.",
)
DONE: Final = Text(nl="Gedaan. ✓", en="Done. ✓")
NOT_SAVED: Final = Text(
    nl="Dit kon ik net niet bewaren. Probeer het zo nog eens; hieronder staat je tekst, er is niets kwijt.",
    en="I could not save this just now. Please try again; your text is below, nothing is lost.",
)
NOT_DONE: Final = Text(
    nl="Dat lukte me net niet. Probeer het zo nog eens; er is niets kwijt.",
    en="I could not do that just now. Please try again; nothing is lost.",
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
LONGER: Final = Text(
    nl="Jullie zijn met {count}: daarom duurt het {minutes} minuten langer dan dit draaiboek gewend is.",
    en="There are {count} of you, so it takes {minutes} minutes longer than this script is used to.",
)
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
AGREED: Final = Text(
    nl="Bewaard, dank je wel. Dit vraag ik je pas weer als de tekst verandert.",
    en="Kept, thank you. I ask you again only when the text changes.",
)
CASE_SAVED: Final = Text(
    nl="Je casus staat klaar, alleen voor jou. Aanpassen kan met dezelfde knop, tot de groepen opengaan.",
    en="Your case is ready, for you alone. Change it with the same button until the groups open.",
)
CASE_TOO_LATE: Final = Text(
    nl="Je groep is al begonnen: je casus vul je nu in de groep in.",
    en="Your group has started: you fill in your case in the group now.",
)
PROMISE_CANVAS: Final = Text(
    nl="Alleen jij leest dit. Straks ziet je groep alleen de titel, zonder je naam; de rest deel je zelf.",
    en="Only you read this. Later your group sees the title only, without your name; the rest you share.",
)
PROMISE_PITCH: Final = Text(
    nl="Alleen jij leest dit, tot de pitch: dan ziet je groep titel en vraag, met je naam.",
    en="Only you read this until the pitch: then your group sees title and question, with your name.",
)
GROUPS_OPEN: Final = Text(
    nl="De groepen zijn open. Tik op jouw ruimte:", en="The groups are open. Tap your room:"
)
ALL_BACK: Final = Text(
    nl="Alle groepen zijn klaar. Fijn dat jullie terug zijn.",
    en="All groups are done. Good to have you back.",
)
WAITING_FOR_YOU: Final = Text(
    nl="Er staat iets voor je klaar in Kring. Kijk op ‘Mijn kaart’ in je groep.",
    en="Something is waiting for you in Kring. Look at ‘My card’ in your group.",
)
WAITING_ON_SERVER: Final = Text(
    nl="Er staat iets voor je klaar in Kring. Typ `/kring` op {server}.",
    en="Something is waiting for you in Kring. Type `/kring` on {server}.",
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
FOLLOW_UP: Final = Text(nl="Doorvragen", en="Follow up")
PEOPLE: Final = Text(nl="{people}", en="{people}")
MINE: Final = Text(nl="Mijn kaart", en="My card")
NOT_YOUR_GROUP: Final = Text(
    nl="Dit is niet jouw groep. Via /kring vind je die van jou.",
    en="This is not your group. /kring takes you to yours.",
)
NOTHING_SHOWN: Final = Text(nl="Er is nog niets getoond.", en="Nothing has been shown yet.")
WAITING_WITH_CASE: Final = Text(
    nl="Je bent erbij en je casus staat klaar. Zodra de groepen open zijn, vind je hier je eigen kaart.",
    en="You are in, and your case is ready. As soon as the groups open, you find your own card here.",
)
WAITING_WITHOUT: Final = Text(
    nl="Je bent erbij. Heb je iets wat je bezighoudt? Met ‘Casus klaarzetten’ in de lobby schrijf je het vast op. Zoek je nog? ‘Kwadrantenmodel’ brengt je op een vraag.",
    en="You are in. Is something on your mind? Write it down already with ‘Prepare a case’ in the lobby. Still looking? ‘Quadrant model’ leads you to a question.",
)
WAITING_LATE: Final = Text(
    nl="Je bent erbij. De groepen zijn al bezig; de moderator zet je er zo bij, en dan vind je hier je eigen kaart.",
    en="You are in. The groups have started; the moderator will add you in a moment, and then your card is here.",
)
EVERYBODY_HERE: Final = Text(nl="iedereen op deze server", en="everybody on this server")
TOO_LONG: Final = Text(
    nl="Je tekst is te lang voor dit veld. Kort hem iets in; hieronder staat hij nog.",
    en="Your text is too long for this field. Please shorten it; it is still there below.",
)

# --- The moderators' board and panel -----------------------------------------------------------------

PANEL: Final = Text(nl="Mijn paneel", en="My panel")
BOARD: Final = Text(
    nl="**Bijeenkomst ‘{theme}’** · {present} aanwezig · {now}",
    en="**Meeting ‘{theme}’** · {present} present · {now}",
)
BOARD_LINE: Final = Text(
    nl="{group} · stap {k} van {of} · {phase} · tot {until} · {state} · leiding: {leader}",
    en="{group} · step {k} of {of} · {phase} · until {until} · {state} · led by {leader}",
)
BOARD_SHORT: Final = Text(
    nl="{group} · {k}/{of} · tot {until} · {state}", en="{group} · {k}/{of} · until {until} · {state}"
)
BOARD_NO_GROUP: Final = Text(
    nl="**Nog zonder groep:** {people}. Kies op je paneel waar ze bij kunnen.",
    en="**Without a group yet:** {people}. Choose on your panel where they can join.",
)
BOARD_ENDED: Final = Text(nl="{group} · klaar", en="{group} · done")
BOARD_WAITING: Final = Text(nl="{group} · begint zo", en="{group} · starts soon")
GROUP: Final = Text(nl="Groep", en="Group")
PLENARY: Final = Text(nl="Plenair", en="Plenary")
KRING: Final = Text(nl="Kring", en="Kring")
LEADS: Final = Text(nl="leidt", en="leads")
ASKS_HELP: Final = Text(nl="**vraagt hulp**", en="**asks for help**")
CALL_OPEN: Final = Text(nl="↳ {need}, sinds {since}", en="↳ {need}, since {since}")
CALL_TAKEN: Final = Text(
    nl="↳ {need}, sinds {since} · {person} is onderweg", en="↳ {need}, since {since} · {person} is on the way"
)
NEEDS: Final[Mapping[Need, Text]] = {
    Need.MODERATOR: Text(nl="wil de moderator spreken", en="wants to speak to the moderator"),
    Need.TECHNIQUE: Text(nl="de techniek hapert", en="technology fails"),
    Need.UNWELL: Text(nl="het voelt niet goed", en="it does not feel right"),
}
IS_QUIET: Final = Text(nl="al even stil", en="quiet for a while")
IS_STILL: Final = Text(nl="even stil", en="in silence")
IS_PAUSED: Final = Text(nl="pauze", en="paused")
IS_PROTECTED: Final = Text(nl="even beschermd", en="protected moment")
ON_TIME: Final = Text(nl="op tijd", en="on time")
BAD_MINUTES: Final = Text(nl="Kies tussen 30 en 300 minuten.", en="Choose between 30 and 300 minutes.")
NO_ROOM: Final = Text(
    nl="**Ik kan nog niet elke ruimte openen of wissen** ({code}). Kijk met `/moderator instellen` welk recht ik mis, of maak plaats voor kanalen; ik blijf het proberen.",
    en="**I cannot open or delete every room yet** ({code}). `/moderator setup` shows which right I lack; or make room for channels. I keep trying.",
)
NO_LOCK: Final = Text(
    nl="**Ik kan niet meer regelen wie er mag typen** ({code}). Kijk met `/moderator instellen` welk recht ik mis; ik blijf het proberen.",
    en="**I can no longer arrange who may type** ({code}). `/moderator setup` shows which right I lack; I keep trying.",
)
NO_VOICE: Final = Text(
    nl="**Ik mag niet overal schrijven** ({code}). Kijk met `/moderator instellen` welk recht ik mis; zodra het kan, zeg ik alsnog wat er te zeggen was.",
    en="**I may not write everywhere** ({code}). `/moderator setup` shows which right I lack; as soon as I can, I say what there was to say.",
)
UNLOCKED: Final = Text(
    nl="Ik kan even niet regelen wie hier mag typen: mij ontbreekt een recht. De moderatoren zien dat ook. Volg de kaart; de knoppen werken gewoon.",
    en="For the moment I cannot arrange who may type here: I lack a right. The moderators see that too. Follow the card; its buttons work.",
)
ROOM_ANEW: Final = Text(
    nl="De vorige ruimte is weg. We gaan hier verder; wat je had ingeleverd, is bewaard.",
    en="The room we had is gone. We go on here; whatever you handed in is safe.",
)
NO_BOARD: Final = Text(
    nl="Het kanaal voor het bord bestaat niet meer. Kies een ander met `/moderator instellen`; je paneel werkt gewoon.",
    en="The channel for the board no longer exists. Choose another with `/moderator setup`; your panel works.",
)
NO_ROLE: Final = Text(
    nl="De rol voor moderatoren bestaat niet meer. Wie de server beheert, kiest een andere met `/moderator instellen`.",
    en="The moderators' role no longer exists. Whoever manages the server chooses another with `/moderator setup`.",
)
PASSED_BY: Final = Text(
    nl="hier vertelt of reageert iemand net, of wordt iemand iets gevraagd. Deze groep sla ik nu over.",
    en="somebody is telling, reacting or being asked just now. I pass this group by for the moment.",
)
PRACTISE: Final = Text(nl="Oefenen", en="Practise")
HAVE_PRACTISED: Final = Text(nl="Geoefend: {people}", en="Practised: {people}")
ALOUD_ELSEWHERE: Final = Text(
    nl="Buiten Discord praten jullie hardop. Kies bij ‘praten’ voor hardop, of kies een andere plek.",
    en="Outside Discord you talk aloud. Choose to talk aloud, or choose another place.",
)
GROUPS_ELSEWHERE: Final = Text(
    nl="De groepen zijn gemaakt. Zoek je groep op; wat je nodig hebt, staat onder ‘Mijn kaart’.",
    en="The groups are made. Find your group; what you need is under ‘My card’.",
)
BEAMER: Final = Text(nl="Kaart van deze groep hier tonen", en="Show this group’s card here")
BEAMER_WHICH: Final = Text(
    nl="Kies eerst één groep; van die groep komt de kaart in dit kanaal.",
    en="Choose one group first; its card comes in this channel.",
)
BEAMER_TAKEN: Final = Text(
    nl="In dit kanaal staat al de kaart van een andere groep.",
    en="This channel has the card of another group already.",
)
WHO_IS_HERE: Final = Text(nl="Wie is er? (vink aan)", en="Who is here? (tick)")
MERGE: Final = Text(nl="Voeg groep {number} bij een andere", en="Merge group {number} into another")
NO_OTHER_GROUP: Final = Text(
    nl="Er is geen andere groep die nog bezig is.", en="There is no other group that is still going."
)
ONLY_TWO: Final = Text(nl="**nog maar met twee**", en="**only two left**")
ON_PAPER_HERE: Final = Text(
    nl="In deze bijeenkomst bewaart Kring geen woorden. Schrijf je casus op papier en neem hem mee.",
    en="In this meeting Kring keeps no words. Write your case on paper and bring it along.",
)
ON_OWN_SCREEN: Final = Text(
    nl="Wat jullie delen, lees je met ‘Lees op eigen scherm’; in de ruimte zelf staat het niet.",
    en="What you share is read with ‘Read on your own screen’; it does not stand in the room itself.",
)
AHEAD_ALREADY: Final = Text(
    nl="deze groep was al verder dan je zag en blijft nu waar hij is.",
    en="this group had gone on since you looked and stays where it is now.",
)
GUIDE: Final = Text(nl="Breng me naar wie mij nodig heeft", en="Take me where I am needed")
GUIDED: Final = Text(
    nl="Deze groep kan je nu het best gebruiken. Met ‘Ik kom’ ga je naar binnen en hoort de groep dat.",
    en="This group can use you best now. With ‘I am coming’ you go in, and the group hears so.",
)
NOBODY_NEEDS_YOU: Final = Text(nl="Alle groepen redden zich.", en="All groups are managing.")
YOUR_WAY: Final = Text(nl="Je kunt er nu in: {room}", en="You can go in now: {room}")
BEHIND: Final = Text(nl="Groepen die achterlopen", en="Groups that are behind")
PAPER_GROUP: Final = Text(nl="**{group}**, zoals het om {now} was", en="**{group}**, as it was at {now}")
PAPER_ENDED: Final = Text(nl="**{group}** is klaar.", en="**{group}** is done.")
PAPER_STEP: Final = Text(nl="**{at}** · {minutes} min · {phase}", en="**{at}** · {minutes} min · {phase}")
PAPER_LINE: Final = Text(nl="{text}", en="{text}")
ON_PAPER: Final = Text(nl="Draaiboek op papier", en="Script on paper")
RETURN_LATER: Final = Text(
    nl="hier vertelt of reageert iemand net. Deze groep plan ik opnieuw zodra dat voorbij is.",
    en="somebody is telling or reacting just now. I plan this group anew as soon as that is over.",
)
RETURN_AT: Final = Text(nl="Terug om …", en="Back at …")
RETURN_TIME: Final = Text(nl="Hoe laat zijn we terug?", en="At what time are we back?")
RETURN_HINT: Final = Text(nl="16:40, of +20", en="16:40, or +20")
RETURN_INTRO: Final = Text(
    nl="Ik plan de stappen die nog komen zo, dat de groepen dan terug zijn, en zeg in elke groep wat er verandert.",
    en="I plan the steps still to come so that the groups are back by then, and tell each group what changes.",
)
NO_SUCH_TIME: Final = Text(
    nl="Dat tijdstip snap ik niet. Typ het als 16:40, of als +20 voor over twintig minuten.",
    en="I do not understand that time. Type it as 16:40, or as +20 for twenty minutes from now.",
)
RETURN_CHOICE: Final = Text(nl="Terug om {time}", en="Back at {time}")
OTHER_TIME: Final = Text(nl="Ander tijdstip", en="Another time")
RETURN_SET: Final = Text(nl="Terug om {time}.", en="Back at {time}.")
JUST_MOVED: Final = Text(
    nl="deze groep is net een stap verder. Druk nog eens als je nog een stap wilt.",
    en="this group has just moved. Press again if you want another step.",
)
SURE_IN: Final = Text(nl="Ja, doen in groep {groups}", en="Yes, do it in group {groups}")
MODERATORS_ONLY: Final = Text(
    nl="Dit paneel is voor moderatoren van deze server.", en="This panel is for this server's moderators."
)
BEGIN: Final = Text(nl="Begin plenair", en="Begin the plenary")
MAKE_GROUPS: Final = Text(nl="Maak groepen", en="Make groups")
OPEN_GROUPS: Final = Text(nl="Open de groepen", en="Open the groups")
CLOSE: Final = Text(nl="Sluit de bijeenkomst", en="Close the meeting")
MESSAGE: Final = Text(nl="Bericht", en="Message")
WHO_MOVES: Final = Text(nl="Wie gaat naar een andere groep?", en="Who goes to another group?")
WHO_LEADS: Final = Text(nl="Wie leidt zijn of haar groep?", en="Who leads their group?")
WHERE_TO: Final = Text(nl="Naar welke groep?", en="To which group?")
ALL_GROUPS: Final = Text(nl="Alle groepen", en="All groups")
ONE_GROUP: Final = Text(nl="Alleen groep {number}", en="Group {number} only")
ALL_BUT: Final = Text(nl="Alle behalve groep {number}", en="All but group {number}")
PROMISE_MESSAGE: Final = Text(
    nl="Iedereen in de gekozen groepen leest dit, met jouw naam.",
    en="Everybody in the chosen groups reads this, with your name.",
)
DONE_IN: Final = Text(nl="Gedaan in groep {groups}.", en="Done in group {groups}.")
DONE_PLENARY: Final = Text(nl="Gedaan in de plenaire.", en="Done in the plenary.")
SURE_IN_MANY: Final = Text(nl="Ja, doen in die {count} groepen", en="Yes, do it in those {count} groups")
GROUPS_FROM_TO: Final = Text(nl="Groep {first} tot en met {last}", en="Groups {first} to {last}")
NOT_IN: Final = Text(nl="{group}: {reason}", en="{group}: {reason}")
NO_GROUP: Final = Text(nl="Er is geen groep die dit kan.", en="There is no group that can do this.")
SURE: Final = Text(nl="Ja, doen", en="Yes, do it")
WHICH: Final = Text(nl="Welke methode past?", en="Which method fits?")
WHICH_WISH: Final = Text(nl="Wat wil de inbrenger?", en="What does the case bringer want?")
WHICH_FIRST: Final = Text(
    nl="Kies wat de inbrenger wil. De rest kun je ook aanpassen; het antwoord verandert mee.",
    en="Choose what the case bringer wants. You can change the rest too; the answer changes with it.",
)
NOT_FOR_NOW: Final = Text(nl="Niet nu: {name}. {reason}", en="Not now: {name}. {reason}")
SURE_CALL: Final = Text(
    nl="{reasons} Toch openen? Geef de opdracht dan nog eens, met `zeker: True`.",
    en="{reasons} Open it all the same? Then give the command once more, with `sure: True`.",
)
LEFT_SERVER: Final = Text(
    nl="Niet meer op deze server, en daarom niet in een groep: {people}.",
    en="No longer on this server, and therefore in no group: {people}.",
)
START_WITH: Final = Text(
    nl="Gebruik `/moderator bijeenkomst` en kies ‘{method}’. Ik vraag dan naar thema, minuten en of jullie praten of typen.",
    en="Use `/moderator meeting` and choose ‘{method}’. I then ask for theme, minutes, and whether you talk or type.",
)
NO_MEETING_WITH: Final = Text(
    nl="Er is nu geen bijeenkomst met ‘{method}’. Zodra de moderator er een opent, kun je hier je casus klaarzetten.",
    en="There is no meeting with ‘{method}’ now. As soon as the moderator opens one, you can prepare your case here.",
)
NO_SUCH_METHOD: Final = Text(
    nl="Die methode ken ik niet. Kies er een uit de lijst, of laat je helpen met `/moderator welke`.",
    en="I do not know that method. Choose one from the list, or get help from `/moderator which`.",
)
NO_SUCH_GROUP: Final = Text(
    nl="Die groep is er niet. Kies uit de lijst.", en="There is no such group. Choose from the list."
)
NO_MEETING: Final = Text(
    nl="Er is nu geen bijeenkomst. Open er een met `/moderator bijeenkomst`.",
    en="There is no meeting now. Open one with `/moderator meeting`.",
)
CONTACT: Final = Text(
    nl="Liever met iemand buiten je groep praten? Dat kan met {person}; ik bewaar daar niets van.",
    en="Rather speak to somebody outside your group? {person} is there for you; I keep nothing of it.",
)
MEETING_CALLED: Final = Text(
    nl="De lobby staat open, voor {minutes} minuten in totaal. Iedereen meldt zich daar met ‘Ik ben er’.",
    en="The lobby is open, for {minutes} minutes in all. Everybody checks in there with ‘I’m here’.",
)
SET_UP: Final = Text(nl="Zo staat Kring hier ingesteld", en="How Kring is set up here")
NOT_SET: Final = Text(nl="nog niet gekozen", en="not chosen yet")
DELETED: Final = Text(nl="**bestaat niet meer**, kies opnieuw", en="**no longer exists**, choose again")
SET_ROLE: Final = Text(nl="1. Moderatoren: {value}", en="1. Moderators: {value}")
SET_CHANNEL: Final = Text(nl="2. Kanaal voor het bord: {value}", en="2. Channel for the board: {value}")
SET_CATEGORY: Final = Text(
    nl="3. Categorie voor de ruimtes: {value}", en="3. Category for the rooms: {value}"
)
SET_CONTACT: Final = Text(nl="4. Contactpersoon: {value}", en="4. Contact person: {value}")
SET_LANGUAGE: Final = Text(nl="5. Taal: {value}", en="5. Language: {value}")
SET_DAYS: Final = Text(nl="6. Ruimtes blijven staan: {value} dagen", en="6. Rooms stay: {value} days")
SET_ZONE: Final = Text(nl="7. Tijdzone: {value}", en="7. Time zone: {value}")
NO_SUCH_ZONE: Final = Text(
    nl="De tijdzone ‘{zone}’ ken ik niet. Kies er een uit de lijst, zoals Europe/Amsterdam.",
    en="I do not know the time zone ‘{zone}’. Choose one from the list, such as Europe/Amsterdam.",
)
LANGUAGES: Final = {"nl": Text(nl="Nederlands", en="Dutch"), "en": Text(nl="Engels", en="English")}
OPEN_COMMANDS: Final = Text(
    nl="Laat die rol de opdrachten zien: Serverinstellingen › Integraties › Kring › /moderator › rol toevoegen.",
    en="Let that role see the commands: Server Settings › Integrations › Kring › /moderator › add the role.",
)
ALL_RIGHTS: Final = Text(
    nl="Kring mag hier alles wat het nodig heeft. ✓", en="Kring may do all it needs here. ✓"
)
MISSING_RIGHTS: Final = Text(
    nl="Dit mag Kring hier nog niet: {rights}. Geef Kring deze rechten, anders gaan ruimtes niet open of niet op slot.",
    en="Kring may not do this yet: {rights}. Grant these, or rooms will not open or lock.",
)
BOARD_CLOSED: Final = Text(
    nl="In {channel} kan ik niet lezen of schrijven; geef Kring daar toegang, anders verschijnt het bord niet.",
    en="I cannot read or write in {channel}; let Kring in there, or the board will not appear.",
)
THE_OWNER: Final = Text(nl="de eigenaar van deze server", en="the owner of this server")
READS_ALL: Final = Text(
    nl="Wie alle kanalen kan lezen, ook de ruimtes: {readers}. Kring zegt dat ook aan de deelnemers.",
    en="Who can read every channel, the rooms too: {readers}. Kring tells participants so.",
)
NO_HARVEST: Final = Text(
    nl="Je hebt hier niets opgeschreven. Dat mag.", en="You wrote nothing here. That is fine."
)

# --- The leaders' room ---------------------------------------------------------------------------------

LEADERS_ROOM: Final = Text(nl="leiderskamer", en="leaders-room")
ROSTER_HEAD: Final = Text(nl="Leiderskamer: wie leidt er?", en="Leaders’ room: who leads?")
ROSTER_FOOT: Final = Text(
    nl=(
        "Alleen leiders en moderatoren lezen hier mee. Kun je niet leiden, of twijfel je? Druk op ‘Wie neemt over?’. "
        "Deze ruimte wordt tegelijk met de lobby gewist."
    ),
    en=(
        "Only leaders and moderators read along here. You cannot lead, or hesitate? Press ‘Who takes over?’. "
        "This room is deleted together with the lobby."
    ),
)
ROSTER_GROUP: Final = Text(nl="Groep {group}: {person} · {state}", en="Group {group}: {person} · {state}")
ROSTER_NOBODY: Final = Text(
    nl="Groep {group}: nog niemand; dan leidt Kring", en="Group {group}: nobody yet; then Kring leads"
)
ROSTER_SPARE: Final = Text(
    nl="Nog zonder groep: {person} · {state}", en="Without a group yet: {person} · {state}"
)
IS_HERE: Final = Text(nl="is er", en="is here")
IS_MISSING: Final = Text(nl="**nog niet binnen**", en="**not here yet**")
DID_PRACTISE: Final = Text(nl="heeft geoefend", en="has practised")
DID_NOT_PRACTISE: Final = Text(nl="heeft niet geoefend", en="has not practised")
RENEW_ROSTER: Final = Text(nl="Ververs", en="Refresh")
WHO_TAKES_OVER: Final = Text(nl="Wie neemt over?", en="Who takes over?")
I_LEAD: Final = Text(nl="Ik leid", en="I lead")
SEEK_IN_GROUP: Final = Text(
    nl="Groep {group} zoekt iemand die het gesprek leidt. Kring houdt de tijd en zegt bij elke stap wat je kunt doen. Wie wil?",
    en="Group {group} is looking for somebody to lead. Kring keeps the time and tells you at each step what you can do. Who would like to?",
)
SEEK_ANYBODY: Final = Text(
    nl="We zoeken nog iemand die een groep leidt. Kring houdt de tijd en zegt bij elke stap wat je kunt doen. Wil jij?",
    en="We are looking for somebody to lead a group. Kring keeps the time and tells you at each step what you can do. Would you?",
)
YOU_LEAD: Final = Text(
    nl="Fijn, jij leidt. Op ‘Mijn kaart’ staat straks bij elke stap wat je bewaakt en wat je kunt zeggen.",
    en="Lovely, you lead. At each step ‘My card’ tells you what to guard and what you can say.",
)
LED_ALREADY: Final = Text(
    nl="Fijn dat je wilt. {person} doet het al.", en="Good of you. {person} is doing it already."
)
GIVE_UP_SURE: Final = Text(
    nl="Ik vraag de anderen wie het overneemt. Leid je niet meer, dan gaat deze ruimte voor jou dicht. Een reden hoeft niet. Doen?",
    en="I ask the others who takes over. Once you lead no more, this room closes for you. No reason needed. Do it?",
)
GAVE_UP: Final = Text(
    nl="Goed. Ik heb het gevraagd; je hoeft verder niets te regelen.",
    en="Fine. I have asked; you need not arrange anything else.",
)
FOR_LEADERS: Final = Text(
    nl="Deze knop is voor wie leidt of modereert.", en="This button is for whoever leads or moderates."
)
WHO_LEAD_TODAY: Final = Text(nl="Wie leiden er vandaag een groep?", en="Who lead a group today?")
NO_SEATS: Final = Text(
    nl="In de andere groepen zijn niet genoeg plaatsen; meer dan acht mensen in een groep gaat niet.",
    en="The other groups do not have enough seats; more than eight people in one group does not work.",
)
AT_THE_DOOR: Final = Text(
    nl="Je staat aan de deur: in deze groep vertelt of reageert iemand net. Druk nog eens als dat klaar is.",
    en="You are at the door: somebody in this group is telling or reacting. Press again when that is done.",
)
WITHOUT_LEADERS: Final = Text(nl="Groepen zonder leider", en="Groups without a leader")
WITHOUT_LEADER: Final = Text(
    nl=(
        "**Groep {group} heeft geen gespreksleider.** Kring leidt nu met de klok; dat gaat goed. Wat wil je?\n"
        "1. Vraag een vrijwilliger: ik vraag het de groep.\n"
        "2. Kring leidt: het blijft zo.\n"
        "3. Ik doe het: je komt in de groep en leidt.\n"
        "4. Verdeel de groep: iedereen gaat naar een andere groep."
    ),
    en=(
        "**Group {group} has no leader.** Kring leads by the clock now; that works. What would you like?\n"
        "1. Ask for a volunteer: I ask the group.\n"
        "2. Kring leads: it stays like this.\n"
        "3. I do it: you join the group and lead.\n"
        "4. Divide the group: everybody goes to another group."
    ),
)
ASK_VOLUNTEER: Final = Text(nl="Vraag een vrijwilliger", en="Ask for a volunteer")
KRING_DOES: Final = Text(nl="Kring leidt", en="Kring leads")
I_DO_IT: Final = Text(nl="Ik doe het", en="I do it")
DIVIDE: Final = Text(nl="Verdeel de groep", en="Divide the group")
OFFER_DONE: Final[Mapping[str, Text]] = {
    "ask": Text(
        nl="Ik heb het groep {group} gevraagd. Zodra iemand ja zegt, zie je het op het bord.",
        en="I have asked group {group}. As soon as somebody says yes, you see it on the board.",
    ),
    "kring": Text(nl="Kring leidt groep {group}.", en="Kring leads group {group}."),
    "me": Text(nl="Jij leidt groep {group}.", en="You lead group {group}."),
    "divide": Text(nl="Groep {group} is verdeeld.", en="Group {group} has been divided."),
}
ALL_LED: Final = Text(nl="Elke groep heeft een leider.", en="Every group has a leader.")
GROUP_NUMBER: Final = Text(nl="Groep {number}", en="Group {number}")
LEADERS_NOTED: Final = Text(
    nl="Genoteerd. Maak je groepen, dan krijgt elke groep een van hen.",
    en="Noted. When you make groups, each group gets one of them.",
)
LEADERS_NAMED: Final = Text(
    nl="Genoteerd. In de leiderskamer zien zij wie er leidt; maak je groepen, dan krijgt elke groep een van hen.",
    en="Noted. In the leaders’ room they see who leads; when you make groups, each group gets one of them.",
)

# --- Voice rooms -----------------------------------------------------------------------------------------

BRING_ME: Final = Text(nl="Breng me naar mijn ruimte", en="Take me to my room")
BROUGHT: Final = Text(nl="Je bent in je ruimte: {room}.", en="You are in your room: {room}.")
BRING_FIRST: Final = Text(
    nl="Je zit nog in geen spraakkanaal, en dan kan ik je niet brengen. Tik op je ruimte: {room}.",
    en="You are in no voice channel yet, so I cannot take you there. Tap your room: {room}.",
)
BRING_BUSY: Final = Text(
    nl="Er gaan er net veel tegelijk. Sneller: tik op je ruimte: {room}.",
    en="Many are on their way at once. Quicker: tap your room: {room}.",
)
BRING_FAILED: Final = Text(
    nl="Brengen lukt me hier niet. Tik op je ruimte: {room}.",
    en="I cannot take you there. Tap your room: {room}.",
)
NO_ROOM_OF_YOURS: Final = Text(
    nl="Jouw groep heeft geen ruimte, of is klaar. Via /kring vind je je kaart.",
    en="Your group has no room, or is done. /kring takes you to your card.",
)
PROMISE_ONE_MORE: Final = Text(
    nl="Je groep leest dit meteen in de ruimte, met je naam.",
    en="Your group reads this at once in the room, with your name.",
)

# --- A moderator practises the planned meeting ----------------------------------------------------------

SMALL: Final = Text(nl="Oefen deze bijeenkomst", en="Practise this meeting")
SMALL_TITLE: Final = Text(
    nl=(
        "**Oefenen: modereren** (alleen jij ziet dit)\nDrie groepen robots spelen jullie draaiboek. Elke keer dat je kijkt, gaan er "
        "zes minuten voorbij. Je kunt niets stukmaken."
    ),
    en=(
        "**Practice: moderating** (only you see this)\nThree groups of robots play your script. Each time you look, six minutes "
        "pass. You cannot break anything."
    ),
)
SMALL_WATCH: Final = Text(nl="Kijk zes minuten verder", en="Look six minutes later")
SMALL_SOONER: Final = Text(nl="Terug: tien minuten eerder", en="Back ten minutes sooner")
SMALL_AGAIN: Final = Text(nl="Opnieuw", en="Start again")
SMALL_CALM: Final = Text(
    nl="Hint: het loopt. Laat de groepen hun gang gaan, en kijk even verder.",
    en="Hint: it is going well. Let the groups be, and look a little later.",
)
SMALL_CALLS: Final = Text(
    nl="Hint: groep {group} vraagt hulp. Met ‘Ik kom’ ga je naar binnen; de groep hoort dat, maar niet wie het vroeg.",
    en="Hint: group {group} asks for help. With ‘I am coming’ you go in; the group hears so, but not who asked.",
)
SMALL_INSIDE: Final = Text(
    nl="Hint: je bent in groep {group}. Met ‘Ik ga weer’ zijn zij onder elkaar; bij de volgende stap gaat dat vanzelf.",
    en="Hint: you are in group {group}. ‘I am off again’ leaves them to themselves; the next step does so by itself.",
)
SMALL_PAUSED: Final = Text(
    nl="Hint: de klok staat stil. Met ‘Verder’ gaan dezelfde groepen door waar ze waren.",
    en="Hint: the clock stands still. With ‘Go on’ the same groups go on where they were.",
)
SMALL_PROTECTED: Final = Text(
    nl="Hint: in groep {group} vertelt of reageert iemand, of wordt iemand iets gevraagd. ‘Volgende stap’ slaat die groep over.",
    en="Hint: in group {group} somebody is telling, reacting or being asked. ‘Next step’ passes that group by.",
)
SMALL_LATE: Final = Text(
    nl="Hint: groep {group} loopt uit. ‘Terug’ plant de stappen die nog komen zo, dat de groepen op tijd zijn.",
    en="Hint: group {group} runs late. ‘Back’ plans the steps still to come so that the groups are in time.",
)
SMALL_OVER: Final = Text(
    nl="Alle groepen zijn klaar. Straks gaat het net zo: zij leiden zichzelf, jij kijkt en helpt.",
    en="All groups are done. It goes just like this later: they lead themselves, you watch and help.",
)
