"""The moderators' board: a plain line for each group, at Discord's pace."""

from pathlib import Path

from bot.board import ANEW
from tests.stories.world import World, open_world


def board(world: World) -> str:
    return world.look(world.board)[-1].text


async def test_before_the_groups_it_lists_who_is_there(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.wait(10)
        assert "6 aanwezig" in board(world)
        assert "Sanne" in board(world)


async def test_each_group_has_one_line_with_its_step_and_its_leader(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await world.wait(10)
        lines = [line for line in board(world).splitlines() if line.startswith("Groep")]
        assert len(lines) == 2
        assert all("stap 1 van" in line and "leiding: Kring" in line for line in lines)


async def test_it_names_who_leads_this_round_and_not_who_usually_does(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await world.command(world.moderator, "moderator groups", person=world.people[0], leads=True)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        await world.chosen(world.people[0])
        await world.press(world.people[5], await world.mine(world.people[5]), "offer-lead")
        await world.wait(10)
        assert f"leiding: {world.people[5].name}" in board(world)


async def test_who_checks_in_late_is_named_until_put_in_a_group(tmp_path: Path) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        await world.check_in(*world.people[:6])
        await world.open()
        late = world.people[6]
        await world.check_in(late)
        await world.wait(10)
        assert f"**Nog zonder groep:** {late.name}." in board(world)
        await world.command(world.moderator, "moderator groups", person=late, group=1)
        await world.wait(10)
        assert "Nog zonder groep" not in board(world)


async def test_who_left_the_server_waits_for_no_group_until_they_check_in_again(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        gone = world.people[0]
        await world.leave(gone)
        stage = (await world.session()).stage
        assert stage is not None
        await world.wait(stage.ends - world.clock.now() + 10)
        assert gone.id not in (await world.session()).members
        assert "Nog zonder groep" not in board(world)
        back = world.guild.add_member(gone.user)
        answer = await world.press(back, world.lobby, "lobby-here")
        await world.wait(10)
        assert "de moderator zet je er zo bij" in answer.text
        assert f"**Nog zonder groep:** {gone.name}." in board(world)


async def test_who_asks_for_help_comes_first(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        who = world.actor((await world.session(2)).members[0])
        card = (await world.press(who, world.room(2), "care")).card
        await world.press(who, card, "help")
        await world.wait(10)
        lines = [line for line in board(world).splitlines() if line.startswith("Groep")]
        assert lines[0].startswith("Groep 2")
        assert "vraagt hulp" in lines[0]


async def test_a_group_whose_clock_stands_still_says_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.command(world.moderator, "moderator pause")
        await world.wait(10)
        assert "pauze" in board(world)


async def test_it_is_changed_at_most_once_in_five_seconds(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        await world.wait(10)
        since = len(world.env.http_requests)
        for who in world.people:
            await world.press(who, world.room(), "done")
        await world.wait(4)
        changes = [one for one in world.requests(since) if str(world.board.id) in one.path]
        assert len(changes) <= 1
        await world.wait(6)
        changes = [one for one in world.requests(since) if str(world.board.id) in one.path]
        assert len(changes) == 2


async def test_it_is_posted_anew_when_it_is_old(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        before = len(world.look(world.board))
        await world.wait(ANEW / 4)
        world.env.backend.advance_clock(ANEW)
        await world.wait(10)
        await world.command(world.moderator, "moderator resume")
        await world.wait(10)
        assert len(world.look(world.board)) > before


async def test_after_a_restart_it_shows_what_happened_just_before(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.wait(10)
        await world.check_in(*world.people[:1])
        await world.wait(10)
        await world.check_in(*world.people[1:])
        await world.restart()
        await world.wait(10)
        assert len(world.look(world.board)) == 1
        assert "6 aanwezig" in board(world)


async def test_of_a_meeting_that_is_closed_no_other_one_is_posted(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        before = len(world.look(world.board))
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait(ANEW + 60)
        world.kring.boards.changed(world.meeting_id)
        await world.wait(10)
        assert len(world.look(world.board)) == before
        assert "Groep 1 · klaar" in board(world)


async def test_a_meeting_that_was_closed_just_before_a_restart_is_shown_as_closed(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        await world.command(world.moderator, "moderator pause")
        await world.command(world.moderator, "moderator close", sure=True)
        await world.restart()
        await world.wait(10)
        assert "Groep 1 · klaar" in board(world)


async def test_without_a_channel_there_is_no_board_and_the_panel_still_works(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        options = {"theme": "T", "talk": "written", "method": "bumpy"}
        answer = await world.command(world.moderator, "moderator meeting", **options)  # type: ignore[arg-type]
        await world.wait(10)
        assert "Bijeenkomst ‘T’" in answer.text
        assert world.look(world.board) == []


async def test_case_titles_and_texts_are_never_on_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.chosen(world.people[0])
        await world.wait(10)
        assert "titel van" not in world.text(world.board)
