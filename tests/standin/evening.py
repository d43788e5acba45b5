"""Plays a whole Bumpy meeting with two groups, by buttons, lists, forms and commands: whatever people see, they do."""

from tests.standin.doing import Doing, Watch
from tests.standin.people import Scene
from tests.standin.sitting import Sitting

NAMES = ("Sanne", "Pieter", "Fatma", "Joris", "Lieke", "Bram", "Noor", "Tijn")
THEME, MESSAGE = "Samenwerken", "Fijn dat jullie er zijn."
STEPS = 40


class Evening(Doing):
    """One meeting, from setting up the server to the rooms' end."""

    def __init__(self, scene: Scene, watch: Watch) -> None:
        super().__init__(scene, watch)
        self.rooms: list[Sitting] = []
        self.lobby = 0

    async def play(self) -> None:
        """All of it."""
        await self.gather()
        await self.open()
        for _ in range(STEPS):
            for room in self.rooms:
                await room.step()
            if all(room.over for room in self.rooms):
                break
        await self.close()

    async def gather(self) -> None:
        """The server is set up, a meeting is called, everybody arrives and the plenary begins."""
        scene = self.scene
        await self.command("setup", channel=scene.board, category=scene.category, role=scene.role)
        await self.command("meeting", method="bumpy", talk="written", theme=THEME)
        self.lobby = (await self.moderator.channels())["lobby"]
        first = self.people[0]
        await self.fill_in(first, self.lobby, "lobby-case")
        for who in self.people:
            await self.press(who, self.lobby, "lobby-here")
        await self.command("begin")

    async def groups_are_proposed(self) -> bool:
        shown = await self.moderator.newest(self.scene.board, "conduct-panel")
        return shown is not None and "\n2. " in shown.text

    async def open(self) -> None:
        """Groups are made, one gets a leader, all rooms open, and each gets a message."""
        await self.command("groups", self.groups_are_proposed)
        leader = self.people[0]
        await self.command("groups", person=leader.id, leads=True)
        await self.command("open")
        await self.rest(6)
        for number in (1, 2):
            inside = [(who, await who.channels()) for who in self.people]
            members = [who for who, seen in inside if f"groep-{number}" in seen]
            channel = next(seen[f"groep-{number}"] for _, seen in inside if f"groep-{number}" in seen)
            leads = leader if leader in members else None
            self.rooms.append(Sitting(self, number, channel, members, leads))
        opened = await self.command("message")
        await self.act(self.moderator, "hands in", lambda: self.moderator.hand_in(opened, text=MESSAGE))

    async def close(self) -> None:
        """The plenary ends, the meeting is closed, and three days later nothing of it is left."""
        await self.rest(6)
        await self.command("close", sure=True)
        for _ in range(3):
            await self.rest(86_400)
            await self.rest(1_000)
