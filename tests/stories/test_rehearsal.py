"""A rehearsal plays a whole meeting, and what it keeps can be relied on."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from bot.rehearsal.rehearsal import Script, Unfit
from methods import frame
from methods.engine.model import Talk
from methods.library import method
from methods.planning import Plan, plan
from methods.toml.reading import read
from tests.stories import openapi
from tests.stories.evenings import SPOKEN, TWO_CASES, TYPED, TYPED_QUESTIONS, WHOLE, evening
from tests.toml.example import SMALL

pytestmark = pytest.mark.slow

whole = pytest.mark.parametrize("script", WHOLE, ids=lambda s: f"{s.method}-{s.talk}-{s.language}")


def planned(script: Script, group: dict[str, Any]) -> Plan:
    """What was planned for this group: everybody has the plan of the biggest one."""
    summary = evening(script).summary
    biggest = max(one["members"] for one in summary["groups"])
    assert group["members"] <= biggest
    return plan(method(script.method), biggest, script.checked().minutes, Talk(script.talk))


def requests(script: Script) -> list[dict[str, Any]]:
    """Every request that was made."""
    return list(openapi.rows(evening(script).files["requests.jsonl"]))


# --- The evening --------------------------------------------------------------------------------------------


@whole
def test_nothing_goes_wrong_that_should_go_well(script: Script) -> None:
    assert evening(script).problems == ()


@whole
def test_the_phases_come_in_the_order_of_the_method_with_the_minutes_of_the_plan(script: Script) -> None:
    for group in evening(script).summary["groups"]:
        expected = planned(script, group)
        together = [step for step in expected.plenary if not step.phase.waits]
        around = frame.FRAMES[method(script.method).frame]
        before = [step for step in together if step.phase in around.before]
        after = [step for step in together if step.phase in around.after]
        steps = [*before, *expected.script, *after]
        told = [(p["id"], p["round"], p["planned_minutes"]) for p in group["phases"]]
        assert told == [(step.phase.id, step.round, step.minutes) for step in steps]


@whole
def test_every_group_finishes(script: Script) -> None:
    assert {group["ended"] for group in evening(script).summary["groups"]} == {"finished"}


@whole
def test_phases_follow_one_another_without_a_gap_within_a_group(script: Script) -> None:
    for group in evening(script).summary["groups"]:
        for one, following in pairwise(group["phases"]):
            assert (
                one["started"] <= one["ended"] <= following["started"] or following["id"] == "fr.kennismaken"
            )
            assert datetime.fromisoformat(one["started"]).tzinfo is not None


@whole
def test_what_was_acknowledged_is_kept_and_what_is_kept_was_shown_or_stays_sealed(script: Script) -> None:
    for group in evening(script).summary["groups"]:
        given = group["contributions"]
        assert given["acknowledged"] == given["stored"] > 0
        assert given["revealed"] + given["sealed_forever"] == given["stored"]


@whole
def test_nobody_leads_the_own_case_and_a_second_round_has_another_case(script: Script) -> None:
    for group in evening(script).summary["groups"]:
        rounds = group["rounds"]
        assert len(rounds) == planned(script, group).rounds
        assert all(r["case_bringer"] in range(1, group["members"] + 1) for r in rounds)
        assert all(r["leader"] != r["case_bringer"] for r in rounds)
        assert len({r["case_bringer"] for r in rounds}) == len(rounds)


@whole
def test_an_evening_takes_about_the_minutes_that_were_planned(script: Script) -> None:
    summary, expected = evening(script).summary, planned(script, evening(script).summary["groups"][0])
    assert 0.65 * expected.total <= summary["simulated_minutes"] <= 1.15 * expected.total


@whole
def test_steps_are_ended_by_people_and_now_and_then_by_the_clock(script: Script) -> None:
    ends = Counter(p["ended_by"] for g in evening(script).summary["groups"] for p in g["phases"])
    assert ends["leader"] + ends["all_in"] + ends["case_bringer"] > ends["time"]


# --- Requests -----------------------------------------------------------------------------------------------


@whole
def test_a_group_costs_two_requests_to_open_few_in_each_phase_and_one_to_close(script: Script) -> None:
    by_group = defaultdict(list)
    for row in requests(script):
        if row["limited"] and row["group"]:
            by_group[row["group"]].append(row["purpose"])
    for group in evening(script).summary["groups"]:
        made = by_group[group["group"]]
        assert made[:2] == ["open a room", "post a card"]
        assert len(made) <= 3 * len(group["phases"])
        assert made[-1] == "delete a room"
        assert made.count("delete a room") == made.count("open a room") == 1


@whole
def test_the_summary_counts_the_requests_that_were_kept(script: Script) -> None:
    rows, told = requests(script), evening(script).summary["requests"]
    assert told["total"] == len(rows)
    assert told["limited"] == sum(row["limited"] for row in rows)
    assert told["interaction_answers"] == sum(row["path"].endswith("/callback") for row in rows)
    assert all(set(row) == {"at", "method", "path", "json", "limited", "group", "purpose"} for row in rows)


@whole
@pytest.mark.skipif(not openapi.DOCUMENT.is_file(), reason="Discord's own description lies elsewhere")
def test_every_request_passes_discords_own_description(script: Script) -> None:
    found = {
        fault for row in requests(script) for fault in openapi.faults(row["method"], row["path"], row["json"])
    }
    assert found == set()


@pytest.mark.skipif(not openapi.DOCUMENT.is_file(), reason="Discord's own description lies elsewhere")
def test_that_description_would_notice_a_mistake() -> None:
    body = {"components": [{"type": 99}], "flags": 1 << 15}
    assert openapi.faults("POST", "/channels/123/messages", body)


@whole
def test_no_message_is_sent_twice(script: Script) -> None:
    marked = Counter(
        (row["path"], row["json"]["components"][0]["id"])
        for row in requests(script)
        if row["method"] == "POST" and row["purpose"] != "post the board" and _mark(row["json"]) is not None
    )
    assert marked
    assert max(marked.values()) == 1


def _mark(body: object) -> int | None:
    """The number by which Kring finds a message again."""
    parts = body.get("components") if isinstance(body, dict) else None
    mark: int | None = parts[0].get("id") if parts else None
    return mark


# --- What is not allowed --------------------------------------------------------------------------------------


def test_what_is_not_allowed_is_tried_often_and_always_refused() -> None:
    text = "".join(evening(script).files["transcript.md"] for script in WHOLE)
    tried = re.findall(r"^- \d\d:\d\d \*\*\w+\*\* ([^:]+):", text, re.MULTILINE)
    assert len(tried) > 40
    assert len(set(tried)) > 8
    assert all("was not refused" not in problem for script in WHOLE for problem in evening(script).problems)


def test_writing_while_a_room_is_locked_is_refused() -> None:
    groups = [group for script in WHOLE for group in evening(script).summary["groups"]]
    assert sum(group["writes_refused"] for group in groups) > 0


# --- The transcript -------------------------------------------------------------------------------------------


@whole
def test_a_transcript_reads_without_a_screen(script: Script) -> None:
    text = evening(script).files["transcript.md"]
    assert not re.search(r"<[@#t]|k1:|\\|\x00|\bNone\b|KeyError", text)
    for group in evening(script).summary["groups"]:
        heading = "Groep" if script.language == "nl" else "Group"
        assert f"## {heading} {group['group']}" in text
    headings = re.findall(r"^### \d\d:\d\d · (?:Stap|Step) \d+", text, re.MULTILINE)
    assert len(headings) > 15


@whole
def test_a_transcript_is_in_the_language_of_the_meeting(script: Script) -> None:
    text = evening(script).files["transcript.md"]
    dutch = len(re.findall(r"\b(?:het|een|niet|maar|dat)\b", text))
    english = len(re.findall(r"\b(?:the|and|not|but|that)\b", text))
    assert (dutch > 5 * english) if script.language == "nl" else (english > 5 * dutch)


def test_what_one_person_got_says_for_whom_it_was() -> None:
    assert "(alleen voor " in evening(TYPED_QUESTIONS).files["transcript.md"]
    assert "alone)" in evening(TYPED).files["transcript.md"]


def test_a_transcript_ends_with_the_deletion_of_the_rooms() -> None:
    text = evening(SPOKEN).files["transcript.md"]
    assert "wiste Kring #Groep 1" in text
    assert "wiste Kring #lobby" in text


# --- Seeds, sizes, ends ---------------------------------------------------------------------------------------


SHORT = Script(people=4, talk="written", until="bm.titels", seed=5)
"""A few steps of an evening."""


def test_the_same_seed_gives_the_same_evening_and_another_seed_another() -> None:
    one, again = evening(SHORT), evening.__wrapped__(SHORT)
    assert one == again
    assert evening(replace(SHORT, seed=6)).files["transcript.md"] != one.files["transcript.md"]


@pytest.mark.parametrize(("people", "sizes"), [(3, [3]), (7, [7]), (11, [6, 5]), (13, [7, 6])])
def test_groups_have_the_sizes_of_the_table(people: int, sizes: list[int]) -> None:
    outcome = evening(replace(SHORT, people=people, talk="spoken", until="fr.kennismaken"))
    assert [group["members"] for group in outcome.summary["groups"]] == sizes
    assert outcome.problems == ()


@pytest.mark.parametrize("phase", ["fr.welkom", "bm.canvas"])
def test_a_rehearsal_ends_where_it_is_told_to(phase: str) -> None:
    outcome = evening(replace(SHORT, until=phase))
    ids = [p["id"] for group in outcome.summary["groups"] for p in group["phases"]]
    assert phase not in ids, "it had just begun, so it has no end yet"
    assert {group["ended"] for group in outcome.summary["groups"]} <= {None}
    assert outcome.problems == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"minutes": 60}, "Ook ingekort duurt dit"),
        ({"minutes": 60, "language": "en"}, "Even shortened this takes"),
        ({"people": 2}, "3 to 240"),
        ({"people": 241}, "3 to 240"),
        ({"method": "gossip"}, "There is no method 'gossip'"),
        ({"until": "po.vragen"}, "has no phase 'po.vragen'"),
    ],
)
def test_what_cannot_be_played_ends_in_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Unfit, match=re.escape(sentence)):
        replace(SHORT, **changes).checked()


def test_a_method_from_a_file_is_put_on_the_server_and_played_with_words_of_the_same_cases() -> None:
    own = read(SMALL).method
    assert own is not None
    outcome = evening(replace(SHORT, method=own.id, own=own, until="kg.geholpen"))
    assert outcome.problems == ()
    (group,) = outcome.summary["groups"]
    assert [one["id"] for one in group["phases"] if one["id"].startswith("kg.")] == [
        "kg.vertellen",
        "kg.schrijven",
        "kg.delen",
    ]
    assert "Kort gesprek" in outcome.files["transcript.md"]
    assert "Ik zou…" in outcome.files["transcript.md"]


def test_two_cases_have_two_telling_people() -> None:
    for group in evening(TWO_CASES).summary["groups"]:
        assert [p["round"] for p in group["phases"] if p["id"] == "po.inbreng"] == [1, 2]
