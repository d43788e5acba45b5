"""What happens at the same instant: one wins or both are kept, and nothing is lost."""

from collections.abc import AsyncIterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from bot.host import Host
from bot.saving import Done
from methods import gathering
from methods.engine.events import Act, Started, TimeUp
from methods.engine.making import made
from methods.engine.messages import Alert, Refusal
from methods.engine.state import Session, SessionId
from methods.engine.text import Moment, PersonId
from methods.engine.timing import due
from methods.meeting import Meeting, MeetingStage
from tests.bot.on_disk import (
    MODERATOR,
    PEOPLE,
    SECOND,
    TIMES,
    Evening,
    Outcome,
    at_once,
    open_evening,
    open_now,
)

CANVAS = {"titel": "De stilte", "situatie": "Het werd stil.", "vervolg": "Ik liep weg.", "effect": "Rust."}


@pytest.fixture
async def evening(tmp_path: Path) -> AsyncIterator[Evening]:
    """A host on a store of its own."""
    async with open_evening(tmp_path) as opened:
        yield opened


def won(outcomes: list[Outcome]) -> list[Done]:
    return [one for one in outcomes if isinstance(one, Done)]


async def write(evening: Evening, number: SessionId, who: PersonId, words: Mapping[str, str]) -> Done:
    return await evening.act(number, who, Act.WRITE, words=words)


async def voting(evening: Evening) -> SessionId:
    """A group that is choosing between two cases."""
    number = await evening.session("bm.canvas")
    for who in PEOPLE[:2]:
        await write(evening, number, who, {"titel": f"Casus {who}"} | await required(evening, number))
    await evening.until(number, "bm.keuze")
    return number


async def required(evening: Evening, number: SessionId) -> dict[str, str]:
    form = (await evening.now(number)).step.phase.form
    assert form is not None
    return {field.id: "tekst" for field in form.fields if field.required and field.id != "titel"}


async def offering(evening: Evening, method: str = "bumpy", *, led: bool = False) -> SessionId:
    """A group in which nobody had a case ready, so that anybody may offer one."""
    number = await evening.session("bm.keuze" if method == "bumpy" else "fr.keuze", method, led=led)
    assert (stage := (await evening.now(number)).stage) is not None
    assert stage.part == "offering"
    return number


async def outbox_is_whole(evening: Evening, number: SessionId) -> None:
    """Every row has a key of its own, and each version's rows are there without a gap."""
    rows = await evening.rows(number)
    keys = [(row.version, row.ordinal) for row in rows]
    assert len(set(keys)) == len(keys)
    for version in {row.version for row in rows}:
        ordinals = sorted(row.ordinal for row in rows if row.version == version)
        assert ordinals == list(range(len(ordinals)))


# --- Conducting --------------------------------------------------------------------------------------------


