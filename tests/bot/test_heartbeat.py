"""After a gap nobody has lost a minute or a word: groups stand still where Kring last was, and are told so."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.outbox import SURE
from methods.engine.state import Status
from tests.stories.world import World, open_world

HOUR = 3600
DAY = 24 * HOUR


async def going_on(world: World) -> int:
    """A group that has been going on for half a minute; the seconds that its step has left."""
    await world.evening()
    await world.wait(30)
    return await left(world)


async def left(world: World) -> int:
    stage = (await world.session()).stage
    assert stage is not None
    return int(stage.ends - world.clock.now())


async def go_on(world: World) -> None:
    """Somebody presses «Verder»."""
    who = world.people[0]
    await world.press(who, await world.mine(who), "resume")


# --- Away --------------------------------------------------------------------------------------------------


async def test_after_a_minute_without_a_heartbeat_the_groups_stand_still_and_are_told(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(30)
        world.env.backend.advance_clock(120)
        await world.wait(12)
        assert (await world.session()).status is Status.PAUSED
        assert "Ik was even weg. De klok staat stil en alles is bewaard." in world.text(world.room())


async def test_who_comes_in_while_everything_is_brought_to_a_stand_waits_for_that(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await going_on(world)
        world.env.backend.advance_clock(600)
        heartbeat = world.kring.heartbeat
        first = asyncio.create_task(heartbeat.beat())
        await asyncio.sleep(0)
        assert heartbeat.missed
        await heartbeat.beat()
        assert (await world.session()).status is Status.PAUSED
        await first


async def test_the_clock_stood_still_from_the_last_heartbeat_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(30)
        before = await world.session()
        world.env.backend.advance_clock(600)
        await world.wait(12)
        await world.press(world.people[0], await world.mine(world.people[0]), "resume")
        after = await world.session()
        assert before.stage is not None
        assert after.stage is not None
        assert 590 <= after.stage.ends - before.stage.ends <= 640


async def test_a_short_absence_changes_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(30)
        world.env.backend.advance_clock(40)
        await world.wait(12)
        assert (await world.session()).status is Status.RUNNING


# --- A machine that slept -----------------------------------------------------------------------------------


async def test_a_press_that_comes_before_the_first_ring_finds_the_group_standing_still(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        before = await going_on(world)
        card = world.with_button(world.room(), "done")
        world.env.backend.advance_clock(2 * HOUR)
        answer = await world.press(world.people[0], card, "done")
        session = await world.session()
        assert (session.status, session.at) == (Status.PAUSED, 0)
        assert "Gedaan" not in answer.text
        await go_on(world)
        assert abs(await left(world) - before) <= 10


async def test_who_wakes_after_hours_finds_the_conversation_closed_and_the_harvest_kept(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        await world.hand_in(who, form, **{one["custom_id"]: "Het werd stil." for one in form.questions})
        await world.wait(30)
        world.env.backend.advance_clock(4 * HOUR)
        await world.wait(12)
        assert (await world.session()).status is Status.ENDED
        assert "Ik was even weg." in world.text(world.room())
        answer = await world.press(who, await world.mine(who), "harvest")
        assert "Het werd stil." in answer.text


# --- A clock that was set ------------------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [-1, 1, -1000, 2])
async def test_a_clock_that_is_set_takes_nothing_from_what_a_step_has_left(
    tmp_path: Path, hours: int
) -> None:
    async with open_world(tmp_path) as world:
        before = await going_on(world)
        world.clock.offset = hours * HOUR
        await world.wait(25)
        session = await world.session()
        assert (session.status, session.at) == (Status.PAUSED, 0)
        await go_on(world)
        assert abs(await left(world) - before) <= 10
        await world.wait(before + 15)
        assert (await world.session()).at == 0
        assert "De tijd is om" in world.text(world.room()).partition("Ik was even weg")[2]


async def test_after_a_clock_was_set_back_a_press_is_no_double_click_and_the_board_keeps_up(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await going_on(world)
        world.clock.offset = -HOUR
        await world.wait(25)
        await world.command(world.moderator, "moderator resume", groups="g1")
        await world.wait(5)
        await world.next()
        await world.wait(10)
        assert (await world.session()).at == 1
        assert "Groep 1 · stap 2 van" in world.look(world.board)[-1].text


@pytest.mark.parametrize("seconds", [-1, -15, 15])
async def test_a_clock_that_is_corrected_by_some_seconds_stops_nobody(tmp_path: Path, seconds: int) -> None:
    async with open_world(tmp_path) as world:
        await going_on(world)
        world.clock.offset = seconds
        await world.wait(25)
        assert (await world.session()).status is Status.RUNNING


async def test_a_clock_that_is_wrong_for_a_moment_deletes_no_room_and_no_words(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        await world.hand_in(who, form, **{one["custom_id"]: "tekst" for one in form.questions})
        room, session = world.room().id, await world.session()
        world.clock.offset = 90 * DAY
        await world.wait(60)
        world.clock.offset = 0
        await world.wait(SURE + 60)
        assert room in [channel.id for channel in world.guild.channels.values()]
        assert await world.store.words(session.id, "1:bm.canvas")


async def test_what_was_to_be_deleted_while_kring_was_away_is_deleted_a_quarter_after_it_came_back(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        room = world.room().id
        world.env.backend.advance_clock(4 * DAY)
        await world.wait(SURE - 60)
        assert room in [channel.id for channel in world.guild.channels.values()]
        await world.wait(120)
        assert room not in [channel.id for channel in world.guild.channels.values()]


async def test_a_restart_in_that_quarter_deletes_nothing_earlier(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        room = world.room().id
        world.env.backend.advance_clock(4 * DAY)
        await world.wait(30)
        await world.restart()
        await world.wait(60)
        assert room in [channel.id for channel in world.guild.channels.values()]
        await world.wait(SURE)
        assert room not in [channel.id for channel in world.guild.channels.values()]


# --- What is kept ------------------------------------------------------------------------------------------


async def test_one_group_that_cannot_be_read_keeps_neither_the_others_nor_kring_from_coming_back(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        broken, sound = await world.id_of(1), await world.id_of(2)
        async with world.store._writer.begin() as connection:
            await connection.execute(text("UPDATE sessions SET state = '{}' WHERE id = :id"), {"id": broken})
        world.env.backend.advance_clock(600)
        await world.restart()
        session = await world.store.session(sound)
        assert session is not None
        assert session.status is Status.PAUSED


async def test_a_database_that_could_not_be_written_to_for_minutes_is_a_gap_too(tmp_path: Path) -> None:
    """The steps went on by the clock, but nobody could hand anything in."""
    async with open_world(tmp_path) as world:
        before = await going_on(world)
        async with world.store._writer.connect() as connection:
            await connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with closing(sqlite3.connect(tmp_path / "kring.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await world.wait(before + 60)
        await world.wait(12)
        session = await world.session()
        assert (session.status, session.at) == (Status.PAUSED, 0)
        await go_on(world)
        assert abs(await left(world) - before) <= 15


async def test_a_database_that_could_not_be_written_to_for_a_moment_is_none(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await going_on(world)
        world.store.broken = True
        await world.wait(40)
        world.store.broken = False
        await world.wait(20)
        assert (await world.session()).status is Status.RUNNING
