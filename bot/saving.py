"""What is written down of one decision, in one transaction: the session, people’s words, and what is to be sent."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from methods.engine.decide import decide
from methods.engine.events import AnyEvent
from methods.engine.messages import (
    Agree,
    Carry,
    Decision,
    Drop,
    FollowUp,
    Keep,
    Refusal,
)
from methods.engine.state import Session, SessionId
from methods.engine.text import Moment, PersonId
from methods.engine.timing import due
from methods.meeting import Meeting, ServerId
from storage.transaction import Transaction

Also = Callable[[Transaction], Awaitable[None]]
"""What is written down in the same transaction."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act that was accepted and is on disk: the session before and after it."""

    before: Session
    after: Session
    decision: Decision


def copied_cases(session: Session, slot: str | None, people: Sequence[PersonId]) -> Also | None:
    """Copy what these people prepared at home to where the session keeps its cases."""
    if slot is None or not people:
        return None
    return lambda change: change.move_cases_to(session.id, slot, session.meeting, people)


def decided_in_a_row(
    session: Session, next_event: Callable[[Session], AnyEvent | None], now: Moment
) -> Sequence[Decision]:
    """What is decided on one event after another."""
    decided: list[Decision] = []
    while (event := next_event(session)) is not None:
        outcome = decide(session, event, now)
        if isinstance(outcome, Refusal):
            break
        decided.append(outcome)
        session = outcome.session
    return decided


async def write(change: Transaction, server: ServerId, before: Session, decision: Decision) -> Done:
    """Write one decision, on a session as it was before it."""
    after = replace(decision.session, version=before.version)
    changed = after.script is not before.script
    version = await change.put_session(after, due(after), script_changed=changed)
    for keep in decision.keeps:
        await _keep(change, server, before.id, keep)
    for ordinal, effect in enumerate(decision.effects):
        later = effect.at if isinstance(effect, FollowUp) else 0
        await change.send(server, before.meeting, before.id, version, ordinal, effect, later)
    return Done(before, replace(after, version=version), decision)


async def _keep(
    change: Transaction, server: ServerId, session_id: SessionId, keep: Keep | Drop | Agree | Carry
) -> None:
    match keep:
        case Agree(person=person):
            await change.accept(server, person, (await change.server(server)).code_version)
        case Keep():
            await change.keep(session_id, keep)
        case Drop():
            await change.drop(session_id, keep)
        case Carry():
            await change.carry(session_id, keep)


def with_session(meeting: Meeting, group: int, number: SessionId) -> Meeting:
    if group == 0:
        return replace(meeting, plenary=number)
    groups = (replace(g, session=number) if g.number == group else g for g in meeting.groups)
    return replace(meeting, groups=tuple(groups))
