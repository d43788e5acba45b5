"""The command `kring`: one module for each family of commands, joined here.

Each command imports what it needs: `kring --help` stays quick, and the extra `demo` stays optional.
"""

import sys

import typer

from bot.cli import checking, db, methods
from bot.cli.rehearse import rehearse
from bot.cli.running import invite, run
from bot.rehearsal.demo.command import demo

app = typer.Typer(
    name="kring", no_args_is_help=True, add_completion=False, help="Guides online intervision on Discord."
)
app.command()(run)
app.command()(invite)
app.command()(demo)
app.command()(rehearse)
app.add_typer(methods.app, name="methods")
app.add_typer(db.app, name="db")
app.add_typer(checking.app, name="check")


def main() -> None:
    """Where `kring` begins."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
