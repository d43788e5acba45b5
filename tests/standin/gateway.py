"""The gateway: sessions of the bot, what they are told, and resuming where one was cut off."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

import aiohttp
from aiohttp import web

from tests.standin import payloads
from tests.standin.world import Json, World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
LONGEST = 4096
"""Bytes of one message from a client."""
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
NEEDS = {"CHANNEL": 1 << 0, "MESSAGE": 1 << 9}
"""Which intent an event needs, by the first word of its name; others come without."""
HEARTBEAT_EVERY = 41_250
REMEMBERED = 5
"""Sessions without a socket that can still be resumed."""


@dataclass(eq=False)
class Session:
    """One session of the bot. It outlives its socket: what it has not heard it hears after resuming."""

    id: str
    intents: int
    sent: list[str] = field(default_factory=list)
    """Every event, in order; the first has number 1."""
    socket: web.WebSocketResponse | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def live(self) -> bool:
        return self.socket is not None and not self.socket.closed

    def tell(self, event: str, payload: Json) -> None:
        """Say it now, or when it comes back."""
        said = {"op": DISPATCH, "t": event, "s": len(self.sent) + 1, "d": payload}
        self.sent.append(json.dumps(said))
        self.news.set()

    async def write_to(self, socket: web.WebSocketResponse, heard: int) -> None:
        """Send all it has not heard, and what follows, for as long as this is its socket."""
        with suppress(ConnectionError, aiohttp.ClientError):
            while self.socket is socket:
                while heard < len(self.sent) and self.socket is socket:
                    await socket.send_str(self.sent[heard])
                    heard += 1
                self.news.clear()
                await self.news.wait()


class Gateway:
    """All sessions of the one bot there is."""

    def __init__(self, world: World, token: str, lost: Callable[[], None]) -> None:
        """`lost` is called when the last socket of the bot has gone."""
        self._world = world
        self._token = token
        self._lost = lost
        self.address = ""
        self.sessions: list[Session] = []
        self.refuse_resuming = False
        """The next client that wants to resume has to begin anew."""
        self.opened: list[str] = []
        """How each socket began, in order: `identify`, `resume`, `invalid`."""
        self._numbers = count(1)
        self._joined = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def live(self) -> list[Session]:
        """The sessions that hear what is said now."""
        return [one for one in self.sessions if one.live]

    async def listened_to(self, sockets: int) -> None:
        """Return when so many sessions hear what is said."""
        while len(self.live) < sockets:
            self._joined.clear()
            await self._joined.wait()

    def emit(self, event: str, payload: Json) -> None:
        """Tell every session that asked for this."""
        needed = NEEDS.get(event.partition("_")[0], 0)
        for session in self.sessions:
            if session.intents & needed == needed:
                session.tell(event, payload)

    async def drop(self, code: int = 0) -> None:
        """Cut every socket: with a code in good order, without one as when a cable is pulled out."""
        for session in self.live:
            socket = session.socket
            assert socket is not None
            self._let_go(session, gone=False)
            request = socket._req
            if code:
                await socket.close(code=code)
            elif request is not None and request.transport is not None:
                request.transport.abort()

    async def ask_back(self) -> None:
        """Ask every client to come back in a new socket."""
        for session in self.live:
            assert session.socket is not None
            await session.socket.send_str(json.dumps({"op": RECONNECT, "d": None}))

    # --- One socket ---------------------------------------------------------------------------------------

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """A client comes in."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_str(json.dumps({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_EVERY}}))
        session: Session | None = None
        try:
            async for came in socket:
                if came.type is not aiohttp.WSMsgType.TEXT:
                    break
                if len(came.data) > LONGEST:
                    await socket.close(code=4002)
                    break
                session = await self._hear(socket, json.loads(came.data)) or session
        finally:
            if session is not None and session.socket is socket:
                self._let_go(session)
        return socket

    def _let_go(self, session: Session, *, gone: bool = True) -> None:
        """This socket is no more. `gone`: and the bot with it; else it may come back in time for who waits."""
        session.socket = None
        session.news.set()
        silent = [one for one in self.sessions if not one.live]
        for old in silent[:-REMEMBERED]:
            self.sessions.remove(old)
        if gone and not self.live:
            self._lost()

    async def _hear(self, socket: web.WebSocketResponse, said: Json) -> Session | None:
        match said["op"]:
            case 1:
                await socket.send_str(json.dumps({"op": ACK}))
            case 2:
                return await self._identify(socket, said["d"])
            case 6:
                return await self._resume(socket, said["d"])
            case 8:
                self._bring_members(socket, said["d"])
            case _:
                pass
        return None

    def _bring_members(self, socket: web.WebSocketResponse, said: Json) -> None:
        """Those of these people who are there; of the others only that they are not."""
        guild = self._world.guilds.get(int(said["guild_id"]))
        asked = [int(who) for who in said.get("user_ids") or []]
        session = next((one for one in self.live if one.socket is socket), None)
        if guild is None or session is None:
            return
        found = [self._world.people[who] for who in asked if who in guild.members]
        chunk = {
            "guild_id": str(guild.id),
            "members": [payloads.member(guild, one) for one in found[: said["limit"]]],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [str(who) for who in asked if who not in guild.members],
        }
        session.tell("GUILD_MEMBERS_CHUNK", {**chunk, "nonce": said["nonce"]} if "nonce" in said else chunk)

    async def _identify(self, socket: web.WebSocketResponse, said: Json) -> Session | None:
        wrong = 4004 if said["token"] != self._token else 4014 if said["intents"] & PRIVILEGED else 0
        if wrong:
            await socket.close(code=wrong)
            return None
        self.opened.append("identify")
        shard = said.get("shard", [0, 1])
        session = Session(f"session-{next(self._numbers)}", said["intents"])
        session.tell("READY", payloads.ready(self._world, session.id, shard, self.address))
        for guild in self._world.guilds.values():
            if (guild.id >> 22) % shard[1] == shard[0]:
                session.tell("GUILD_CREATE", payloads.guild_create(self._world, guild))
        self.sessions.append(session)
        self._join(session, socket, 0)
        return session

    async def _resume(self, socket: web.WebSocketResponse, said: Json) -> Session | None:
        session = next((one for one in self.sessions if one.id == said["session_id"]), None)
        if session is None or self.refuse_resuming or said["token"] != self._token:
            self.refuse_resuming = False
            self.opened.append("invalid")
            self.sessions = [one for one in self.sessions if one is not session]
            await socket.send_str(json.dumps({"op": INVALID, "d": False}))
            return None
        self.opened.append("resume")
        session.tell("RESUMED", {})
        self._join(session, socket, said["seq"])
        return session

    def _join(self, session: Session, socket: web.WebSocketResponse, heard: int) -> None:
        session.socket = socket
        self._joined.set()
        task = asyncio.get_running_loop().create_task(session.write_to(socket, heard))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
