"""`kring demo`: opens the page, and says plainly when it cannot."""

import asyncio
import errno
import logging
import webbrowser
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.rehearsal.demo.stage import Programme

FEWEST, MOST = 3, 12
TRIES = 50
"""How many ports are tried to name one that is free."""


class Lang(StrEnum):
    """A language of the room."""

    nl = "nl"
    en = "en"


class Manner(StrEnum):
    """A way of talking."""

    spoken = "spoken"
    written = "written"


def demo(
    method: Annotated[str, typer.Option(help="Which method to play.")] = "bumpy",
    people: Annotated[int, typer.Option(min=FEWEST, max=MOST, help="How many people, you among them.")] = 6,
    lang: Annotated[Lang, typer.Option(help="Language of the meeting.")] = Lang.nl,
    talk: Annotated[Manner, typer.Option(help="Do people type or talk aloud?")] = Manner.written,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the page is served.")] = 8765,
    seed: Annotated[int, typer.Option(help="Another number, other robots.")] = 7,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,  # noqa: FBT002
) -> None:
    """Take part in a meeting here, in the browser, with robot people: no Discord, no token."""
    import structlog

    from methods.library import all_methods

    try:
        from bot.rehearsal.demo.stage import Programme
    except ModuleNotFoundError as error:
        typer.echo(
            f"The demo needs {error.name}, which the extra `demo` brings: pip install 'kring[demo]'.",
            err=True,
        )
        raise typer.Exit(1) from None

    known = sorted(one.id for one in all_methods())
    if method not in known:
        typer.echo(f"There is no method '{method}'. Choose one of: {', '.join(known)}.", err=True)
        raise typer.Exit(2)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    programme = Programme(method=method, people=people, language=lang.value, talk=talk.value, seed=seed)
    try:
        asyncio.run(serve(programme, port, browser=not no_open))
    except KeyboardInterrupt:
        typer.echo("\nTot ziens. · Goodbye.")
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        typer.echo(asyncio.run(_taken(port)), err=True)
        raise typer.Exit(1) from None


async def serve(programme: "Programme", port: int, *, browser: bool) -> None:
    """Serve the page until it is stopped."""
    from bot.rehearsal.demo.server import serving

    async with serving(programme, port) as (stage, address):
        typer.echo(f"Kring staat klaar op {address} · Kring is ready there. Ctrl-C: stop.")
        if browser:
            webbrowser.open(address)
        await stage.run()


async def _taken(port: int) -> str:
    """One sentence on what to do when somebody else has this port."""
    from bot.rehearsal.demo.server import HOST

    for other in range(port + 1, min(port + TRIES, 65536)):
        try:
            server = await asyncio.start_server(lambda *_: None, HOST, other)
        except OSError:
            continue
        server.close()
        await server.wait_closed()
        return f"Port {port} is in use on this machine. Port {other} is free: kring demo --port {other}"
    return f"Port {port} is in use on this machine. Give another one: kring demo --port NUMBER"
