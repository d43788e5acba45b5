"""A small world for stories: a simulated server with Kring, a moderator and people, one act at a time."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Self

import discord
import simcord
import structlog
from simcord.actors import _component_interaction, _dispatch_actor_interaction
from simcord.backend.serializers import guild_create_payload
from simcord.enums import InteractionType

from bot.alarm import bind_clock
from bot.client import Kring
from bot.custom_id import Press, parse
from bot.permissions import NEEDED
from bot.rehearsal.virtual import SimulatedClock, hold_still, in_one_order
from methods.engine.state import MeetingId, Session, SessionId
from methods.engine.text import Language, Text
from methods.meeting import Meeting
from storage import database
from storage.migrate import upgrade
from storage.problems import StorageProblem
from storage.store import Store
from storage.transaction import Transaction
from storage.words import Cipher

Actor = simcord.MemberActor
Channel = simcord.ChannelHandle
KEY = b"s" * 32
COMPILED: dict[object, object] = {}
DOUBLE_CLICK = 3
"""Seconds that pass before a press, so that it is nobody's double click."""


# --- What somebody sees ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """A list to choose from, as it stands on a screen."""

    custom_id: str
    options: Mapping[str, str]
    chosen: tuple[str, ...]
    at_least: int
    at_most: int


@dataclass(frozen=True)
class Shown:
    """A message as it stands on a screen."""

    text: str
    buttons: Mapping[str, str]
    """Custom ids by action; of two with one action the last."""
    labels: tuple[str, ...]
    choices: Mapping[str, Choice]
    message: Any = field(repr=False)
    """What the library takes for this message."""

    @property
    def ids(self) -> list[str]:
        return [*self.buttons.values(), *(choice.custom_id for choice in self.choices.values())]


def shown(message: Any) -> Shown:  # noqa: ANN401 - a message or an answer of the library
    """Read a message of Discord's parts."""
    texts, buttons, labels, choices = [], {}, [], {}
    for part in walk([_raw(one) for one in message.components]):
        custom_id = part.get("custom_id", "")
        press = parse(custom_id)
        name = press.action if press else custom_id
        if part.get("type") == 10:
            texts.append(part["content"])
        elif "options" in part or part.get("type") == 5:
            options = part.get("options") or []
            choices[name] = Choice(
                custom_id,
                {one["value"]: one["label"] for one in options},
                tuple(one["value"] for one in options if one.get("default")),
                part.get("min_values", 1),
                part.get("max_values", 1),
            )
        elif custom_id:
            buttons[name] = custom_id
            labels.append(part.get("label", ""))
    return Shown("\n".join(texts), buttons, tuple(labels), choices, message)


