"""What must be said is said once and in order, whatever happens at Discord or to Kring."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import discord
from sqlalchemy import select

from bot.outbox import SURE
from bot.refusals import DELETE_AGAIN
from bot.room import PARTS, mark, mark_of
from bot.screen import message
from methods.engine.messages import Reveal, Say
from methods.engine.state import Status
from methods.engine.text import Text, line
from storage.outbox import OutboxRow
from storage.schema import outbox
from tests.stories.world import World, open_world, shown

ONCE = "Dit staat er een keer."


def hold(world: World) -> None:
    """From now on nothing is delivered, as before Kring is connected."""
    world.kring.outbox.open = False


async def say(world: World, text: str = ONCE, number: int = 1) -> int:
    """Put a sentence in the outbox of a group; the row's number."""
    session = await world.session(number)
    effect = Say(line(Text(nl=text, en=text)))
    return await put(world, session.id, effect, number)


async def put(world: World, session: Any, effect: Any, number: int = 1) -> int:  # noqa: ANN401 - any effect
    meeting = await world.meeting()
    taken = len(await world.store.undelivered(2**40, session=session))
    async with world.store.transaction() as change:
        return await change.send(meeting.server, meeting.id, session, 1000 + number, taken, effect)


async def rows(world: World, number: int = 1) -> list[OutboxRow]:
    return await world.store.undelivered(2**40, session=await world.id_of(number))


async def posted(world: World, row: int, text: str) -> None:
    """The message of a row is in the room, as if Kring had gone down just after it was sent."""
    room = world.kring.get_channel(world.room().id)
    assert isinstance(room, discord.TextChannel)
    with world.env._bot_scope():
        await room.send(view=message(text, mark=row))


def said(world: World, text: str = ONCE, number: int = 1) -> int:
    """How often the room heard this."""
    return world.text(world.room(number)).count(text)


async def fate(world: World, row: int) -> tuple[bool, str | None]:
    """Whether a row was done, and with which code it was set aside."""
    kept = select(outbox.c.done_at, outbox.c.failed).where(outbox.c.id == row)
    async with world.store._reader.connect() as connection:
        found = (await connection.execute(kept)).one()
    return found.done_at is not None, found.failed


