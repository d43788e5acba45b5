"""What may happen to a meeting: people check in, groups are made, opened and closed. Pure, like the engine."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from methods.engine.messages import Refusal
from methods.engine.model import Method
from methods.engine.state import Session
from methods.engine.text import Moment, PersonId, Text, line
from methods.grouping import FEWEST, TOO_FEW, lead, move, propose, sizes
from methods.library import recipe_of
from methods.meeting import (
    LEADERS,
    DeleteRoom,
    ForgetWords,
    ListRooms,
    Meeting,
    MeetingEffect,
    MeetingStage,
    OpenLobby,
    OpenRoom,
    PostPanel,
    PostRoster,
    SayInLobby,
)
from methods.opening import group_session, plenary_session
from methods.planning import Plan, plan

DAY: Final = 86_400
SHORTEST_STAY: Final = 3 * 3600
"""A room stays at least so many seconds after its meeting should have ended: groups run late."""
FORGOTTEN_AT_LAST: Final = 60 * DAY
"""So many seconds after its lobby opened, a meeting that was never closed is forgotten all the same."""
ROOMS_IN_CATEGORY: Final = 48
"""Discord takes 50 channels in a category; one is the lobby, and one the leaders' room."""

CLOSED: Final = Text(nl="Deze bijeenkomst is al afgesloten.", en="This meeting has been closed.")
OPEN_ALREADY: Final = Text(nl="De groepen zijn al open.", en="The groups are open already.")
NOT_OPEN: Final = Text(nl="De groepen zijn nog niet open.", en="The groups are not open yet.")
NO_GROUPS: Final = Text(
    nl="Er zijn nog geen groepen. Maak ze eerst met ‘Maak groepen’.",
    en="There are no groups yet. Make them first with ‘Make groups’.",
)
TOO_MANY_ROOMS: Final = Text(
    nl="Dit worden meer dan 48 ruimtes, en zoveel passen er niet in een categorie van Discord. Verdeel de mensen over twee bijeenkomsten.",
    en="These would be more than 48 rooms, and a Discord category cannot hold that many. Spread the people over two meetings.",
)
HERE_ALREADY: Final = Text(
    nl="Je stond er al bij. Fijn dat je er bent.", en="You had checked in. Good that you are here."
)
BEGUN_ALREADY: Final = Text(nl="De plenaire is al begonnen.", en="The plenary has begun already.")
SAME_METHOD: Final = Text(nl="Dat is de methode al.", en="That is the method already.")
METHOD_CHANGED: Final = Text(
    nl="De methode van deze bijeenkomst is nu ‘{method}’. Had je een casus klaargezet? Wat past, is meegegaan; kijk hem even na met "
    "‘Casus klaarzetten’.",
    en="The method of this meeting is now ‘{method}’. Had you prepared a case? What fits has come along; look it over with "
    "‘Prepare a case’.",
)
STILL_TALKING: Final = Text(
    nl="Er zijn nog groepen bezig. Sluit je toch af, dan stopt hun gesprek hier; wat verborgen is, blijft verborgen.",
    en="Some groups are still talking. If you close all the same, they stop here; what is hidden stays hidden.",
)
GOODBYE: Final = Text(
    nl="De bijeenkomst is afgesloten. Dank jullie wel. De evaluatie blijft 48 uur open via /kring.",
    en="The meeting is closed. Thank you all. The evaluation stays open for 48 hours through /kring.",
)


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What a meeting becomes, what must happen once, and which sessions begin to exist with it."""

    meeting: Meeting
    effects: Sequence[tuple[MeetingEffect, int]] = ()
    """Each with the moment from which it may be delivered (0: now)."""
    sessions: Sequence[Session] = ()


def opening_of(meeting: Meeting) -> tuple[tuple[MeetingEffect, int], ...]:
    """What a new meeting begins with. Also one that nobody ever closes is forgotten in the end."""
    at_last = meeting.opened + FORGOTTEN_AT_LAST
    return (OpenLobby(), 0), (PostPanel(), 0), (DeleteRoom(0), at_last), (ForgetWords(), at_last)


def deletion_of(meeting: Meeting) -> Moment:
    """When the rooms of a meeting are deleted: so many days after it should have ended."""
    stay = max(meeting.keep_days * DAY, SHORTEST_STAY)
    return Moment((meeting.began or meeting.opened) + meeting.minutes * 60 + stay)


def plan_of(meeting: Meeting) -> Plan:
    """The plan for this meeting's biggest group; before there are groups, the biggest that is to be expected."""
    recipe = recipe_of(meeting)
    expected = _expected(len(meeting.present), recipe)
    biggest = max((len(group.members) for group in meeting.groups), default=expected)
    return plan(recipe, biggest, meeting.minutes, meeting.talk)


