"""What people do to a page: many forms at full speed, two at once, reload in the middle, the keyboard alone."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.rehearsal.demo.stage import Stage
from methods.engine import sentences as s
from tests.demo.browser import Browser
from tests.demo.conftest import Come, Opener
from tests.demo.guest import CARD, OWN, Guest
from tests.demo.pictures import SCENES, SIZES, take

pytestmark = pytest.mark.xdist_group("browser")  # two browsers at once would wait for each other
ROOT = Path(__file__).parents[2]
AXE = ROOT / "tests" / "demo" / "axe" / "node_modules" / "axe-core" / "axe.min.js"


@asynccontextmanager
async def running(stage: Stage) -> AsyncIterator[None]:
    """Time runs by itself, as at people's own machines."""
    task = asyncio.create_task(stage.run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def to_canvas(guest: Guest) -> None:
    """Go on to the step in which everybody fills in the canvas."""
    await guest.to_group()
    while not (await guest.step()).startswith(("Canvas", "Filling in the canvas")):
        await guest.wait(15)


async def test_ten_out_of_ten_forms_succeed_at_sixty_times_the_speed(opened: Opener, guest: Come) -> None:
    show = await opened()
    machteld = await guest(show)
    await machteld.open_groups()
    before, acted = show.stage.now, show.stage.revision
    async with running(show.stage):
        await machteld.press("×60")
        for number in range(10):
            await machteld.press("Bericht", "$('commands')")
            await machteld.fill_in({"text": f"Bericht nummer {number}"})
            await machteld.page.until(
                f"[...document.querySelectorAll('.message.private')].length >= {number + 2}"
            )
    group = show.stage.world.env.guild.channels["groep-1"].id
    texts = [message.text for message in show.stage.world.people["Pieter"].look(group)]
    assert [number for number in range(10) if any(f"nummer {number}" in text for text in texts)] == list(
        range(10)
    )
    assert show.stage.now > before + 60
    assert show.stage.revision > acted + 20, "the robots sat still"
    assert machteld.page.faults == []


async def test_two_people_at_two_pages_share_one_world(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne, pieter = await guest(show), await guest(show)
    await pieter.page.run(f"be('{show.stage.world.people['Pieter'].id}')")
    await pieter.page.until("page.room && page.people.filter((one) => one.human).length === 2")
    await sanne.press("Ik ben er")
    await sanne.page.until(f"({OWN})?.innerText.includes('Sanne')")
    assert await pieter.page.run(f"({OWN})?.innerText || ''") == "", "what Sanne alone may read"
    await sanne.type("Hallo Pieter, zie jij dit ook?")
    await pieter.page.until("$('log').innerText.includes('zie jij dit ook?')")
    await pieter.type("Ja!")
    await sanne.page.until("$('log').innerText.includes('Ja!')")
    assert show.stage.humans == {show.stage.world.people[name].id for name in ("Sanne", "Pieter")}


async def test_a_form_survives_a_reload_with_what_was_typed_in_it(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne = await guest(show)
    await sanne.press("Ik ben er")
    await sanne.press("Casus klaarzetten")
    await sanne.page.until("$('dialog').open")
    await sanne.page.type("Half geschre")
    await sanne.page.reload()
    await sanne.page.until("typeof form === 'object' && form && $('dialog').open")
    assert await sanne.page.run("$('dialog').querySelector('[name=titel]').value") == "Half geschre"
    await sanne.fill_in()
    await sanne.page.until("$('log').innerText.includes('Je casus staat klaar')")
    assert (
        await sanne.page.run("Object.keys(sessionStorage).filter((one) => one.includes('draft')).length") == 0
    )


async def test_a_form_that_was_left_open_overnight_gives_the_text_back_and_the_page_goes_on(
    opened: Opener, guest: Come
) -> None:
    show = await opened()
    sanne = await guest(show)
    await to_canvas(sanne)
    await sanne.push("write", CARD)
    async with show.stage.turn() as world:
        await world.leap(10 * 3600)
    await sanne.fill_in(
        {"titel": "Van gisteravond", "situatie": "a", "effect": "b", "vervolg": "c", "binnenkant": "d"}
    )
    await sanne.page.until(f"({OWN})?.innerText.includes('Van gisteravond')")
    said = await sanne.page.run("$('log').innerText")
    assert s.AWAY_ALL.nl in said
    assert s.ENDED.nl in said
    await sanne.press("Begin opnieuw")
    await sanne.page.until("Boolean($('intro'))")
    assert sanne.page.faults == []


async def test_the_keyboard_alone_is_enough(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne = await guest(show)
    await tab_to(sanne, "Ik ben er")
    await sanne.page.key("Enter")
    await sanne.page.until(f"({OWN})?.innerText.includes('Fijn dat je er bent')")
    await tab_to(sanne, "Casus klaarzetten")
    await sanne.page.key(" ")
    await sanne.page.until("$('dialog').open && document.activeElement.name === 'titel'")
    await sanne.page.type("Met het toetsenbord")
    for _ in range(12):
        await sanne.page.key("Tab")
        assert await sanne.page.run(
            "document.activeElement === document.body || $('dialog').contains(document.activeElement)"
        )
        if await sanne.page.run("document.activeElement.innerText === 'Vul een voorbeeld in'"):
            break
    await sanne.page.key("Enter")
    await sanne.page.until("[...$('dialog').querySelectorAll('textarea')].some((one) => one.value)")
    await tab_to(sanne, "Verstuur")
    await sanne.page.key("Enter")
    await sanne.page.until("$('log').innerText.includes('Je casus staat klaar')")
    await tab_to(sanne, "Laat mij leiden")
    await sanne.page.key("Enter")
    await sanne.page.until("$('told').innerText.includes('Genoteerd')")


async def tab_to(guest: Guest, label: str) -> None:
    """Tab until what has the keyboard says this, and shows that it has it."""
    for _ in range(60):
        await guest.page.key("Tab")
        if await guest.page.run(f"document.activeElement.innerText?.trim() === '{label}'"):
            assert await guest.page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(f"the keyboard does not reach {label}")


async def test_somebody_who_may_not_write_is_told_kindly(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne = await guest(show)
    await to_canvas(sanne)
    await sanne.page.until("$('write').hidden && !$('kind').hidden")
    assert "Gebruik de knoppen" in await sanne.page.run("$('kind').innerText")


async def test_words_of_people_are_never_html(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne = await guest(show)
    nasty = "<img src=x onerror=\"document.title='oeps'\"> **vet** <b>b</b> [x](javascript:alert(1))"
    await sanne.type(nasty)
    await sanne.page.until("$('log').innerText.includes('vet')")
    assert await sanne.page.run("$('log').querySelectorAll('img, b, a').length") == 0
    assert await sanne.page.run("[...$('log').querySelectorAll('.said')].at(-1).innerText") == nasty.replace(
        "**", ""
    )
    assert (
        await sanne.page.run(
            "[...$('log').querySelectorAll('.said')].at(-1).querySelector('strong').innerText"
        )
        == "vet"
    )
    assert await sanne.page.run("document.title") != "oeps"


async def test_a_fresh_start_begins_another_evening_on_every_page(opened: Opener, guest: Come) -> None:
    show = await opened()
    sanne, other = await guest(show), await guest(show)
    await sanne.press("Ik ben er")
    await sanne.press("Begin opnieuw")
    for page in (sanne.page, other.page):
        await page.until("$('intro') && [...document.querySelectorAll('.message')].length === 1")
    assert sanne.page.faults == other.page.faults == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_axe_finds_nothing_serious(opened: Opener, guest: Come, language: str) -> None:
    if not AXE.exists():
        if os.environ.get("CI"):
            pytest.fail("There is no axe-core: `make setup-browser` installs it.")
        pytest.skip("There is no axe-core here: `make setup-browser` installs it.")
    show = await opened(language=language)
    somebody = await guest(show)
    found = await everywhere(somebody, "lobby")
    await somebody.page.run(f"act('press', {{message: order[0], custom: {CASE}}}, null)")
    await somebody.page.until("$('dialog').open")
    found += await everywhere(somebody, "form")
    await somebody.page.run("closeForm()")
    if language == "nl":
        await to_canvas(somebody)
        await somebody.own_card()
        found += await everywhere(somebody, "room")
        await somebody.press("Word moderator")
        await somebody.page.until("page.moderates")
        await somebody.press("Paneel", "$('commands')")
        await somebody.page.until(f"Boolean({OWN})")
        found += await everywhere(somebody, "panel")
    assert found == []


CASE = "[...document.querySelectorAll('[data-custom]')].find((one) => one.dataset.custom.includes('lobby-case')).dataset.custom"


async def everywhere(guest: Guest, where: str) -> list[str]:
    """What axe has against the page by day and by night, at desk and phone size; and what does not fit."""
    found = []
    for width, height in ((1280, 800), (360, 740)):
        for dark in (False, True):
            await guest.page.size(width, height, dark=dark)
            found += [f"{where} {width} {'dark' if dark else 'light'}: {one}" for one in await axe(guest)]
    await guest.page.size(320, 640)
    found += [f"{where} sticks out: {one}" for one in await guest.page.run(STICKS_OUT)]
    await guest.page.size(1280, 800)
    return found


STICKS_OUT = """[...document.querySelectorAll('.top *, .card *, .intro *, .below *, dialog[open] *')]
    .filter((one) => one.checkVisibility() && !one.closest('.away'))
    .filter((one) => one.getBoundingClientRect().right > (one.closest('.card, .intro, dialog') || document.body)
        .getBoundingClientRect().right)
    .map((one) => one.outerHTML.slice(0, 80))"""
"""What is wider than the narrowest screen, or than the card it stands in."""


async def axe(guest: Guest) -> list[str]:
    """What axe calls serious or critical."""
    if not await guest.page.run("typeof axe === 'object'"):
        await guest.page.run(AXE.read_text("utf-8"))
    told = await guest.page.run(
        "axe.run(document, {resultTypes: ['violations']}).then((all) => all.violations"
        ".filter((one) => ['serious', 'critical'].includes(one.impact))"
        ".map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`))"
    )
    return [str(one) for one in told]


@pytest.mark.slow
async def test_the_pictures_come_out_the_same_again(chrome: Browser) -> None:
    first, second = await take(chrome, "en"), await take(chrome, "en")
    assert len(first) == len(SCENES) * len(SIZES)
    assert [name for name in first if first[name] != second[name]] == []
