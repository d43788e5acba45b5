"""The same evening once more while something goes wrong: whatever happens, people go on, and see what they would have seen."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from bot import sayings as say
from methods.engine import sentences
from tests.standin.doing import Act, Happened
from tests.standin.evening import Evening
from tests.standin.laboratory import SLICE, STILL, TRIES, Lab, Unfinished, lab, slices
from tests.standin.misfortunes import ByHand, Misfortune
from tests.standin.people import Answer, answer
from tests.standin.sights import Sight, not_theirs, not_told, sight
from tests.standin.traces import BOARD, Harm, Trace, compared, trace

BETWEEN = 2.0
"""Seconds from one act to the next: so few that no step is over before everybody has acted in it."""
WAIT_FOR_LIKENESS = 3.0
"""Real seconds after which what is different stays different."""
PATIENCE = 120.0
"""Real seconds within which all must come to be still."""
GIVEN_UP = 1.0
"""Real seconds without anything new after which what is still to be said waits for nothing but another moment."""
CATCH_UP = 4.0
"""Seconds that pass before another look whether all is as it should be."""
WRONG = 1800.0
"""Seconds that Kring's clock is wrong at the most, and that it then waits before it deletes anything."""
LATER = 0.5
"""Real seconds after which somebody tries again who heard that it did not work."""
LONG = 3.0
"""Real seconds after which it waits for a moment that is far away."""
SORRY = tuple(text.nl.partition("{")[0] for text in (say.NOT_SAVED, say.NOT_DONE, say.FAILED))
"""How Kring says that it could not do something."""
OPENING = (": mine", ": write")
"""Acts that change nothing: they are not looked at, because looking takes time."""
AFTER_A_GAP = (
    "outbox ",
    f"#{BOARD}: ",  # one of more than three quarters of an hour ago is posted anew
    *(
        text.nl.rstrip(".").partition("{")[0]
        for text in (sentences.AWAY, sentences.AWAY_ALL, sentences.RESUMED, sentences.RESUMED_OPEN)
    ),
)
"""What comes beside the rest when Kring was away: rows, another board, that the clock stood still, that it runs again."""


class Over(Exception):
    """Nothing more is to be seen in this evening."""


@dataclass(frozen=True)
class Moment:
    """An act of the undisturbed evening, and what there was afterwards; nothing where it only opened something."""

    name: str
    trace: Trace | None = None
    sight: Sight | None = None


@dataclass
class Patient(Lab):
    """A lab in which things may take their time."""

    at_first: bool = False
    """Whether the newest act was answered as it should be when it was tried for the first time."""
    sorry: bool = False
    """Whether somebody heard meanwhile that it did not work."""

    async def still(self) -> None:
        """Return when nothing is going on any more. What waits for another moment gets it, step by step."""
        loop = asyncio.get_running_loop()
        began = since = loop.time()
        before: list[str] = []
        while loop.time() < began + PATIENCE:
            steps = self.tally.steps
            await asyncio.sleep(STILL)
            now = await self.scene.standin.do("quiet")
            asked = now["under_way"] or now["waiting"] or not now["sockets"] or not self.tally.ready
            if asked or self.tally.writing or self.tally.steps != steps:
                since = loop.time() if asked else since
                continue
            waiting = self.waiting()
            if not waiting:
                return
            if waiting != before:
                before, since = waiting, loop.time()
            elif loop.time() > since + GIVEN_UP and self.awake():
                self.dial.turn(SLICE if loop.time() > since + LONG else 1)
        raise Unfinished(f"still waiting: {', '.join(self.waiting())}")

    async def insist(self, act: Act, happened: Happened | None = None) -> Answer:
        """Do it, and once more as somebody would who got no answer, or heard that it did not work."""
        self.sorry = self.at_first = False
        for tried in range(2 * TRIES):
            came = await self._answer(await act())
            if came.answered and not any(sorry in came.text for sorry in SORRY):
                self.at_first = tried == 0
                return came
            if came.answered:
                self.sorry = True
                await asyncio.sleep(LATER)
            await self.still()
            if happened is not None and await self.comes(happened):
                return came
        raise Unfinished("no answer, however often it was pressed")

    async def _answer(self, first: Answer) -> Answer:
        """The answer, also where it was only promised at first."""
        if not first.answered or first.refused is not None or first.form is not None or first.text:
            return first
        await self.still()
        return answer(await self.scene.standin.do("came_of", interaction=first.interaction))

    async def move_on(self, seconds: float = BETWEEN) -> None:
        """Let the time come to where it is at this point of every evening, as far as that is not past."""
        self.planned += seconds
        self.dial.turn(max(0.0, self.planned - self.dial.true))
        await self.still()


def patient(made: Lab) -> Patient:
    return Patient(**vars(made))


