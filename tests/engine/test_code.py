"""The step of the code of conduct: who accepted before is done, and whoever does so now is remembered."""

from methods import code_of_conduct
from methods.engine.decide import decide
from methods.engine.events import Act, Joined, Started, Voted
from methods.engine.messages import Agree, Decision
from methods.engine.own_card import own_view
from methods.engine.roles import waiting
from methods.engine.text import PersonId
from methods.engine.view import label, room_view
from methods.playing import START
from tests.engine.play import at_table, happened, people, seated, steps

CODE = ("fr.code", "fr.pitch")


def test_who_accepted_before_is_done_and_the_others_are_asked() -> None:
    session = happened(seated(script=steps(*CODE)), Started(agreed=people(4)), START)
    assert waiting(session) == (PersonId(5), PersonId(6))


def test_accepting_is_written_down_once() -> None:
    session = happened(seated(script=steps(*CODE)), Started(agreed=people(4)), START)
    first = decide(session, Voted(PersonId(5), session.visit, ("mee",)), START)
    assert isinstance(first, Decision)
    assert first.keeps == (Agree(PersonId(5)),)
    again = decide(first.session, Voted(PersonId(5), session.visit, ("mee",)), START)
    assert isinstance(again, Decision)
    assert again.keeps == ()


def test_another_answer_is_refused() -> None:
    table = at_table(*CODE)
    assert not isinstance(decide(table.session, Voted(PersonId(2), 1, ("nee",)), START), Decision)


def test_when_all_accepted_before_kring_goes_on_by_itself() -> None:
    table = at_table(*CODE, leader=None)
    session = happened(seated(script=steps(*CODE), leader=None), Started(agreed=people(6)), START)
    assert table.session.stage is not None
    assert table.session.stage.ready is None
    assert session.stage is not None
    assert session.stage.ready == START


def test_who_comes_late_and_accepted_before_is_not_asked() -> None:
    waiting_room = seated(script=steps("fr.checkin", *CODE), number=4)
    session = happened(happened(waiting_room, Started(), START), Joined(PersonId(9), agreed=True), START)
    assert session.agreed == (PersonId(9),)


def test_the_buttons_say_what_is_accepted() -> None:
    session = at_table(*CODE).session
    assert label(session, Act.VOTE) == code_of_conduct.AGREE
    assert room_view(session).buttons[0].label == code_of_conduct.AGREE
    mine = own_view(session, PersonId(2), START)
    assert code_of_conduct.AGREE in [button.label for button in mine.buttons]
