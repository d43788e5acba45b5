"""The moderator's panel, and what conducting does group by group."""

from pathlib import Path

import discord

from bot import sayings as say
from bot.conduct import Conduct, Result
from bot.panel import told
from bot.target import target_of
from methods.engine.events import Act
from methods.engine.model import Talk
from methods.engine.state import Status
from tests.bot.on_disk import MODERATOR, SECOND, TIMES, at_once, open_evening
from tests.stories.world import Answer, Shown, World, open_world, press


async def panel(world: World) -> Shown:
    """The moderator's panel as it is now."""
    return (await world.command(world.moderator, "moderator panel")).card


# --- Targets -----------------------------------------------------------------------------------------------


def test_a_target_is_all_groups_one_or_all_but_one() -> None:
    named = {code: [n for n in range(4) if (target := target_of(code)) and target.hits(n)] for code in CODES}
    assert named == {"all": [1, 2, 3], "g2": [2], "g1-3": [1, 3], "x2": [1, 3], "g0": [0]}


CODES = ("all", "g2", "g1-3", "x2", "g0")


def test_what_names_no_target_is_none() -> None:
    assert [target_of(code) for code in ("", "g", "groep 2", "2", "gx", "all2", "x-1", "x1-2")] == [None] * 8


def test_what_was_done_names_the_groups_and_the_plenary() -> None:
    results = [Result(1), Result(3), Result(0), Result(2, say.PASSED_BY)]
    assert told(results, "nl").splitlines()[:2] == ["Gedaan in groep 1, 3.", "Gedaan in de plenaire."]
    assert told(results, "nl").splitlines()[2].startswith("Groep 2: hier vertelt")


# --- Who may -----------------------------------------------------------------------------------------------


