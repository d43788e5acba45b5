"""What Discord sends for each thing there is. Complete: a missing field ends discord.py's loop."""

from datetime import UTC, datetime

from tests.standin.permissions import in_channel
from tests.standin.world import (
    DIRECT,
    EPHEMERAL,
    TEXT,
    VOICE,
    Channel,
    Guild,
    Json,
    Message,
    Person,
    Role,
    World,
)

JOINED = "2024-05-01T12:00:00.000000+00:00"
ATTACHMENTS = 10_485_760


def moment(seconds: float) -> str:
    """A moment as Discord writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def user(person: Person) -> Json:
    return {
        "id": str(person.id),
        "username": person.name.lower(),
        "global_name": person.name,
        "discriminator": "0",
        "avatar": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "banner": None,
        "accent_color": None,
        "bot": person.bot,
        "system": False,
        "flags": 0,
        "public_flags": 0,
        "primary_guild": None,
    }


def member(guild: Guild, person: Person, *, permissions: int | None = None) -> Json:
    """Somebody on a server; with `permissions` as an interaction carries it."""
    found: Json = {
        "user": user(person),
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": [str(one) for one in sorted(guild.members.get(person.id, set()))],
        "joined_at": JOINED,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }
    return found if permissions is None else {**found, "permissions": str(permissions)}


def role(one: Role) -> Json:
    colours = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    return {
        "id": str(one.id),
        "name": one.name,
        "permissions": str(one.permissions),
        "position": one.position,
        "color": 0,
        "colors": colours,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(world: World, one: Channel) -> Json:
    last = max(one.messages, default=None)
    found: Json = {
        "id": str(one.id),
        "type": one.kind,
        "flags": 0,
        "last_message_id": str(last) if last else None,
    }
    if one.kind == DIRECT:
        assert one.with_person is not None
        return {**found, "recipients": [user(world.people[one.with_person])]}
    found |= {
        "guild_id": str(one.guild),
        "name": one.name,
        "position": one.position,
        "parent_id": str(one.parent) if one.parent else None,
        "nsfw": False,
        "permission_overwrites": [
            {"id": str(o.id), "type": o.kind, "allow": str(o.allow), "deny": str(o.deny)}
            for o in one.overwrites.values()
        ],
    }
    if one.kind in {TEXT, VOICE}:
        found |= {"rate_limit_per_user": 0}
    if one.kind == TEXT:
        found |= {"topic": one.topic, "last_pin_timestamp": None}
    if one.kind == VOICE:
        found |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
    return found


def message(world: World, one: Message) -> Json:
    author = world.people[one.author]
    found: Json = {
        "id": str(one.id),
        "channel_id": str(one.channel),
        "type": 0,
        "author": user(author),
        "content": one.content,
        "components": one.components,
        "embeds": [],
        "attachments": [],
        "mentions": [user(world.people[who]) for who in one.mentions],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
        "flags": one.flags,
        "timestamp": moment(one.at),
        "edited_timestamp": moment(one.edited) if one.edited else None,
    }
    if one.nonce is not None:
        found["nonce"] = one.nonce
    if author.bot:
        found["application_id"] = str(world.bot.id)
    return found


def seen_by_bot(world: World, guild: Guild, one: Message) -> Json:
    """A message as the gateway shows it to a bot that may not read the chat: of others' there is no text."""
    author = world.people[one.author]
    found = message(world, one)
    whose = member(guild, author)
    del whose["user"]
    found |= {"guild_id": str(guild.id), "member": whose, "channel_type": world.channels[one.channel].kind}
    if one.author != world.bot.id and world.bot.id not in one.mentions:
        found |= {"content": "", "components": [], "embeds": [], "attachments": []}
    return found


def guild(one: Guild) -> Json:
    """A server as GET gives it."""
    nothing = (
        "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id",
        "afk_channel_id", "system_channel_id", "widget_channel_id", "max_presences", "vanity_url_code",
        "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data", "hub_type",
    )  # fmt: skip
    return {
        **dict.fromkeys(nothing),
        "id": str(one.id),
        "name": one.name,
        "owner_id": str(one.owner),
        "region": "deprecated",
        "features": [],
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "verification_level": 1,
        "default_message_notifications": 1,
        "mfa_level": 0,
        "explicit_content_filter": 2,
        "max_members": 500_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": "nl",
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
        "roles": [role(each) for each in one.roles.values()],
    }


def guild_create(world: World, one: Guild) -> Json:
    """A server as the gateway brings it: with its channels, and of its people only the bot itself."""
    lists = (
        "threads", "presences", "voice_states", "stage_instances", "guild_scheduled_events",
        "soundboard_sounds", "embedded_activities",
    )  # fmt: skip
    return {
        **guild(one),
        **{name: [] for name in lists},
        "joined_at": JOINED,
        "large": len(one.members) > 250,
        "unavailable": False,
        "member_count": len(one.members),
        "members": [member(one, world.bot)],
        "channels": [channel(world, each) for each in world.channels_of(one.id)],
    }


def ready(world: World, session: str, shard: list[int], gateway: str) -> Json:
    me = {**user(world.bot), "verified": True, "mfa_enabled": False, "email": None}
    return {
        "v": 10,
        "user": me,
        "session_type": "normal",
        "session_id": session,
        "resume_gateway_url": gateway,
        "private_channels": [],
        "relationships": [],
        "guilds": [{"id": str(one), "unavailable": True} for one in world.guilds],
        "application": {"id": str(world.bot.id), "flags": 0, "flags_new": "0"},
        "shard": shard,
    }


def interaction_base(world: World, where: Channel, person: Person) -> Json:
    """What every interaction of this person in this channel carries."""
    assert where.guild is not None
    home = world.guilds[where.guild]
    rights = in_channel(world, where, person.id)
    return {
        "application_id": str(world.bot.id),
        "version": 1,
        "guild": {"id": str(home.id), "features": [], "locale": "nl"},
        "guild_id": str(home.id),
        "guild_locale": "nl",
        "channel": {**channel(world, where), "permissions": str(rights)},
        "channel_id": str(where.id),
        "member": member(home, person, permissions=rights),
        "locale": person.locale,
        "app_permissions": str(in_channel(world, where, world.bot.id)),
        "authorizing_integration_owners": {"0": str(home.id)},
        "entitlements": [],
        "attachment_size_limit": ATTACHMENTS,
        "context": 0,
    }


def is_private(one: Message) -> bool:
    return bool(one.flags & EPHEMERAL)
