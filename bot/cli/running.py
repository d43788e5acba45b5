"""`kring run` and `kring invite`."""

from typing import Annotated

import typer

from bot.cli.ending import AsJson, as_json, stop
from bot.cli.settled import settings


def run() -> None:
    """Run the bot with the settings of the environment or `.env`."""
    from bot.__main__ import run as serve

    raise typer.Exit(serve())


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

    secret = settings().discord_token
    first = secret.get_secret_value().split(".")[0] if secret else ""
    try:
        return int(urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except ValueError:
        stop("Give the application's id, or set KRING_DISCORD_TOKEN: kring invite 123456789012345678.")
