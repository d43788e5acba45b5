"""What there is at the stand-in Discord: servers, people, channels, messages. Plain records, and their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.clock import Clock

DISCORD_EPOCH = 1_420_070_400_000
"""The millisecond at which Discord's numbers begin."""
TEXT, DIRECT, VOICE, CATEGORY = 0, 1, 2, 4
"""Discord's numbers for kinds of channels."""
EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
"""Discord's flags of messages."""

Json = dict[str, Any]


@dataclass
class Person:
    """Somebody with an account; also the bot itself."""

    id: int
    name: str
    locale: str = "nl"
    bot: bool = False
    takes_direct: bool = True
    """Whether a bot may write to this person directly."""


@dataclass
class Role:
    """A role; the one with the server's own number is everybody's."""

    id: int
    name: str
    permissions: int
    position: int = 0


@dataclass
class Overwrite:
    """What a channel gives to and takes from a role (kind 0) or person (kind 1)."""

    id: int
    kind: int
    allow: int
    deny: int


@dataclass
class Message:
    """A message. `only_for`: the one person who sees it."""

    id: int
    channel: int
    author: int
    at: float
    content: str = ""
    components: list[Json] = field(default_factory=list)
    flags: int = 0
    mentions: tuple[int, ...] = ()
    nonce: str | None = None
    edited: float | None = None
    only_for: int | None = None
    first: list[Json] = field(default_factory=list)
    """Its components as they were when it was posted."""
    rings: bool = False
    """Whether it calls somebody with a sound."""


@dataclass
class Channel:
    """A channel of a server, or (kind 1) between the bot and one person."""

    id: int
    kind: int
    name: str
    guild: int | None = None
    topic: str | None = None
    parent: int | None = None
    position: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    with_person: int | None = None
    edits: list[float] = field(default_factory=list)
    """Moments at which its name or topic was changed."""


@dataclass
class Guild:
    """A server. `members`: each person's roles there, without everybody's."""

    id: int
    name: str
    owner: int
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, set[int]] = field(default_factory=dict)


class World:
    """All of it. It stays as it is when the bot is killed."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._last = 0
        self.people: dict[int, Person] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.gone: dict[int, Channel] = {}
        """Channels that were deleted, to look back at."""
        self.nonces: dict[str, Message] = {}
        """The newest message with each nonce."""
        self.commands: list[Json] = []
        self.bot = self.person("Kring", bot=True)

    def number(self) -> int:
        """A new number: it tells the moment, and is greater than all before."""
        moment = (int(self.clock.now() * 1000) - DISCORD_EPOCH) << 22
        self._last = max(self._last + 1, moment)
        return self._last

    # --- Making -------------------------------------------------------------------------------------------

    def person(self, name: str, **more: Any) -> Person:  # noqa: ANN401 - the fields of a person
        one = Person(self.number(), name, **more)
        self.people[one.id] = one
        return one

    def guild(self, name: str, owner: int, everyone: int, bot: int) -> Guild:
        """A server with the bot in it; `everyone` and `bot` are what they may do."""
        guild = Guild(self.number(), name, owner)
        guild.roles[guild.id] = Role(guild.id, "@everyone", everyone)
        own = self.role(guild, self.bot.name, bot)
        guild.members = {owner: set(), self.bot.id: {own.id}}
        self.guilds[guild.id] = guild
        return guild

    def role(self, guild: Guild, name: str, permissions: int) -> Role:
        role = Role(self.number(), name, permissions, len(guild.roles))
        guild.roles[role.id] = role
        return role

    def channel(self, kind: int, name: str, guild: int | None, **more: Any) -> Channel:  # noqa: ANN401 - the fields of a channel
        channel = Channel(self.number(), kind, name, guild, **more)
        channel.position = len(self.channels_of(guild)) if guild else 0
        self.channels[channel.id] = channel
        return channel

    def message(self, channel: Channel, author: int, **more: Any) -> Message:  # noqa: ANN401 - the fields of a message
        one = Message(self.number(), channel.id, author, self.clock.now(), **more)
        one.first = one.components
        channel.messages[one.id] = one
        if one.nonce is not None:
            self.nonces[one.nonce] = one
        return one

    def delete_channel(self, channel: Channel) -> None:
        self.gone[channel.id] = self.channels.pop(channel.id)

    # --- Finding ------------------------------------------------------------------------------------------

    def channels_of(self, guild: int | None) -> list[Channel]:
        return [one for one in self.channels.values() if one.guild == guild]

    def direct(self, person: int) -> Channel | None:
        """The channel between the bot and this person."""
        return next((one for one in self.channels.values() if one.with_person == person), None)

    def command(self, name: str) -> Json | None:
        """A command by its first name."""
        return next((one for one in self.commands if one["name"] == name), None)


def parts(components: object) -> Iterator[Json]:
    """Every part of a message or form, from top to bottom."""
    for part in components if isinstance(components, list) else []:
        yield part
        yield from parts(part.get("components"))
        yield from parts([part[key] for key in ("component", "accessory") if part.get(key)])


def numbered(components: list[Json]) -> list[Json]:
    """The components, each part with a number of its own, as Discord gives them to those that have none."""
    taken = {part["id"] for part in parts(components) if part.get("id")}
    free = (number for number in range(1, 1000) if number not in taken)

    def with_number(part: Mapping[str, Any]) -> Json:
        one = {**part, "id": part.get("id") or next(free)}
        if isinstance(part.get("components"), list):
            one["components"] = [with_number(inner) for inner in part["components"]]
        for key in ("component", "accessory"):
            if part.get(key):
                one[key] = with_number(part[key])
        return one

    return [with_number(part) for part in components]
