"""What became of each trouble, and how each group's conversation ended: in words, from what was seen."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.rehearsal.trouble import Kind, Trouble
from bot.rehearsal.watching import Happened, Watch
from methods.engine import events as e
from methods.engine.state import EndedBy, Session, Status
from methods.engine.text import PersonId

NO_MOMENT = "there was no moment for it"
"""Nobody was there to do it, or the group was done before."""
UNKNOWN = "?"
"""An end that nobody can explain: something is wrong."""


def rows(troubles: list[Trouble], watch: Watch) -> list[dict[str, Any]]:
    """Each trouble as it stands in the summary."""
    return [
        {"group": _group(one, watch), "kind": one.kind.value, "outcome": outcome(one, watch)}
        for one in troubles
    ]


def _group(trouble: Trouble, watch: Watch) -> int | None:
    """The group in which it happened; of a latecomer the one that was joined, if any."""
    joined = _joined(trouble, watch)
    return trouble.group or (joined.after.group if joined else None)


def _joined(trouble: Trouble, watch: Watch) -> Happened | None:
    who = trouble.who.hands.id if trouble.who else 0
    found = (one for log in watch.log.values() for one in log)
    return next((one for one in found if isinstance(one.event, e.Joined) and one.event.who == who), None)


def outcome(trouble: Trouble, watch: Watch) -> str:
    """In a few words what became of it."""
    if trouble.began is None or (trouble.urge is not None and not trouble.urge.done):
        return NO_MOMENT
    since = [one for one in watch.log[trouble.group] if one.at >= trouble.began]
    who = PersonId(trouble.who.hands.id) if trouble.who else None
    return OUTCOMES[trouble.kind](trouble, watch, since, who)


Outcome = Callable[[Trouble, Watch, list[Happened], PersonId | None], str]


def _late(trouble: Trouble, watch: Watch, _: list[Happened], who: PersonId | None) -> str:
    joined = _joined(trouble, watch)
    if joined is not None:
        door = ", and waited at the door" if who in joined.after.door else ""
        return f"joined after {_after(trouble, joined)}{door}"
    return "came when the groups were done" if _all_over(trouble, watch) else UNKNOWN


def _all_over(trouble: Trouble, watch: Watch) -> bool:
    began = trouble.began or 0
    ends = [log[-1].at for log in watch.log.values() if log]
    return all(end <= began + 120 for end in ends)


def _gone(trouble: Trouble, watch: Watch, since: list[Happened], who: PersonId | None) -> str:
    noticed = next((one for one in since if isinstance(one.event, e.Left) and one.event.who == who), None)
    if noticed is None:
        return f"nobody waited for them; {_ended(watch, trouble.group)}"
    left = len(noticed.after.members)
    return f"noticed after {_after(trouble, noticed)}, the group went on with {left}; {_ended(watch, trouble.group)}"


def _silent(trouble: Trouble, watch: Watch, since: list[Happened], who: PersonId | None) -> str:
    led = next((one for one in since if one.before.leads == who and one.after.leads != who), None)
    taken = "; somebody else leads" if led is not None and led.after.leads is not None else ""
    return f"the group went on without their word{taken}; {_ended(watch, trouble.group)}"


def _hand_over(trouble: Trouble, _: Watch, since: list[Happened], who: PersonId | None) -> str:
    for one in since:
        if one.before.leads == who and one.after.leads != who:
            new = (
                one.after.members.index(one.after.leads) + 1 if one.after.leads in one.after.members else None
            )
            return f"member {new} leads after {_after(trouble, one)}" if new else "Kring leads"
    return "nobody took over; the leader went on"


def _stop(_: Trouble, watch: Watch, since: list[Happened], __: PersonId | None) -> str:
    stopped = next((one for one in since if isinstance(one.event, e.Stopped)), None)
    if stopped is None:
        return UNKNOWN
    closing = stopped.after.under_way and stopped.after.step.phase.id in {
        s.phase.id for s in stopped.after.spare
    }
    how = "a closing round" if closing else "the next step"
    return f"stopped at once, then {how}; {_ended(watch, stopped.after.group)}"


def _still(trouble: Trouble, _: Watch, since: list[Happened], __: PersonId | None) -> str:
    after = next(
        (one for one in since if one.before.status is Status.STILL and one.after.status is not Status.STILL),
        None,
    )
    if after is None:
        return UNKNOWN
    how = "stopped" if isinstance(after.event, e.Stopped) else "went on"
    return f"{how} after {_after(trouble, after)}"


def _help(trouble: Trouble, _: Watch, since: list[Happened], __: PersonId | None) -> str:
    came = next((one for one in since if isinstance(one.event, e.Helped)), None)
    if came is None:
        return (
            "the group was done before a moderator came"
            if since[-1].after.status is Status.ENDED
            else UNKNOWN
        )
    return f"a moderator came after {_after(trouble, came)}"


def _move(trouble: Trouble, _: Watch, since: list[Happened], who: PersonId | None) -> str:
    moved = next((one for one in since if isinstance(one.event, e.Moved) and one.event.who == who), None)
    if moved is None:
        return "stayed: the group was done, or the other one was full"
    return f"goes on in group {trouble.to} after {_after(trouble, moved)}"


def _merge(trouble: Trouble, watch: Watch, since: list[Happened], who: PersonId | None) -> str:
    moved = next((one for one in since if isinstance(one.event, e.Moved) and one.event.who == who), None)
    if moved is not None and isinstance(moved.event, e.Moved):
        return f"two were left, and go on in group {moved.event.group} after {_after(trouble, moved)}"
    return f"two were left; {_ended(watch, trouble.group)}"


OUTCOMES: Mapping[Kind, Outcome] = {
    Kind.LATE: _late,
    Kind.LEFT: _gone,
    Kind.SILENT: _silent,
    Kind.HAND_OVER: _hand_over,
    Kind.STOP: _stop,
    Kind.STILL: _still,
    Kind.HELP: _help,
    Kind.MOVE: _move,
    Kind.MERGE: _merge,
}


def _after(trouble: Trouble, happened: Happened) -> str:
    seconds = happened.at - (trouble.began or happened.at)
    return f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} min"  # noqa: PLR2004 - two minutes


def _ended(watch: Watch, group: int) -> str:
    return how_it_ended(watch.sessions[group], watch.log[group])


def how_it_ended(session: Session, log: list[Happened]) -> str:
    """In which known way a group's conversation came to its end; UNKNOWN: in none."""
    if session.status is not Status.ENDED:
        return UNKNOWN
    last = log[-1].event if log else None
    if isinstance(last, e.Closed):
        return (
            "closed early: everybody went to another group"
            if not session.members
            else "closed by a moderator"
        )
    if session.laps and session.laps[-1].step == len(session.script) - 1:
        return "finished"
    if not session.members:
        return "closed early: everybody had left"
    waited = isinstance(last, e.TimeUp) and (not session.laps or session.laps[-1].by is not EndedBy.TIME)
    return "closed early: nobody came back" if waited else UNKNOWN


def unexplained(troubles: list[Trouble], watch: Watch) -> Iterator[str]:
    """What ended in no known way."""
    for group, session in watch.sessions.items():
        if group and how_it_ended(session, watch.log[group]) == UNKNOWN:
            where = session.step.phase.id if session.under_way else session.status.value
            yield f"group {group} did not end in a known way; it is at {where}"
    for trouble in troubles:
        if UNKNOWN in outcome(trouble, watch):
            name = trouble.who.name if trouble.who else "nobody"
            yield f"group {trouble.group}: nothing came of {trouble.kind.value} by {name}"
