"""Into a step, out of it, on to the next, back, and to the end."""

from methods.engine import sentences as s
from methods.engine.choosing import begin_choice, seek_leader, take_lead
from methods.engine.course import ahead, earlier, next_from
from methods.engine.draft import Draft
from methods.engine.linking import begin_linking
from methods.engine.messages import Announce, Clear, Finish, FollowUp, Marks, Reveal, Tell
from methods.engine.model import Rule
from methods.engine.refitting import Refit, refit
from methods.engine.returning import changes
from methods.engine.revealing import reveal, show_marks, show_notes, show_shared
from methods.engine.roles import acting, reveals, was_told
from methods.engine.standstill import shift, thaw
from methods.engine.state import EndedBy, Flow, Lap, Session, Slip, Stage, Status, Step
from methods.engine.succession import choose_again, vacant
from methods.engine.text import At, Moment, Person, PersonId
from methods.engine.turns import begin_questions, begin_together, begin_turns, check_complete

UNDO_SECONDS = 10
NOTICE_FROM = 4 * 60
"""Seconds that a step must last to have a notice before its end."""
LATE = 120
"""Seconds past the end that was promised from which the rest is planned anew."""
ASKED_AFTER = 14 * 86_400
"""Seconds after the end at which a case bringer is asked what came of the next step."""
CODE = "fr.code"
"""The frame's step in which people accept the code of conduct; who did so before is done there."""


def enter(draft: Draft, index: int) -> None:
    """Begin the step at `index`, passing over steps that have nothing to do; past the last one, end."""
    _keep_return(draft, index)
    found = next_from(draft.session, index)
    if found is None:
        end(draft)
        return
    index = found
    if vacant(draft.session, index):
        choose_again(draft, index)
    seconds = 60 * _minutes(draft, index)
    stage = Stage(entered=draft.now, ends=Moment(draft.now + seconds), noticed=seconds < NOTICE_FROM)
    draft.set(at=index, visit=draft.session.visit + 1, stage=stage, slip=None)
    at_the_door = draft.session.door  # they take part from this step on
    draft.set(
        members=(*draft.session.members, *at_the_door),
        door=(),
        late=(),
        visitors=(),
        calls=draft.session.unanswered,
    )
    draft.effects.append(Announce(draft.session.visit))
    for who in at_the_door:
        draft.say(s.COMES_IN_NOW, person=Person(who, ping=True))
    if draft.session.step.phase.has(Rule.NOT_STORED):
        draft.say(s.NOT_KEPT)
    _begin(draft)


def _begin(draft: Draft) -> None:
    _sure_roles(draft)
    _seek_notes(draft)
    step = draft.session.step
    match draft.session.flow:
        case Flow.TURNS:
            begin_turns(draft)
        case Flow.TOGETHER:
            begin_together(draft)
        case Flow.ASK:
            begin_questions(draft)
        case Flow.WRITE | Flow.EVALUATE:
            _count_earlier(draft, step)
        case Flow.CHOOSE:
            if begin_choice(draft):
                advance(draft, EndedBy.ALL_IN)
        case Flow.REVEAL:
            reveal(draft, step.phase)
        case Flow.READ:
            _hand_over(draft)
        case Flow.OPEN | Flow.REACT if reveals(step):
            reveal(draft, step.phase)
        case Flow.OPEN:
            begin_linking(draft)
        case Flow.ANSWER if step.phase.id == CODE:
            _count_agreed(draft)
        case Flow.TELL | Flow.ANSWER | Flow.REACT:
            pass
    if reveals(step) and draft.session.step is step and draft.session.source() is not None:
        draft.set(floor=draft.session.at)


