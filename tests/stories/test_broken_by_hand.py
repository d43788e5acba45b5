"""A room, the lobby, the board, a card, a role or a right is gone: one sentence says so, and the evening goes on."""

from pathlib import Path

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot import sayings as say
from tests.stories.world import World, open_world

# --- A room, the lobby, the board, a card, a role ------------------------------------------------------------


@pytest.mark.parametrize("heard_of_it", [True, False])
@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_in_the_place_of_a_deleted_room_another_opens_with_all_that_was_kept(
    tmp_path: Path, locale: str, *, heard_of_it: bool
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        await world.writes(world.people[0], "van voor het wissen")
        old = world.room().id
        await world.delete(world.room(), heard=heard_of_it)
        if not heard_of_it:
            await world.wait(60 * 9 + 10)  # the notice that a minute is left finds nothing there
        room = world.room()
        assert room.id != old
        assert world.heard(say.ROOM_ANEW)
        assert any(one.mentions for one in room.history())
        assert f"<#{room.id}>" in world.text(world.lobby)
        assert "van voor het wissen" in (await world.mine(world.people[0])).text
        saved = await world.writes(world.people[1], "in de nieuwe ruimte")
        assert world.words(say.SAVED) in saved
        await world.goes_on()


async def test_a_deleted_voice_room_is_replaced_by_a_voice_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(talk="spoken", place="voice")
        old = world.room()
        await world.delete(old, heard=False)
        await world.next()
        await world.wait(10)
        assert world.room().id != old.id
        assert world.env.backend.get_channel(world.room().id).type == discord.ChannelType.voice.value
        assert world.heard(say.ROOM_ANEW)
        await world.goes_on()


async def test_a_new_room_is_as_closed_as_the_old_one_was(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        before = await overwrites(world)
        await world.delete(world.room())
        assert await overwrites(world) == before


async def test_a_room_that_was_deleted_while_kring_was_down_is_replaced_after_the_start(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.delete(world.room(), heard=False)
        await world.restart()
        await world.next()
        await world.wait(10)
        assert world.heard(say.ROOM_ANEW)
        assert "Stap 2 van" in world.text(world.room())


async def test_a_room_that_is_deleted_after_the_conversation_stays_deleted(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.to_the_end()
        await world.delete(world.room())
        await world.wait(20)
        assert not [name for name in world.guild.channels if name.startswith("groep")]


async def test_a_deleted_room_stays_deleted_when_the_meeting_was_closed(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.command(world.moderator, "moderator close", sure=True)
        await world.delete(world.room())
        await world.wait(20)
        assert not [name for name in world.guild.channels if name.startswith("groep")]


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_in_the_place_of_a_deleted_lobby_another_opens_with_panel_and_links(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        old = world.lobby.id
        await world.delete(world.lobby)
        assert world.lobby.id != old
        text = world.text(world.lobby)
        assert f"<#{world.room().id}>" in text
        assert world.words(say.ROOM_ANEW) in text  # the plenary waits here
        answer = await world.press(world.people[0], world.lobby, "lobby-mine")
        assert answer.private
        await world.to_the_end()
        assert world.words(say.ALL_BACK) in world.text(world.lobby)


async def test_people_check_in_at_a_lobby_that_took_the_place_of_another(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in(*world.people[:3])
        await world.delete(world.lobby)
        await world.check_in(*world.people[3:])
        assert len((await world.meeting()).present) == 6


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_without_its_channel_the_board_stands_on_the_panel_which_says_so(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.delete(world.board)
        await world.next()
        answer = await world.command(world.moderator, "moderator panel")
        assert world.words(say.NO_BOARD) in answer.text
        assert ("Group 1 · step 2" if locale == "en-US" else "Groep 1 · stap 2") in answer.text
        setup = await world.command(world.moderator, "moderator setup")
        assert world.words(say.DELETED) in setup.text


async def test_a_card_that_somebody_deletes_is_posted_once_more(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        card = world.with_button(world.room(), "write")
        world.env.backend.delete_message(world.room().id, card.message.id)
        await world.wait()
        again = world.with_button(world.room(), "write")
        assert again.text == card.text
        assert "Bewaard" in await world.writes(world.people[0], "tekst")


async def test_a_card_of_a_step_that_is_over_may_be_deleted(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.next()
        old = world.look(world.room())[0]
        since = len(world.env.http_requests)
        world.env.backend.delete_message(world.room().id, old.message.id)
        await world.env.settle()
        assert world.requests(since) == []


async def test_a_text_that_somebody_deletes_stays_deleted(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        await world.writes(world.people[0], "een tekst")
        await world.until("bm.titels")
        told = next(one for one in world.look(world.room()) if "een tekst" in one.text)
        world.env.backend.delete_message(world.room().id, told.message.id)
        await world.env.settle()
        assert "een tekst" not in world.text(world.room())


async def test_a_lobby_s_panel_that_somebody_deletes_is_posted_once_more(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        panel = world.with_button(world.lobby, "lobby-here")
        world.env.backend.bulk_delete_messages(world.lobby.id, [panel.message.id])
        await world.wait()
        await world.check_in()
        assert len((await world.meeting()).present) == 6


async def test_a_board_that_somebody_deletes_is_posted_once_more_by_itself(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        world.env.backend.delete_message(world.board.id, world.look(world.board)[-1].message.id)
        await world.env.settle()
        await world.wait(6)
        assert "Groep 1 · stap 1" in world.look(world.board)[-1].text


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_without_their_role_moderators_hear_who_can_mend_it(tmp_path: Path, locale: str) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        role = world.guild.create_role("gespreksleiders")
        helper = world.guild.add_member(world.env.create_user("Hanna"), roles=[role])
        await world.call()
        await world.command(world.moderator, "moderator setup", role=role)
        await world.wait(10)
        board = world.with_button(world.board, "conduct-panel")
        assert (await world.press(helper, board, "conduct-panel")).card.buttons
        world.env.backend.delete_role(world.guild.id, role.id)
        await world.env.settle()
        refused = await world.press(helper, board, "conduct-panel")
        assert refused.text == world.words(say.NO_ROLE)
        setup = await world.command(world.moderator, "moderator setup")
        assert world.words(say.DELETED) in setup.text


# --- Rights --------------------------------------------------------------------------------------------------


async def overwrites(world: World) -> dict[int, tuple[int, int]]:
    """Who may do what in the room: allowed and denied."""
    channel = world.env.backend.get_channel(world.room().id)
    return {one.target_id: (one.allow, one.deny) for one in channel.overwrites}


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_without_the_right_to_lock_the_room_and_the_moderators_hear_it_and_all_goes_on(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        open_, path = await overwrites(world), f"/channels/{world.room().id}"
        world.env.inject_error(
            "PATCH", path, status=403, code=50013, message="Missing Permissions", times=None
        )
        await world.until("bm.canvas")
        assert await overwrites(world) == open_
        await world.wait(10)
        assert world.heard(say.UNLOCKED)
        spoken = world.words(say.NO_LOCK, code="403/50013")
        assert spoken in world.look(world.board)[-1].text
        assert world.words(say.SAVED) in await world.writes(world.people[0], "x")
        world.env.backend.faults.clear()
        await world.wait(45)
        assert await overwrites(world) != open_
        assert spoken not in world.look(world.board)[-1].text
        assert world.text(world.room()).count(world.words(say.UNLOCKED)) == 1


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_without_the_right_to_write_nothing_is_lost_and_all_is_said_when_it_is_back(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.uitleg")
        kring = world.env.backend.bot_user.id
        before = world.env.backend.get_channel(world.room().id).overwrites
        mute = discord.Permissions(send_messages=True)
        muted = [
            Overwrite(o.target_id, o.type, o.allow & ~mute.value, mute.value) if o.target_id == kring else o
            for o in before
        ]
        world.env.backend.edit_channel(world.room().id, {}, overwrites=muted)
        await world.wait()
        await world.command(world.moderator, "moderator next", groups="g1")
        assert await world.phase() == "bm.canvas"
        await world.wait(10)
        spoken = world.words(say.NO_VOICE, code="403/50013")
        assert spoken in world.look(world.board)[-1].text
        card = await world.mine(world.people[0])
        assert "write" in card.buttons
        world.env.backend.edit_channel(world.room().id, {}, overwrites=before)
        await world.env.settle()
        await world.wait(10)
        assert world.with_button(world.room(), "write").text.startswith("**")
        assert spoken not in world.look(world.board)[-1].text


async def test_what_an_administrator_set_by_hand_in_a_room_is_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        role = world.guild.create_role("tolk")
        helper = world.guild.add_member(world.env.create_user("Tolk"))
        see = discord.Permissions(view_channel=True, read_message_history=True).value
        world.env.backend.set_overwrite(world.room().id, Overwrite(role.id, OverwriteType.ROLE, see, 0))
        world.env.backend.set_overwrite(world.room().id, Overwrite(helper.id, OverwriteType.MEMBER, see, 0))
        await world.env.settle()
        before = await overwrites(world)
        await world.until("bm.canvas")
        after = await overwrites(world)
        assert after != before
        assert (after[role.id], after[helper.id]) == ((see, 0), (see, 0))
        await world.until("bm.titels")
        assert (await overwrites(world))[role.id] == (see, 0)