def walk(parts: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """All parts of a message or form, from top to bottom."""
    for part in parts:
        yield part
        yield from walk(part.get("components") or [])
        if part.get("component"):
            yield from walk([part["component"]])


def _raw(part: Any) -> Mapping[str, Any]:  # noqa: ANN401 - the library's part, or its payload
    found: Mapping[str, Any] = part if isinstance(part, dict) else part.to_dict()
    return found


class Answer:
    """All that followed on one act, for whoever did it."""

    def __init__(self, result: simcord.InteractionResult) -> None:
        self.result = result

    @property
    def messages(self) -> list[Shown]:
        first = [self.result.response] if self.result.response else []
        return [shown(one) for one in [*first, *self.result.followups]]

    @property
    def private(self) -> list[Shown]:
        """What only this person sees."""
        return [one for one in self.messages if one.message.flags.ephemeral]

    @property
    def text(self) -> str:
        """All that this person was told privately."""
        return "\n".join(one.text for one in self.private)

    @property
    def card(self) -> Shown:
        """The last private message."""
        return self.private[-1]

    @property
    def form(self) -> Mapping[str, Any]:
        """The form that came up."""
        found = self.result.modal
        assert found is not None, f"no form came up, but: {self.text}"
        return found

    @property
    def questions(self) -> list[Mapping[str, Any]]:
        """The form's fields, in order."""
        return [part for part in walk(self.form["components"]) if "custom_id" in part]


# --- What can go wrong by itself ---------------------------------------------------------------------------


class Watch(SimulatedClock):
    """The simulated clock, which somebody may have set forward or back."""

    offset = 0.0

    def now(self) -> float:
        return super().now() + self.offset


class Disk(Store):
    """A store whose writes can be slow or fail."""

    delay = 0.0
    broken = False
    commits = 0

    @classmethod
    async def open(cls, url: str, cipher: Cipher, clock: Callable[[], int]) -> Self:
        """As any store, but quick: no power is cut in a story, and statements are compiled once for all worlds."""
        store = await super().open(url, cipher, clock)
        async with store._writer.connect() as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            assert raw is not None
            await raw.execute("PRAGMA synchronous = OFF")
        store._writer = store._writer.execution_options(compiled_cache=COMPILED)
        store._reader = store._reader.execution_options(compiled_cache=COMPILED)
        return store

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        if self.broken:
            raise StorageProblem("There is no room left on the disk for the database.")
        if self.delay:
            await asyncio.sleep(self.delay)
        async with super().transaction() as change:
            yield change
        self.commits += 1


# --- The world ---------------------------------------------------------------------------------------------


@dataclass(eq=False)
class World:
    """A server with people on it, and Kring."""

    folder: Path
    locale: str = "nl"
    clock: Watch = field(default_factory=Watch)
    people: list[Actor] = field(default_factory=list)
    env: simcord.Env = field(init=False)
    kring: Kring = field(init=False)
    guild: simcord.GuildHandle = field(init=False)
    lounge: Channel = field(init=False)
    board: Channel = field(init=False)
    moderator: Actor = field(init=False)
    meeting_id: MeetingId = field(init=False)

    @property
    def language(self) -> Language:
        return "en" if self.locale.startswith("en") else "nl"

    @property
    def url(self) -> str:
        return f"sqlite+aiosqlite:///{self.folder / 'kring.db'}"

    @property
    def store(self) -> Disk:
        store = self.kring.store
        assert isinstance(store, Disk)
        return store

    async def fresh(self, version: type[Kring] = Kring) -> Kring:
        """A Kring that knows only what is in the database."""
        store = await Disk.open(self.url, Cipher(KEY), lambda: int(self.clock.now()))
        return version(store, self.clock, shard_count=1)

    async def start(self, count: int) -> None:
        """Let Kring and the people come in."""
        self.env.backend.bot_user.name = "Kring"
        emit = self.env.backend.emit

        def local(event: str, payload: Mapping[str, Any]) -> None:
            mine = {"locale": self.locale} if event == "INTERACTION_CREATE" else {}
            emit(event, {**payload, **mine})

        self.env.backend.emit = local  # type: ignore[method-assign]
        self.guild = self.env.create_guild("School", owner=self.env.create_user("owner"))
        await self.env.start()
        self.env.backend.edit_role(self.guild.id, self.guild.roles["Kring"].id, {"permissions": NEEDED.value})
        self.lounge = self.guild.create_text_channel("algemeen")
        self.board = self.guild.create_text_channel("moderatoren")
        role = self.guild.create_role("moderator", permissions=discord.Permissions(manage_guild=True))
        self.moderator = self.guild.add_member(self.env.create_user("Marieke"), roles=[role])
        self.people = [self.guild.add_member(self.env.create_user(name)) for name in names(count)]
        await self.env.settle()

    async def delete(self, channel: Channel, *, heard: bool = True) -> None:
        """Somebody deletes a channel; Kring hears of it, or is not connected at that moment."""
        backend = self.env.backend
        if not heard:
            emit, backend.emit = backend.emit, lambda *_: None  # type: ignore[method-assign]
        backend.delete_channel(channel.id)
        if not heard:
            backend.emit = emit  # type: ignore[method-assign]
        await self.wait()

    async def leave(self, who: Actor) -> None:
        """Somebody leaves the server; Kring is not told."""
        self.guild.remove_member(who)
        await self.env.settle()

    async def remove_kring(self) -> None:
        """Somebody takes Kring off the server. Its channels stay."""
        self.env.backend.emit("GUILD_DELETE", {"id": str(self.guild.id)})
        await self.env.settle()

    async def invite_kring(self) -> None:
        """Somebody invites Kring again."""
        guild = self.env.backend.guilds[self.guild.id]
        self.env.backend.emit("GUILD_CREATE", guild_create_payload(self.env.backend, guild))
        await self.env.settle()

    async def restart(self, version: type[Kring] = Kring) -> None:
        """Kring goes down where it stands, and a new one (of this version) comes up on the same database."""
        fresh, old = await self.fresh(version), self.kring
        await self.env.restart_bot(fresh)
        self.kring = fresh
        await old.store.close()
        await self.env.settle()

    async def wait(self, seconds: float = DOUBLE_CLICK) -> None:
        """Let time pass, with everything that happens in it."""
        await self.env.advance_time(seconds)

    # --- Acts ----------------------------------------------------------------------------------------------

    async def command(self, who: Actor, name: str, *, at: Channel | None = None, **options: Any) -> Answer:  # noqa: ANN401 - as the command has them
        return Answer(await who.slash(at or self.lounge, name, **options))

    async def press(self, who: Actor, where: Shown | Channel, action: str) -> Answer:
        """Press the newest button with this action."""
        seen = where if isinstance(where, Shown) else self.with_button(where, action)
        return Answer(await who.click(seen.message, custom_id=seen.buttons[action]))

    async def choose(self, who: Actor, card: Shown, action: str, *values: Any) -> Answer:  # noqa: ANN401 - texts or people
        return Answer(await who.select(card.message, values, custom_id=card.choices[action].custom_id))

    async def hand_in(self, who: Actor, answer: Answer, **words: Any) -> Answer:  # noqa: ANN401 - texts and ticks
        return Answer(await who.submit_modal(answer.result, words))

    async def forge(self, who: Actor, where: Shown, custom_id: str, *values: str) -> Answer:
        """Send an interaction that no button of Kring's makes."""
        stored = self.env.backend.get_message(
            where.message.channel.id if hasattr(where.message, "channel") else where.message.channel_id,
            where.message.id,
        )
        kind = {"component_type": 3, "values": list(values)} if values else {"component_type": 2}
        return Answer(await _component_interaction(who, stored, {"custom_id": custom_id, **kind}))

    async def forge_form(self, who: Actor, at: Channel, custom_id: str, **words: str) -> Answer:
        """Send a form that Kring may never have opened."""
        parts = [
            {"type": 18, "id": n, "component": {"type": 4, "id": n + 50, "custom_id": name, "value": text}}
            for n, (name, text) in enumerate(words.items(), start=1)
        ]
        data = {"custom_id": custom_id, "components": parts}
        return Answer(await _dispatch_actor_interaction(who, InteractionType.MODAL_SUBMIT, at, data))

    async def writes(self, who: Actor, text: str, number: int = 1) -> str:
        """Fill in the form of this step, with this in every question; what the person is told."""
        form = await self.press(who, self.room(number), "write")
        return (await self.hand_in(who, form, **{one["custom_id"]: text for one in form.questions})).text

    async def mine(self, who: Actor) -> Shown:
        """Somebody's own card, as `/kring` opens it."""
        return (await self.command(who, "kring")).card

    # --- Looking -------------------------------------------------------------------------------------------

    def look(self, channel: Channel, viewer: Actor | None = None) -> list[Shown]:
        """Every message in a channel that this person sees, private ones to others left out."""
        return [shown(one) for one in channel.history(viewer=viewer) if not one.flags.ephemeral]

    def text(self, channel: Channel) -> str:
        """Everything public in a channel."""
        return "\n".join(one.text for one in self.look(channel))

    def heard(self, text: Text, number: int = 1, **values: str) -> bool:
        """Whether a room heard this sentence of Kring's, in its own language."""
        return self.words(text, **values) in self.text(self.room(number))

    def words(self, text: Text, **values: str) -> str:
        """A sentence of Kring's as everybody in this world reads it."""
        return text.to(self.language, **values)

    def told(self, who: Actor, at: Channel | None = None) -> str:
        """What this person was last told privately, perhaps some moments after asking."""
        mine = [one for one in (at or self.lounge).history(viewer=who) if one.flags.ephemeral]
        return shown(mine[-1]).text

    def with_button(self, channel: Channel, action: str) -> Shown:
        """The newest public message with a button of this action."""
        found = [one for one in self.look(channel) if action in one.buttons]
        assert found, f"no button {action} in {channel.name}: {self.text(channel)[-600:]}"
        return found[-1]

    @property
    def lobby(self) -> Channel:
        return self.guild.channels["lobby"]

    async def lobby_of(self, meeting: MeetingId) -> Channel:
        """The lobby of this meeting: two on one server have the same name."""
        number = await self.store.lobby_of(meeting)
        assert number is not None
        return simcord.ChannelHandle(self.env, self.guild, self.env.backend.get_channel(number))

    def room(self, number: int = 1) -> Channel:
        """The room of a group, by the name it has in either language."""
        starts = (f"groep-{number}", f"Groep {number} ", f"group-{number}", f"Group {number} ")
        names_ = [name for name in self.guild.channels if name.startswith(starts)]
        return self.guild.channels[names_[-1]]

    def requests(self, since: int = 0, *, limited: bool = True) -> list[Any]:
        """What Kring asked of Discord; `limited`: only what counts under the global limit."""
        free = ("/interactions/", "/webhooks/")
        made = self.env.http_requests[since:]
        return [one for one in made if not limited or not one.path.startswith(free)]

    # --- The evening ---------------------------------------------------------------------------------------

    async def call(self, method: str = "bumpy", talk: str = "written", **options: Any) -> Answer:  # noqa: ANN401 - as the command has them
        """Set up the server and call a meeting."""
        await self.command(self.moderator, "moderator setup", channel=self.board, language=self.language)
        options = {"theme": "Samenwerken", **options}
        answer = await self.command(self.moderator, "moderator meeting", method=method, talk=talk, **options)
        self.meeting_id = (await self.store.meetings_of(self.guild.id))[-1].id  # type: ignore[arg-type]
        return answer

    async def check_in(self, *who: Actor) -> None:
        """Everybody (or these people) presses «Ik ben er»."""
        for one in who or self.people:
            await self.press(one, self.lobby, "lobby-here")

    async def open(self) -> None:
        """The moderator makes the groups and opens them."""
        await self.command(self.moderator, "moderator groups")
        answer = await self.command(self.moderator, "moderator open")
        assert "✓" in answer.text, answer.text
        await self.wait()

    async def evening(self, method: str = "bumpy", talk: str = "written", **options: Any) -> None:  # noqa: ANN401 - as the command has them
        """A meeting with everybody in a group."""
        await self.call(method, talk, **options)
        await self.check_in()
        await self.open()

    async def meeting(self) -> Meeting:
        found = await self.store.meeting(self.meeting_id)
        assert found is not None
        return found

    async def session(self, number: int = 1) -> Session:
        """The session of a group as it is now."""
        sessions = await self.store.sessions_of(self.meeting_id)
        return next(one for one in sessions if one.group == number)

    async def id_of(self, number: int = 1) -> SessionId:
        return (await self.session(number)).id

    async def phase(self, number: int = 1) -> str:
        """The id of the phase in which a group is."""
        session = await self.session(number)
        return session.step.phase.id if session.under_way else session.status.value

    def actor(self, who: int | None) -> Actor:
        """The person with this number."""
        return next(one for one in [*self.people, self.moderator] if one.id == who)

    async def next(self, number: int = 1) -> None:
        """The moderator lets a group go on to the next step."""
        await self.wait()
        answer = await self.command(self.moderator, "moderator next", groups=f"g{number}")
        if "conduct-sure" in answer.card.buttons:
            answer = await self.press(self.moderator, answer.card, "conduct-sure")
        assert answer.text.startswith(("Gedaan in groep", "Done in group")), answer.text

    async def goes_on(self, number: int = 1) -> None:
        """The group comes to another step and reads so, as if nothing had happened."""
        before = await self.session(number)
        await self.next(number)
        after = await self.session(number)
        assert after.visit > before.visit
        await self.wait()
        where = f" {after.at + 1} van " if after.language == "nl" else f" {after.at + 1} of "
        assert where in self.text(self.room(number))

    async def to_the_end(self, number: int = 1) -> None:
        """The moderator leads the group to the end of its conversation."""
        await self.until("fr.terug", number)
        await self.next(number)
        await self.wait(20)

    async def until(self, phase: str, number: int = 1) -> None:
        """The moderator lets a group go on until it is in this phase."""
        for _ in range(30):
            if await self.phase(number) == phase:
                return
            await self.next(number)
        raise AssertionError(f"{phase} never came; now {await self.phase(number)}")

    async def chosen(self, owner: Actor, case: Mapping[str, str] | None = None, number: int = 1) -> None:
        """A case is chosen: its owner hands it in, is asked, and consents."""
        session = await self.session(number)
        wanted = next(step for step in session.script if step.phase.form and _is_case(session, step))
        await self.until(wanted.phase.id, number)
        answer = await self.press(owner, self.room(number), "write")
        words = case or {one["custom_id"]: f"{one['custom_id']} van {owner.name}" for one in answer.questions}
        await self.hand_in(owner, answer, **words)
        choosing = next(step for step in session.script if step.phase.ballot and step.phase.kind == "vote")
        await self.until(choosing.phase.id, number)
        await self.wait()
        await self.press(owner, await self.mine(owner), "consent")
        await self.wait()


def _is_case(session: Session, step: Any) -> bool:  # noqa: ANN401 - a step of the script
    ballots = [one.phase.ballot for one in session.script if one.phase.ballot]
    return any(step.phase.id == getattr(ballot, "cases", None) for ballot in ballots)


def names(count: int) -> list[str]:
    """So many first names."""
    known = ["Sanne", "Pieter", "Fatma", "Joris", "Lieke", "Bram", "Noor", "Tijn", "Esra", "Wout", "Mila"]
    return [known[n] if n < len(known) else f"Gast{n}" for n in range(count)]


def press(action: str, session: int = 0, visit: int = 0, person: int = 0, extra: str = "") -> str:
    """The custom id of a press."""
    return str(Press(action, session, visit, person, extra))


@lru_cache
def newest_database() -> Path:
    """An empty database in its newest shape, made once in each process and then copied."""
    file = Path(mkdtemp()) / "kring.db"
    run = asyncio.new_event_loop()
    try:
        run.run_until_complete(upgrade(f"sqlite:///{file}"))
    finally:
        run.close()
    return file


async def empty_database(folder: Path) -> str:
    """A database of its own for a test; its address."""
    url = f"sqlite+aiosqlite:///{folder / 'kring.db'}"
    database.prepare(url)
    shutil.copyfile(await asyncio.to_thread(newest_database), folder / "kring.db")
    return url


@asynccontextmanager
async def open_world(folder: Path, count: int = 6, locale: str = "nl") -> AsyncIterator[World]:
    """A world with so many people; at the end it is taken down, and any fault in Kring raised."""
    # As Kring itself does it; the library's own way of showing a fault takes seconds.
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plain])
    world = World(folder, locale)
    await empty_database(folder)
    async with AsyncExitStack() as stack:
        stack.enter_context(in_one_order())
        stack.enter_context(bind_clock(world.clock))
        # Kring needs the clock, and the clock the simulation, which needs Kring.
        waiting = discord.Client(intents=discord.Intents.none())
        world.env = world.clock.env = simcord.Env(waiting, settle_timeout=30)
        world.kring = world.env.bot = await world.fresh()
        hold_still(world.env)
        stack.push_async_callback(_take_down, world)
        await world.start(count)
        with world.env.time_context():
            yield world
        world.env.raise_errors()


async def _take_down(world: World) -> None:
    await world.env.shutdown()
    await world.store.close()
