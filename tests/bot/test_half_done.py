"""What was half done when Kring was killed is finished by who does it again, and not done twice."""

from pathlib import Path

from methods import gathering
from methods.engine.text import Moment
from tests.stories.world import World, open_world


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
