"""The moderator of an evening on which things go wrong: watches the board, and goes where somebody is needed."""

import re
from collections.abc import AsyncIterator

from bot.rehearsal.robots.hands import Hands
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.moderator import DONE, PRESENT, Brief, Moderator
from bot.rehearsal.robots.sight import Answer, Button, Message

GROUP = re.compile(r"^(?:Groep|Group) (\d+) · (.+)$", re.MULTILINE)
LATE = re.compile(r"^(?:Nog zonder groep|Without a group yet): (.+?)\.", re.MULTILINE)
HELP = re.compile(r"vraagt hulp|asks for help")
PAIR = re.compile(r"nog maar met twee|only two left")
FROZEN = re.compile(r" · (?:pauze|even stil|paused|in silence) · ")
SHIELDED = re.compile(r" · (?:even beschermd|protected moment) · ")
BEHIND = re.compile(r" · (\d+) min (?:later dan gepland|behind plan) · ")
LOOKS = 20
"""Seconds between two looks at the board."""
PATIENCE = {"frozen": 300, "late": 240, "merge": 180, "all": 420}
"""Seconds after which a moderator steps in, and before the same thing is tried again.

`all`: lets every group go on that can, while one of them is in a protected moment, which is to be passed by.
"""
TOO_LATE = 8
"""Minutes behind the plan from which a group is helped on by name."""
STAYS = 75
"""Seconds that a moderator stays in a room to help."""


class CaringModerator(Moderator):
    """Conducts as any moderator, and looks after whoever is late, stuck, alone or in need."""

    def __init__(self, hands: Hands, lines: Lines, seed: int, brief: Brief) -> None:
        super().__init__(hands, lines, seed, brief)
        self.led = 1  # so that there is a lead to hand over
        self.wanted: list[tuple[str, int]] = []
        """Who asked to go to which group."""
        self.moved_on: set[int] = set()
        """Groups that were once let go on by name, whatever went on in them."""
        self._since: dict[tuple[str, int], float] = {}
        self._helping: dict[int, float] = {}

    async def _while_apart(self) -> AsyncIterator[float]:
        yield LOOKS
        while not self._all_done():
            await self._care()
            yield LOOKS

    async def _care(self) -> None:
        """Whatever can be done now; each kind once a look."""
        board = self._board()
        if board is None:
            return
        text = board.text.replace("*", "")
        lines = {int(number): rest for number, rest in GROUP.findall(text)}
        await self._place(LATE.search(text), lines)
        await self._help({number for number, rest in lines.items() if HELP.search(rest)})
        await self._leave_rooms()
        await self._go_on(lines)
        await self._merge({number for number, rest in lines.items() if PAIR.search(rest)})
        if any(SHIELDED.search(f" · {rest} · ") for rest in lines.values()) and self._waited("all", 0):
            await self._command("next", {"groups": "all"})

    def _board(self) -> Message | None:
        board = [m for m in self.hands.look(self.brief.board) if PRESENT.search(m.text) and not m.private]
        return board[-1] if board else None

    # --- Who goes where -------------------------------------------------------------------------------------

    async def _place(self, late: re.Match[str] | None, lines: dict[int, str]) -> None:
        """Whoever came late joins the smallest group; whoever wants to go elsewhere is moved."""
        talking = [
            n for n, rest in lines.items() if n in self.members and not DONE.match(f"Groep {n} · {rest}")
        ]
        for name in self.lines.members(late[1]) if late else ():
            smallest = min(talking, key=lambda n: (len(self.members[n]), n), default=None)
            if smallest is not None:
                await self._put(name, smallest)
        for name, number in self.wanted:
            if number in talking:
                await self._put(name, number)
        self.wanted.clear()

    async def _put(self, name: str, number: int) -> None:
        options = {"person": f"@{name}", "group": number}
        answer = await self.hands.command(self.brief.board, "moderator groups", options)
        if answer.refused is not None:
            return  # not on the server any more, so there is nobody to choose
        self.members = {n: tuple(m for m in members if m != name) for n, members in self.members.items()}
        self.members[number] = (*self.members[number], name)

    async def _merge(self, pairs: set[int]) -> None:
        """A group of two goes to another one."""
        for number in sorted(pairs):
            if not self._waited("merge", number):
                continue
            panel = await self._panel()
            button = next((b for b in _all(panel, "conduct-merge") if b.press.extra == str(number)), None)
            if panel is not None and button is not None:
                await self.press(panel, button)

    # --- Who needs somebody -----------------------------------------------------------------------------------

    async def _help(self, calling: set[int]) -> None:
        """«Ik kom», and a word in the room."""
        for number in sorted(calling - self._helping.keys()):
            before = set(self.hands.rooms())
            await self._do("helped", f"g{number}")
            self._helping[number] = self.hands.now() + STAYS
            for room in set(self.hands.rooms()) - before:
                await self.hands.say(room, self.brief.helping)

    async def _leave_rooms(self) -> None:
        for number, until in list(self._helping.items()):
            if self.hands.now() > until:
                del self._helping[number]
                await self._do("settled", f"g{number}")

    async def _go_on(self, lines: dict[int, str]) -> None:
        """A group whose clock stands still for long, or that is far behind, is helped on by name."""
        for number, rest in lines.items():
            told = f" · {rest} · "
            behind = BEHIND.search(told)
            if number not in self.members:
                continue
            if FROZEN.search(told) is None:
                self._since.pop(("frozen", number), None)
            elif self._waited("frozen", number):
                await self._do("resume", f"g{number}")
            if behind is not None and int(behind[1]) >= TOO_LATE and self._waited("late", number):
                self.moved_on.add(number)
                await self._do("next", f"g{number}")

    def _waited(self, what: str, number: int) -> bool:
        """Whether it has lasted long enough; then it begins anew."""
        now = self.hands.now()
        since = self._since.setdefault((what, number), now)
        if now - since < PATIENCE[what]:
            return False
        self._since[what, number] = now
        return True

    # --- The panel ----------------------------------------------------------------------------------------------

    async def _panel(self) -> Message | None:
        return (await self._command("panel")).private

    async def _do(self, act: str, target: str) -> Answer | None:
        """An act of the panel, with these groups chosen first."""
        panel = await self._panel()
        choices = [one for one in panel.choices if one.press.action == "conduct-target"] if panel else []
        choice = next((one for one in choices if target in {option.value for option in one.options}), None)
        if panel is None or choice is None:
            return None
        panel = (await self.choose(panel, choice, target)).private or panel
        button = next(
            (b for b in _all(panel, "conduct-do") if b.press.extra.startswith(f"{act}.{target}.")), None
        )
        if button is None:
            return None
        answer = await self.press(panel, button)
        asked = answer.private
        sure = asked.button("conduct-sure") if asked else None
        if asked is not None and sure is not None:
            answer = await self.press(asked, sure)
        return answer


def _all(message: Message | None, action: str) -> list[Button]:
    """All buttons with this action."""
    return [button for button in message.buttons if button.press.action == action] if message else []
