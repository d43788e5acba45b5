"""A whole evening, act by act, as the people in it meet it."""

import logging
from pathlib import Path

import pytest
import simcord
import structlog
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.outbox import SURE
from methods.engine.state import Status
from methods.meeting import MeetingStage
from tests.stories.world import Actor, Answer, Channel, World, open_world, shown

LOCKED = 50013
DAY = 86_400
CANVAS = {
    "titel": "De stilte na de vraag",
    "situatie": "Ik stelde een vraag en niemand zei iets.",
    "effect": "Ze keken naar de tafel.",
    "vervolg": "Ik gaf zelf het antwoord.",
    "binnenkant": "Ik voelde me onzeker en boos.",
}
CASE = {"titel": "De mentor", "situatie": "Hij komt nooit.", "vraag": "Wat zouden jullie doen?"}


async def types(who: Actor, room: Channel) -> bool:
    """Whether somebody can type in a room now."""
    try:
        await who.send(room, "Hallo")
    except simcord.BackendError as error:
        if error.code != LOCKED:
            raise
        return False
    return True


async def who_types(world: World) -> set[str]:
    """Who can type in the first group's room now, as tried by everybody."""
    return {one.name for one in world.people if await types(one, world.room())}


async def write(world: World, who: Actor, **words: object) -> Answer:
    """Fill in the form of this step, from the room's card."""
    return await world.hand_in(who, await world.press(who, world.room(), "write"), **words)


async def led(world: World, talk: str = "written", method: str = "bumpy") -> tuple[Actor, Actor, list[Actor]]:
    """An evening with a leader and somebody who will bring in; the leader, that person, the others."""
    await world.call(method, talk)
    await world.check_in()
    await world.command(world.moderator, "moderator groups")
    leader, bringer, *others = world.people
    await world.command(world.moderator, "moderator groups", person=leader, leads=True)
    await world.command(world.moderator, "moderator open")
    await world.wait()
    return leader, bringer, others


# --- Arriving ----------------------------------------------------------------------------------------------


