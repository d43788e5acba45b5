"""From what somebody pressed to the event it means: the one way from a button, a form or a robot into the engine."""

from collections.abc import Mapping

from methods.engine import events as e
from methods.engine.afterword import FIELD as ADDED
from methods.engine.events import Act, Event
from methods.engine.text import Moment, PersonId


def made(
    act: Act,
    by: PersonId,
    visit: int,
    *,
    ordinal: int = 0,
    whose: PersonId | None = None,
    values: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    words: Mapping[str, str] | None = None,
    nudge: bool = False,
    sure: bool = False,
) -> Event:
    """The event of this act. `values` are chosen options, `also` a second choice («misschien»)."""
    match act:
        case Act.WRITE:
            return e.Contributed(by, visit, words or {}, nudge)
        case Act.ADD:
            return e.Added(by, visit, (words or {}).get(ADDED, ""))
        case Act.PASS:
            return e.Passed(by, visit, whose)
        case Act.DONE:
            return e.Finished(by, visit, whose)
        case Act.VOTE:
            return e.Voted(by, visit, values)
        case Act.SHARE:
            return e.Shared(by, visit, values)
        case Act.SORT:
            return e.Sorted(by, visit, values, also)
        case Act.LINK:
            return e.Linked(by, visit, values)
        case Act.NEXT:
            return e.Advanced(by, visit, sure)
        case Act.STOP:
            return e.Stopped(by, visit, sure)
        case Act.RETURN:
            return e.ReturnSet(by, visit, _moment(values))
        case Act.CLOSE:
            return e.Closed(by, visit, sure)
        case _ if act in _COUNTED:
            return _COUNTED[act](by, visit, ordinal)
        case _:
            return _PLAIN[act](by, visit)


def _moment(values: tuple[str, ...]) -> Moment:
    """The moment that was chosen; the beginning of time, which is refused, for anything else."""
    chosen = values[0] if values else ""
    return Moment(int(chosen) if chosen.isdecimal() else 0)


_COUNTED = {
    Act.LINGER: e.Lingered,
    Act.ANSWERED: e.Answered,
    Act.LEFT_OPEN: e.LeftOpen,
    Act.EXTEND: e.Extended,
    Act.PAUSE: e.Paused,
    Act.RESUME: e.Resumed,
    Act.STILL: e.Stilled,
    Act.REMIND: e.Reminded,
    Act.FREE: e.Freed,
    Act.HUSH: e.Hushed,
}
_PLAIN = {
    Act.WITHDRAW: e.Withdrew,
    Act.AS_IS: e.Stood,
    Act.FOR_ADVICE: e.Reserved,
    Act.LATER: e.Deferred,
    Act.CONSENT: e.Consented,
    Act.DECLINE: e.Declined,
    Act.OFFER_CASE: e.OfferedCase,
    Act.OFFER_LEAD: e.OfferedLead,
    Act.OFFER_NOTES: e.OfferedNotes,
    Act.BACK: e.Returned,
    Act.UNDO: e.Undone,
    Act.HELP: e.AskedHelp,
    Act.TROUBLE: e.Faltered,
    Act.UNWELL: e.FeltUnwell,
    Act.HELPED: e.Helped,
    Act.SETTLED: e.Settled,
    Act.HAND_OVER: e.HandedOver,
    Act.ADMIT: e.Admitted,
}
