"""`kring methods show|check`: a method to read, and one as a file to change and to check."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.ending import WRONG_CHOICE, AsJson, Lang, as_json, stop
from methods.engine.model import Method, Phase, Talk, Who
from methods.engine.text import Text

if TYPE_CHECKING:
    from methods.toml.reading import Reading
    from methods.trying import Trial

SUFFIX = ".toml"
"""By which a file is told from an id."""
PEOPLE = 6
"""For how many people minutes are told."""
WHO = {
    Who.EVERYBODY: Text(nl="iedereen", en="everybody"),
    Who.PARTICIPANTS: Text(nl="allen behalve de inbrenger", en="all but the case bringer"),
    Who.CASE_BRINGER: Text(nl="de inbrenger", en="the case bringer"),
    Who.LEADER: Text(nl="wie leidt", en="the leader"),
    Who.NOBODY: Text(nl="niemand", en="nobody"),
}
MINUTES = Text(nl="{spoken} min (getypt {typed})", en="{spoken} min (typed {typed})")
WHEN_NEEDED = Text(nl="alleen als het nodig is", en="only when needed")
NOT_THERE = Text(nl="{file} is er niet.", en="{file} is not there.")
A_FOLDER = Text(nl="{file} is een map, geen bestand.", en="{file} is a folder, not a file.")
UNREADABLE = Text(nl="{file} is niet te lezen: {reason}.", en="{file} cannot be read: {reason}.")
FINE = Text(nl="{file} is in orde: ‘{name}’, {steps} stappen.", en="{file} is fine: ‘{name}’, {steps} steps.")
OUR_OWN = Text(
    nl="Let op, ‘{id}’ is een methode van Kring zelf. Geef die van jou een eigen id voor je haar in Discord zet.",
    en="Note, ‘{id}’ is a method of Kring's own. Give yours an id of its own before you put it in Discord.",
)
REMARK = Text(nl="Let op, {said}", en="Note, {said}")
ONE_MISTAKE = Text(nl="{file}: 1 fout.", en="{file}: 1 mistake.")
MISTAKES = Text(nl="{file}: {number} fouten.", en="{file}: {number} mistakes.")


def method_of(named: str, lang: Lang) -> Method:
    """The method with this id or in this file; or the end, with those that there are or what is wrong with it."""
    from methods.library import method

    if named.endswith(SUFFIX):
        reading = reading_of(Path(named), lang)
        return reading.method or stop("\n".join(_mistakes(Path(named), reading, lang)))
    try:
        return method(named)
    except KeyError as error:
        stop(str(error.args[0]), WRONG_CHOICE)


# --- Showing one ------------------------------------------------------------------------------------------


def show(
    method: str,
    *,
    toml: Annotated[bool, typer.Option("--toml", help="As a file to start your own method from.")] = False,
    lang: Lang = "nl",
    json_: AsJson = False,
) -> None:
    """One method: its steps, who acts in them, and what is asked."""
    recipe = method_of(method, lang)
    if toml:
        from methods.toml.writing import written

        typer.echo(written(recipe, lang), nl=False)
    elif json_:
        as_json(_shown(recipe, lang))
    else:
        typer.echo(_told(recipe, lang))


def _shown(recipe: Method, lang: Lang) -> dict[str, Any]:
    steps = [
        {
            "id": phase.id,
            "name": phase.name.to(lang),
            "kind": phase.kind.value,
            "who": phase.who.value,
            "prompt": _in(lang, phase.prompt),
            "fields": [field.label.to(lang) for field in phase.form.fields] if phase.form else [],
        }
        for phase in recipe.phases
    ]
    name, goal, fits = (text.to(lang) for text in (recipe.name, recipe.goal, recipe.fits))
    return {"id": recipe.id, "name": name, "goal": goal, "fits": fits, "phases": steps}


def _in(lang: Lang, text: Text) -> str:
    """The text with its holes, as it stands in the method."""
    return text.nl if lang == "nl" else text.en


def _told(recipe: Method, lang: Lang) -> str:
    lines = [text.to(lang) for text in (recipe.name, recipe.goal, recipe.fits)]
    for number, phase in enumerate(recipe.phases, start=1):
        lines += ["", f"{number}. {phase.name.to(lang)} ({phase.id}) · {_facts(phase, lang)}"]
        lines.append(f"   {_in(lang, phase.prompt)}")
        lines += [f"   - {field.label.to(lang)}" for field in phase.form.fields] if phase.form else []
    return "\n".join([*lines, "", *(f"[{source}]" for source in recipe.sources)])


def _facts(phase: Phase, lang: Lang) -> str:
    """Who acts, and for how long."""
    from methods.planning import minutes_of

    spoken, typed = (str(minutes_of(phase, talk, PEOPLE)) for talk in (Talk.SPOKEN, Talk.WRITTEN))
    minutes = WHEN_NEEDED.to(lang) if phase.only_if else MINUTES.to(lang, spoken=spoken, typed=typed)
    return f"{WHO[phase.who].to(lang)} · {minutes}"


# --- Checking a file --------------------------------------------------------------------------------------


def check(
    file: Annotated[Path, typer.Argument(help="The file with the method, in TOML.")],
    *,
    lang: Lang = "nl",
    json_: AsJson = False,
) -> None:
    """Name every mistake in a method file, with its place and what was expected; play it when there is none."""
    reading = reading_of(file, lang)
    trial = _tried(reading.method) if reading.method else None
    if json_:
        as_json(_checked(reading, trial, lang))
    else:
        typer.echo("\n".join(_lines(file, reading, trial, lang)))
    raise typer.Exit(0 if trial and trial.sound else 1)


def _tried(recipe: Method) -> "Trial":
    """How it goes when robots play it."""
    from bot.trial import games
    from methods.trying import Trial

    return Trial(recipe, tuple(games(recipe)))


def reading_of(file: Path, lang: Lang) -> "Reading":
    """What the file says, or the end with a sentence why it cannot be opened."""
    from methods.toml.reading import MOST_BYTES, read

    try:
        with file.open("rb") as opened:
            return read(opened.read(MOST_BYTES + 1))
    except FileNotFoundError:
        stop(NOT_THERE.to(lang, file=str(file)))
    except IsADirectoryError:
        stop(A_FOLDER.to(lang, file=str(file)))
    except OSError as error:
        stop(UNREADABLE.to(lang, file=str(file), reason=error.strerror or type(error).__name__))


def _checked(reading: "Reading", trial: "Trial | None", lang: Lang) -> dict[str, Any]:
    mistakes = [
        {
            "line": one.place.line if one.place else None,
            "column": one.place.column or None if one.place else None,
            "path": one.path,
            "message": one.text.to(lang),
        }
        for one in reading.mistakes
    ]
    remarks = [{"path": one.path, "message": one.text.to(lang)} for one in reading.remarks]
    ok = trial is not None and trial.sound
    return {
        "ok": ok,
        "mistakes": mistakes,
        "remarks": remarks,
        "trial": _trial(trial, lang) if trial else None,
    }


def _trial(trial: "Trial", lang: Lang) -> dict[str, Any]:
    from methods.trying import told

    aloud, typed = trial.length
    return {
        "games": len(trial.games),
        "ended": sum(game.ended for game in trial.games),
        "never": list(trial.never),
        "minutes": {"spoken": aloud, "written": typed},
        "message": told(trial).to(lang),
    }


def _lines(file: Path, reading: "Reading", trial: "Trial | None", lang: Lang) -> list[str]:
    if reading.method is not None and trial is not None:
        from methods.trying import told

        name, steps = reading.method.name.to(lang), str(len(reading.method.phases))
        from methods.library import all_methods

        ours = [OUR_OWN.to(lang, id=one.id) for one in all_methods() if one.id == reading.method.id]
        remarks = [REMARK.to(lang, said=one.told.to(lang)) for one in reading.remarks]
        fine = [FINE.to(lang, file=str(file), name=name, steps=steps)] if trial.sound else []
        return [*ours, *remarks, *fine, told(trial).to(lang)]
    return _mistakes(file, reading, lang)


def _mistakes(file: Path, reading: "Reading", lang: Lang) -> list[str]:
    number = len(reading.mistakes)
    count = ONE_MISTAKE if number == 1 else MISTAKES
    return [
        *(one.told.to(lang) for one in reading.mistakes),
        count.to(lang, file=str(file), number=str(number)),
    ]


# --- For editors ------------------------------------------------------------------------------------------


def schema(*, lang: Lang = "en") -> None:
    """The JSON Schema of a method file, for editors."""
    from methods.toml.schema import schema as made

    as_json(made(lang))
