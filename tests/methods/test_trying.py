"""Before people play a method robots do, and one message tells how that went."""

from dataclasses import replace
from random import Random

import pytest

from methods.engine.model import Field, Form, Kind, Method, OnlyIf, Who
from methods.engine.text import Text
from methods.library import method
from methods.toml.reading import read
from methods.trying import GAMES, Game, Trial, played, told
from tests.toml.example import SMALL


@pytest.fixture(scope="module")
def small() -> Method:
    recipe = read(SMALL).method
    assert recipe is not None
    return recipe


def tried(recipe: Method, games: int = GAMES) -> Trial:
    return Trial(recipe, tuple(played(recipe, seed, Random(seed)) for seed in range(games)))


def test_a_method_from_a_file_is_played_to_its_end_every_time(small: Method) -> None:
    trial = tried(small)
    assert trial.sound
    assert trial.never == ()
    assert "elk gesprek kwam tot zijn eind" in told(trial).to("nl")
    assert "every conversation came to its end" in told(trial).to("en")
    assert "Every step came up." in told(trial).to("en")


def test_the_same_dice_make_the_same_game(small: Method) -> None:
    assert played(small, 3, Random(3)) == played(small, 3, Random(3))
    assert played(small, 3, Random(3)) != played(small, 3, Random(4))


def test_groups_of_every_size_play_aloud_and_typed_and_only_aloud_where_a_method_asks_it() -> None:
    trial = tried(method("troika"), 12)
    assert trial.sound
    assert "in groups of 3 to 5" in told(trial).to("en")
    assert "a whole meeting takes 113 minutes, aloud." in told(tried(method("balint"), 1)).en


def test_a_step_that_never_comes_up_is_named(small: Method) -> None:
    never = OnlyIf(phase="kg.geholpen", option="nee", minutes=170, spare=170)
    extra = replace(small.phases[0], id="kg.extra", name=Text(nl="Nog eens", en="Once more"), only_if=never)
    trial = tried(replace(small, phases=(*small.phases, extra)), 10)
    assert trial.never == ("kg.extra",)
    assert "Nooit aan de beurt kwam: ‘Nog eens’." in told(trial).to("nl")


def test_conversations_that_got_stuck_are_counted_with_the_step(small: Method) -> None:
    games = (
        Game(frozenset({"kg.delen"}), 50, ended=True, last="kg.delen"),
        Game(frozenset(), 9, ended=False, last="kg.delen"),
    )
    said = told(Trial(small, games)).to("en")
    assert not Trial(small, games).sound
    assert "1 conversations came to their end, 1 did not. They got stuck in ‘Sharing’." in said
    assert "This never came up: ‘Telling’, ‘Writing’, ‘Helped?’." in said


def test_what_the_engine_falls_over_is_told_and_not_raised(small: Method) -> None:
    broken = replace(small.phases[2], prompt=Text(nl="{}", en="{}"), after="kg.nergens", kind=Kind.VOTE)
    trial = tried(replace(small, phases=(*small.phases[:2], broken)), 9)
    assert not trial.sound
    assert "Kring itself fell over, in ‘" in told(trial).to("en")


def test_the_question_of_a_typed_round_may_have_any_name(small: Method) -> None:
    label = Text(nl="Vraag", en="Question")
    form = Form((Field(id="wat_wil_je_weten", label=label, max_length=99, required=True),))
    asking = replace(small.phases[1], id="kg.vragen", kind=Kind.QA, who=Who.PARTICIPANTS, rules=(), form=form)
    trial = tried(replace(small, phases=(small.phases[0], asking)), 10)
    assert trial.sound
    assert "kg.vragen" in trial.games[1].begun, "an odd game is typed"
