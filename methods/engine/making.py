"""From what somebody pressed to the event it means: the one way from a button, a form or a robot into the engine."""

from collections.abc import Mapping

from methods.engine import messages as m
from methods.engine.afterword import FIELD as ADDED
from methods.engine.messages import Act, Event
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
            return m.Contributed(by, visit, words or {}, nudge)
        case Act.ADD:
            return m.Added(by, visit, (words or {}).get(ADDED, ""))
        case Act.PASS:
            return m.Passed(by, visit, whose)
        case Act.DONE:
            return m.Finished(by, visit, whose)
        case Act.VOTE:
            return m.Voted(by, visit, values)
        case Act.SHARE:
            return m.Shared(by, visit, values)
        case Act.SORT:
            return m.Sorted(by, visit, values, also)
        case Act.LINK:
            return m.Linked(by, visit, values)
        case Act.NEXT:
            return m.Advanced(by, visit, sure)
        case Act.STOP:
            return m.Stopped(by, visit, sure)
        case Act.RETURN:
            return m.ReturnSet(by, visit, _moment(values))
        case Act.CLOSE:
            return m.Closed(by, visit, sure)
        case _ if act in _COUNTED:
            return _COUNTED[act](by, visit, ordinal)
        case _:
            return _PLAIN[act](by, visit)


def _moment(values: tuple[str, ...]) -> Moment:
    """The moment that was chosen; the beginning of time, which is refused, for anything else."""
    chosen = values[0] if values else ""
    return Moment(int(chosen) if chosen.isdecimal() else 0)


_COUNTED = {
    Act.LINGER: m.Lingered,
    Act.ANSWERED: m.Answered,
    Act.LEFT_OPEN: m.LeftOpen,
    Act.EXTEND: m.Extended,
    Act.PAUSE: m.Paused,
    Act.RESUME: m.Resumed,
    Act.STILL: m.Stilled,
    Act.REMIND: m.Reminded,
    Act.FREE: m.Freed,
    Act.HUSH: m.Hushed,
}
_PLAIN = {
    Act.WITHDRAW: m.Withdrew,
    Act.AS_IS: m.Stood,
    Act.FOR_ADVICE: m.Reserved,
    Act.LATER: m.Deferred,
    Act.CONSENT: m.Consented,
    Act.DECLINE: m.Declined,
    Act.OFFER_CASE: m.OfferedCase,
    Act.OFFER_LEAD: m.OfferedLead,
    Act.OFFER_NOTES: m.OfferedNotes,
    Act.BACK: m.Returned,
    Act.UNDO: m.Undone,
    Act.HELP: m.AskedHelp,
    Act.TROUBLE: m.Faltered,
    Act.UNWELL: m.FeltUnwell,
    Act.HELPED: m.Helped,
    Act.SETTLED: m.Settled,
    Act.HAND_OVER: m.HandedOver,
    Act.ADMIT: m.Admitted,
}
