"""The code of conduct: the whole text once, in private; then never again until it changes."""

from pathlib import Path

import pytest

from methods import code_of_conduct
from methods.engine.text import PersonId
from methods.meeting import ServerId
from tests.stories.world import Actor, World, open_world, press

WORDS = {"nl": ("Fijn dat je er bent", "Bewaard"), "en": ("Good that you are here", "Kept")}


async def accepted(world: World, *people: Actor) -> tuple[int, ...]:
    """Who of these people accepted the text as it is now."""
    ids = [PersonId(one.id) for one in people]
    return await world.store.accepted(ServerId(world.guild.id), ids, code_of_conduct.VERSION)


async def agree(world: World, *people: int) -> None:
    """These people check in and accept."""
    for number in people:
        who = world.people[number]
        answer = await world.press(who, world.lobby, "lobby-here")
        await world.press(who, answer.card, "lobby-agree")


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_who_checks_in_reads_it_all_once_and_accepts(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        language = "nl" if locale == "nl" else "en"
        whole = code_of_conduct.whole().nl if language == "nl" else code_of_conduct.whole().en
        await world.call()
        who = world.people[0]
        answer = await world.press(who, world.lobby, "lobby-here")
        assert answer.text.startswith(WORDS[language][0])
        assert whole in answer.text
        assert whole not in world.text(world.lobby)
        kept = await world.press(who, answer.card, "lobby-agree")
        assert kept.text.startswith(WORDS[language][1])
        again = await world.press(who, world.lobby, "lobby-code")
        assert again.text == whole
        assert "lobby-agree" not in again.card.buttons
        await world.restart()
        await world.command(world.moderator, "moderator close", sure=True)
        await world.call()
        await world.wait(20)
        assert whole not in (await world.press(who, world.lobby, "lobby-here")).text


async def test_it_waits_for_nobody_where_there_is_no_step_for_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening("bumpy")
        assert await world.phase() == "fr.kennismaken"
        assert await accepted(world, *world.people) == ()


async def test_nobody_accepts_for_another_or_an_old_text(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        sanne, pieter = world.people[:2]
        shown = (await world.press(sanne, world.lobby, "lobby-here")).card
        forged = press("lobby-agree", world.meeting_id, code_of_conduct.VERSION, sanne.id)
        panel = world.with_button(world.lobby, "lobby-here")
        await world.forge(pieter, panel, forged)
        old = press("lobby-agree", world.meeting_id, code_of_conduct.VERSION + 1, sanne.id)
        answer = await world.forge(sanne, shown, old)
        assert code_of_conduct.whole().nl in answer.text
        assert await accepted(world, sanne, pieter) == ()


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_the_step_asks_only_who_has_not_accepted_before(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.call("tienstappen", language=locale[:2])
        await agree(world, 0, 1, 2, 3)
        await world.check_in(*world.people[4:])
        await world.open()
        await world.until("fr.code")
        session = await world.session()
        assert set(session.agreed) == {one.id for one in world.people[:4]}
        known, new = world.people[0], world.people[5]
        whole = code_of_conduct.whole().nl if locale == "nl" else code_of_conduct.whole().en
        assert whole not in (await world.mine(known)).text
        assert (await world.press(known, await world.mine(known), "code")).text == whole
        opened = await world.press(new, world.room(), "vote")
        assert whole in opened.text
        await world.wait()
        done = await world.press(new, opened.card, "vote")
        assert whole not in done.text
        assert new.id in (await world.session()).agreed
        assert await accepted(world, new) == (new.id,)
