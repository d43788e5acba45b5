"""What is on the screen, whatever comes up in play: few lines, no holes, nobody else's words."""

from collections.abc import Iterator
from random import Random

import pytest

from methods.engine import wording as w
from methods.engine.events import AnyEvent
from methods.engine.messages import Decision, Reveal, Say, Tell
from methods.engine.model import Kind, Talk
from methods.engine.own_card import help_view, own_view
from methods.engine.state import Session
from methods.engine.text import Language, Line, Moment, Said, Text, Value
from methods.engine.view import View, room_view
from methods.playing import random_game
from tests.engine.play import TABLES, seated
from tests.games.met import first_states, states

LANGUAGES: tuple[Language, Language] = ("nl", "en")


def rendered(spoken: Line, language: Language) -> str:
    """The line as words, with something in each hole; KeyError where a hole has no value."""
    return spoken.text.to(language, **{name: _shown(value, language) for name, value in spoken.values})


def _shown(value: Value, language: Language) -> str:
    return value.to(language) if isinstance(value, Text) else "…"


def lines_of(view: View) -> Iterator[Line]:
    yield view.title
    yield from view.lines
    for button in view.buttons:
        yield from (choice.label for choice in (button.move.choices if button.move else ()))


def views(session: Session, now: Moment) -> Iterator[View]:
    yield room_view(session)
    for who in (*session.members, *session.moderators):
        yield own_view(session, who, now)
        yield help_view(session, who, now)


@pytest.mark.parametrize("talk", Talk)
def test_every_hole_of_every_line_has_a_value(talk: Talk) -> None:
    spoken = [
        line
        for state in (*states(talk), *first_states(talk))
        for view in views(*state)
        for line in lines_of(view)
    ]
    for line in spoken:
        assert all("{" not in rendered(line, language) for language in LANGUAGES)


@pytest.mark.parametrize(("method_id", "talk"), TABLES)
def test_every_hole_of_what_is_said_has_a_value(method_id: str, talk: Talk) -> None:
    said: list[Line] = []

    def watch(_before: Session, _event: AnyEvent, decision: Decision, _now: Moment) -> None:
        for effect in decision.effects:
            if isinstance(effect, Say):
                said.append(effect.line)
            elif isinstance(effect, Tell | Reveal):
                said.append(effect.heading)

    for seed in range(2):
        random_game(seated(method_id, talk=talk, seed=seed, leader=seed or None), Random(seed), watch)
    for spoken in said:
        assert all("{" not in rendered(spoken, language) for language in LANGUAGES)


@pytest.mark.parametrize("talk", Talk)
def test_the_rooms_card_has_at_most_six_lines_and_one_act(talk: Talk) -> None:
    for session, _ in (*states(talk), *first_states(talk)):
        view = room_view(session)
        assert 1 + len(view.lines) <= 6
        assert len(view.buttons) <= 1


@pytest.mark.parametrize("talk", Talk)
def test_the_rooms_card_holds_nobodys_words(talk: Talk) -> None:
    for session, _ in states(talk):
        spoken = [one for one in lines_of(room_view(session)) if one.text is not w.OUR_QUESTION]
        assert not any(isinstance(value, Said) for one in spoken for _, value in one.values)


@pytest.mark.parametrize("talk", Talk)
def test_the_own_card_holds_nobody_elses_words_but_questions_for_the_case_bringer(
    talk: Talk,
) -> None:
    for session, now in states(talk):
        questions = {step.slot for step in session.script if step.phase.kind is Kind.QA}
        for who in session.members:
            values = [value for spoken in own_view(session, who, now).lines for _, value in spoken.values]
            others = [value for value in values if isinstance(value, Said) and value.person != who]
            assert not others or who == session.case_bringer
            assert {value.slot for value in others} <= questions


@pytest.mark.parametrize("talk", Talk)
def test_whatever_somebody_may_do_is_a_button_with_words(talk: Talk) -> None:
    for session, now in states(talk):
        for who in (*session.members, *session.moderators):
            cards = (*own_view(session, who, now).buttons, *help_view(session, who, now).buttons)
            assert all(button.label.nl and button.label.en and button.move for button in cards)


@pytest.mark.parametrize("talk", Talk)
def test_nobody_is_shown_how_many_are_done_but_who_leads(talk: Talk) -> None:
    for session, now in states(talk):
        for who in session.members:
            counted = any(spoken.text is w.DONE_COUNT for spoken in own_view(session, who, now).lines)
            assert not counted or who == session.leads
