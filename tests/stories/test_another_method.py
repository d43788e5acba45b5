"""A moderator changes the method before the plenary: the lobby hears of it, and prepared cases come along."""

from pathlib import Path

import pytest

from methods.engine.text import PersonId
from methods.frame import SUITABLE
from methods.gathering import BEGUN_ALREADY, METHOD_CHANGED, SAME_METHOD
from methods.library import method
from tests.stories.world import World, open_world, press

CASE = {"titel": "De stilte", "situatie": "Het werd stil.", "vraag": "Wat nu?"}


async def switch(world: World, to: str) -> str:
    answer = (await world.command(world.moderator, "moderator switch", method=to)).text
    await world.wait()
    return answer


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_a_case_comes_along_and_is_there_when_the_group_begins(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 4, locale) as world:
        await world.call("incident")
        await world.check_in()
        who, other = world.people[:2]
        form = await world.press(who, world.lobby, "lobby-case")
        kept = await world.hand_in(who, form, **CASE)
        wish = press("lobby-pick", world.meeting_id, 0, who.id, "wens")
        await world.forge(who, kept.card, wish, "1")
        only = await world.press(other, world.lobby, "lobby-case")
        await world.hand_in(other, only, herkenning="Mentoren.", **CASE)
        await switch(world, "bumpy")
        assert world.words(METHOD_CHANGED, method=world.words(method("bumpy").name)) in world.text(
            world.lobby
        )
        form = await world.press(who, world.lobby, "lobby-case")
        begun = {one["custom_id"]: one["value"] for one in form.questions if one.get("value")}
        assert begun == {"titel": CASE["titel"], "situatie": CASE["situatie"]}
        await world.open()
        session = await world.session()
        assert session.method == "bumpy"
        assert set(session.gave("1:bm.canvas")[PersonId(who.id)]) == {"titel", "situatie"}


async def test_the_lists_under_a_case_are_kept_with_it(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        await world.call("incident")
        who = world.people[0]
        form = await world.press(who, world.lobby, "lobby-case")
        card = (await world.hand_in(who, form, **CASE)).card
        assert SUITABLE[-1].nl in card.text
        wish = press("lobby-pick", world.meeting_id, 0, who.id, "wens")
        await world.forge(who, card, wish, "1")
        await world.forge(who, card, wish, "99")
        kept = await world.store.case(world.meeting_id, PersonId(who.id))
        assert kept == CASE | {"wens": "Inzicht in het probleem"}


async def test_it_is_refused_once_it_has_begun_or_where_nothing_changes(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        await world.call("bumpy")
        assert SAME_METHOD.nl in await switch(world, "bumpy")
        assert "Die methode ken ik niet" in await switch(world, "nee")
        await world.command(world.moderator, "moderator begin")
        assert BEGUN_ALREADY.nl in await switch(world, "incident")
        assert (await world.meeting()).method == "bumpy"


async def test_question_by_question_asks_what_is_typed_and_the_lists_stand_beside_it(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        await world.evening("incident")
        await world.until("fr.pitch")
        who = world.people[0]
        asked = []
        for _ in range(4):
            card = await world.mine(who)
            assert "pick" in card.choices
            form = await world.press(who, card, "step")
            asked += [one["custom_id"] for one in form.questions]
            await world.hand_in(who, form, **{asked[-1]: "Iets."})
        assert asked == ["titel", "situatie", "eigen_rol", "vraag"]
