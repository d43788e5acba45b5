"""At the same instant, over sockets: what two requests that are under way together can do to each other."""

import asyncio
import sys
from asyncio.subprocess import PIPE

import pytest

from bot.__main__ import UNAVAILABLE
from tests.standin.doing import words_for
from tests.standin.enduring import CALM, Enduring, Patient, patient
from tests.standin.evening import Evening
from tests.standin.kring import settings
from tests.standin.laboratory import lab
from tests.standin.misfortunes import ByHand
from tests.standin.people import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("standin")]


def evening_in(tough: Patient) -> Evening:
    """An evening in which nothing goes wrong."""
    return Evening(tough.scene, Enduring(tough, CALM, ByHand(tough)))


async def test_a_form_that_is_handed_in_twice_in_one_instant_is_kept_once_and_answered_twice() -> None:
    async with lab() as made:
        tough = patient(made)
        evening = evening_in(tough)
        await evening.gather()
        who = evening.people[1]
        opened = await evening.press(who, evening.lobby, "lobby-case")
        assert opened.form is not None
        words = words_for(opened.form, who)
        answers = await asyncio.gather(*(who.hand_in(opened, **words) for _ in range(2)))
        kept = {name: text for name, text in tough.kept.all().items() if f", {who.id}]" in name}
    assert ["Je casus staat klaar" in answer.text for answer in answers] == [True, True]
    assert list(kept.values()) == [words]


async def test_a_leader_who_presses_twice_in_one_instant_moves_the_group_one_step() -> None:
    async with lab() as made:
        tough = patient(made)
        evening = evening_in(tough)
        await evening.gather()
        await evening.open()
        room = next(one for one in evening.rooms if one.leader is not None)
        leader, card, visit = room.leader, await room.card(), await room.visit()
        assert leader is not None
        assert card is not None
        asked = await leader.press(card, "next")
        sure = asked.message
        assert sure is not None
        await asyncio.gather(*(leader.press(sure, "sure") for _ in range(2)))
        await tough.still()
        assert await room.visit() == visit + 1


async def test_a_second_kring_on_one_database_is_refused_and_the_first_goes_on() -> None:
    async with lab() as made:
        folder = made.kept._file.parent
        second = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", env=settings(made.scene.standin, folder), cwd=ROOT, stderr=PIPE
        )
        _, said = await second.communicate()
        here = await made.scene.moderator.command(made.scene.board, "moderator setup")
    assert second.returncode == UNAVAILABLE
    assert "Another Kring" in said.decode()
    assert "Zo staat Kring hier ingesteld" in here.text
