"""Somebody leaves the server or cannot be reached: the group hears what is so, and goes on without waiting."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine.state import Status
from tests.stories.world import World, open_world


async def time_is_up(world: World) -> None:
    """Wait until the time of this step has passed."""
    stage = (await world.session()).stage
    assert stage is not None
    await world.wait(stage.ends - world.clock.now() + 1)


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_of_whoever_left_the_server_the_group_hears_when_it_waits_for_them(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        for who in world.people[1:]:
            await world.writes(who, "tekst")
        gone = world.people[0]
        await world.leave(gone)
        await time_is_up(world)
        assert world.heard(s.LEFT, person=gone.name)
        assert gone.id not in (await world.session()).members
        await world.goes_on()


async def test_a_turn_of_somebody_who_left_goes_to_the_next(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(talk="spoken")
        await world.chosen(world.people[0])
        await world.until("bm.alternatief_ronde")
        stage = (await world.session()).stage
        assert stage is not None
        gone = world.actor(stage.turn)
        assert stage.turn_ends is not None
        await world.leave(gone)
        await world.wait(stage.turn_ends - world.clock.now() + 1)
        assert world.heard(s.LEFT, person=gone.name)
        after = (await world.session()).stage
        assert after is not None
        assert after.turn not in (None, gone.id)
        await world.goes_on()


async def test_a_room_is_closed_to_whoever_left_also_on_coming_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        gone = world.people[0]
        await world.leave(gone)
        await time_is_up(world)
        assert gone.id not in [
            one.target_id for one in world.env.backend.get_channel(world.room().id).overwrites
        ]
        back = world.guild.add_member(gone.user)
        answer = await world.command(back, "kring")
        assert say.WAITING_LATE.nl in answer.text
        await world.command(world.moderator, "moderator groups", person=back, group=1)
        assert back.id in (await world.session()).members


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_when_the_leader_left_in_the_middle_of_a_step_kring_leads_and_says_so(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.call(language=world.language)
        await world.check_in()
        leader = world.people[0]
        await world.command(world.moderator, "moderator groups")
        await world.command(world.moderator, "moderator groups", person=leader, leads=True)
        await world.command(world.moderator, "moderator open")
        await world.until("bm.canvas")
        await world.leave(leader)
        await time_is_up(world)
        assert world.heard(s.LEFT, person=leader.name)
        assert world.heard(s.KRING_LEADS)
        assert (await world.session()).leads is None
        await world.goes_on()


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_when_the_case_bringer_left_while_telling_the_runner_up_is_asked(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        for who in world.people[:2]:
            await world.writes(who, "tekst")
        await world.until("bm.keuze")
        for who in world.people[2:]:
            await world.choose(who, await world.mine(who), "vote", str(world.people[0].id))
        await world.choose(
            world.people[0], await world.mine(world.people[0]), "vote", str(world.people[1].id)
        )
        await world.choose(
            world.people[1], await world.mine(world.people[1]), "vote", str(world.people[0].id)
        )
        first, second = world.people[:2]
        await world.press(first, await world.mine(first), "consent")
        assert await world.phase() == "bm.inbreng"
        await world.leave(first)
        await time_is_up(world)
        assert world.heard(s.LEFT_UNTOLD, person=first.name)
        await world.wait()
        await world.press(second, await world.mine(second), "consent")
        session = await world.session()
        assert (await world.phase(), session.case_bringer) == ("bm.inbreng", second.id)
        await world.goes_on()


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_when_the_case_bringer_left_after_telling_the_group_finishes_writing_and_rounds_off(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        gone, writer = world.people[0], world.people[1]
        await world.chosen(gone)
        await world.until("bm.alternatief_schrijven")
        form = await world.press(writer, world.room(), "write")
        await world.leave(gone)
        await time_is_up(world)
        assert world.heard(s.LEFT_CASE, person=gone.name)
        kept = await world.hand_in(writer, form, **{one["custom_id"]: "af" for one in form.questions})
        assert world.words(say.SAVED) in kept.text
        await world.wait(181)
        assert await world.phase() == "fr.afronden"
        await world.goes_on()


async def test_who_was_asked_to_bring_in_and_left_is_not_named(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        for who in world.people[:2]:
            await world.writes(who, "tekst")
        await world.until("bm.keuze")
        stage = (await world.session()).stage
        assert stage is not None
        assert stage.timer is not None
        await world.wait(stage.timer - world.clock.now() + 1)
        asked = world.actor((await world.session()).ranking[0])
        before = world.text(world.room())
        await world.leave(asked)
        await world.wait(61)
        since = world.text(world.room()).removeprefix(before)
        assert asked.name not in since
        assert s.ASKING_NEXT.nl in since


async def test_whoever_left_before_the_rooms_open_is_in_no_group_and_the_moderator_hears_it(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        await world.check_in()
        first, second = world.people[:2]
        await world.leave(first)
        await world.command(world.moderator, "moderator groups")
        await world.wait()
        assert say.LEFT_SERVER.to("nl", people=first.name) in world.told(world.moderator)
        await world.leave(second)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        assert say.LEFT_SERVER.to("nl", people=second.name) in world.told(world.moderator)
        assert {first.id, second.id}.isdisjoint((await world.session()).members)


async def test_nobody_is_taken_to_be_gone_while_discord_does_not_answer(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        world.env.inject_error("GET", "/guilds/*/members/*", status=503, times=None)
        await world.leave(world.people[0])
        await time_is_up(world)
        assert world.people[0].id in (await world.session()).members


async def test_whoever_is_only_silent_is_not_taken_to_be_gone(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        since = len(world.env.http_requests)
        await time_is_up(world)
        assert len((await world.session()).members) == 6
        assert not [one for one in world.requests(since) if "/members/" in one.path]


async def test_the_last_one_who_leaves_ends_the_conversation_and_the_moderators_see_it(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 3) as world:
        await world.evening()
        await world.until("bm.canvas")
        for who in world.people:
            await world.leave(who)
        for _ in range(40):
            if (await world.session()).status is Status.ENDED:
                break
            await world.wait(600)
        await world.wait(10)
        assert say.ALL_BACK.nl in world.text(world.lobby)
        assert "Groep 1 · klaar" in world.look(world.board)[-1].text


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_somebody_with_closed_direct_messages_finds_the_question_on_the_own_card(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        owner = world.people[0]
        path = f"/channels/{owner.user.dm_channel.id}/messages"
        world.env.inject_error("POST", path, status=403, code=50007, message="Cannot send", times=None)
        await world.writes(owner, "tekst")
        await world.until("bm.keuze")
        await world.wait()
        assert world.heard(s.ASKING_ONE)
        card = await world.mine(owner)
        assert "consent" in card.buttons
        await world.press(owner, card, "consent")
        assert (await world.session()).case_bringer == owner.id
        assert owner.user.dm_channel.history() == []
