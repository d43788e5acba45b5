"""What came of a case bringer's step: asked after two weeks, answered in private, shared only by choice and once."""

from pathlib import Path

from bot.next_steps import NOT_NOW, SAVED
from bot.sayings import WAITING_ON_SERVER
from methods import next_step as n
from methods.engine.messages import FollowUp
from methods.engine.text import PersonId
from methods.meeting import ServerId
from tests.stories.world import Actor, Answer, World, open_world, press, shown

DAY = 86_400
EFFECT = "Ik heb één vraag gesteld."


async def told(world: World) -> Actor:
    """An evening on which a case was told, closed early; whose case it was."""
    await world.evening()
    bringer = world.people[0]
    await world.chosen(bringer)
    await world.until("bm.vragen1")
    await world.command(world.moderator, "moderator close", sure=True)
    await world.wait(10)
    return bringer


async def weeks_later(world: World, days: float = 14.1) -> None:
    world.clock.offset += days * DAY
    await world.wait(30)


def messages(who: Actor) -> int:
    return len(who.user.dm_channel.history())


async def kept(world: World, who: Actor) -> dict[str, str] | None:
    return await world.store.own_text(ServerId(world.guild.id), PersonId(who.id), n.ID)


async def answers(world: World, who: Actor, share: str) -> Answer:
    form = await world.press(who, await world.mine(who), "after-open")
    return await world.hand_in(who, form, gedaan=["Deels"], effect=EFFECT, delen=[share])


async def looking_back(world: World) -> None:
    """Another evening, of a group that looks back."""
    await world.call("incident")
    lobby = await world.lobby_of(world.meeting_id)
    for one in world.people:
        await world.press(one, lobby, "lobby-here")
    await world.open()
    await world.until("fr.terugblik")


async def test_after_two_weeks_it_is_asked_and_a_next_group_reads_it_once_if_its_author_likes(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 3) as world:
        bringer = await told(world)
        before = messages(bringer)
        await weeks_later(world, 13.5)
        assert messages(bringer) == before
        await world.restart()
        await weeks_later(world, 0.7)
        (*_, asked) = bringer.user.dm_channel.history()
        assert shown(asked).text == WAITING_ON_SERVER.to("nl", server="School")
        assert messages(bringer) == before + 1
        assert (await answers(world, bringer, "Nee")).text == SAVED.nl
        assert "after-open" not in (await world.mine(bringer)).buttons
        await looking_back(world)
        card = await world.mine(bringer)
        assert EFFECT in card.text
        assert "after-share" not in card.buttons
        forged = press("after-share", (await world.session()).id)
        assert (await world.forge(bringer, card, forged)).text == NOT_NOW.nl
        await answers(world, bringer, "Ja")
        card = await world.mine(bringer)
        await world.press(bringer, card, "after-share")
        await world.wait()
        assert (await world.press(bringer, card, "after-share")).text == NOT_NOW.nl
        assert world.text(world.room()).count(EFFECT) == 1


async def test_who_would_rather_not_is_not_asked(tmp_path: Path) -> None:
    async with open_world(tmp_path, 3) as world:
        bringer = await told(world)
        before = messages(bringer)
        await world.press(bringer, await world.mine(bringer), "after-no")
        assert "after-no" not in (await world.mine(bringer)).buttons
        await weeks_later(world)
        assert messages(bringer) == before
        assert await kept(world, bringer) is None


async def test_who_takes_no_direct_messages_is_asked_on_the_own_card(tmp_path: Path) -> None:
    async with open_world(tmp_path, 3) as world:
        bringer = await told(world)
        path = f"/channels/{bringer.user.dm_channel.id}/messages"
        world.env.inject_error("POST", path, status=403, code=50007, message="Cannot send", times=None)
        await weeks_later(world)
        assert "after-open" in (await world.mine(bringer)).buttons
        assert await world.store.waiting_for(ServerId(world.guild.id), FollowUp) == []
