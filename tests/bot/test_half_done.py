"""What was half done when Kring was killed is finished by who does it again, and not done twice."""

from pathlib import Path

from sqlalchemy import select

from bot.custom_id import parse
from bot.outbox import SURE
from methods import gathering
from methods.engine.state import Status
from methods.engine.text import Moment, PersonId
from methods.meeting import MeetingStage, ServerId
from storage.schema import outbox
from tests.stories.world import World, open_world

DAY = 24 * 3600


async def in_plenary(world: World) -> None:
    """The plenary has begun, and groups are proposed."""
    await world.call()
    await world.check_in()
    await world.command(world.moderator, "moderator begin")
    await world.wait()
    await world.command(world.moderator, "moderator groups")


async def test_opening_once_more_brings_a_plenary_that_stayed_behind_to_its_last_step_before_the_rooms(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await in_plenary(world)
        now = Moment(int(world.clock.now()))
        # All that was saved before the kill.
        await world.kring.host.change_meeting(
            world.meeting_id, lambda meeting: gathering.open_groups(meeting, now)
        )
        await world.restart()
        await world.command(world.moderator, "moderator open")
        plenary = await world.session(0)
        assert plenary.script[plenary.at + 1].phase.waits


async def test_opening_once_more_leaves_a_plenary_where_it_is_that_waits_for_the_groups(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await in_plenary(world)
        await world.command(world.moderator, "moderator open")
        before = await world.session(0)
        await world.command(world.moderator, "moderator open")
        assert (await world.session(0)).visit == before.visit


async def test_the_lobby_hears_nothing_of_a_step_that_opening_the_rooms_passes_over(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await in_plenary(world)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        assert "Stap 2 van" not in world.text(world.lobby)
        assert "Stap 3 van" in world.text(world.lobby)


async def messages(world: World, number: int) -> int:
    """How many messages of a moderator a room has read."""
    return world.text(world.room(number)).count("Bericht van")


async def test_a_message_handed_in_again_after_a_stop_reaches_each_room_once(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        form = await world.command(world.moderator, "moderator message")
        press = parse(form.form["custom_id"])
        assert press is not None
        # All that was saved before the kill.
        first = await world.id_of(1)
        await world.kring.host.tell(first, PersonId(world.moderator.id), "Nog tien minuten.", press.visit)
        await world.restart()
        await world.hand_in(world.moderator, form, text="Nog tien minuten.")
        await world.wait()
        assert [await messages(world, number) for number in (1, 2)] == [1, 1]


async def test_the_same_message_written_a_second_time_is_told_a_second_time(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        for _ in range(2):
            form = await world.command(world.moderator, "moderator message")
            await world.hand_in(world.moderator, form, text="Nog tien minuten.")
            await world.wait()
        assert await messages(world, 1) == 2


async def test_a_meeting_called_again_because_no_answer_came_is_the_same_one(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.restart()
        await world.call()
        assert len(await world.store.meetings_of(ServerId(world.guild.id))) == 1


async def test_a_meeting_called_again_once_people_have_gathered_is_another_one(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await in_plenary(world)
        await world.call()
        assert len(await world.store.meetings_of(ServerId(world.guild.id))) == 2


async def test_a_meeting_is_closed_with_all_its_conversations_or_not_at_all(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        who = PersonId(world.moderator.id)
        world.kring.outbox.open = False
        before = world.store.commits
        await world.kring.conduct.close(world.meeting_id, who, sure=True)
        sessions = await world.store.sessions_of(world.meeting_id)
        assert {one.status for one in sessions} == {Status.ENDED}
        assert (await world.meeting()).stage is MeetingStage.CLOSED
        assert world.store.commits == before + 1


async def test_words_handed_in_again_are_no_second_reason_for_a_remark(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        words = {one["custom_id"]: "Jan de Vries van 4B zweeg." for one in form.questions}
        await world.hand_in(who, form, **words)
        session = await world.session()
        assert session.stage is not None
        assert session.stage.nudged.count(PersonId(who.id)) == 1
        await world.restart()
        told = await world.forge_form(who, world.room(), form.form["custom_id"], **words)
        after = await world.session()
        assert (after.version, after.stage) == (session.version, session.stage)
        assert "Bewaard" in told.text


async def test_a_room_that_is_gone_already_when_it_is_to_be_deleted_counts_as_deleted(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait()
        await world.delete(world.room(), heard=False)
        await world.restart()
        world.env.backend.advance_clock(3 * DAY)
        await world.wait(SURE + 60)
        deletions = select(outbox.c.done_at, outbox.c.failed).where(outbox.c.kind == "DeleteRoom")
        due = await world.store._rows(deletions.where(outbox.c.not_before <= int(world.clock.now())))
        assert len(due) == 2  # the room's and the lobby's
        assert all(row.done_at and row.failed is None for row in due)
