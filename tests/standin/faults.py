"""How the stand-in misbehaves when it is told to: each rule strikes at every so many-th time, the same in each run."""

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BEFORE = ("slow", "limited", "banned", "error", "reset")
"""What a request meets before it has any effect."""
AFTER = ("slow_after", "error_after", "reset_after")
"""What it meets once it has had its effect."""
GATEWAY = ("drop", "close", "ask_back", "invalid", "late", "too_late", "twice", "swapped")
"""What an interaction meets on its way to the bot."""
ERRORS = (500, 502, 503, 504)


@dataclass
class Rule:
    """A misbehaviour: which, how often, on what, and how long it lasts."""

    kind: str
    every: int
    on: str = ""
    """A pattern for `METHOD /path`; empty: everything of its kind."""
    seconds: float = 0.3
    after: int = 0
    """So many times it lets pass first."""
    times: int = 1_000_000
    met: int = 0
    struck: int = 0

    def strikes(self, what: str) -> bool:
        """Whether it strikes now."""
        if not re.search(self.on, what) or self.struck >= self.times:
            return False
        self.met += 1
        if self.met <= self.after or (self.met - self.after) % self.every:
            return False
        self.struck += 1
        return True


@dataclass
class Faults:
    """All rules there are now."""

    rules: list[Rule] = field(default_factory=list)
    held: Callable[[], None] | None = None
    """What waits until something else has gone before it."""

    def hold(self, deliver: Callable[[], None], seconds: float) -> None:
        """Keep this until the next comes along, or so many seconds when none does."""

        def let_go() -> None:
            if self.held is deliver:
                self.held = None
                deliver()

        self.held = deliver
        asyncio.get_running_loop().call_later(seconds, let_go)

    def become(self, wanted: Iterable[Mapping[str, Any]]) -> None:
        """From now on these, counted from the beginning."""
        self.rules = [Rule(**one) for one in wanted]
        unknown = {rule.kind for rule in self.rules} - {*BEFORE, *AFTER, *GATEWAY}
        if unknown:
            raise ValueError(f"no such misbehaviour: {', '.join(sorted(unknown))}")

    def met_by(self, what: str, kinds: tuple[str, ...]) -> Rule | None:
        """The first rule of these kinds that strikes now; all of them count."""
        struck = [rule for rule in self.rules if rule.kind in kinds and rule.strikes(what)]
        return struck[0] if struck else None

    def error(self, rule: Rule) -> int:
        """The status of a fault of Discord's own: each in turn."""
        return ERRORS[rule.struck % len(ERRORS)]

    @property
    def struck(self) -> dict[str, int]:
        """How often each has struck."""
        return {rule.kind: rule.struck for rule in self.rules}
