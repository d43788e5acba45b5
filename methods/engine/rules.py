"""The line that people see for each rule of conduct; `{inbrenger}` is the case bringer's name.

Screens call the leader by the name that suits the programme, never «begeleider» alone.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from methods.engine.model import Form, Phase, Rule
from methods.engine.text import Text

ALWAYS_ON: Final = frozenset({Rule.LEADER_NOT_I, Rule.ANONYMOUS, Rule.MAY_PASS, Rule.TIMEBOX})
"""Rules that hold in every phase, whether it names them or not."""

SHOWN: Final[Mapping[Rule, Text]] = MappingProxyType(
    {
        Rule.NO_ADVICE: Text(nl="Alleen vragen, nog geen advies.", en="Questions only, no advice yet."),
        Rule.I_LISTENS: Text(
            nl="{inbrenger} luistert en reageert nog niet.",
            en="{inbrenger} listens and does not respond yet.",
        ),
        Rule.LEADER_NOT_I: Text(
            nl="De gespreksleider is nooit de inbrenger.", en="The leader is never the case bringer."
        ),
        Rule.TURNS: Text(nl="Om de beurt, in de getoonde volgorde.", en="In turn, in the order shown."),
        Rule.LEADER_LAST: Text(
            nl="De gespreksleider is als laatste aan de beurt.", en="The leader goes last."
        ),
        Rule.NO_DISCUSSION: Text(nl="We reageren niet op elkaar.", en="No comments on each other."),
        Rule.BRIEF_ANSWER: Text(nl="Kort antwoord, maximaal één minuut.", en="Short answer, one minute."),
        Rule.SILENT: Text(
            nl="Stilte: iedereen schrijft voor zichzelf.", en="Silence: everybody writes privately."
        ),
        Rule.HIDDEN: Text(
            nl="Pas zichtbaar als we alles tegelijk tonen.", en="Visible only when we reveal together."
        ),
        Rule.AT_LEAST_ONE: Text(
            nl="Iedereen levert minstens één bijdrage.", en="At least one contribution each."
        ),
        Rule.MAY_PASS: Text(nl="Overslaan mag altijd.", en="You may always pass."),
        Rule.SECRET_VOTE: Text(
            nl="De stemmen blijven geheim tot iedereen klaar is.", en="Votes stay secret until all are in."
        ),
        Rule.CONSENT: Text(
            nl="Alleen met instemming; stoppen kan altijd.", en="Only with consent; you can always stop."
        ),
        Rule.I_DECIDES: Text(
            nl="Alleen {inbrenger} kiest en beslist.", en="Only {inbrenger} chooses and decides."
        ),
        Rule.I_FORM: Text(nl="Vertel in de ik-vorm.", en="Speak in the I-form."),
        Rule.ANONYMOUS: Text(nl="Geen namen of herkenbare details.", en="No names or traceable details."),
        Rule.NO_JUDGING: Text(nl="Beschrijf zonder te oordelen.", en="Describe, don’t judge."),
        Rule.TENTATIVE: Text(
            nl="Vermoedens, geen conclusies: ‘zou het kunnen dat…’",
            en="Hunches, not conclusions: ‘could it be that…’",
        ),
        Rule.THIRD_PERSON: Text(
            nl="Praat over {inbrenger}, niet tegen {inbrenger}.",
            en="Talk about {inbrenger}, not to {inbrenger}.",
        ),
        Rule.OUTCOME_HIDDEN: Text(
            nl="De afloop blijft nog even geheim.", en="The outcome stays secret for now."
        ),
        Rule.NO_SOLUTIONS: Text(
            nl="In deze methode geven we geen oplossingen.", en="In this method we give no solutions."
        ),
        Rule.WHAT_WORKS: Text(nl="We kijken alleen naar wat werkte.", en="Only what worked."),
        Rule.PROCEDURE_NOT_PERSON: Text(
            nl="Het gaat om de werkwijze, niet om de persoon.",
            en="It is about the procedure, not the person.",
        ),
        Rule.SMALL_CONCRETE: Text(
            nl="Klein, praktisch en morgen al te doen.", en="Small, practical, doable tomorrow."
        ),
        Rule.TIMEBOX: Text(nl="De klok helpt ons op tijd af te ronden.", en="Time stops us kindly."),
        Rule.NOT_STORED: Text(
            nl="Wordt niet bewaard en komt niet in het verslag.", en="Not stored and not in the report."
        ),
    }
)


HINTS: Final[Mapping[Rule, Text]] = MappingProxyType(
    {
        Rule.NO_ADVICE: Text(nl="Wat …, hoe …, wanneer …?", en="What …, how …, when …?"),
        Rule.TENTATIVE: Text(nl="Zou het kunnen dat …", en="Could it be that …"),
        Rule.I_FORM: Text(nl="Ik …", en="I …"),
        Rule.SMALL_CONCRETE: Text(nl="Klein, en morgen al te doen", en="Small, and doable tomorrow"),
    }
)
"""What stands in grey in the first field of a form under this rule, to help somebody begin."""


def hinted(form: Form, phase: Phase) -> Form:
    """The form with that hint, where its first question has none of its own and does not begin the sentence itself."""
    hint = next((HINTS[rule] for rule in HINTS if phase.has(rule)), None)
    first, *rest = form.fields
    if hint is None or first.kind != "text" or first.placeholder or first.label.nl.endswith("…"):
        return form
    if first.id in TITLES:
        return form
    return replace(form, fields=(replace(first, placeholder=hint), *rest))


TITLES: Final = frozenset({"titel", "naam"})
"""A title needs no beginning."""
