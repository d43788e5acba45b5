"""The leaders' room follows whoever leads: when it opens, whom it lets in, and what it says of each change."""

from collections.abc import Sequence
from dataclasses import replace

from methods import conferring as c
from methods.engine.messages import Refusal
from methods.engine.model import Place, Talk
from methods.engine.state import MeetingId
from methods.engine.text import PersonId
from methods.gathering import (
    CLOSED,
    OPEN_ALREADY,
    MeetingChange,
    close,
    open_groups,
    propose_groups,
    set_leader,
)
from methods.meeting import (
    LEADERS,
    DeleteRoom,
    Meeting,
    MeetingEffect,
    MeetingStage,
    OpenRoom,
    PermitLeaders,
    PostRoster,
    SayToLeaders,
    SeekLeader,
    ServerId,
)
from methods.playing import START

MODERATOR = PersonId(99)


def gathered(place: Place = Place.TEXT, stage: MeetingStage = MeetingStage.GATHERING) -> Meeting:
    return Meeting(
        id=MeetingId(1),
        server=ServerId(1),
        method="bumpy",
        theme="",
        minutes=150,
        talk=Talk.SPOKEN,
        place=place,
        language="nl",
        seed=7,
        opened=START,
        moderators=(MODERATOR,),
        stage=stage,
        present=tuple(PersonId(n) for n in range(1, 12)),
    )


def become(meeting: Meeting, change: MeetingChange | Refusal) -> tuple[Meeting, list[MeetingEffect]]:
    """The meeting after a change, and what is to happen."""
    assert isinstance(change, MeetingChange), change
    after = c.conferring(meeting, change)
    return after.meeting, [effect for effect, _ in after.effects]


def named(*people: int) -> Meeting:
    """A meeting whose leaders confer already."""
    first = gathered()
    return become(first, c.name_leaders(first, [PersonId(n) for n in people]))[0]


def kinds(effects: Sequence[MeetingEffect]) -> list[type]:
    return [type(effect) for effect in effects]


def test_it_opens_once_with_the_first_leader_and_its_end_is_planned_at_once() -> None:
    first = gathered()
    after, effects = become(first, c.name_leaders(first, [PersonId(1)]))
    assert effects == [OpenRoom(LEADERS), PostRoster(), DeleteRoom(LEADERS)]
    again, more = become(after, c.name_leaders(after, [PersonId(1), PersonId(2)]))
    assert kinds(more) == [PermitLeaders, SayToLeaders]
    assert c.confer(again) == (MODERATOR, 1, 2)


def test_outside_discord_and_once_people_are_in_their_rooms_none_opens() -> None:
    elsewhere = gathered(Place.ELSEWHERE)
    assert become(elsewhere, c.name_leaders(elsewhere, [PersonId(1)]))[1] == []
    grouped = become(gathered(), propose_groups(gathered()))[0]
    open_ = become(grouped, open_groups(grouped, START))[0]
    leader = open_.groups[0].members[0]
    assert become(open_, set_leader(open_, 1, leader))[1] == []


def test_another_proposal_of_groups_says_nothing_and_each_group_has_one_of_them() -> None:
    meeting = named(1, 2)
    for salt in range(3):
        meeting, effects = become(meeting, propose_groups(meeting, salt=salt))
        assert effects == []
        assert {group.leader for group in meeting.groups} == {1, 2}


def test_when_the_groups_open_the_roster_is_posted_anew() -> None:
    meeting = become(named(1, 2), propose_groups(named(1, 2)))[0]
    _, effects = become(meeting, open_groups(meeting, START))
    assert PostRoster in kinds(effects)
    assert SayToLeaders not in kinds(effects)


def test_who_is_replaced_is_let_in_no_more_and_the_new_one_is_called() -> None:
    meeting = become(named(1, 2), propose_groups(named(1, 2)))[0]
    group = next(one for one in meeting.groups if one.leader == 1)
    other = next(who for who in group.members if who != 1)
    after, effects = become(meeting, set_leader(meeting, group.number, other))
    assert kinds(effects) == [PermitLeaders, SayToLeaders]
    assert effects[0] == PermitLeaders((PersonId(1),))
    assert set(after.leaders) == {2, other}


def test_who_cannot_lead_leaves_a_question_for_the_group() -> None:
    meeting = become(named(1, 2), propose_groups(named(1, 2)))[0]
    number = next(one.number for one in meeting.groups if one.leader == 1)
    after, effects = become(meeting, c.give_up(meeting, PersonId(1)))
    assert SeekLeader(number) in effects
    assert after.leaders == (2,)
    assert c.give_up(after, PersonId(1)) == Refusal(c.NOT_LEADING)


def test_leaders_are_named_before_the_groups_open_and_not_later() -> None:
    for stage, reason in ((MeetingStage.OPEN, OPEN_ALREADY), (MeetingStage.CLOSED, CLOSED)):
        assert c.name_leaders(gathered(stage=stage), [PersonId(1)]) == Refusal(reason)


def test_it_is_deleted_with_the_lobby() -> None:
    meeting = named(1)
    _, effects = become(meeting, close(meeting, START, talking=False, sure=True))
    assert DeleteRoom(LEADERS) in effects
    without = replace(gathered(), leaders=())
    assert DeleteRoom(LEADERS) not in become(without, close(without, START, talking=False, sure=True))[1]
