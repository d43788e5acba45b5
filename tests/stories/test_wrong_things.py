"""Wrong things that must go well: each ends in one sentence to the right person, and the evening goes on."""

from pathlib import Path

import pytest
import simcord

from bot import sayings as say
from methods.engine.state import Status
from methods.grouping import sizes
from tests.stories.world import Actor, Answer, World, open_world, press, shown

NASTY = (
    "@everyone @here <@{who}> <@&1> [klik](https://kwaad.example) ```py\nprint(1)``` ||stil|| "
    "\N{RIGHT-TO-LEFT OVERRIDE}omgekeerd\N{POP DIRECTIONAL FORMATTING} # kop\n> citaat\n- lijst **vet** `code`"
)


async def write(world: World, who: Actor, **words: str) -> Answer:
    """Fill in the form of this step, with the same words in every question that is not named."""
    form = await world.press(who, world.room(), "write")
    rest = {one["custom_id"]: "tekst" for one in form.questions}
    return await world.hand_in(who, form, **{**rest, **words})


# --- How many people ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "wanted"), [(7, (7,)), (11, (6, 5)), (13, (7, 6))])
async def test_odd_numbers_of_people_divide_as_the_table_says_and_open(
    tmp_path: Path, count: int, wanted: tuple[int, ...]
) -> None:
    async with open_world(tmp_path, count) as world:
        await world.evening()
        members = [(await world.session(number)).members for number in range(1, len(wanted) + 1)]
        assert tuple(len(one) for one in members) == wanted == sizes(count)
        assert all(f"Welkom in groep {n}" in world.text(world.room(n)) for n in range(1, len(wanted) + 1))


@pytest.mark.parametrize(("count", "words"), [(3, "Jullie zijn met drie."), (7, "Zeven of acht mensen")])
async def test_a_group_of_an_odd_size_is_possible_and_remarked_upon(
    tmp_path: Path, count: int, words: str
) -> None:
    async with open_world(tmp_path, count) as world:
        await world.call()
        await world.check_in()
        answer = await world.command(world.moderator, "moderator groups")
        assert words in answer.text


async def test_with_two_people_nothing_starts_and_the_moderator_hears_why(tmp_path: Path) -> None:
    async with open_world(tmp_path, 2) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        answer = await world.command(world.moderator, "moderator open")
        assert "Er zijn nog geen groepen." in answer.text
        assert not [name for name in world.guild.channels if name.startswith("groep")]


# --- Texts -------------------------------------------------------------------------------------------------


async def revealed(world: World, *titles: str) -> simcord.ChannelHandle:
    """A room in which these are people's titles."""
    await world.evening()
    await world.until("bm.canvas")
    for who, title in zip(world.people, titles, strict=False):
        await write(world, who, titel=title)
    await world.until("bm.titels")
    return world.room()


