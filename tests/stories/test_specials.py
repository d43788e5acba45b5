"""What is special to one method, as the people in it meet it, in both languages."""

from pathlib import Path

import pytest

from bot import sayings as say
from methods.engine import sentences as s
from methods.engine import wording as w
from methods.engine.model import LinkBallot, OptionBallot
from methods.engine.roles import leads
from methods.engine.state import Part, Session
from methods.engine.text import PersonId, Text
from methods.library import method
from methods.meeting import ChannelId
from tests.stories.world import Actor, Shown, World, open_world

BOTH = pytest.mark.parametrize("locale", ["nl", "en-GB"])


async def at(world: World, name: str, phase: str, talk: str = "written") -> tuple[Actor, Actor, list[Actor]]:
    """An evening at the beginning of this phase: the leader, who brings in, and the others."""
    await world.call(name, talk, sure=True)
    await world.check_in()
    await world.command(world.moderator, "moderator groups")
    leader, bringer, *others = world.people
    await world.command(world.moderator, "moderator groups", person=leader, leads=True)
    await world.command(world.moderator, "moderator open")
    await until(world, phase, bringer)
    return leader, bringer, others


async def forward(world: World, session: Session, bringer: Actor) -> None:
    """One step on, or one part of a choice: person 2 brings in."""
    part = session.stage.part if session.stage else Part.MAIN
    if part is Part.OFFERING:
        await world.press(bringer, await world.mine(bringer), "offer-case")
        return
    if part is Part.ASKING:
        asked = next(one for one in world.people if one.id == session.ranking[0])
        await world.press(asked, await world.mine(asked), "consent")
        return
    mover = next((p for p in world.people if leads(session, PersonId(p.id))), world.moderator)
    answer = await world.press(mover, world.room(), "next")
    for card in answer.private:
        if "sure" in card.buttons:
            await world.press(mover, card, "sure")


async def until(world: World, phase: str, bringer: Actor) -> None:
    """On to this phase."""
    while await world.phase() != phase:
        await world.wait()
        await forward(world, await world.session(), bringer)


async def write(world: World, who: Actor, **words: str) -> Shown:
    """Fill in the form of this step from the own card; the own card after it."""
    answer = await world.hand_in(who, await world.press(who, await world.mine(who), "write"), **words)
    return answer.card


def said(locale: str, text: Text) -> str:
    """What stands in a text before its first hole."""
    return (text.nl if locale == "nl" else text.en).partition("{")[0]


