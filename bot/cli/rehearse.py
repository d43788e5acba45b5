"""`kring rehearse`: a whole meeting with robot people."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.ending import WRONG_CHOICE, AsJson, Lang, Talk, as_json, stop
from bot.cli.method_files import SUFFIX, method_of
from methods.engine.model import Method


def rehearse(
    *,
    method: Annotated[
        str, typer.Option(help="The method: one that `kring methods list` names, or your own FILE.toml.")
    ] = "bumpy",
    people: Annotated[int, typer.Option(help="How many people take part, 3 to 240.")] = 12,
    minutes: Annotated[
        int | None, typer.Option(help="Minutes of the whole meeting; else what it takes.")
    ] = None,
    talk: Talk = "spoken",
    lang: Lang = "nl",
    seed: Annotated[int, typer.Option(help="The same seed gives the same evening.")] = 7,
    until: Annotated[str | None, typer.Option(help="End when everybody has come to this phase.")] = None,
    trouble: Annotated[
        bool, typer.Option(help="Let people come late, leave, fall silent, stop and call for help.")
    ] = False,
    rooms: Annotated[
        int | None,
        typer.Option(
            help="Measure what conducting so many rooms costs, once people have begun to write.",
            min=1,
            max=200,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Keep transcript, an evening as it is heard, summary and requests here."),
    ] = None,
    json_: AsJson = False,
) -> None:
    """Play a whole meeting with robot people in a simulated Discord, in virtual time. Needs no token."""
    try:
        from bot.rehearsal.commanding import Outcome, conducted, rehearsed
        from bot.rehearsal.rehearsal import Script, Unfit
    except ModuleNotFoundError as error:
        stop(f"A rehearsal needs {error.name}, which the extra `demo` brings: pip install 'kring[demo]'.")

    recipe = method_of(method, lang) if method.endswith(SUFFIX) else None
    own = renamed(recipe) if recipe else None
    script = Script(
        method=own.id if own else method,
        people=people,
        minutes=minutes,
        talk=talk,
        language=lang,
        seed=seed,
        until=until,
        trouble=trouble,
        own=own,
    )
    try:
        script = script.checked()
    except Unfit as reason:
        stop(str(reason), WRONG_CHOICE)
    if out is not None:
        _write({}, out)  # now, and not after all that work
    outcome: Outcome = asyncio.run(
        rehearsed(script, quiet=json_, keep=out is not None)
        if rooms is None
        else conducted(script, rooms, quiet=json_)
    )
    if out is not None:
        _write(outcome.files, out)
        typer.echo(f"Kept in {out}: {', '.join(outcome.files)}.", err=True)
    if json_:
        as_json(outcome.summary)
    for problem in outcome.problems:
        typer.echo(problem, err=True)
    raise typer.Exit(1 if outcome.problems else 0)


def _write(files: Mapping[str, str], folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        stop(f"{folder} cannot be written to: {error.strerror}.")


def renamed(recipe: Method) -> Method:
    """The method under a short name that is not one of Kring's own: a server would not take that."""
    from methods.editing.copying import free_id
    from methods.library import all_methods

    ours = {one.id for one in all_methods()}
    return replace(recipe, id=free_id(recipe.id, ours)) if recipe.id in ours else recipe
