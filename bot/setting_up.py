"""Setting up a server: what was chosen, what Kring may not do yet, and who can read every channel."""

from dataclasses import dataclass, replace

import discord

from bot import sayings as say
from bot.permissions import missing
from bot.plain import shown
from bot.room import administrators
from bot.times import zones
from methods.engine.text import Language, PersonId
from methods.meeting import ChannelId, ServerId
from storage.servers import ServerSettings
from storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What an administrator chose now; None leaves it as it was."""

    role: int | None = None
    contact: PersonId | None = None
    channel: ChannelId | None = None
    category: ChannelId | None = None
    language: Language | None = None
    days: int | None = None
    timezone: str | None = None


async def set_up(store: Store, interaction: discord.Interaction, wish: Setup, language: Language) -> str:
    """Keep what was chosen; the answer in words."""
    if wish.timezone is not None and wish.timezone not in zones():
        return say.NO_SUCH_ZONE.to(language, zone=shown(wish.timezone))
    server = ServerId(interaction.guild_id or 0)
    async with store.transaction() as change:
        after = _with(await change.server(server), wish)
        await change.put_server(server, after)
    return "\n".join(
        [
            *_chosen(after, interaction.guild, language),
            "",
            *_rights(interaction, after.board_channel, language),
            "",
            *_readers(interaction, language),
        ]
    )


def _with(before: ServerSettings, wish: Setup) -> ServerSettings:
    return replace(
        before,
        language=wish.language or before.language,
        moderator_role=wish.role or before.moderator_role,
        board_channel=wish.channel or before.board_channel,
        category=wish.category or before.category,
        contact=wish.contact or before.contact,
        timezone=wish.timezone or before.timezone,
        keep_days=before.keep_days if wish.days is None else wish.days,
    )


def _chosen(settings: ServerSettings, guild: discord.Guild | None, language: Language) -> list[str]:
    """What is set, what still has to be, and what was deleted since: one line each."""

    def value(number: int | None, sign: str, *, there: bool = True) -> str:
        if not number:
            return say.NOT_SET.to(language)
        return f"<{sign}{number}>" if there or guild is None else say.DELETED.to(language)

    def has_channel(number: int | None) -> bool:
        return guild is not None and guild.get_channel(number or 0) is not None

    has_role = guild is not None and guild.get_role(settings.moderator_role or 0) is not None
    named = (
        (say.SET_ROLE, value(settings.moderator_role, "@&", there=has_role)),
        (say.SET_CHANNEL, value(settings.board_channel, "#", there=has_channel(settings.board_channel))),
        (say.SET_CATEGORY, value(settings.category, "#", there=has_channel(settings.category))),
        (say.SET_CONTACT, value(settings.contact, "@")),
        (say.SET_LANGUAGE, say.LANGUAGES[settings.language].to(language)),
        (say.SET_DAYS, str(settings.keep_days)),
        (say.SET_ZONE, settings.timezone),
    )
    opened = [say.OPEN_COMMANDS.to(language)] if has_role else []
    return [
        f"**{say.SET_UP.to(language)}**",
        *(text.to(language, value=shown) for text, shown in named),
        *opened,
    ]


def _rights(interaction: discord.Interaction, board: ChannelId | None, language: Language) -> list[str]:
    """What Kring may not do yet on this server, as Discord's settings call it."""
    me = interaction.guild.me if interaction.guild else None
    lacking = missing(me.guild_permissions) if me is not None else []
    names = ", ".join(text.to(language) for text in lacking)
    said = [say.MISSING_RIGHTS.to(language, rights=names)] if lacking else [say.ALL_RIGHTS.to(language)]
    channel = interaction.guild.get_channel(board) if interaction.guild and board else None
    if me is not None and isinstance(channel, discord.TextChannel):
        rights = channel.permissions_for(me)
        if not (rights.view_channel and rights.send_messages and rights.read_message_history):
            said.append(say.BOARD_CLOSED.to(language, channel=channel.mention))
    return said


def _readers(interaction: discord.Interaction, language: Language) -> list[str]:
    """Who can read every channel here, rooms included."""
    names = administrators(interaction.guild) if interaction.guild else []
    listed = ", ".join([say.THE_OWNER.to(language), *names])
    return [say.READS_ALL.to(language, readers=listed)]
