"""Kring is taken off a server, invited again, updated; two meetings at once, and a name of nothing but emoji."""

from pathlib import Path

import discord
import pytest

from bot import sayings as say
from bot.client import Kring
from bot.outbox import SURE
from methods.engine import sentences as s
from methods.engine.state import Status
from tests.stories.world import open_world


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_removed_from_the_server_and_invited_again_kring_goes_on_where_it_was(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await world.evening(language=world.language)
        await world.until("bm.canvas")
        await world.writes(world.people[0], "van tevoren")
        since = len(world.env.http_requests)
        await world.remove_kring()
        await world.wait(40 * 60)
        assert world.requests(since) == []
        session = await world.session()
        assert (session.status, await world.phase()) == (Status.PAUSED, "bm.canvas")
        await world.invite_kring()
        await world.wait(10)
        assert world.heard(s.AWAY_ALL)
        card = await world.mine(world.people[1])
        assert "van tevoren" in (await world.mine(world.people[0])).text
        await world.press(world.people[1], card, "resume")
        assert (await world.session()).status is Status.RUNNING
        assert "canvas" in world.look(world.board)[-1].text.lower()
        await world.goes_on()


async def test_while_kring_is_off_the_server_the_words_are_still_forgotten_in_time(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        await world.writes(world.people[0], "vertrouwelijk")
        session = await world.session()
        await world.command(world.moderator, "moderator close", sure=True)
        await world.remove_kring()
        world.env.backend.advance_clock(3 * 86_400)
        await world.wait(SURE + 60)  # a clock that jumped is not trusted at once
        assert await world.store.words(session.id, "1:bm.canvas") == {}


async def test_a_server_that_kring_was_removed_from_while_down_stands_still_too(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        guilds = world.env.backend.guilds
        guild = guilds.pop(world.guild.id)  # not among those that it is told of when it comes up
        await world.restart()
        guilds[guild.id] = guild
        await world.wait(20 * 60)
        assert await world.phase() == "bm.canvas"
        await world.invite_kring()
        await world.wait(10)
        assert world.heard(s.AWAY_ALL)


class Newer(Kring):
    """Kring after an update: it has a command that was not there before."""

    async def setup_hook(self) -> None:
        @self.tree.command(name="nieuw", description="Nieuw")
        async def new(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("Nieuw", ephemeral=True)

        await super().setup_hook()


async def test_after_an_update_in_the_middle_cards_buttons_and_open_forms_of_before_work(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        writer, other = world.people[:2]
        script = (await world.session()).script
        form = await world.press(writer, world.room(), "write")
        own, card = await world.mine(other), world.with_button(world.room(), "mine")
        board = world.with_button(world.board, "conduct-panel")
        since = len(world.env.http_requests)
        await world.restart(Newer)
        synced = [one for one in world.requests(since) if one.path.endswith("/commands")]
        assert [one.method for one in synced] == ["PUT"]
        saved = await world.hand_in(
            writer, form, **{one["custom_id"]: "van voor de update" for one in form.questions}
        )
        assert say.SAVED.nl in saved.text
        assert say.DONE.nl in (await world.press(other, own, "pass")).text
        assert "Canvas" in (await world.press(other, card, "mine")).text
        assert "Groep 1" in (await world.press(world.moderator, board, "conduct-panel")).text
        assert (await world.command(writer, "nieuw")).text == ""
        assert (await world.session()).script == script
        await world.goes_on()


async def test_a_button_that_this_version_does_not_know_says_where_to_go_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        where = world.with_button(world.room(), "mine")
        for custom_id in ("k0:mine:1:1:0", "k2:mine:1:1:0:", "dance"):
            answer = await world.forge(world.people[0], where, custom_id)
            assert answer.text == say.FORGED.nl


async def test_two_meetings_on_one_server_do_not_get_in_each_other_s_way(tmp_path: Path) -> None:
    async with open_world(tmp_path, 8) as world:
        await world.call(theme="Eerste")
        first, lobby = world.meeting_id, world.lobby
        await world.check_in(*world.people[:4])
        await world.call(theme="Tweede", language="en", talk="spoken")
        await world.wait()
        second, other = world.meeting_id, await world.lobby_of(world.meeting_id)
        assert lobby.id != other.id
        for who in world.people[4:]:
            await world.press(who, other, "lobby-here")
        for meeting in (first, second):
            await world.command(world.moderator, "moderator groups", meeting=str(meeting))
            await world.command(world.moderator, "moderator open", meeting=str(meeting))
            await world.wait()
        one, two = [(await world.store.sessions_of(meeting))[-1] for meeting in (first, second)]
        assert set(one.members).isdisjoint(two.members)
        await world.wait()
        answer = await world.command(world.moderator, "moderator next", meeting=str(first), groups="g1")
        answer = await world.press(world.moderator, answer.card, "conduct-sure")
        assert "Eerste" in answer.text
        assert "Tweede" not in answer.text
        assert await world.store.session(one.id) != one
        assert (await world.store.session(two.id)) == two
        rooms = [world.guild.channels[name] for name in ("groep-1", "group-1")]
        assert "Welkom in groep 1" in world.text(rooms[0])
        assert "Welcome to group 1" in world.text(rooms[1])
        assert "Stap 2" in (await world.mine(world.people[0])).text
        assert "Stap 1" in (await world.mine(world.people[7])).text
        await world.command(world.moderator, "moderator close", meeting=str(first), sure=True)
        assert (await world.store.session(two.id)) == two
        assert "Eerste" not in world.look(world.board)[-1].text


async def test_whoever_checked_in_to_two_meetings_gets_the_card_of_the_one_that_runs(tmp_path: Path) -> None:
    async with open_world(tmp_path, 6) as world:
        await world.evening(theme="Eerste")
        await world.call(theme="Tweede")
        await world.wait()
        lobby = await world.lobby_of(world.meeting_id)
        await world.press(world.people[0], lobby, "lobby-here")
        assert "Stap 1" in (await world.mine(world.people[0])).text


@pytest.mark.parametrize("locale", ["nl", "en-US"])
async def test_a_name_of_thirty_two_emoji_is_shown_and_called_everywhere(tmp_path: Path, locale: str) -> None:
    name = "\N{FAMILY}\N{ROLLING ON THE FLOOR LAUGHING}" * 16
    async with open_world(tmp_path, 5, locale=locale) as world:
        joker = world.guild.add_member(world.env.create_user("joker"), nick=name)
        world.people.append(joker)
        await world.call(language=world.language)
        await world.check_in()
        proposed = await world.command(world.moderator, "moderator groups")
        assert name in proposed.text
        await world.command(world.moderator, "moderator groups", person=joker, leads=True)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        assert name in world.text(world.room())
        await world.chosen(joker)
        assert f"{name}" in world.text(world.room())
        await world.goes_on()
