"""`kring methods list|plan`: how long each method takes, and what an evening with one looks like."""

from typing import Annotated, Any

import typer

from bot.cli.ending import AsJson, Lang, Talk, as_json
from bot.cli.method_files import method_of
from methods.engine.model import Method
from methods.engine.model import Talk as Way
from methods.engine.text import Text

SIZES = (5, 6)
"""The group sizes of which minutes are told."""
ROUND_DROPPED = "round:{number}"
"""How a case that does not fit is named among what is dropped."""
SHORTER = Text(nl="korter: {name} {full} → {left}", en="shorter: {name} {full} → {left}")
WITHOUT = Text(nl="vervalt: {name}", en="left out: {name}")
SECOND_ROUND = Text(nl="ronde {number}", en="round {number}")
SPARE = Text(nl="over: {buffer}", en="left over: {buffer}")


def list_(*, lang: Lang = "nl", json_: AsJson = False) -> None:
    """Every method, with what it is for."""
    from methods.library import all_methods

    if json_:
        as_json([row(one, lang) for one in all_methods()])
    else:
        typer.echo("\n".join(_told(one, lang) for one in all_methods()))


def row(method: Method, lang: Lang) -> dict[str, Any]:
    """One method for a program. `minutes`: those of its own rounds, for 5 and for 6 people."""
    from methods.gates import gates_of

    return {
        "id": method.id,
        "names": {"nl": method.name.nl, "en": method.name.en},
        "name": method.name.to(lang),
        "goal": method.goal.to(lang),
        "minutes": {way.value: {str(n): core_minutes(method, n, way) for n in SIZES} for way in Way},
        "languages": ["nl", "en"],
        "gates": gates_of(method),
        "people": {"fewest": method.fewest, "most": method.most},
        "rounds": method.rounds,
    }


def core_minutes(method: Method, people: int, way: Way) -> int:
    """Minutes of the rounds themselves with nothing left out, for groups of at most `people`."""
    from methods.planning import core_of, plan

    script = plan(method, people, 1000, way).script
    return sum(step.minutes for step in core_of(script))


def _told(method: Method, lang: Lang) -> str:
    minutes = " / ".join(str(core_minutes(method, n, Way.SPOKEN)) for n in SIZES)
    return f"{method.id}: {method.name.to(lang)} ({minutes} min). {method.goal.to(lang)}"


def plan(
    method: str,
    *,
    people: Annotated[int, typer.Option(min=2, max=60, help="People in one group.")] = 6,
    minutes: Annotated[int | None, typer.Option(min=1, help="Minutes of the whole meeting.")] = None,
    talk: Talk = "spoken",
    lang: Lang = "nl",
    json_: AsJson = False,
) -> None:
    """How long an evening takes, step by step, and what gives way when it is too full."""
    recipe = method_of(method, lang)
    if json_:
        as_json(_result(recipe, people, minutes, Way(talk), lang))
    else:
        typer.echo("\n".join(_evening(recipe, people, minutes, Way(talk), lang)))


def _result(recipe: Method, people: int, minutes: int | None, way: Way, lang: Lang) -> dict[str, Any]:
    from methods.gates import before
    from methods.planning import plan as planned

    found = planned(recipe, max(3, people), minutes, way)
    gates = before(recipe, way, people=people, minutes=found.minutes, met_before=True)
    firm = any(gate.firm for gate in gates)
    remarks = (found.notice, None if firm else found.proposal)
    said = [gate.text for gate in gates] + [text for text in remarks if text]
    return {
        "fits": found.fits and not firm,
        "total_minutes": found.total,
        "phases": [{"id": s.phase.id, "round": s.round, "minutes": s.minutes} for s in found.steps],
        "shortened": [{"id": id_, "full": full, "minutes": left} for id_, full, left in found.shortened],
        "dropped": [*found.dropped, *(ROUND_DROPPED.format(number=n) for n in _gone(recipe, found.rounds))],
        "buffer_minutes": found.buffer,
        "minutes": found.minutes,
        "needed_minutes": found.needed,
        "people": people,
        "talk": way.value,
        "notice": " ".join(text.to(lang) for text in said) or None,
        "choices": [text.to(lang) for text in found.advice],
    }


def _gone(recipe: Method, rounds: int) -> range:
    """The numbers of the rounds that were given up; where everybody brings something, none is."""
    return range(0) if recipe.everybody_brings else range(rounds + 1, recipe.rounds + 1)


def _evening(recipe: Method, people: int, minutes: int | None, way: Way, lang: Lang) -> list[str]:
    """The same for people: a line for each step, and what changed."""
    from methods.planning import plan as planned

    result, found = (
        _result(recipe, people, minutes, way, lang),
        planned(recipe, max(3, people), minutes, way),
    )
    names = {step.phase.id: step.phase.name.to(lang) for step in found.steps}
    names |= {phase.id: phase.name.to(lang) for phase in recipe.phases}
    lines = [f"{step.minutes:>4}  {step.phase.name.to(lang)}" for step in found.steps]
    lines.append(f"{found.total:>4}  / {found.minutes}")
    lines += [
        SHORTER.to(lang, name=names[id_], full=str(full), left=str(left))
        for id_, full, left in found.shortened
    ]
    lines += [WITHOUT.to(lang, name=names[id_]) for id_ in found.dropped]
    lines += [
        WITHOUT.to(lang, name=SECOND_ROUND.to(lang, number=str(number)))
        for number in _gone(recipe, found.rounds)
    ]
    lines += [SPARE.to(lang, buffer=str(found.buffer))] if found.buffer else []
    return [*lines, *([result["notice"]] if result["notice"] else [])]
