"""The commands as Discord is told them: in both languages, within its limits, and for the right people."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot import sayings as say
from methods.library import all_methods
from tests.stories.world import open_world

NAME = re.compile(r"[-_\w]{1,32}")
SUBCOMMANDS = {1, 2}
OWN_NAMES = {"kring", "moderator", *(method.command for method in all_methods() if method.command)}
Part = Mapping[str, Any]


@pytest.fixture
async def commands(tmp_path: Path) -> list[Part]:
    """All commands, as they were told to Discord."""
    async with open_world(tmp_path, 0) as world:
        (told,) = [one for one in world.env.http_requests if one.method == "PUT" and "commands" in one.path]
        return list(told.json or ())


def parts(commands: list[Part]) -> Iterator[tuple[str, Part]]:
    """Every command, subcommand, option and choice, with its path."""
    for command in commands:
        yield command["name"], command
        inner = [*(command.get("options") or ()), *(command.get("choices") or ())]
        for path, part in parts(inner):
            yield f"{command['name']} {path}", part


def is_choice(part: Part) -> bool:
    return "value" in part


def names(part: Part) -> tuple[str, str]:
    """Its name in English and in Dutch."""
    name: str = part["name"]
    dutch: str = (part.get("name_localizations") or {}).get("nl", name)
    return name, dutch


async def test_every_name_is_lower_case_and_short_enough_in_both_languages(
    commands: list[Part], subtests: pytest.Subtests
) -> None:
    for path, part in parts(commands):
        if not is_choice(part):
            with subtests.test(path):
                for name in names(part):
                    assert NAME.fullmatch(name)
                    assert name == name.lower()


async def test_every_name_but_kring_s_own_is_in_dutch_too(
    commands: list[Part], subtests: pytest.Subtests
) -> None:
    for path, part in parts(commands):
        if path not in OWN_NAMES:
            with subtests.test(path):
                assert "nl" in (part.get("name_localizations") or {})


async def test_every_description_is_there_in_both_languages_and_short_enough(
    commands: list[Part], subtests: pytest.Subtests
) -> None:
    for path, part in parts(commands):
        if not is_choice(part):
            with subtests.test(path):
                dutch = (part.get("description_localizations") or {}).get("nl", "")
                assert 1 < len(part["description"]) <= 100
                assert 1 < len(dutch) <= 100


async def test_no_description_was_cut_off(commands: list[Part], subtests: pytest.Subtests) -> None:
    for path, part in parts(commands):
        if not is_choice(part):
            with subtests.test(path):
                assert not part["description"].endswith("…")
                assert not part["description_localizations"]["nl"].endswith("…")


async def test_no_two_commands_or_options_have_one_name(
    commands: list[Part], subtests: pytest.Subtests
) -> None:
    groups = [("/", commands), *((path, list(part.get("options") or ())) for path, part in parts(commands))]
    for path, siblings in groups:
        with subtests.test(path):
            for language in (0, 1):
                counted = Counter(names(one)[language] for one in siblings)
                assert not [name for name, times in counted.items() if times > 1]


async def test_no_command_has_more_than_discord_takes(
    commands: list[Part], subtests: pytest.Subtests
) -> None:
    for path, part in parts(commands):
        with subtests.test(path):
            assert len(part.get("options") or ()) <= 25
            assert len(part.get("choices") or ()) <= 25
    for command in commands:
        words = sum(len(one["name"]) + len(one.get("description", "")) for _, one in parts([command]))
        assert words <= 8000


async def test_the_moderators_commands_are_for_who_may_manage_the_server(commands: list[Part]) -> None:
    (moderator,) = [one for one in commands if one["name"] == "moderator"]
    assert moderator["default_member_permissions"] in {32, "32"}


async def test_a_participant_is_offered_their_own_card_and_the_methods(commands: list[Part]) -> None:
    open_to_all = {one["name"] for one in commands if not one.get("default_member_permissions")}
    assert open_to_all == OWN_NAMES - {"moderator"}


async def test_each_act_of_conducting_has_its_command(commands: list[Part]) -> None:
    (moderator,) = [one for one in commands if one["name"] == "moderator"]
    offered = {one["name"] for one in moderator["options"]}
    wanted = {"setup", "meeting", "groups", "next", "back", "extend", "pause", "resume", "message", "close"}
    assert wanted <= offered


async def test_each_method_has_a_group_of_its_own(commands: list[Part]) -> None:
    groups = {
        one["name"]: {inner["name"] for inner in one["options"]} for one in commands if one.get("options")
    }
    assert groups["bumpy"] == {"canvas", "about", "start"}
    assert groups["probleemoplossend"] == {"case", "about", "start"}


# --- What they answer --------------------------------------------------------------------------------------


async def test_the_moderators_commands_are_not_there_for_a_participant(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        with pytest.raises(simcord.SetupError):
            await world.command(world.people[0], "moderator next")


async def test_methods_are_offered_by_their_names_while_one_types(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        offered = await world.moderator.autocomplete(world.lounge, "moderator meeting", "method", "bump")
        assert [(one["name"], one["value"]) for one in offered] == [("Bumpy Moments", "bumpy")]


async def test_groups_are_offered_one_by_one_and_all_but_one(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        offered = await world.moderator.autocomplete(world.lounge, "moderator next", "groups", "")
        assert [one["value"] for one in offered] == ["all", "g0", "g1", "x1", "g2", "x2"]


async def test_a_method_that_is_not_there_is_called_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        name = "moderator meeting"
        answer = await world.command(world.moderator, name, method="typo", theme="T", talk="spoken")
        assert answer.text == say.NO_SUCH_METHOD.nl


async def test_a_group_that_is_not_there_is_called_so_and_nothing_is_done(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before = await world.session()
        answer = await world.command(world.moderator, "moderator next", groups="groep 1")
        assert answer.text == "Die groep is er niet. Kies uit de lijst."
        assert await world.session() == before


async def test_a_message_to_a_group_that_is_not_there_is_not_even_asked_for(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        answer = await world.command(world.moderator, "moderator message", groups="groep 1")
        assert answer.text == "Die groep is er niet. Kies uit de lijst."


async def test_without_a_meeting_the_moderator_hears_how_to_open_one(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.command(world.moderator, "moderator next")
        assert "Open er een met `/moderator bijeenkomst`" in answer.text


async def test_about_a_method_tells_its_steps_with_their_minutes(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.command(world.people[0], "bumpy about")
        assert "Canvas invullen (stil) (9 min)" in answer.text


async def test_start_tells_a_moderator_the_command_and_somebody_else_that_it_is_not_theirs(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        told = await world.command(world.moderator, "bumpy start")
        refused = await world.command(world.people[0], "bumpy start")
        assert "kies ‘Bumpy Moments’" in told.text
        assert "voor moderatoren" in refused.text


async def test_a_case_without_a_meeting_is_answered_kindly(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        answer = await world.command(world.people[0], "probleemoplossend case")
        assert "Zodra de moderator er een opent" in answer.text


async def test_the_case_command_opens_the_form_at_home_and_later_the_one_in_the_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        home = await world.command(world.people[0], "bumpy canvas")
        await world.check_in()
        await world.open()
        await world.until("bm.canvas")
        room = await world.command(world.people[0], "bumpy canvas")
        assert "lobby-caseform" in home.form["custom_id"]
        assert ":form:" in room.form["custom_id"]
