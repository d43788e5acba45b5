"""Who acts, who waits, who may write: everything about people that follows from where a session is."""

from enum import StrEnum

from methods.engine.model import CaseBallot, Kind, Rule, SortBallot, Talk, Who
from methods.engine.state import Flow, Part, Session, Stage, Status, Step, slot
from methods.engine.text import PersonId

AWAITING = frozenset({Flow.READ, Flow.WRITE, Flow.TURNS, Flow.TOGETHER, Flow.ASK, Flow.ANSWER, Flow.EVALUATE})
"""Flows in which something is awaited from each of those who act."""
AWAITED = AWAITING | {Flow.TELL, Flow.REACT}
"""With those in which one person's word is awaited."""
OWN_PACE = frozenset({Flow.TELL, Flow.REACT, Flow.CHOOSE})
"""Flows that never end by the step's clock: telling, reacting, consent."""


class Writers(StrEnum):
    """Who may type in the room; the leader always may."""

    NOBODY = "nobody"
    CASE_BRINGER = "case_bringer"
    PARTICIPANTS = "participants"
    EVERYBODY = "everybody"


def stage_of(session: Session) -> Stage:
    """The stage of a session that is under way."""
    assert session.stage is not None, "only while a session is under way"  # noqa: S101 - a bug otherwise
    return session.stage


def present(session: Session) -> tuple[PersonId, ...]:
    """Members who take part in this step; who came in late takes part from the next one."""
    if not session.late:
        return session.members
    return tuple(m for m in session.members if m not in session.late)


def acting(session: Session) -> tuple[PersonId, ...]:
    """From whom something is asked in this step."""
    match session.step.phase.who:
        case Who.EVERYBODY:
            return present(session)
        case Who.PARTICIPANTS:
            bringer = session.case_bringer
            return tuple(m for m in present(session) if m != bringer)
        case Who.CASE_BRINGER:
            bringer = session.case_bringer
            return () if bringer is None else (bringer,)
        case Who.LEADER | Who.NOBODY:
            return ()


def authors(session: Session) -> tuple[PersonId, ...]:
    """Who fills in the form of this step: those who act, or whoever keeps the notes of an open talk."""
    form = session.step.phase.form
    if session.flow is not Flow.OPEN and (form is None or form.by == "acting"):
        return acting(session)
    if form is not None and form.by == "case_bringer":
        return () if session.case_bringer is None else (session.case_bringer,)
    scribe = session.note_taker or session.leads
    return (scribe,) if scribe in session.members else ()


def notes_alone(session: Session, who: PersonId) -> bool:
    """Whether this case bringer listens, and may note for himself or herself what nobody else reads."""
    return who == session.case_bringer and session.step.phase.has(Rule.I_LISTENS)


def ungathered(session: Session) -> tuple[PersonId, ...]:
    """Who has yet to write something to choose from, and did not pass."""
    kept, done = session.gave(session.step.slot), stage_of(session).settled
    return tuple(p for p in present(session) if p not in kept and p not in done)


def on_paper(session: Session) -> bool:
    """Whether people may write this step on paper: they talk aloud anyway, or Kring keeps no words here."""
    silent = session.flow in {Flow.WRITE, Flow.EVALUATE} and session.step.phase.form is None
    return silent or (session.flow is Flow.WRITE and session.talk is Talk.SPOKEN)


def waiting(session: Session) -> tuple[PersonId, ...]:
    """Who is not done yet in this step."""
    if session.flow not in AWAITED:
        return ()
    settled = stage_of(session).settled
    return tuple(person for person in acting(session) if person not in settled)


def complete(session: Session) -> bool:
    """Whether everybody from whom something was asked is done."""
    return session.flow in AWAITING and bool(acting(session)) and not waiting(session)


def in_order(session: Session) -> bool:
    """Whether people go one after another: a round, or questions aloud."""
    return session.flow is Flow.TURNS or (session.flow is Flow.ASK and not typed_questions(session))


def typed_questions(session: Session) -> bool:
    """Whether questions are prepared in a form and put one by one."""
    written = session.talk is Talk.WRITTEN and session.step.phase.form is not None
    return session.flow is Flow.ASK and written


def fair_order(session: Session) -> tuple[PersonId, ...]:
    """Those who act, in an order that differs per step, the leader last."""
    leader = session.leads
    return tuple(
        sorted(acting(session), key=lambda who: (who == leader, drawn(session.seed, session.at, who)))
    )