async def test_opening_a_room_takes_two_requests(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in()
        await world.command(world.moderator, "moderator groups")
        await world.wait(10)
        since = len(world.env.http_requests)
        await world.command(world.moderator, "moderator open")
        room = str(world.room().id)
        lobby = (str(world.lobby.id), str(world.board.id))
        made = [one for one in world.requests(since) if not any(other in one.path for other in lobby)]
        assert [(one.method, one.path.replace(room, "room")) for one in made] == [
            ("POST", f"/guilds/{world.guild.id}/channels"),
            ("POST", "/channels/room/messages"),
        ]


async def test_the_room_opens_with_a_message_that_calls_everybody_and_says_when_it_goes(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        first = world.room().history()[0]
        assert {user.id for user in first.mentions} == {one.id for one in world.people}
        text = shown(first).text
        assert "Welkom in groep 1" in text
        assert "Sanne leidt het gesprek." in text
        assert "Deze ruimte en alles wat erin staat wordt gewist op <t:" in text


async def test_the_lobby_links_to_each_room(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        assert f"1. <#{world.room(1).id}>" in world.text(world.lobby)
        assert f"2. <#{world.room(2).id}>" in world.text(world.lobby)


async def test_a_room_is_for_its_own_group_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        members = (await world.session(1)).members
        seen = []
        for one in world.people:
            try:
                world.look(world.room(1), viewer=one)
            except simcord.SetupError:
                continue
            seen.append(one.id)
        assert set(seen) == set(members)


async def test_a_case_prepared_at_home_is_in_the_canvas(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        who = world.people[0]
        await world.hand_in(who, await world.press(who, world.lobby, "lobby-case"), **CANVAS)
        await world.check_in()
        await world.open()
        await world.until("bm.canvas")
        form = await world.press(who, world.room(), "write")
        assert {one["custom_id"]: one["value"] for one in form.questions} == CANVAS
        assert "Jij bent klaar voor deze stap." in (await world.mine(who)).text


# --- Who may type when -------------------------------------------------------------------------------------


async def test_in_a_written_room_who_may_type_follows_the_step(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, bringer, others = await led(world)
        everybody, alone = {one.name for one in world.people}, {leader.name}
        seen = {await world.phase(): await who_types(world)}
        await world.until("bm.canvas")
        seen["bm.canvas"] = await who_types(world)
        await world.chosen(bringer)
        for phase in ("bm.inbreng", "bm.vragen1", "bm.alternatief_schrijven", "bm.alternatief_ronde"):
            await world.until(phase)
            seen[phase] = await who_types(world)
        assert seen == {
            "fr.kennismaken": everybody,
            "bm.canvas": alone,
            "bm.inbreng": {leader.name, bringer.name},
            "bm.vragen1": {leader.name, bringer.name},
            "bm.alternatief_schrijven": alone,
            "bm.alternatief_ronde": {leader.name, *(one.name for one in others)},
        }


async def test_a_spoken_room_stays_open_but_for_silent_steps(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, bringer, _ = await led(world, "spoken")
        everybody = {one.name for one in world.people}
        assert await who_types(world) == everybody
        await world.until("bm.canvas")
        assert await who_types(world) == {leader.name}
        await world.chosen(bringer)
        assert await who_types(world) == everybody


async def test_rights_are_changed_by_one_request_and_only_when_who_may_type_changes(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        room, since = f"/channels/{world.room().id}", len(world.env.http_requests)
        changes = []
        for phase in ("bm.uitleg", "bm.canvas", "bm.titels", "bm.keuze"):
            await world.until(phase)
            patches = [one for one in world.requests(since) if one.method == "PATCH" and one.path == room]
            changes.append(len(patches))
        assert changes == [1, 1, 1, 1]


async def test_what_others_set_by_hand_in_a_room_stays(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        by_hand = world.guild.create_role("Tolken")
        world.env.backend.set_overwrite(world.room().id, Overwrite(by_hand.id, OverwriteType.ROLE, 1024, 0))
        await world.env.settle()
        await world.until("bm.canvas")
        kept = world.env.backend.get_channel(world.room().id).overwrites
        assert by_hand.id in {one.target_id for one in kept}


async def test_nobody_can_send_a_recording_or_open_a_thread(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        overwrites = world.kring.get_channel(world.room().id).overwrites  # type: ignore[union-attr]
        mine = [one for target, one in overwrites.items() if target.id == world.people[2].id]
        assert [one.send_voice_messages for one in mine] == [False]
        assert [one.create_public_threads for one in mine] == [False]


# --- Writing -----------------------------------------------------------------------------------------------


async def test_what_is_written_can_be_changed_withdrawn_and_let_pass(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        await world.until("bm.canvas")
        who = world.people[2]
        saved = await write(world, who, **CANVAS)
        changed = await write(world, who, **{**CANVAS, "titel": "Iets anders"})
        withdrawn = await world.press(who, await world.mine(who), "withdraw")
        passed = await world.press(who, await world.mine(who), "pass")
        assert "Bewaard. ✓" in saved.text
        assert "Iets anders" in changed.text
        assert "Jij schreef" not in withdrawn.text
        assert "Jij bent klaar voor deze stap." in passed.text


async def test_titles_are_shown_at_once_without_names_and_nothing_else_is(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        await world.until("bm.canvas")
        for who in world.people[:3]:
            await write(world, who, **{**CANVAS, "titel": f"Titel van {who.name[::-1]}"})
        before = world.text(world.room())
        await world.next()
        after = world.look(world.room())[-1].text
        assert "Titel" not in before.replace("Titels delen", "")
        assert all(f"Titel van {one.name[::-1]}" in after for one in world.people[:3])
        assert not any(one.name in after for one in world.people)
        assert CANVAS["situatie"] not in world.text(world.room())


async def test_the_leader_is_asked_before_texts_are_shown_and_may_then_go_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, *_ = await led(world)
        await world.until("bm.canvas")
        await world.wait()
        asked = await world.press(leader, world.room(), "next")
        assert "Dat kan niet meer terug" in asked.text
        assert await world.phase() == "bm.canvas"
        await world.press(leader, asked.card, "sure")
        assert await world.phase() == "bm.titels"


async def test_a_slip_of_the_leader_is_undone(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, *_ = await led(world)
        await world.until("bm.uitleg")
        await world.wait()
        went = await world.press(leader, world.room(), "next")
        await world.press(leader, went.card, "undo")
        assert await world.phase() == "bm.uitleg"
        assert "Hersteld" in world.text(world.room())


# --- Choosing a case ---------------------------------------------------------------------------------------


async def two_cases(world: World) -> tuple[Actor, Actor]:
    """Two people hand in a canvas, and the group comes to choose."""
    _, bringer, others = await led(world)
    await world.until("bm.canvas")
    await write(world, bringer, **CANVAS)
    await write(world, others[0], **{**CANVAS, "titel": "De andere titel"})
    await world.until("bm.keuze")
    await world.wait()
    return bringer, others[0]


async def test_the_vote_is_a_private_list_without_one_s_own_case(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, _ = await two_cases(world)
        opened = await world.press(bringer, world.room(), "vote")
        assert [*opened.card.choices["vote"].options.values()] == ["De andere titel"]
        assert opened.card.message.flags.ephemeral


async def test_votes_stay_secret_and_the_owner_is_asked_first_and_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, other = await two_cases(world)
        for who in world.people:
            card = (await world.press(who, world.room(), "vote")).card
            await world.choose(who, card, "vote", str((other if who is bringer else bringer).id))
        assert "Breng je hem in?" in (await world.mine(bringer)).text
        assert "Jij hoeft niets te doen" in (await world.mine(other)).text
        assert bringer.name not in world.look(world.room())[-1].text
        (alert,) = bringer.user.dm_channel.history()
        assert shown(alert).text.startswith("Er staat iets voor je klaar in Kring.")


async def test_whoever_says_no_is_not_named_and_the_next_is_asked(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, other = await two_cases(world)
        for who in world.people:
            card = (await world.press(who, world.room(), "vote")).card
            await world.choose(who, card, "vote", str((other if who is bringer else bringer).id))
        before = len(world.look(world.room()))
        await world.press(bringer, await world.mine(bringer), "decline")
        new = "\n".join(one.text for one in world.look(world.room())[before:])
        assert "Ik vraag het nog iemand." in new
        assert bringer.name not in new
        await world.press(other, await world.mine(other), "consent")
        assert (await world.session()).case_bringer == other.id


async def test_a_leader_who_brings_in_does_not_lead_that_round(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        leader, *_, volunteer = world.people
        await led(world)
        await world.chosen(leader)
        assert (await world.session()).leads != leader.id
        await world.press(volunteer, await world.mine(volunteer), "offer-lead")
        session = await world.session()
        assert (session.case_bringer, session.leads) == (leader.id, volunteer.id)


# --- The case ----------------------------------------------------------------------------------------------


async def test_the_story_is_shared_without_what_one_thought_and_felt_unless_one_chooses_so(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        _, bringer, _ = await led(world)
        await world.chosen(bringer, CANVAS)
        card = await world.mine(bringer)
        await world.choose(bringer, card, "share", *card.choices["share"].chosen)
        told = world.text(world.room())
        assert "binnenkant" not in card.choices["share"].chosen
        assert CANVAS["situatie"] in told
        assert CANVAS["binnenkant"] not in told


async def test_only_the_case_bringer_ends_the_telling(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        _, bringer, others = await led(world)
        await world.chosen(bringer)
        refused = await world.press(others[0], world.room(), "done")
        assert refused.text == "Dit is aan de inbrenger."
        await world.press(bringer, world.room(), "done")
        assert await world.phase() == "bm.vragen1"


async def asking(world: World) -> tuple[Actor, list[Actor]]:
    """The first round of questions: the case bringer, and who ask."""
    leader, bringer, others = await led(world)
    await world.chosen(bringer, CANVAS)
    await world.press(bringer, world.room(), "done")
    await world.wait()
    return bringer, [leader, *others]


async def test_typed_questions_come_one_at_a_time_in_the_order_they_were_ready(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, askers = await asking(world)
        await write(world, askers[1], vraag="Wie waren erbij?")
        await write(world, askers[2], vraag="Hoe laat was het?")
        heard = world.text(world.room())
        assert f"Vraag 1 · {askers[1].name}" in heard
        assert "Hoe laat was het?" not in heard
        await bringer.send(world.room(), "Vijf collega's.")
        await world.press(bringer, await world.mine(bringer), "answered")
        assert f"Vraag 2 · {askers[2].name}" in world.text(world.room())


async def test_the_first_question_is_the_answer_to_its_own_form(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        _, askers = await asking(world)
        await world.wait(10)
        since = len(world.env.http_requests)
        await write(world, askers[1], vraag="Wie waren erbij?")
        assert not [one for one in world.requests(since) if str(world.room().id) in one.path]


async def test_whoever_asked_may_follow_up_once(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        _, askers = await asking(world)
        asker = askers[1]
        await write(world, asker, vraag="Wie waren erbij?")
        form = await world.press(asker, await world.mine(asker), "write")
        assert [one["custom_id"] for one in form.questions] == ["doorvragen"]
        await world.hand_in(asker, form, doorvragen="En de directeur?")
        assert f"{asker.name} vraagt door:" in world.text(world.room())
        assert "write" not in (await world.mine(asker)).buttons


async def test_a_question_that_is_left_is_left_without_a_reason(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, askers = await asking(world)
        await write(world, askers[1], vraag="Waarom deed je dat?")
        await world.press(bringer, await world.mine(bringer), "left-open")
        assert "laat deze vraag even liggen" in world.text(world.room())


async def test_questions_that_were_never_asked_come_to_the_case_bringer_alone(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, askers = await asking(world)
        await write(world, askers[1], vraag="Wie waren erbij?")
        await write(world, askers[2], vraag="Hoe laat was het?")
        await world.next()
        assert "Hoe laat was het?" in (await world.mine(bringer)).text
        assert "Hoe laat was het?" not in world.text(world.room())


async def advised(world: World) -> tuple[Actor, list[Actor]]:
    """The alternatives have been written and shown; the case bringer may react."""
    leader, bringer, others = await led(world)
    await world.chosen(bringer, CANVAS)
    await world.until("bm.alternatief_schrijven")
    for number, who in enumerate((leader, *others)):
        form = await world.press(who, world.room(), "write")
        await world.hand_in(who, form, **{one["custom_id"]: f"Raad {number}" for one in form.questions})
    await world.until("bm.alternatief_ronde")
    for _ in range(8):
        session = await world.session()
        if session.step.phase.id != "bm.alternatief_ronde" or session.stage is None or not session.stage.turn:
            break
        await world.wait()
        turn = world.actor(session.stage.turn)
        await world.press(turn, await world.mine(turn), "done")
    await world.until("bm.reflectie")
    return bringer, [leader, *others]


async def test_advice_is_told_one_by_one_under_its_author_s_name(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        _, advisers = await advised(world)
        heard = world.text(world.room())
        order = [heard.index(f"Raad {number}") for number in range(len(advisers))]
        assert len(set(order)) == len(advisers)
        assert order[0] == max(order)  # the leader speaks last


async def test_whatever_shows_somebody_s_words_rings_for_nobody(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await advised(world)
        told = [one for one in world.room().history() if "Raad" in shown(one).text]
        assert told
        assert all(one.flags.suppress_notifications for one in told)


async def test_what_the_case_bringer_takes_along_is_public_and_what_perhaps_is_not(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        bringer, advisers = await advised(world)
        card = await world.mine(bringer)
        card = (await world.choose(bringer, card, "sort", str(advisers[0].id))).card
        card = (await world.choose(bringer, card, "maybe", str(advisers[1].id))).card
        before = len(world.look(world.room()))
        await world.press(bringer, await world.mine(bringer), "done")
        new = "\n".join(one.text for one in world.look(world.room())[before:])
        assert f"Dit neemt {bringer.name} mee:" in new
        assert "Raad 0" in new
        assert "Raad 1" not in new


# --- The end -----------------------------------------------------------------------------------------------


async def ended(world: World) -> None:
    """The only group has ended."""
    await led(world)
    await world.until("fr.evaluatie")
    await write(world, world.people[0], **mark("Dat stilte mag.", shared=True))
    await world.until("fr.terug")
    await world.next()
    await world.wait(10)


def mark(sentence: str, *, shared: bool) -> dict[str, object]:
    return {"cijfer": ["8"], "meenemen": sentence, "deel": shared}


async def test_an_evaluation_shows_the_sentence_that_was_ticked_and_never_the_mark(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await ended(world)
        heard = world.text(world.room())
        assert "Dat stilte mag." in heard
        assert "cijfer" not in heard.lower()


async def test_the_group_hears_the_average_of_three_marks_and_not_whose_they_are(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world)
        await world.until("fr.evaluatie")
        for who, given in zip(world.people[:3], ("6", "8", "9"), strict=True):
            await write(world, who, **mark("Iets.", shared=False) | {"cijfer": [given]})
        await world.until("fr.terug")
        await world.wait(10)
        assert "gemiddeld een 7,7 (3 cijfers, van 6 tot 9)" in world.text(world.room())


@pytest.mark.parametrize("locale", ["nl", "en-GB"])
async def test_who_gives_a_low_mark_is_offered_a_talk_and_nobody_else_hears_of_it(
    tmp_path: Path, locale: str
) -> None:
    async with open_world(tmp_path, locale=locale) as world:
        await led(world)
        contact = world.people[5]
        await world.command(world.moderator, "moderator setup", contact=contact)
        await world.until("fr.evaluatie")
        low, high = world.people[1:3]  # the first one leads
        room, board = world.text(world.room()), world.text(world.board)
        told = (await write(world, low, **mark("Iets.", shared=False) | {"cijfer": ["5"]})).text
        assert f"<@{contact.id}>" in told
        assert ("Alleen jij ziet dit" if locale == "nl" else "Only you see this") in told
        assert f"<@{contact.id}>" not in (await write(world, high, **mark("Iets.", shared=False))).text
        assert world.text(world.board) == board
        assert low.name not in world.text(world.room()).removeprefix(room)


async def test_at_the_end_the_room_says_goodbye_and_the_lobby_that_all_are_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await ended(world)
        assert "Dit gesprek is klaar. Dank jullie wel." in world.text(world.room())
        assert "Alle groepen zijn klaar." in world.text(world.lobby)
        assert (await world.meeting()).stage is MeetingStage.BACK


async def test_the_plenary_s_end_closes_the_meeting(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await ended(world)
        for _ in range(6):
            if (await world.session(0)).status is Status.ENDED:
                break
            await world.wait()
            await world.command(world.moderator, "moderator next", groups="g0")
        await world.wait(10)
        assert (await world.meeting()).stage is MeetingStage.CLOSED
        assert "De bijeenkomst is afgesloten." in world.text(world.lobby)


async def closed(world: World) -> None:
    await ended(world)
    await world.command(world.moderator, "moderator close", sure=True)
    await world.wait(10)


async def test_after_the_end_the_evaluation_can_still_be_filled_in_through_kring(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await closed(world)
        who = world.people[1]
        card = await world.mine(who)
        assert "evaluatie blijft 48 uur open" in card.text
        answer = await world.hand_in(
            who, await world.press(who, card, "write"), **mark("Later.", shared=False)
        )
        assert "Bewaard. ✓" in answer.text


async def test_two_days_later_the_evaluation_is_over(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await closed(world)
        world.env.backend.advance_clock(2 * DAY + 60)
        await world.wait(20)
        assert "write" not in (await world.mine(world.people[1])).buttons


async def test_rooms_and_lobby_are_deleted_when_their_time_has_come_and_not_before(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await closed(world)
        world.env.backend.advance_clock(DAY)
        await world.wait(20)
        assert {"lobby", "groep-1"} <= set(world.guild.channels)
        world.env.backend.advance_clock(2 * DAY)
        await world.wait(SURE + 30)
        assert not {"lobby", "groep-1"} & set(world.guild.channels)


async def test_words_are_forgotten_after_their_time_and_leave_no_byte(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await closed(world)
        session = await world.session()
        kept = {slot: await world.store.words(session.id, slot) for slot in session.given}
        assert any(kept.values())
        world.env.backend.advance_clock(3 * DAY)
        await world.wait(SURE + 30)
        gone = {slot: await world.store.words(session.id, slot) for slot in session.given}
        assert not any(gone.values())


async def test_rooms_that_open_days_after_their_lobby_stay_as_long_as_any_others(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        world.env.backend.advance_clock(5 * DAY)
        await world.wait(20)
        await world.check_in()
        await world.open()
        await world.wait(30)
        assert "groep-1" in world.guild.channels


# --- Aloud -------------------------------------------------------------------------------------------------


async def test_aloud_people_take_turns_and_the_next_one_is_called(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await led(world, "spoken")
        session = await world.session()
        assert session.stage is not None
        first = world.actor(session.stage.turn)
        await world.wait()
        await world.press(first, world.room(), "done")
        after = await world.session()
        assert after.stage is not None
        second = after.stage.turn
        assert second != first.id
        last = world.room().history()[-1]
        assert "jij bent aan de beurt" in shown(last).text
        assert [user.id for user in last.mentions] == [second]


async def test_aloud_the_rooms_can_be_voice_channels_with_their_own_chat(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening(talk="spoken", place="voice")
        assert str(world.room().name).startswith("Groep 1")
        assert "Welkom in groep 1" in world.text(world.room())


async def test_aloud_an_evening_of_two_rounds_has_two_cases(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        _, bringer, others = await led(world, "spoken", "probleemoplossend")
        await world.until("fr.keuze")
        await world.wait()
        for who in (bringer, others[0]):
            session = await world.session()
            assert session.stage is not None
            card = await world.mine(who)
            await world.press(who, card, "offer-case" if "offer-case" in card.buttons else "consent")
            await world.wait()
        bringers = [round_.case_bringer for round_ in (await world.session()).rounds]
        assert bringers == [bringer.id, others[0].id]


# --- Nobody's words ----------------------------------------------------------------------------------------


async def test_no_word_of_anybody_is_in_a_log_or_readable_in_the_database(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    secrets = ["zeehond", "kwikstaart", "paardenbloem", "vuurtoren", "wenteltrap"]
    caplog.set_level(logging.INFO)
    with structlog.testing.capture_logs() as events:
        async with open_world(tmp_path) as world:
            await world.call()
            who = world.people[1]
            case = {**CANVAS, "situatie": secrets[0]}
            await world.hand_in(who, await world.press(who, world.lobby, "lobby-case"), **case)
            await world.check_in()
            await world.open()
            await world.chosen(who, {**CANVAS, "situatie": secrets[1]})
            await world.press(who, world.room(), "done")
            await world.wait()
            await write(world, world.people[2], vraag=secrets[2])
            await world.people[3].send(world.lobby, secrets[3])
            world.store.broken = True
            await write(world, world.people[4], vraag=secrets[4])
            world.store.broken = False
        kept = all_bytes(tmp_path)
    out, err = capfd.readouterr()
    logged = repr(events) + caplog.text + out + err
    assert [word for word in secrets if word in logged] == []
    assert [word for word in secrets if word.encode() in kept] == []


def all_bytes(folder: Path) -> bytes:
    """Everything in the files of a folder."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
