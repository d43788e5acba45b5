"""«Moet ik dit melden?», for whoever asks alone; and articles of a server's own, which everybody accepts anew."""

from pathlib import Path

import pytest

from bot.articles import SAVED, UNCHANGED
from methods import code_of_conduct
from methods.engine.text import PersonId
from methods.meeting import ServerId
from tests.stories.world import Actor, Answer, World, open_world, press

OWN = "We nemen *zelf* koffie mee. {x}"


async def add(world: World, who: Actor, *texts: str) -> str:
    form = await world.command(who, "moderator agreements")
    words = {f"artikel{number}": text for number, text in enumerate(texts, start=1)}
    return (await world.hand_in(who, form, **words)).text


async def check_in(world: World, who: Actor) -> Answer:
    return await world.press(who, world.lobby, "lobby-here")


async def accepted(world: World, who: Actor, version: int) -> bool:
    return bool(await world.store.accepted(ServerId(world.guild.id), (PersonId(who.id),), version))


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_who_asks_whether_to_report_reads_the_article_alone_and_nothing_is_kept(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 3, locale) as world:
        await world.evening()
        contact = world.people[2]
        await world.command(world.moderator, "moderator setup", contact=contact)
        who, room = world.people[0], world.text(world.room())
        before = await world.session()
        asked = await world.press(who, world.room(), "care")
        answer = await world.press(who, asked.card, "rules-report")
        assert world.words(code_of_conduct.last_article()) in answer.text
        assert f"<@{contact.id}>" in answer.text
        assert world.text(world.room()) == room
        assert await world.session() == before


async def test_own_articles_stand_below_the_ten_and_are_asked_of_everybody_anew(tmp_path: Path) -> None:
    async with open_world(tmp_path, 2) as world:
        await world.call()
        sanne, pieter = world.people
        first = await check_in(world, sanne)
        await world.press(sanne, first.card, "lobby-agree")
        assert await add(world, world.moderator, OWN, "", "Telefoons uit.") == SAVED.nl
        assert await add(world, world.moderator, OWN, "Telefoons uit.") == UNCHANGED.nl
        text = (await world.press(sanne, world.lobby, "lobby-code")).text
        assert text.endswith("11. We nemen \\*zelf\\* koffie mee. {x}\n12. Telefoons uit.")
        shown = await check_in(world, pieter)
        assert "12. Telefoons uit." in shown.text
        await world.press(pieter, shown.card, "lobby-agree")
        assert await accepted(world, pieter, code_of_conduct.version(1))
        assert not await accepted(world, sanne, code_of_conduct.version(1))


async def test_who_read_the_text_before_it_changed_is_shown_the_new_one(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        await world.call()
        who = world.people[0]
        shown = await check_in(world, who)
        await add(world, world.moderator, OWN)
        again = await world.press(who, shown.card, "lobby-agree")
        assert "11. We nemen" in again.text
        assert not await accepted(world, who, code_of_conduct.version(1))


async def test_only_moderators_add_articles_and_none_is_too_long(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        await world.call()
        target = press("rules-form", person=world.people[0].id)
        refused = await world.forge_form(world.people[0], world.lobby, target, artikel1=OWN)
        assert "voor moderatoren" in refused.text
        assert "koffie" in refused.text
        target = press("rules-form", person=world.moderator.id)
        long = await world.forge_form(world.moderator, world.lobby, target, artikel1="x" * 201)
        assert "te lang" in long.text
        assert (await world.store.server(ServerId(world.guild.id))).articles == ()