def _expected(people: int, recipe: Method) -> int:
    """How many the biggest group will be; one more than is best as long as too few are there to tell."""
    parts = sizes(people, recipe.well)
    return recipe.well + 1 if isinstance(parts, Text) else max(parts)


def check_in(meeting: Meeting, who: PersonId) -> MeetingChange | Refusal:
    """Somebody is there."""
    if meeting.stage is MeetingStage.CLOSED:
        return Refusal(CLOSED)
    if who in meeting.left:
        return MeetingChange(replace(meeting, left=_but(meeting.left, who)))
    if who in meeting.present:
        return Refusal(HERE_ALREADY)
    return MeetingChange(replace(meeting, present=(*meeting.present, who)))


def practised(meeting: Meeting, who: PersonId) -> MeetingChange | Refusal:
    """Somebody practised; once is enough."""
    if who in meeting.practised or meeting.stage is MeetingStage.CLOSED:
        return Refusal(HERE_ALREADY)
    return MeetingChange(replace(meeting, practised=(*meeting.practised, who)))


def unpractised(meeting: Meeting, who: PersonId) -> Meeting:
    """Whether this person practised is forgotten."""
    return replace(meeting, practised=tuple(one for one in meeting.practised if one != who))


def needs(meeting: Meeting, who: PersonId) -> bool:
    """Whether this meeting is going on with this person in it, so that others read their name and texts."""
    there = who in (*meeting.present, *meeting.moderators) or any(who in g.members for g in meeting.groups)
    return there and meeting.stage is not MeetingStage.CLOSED


def change_method(meeting: Meeting, recipe: Method, *, built_in: bool) -> MeetingChange | Refusal:
    """Another method for this meeting, as long as nothing was planned with the one it had."""
    if meeting.plenary is not None or meeting.stage is not MeetingStage.GATHERING:
        return _unopened(meeting) or Refusal(BEGUN_ALREADY)
    if recipe.id == meeting.method and built_in == (meeting.own is None):
        return Refusal(SAME_METHOD)
    changed = replace(meeting, method=recipe.id, own=None if built_in else recipe)
    said = line(METHOD_CHANGED, method=recipe.name)
    return MeetingChange(changed, [(PostPanel(), 0), (SayInLobby(said), 0)])


def begin(meeting: Meeting) -> MeetingChange | Refusal:
    """The plenary begins in the lobby."""
    if meeting.stage is MeetingStage.CLOSED:
        return Refusal(CLOSED)
    if meeting.plenary is not None:
        return Refusal(BEGUN_ALREADY)
    return MeetingChange(meeting, [(OpenRoom(0), 0)], [plenary_session(meeting, plan_of(meeting))])


def propose_groups(
    meeting: Meeting, leaders: Sequence[PersonId] = (), salt: int = 0
) -> MeetingChange | Refusal:
    """Groups of all who are there; `salt` gives another proposal."""
    refusal = _unopened(meeting)
    if refusal is not None:
        return refusal
    leading = leaders or meeting.leaders
    groups = propose(meeting.present, meeting.seed + salt, leading, recipe_of(meeting).well)
    if isinstance(groups, Text):
        return Refusal(groups)
    return MeetingChange(replace(meeting, groups=groups))


def move_person(meeting: Meeting, who: PersonId, number: int) -> MeetingChange | Refusal:
    """Somebody goes to another group, also while the groups are talking, or comes late and gets one."""
    if meeting.stage in {MeetingStage.BACK, MeetingStage.CLOSED}:
        return _unopened(meeting) or Refusal(CLOSED)
    groups = move(meeting.groups, who, number)
    if isinstance(groups, Text):
        return Refusal(groups)
    return MeetingChange(replace(meeting, groups=groups, left=_but(meeting.left, who)))


def set_leader(meeting: Meeting, number: int, who: PersonId | None) -> MeetingChange | Refusal:
    """Who leads this group, also while it is talking; nobody: Kring."""
    if meeting.stage in {MeetingStage.BACK, MeetingStage.CLOSED}:
        return _unopened(meeting) or Refusal(CLOSED)
    groups = lead(meeting.groups, number, who)
    if isinstance(groups, Text):
        return Refusal(groups)
    before = meeting.group(number)
    replaced = before.leader if before is not None and before.leader != who else None
    leaders = tuple(one for one in meeting.leaders if one != replaced)
    return MeetingChange(replace(meeting, groups=groups, leaders=leaders))


