"""What was loaded and saved again is equal to what it was."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from time import perf_counter
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.engine.messages import Announce, Effect, Say
from methods.engine.state import Session, SessionId
from methods.engine.text import At, Fact, Line, Moment, People, Person, Said, Text, Value
from methods.meeting import Meeting, MeetingEffect, OpenRoom, SayInLobby
from storage import codec
from storage.problems import StorageProblem
from storage.servers import ServerSettings
from storage.store import Store
from tests.storage.examples import ANNA, BRAM, SESSION, Begun, loaded

# Nobody plans minutes without end, and NaN is not even equal to itself.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
# The engine makes its mappings as dicts; the strategy would come up with stranger ones.
st.register_type_strategy(
    Mapping, lambda kind: st.dictionaries(*(st.from_type(part) for part in get_args(kind)), max_size=4)
)

many = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(st.from_type(Session))
def test_any_session_comes_back_as_it_was(session: Session) -> None:
    texts = codec.script_text(session), codec.state_text(session)

    assert codec.session_of(session.id, session.version, *texts) == session


@many
@given(st.from_type(Meeting))
def test_any_meeting_comes_back_as_it_was(meeting: Meeting) -> None:
    assert codec.meeting_of(meeting.id, meeting.version, codec.meeting_text(meeting)) == meeting


@many
@given(st.one_of([st.from_type(one) for one in (*get_args(Effect), *get_args(MeetingEffect))]))
def test_any_effect_comes_back_as_it_was(effect: codec.AnyEffect) -> None:
    back = codec.effect_of(1, *codec.effect_text(effect))

    assert back == effect
    assert type(back) is type(effect)


@many
@given(st.from_type(ServerSettings))
def test_any_settings_come_back_as_they_were(settings: ServerSettings) -> None:
    assert codec.settings_of(1, codec.settings_text(settings)) == settings


@pytest.mark.parametrize(
    "value",
    [
        Person(ANNA, ping=True),
        People((ANNA, BRAM)),
        People(()),
        At(Moment(5), left=True),
        Said("1:bm.canvas", ANNA, "titel"),
        Fact("thema"),
        Text("ja", "yes"),
        0,
    ],
    ids=repr,
)
def test_each_kind_of_value_in_a_line_keeps_its_type(value: Value) -> None:
    effect = SayInLobby(Line(Text("{x}", "{x}"), (("x", value),)))

    back = codec.effect_of(1, *codec.effect_text(effect))

    assert isinstance(back, SayInLobby)
    assert type(back.line.values[0][1]) is type(value)
    assert back == effect


def test_values_are_told_apart_by_name_and_not_by_the_look_of_their_fields() -> None:
    _, payload = codec.effect_text(Say(Line(Text("{x}", "{x}"), (("x", Person(ANNA)),))))

    assert '"is": "Person"' in payload


def test_what_would_not_come_back_as_itself_is_not_written() -> None:
    @dataclass(frozen=True)
    class Stranger:
        id: int

    with pytest.raises(TypeError, match="Stranger"):
        codec.effect_text(Announce(Stranger(1)))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Stranger"):
        codec.effect_text(Stranger(1))  # type: ignore[arg-type]


def test_a_row_that_cannot_be_read_is_named_with_its_field_and_without_its_value() -> None:
    state = codec.state_text(SESSION).replace('"method":"bumpy"', '"method":["geheim"]')

    with pytest.raises(StorageProblem, match=r"Row 12 of session cannot be read at method") as caught:
        codec.session_of(12, 0, codec.script_text(SESSION), state)

    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(("kind", "payload"), [("Nothing", "{}"), ("Announce", '{"no": 1}'), ("Say", "[")])
def test_an_effect_that_cannot_be_read_names_its_row(kind: str, payload: str) -> None:
    with pytest.raises(StorageProblem, match="Row 5 of outbox"):
        codec.effect_of(5, kind, payload)


def test_what_an_earlier_version_wrote_is_read_though_it_knew_fewer_fields() -> None:
    state, defaults = json.loads(codec.state_text(SESSION)), {one.name: one for one in fields(Session)}
    for name, one in defaults.items():
        if one.default is not MISSING or one.default_factory is not MISSING:
            less = {key: value for key, value in state.items() if key != name}
            codec.session_of(1, 0, codec.script_text(SESSION), json.dumps(less))
    assert codec.effect_of(5, "OpenRoom", '{"group": 2}') == OpenRoom(2)
    assert codec.effect_of(6, "Announce", '{"visit": 3}') == Announce(3)


async def test_a_stored_session_is_equal_but_for_its_number_and_version(store: Store, begun: Begun) -> None:
    stored = await loaded(store, begun.session)

    assert stored == replace(SESSION, id=begun.session, meeting=begun.meeting)
    assert [type(person) for person in stored.given["1:bm.canvas"]] == [int, int]


async def test_a_session_saved_as_it_was_loaded_is_equal(store: Store, begun: Begun) -> None:
    before = await loaded(store, begun.session)
    async with store.transaction() as change:
        version = await change.put_session(before, due=None)

    assert await loaded(store, begun.session) == replace(before, version=version)


async def test_the_script_is_written_only_when_it_is_said_to_have_changed(store: Store, begun: Begun) -> None:
    before = await loaded(store, begun.session)
    shorter = replace(before, script=before.script[:2])
    async with store.transaction() as change:
        shorter = replace(shorter, version=await change.put_session(shorter, due=None))
    assert (await loaded(store, begun.session)).script == before.script

    async with store.transaction() as change:
        await change.put_session(shorter, due=None, script_changed=True)
    assert (await loaded(store, begun.session)).script == before.script[:2]


async def test_groups_with_the_same_script_share_one_in_memory(store: Store, begun: Begun) -> None:
    first, again = await asyncio.gather(loaded(store, begun.session), loaded(store, begun.session))

    assert first.script is again.script


def test_reading_and_writing_a_session_of_twenty_steps_takes_less_than_a_millisecond() -> None:
    texts = codec.script_text(SESSION), codec.state_text(SESSION)
    quickest = 1.0
    for _ in range(50):
        started = perf_counter()
        codec.state_text(codec.session_of(SessionId(1), 1, *texts))
        quickest = min(quickest, perf_counter() - started)

    assert quickest < 0.001
