"""What the engine says and why it refuses, in both languages. Read them aloud before changing one."""

from typing import Final

from methods.engine.text import Text

# --- Refusals ---------------------------------------------------------------------------------------

STALE: Final = Text(
    nl="Deze knop hoort bij een eerdere stap. Op de nieuwste kaart kun je verder.",
    en="This button belongs to an earlier step. Please use the newest card.",
)
ENDED: Final = Text(nl="Dit gesprek is al afgerond.", en="This conversation has already ended.")
WAITING: Final = Text(
    nl="Jullie gesprek begint zo. Nog even geduld.", en="Your conversation starts in a moment."
)
STARTED_ALREADY: Final = Text(nl="Dit gesprek is al begonnen.", en="This conversation has already started.")
STRANGER: Final = Text(
    nl="Deze knop is van een andere groep. Jouw eigen groep vind je via /kring.",
    en="This button belongs to another group. You find your own group with /kring.",
)
FROZEN: Final = Text(
    nl="De klok staat even stil. Zodra we verdergaan, kan dit weer.",
    en="The clock is paused. You can do this as soon as we go on.",
)
LEADER_ONLY: Final = Text(
    nl="Dit doet de gespreksleider. Wil je verder? Zeg het gerust in de groep.",
    en="This is for the leader. Ready to go on? Just say so in the group.",
)
MODERATOR_ONLY: Final = Text(nl="Dit kan alleen een moderator.", en="Only a moderator can do this.")
CASE_BRINGER_ONLY: Final = Text(
    nl="Dit is aan de inbrenger.", en="This is up to the person whose case it is."
)
NOT_YOURS: Final = Text(
    nl="In deze stap vragen we niets van jou. Je leest of luistert gewoon mee.",
    en="Nothing is asked of you in this step. Just read or listen along.",
)
NOT_NOW: Final = Text(nl="Dat kan in deze stap niet.", en="That is not possible in this step.")
NOT_YOUR_TURN: Final = Text(nl="Je bent nu niet aan de beurt.", en="It is not your turn now.")
DONE_ALREADY: Final = Text(nl="Dat had je al gedaan. Dank je wel.", en="You did that already. Thank you.")
ASKED_ALREADY: Final = Text(
    nl="Je vraag is al gesteld. Doorvragen kan één keer, zolang hij aan de beurt is.",
    en="Your question has been asked. You can follow up once, while it is being answered.",
)
NOTHING_GIVEN: Final = Text(
    nl="Je hebt hier nog niets ingeleverd.", en="You have not handed in anything here."
)
SHOWN_ALREADY: Final = Text(
    nl="Je tekst is al getoond en kan niet meer terug.",
    en="Your text has been shown and cannot be taken back.",
)
EMPTY: Final = Text(
    nl="Er stond nog niets in. Schrijf een paar woorden, of sla over.",
    en="There was nothing in it yet. Write a few words, or pass.",
)
TOO_LONG: Final = Text(
    nl="Je tekst is te lang voor dit veld. Kort hem iets in; hieronder staat hij nog.",
    en="Your text is too long for this field. Please shorten it; it is still there below.",
)
BAD_MARK: Final = Text(nl="Kies een cijfer van 1 tot en met 10.", en="Choose a mark from 1 to 10.")
BAD_CHOICE: Final = Text(nl="Die keuze is er hier niet.", en="That choice is not available here.")
OWN_CASE: Final = Text(
    nl="Op je eigen casus kun je niet stemmen. Kies er één of twee van de anderen.",
    en="You cannot vote for your own case. Choose one or two of the others.",
)
TWICE_EXTENDED: Final = Text(
    nl="Deze stap is al twee keer verlengd. Rond hem af, of neem even pauze.",
    en="This step has been extended twice. Round it off, or take a pause.",
)
TWICE_LINGERED: Final = Text(
    nl="Je hebt al twee keer extra tijd gevraagd. Lever in wat je hebt; aanvullen kan straks ook hardop.",
    en="You asked for more time twice. Hand in what you have; you can add to it aloud later.",
)
ADDED_ALREADY: Final = Text(
    nl="Jouw zin staat er al. Straks kun je weer meepraten.",
    en="Your sentence is there already. You can join in again later.",
)
STEP_CLOSED: Final = Text(
    nl="De twee minuten voor nog één zin zijn om. Je kunt het straks nog zeggen.",
    en="The two minutes for one more sentence are over. You can still say it later.",
)
NO_WAY_BACK: Final = Text(
    nl="Terug kan hier niet: wat getoond is, blijft getoond.",
    en="There is no way back here: what has been shown stays shown.",
)
TOO_LATE_TO_UNDO: Final = Text(
    nl="Herstellen kan alleen in de eerste tien seconden. Gebruik ‘Stap terug’.",
    en="You can undo within ten seconds only. Use ‘Step back’.",
)
CONSENT_FIRST: Final = Text(
    nl="We wachten op een antwoord; daar gaan we niet aan voorbij. Na een minuut vraag ik de volgende.",
    en="We are waiting for an answer and will not pass it by. After a minute I ask the next person.",
)
STILL_FIRST: Final = Text(
    nl="We zijn nog even stil. Over een moment kies je hoe we verdergaan.",
    en="We are still in silence. In a moment you choose how to go on.",
)
NO_NOTES_BY_YOU: Final = Text(
    nl="De inbrenger en de gespreksleider noteren liever niet. Laat het een ander doen.",
    en="Better not the case bringer or the leader. Let somebody else keep the notes.",
)
NOTES_TAKEN: Final = Text(nl="Er is al een notulist.", en="Somebody is keeping the notes already.")
NOT_RUNNING: Final = Text(nl="De klok loopt al.", en="The clock is running already.")
HELP_ASKED: Final = Text(
    nl="De moderator weet het al en komt zo.", en="The moderator knows and will come soon."
)
HERE_ALREADY: Final = Text(nl="Je bent al in deze groep.", en="You are in this group already.")
NOT_DURING_THIS: Final = Text(
    nl="Hier vertelt of reageert iemand net. Kom binnen als deze stap voorbij is.",
    en="Somebody is telling or reacting here just now. Come in when this step is over.",
)
IN_THE_PAST: Final = Text(
    nl="Dat moment is al geweest. Kies een later tijdstip.", en="That moment has passed. Choose a later one."
)
RETURNS_ALREADY: Final = Text(
    nl="Dat stond al zo: deze groep is dan terug.", en="It was set like that: this group is back then."
)
TOO_SOON: Final = Text(
    nl="Dat is te snel: ook met alles op zijn kortst duurt dit nog {minutes} minuten. Kies een later tijdstip.",
    en="That is too soon: even with everything at its shortest this takes {minutes} more minutes. Choose a later moment.",
)
EARLY: Final = Text(nl="Zo ver is het nog niet.", en="It is not time yet.")