@dataclass
class Enduring:
    """Watches an evening; without a misfortune it is the one that others are compared with."""

    lab: Patient
    fate: Misfortune
    hand: ByHand
    calm: Sequence[Moment] = ()
    last: int | None = None
    """The number of the act after which enough was seen."""
    moments: list[Moment] = field(default_factory=list)
    harm: Harm = field(default_factory=Harm)
    strangers: list[str] = field(default_factory=list)
    """Words on a screen where they do not belong."""
    number: int = 0

    async def act(self, name: str, act: Act, happened: Happened | None = None) -> Answer:
        twice = self.fate.twice and not name.partition(": ")[2].startswith("/")
        async with AsyncExitStack() as stack:
            for around in self.fate.around:
                await stack.enter_async_context(around(self.hand, self.number))
            # Whoever moves a group on by a command does it in the moment in which the step was seen to go on still.
            await self.lab.move_on(0 if name.endswith("/next") else BETWEEN)
            since = self.lab.dial.true
            answer = await self.lab.insist(_both(act) if twice else act, happened)
            await self.lab.still()
        await self.judge(name, since)
        return answer

    async def rest(self, seconds: float) -> None:
        """How many tens of seconds pass until a step is over is nobody's promise: nothing is compared here."""
        for some in slices(seconds):
            await self.lab.pass_by(some)

    async def judge(self, name: str, since: float) -> None:
        """Note what there is; or compare it with what there was at this point when nothing went wrong."""
        if self.calm:
            await self._compare(name, since)
        else:
            self.moments.append(await self._moment(name, since))
        self.number += 1
        if self.last is not None and self.number > self.last:
            raise Over

    async def _moment(self, name: str, since: float) -> Moment:
        if name.endswith(OPENING):
            return Moment(name)
        return Moment(name, await trace(self.lab.scene, self.lab.kept), await sight(self.lab.scene, since))

    async def _compare(self, name: str, since: float) -> None:
        before = self.calm[self.number]
        if before.name != name:
            raise Unfinished(f"act {self.number} was «{before.name}» and now is «{name}»")
        loop = asyncio.get_running_loop()
        until = loop.time() + WAIT_FOR_LIKENESS
        while True:
            now = await self._moment(name, since)
            if before.trace is None or before.sight is None or now.trace is None or now.sight is None:
                return
            self.harm = self._harm(name, compared(before.trace, now.trace), before.sight, now.sight)
            self.strangers = not_theirs(before.sight, now.sight)
            if not (self.harm or self.strangers):
                return
            if loop.time() > until:
                raise Over  # From here on all would be different.
            # What the clock brings about may come some seconds later, for what it counts from came later too.
            self.lab.dial.turn(CATCH_UP)
            await self.lab.still()

    def _harm(self, name: str, harm: Harm, before: Sight, now: Sight) -> Harm:
        who = next((one.id for one in self.lab.scene.everybody if name.startswith(f"{one}:")), None)
        if who is not None and self.lab.at_first:
            harm = replace(harm, lost=[*harm.lost, *not_told(before, now, who)])
        if self.lab.sorry and not self.fate.sorry:
            harm = replace(harm, other=[*harm.other, "was told that it failed"])
        if self.fate.anew:
            harm = _but_for_cards(harm)
        if self.fate.gap:  # They were told that the clock stood still, and their state says so.
            doubled = [one for one in harm.doubled if not any(text in one for text in AFTER_A_GAP)]
            harm = replace(harm, doubled=doubled, other=[])
        return harm


def _but_for_cards(harm: Harm) -> Harm:
    """Without what comes of posting a card anew: rows for it, another order, and that it tells what is so by now."""
    lost, doubled = Counter(map(_title, harm.lost)), Counter(map(_title, harm.doubled))
    return replace(
        harm,
        lost=[one for one in harm.lost if _title(one) not in doubled],
        doubled=[one for one in harm.doubled if _title(one) not in lost and not one.startswith("outbox ")],
        other=[one for one in harm.other if not one.startswith("outbox ") and "order" not in one],
    )


def _title(one: str) -> str:
    """Where it was posted, and the first bold line of it."""
    return one.partition(":")[0] + next((line for line in one.splitlines() if "**" in line), one)


def _both(act: Act) -> Act:
    """The same twice at the same instant; what came of the first that was heard."""

    async def twice() -> Answer:
        answers = await asyncio.gather(act(), act())
        return next((one for one in answers if one.answered and one.refused is None), answers[0])

    return twice


@dataclass(frozen=True)
class Endured:
    """What came of an evening."""

    fate: Misfortune
    struck: int
    harm: Harm
    strangers: Sequence[str]
    unfinished: Sequence[str]
    moments: Sequence[Moment]

    @property
    def clean(self) -> bool:
        """Whether it ended as if nothing had gone wrong, although something did."""
        return not (self.harm or self.strangers or self.unfinished) and bool(self.struck)

    def __str__(self) -> str:
        lines = [f"{self.fate.name}: {'fine' if self.clean else 'not fine'}", str(self.harm)]
        lines += [f"  wrong person: {one}" for one in self.strangers]
        lines += [f"  unfinished: {one}" for one in self.unfinished]
        return "\n".join(line for line in lines if line)


async def endured(fate: Misfortune, calm: Sequence[Moment] = (), last: int | None = None) -> Endured:
    """Play an evening with this misfortune; as far as the act with this number, or to its end."""
    async with lab(LAB_SWEEP="1", KRING_LOG_LEVEL="CRITICAL") as made:
        tough = patient(made)
        watch = Enduring(tough, fate, ByHand(tough), calm, last)
        await made.scene.standin.trouble(*fate.rules)
        unfinished: list[str] = []
        try:
            await Evening(tough.scene, watch).play()
            if fate.gap:  # By a clock that was set back the rooms go later.
                await watch.rest(WRONG)
            await watch.judge("the end", tough.dial.true)
        except Over:
            pass
        except (Unfinished, AssertionError) as reason:
            unfinished.append(f"act {watch.number}: {reason}")
        report = await made.scene.standin.report()
        wrong = [f"a request that Discord refuses: {one}" for one in report["wrong"]]
        struck = sum(report["struck"].values()) + watch.hand.struck + (watch.number if fate.twice else 0)
    harm = replace(watch.harm, other=[*watch.harm.other, *wrong])
    return Endured(fate, struck, harm, watch.strangers, unfinished, watch.moments)


CALM = Misfortune("")
