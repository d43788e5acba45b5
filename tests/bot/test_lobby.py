"""The lobby: checking in, preparing a case at home, finding one's room."""

from pathlib import Path

from bot import sayings as say
from tests.stories.world import World, open_world, press

LONG = "a" * 4000


async def prepare(world: World, **words: str) -> str:
    """Somebody fills in their case in the lobby; what they were told."""
    who = world.people[0]
    form = await world.press(who, world.lobby, "lobby-case")
    return (await world.hand_in(who, form, **words)).text


CANVAS = {
    "titel": "De stilte",
    "situatie": "Het werd stil.",
    "binnenkant": "Ik schrok.",
    "effect": "Rust.",
    "vervolg": "Ik liep weg.",
}
CASE = {"titel": "De stilte", "situatie": "Het werd stil.", "vraag": "Wat nu?"}


async def test_the_panel_says_what_the_meeting_is_and_has_its_buttons(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        panel = world.look(world.lobby)[-1]
        assert "Samenwerken" in panel.text
        assert "Bumpy Moments · 145 minuten · we praten door te typen" in panel.text
        first = ("Ik ben er", "Casus klaarzetten", "Oefenen", "Mijn kaart")
        assert panel.labels == (*first, "Onze afspraken", "Wie leest mee?")


async def test_who_checks_in_is_greeted_by_name_and_present(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        answer = await world.press(world.people[0], world.lobby, "lobby-here")
        assert answer.text.startswith(
            "Fijn dat je er bent, Sanne. Als de groepen klaarstaan, hoor je het hier."
        )
        assert (await world.meeting()).present == (world.people[0].id,)


async def test_who_checks_in_again_is_told_that_it_was_done(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in(world.people[0])
        answer = await world.press(world.people[0], world.lobby, "lobby-here")
        assert "stond er al bij" in answer.text


async def test_who_comes_when_the_groups_are_open_hears_that_the_moderator_will_help(tmp_path: Path) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        await world.check_in(*world.people[:6])
        await world.open()
        answer = await world.press(world.people[6], world.lobby, "lobby-here")
        assert "de moderator zet je er zo bij" in answer.text


async def test_a_late_comer_who_is_placed_sees_the_room_at_once(tmp_path: Path) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        late = world.people[6]
        await world.check_in(*world.people[:6])
        await world.open()
        await world.until("bm.canvas")
        await world.check_in(late)
        await world.command(world.moderator, "moderator groups", person=late, group=1)
        assert world.look(world.room(), viewer=late)


async def test_a_meeting_that_is_closed_takes_nobody_in(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.command(world.moderator, "moderator close", sure=True)
        answer = await world.press(world.people[0], world.lobby, "lobby-here")
        assert answer.text == "Deze bijeenkomst is al afgesloten."


async def test_a_panel_of_another_server_does_nothing_here(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        other = world.env.create_guild("Elders", owner=world.env.create_user("iemand"))
        stranger = other.add_member(world.env.create_user("vreemde"))
        hall = other.create_text_channel("hal")
        answer = await world.forge_form(stranger, hall, press("lobby-here", world.meeting_id))
        assert answer.text == say.NOT_FOUND.nl
        assert (await world.meeting()).present == ()


async def test_the_case_form_says_first_who_will_read_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        form = await world.press(world.people[0], world.lobby, "lobby-case")
        assert "Alleen jij leest dit" in str(form.form["components"][0])


async def test_a_case_that_was_prepared_is_there_when_the_form_opens_again(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        assert "Je casus staat klaar" in await prepare(world, **CANVAS)
        form = await world.press(world.people[0], world.lobby, "lobby-case")
        assert {one["custom_id"]: one["value"] for one in form.questions} == CANVAS


async def test_a_name_in_a_case_is_remarked_on_to_its_author_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        answer = await prepare(world, **{**CANVAS, "situatie": "Toen zei Fatima dat ze ging."})
        assert "Je casus staat klaar" in answer
        assert "In je tekst staat misschien een naam." in answer
        assert "misschien een naam" not in world.text(world.lobby)


async def test_a_question_that_is_emptied_is_forgotten(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call("probleemoplossend")
        await prepare(world, **CASE, herkenning="Mentoren.", eigen_rol="Mentor.")
        await prepare(world, **CASE, herkenning="", eigen_rol="Mentor.")
        kept = await world.store.case(world.meeting_id, world.people[0].id)  # type: ignore[arg-type]
        assert kept == {**CASE, "eigen_rol": "Mentor."}


async def test_an_empty_form_is_not_taken_for_a_late_one(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        answer = await world.forge_form(
            who, world.lobby, press("lobby-caseform", world.meeting_id, 0, who.id)
        )
        assert "Er stond nog niets in" in answer.text


async def test_a_text_that_is_too_long_comes_back_whole(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        custom_id = press("lobby-caseform", world.meeting_id, 0, who.id)
        answer = await world.forge_form(who, world.lobby, custom_id, situatie=LONG, effect="b" * 4000)
        assert "te lang" in answer.text
        assert answer.text.count("a") >= 4000
        assert answer.text.count("b") >= 4000


async def test_a_form_that_comes_in_when_the_groups_are_open_gives_the_text_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        who = world.people[0]
        form = await world.press(who, world.lobby, "lobby-case")
        await world.open()
        answer = await world.hand_in(who, form, **CANVAS)
        assert "Je groep is al begonnen" in answer.text
        assert "Het werd stil." in answer.text


async def test_my_card_before_the_groups_says_whether_a_case_is_ready(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in(world.people[0])
        before = await world.mine(world.people[0])
        await prepare(world, **CANVAS)
        after = await world.mine(world.people[0])
        assert "je bezighoudt" in before.text
        assert "je casus staat klaar" in after.text


async def test_my_card_without_a_meeting_says_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        card = await world.mine(world.people[0])
        assert card.text == say.NOTHING_YET.nl


async def test_who_reads_along_in_the_lobby_names_everybody_on_the_server(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        answer = await world.press(world.people[0], world.lobby, "lobby-who")
        assert "iedereen op deze server" in answer.text


async def test_who_came_in_late_brings_the_case_that_was_prepared(tmp_path: Path) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        late = world.people[6]
        form = await world.press(late, world.lobby, "lobby-case")
        await world.hand_in(late, form, **CANVAS)
        await world.check_in(*world.people[:6])
        await world.open()
        await world.check_in(late)
        await world.command(world.moderator, "moderator groups", person=late, group=1)
        await world.until("bm.canvas")
        form = await world.press(late, world.room(), "write")
        assert {one["custom_id"]: one["value"] for one in form.questions} == CANVAS


async def test_who_came_late_and_waits_for_a_group_hears_so(tmp_path: Path) -> None:
    async with open_world(tmp_path, 7) as world:
        await world.call()
        await world.check_in(*world.people[:6])
        await world.open()
        await world.check_in(world.people[6])
        assert "de moderator zet je er zo bij" in (await world.mine(world.people[6])).text


async def test_who_is_there_for_a_new_meeting_is_not_shown_the_old_one(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait()
        await world.call(theme="Grenzen")
        where = world.look(world.lobby)[-1]
        custom_id = press("lobby-here", world.meeting_id)
        await world.forge(world.people[0], where, custom_id)
        assert "Je bent erbij." in (await world.mine(world.people[0])).text


async def test_of_two_meetings_the_own_group_is_found(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.command(world.moderator, "moderator close", sure=True)
        await world.wait()
        await world.call(theme="Grenzen")
        answer = await world.mine(world.people[0])
        assert "Dit gesprek is klaar" in answer.text
