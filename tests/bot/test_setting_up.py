"""Setting up a server: it keeps what is chosen, and says what is missing and who reads along."""

from pathlib import Path

import discord

from bot.permissions import NEEDED
from bot.setting_up import Setup, set_up
from methods.engine.text import PersonId
from methods.meeting import ServerId
from tests.bot.on_disk import SERVER, at_once, open_evening
from tests.stories.world import World, open_world


async def told(world: World, **options: object) -> str:
    """What the moderator hears from setup."""
    return (await world.command(world.moderator, "moderator setup", **options)).text  # type: ignore[arg-type]


async def test_it_lists_what_is_chosen_and_what_still_has_to_be(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        said = await told(world, channel=world.board, days=5)
        assert f"2. Kanaal voor het bord: <#{world.board.id}>" in said
        assert "4. Contactpersoon: nog niet gekozen" in said
        assert "6. Ruimtes blijven staan: 5 dagen" in said


async def test_what_is_not_named_stays_as_it_was(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await told(world, channel=world.board, contact=world.people[0])
        said = await told(world, days=0)
        assert f"<#{world.board.id}>" in said
        assert f"<@{world.people[0].id}>" in said
        assert "0 dagen" in said


async def test_two_who_set_up_at_once_both_count(tmp_path: Path) -> None:
    async with open_evening(tmp_path) as evening:
        nobody = type("Interaction", (), {"guild_id": SERVER, "guild": None})()
        for n in range(20):
            wishes = [Setup(role=n + 1), Setup(contact=PersonId(n + 1))]
            await at_once(*(set_up(evening.store, nobody, wish, "nl") for wish in wishes))
            kept = await evening.store.server(ServerId(SERVER))
            assert (kept.moderator_role, kept.contact) == (n + 1, n + 1)


async def test_a_role_that_moderates_is_told_where_the_server_opens_the_commands(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        said = await told(world, role=world.guild.roles["moderator"])
        assert "Serverinstellingen › Integraties › Kring" in said


async def test_with_all_it_needs_it_says_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        assert "Kring mag hier alles wat het nodig heeft. ✓" in await told(world)


async def test_a_right_that_is_missing_is_named_as_discord_names_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        less = NEEDED & ~discord.Permissions(manage_roles=True)
        mine = world.guild.roles["Kring"].id
        world.env.backend.edit_role(world.guild.id, mine, {"permissions": less.value})
        await world.env.settle()
        assert "Dit mag Kring hier nog niet: Rollen beheren." in await told(world)


async def test_who_can_read_every_channel_is_named(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        world.guild.create_role("directie", permissions=discord.Permissions(administrator=True))
        await world.env.settle()
        said = await told(world)
        assert "de eigenaar van deze server" in said
        assert "directie" in said


async def test_the_contact_person_is_offered_to_whoever_asks_for_help(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await told(world, contact=world.people[5])
        await world.evening()
        answer = await world.press(world.people[0], world.room(), "care")
        assert f"<@{world.people[5].id}>" in answer.text
