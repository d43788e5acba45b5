"""Presses in a room and on one's own card: each has its answer, and nobody gets further than they may."""

from pathlib import Path

import pytest

from bot import sayings as say
from tests.stories.world import Answer, World, open_world, press

HUGE = 2**63 - 1
FORGED = (
    "k1:nonsense:1:1:0:",
    "k1:done:999:1:0:",
    f"k1:done:{HUGE}:{HUGE}:0:",
    "k1:done:99999999999999999999:1:0:",
    "k2:done:1:1:0:",
    "",
    "hello",
    "k1:sure:2:1:0:nonsense",
    "k1:sure:2:1:0:",
    "k1:maybe:2:1:0:",
    "k1:form:2:1:0:nonsense",
    "k1:close:2:1:0:",
    f"k1:done:2:1:0:w{'9' * 60}",
    f"k1:extend:2:1:0:{'9' * 60}",
    "k1:lobby-nonsense:1:0:0:",
    "k1:lobby-here:999:0:0:",
    "k1:conduct-nonsense:1:0:0:",
    "k1:conduct-to:1:0:0:nonsense",
)


def strangers(world: World, members: tuple[int, ...]) -> list[int]:
    return [one.id for one in world.people if one.id not in members]


async def forged(world: World, who: int, custom_id: str, *values: str) -> Answer:
    """A press that no button of this person's makes, in the lobby, where everybody may press."""
    where = world.with_button(world.lobby, "lobby-here")
    return await world.forge(world.actor(who), where, custom_id, *values)


# --- Who may see and do what -------------------------------------------------------------------------------


