"""A look through the database finds what is wrong, says it in a sentence, and finds nothing where all is well."""

import asyncio
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from methods.engine.messages import Announce
from methods.engine.state import Round, Stage, Status
from methods.engine.text import Moment, PersonId
from methods.meeting import ForgetWords, Group, MeetingStage
from storage.check import Checkup, check
from storage.codec import state_text
from storage.migrate import newest
from storage.problems import StorageProblem
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import ANNA, BRAM, CLEO, SERVER, SLOT, STORY, Begun, Clock, begin, loaded, write
from tests.toml.example import SMALL

STRANGER = PersonId(99)
STAGE = Stage(entered=Moment(1), ends=Moment(100))


@pytest.fixture
async def kept(store: Store, begun: Begun) -> Begun:
    """A meeting in which everything has been used: words, a case, a name, settings, the outbox."""
    await write(store, begun.session, ANNA, wat=STORY)
    meeting = await store.meeting(begun.meeting)
    assert meeting is not None
    async with store.transaction() as change:
        groups = (Group(number=1, members=(ANNA, BRAM), session=begun.session),)
        await change.put_meeting(replace(meeting, groups=groups, stage=MeetingStage.OPEN))
        await change.keep_case(begun.meeting, ANNA, {"titel": STORY})
        await change.put_person(SERVER, ANNA, name="Anna")
        await change.put_server(SERVER, store.unset)
        await change.put_method(SERVER, "gesprek", SMALL)
        await change.keep_own(SERVER, ANNA, "kwadranten", {"doel": STORY}, 2_000_000_000)
        await change.send(SERVER, begun.meeting, begun.session, 1, 0, Announce(1))
    return begun


def by_hand(folder: Path, statement: str, *values: object) -> None:
    """Change the file as no Kring would."""
    connection = sqlite3.connect(folder / "kring.db")
    with connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(statement, values).rowcount == 1
    connection.close()


async def found(url: str, cipher: Cipher) -> str:
    """The one finding."""
    (finding,) = (await check(url, cipher)).findings
    assert finding[0].isupper()
    assert finding.endswith(".")
    assert STORY not in finding
    return finding


async def test_where_all_is_well_nothing_is_found_and_every_row_was_looked_at(
    kept: Begun, url: str, cipher: Cipher
) -> None:
    assert kept.session == 1
    words = ("contributions", "cases", "people", "servers", "own_methods", "own_texts")
    rows = dict.fromkeys((*words, "sessions", "meetings", "outbox"), 1)
    assert await check(url, cipher) == Checkup(revision=newest(), findings=(), rows=rows)


async def test_a_method_that_no_longer_is_one_is_found(
    kept: Begun, url: str, cipher: Cipher, folder: Path
) -> None:
    assert kept.meeting
    by_hand(folder, "UPDATE own_methods SET toml = 'id = 3'")
    assert await found(url, cipher) == f"Method gesprek of server {SERVER} cannot be read."


async def test_it_changes_nothing_and_waits_for_nobody_while_kring_writes(
    kept: Begun, store: Store, url: str, cipher: Cipher, folder: Path
) -> None:
    before = (folder / "kring.db").read_bytes()
    async with store.transaction() as change:
        await change.send(SERVER, kept.meeting, kept.session, 2, 0, Announce(1))
        assert (await check(url, cipher)).rows["outbox"] == 1
    assert (folder / "kring.db").read_bytes() == before
    assert (await check(url, cipher)).rows["outbox"] == 2


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE contributions SET words = X'00'", "The contribution (1, '1:bm.canvas', "),
        ("UPDATE cases SET words = X'00'", "The case (1, "),
        ("UPDATE people SET name = X'00'", "The name ("),
        ("UPDATE sessions SET state = '{}'", "Row 1 of session cannot be read"),
        ("UPDATE meetings SET state = '{}'", "Row 1 of meeting cannot be read"),
        ("UPDATE servers SET settings = '[]'", f"Row {SERVER} of server cannot be read"),
        ("UPDATE outbox SET payload = 'x'", "Row 1 of outbox cannot be read"),
        ("UPDATE outbox SET kind = 'Dance'", "Row 1 of outbox cannot be read"),
        ("UPDATE outbox SET session = 77", "Row 1 of outbox is for a session that is not there."),
        ("DELETE FROM contributions", f"Of session 1 the words of {ANNA} in {SLOT} are gone."),
        ("DELETE FROM scripts", "Session 1 has lost its script."),
        ("UPDATE sessions SET due_at = 5", "it is waited for by the clock in vain."),
        ("UPDATE sessions SET ended_at = 5", "it does not know whether it has ended."),
        ("UPDATE meetings SET closed_at = 5", "Meeting 1 does not know whether it is closed."),
    ],
)
async def test_each_kind_of_damage_is_found(
    url: str, cipher: Cipher, folder: Path, statement: str, finding: str
) -> None:
    by_hand(folder, statement)
    assert finding in await found(url, cipher)


