"""The lobby and the rooms: made once, also when Kring goes down in between."""

from pathlib import Path

import pytest

from bot.outbox import SURE
from methods.engine.state import Status
from methods.meeting import MeetingStage
from tests.stories.world import World, open_world


async def about_to_open(world: World, **options: object) -> None:
    """Everybody has checked in and the groups are made."""
    await world.call(**options)  # type: ignore[arg-type]
    await world.check_in()
    await world.command(world.moderator, "moderator groups")


def made(world: World, name: str) -> list[str]:
    """Channels with this beginning; also two of one name."""
    channels = world.env.backend.channels.values()
    return [str(one.name) for one in channels if str(one.name).startswith(name)]


def forget_channel(table: str, column: str) -> str:
    """The statement that takes back what Kring wrote down after it had made a channel."""
    return f"UPDATE {table} SET {column} = NULL"  # noqa: S608 - names of this test


async def undone(world: World, kind: str, table: str, column: str) -> None:
    """As if Kring had gone down right after it made a channel: nothing of it is written down."""
    async with world.store._writer.begin() as connection:
        await connection.exec_driver_sql(forget_channel(table, column))
        await connection.exec_driver_sql(
            "UPDATE outbox SET done_at = NULL, message = NULL WHERE kind = ?", (kind,)
        )


async def test_a_lobby_that_was_made_just_before_a_crash_is_found_again(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await undone(world, "OpenLobby", "meetings", "lobby_channel")
        await world.restart()
        await world.wait(15)
        assert made(world, "lobby") == ["lobby"]
        assert await world.store.lobby_of(world.meeting_id) == world.lobby.id


@pytest.mark.parametrize(("place", "name"), [("text", "groep-1"), ("voice", "Groep 1")])
async def test_a_room_that_was_made_just_before_a_crash_is_found_again(
    tmp_path: Path, place: str, name: str
) -> None:
    async with open_world(tmp_path) as world:
        await about_to_open(world, talk="spoken", place=place)
        await world.command(world.moderator, "moderator open")
        await undone(world, "OpenRoom", "sessions", "channel")
        await world.restart()
        await world.wait(15)
        assert len(made(world, name)) == 1
        assert await world.store.channel_of(await world.id_of()) is not None


@pytest.mark.parametrize(("place", "name"), [("text", "groep-1"), ("voice", "Groep 1")])
async def test_a_room_that_was_made_without_kring_hearing_of_it_is_found_again(
    tmp_path: Path, place: str, name: str
) -> None:
    async with open_world(tmp_path) as world:
        await about_to_open(world, talk="spoken", place=place)
        await world.command(world.moderator, "moderator open")
        await world.wait(15)
        room = await world.store.channel_of(await world.id_of())
        await undone(world, "OpenRoom", "sessions", "channel")
        forget(world, room)
        await world.wait(15)
        assert len(made(world, name)) == 1
        assert await world.store.channel_of(await world.id_of()) == room


async def test_so_is_a_lobby(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await undone(world, "OpenLobby", "meetings", "lobby_channel")
        forget(world, world.lobby.id)
        await world.wait(15)
        assert made(world, "lobby") == ["lobby"]


def forget(world: World, channel: int | None) -> None:
    """As if the gateway had never told Kring of this channel."""
    guild = world.kring.get_guild(world.guild.id)
    assert guild is not None
    assert channel is not None
    del guild._channels[channel]


async def test_rooms_and_lobby_are_made_in_the_category_that_was_chosen(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        category = world.guild.create_category("Intervisie")
        await world.command(world.moderator, "moderator setup", category=category)
        await about_to_open(world)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        channels = world.env.backend.channels
        assert {channels[one.id].parent_id for one in (world.lobby, world.room())} == {category.id}


async def test_a_room_carries_its_session_where_it_can_be_found(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        topic = world.env.backend.channels[world.room().id].topic
        assert topic == f"kring:session:{await world.id_of()}"


async def test_a_group_whose_room_could_not_open_gets_none_after_the_meeting_closed(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await about_to_open(world)
        path = f"/guilds/{world.guild.id}/channels"
        world.env.inject_error("POST", path, status=403, code=50013, message="Missing", times=None)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        await world.command(world.moderator, "moderator close", sure=True)
        world.env.backend.faults.clear()
        await world.wait(30)
        assert made(world, "groep") == []


async def test_rooms_of_another_meeting_with_the_same_name_are_not_mixed_up(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        first = world.room().id
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait(10)
        await world.call(theme="Tweede")
        second = next(
            one for one in world.env.backend.channels.values() if one.name == "lobby" and one.id > first
        )
        assert await world.store.lobby_of(world.meeting_id) == second.id


async def test_all_are_called_back_only_when_the_last_group_is_done(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await world.until("fr.terug", 1)
        await world.next(1)
        await world.wait(10)
        assert "Alle groepen zijn klaar." not in world.text(world.lobby)
        await world.until("fr.terug", 2)
        await world.next(2)
        await world.wait(10)
        assert world.text(world.lobby).count("Alle groepen zijn klaar.") == 1
        assert (await world.meeting()).stage is MeetingStage.BACK


async def test_a_meeting_that_nobody_closes_goes_in_the_end_with_all_its_words(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        form = await world.press(who, world.lobby, "lobby-case")
        words = {one["custom_id"]: "mijn verhaal" for one in form.questions}
        await world.hand_in(who, form, **words)
        world.env.backend.advance_clock(120 * 86_400)
        await world.wait(SURE + 30)
        assert "lobby" not in world.guild.channels
        assert await world.store.prepared(world.meeting_id) == {}


async def test_a_group_that_was_closed_keeps_what_was_hidden_hidden(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        await world.hand_in(who, form, **{one["custom_id"]: "mijn geheim" for one in form.questions})
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait(15)
        assert (await world.session()).status is Status.ENDED
        assert "mijn geheim" not in world.text(world.room())
