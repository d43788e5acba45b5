"""A server's own methods: uploaded, copied, changed by forms, fetched and removed; for moderators of that server only."""

from pathlib import Path
from typing import Any

from bot import workshop_words as w
from bot.custom_id import LIMIT, Press
from bot.server_methods import MOST
from bot.workshop import MOST_TOLD
from bot.workshop_cards import press_of
from methods.editing import Spot
from methods.engine.model import Method
from methods.faults.names import LONGEST_NAME
from methods.library import method
from methods.toml.reading import MOST_BYTES, read
from methods.toml.writing import written
from tests.stories.world import Answer, Shown, World, open_world, shown
from tests.toml.example import SMALL

OWN = "moderator method"


async def upload(world: World, content: bytes | str = SMALL, name: str = "gesprek.toml") -> Answer:
    data = content.encode() if isinstance(content, str) else content
    return await world.command(world.moderator, OWN, file=(name, data))


async def own(world: World) -> dict[str, Method | None]:
    texts = await world.store.own_methods(world.guild.id)  # type: ignore[arg-type]
    return {name: read(text).method for name, text in texts.items()}


async def overview(world: World) -> Shown:
    return (await world.command(world.moderator, OWN)).card


def values(answer: Answer) -> dict[str, Any]:
    """What stands in a form, by question."""
    return {one["custom_id"]: one.get("value", one.get("default")) or "" for one in answer.questions}


# --- A file -------------------------------------------------------------------------------------------------


async def test_a_file_is_checked_played_and_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        answer = await upload(world)
        assert "‘Kort gesprek’ staat klaar" in answer.text
        assert "50 keer gespeeld door robots" in answer.text
        assert "1. Vertellen (5 min)" in answer.text
        assert (await own(world)).keys() == {"gesprek"}
        assert (await world.store.own_methods(world.guild.id))["gesprek"] == SMALL  # type: ignore[arg-type]


async def test_every_mistake_in_a_file_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        answer = await upload(world, SMALL.replace("minutes = 5", "minuten = 5").replace("300", "x"))
        assert "In dit bestand staan 2 fouten. Er is niets bewaard" in answer.text
        told = answer.text.replace("\\", "")
        assert "- regel 12 · phases[0].minuten: ‘minuten’ ken ik hier niet. Bedoel je ‘minutes’?" in told
        assert await own(world) == {}


