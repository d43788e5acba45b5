"""A meeting, a session and a clock to store."""

from dataclasses import dataclass, replace
from pathlib import Path

from methods.engine.messages import Keep
from methods.engine.model import Field, Form, Kind, Minutes, Phase, Place, Talk, Who
from methods.engine.state import MeetingId, Session, SessionId, Step
from methods.engine.text import Moment, PersonId, Text
from methods.meeting import ChannelId, Meeting, ServerId
from storage.store import Store

SERVER = ServerId(81_234_567_890_123_456)
ANNA, BRAM, CLEO = PersonId(1_234_567_890_123_456_789), PersonId(2), PersonId(3)
ROOM, LOBBY = ChannelId(9_000_000_000_000_000_001), ChannelId(9_000_000_000_000_000_002)
SLOT = "1:bm.canvas"
STORY = "Mijn leidinggevende zei niets – wéken lang"


@dataclass
class Clock:
    """Stands still until it is set."""

    now: int = 1_800_000_000

    def __call__(self) -> int:
        """The moment it is."""
        return self.now


def step(number: int) -> Step:
    """A step with a form."""
    words = Text(f"Stap {number}", f"Step {number}")
    form = Form((Field(id="wat", label=words, max_length=300, required=True), Field(id="nog", label=words)))
    phase = Phase(
        id=f"p{number}",
        name=words,
        kind=Kind.WRITE,
        who=Who.EVERYBODY,
        minutes=Minutes(2.5, 0.5, "n"),
        prompt=words,
        form=form,
    )
    return Step(phase, 1 if number else None, 3)


MEETING = Meeting(
    id=MeetingId(0),
    server=SERVER,
    method="bumpy",
    theme="Grenzen",
    minutes=120,
    talk=Talk.WRITTEN,
    place=Place.TEXT,
    language="nl",
    seed=7,
    opened=Moment(1_800_000_000),
    moderators=(CLEO,),
)

SESSION = Session(
    id=SessionId(0),
    meeting=MeetingId(0),
    group=1,
    method="bumpy",
    language="nl",
    talk=Talk.WRITTEN,
    place=Place.TEXT,
    seed=7,
    script=tuple(step(number) for number in range(20)),
    members=(ANNA, BRAM, CLEO),
    given={SLOT: {ANNA: ("wat",), BRAM: ()}},
)


@dataclass(frozen=True)
class Begun:
    """A meeting with one session, both stored."""

    meeting: MeetingId
    session: SessionId


async def begin(store: Store, *, due: int | None = None, meeting: MeetingId | None = None) -> Begun:
    """Stores a session, with a new meeting unless there is one already."""
    async with store.transaction() as change:
        meeting = meeting or await change.add_meeting(MEETING)
        session = await change.add_session(replace(SESSION, meeting=meeting), SERVER, due)
    return Begun(meeting, session)


async def write(store: Store, session: SessionId, person: PersonId, slot: str = SLOT, **words: str) -> None:
    """Somebody hands in words."""
    async with store.transaction() as change:
        await change.keep(session, Keep(slot, person, words))


async def loaded(store: Store, session: SessionId) -> Session:
    """A session that is there."""
    found = await store.session(session)
    assert found is not None
    return found


def bytes_of(folder: Path) -> bytes:
    """Everything that is in the files of a folder."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def is_one_sentence(problem: BaseException) -> bool:
    """Whether a problem is told as one line that ends like a sentence."""
    told = str(problem)
    return told[0].isupper() and told.endswith(".") and "\n" not in told and ". " not in told
