"""The bot's own clock and door: it starts with little, keeps time for all, and never leaves anybody waiting."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import discord
import pytest
from sqlalchemy import text

from bot.client import Kring, intents
from tests.stories.world import World, open_world, press


async def test_it_asks_for_no_privileged_intent() -> None:
    asked = intents()
    assert not any((asked.members, asked.presences, asked.message_content))


async def test_discord_is_told_the_commands_once(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        told = [one for one in world.env.http_requests if one.method == "PUT" and "commands" in one.path]
        await world.restart()
        again = [one for one in world.env.http_requests if one.method == "PUT" and "commands" in one.path]
        assert len(told) == 1
        assert again == told


async def test_discord_is_told_the_commands_again_when_they_changed(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.store.note("commands", "those of an older version")
        await world.restart()
        told = [one for one in world.env.http_requests if one.method == "PUT" and "commands" in one.path]
        assert len(told) == 2


# --- Time --------------------------------------------------------------------------------------------------


async def test_one_group_that_cannot_be_read_does_not_stop_the_clock_of_another(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        broken, sound = await world.id_of(1), await world.session(2)
        async with world.store._writer.begin() as connection:
            await connection.execute(text("UPDATE sessions SET state = '{}' WHERE id = :id"), {"id": broken})
        await world.wait(1200)
        after = await world.store.session(sound.id)
        assert after is not None
        assert after.visit > sound.visit


async def test_a_deadline_that_a_command_brought_is_kept_to_the_second(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        assert session.stage is not None
        notice = session.stage.ends - 60
        await world.wait(notice - world.clock.now() + 1)
        assert "Nog één minuut" in world.text(world.room())


async def test_a_command_sets_the_alarm_for_what_it_brought(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.command(world.moderator, "moderator next")
        job = world.kring.alarm._scheduler.get_job("due")
        assert job.next_run_time.timestamp() == await world.store.next_due()


# --- What comes in ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [discord.InteractionType.component, discord.InteractionType.modal_submit])
async def test_what_the_gateway_brings_twice_is_handled_once(
    tmp_path: Path, kind: discord.InteractionType
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        came: list[discord.Interaction[Kring]] = []
        world.kring.add_listener(_noting(came), "on_interaction")
        await world.press(world.people[0], world.room(), "done")
        came[0].type = kind
        before, requests = await world.session(), len(world.env.http_requests)
        await world.kring.on_interaction(came[0])
        assert await world.session() == before
        assert len(world.env.http_requests) == requests


async def test_so_is_a_command(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        came: list[discord.Interaction[Kring]] = []
        world.kring.add_listener(_noting(came), "on_interaction")
        await world.call()
        assert not await world.kring.tree.interaction_check(came[-1])


def _noting(came: list[discord.Interaction[Kring]]) -> Callable[..., Coroutine[Any, Any, None]]:
    async def note(interaction: discord.Interaction[Kring]) -> None:
        came.append(interaction)

    return note


# --- Signs of life -----------------------------------------------------------------------------------------


async def test_who_types_where_all_type_at_once_is_ticked_off(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        assert session.flow == "together"
        await world.people[0].send(world.room(), "Ik ben Sanne.")
        stage = (await world.session()).stage
        assert stage is not None
        assert stage.done == (world.people[0].id,)


async def test_what_is_typed_elsewhere_means_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = await world.session()
        await world.people[0].send(world.lounge, "Hallo!")
        assert await world.session() == before


# --- Answers -----------------------------------------------------------------------------------------------


def kinds(world: World, since: int) -> list[Any]:
    """What was answered to interactions, by Discord's numbers."""
    made = world.env.http_requests[since:]
    return [one.json["type"] for one in made if one.path.endswith("/callback") and one.json]


async def slow(world: World, seconds: float) -> int:
    """From now on each write takes so long; how many requests there were until now."""
    world.store.delay = seconds
    return len(world.env.http_requests)


