"""Two moderators at the same instant, and a group in the middle of it: everybody is in one room, and nothing is lost."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.regrouping import Regrouping
from bot.saving import Done
from bot.target import Target
from methods.engine.events import Act
from methods.engine.making import made
from methods.engine.messages import Refusal
from methods.engine.state import Session, Status
from methods.engine.text import PersonId
from methods.grouping import MOST
from methods.meeting import Meeting, MeetingStage, OpenRoom, SayInLobby
from tests.stories.world import World, open_world

WORDS = {"titel": "De stilte", "situatie": "Het werd stil.", "effect": "Ze zwegen.", "vervolg": "Ik ook."}


def moderators(world: World) -> tuple[PersonId, PersonId]:
    return PersonId(world.moderator.id), PersonId(world.people[-1].id)


async def rooms_of(world: World) -> Mapping[int, list[int]]:
    """In which groups each person is, as their sessions have it; those that ended do not count."""
    sessions = await world.store.sessions_of(world.meeting_id)
    open_ = [one for one in sessions if one.group and one.status is not Status.ENDED]
    people = {who for one in open_ for who in (*one.members, *one.door)}
    return {who: [one.group for one in open_ if who in (*one.members, *one.door)] for who in people}


async def groups(world: World) -> Mapping[int, int]:
    """In which group each person is, as the meeting has it."""
    return {who: group.number for group in (await world.meeting()).groups for who in group.members}


async def write(world: World, session: Session, who: PersonId) -> object:
    form = session.step.phase.form
    assert form is not None
    words = {field.id: WORDS[field.id] for field in form.fields if field.id in WORDS}
    return await world.kring.host.handle(session.id, made(Act.WRITE, who, session.visit, words=words))


# --- Who is where ------------------------------------------------------------------------------------------


async def test_somebody_who_is_put_in_two_groups_at_once_ends_in_one(tmp_path: Path) -> None:
    async with open_world(tmp_path, 15) as world:
        await world.evening()
        conduct = world.kring.conduct
        for who in (await world.session(1)).members[:3]:
            await asyncio.gather(*(conduct.place(world.meeting_id, who, number) for number in (2, 3)))
            await world.wait()
            assert (await rooms_of(world))[who] == [(await groups(world))[who]]


async def test_of_two_who_are_put_on_the_last_seat_at_once_one_sits_there(tmp_path: Path) -> None:
    async with open_world(tmp_path, 15) as world:
        await world.evening()
        conduct, full = world.kring.conduct, (await world.session(2)).members
        others = [*(await world.session(1)).members, *(await world.session(3)).members]
        free = MOST - len(full)
        for who in others[: free - 1]:
            await conduct.place(world.meeting_id, who, 2)
        last = others[free - 1], others[-1]
        outcomes = await asyncio.gather(*(conduct.place(world.meeting_id, who, 2) for who in last))
        assert sorted(type(one).__name__ for one in outcomes) == ["Meeting", "Refusal"]
        assert list((await groups(world)).values()).count(2) == MOST
        session = await world.session(2)
        assert len({*session.members, *session.door}) == MOST


async def test_two_groups_that_are_merged_at_once_leave_everybody_in_one_that_talks(tmp_path: Path) -> None:
    async with open_world(tmp_path, 8) as world:
        await world.evening()
        (one, other), regrouping = moderators(world), Regrouping(world.kring.host, world.kring.conduct)
        people = {*(await world.session(1)).members, *(await world.session(2)).members}
        await asyncio.gather(
            regrouping.merge(world.meeting_id, one, 1), regrouping.merge(world.meeting_id, other, 2)
        )
        await world.wait()
        assert {len(rooms) for rooms in (await rooms_of(world)).values()} == {1}
        assert set(await rooms_of(world)) == people


async def test_of_two_leaders_that_are_named_at_once_meeting_and_room_know_the_same(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        conduct, members = world.kring.conduct, (await world.session()).members
        for first, second in zip(members[::2], members[1::2], strict=True):
            await asyncio.gather(*(conduct.lead(world.meeting_id, 1, who) for who in (first, second)))
            assert (await world.meeting()).groups[0].leader == (await world.session()).leader
            assert (await world.session()).leader in {first, second}


async def test_who_comes_in_late_twice_at_once_is_there_once(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        number, late = await world.id_of(), PersonId(77)
        outcomes = await asyncio.gather(*(world.kring.host.join(number, late) for _ in range(3)))
        assert sum(isinstance(one, Done) for one in outcomes) == 1
        assert (await world.session()).members.count(late) == 1


async def test_who_checks_in_while_the_plenary_begins_is_in_it_once(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.call()
        await world.check_in(*world.people[:5])
        who = PersonId(world.people[5].id)
        meeting = await world.meeting()
        await asyncio.gather(
            world.kring.lobby._come_in(meeting, who, "Bram"),
            world.command(world.moderator, "moderator begin"),
        )
        await world.wait()
        plenary = await world.session(0)
        assert plenary.members.count(who) == 1
        assert set((await world.meeting()).present) == set(plenary.members)


# --- On and back -------------------------------------------------------------------------------------------


async def test_two_moderators_who_move_all_groups_on_at_once_move_each_one_step(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await world.evening()
        await world.wait(30)
        before = [(await world.session(number)).visit for number in (1, 2)]
        conduct = world.kring.conduct
        await world.kring.conduct.appoint(await world.meeting(), moderators(world)[1])
        await asyncio.gather(
            *(conduct.act(world.meeting_id, who, Act.NEXT, Target(), sure=True) for who in moderators(world))
        )
        assert [(await world.session(number)).visit for number in (1, 2)] == [visit + 1 for visit in before]


# --- Opening and closing -----------------------------------------------------------------------------------


async def open_rooms(world: World) -> None:
    await world.call()
    await world.check_in()
    await world.command(world.moderator, "moderator groups")


async def test_groups_that_two_moderators_open_at_once_are_opened_once(tmp_path: Path) -> None:
    async with open_world(tmp_path, 12) as world:
        await open_rooms(world)
        world.kring.outbox.open = False
        conduct = world.kring.conduct
        outcomes = await asyncio.gather(*(conduct.open(world.meeting_id) for _ in range(2)))
        assert sorted(type(one).__name__ for one in outcomes) == ["Meeting", "Refusal"]
        assert sorted(one.group for one in await world.store.sessions_of(world.meeting_id)) == [0, 1, 2]
        rows = await world.store.undelivered(int(world.clock.now()), meeting=world.meeting_id)
        assert sorted(row.effect.group for row in rows if isinstance(row.effect, OpenRoom)) == [0, 1, 2]


async def test_what_is_handed_in_while_the_meeting_closes_is_kept_or_given_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.canvas")
        session = await world.session()
        closing = world.kring.conduct.close(world.meeting_id, moderators(world)[0], sure=True)
        _, *outcomes = await asyncio.gather(closing, *(write(world, session, who) for who in session.members))
        kept = await world.store.words(session.id, "1:bm.canvas")
        assert (await world.session()).status is Status.ENDED
        assert all(isinstance(one, Done | Refusal) for one in outcomes)
        done = [who for who, one in zip(session.members, outcomes, strict=True) if isinstance(one, Done)]
        assert set(kept) == set(done)


@pytest.mark.parametrize("sure", [True, False])
async def test_a_meeting_that_is_opened_and_closed_at_once_leaves_no_group_talking(
    tmp_path: Path,
    sure: bool,  # noqa: FBT001 - as the button has it
) -> None:
    async with open_world(tmp_path) as world:
        await open_rooms(world)
        conduct, who = world.kring.conduct, moderators(world)[0]
        await asyncio.gather(conduct.open(world.meeting_id), conduct.close(world.meeting_id, who, sure=sure))
        await world.wait(10)
        meeting = await world.meeting()
        sessions = await world.store.sessions_of(world.meeting_id)
        if meeting.stage is MeetingStage.CLOSED:
            assert {one.status for one in sessions} <= {Status.ENDED}
        else:
            assert isinstance(meeting, Meeting)
            assert Status.RUNNING in {one.status for one in sessions}


async def test_a_room_that_is_still_being_made_when_the_meeting_closes_begins_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await open_rooms(world)
        world.kring.outbox.open = False
        await world.kring.conduct.open(world.meeting_id)
        meeting, session = await world.meeting(), await world.session()
        assert session.status is Status.WAITING
        staging = world.kring.outbox._performer._staging
        await asyncio.gather(
            world.kring.conduct.close(world.meeting_id, moderators(world)[0], sure=True),
            staging._start(meeting, session),
        )
        assert (await world.session()).status is Status.ENDED


async def test_closing_twice_at_once_says_goodbye_once(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        world.kring.outbox.open = False
        conduct = world.kring.conduct
        outcomes = await asyncio.gather(
            *(conduct.close(world.meeting_id, who, sure=True) for who in moderators(world))
        )
        rows = await world.store.undelivered(int(world.clock.now()), meeting=world.meeting_id)
        assert sorted(type(one).__name__ for one in outcomes) == ["Meeting", "Refusal"]
        assert len([row for row in rows if isinstance(row.effect, SayInLobby)]) == 1
