"""What should be there at the end of an evening and is not: words that were acknowledged, messages never sent."""

from collections import Counter
from collections.abc import Iterator

from bot.rehearsal.rehearsal import Rehearsal
from methods.engine.text import PersonId

Given = tuple[str, int]
"""A phase, and who wrote in it."""


async def losses(played: Rehearsal) -> list[str]:
    """One sentence for each."""
    store, now = played.world.store, int(played.world.clock.now())
    kept: Counter[Given] = Counter()
    for session in await played.sessions():
        for slot, people in (await store.counts(session.id)).items():
            kept.update((slot.partition(":")[2], who) for who in people)
    waiting = await store.streams_with_undelivered(now)
    unsaid = [f"something was never said in session {session}" for _, session in waiting]
    return [*_words(played, kept), *unsaid]


def _words(played: Rehearsal, kept: Counter[Given]) -> Iterator[str]:
    """Whoever was told «Bewaard» finds it kept, in the group where it was written or in the one they went to."""
    grouped = {PersonId(who) for session in played.watch.sessions.values() for who in session.members}
    for robot in played.people:
        who = PersonId(robot.hands.id)
        told = Counter(phase for phase, _ in robot.notes.acknowledged)
        for phase, times in told.items():
            at_home = phase == played.lines.case and who not in grouped
            if kept[phase, who] < times and not at_home:
                yield f"{robot.name} was told {times} times that {phase} was saved, and {kept[phase, who]} are kept"