async def test_a_text_calls_nobody(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        who = world.people[0]
        room = await revealed(
            world,
            "@everyone kijken",
            "@here nu",
            f"<@{who.id}> jij",
            f"<@&{world.guild.roles['moderator'].id}>",
        )
        last = room.history()[-1]
        (sent,) = [one.json for one in world.requests() if one.json and "everyone kijken" in str(one.json)]
        assert (last.mentions, last.role_mentions, last.mention_everyone) == ([], [], False)
        assert sent["allowed_mentions"] == {"parse": []}


async def test_no_mark_up_in_a_text_works(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        room = await revealed(
            world,
            "[klik](https://kwaad.example)",
            "```print(1)```",
            "||niet stiekem||",
            "\N{RIGHT-TO-LEFT OVERRIDE}omgekeerd",
            "**vet** en _schuin_",
            "<t:1:R> <#1> </kring:1>",
        )
        told = next(shown(one).text for one in reversed(room.history()) if "1. " in shown(one).text)
        for sign in ("```", "||", "\N{RIGHT-TO-LEFT OVERRIDE}", "**vet", " _schuin", " [klik", " <t:", " <#"):
            assert sign not in told


async def test_a_story_full_of_signs_is_shared_and_calls_nobody(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        who = world.people[0]
        nasty = NASTY.format(who=who.id)
        await world.chosen(who, {name: nasty[:80] if name == "titel" else nasty for name in FIELDS})
        card = await world.mine(who)
        await world.choose(who, card, "share", "situatie", "effect")
        last = world.room().history()[-1]
        assert last.mentions == []
        assert "omgekeerd" in shown(last).text


FIELDS = ("titel", "situatie", "effect", "vervolg", "binnenkant")


async def test_the_longest_texts_there_can_be_fit_on_everybody_s_own_card(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        full = {one["custom_id"]: "*" * one["max_length"] for one in form.questions}
        answer = await world.hand_in(who, form, **full)
        assert "Bewaard" in answer.text
        assert len((await world.mine(who)).text) <= 4000


async def test_a_name_full_of_signs_is_only_a_name(tmp_path: Path) -> None:
    async with open_world(tmp_path, 5) as world:
        joker = world.guild.add_member(world.env.create_user("@everyone**[x](y)"))
        await world.call()
        await world.check_in(*world.people, joker)
        await world.open()
        assert "**[x](y)" not in world.text(world.room())


async def test_a_theme_full_of_signs_is_only_a_theme(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call(theme="@everyone [x](https://y.example) {minuten} {0} %s")
        panel = world.look(world.lobby)[-1]
        assert "\\[x](https" in panel.text
        assert "{minuten} {0} %s" in panel.text
        assert not panel.message.mention_everyone


# --- Nobody reacts -----------------------------------------------------------------------------------------


async def test_a_silent_leader_is_called_and_after_two_minutes_kring_goes_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await world.command(world.moderator, "moderator groups", person=world.people[0], leads=True)
        await world.command(world.moderator, "moderator open")
        await world.until("bm.canvas")
        session = await world.session()
        assert session.stage is not None
        await world.wait(session.stage.ends - world.clock.now() + 5)
        assert "ga je zo door, of geef je er twee minuten bij?" in world.text(world.room())
        assert await world.phase() == "bm.canvas"
        await world.wait(185)
        assert await world.phase() == "bm.titels"


async def test_a_case_bringer_who_says_nothing_is_never_cut_off_by_the_clock(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.chosen(world.people[0])
        await world.wait(25 * 60)
        assert await world.phase() == "bm.inbreng"
        assert "hij eindigt niet vanzelf" in world.text(world.room())
        assert "Dan mag iedereen nu op ‘Volgende stap’ drukken." in world.text(world.room())


async def test_an_owner_who_does_not_answer_is_passed_by_without_being_named(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        for who in world.people[:2]:
            await write(world, who)
        await world.until("bm.keuze")
        voting = await world.session()
        assert voting.stage is not None
        assert voting.stage.timer is not None
        await world.wait(voting.stage.timer - world.clock.now() + 1)
        asked = (await world.session()).ranking[0]
        await world.wait(62)
        after = await world.session()
        assert after.ranking[0] != asked
        assert world.actor(asked).name not in world.look(world.room())[-1].text


async def test_a_whole_evening_in_which_nobody_does_anything_ends_by_itself(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        for _ in range(40):
            if (await world.session()).status is Status.ENDED:
                break
            await world.wait(180)
        assert (await world.session()).status is Status.ENDED
        assert "Alle groepen zijn klaar." in world.text(world.lobby)


# --- Presses that do not belong ----------------------------------------------------------------------------


async def test_a_form_that_opened_before_the_step_ended_gives_the_text_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        await world.next()
        answer = await world.hand_in(who, form, **dict.fromkeys(FIELDS, "mijn tekst"))
        assert "mijn tekst" in answer.text
        assert await world.phase() == "bm.titels"


async def test_somebody_who_sees_two_rooms_acts_only_in_the_own_one(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        other = await world.session(2)
        guest = world.actor((await world.session(1)).members[0])
        world.env.backend.set_overwrite(
            world.room(2).id, world.env.backend.get_channel(world.room(1).id).overwrites[-1]
        )
        await world.env.settle()
        visitor = world.actor(world.env.backend.get_channel(world.room(1).id).overwrites[-1].target_id)
        answer = await world.press(visitor, world.room(2), "done")
        own = await world.press(visitor, world.room(2), "mine")
        assert "andere groep" in answer.text
        assert own.text == say.NOT_YOUR_GROUP.nl
        assert await world.session(2) == other
        assert guest.id in (await world.session(1)).members


async def test_a_panel_that_anybody_presses_is_only_for_moderators(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        board = world.with_button(world.board, "conduct-panel")
        answer = await world.press(world.people[0], board, "conduct-panel")
        assert answer.text == say.MODERATORS_ONLY.nl


# --- Discord, the disk, the machine ------------------------------------------------------------------------


async def test_a_room_that_somebody_deleted_leaves_the_others_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        world.env.backend.delete_channel(world.room(1).id)
        await world.env.settle()
        await world.next(1)
        await world.next(2)
        assert "Stap 2 van" in world.text(world.room(2))


async def test_a_lobby_that_somebody_deleted_does_not_stop_the_groups(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        world.env.backend.delete_channel(world.lobby.id)
        await world.env.settle()
        await world.next()
        assert "Stap 2 van" in world.text(world.room())


async def test_a_board_that_somebody_deleted_is_posted_anew(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        last = world.board.history()[-1]
        world.env.backend.delete_message(world.board.id, last.id)
        await world.env.settle()
        await world.next()
        await world.wait(10)
        await world.next()
        await world.wait(10)
        assert "stap 3 van" in world.look(world.board)[-1].text


async def test_a_disk_that_is_full_for_a_while_loses_no_text_and_no_step(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        world.store.broken = True
        refused = await world.hand_in(who, form, **dict.fromkeys(FIELDS, "mijn tekst"))
        world.store.broken = False
        form = await world.press(who, world.room(), "write")
        kept = await world.hand_in(who, form, **dict.fromkeys(FIELDS, "mijn tekst"))
        assert "mijn tekst" in refused.text
        assert "Bewaard" in kept.text
        assert await world.phase() == "bm.canvas"


async def test_a_disk_that_is_full_when_the_clock_rings_only_makes_it_late(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        assert session.stage is not None
        await world.wait(session.stage.ends - 70 - world.clock.now())
        world.store.broken = True
        await world.wait(30)
        world.store.broken = False
        world.env._errors.clear()  # each ring reported that it could not
        await world.wait(15)
        assert "Nog één minuut" in world.text(world.room())


async def test_after_a_restart_old_buttons_and_open_forms_still_work(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        card = await world.mine(who)
        await world.restart()
        passed = await world.press(who, card, "pass")
        saved = await world.hand_in(who, form, **dict.fromkeys(FIELDS, "mijn tekst"))
        assert "Jij bent klaar voor deze stap." in passed.text
        assert "Bewaard" in saved.text


async def test_a_restart_says_nothing_twice_and_posts_the_board_anew(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        before = [one.text for one in world.look(world.room())]
        lobby = [one.text for one in world.look(world.lobby)]
        await world.restart()
        await world.wait(12)
        assert [one.text for one in world.look(world.room())] == before
        assert [one.text for one in world.look(world.lobby)] == lobby
        await world.next()
        await world.wait(10)
        assert "stap 4 van" in world.look(world.board)[-1].text


async def test_a_board_s_button_still_opens_the_panel_after_a_restart(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait(10)
        board = world.with_button(world.board, "conduct-panel")
        await world.restart()
        answer = await world.press(world.moderator, board, "conduct-panel")
        assert "Groep 1 · stap 1 van" in answer.text


async def test_an_interaction_that_discord_gave_up_on_harms_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        world.env.inject_error(
            "POST", "/interactions/*", status=404, code=10062, message="Unknown interaction"
        )
        await world.press(world.people[0], world.room(), "done")
        stage = (await world.session()).stage
        assert stage is not None
        assert world.people[0].id in stage.done


async def test_when_whoever_moved_the_group_on_cannot_be_answered_the_room_hears_of_it_at_once(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        leader = world.people[0]
        await world.command(world.moderator, "moderator groups", person=leader, leads=True)
        await world.command(world.moderator, "moderator open")
        await world.wait()
        for who in world.people:
            await world.press(who, world.room(), "done")
        world.env.inject_error(
            "POST", "/interactions/*", status=404, code=10062, message="Unknown interaction"
        )
        await world.press(leader, world.room(), "next")
        assert "Stap 2 van" in world.text(world.room())


async def test_a_press_by_a_moderator_on_a_room_s_card_ends_nobody_s_turn_unasked(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        custom_id = press("done", session.id, session.visit)
        where = world.with_button(world.lobby, "lobby-here")
        await world.forge(world.moderator, where, custom_id)
        assert (await world.session()).stage == session.stage