def drawn(*numbers: int) -> int:
    """A lot: the same numbers always draw the same (splitmix64); the dice came in with the seed."""
    mixed = 0
    for number in numbers:
        mixed = (mixed + number + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        mixed ^= mixed >> 31
    return mixed


def writers(session: Session) -> Writers:
    """The write set of this step. Spoken rooms stay open except where all are silent."""
    if not session.under_way:
        return Writers.EVERYBODY
    flow, phase = session.flow, session.step.phase
    if stage_of(session).freed % 2:
        return Writers.EVERYBODY
    if session.talk is Talk.SPOKEN:
        quiet = flow is Flow.WRITE and phase.has(Rule.SILENT)
        return Writers.NOBODY if quiet else Writers.EVERYBODY
    match flow:
        case Flow.TELL | Flow.ASK | Flow.REACT:
            return Writers.CASE_BRINGER
        case Flow.TURNS | Flow.TOGETHER | Flow.OPEN:
            return _talkers(session, phase.who)
        case Flow.READ if phase.who is Who.NOBODY:
            return Writers.EVERYBODY  # a break, or on the way back: people may chat
        case Flow.READ | Flow.WRITE | Flow.REVEAL | Flow.CHOOSE | Flow.ANSWER | Flow.EVALUATE:
            return Writers.NOBODY


def _talkers(session: Session, who: Who) -> Writers:
    listens = who is Who.PARTICIPANTS or session.step.phase.has(Rule.I_LISTENS)
    return Writers.PARTICIPANTS if listens and session.case_bringer else Writers.EVERYBODY


def who_types(session: Session) -> frozenset[PersonId]:
    """Everybody who may type in the room now, a moderator who came to help included."""
    return _members_typing(session) | frozenset(session.visitors)


def _members_typing(session: Session) -> frozenset[PersonId]:
    everybody = frozenset(session.members)
    match writers(session):
        case Writers.EVERYBODY:
            return everybody
        case Writers.PARTICIPANTS:
            return everybody - {session.case_bringer}
        case Writers.CASE_BRINGER:
            return everybody & {session.case_bringer, session.leads}
        case Writers.NOBODY:
            return everybody & {session.leads}


def people_end(session: Session) -> bool:
    """Whether a step ends by people only: somebody tells, reacts or is asked, or a moderator is speaking."""
    return session.flow in OWN_PACE or session.step.phase.who is Who.LEADER


def protected(session: Session) -> bool:
    """A case bringer tells, reacts or is asked, or the room is still: care comes before the clock."""
    if not session.under_way:
        return False
    asked = session.flow is Flow.CHOOSE and stage_of(session).part is Part.ASKING
    return session.status is Status.STILL or asked or session.flow in {Flow.TELL, Flow.REACT}


def reveals(step: Step) -> bool:
    """Whether entering this step shows texts that were hidden."""
    phase = step.phase
    if phase.after is None or phase.kind is Kind.QA:
        return False  # a question noted before is asked, not shown
    return phase.who is not Who.CASE_BRINGER or isinstance(phase.ballot, SortBallot)


def offered(session: Session, where: str) -> tuple[PersonId, ...]:
    """Whose text under this slot may be shown: still here, and not passed after all."""
    held = session.withheld.get(where, ())
    return tuple(p for p in session.gave(where) if p in session.members and p not in held)


def case_slot(session: Session) -> str | None:
    """Where the cases of this session are kept: the phase that its case vote names, or its method."""
    for step in session.script:
        ballot = step.phase.ballot
        if isinstance(ballot, CaseBallot) and ballot.seats:
            return _slot_of(session, ballot.cases, step.round)
    return _slot_of(session, session.case, None) if session.case else None


def _slot_of(session: Session, phase_id: str, round_: int | None) -> str:
    return next((s.slot for s in session.script if s.phase.id == phase_id), slot(round_, phase_id))


def title_field(session: Session) -> str:
    """Which field of a case is its title."""
    ballots = (step.phase.ballot for step in session.script)
    return next((b.title for b in ballots if isinstance(b, CaseBallot) and b.seats), "titel")


def chosen_from(session: Session) -> tuple[str, str]:
    """Where the texts of the current vote are kept, and which of their fields people choose by."""
    ballot = session.step.phase.ballot
    if isinstance(ballot, CaseBallot):
        return _slot_of(session, ballot.cases, session.step.round), ballot.title
    return case_slot(session) or "", title_field(session)


def gathers(step: Step) -> bool:
    """Whether a vote begins with everybody writing what is chosen from."""
    ballot = step.phase.ballot
    own = isinstance(ballot, CaseBallot) and ballot.cases == step.phase.id
    return own and step.phase.form is not None


def candidates(session: Session) -> tuple[PersonId, ...]:
    """Whose case can be chosen: it has a title, or it was pitched aloud (kept without fields)."""
    where, title = chosen_from(session)
    kept, open_ = session.gave(where), offered(session, where)
    return tuple(p for p in present(session) if p in open_ and (title in kept[p] or not kept[p]))


def was_told(session: Session, number: int) -> bool:
    """Whether the case of this round was told: from then on it is never swapped for another."""
    behind = {*range(session.at), *(lap.step for lap in session.laps)}
    steps = (session.script[index] for index in behind)
    return any(step.round == number and step.flows[session.talk] is Flow.TELL for step in steps)


def upcoming_round(session: Session) -> int:
    """Index of the round that the current step belongs to, or that follows it."""
    later = (step.round for step in session.script[session.at :] if step.round)
    return next(later, 1) - 1


def told_from(session: Session) -> tuple[str, tuple[str, ...]] | None:
    """The case bringer's own text that can be shown while telling: its slot and filled fields."""
    person = session.case_bringer
    if person is None:
        return None
    source = session.source()
    later = source.slot if source else None
    places = (session.step.slot, later, case_slot(session)) if session.flow is Flow.TELL else (later,)
    for where in places:
        fields = session.gave(where).get(person) if where else None
        if where and fields:
            return where, fields
    return None


def leads(session: Session, who: PersonId) -> bool:
    """Whether this person may conduct the group: its leader now, or a moderator."""
    return who == session.leads or who in session.moderators
