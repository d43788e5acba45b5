"""The methods against their specification, which lies beside the checkout and not in it."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from methods import frame
from methods.engine.model import Field, FrameId, Kind, Method, Minutes, OptionBallot, Phase, Rule, Talk, Who
from methods.engine.rules import ALWAYS_ON, SHOWN
from methods.engine.text import Text
from methods.library import all_methods, method
from methods.planning import minutes_of, plan

DOMAIN = Path(__file__).resolve().parents[3] / "shared" / "domain"
pytestmark = pytest.mark.skipif(
    not (DOMAIN / "methods.json").is_file(),
    reason="the specification (../shared/domain/methods.json) is not beside this checkout",
)

SCREEN = "screens never say «begeleider» alone"
OVERSLAAN = "screens say «overslaan», as the button does"
ACTING = "English says what you did, never “your acting”"
ENGLISH = "the specification's English was not English"
OURS: Mapping[str, str] = {
    "fr.keuze.prompt.nl": SCREEN,
    "fr.code.prompt.nl": "the card itself has the short text, and the button as screens call it",
    "fr.code.prompt.en": "as the Dutch",
    "bm.keuze.prompt.nl": SCREEN,
    "rule.leader≠i.nl": SCREEN,
    "rule.leader-last.nl": SCREEN,
    "rule.may-pass.nl": OVERSLAAN,
    "bm.vragen3.prompt.nl": OVERSLAAN,
    "rule.third-person.en": "half a sentence: “not to.”",
    "bm.titels.prompt.nl": "only the chosen case gets a name, so nobody is invited to claim a title",
    "bm.titels.prompt.en": "as the Dutch",
    "bm.inbreng.name.en": "the case bringer tells the story",
    "bm.vragen2.name.en": ACTING,
    "bm.alternatief_schrijven.name.en": ACTING,
    "bm.canvas.effect.label.en": ACTING,
    "bm.canvas.vervolg.description.en": ACTING,
    "bm.effect_schrijven.bij_mij.label.en": ENGLISH,
    "po.geholpen.prompt.en": "“Is this enough for now?” is kinder than “Are you helped?”",
    "fr.evaluatie.cijfer.label.en": "a bijeenkomst is a meeting",
    "st.evaluatie.cijfer.label.en": "as in the frame",
    "fr.afspraken.prompt.nl": SCREEN,
    "fr.afspraken.voorzitter.label.nl": SCREEN,
    "st.afspraken.voorzitter.label.nl": SCREEN,
    "to.hanteren_gesprek.name.en": ACTING,
    "to.hanteren_gesprek.prompt.en": ACTING,
    "tr.beraad.prompt.en": "nobody’s gender is needed, and both languages name the same people",
}
"""Where a text deliberately differs, and why."""

OWN_FORMS = frozenset({"po.lus", "in.vragen_noteren", "kb.casting"})
"""Phases in which something is written or asked, whose form the specification leaves out."""
IN_ONE_FORM = frozenset({"fr.afspraken", "st.afspraken"})
"""Agreements are eight questions in two windows; here the three that must be answered come first."""
LOCKED = "afloop"
"""The outcome of an incident, which the specification asks for in words only."""
OWN_BLOCKS = frozenset({"fr.groepen", "fr.wissel", "fr.afronden"})
"""Blocks that the specification speaks of but does not list."""
OWN_PHASES = frozenset({"tr.samen"})
"""The five minutes of harvest that the specification counts for troika but does not list."""


@cache
def specification() -> Any:  # noqa: ANN401 - JSON
    return json.loads((DOMAIN / "methods.json").read_text())


@cache
def forms() -> Any:  # noqa: ANN401 - JSON
    return {form["id"]: form for form in json.loads((DOMAIN / "forms.json").read_text())["forms"]}


def specified(id_: str) -> Any:  # noqa: ANN401 - JSON
    return next(one for one in specification()["methods"] if one["id"] == id_)


def blocks() -> Iterator[tuple[Phase, Any]]:
    theirs = {block["id"]: block for block in specification()["frame_blocks"]}
    yield from ((block, theirs[block.id]) for block in frame.BLOCKS if block.id not in OWN_BLOCKS)


def phases() -> Iterator[tuple[Phase, Any]]:
    for one in all_methods():
        ours = (phase for phase in one.phases if phase.id not in OWN_PHASES)
        yield from zip(ours, specified(one.id)["phases"], strict=True)


def differences(where: str, ours: Text, theirs: Mapping[str, str]) -> Iterator[str]:
    if ours.nl != theirs["nl"]:
        yield f"{where}.nl"
    if ours.en != theirs["en"]:
        yield f"{where}.en"


def asked(phase: Phase, theirs: Any) -> list[Any]:  # noqa: ANN401 - JSON
    """The fields that the specification gives this phase."""
    if theirs["form"]:
        return [field for field in theirs["form"]["fields"] if field["type"] != "select"]
    ref = theirs.get("form_ref")
    if not ref or not phase.form:
        return []
    return [field for modal in forms()[ref]["modals"] for field in modal["fields"]]


def all_texts() -> Iterator[str]:
    """Where any text differs from the specification."""
    for phase, theirs in (*blocks(), *phases()):
        yield from differences(f"{phase.id}.name", phase.name, theirs["names"])
        yield from differences(f"{phase.id}.prompt", phase.prompt, theirs["prompt"])
        ours = {field.id: field for field in phase.form.fields} if phase.form else {}
        for field in asked(phase, theirs):
            here = f"{phase.id}.{field['id']}"
            yield from differences(f"{here}.label", ours[field["id"]].label, field["label"])
            if description := field.get("description"):
                yield from differences(
                    f"{here}.description", ours[field["id"]].description or Text("", ""), description
                )
    for rule in specification()["rules"]:
        yield from differences(f"rule.{rule['id']}", SHOWN[Rule(rule["id"])], rule["shown"])
    for one in all_methods():
        yield from differences(f"{one.id}.name", one.name, specified(one.id)["names"])


def test_every_text_is_the_specified_one_or_has_its_reason() -> None:
    assert set(all_texts()) == set(OURS)


@pytest.mark.parametrize("frame_id", ["VIS", "ALG"])
def test_every_frame_has_its_blocks_in_their_order(frame_id: FrameId) -> None:
    listed = next(one for one in specification()["frames"] if one["id"] == frame_id)
    core = listed["blocks"].index("core")
    ours = frame.FRAMES[frame_id]
    assert [block.id for block in (*ours.before, *ours.opening)] == listed["blocks"][:core]
    assert [block.id for block in (*ours.ending, *ours.after)] == listed["blocks"][core + 1 :]
    assert frame.BREAK.id == listed["break"]


def test_the_frame_of_sto_has_its_blocks_the_theme_in_the_lobby_and_so_first() -> None:
    listed = next(one for one in specification()["frames"] if one["id"] == "STO")
    assert {block.id for block in frame.FRAMES["STO"].blocks} == set(listed["blocks"]) - {"core"}


def test_every_specified_block_is_there_and_a_few_that_it_speaks_of() -> None:
    every = {block["id"] for block in specification()["frame_blocks"]}
    assert {block.id for block in frame.BLOCKS} == every | OWN_BLOCKS


def test_every_method_has_its_phases_in_the_specified_order() -> None:
    for one in all_methods():
        ours = [phase.id for phase in one.phases if phase.id not in OWN_PHASES]
        assert ours == [phase["id"] for phase in specified(one.id)["phases"]]


def test_every_phase_has_its_kind_its_people_and_its_rules() -> None:
    for phase, theirs in (*blocks(), *phases()):
        assert phase.kind == theirs["kind"], phase.id
        assert phase.who == theirs["who"], phase.id
        assert list(phase.rules) == theirs["rules"], phase.id


def test_every_phase_takes_its_minutes() -> None:
    for phase, theirs in (*blocks(), *phases()):
        assert_minutes(phase.id, phase.minutes, theirs["minutes"])


def test_the_short_column_is_the_specified_one() -> None:
    for phase, theirs in phases():
        assert (phase.short is None) == (theirs["short"] is None), phase.id
        if phase.short is not None:
            assert_minutes(phase.id, phase.short, theirs["short"])


def assert_minutes(where: str, ours: Minutes, theirs: Any) -> None:  # noqa: ANN401 - JSON
    assert (ours.base, ours.per_person, ours.basis) == (
        theirs["base"],
        theirs["per_person"],
        theirs["basis"],
    ), where
    assert {n: ours.of(int(n)) for n in theirs["computed"]} == theirs["computed"], where


def test_every_form_asks_the_specified_questions() -> None:
    for phase, theirs in (*blocks(), *phases()):
        if phase.id in OWN_FORMS or (phase.kind is Kind.QA and theirs["form"] is None):
            assert theirs["form"] is None
            continue
        asked_here = phase.form.fields if phase.form else ()
        fields = [f for f in asked_here if f.kind in {"text", "rating"} and f.id != LOCKED]
        expected = asked(phase, theirs)
        if phase.form is frame.EVALUATION_FORM:  # what must be asked comes first
            expected.sort(key=lambda field: not field["required"])
        assert [described(field) for field in fields] == [
            (field["id"], field["type"], longest(field), field["required"]) for field in expected
        ], phase.id


def longest(field: Any) -> int | None:  # noqa: ANN401 - JSON
    """Characters; a mark is chosen and not typed."""
    return None if field["type"] == "rating" else field["max_length"]


def described(field: Field) -> tuple[str, str, int | None, bool]:
    return field.id, field.kind, field.max_length, field.required


def test_a_spoken_pitch_asks_only_what_the_case_card_says() -> None:
    assert frame.PITCH.form is not None
    spoken = [field.id for field in frame.PITCH.form.asked(Talk.SPOKEN).fields]
    assert spoken == forms()["casuskaart"]["voice_only_fields"]
    assert frame.PITCH.form.asked(Talk.WRITTEN) == frame.PITCH.form


def test_the_lists_after_the_case_card_are_the_specified_ones() -> None:
    chosen = [field for field in frame.CASE_CARD.fields if field.kind == "choice"]
    theirs = forms()["casuskaart"]["selects_after"]
    assert [(f.id, f.label.nl, f.label.en) for f in chosen] == [
        (one["id"], one["label"]["nl"], one["label"]["en"]) for one in theirs
    ]
    assert [len(field.options) for field in chosen] == [len(one["options"]) for one in theirs]


def test_the_tick_of_the_evaluation_is_the_specified_one() -> None:
    assert frame.EVALUATION.form is not None
    tick = next(field for field in frame.EVALUATION.form.fields if field.kind == "tick")
    share = forms()["E1"]["share"]["label"]
    assert (tick.label.nl.lower(), tick.label.en.lower()) == (share["nl"], share["en"])


def test_every_method_has_its_rounds_its_switch_and_what_it_skips() -> None:
    for one in all_methods():
        theirs = specified(one.id)
        repeat = {"count": 1, "switch_minutes": 0} | (theirs["repeat"] or {})
        assert (one.rounds, one.switch) == (repeat["count"], repeat["switch_minutes"])
        assert one.everybody_brings == ("clients" in repeat)
        assert [phase.id for phase in one.phases if phase.once and phase.id not in OWN_PHASES] == repeat.get(
            "once", []
        )
        assert list(one.skips) == theirs["skipped_frame_blocks"]
        assert one.frame == theirs["frame"]


@pytest.mark.parametrize("people", [5, 6])
@pytest.mark.parametrize(("talk", "total"), [(Talk.SPOKEN, "core"), (Talk.WRITTEN, "core_text_mode")])
def test_the_core_takes_the_specified_minutes(people: int, talk: Talk, total: str) -> None:
    for one in all_methods():
        script = plan(one, people, 1000, talk).script
        core = [step for step in script if step.phase.id not in frame.IDS or step.phase is frame.SWITCH]
        expected = specified(one.id)["totals"].get(total)
        assert expected is None or sum(step.minutes for step in core) == expected[str(people)], one.id


def test_the_short_column_adds_up() -> None:
    for one in all_methods():
        phases = [phase for phase in one.phases if not phase.once]  # those are counted beside the sum
        short = sum(minutes_of(phase, Talk.SPOKEN, 5, short=True) for phase in phases)
        assert short == specified(one.id)["totals"]["sum_short"]["5"], one.id


@pytest.mark.parametrize("people", [5, 6])
def test_the_rule_for_typing_gives_the_specified_total_of_methods_still_to_come(people: int) -> None:
    checked = []
    for theirs in specification()["methods"]:
        totals = theirs["totals"].get("core_text_mode")
        if not totals or theirs["minutes_table"]:
            continue
        one = built(theirs)
        total = sum(minutes_of(phase, Talk.WRITTEN, people) for phase in one.phases)
        assert one.rounds * total + (one.rounds - 1) * one.switch == totals[str(people)], one.id
        checked.append(one.id)
    assert checked == ["toetsing", "leeronderzoek", "probleemoplossend", "bumpy"]


def built(theirs: Any) -> Method:  # noqa: ANN401 - JSON
    """A bare method with the specified minutes."""
    empty, repeat = Text("", ""), theirs["repeat"] or {"count": 1, "switch_minutes": 0}
    before = [None, *theirs["phases"]]
    made = tuple(
        Phase(
            id=phase["id"],
            name=empty,
            kind=Kind(phase["kind"]),
            who=Who(phase["who"]),
            minutes=Minutes(**{key: phase["minutes"][key] for key in ("base", "per_person", "basis")}),
            prompt=empty,
            after=earlier["id"] if earlier and earlier["kind"] == "write" else None,
        )
        for earlier, phase in zip(before, theirs["phases"], strict=False)
    )
    return Method(
        id=theirs["id"],
        name=empty,
        goal=empty,
        fits=empty,
        phases=made,
        case="",
        command="",
        rounds=repeat["count"],
        switch=repeat["switch_minutes"],
    )


def test_the_rules_are_those_of_the_catalogue() -> None:
    assert [rule.value for rule in Rule] == [rule["id"] for rule in specification()["rules"]]
    always = {rule["id"] for rule in specification()["rules"] if rule["always_on"]}
    assert always == {rule.value for rule in ALWAYS_ON}


def test_the_extra_loop_offers_what_the_specification_names() -> None:
    helped = next(phase for phase in method("probleemoplossend").phases if phase.id == "po.geholpen")
    assert isinstance(helped.ballot, OptionBallot)
    assert [option.id for option in helped.ballot.options] == ["ja", "deels", "nog_niet"]
