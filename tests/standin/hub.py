"""The stand-in as one thing: what there is, who listens, what is being answered, what was asked."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.clock import Clock
from tests.standin import payloads
from tests.standin.faults import Faults
from tests.standin.gateway import Gateway
from tests.standin.interactions import Interactions
from tests.standin.limits import Limits
from tests.standin.permissions import VIEW, may
from tests.standin.rest import NO_ACCESS, NO_CHANNEL, NO_GUILD, NO_PERMISSION, Asked, Given, Refused
from tests.standin.world import Channel, Guild, Json, Message, World

TOKEN = "stand.in.token"  # noqa: S105 - it opens nothing


class Hub:
    """What every handler works on."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.world = World(clock)
        self.interactions = Interactions(self.world, clock)
        self.gateway = Gateway(self.world, TOKEN, self.interactions.nobody_there)
        self.limits = Limits(clock)
        self.faults = Faults()
        self.log: list[Mapping[str, object]] = []
        """Every request: moment, method, path, status, and how it was troubled."""
        self.wrong: list[str] = []
        """What Discord's own document has against requests, or against answers given here."""
        self.glimpses: dict[int, tuple[list[Json] | None, str, tuple[str, ...]]] = {}
        """What was looked for in a message as it was."""
        self.under_way = 0
        """Requests that are being answered."""

    # --- Looking up, as Kring ------------------------------------------------------------------------------

    def guild(self, number: int) -> Guild:
        found = self.world.guilds.get(number)
        if found is None:
            raise Refused(*NO_GUILD)
        return found

    def channel(self, number: int, wanted: int = 0) -> Channel:
        """A channel in which the bot may do this; refused as Discord refuses."""
        found = self.world.channels.get(number)
        if found is None:
            raise Refused(*NO_CHANNEL)
        if not self.sees(found):
            raise Refused(*NO_ACCESS)
        if not may(self.world, found, self.world.bot.id, wanted):
            raise Refused(*NO_PERMISSION)
        return found

    def sees(self, channel: Channel) -> bool:
        """Whether the bot sees this channel at all."""
        return may(self.world, channel, self.world.bot.id, VIEW)

    # --- Telling -------------------------------------------------------------------------------------------

    def tell_channel(self, event: str, channel: Channel) -> None:
        """Say that a channel was made, changed or deleted."""
        if channel.guild is not None and self.sees(channel):
            self.gateway.emit(event, payloads.channel(self.world, channel))

    def tell_message(self, event: str, message: Message) -> None:
        """Say that a message came or changed. What only one person sees is told to nobody."""
        channel = self.world.channels[message.channel]
        if channel.guild is None or message.only_for is not None or not self.sees(channel):
            return
        home = self.world.guilds[channel.guild]
        self.gateway.emit(event, payloads.seen_by_bot(self.world, home, message))


Handler: TypeAlias = Callable[[Hub, Asked], Given]
Routes: TypeAlias = Mapping[tuple[str, str], Handler]
