"""A whole Discord server in this process, with people, moderators, time, and Kring on a database of its own.

The simulation is SimCord's; what it does not do by itself is here: least permissions, people's languages,
simulated time for everything, and a second Kring on the same database after a restart.
"""

from collections import ChainMap
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.alarm import bind_clock
from bot.client import Kring
from bot.outbox import SURE
from bot.permissions import NEEDED
from bot.rehearsal.clients import Client
from bot.rehearsal.recording import Recorder
from bot.rehearsal.virtual import SimulatedClock, hold_still, in_one_order
from bot.rehearsal.words import Language, crowd
from storage.keys import load_key, new_key
from storage.migrate import upgrade
from storage.store import Store

OPENS = datetime(2027, 1, 14, 12, 40, tzinfo=UTC)
"""When the people of a rehearsal begin to arrive: a Thursday afternoon, in Europe."""
PATIENCE = 30
"""Real seconds within which Kring must come to rest after an act, for every dozen people."""
DOZEN = 12
LOCALES: Mapping[Language, str] = {"nl": "nl", "en": "en-GB"}
COORDINATOR, MODERATOR = "Hester", "Machteld"
ROLE, CATEGORY = "Moderatoren", "Kring"
BOARDS: Mapping[Language, str] = {"nl": "moderatoren", "en": "moderators"}
"""The moderators' channel."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server, and the clients of those who come there."""

    guild: simcord.GuildHandle
    coordinator: Client
    moderator: Client
    people: Mapping[str, Client]


class World:
    """A server with people on it, or several, and Kring. Make it with `open_world`."""

    def __init__(self, database: str, language: Language) -> None:
        self._database = database
        self._key = new_key()
        self._language = language
        self.clock = SimulatedClock()
        self.recorder = Recorder(self.clock)
        self.servers: list[Server] = []
        self.restarts = 0
        self.env: simcord.Env
        self.kring: Kring

    @property
    def board(self) -> str:
        """The name of the moderators' channel."""
        return BOARDS[self._language]

    @property
    def coordinator(self) -> Client:
        """Whose server it is; with several servers, the first."""
        return self.servers[0].coordinator

    @property
    def moderator(self) -> Client:
        """Who moderates; with several servers, on the first."""
        return self.servers[0].moderator

    @property
    def people(self) -> Mapping[str, Client]:
        """Everybody who takes part, by name."""
        return ChainMap(*(dict(server.people) for server in self.servers))

    async def kring_anew(self) -> Kring:
        """A Kring that remembers nothing but what is in the database."""
        cipher = load_key(self._key, Path())
        store = await Store.open(self._database, cipher, lambda: int(self.clock.now()))
        return Kring(store, self.clock, shard_count=1)

    async def start(self, names: Sequence[str]) -> None:
        """Let Kring and the people come in."""
        env = self.env
        env.backend.advance_clock((OPENS - env.now()).total_seconds())
        env.backend.bot_user.name = "Kring"
        self.recorder.attach(env, self._local)
        await env.start()
        await self.add_server(names)

    async def add_server(self, names: Sequence[str]) -> Server:
        """A server more, with these people on it and a moderator and a coordinator of its own."""
        env, number = self.env, len(self.servers)
        behind = str(number or "")
        owner = env.create_user(f"hester{behind}", global_name=COORDINATOR)
        guild = env.create_guild(f"VIS-à-VIS{behind}", owner=owner)
        env.backend.edit_role(guild.id, guild.roles["Kring"].id, {"permissions": NEEDED.value})
        role = guild.create_role(ROLE)
        guild.create_category(CATEGORY)
        hidden = discord.PermissionOverwrite(view_channel=False)
        shown = discord.PermissionOverwrite(view_channel=True)
        guild.create_text_channel(
            self.board, overwrites={guild.default_role: hidden, role: shown, guild.roles["Kring"]: shown}
        )
        guild.create_text_channel("algemeen" if self._language == "nl" else "general")
        coordinator = Client(env, simcord.MemberActor(env, guild, owner), COORDINATOR)
        moderator = self._member(guild, MODERATOR, [role], behind)
        people = {name: self._member(guild, name) for name in names}
        self.servers.append(Server(guild, coordinator, moderator, people))
        await env.settle()
        return self.servers[-1]

    def _member(
        self,
        guild: simcord.GuildHandle,
        name: str,
        roles: Sequence[simcord.RoleHandle] = (),
        behind: str = "",
    ) -> Client:
        user = self.env.create_user(name.lower() + behind, global_name=name)
        return Client(self.env, guild.add_member(user, roles=roles), name)

    def _local(self, payload: dict[str, Any]) -> None:
        """Everybody's Discord is in the language of the rehearsal; the simulation only knows American."""
        payload["locale"] = LOCALES[self._language]

    def open_commands(self) -> None:
        """What a server's owner does in Discord's settings: the moderators' role may use `/moderator`."""
        commands = self.env.backend.commands[None].values()
        number = next(int(one["id"]) for one in commands if one["name"] == "moderator")
        for guild in (server.guild for server in self.servers):
            guild.set_command_permissions(number, {guild.roles[ROLE]: True})

    async def pass_time(self, seconds: float) -> None:
        """Let so much time pass, with everything that happens in it."""
        await self.env.advance_time(seconds)

    async def leap(self, seconds: float) -> None:
        """Let much time pass at once, as when the machine slept, and then as much as deleting waits after that."""
        self.env.backend.advance_clock(seconds)
        for _ in range(6):
            await self.env.advance_time(10)
        await self.env.advance_time(SURE)

    async def restart(self) -> None:
        """Let Kring go down where it stands, and a new one come up on the same database."""
        await self.env.settle()
        fresh, old = await self.kring_anew(), self.kring
        await self.env.restart_bot(fresh)
        self.kring = fresh
        self.restarts += 1
        await old.store.close()

    @property
    def store(self) -> Store:
        """What Kring keeps; for whoever reports on the rehearsal, never for the robots."""
        return self.kring.store


@asynccontextmanager
async def open_world(
    folder: Path, language: Language, count: int, *, expected: int = 0
) -> AsyncIterator[World]:
    """A world with so many people, on a database in this folder; at the end it is taken down.

    `expected`: how many there will be, with those on servers that are added later.
    """
    world = World(f"sqlite+aiosqlite:///{folder / 'rehearsal.db'}", language)
    async with AsyncExitStack() as stack:
        stack.enter_context(in_one_order())
        await upgrade(world._database)  # noqa: SLF001 - its own maker
        stack.enter_context(bind_clock(world.clock))
        # Kring needs the clock, and the clock the simulation, which needs Kring.
        waiting = discord.Client(intents=discord.Intents(guilds=True))
        world.env = world.clock.env = simcord.Env(
            waiting, settle_timeout=PATIENCE * ceil(max(count, expected, 1) / DOZEN)
        )
        world.kring = world.env.bot = await world.kring_anew()
        hold_still(world.env)
        stack.push_async_callback(_take_down, world)
        await world.start([persona.name for persona in crowd()[:count]])
        with world.env.time_context():
            yield world


async def _take_down(world: World) -> None:
    await world.env.shutdown()
    await world.store.close()