async def failing(world: World, fault: Callable[[], Exception], times: int = 1) -> None:
    """The next requests end in this fault before they reach Discord."""
    ask: Callable[..., Awaitable[Any]] = world.kring.http.request
    left = [times]

    async def request(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - passed on as it came
        if left[0]:
            left[0] -= 1
            raise fault()
        return await ask(*args, **options)

    world.kring.http.request = request  # type: ignore[method-assign]


# --- Once and in order -------------------------------------------------------------------------------------


async def test_rows_are_said_once_and_in_the_order_they_were_decided(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        for n in range(5):
            await say(world, f"Zin {n}.")
        await world.wait(20)
        heard = [one.text for one in world.look(world.room()) if one.text.startswith("Zin")]
        assert heard == [f"Zin {n}." for n in range(5)]
        assert await rows(world) == []


async def test_nothing_is_said_before_kring_is_connected(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        hold(world)
        await say(world)
        await world.wait(30)
        assert said(world) == 0
        with world.env._bot_scope():
            await world.kring.on_ready()
        await world.env.settle()
        assert said(world) == 1


async def test_a_row_that_was_posted_but_not_settled_is_not_said_again(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        hold(world)
        row = await say(world)
        await world.store.claim(row)
        await posted(world, row, ONCE)
        await world.restart()
        await world.wait(20)
        assert said(world) == 1
        assert await rows(world) == []


async def test_a_row_that_was_claimed_but_not_posted_is_said_after_all(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        hold(world)
        await world.store.claim(await say(world))
        await world.restart()
        await world.wait(20)
        assert said(world) == 1


async def test_a_row_that_two_deliveries_take_up_at_once_is_said_once(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await say(world)
        session = await world.session()
        with world.env._bot_scope():
            for _ in range(5):
                world.kring.outbox.start(session.meeting, session.id)
        await world.env.settle()
        assert said(world) == 1


async def test_a_card_of_a_step_that_is_over_is_not_posted_any_more(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        hold(world)
        await world.until("bm.canvas")
        await world.restart()
        await world.wait(20)
        assert said(world, "Stap 2 van") == 0
        assert said(world, "Stap 3 van") == 1


async def test_the_greeting_is_said_also_when_the_room_moved_on_before_it_could_be(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        world.env.inject_error("POST", "/channels/*/messages", status=503, times=None)
        await world.open()
        await world.until("bm.canvas")
        world.env.backend.faults.clear()
        await world.wait(20)
        assert "wordt gewist op" in world.look(world.room())[0].text


# --- Texts in several messages -----------------------------------------------------------------------------


async def long_reveal(world: World) -> int:
    """A reveal of more than one message in the outbox; its row."""
    await world.evening()
    await world.until("bm.canvas")
    for who in world.people:
        form = await world.press(who, world.room(), "write")
        await world.hand_in(who, form, **{one["custom_id"]: full(one) for one in form.questions})
    hold(world)
    session = await world.session()
    effect = Reveal(session.step.slot, session.members, (), named=True, heading=line(Text("Alles:", "All:")))
    return await put(world, session.id, effect)


def full(question: Any) -> str:  # noqa: ANN401 - a part of a form
    return ("woord " * 200)[: question["max_length"]].strip()


def parts_of(world: World, row: int) -> list[int]:
    """Which parts of a row stand in the room, in the order in which they stand there."""
    marks = [mark_of(one) for one in world.room().history()]
    return [found // PARTS for found in marks if found is not None and found % PARTS == row]


async def test_a_long_text_comes_in_numbered_messages_that_nobody_s_phone_rings_for(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        row = await long_reveal(world)
        await world.restart()
        await world.wait(20)
        texts = [one for one in world.room().history() if (mark_of(one) or 0) % PARTS == row]
        assert len(texts) > 1
        assert all(one.flags.suppress_notifications for one in texts)
        assert parts_of(world, row) == list(range(len(texts)))


async def test_a_long_text_that_was_broken_off_goes_on_at_the_missing_message(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        row = await long_reveal(world)
        await world.store.claim(row)
        await posted(world, mark(row, 0), "(1/5) …")
        await posted(world, mark(row, 1), "(2/5) …")
        await world.restart()
        await world.wait(20)
        found = parts_of(world, row)
        assert len(found) > 2
        assert found == list(range(len(found)))


# --- Discord says no, or nothing ---------------------------------------------------------------------------


async def test_what_discord_will_never_take_is_set_aside_with_its_code_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        path = f"/channels/{world.room().id}/messages"
        world.env.inject_error("POST", path, status=400, code=50035, message="Invalid Form Body")
        first, second = await say(world, "Eerst."), await say(world, "Daarna.")
        await world.wait(20)
        assert await fate(world, first) == (False, "400/50035")
        assert await fate(world, second) == (True, None)


async def test_what_kring_may_not_say_now_is_said_in_order_when_it_may(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        path = f"/channels/{world.room().id}/messages"
        world.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions", times=2)
        await say(world, "Zin 1.")
        await say(world, "Zin 2.")
        await world.wait(20)
        assert said(world, "Zin") == 0
        assert "Ik mag niet overal schrijven" in world.look(world.board)[-1].text
        await world.wait(130)
        heard = [one.text for one in world.look(world.room()) if one.text.startswith("Zin")]
        assert heard == ["Zin 1.", "Zin 2."]
        assert "Ik mag niet overal schrijven" not in world.look(world.board)[-1].text


async def test_where_kring_may_not_write_it_tries_once_a_minute(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        path = f"/channels/{world.room().id}/messages"
        world.env.inject_error(
            "POST", path, status=403, code=50013, message="Missing Permissions", times=None
        )
        await say(world)
        since = len(world.env.http_requests)
        await world.wait(180)
        tries = [one for one in world.requests(since) if (one.method, one.path) == ("POST", path)]
        assert 3 <= len(tries) <= 4


async def test_after_the_end_a_goodbye_that_kring_may_not_say_holds_nobody_up(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("fr.terug")
        path = f"/channels/{world.room().id}/messages"
        world.env.inject_error(
            "POST", path, status=403, code=50013, message="Missing Permissions", times=None
        )
        await world.next()
        await world.wait(20)
        assert await rows(world) == []
        assert "Alle groepen zijn klaar" in world.text(world.lobby)


async def test_after_a_fault_of_discord_the_next_sweep_says_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        path = f"/channels/{world.room().id}/messages"
        world.env.inject_error("POST", path, status=503, times=2)
        await say(world)
        await world.wait(11)
        assert said(world) == 0
        await world.wait(30)
        assert said(world) == 1


async def test_a_broken_connection_keeps_the_row_for_the_next_sweep(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await failing(world, aiohttp.ServerDisconnectedError)
        await say(world)
        await world.wait(30)
        assert said(world) == 1


async def test_a_long_wait_that_discord_asks_for_keeps_the_row(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await failing(world, lambda: discord.RateLimited(120.0))
        await say(world)
        await world.wait(30)
        assert said(world) == 1


async def test_a_sentence_that_cannot_be_made_does_not_silence_the_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        broken = await say(world, "{nobody} fills this hole.")
        await say(world)
        await world.wait(20)
        assert await fate(world, broken) == (False, "KeyError")
        assert said(world) == 1


async def test_what_was_on_its_way_to_a_room_that_somebody_deleted_is_said_in_the_new_one(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.delete(world.room(), heard=False)
        await say(world)
        await world.wait(20)
        assert said(world) == 1
        assert "De vorige ruimte is weg." in world.text(world.room())


async def test_a_group_whose_room_cannot_be_made_anew_still_counts_as_done(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        path = f"/guilds/{world.guild.id}/channels"
        world.env.inject_error(
            "POST", path, status=403, code=50013, message="Missing Permissions", times=None
        )
        await world.delete(world.room())
        await world.until("fr.terug")
        await world.next()
        await world.wait(20)
        assert (await world.session()).status is Status.ENDED
        assert "Alle groepen zijn klaar" in world.text(world.lobby)


async def test_a_goodbye_that_was_said_before_a_crash_still_calls_everybody_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("fr.terug")
        hold(world)
        await world.next()
        (row,) = [one for one in await rows(world) if type(one.effect).__name__ == "Finish"]
        await world.store.claim(row.id)
        await posted(world, row.id, "Dit gesprek is klaar.")
        await world.restart()
        await world.wait(20)
        assert said(world, "Dit gesprek is klaar.") == 1
        assert "Alle groepen zijn klaar" in world.text(world.lobby)


async def test_somebody_who_takes_no_direct_messages_changes_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        owner = world.people[0]
        path = f"/channels/{owner.user.dm_channel.id}/messages"
        world.env.inject_error("POST", path, status=403, code=50007, message="Cannot send", times=None)
        await world.chosen(owner)
        assert (await world.session()).case_bringer == owner.id
        assert await rows(world) == []


async def test_the_alert_says_nothing_of_what_waits(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        owner = world.people[0]
        await world.chosen(owner)
        (dm,) = owner.user.dm_channel.history()
        assert shown(dm).text == "Er staat iets voor je klaar in Kring. Kijk op ‘Mijn kaart’ in je groep."


async def test_a_right_that_is_missing_is_told_to_the_moderators_and_tried_again(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        path = f"/guilds/{world.guild.id}/channels"
        world.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions", times=2)
        await world.command(world.moderator, "moderator open")
        await world.wait(8)
        assert "Ik kan nog niet elke ruimte openen of wissen" in world.text(world.board)
        await world.wait(30)
        assert "Ik kan nog niet elke ruimte openen of wissen" not in world.look(world.board)[-1].text
        assert "Welkom in groep 1" in world.text(world.room())


async def test_an_answer_to_a_click_that_has_run_out_is_said_in_the_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        world.env.inject_error("POST", "/webhooks/*", status=401, code=50027, message="Invalid Webhook Token")
        await world.wait()
        leader = world.people[0]
        before = len(world.look(world.room()))
        await world.press(leader, await world.mine(leader), "linger")
        await world.env.settle()
        assert len(world.look(world.room())) == before + 1


async def test_everything_is_settled_when_no_delivery_is_under_way(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.kring.outbox.settled()
        assert world.kring.outbox._busy == {}
        assert world.kring.outbox._tasks == set()


async def test_a_room_that_may_not_be_deleted_yet_is_tried_again_an_hour_later(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        room = world.room()
        path = f"/channels/{room.id}"
        world.env.inject_error("DELETE", path, status=403, code=50013, message="Missing Permissions")
        world.env.backend.advance_clock(4 * 86_400)
        await world.wait(SURE + 30)
        assert room.id in [channel.id for channel in world.guild.channels.values()]
        await world.wait(DELETE_AGAIN)
        assert room.id not in [channel.id for channel in world.guild.channels.values()]
