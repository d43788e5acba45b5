"""A participant: arrives, finds the room, and does in each step what the own card offers."""

import re
from collections.abc import Mapping
from random import Random

from bot.rehearsal.robots.character import Character, rolled
from bot.rehearsal.robots.hands import Hands
from bot.rehearsal.robots.lines import Lines
from bot.rehearsal.robots.memory import ELSEWHERE, KRING, Plan, Step, Table
from bot.rehearsal.robots.mischief import Mischief
from bot.rehearsal.robots.person import NEVER, SAVED, Robot
from bot.rehearsal.robots.sight import ROOM, TICKED, Answer, Message
from bot.rehearsal.robots.urges import Urge, followed
from bot.rehearsal.robots.wishes import wishes

ARRIVING = 7 * 60
"""Seconds within which everybody arrives."""
LOOKS_FOR_ROOM, LOOKS_UP = 20, 150
"""Seconds between two looks for a room of one's own, or whether there is something to do."""
NOTE = "notitie"
"""The field of a note, for the group or for oneself."""
NOTED_IN = {"open", "round"}
SHARES = 0.6
"""How many let their group read what they take along."""
CASE_KEPT = re.compile(r"^(Je casus staat klaar|Your case is ready)")


class Participant(Robot):
    """Somebody in a group: at times its leader, at times the case bringer."""

    def __init__(self, hands: Hands, lines: Lines, seed: int) -> None:
        super().__init__(hands, lines, seed)
        self.character: Character = rolled(self.dice)
        self.moves_about = False
        """Whether this person may be put in another room, and so looks where it is."""
        self.roomless = False
        """Whether this person waits for a room that the list in the lobby does not tell: late, or put elsewhere."""
        self.table = self._new_table()
        self.plan: Plan | None = None
        self._lobby: int | None = None
        self._panel: Message | None = None
        self._arrived: set[str] = set()
        self.wake = hands.now() + self.dice.randint(30, ARRIVING)
        self._mischief = Mischief(self)
        self.away = False
        """Whether this person is not at the screen any more."""
        self.urge: Urge | None = None
        self._looked: float = 0

    def hear(self) -> None:
        """Something was posted where this robot is."""
        if not self.away:
            super().hear()

    async def act(self) -> None:
        """Look at where it is, and do one thing when it is time for it."""
        self.wake = NEVER
        if self.away:
            return
        if self.moves_about:
            self._find_out_where()
        if self.channel is None or self.channel == self._lobby:
            await self._in_lobby()
        elif not self.table.over:
            await self._in_room(self.channel)
        if self.table.over:
            self.channel = self._lobby

    def _new_table(self) -> Table:
        return Table(self.lines, self.name, self.hands.id, attentive=self.moves_about)

    # --- In the lobby ---------------------------------------------------------------------------------------

    async def _in_lobby(self) -> None:
        panel = self._find_panel()
        if panel is None:
            self.after(20)
            return
        self._find_room(panel.channel)
        if self.channel != self._lobby or self.table.over:
            return
        if "here" not in self._arrived:
            await self._step_in(panel)
        elif "word" not in self._arrived:
            self._arrived.add("word")
            await self.say(self.lines.check_in(self.name))
            self.after(self.dice.randint(10, 60))
        elif self.character.prepares and "case" not in self._arrived and self.lines.has_own_case(self.name):
            await self._prepare(panel)

    def _find_panel(self) -> Message | None:
        if self._panel is None:
            for channel in self.hands.rooms():
                found = [m for m in self.hands.look(channel) if m.button("lobby-here")]
                if found:
                    self._panel, self._lobby, self.channel = found[0], channel, channel
        return self._panel

    def _find_room(self, lobby: int) -> None:
        """The link beside my name in the list of rooms."""
        for message in self.hands.look(lobby, after=self.table.read_to):
            self.table.read_to = max(self.table.read_to, message.id)
            if message.step is not None and not message.private:
                self.notes.phases.append(self.lines.topics.get(message.step[1], ELSEWHERE).phase)
            for line in message.text.splitlines() if message.by == KRING and not message.private else ():
                link = ROOM.search(line)
                mine = link is not None and self.name in self.lines.members(line)
                if link is not None and mine and self.hands.sees(int(link[1])):
                    self.channel = int(link[1])
                    self.table.read_to = 0
                    self.after(self.dice.randint(3, 45))
                    return

    def _find_out_where(self) -> None:
        """Out of a room that is closed to me now; from the lobby into one that has opened to me."""
        if self.channel not in {None, self._lobby} and not self.hands.sees(self.channel or 0):
            self.channel, self.table, self.plan = self._lobby, self._new_table(), None
            self.roomless = True
        if not self.roomless or "here" not in self._arrived:
            return
        mine = [one for one in self.hands.rooms() if one != self._lobby and self._is_a_room(one)]
        if mine:
            self.channel, self.table, self.roomless = mine[-1], self._new_table(), False
        else:
            self.after(LOOKS_FOR_ROOM)

    def _is_a_room(self, channel: int) -> bool:
        """Whether a conversation is going on there."""
        return any(m.button("next") and m.button("care") for m in self.hands.look(channel) if m.by == KRING)

    async def _step_in(self, panel: Message) -> None:
        button = panel.button("lobby-here")
        assert button is not None, "a panel has this button"  # noqa: S101 - how it was found
        answer = await self.press(panel, button)
        self._arrived.add("here")
        told = answer.private
        agree = told.button("lobby-agree") if told is not None else None
        if told is not None and agree is not None:
            await self.press(told, agree)
        self.after(self.dice.randint(5, 25))

    async def _prepare(self, panel: Message) -> None:
        button = panel.button("lobby-case")
        self._arrived.add("case")
        if button is None:
            return
        opened = await self.press(panel, button)
        if opened.form is None:
            return
        phase = self.lines.case
        answer = await self.fill(opened, self.lines.filled(phase, self.name, (self.name,), None))
        if answer.private and CASE_KEPT.search(answer.private.text):
            self.notes.acknowledged.add((phase, 1))

    # --- In the room ----------------------------------------------------------------------------------------

    async def _in_room(self, room: int) -> None:
        before = self.table.step
        self.table.read(self.hands.look(room, after=self.table.read_to))
        step = self.table.step
        if step is None:
            return
        if step is not before:
            self.notes.phases.append(step.topic.phase)
            self.plan = None
            self.after(self.roll(step, "reads").randint(3, 12))
            return
        if self.urge is not None and not self.urge.over:
            await followed(self, step, self.urge)
            self.after(10)
            return
        if self.moves_about:
            self._look_up(step)
        if step.outdated or (step.shifted and self.plan is not None and self.plan.key == "done"):
            await self.open_own(step)
        self._replan(step)
        if self.plan is None:
            return
        now = self.hands.now()
        if now < self.plan.at:
            self.after(self.plan.at - now)
        elif self._is_naughty(step, self.plan) and await self._mischief.tried(step):
            self.after(self.reaction)
        else:
            plan, self.plan = self.plan, None
            step.done.add(plan.key)
            step.outdated = True
            await plan.do()
            self.after(2)

    def _look_up(self, step: Step) -> None:
        """Where nothing happens for a while, somebody looks whether there is anything to do after all."""
        if self.hands.now() - self._looked > LOOKS_UP:
            step.outdated = True
        self.after(LOOKS_UP + self.reaction)

    async def open_own(self, step: Step) -> Message | None:
        """Press «Mijn kaart» on the room's card."""
        card = self.now_as(step.card) or step.card
        button = card.button("mine")
        if button is not None:
            answer = await self.press(card, button)
            self._looked = self.hands.now()
            step.own, step.outdated, step.shifted = answer.private, False, False
        return step.own

    def _replan(self, step: Step) -> None:
        """What to do first of all that the own card offers."""
        if step.own is None:
            self.plan = None
            return
        plans = wishes(self, step, step.own)
        self.plan = min(plans, key=lambda plan: plan.at, default=None)

    def _is_naughty(self, step: Step, plan: Plan) -> bool:
        """Whether something forbidden comes first; once at most for each thing that it was going to do."""
        if f"naughty {plan.key}" in step.done:
            return False
        step.done.add(f"naughty {plan.key}")
        return self.roll(step, "naughty", plan.key).random() < self.character.mischief

    # --- What wishes are made of ----------------------------------------------------------------------------

    def roll(self, step: Step, *about: object) -> Random:
        """Dice of this person for this visit of this step: however often they are rolled, they fall the same."""
        return self.lines.dice(self.name, step.session, step.visit, *about)

    def moment(self, step: Step, key: str, low: float, high: float) -> float:
        """When to do this: rolled once in a visit, seconds from the moment it was first thought of."""
        if key not in step.moments:
            step.moments[key] = self.hands.now() + round(self.roll(step, key).uniform(low, max(low, high)))
        return step.moments[key]

    def took(self, step: Step, answer: Answer) -> None:
        """Look at an answer: the own card as it is now, and whether something was kept."""
        told = answer.private
        if told is not None and told.button("lang"):
            step.own, step.outdated, step.shifted = told, False, False
        if told is not None and SAVED.search(told.text):
            self.notes.acknowledged.add((step.topic.phase, step.time))
        elif answer.denied:
            self.notes.writes_refused += 1

    def words(self, step: Step) -> Mapping[str, str]:
        """What to fill in here; nothing where there is nothing to say."""
        phase, table = step.topic.phase, self.table
        if step.topic.kind == "evaluation":
            told = self.lines.evaluation(self.name, table.members)
            shares = self.lines.dice("share", self.name).random() < SHARES
            return {**told, "deel": TICKED} if shares else told
        words = self.lines.filled(phase, self.name, table.members, table.bringer)
        note = self.lines.note(phase, self.name, table.members, own=table.mine)
        if note and step.topic.kind in NOTED_IN:
            words = {**words, NOTE: note}
        if step.topic.kind == "open":  # a note about each of several texts: the first of them
            words = {**words, **self.lines.notes_about(phase)}
        # The likely reaction has a step of its own, with the same words.
        return {name: text for name, text in words.items() if name != "verwachte_reactie"}
