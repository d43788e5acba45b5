"""The clock stands still, runs again from where it stood, or was set back."""

from dataclasses import replace

from methods.engine.draft import Draft
from methods.engine.state import Stage, Status
from methods.engine.text import Moment


def freeze(draft: Draft, status: Status, moment: Moment) -> None:
    """Stop the clock as it stood at `moment`; a pause may follow on a silence."""
    if draft.session.status is not Status.RUNNING:
        thaw(draft)
    draft.set(status=status, stopped_at=moment, pauses=draft.session.pauses + 1)


def thaw(draft: Draft) -> None:
    """Let the clock run again from where it stood."""
    lost = draft.now - (draft.session.stopped_at or draft.now)
    draft.set(status=Status.RUNNING, stopped_at=None, stage=replace(shift(draft.stage, lost), calm=False))


def shift(stage: Stage, seconds: int) -> Stage:
    """The same stage, all its moments to come later by `seconds`."""

    def later(moment: Moment | None) -> Moment | None:
        return None if moment is None else Moment(moment + seconds)

    return replace(
        stage,
        ends=Moment(stage.ends + seconds),
        timer=later(stage.timer),
        turn_ends=later(stage.turn_ends),
        hold=later(stage.hold),
        ready=later(stage.ready),
        weighs_until=later(stage.weighs_until),
    )


def set_back(draft: Draft, seconds: int) -> None:
    """The clock was set back by so many seconds: all moments of this session, past and to come, move along."""
    session, stage = draft.session, shift(draft.stage, -seconds)
    since = None if stage.since is None else Moment(stage.since - seconds)
    stopped = None if session.stopped_at is None else Moment(session.stopped_at - seconds)
    laps = tuple(
        replace(lap, started=Moment(lap.started - seconds), ended=Moment(lap.ended - seconds))
        for lap in session.laps
    )
    stage = replace(stage, entered=Moment(stage.entered - seconds), since=since)
    draft.set(stage=stage, stopped_at=stopped, laps=laps, slip=None)