def _keep_return(draft: Draft, index: int) -> None:
    """Before a step begins: a group that would come back late, or was to be planned anew, is."""
    session = draft.session
    if session.latest is None or not session.group:
        return
    coming = ahead(session, index)
    left = session.latest - draft.now
    late = 60 * sum(session.script[at].minutes for at in coming) >= left + LATE
    if not (late or session.replans):
        return
    draft.set(replans=False)
    found = refit(session, coming, left // 60, roomy=session.replans)
    if isinstance(found, Refit):
        replanned(draft, found, session.latest, announced=not session.replans)


def replanned(draft: Draft, found: Refit, until: Moment, *, announced: bool) -> None:
    """The script from here on is another one; the room hears what changed, and, unless `announced`, until when."""
    changed = found.script != draft.session.script
    if changed:
        draft.set(script=found.script)
    draft.set(buffer=found.buffer)
    if changed and announced:
        draft.say(s.LATE, changes=changes(found), at=At(until))
    elif changed:
        draft.say(s.RETURN_CHANGED, changes=changes(found), at=At(until))
    elif not announced:
        draft.say(s.RETURN, at=At(until))


def _minutes(draft: Draft, index: int) -> int:
    """As planned; a step that is only run when needed takes its minutes from the buffer."""
    step = draft.session.script[index]
    if step.phase.only_if is None:
        return step.minutes
    taken = min(step.phase.only_if.minutes, draft.session.buffer)
    draft.set(buffer=draft.session.buffer - taken)
    return step.minutes + taken


def _sure_roles(draft: Draft) -> None:
    """A round never begins with its leader still to be found; its case bringer and leader keep no notes."""
    session, round_ = draft.session, draft.session.round
    if session.step.round is None or round_ is None:
        return
    if session.leader is not None and round_.leader is None and round_.case_bringer == session.leader:
        take_lead(draft, session.step.round - 1, None)
    if session.note_taker in (round_.case_bringer, draft.session.leads):
        draft.set(note_taker=None)


def _seek_notes(draft: Draft) -> None:
    """Where the step speaks of whoever keeps the notes, somebody should."""
    if "{notulist}" in draft.session.step.phase.prompt.nl and draft.session.note_taker is None:
        draft.say(s.WHO_NOTES)


def _hand_over(draft: Draft) -> None:
    """Just before a later round: its case bringer may be the one who led until now."""
    nxt = draft.session.at + 1
    if nxt >= len(draft.session.script):
        return
    round_number = draft.session.script[nxt].round
    if round_number is not None and round_number > 1:
        seek_leader(draft, round_number - 1)


def _count_earlier(draft: Draft, step: Step) -> None:
    """Who handed in before, at home or in an earlier visit, is done."""
    required = step.phase.form.required if step.phase.form else frozenset()
    for person, fields in draft.session.gave(step.slot).items():
        if person in acting(draft.session) and required <= set(fields):
            draft.settle(person)
    check_complete(draft)


def _count_agreed(draft: Draft) -> None:
    """Who accepted the code of conduct before is done."""
    for person in draft.session.agreed:
        if person in acting(draft.session):
            draft.settle(person)
    check_complete(draft)


def leave(draft: Draft, by: EndedBy) -> None:
    """End this visit: the lap is written down."""
    lap = Lap(draft.session.at, draft.stage.entered, draft.now, by)
    draft.set(laps=(*draft.session.laps, lap))
    forget(draft)


def forget(draft: Draft) -> None:
    """What people typed in a step that is not kept is deleted."""
    if draft.session.under_way and draft.session.step.phase.has(Rule.NOT_STORED):
        draft.effects.append(Clear(draft.stage.entered, draft.now))


def advance(draft: Draft, by: EndedBy) -> None:
    """On to the next step; what was kept back for this moment is shown, and a choice is final."""
    if draft.session.flow is Flow.EVALUATE:
        show_shared(draft)
        show_marks(draft)
    if draft.session.flow is Flow.OPEN:
        show_notes(draft)
    if draft.session.flow is Flow.CHOOSE:
        draft.set(floor=draft.session.at + 1)
    leave(draft, by)
    enter(draft, draft.session.at + 1)


def advance_by_hand(draft: Draft, by: EndedBy) -> None:
    """On to the next step; for ten seconds it can be taken back, unless something was shown."""
    before, stage, laps = draft.session.at, draft.stage, len(draft.session.laps)
    advance(draft, by)
    now = draft.session
    if now.under_way and now.at == before + 1 and now.floor <= before and not _showed(draft):
        until = Moment(draft.now + UNDO_SECONDS)
        draft.set(slip=Slip(until, before, stage, draft.now, laps))


def _showed(draft: Draft) -> bool:
    return any(isinstance(effect, Reveal | Tell | Marks | Clear) for effect in draft.effects)


def undo(draft: Draft) -> None:
    """The last step forward was a slip: back to where it was, the clock moved by the seconds lost."""
    slip = draft.session.slip
    if slip is None:
        return
    stage = shift(slip.stage, draft.now - slip.left)
    laps = draft.session.laps[: slip.laps]
    draft.set(at=slip.step, stage=stage, visit=draft.session.visit + 1, laps=laps, slip=None)
    draft.say(s.UNDONE)
    draft.effects.append(Announce(draft.session.visit))


def go_back(draft: Draft, by: EndedBy) -> None:
    """One step back."""
    index = earlier(draft.session)
    if index is not None:
        leave(draft, by)
        draft.say(s.BACK)
        enter(draft, index)


def return_to(draft: Draft, phase_id: str, by: EndedBy) -> None:
    """Back to the last earlier step of this phase; where there is none, simply on."""
    earlier_ones = (
        i for i in range(draft.session.at - 1, -1, -1) if draft.session.script[i].phase.id == phase_id
    )
    index = next(earlier_ones, None)
    leave(draft, by)
    enter(draft, draft.session.at + 1 if index is None else index)


def end(draft: Draft) -> None:
    """The session is over; its harvest stays, and later each case bringer is asked what came of it."""
    asked = _case_bringers(draft.session)
    draft.set(at=len(draft.session.script), visit=draft.session.visit + 1, stage=None)
    draft.set(status=Status.ENDED, slip=None, calls=(), stopped_at=draft.now)
    draft.effects.append(Finish())
    draft.effects += (FollowUp(person, Moment(draft.now + ASKED_AFTER)) for person in asked)


def _case_bringers(session: Session) -> tuple[PersonId, ...]:
    """Who told a case and did not stop with it."""
    told = (
        round_.case_bringer
        for number, round_ in enumerate(session.rounds, start=1)
        if not round_.over and was_told(session, number)
    )
    return tuple(dict.fromkeys(who for who in told if who is not None and who in session.members))


def begin_again(draft: Draft) -> None:
    """This visit does not count: the step begins anew, after what has to come first now."""
    if draft.session.status is not Status.RUNNING:
        thaw(draft)
    enter(draft, draft.session.at)
