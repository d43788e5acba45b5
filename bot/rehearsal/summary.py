"""How a rehearsal went, in figures: read from what Kring kept, and from what the robots saw."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.rehearsal.outcomes import how_it_ended, rows
from bot.rehearsal.recording import Request, iso
from bot.rehearsal.rehearsal import Rehearsal
from bot.rehearsal.requests import limited
from methods.engine.state import EndedBy, Lap, Session, Status, Step
from methods.engine.text import PersonId


async def summary(played: Rehearsal) -> dict[str, Any]:
    """The whole summary."""
    sessions = await played.sessions()
    plenary = next((session for session in sessions if session.group == 0), None)
    groups = [session for session in sessions if session.group]
    script = played.script
    told = [await _group(played, session, plenary) for session in groups]
    troubles = played.troubles.all if played.troubles else None
    return {
        "method": script.method,
        "people": script.people,
        "language": script.language,
        "talk": script.talk,
        "seed": script.seed,
        "simulated_minutes": _minutes(told),
        "groups": told,
        "requests": counts(played.world.recorder.requests),
        **({} if troubles is None else {"trouble": rows(troubles, played.watch)}),
    }


def _minutes(groups: Sequence[dict[str, Any]]) -> int:
    moments = [
        datetime.fromisoformat(phase[key])
        for group in groups
        for phase in group["phases"]
        for key in ("started", "ended")
    ]
    return round((max(moments) - min(moments)).total_seconds() / 60) if moments else 0


def counts(requests: Sequence[Request]) -> dict[str, int]:
    """How many requests there were."""
    return {
        "total": len(requests),
        "limited": sum(limited(request) for request in requests),
        "interaction_answers": sum(request.path.startswith("/interactions/") for request in requests),
    }


async def _group(played: Rehearsal, session: Session, plenary: Session | None) -> dict[str, Any]:
    before, after = _around(plenary)
    return {
        "group": session.group,
        "members": len(session.members),
        "ended": how_it_ended(session, played.watch.log[session.group])
        if session.status is Status.ENDED
        else None,
        "rounds": [
            {
                "case_bringer": _number(session, round_.case_bringer),
                "leader": _number(session, round_.leader or _usual(session, round_.case_bringer)),
            }
            for round_ in session.rounds
        ],
        "phases": [*before, *_phases(session), *after],
        "contributions": await _contributions(played, session),
        "writes_refused": sum(
            person.notes.writes_refused for person in played.people if person.hands.id in session.members
        ),
    }


def _usual(session: Session, case_bringer: PersonId | None) -> PersonId | None:
    return session.leader if session.leader != case_bringer else None


def _number(session: Session, who: PersonId | None) -> int | None:
    return session.members.index(who) + 1 if who in session.members else None


# --- Phases -------------------------------------------------------------------------------------------------


def _around(plenary: Session | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What everybody did together before the groups, and after."""
    if plenary is None:
        return [], []
    apart = next(i for i, step in enumerate(plenary.script) if step.phase.waits)
    before = [_phase(plenary, index) for index in range(apart)]
    after = [_phase(plenary, index) for index in range(apart + 1, len(plenary.script))]
    return [p for p in before if p], [p for p in after if p]


def _phases(session: Session) -> list[dict[str, Any]]:
    found = (_phase(session, index) for index in range(len(session.script)))
    return [phase for phase in found if phase is not None]


def _phase(session: Session, index: int) -> dict[str, Any] | None:
    """One step with all its visits together; None when it was never come to.

    A step that there was no need for took no time: it ended when it would have begun.
    """
    laps = [lap for lap in session.laps if lap.step == index]
    if not laps and any(lap.step > index for lap in session.laps):
        before = max(lap.ended for lap in session.laps if lap.step < index)
        laps = [Lap(index, before, before, EndedBy.ALL_IN)]
    if not laps:
        return None
    step: Step = session.script[index]
    ended_by: EndedBy = laps[-1].by
    return {
        "id": step.phase.id,
        "round": step.round,
        "planned_minutes": step.minutes,
        "started": iso(min(lap.started for lap in laps)),
        "ended": iso(max(lap.ended for lap in laps)),
        "ended_by": ended_by.value,
    }


# --- Contributions --------------------------------------------------------------------------------------------


async def _contributions(played: Rehearsal, session: Session) -> dict[str, int]:
    """What people saw acknowledged, what is kept, and what of it the group has seen."""
    slots = {step.slot for step in session.script}
    kept = await played.world.store.counts(session.id)
    rows = {(slot, who) for slot, people in kept.items() if slot in slots for who in people}
    shown = {(slot, who) for slot, people in session.shown.items() for who in people}
    revealed = len(rows & shown)
    return {
        "acknowledged": sum(
            len(person.notes.acknowledged) for person in played.people if person.hands.id in session.members
        ),
        "stored": len(rows),
        "revealed": revealed,
        "sealed_forever": len(rows) - revealed,
    }
