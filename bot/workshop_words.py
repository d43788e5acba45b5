"""What Kring says about a server's own methods."""

from typing import Final

from methods.engine.text import Text

TITLE: Final = Text(nl="Eigen methoden van deze server", en="This server's own methods")
NONE_YET: Final = Text(
    nl="Er zijn er nog geen. Kopieer er een van Kring en verander die, of plaats een bestand: `/moderator methode bestand:`.",
    en="There are none yet. Copy one of Kring's and change it, or upload a file: `/moderator method file:`.",
)
HOW_TO_ADD: Final = Text(
    nl="Een bestand plaatsen kan met `/moderator methode bestand:`.",
    en="You can upload a file with `/moderator method file:`.",
)
UNREADABLE: Final = Text(
    nl="Deze versie van Kring kan niet meer lezen: {names}. Plaats een verbeterd bestand met dezelfde id.",
    en="This version of Kring can no longer read: {names}. Upload a mended file with the same id.",
)
ONE_OF_THEM: Final = Text(
    nl="{number}. **{name}** (`{id}`): {steps} stappen, {minutes} minuten hardop met 6 mensen",
    en="{number}. **{name}** (`{id}`): {steps} steps, {minutes} minutes aloud with 6 people",
)
OPEN: Final = Text(nl="Welke wil je bekijken of veranderen?", en="Which one do you want to see or change?")
COPY: Final = Text(nl="Kopieer een methode van Kring", en="Copy one of Kring's methods")
COPY_PROMISE: Final = Text(
    nl="De kopie is alleen van deze server. Je verandert er daarna minuten en teksten in.",
    en="The copy is for this server only. You change its minutes and texts afterwards.",
)
COPY_NAME: Final = Text(nl="{name} (eigen)", en="{name} (our own)")
NAME_NL: Final = Text(nl="Naam in het Nederlands", en="Name in Dutch")
NAME_EN: Final = Text(nl="Naam in het Engels", en="Name in English")
COPIED: Final = Text(
    nl="‘{name}’ staat klaar om te veranderen. In `/moderator bijeenkomst` kun je hem al kiezen.",
    en="‘{name}’ is ready to be changed. In `/moderator meeting` you can choose it already.",
)
STEP: Final = Text(nl="Welke stap wil je veranderen?", en="Which step do you want to change?")
ITEM: Final = Text(
    nl="Welke vraag of welk antwoord wil je veranderen?", en="Which question or answer do you want to change?"
)
EDIT_NAME: Final = Text(nl="Naam en doel", en="Name and goal")
EDIT_FITS: Final = Text(nl="Past bij", en="Fits")
EDIT_MINUTES: Final = Text(nl="Minuten", en="Minutes")
EDIT_TEXTS: Final = Text(nl="Teksten", en="Texts")
TRY: Final = Text(nl="Laat robots haar spelen", en="Let robots play it")
FILE: Final = Text(nl="Als bestand", en="As a file")
FILE_HERE: Final = Text(
    nl="Verander het in een editor en plaats het weer met `/moderator methode bestand:`.",
    en="Change it in an editor and upload it again with `/moderator method file:`.",
)
REMOVE: Final = Text(nl="Haal weg", en="Remove")
REMOVE_SURE: Final = Text(
    nl="‘{name}’ weghalen? Wat al geopend is, gaat er gewoon mee door.",
    en="Remove ‘{name}’? What has been opened goes on with it.",
)
REMOVED: Final = Text(nl="‘{name}’ is weg.", en="‘{name}’ is gone.")
BACK: Final = Text(nl="Terug", en="Back")
GONE: Final = Text(nl="Die methode is er niet meer.", en="That method is no longer there.")
PROMISE: Final = Text(
    nl="Dit zien alle deelnemers. Wat al geopend is, verandert niet mee.",
    en="All participants will see this. What has been opened does not change with it.",
)
KEPT: Final = Text(nl="Bewaard. ✓", en="Saved. ✓")
NOT_KEPT: Final = Text(nl="Dit is niet bewaard: {reason}", en="This was not saved: {reason}")
MINUTES_LINE: Final = Text(
    nl="{minutes} minuten hardop met 6 mensen, {short}", en="{minutes} minutes aloud with 6 people, {short}"
)
SHORT_LINE: Final = Text(nl="{minutes} in de korte versie", en="{minutes} in the short version")
NOT_SHORT: Final = Text(nl="niet in de korte versie", en="not in the short version")

# --- A file that was uploaded -------------------------------------------------------------------------------

MISTAKES: Final = Text(
    nl="In dit bestand staan {count} fouten. Er is niets bewaard; verander ze en plaats het opnieuw.",
    en="There are {count} mistakes in this file. Nothing was saved; mend them and upload it again.",
)
ONE_MISTAKE: Final = Text(
    nl="In dit bestand staat één fout. Er is niets bewaard; verander die en plaats het opnieuw.",
    en="There is one mistake in this file. Nothing was saved; mend it and upload it again.",
)
MORE: Final = Text(
    nl="En nog {count}. Ze staan allemaal in het antwoord van `kring methods check`.",
    en="And {count} more. `kring methods check` tells them all.",
)
TAKEN: Final = Text(
    nl="‘{id}’ is een methode van Kring zelf. Geef de jouwe een andere id, bovenaan in het bestand.",
    en="‘{id}’ is a method of Kring's own. Give yours another id, at the top of the file.",
)
FULL: Final = Text(
    nl="Deze server heeft al {most} eigen methoden. Haal er eerst een weg.",
    en="This server has {most} methods of its own already. Remove one first.",
)
NOT_FETCHED: Final = Text(
    nl="Het bestand kwam niet aan. Probeer het zo nog eens.", en="The file did not arrive. Please try again."
)
UPLOADED: Final = Text(
    nl="‘{name}’ staat klaar: kies hem in `/moderator bijeenkomst`.",
    en="‘{name}’ is ready: choose it in `/moderator meeting`.",
)
REPLACED: Final = Text(
    nl="‘{name}’ is vervangen. Wat al geopend is, gaat met de oude verder.",
    en="‘{name}’ has been replaced. What has been opened goes on with the old one.",
)
UNSOUND: Final = Text(nl="Er is niets bewaard.", en="Nothing was saved.")
REMARK: Final = Text(nl="Let op, {said}", en="Note, {said}")
