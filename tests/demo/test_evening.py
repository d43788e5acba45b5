"""Whole evenings through the page, as somebody lives through them."""

import pytest

from tests.demo.conftest import Come, Opener
from tests.demo.guest import OWN, Guest

pytestmark = pytest.mark.xdist_group("browser")  # two browsers at once would wait for each other
ANSWER = "Goede vraag. Ik denk dat ik vooral bang was om het stil te laten vallen."
SHARES, TAKES_ALONG, VOTES = "Deel mijn verhaal", "Dit neem ik mee", "Stemmen"
WRITES = ("Schrijven", "Evaluatie invullen")
PRESSES = ("Ja, ik breng hem in", "Ik ben klaar")
LOOKS = 300
"""So many looks at the own card are more than an evening takes."""


class Bringer:
    """A case bringer who does, each time, the first thing that the own card asks."""

    def __init__(self, guest: Guest) -> None:
        self.guest = guest
        self.did: list[tuple[str, str]] = []
        """Each act with the title of its step."""
        self._idle = 0

    async def play(self, until: str) -> None:
        """Take part until this was done."""
        for _ in range(LOOKS):
            if any(act == until for _, act in self.did):
                return
            done = len(self.did)
            await self._act()
            # Where nothing is asked time passes, more each time.
            self._idle = 0 if len(self.did) > done else self._idle + 1
            await self.guest.wait(min(4 + 12 * self._idle, 60))
        raise AssertionError(f"never came to {until}: {self.did}")

    async def _act(self) -> None:
        offered = await self.guest.own_card()
        step = await self.guest.step()
        lists = {one.partition(" (")[0] for one in offered} & {SHARES, TAKES_ALONG, VOTES}
        write = next((one for one in WRITES if one in offered and (step, one) not in self.did), None)
        press = next((one for one in PRESSES if one in offered), None)
        if lists and (step, *lists) not in self.did:
            await self.guest.tick(1 if VOTES in lists else 2)
            self.did.append((step, *lists))  # type: ignore[arg-type]  # one list at a time
        elif write is not None:
            await self.guest.press(write, OWN)
            await self.guest.fill_in()
            self.did.append((step, write))
        elif "Volgende vraag" in offered:
            await self.guest.type(ANSWER)
            if await self.guest.try_press("Volgende vraag", OWN):
                self.did.append((step, "Volgende vraag"))
        elif press is not None and await self.guest.try_press(press, OWN):
            self.did.append((step, press))


@pytest.mark.slow
async def test_a_case_bringer_lives_through_a_whole_bumpy_evening(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne = await guest(show)
    await sanne.press("inbrenger")
    await sanne.to_group()
    evening = Bringer(sanne)
    await evening.play(until="Evaluatie invullen")
    did = evening.did
    assert ("Canvas invullen (stil)", "Schrijven") in did
    assert any(act == "Ja, ik breng hem in" for _, act in did)
    answered = [step for step, act in did if act == "Volgende vraag"]
    assert {step.partition(":")[0] for step in answered} == {
        "Vragenronde 1",
        "Vragenronde 2",
        "Vragenronde 3",
    }
    assert ("Reflectie inbrenger", TAKES_ALONG) in did
    assert ("Evaluatie", "Evaluatie invullen") in did
    said = await sanne.page.run("$('log').innerText")
    assert ANSWER in said
    assert "Bewaard. ✓" in said
    assert sanne.page.faults == []


async def test_a_moderator_opens_the_groups_speaks_to_them_and_closes(opened: Opener, guest: Come) -> None:
    show = await opened()
    machteld = await guest(show)
    await machteld.open_groups()
    await machteld.press("Bericht", "$('commands')")
    await machteld.fill_in({"text": "Fijn dat jullie er zijn. Om vier uur zien we elkaar terug."})
    await machteld.press("Volgende stap", "$('commands')")
    await machteld.press("Ja, doen in groep 1")  # people are still busy, so it is asked first
    await machteld.wait(10)
    group = show.stage.world.env.guild.channels["groep-1"].id
    pieter = show.stage.world.people["Pieter"]
    assert any("Om vier uur" in message.text for message in pieter.look(group))
    assert any("Stap 2" in message.text for message in pieter.look(group))
    await machteld.press("Sluit", "$('commands')")
    await machteld.page.until(f"({OWN})?.innerText.includes('bezig')")
    assert machteld.page.faults == []