# --- Asked before it is done ------------------------------------------------------------------------

STILL_BUSY: Final = Text(
    nl="Nog niet iedereen is klaar. Toch doorgaan?", en="Not everybody is done yet. Go on all the same?"
)
REVEAL_NEXT: Final = Text(
    nl="Hierna tonen we wat er geschreven is. Dat kan niet meer terug. Doorgaan?",
    en="Next we show what has been written. That cannot be undone. Go on?",
)
STOP_SURE: Final = Text(
    nl="Je kunt altijd stoppen, een reden hoeft niet. Wat nog verborgen is, blijft verborgen. Wil je stoppen?",
    en="You can always stop, no reason needed. What is hidden stays hidden. Do you want to stop?",
)
CLOSE_SURE: Final = Text(
    nl="Dit beëindigt het gesprek van deze groep. Wat nog verborgen is, blijft verborgen. Doen?",
    en="This ends this group's conversation. What is hidden stays hidden. Do it?",
)

# --- Said in the room -------------------------------------------------------------------------------

CHOSE: Final = Text(nl="{person} koos: {choice}.", en="{person} chose: {choice}.")
CHOSEN_TEXT: Final = Text(nl="Gekozen:", en="Chosen:")
NOTHING_TO_CHOOSE: Final = Text(
    nl="Er ligt niets om uit te kiezen. Bespreek het even samen; daarna gaan we verder.",
    en="There is nothing to choose from. Talk it over for a moment; then we go on.",
)
STOP_WORD: Final = Text(
    nl="{person} zegt stop. We houden nu op met praten; {person} heeft het woord.",
    en="{person} says stop. We end our talk now; the floor is {person}’s.",
)
NOT_KEPT: Final = Text(
    nl="Goed om te weten: wat je in deze stap typt, wordt gewist zodra de stap voorbij is. Het komt niet in het verslag.",
    en="Good to know: what you type in this step is deleted as soon as the step is over. It is not in the report.",
)
WHO_NOTES: Final = Text(
    nl="Wie schrijft er mee? Druk op ‘Mijn kaart’ en dan op ‘Ik noteer’.",
    en="Who takes the notes? Press ‘My card’ and then ‘I take notes’.",
)
TAKES_ROUND: Final = Text(
    nl="{person} is erbij en krijgt de ronde die vrij was.",
    en="{person} is here and gets the round that was free.",
)
LINKS: Final = Text(
    nl="{person} verbindt de eigen tekst met nummer {numbers} van ‘{name}’.",
    en="{person} links the own text with number {numbers} of “{name}”.",
)
NOTHING_TO_LINK: Final = Text(
    nl="Je hebt hier niets opgeschreven om te verbinden. Denk gerust hardop mee.",
    en="You have written nothing here to link. Feel free to think along aloud.",
)
NOTED_ABOUT: Final = Text(
    nl="{person} noteerde bij nummer {number}", en="{person} noted about number {number}"
)
SORTS: Final = Text(nl="{person} koos bij ‘{choice}’:", en="{person} chose for “{choice}”:")
NOTED: Final = Text(nl="Genoteerd door {person}:", en="Noted by {person}:")