@pytest.mark.usefixtures("kept")
async def test_a_session_of_another_group_is_found_by_itself_and_by_its_meeting(
    url: str, cipher: Cipher, folder: Path
) -> None:
    by_hand(folder, "UPDATE sessions SET number = 2")
    assert (await check(url, cipher)).findings == (
        "Session 1 cannot be as it is: it is another group's.",
        "Meeting 1 has no session for group 1.",
    )


@pytest.mark.usefixtures("kept")
async def test_a_row_that_belongs_to_nothing_is_found(url: str, cipher: Cipher, folder: Path) -> None:
    by_hand(folder, "UPDATE cases SET meeting = 9")
    findings = (await check(url, cipher)).findings
    assert findings[0] == "Row 1 of cases belongs to nothing any more."


@pytest.mark.usefixtures("kept")
async def test_with_another_key_that_is_the_one_finding(url: str) -> None:
    assert "another key" in await found(url, Cipher(b"x" * 32))


async def test_a_database_of_another_shape_is_no_mistake_but_cannot_be_read_yet(
    kept: Begun, url: str, cipher: Cipher, folder: Path
) -> None:
    assert kept.meeting
    by_hand(folder, "UPDATE alembic_version SET version_num = '0000'")
    checkup = await check(url, cipher)
    assert checkup == Checkup(revision="0000", findings=(), rows={})
    assert not checkup.up_to_date


async def test_a_file_that_is_no_database_is_a_finding(tmp_path: Path, cipher: Cipher) -> None:
    (tmp_path / "kring.db").write_bytes(b"No database at all. " * 500)
    assert (
        await found(f"sqlite:///{tmp_path / 'kring.db'}", cipher)
        == "The file of the database is no database."
    )


async def test_a_damaged_page_is_found(
    store: Store, begun: Begun, url: str, cipher: Cipher, folder: Path
) -> None:
    for slot in range(40):
        await write(store, begun.session, ANNA, f"1:{slot}", wat="woord " * 100)
    await store.close()
    file = folder / "kring.db"
    content = bytearray(file.read_bytes())
    content[-20_000:-4_000] = b"\x5a" * 16_000
    file.write_bytes(content)
    assert "The file of the database is damaged." in (await check(url, cipher)).findings


def test_where_there_is_no_database_none_is_made(folder: Path, url: str, cipher: Cipher) -> None:
    with pytest.raises(StorageProblem, match="There is no database at"):
        asyncio.run(check(url, cipher))
    assert not folder.exists()


async def test_words_that_were_deleted_on_purpose_are_not_missed(
    kept: Begun, store: Store, url: str, cipher: Cipher
) -> None:
    async with store.transaction() as change:
        row = await change.send(SERVER, kept.meeting, None, 5, 0, ForgetWords())
        await change.claim(row)
        await change.purge_meeting(kept.meeting)
    assert (await check(url, cipher)).findings == ()


# --- States that cannot be -----------------------------------------------------------------------------------


IMPOSSIBLE = {
    "is running, and lacks a step": {"status": Status.RUNNING},
    "is waiting, and has a step": {"stage": STAGE},
    "is at step 99 of 20": {"status": Status.RUNNING, "stage": STAGE, "at": 99},
    "is before the step that it cannot go back from": {"floor": 3},
    "runs with its clock stopped": {"status": Status.RUNNING, "stage": STAGE, "stopped_at": Moment(1)},
    "stands still since no moment": {"status": Status.PAUSED, "stage": STAGE},
    "is led by its own case bringer": {"rounds": (Round(case_bringer=ANNA, leader=ANNA),)},
    "has a note-taker who is not in the group": {"note_taker": STRANGER},
    "gives the turn to somebody who is not in the group": {
        "status": Status.RUNNING,
        "stage": replace(STAGE, turn=STRANGER),
    },
    f"has shown a text in {SLOT} that nobody gave": {"shown": {SLOT: (CLEO,)}},
}


@pytest.mark.parametrize("what", IMPOSSIBLE)
async def test_a_state_that_no_evening_leads_to_is_found(
    store: Store, begun: Begun, url: str, cipher: Cipher, folder: Path, what: str
) -> None:
    await write(store, begun.session, ANNA, wat=STORY)
    state = json.loads(state_text(replace(await loaded(store, begun.session), **IMPOSSIBLE[what])))  # type: ignore[arg-type]
    due = 40 if state["status"] in {"running", "paused"} else None
    by_hand(folder, "UPDATE sessions SET state = ?, due_at = ?", json.dumps(state), due)
    assert await found(url, cipher) == f"Session 1 cannot be as it is: it {what}."


async def test_many_sessions_are_looked_at_one_by_one(
    store: Store, begun: Begun, url: str, cipher: Cipher, clock: Clock
) -> None:
    assert clock.now
    for _ in range(30):
        session = await begin(store, meeting=begun.meeting)
        await write(store, session.session, ANNA, wat=STORY)
    await write(store, begun.session, ANNA, wat=STORY)
    assert (await check(url, cipher)).rows["sessions"] == 31
