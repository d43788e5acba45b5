"""How a command ends: with a result, for people or for a program, or with one sentence and an exit code."""

import json
from typing import Annotated, Literal, NoReturn

import typer

Talk = Literal["spoken", "written"]
Lang = Literal["nl", "en"]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]

WRONG_CHOICE = 2
"""As the command line itself has it: what was asked for cannot be."""
UNAVAILABLE = 69
"""As sysexits.h has it: what is needed cannot be used."""
WRONG_SETTINGS = 78


def stop(sentence: str, code: int = 1) -> NoReturn:
    """One clear sentence, and an exit code that is not zero."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def as_json(result: object) -> None:
    """A result for a program."""
    typer.echo(json.dumps(result, indent=2, ensure_ascii=False))
