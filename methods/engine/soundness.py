"""What is so in every session that the engine has made: whoever finds otherwise has found damage, or a mistake."""

from collections.abc import Iterator

from methods.engine.state import Session, Status

UNDER_WAY = frozenset({Status.RUNNING, Status.PAUSED, Status.STILL})


def impossible(session: Session) -> Iterator[str]:
    """What cannot be in this session, each as the rest of a sentence that begins with «it»."""
    if session.under_way != (session.status in UNDER_WAY):
        yield f"is {session.status.value}, and {'has' if session.under_way else 'lacks'} a step"
    if session.under_way and not 0 <= session.at < len(session.script):
        yield f"is at step {session.at} of {len(session.script)}"
        return  # what follows looks at that step
    if session.floor > session.at:
        yield "is before the step that it cannot go back from"
    yield from _clock(session)
    yield from _roles(session)
    for slot, people in session.shown.items():
        if not set(people) <= set(session.gave(slot)):
            yield f"has shown a text in {slot} that nobody gave"


def _clock(session: Session) -> Iterator[str]:
    if session.status is Status.RUNNING and session.stopped_at is not None:
        yield "runs with its clock stopped"
    if session.status in UNDER_WAY - {Status.RUNNING} and session.stopped_at is None:
        yield "stands still since no moment"


def _roles(session: Session) -> Iterator[str]:
    if any(one.leader is not None and one.leader == one.case_bringer for one in session.rounds):
        yield "is led by its own case bringer"
    if session.note_taker is not None and session.note_taker not in session.members:
        yield "has a note-taker who is not in the group"
    turn = session.stage.turn if session.stage else None
    if turn is not None and turn not in session.members:
        yield "gives the turn to somebody who is not in the group"
