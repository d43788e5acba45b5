"""Groups that go on as others: one that has shrunk joins another, one without a leader is divided over the rest."""

from bot import sayings as say
from bot.conduct import Conduct
from bot.host import Host
from methods.engine.events import Act
from methods.engine.messages import Refusal
from methods.engine.state import MeetingId, Status
from methods.engine.text import PersonId
from methods.grouping import MOST
from methods.meeting import Meeting


class Regrouping:
    """Puts everybody of a group elsewhere; its own conversation ends."""

    def __init__(self, host: Host, conduct: Conduct) -> None:
        self._host = host
        self._conduct = conduct

    async def merge(self, meeting_id: MeetingId, who: PersonId, number: int) -> Meeting | Refusal:
        """Everybody of a group that has shrunk goes to the smallest other one."""
        async with self._conduct.turn(meeting_id):
            sizes = await self._others(meeting_id, number)
            smallest = min(sizes, key=lambda one: (sizes[one], one), default=None)
            if smallest is None:
                return Refusal(say.NO_OTHER_GROUP)
            return await self._dissolve(meeting_id, who, number, {smallest: sizes[smallest]})

    async def divide(self, meeting_id: MeetingId, who: PersonId, number: int) -> Meeting | Refusal:
        """The people of a group are spread over all others, each to the smallest."""
        async with self._conduct.turn(meeting_id):
            meeting, sizes = (
                await self._host.store.meeting(meeting_id),
                await self._others(meeting_id, number),
            )
            group = meeting.group(number) if meeting else None
            if not sizes:
                return Refusal(say.NO_OTHER_GROUP)
            if group is not None and sum(MOST - size for size in sizes.values()) < len(group.members):
                return Refusal(say.NO_SEATS)
            return await self._dissolve(meeting_id, who, number, sizes)

    async def _others(self, meeting_id: MeetingId, number: int) -> dict[int, int]:
        """How many people are in each other group that is still to talk, or talking."""
        meeting = await self._host.store.meeting(meeting_id)
        sessions = await self._host.store.sessions_of(meeting_id)
        ended = {one.group for one in sessions if one.status is Status.ENDED}
        groups = meeting.groups if meeting else ()
        return {g.number: len(g.members) for g in groups if g.number not in {number, *ended}}

    async def _dissolve(
        self, meeting_id: MeetingId, who: PersonId, number: int, sizes: dict[int, int]
    ) -> Meeting | Refusal:
        """Move everybody of this group, each to the smallest of those in `sizes`; then it ends."""
        meeting = await self._host.store.meeting(meeting_id)
        group = meeting.group(number) if meeting else None
        if group is None:
            return Refusal(say.NO_SUCH_GROUP)
        for member in group.members:
            target = min(sizes, key=lambda one: (sizes[one], one))
            outcome = await self._conduct.place_now(meeting_id, member, target)
            if isinstance(outcome, Refusal):
                return outcome
            sizes[target] += 1
        left = await self._host.store.session(group.session) if group.session is not None else None
        if left is not None:
            await self._conduct.in_group(left, who, Act.CLOSE, sure=True)
        return await self._host.store.meeting(meeting_id) or Refusal(say.NOT_FOUND)
