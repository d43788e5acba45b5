"""Outside Discord: no rooms, a card on every phone, one for the beamer, and a trainer who ticks who is there."""

from pathlib import Path

from bot import sayings as say
from methods.engine.state import Status
from tests.stories.world import Shown, World, open_world


async def panel(world: World) -> Shown:
    return (await world.command(world.moderator, "moderator panel", at=world.board)).card


async def gathered(world: World) -> None:
    """The meeting is called, and the trainer ticks everybody."""
    await world.call(talk="spoken", place="elsewhere")
    await world.choose(world.moderator, await panel(world), "conduct-present", *world.people)


async def opened(world: World) -> None:
    await gathered(world)
    await world.command(world.moderator, "moderator groups")
    await world.command(world.moderator, "moderator open")
    await world.wait()


async def test_the_trainer_ticks_who_is_there_and_they_have_their_names(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await gathered(world)
        assert set((await world.meeting()).present) == {one.id for one in world.people}
        text = (await panel(world)).text
        assert all(one.name in text for one in world.people)


async def test_no_room_is_made_and_everybody_has_the_step_on_their_own_card(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        before = {channel.name for channel in world.guild.channels.values()}
        await opened(world)
        assert {channel.name for channel in world.guild.channels.values()} - before == {"lobby"}
        card = await world.mine(world.people[2])
        assert card.text.startswith("**Stap 1 van")
        assert "Om de beurt" in card.text
        assert {"care", "mine"} <= set(card.buttons)


async def test_a_whole_round_goes_by_own_cards_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await opened(world)
        for _ in range(200):
            session = await world.session()
            if session.status is Status.ENDED:
                break
            await world.wait(120)
            await world.command(world.moderator, "moderator next")
        session = await world.session()
        assert session.status is Status.ENDED
        assert "Dit gesprek is klaar" in (await world.mine(world.people[0])).text


async def test_a_group_has_its_card_on_the_beamer_and_the_next_step_comes_there(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await opened(world)
        chosen = await world.choose(world.moderator, await panel(world), "conduct-target", "g1")
        await world.press(world.moderator, chosen.card, "conduct-beamer")
        await world.wait()
        assert "Stap 1 van" in world.text(world.board)
        await world.command(world.moderator, "moderator next")
        await world.wait(400)
        assert "Stap 2 van" in world.text(world.board)


async def test_the_channel_of_the_beamer_is_neither_locked_nor_deleted(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.command(world.moderator, "moderator setup", days=0)
        await opened(world)
        chosen = await world.choose(world.moderator, await panel(world), "conduct-target", "g1")
        await world.press(world.moderator, chosen.card, "conduct-beamer")
        await world.wait(10 * 60)  # the steps in which a room of typing people would be closed
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait(60)
        touched = [r.method for r in world.env.http_requests if r.path == f"/channels/{world.board.id}"]
        assert not {"PATCH", "DELETE"} & set(touched)


async def test_for_the_beamer_one_group_must_be_chosen(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await opened(world)
        answer = await world.press(world.moderator, await panel(world), "conduct-beamer")
        assert say.BEAMER_WHICH.nl in answer.text


async def test_typing_elsewhere_is_refused_with_what_to_choose(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.command(
            world.moderator,
            "moderator meeting",
            method="bumpy",
            theme="Grenzen",
            talk="written",
            place="elsewhere",
        )
        assert answer.text == say.ALOUD_ELSEWHERE.nl
