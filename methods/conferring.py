"""The leaders' room follows whoever leads: opened with the first of them, and told of every change. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from methods.engine.messages import Refusal
from methods.engine.model import Place
from methods.engine.text import Person, PersonId, Text, line
from methods.gathering import CLOSED, FORGOTTEN_AT_LAST, OPEN_ALREADY, MeetingChange, set_leader
from methods.meeting import (
    LEADERS,
    DeleteRoom,
    Group,
    Meeting,
    MeetingEffect,
    MeetingStage,
    OpenRoom,
    PermitLeaders,
    PostRoster,
    SayToLeaders,
    SeekLeader,
)

LEADS_GROUP: Final = Text(nl="{person}, jij leidt groep {group}.", en="{person}, you lead group {group}.")
LEADS_ONE: Final = Text(
    nl="{person}, jij leidt vandaag een groep. Welke, hoor je hier.",
    en="{person}, you lead a group today. You hear here which one.",
)
NO_LEADER: Final = Text(
    nl="Groep {group} heeft geen gespreksleider meer; Kring leidt, tot iemand het overneemt.",
    en="Group {group} has no leader any more; Kring leads until somebody takes over.",
)
CANNOT_LEAD: Final = Text(
    nl="{person} kan toch niet leiden. Ik vraag de anderen wie het overneemt.",
    en="{person} cannot lead after all. I am asking the others who takes over.",
)
NOT_LEADING: Final = Text(nl="Jij leidt geen groep.", en="You do not lead a group.")


def conferring(before: Meeting, change: MeetingChange) -> MeetingChange:
    """The same change, and what it means for the leaders' room: who gets in, who no more, and who hears what.

    It opens with the first who is to lead; once people are in their groups nobody is called away to it.
    """
    leaders = _leaders(change.meeting)
    after = replace(change.meeting, leaders=leaders)
    if after.place is Place.ELSEWHERE or after.stage is MeetingStage.CLOSED:
        return replace(change, meeting=after)
    effects: list[tuple[MeetingEffect, int]] = []
    if after.conferring:
        effects = [(one, 0) for one in _changes(before, after)]
    elif leaders and after.stage is MeetingStage.GATHERING:
        after = replace(after, conferring=True)
        at_last = (DeleteRoom(LEADERS), after.opened + FORGOTTEN_AT_LAST)
        effects = [(OpenRoom(LEADERS), 0), (PostRoster(), 0), at_last]
    return replace(change, meeting=after, effects=[*change.effects, *effects])


def _leaders(meeting: Meeting) -> tuple[PersonId, ...]:
    leading = (group.leader for group in meeting.groups if group.leader is not None)
    return tuple(dict.fromkeys((*meeting.leaders, *leading)))


def _changes(before: Meeting, after: Meeting) -> list[MeetingEffect]:
    """Who confers now; who leads which group, once that is settled; and which group has nobody any more."""
    was, is_ = confer(before), confer(after)
    gone = tuple(who for who in was if who not in is_)
    effects: list[MeetingEffect] = [PermitLeaders(gone)] if set(was) != set(is_) else []
    if before.stage is not after.stage and after.stage is MeetingStage.OPEN:
        return [*effects, PostRoster()]
    led = [group for group in after.groups if _is_news(before, after, group)]
    effects += [_told(group) for group in led]
    named = [who for who in after.leaders if who not in before.leaders]
    alone = [who for who in named if all(who != group.leader for group in led)]
    return effects + [SayToLeaders(line(LEADS_ONE, person=Person(who, ping=True))) for who in alone]


def _is_news(before: Meeting, after: Meeting, group: Group) -> bool:
    """Whether this group has another leader; as long as groups are being made, only who is new or has gone counts."""
    old = before.group(group.number)
    was = old.leader if old else None
    if group.leader == was:
        return False
    settled = after.stage is not MeetingStage.GATHERING
    if group.leader is None:
        return settled or was not in after.leaders
    return settled or group.leader not in before.leaders


def _told(group: Group) -> SayToLeaders:
    if group.leader is None:
        return SayToLeaders(line(NO_LEADER, group=group.number), offer=True)
    return SayToLeaders(line(LEADS_GROUP, person=Person(group.leader, ping=True), group=group.number))


def confer(meeting: Meeting) -> tuple[PersonId, ...]:
    """Who is in the leaders' room."""
    return tuple(dict.fromkeys((*meeting.moderators, *meeting.leaders)))


def name_leaders(meeting: Meeting, people: Sequence[PersonId]) -> MeetingChange | Refusal:
    """These people lead today; before there are groups."""
    if meeting.stage is not MeetingStage.GATHERING:
        return Refusal(CLOSED if meeting.stage is MeetingStage.CLOSED else OPEN_ALREADY)
    leading = {group.leader for group in meeting.groups}
    kept = [who for who in meeting.leaders if who in leading]
    return MeetingChange(replace(meeting, leaders=tuple(dict.fromkeys((*kept, *people)))))


def offer_to_lead(meeting: Meeting, who: PersonId) -> MeetingChange | Refusal:
    """Somebody will lead one of the groups that are still to be made."""
    return name_leaders(meeting, (*meeting.leaders, who))


def give_up(meeting: Meeting, who: PersonId) -> MeetingChange | Refusal:
    """Somebody who was to lead cannot: the others are asked in the lobby."""
    if meeting.stage is not MeetingStage.GATHERING or who not in meeting.leaders:
        return Refusal(NOT_LEADING if meeting.stage is not MeetingStage.CLOSED else CLOSED)
    group = next((one for one in meeting.groups if one.leader == who), None)
    without = replace(meeting, leaders=tuple(one for one in meeting.leaders if one != who))
    said = SayToLeaders(line(CANNOT_LEAD, person=Person(who)))
    if group is None:
        return MeetingChange(without, [(said, 0), (SeekLeader(0), 0)])
    change = set_leader(without, group.number, None)
    if isinstance(change, Refusal):
        return change
    return replace(change, effects=[(said, 0), (SeekLeader(group.number), 0)])


def seek(meeting: Meeting, number: int) -> MeetingChange | Refusal:
    """The members of this group are asked in the lobby who will lead it."""
    if meeting.stage is MeetingStage.CLOSED:
        return Refusal(CLOSED)
    return MeetingChange(meeting, [(SeekLeader(number), 0)])
