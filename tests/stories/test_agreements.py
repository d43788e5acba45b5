"""Agreements for next time: a form, lists and the rest in the private answer to it; then the group reads them."""

from pathlib import Path

import pytest

from tests.stories.world import Actor, World, open_world, press

FIRST = {"datum": "14 januari, 15 uur", "plek": "lokaal 12", "voorzitter": "Bram"}
REST = {"agenda": "Toetsen", "evaluatie": "Met een cijfer"}


async def agreeing(world: World) -> Actor:
    """A group that makes its agreements; whoever writes them down."""
    await world.call("incident")
    await world.check_in()
    await world.command(world.moderator, "moderator groups")
    leader = world.people[0]
    await world.command(world.moderator, "moderator groups", person=leader, leads=True)
    await world.command(world.moderator, "moderator open")
    await world.wait()
    await world.until("fr.afspraken")
    return leader


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_what_does_not_fit_in_the_form_is_asked_in_the_answer_to_it(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, 4, locale) as world:
        options = {"0": "Vast", "1": "Wisselend"} if locale == "nl" else {"0": "Fixed", "1": "Rotating"}
        leader = await agreeing(world)
        form = await world.press(leader, await world.mine(leader), "write")
        assert [one["custom_id"] for one in form.questions] == list(FIRST)
        card = (await world.hand_in(leader, form, **FIRST)).card
        assert card.choices["pick"].options == options
        await world.restart()
        session = await world.session()
        for field, option in (("plek", "1"), ("voorzitter", "0")):
            custom_id = press("pick", session.id, session.visit, leader.id, field)
            answer = await world.forge(leader, card, custom_id, option)
        form = await world.press(leader, answer.card, "more")
        assert {one["custom_id"] for one in form.questions} > set(REST)
        await world.hand_in(leader, form, **REST)
        await world.next()
        heard = world.text(world.room())
        wanted = (
            ("Op locatie: lokaal 12", "Vast: Bram")
            if locale == "nl"
            else ("On location: lokaal 12", "Fixed: Bram")
        )
        assert all(one in heard for one in (*wanted, FIRST["datum"], *REST.values()))


async def test_a_choice_that_no_list_offers_or_of_a_step_that_is_over_changes_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        leader = await agreeing(world)
        session = await world.session()
        card = await world.mine(leader)
        for visit, field, option in (
            (session.visit, "plek", "9"),
            (session.visit, "geen", "0"),
            (1, "plek", "0"),
        ):
            custom_id = press("pick", session.id, visit, leader.id, field)
            assert "✓" not in (await world.forge(leader, card, custom_id, option)).text
        assert (await world.session()).gave("0:fr.afspraken") == {}


async def test_who_does_not_write_them_down_chooses_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path, 4) as world:
        await agreeing(world)
        session, other = await world.session(), world.people[1]
        custom_id = press("pick", session.id, session.visit, other.id, "plek")
        await world.forge(other, await world.mine(other), custom_id, "0")
        assert (await world.session()).gave("0:fr.afspraken") == {}