async def test_a_participant_who_presses_the_panel_hears_that_it_is_not_theirs(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = await world.session()
        where = world.with_button(world.lobby, "lobby-here")
        custom_id = press("conduct-do", world.meeting_id, extra="next.all")
        answer = await world.forge(world.people[0], where, custom_id)
        assert answer.text == say.MODERATORS_ONLY.nl
        assert await world.session() == before


async def test_who_has_the_role_that_was_set_moderates(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        role = world.guild.create_role("begeleiders")
        helper = world.guild.add_member(world.env.create_user("Karel"), roles=[role])
        await world.call()
        await world.command(world.moderator, "moderator setup", role=role)
        answer = await world.press(helper, world.with_button(world.board, "conduct-panel"), "conduct-panel")
        assert "Bijeenkomst ‘Samenwerken’" in answer.text


async def test_a_moderator_of_another_server_conducts_nothing_here(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = await world.session()
        other = world.env.create_guild("Elders", owner=world.env.create_user("iemand"))
        boss = other.create_role("baas", permissions=discord.Permissions(manage_guild=True))
        stranger = other.add_member(world.env.create_user("vreemde"), roles=[boss])
        hall = other.create_text_channel("hal")
        custom_id = press("conduct-do", world.meeting_id, extra="next.all")
        answer = await world.forge_form(stranger, hall, custom_id)
        assert answer.text == say.NOT_FOUND.nl
        assert await world.session() == before


async def test_somebody_who_joins_in_conducting_may_act_in_the_groups(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        karel = world.guild.add_member(world.env.create_user("Karel"), roles=[world.guild.roles["moderator"]])
        answer = await world.command(karel, "moderator pause")
        assert "Gedaan in groep 1." in answer.text
        assert karel.id in (await world.session()).moderators


async def test_two_who_join_in_conducting_at_once_both_do(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        conduct, meeting = world.kring.conduct, await world.meeting()
        for who in (901, 902):
            await conduct.appoint(meeting, who)  # type: ignore[arg-type]  # both saw the meeting as it was
        assert {901, 902} <= set((await world.meeting()).moderators)


# --- Before the groups open --------------------------------------------------------------------------------


async def test_the_proposal_shows_everybody_by_name(tmp_path: Path) -> None:
    async with open_world(tmp_path, 11) as world:
        await world.call()
        await world.check_in()
        answer = await world.press(world.moderator, await panel(world), "conduct-groups")
        assert all(one.name in answer.text for one in world.people)
        assert [len(group.members) for group in (await world.meeting()).groups] == [6, 5]


async def test_another_press_makes_another_proposal(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.call()
        await world.check_in()
        first = await world.press(world.moderator, await panel(world), "conduct-groups")
        before = (await world.meeting()).groups
        await world.press(world.moderator, first.card, "conduct-groups")
        assert (await world.meeting()).groups != before


async def test_somebody_is_moved_to_another_group_from_the_panel(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.call()
        await world.check_in()
        made = await world.press(world.moderator, await panel(world), "conduct-groups")
        who = world.actor((await world.meeting()).groups[0].members[0])
        asked = await world.choose(world.moderator, made.card, "conduct-who", who)
        assert set(asked.card.choices["conduct-to"].options) == {"1", "2"}
        await world.choose(world.moderator, asked.card, "conduct-to", "2")
        assert who.id in (await world.meeting()).groups[1].members


async def test_the_leader_of_a_group_is_chosen_from_the_panel(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        made = await world.press(world.moderator, await panel(world), "conduct-groups")
        await world.choose(world.moderator, made.card, "conduct-leads", world.people[2])
        assert (await world.meeting()).groups[0].leader == world.people[2].id


async def test_a_choice_of_people_before_there_are_groups_says_that_there_are_none(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        custom_id = press("conduct-who", world.meeting_id)
        answer = await world.forge(world.moderator, await panel(world), custom_id, "nonsense")
        assert "Die groep is er niet." in answer.text


# --- Conducting --------------------------------------------------------------------------------------------


async def act(world: World, action: str, target: str = "all") -> Answer:
    """Press an act on the panel, for these groups."""
    custom_id = press("conduct-do", world.meeting_id, extra=f"{action}.{target}")
    return await world.forge(world.moderator, await panel(world), custom_id)


async def test_the_panel_keeps_the_groups_that_were_chosen(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        answer = await world.choose(world.moderator, await panel(world), "conduct-target", "x2")
        assert answer.card.choices["conduct-target"].chosen == ("x2",)
        assert answer.card.buttons["conduct-message"].endswith(":x2")


async def test_going_on_while_people_are_busy_asks_for_a_second_press_in_just_those_groups(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await world.until("bm.uitleg", 1)
        await world.wait()
        before = [(await world.session(n)).visit for n in (1, 2)]
        asked = await act(world, "next")
        assert "Groep 2: Nog niet iedereen is klaar. Toch doorgaan?" in asked.text
        assert [(await world.session(n)).visit for n in (1, 2)] == [before[0] + 1, before[1]]
        assert "Ja, doen in groep 2" in asked.card.labels
        await world.wait()
        await world.press(world.moderator, asked.card, "conduct-sure")
        assert [(await world.session(n)).visit for n in (1, 2)] == [before[0] + 1, before[1] + 1]


async def test_a_double_click_on_next_moves_a_group_one_step(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        await world.wait()
        await act(world, "next", "g1")
        again = await act(world, "next", "g1")
        assert "net een stap verder" in again.text
        assert await world.phase() == "bm.canvas"


async def test_two_moderators_who_press_next_at_once_move_a_group_one_step(tmp_path: Path) -> None:
    async with open_evening(tmp_path) as evening:
        for _ in range(TIMES):
            number = await evening.session("bm.uitleg")
            before = await evening.now(number)
            evening.clock.jump(5)
            conduct = Conduct(evening.host, NotNow(), NotNow(), NotNow())  # type: ignore[arg-type]
            target = target_of("g1")
            assert target is not None
            presses = [
                conduct.act(before.meeting, who, Act.NEXT, target, sure=True) for who in (MODERATOR, SECOND)
            ]
            results = await at_once(*presses)
            assert sorted(len([one for one in found if one.reason is None]) for found in results) == [0, 1]
            assert (await evening.now(number)).visit == before.visit + 1


class NotNow:
    """Stands where a delivery or a board would be."""

    def start(self, *_: object) -> None:
        """Nothing is delivered here."""

    def changed(self, *_: object) -> None:
        """Nobody looks at a board here."""


async def test_one_group_is_moved_on_and_the_other_not(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        for number in (1, 2):
            await world.until("bm.uitleg", number)
        await world.wait()
        answer = await act(world, "next", "g2")
        assert "Gedaan in groep 2." in answer.text
        assert [await world.phase(n) for n in (1, 2)] == ["bm.uitleg", "bm.canvas"]


async def test_all_but_one_group_are_paused(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await act(world, "pause", "x2")
        assert (await world.session(1)).status is Status.PAUSED
        assert (await world.session(2)).status is Status.RUNNING


async def test_groups_that_are_not_there_are_not_taken_for_all(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = await world.session()
        answer = await act(world, "next", "nonsense")
        assert "Die groep is er niet." in answer.text
        assert await world.session() == before


async def test_an_act_that_the_panel_does_not_have_does_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = await world.session()
        await act(world, "close")
        assert await world.session() == before


async def test_a_group_in_which_somebody_tells_is_passed_by_when_all_are_moved_on(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await world.chosen(world.actor((await world.session(1)).members[0]))
        await world.until("bm.uitleg", 2)
        await world.wait()
        answer = await act(world, "next")
        assert "Groep 1: hier vertelt" in answer.text
        assert await world.phase(1) == "bm.inbreng"
        assert await world.phase(2) == "bm.canvas"


async def test_a_group_that_is_named_is_moved_on_also_then(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.chosen(world.people[0])
        asked = await act(world, "next", "g1")
        await world.press(world.moderator, asked.card, "conduct-sure")
        assert await world.phase(1) == "bm.vragen1"


async def test_a_message_comes_to_the_chosen_groups_with_its_sender_s_name(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        chosen = await world.choose(world.moderator, await panel(world), "conduct-target", "g2")
        form = await world.press(world.moderator, chosen.card, "conduct-message")
        await world.hand_in(world.moderator, form, text="Over tien minuten @everyone terug.")
        await world.env.settle()
        assert "Bericht van Marieke (moderator):" in world.text(world.room(2))
        assert "tien minuten" in world.text(world.room(2))
        assert "tien minuten" not in world.text(world.room(1))


async def test_a_message_that_cannot_be_kept_is_given_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        form = await world.press(world.moderator, await panel(world), "conduct-message")
        world.store.broken = True
        answer = await world.hand_in(world.moderator, form, text="Over tien minuten terug.")
        world.store.broken = False
        assert "Over tien minuten terug." in answer.text


async def test_a_message_with_no_group_to_hear_it_is_given_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        custom_id = press("conduct-send", world.meeting_id, extra="nonsense")
        answer = await world.forge_form(world.moderator, world.board, custom_id, text="Kom terug.")
        assert "Kom terug." in answer.text
        assert "Kom terug." not in world.text(world.room())


async def test_closing_while_groups_talk_asks_first_and_then_ends_them(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        asked = await world.press(world.moderator, await panel(world), "conduct-close")
        assert "Er zijn nog groepen bezig." in asked.text
        assert (await world.session()).status is Status.RUNNING
        await world.press(world.moderator, asked.card, "conduct-close")
        assert (await world.session()).status is Status.ENDED


async def test_who_comes_to_help_is_announced_in_the_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        who = world.people[0]
        await world.press(who, (await world.press(who, world.room(), "care")).card, "help")
        await act(world, "helped", "g1")
        assert "Marieke komt jullie helpen." in world.text(world.room())


async def test_the_panel_of_a_full_school_stays_within_discord_s_limits(tmp_path: Path) -> None:
    async with open_world(tmp_path, 96) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        opened = await world.command(world.moderator, "moderator open")
        assert "✓" in opened.text
        shown = await panel(world)
        assert len(shown.choices["conduct-target"].options) <= 25
        assert len(shown.text) <= 4000


# --- What does not fit -------------------------------------------------------------------------------------


async def test_fewer_than_three_people_cannot_start(tmp_path: Path) -> None:
    async with open_world(tmp_path, 2) as world:
        await world.call()
        await world.check_in()
        answer = await world.command(world.moderator, "moderator groups")
        assert "Met minder dan drie mensen kan een groep niet beginnen." in answer.text


async def test_groups_cannot_open_before_they_are_made(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        answer = await world.command(world.moderator, "moderator open")
        assert "Er zijn nog geen groepen." in answer.text


async def test_a_plan_that_does_not_fit_is_told_before_anything_opens(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.command(
            world.moderator,
            "moderator meeting",
            method="probleemoplossend",
            theme="Te kort",
            talk=Talk.WRITTEN.value,
            minutes=45,
        )
        assert "je hebt er 45. Kies: minstens 90 minuten." in answer.text
        assert "lobby" not in world.guild.channels


async def test_the_plenary_has_a_name_of_its_own_when_something_was_done_there(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator begin")
        answer = await world.command(world.moderator, "moderator pause", groups="g0")
        assert "Gedaan in de plenaire." in answer.text
