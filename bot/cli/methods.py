"""`kring methods`: the library of methods."""

from typing import Annotated

import typer

from bot.cli.ending import AsJson, Lang, Talk, as_json
from bot.cli.method_files import check, method_of, show

app = typer.Typer(no_args_is_help=True, help="The library of methods.")
app.command()(show)
app.command()(check)


@app.command("list")
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


@app.command()
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

    found = planned(method_of(method), people, minutes, Way(talk))
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