@BOTH
async def test_what_was_said_behind_a_back_is_deleted_at_the_stop_word(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        _, bringer, others = await at(world, "roddel", "ro.roddelen")
        room = world.room()
        assert s.NOT_KEPT.to(world.language) in world.text(room)
        for who in others:
            await who.send(room, "Zou het kunnen dat…?")
        cards = [one for one in room.history() if one.author.id == world.env.backend.bot_user.id]
        since = len(world.env.http_requests)
        await world.press(bringer, await world.mine(bringer), "done")
        await world.wait()
        assert (await world.session()).step.phase.id == "ro.terugkeer"
        left = room.history()
        assert not [one for one in left if one.author.id in {who.id for who in others}]
        assert {one.id for one in cards} <= {one.id for one in left}
        deleted = [
            one for one in world.requests(since) if one.method in {"DELETE", "POST"} and "delete" in one.path
        ]
        assert [one.path for one in deleted] == [f"/channels/{room.id}/messages/bulk-delete"]


async def test_deleting_again_after_a_restart_deletes_nothing_more(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, bringer, others = await at(world, "roddel", "ro.roddelen")
        room, began = world.room(), int(world.clock.now()) - 60
        await others[0].send(room, "Zou het kunnen dat…?")
        await world.press(bringer, await world.mine(bringer), "done")
        ended = int(world.clock.now())
        await world.restart()
        await world.wait(10)
        await bringer.send(room, "Daar ben ik weer.")
        channel = world.kring.rooms.channel(ChannelId(room.id))
        assert channel
        await world.kring.rooms.clear(channel, began, ended)
        texts = [one.content for one in room.history() if one.content]
        assert texts == ["Daar ben ik weer."], leader.name


@BOTH
async def test_an_approach_is_linked_to_definitions_and_each_gets_a_note(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        leader, bringer, others = await at(world, "leeronderzoek", "lo.definitie_schrijven")
        for who in (leader, bringer, others[0]):
            await write(world, who, definitie=f"Volgens {who.name}")
        await until(world, "lo.assumpties", bringer)
        for number in ("1", "2"):
            await write(world, leader, **{f"aanname.{number}": f"aanname {number}"})
        text = world.text(world.room())
        for count in (1, 2):
            said_so = s.NOTED_ABOUT.to(world.language, person=leader.name, number=str(count))
            assert f"**{said_so}**\naanname {count}" in text
        await until(world, "lo.ervaring_schrijven", bringer)
        await write(world, others[0], situatie="Bij mij", aanpak="Gebeld")
        await until(world, "lo.verbinden", bringer)
        card = await world.mine(others[0])
        options = card.choices["link"].options
        assert len(options) == 3
        assert [*options.values()][-1].endswith(f"Volgens {bringer.name}")
        await world.choose(others[0], card, "link", *list(options)[:2])
        await world.wait()
        both = {"nl": "1 en 2", "en": "1 and 2"}[world.language]
        ballot = method("leeronderzoek").phases[9].ballot
        assert isinstance(ballot, LinkBallot)
        name = ballot.to_name.to(world.language)
        assert world.heard(s.LINKS, person=others[0].name, name=name, numbers=both)


@BOTH
async def test_each_question_is_warm_or_cold_by_itself(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        _, bringer, others = await at(world, "tienstappen", "ts.2")
        asker = others[0]
        await write(world, asker, vraag1="Wat raakt je?")
        more = await world.press(asker, await world.mine(asker), "more")
        await world.hand_in(asker, more, vraag2="Wat laat je koud?")
        await until(world, "ts.3", bringer)
        card = await world.mine(bringer)
        assert sorted(card.choices["sort"].options) == [f"{asker.id}.vraag1", f"{asker.id}.vraag2"]
        await world.choose(bringer, card, "sort", f"{asker.id}.vraag1")
        await world.choose(bringer, await world.mine(bringer), "maybe", f"{asker.id}.vraag2")
        await world.press(bringer, await world.mine(bringer), "done")
        await world.wait()
        (warm,) = (t for one in world.look(world.room()) if said(locale, WARM) in (t := one.text))
        assert "Wat raakt je?" in warm
        assert "Wat laat je koud?" not in warm


WARM = Text(nl="Warm: raakt me", en="Warm: touches me")


@BOTH
async def test_a_procedure_comes_from_home_and_goes_home_sharpened(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.call("toetsing", "written")
        bringer = world.people[1]
        form = await world.command(bringer, "toetsing case")
        await world.hand_in(
            bringer, form, naam="Stagegesprek", doel="Rust", stappen="1. Bellen", toetsvraag="Te veel?"
        )
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await world.command(world.moderator, "moderator groups", person=world.people[0], leads=True)
        await world.command(world.moderator, "moderator open")
        await until(world, "to.aanscherpen", bringer)
        assert (await world.session()).case_bringer == bringer.id
        await write(world, bringer, houd="Het bellen", scherper="Eerder", eerste_stap="Maandag")
        await until(world, "ended", bringer)
        await world.wait()
        other = world.people[2]
        answer = await world.press(other, world.with_button(world.room(), "mine"), "mine")
        text = (await world.press(other, answer.card, "harvest")).text
        assert "Stagegesprek" in text
        assert "Eerder" in text


@BOTH
async def test_the_question_that_was_chosen_stands_on_the_cards_after_it(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        leader, bringer, others = await at(world, "socratisch", "so.vraag")
        await write(world, others[0], vraag="Wanneer is loslaten zorg?")
        await until(world, "so.voorbeelden", bringer)
        card = world.with_button(world.room(), "next").text
        assert said(locale, w.OUR_QUESTION) + "Wanneer is loslaten zorg?" in card, leader.name
        assert (await world.session()).case_bringer is None


@BOTH
async def test_the_form_of_the_consultation_is_told_and_finding_the_question_leads_back(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        _, bringer, _ = await at(world, "kollegiale", "kb.methode")
        ballot = method("kollegiale").phases[3].ballot
        assert isinstance(ballot, OptionBallot)
        told = next(option.said for option in ballot.options if option.id == "resonantie")
        assert told
        await world.choose(bringer, await world.mine(bringer), "vote", "sleutelvraag_vinden")
        await world.wait()
        assert (await world.session()).step.phase.id == "kb.sleutelvraag"
        await until(world, "kb.methode", bringer)
        await world.choose(bringer, await world.mine(bringer), "vote", "resonantie")
        await world.wait()
        assert told.to(world.language) in world.text(world.room())
        assert (await world.session()).step.phase.id == "kb.beraad"


@BOTH
async def test_a_group_of_seven_reads_that_the_sto_script_takes_longer(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, 7, locale=locale) as world:
        await world.call("sto", "spoken")
        await world.check_in()
        await world.open()
        assert world.heard(say.LONGER, count="7", minutes="3")


@BOTH
async def test_verdicts_on_a_procedure_stand_side_by_side_under_each_question(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        leader, bringer, _ = await at(world, "toetsing", "to.bruikbaar_oordeel")
        for who, mark in ((leader, "7"), (bringer, "4")):
            opened = await world.press(who, await world.mine(who), "write")
            await world.hand_in(
                who, opened, cijfer=[mark], blijft=f"Blijft van {mark}", anders=f"Anders van {mark}"
            )
        await until(world, "to.bruikbaar_tonen", bringer)
        await world.wait()
        (shown_so,) = (one.text for one in world.look(world.room()) if "Blijft van 7" in one.text)
        marks, stays, other = (shown_so.index(text) for text in (": 7\n", "Blijft van 7", "Anders van 4"))
        assert marks < stays < shown_so.index("Blijft van 4") < other
