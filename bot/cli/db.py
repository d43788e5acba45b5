"""`kring db`: looking after the database."""

import asyncio

import typer

from bot.cli.ending import UNAVAILABLE, AsJson, as_json, stop
from bot.cli.settled import settings

app = typer.Typer(no_args_is_help=True, help="Looking after the database.")


@app.command()
def upgrade(*, json_: AsJson = False) -> None:
    """Make the database, or bring it up to date."""
    from storage.migrate import newest
    from storage.migrate import upgrade as migrate
    from storage.problems import StorageProblem

    try:
        asyncio.run(migrate(settings().database_url))
    except StorageProblem as problem:
        stop(str(problem), UNAVAILABLE)
    if json_:
        as_json({"revision": newest()})
    else:
        typer.echo(f"The database is up to date ({newest()}).")