async def test_a_slow_save_is_answered_in_time_and_finished_afterwards(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        card = world.with_button(world.room(), "done")
        since = await slow(world, 2.5)
        answer = await world.press(world.people[0], card, "done")
        await world.wait(1.6)
        assert kinds(world, since) == [6]
        await world.wait(5)
        assert "Gedaan" in answer.text


async def test_a_slow_save_of_a_form_says_in_the_end_that_it_was_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.command(who, "bumpy canvas")
        since = await slow(world, 2.5)
        words = {one["custom_id"]: "tekst" for one in form.questions}
        answer = await world.hand_in(who, form, **words)
        await world.wait(1.6)
        assert kinds(world, since) == [5]
        await world.wait(5)
        assert "Bewaard" in answer.text


async def test_a_moderator_s_act_on_many_rooms_is_answered_within_a_second(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        since = await slow(world, 0.6)
        answer = await world.command(world.moderator, "moderator pause")
        await world.wait(0.8)
        assert kinds(world, since) == [5]
        await world.wait(5)
        assert "Gedaan in groep 1, 2." in answer.text


@pytest.mark.parametrize("action", ["lobby-here", "conduct-groups", "conduct-begin", "conduct-close"])
async def test_every_button_that_writes_is_answered_in_time(tmp_path: Path, action: str) -> None:
    async with open_world(tmp_path) as world:
        called = await world.call()
        await world.check_in(*world.people[:5])
        who = world.people[5] if action == "lobby-here" else world.moderator
        where = world.with_button(world.lobby, action) if action == "lobby-here" else called.card
        since = await slow(world, 2.5)
        answer = await world.press(who, where, action)
        await world.wait(1.6)
        assert len(kinds(world, since)) == 1
        await world.wait(20)
        assert answer.text


@pytest.mark.parametrize(
    "command", ["groups", "open", "begin", "next", "pause", "setup", "meeting", "close", "message"]
)
async def test_every_command_of_a_moderator_is_answered_in_time(tmp_path: Path, command: str) -> None:
    asked: dict[str, Any] = {"meeting": {"method": "bumpy", "theme": "T", "talk": "spoken"}}
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        other = moderator_anew(world)
        since = await slow(world, 2.5)
        await world.command(other, f"moderator {command}", **asked.get(command, {}))
        await world.wait(1.6)
        assert len(kinds(world, since)) == 1
        await world.wait(30)


def moderator_anew(world: World) -> Any:  # noqa: ANN401 - a handle of the library
    """Another moderator, who takes part in conducting from the first act on."""
    role = world.guild.roles["moderator"]
    return world.guild.add_member(world.env.create_user("Karel"), roles=[role])


async def test_the_language_button_is_answered_in_time(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        card = await world.mine(world.people[0])
        since = await slow(world, 2.5)
        answer = await world.press(world.people[0], card, "lang")
        await world.wait(1.6)
        assert len(kinds(world, since)) == 1
        await world.wait(5)
        assert "You take part" in answer.text


async def test_a_form_comes_at_once_also_when_writing_is_slow(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        await slow(world, 30)
        answer = await world.press(world.people[0], world.room(), "write")
        assert answer.questions


async def test_when_it_cannot_be_saved_the_text_comes_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        session, who = await world.session(), world.people[0]
        world.store.broken = True
        custom_id = press("form", session.id, session.visit, who.id, extra="first")
        answer = await world.forge_form(who, world.room(), custom_id, titel="De stilte", situatie="Stil.")
        world.store.broken = False
        assert "hieronder staat je tekst" in answer.text
        assert "De stilte" in answer.text
        assert await world.session() == session


async def test_when_an_act_cannot_be_saved_the_person_hears_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        card = world.with_button(world.room(), "done")
        world.store.broken = True
        answer = await world.press(world.people[0], card, "done")
        world.store.broken = False
        assert answer.text == "Dat lukte me net niet. Probeer het zo nog eens; er is niets kwijt."


async def test_whatever_goes_wrong_is_answered_with_a_code(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        answer = await broken_read(world)
        assert "Er ging iets mis bij mij" in answer
        assert "code" in answer


async def broken_read(world: World) -> str:
    """What somebody hears when the session cannot even be read."""
    card = world.with_button(world.room(), "mine")
    async with world.store._writer.begin() as connection:
        await connection.execute(text("UPDATE sessions SET state = '{}'"))
    return (await world.press(world.people[0], card, "mine")).text


async def test_a_command_that_fails_before_its_own_answer_is_answered_too(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        kring = next(one for one in world.kring.tree.get_commands() if one.name == "kring")
        assert isinstance(kring, discord.app_commands.Command)

        async def never(_: discord.Interaction) -> bool:
            return False

        kring.add_check(never)
        try:
            answer = await world.command(world.people[0], "kring")
        finally:
            kring.remove_check(never)  # every world shares the list of this command's checks
        world.env._errors.clear()  # the simulation keeps a list of its own
        assert "Er ging iets mis bij mij" in answer.text


async def test_kring_stops_without_leaving_anything_behind(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        kring = world.kring
        await world.restart()
        assert kring.outbox._tasks == set()
        assert isinstance(kring, discord.Client)
