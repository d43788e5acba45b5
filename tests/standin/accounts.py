"""Requests about the bot itself: who it is, where the gateway is, its commands, direct channels."""

from tests.standin import payloads
from tests.standin.hub import Hub, Routes
from tests.standin.rest import Asked, Given
from tests.standin.world import DIRECT, Json

IDENTIFIES = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}


def me(hub: Hub, _: Asked) -> Given:
    return Given({**payloads.user(hub.world.bot), "mfa_enabled": True, "locale": "nl", "verified": True})


def application(hub: Hub, _: Asked) -> Given:
    owner = (
        hub.world.people[next(iter(hub.world.guilds.values())).owner] if hub.world.guilds else hub.world.bot
    )
    return Given(
        {
            "id": str(hub.world.bot.id),
            "name": hub.world.bot.name,
            "icon": None,
            "description": "",
            "type": None,
            "bot": payloads.user(hub.world.bot),
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": 0,
            "flags_new": "0",
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "owner": payloads.user(owner),
            "approximate_guild_count": len(hub.world.guilds),
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": None,
            "eligible_oauth2_scopes": [],
        }
    )


def gateway(hub: Hub, _: Asked) -> Given:
    return Given({"url": hub.gateway.address, "shards": 1, "session_start_limit": IDENTIFIES})


def put_commands(hub: Hub, asked: Asked) -> Given:
    """All commands at once; one that was there keeps its number."""
    hub.world.commands = [_command(hub, one) for one in asked.body]
    return Given(hub.world.commands)


def list_commands(hub: Hub, _: Asked) -> Given:
    return Given(hub.world.commands)


def _command(hub: Hub, wanted: Json) -> Json:
    before = hub.world.command(wanted["name"])
    number = before["id"] if before else str(hub.world.number())
    known = {"default_member_permissions": None, "nsfw": False, "description": "", "type": 1}
    rights = wanted.get("default_member_permissions")
    named = {"id": number, "application_id": str(hub.world.bot.id), "version": str(hub.world.number())}
    told = {name: value for name, value in wanted.items() if value is not None}
    return {**known, **told, **named, "default_member_permissions": None if rights is None else str(rights)}


def open_direct(hub: Hub, asked: Asked) -> Given:
    """The channel between the bot and one person, made when there is none."""
    who = int(asked.body["recipient_id"])
    found = hub.world.direct(who) or hub.world.channel(DIRECT, "", None, with_person=who)
    return Given(payloads.channel(hub.world, found))


ROUTES: Routes = {
    ("GET", "/users/@me"): me,
    ("GET", "/oauth2/applications/@me"): application,
    ("GET", "/gateway/bot"): gateway,
    ("GET", "/applications/{application_id}/commands"): list_commands,
    ("PUT", "/applications/{application_id}/commands"): put_commands,
    ("POST", "/users/@me/channels"): open_direct,
}
