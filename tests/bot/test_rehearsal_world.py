"""What a rehearsal is made of: a server that holds still, and robots that see no more than people."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.permissions import NEEDED
from bot.rehearsal.clients import CANNOT
from bot.rehearsal.robots import sight
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.topics import topics
from bot.rehearsal.words import cases, people
from bot.rehearsal.world import COORDINATOR, ROLE, open_world
from methods.library import all_methods

ROBOTS = Path(sight.__file__).parent
ALLOWED = (
    "bot.rehearsal.borrowed",
    "bot.rehearsal.improvised",
    "bot.rehearsal.sheets",
    "bot.custom_id",
    "bot.rehearsal.words",
    "bot.rehearsal.robots",
)


def imports(file: Path) -> Iterator[str]:
    """The modules that this file imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_robots_import_of_kring_only_words_and_what_a_custom_id_says() -> None:
    for file in ROBOTS.glob("*.py"):
        ours = [
            name for name in imports(file) if name.split(".")[0] in {"bot", "methods", "storage", "simcord"}
        ]
        assert all(name.startswith(ALLOWED) for name in ours), file.name


async def test_a_robot_sees_what_the_simulated_client_of_that_person_shows(tmp_path: Path) -> None:
    async with open_world(tmp_path, "nl", 3) as world:
        board = next(number for number, name in world.coordinator.rooms().items() if name == world.board)
        await world.coordinator.command(
            board, "moderator setup", {"channel": f"#{world.board}", "role": f"@&{ROLE}"}
        )
        world.open_commands()
        await world.moderator.command(
            board, "moderator meeting", {"method": "bumpy", "theme": "x", "talk": "written", "minutes": 200}
        )
        handle = world.env.guild.channels[world.board]
        for person in (world.coordinator, world.moderator):
            shown = [message.id for message in handle.history(viewer=person.actor)]
            assert [message.id for message in person.look(board)] == shown
            assert [message.id for message in person.look(board, after=shown[0])] == shown[1:]
        stranger = next(iter(world.people.values()))
        assert stranger.look(board) == ()
        assert board not in stranger.rooms()


async def test_kring_has_no_more_rights_than_it_asks_for(tmp_path: Path) -> None:
    async with open_world(tmp_path, "nl", 3) as world:
        guild = world.kring.get_guild(world.env.guild.id)
        assert guild is not None
        assert next(role for role in guild.roles if role.name == "Kring").permissions == NEEDED
        assert not guild.me.guild_permissions.administrator


async def test_everybodys_discord_is_in_the_language_of_the_rehearsal(tmp_path: Path) -> None:
    for language, word in (("nl", "ingesteld"), ("en", "set up")):
        folder = tmp_path / language
        folder.mkdir()
        async with open_world(folder, language, 3) as world:  # type: ignore[arg-type]
            board = next(number for number, name in world.coordinator.rooms().items() if name == world.board)
            answer = await world.coordinator.command(board, "moderator setup", {"contact": f"@{COORDINATOR}"})
            assert answer.private is not None
            assert word in answer.private.text


async def test_no_timer_rings_by_itself_and_a_restart_remembers_only_what_is_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path, "nl", 3) as world:
        began, kept = world.clock.now(), await world.store.last_beat()
        await world.pass_time(60)
        assert world.clock.now() == began + 60
        assert (await world.store.last_beat() or 0) - (kept or 0) == 60
        first = world.kring
        await world.restart()
        assert world.kring is not first
        assert await world.store.last_beat() == began + 60


async def test_a_client_says_what_it_cannot_do(tmp_path: Path) -> None:
    async with open_world(tmp_path, "en", 3) as world:
        person = next(iter(world.people.values()))
        board = next(number for number, name in world.coordinator.rooms().items() if name == world.board)
        refused = await person.say(board, "hello")
        assert refused.denied
        unknown = await person.command(min(person.rooms()), "moderator nonsense", {})
        assert unknown.refused == CANNOT


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_of_a_method_is_known_by_its_title(language: str) -> None:
    for recipe in all_methods():
        known = topics(language, recipe)  # type: ignore[arg-type]
        assert {phase.id for phase in recipe.phases} <= {topic.phase for topic in known.values()}


@pytest.mark.parametrize("group", [("Sanne",), tuple(persona.name for persona in people()[:8])])
def test_nobody_in_a_group_has_the_case_of_another(group: tuple[str, ...]) -> None:
    lines = Lines("nl", 7, written=True, topics={})
    assert len({lines.case_of(name, group).id for name in group}) == len(group)


def test_with_many_people_cases_return_but_not_within_a_group() -> None:
    lines = Lines("nl", 7, written=True, topics={})
    everybody = [persona.name for persona in people()]
    many = len(cases("nl"))
    group = (everybody[0], everybody[many], everybody[1])
    assert len({lines.case_of(name, group).id for name in group}) == 3
    assert not lines.has_own_case(everybody[many])


def test_a_card_tells_its_step_and_its_end() -> None:
    card = sight.Message(1, 2, 3, "Kring", "**Stap 5 van 14 · Vragen?**\nTot <t:90:t> (<t:90:R>)", 60)
    assert card.step == (5, "Vragen?")
    assert card.ends == 90
    telling = sight.Message(1, 2, 3, "Kring", "**Step 6 of 14 · Telling**\nUntil about <t:95:t>; we end", 60)
    assert telling.ends == 95
