"""The command `kring`."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="kring", no_args_is_help=True, add_completion=False, help="Guides online intervision on Discord."
)


@app.command()
def rehearse(
    method: str = "bumpy",
    people: int = 12,
    minutes: int | None = None,
    talk: str = "spoken",
    lang: str = "nl",
    seed: int = 7,
    until: str | None = None,
    out: Path | None = None,
    json_: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Play a whole meeting with robot people, in simulated time."""
    from bot.rehearsal.rehearsal import Script, rehearsal
    from bot.rehearsal.summary import summary

    async def go():
        async with rehearsal(
            Script(
                method=method,
                people=people,
                minutes=minutes,
                talk=talk,
                language=lang,
                seed=seed,
                until=until,
            )
        ) as r:
            await r.play()
            s = await summary(r)
            await r.clear_away()
            print(json.dumps(s, indent=1))
            for x in r.robots:
                for y in x.notes.surprises:
                    print(y)
            print(r.world.env.guild.channels.keys(), r.world.env.errors)

    asyncio.run(go())


def main() -> None:
    app()


@app.command()
def run() -> None:
    """Run."""
