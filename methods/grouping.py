"""Who sits with whom: groups of five or six, a leader in each where there is one.

Five to six is the size of VIS-à-VIS; with fewer than three a group cannot start. The order is drawn from a
seed, so that the same people and the same seed give the same groups.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from methods.engine.roles import drawn
from methods.engine.text import PersonId, Text
from methods.meeting import Group

FEWEST: Final = 3
MOST: Final = 8
WELL: Final = 5
"""What a group is made of when there are enough people; some get one more."""

TOO_FEW: Final = Text(
    nl="Met minder dan drie mensen kan een groep niet beginnen. Wacht nog even, of kies een andere datum.",
    en="A group cannot start with fewer than three people. Wait a little, or choose another date.",
)
ONLY_THREE: Final = Text(
    nl="Jullie zijn met drie. Daar is de troika voor; met deze methode denken er maar twee mensen mee.",
    en="There are three of you. The troika is made for that; with this method only two people think along.",
)
RATHER_MANY: Final = Text(
    nl="Zeven of acht mensen in één groep gaat het best gesproken, met één vraag per persoon.",
    en="Seven or eight people in one group works best spoken, with one question each.",
)
NO_SUCH_GROUP: Final = Text(nl="Die groep is er niet.", en="There is no such group.")
THERE_ALREADY: Final = Text(nl="Die zit al in deze groep.", en="They are in this group already.")
FULL: Final = Text(
    nl="Deze groep is vol: met meer dan acht mensen komt niet iedereen aan de beurt.",
    en="This group is full: with more than eight people not everybody gets a turn.",
)
ELSEWHERE: Final = Text(
    nl="Die hoort bij een andere groep. Verplaats eerst.", en="They belong to another group. Move them first."
)

_ODD: Final = {3: (3,), 4: (4,), 7: (7,), 8: (4, 4), 9: (5, 4), 13: (7, 6), 14: (5, 5, 4), 19: (5, 5, 5, 4)}
"""Numbers of people that do not divide into fives and sixes."""


def sizes(n: int, well: int = WELL) -> tuple[int, ...] | Text:
    """How `n` people divide, the larger groups first: fives, and sixes where somebody is left over.

    A method may ask for other groups (`well`), as trios do.
    """
    if n < FEWEST:
        return TOO_FEW
    if well != WELL:
        return divide(n, well)
    if n in _ODD:
        return _ODD[n]
    return divide(n, WELL)


def divide(n: int, well: int) -> tuple[int, ...]:
    """`n` people in as many groups of `well` as there can be, who is left over spread among them, larger ones first."""
    groups = max(1, n // well)
    each, left = divmod(n, groups)
    return (each + 1,) * left + (each,) * (groups - left)


def remark(size: int, well: int = WELL) -> Text | None:
    """What to say beforehand to a group of a size that is possible, but not what it should be.

    `well`: what the method's groups are best made of; trios are as they should be where it asks for them.
    """
    if size == FEWEST and well > FEWEST:
        return ONLY_THREE
    return RATHER_MANY if size > WELL + 1 else None


def propose(
    people: Sequence[PersonId], seed: int, leaders: Sequence[PersonId] = (), well: int = WELL
) -> tuple[Group, ...] | Text:
    """Groups for those who are there: one leader in each as far as there are leaders, the rest as drawn."""
    parts = sizes(len(people), well)
    if isinstance(parts, Text):
        return parts
    order = sorted(people, key=lambda who: (drawn(seed, who), who))
    lead = [who for who in order if who in leaders][: len(parts)]
    rest = iter([who for who in order if who not in lead])
    groups: list[Group] = []
    for number, size in enumerate(parts, start=1):
        leader = lead[number - 1] if number <= len(lead) else None
        first = () if leader is None else (leader,)
        others = (next(rest) for _ in range(size - len(first)))
        groups.append(Group(number=number, members=(*first, *others), leader=leader))
    return tuple(groups)


def move(groups: Sequence[Group], person: PersonId, to_number: int) -> tuple[Group, ...] | Text:
    """The groups with this person in another one, or with somebody who came later; or why not.

    Who leaves a group leads it no more. A group that nobody is left in and that has no room yet is gone.
    """
    target = next((group for group in groups if group.number == to_number), None)
    if target is None:
        return NO_SUCH_GROUP
    if person in target.members:
        return THERE_ALREADY
    if len(target.members) >= MOST:
        return FULL
    moved = (_without(g, person) if g is not target else _with(g, person) for g in groups)
    return tuple(group for group in moved if group.members or group.session is not None)


def lead(groups: Sequence[Group], number: int, person: PersonId | None) -> tuple[Group, ...] | Text:
    """The groups with another leader in this one, a moderator perhaps, or with none; or why not."""
    if all(group.number != number for group in groups):
        return NO_SUCH_GROUP
    if any(person == g.leader or person in g.members for g in groups if g.number != number and person):
        return ELSEWHERE
    return tuple(replace(group, leader=person) if group.number == number else group for group in groups)


def _with(group: Group, person: PersonId) -> Group:
    return replace(group, members=(*group.members, person))


def _without(group: Group, person: PersonId) -> Group:
    left = tuple(who for who in group.members if who != person)
    return replace(group, members=left, leader=None if group.leader == person else group.leader)
