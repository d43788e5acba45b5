"""What everybody was told beforehand about the steps: what each is called, and what one does in it."""

from bot.rehearsal.robots.lines import Topic
from bot.rehearsal.words import Language
from methods.engine.model import Method, Phase, Rule
from methods.frame import BLOCKS
from methods.library import all_methods


def topics(language: Language, recipe: Method | None = None) -> dict[str, Topic]:
    """Every step of an evening, by the title on its card.

    Two methods may have a step of the same title: give the method where it matters which of them is meant.
    """
    chosen = all_methods() if recipe is None else (recipe,)
    phases = [*BLOCKS, *(phase for recipe in chosen for phase in recipe.phases)]
    return {phase.name.to(language): _topic(phase) for phase in phases}


def _topic(phase: Phase) -> Topic:
    fields = phase.form.fields if phase.form else ()
    return Topic(
        phase=phase.id,
        kind=phase.kind.value,
        who=phase.who.value,
        shows=phase.after is not None,
        silent=phase.has(Rule.SILENT),
        asks=tuple((field.id, field.kind) for field in fields if field.required),
    )
