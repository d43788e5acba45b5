"""What everybody was told beforehand about the steps: what each is called, and what one does in it."""

from bot.rehearsal.robots.lines import Topic
from bot.rehearsal.words import Language
from methods.engine.model import Phase, Rule
from methods.frame import BLOCKS
from methods.library import all_methods


def topics(language: Language) -> dict[str, Topic]:
    """Every step of every method, by the title on its card."""
    phases = [*BLOCKS, *(phase for method in all_methods() for phase in method.phases)]
    return {phase.name.to(language): _topic(phase) for phase in phases}


def _topic(phase: Phase) -> Topic:
    return Topic(
        phase=phase.id,
        kind=phase.kind.value,
        who=phase.who.value,
        shows=phase.after is not None,
        silent=phase.has(Rule.SILENT),
    )
