"""Private remarks on what somebody handed in: how often, who still weighs one, and what an author chose.

Whether a text deserves a remark is found out elsewhere (`methods.checks`) and comes in with the event; the session
only counts. A remark stops nothing: whoever does nothing is heard when the turn comes.
"""

from methods.engine.draft import Draft
from methods.engine.messages import Carry
from methods.engine.model import Kind, Rule, Who
from methods.engine.roles import typed_questions, waiting
from methods.engine.state import Session, Stage, Step
from methods.engine.text import Moment, PersonId

MOST = 2
"""Remarks that one person gets in one visit of a step; more would be nagging."""
THINKING = 60
"""Seconds that an author gets when nobody else has a question ready."""
ABOUT_QUESTIONS = frozenset({Rule.NO_ADVICE, Rule.NO_SOLUTIONS})
"""Rules of a step in which advice comes too early."""
ADVICE = frozenset({"advies", "adviezen", "alternatief", "alternatieven", "suggestie", "tip", "stap", "doen"})
"""How the methods name the question that asks for advice."""


def remark(draft: Draft, who: PersonId) -> None:
    """There is a remark on what this person just handed in; it is theirs to weigh, unless that was often enough."""
    nudged = draft.stage.nudged
    if draft.session.hushed % 2 or nudged.count(who) >= MOST:
        return
    until = Moment(draft.clock + THINKING)
    draft.mark(nudged=(*nudged, who), weighing=(*draft.stage.weighing, who), weighs_until=until)


def decided(draft: Draft, who: PersonId) -> None:
    """Nothing is weighed any more by this person."""
    if who in draft.stage.weighing:
        draft.mark(weighing=tuple(person for person in draft.stage.weighing if person != who))


def weighed(session: Session, stage: Stage) -> Moment | None:
    """Until when a question is waited for whose author weighs a remark, while nobody else has one ready."""
    if not stage.weighing or stage.turn is not None or not typed_questions(session):
        return None
    ready = set(stage.weighing) & set(waiting(session)) & set(stage.order)
    return stage.weighs_until if ready else None


def advice_step(session: Session, who: PersonId) -> Step | None:
    """The step of this round in which this person writes advice next, for which a text can be kept."""
    if who == session.case_bringer:
        return None
    later = (step for step in session.script[session.at + 1 :] if step.round == session.step.round)
    return next((step for step in later if advice_field(step) is not None), None)


def advice_field(step: Step) -> str | None:
    """Which question of its form asks the participants for advice; None when it asks for something else."""
    phase = step.phase
    if (
        phase.kind is not Kind.WRITE
        or phase.form is None
        or phase.who not in {Who.PARTICIPANTS, Who.EVERYBODY}
    ):
        return None
    return next((field.id for field in phase.form.fields if field.id in ADVICE), None)


def keep_for_advice(draft: Draft, who: PersonId) -> None:
    """What this person handed in waits for the advice round, as a text that is ready but not handed in."""
    step = advice_step(draft.session, who)
    field = advice_field(step) if step else None
    if step is not None and field is not None:
        draft.keeps.append(Carry(draft.session.step.slot, who, step.slot, field))
