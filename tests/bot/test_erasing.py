"""Who was erased is asked nothing later, also not what came of a step."""

from pathlib import Path

from bot.erasing import forget
from methods.engine.messages import FollowUp
from methods.engine.text import Moment
from tests.bot.on_disk import PEOPLE, SERVER, open_evening


async def test_a_question_that_was_still_to_be_asked_goes_for_this_person_only(tmp_path: Path) -> None:
    async with open_evening(tmp_path) as evening:
        meeting = await evening.gathered()
        async with evening.store.transaction() as change:
            for ordinal, who in enumerate(PEOPLE[:2]):
                later = FollowUp(who, Moment(9_000_000_000))
                await change.send(SERVER, meeting.id, None, 99, ordinal, later, later.at)
        await forget(evening.host, SERVER, PEOPLE[0])
        left = [row.effect for row in await evening.store.waiting_for(SERVER, FollowUp)]
        assert left == [FollowUp(PEOPLE[1], Moment(9_000_000_000))]
