"""What is not TOML, in plain words."""

from collections.abc import Sequence
from typing import Final

from methods.engine.text import Text

TOO_DEEP: Final = Text(
    nl="Hier staan te veel haakjes in elkaar.", en="There are too many brackets inside each other here."
)
NEVER_CLOSED: Final = Text(
    nl="De tekst die hier begint met drie aanhalingstekens, houdt nergens op. Zet er weer drie achter; wat erna staat, kijk ik dan ook na.",
    en="The text that begins here with three quotes never ends. Put three again behind it; then I check what follows as well.",
)
KEY_TWICE: Final = Text(
    nl="‘{name}’ staat hier twee keer: ook op regel {line}. Haal er één weg.",
    en="‘{name}’ stands here twice: also on line {line}. Remove one of them.",
)
TABLE_TWICE: Final = Text(
    nl="Het kopje ‘{name}’ staat er al, op regel {line}. Hoort het bij een lijst, zet er dan dubbele haken om: [[{name}]].",
    en="The heading ‘{name}’ is there already, on line {line}. If it belongs to a list, give it double brackets: [[{name}]].",
)
CURLY: Final = Text(
    nl='Zet rechte aanhalingstekens om de tekst (") in plaats van gekrulde.',
    en='Put straight quotes (") around the text instead of curly ones.',
)
NO_QUOTE: Final = Text(
    nl="Deze tekst is niet afgesloten: er ontbreekt een aanhalingsteken.",
    en="This text is not closed: a quote is missing.",
)
_ANY_SYNTAX: Final = Text(nl="Dit is geen goede TOML.", en="This is not proper TOML.")
_SYNTAX: Final[Sequence[tuple[str, Text]]] = (
    (
        "Invalid statement",
        Text(
            nl='Hier hoort een naam met een waarde, zoals id = "gesprek", of een kopje, zoals [[phases]].',
            en='A name with a value belongs here, such as id = "talk", or a heading, such as [[phases]].',
        ),
    ),
    (
        "Invalid initial character for a key part",
        Text(
            nl="Hier hoort een naam van kleine letters, zonder aanhalingstekens of spaties.",
            en="A name in small letters belongs here, without quotes or spaces.",
        ),
    ),
    (
        "Expected '='",
        Text(nl="Na een naam hoort een = met een waarde.", en="A name is followed by = and a value."),
    ),
    (
        "Expected ']",
        Text(
            nl="Dit kopje is niet goed afgesloten: [naam] of [[naam]].",
            en="This heading is not closed properly: [name] or [[name]].",
        ),
    ),
    (
        "Expected newline",
        Text(
            nl="Na de waarde hoort niets meer te staan. Zet wat volgt op een nieuwe regel.",
            en="Nothing should follow the value. Put what follows on a new line.",
        ),
    ),
    (
        "Unclosed array",
        Text(
            nl="Deze lijst is niet afgesloten: er ontbreekt een ] of een komma.",
            en="This list is not closed: a ] or a comma is missing.",
        ),
    ),
    (
        "Unclosed inline table",
        Text(
            nl="Hier ontbreekt een }} of een komma. Alles tussen {{ en }} staat op één regel.",
            en="A }} or a comma is missing here. Everything between {{ and }} stands on one line.",
        ),
    ),
    (
        "Duplicate inline table key",
        Text(nl="Tussen {{ en }} staat een naam twee keer.", en="Between {{ and }} a name stands twice."),
    ),
    ("Illegal character '\\n'", NO_QUOTE),
    ("Unterminated string", NO_QUOTE),
    (
        "Unescaped",
        Text(
            nl="Een \\ betekent hier iets bijzonders. Bedoel je het teken zelf, schrijf dan \\\\.",
            en="A \\ means something special here. If you mean the character itself, write \\\\.",
        ),
    ),
    (
        "Invalid value",
        Text(
            nl="Deze waarde begrijp ik niet. Zet tekst tussen aanhalingstekens; schrijf een getal met een punt, zoals 1.5.",
            en="I do not understand this value. Put text between quotes; write a number with a point, such as 1.5.",
        ),
    ),
    (
        "Illegal character",
        Text(
            nl="Hier staat een teken dat niet in TOML kan, misschien onzichtbaar. Typ dit stukje opnieuw.",
            en="There is a character here that TOML cannot have, perhaps invisible. Type this part again.",
        ),
    ),
)


def told(said: str, text: str) -> Text:
    """What `tomllib` says about this statement, in plain words."""
    if "Invalid value" in said and any(quote in text for quote in "“”„‘’"):
        return CURLY
    if text.replace('\\"', "").count('"') % 2:
        return NO_QUOTE
    return next((words for begin, words in _SYNTAX if said.startswith(begin)), _ANY_SYNTAX)