async def test_somebody_of_another_group_is_shown_nothing_of_this_one(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        session = await world.session(1)
        stranger = strangers(world, session.members)[0]
        names = [world.actor(who).name for who in session.members]
        for action in ("mine", "care", "read", "who", "lang", "harvest", "more", "step"):
            with subtests.test(action):
                answer = await forged(world, stranger, press(action, session.id, session.visit))
                assert "groep" in answer.text
                assert not any(secret in answer.text for secret in (*names, "Stap", "Jij"))


async def test_somebody_of_another_group_changes_nothing(tmp_path: Path, subtests: pytest.Subtests) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        before = await world.session(1)
        stranger = strangers(world, before.members)[0]
        for act in ("done", "next", "write", "pass", "extend", "still", "help", "stop"):
            with subtests.test(act):
                answer = await forged(world, stranger, press(act, before.id, before.visit))
                assert "andere groep" in answer.text
                assert await world.session(1) == before


async def test_a_press_on_an_old_card_points_to_the_newest(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        old = world.with_button(world.room(), "done")
        await world.next()
        answer = await world.press(world.people[0], old, "done")
        assert answer.text == "Deze knop hoort bij een eerdere stap. Op de nieuwste kaart kun je verder."


async def test_a_forged_press_gets_a_sentence_and_changes_nothing(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        before, meeting = await world.session(), await world.meeting()
        for custom_id in FORGED:
            with subtests.test(custom_id):
                answer = await forged(world, world.people[0].id, custom_id)
                assert answer.text
                assert "code" not in answer.text
                assert await world.session() == before
                assert await world.meeting() == meeting


async def test_a_press_from_somebody_elses_own_card_is_refused(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        mine, other = session.members[:2]
        answer = await forged(world, other, press("done", session.id, session.visit, mine))
        assert answer.text == say.FORGED.nl
        assert await world.session() == session


async def test_a_list_that_nobody_offered_is_refused(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        who = world.people[0].id
        answer = await forged(world, who, press("vote", session.id, session.visit, who), "1", "nonsense")
        assert answer.text == "Dat kan in deze stap niet."


async def test_the_language_button_never_puts_a_private_card_in_public(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        session = await world.session()
        where = world.with_button(world.room(), "mine")
        before = world.text(world.room())
        await world.forge(world.people[0], where, press("lang", session.id, session.visit))
        assert world.text(world.room()) == before


async def test_asking_for_the_moderator_shows_on_the_board_and_not_in_the_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        who = world.people[0]
        card = (await world.press(who, world.room(), "care")).card
        answer = await world.press(who, card, "help")
        await world.wait(10)
        assert "Ik heb de moderator gevraagd" in answer.text
        assert "vraagt hulp" in world.text(world.board)
        assert "hulp" not in world.look(world.room())[-1].text


# --- The room's card and the own card ----------------------------------------------------------------------


async def test_the_room_s_card_has_four_buttons_that_never_move(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        card = world.with_button(world.room(), "write")
        assert card.labels == ("Schrijven", "Volgende stap", "Mijn kaart", "Hulp of pauze")


async def test_a_click_on_the_card_is_answered_without_a_request_that_counts(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        since = len(world.env.http_requests)
        await world.press(world.people[0], world.room(), "done")
        board = [one for one in world.requests(since) if str(world.board.id) in one.path]
        assert world.requests(since) == board


async def test_the_first_message_still_says_when_the_room_goes_after_a_click_on_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        first = world.look(world.room())[0]
        await world.press(world.people[0], first, "done")
        await world.next()
        assert "wordt gewist op" in world.look(world.room())[0].text


async def test_a_card_that_was_changed_keeps_the_mark_by_which_it_is_found(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        card = world.with_button(world.room(), "done")
        before = card.message.components[0].id
        await world.press(world.people[0], card, "done")
        assert world.with_button(world.room(), "mine").message.components[0].id == before


async def test_any_press_on_the_own_card_renews_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        card = await world.mine(world.people[0])
        answer = await world.press(world.people[0], card, "done")
        assert "Jij bent klaar voor deze stap." in answer.text
        assert len(answer.private) == 1


async def test_my_card_comes_in_the_language_that_somebody_chose_from_then_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        who = world.people[0]
        card = await world.mine(who)
        answer = await world.press(who, card, "lang")
        assert "You take part" in answer.text
        assert "You take part" in (await world.mine(who)).text


async def test_help_or_pause_offers_what_one_may_need_and_says_it_is_private(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        answer = await world.press(world.people[0], world.room(), "care")
        assert "Alleen jij ziet dit" in answer.text
        assert {"still", "help"} <= set(answer.card.buttons)


async def test_next_by_somebody_who_does_not_lead_gets_a_kind_sentence(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.wait()
        answer = await world.press(world.people[0], world.room(), "next")
        assert answer.text == "Dit doet de gespreksleider. Wil je verder? Zeg het gerust in de groep."


async def test_who_reads_along_lists_the_people_of_the_room(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        card = await world.mine(world.people[0])
        answer = await world.press(world.people[0], card, "who")
        assert all(one.name in answer.text for one in world.people)
        assert "beheerders" in answer.text


# --- Forms -------------------------------------------------------------------------------------------------


async def test_the_canvas_is_a_title_and_four_questions_in_the_order_of_the_source(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        answer = await world.press(world.people[0], world.room(), "write")
        named = [one["custom_id"] for one in answer.questions]
        assert named == ["titel", "situatie", "effect", "vervolg", "binnenkant"]


async def test_saving_says_so_and_shows_what_was_kept(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        answer = await fill_in(world, titel="De stilte")
        assert "Bewaard. ✓" in answer.text
        assert "De stilte" in answer.text


async def test_a_form_from_the_card_changes_the_card_and_answers_privately(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        answer = await fill_in(world, titel="De stilte")
        assert [one.message.flags.ephemeral for one in answer.messages] == [False, True]
        assert "De stilte" not in world.text(world.room())


async def test_a_part_of_a_form_says_that_a_question_is_still_open(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        one = await world.press(who, await world.mine(who), "step")
        answer = await world.hand_in(who, one, **{one.questions[0]["custom_id"]: "De stilte"})
        assert "Nog niet alles is ingevuld" in answer.text


async def test_question_by_question_opens_the_first_one_without_an_answer(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who, asked = world.people[0], []
        for _ in range(5):
            form = await world.press(who, await world.mine(who), "step")
            (question,) = form.questions
            asked.append(question["custom_id"])
            await world.hand_in(who, form, **{question["custom_id"]: "tekst"})
        assert asked == ["titel", "situatie", "effect", "vervolg", "binnenkant"]


async def test_what_was_written_is_offered_again_when_the_form_opens(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        await fill_in(world, titel="De stilte")
        form = await world.press(world.people[0], world.room(), "write")
        assert form.questions[0]["value"] == "De stilte"


async def test_a_form_that_is_sent_twice_is_kept_as_one(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        session, who = await world.session(), world.people[0]
        custom_id = press("form", session.id, session.visit, who.id, extra="first")
        for _ in range(2):
            await world.forge_form(who, world.room(), custom_id, titel="De stilte", situatie="Stil.")
        kept = await world.store.words(session.id, session.step.slot)
        assert kept == {who.id: {"titel": "De stilte", "situatie": "Stil."}}


async def test_a_form_that_comes_too_late_gives_the_text_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.press(who, world.room(), "write")
        await world.next()
        answer = await world.hand_in(who, form, **canvas("De stilte"))
        assert "eerdere stap" in answer.text
        assert "De stilte" in answer.text


async def test_four_thousand_characters_that_do_not_fit_come_back_whole(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        session, who = await world.session(), world.people[0]
        custom_id = press("form", session.id, session.visit, who.id, extra="first")
        answer = await world.forge_form(who, world.room(), custom_id, titel="a*" * 2000, situatie="b" * 4000)
        assert "te lang" in answer.text
        assert answer.text.count("a") >= 2000
        assert answer.text.count("b") >= 4000


async def test_a_form_with_a_question_that_was_not_asked_is_given_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        session, who = await world.session(), world.people[0]
        custom_id = press("form", session.id, session.visit, who.id, extra="first")
        answer = await world.forge_form(
            who, world.room(), custom_id, titel="De stilte", geheim="Niet gevraagd"
        )
        assert "Die keuze is er hier niet." in answer.text
        assert "Niet gevraagd" in answer.text


async def test_a_form_opened_by_a_command_is_answered_too(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        who = world.people[0]
        form = await world.command(who, "bumpy canvas")
        answer = await world.hand_in(who, form, **canvas("De stilte"))
        assert "Bewaard" in answer.text


def canvas(title: str) -> dict[str, str]:
    return {"titel": title, "situatie": "S", "binnenkant": "B", "effect": "E", "vervolg": "V"}


async def fill_in(world: World, titel: str) -> Answer:
    """The first person hands in a canvas with this title."""
    who = world.people[0]
    form = await world.press(who, world.room(), "write")
    return await world.hand_in(who, form, **canvas(titel))
