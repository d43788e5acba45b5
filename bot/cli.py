"""The command `kring`. Each command imports what it needs: `kring --help` stays quick."""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer

from bot.rehearsal.demo.command import demo

Talk = Literal["spoken", "written"]
Lang = Literal["nl", "en"]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
WRONG_CHOICE = 2
"""As the command line itself has it: what was asked for cannot be."""

app = typer.Typer(
    name="kring", no_args_is_help=True, add_completion=False, help="Guides online intervision on Discord."
)
methods_app = typer.Typer(no_args_is_help=True, help="The library of methods.")
db_app = typer.Typer(no_args_is_help=True, help="Looking after the database.")
app.add_typer(methods_app, name="methods")
app.add_typer(db_app, name="db")
app.command()(demo)


def stop(sentence: str, code: int = 1) -> NoReturn:
    """One clear sentence, and an exit code that is not zero."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def as_json(result: object) -> None:
    """A result for a program."""
    typer.echo(json.dumps(result, indent=2, ensure_ascii=False))


# --- Running ------------------------------------------------------------------------------------------------


@app.command()
def run() -> None:
    """Run the bot with the settings of the environment or `.env`."""
    from bot.__main__ import run as serve

    raise typer.Exit(serve())


@app.command()
def invite(
    application: Annotated[int | None, typer.Argument(help="The application's id; else the token's.")] = None,
    *,
    json_: AsJson = False,
) -> None:
    """Print the link that adds Kring to a server, with exactly what it needs."""
    from bot.permissions import WORDS, invite_link

    number = application if application is not None else _application()
    link = invite_link(number)
    if json_:
        as_json({"link": link, "permissions": list(WORDS)})
    else:
        typer.echo(link)


def _application() -> int:
    """The application's id: Discord puts it at the beginning of a token."""
    from base64 import urlsafe_b64decode

    settings = _settings()
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    first = token.split(".")[0]
    try:
        return int(urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except ValueError:
        stop("Give the application's id, or set KRING_DISCORD_TOKEN: kring invite 123456789012345678.")


def _settings() -> Any:  # noqa: ANN401 - Settings, which is imported only here
    from pydantic import ValidationError

    from bot.settings import Settings, explain

    try:
        return Settings()
    except ValidationError as error:
        stop(explain(error), 78)


@db_app.command()
def upgrade(*, json_: AsJson = False) -> None:
    """Make the database, or bring it up to date."""
    from storage.migrate import newest
    from storage.migrate import upgrade as migrate
    from storage.problems import StorageProblem

    settings = _settings()
    try:
        asyncio.run(migrate(settings.database_url))
    except StorageProblem as problem:
        stop(str(problem), 69)
    if json_:
        as_json({"revision": newest()})
    else:
        typer.echo(f"The database is up to date ({newest()}).")


# --- The library --------------------------------------------------------------------------------------------


@methods_app.command("list")
def list_(*, lang: Lang = "nl", json_: AsJson = False) -> None:
    """Every method, with what it is for."""
    from methods.library import all_methods

    rows = [
        {"id": one.id, "name": one.name.to(lang), "goal": one.goal.to(lang), "rounds": one.rounds}
        for one in all_methods()
    ]
    if json_:
        as_json(rows)
    else:
        typer.echo("\n".join(f"{row['id']}: {row['name']}. {row['goal']}" for row in rows))


@methods_app.command()
def show(method: str, *, lang: Lang = "nl", json_: AsJson = False) -> None:
    """One method: its steps, who acts in them, and what is asked."""
    recipe = _method(method)
    steps = [
        {
            "id": phase.id,
            "name": phase.name.to(lang),
            "kind": phase.kind.value,
            "who": phase.who.value,
            "prompt": phase.prompt.nl if lang == "nl" else phase.prompt.en,  # with its holes
            "fields": [field.label.to(lang) for field in phase.form.fields] if phase.form else [],
        }
        for phase in recipe.phases
    ]
    name, goal, fits = (text.to(lang) for text in (recipe.name, recipe.goal, recipe.fits))
    if json_:
        as_json({"id": recipe.id, "name": name, "goal": goal, "fits": fits, "phases": steps})
        return
    typer.echo(f"{name}\n{goal}\n{fits}")
    for number, step in enumerate(steps, start=1):
        typer.echo(f"\n{number}. {step['name']} ({step['id']})\n   {step['prompt']}")
        for field in step["fields"]:
            typer.echo(f"   - {field}")


@methods_app.command()
def plan(
    method: str,
    *,
    people: Annotated[int, typer.Option(min=3, max=8, help="People in the biggest group.")] = 6,
    minutes: Annotated[int | None, typer.Option(help="Minutes of the whole meeting.")] = None,
    talk: Talk = "spoken",
    lang: Lang = "nl",
    json_: AsJson = False,
) -> None:
    """How long an evening takes, step by step, and what gives way when it is too full."""
    from methods.engine.model import Talk as Way
    from methods.planning import plan as planned

    found = planned(_method(method), people, minutes, Way(talk))
    steps = [*found.plenary[:3], *found.script, *found.plenary[4:]]
    notice = found.notice.to(lang) if found.notice else None
    if json_:
        rows = [{"id": s.phase.id, "round": s.round, "minutes": s.minutes} for s in steps]
        result = {"minutes": found.minutes, "total": found.total, "fits": found.fits, "notice": notice}
        as_json({**result, "phases": rows})
        return
    for step in steps:
        typer.echo(f"{step.minutes:>4}  {step.phase.name.to(lang)}")
    typer.echo(f"{found.total:>4}  / {found.minutes}")
    if notice:
        typer.echo(notice)


def _method(method_id: str) -> Any:  # noqa: ANN401 - Method, which is imported only here
    from methods.library import method

    try:
        return method(method_id)
    except KeyError as error:
        stop(str(error.args[0]), WRONG_CHOICE)


# --- Rehearsing ---------------------------------------------------------------------------------------------


@app.command()
def rehearse(
    *,
    method: Annotated[str, typer.Option(help="The method; `kring methods list` names them.")] = "bumpy",
    people: Annotated[int, typer.Option(help="How many people take part, 3 to 40.")] = 12,
    minutes: Annotated[
        int | None, typer.Option(help="Minutes of the whole meeting; else what it takes.")
    ] = None,
    talk: Talk = "spoken",
    lang: Lang = "nl",
    seed: Annotated[int, typer.Option(help="The same seed gives the same evening.")] = 7,
    until: Annotated[str | None, typer.Option(help="End when everybody has come to this phase.")] = None,
    out: Annotated[Path | None, typer.Option(help="Keep transcript, summary and requests here.")] = None,
    json_: AsJson = False,
) -> None:
    """Play a whole meeting with robot people in a simulated Discord, in virtual time. Needs no token."""
    try:
        from bot.rehearsal.commanding import Outcome, rehearsed
        from bot.rehearsal.rehearsal import Script, Unfit
    except ModuleNotFoundError as error:
        stop(f"A rehearsal needs {error.name}, which the extra `demo` brings: pip install 'kring[demo]'.")

    script = Script(
        method=method, people=people, minutes=minutes, talk=talk, language=lang, seed=seed, until=until
    )
    try:
        script = script.checked()
    except Unfit as reason:
        stop(str(reason), WRONG_CHOICE)
    if out is not None:
        _write({}, out)  # now, and not after all that work
    outcome: Outcome = asyncio.run(rehearsed(script, quiet=json_, keep=out is not None))
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


def main() -> None:
    """Where `kring` begins."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
