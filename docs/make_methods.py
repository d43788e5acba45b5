#!/usr/bin/env python3
"""Makes docs/methods.md from the methods themselves: `.venv/bin/python docs/make_methods.py`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from methods import frame
from methods.engine.model import Field, Form, FrameId, Method, OptionBallot, Phase, Talk
from methods.engine.rules import ALWAYS_ON
from methods.engine.text import Text
from methods.library import all_methods
from methods.planning import minutes_of, plan

PAGE = Path(__file__).with_name("methods.md")
SIZES = (5, 6)
LENGTHS = (90, 120, 150)

ABOUT = """\
# The methods

<!-- Made by docs/make_methods.py from the files in methods/. Change those, and run it again. -->

What each method is for, its phases in order, and what it asks. The [glossary](glossary.md) explains the words in the
columns *kind*, *who* and *rules*. Minutes stand as “for 5 people / for 6 people”. These rules hold in every phase and
are named only where they matter most: {always}. How to add a method: [Writing a method](writing-a-method.md).
"""

MEETING = """\
## What fits in a meeting

The whole meeting in minutes, plenary and break included, with nothing left out; then what Kring leaves out for six
people in a shorter one. What can shrink (talks, rounds) shrinks first.
"""

FRAME = """\
## Around every method

These blocks stand around the phases of a method, also when the method changes. *Together* means: all groups in the
lobby.
"""


def page() -> str:
    """The whole page."""
    always = _listed([f"`{rule}`" for rule in sorted(ALWAYS_ON)])
    needed = (frame.SWITCH, frame.ROUND_OFF)
    blocks = [block for block in frame.BLOCKS if block not in needed]
    parts = [
        ABOUT.format(always=always),
        MEETING,
        _table(
            ("method", "aloud", "typed", *(f"in {m}, {way}" for m in LENGTHS for way in ("aloud", "typed"))),
            _fits(),
        ),
        FRAME,
        _phases(blocks),
        "Only when needed, between or instead of steps:\n",
        _phases(needed),
        *(_around(name) for name in frame.FRAMES),
        *_forms(blocks),
    ]
    for method in all_methods():
        parts += _method(method)
    return "\n".join(parts)


def _fits() -> Iterator[Sequence[str]]:
    for method in all_methods():
        needed = [[plan(method, n, 300, talk).needed for n in SIZES] for talk in Talk]
        yield (
            _both(method.name),
            *(" / ".join(map(str, each)) for each in needed),
            *(_fit(method, minutes, talk) for minutes in LENGTHS for talk in Talk),
        )


def _fit(method: Method, minutes: int, talk: Talk) -> str:
    found = plan(method, max(SIZES), minutes, talk)
    if not found.fits:
        return "does not fit"
    gone = [f"‘{phase.name.en}’" for phase in method.phases if phase.id in found.dropped]
    gone += ["the second case"] if found.rounds < method.rounds else []
    return f"without {_listed(gone)}" if gone else "all of it"


def _method(method: Method) -> Iterator[str]:
    yield f"## {_both(method.name)}\n"
    yield f"{method.goal.en}\\\n*{method.goal.nl}*\n"
    yield f"**Fits.** {method.fits.en}\\\n*{method.fits.nl}*\n"
    told = [f"`{method.id}`", f"frame {method.frame}", f"the case is asked in `{method.case}`"]
    told += [f"commands `/{method.command} …`"] if method.command else []
    told += ["everybody brings something in, in groups of three or four"] if method.everybody_brings else []
    told += ["only aloud"] if method.spoken_only else []
    told += ["not the first time that people meet"] if method.settled_group else []
    told += [f"likes {method.roomy} minutes for its rounds"] if method.roomy else []
    told += [f"{method.rounds} rounds, {method.switch} minutes between them"] if method.rounds > 1 else []
    told += [f"instead of {_listed([f'`{one}`' for one in method.skips])}"] if method.skips else []
    yield " · ".join(told) + "\n"
    yield _phases(method.phases)
    yield from _forms(method.phases)
    yield "**Sources**\n"
    yield "\n".join(f"- {source}" for source in method.sources) + "\n"


def _around(name: FrameId) -> str:
    around = frame.FRAMES[name]
    before = [f"`{block.id}`" for block in (*around.before, *around.opening)]
    after = [f"`{block.id}`" for block in (*around.ending, *around.after)]
    return f"**Frame {name}**: {' · '.join([*before, '*the method*', *after])}\n"


def _phases(phases: Sequence[Phase]) -> str:
    heads = ("phase", "Nederlands", "English", "kind", "who", "aloud", "typed", "rules")
    return _table(heads, map(_phase, phases))


def _phase(phase: Phase) -> Sequence[str]:
    together = " · together" if phase.plenary else ""
    return (
        f"`{phase.id}`",
        phase.name.nl,
        phase.name.en,
        f"{phase.kind}{together}",
        phase.who,
        _minutes(phase, Talk.SPOKEN),
        _minutes(phase, Talk.WRITTEN),
        " ".join(f"`{rule}`" for rule in phase.rules) or "–",
    )


def _minutes(phase: Phase, talk: Talk) -> str:
    if phase.waits:
        return "as long as the groups"
    if phase.only_if:
        return f"up to {phase.only_if.minutes}, if needed"
    return " / ".join(str(minutes_of(phase, talk, n)) for n in SIZES)


def _forms(phases: Sequence[Phase]) -> Iterator[str]:
    """Each form once, under the names of all phases that ask it."""
    forms: dict[Form, list[Phase]] = {}
    for phase in phases:
        if phase.form:
            forms.setdefault(phase.form, []).append(phase)
    for form, asked in forms.items():
        yield f"**Form in {_listed([f'`{phase.id}`' for phase in asked])}**\n"
        yield _table(("Nederlands", "English", "answer"), map(_field, form.fields))
    for phase in phases:
        if isinstance(phase.ballot, OptionBallot):
            choices = " · ".join(_both(option.label) for option in phase.ballot.options)
            yield f"**Choice in `{phase.id}`**: {choices}\n"


def _field(field: Field) -> Sequence[str]:
    kinds = {
        "text": f"at most {field.max_length} characters",
        "rating": "a mark from 1 to 10",
        "tick": "a tick",
        "choice": "a choice after the form",
    }
    said = [kinds[field.kind], *(["required"] if field.required else [])]
    said += ["stays back unless its author chooses otherwise"] if field.kept_back else []
    said += [f"a list after the form: {', '.join(map(_both, field.options))}"] if field.options else []
    said += [] if field.spoken else ["only where people type"]
    return (
        _asked(field.label.nl, field.description.nl if field.description else ""),
        _asked(field.label.en, field.description.en if field.description else ""),
        ", ".join(said),
    )


def _asked(label: str, description: str) -> str:
    return f"{label} ({description})" if description else label


def _both(text: Text) -> str:
    return text.nl if text.nl == text.en else f"{text.nl} / {text.en}"


def _listed(names: Sequence[str]) -> str:
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
