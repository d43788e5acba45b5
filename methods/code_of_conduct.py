"""The code of conduct: how people deal with one another and with what is told.

After the STO guide (what is told stays here; a critical friend) and general guides for intervision (voluntary,
equal); the other articles are Kring's own. Article 10 says what a promise of secrecy cannot cover; Kring never
judges whether that is so.
"""

from collections.abc import Sequence
from typing import Final

from methods.engine.text import Text

VERSION: Final = 1
"""Grows with every change of the articles: a changed text is asked again."""

NAME: Final = Text(nl="Onze afspraken", en="Our code of conduct")
AGREE: Final = Text(nl="Ik houd me hieraan", en="I will keep to this")

SHORT: Final = Text(
    nl="Wat we hier delen, blijft hier. We zijn kritische vrienden: eerlijk, opbouwend en zonder oordeel. Geen "
    "namen, geen opnames; passen mag.",
    en="What we share here stays here. We are critical friends: honest, constructive, no verdicts. No names, no "
    "recordings, passing is fine.",
)

ARTICLES: Final = (
    Text(
        nl="Alles wat je hier hoort, leest of krijgt, ook documenten, blijft binnen deze groep.",
        en="Everything you hear, read or receive here, documents included, stays within this group.",
    ),
    Text(
        nl="We zijn elkaars kritische vriend: we denken mee, vragen door en geven opbouwende suggesties. We vellen "
        "geen oordeel.",
        en="We are each other’s critical friend: we think along, probe and give constructive suggestions. We pass "
        "no judgement.",
    ),
    Text(
        nl="De inbrenger is eigenaar van de casus en beslist wat ermee gebeurt.",
        en="The case bringer owns the case and decides what happens with it.",
    ),
    Text(
        nl="We zijn hier gelijkwaardig, welke functie we ook hebben, en doen vrijwillig mee. Passen en stoppen kan "
        "altijd, zonder uitleg.",
        en="We are equals here, whatever our job, and take part voluntarily. You can always pass or stop, without "
        "explaining.",
    ),
    Text(
        nl="We noemen geen namen of herkenbare details van leerlingen, studenten, ouders, collega’s of scholen.",
        en="We give no names or traceable details of pupils, students, parents, colleagues or schools.",
    ),
    Text(
        nl="We maken geen opnames of screenshots en sturen niets door. Je zit alleen in de ruimte of zet een "
        "koptelefoon op.",
        en="No recordings, no screenshots, no forwarding. You are alone in the room or wear headphones.",
    ),
    Text(
        nl="We houden ons aan de stappen en de tijd: eerst begrijpen, dan adviseren.",
        en="We keep to the steps and the time: first understand, then advise.",
    ),
    Text(
        nl="Wat we leren, mag mee naar buiten; van wie het kwam, blijft hier. Het verslag bevat alleen wat de "
        "inbrenger goedkeurt.",
        en="What we learn may go outside, whose it was may not. The report contains only what the case bringer "
        "approves.",
    ),
    Text(
        nl="Voelt iets onveilig, dan zeggen we dat: in de groep, tegen de gespreksleider of tegen de coördinator.",
        en="If something feels unsafe we say so, in the group, to the leader or to the coordinator.",
    ),
    Text(
        nl="Vertrouwelijkheid houdt op waar de wet tot melden verplicht of waar iemand gevaar loopt. Dat zeggen we "
        "dan eerst hier.",
        en="Confidentiality ends where the law demands reporting or someone is in danger. We will then say so here "
        "first.",
    ),
)


MOST_ARTICLES: Final = 5
LONGEST_ARTICLE: Final = 200
"""How many articles a server may add, and the characters of each."""
REPORT: Final = Text(nl="Moet ik dit melden?", en="Do I have to report this?")
"""Shows the last article, to whoever asks alone."""
_CHANGES: Final = 1000
"""More often than this nobody changes the own articles of one server while a version lasts."""


def version(changes: int) -> int:
    """The number under which a text is accepted, on a server that changed its own articles so many times."""
    return VERSION * _CHANGES + changes if changes else VERSION


def last_article() -> Text:
    """Article 10, under its number."""
    return _numbered(len(ARTICLES), ARTICLES[-1])


def whole(own: Sequence[str] = ()) -> Text:
    """All of it under its name, the articles numbered; last those of this server's `own`, ready to be shown."""
    kept = [article.replace("{", "{{").replace("}", "}}") for article in own]
    articles = (*ARTICLES, *(Text(nl=article, en=article) for article in kept))
    numbered = [_numbered(number, article) for number, article in enumerate(articles, start=1)]
    return Text(
        nl="\n".join([f"**{NAME.nl}**", *(one.nl for one in numbered)]),
        en="\n".join([f"**{NAME.en}**", *(one.en for one in numbered)]),
    )


def _numbered(number: int, article: Text) -> Text:
    return Text(nl=f"{number}. {article.nl}", en=f"{number}. {article.en}")
