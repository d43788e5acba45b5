"""What can be asked about meetings, sessions, servers and people."""

from dataclasses import replace

from methods.engine.state import MeetingId, SessionId, Status
from methods.meeting import ChannelId, MeetingStage, ServerId
from storage.servers import Known, ServerSettings
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import ANNA, BRAM, CLEO, LOBBY, ROOM, SERVER, Begun, Clock, begin, loaded, write


async def put(store: Store, session_id: SessionId, status: Status, due: int | None = None) -> None:
    async with store.transaction() as change:
        session = await change.session(session_id)
        assert session is not None
        await change.put_session(replace(session, status=status), due)


async def put_stage(store: Store, meeting_id: MeetingId, stage: MeetingStage) -> None:
    async with store.transaction() as change:
        meeting = await change.meeting(meeting_id)
        assert meeting is not None
        await change.put_meeting(replace(meeting, stage=stage))


async def test_what_is_not_there_is_none_or_empty(store: Store) -> None:
    assert await store.session(SessionId(404)) is None
    assert await store.session_at(ROOM) is None
    assert await store.channel_of(SessionId(404)) is None
    assert await store.server_of(SessionId(404)) is None
    assert await store.meeting(MeetingId(404)) is None
    assert await store.meeting_at(LOBBY) is None
    assert await store.lobby_of(MeetingId(404)) is None
    assert await store.sessions_of(MeetingId(404)) == []
    assert await store.server(ServerId(404)) == ServerSettings()
    assert await store.people(SERVER, [ANNA]) == {}
    assert await store.last_beat() is None
    assert await store.next_due() is None


async def test_a_session_is_found_by_its_room_and_a_meeting_by_its_lobby(store: Store, begun: Begun) -> None:
    async with store.transaction() as change:
        await change.set_channel(begun.session, ROOM)
        await change.set_lobby(begun.meeting, LOBBY)

    assert await store.session_at(ROOM) == await store.session(begun.session)
    assert await store.channel_of(begun.session) == ROOM
    assert await store.server_of(begun.session) == SERVER
    assert await store.meeting_at(LOBBY) == await store.meeting(begun.meeting)
    assert await store.lobby_of(begun.meeting) == LOBBY
    assert await store.session_at(ChannelId(5)) is None


async def test_of_two_sessions_in_one_channel_the_newest_is_meant(store: Store, begun: Begun) -> None:
    second = await begin(store, meeting=begun.meeting)
    async with store.transaction() as change:
        await change.set_channel(begun.session, ROOM)
        await change.set_channel(second.session, ROOM)

    assert await store.session_at(ROOM) == await store.session(second.session)


async def test_giving_a_session_its_room_is_no_new_version(store: Store, begun: Begun) -> None:
    async with store.transaction() as change:
        await change.set_channel(begun.session, ROOM)
        await change.set_channel(begun.session, None)

    assert (await loaded(store, begun.session)).version == 0
    assert await store.channel_of(begun.session) is None


async def test_the_sessions_that_have_not_ended_are_found_also_where_they_cannot_be_read(
    store: Store, begun: Begun
) -> None:
    paused = await begin(store, meeting=begun.meeting)
    ended = await begin(store, meeting=begun.meeting)
    await put(store, paused.session, Status.PAUSED)
    await put(store, ended.session, Status.ENDED)
    async with store._writer.begin() as connection:
        await connection.exec_driver_sql("UPDATE sessions SET state = '{}'")

    assert await store.unended() == [(begun.meeting, begun.session), (begun.meeting, paused.session)]


async def test_a_session_that_goes_on_after_its_end_has_not_ended(store: Store, begun: Begun) -> None:
    await put(store, begun.session, Status.ENDED)
    await put(store, begun.session, Status.RUNNING)

    assert await store.unended() == [(begun.meeting, begun.session)]


async def test_the_sessions_that_are_due_come_longest_overdue_first(store: Store, begun: Begun) -> None:
    for due in (300, 100, 200):
        await begin(store, due=due, meeting=begun.meeting)

    assert await store.due(99) == []
    assert await store.due(200) == [SessionId(3), SessionId(4)]
    assert await store.due(999, limit=1) == [SessionId(3)]
    assert await store.next_due() == 100


async def test_open_meetings_are_those_that_are_not_closed(store: Store, begun: Begun) -> None:
    closed = (await begin(store)).meeting
    await put_stage(store, closed, MeetingStage.CLOSED)

    assert [meeting.id for meeting in await store.meetings_of(SERVER)] == [begun.meeting, closed]
    assert [meeting.id for meeting in await store.meetings_of(SERVER, open_only=True)] == [begun.meeting]
    assert await store.meetings_of(ServerId(5)) == []


async def test_meetings_whose_words_are_past_their_time_are_found_until_they_are_purged(
    store: Store, clock: Clock
) -> None:
    written, prepared, empty, still_open = [await begin(store) for _ in range(4)]
    for one in (written, still_open):
        await write(store, one.session, ANNA, wat="iets")
    async with store.transaction() as change:
        await change.keep_case(prepared.meeting, BRAM, {"titel": "iets"})
    for one in (written, prepared, empty):
        await put_stage(store, one.meeting, MeetingStage.CLOSED)
    closed_at, clock.now = clock.now, clock.now + 60
    await put_stage(store, written.meeting, MeetingStage.CLOSED)

    assert await store.with_words(closed_at) == []
    assert await store.with_words(closed_at + 1) == [written.meeting, prepared.meeting]
    async with store.transaction() as change:
        await change.purge_meeting(written.meeting)
    assert await store.with_words(closed_at + 1) == [prepared.meeting]


async def test_a_server_keeps_its_settings(store: Store) -> None:
    settings = ServerSettings(
        language="en", moderator_role=7, board_channel=LOBBY, contact=CLEO, keep_days=14
    )
    async with store.transaction() as change:
        await change.put_server(SERVER, ServerSettings())
        await change.put_server(SERVER, settings)

    assert await store.server(SERVER) == settings


async def test_a_name_and_a_language_are_kept_apart_from_one_another(store: Store) -> None:
    async with store.transaction() as change:
        await change.put_person(SERVER, ANNA, name="Anna de Wit")
        await change.put_person(SERVER, ANNA, language="en")
        await change.put_person(SERVER, BRAM, language="nl")
        await change.put_person(SERVER, BRAM)
        await change.put_person(SERVER, CLEO, name="Clé")
        await change.put_person(SERVER, CLEO, name="Cleo")

    assert await store.people(SERVER, [ANNA, BRAM]) == {
        ANNA: Known("Anna de Wit", "en"),
        BRAM: Known(None, "nl"),
    }
    assert await store.people(SERVER, [CLEO]) == {CLEO: Known("Cleo")}
    assert await store.people(ServerId(5), [ANNA]) == {}


async def test_kring_was_last_alive_at_its_last_beat(store: Store, clock: Clock) -> None:
    await store.beat()
    clock.now += 10
    await store.beat()

    assert await store.last_beat() == clock.now


async def test_a_note_is_what_was_noted_last_and_never_the_fingerprint_of_the_key(
    store: Store, url: str, cipher: Cipher, clock: Clock
) -> None:
    assert await store.noted("key fingerprint") is None
    await store.note("key fingerprint", "one")
    await store.note("key fingerprint", "two")

    assert await store.noted("key fingerprint") == "two"
    again = await Store.open(url, cipher, clock)
    await again.close()