def open_groups(meeting: Meeting, now: Moment) -> MeetingChange | Refusal:
    """Every group gets its room and its session; its deletion is planned from this moment on."""
    refusal = _unopened(meeting)
    if refusal is not None:
        return refusal
    if not meeting.groups:
        return Refusal(NO_GROUPS)
    if any(len(group.members) < FEWEST for group in meeting.groups):
        return Refusal(TOO_FEW)
    if len(meeting.groups) > ROOMS_IN_CATEGORY:
        return Refusal(TOO_MANY_ROOMS)
    meeting = replace(meeting, stage=MeetingStage.OPEN, began=now)
    planned = plan_of(meeting)
    sessions = [group_session(meeting, group, planned) for group in meeting.groups]
    if meeting.plenary is None:
        sessions.append(plenary_session(meeting, planned))
    rooms = [(OpenRoom(group.number), 0) for group in meeting.groups]
    lobby = [] if meeting.plenary is not None else [(OpenRoom(0), 0)]
    until = deletion_of(meeting)
    deletions = [(DeleteRoom(group.number), int(until)) for group in meeting.groups]
    effects: list[tuple[MeetingEffect, int]] = [*lobby, *rooms, (ListRooms(), 0), *deletions]
    return MeetingChange(meeting, effects, sessions)


def reopen(meeting: Meeting, number: int, now: Moment) -> MeetingChange | Refusal:
    """A room that was deleted by hand, the lobby (0) or the leaders' room, is made once more; the lobby has the links."""
    if meeting.stage is MeetingStage.CLOSED or now >= deletion_of(meeting):
        return Refusal(CLOSED)
    if number == LEADERS:
        return MeetingChange(replace(meeting, leaders_room=None), [(OpenRoom(LEADERS), 0), (PostRoster(), 0)])
    links: list[tuple[MeetingEffect, int]] = [(ListRooms(), 0)] if meeting.stage is MeetingStage.OPEN else []
    if number:
        return MeetingChange(meeting, [(OpenRoom(number, again=True), 0), *links])
    plenary = [] if meeting.plenary is None else [(OpenRoom(0, again=True), 0)]
    return MeetingChange(meeting, [(OpenLobby(), 0), (PostPanel(), 0), *plenary, *links])


def without(meeting: Meeting, gone: Collection[PersonId]) -> MeetingChange:
    """These people are not on the server any more: they are in no group, and before the rooms open not there."""
    groups = tuple(
        replace(
            group,
            members=tuple(who for who in group.members if who not in gone),
            leader=None if group.leader in gone else group.leader,
        )
        for group in meeting.groups
    )
    # Later who was there stays known: the rooms that they could see must be closed to them.
    waiting = meeting.stage is MeetingStage.GATHERING
    present = tuple(who for who in meeting.present if who not in gone) if waiting else meeting.present
    left = () if waiting else tuple(dict.fromkeys((*meeting.left, *gone)))
    leaders = tuple(who for who in meeting.leaders if who not in gone)
    return MeetingChange(replace(meeting, groups=groups, present=present, left=left, leaders=leaders))


def _but(people: tuple[PersonId, ...], who: PersonId) -> tuple[PersonId, ...]:
    return tuple(one for one in people if one != who)


def all_back(meeting: Meeting, said: Text) -> MeetingChange | Refusal:
    """The last group is done."""
    if meeting.stage is not MeetingStage.OPEN:
        return Refusal(NOT_OPEN)
    return MeetingChange(replace(meeting, stage=MeetingStage.BACK), [(SayInLobby(line(said)), 0)])


def close(meeting: Meeting, now: Moment, *, talking: bool, sure: bool) -> MeetingChange | Refusal:
    """The meeting is over. `talking`: groups are still busy, so it is asked twice."""
    if meeting.stage is MeetingStage.CLOSED:
        return Refusal(CLOSED)
    if talking and not sure:
        return Refusal(STILL_TALKING, ask=True)
    until = max(deletion_of(meeting), now + meeting.keep_days * DAY)
    words = now + max(meeting.keep_days, 2) * DAY
    effects: list[tuple[MeetingEffect, int]] = [
        (SayInLobby(line(GOODBYE)), 0),
        (DeleteRoom(0), until),
        (ForgetWords(), words),
        *([(DeleteRoom(LEADERS), until)] if meeting.conferring else []),
    ]
    return MeetingChange(replace(meeting, stage=MeetingStage.CLOSED), effects)


def _unopened(meeting: Meeting) -> Refusal | None:
    match meeting.stage:
        case MeetingStage.GATHERING:
            return None
        case MeetingStage.OPEN | MeetingStage.BACK:
            return Refusal(OPEN_ALREADY)
        case MeetingStage.CLOSED:
            return Refusal(CLOSED)