ONE_MINUTE: Final = Text(nl="Nog één minuut voor deze stap.", en="One minute left for this step.")
SOFT_STOP: Final = Text(nl="De tijd is om. Maak je zin rustig af.", en="Time is up. Finish your sentence.")
SOFT_STOP_LEADER: Final = Text(
    nl="De tijd is om. Maak je zin rustig af. {leader}, ga je zo door, of geef je er twee minuten bij?",
    en="Time is up. Finish your sentence. {leader}, will you go on, or give two more minutes?",
)
STILL_YOURS: Final = Text(
    nl="De tijd voor deze stap is om, maar hij eindigt niet vanzelf. Druk op ‘Ik ben klaar’ als je zover bent, {person}.",
    en="The time for this step is over, but it does not end by itself. Press ‘I’m done’ when you are, {person}.",
)
ANYBODY_NEXT: Final = Text(
    nl="Lukt het niet? Dan mag iedereen nu op ‘Volgende stap’ drukken.",
    en="Stuck? Anybody may press ‘Next step’ now.",
)
ALL_DONE: Final = Text(
    nl="Iedereen is klaar. {leader}, druk op ‘Volgende stap’ als jullie verder willen.",
    en="Everybody is done. {leader}, press ‘Next step’ when you want to go on.",
)
TURN: Final = Text(nl="{person}, jij bent aan de beurt.", en="{person}, it is your turn.")
TURN_NEXT: Final = Text(
    nl="{person}, jij bent aan de beurt. Straks {next}.", en="{person}, it is your turn. Then {next}."
)
TURN_TEXT: Final = Text(nl="{person} schreef:", en="{person} wrote:")
ONE_MORE: Final = Text(nl="Nog van {person}:", en="One more thing from {person}:")
GAVE: Final = Text(nl="{person}:", en="{person}:")
QUESTION: Final = Text(nl="Vraag {number} · {person}", en="Question {number} · {person}")
FOLLOW_UP: Final = Text(nl="{person} vraagt door:", en="{person} follows up:")
STORY: Final = Text(nl="Het verhaal van {person}:", en="{person}’s story:")
REACTION: Final = Text(nl="{person} zegt:", en="{person} says:")
TAKES: Final = Text(nl="Dit neemt {person} mee:", en="{person} takes along:")
SHARED: Final = Text(nl="Wat jullie meenemen:", en="What you take along:")
TITLES: Final = Text(nl="{phase}:", en="{phase}:")
LEFT_FOR_NOW: Final = Text(
    nl="{person} laat deze vraag even liggen. Dat mag altijd.",
    en="{person} leaves this question. That is fine.",
)
EXTENDED: Final = Text(
    nl="Twee minuten erbij: we gaan door tot {at}.", en="Two more minutes: we go on until {at}."
)
LINGERED: Final = Text(
    nl="Iemand schrijft nog. We wachten een minuut.", en="Somebody is still writing. We wait a minute."
)
PAUSED: Final = Text(
    nl="Pauze. De klok staat stil; wat je geschreven hebt, is bewaard.",
    en="Paused. The clock has stopped; what you wrote is safe.",
)
RESUMED: Final = Text(nl="We gaan verder, tot {at}.", en="We go on, until {at}.")
RESUMED_OPEN: Final = Text(nl="We gaan verder.", en="We go on.")
WISHES_MORE: Final = Text(
    nl="Iemand wil er twee minuten bij. Wil nog iemand dat? Druk op ‘Mijn kaart’ op ‘+2 minuten’.",
    en="Somebody would like two more minutes. Does anybody else? Press ‘+2 minutes’ on ‘My card’.",
)
STILLED: Final = Text(
    nl="We zijn even stil. De klok staat stil. Je hoeft nu niets.",
    en="A moment of silence. The clock has stopped. Nothing is asked of you.",
)
HOW_ON: Final = Text(
    nl="{person}, hoe wil je verder? Op ‘Mijn kaart’ kies je: doorgaan, nog even stil, of stoppen.",
    en="{person}, how do you want to go on? Choose on ‘My card’: go on, a little longer, or stop.",
)
HOW_ON_ALL: Final = Text(
    nl="Gaan jullie verder? Op ‘Mijn kaart’ kun je de klok weer laten lopen.",
    en="Shall we go on? On ‘My card’ you can start the clock again.",
)
AWAY: Final = Text(
    nl="Ik was even weg. De klok staat stil en alles is bewaard. {leader}, druk op ‘Verder’ als jullie er zijn.",
    en="I was away for a moment. The clock has stopped and everything is safe. {leader}, press ‘Go on’ when you are there.",
)
AWAY_ALL: Final = Text(
    nl="Ik was even weg. De klok staat stil en alles is bewaard. Druk op ‘Mijn kaart’ om verder te gaan.",
    en="I was away for a moment. The clock has stopped and everything is safe. Press ‘My card’ to go on.",
)
RETURN: Final = Text(nl="We zijn om {at} terug.", en="We are back at {at}.")
RETURN_CHANGED: Final = Text(nl="We zijn om {at} terug. {changes}", en="We are back at {at}. {changes}")
LATE: Final = Text(
    nl="We lopen uit; zo zijn we toch om {at} terug. {changes}",
    en="We are running late; this way we are back at {at} all the same. {changes}",
)
SHORTER: Final = Text(nl="Korter: {names}.", en="Shorter: {names}.")
LONGER: Final = Text(nl="Meer tijd: {names}.", en="More time: {names}.")
LEFT_OUT: Final = Text(nl="Vervalt: {names}.", en="Left out: {names}.")
AND_MORE: Final = Text(nl="en nog {number} stappen", en="and {number} more steps")
ROUND: Final = Text(nl="ronde {number}", en="round {number}")
BACK: Final = Text(nl="We gaan één stap terug.", en="One step back.")
UNDONE: Final = Text(nl="Hersteld: we zijn nog in deze stap.", en="Undone: we are still in this step.")
REMINDER: Final = Text(nl="Even onze afspraak: ", en="A reminder of our agreement: ")
STOPPED: Final = Text(
    nl="We stoppen met deze casus. Dat mag altijd. Wat nog verborgen was, blijft verborgen.",
    en="We stop with this case. That is always fine. What was hidden stays hidden.",
)
HELP_GOES: Final = Text(
    nl="{person} gaat weer; jullie zijn onder elkaar.", en="{person} leaves; you are among yourselves again."
)
WHO_TAKES_OVER: Final = Text(
    nl="Wie leidt verder? Druk op ‘Ik leid’ op ‘Mijn kaart’.",
    en="Who leads on? Press ‘I lead’ on ‘My card’.",
)
LEADER_SILENT: Final = Text(
    nl="Ik ben verdergegaan. {leader}, ben je er nog? Wie wil, kan het overnemen met ‘Ik leid’ op ‘Mijn kaart’.",
    en="I have gone on. {leader}, are you there? Anybody can take over with ‘I lead’ on ‘My card’.",
)
COMES_IN: Final = Text(
    nl="Welkom, {person}. Luister rustig mee; vanaf de volgende stap doe je mee. Wat er al was, staat op ‘Mijn kaart’.",
    en="Welcome, {person}. Listen in for now; you take part from the next step on. What has been is on ‘My card’.",
)
COMES_IN_NOW: Final = Text(
    nl="Welkom, {person}. Je doet vanaf nu mee. Wat er al was, staat op ‘Mijn kaart’.",
    en="Welcome, {person}. You take part from now on. What has been is on ‘My card’.",
)
MOVED: Final = Text(nl="{person} gaat verder in groep {group}.", en="{person} goes on in group {group}.")
NEVER_OWN_CASE: Final = Text(
    nl="Wie nu inbrengt, leidt deze ronde niet. Kies een ander.",
    en="Whoever brings the case in does not lead this round. Choose somebody else.",
)
FREE_TALK: Final = Text(
    nl="Even vrij gesprek: iedereen mag schrijven. Ik houd de tijd bij.",
    en="Free talk for a while: everybody may write. I keep the time.",
)
NO_FREE_TALK: Final = Text(nl="We pakken de stap weer op.", en="Back to the step.")
HELP_COMES: Final = Text(nl="{person} komt jullie helpen.", en="{person} is coming to help.")
ASKING: Final = Text(
    nl="Er is gestemd. Ik vraag nu eerst privé of diegene het wil inbrengen. Kijk allemaal even op ‘Mijn kaart’.",
    en="The votes are in. I first ask privately whether that person wants to. Everybody, please look at ‘My card’.",
)
ASKING_ONE: Final = Text(
    nl="Er is één casus. Ik vraag privé of diegene wil inbrengen. Kijk even op ‘Mijn kaart’.",
    en="There is one case. I ask privately whether that person wants to. Please look at ‘My card’.",
)
ASKING_NEXT: Final = Text(
    nl="Ik vraag het nog iemand. Kijk allemaal even op ‘Mijn kaart’.",
    en="I ask one more person. Everybody, please look at ‘My card’.",
)
LOT: Final = Text(
    nl="Het was gelijk; het lot heeft de volgorde bepaald.", en="It was a tie; the order was drawn by lot."
)
CHOSEN: Final = Text(nl="{person} brengt in: «{title}».", en="{person} brings in: “{title}”.")
CHOSEN_PLAIN: Final = Text(nl="{person} brengt een casus in.", en="{person} brings in a case.")
OFFERING: Final = Text(
    nl="Er ligt nog geen casus. Wie wil iets inbrengen? Klein mag ook. Druk op ‘Ik breng iets in’ op ‘Mijn kaart’.",
    en="There is no case yet. Who wants to bring something in? Small is fine. Press ‘I bring something in’ on ‘My card’.",
)
NO_CASE: Final = Text(
    nl="Er is vandaag geen casus. Dat kan. We gaan door naar de afronding.",
    en="There is no case today. That happens. We go on to the closing.",
)
ONE_CASE: Final = Text(
    nl="Er is vandaag één casus; de tweede ronde vervalt.",
    en="There is one case today; the second round is dropped.",
)
NEW_LEADER: Final = Text(
    nl="{person} brengt in en leidt dus niet. Wie leidt deze ronde? Druk op ‘Ik leid’ op ‘Mijn kaart’.",
    en="{person} brings in and so does not lead. Who leads this round? Press ‘I lead’ on ‘My card’.",
)
LEADS: Final = Text(nl="{person} leidt deze ronde.", en="{person} leads this round.")
KRING_LEADS: Final = Text(nl="Kring leidt deze ronde.", en="Kring leads this round.")
NOTES: Final = Text(nl="{person} noteert.", en="{person} keeps the notes.")
CASE_DROPPED: Final = Text(
    nl="Wie straks zou inbrengen, is er niet meer bij. Die ronde vervalt.",
    en="Whoever was to bring in the next case is no longer here. That round is dropped.",
)
CASE_VACANT: Final = Text(
    nl="Wie straks zou inbrengen, is er niet meer bij. Voor die ronde vraag ik dan iemand anders.",
    en="Whoever was to bring in the next case is no longer here. I will ask somebody else for that round.",
)
LEFT: Final = Text(
    nl="{person} is er niet meer bij. We gaan samen verder.",
    en="{person} is no longer here. We go on together.",
)
LEFT_UNTOLD: Final = Text(
    nl="{person} is er niet meer bij. We zoeken een andere casus.",
    en="{person} is no longer here. We look for another case.",
)
LEFT_CASE: Final = Text(
    nl="{person} is er niet meer bij. We nemen drie minuten pauze; wie nog schrijft, schrijft rustig af. Daarna ronden we deze casus samen af.",
    en="{person} is no longer here. We take three minutes; whoever is still writing may finish. Then we round off this case together.",
)
LEFT_IN_BREAK: Final = Text(
    nl="{person} is er niet meer bij. We ronden deze casus hier af.",
    en="{person} is no longer here. We round off this case.",
)
