"""The composition root: settings, store, clock, bot. The only place with the wall clock.

Start-up errors become one sentence and an exit code; nothing that a person can mend ends in a traceback.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

import aiohttp
import discord
import yarl
from discord import gateway
from discord.http import Route
from pydantic import ValidationError

from bot.alarm import bind_clock
from bot.backups import Backups
from bot.client import Kring
from bot.clock import Clock, FastClock, WallClock
from bot.logs import configure
from bot.settings import Settings, explain
from bot.starting import brought_up_to_date, shelf_of, with_offer
from storage.alone import alone
from storage.backup import clear
from storage.database import file_of
from storage.problems import StorageProblem
from storage.servers import ServerSettings
from storage.shelf import Shelf
from storage.store import Store

WRONG_SETTINGS = 78
"""As sysexits.h has it: something is configured wrongly."""
UNAVAILABLE = 69
NO_TOKEN = "KRING_DISCORD_TOKEN is not set: put the bot's token in the environment or in .env."  # noqa: S105 - a sentence


@contextmanager
def pointed_at(settings: Settings) -> Iterator[None]:
    """Talk to a proxy, or a stand-in, instead of Discord itself where the settings say so."""
    saved = Route.BASE, gateway.DiscordWebSocket.DEFAULT_GATEWAY
    if settings.discord_api_url:
        Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)
    try:
        yield
    finally:
        Route.BASE, gateway.DiscordWebSocket.DEFAULT_GATEWAY = saved


def alone_on(settings: Settings) -> AbstractContextManager[None]:
    """No second Kring on this database; a PostgreSQL server is shared by shard."""
    file = file_of(settings.database_url)
    return nullcontext() if file is None else alone(file)


def clock_of(settings: Settings) -> Clock:
    """The one clock of all parts of Kring: the wall's, or in tests one that runs faster."""
    wall = WallClock(time.time)
    return wall if settings.time_scale is None else FastClock(wall, *settings.time_scale)


async def serve(settings: Settings, token: str, clock: Clock) -> None:
    """Open the store and run the bot until it is stopped."""
    shelf = shelf_of(settings)
    await brought_up_to_date(settings, moment())
    store = await Store.open(settings.database_url, shelf.cipher, lambda: int(clock.now()))
    store.unset = ServerSettings(language=settings.language)
    client = Kring(
        store,
        clock,
        rate=settings.requests_per_second,
        shard_count=settings.shard_count,
        backups=backups_of(settings, shelf, clock),
    )
    async with client:
        await client.start(token)


def backups_of(settings: Settings, shelf: Shelf, clock: Clock) -> Backups | None:
    """Who makes the backups; nobody where they are switched off, or the database is PostgreSQL."""
    file = file_of(settings.database_url)
    if file is None or not settings.backup_hours:
        return None
    clear(file.parent, shelf)
    return Backups(
        settings.database_url, shelf, clock, hours=settings.backup_hours, keep=settings.backup_keep
    )


def moment() -> int:
    """The moment it is, in seconds since 1970 (UTC), for a command that looks once."""
    return int(time.time())


def run() -> int:
    """Run Kring; the exit code."""
    try:
        settings = Settings()
    except ValidationError as error:
        return _stop(explain(error), WRONG_SETTINGS)
    if settings.discord_token is None:
        return _stop(NO_TOKEN, WRONG_SETTINGS)
    configure(settings.log_level)
    try:
        clock = clock_of(settings)
        with pointed_at(settings), bind_clock(clock), alone_on(settings):
            asyncio.run(serve(settings, settings.discord_token.get_secret_value(), clock))
    except KeyboardInterrupt:
        return 0
    except StorageProblem as problem:
        return _stop(with_offer(problem, settings), UNAVAILABLE)
    except discord.LoginFailure:
        return _stop("Discord does not accept the token in KRING_DISCORD_TOKEN.", WRONG_SETTINGS)
    except discord.HTTPException as error:
        return _stop(f"Discord does not let Kring in ({error.status}/{error.code}).", UNAVAILABLE)
    except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
        return _stop(f"Discord cannot be reached ({type(error).__name__}).", UNAVAILABLE)
    return 0


def _stop(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


if __name__ == "__main__":
    sys.exit(run())