async def test_two_moderators_who_press_next_at_once_move_the_group_one_step(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        presses = [made(Act.NEXT, who, before.visit, sure=True) for who in (MODERATOR, SECOND)]
        outcomes = await evening.at_once(number, *presses)
        assert len(won(outcomes)) == 1
        assert (await evening.now(number)).visit == before.visit + 1
        await outbox_is_whole(evening, number)


async def test_two_presses_for_two_more_minutes_add_two_minutes_once(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        presses = [made(Act.EXTEND, who, before.visit) for who in (MODERATOR, SECOND)]
        outcomes = await evening.at_once(number, *presses)
        after = await evening.now(number)
        assert len(won(outcomes)) == 1
        assert before.stage is not None
        assert after.stage is not None
        assert after.stage.ends == before.stage.ends + 120


async def test_next_and_a_form_at_once_lose_nothing_that_was_acknowledged(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        words = {"titel": "De stilte"} | await required(evening, number)
        outcomes = await evening.at_once(
            number,
            made(Act.NEXT, MODERATOR, before.visit, sure=True),
            made(Act.WRITE, PEOPLE[0], before.visit, words=words),
        )
        kept = await evening.store.word_of(number, before.step.slot, PEOPLE[0])
        assert isinstance(outcomes[0], Done)
        assert kept == (words if isinstance(outcomes[1], Done) else None)
        await outbox_is_whole(evening, number)


async def test_pause_and_next_at_once_leave_one_clear_state(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        outcomes = await evening.at_once(
            number,
            made(Act.PAUSE, MODERATOR, before.visit),
            made(Act.NEXT, SECOND, before.visit, sure=True),
        )
        after = await evening.now(number)
        assert len(won(outcomes)) == 1
        assert (after.status == "paused") == isinstance(outcomes[0], Done)


async def test_a_group_that_is_started_twice_at_once_starts_once(evening: Evening) -> None:
    for _ in range(TIMES):
        meeting = await evening.gathered()
        await evening.host.keep_case(meeting.id, PEOPLE[0], CANVAS)
        opened = await evening.changed(meeting.id, open_now)
        number = opened.groups[0].session
        assert number is not None
        event = Started({PEOPLE[0]: tuple(CANVAS)})
        start = evening.host.start
        outcomes = await at_once(start(number, event, "1:bm.canvas"), start(number, event, "1:bm.canvas"))
        assert len(won(outcomes)) == 1
        assert any(isinstance(one, Refusal) for one in outcomes)


# --- Taking part -------------------------------------------------------------------------------------------


async def test_the_same_form_sent_twice_at_once_is_kept_as_one_text(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        words = {"titel": "De stilte"} | await required(evening, number)
        form = made(Act.WRITE, PEOPLE[0], before.visit, words=words)
        await evening.at_once(number, form, form)
        after = await evening.now(number)
        assert await evening.store.words(number, before.step.slot) == {PEOPLE[0]: words}
        assert after.stage is not None
        assert after.stage.done.count(PEOPLE[0]) == 1


async def test_six_people_who_hand_in_at_once_are_all_kept(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        rest = await required(evening, number)
        forms = [made(Act.WRITE, who, before.visit, words={"titel": f"T{who}", **rest}) for who in PEOPLE]
        outcomes = await evening.at_once(number, *forms)
        kept = await evening.store.words(number, before.step.slot)
        after = await evening.now(number)
        assert len(won(outcomes)) == 6
        assert {who: words["titel"] for who, words in kept.items()} == {who: f"T{who}" for who in PEOPLE}
        assert after.version == before.version + 6
        await outbox_is_whole(evening, number)


async def test_two_fields_of_one_person_sent_at_once_are_both_kept(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        one = made(Act.WRITE, PEOPLE[0], before.visit, words={"titel": "De stilte"})
        other = made(Act.WRITE, PEOPLE[0], before.visit, words={"situatie": "Het werd stil."})
        await evening.at_once(number, one, other)
        kept = await evening.store.words(number, "1:bm.canvas")
        assert kept == {PEOPLE[0]: {"titel": "De stilte", "situatie": "Het werd stil."}}


async def test_handing_in_and_withdrawing_at_once_leave_store_and_session_of_one_mind(
    evening: Evening,
) -> None:
    number = await evening.session("bm.canvas")
    await write(evening, number, PEOPLE[0], {"titel": "Eerst"} | await required(evening, number))
    async for before in evening.again(number):
        await evening.at_once(
            number,
            made(Act.WRITE, PEOPLE[0], before.visit, words={"titel": "Later"}),
            made(Act.WITHDRAW, PEOPLE[0], before.visit),
        )
        after = await evening.now(number)
        kept = await evening.store.words(number, "1:bm.canvas")
        assert set(kept.get(PEOPLE[0], {})) == set(after.gave("1:bm.canvas").get(PEOPLE[0], ()))


async def test_two_people_who_vote_at_once_both_count(evening: Evening) -> None:
    number = await voting(evening)
    async for before in evening.again(number):
        ballots = [made(Act.VOTE, who, before.visit, values=(str(PEOPLE[0]),)) for who in PEOPLE[2:4]]
        outcomes = await evening.at_once(number, *ballots)
        stage = (await evening.now(number)).stage
        assert len(won(outcomes)) == 2
        assert stage is not None
        assert set(stage.votes) == set(PEOPLE[2:4])


async def test_the_last_votes_at_once_close_the_vote_once(evening: Evening) -> None:
    number = await voting(evening)
    async for before in evening.again(number):
        ballots = [
            made(Act.VOTE, who, before.visit, values=(str(PEOPLE[0] if who != PEOPLE[0] else PEOPLE[1]),))
            for who in PEOPLE
        ]
        await evening.at_once(number, *ballots)
        rows = [row for row in await evening.rows(number) if row.version > before.version]
        assert sum(isinstance(row.effect, Alert) for row in rows) == 1


async def test_of_two_who_offer_to_lead_at_once_one_leads(evening: Evening) -> None:
    number = await offering(evening, led=True)
    await evening.act(number, PEOPLE[0], Act.OFFER_CASE)
    async for before in evening.again(number):
        offers = [made(Act.OFFER_LEAD, who, before.visit) for who in PEOPLE[1:3]]
        outcomes = await evening.at_once(number, *offers)
        (winner,) = won(outcomes)
        assert (await evening.now(number)).leads == PEOPLE[1 + outcomes.index(winner)]


async def test_of_two_who_offer_a_case_at_once_one_brings_it_in(evening: Evening) -> None:
    number = await offering(evening)
    async for before in evening.again(number):
        outcomes = await evening.at_once(
            number, *(made(Act.OFFER_CASE, who, before.visit) for who in PEOPLE[:2])
        )
        (winner,) = won(outcomes)
        assert (await evening.now(number)).case_bringer == PEOPLE[outcomes.index(winner)]


async def test_with_two_rounds_two_of_three_offers_at_once_find_a_seat(evening: Evening) -> None:
    number = await offering(evening, "probleemoplossend")
    async for before in evening.again(number):
        outcomes = await evening.at_once(
            number, *(made(Act.OFFER_CASE, who, before.visit) for who in PEOPLE[:3])
        )
        seated = {round_.case_bringer for round_ in (await evening.now(number)).rounds}
        assert len(won(outcomes)) == 2
        assert seated == {who for who, one in zip(PEOPLE, outcomes, strict=False) if isinstance(one, Done)}


async def test_of_two_who_offer_to_keep_notes_at_once_one_does(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    async for before in evening.again(number):
        outcomes = await evening.at_once(
            number, *(made(Act.OFFER_NOTES, who, before.visit) for who in PEOPLE[:2])
        )
        (winner,) = won(outcomes)
        assert (await evening.now(number)).note_taker == PEOPLE[outcomes.index(winner)]


async def test_consent_and_the_end_of_its_minute_at_once_seat_at_most_one_case(evening: Evening) -> None:
    number = await voting(evening)
    for who in PEOPLE:
        await evening.act(number, who, Act.VOTE, values=(str(PEOPLE[0 if who != PEOPLE[0] else 1]),))
    evening.clock.jump(61)
    async for before in evening.again(number):
        outcomes = await evening.at_once(
            number, made(Act.CONSENT, PEOPLE[0], before.visit), TimeUp(before.visit)
        )
        after = await evening.now(number)
        consented = isinstance(outcomes[0], Done)
        assert (after.rounds[0].case_bringer == PEOPLE[0]) == consented
        await outbox_is_whole(evening, number)


# --- The clock ---------------------------------------------------------------------------------------------


async def test_an_alarm_that_rings_twice_at_once_does_everything_once(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    evening.clock.jump(int(due(await evening.now(number)) or 0) - evening.host.now())
    async for _ in evening.again(number):
        rounds = await at_once(evening.host.time_up(number), evening.host.time_up(number))
        assert len([done for round_ in rounds for done in round_]) == 1
        await outbox_is_whole(evening, number)


async def test_after_a_long_sleep_every_moment_that_passed_happens_once(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    evening.clock.jump(3600)
    rounds = await at_once(*(evening.host.time_up(number) for _ in range(3)))
    done = sorted((one for round_ in rounds for one in round_), key=lambda one: one.after.version)
    versions = [one.after.version for one in done]
    assert versions == list(range(versions[0], versions[0] + len(versions)))
    assert (await evening.now(number)).version == versions[-1]
    await outbox_is_whole(evening, number)


async def test_the_deadline_in_the_store_is_the_one_of_the_session(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    await evening.act(number, MODERATOR, Act.EXTEND)
    wanted = due(await evening.now(number))
    assert wanted is not None
    assert await evening.store.due(wanted - 1) == []
    assert await evening.store.due(wanted) == [number]


# --- Meetings ----------------------------------------------------------------------------------------------


async def test_groups_that_are_opened_twice_at_once_are_opened_once(evening: Evening) -> None:
    for _ in range(TIMES):
        meeting = await evening.gathered()
        opening = [evening.host.change_meeting(meeting.id, open_now) for _ in range(2)]
        outcomes = await at_once(*opening)
        sessions = await evening.store.sessions_of(meeting.id)
        assert sum(isinstance(one, Meeting) for one in outcomes) == 1
        assert sorted(session.group for session in sessions) == [0, 1]


async def test_somebody_who_checks_in_twice_at_once_is_there_once(evening: Evening) -> None:
    late = PersonId(77)
    for _ in range(TIMES):
        meeting = await evening.gathered()
        coming = [
            evening.host.change_meeting(meeting.id, lambda now: gathering.check_in(now, late))
            for _ in range(2)
        ]
        await at_once(*coming)
        after = await evening.store.meeting(meeting.id)
        assert after is not None
        assert after.present.count(late) == 1


async def test_a_hundred_who_check_in_at_once_are_all_there(evening: Evening) -> None:
    meeting = await evening.gathered()
    many = [PersonId(n) for n in range(100, 200)]

    def coming(who: PersonId) -> object:
        return evening.host.change_meeting(meeting.id, lambda now: gathering.check_in(now, who))

    await at_once(*(coming(who) for who in many))  # type: ignore[arg-type]
    after = await evening.store.meeting(meeting.id)
    assert after is not None
    assert set(after.present) == {*PEOPLE, *many}


async def test_a_case_that_was_acknowledged_while_the_groups_opened_comes_along(evening: Evening) -> None:
    for _ in range(TIMES):
        meeting = await evening.gathered()
        kept, opened = await at_once(
            evening.host.keep_case(meeting.id, PEOPLE[0], CANVAS), opened_and_started(evening, meeting)
        )
        brought = await evening.store.word_of(opened, "1:bm.canvas", PEOPLE[0])  # type: ignore[arg-type]
        assert bool(brought) == kept


async def opened_and_started(evening: Evening, meeting: Meeting) -> SessionId:
    """As the shell does it: the groups open, then each session starts with the cases that are there."""
    opened = await evening.changed(meeting.id, open_now)
    number = opened.groups[0].session
    assert number is not None
    prepared = await evening.store.prepared(meeting.id)
    await evening.host.start(number, Started(prepared), "1:bm.canvas")
    return number


async def test_closing_twice_at_once_plans_each_deletion_once(evening: Evening) -> None:
    now = Moment(evening.host.now())
    for _ in range(TIMES):
        meeting = await evening.gathered()
        closing = [
            evening.host.change_meeting(
                meeting.id, lambda m: gathering.close(m, now, talking=False, sure=True)
            )
            for _ in range(2)
        ]
        outcomes = await at_once(*closing)
        rows = await evening.store.undelivered(now + 90 * 86_400, meeting=meeting.id)
        deletions = [row for row in rows if type(row.effect).__name__ == "DeleteRoom"]
        after = await evening.store.meeting(meeting.id)
        assert sum(isinstance(one, Meeting) for one in outcomes) == 1
        assert after is not None
        assert after.stage is MeetingStage.CLOSED
        assert len([row for row in deletions if row.version]) == 1


async def test_two_messages_of_moderators_at_once_are_both_told(evening: Evening) -> None:
    number, messages = await evening.session("bm.canvas"), count(1)
    async for _ in evening.again(number):
        before = len(await evening.rows(number))
        tell = partial(evening.host.tell, number)
        first, second = next(messages), next(messages)
        await at_once(tell(MODERATOR, "Nog tien minuten.", first), tell(SECOND, "Goed bezig.", second))
        assert len(await evening.rows(number)) == before + 2
        await outbox_is_whole(evening, number)


# --- What was said to be saved is on disk ------------------------------------------------------------------


async def test_what_was_acknowledged_is_there_for_another_host(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    await write(evening, number, PEOPLE[0], {"titel": "De stilte"})
    other = Host(evening.store, evening.clock)
    session = await other.store.session(number)
    assert isinstance(session, Session)
    assert session.gave("1:bm.canvas") == {PEOPLE[0]: ("titel",)}


async def test_a_refused_act_changes_nothing(evening: Evening) -> None:
    number = await evening.session("bm.canvas")
    before, rows = await evening.now(number), await evening.rows(number)
    outcome = await evening.tried(number, PEOPLE[0], Act.NEXT, sure=True)
    assert isinstance(outcome, Refusal)
    assert await evening.now(number) == before
    assert await evening.rows(number) == rows


async def test_an_act_in_a_session_that_is_not_there_says_so(evening: Evening) -> None:
    outcome = await evening.host.handle(SessionId(12345), made(Act.NEXT, MODERATOR, 1))
    assert outcome is None
