"""Somebody at the page, who presses what it offers and knows nothing else."""

import json
from dataclasses import dataclass

from bot.rehearsal.demo.stage import Stage
from tests.demo.browser import Page

BUTTONS = "[...document.querySelectorAll('button')].filter((one) => !one.disabled && one.checkVisibility())"
OWN = "[...document.querySelectorAll('.message.private')].at(-1)"
CARD = "shown.get(page.step.message).node"


@dataclass(frozen=True, slots=True)
class Show:
    """A page that is served, and the stage behind it."""

    stage: Stage
    address: str


class Guest:
    """One viewer, in one tab."""

    def __init__(self, page: Page, show: Show) -> None:
        self.page = page
        self.show = show

    # --- Pressing -------------------------------------------------------------------------------------------

    async def press(self, label: str, within: str = "document") -> None:
        """Press the last button with this on it, as soon as there is one."""
        await self.page.until(self._pressing(label, within))
        await self.answered()

    async def answered(self) -> None:
        """Until what was pressed has had its answer."""
        await self.page.until("!document.querySelector('.busy') && !looking")

    async def try_press(self, label: str, within: str = "document") -> bool:
        """Press it if it is there now."""
        found = bool(await self.page.run(self._pressing(label, within)))
        await self.answered()
        return found

    async def push(self, action: str, within: str = "document") -> None:
        """Press the last button that does this, whatever the language of what is on it."""
        found = f"[...({within})?.querySelectorAll('button[data-custom]') || []].filter((one) => actionOf(one.dataset.custom) === '{action}')"
        await self.page.until(
            f"(() => {{ const found = {found}; found.at(-1)?.click(); return found.length; }})()"
        )
        await self.answered()

    @staticmethod
    def _pressing(label: str, within: str) -> str:
        return (
            f"(() => {{ const found = {BUTTONS}.filter((one) => ({within})?.contains(one) "
            f"&& one.innerText.trim() === {json.dumps(label)}); found.at(-1)?.click(); return found.length; }})()"
        )

    async def type(self, text: str) -> None:
        """Say something in the room."""
        await self.page.until("!$('write').hidden")
        await self.page.run(f"$('text').value = {json.dumps(text)}; $('write').requestSubmit()")
        await self.page.until("$('text').value === ''")

    async def own_card(self) -> list[str]:
        """Open «Mijn kaart»; what can be pressed on it."""
        before = await self.page.run(f"{OWN}?.dataset.id || ''")
        await self.page.run("$('commands').querySelector('button').click()")
        await self.page.until(f"({OWN}?.dataset.id || '') !== {json.dumps(before)}")
        return await self.offered(OWN)

    async def offered(self, within: str) -> list[str]:
        """What can be pressed there, and the lists that stand there."""
        found = await self.page.run(
            f"[...({within})?.querySelectorAll('button, legend') || []].map((one) => one.innerText.trim())"
        )
        return [str(one) for one in found]

    # --- Forms and lists --------------------------------------------------------------------------------------

    async def fill_in(self, words: dict[str, str] | None = None) -> None:
        """Fill in the form that opens, with these words or the page's own example, and send it."""
        await self.page.until("$('dialog').open")
        if words is None:
            await self.page.run("example()")
            await self.page.until("!missing()")
        for name, text in (words or {}).items():
            field = f"$('dialog').querySelector('[name={name}]')"
            await self.page.run(
                f"{field}.value = {json.dumps(text)}; {field}.dispatchEvent(new Event('input', {{bubbles: true}}))"
            )
        await self.page.run("$('dialog').querySelector('[type=submit]').click()")
        await self.page.until("!$('dialog').open")

    async def tick(self, how_many: int) -> None:
        """Choose so many from the list on the own card, and send the choice."""
        boxes = f"{OWN}.querySelector('.pick')"
        await self.page.run(
            f"{boxes}.querySelectorAll('input:checked').forEach((one) => one.click()); "
            f"[...{boxes}.querySelectorAll('input')].slice(0, {how_many}).forEach((one) => one.click()); "
            f"{boxes}.querySelector('button').click()"
        )
        await self.answered()

    # --- Where one is ---------------------------------------------------------------------------------------

    async def step(self) -> str:
        """The title of the step in the room."""
        return str(await self.page.run("page.step?.title || ''"))

    async def wait(self, seconds: int = 15) -> None:
        """Let simulated time pass, and see what came of it."""
        await self.show.stage.pass_time(seconds)
        await self.seen()

    async def seen(self) -> None:
        """Until the page shows all there is, at the moment it is there."""
        stage = self.show.stage
        shows = f"!looking && page.revision === {stage.revision} && clock.now === {stage.now}"
        await self.page.until(f"look().then(() => {shows})")

    async def to_group(self) -> None:
        """Check in, and go to the own room when it opens."""
        await self.push("lobby-here")
        while not await self.page.run(
            "[...document.querySelectorAll('#log .hint')].some((one) => one.innerText.startsWith('#'))"
        ):
            await self.wait(5)
        await self.page.run("document.querySelector('#log .hint').click()")
        await self.page.until("page.step")

    async def open_groups(self) -> None:
        """Become the moderator, wait for the robots, and open a group for them. Sanne, left alone, stays away."""
        await self.press("moderator")
        await self.page.until("page.moderates")
        await self.wait(60)
        await self.press("Maak groepen", "$('commands')")
        await self.page.until(f"({OWN})?.innerText.includes('aanwezig')")
        await self.press("Open groepen", "$('commands')")
        await self.page.until("page.running")