async def test_a_long_list_of_mistakes_comes_in_as_many_messages_as_it_needs(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        answer = await upload(world, SMALL + "".join(f"kleur{n} = 1\n" for n in range(70)))
        assert "70 fouten" in answer.text
        assert answer.text.count("- regel ") == MOST_TOLD
        assert f"En nog {70 - MOST_TOLD}." in answer.text
        assert len(answer.private) > 1


NO_METHODS = {
    "geen tekstbestand": b"\x7fELF\x00\x00",
    "leeg": b"",
    "groter dan 64 kB": b"#" * (MOST_BYTES + 1),
    "‘bumpy’ is een methode van Kring zelf": written(method("bumpy")).encode(),
}


async def test_what_cannot_be_kept_is_one_sentence(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        for words, content in NO_METHODS.items():
            answer = await upload(world, content)
            assert words in answer.text
        assert await own(world) == {}


async def test_the_same_id_again_replaces_the_method(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        await placed(world)
        answer = await upload(world, SMALL.replace("minutes = 5", "minutes = 9"))
        assert "‘Kort gesprek’ is vervangen" in answer.text
        recipe = (await own(world))["gesprek"]
        assert recipe is not None
        assert recipe.phases[0].minutes.of(6) == 9


async def test_a_server_has_no_more_methods_than_fit_in_a_list(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        async with world.store.transaction() as change:
            for number in range(MOST):
                text = SMALL.replace('id = "gesprek"', f'id = "m{number}"')
                await change.put_method(world.guild.id, f"m{number}", text)  # type: ignore[arg-type]
        assert f"heeft al {MOST} eigen methoden" in (await upload(world)).text
        shown = await overview(world)
        assert len(shown.choices["method-open"].options) == MOST
        assert "staat klaar" not in (await upload(world, SMALL.replace('"gesprek"', '"m99"'))).text
        assert "is vervangen" in (await upload(world, SMALL.replace('"gesprek"', '"m7"'))).text


async def test_a_method_that_a_newer_kring_cannot_read_is_named_and_can_be_replaced(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        async with world.store.transaction() as change:
            await change.put_method(world.guild.id, "gesprek", "id = 3")  # type: ignore[arg-type]
        shown_now = await overview(world)
        assert "kan niet meer lezen: `gesprek`" in shown_now.text
        assert "method-open" not in shown_now.choices
        assert "is vervangen" in (await upload(world)).text
        assert "niet meer lezen" not in (await overview(world)).text


# --- Copying and changing -------------------------------------------------------------------------------------


async def placed(world: World) -> Shown:
    """The card of a method that was uploaded some time."""
    async with world.store.transaction() as change:
        await change.put_method(world.guild.id, "gesprek", SMALL)  # type: ignore[arg-type]
    await world.choose(world.moderator, await overview(world), "method-open", "gesprek")
    return shown_of(world)


async def copy(world: World) -> Shown:
    form = await world.choose(world.moderator, await overview(world), "method-copy", "bumpy")
    assert values(form)["name_nl"] == "Bumpy Moments (eigen)"
    answer = await world.hand_in(
        world.moderator, form, name_nl="Ons hobbelmoment", name_en="Our bumpy moment"
    )
    assert "‘Ons hobbelmoment’ staat klaar om te veranderen" in shown_of(world).text
    del answer
    return shown_of(world)


def shown_of(world: World) -> Shown:
    """The moderator's newest private card."""
    private = [one for one in world.lounge.history(viewer=world.moderator) if one.flags.ephemeral]
    return shown(private[-1])


async def test_a_built_in_method_is_copied_under_a_name_of_its_own(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        await copy(world)
        recipe = (await own(world))["ons-hobbelmoment"]
        assert recipe is not None
        assert recipe.phases == method("bumpy").phases
        assert (recipe.name.en, recipe.command) == ("Our bumpy moment", None)


async def test_minutes_and_texts_of_a_step_are_changed_by_forms(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await copy(world)
        await world.choose(world.moderator, card, "method-step", "bm.vragen1")
        form = await world.press(world.moderator, shown_of(world), "method-minutes")
        assert values(form) == {"base": "0", "each": "1.25", "all": "", "short": "0", "short_each": "1"}
        await world.hand_in(world.moderator, form, base="2", each="1,5", all=True, short="", short_each="")
        assert "Bewaard. ✓" in shown_of(world).text
        form = await world.press(world.moderator, shown_of(world), "method-texts")
        now = values(form)
        await world.hand_in(
            world.moderator, form, **{**now, "name_nl": "Wat zag je?", "name_en": "What did you see?"}
        )
        recipe = (await own(world))["ons-hobbelmoment"]
        assert recipe is not None
        phase = next(one for one in recipe.phases if one.id == "bm.vragen1")
        assert (phase.minutes.of(4), phase.short) == (8, None)
        assert (phase.name.nl, phase.prompt.nl) == ("Wat zag je?", now["prompt_nl"])


async def test_a_question_of_a_form_is_changed_by_a_form(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await copy(world)
        await world.choose(world.moderator, card, "method-step", "bm.canvas")
        form = await world.choose(world.moderator, shown_of(world), "method-item", "question1")
        assert values(form)["label_nl"] == "Wat gebeurde er tussen jullie?"
        await world.hand_in(
            world.moderator,
            form,
            label_nl="Wat gebeurde er?",
            label_en="What happened?",
            more_nl="",
            more_en="",
        )
        recipe = (await own(world))["ons-hobbelmoment"]
        assert recipe is not None
        asked = next(one for one in recipe.phases if one.id == "bm.canvas").form
        assert asked is not None
        assert (asked.fields[1].label.nl, asked.fields[1].description) == ("Wat gebeurde er?", None)


async def test_what_would_spoil_a_method_is_refused_and_the_words_come_back(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await copy(world)
        await world.choose(world.moderator, card, "method-step", "bm.inbreng")
        form = await world.press(world.moderator, shown_of(world), "method-texts")
        now = {**values(form), "prompt_nl": "{inbrengr}, vertel maar."}
        answer = await world.hand_in(world.moderator, form, **now)
        assert "Dit is niet bewaard" in answer.text
        assert "inbrengr" in answer.text
        assert "vertel maar" in answer.text
        form = await world.press(world.moderator, shown_card(world, "method-minutes"), "method-minutes")
        answer = await world.hand_in(world.moderator, form, **{**values(form), "base": "vijf", "all": False})
        assert "‘vijf’ is geen aantal minuten" in answer.text
        recipe = (await own(world))["ons-hobbelmoment"]
        assert recipe is not None
        assert recipe.phases == method("bumpy").phases


def shown_card(world: World, action: str) -> Shown:
    """The newest private card with this button."""
    cards = [shown(one) for one in world.lounge.history(viewer=world.moderator) if one.flags.ephemeral]
    return next(one for one in reversed(cards) if action in one.buttons)


async def test_two_moderators_who_change_different_things_lose_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await copy(world)
        first = await world.press(world.moderator, card, "method-name")
        second = await world.press(world.moderator, card, "method-fits")
        await world.hand_in(
            world.moderator, first, **{**values(first), "goal_nl": "Anders.", "goal_en": "Different."}
        )
        await world.hand_in(world.moderator, second, fits_nl="Alles.", fits_en="Anything.")
        recipe = (await own(world))["ons-hobbelmoment"]
        assert recipe is not None
        assert (recipe.goal.nl, recipe.fits.nl) == ("Anders.", "Alles.")


async def test_a_form_for_a_method_that_was_removed_meanwhile_gives_the_words_back(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await copy(world)
        form = await world.press(world.moderator, card, "method-fits")
        async with world.store.transaction() as change:
            await change.drop_method(world.guild.id, "ons-hobbelmoment")  # type: ignore[arg-type]
        answer = await world.hand_in(world.moderator, form, fits_nl="Alles.", fits_en="Anything.")
        assert "niet meer" in answer.text
        assert "Alles." in answer.text


async def test_a_form_that_was_open_during_a_restart_is_still_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await copy(world)
        form = await world.press(world.moderator, card, "method-fits")
        await world.restart()
        await world.hand_in(world.moderator, form, fits_nl="Alles.", fits_en="Anything.")
        recipe = (await own(world))["ons-hobbelmoment"]
        assert recipe is not None
        assert recipe.fits.nl == "Alles."


# --- Fetching, trying, removing ---------------------------------------------------------------------------------


async def test_a_method_is_fetched_as_the_file_that_it_is(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await placed(world)
        fetched = await world.press(world.moderator, card, "method-file")
        (file,) = fetched.private[-1].message.attachments
        assert file.filename == "gesprek.toml"
        assert (await file.read()).decode() == SMALL


async def test_robots_play_it_again_when_asked(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await placed(world)
        await world.press(world.moderator, card, "method-try")
        assert "50 keer gespeeld" in shown_of(world).text


async def test_a_method_is_removed_after_being_asked(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await placed(world)
        await world.press(world.moderator, card, "method-drop")
        assert "‘Kort gesprek’ weghalen?" in shown_of(world).text
        assert await own(world) != {}
        await world.press(world.moderator, shown_of(world), "method-dropped")
        assert "‘Kort gesprek’ is weg." in shown_of(world).text
        assert await own(world) == {}


# --- Who may, and what travels ----------------------------------------------------------------------------------


async def test_it_is_for_moderators_only(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await placed(world)
        refused = await world.forge(world.people[0], card, card.buttons["method-drop"])
        assert "moderatoren" in refused.text
        assert await own(world) != {}


async def test_a_press_that_no_button_makes_is_refused(tmp_path: Path) -> None:
    async with open_world(tmp_path, 1) as world:
        card = await placed(world)
        for extra in ("", "x/y/z/1", "minutes/gesprek/kg.delen/x", "minutes/gesprek/nergens/0"):
            told = await world.forge(world.moderator, card, str(Press("method-keep", extra=extra)))
            assert told.text
        told = await world.forge(world.moderator, card, str(Press("method-nonsense")))
        assert told.text
        recipe = (await own(world))["gesprek"]
        assert recipe == read(SMALL).method


def test_the_longest_names_fit_what_a_button_carries() -> None:
    name = "x" * LONGEST_NAME
    assert len(str(press_of(Spot("question", name, 24), name))) <= LIMIT


async def test_another_language_gets_its_own_words(tmp_path: Path) -> None:
    async with open_world(tmp_path, 0, locale="en-GB") as world:
        assert w.NONE_YET.en in (await overview(world)).text
        one = SMALL.replace("minutes = 5", "minuten = 5")
        assert "There is one mistake in this file." in (await upload(world, one)).text
