"""Trouble in a rehearsal: dealt from a seed, and watched so that a broken promise is noticed where it breaks."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from bot.rehearsal.recording import Request
from bot.rehearsal.rehearsal import Rehearsal, Script, rehearsal
from bot.rehearsal.trouble import DECK, EACH, dealt, latecomers
from bot.rehearsal.watching import Happened, broken_into, muted
from methods.engine.events import Advanced, ReturnSet, TimeUp
from methods.engine.state import Session
from methods.engine.text import Moment, PersonId
from methods.engine.timing import PAUSED_TOO_LONG
from methods.playing import MODERATOR, START
from tests.engine.play import at_table

# --- The deal --------------------------------------------------------------------------------------------------


def test_the_same_seed_deals_the_same_trouble_and_another_seed_another() -> None:
    one, again, other = (dealt(range(1, 21), 4000, Random(seed)) for seed in (7, 7, 8))
    assert one == again
    assert one != other


def test_every_kind_comes_before_one_returns_and_none_twice_in_a_group() -> None:
    troubles = dealt(range(1, 21), 4000, Random(7))
    assert {trouble.kind for trouble in troubles[: len(DECK)]} == set(DECK)
    for group in range(1, 21):
        kinds = [trouble.kind for trouble in troubles if trouble.group == group]
        assert len(kinds) == len(set(kinds)) == EACH


def test_of_six_people_one_comes_late() -> None:
    assert [latecomers(people) for people in (3, 6, 24, 120)] == [0, 1, 4, 20]


# --- Protected moments ------------------------------------------------------------------------------------------

TELLING = at_table("bm.inbreng", "bm.vragen1").session
WRITING = at_table("bm.canvas", "bm.vragen1").session
ON = replace(TELLING, visit=TELLING.visit + 1, at=1)
VISIT = TELLING.visit


def after(session: Session, event: Any, became: Session, seconds: int = 600) -> Happened:  # noqa: ANN401 - any event
    return Happened(Moment(START + seconds), event, session, became)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (TimeUp(VISIT), "the clock moved"),
        (Advanced(MODERATOR, VISIT), "a moderator moved"),
    ],
)
def test_a_group_that_is_moved_on_while_somebody_tells_is_reported(event: Any, words: str) -> None:  # noqa: ANN401
    assert words in (broken_into(after(TELLING, event, ON)) or "")


def test_planning_anew_while_somebody_tells_is_reported() -> None:
    became = replace(TELLING, script=TELLING.script[:1])
    event = ReturnSet(MODERATOR, VISIT, Moment(START + 900))
    assert "planned anew" in (broken_into(after(TELLING, event, became)) or "")


def test_what_a_member_does_or_a_moderator_to_this_group_by_name_is_theirs_to_do() -> None:
    assert broken_into(after(TELLING, Advanced(PersonId(1), VISIT), ON)) is None
    assert broken_into(after(TELLING, Advanced(MODERATOR, VISIT), ON), by_name=True) is None


def test_a_step_that_is_not_protected_ends_by_the_clock() -> None:
    assert broken_into(after(WRITING, TimeUp(VISIT), replace(WRITING, visit=VISIT + 1, at=1))) is None


def test_a_telling_to_which_nobody_comes_back_for_hours_may_end() -> None:
    seconds = 5 * 60 + PAUSED_TOO_LONG
    assert broken_into(after(TELLING, TimeUp(VISIT), ON, seconds)) is None


# --- Rooms ------------------------------------------------------------------------------------------------------


async def gathered(played: Rehearsal) -> tuple[int, int]:
    """Play until the group is in its room: the room, and somebody in it."""
    await played.play()
    session = played.watch.sessions[1]
    room = await played.world.store.channel_of(session.id)
    assert room is not None
    return room, session.members[0]


async def problems(played: Rehearsal) -> list[str]:
    """What the watch reports within a while."""
    await played.watch.look_everywhere()
    return played.watch.problems


SHORT = Script(people=3, until="fr.kennismaken")


async def test_somebody_who_is_shut_out_of_the_own_room_is_reported_with_room_and_time() -> None:
    async with rehearsal(SHORT) as played:
        room, who = await gathered(played)
        assert await problems(played) == []
        kept = played.world.env.backend.channels[room].overwrites
        kept[:] = [one for one in kept if one.target_id != who]
        (told,) = await problems(played)
        name = next(robot.name for robot in played.people if robot.hands.id == who)
        assert f"group 1, fr.kennismaken: {name} is locked out of the own room" in told


async def test_somebody_who_sees_a_room_of_others_is_reported() -> None:
    async with rehearsal(replace(SHORT, people=8)) as played:
        room, _ = await gathered(played)
        stranger = played.watch.sessions[2].members[0]
        kept = played.world.env.backend.channels[room].overwrites
        mine = next(one for one in kept if one.target_id == played.watch.sessions[1].members[0])
        kept.append(replace(mine, target_id=stranger))
        assert [told.partition(" ")[2] for told in await problems(played)] == [
            f"group 1, fr.kennismaken: {name} sees a room of others"
            for name in [robot.name for robot in played.people if robot.hands.id == stranger]
        ]


async def test_a_request_that_mutes_somebody_is_reported() -> None:
    async with rehearsal(SHORT) as played:
        assert list(muted(played.world)) == []
        path = "/guilds/1/members/2"
        played.world.recorder.requests.append(Request(START, "PATCH", path, {"mute": True}))
        assert len(list(muted(played.world))) == 1
