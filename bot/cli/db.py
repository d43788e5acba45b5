"""`kring db`: looking after the database."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ending import UNAVAILABLE, AsJson, as_json, stop
from bot.cli.settled import settings

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.check import Checkup
    from storage.shelf import Shelf

app = typer.Typer(no_args_is_help=True, help="Looking after the database.")

FOUND = 1
"""The exit code when something is wrong with what is kept."""


@app.command()
def upgrade(*, json_: AsJson = False) -> None:
    """Make the database, or bring it up to date; what is there is backed up first."""
    from bot.__main__ import moment
    from bot.starting import brought_up_to_date
    from storage.migrate import newest

    with _one_sentence() as set_:
        made = asyncio.run(brought_up_to_date(set_, moment()))
    if json_:
        as_json({"revision": newest(), "backup": str(made.backup.file) if made else None})
        return
    if made:
        typer.echo(f"Backed up first, in {made.backup.file}.")
    typer.echo(f"The database is up to date ({newest()}).")


@app.command()
def backup(
    folder: Annotated[Path | None, typer.Argument(help="Where to keep it; else as set.")] = None,
    *,
    json_: AsJson = False,
) -> None:
    """Make a backup, also while Kring runs: encrypted, and checked after writing."""
    from bot.__main__ import moment
    from bot.starting import shelf_of
    from storage.backup import back_up

    with _one_sentence() as set_:
        made = back_up(set_.database_url, shelf_of(set_, folder), moment())
    file = made.backup.file
    if json_:
        size = file.stat().st_size
        as_json({"file": str(file), "bytes": size, "made": made.backup.label.made, **_told(made.checkup)})
    else:
        typer.echo(f"Kept in {file} ({made.backup.when}).")
        _tell(made.checkup)
    raise typer.Exit(FOUND if made.checkup.findings else 0)


@app.command()
def restore(
    file: Annotated[Path | None, typer.Argument(help="The backup; else the newest good one.")] = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Also when the database goes on after it, or it is not sound.")
    ] = False,
    json_: AsJson = False,
) -> None:
    """Put a backup back while Kring is stopped; the database that stood there is kept aside."""
    from bot.__main__ import moment
    from bot.starting import shelf_of
    from storage.restore import restore as put_back
    from storage.shelf import when

    with _one_sentence() as set_:
        place = shelf_of(set_)
        restored = put_back(set_.database_url, file or _newest(place), place.cipher, moment(), force=force)
    if json_:
        aside = str(restored.aside) if restored.aside else None
        as_json({"made": restored.label.made, "aside": aside, **_told(restored.checkup)})
        return
    typer.echo(f"The database is back as it was on {when(restored.label.made)}.")
    if restored.aside:
        typer.echo(f"What stood there is now {restored.aside}.")


def _newest(place: "Shelf") -> Path:
    found = place.newest()
    if found is None:
        stop(f"There is no good backup in {place.folder}.", UNAVAILABLE)
    return found.file


@app.command()
def check(
    file: Annotated[Path | None, typer.Argument(help="A backup to check; else the database.")] = None,
    *,
    json_: AsJson = False,
) -> None:
    """Look through the database, or a backup: file, key, and every row. It changes nothing."""
    from bot.starting import shelf_of
    from storage.check import check as look
    from storage.restore import look_through

    with _one_sentence() as set_:
        url, place = set_.database_url, shelf_of(set_)
        found = look_through(url, file, place.cipher) if file else asyncio.run(look(url, place.cipher))
    if json_:
        as_json(_told(found))
    else:
        _tell(found)
    raise typer.Exit(FOUND if found.findings or not found.up_to_date else 0)


def _told(checkup: "Checkup") -> dict[str, object]:
    return {
        "sound": not checkup.findings,
        "revision": checkup.revision,
        "up_to_date": checkup.up_to_date,
        "rows": checkup.rows,
        "findings": list(checkup.findings),
    }


def _tell(checkup: "Checkup") -> None:
    """Each finding on a line of its own; or that there is none."""
    for finding in checkup.findings:
        typer.echo(finding, err=True)
    if not checkup.findings and checkup.up_to_date:
        typer.echo(f"All is well: {sum(checkup.rows.values())} rows looked at.")
    elif not checkup.up_to_date and not checkup.findings:
        typer.echo("Nothing is wrong with the file; its rows can be read after `kring db upgrade`.", err=True)


@contextmanager
def _one_sentence() -> "Iterator[Settings]":
    """The settings, for work that ends in one sentence when the storage cannot do it."""
    from bot.starting import with_offer
    from storage.problems import StorageProblem

    set_ = settings()
    try:
        yield set_
    except StorageProblem as problem:
        stop(with_offer(problem, set_), UNAVAILABLE)
