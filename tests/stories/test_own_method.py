"""A method from a file is chosen, called and played like any other; changing or removing it later hurts nobody."""

from pathlib import Path

from tests.stories.world import World, open_world
from tests.toml.example import SMALL


async def uploaded(world: World, text: str = SMALL) -> None:
    answer = await world.command(world.moderator, "moderator method", file=("gesprek.toml", text.encode()))
    assert "Kort gesprek" in answer.text


async def test_a_method_from_a_file_is_offered_called_and_played(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        await uploaded(world)
        offered = await world.moderator.autocomplete(world.lounge, "moderator meeting", "method", "kort")
        assert [(one["name"], one["value"]) for one in offered] == [("Kort gesprek", "gesprek")]
        await world.evening("gesprek")
        assert "Kort gesprek" in world.text(world.lobby)
        await world.chosen(world.people[0])
        await world.until("kg.vertellen")
        assert "vertel: wat speelt er?" in world.text(world.room())
        await world.until("kg.schrijven")
        writer = world.people[1]
        form = await world.press(writer, world.room(), "write")
        assert [one["custom_id"] for one in form.questions] == ["advies"]
        answer = await world.hand_in(writer, form, advies="Ik zou eerst slapen.")
        assert "Bewaard" in answer.text
        assert "slapen" not in world.text(world.room())
        await world.until("kg.delen")
        assert "Lees om de beurt voor." in world.text(world.room())


async def test_what_was_called_keeps_its_method_when_the_file_is_changed_or_removed(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        await uploaded(world)
        await world.call("gesprek")
        await uploaded(world, SMALL.replace('nl = "Vertellen"', 'nl = "Iets heel anders"'))
        async with world.store.transaction() as change:
            await change.drop_method(world.guild.id, "gesprek")  # type: ignore[arg-type]
        await world.restart()
        await world.check_in()
        await world.open()
        await world.chosen(world.people[0])
        await world.until("kg.vertellen")
        assert "Vertellen" in world.text(world.room())
        assert "Iets heel anders" not in world.text(world.room())
        again = await world.command(
            world.moderator, "moderator meeting", method="gesprek", theme="T", talk="written"
        )
        assert again.text.startswith("Die methode ken ik niet.")


async def test_a_method_of_one_server_is_none_of_another_s(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        async with world.store.transaction() as change:
            await change.put_method(5, "gesprek", SMALL)  # type: ignore[arg-type]
        offered = await world.moderator.autocomplete(world.lounge, "moderator meeting", "method", "kort")
        assert offered == []
