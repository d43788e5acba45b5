"""A room is open to whom it should be, for as long as it should be, and Kring asks for no more than that."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlparse

import discord
import pytest
import simcord

from bot.permissions import NEEDED, NEVER, Overwrites, invite_link, keep_foreign, missing, room_overwrites

LOCKS = ("send_messages", "add_reactions", "send_polls", *NEVER)


class World:
    """A server with three people of a group and one outsider, and a bot that may do exactly what it needs."""

    def __init__(self, bot: discord.Client, env: simcord.Env) -> None:
        self.env = env
        self.handle = env.create_guild()
        role = self.handle.roles[bot.user.name if bot.user else ""]
        env.backend.edit_role(self.handle.id, role.id, {"permissions": NEEDED.value})
        self.one, self.two, self.three, self.outsider = (
            self.handle.add_member(env.create_user(name)) for name in ("one", "two", "three", "outsider")
        )
        guild = bot.get_guild(self.handle.id)
        assert guild is not None
        self.guild = guild

    def overwrites(self, *writers: simcord.MemberActor, voice: bool = False) -> Overwrites:
        return room_overwrites(
            everyone=self.guild.default_role,
            me=self.guild.me.id,
            members=[self.one.id, self.two.id, self.three.id],
            writers=[writer.id for writer in writers],
            voice=voice,
        )

    async def may_write(self, name: str, person: simcord.MemberActor) -> bool:
        try:
            await person.send(self.handle.channels[name], "text")
        except simcord.BackendError as refusal:
            if refusal.code not in {50001, 50013}:
                raise
            return False
        return True


@pytest.fixture
async def world() -> AsyncIterator[World]:
    bot = discord.Client(intents=discord.Intents(guilds=True))
    env = simcord.Env(bot)
    await env.start()
    try:
        yield World(bot, env)
    finally:
        await env.shutdown()
        env.raise_errors()


async def test_a_room_takes_one_request_and_only_writers_write_in_it(world: World) -> None:
    before = len(world.env.http_requests)
    await world.guild.create_text_channel("room", overwrites=world.overwrites(world.one))
    assert len(world.env.http_requests) == before + 1
    assert await world.may_write("room", world.one)
    assert not await world.may_write("room", world.two)
    assert not await world.may_write("room", world.outsider)


async def test_other_writers_take_one_request(world: World) -> None:
    room = await world.guild.create_text_channel("room", overwrites=world.overwrites(world.one))
    before = len(world.env.http_requests)
    await room.edit(overwrites=world.overwrites(world.two, world.three))
    assert len(world.env.http_requests) == before + 1
    assert not await world.may_write("room", world.one)
    assert await world.may_write("room", world.two)
    assert await world.may_write("room", world.three)


async def test_the_text_of_a_voice_room_is_locked_in_the_same_way(world: World) -> None:
    room = await world.guild.create_voice_channel("voice", overwrites=world.overwrites(world.one, voice=True))
    await room.send("welcome")
    assert await world.may_write("voice", world.one)
    assert not await world.may_write("voice", world.two)
    await world.two.join_voice(world.handle.channels["voice"])
    with pytest.raises(simcord.BackendError):
        await world.outsider.join_voice(world.handle.channels["voice"])


async def test_the_everyone_role_is_sent_as_a_role_and_people_as_people(world: World) -> None:
    await world.guild.create_text_channel("room", overwrites=world.overwrites())
    sent = world.env.http_requests[-1].json
    assert sent is not None
    kinds = {overwrite["id"]: overwrite["type"] for overwrite in sent["permission_overwrites"]}
    assert kinds.pop(world.guild.id) == 0
    assert set(kinds.values()) == {1}


async def test_a_locked_room_names_every_way_to_write(world: World) -> None:
    for target, overwrite in world.overwrites().items():
        if target.id not in {world.guild.id, world.guild.me.id}:
            assert {name for name, value in overwrite if value is False} == set(LOCKS)


async def test_an_open_room_still_allows_no_threads_recordings_or_foreign_apps(world: World) -> None:
    overwrites = world.overwrites(world.one)
    mine = next(overwrite for target, overwrite in overwrites.items() if target.id == world.one.id)
    assert {name for name, value in mine if value is False} == set(NEVER)


async def test_an_overwrite_names_only_what_the_bot_holds_and_never_manage_roles(world: World) -> None:
    for voice in (False, True):
        for overwrite in world.overwrites(world.one, voice=voice).values():
            named = {name for name, value in overwrite if value is not None}
            assert all(getattr(NEEDED, name) for name in named)
            assert "manage_roles" not in named


async def test_what_others_set_by_hand_stays(world: World) -> None:
    helper = discord.PermissionOverwrite(view_channel=True)
    hand = world.handle.create_role("helpers")
    by_hand = world.guild.get_role(hand.id)
    assert by_hand is not None
    room = await world.guild.create_text_channel("room", overwrites=world.overwrites() | {by_hand: helper})
    await room.edit(overwrites=keep_foreign(room.overwrites, world.overwrites(world.two)))
    assert room.overwrites_for(by_hand) == helper
    assert len(room.overwrites) == 6
    assert await world.may_write("room", world.two)


async def test_who_left_the_room_keeps_no_key(world: World) -> None:
    room = await world.guild.create_text_channel("room", overwrites=world.overwrites())
    ours = {
        target: overwrite for target, overwrite in world.overwrites().items() if target.id != world.three.id
    }
    assert world.three.id in {target.id for target in keep_foreign(room.overwrites, ours)}
    kept = keep_foreign(room.overwrites, ours, left=[world.three.id])
    assert world.three.id not in {target.id for target in kept}


def test_nothing_is_missing_when_all_is_held() -> None:
    assert missing(NEEDED) == []
    assert missing(discord.Permissions(administrator=True)) == []


def test_what_is_missing_is_told_by_its_name_in_both_languages() -> None:
    held = discord.Permissions(NEEDED.value & ~discord.Permissions(manage_roles=True).value)
    assert [(text.nl, text.en) for text in missing(held)] == [("Rollen beheren", "Manage Roles")]


def test_kring_asks_for_nothing_that_moderates_people() -> None:
    beyond = discord.Permissions(
        administrator=True,
        manage_guild=True,
        manage_webhooks=True,
        manage_threads=True,
        manage_nicknames=True,
        mention_everyone=True,
        view_audit_log=True,
        kick_members=True,
        ban_members=True,
        moderate_members=True,
        mute_members=True,
        deafen_members=True,
    )
    assert NEEDED.value & beyond.value == 0


def test_the_invite_link_asks_for_exactly_what_is_needed() -> None:
    query = parse_qs(urlparse(invite_link(42)).query)
    assert query["client_id"] == ["42"]
    assert query["permissions"] == [str(NEEDED.value)]
    assert query["scope"] == ["bot applications.commands"]
