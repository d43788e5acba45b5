"""People come late, go elsewhere, fall silent, and come back to the same group: each of it in both languages."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.state import Status
from tests.stories.world import Actor, World, open_world

BOTH = pytest.mark.parametrize("locale", ["nl", "en-US"])


async def moves(world: World, who: Actor, to: int) -> None:
    await world.command(world.moderator, "moderator groups", person=who, group=to)


@BOTH
async def test_who_is_late_waits_at_the_door_of_a_telling_then_reads_what_was_missed(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 7, locale) as world:
        await world.call(language=world.language)
        await world.check_in(*world.people[:6])
        await world.open()
        await world.chosen(world.people[0])
        await world.until("bm.inbreng")
        late = world.people[6]
        await world.check_in(late)
        await moves(world, late, 1)
        assert world.words(w.YOU_ARE_AT_THE_DOOR) in (await world.mine(late)).text
        await world.until("bm.vragen1")
        await world.wait()
        assert world.heard(s.COMES_IN_NOW, person=f"<@{late.id}>")
        missed = await world.press(late, await world.mine(late), "missed")
        assert world.words(w.MISSED) in missed.text
        assert world.words(w.WHOSE_CASE, person="Sanne") in missed.text


@BOTH
async def test_with_three_a_group_goes_on_and_with_two_the_moderator_is_offered_a_merge(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 8, locale) as world:
        await world.evening(language=world.language)
        members = [world.actor(who) for who in (await world.session(1)).members]
        await moves(world, members[3], 2)
        await world.wait(10)
        assert world.words(say.ONLY_TWO) not in world.look(world.board)[-1].text
        await world.goes_on(1)
        await moves(world, members[2], 2)
        await world.wait(10)
        assert world.words(say.ONLY_TWO) in world.look(world.board)[-1].text
        panel = (await world.command(world.moderator, "moderator panel")).card
        assert world.words(say.MERGE, number="1") in panel.labels
        await world.press(world.moderator, panel, "conduct-merge")
        await world.wait()
        assert (await world.session(1)).status is Status.ENDED
        assert {one.id for one in world.people} == set((await world.session(2)).members)


@BOTH
async def test_when_the_moderator_vanishes_a_second_one_takes_over(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        await world.leave(world.moderator)
        karel = world.guild.add_member(world.env.create_user("Karel"), roles=[world.guild.roles["moderator"]])
        before = await world.session()
        await world.wait(10)
        shown = await world.press(karel, world.with_button(world.board, "conduct-panel"), "conduct-panel")
        done = await world.press(karel, shown.card, "conduct-do")
        assert karel.id in (await world.session()).moderators
        answer = await world.command(karel, "moderator pause")
        assert world.words(say.DONE_IN, groups="1") in answer.text
        assert done.private
        assert (await world.session()).visit >= before.visit


@BOTH
async def test_nobody_is_removed_for_silence_and_any_act_is_a_sign_of_life(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 6, locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        silent = await world.session()
        await world.wait(8 * 60)
        assert world.words(say.IS_QUIET) in world.look(world.board)[-1].text  # also of a group that is early
        await world.writes(world.people[3], "ik ben er nog")
        await world.wait(10)
        assert world.words(say.IS_QUIET) not in world.look(world.board)[-1].text
        session = await world.session()
        assert (session.heard or 0) >= (silent.heard or 0) + 8 * 60
        assert len(session.members) == 6
        await world.goes_on()


@BOTH
async def test_all_come_back_for_a_moment_and_go_on_in_the_same_groups(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 12, locale) as world:
        await world.evening(language=world.language)
        before = {number: await world.session(number) for number in (1, 2)}
        await world.command(world.moderator, "moderator pause")
        form = await world.command(world.moderator, "moderator message")
        await world.hand_in(world.moderator, form, text="Even terug in de lobby")
        await world.wait(600)
        for number in (1, 2):
            assert "Even terug in de lobby" in world.text(world.room(number))
        answer = await world.command(world.moderator, "moderator resume")
        assert world.words(say.DONE_IN, groups="1, 2") in answer.text
        for number, then in before.items():
            now = await world.session(number)
            assert (now.members, now.at, now.status) == (then.members, then.at, Status.RUNNING)
