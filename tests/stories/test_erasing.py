"""«Wis mijn gegevens»: after one confirmation Kring knows somebody no more, but for what a group still needs."""

from pathlib import Path

import pytest

from bot.erasing import BUSY, ERASED, ERASED_IN_PART
from methods import code_of_conduct
from methods.engine.text import PersonId
from methods.meeting import ServerId
from storage.check import check
from storage.words import Cipher
from tests.stories.world import KEY, Actor, Shown, World, open_world, press

CANVAS = dict.fromkeys(("titel", "situatie", "binnenkant", "effect", "vervolg"), "Het werd stil.")


async def known(world: World, who: Actor) -> bool:
    return bool(await world.store.people(ServerId(world.guild.id), (PersonId(who.id),)))


async def erase(world: World, who: Actor, card: Shown | None = None) -> tuple[str, str]:
    """Somebody erases their data; what was asked, and what was said then."""
    asked = await world.press(who, card or await world.mine(who), "erase-ask")
    return asked.text, (await world.press(who, asked.card, "erase-do")).text


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_before_the_groups_open_a_case_and_the_acceptance_are_forgotten(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.call()
        who, other = world.people[:2]
        for one in (who, other):
            answer = await world.press(one, world.lobby, "lobby-here")
            await world.press(one, answer.card, "lobby-agree")
            form = await world.press(one, world.lobby, "lobby-case")
            await world.hand_in(one, form, **CANVAS)
        asked, said = await erase(world, who)
        assert world.words(BUSY) in asked
        assert said == world.words(ERASED_IN_PART)
        assert set(await world.store.prepared(world.meeting_id)) == {other.id}
        ids = [PersonId(one.id) for one in (who, other)]
        agreed = await world.store.accepted(ServerId(world.guild.id), ids, code_of_conduct.VERSION)
        assert agreed == (other.id,)


async def test_who_presses_in_the_middle_stays_known_to_the_group_and_is_forgotten_afterwards(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 3) as world:
        await world.evening()
        who = world.people[0]
        await world.until("bm.canvas")
        await world.writes(who, "Het werd stil.")
        readers = await world.press(who, await world.mine(who), "who")
        _, said = await erase(world, who, readers.card)
        assert said == world.words(ERASED_IN_PART)
        session = await world.id_of()
        assert await world.store.word_of(session, "1:bm.canvas", PersonId(who.id))
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait(20)
        asked, said = await erase(world, who)
        assert world.words(BUSY) not in asked
        assert said == world.words(ERASED)
        assert await world.store.word_of(session, "1:bm.canvas", PersonId(who.id)) is None
        assert not await known(world, who)
        assert not any(who.id in given for given in (await world.session()).given.values())
        assert (await check(world.url, Cipher(KEY))).findings == ()
        assert await known(world, world.people[1])


async def test_who_practised_is_forgotten_also_in_a_meeting_that_is_over(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        panel = world.with_button(world.lobby, "practice-start")
        await world.forge(who, panel, press("practice-done", world.meeting_id))
        assert (await world.meeting()).practised == (who.id,)
        await world.command(world.moderator, "moderator close", sure=True)
        await erase(world, who)
        assert (await world.meeting()).practised == ()


async def test_nobody_erases_what_is_anothers(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        sanne, pieter = world.people[:2]
        await world.check_in(sanne)
        await world.command(world.moderator, "moderator close", sure=True)
        panel = world.with_button(world.lobby, "lobby-here")
        await world.forge(pieter, panel, press("erase-do", person=sanne.id))
        assert await known(world, sanne)
