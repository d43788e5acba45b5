"""Finding somebody to lead a group: a volunteer, a moderator, or Kring; before the groups open and while they talk."""

from bot import sayings as say
from bot.conduct import Conduct
from bot.host import Host
from methods import conferring
from methods.engine.events import Act
from methods.engine.messages import Refusal
from methods.engine.state import Session, Status
from methods.engine.text import PersonId
from methods.meeting import Group, Meeting


class Leading:
    """What a leader, a volunteer or a moderator asks for when a group has nobody to lead it."""

    def __init__(self, host: Host, conduct: Conduct) -> None:
        self._host = host
        self._conduct = conduct

    async def without_leader(self, meeting: Meeting) -> list[Group]:
        """The groups that have nobody to lead them, and are still to talk or talking."""
        ended = {
            session.id
            for session in await self._host.store.sessions_of(meeting.id)
            if session.status is Status.ENDED
        }
        return [g for g in meeting.groups if g.leader is None and g.members and g.session not in ended]

    async def volunteer(self, meeting: Meeting, number: int, who: PersonId) -> Meeting | Refusal:
        """Somebody pressed «Ik leid»: of two the first one does."""
        async with self._conduct.turn(meeting.id):
            now = await self._host.store.meeting(meeting.id) or meeting
            group = now.group(number)
            if group is None:
                return await self._conduct.change(meeting.id, lambda m: conferring.offer_to_lead(m, who))
            if group.leader is not None:
                return Refusal(say.LED_ALREADY)
            if who not in group.members:
                return Refusal(say.NOT_YOUR_GROUP)
            return await self._conduct.lead_now(meeting.id, number, who)

    async def give_up(self, meeting: Meeting, who: PersonId) -> Meeting | Refusal:
        """Whoever leads cannot: the group is asked, in its room once that is open, else in the lobby."""
        async with self._conduct.turn(meeting.id):
            now = await self._host.store.meeting(meeting.id) or meeting
            led = next((group for group in now.groups if group.leader == who), None)
            if led is not None and led.session is not None:
                return await self._ask(now, led, who)
            return await self._conduct.change(meeting.id, lambda m: conferring.give_up(m, who))

    async def ask(self, meeting: Meeting, number: int, who: PersonId) -> Meeting | Refusal:
        """A moderator asks a group for a volunteer."""
        group = meeting.group(number)
        if group is None:
            return Refusal(say.NO_SUCH_GROUP)
        if group.session is not None:
            return await self._ask(meeting, group, who)
        return await self._conduct.change(meeting.id, lambda m: conferring.seek(m, number))

    async def _ask(self, meeting: Meeting, group: Group, who: PersonId) -> Meeting | Refusal:
        session = await self._session(group)
        if session is None:
            return Refusal(say.NOT_FOUND)
        result = await self._conduct.in_group(session, who, Act.HAND_OVER, sure=True)
        return meeting if result.reason is None else Refusal(result.reason)

    async def step_in(self, meeting: Meeting, number: int, who: PersonId) -> Meeting | Refusal:
        """A moderator leads the group, and is one of it from now on."""
        async with self._conduct.turn(meeting.id):
            group = meeting.group(number)
            if group is None:
                return Refusal(say.NO_SUCH_GROUP)
            if who not in group.members:
                placed = await self._conduct.place_now(meeting.id, who, number)
                if isinstance(placed, Refusal):
                    return placed
            session = await self._session(group)
            if session is not None and who in session.door:
                return Refusal(say.AT_THE_DOOR)
            return await self._conduct.lead_now(meeting.id, number, who)

    async def _session(self, group: Group) -> Session | None:
        return await self._host.store.session(group.session) if group.session is not None else None
