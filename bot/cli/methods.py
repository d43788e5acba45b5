"""`kring methods`: the library of methods."""

import typer

from bot.cli.choosing import which
from bot.cli.method_files import check, schema, show
from bot.cli.planned import list_, plan

app = typer.Typer(no_args_is_help=True, help="The library of methods.")
app.command()(show)
app.command()(check)
app.command()(schema)
app.command("list")(list_)
app.command()(plan)
app.command()(which)
