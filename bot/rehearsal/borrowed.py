"""Which words of a case go into which form: every method asks for them in its own questions.

A case is written down once, for the pitch, the canvas and the problem-solving rounds. The other methods ask the
same things in other words, so their forms are filled from there.
"""

from collections.abc import Mapping
from typing import Final

from bot.rehearsal.words import Case, Share

FIRST, SECOND, INSIDE, CLEAR = "bm.vragen1", "bm.vragen2", "bm.vragen3", "po.vragen"

ASKED: Final[Mapping[str, Mapping[str, str]]] = {
    "lo.vragen_noteren": {"vraag1": SECOND, "vraag2": INSIDE},
    "lo.vragen": {"vraag": SECOND},
    "in.vragen_noteren": {"vraag1": FIRST, "vraag2": SECOND},
    "in.informatie": {"vraag": FIRST},
    "st.noteren": {"vraag1": CLEAR, "vraag2": FIRST},
    "st.bevragen": {"vraag": CLEAR},
    "ts.2": {"vraag1": SECOND, "vraag2": INSIDE},
    "ts.5": {"vraag": CLEAR},
    "ro.verkennen": {"vraag": SECOND},
    "ba.beeld": {"vraag": FIRST},
    "cl.vragen": {"vraag": FIRST},
    "tr.verhelderen": {"vraag": CLEAR},
    "so.verhelderen": {"vraag": FIRST},
    "co.verhelderen": {"vraag": FIRST},
    "co.verdiepen": {"vraag": INSIDE},
}
"""Questions: which round of them is asked in which field."""

IDEAS: Final[Mapping[str, Mapping[str, str]]] = {
    "in.standpunt_schrijven": {"doen": "alternative", "waarom": "reaction"},
    "st.advies_schrijven": {"stap": "advice"},
    "ba.oordeel_schrijven": {"idee": "advice"},
    "kb.beraad": {"idee": "advice"},
    "ro.advies": {"idee": "advice"},
}
"""What a participant thinks of: another way of acting with its likely reaction, or something to try."""

TOLD: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "st.pitch": {"casus": ("fr.pitch", "situatie")},
    "st.vertellen": {"lastig": ("fr.pitch", "situatie"), "vraag": ("fr.pitch", "vraag")},
    "st.vervolgstap": {"stap": ("po.reactie", "eerste_stap")},
    "lo.inbreng": {
        "uitdaging": ("po.inbreng", "vraag"),
        "situatie": ("fr.pitch", "situatie"),
        "geprobeerd": ("po.inbreng", "geprobeerd"),
        "lastig": ("fr.pitch", "eigen_rol"),
    },
    "lo.reactie": {"eerste_stap": ("po.reactie", "eerste_stap")},
    "in.schets": {
        "gebeurtenis": ("bm.canvas", "situatie"),
        "vraag": ("fr.pitch", "vraag"),
        "afloop": ("bm.canvas", "vervolg"),
    },
    "in.keuze": {"volgende_keer": ("bm.reflectie", "volgende_keer")},
    "ts.10": {"plan": ("po.reactie", "eerste_stap")},
    "ro.inbreng": {"situatie": ("po.inbreng", "context"), "vraag": ("po.inbreng", "vraag")},
    "ro.keuze": {"stap": ("po.reactie", "eerste_stap")},
    "ba.besluit": {"inzicht": ("bm.reflectie", "zie_nu"), "stap": ("bm.reflectie", "volgende_keer")},
    "cl.inbreng": {"vraag": ("fr.pitch", "vraag")},
    "kb.sleutelvraag": {"sleutelvraag": ("po.vraag_scherp", "vraag")},
    "kb.afronding": {"waardevol": ("po.reactie", "aanspreekt")},
    "tr.voorbereiden": {"uitdaging": ("po.inbreng", "vraag")},
    "so.voorbeelden": {"moment": ("fr.pitch", "situatie")},
    "co.dilemma": {"dilemma": ("fr.pitch", "situatie"), "vraag": ("fr.pitch", "vraag")},
}
"""What a case bringer tells, decides and plans: in which field goes which answer of the case."""

TITLES: Final[Mapping[str, str]] = {
    "fr.pitch": "titel",
    "bm.canvas": "titel",
    "st.pitch": "titel",
    "so.voorbeelden": "titel",
    "in.schets": "titel",
    "kb.casting": "onderwerp",
}
"""Where the title of a case is asked, and in which field."""

OWN: Final = frozenset(
    {"fr.pitch", "bm.canvas", "st.pitch", "so.voorbeelden", "kb.casting", "tr.voorbereiden", "to.inbreng"}
)
"""Forms in which everybody writes about the own case."""


def told(case: Case, phase: str) -> dict[str, str]:
    """What the case bringer fills in; empty where the case has nothing for this form."""
    borrowed = TOLD.get(phase, {}).items()
    answers = {
        name: case.forms[form][field] for name, (form, field) in borrowed if field in case.forms.get(form, {})
    }
    titled = {TITLES[phase]: case.title} if phase in TITLES else {}
    return {**titled, **answers, **case.forms.get(phase, {})}


def thought(share: Share, phase: str) -> dict[str, str]:
    """What a participant fills in about a case; empty where there is nothing to say."""
    if phase in ASKED:
        return {name: share.questions[asked].text for name, asked in ASKED[phase].items()}
    ideas = {
        "alternative": share.alternative and share.alternative.text,
        "reaction": share.alternative and share.alternative.reaction,
        "advice": share.advice and share.advice.text,
    }
    return {name: text for name, what in IDEAS.get(phase, {}).items() if (text := ideas[what])}
